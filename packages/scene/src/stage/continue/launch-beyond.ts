import type { Vec3 } from '@openimagine/render';
import type { LaunchPlan } from '../launch-plan.ts';
import { mix, smoothstep } from '../matrix.ts';
import { coast } from './sequel.ts';

/** How a launch goes on behind the end of the film it was planned for. */
export interface LaunchBeyond {
  /** Added to the height that the plan itself goes on to; 0 until the film's end. */
  climbAt(seconds: number): number;
  /** Metres that it has arced away from the camera. */
  awayAt(seconds: number): number;
  /** How much of its smoke the air has not yet carried off, 1 … 0.1. */
  smokeAt(seconds: number): number;
  /** How much of a star it has become, 0 … 1. */
  starAt(seconds: number): number;
  /** Thrust as light, 1 … 0: what is as far as a star is out of sight. */
  fadeAt(seconds: number): number;
  readonly endSeconds: number;
}

/** However long it goes on, after this share it is hardly more than a point, and after all of it gone. */
const SHARE_TO_POINT = 0.4;

/**
 * @param endSeconds Of the film.
 * @param goneSeconds How much later the rocket is to be out of sight; without a sequel that sends it away it only shrinks.
 */
export function planBeyond(summit: number, endSeconds: number, goneSeconds: number, isToFade: boolean): LaunchBeyond {
  const pace = Math.max(1.2, goneSeconds) * SHARE_TO_POINT;
  const cube = (seconds: number) => (Math.max(0, seconds - endSeconds) / pace) ** 3;
  return {
    endSeconds,
    climbAt: (seconds) => summit * 1.15 * cube(seconds),
    awayAt: (seconds) => summit * 1.05 * cube(seconds),
    smokeAt: (seconds) => 1 - 0.9 * smoothstep(endSeconds + goneSeconds * 0.1, endSeconds + goneSeconds, seconds),
    starAt(seconds) {
      const come = smoothstep(endSeconds + goneSeconds * 0.35, endSeconds + goneSeconds * 0.55, seconds);
      // It ends as one of them.
      return come * (1 - 0.75 * smoothstep(endSeconds + goneSeconds * 0.6, endSeconds + goneSeconds, seconds));
    },
    fadeAt: (seconds) =>
      isToFade ? 1 - smoothstep(endSeconds + goneSeconds * 0.62, endSeconds + goneSeconds * 0.94, seconds) : 1,
  };
}

/**
 * Where the camera that looks after a rocket goes when the film is over: it stops giving way, and looks up.
 * @param at Where it was carried for a height.
 */
export function followBeyond(
  plan: LaunchPlan,
  at: (height: number) => { readonly position: Vec3; readonly target: Vec3 },
  rocketFrom: Vec3,
  view: { readonly position: Vec3; readonly target: Vec3 },
): (seconds: number) => { readonly position: Vec3; readonly target: Vec3 } {
  const { beyond } = plan;
  return (seconds) => {
    if (!beyond || seconds <= beyond.endSeconds) return at(plan.heightAt(seconds));
    const since = seconds - beyond.endSeconds;
    const end = plan.heightAt(beyond.endSeconds);
    const carried = at(end + plan.speedAt(beyond.endSeconds) * coast(since, 1.1));
    const eye: Vec3 = [0, 1, 2].map((i) => view.position[i]! + carried.position[i]!) as unknown as Vec3;
    const aim: Vec3 = [0, 1, 2].map((i) => view.target[i]! + carried.target[i]!) as unknown as Vec3;
    const rocket: Vec3 = [
      rocketFrom[0],
      rocketFrom[1] + plan.heightAt(seconds),
      rocketFrom[2] - beyond.awayAt(seconds),
    ];
    // By angles: the rocket is soon a hundred times as far away as what the camera looked at before.
    const from = anglesOf(eye, aim);
    const to = anglesOf(eye, rocket);
    const share = 0.88 * smoothstep(0, 3.2, since);
    const reach = Math.hypot(aim[0] - eye[0], aim[1] - eye[1], aim[2] - eye[2]);
    const yaw = mix(from.yaw, to.yaw, share);
    const pitch = mix(from.pitch, to.pitch, share);
    const flat = Math.cos(pitch) * reach;
    const target: Vec3 = [
      eye[0] + Math.sin(yaw) * flat - view.target[0],
      eye[1] + Math.sin(pitch) * reach - view.target[1],
      eye[2] - Math.cos(yaw) * flat - view.target[2],
    ];
    return { position: carried.position, target };
  };
}

function anglesOf(from: Vec3, to: Vec3): { readonly yaw: number; readonly pitch: number } {
  const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  return { yaw: Math.atan2(x, -z), pitch: Math.atan2(y, Math.hypot(x, z)) };
}
