import { readFile } from 'node:fs/promises';
import {
  type DecodedFrame,
  decodeFrames,
  openSegmentEncoder,
  type SegmentEncoder,
  toRgba,
  writeI420,
} from '@openimagine/media';
import type { Editor, ShownFrame } from '@openimagine/scene';
import type { DraftSegment } from './draw-film.ts';
import type { EditOrder } from './edit-order.ts';

/** Edits and encodes a run of the film's frames. @param onFrame Called after each. */
export async function editSegment(
  order: EditOrder,
  editor: Editor,
  shown: readonly ShownFrame[],
  onFrame: () => void,
): Promise<DraftSegment> {
  const { width, height, framesPerSecond } = order;
  const clip = await readFile(order.path);
  const sources = shown.map(({ source }) => source);
  const first = Math.min(...sources);
  const count = Math.max(...sources) - first + 1;
  const timings = { decode: 0, edit: 0, encode: 0 };
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond });
  const bench = createBench(order, editor, encoder, timings, onFrame);
  let at = performance.now();
  const isBackwards = sources[0]! > sources.at(-1)!;
  const waiting = new Map<number, DecodedFrame>();
  let next = 0;
  for await (const frame of decodeFrames(clip, { fromFrame: first, count, upright: true, size: { width, height } })) {
    timings.decode += performance.now() - at;
    if (isBackwards) waiting.set(frame.index, frame);
    else
      for (; shown[next]?.source === frame.index; next++)
        await bench(frame, shown[next]!, shown[next + 1]?.source === frame.index);
    at = performance.now();
  }
  // Two seconds of frames at most: a segment.
  if (isBackwards)
    for (const [i, each] of shown.entries())
      await bench(waiting.get(each.source)!, each, shown[i + 1]?.source === each.source);
  const flushAt = performance.now();
  const segment = await encoder.finish();
  timings.encode += performance.now() - flushAt;
  return { segment, description: editor.description, timingsMs: timings };
}

/** @returns What edits a frame and hands it to the encoder. A frame that is shown again is edited as a copy. */
function createBench(
  { width, height }: EditOrder,
  editor: Editor,
  encoder: SegmentEncoder,
  timings: { edit: number; encode: number },
  onFrame: () => void,
): (frame: DecodedFrame, shown: ShownFrame, isShownAgain: boolean) => Promise<void> {
  const rgba = new Uint8Array(width * height * 4);
  return async (frame, shown, isShownAgain) => {
    const start = performance.now();
    const edited = isShownAgain ? { ...frame, data: Uint8Array.from(frame.data) } : frame;
    if (editor.touchesFrames) {
      toRgba(edited, rgba);
      const touched = editor.edit({ width, height, rgba }, { index: shown.source, seconds: shown.seconds });
      // Everything else keeps the very samples that were decoded.
      if (touched) writeI420(rgba, edited, touched);
    }
    const editedAt = performance.now();
    timings.edit += editedAt - start;
    await encoder.add(edited);
    timings.encode += performance.now() - editedAt;
    onFrame();
  };
}
