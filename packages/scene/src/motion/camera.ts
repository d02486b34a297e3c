import type { NodeMap } from './mattes.ts';
import { readMap } from './mattes.ts';
import { CELL, type Field } from './mover.ts';
import type { Noise } from './noise.ts';

/** Where the camera is, as it is seen in the picture: everything 0 and 1 at rest. */
export interface Pose {
  /** 2 shows half of the picture. */
  readonly zoom: number;
  /** By how many pixels of the picture the middle of the frame has moved. */
  readonly x: number;
  readonly y: number;
  /** Radians; positive turns the picture clockwise. */
  readonly roll: number;
  /** By how many pixels what is near moves against what is far: half of it each way. */
  readonly nearX: number;
  readonly nearY: number;
  /** How much more what is near grows than what is far, as a share of the zoom. */
  readonly nearZoom: number;
  /** By what share the middle shrinks while the frame's edges stay: a way back without anything to show beyond them. */
  readonly shrink: number;
}

export const AT_REST: Pose = { zoom: 1, x: 0, y: 0, roll: 0, nearX: 0, nearY: 0, nearZoom: 0, shrink: 0 };

export interface Camera {
  poseAt(seconds: number): Pose;
  /** The point of the picture that a zoom leaves where it is. */
  readonly focus: readonly [number, number];
}

/** Says where each node reads the picture under a pose. @param nearness 0 far … 1 near, about 0.5 at the focus. */
export function placeCamera(
  field: Field,
  pose: Pose,
  focus: readonly [number, number],
  nearness: NodeMap | undefined,
): void {
  const { columns, rows, dx, dy } = field;
  if (
    pose.zoom === 1 &&
    pose.shrink === 0 &&
    pose.x === 0 &&
    pose.y === 0 &&
    pose.roll === 0 &&
    pose.nearX === 0 &&
    pose.nearY === 0
  ) {
    dx.fill(0);
    dy.fill(0);
    return;
  }
  const scale = 1 / pose.zoom;
  const cos = Math.cos(pose.roll) * scale;
  const sin = Math.sin(pose.roll) * scale;
  const hasDepth = nearness !== undefined && (pose.nearX !== 0 || pose.nearY !== 0 || pose.nearZoom !== 0);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const x = column * CELL;
      const y = row * CELL;
      const [px, py] = [x - focus[0], y - focus[1]];
      let qx = focus[0] + px * cos + py * sin + pose.x;
      let qy = focus[1] + py * cos - px * sin + pose.y;
      if (pose.shrink !== 0) {
        const [u, v] = [px / focus[0], py / focus[1]];
        const share = pose.shrink * Math.max(0, 1 - u * u) * Math.max(0, 1 - v * v);
        qx += px * share;
        qy += py * share;
      }
      let [mx, my] = [0, 0];
      if (hasDepth) {
        // What lies at the place that is read decides how far it is read: two rounds find both well enough.
        for (let round = 0; round < 2; round++) {
          const near = readMap(nearness, qx - mx, qy - my) - 0.5;
          mx = near * (pose.nearX + px * pose.nearZoom);
          my = near * (pose.nearY + py * pose.nearZoom);
        }
      }
      dx[at] = qx - mx - x;
      dy[at] = qy - my - y;
    }
  }
}

/** Where a far point of the picture is seen in the frame. */
export function toFrame(x: number, y: number, pose: Pose, focus: readonly [number, number]): readonly [number, number] {
  const [px, py] = [x - pose.x - focus[0], y - pose.y - focus[1]];
  const cos = Math.cos(pose.roll) * pose.zoom;
  const sin = Math.sin(pose.roll) * pose.zoom;
  return [focus[0] + px * cos - py * sin, focus[1] + py * cos + px * sin];
}

/** A hand that holds the camera: −1 … 1 across, down and in roll; 0 at 0 s. */
export function tremble(noise: Noise, seconds: number): readonly [number, number, number] {
  const at = (row: number) =>
    noise.at(seconds * 0.9, row) +
    0.35 * noise.at(seconds * 2.7, row + 40) -
    noise.at(0, row) -
    0.35 * noise.at(0, row + 40);
  return [at(3.5), at(11.5), at(23.5)];
}
