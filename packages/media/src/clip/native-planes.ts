import type { PlaneLayout, VideoFrame } from '@napi-rs/webcodecs';
import { MediaError } from '../media-error.ts';

/** One plane of samples, eight or more bits each. */
export interface Plane {
  readonly samples: Uint8Array | Uint16Array;
  /** In samples. */
  readonly stride: number;
}

/** A decoded frame as it left the decoder: three planes of Y, Cb and Cr. */
export interface NativePlanes {
  readonly width: number;
  readonly height: number;
  /** How many columns and rows of luma share one sample of chroma. */
  readonly columnsPerChroma: 1 | 2;
  readonly rowsPerChroma: 1 | 2;
  readonly bits: number;
  readonly planes: readonly [Plane, Plane, Plane];
}

const FORMAT = /^I4(20|22|44)(?:P(10|12))?$/;

/** Copies a native frame out of the decoder. @throws {MediaError} `unsupported` when it is not of the kind I4xx. */
export async function copyNative(frame: VideoFrame): Promise<NativePlanes> {
  const match = FORMAT.exec(frame.format ?? '');
  if (!match || frame.colorSpace.matrix === 'rgb') {
    throw new MediaError('unsupported', 'expected video in Y, Cb and Cr; export it anew as H.264, 4:2:0');
  }
  const bits = Number(match[2] ?? 8);
  const { width, height } = frame.visibleRect;
  if (width < 2 || height < 2) throw new MediaError('unsupported', 'expected video of at least 2 × 2 pixels');
  const copy = new Uint8Array(frame.allocationSize());
  const layout = await copyPlanes(frame, copy);
  const [y, u, v] = layout.map(({ offset, stride }): Plane => {
    if (bits === 8) return { samples: copy.subarray(offset), stride };
    return { samples: new Uint16Array(copy.buffer, offset), stride: stride >> 1 };
  }) as [Plane, Plane, Plane];
  return {
    width,
    height,
    columnsPerChroma: match[1] === '44' ? 1 : 2,
    rowsPerChroma: match[1] === '20' ? 2 : 1,
    bits,
    planes: [y, u, v],
  };
}

async function copyPlanes(frame: VideoFrame, copy: Uint8Array): Promise<PlaneLayout[]> {
  try {
    return await frame.copyTo(copy);
  } catch (error) {
    // Grey H.265 is told to be 4:2:0 and has no planes of colour.
    throw new MediaError('unsupported', 'expected video in colour; export it anew as H.264, 4:2:0', { cause: error });
  }
}
