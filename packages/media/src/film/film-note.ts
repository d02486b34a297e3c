import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { MediaError } from '../media-error.ts';
import { readBoxes } from '../mp4-boxes.ts';

/** Names the box as ours; made up once, written in every film since. @see ISO/IEC 14496-12, 4.2 and 11.1 */
const NOTE_ID = Buffer.from('6f70656e696d6167a0f1c2d3e4b59687', 'hex');
/** Of the text, before it is packed. */
export const NOTE_BYTES_MAX = 256 * 1024;

/**
 * Writes a text behind a film, in a box that players skip. Packed, so that nothing in it is mistaken for anything.
 * @throws {MediaError} `encode_failed` when it is longer than 256 KiB.
 */
export function withNote(film: Uint8Array, note: string): Uint8Array {
  const text = Buffer.from(note, 'utf8');
  if (text.length > NOTE_BYTES_MAX) {
    throw new MediaError('encode_failed', `expected a note of at most ${NOTE_BYTES_MAX} bytes, got ${text.length}`);
  }
  const head = Buffer.alloc(8);
  const packed = deflateRawSync(text);
  head.writeUInt32BE(8 + NOTE_ID.length + packed.length);
  head.write('uuid', 4, 'latin1');
  return Buffer.concat([film, head, NOTE_ID, packed]);
}

/**
 * Reads the text that `muxFilm` wrote into a film. Whoever made the file may have written it: check what it says.
 * @returns undefined when there is none, or none that can be read.
 */
export function readFilmNote(bytes: Uint8Array): string | undefined {
  for (const { type, start, end } of readBoxes(bytes)) {
    const isOurs = type === 'uuid' && NOTE_ID.equals(bytes.subarray(start, Math.min(end, start + NOTE_ID.length)));
    if (!isOurs) continue;
    try {
      const text = inflateRawSync(bytes.subarray(start + NOTE_ID.length, end), { maxOutputLength: NOTE_BYTES_MAX });
      return text.toString('utf8');
    } catch {
      return undefined;
    }
  }
  return undefined;
}
