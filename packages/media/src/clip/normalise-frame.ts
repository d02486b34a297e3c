import type { VideoFrame } from '@napi-rs/webcodecs';
import type { InputVideoTrack } from 'mediabunny';
import type { I420Frame } from '../media.ts';
import { createResizer } from '../resize-frame.ts';
import { type ColorConversion, colorConversion } from './convert-color.ts';
import { copyNative } from './native-planes.ts';
import { rotateFrame } from './rotate-frame.ts';
import { planesToI420 } from './to-i420.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface NormaliseOptions {
  readonly upright?: boolean;
  readonly size?: Size;
}

/** Makes what brings a track's native frames to our one format. A film may change its size and colours on the way. */
export async function createNormaliser(
  video: InputVideoTrack,
  { upright = false, size }: NormaliseOptions,
): Promise<(frame: VideoFrame) => Promise<I420Frame>> {
  const degrees = upright ? await video.getRotation() : 0;
  const stretch = upright ? await pixelAspect(video) : 1;
  const tagged = await video.getColorSpace();
  const convertColor = rememberColor();
  const makeSquare = rememberSize({ isStretched: true });
  const cover = rememberSize({ isStretched: false });
  return async (frame) => {
    // What the stream itself says comes first; our own films leave it to the container.
    const matrix = frame.colorSpace.matrix ?? tagged.matrix ?? null;
    const fullRange = frame.colorSpace.fullRange ?? tagged.fullRange ?? null;
    const native = planesToI420(await copyNative(frame));
    convertColor(native, matrix, fullRange);
    const turned = rotateFrame(native, degrees);
    const square = squareSize(turned, degrees % 180 === 0 ? stretch : 1 / stretch);
    return cover(makeSquare(turned, square), size ?? square);
  };
}

/** Width of a stored pixel over its height. */
async function pixelAspect(video: InputVideoTrack): Promise<number> {
  const isSideways = (await video.getRotation()) % 180 !== 0;
  const [displayWidth, displayHeight] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
  const [width, height] = isSideways ? [displayHeight, displayWidth] : [displayWidth, displayHeight];
  return width / height / ((await video.getCodedWidth()) / (await video.getCodedHeight()));
}

/** A percent is rounding. */
function squareSize({ width, height }: Size, stretch: number): Size {
  if (Math.abs(stretch - 1) < 0.01) return { width, height };
  return stretch > 1 ? { width: even(width * stretch), height } : { width, height: even(height / stretch) };
}

function even(side: number): number {
  return Math.max(2, 2 * Math.round(side / 2));
}

function rememberColor(): (frame: I420Frame, matrix: string | null, fullRange: boolean | null) => void {
  const known = new Map<string, ColorConversion | undefined>();
  return (frame, matrix, fullRange) => {
    const lines = Math.min(frame.width, frame.height);
    const key = `${matrix} ${fullRange} ${lines}`;
    if (!known.has(key)) known.set(key, colorConversion({ matrix, fullRange }, lines));
    known.get(key)?.(frame);
  };
}

function rememberSize(options: { readonly isStretched: boolean }): (frame: I420Frame, to: Size) => I420Frame {
  const known = new Map<string, (frame: I420Frame) => I420Frame>();
  return (frame, to) => {
    if (frame.width === to.width && frame.height === to.height) return frame;
    const key = `${frame.width} ${frame.height} ${to.width} ${to.height}`;
    const resizer = known.get(key) ?? createResizer({ width: frame.width, height: frame.height }, to, options);
    known.set(key, resizer);
    return resizer(frame);
  };
}
