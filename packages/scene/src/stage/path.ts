import type { Vec3 } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import type { BuiltSet } from '../sets/set.ts';
import type { StagedSequel } from './continue/sequel.ts';

/** Where a member is at an instant, relative to its place. */
export interface Step {
  readonly offset: Vec3;
  /** Absolute heading where it moves over the ground; absent keeps the placed one. */
  readonly yaw?: number;
  /** Added turns. */
  readonly spin: number;
  readonly pitch: number;
  readonly roll: number;
  readonly scale: number;
  /** Metres covered since the film began, and metres a second. */
  readonly distance: number;
  readonly speed: number;
}

export interface Path {
  at(seconds: number): Step;
  /** True when the camera should come along. */
  readonly isFollowed: boolean;
  /** Where it must be in the picture, as offsets, for one whose way leads out of it. */
  readonly extent?: readonly Vec3[];
  /** Where the camera comes along instead, for one that it lets go. */
  readonly ledAt?: (seconds: number) => Step;
}

export interface TravelContext {
  readonly scene: Scene;
  readonly set: BuiltSet;
  readonly durationSeconds: number;
  /** Metres that fit across the picture at the subject. */
  readonly reach: number;
  readonly sequels?: readonly StagedSequel[];
}

/** Where everybody is before he goes. */
export const REST: Step = { offset: [0, 0, 0], spin: 0, pitch: 0, roll: 0, scale: 1, distance: 0, speed: 0 };
