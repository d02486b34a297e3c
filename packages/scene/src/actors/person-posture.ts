import type { SceneActor } from '../scene.ts';
import { armToGrip, CYCLE, pedal } from './person-cycling.ts';
import { type ArmPosture, BODY, type LegPosture, legTo, type Posture, straightLeg } from './person-joints.ts';
import { SPORTS, type Sport } from './person-sports.ts';
import { footAt, strideShare, sway } from './rig.ts';

export type Activity =
  | 'stand'
  | 'walk'
  | 'run'
  | 'sit'
  | 'sitOnGround'
  | 'ride'
  | 'cycle'
  | 'lie'
  | 'fly'
  | 'fight'
  | 'dance'
  | 'wave'
  | 'jump'
  | 'float'
  | 'swim'
  | 'kneel'
  | 'crouch'
  | 'meditate'
  | 'climb'
  | 'tree'
  | 'board'
  | 'ski'
  | Sport;

export interface PostureMoment {
  readonly seconds: number;
  readonly distance: number;
  readonly speed: number;
  readonly seed: number;
}

/** What the body does, from what was asked. */
export function activityOf(actor: SceneActor): Activity {
  const { kind } = actor.motion;
  const mount = actor.relation?.kind === 'riding' ? actor.relation.to : undefined;
  if (mount !== undefined)
    return /^(bicycle|bike|motor|scooter)/.test(mount)
      ? 'cycle'
      : /^(car|bus|boat|train|airplane|rocket|balloon)/.test(mount)
        ? 'sit'
        : 'ride';
  if (actor.pose === 'flying' || kind === 'fly' || kind === 'launch') return 'fly';
  if (
    kind === 'float' ||
    kind === 'swim' ||
    kind === 'dance' ||
    kind === 'wave' ||
    kind === 'jump' ||
    kind === 'walk' ||
    kind === 'run'
  )
    return kind;
  if (actor.pose === 'sitting') return actor.relation?.kind === 'on' ? 'sit' : 'sitOnGround';
  if (actor.pose === 'lying') return 'lie';
  return actor.pose === 'fighting' ? 'fight' : 'stand';
}

export const WALK_STEP = { stride: 1.32, duty: 0.58, lift: 0.1 };
export const RUN_STEP = { stride: 2.3, duty: 0.34, lift: 0.34 };
export const WALK_SPEED = 1.35;
export const RUN_SPEED = 3.6;

export function postureOf(activity: Activity, moment: PostureMoment): Posture {
  if (activity === 'walk' || activity === 'run') return striding(activity === 'run', moment);
  return POSTURES[activity](moment);
}

type Still = Exclude<Activity, 'walk' | 'run'>;

const POSTURES: Readonly<Record<Still, (moment: PostureMoment) => Posture>> = {
  ...SPORTS,
  stand: ({ seconds, seed }) => standing(seconds, seed),
  wave: ({ seconds, seed }) => ({
    ...standing(seconds, seed),
    arms: [
      { swing: 0.05, out: 0.12, bend: 0.2 },
      { swing: 0.25, out: 2.35 + 0.1 * Math.sin(seconds * 7), bend: 0.55 + 0.45 * Math.sin(seconds * 7) },
    ],
  }),
  dance: ({ seconds, seed }) => {
    const beat = Math.sin(seconds * 4.4);
    const off = Math.sin(seconds * 2.2);
    const base = standing(seconds, seed);
    const dip = 0.035 * (1 - Math.abs(beat));
    return {
      ...base,
      hips: [0.07 * off, BODY.hip - 0.02 - dip, 0],
      lean: [0, 0.35 * off, 0],
      spine: [0.05, -0.2 * off, 0.16 * off],
      head: [0.1 * beat, 0.2 * off, -0.15 * off],
      arms: [
        { swing: 0.3, out: 1.5 + 0.5 * beat, bend: 1 + 0.4 * off },
        { swing: 0.3, out: 1.5 - 0.5 * beat, bend: 1 - 0.4 * off },
      ],
      legs: [
        legTo(dip + 0.02 + Math.max(0, off) * 0.1, 0.06 * beat, 0.16),
        legTo(dip + 0.02 + Math.max(0, -off) * 0.1, -0.06 * beat, 0.16),
      ],
      stream: 0.15,
    };
  },
  jump: ({ seconds, seed }) => {
    const height = Math.max(0, Math.sin(seconds * 4.2));
    const crouch = Math.max(0, -Math.sin(seconds * 4.2)) * 0.16;
    const raise = 0.4 + height * 2.1;
    return {
      ...standing(seconds, seed),
      hips: [0, BODY.hip - crouch + height * 0.45, 0],
      arms: [
        { swing: 0.2, out: raise, bend: 0.3 },
        { swing: 0.2, out: raise, bend: 0.3 },
      ],
      legs: [legTo(crouch + 0.14 * height, -0.05 - 0.16 * height, 0.1), legTo(crouch + 0.05 * height, 0.05, 0.1)],
    };
  },
  sit: ({ seconds, seed }) => ({
    ...standing(seconds, seed),
    hips: [0, BODY.seat, 0],
    spine: [0.02, 0, 0],
    arms: [
      { swing: 0.55, out: 0.1, bend: 0.75 },
      { swing: 0.55, out: 0.1, bend: 0.75 },
    ],
    legs: [
      { swing: -1.45, out: 0.1, bend: 1.4, foot: 0 },
      { swing: -1.45, out: 0.1, bend: 1.4, foot: 0 },
    ],
  }),
  sitOnGround: ({ seconds, seed }) => ({
    ...standing(seconds, seed),
    hips: [0, 0.12, -0.2],
    spine: [0.06, 0, 0],
    arms: [
      { swing: 0.75, out: 0.25, bend: 0.5 },
      { swing: 0.75, out: 0.25, bend: 0.5 },
    ],
    legs: [
      { swing: -1.9, out: 0.35, bend: 1.75, foot: 0.15 },
      { swing: -1.9, out: 0.35, bend: 1.75, foot: 0.15 },
    ],
  }),
  ride: ({ seconds, seed, speed }) => ({
    ...standing(seconds, seed),
    hips: [0, BODY.seat + 0.02 * Math.min(1, speed) * Math.sin(seconds * 9), 0],
    spine: [0.12, 0, 0],
    arms: [
      { swing: 0.8, out: 0.05, bend: 0.5 },
      { swing: 0.8, out: 0.05, bend: 0.5 },
    ],
    legs: [
      { swing: -0.9, out: 0.75, bend: 1.1, foot: -0.1 },
      { swing: -0.9, out: 0.75, bend: 1.1, foot: -0.1 },
    ],
    stream: Math.min(0.8, speed * 0.14),
  }),
  cycle: ({ seconds, seed, distance, speed }) => {
    const arm = armToGrip(CYCLE.lean);
    return {
      ...standing(seconds, seed),
      hips: [0, CYCLE.seat, 0],
      spine: [CYCLE.lean, 0, 0],
      head: [-0.34 + 0.05 * sway(seconds, 0.9, seed), 0.15 * sway(seconds, 0.6, seed), 0],
      arms: [arm, arm],
      legs: [pedal(distance, 0), pedal(distance, Math.PI)],
      stream: Math.min(0.85, 0.25 + speed * 0.12),
    };
  },
  lie: ({ seconds, seed }) => ({
    ...standing(seconds, seed),
    hips: [0, 0.13, 0.1],
    lean: [-Math.PI / 2, 0, 0],
    head: [0.15, 0.3 * sway(seconds, 0.4, seed), 0],
    arms: [
      { swing: 0.05, out: 0.35, bend: 0.1 },
      { swing: 0.05, out: 0.35, bend: 0.1 },
    ],
    legs: [straightLeg(0.08), straightLeg(0.08)],
  }),
  fly: ({ seconds }) => ({
    hips: [0, 0.42 + 0.03 * Math.sin(seconds * 2), 0],
    lean: [1.15 + 0.05 * Math.sin(seconds * 1.7), 0, 0.12 * Math.sin(seconds * 1.1)],
    spine: [-0.12, 0, 0],
    head: [-0.75, 0.08 * Math.sin(seconds * 0.9), 0],
    arms: [
      { swing: 0.1, out: 0.25, bend: 0.35 },
      { swing: 2.85, out: 0.05, bend: 0.05 },
    ],
    legs: [
      { swing: 0.02, out: 0.05, bend: 0.1, foot: 0.9 },
      { swing: -0.35, out: 0.05, bend: 0.9, foot: 0.8 },
    ],
    stream: 1,
  }),
  kneel: ({ seconds, seed }) => ({
    ...standing(seconds, seed),
    hips: [0, 0.462, 0],
    legs: [
      // The left foot stands before the body, the right knee is on the ground.
      { swing: -1.45, out: 0.08, bend: 1.45, foot: 0 },
      { swing: 0.06, out: 0.06, bend: 1.5, foot: 0.9 },
    ],
  }),
  crouch: ({ seconds, seed }) => ({
    ...standing(seconds, seed),
    hips: [0, 0.36, -0.1],
    spine: [0.5, 0, 0],
    head: [-0.3, 0.1 * sway(seconds, 0.6, seed), 0],
    arms: [
      { swing: 0.9, out: 0.1, bend: 0.8 },
      { swing: 0.9, out: 0.1, bend: 0.8 },
    ],
    legs: [legTo(0.48, 0.12, 0.22), legTo(0.48, 0.08, 0.22)],
  }),
  meditate: ({ seconds, seed }) => ({
    ...standing(seconds, seed),
    hips: [0, 0.13, -0.1],
    head: [0.05, 0, 0],
    legs: [
      { swing: -1.42, out: 1.02, bend: 2.5, foot: 0.5 },
      { swing: -1.42, out: 1.02, bend: 2.35, foot: 0.5 },
    ],
  }),
  // Sideways over the board, looking ahead.
  board: ({ seconds, seed }) => {
    const carve = Math.sin(seconds * 1.3 + seed);
    return {
      ...standing(seconds, seed),
      hips: [0, BODY.hip - 0.13 + 0.02 * carve, 0],
      lean: [0, 1.25, 0.12 * carve],
      spine: [0.16, -0.35, 0],
      head: [-0.05, -0.75, 0],
      arms: [
        { swing: 0.35, out: 1.15 + 0.2 * carve, bend: 0.35 },
        { swing: -0.1, out: 1.1 - 0.2 * carve, bend: 0.4 },
      ],
      legs: [legTo(0.13, 0.02, 0.34), legTo(0.13, 0.02, 0.34)],
      stream: 0.4,
    };
  },
  ski: ({ seconds, seed }) => {
    const carve = Math.sin(seconds * 1.5 + seed);
    return {
      ...standing(seconds, seed),
      hips: [0, BODY.hip - 0.2, -0.08],
      lean: [0, 0.12 * carve, 0.16 * carve],
      spine: [0.55, 0, 0],
      head: [-0.4, 0, 0],
      arms: [
        { swing: 0.55, out: 0.35, bend: 1.1 },
        { swing: 0.55, out: 0.35, bend: 1.1 },
      ],
      legs: [legTo(0.2, 0.1, 0.06), legTo(0.2, 0.1, 0.06)],
      stream: 0.5,
    };
  },
  // One foot lies against the other knee.
  tree: ({ seconds, seed }) => ({
    ...standing(seconds, seed),
    legs: [{ swing: -0.55, out: 0.95, bend: 2.1, foot: 0.5 }, legTo(0.003, 0, 0.02)],
  }),
  climb: ({ seconds, seed }) => {
    const turn = Math.sin(seconds * 3.4);
    return {
      ...standing(seconds, seed),
      hips: [0, BODY.hip - 0.02 + 0.03 * Math.sin(seconds * 6.8), 0],
      spine: [0.06, 0, 0],
      legs: [
        { swing: -0.9 + 0.45 * turn, out: 0.22, bend: 1.25 - 0.5 * turn, foot: 0.1 },
        { swing: -0.9 - 0.45 * turn, out: 0.22, bend: 1.25 + 0.5 * turn, foot: 0.1 },
      ],
    };
  },
  float: ({ seconds, seed }) => floating(seconds, seed),
  swim: ({ seconds }) => {
    const turn = seconds * 3.2;
    const stroke = (phase: number): ArmPosture => ({
      // Once round: out of the water to the front, and through it to the back.
      swing: phase,
      out: 0.25 + 0.15 * Math.sin(phase),
      bend: 0.25 + 0.35 * Math.max(0, -Math.sin(phase)),
    });
    const kick = (phase: number): LegPosture => ({
      swing: 0.05 + 0.25 * Math.sin(phase),
      out: 0.06,
      bend: 0.2 + 0.18 * Math.cos(phase),
      foot: 0.9,
    });
    return {
      hips: [0, 0.34 + 0.03 * Math.sin(turn), 0],
      lean: [1.36, 0, 0.14 * Math.sin(turn)],
      spine: [-0.08, 0, 0],
      head: [-0.6, 0.35 * Math.max(0, Math.sin(turn)), 0],
      arms: [stroke(turn), stroke(turn + Math.PI)],
      legs: [kick(turn * 2.4), kick(turn * 2.4 + Math.PI)],
      stream: 0.35,
    };
  },
  fight: ({ seconds, seed }) => {
    const strike = Math.max(0, Math.sin(seconds * 3)) ** 2;
    return {
      ...standing(seconds, seed),
      hips: [0, BODY.hip - 0.1 - 0.02 * strike, 0.04 * strike],
      lean: [0, -0.35 + 0.3 * strike, 0],
      spine: [0.1 + 0.12 * strike, 0, 0],
      head: [0.02, 0.25, 0],
      arms: [
        { swing: 0.95, out: 0.25, bend: 1.05 },
        { swing: 2.25 - 1.15 * strike, out: 0.45, bend: 0.75 - 0.5 * strike },
      ],
      legs: [legTo(0.1, 0.26, 0.2), legTo(0.1, -0.24, 0.2)],
      stream: 0.2,
    };
  },
};

function standing(seconds: number, seed: number): Posture {
  const breath = Math.sin(seconds * 1.6 + seed);
  const shift = 0.6 * sway(seconds, 0.5, seed);
  return {
    hips: [0.008 * shift, BODY.hip - 0.004 + 0.002 * breath, 0],
    lean: [0, 0, 0],
    spine: [0.012 * breath, 0.04 * shift, 0.012 * shift],
    head: [
      0.05 * sway(seconds, 0.9, seed + 1),
      0.26 * sway(seconds, 0.55, seed + 2),
      0.05 * sway(seconds, 0.7, seed + 3),
    ],
    arms: [
      { swing: 0.08 + 0.03 * breath, out: 0.16, bend: 0.22 },
      { swing: 0.08 - 0.03 * breath, out: 0.16, bend: 0.22 },
    ],
    legs: [legTo(0.004 - 0.002 * breath, 0.02, 0.05), legTo(0.004 - 0.002 * breath, -0.015, 0.05)],
    stream: 0,
  };
}

function striding(runs: boolean, { seconds, distance, speed, seed }: PostureMoment): Posture {
  const step = runs ? RUN_STEP : WALK_STEP;
  const share = strideShare(speed, runs ? RUN_SPEED : WALK_SPEED);
  if (share < 0.02) return standing(seconds, seed);
  const phase = distance / step.stride;
  const turn = phase * Math.PI * 2;
  const lowered = share * (runs ? 0.085 : 0.045);
  const bob = share * (runs ? 0.045 : 0.018) * Math.cos(turn * 2 + (runs ? 2.4 : 0));
  const hip = BODY.hip - 0.004 - lowered + bob;
  const leg = (offset: number): LegPosture => {
    const foot = footAt(phase + offset, step);
    const flat = legTo(BODY.hip - hip - foot.y * share, foot.z * share, 0.03);
    return { ...flat, foot: flat.foot + share * Math.min(1, foot.y / step.lift) * (runs ? 0.8 : 0.5) };
  };
  const swing = share * (runs ? 0.85 : 0.5);
  const arm = (sign: number): ArmPosture => ({
    swing: 0.08 + sign * swing * Math.cos(turn),
    out: 0.14,
    bend: runs ? 0.25 + share * 1.15 : 0.3 + 0.15 * share * sign * Math.cos(turn),
  });
  return {
    hips: [0, hip, 0],
    lean: [0, 0, 0],
    spine: [share * (runs ? 0.2 : 0.04), share * 0.14 * Math.cos(turn), 0],
    head: [-share * (runs ? 0.12 : 0.02), 0.1 * sway(seconds, 0.5, seed), 0],
    arms: [arm(-1), arm(1)],
    legs: [leg(0), leg(0.5)],
    stream: share * (runs ? 0.55 : 0.2),
  };
}

function floating(seconds: number, seed: number): Posture {
  const drift = (rate: number, offset: number): number => sway(seconds, rate, seed + offset);
  return {
    hips: [0, BODY.hip + 0.12 + 0.05 * Math.sin(seconds * 0.9), 0],
    lean: [0.16 * drift(0.5, 1), 0.3 * drift(0.3, 2), 0.22 * drift(0.4, 3)],
    spine: [0, 0, 0],
    head: [0, 0.2 * drift(0.5, 4), 0],
    arms: [
      { swing: 0.45 + 0.2 * drift(0.8, 5), out: 0.75 + 0.2 * drift(0.7, 6), bend: 0.55 },
      { swing: 0.35 + 0.2 * drift(0.75, 7), out: 0.85 + 0.2 * drift(0.6, 8), bend: 0.6 },
    ],
    legs: [
      { swing: -0.35 + 0.15 * drift(0.6, 9), out: 0.15, bend: 0.6, foot: 0.4 },
      { swing: -0.05 + 0.15 * drift(0.6, 10), out: 0.15, bend: 0.45, foot: 0.4 },
    ],
    stream: 0.3,
  };
}
