import type { Vec3 } from '@openimagine/render';
import { armTo } from './person-gestures.ts';
import { type ArmPosture, BODY, type LegPosture, legTo, mixPostures, type Posture } from './person-joints.ts';

interface Key {
  /** Share of the period at which it is reached. */
  readonly at: number;
  readonly posture: Posture;
}

export type Moment = { readonly seconds: number; readonly seed: number };

/** One held moment: what it does not say is as it is in somebody who stands. */
export interface Draft {
  readonly left?: Vec3 | ArmPosture;
  readonly right?: Vec3 | ArmPosture;
  readonly legs?: Posture['legs'];
  /** Above the ordinary height of the hips, and aside and ahead of their place. */
  readonly rise?: number;
  readonly shift?: readonly [x: number, z: number];
  readonly lean?: Vec3;
  readonly spine?: Vec3;
  readonly head?: Vec3;
  readonly tool?: Vec3;
  readonly stream?: number;
}

const REST: ArmPosture = { swing: 0.08, out: 0.18, bend: 0.3 };
const isPlace = (arm: Vec3 | ArmPosture): arm is Vec3 => Array.isArray(arm);
const armOf = (arm: Vec3 | ArmPosture, side: 1 | -1): ArmPosture => (isPlace(arm) ? armTo(arm, side) : arm);
/** Both legs; one given stands for both. */
export const feet = (left: LegPosture, right: LegPosture = left): Posture['legs'] => [left, right];
/** Feet apart, both as far forward. */
export const apart = (short: number, wide = 0.16): Posture['legs'] => feet(legTo(short, 0, wide));

/** A whole posture from what is told of it; hands are where they are told in the space of the torso. */
export function pose({ left = REST, right = REST, legs, rise = 0, shift = [0, 0], ...rest }: Draft): Posture {
  const { lean = [0, 0, 0], spine = [0, 0, 0], head = [0, 0, 0], tool, stream = 0.1 } = rest;
  return {
    hips: [shift[0], BODY.hip + rise, shift[1]],
    lean,
    spine,
    head,
    arms: [armOf(left, 1), armOf(right, -1)],
    legs: legs ?? apart(0.004, 0.05),
    stream,
    ...(tool ? { tool } : {}),
  };
}

/** Plays keys in their order, round and round; each pair of neighbours is gone through softly. */
export function played(
  period: number,
  drafts: readonly (readonly [at: number, draft: Draft])[],
): (moment: Moment) => Posture {
  const keys: readonly Key[] = drafts.map(([at, draft]) => ({ at, posture: pose(draft) }));
  return ({ seconds, seed }) => {
    const turn = seconds / period + (seed % 7) * 0.04;
    const share = turn - Math.floor(turn);
    const next = keys.findIndex(({ at }) => at > share);
    const to = keys[next < 0 ? 0 : next]!;
    const from = keys[next < 0 ? keys.length - 1 : next === 0 ? keys.length - 1 : next - 1]!;
    const span = (to.at - from.at + 1) % 1 || 1;
    const gone = ((share - from.at + 1) % 1 || 0) / span;
    return mixPostures(from.posture, to.posture, gone * gone * (3 - 2 * gone));
  };
}

/** How much lower a body is that stands ready. */
export const CROUCH = -0.1;
/** Feet one before the other, knees bent. */
export const low = (wide = 0.22, ahead = 0.06): Posture['legs'] =>
  feet(legTo(-CROUCH, ahead, wide), legTo(-CROUCH, -ahead, wide));
