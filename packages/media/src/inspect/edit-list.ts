import { latin1, viewOf } from '../photo/image-scan.ts';
import { childOf, type Mp4Box, walkBoxes } from './walk-boxes.ts';

/**
 * Where an edit list ends a track, in seconds of the film. Our demuxer reads only where it begins.
 * @returns undefined when nothing is cut off: no list, one that does more than cut both ends, or a fragmented file.
 * @see ISO/IEC 14496-12, 8.6.6
 */
export function editedEnd(bytes: Uint8Array, handler: 'vide' | 'soun'): number | undefined {
  const boxes = walkBoxes(bytes);
  const moov = boxes.find(({ type, depth }) => type === 'moov' && depth === 0);
  const track = boxes.find(
    (box) => box.type === 'trak' && box.parent === moov && hasHandler(bytes, boxes, box, handler),
  );
  const edits = childOf(boxes, track, 'edts', 'elst');
  const header = childOf(boxes, moov, 'mvhd');
  if (!edits || !header || childOf(boxes, moov, 'mvex') || header.start + 24 > header.end) return undefined;
  const view = viewOf(bytes);
  const timescale = view.getUint32(header.start + (bytes[header.start] === 1 ? 20 : 12));
  const isLong = bytes[edits.start] === 1;
  const count = view.getUint32(edits.start + 4);
  const size = isLong ? 20 : 12;
  if (timescale === 0 || count < 1 || count > 2 || edits.start + 8 + count * size > edits.end) return undefined;
  const durationOf = (entry: number) => {
    const at = edits.start + 8 + entry * size;
    return (isLong ? Number(view.getBigUint64(at)) : view.getUint32(at)) / timescale;
  };
  // The first of two may only be a pause before the track begins.
  const isPause = view.getInt32(edits.start + 8 + (isLong ? 8 : 4)) === -1;
  if (count === 2 && !isPause) return undefined;
  const shown = durationOf(count - 1);
  // Zero means "to the end".
  if (shown === 0) return undefined;
  return count === 2 ? durationOf(0) + shown : shown;
}

function hasHandler(bytes: Uint8Array, boxes: readonly Mp4Box[], track: Mp4Box, wanted: string): boolean {
  const handler = childOf(boxes, track, 'mdia', 'hdlr');
  return handler !== undefined && latin1(bytes, handler.start + 8, handler.start + 12) === wanted;
}
