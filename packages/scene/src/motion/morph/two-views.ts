import { Warper } from '@openimagine/render';
import type { Picture } from '../../vision/sight.ts';
import { createField } from '../field.ts';
import type { Field } from '../mover.ts';
import { copyPlanes, createPlanes, type Frame, mirrorRim, type Planes, toPlanes } from '../planes.ts';
import { warpPicture } from '../warp.ts';
import { blendFrames } from './blend-frames.ts';

/** Two pictures of one size, each read under a field of its own, and mixed. */
export interface TwoViews {
  readonly width: number;
  readonly height: number;
  readonly planes: readonly [Planes, Planes];
  /** Where each view is read. */
  readonly fields: readonly [Field, Field];
  /** How much of the second view is seen at each node, 0 … 1. */
  readonly weights: Float32Array;
  load(index: 0 | 1, view: Picture | Frame): void;
  /** What is seen now. @param into The bytes of the frame that it gives. */
  mix(into: Uint8Array): Frame;
}

/** Below this share of a view nothing of it is seen. */
const UNSEEN = 0.002;

export function createTwoViews(kernel: WebAssembly.Module, width: number, height: number): TwoViews {
  const rim = 2 * Math.ceil(Math.max(width, height) * 0.03) + 16;
  const planeBytes = (width + 2 * rim) * (height + 2 * rim) * 2;
  const warper = new Warper(kernel, 2 * planeBytes + 3 * width * height + 4 * width * height + 4_000_000);
  const bytes = (length: number) => warper.bytes(length);
  const newPlanes = () => createPlanes(width, height, rim, bytes);
  const newField = () => createField(width, height, (length) => warper.floats(length));
  const newFrame = (): Frame => ({ width, height, data: warper.bytes((width * height * 3) / 2) });
  const planes = [newPlanes(), newPlanes()] as const;
  const fields = [newField(), newField()] as const;
  const frames = [newFrame(), newFrame()] as const;
  const weights = new Float32Array(fields[0].dx.length);
  warper.prepare(fields[0].columns);
  return {
    width,
    height,
    planes,
    fields,
    weights,
    load(index, view) {
      if ('rgba' in view) copyPlanes(toPlanes(view, rim), planes[index]);
      else fromFrame(planes[index], view);
    },
    mix(into) {
      const isSeen = [weights.some((weight) => weight < 1 - UNSEEN), weights.some((weight) => weight > UNSEEN)];
      for (const index of [0, 1] as const) {
        if (isSeen[index]) warpPicture(warper, frames[index], planes[index], fields[index]);
      }
      const frame = { width, height, data: into };
      into.set(frames[isSeen[0] ? 0 : 1].data);
      if (isSeen[0] && isSeen[1]) blendFrames(frame, frames[1], weights, fields[0].columns);
      return frame;
    },
  };
}

function fromFrame(planes: Planes, { width, height, data }: Frame): void {
  const size = width * height;
  for (const [plane, offset, columns, rows] of [
    [planes.y, 0, width, height],
    [planes.u, size, width >> 1, height >> 1],
    [planes.v, size + (size >> 2), width >> 1, height >> 1],
  ] as const) {
    for (let row = 0; row < rows; row++) {
      const from = offset + row * columns;
      plane.data.set(data.subarray(from, from + columns), plane.origin + row * plane.stride);
    }
  }
  mirrorRim(planes);
}
