import type { Vec3 } from '@openimagine/render';
import { compose, multiply, rotationX, rotationZ, translation } from '../model/matrix.ts';
import { bendLimb } from './rig.ts';

/** Metres of an adult of size 1; children are the same, scaled, with a larger head. */
export const BODY = {
  hip: 0.84,
  hipSpread: 0.088,
  thigh: 0.396,
  shin: 0.38,
  /** Height of the ankle above the sole. */
  ankle: 0.075,
  shoulder: 0.455,
  shoulderSpread: 0.185,
  upperArm: 0.265,
  forearm: 0.235,
  neck: 0.52,
  headRadius: 0.148,
  seat: 0.1,
} as const;

/** Turns of one arm: forward swing and sideways lift at the shoulder, and the bend of the elbow; radians. */
export interface ArmPosture {
  readonly swing: number;
  readonly out: number;
  readonly bend: number;
}

export interface LegPosture {
  /** About x: negative is forward. */
  readonly swing: number;
  readonly out: number;
  readonly bend: number;
  /** Of the foot against the shin. */
  readonly foot: number;
}

/** A person's joints at an instant. Left is +x. */
export interface Posture {
  /** Height of the hips, and how the whole body is turned about them. */
  readonly hips: Vec3;
  readonly lean: Vec3;
  readonly spine: Vec3;
  readonly head: Vec3;
  readonly arms: readonly [left: ArmPosture, right: ArmPosture];
  readonly legs: readonly [left: LegPosture, right: LegPosture];
  /** How much cloth and hair stream behind, 0 hanging … 1 in a gale. */
  readonly stream: number;
  /** Where a tool in hand points, in the space of the torso. */
  readonly tool?: Vec3;
}

/** A leg whose foot is flat on the ground, `short` metres higher than when the hips are at full height. */
export function legTo(short: number, forward: number, out: number): LegPosture {
  // A leg that stands apart has a longer way down.
  const drop = (BODY.hip - BODY.ankle - short) / Math.cos(out);
  const [swing, bend] = bendLimb({ y: -drop, z: forward }, [BODY.thigh, BODY.shin], 1);
  return { swing, out, bend, foot: -swing - bend };
}

export function straightLeg(out: number): LegPosture {
  return { swing: 0, out, bend: 0.05, foot: 0.3 };
}

/** A posture between two, limb by limb. */
export function mixPostures(from: Posture, to: Posture, share: number): Posture {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const one = (a: number, b: number): number => a + (b - a) * share;
  const three = (a: Vec3, b: Vec3): Vec3 => [one(a[0], b[0]), one(a[1], b[1]), one(a[2], b[2])];
  const arm = (i: 0 | 1): ArmPosture => ({
    swing: one(from.arms[i].swing, to.arms[i].swing),
    out: one(from.arms[i].out, to.arms[i].out),
    bend: one(from.arms[i].bend, to.arms[i].bend),
  });
  const leg = (i: 0 | 1): LegPosture => ({
    swing: one(from.legs[i].swing, to.legs[i].swing),
    out: one(from.legs[i].out, to.legs[i].out),
    bend: one(from.legs[i].bend, to.legs[i].bend),
    foot: one(from.legs[i].foot, to.legs[i].foot),
  });
  return {
    hips: three(from.hips, to.hips),
    lean: three(from.lean, to.lean),
    spine: three(from.spine, to.spine),
    head: three(from.head, to.head),
    arms: [arm(0), arm(1)],
    legs: [leg(0), leg(1)],
    stream: one(from.stream, to.stream),
    ...(from.tool && to.tool ? { tool: three(from.tool, to.tool) } : to.tool ? { tool: to.tool } : {}),
  };
}

/** The middle between both palms, in the space of an actor of size 1. */
export function betweenHands({ hips, lean, spine, arms }: Posture): Vec3 {
  const torso = multiply(compose({ at: hips, rotate: lean }), compose({ rotate: spine }));
  const [left, right] = arms.map(({ swing, out, bend }, i) => {
    const side = i === 0 ? 1 : -1;
    return multiply(
      torso,
      translation(BODY.shoulderSpread * side, BODY.shoulder - 0.02, 0),
      rotationX(-swing),
      rotationZ(out * side),
      translation(0, -BODY.upperArm, 0),
      rotationX(-bend),
      translation(0, -BODY.forearm - 0.06, 0),
    );
  });
  const mean = (i: number): number => (left![i]! + right![i]!) / 2;
  return [mean(12), mean(13), mean(14)];
}
