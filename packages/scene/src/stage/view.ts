import type { Vec3 } from '@openimagine/render';
import { add, cross, dot, normalize, scale, subtract } from './matrix.ts';

/** A camera at rest with its axes worked out, for fitting and projecting. */
export interface View {
  readonly position: Vec3;
  readonly target: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  readonly forward: Vec3;
  /** Half extents of the picture at distance 1. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export function createView(position: Vec3, target: Vec3, verticalFovDegrees: number, aspect: number): View {
  const forward = normalize(subtract(target, position));
  const right = normalize(Math.abs(forward[1]) > 0.999 ? [1, 0, 0] : cross(forward, [0, 1, 0]));
  const halfHeight = Math.tan((verticalFovDegrees * Math.PI) / 360);
  return { position, target, forward, right, up: cross(right, forward), halfHeight, halfWidth: halfHeight * aspect };
}

/** Picture coordinates: x −1 left … 1 right, y −1 bottom … 1 top, and the depth in metres (negative behind the camera). */
export function project(view: View, point: Vec3): Vec3 {
  const from = subtract(point, view.position);
  const depth = dot(from, view.forward);
  const safe = Math.abs(depth) < 1e-6 ? 1e-6 : depth;
  return [dot(from, view.right) / (safe * view.halfWidth), dot(from, view.up) / (safe * view.halfHeight), depth];
}

/** The point at picture coordinates (x, y) and a depth in metres. */
export function unproject(view: View, x: number, y: number, depth: number): Vec3 {
  const offset = add(scale(view.right, x * view.halfWidth * depth), scale(view.up, y * view.halfHeight * depth));
  return add(view.position, add(scale(view.forward, depth), offset));
}

/** The part of the picture that must hold the points, in picture coordinates. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/**
 * Moves a view, without turning it, to the nearest place from which all points lie in the frame.
 * The four sides are planes: the nearest apex of that pyramid is found in closed form.
 */
export function fitView(view: View, points: readonly Vec3[], frame: Frame): Vec3 {
  let [rightMost, leftMost, topMost, bottomMost] = [-Infinity, Infinity, -Infinity, Infinity];
  let [nearest, farthest] = [Infinity, -Infinity];
  const [r, l] = [frame.right * view.halfWidth, -frame.left * view.halfWidth];
  const [t, b] = [frame.top * view.halfHeight, -frame.bottom * view.halfHeight];
  for (const point of points) {
    const [x, y, z] = [dot(point, view.right), dot(point, view.up), dot(point, view.forward)];
    rightMost = Math.max(rightMost, x - r * z);
    leftMost = Math.min(leftMost, x + l * z);
    topMost = Math.max(topMost, y - t * z);
    bottomMost = Math.min(bottomMost, y + b * z);
    nearest = Math.min(nearest, z);
    farthest = Math.max(farthest, z);
  }
  const depth = Math.min(
    (leftMost - rightMost) / (r + l),
    (bottomMost - topMost) / (t + b),
    nearest - Math.min(0.2, 0.5 * (farthest - nearest) + 0.02),
  );
  const x = (rightMost + r * depth + leftMost - l * depth) / 2;
  // Where there is room to spare, it goes above: things stand in the lower part of a picture.
  const y = (topMost + t * depth) * 0.25 + (bottomMost - b * depth) * 0.75;
  return add(add(scale(view.right, x), scale(view.up, y)), scale(view.forward, depth));
}

/** The eight corners of an upright box. */
export function boxCorners(foot: Vec3, width: number, height: number, depth: number): Vec3[] {
  const corners: Vec3[] = [];
  for (const x of [-0.5, 0.5]) {
    for (const y of [0, 1]) {
      for (const z of [-0.5, 0.5]) corners.push([foot[0] + x * width, foot[1] + y * height, foot[2] + z * depth]);
    }
  }
  return corners;
}
