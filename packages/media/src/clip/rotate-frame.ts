import type { I420Frame } from '../media.ts';

/** Turns a frame clockwise. @param degrees 0, 90, 180 or 270. */
export function rotateFrame(frame: I420Frame, degrees: number): I420Frame {
  if (degrees === 0) return frame;
  const isSideways = degrees !== 180;
  const { width, height } = frame;
  const data = new Uint8Array(frame.data.length);
  const planes = [
    { at: 0, width, height },
    { at: width * height, width: width >> 1, height: height >> 1 },
    { at: (width * height * 5) / 4, width: width >> 1, height: height >> 1 },
  ];
  for (const plane of planes) rotatePlane(frame.data, data, plane, degrees);
  return isSideways ? { width: height, height: width, data } : { width, height, data };
}

function rotatePlane(
  from: Uint8Array,
  to: Uint8Array,
  { at, width, height }: { at: number; width: number; height: number },
  degrees: number,
): void {
  const toWidth = degrees === 180 ? width : height;
  const toHeight = degrees === 180 ? height : width;
  const last = at + width * height - 1;
  // Where the turned plane's first sample comes from, and how far a step right and a step down go there.
  const [origin, right, down] =
    degrees === 90
      ? [at + (height - 1) * width, -width, 1]
      : degrees === 180
        ? [last, -1, -width]
        : [at + width - 1, width, -1];
  for (let y = 0, target = at; y < toHeight; y++) {
    for (let x = 0, source = origin + y * down; x < toWidth; x++, source += right) to[target++] = from[source]!;
  }
}
