import { readBoxes } from '../src/mp4-boxes.ts';

export function mp4Box(type: string, ...payload: readonly (Uint8Array | readonly number[])[]): Buffer {
  const body = Buffer.concat(payload.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, i * 4);
  return bytes;
}

export function findBox(film: Uint8Array, ...path: readonly string[]): { start: number; end: number } {
  let at = { start: 0, end: film.length };
  for (const type of path) {
    const found = readBoxes(film, at.start, at.end).find((box) => box.type === type);
    if (!found) throw new Error(`the film has no ${path.join(' > ')}`);
    at = found;
  }
  return at;
}

export const TABLES = ['moov', 'trak', 'mdia', 'minf', 'stbl'] as const;

/** A copy in which one 32-bit number of a box is another. @param offset From the box's payload. */
export function patch32(film: Uint8Array, path: readonly string[], offset: number, value: number): Buffer {
  const copy = Buffer.from(film);
  copy.writeUInt32BE(value >>> 0, findBox(film, ...path).start + offset);
  return copy;
}

/**
 * A copy with bytes put at the end of a box; boxes around it grow. What stands behind moves, so this is for files with their
 * index behind the media, or for those that are refused before anything is looked up.
 */
export function append(film: Uint8Array, path: readonly string[], bytes: Uint8Array): Buffer {
  const { end } = findBox(film, ...path);
  const copy = Buffer.concat([film.subarray(0, end), bytes, film.subarray(end)]);
  for (let depth = 1; depth <= path.length; depth++) {
    const { start } = findBox(film, ...path.slice(0, depth));
    copy.writeUInt32BE(copy.readUInt32BE(start - 8) + bytes.length, start - 8);
  }
  return copy;
}

/** The film with its media first and its index last, as cameras write. */
export function indexLast(film: Uint8Array): Buffer {
  const [moov, mdat] = [findBox(film, 'moov'), findBox(film, 'mdat')];
  const moved = Buffer.from(film.subarray(moov.start - 8, moov.end));
  const shift = moved.length;
  for (const track of readBoxes(moved, 8).filter(({ type }) => type === 'trak')) {
    const table = readBoxes(moved, track.start, track.end);
    const stbl = ['mdia', 'minf', 'stbl', 'stco'].reduce((boxes, type, i) => {
      const box = boxes.find((found) => found.type === type)!;
      return i === 3 ? [box] : readBoxes(moved, box.start, box.end);
    }, table)[0]!;
    const count = moved.readUInt32BE(stbl.start + 4);
    for (let entry = 0; entry < count; entry++) {
      const at = stbl.start + 8 + entry * 4;
      moved.writeUInt32BE(moved.readUInt32BE(at) - shift, at);
    }
  }
  return Buffer.concat([film.subarray(0, moov.start - 8), film.subarray(moov.end, mdat.end), moved]);
}
