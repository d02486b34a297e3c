import type { Vec3 } from '@openimagine/render';
import { softStep } from '../model/color.ts';
import { type ArmPosture, BODY, type Posture } from './person-joints.ts';
import type { PostureMoment } from './person-posture.ts';
import { sway } from './rig.ts';

/** What arms, head and back do beside standing, sitting or walking. */
export type Gesture = (moment: PostureMoment) => Partial<Pick<Posture, 'arms' | 'head' | 'spine' | 'tool' | 'lean'>>;

const PALM = 0.055;

/** Turns of an arm whose palm is at a place of the torso's space, as near as it reaches. Left is side 1. */
export function armTo([x, y, z]: Vec3, side: 1 | -1): ArmPosture {
  const upper = BODY.upperArm;
  const lower = BODY.forearm + PALM;
  const out = x * side - BODY.shoulderSpread;
  const up = y - (BODY.shoulder - 0.02);
  const far = Math.hypot(out, up, z);
  const reach = Math.min(upper + lower - 0.004, Math.max(0.09, far));
  const [ox, oy, oz] = [out, up, z].map((value) => (value * reach) / (far || 1)) as [number, number, number];
  const bend = Math.PI - Math.acos((upper * upper + lower * lower - reach * reach) / (2 * upper * lower));
  const ahead = lower * Math.sin(bend);
  const flat = Math.hypot(oy, oz);
  const swing = Math.atan2(oy, oz) + Math.acos(Math.max(-1, Math.min(1, ahead / (flat || 1))));
  const down = -Math.sqrt(Math.max(0, flat * flat - ahead * ahead));
  return { swing, out: Math.atan2(ox, -down), bend };
}

const both = (left: Vec3, right: Vec3): Posture['arms'] => [armTo(left, 1), armTo(right, -1)];
const mirror = (at: Vec3): Posture['arms'] => both(at, [-at[0], at[1], at[2]]);
const REST: ArmPosture = { swing: 0.08, out: 0.16, bend: 0.24 };
const nod = (seconds: number, seed: number, down: number): Posture['head'] => [
  down + 0.03 * sway(seconds, 0.9, seed),
  0.06 * sway(seconds, 0.6, seed + 2),
  0,
];

/** Gestures by name; places are metres from the hips, to the left, up and to the front. */
export const GESTURES = {
  read: ({ seconds, seed }) => ({ arms: mirror([0.1, 0.24, 0.3]), head: nod(seconds, seed, 0.34) }),
  hold: ({ seconds, seed }) => ({
    arms: [armTo([0.23, 0.26, 0.3], 1), REST],
    head: nod(seconds, seed, 0.05),
  }),
  holdTwo: ({ seconds, seed }) => ({
    arms: mirror([0.23, 0.26, 0.3]),
    head: nod(seconds, seed, 0.05),
  }),
  cradle: ({ seconds, seed }) => ({
    arms: both([0.05, 0.16, 0.31], [-0.13, 0.2, 0.3]),
    head: [0.32 + 0.03 * sway(seconds, 0.9, seed), 0.18, 0.1],
    spine: [0.03, 0, 0.03 * Math.sin(seconds * 1.3)],
  }),
  carry: ({ seconds, seed }) => ({ arms: mirror([0.13, 0.16, 0.3]), head: nod(seconds, seed, 0.04) }),
  guitar: ({ seconds, seed }) => ({
    arms: both([0.36, 0.3, 0.2], [-0.1, 0.13 + 0.035 * Math.sin(seconds * 11), 0.21]),
    head: nod(seconds, seed, 0.2),
  }),
  violin: ({ seconds, seed }) => {
    const bow = Math.sin(seconds * 3.4);
    return {
      arms: both([0.3, 0.44, 0.3], [-0.12 - 0.09 * bow, 0.42 + 0.03 * bow, 0.3 - 0.05 * bow]),
      head: [0.1, 0.35, -0.2],
      spine: [0, 0.08 * Math.sin(seconds * 1.7 + seed), 0],
    };
  },
  flute: ({ seconds, seed }) => ({
    arms: both([0.12, 0.5, 0.2], [-0.12, 0.47, 0.22]),
    head: nod(seconds, seed, 0.06 + 0.05 * Math.sin(seconds * 3)),
  }),
  keys: ({ seconds, seed }) => ({
    arms: both(
      [0.16 + 0.04 * Math.sin(seconds * 2.3), 0.16 + 0.018 * Math.sin(seconds * 11), 0.36],
      [-0.15 + 0.05 * Math.sin(seconds * 1.7), 0.16 + 0.018 * Math.sin(seconds * 9 + 2), 0.36],
    ),
    head: nod(seconds, seed, 0.22),
    spine: [0.08 + 0.03 * Math.sin(seconds * 2.3), 0, 0],
  }),
  drums: ({ seconds, seed }) => ({
    arms: both(
      [0.2, 0.22 + 0.14 * Math.max(0, Math.sin(seconds * 10)), 0.34],
      [-0.2, 0.22 + 0.14 * Math.max(0, -Math.sin(seconds * 10)), 0.34],
    ),
    head: nod(seconds, seed, 0.1 + 0.08 * Math.abs(Math.sin(seconds * 5))),
  }),
  paint: ({ seconds, seed }) => ({
    arms: both(
      [0.2, 0.16, 0.26],
      [-0.14 + 0.08 * Math.sin(seconds * 1.9), 0.42 + 0.07 * Math.sin(seconds * 2.9), 0.42],
    ),
    head: nod(seconds, seed, 0.05),
  }),
  write: ({ seconds, seed }) => ({
    arms: both([0.13, 0.18, 0.3], [-0.1 + 0.03 * Math.sin(seconds * 1.3), 0.19 + 0.008 * Math.sin(seconds * 13), 0.32]),
    head: nod(seconds, seed, 0.36),
  }),
  stir: ({ seconds, seed }) => ({
    arms: both([0.17, 0.14, 0.3], [-0.1 + 0.05 * Math.sin(seconds * 4.4), 0.2, 0.36 + 0.05 * Math.cos(seconds * 4.4)]),
    head: nod(seconds, seed, 0.3),
  }),
  type: ({ seconds, seed }) => ({
    arms: both(
      [0.09, 0.15 + 0.012 * Math.sin(seconds * 15), 0.34],
      [-0.09, 0.15 + 0.012 * Math.sin(seconds * 13 + 1), 0.34],
    ),
    head: nod(seconds, seed, 0.28),
  }),
  drink: ({ seconds, seed }) => {
    const sip = Math.max(0, Math.sin(seconds * 1.5 + 0.4)) ** 0.6;
    return {
      arms: [REST, armTo([-0.1 + 0.07 * sip, 0.28 + 0.27 * sip, 0.32 - 0.11 * sip], -1)],
      head: nod(seconds, seed, -0.16 * sip),
    };
  },
  phone: ({ seconds, seed }) => ({
    arms: [REST, armTo([-0.21, 0.58, 0.06], -1)],
    head: [0.05 * sway(seconds, 0.9, seed), 0.12 * sway(seconds, 0.5, seed + 2), -0.1],
  }),
  text: ({ seconds, seed }) => ({
    arms: both([0.05, 0.3, 0.27], [-0.05, 0.3, 0.27]),
    head: nod(seconds, seed, 0.36),
  }),
  photograph: ({ seconds, seed }) => ({ arms: mirror([0.09, 0.62, 0.26]), head: nod(seconds, seed, 0) }),
  sing: ({ seconds }) => ({
    arms: [armTo([0.34, 0.42 + 0.06 * Math.sin(seconds * 1.4), 0.28], 1), armTo([-0.03, 0.5, 0.24], -1)],
    head: [-0.14 + 0.06 * Math.sin(seconds * 2), 0.12 * Math.sin(seconds), 0],
  }),
  clap: ({ seconds, seed }) => {
    const gap = 0.03 + 0.12 * Math.abs(Math.sin(seconds * 8));
    return { arms: mirror([gap, 0.36, 0.33]), head: nod(seconds, seed, 0) };
  },
  point: ({ seconds, seed }) => ({
    arms: [armTo([0.6, 0.5, 0.44], 1), REST],
    head: [-0.04, 0.45, 0.03 * sway(seconds, 0.8, seed)],
  }),
  salute: () => ({ arms: [REST, armTo([-0.15, 0.74, 0.12], -1)] }),
  cheer: ({ seconds }) => ({
    arms: mirror([0.34, 0.92 + 0.06 * Math.sin(seconds * 7), 0.08]),
    head: [-0.2, 0, 0.04 * Math.sin(seconds * 3.5)],
  }),
  lift: ({ seconds }) => {
    const height = 0.66 + 0.2 * Math.sin(seconds * 2.2);
    return { arms: mirror([0.3, height, 0.1]) };
  },
  pray: ({ seconds, seed }) => ({ arms: mirror([0.025, 0.37, 0.2]), head: nod(seconds, seed, 0.36) }),
  think: ({ seconds, seed }) => ({
    arms: both([-0.06, 0.22, 0.2], [-0.02, 0.53, 0.2]),
    head: [0.08 + 0.03 * sway(seconds, 0.7, seed), 0.2, 0.14],
  }),
  shrug: ({ seconds }) => ({
    arms: mirror([0.38, 0.26 + 0.05 * Math.sin(seconds * 3), 0.22]),
    head: [0, 0, 0.16 * Math.sin(seconds * 1.5)],
  }),
  hug: ({ seconds, seed }) => ({
    arms: mirror([0.05, 0.33, 0.34]),
    head: [0.08, 0.3, 0.1 + 0.03 * sway(seconds, 0.5, seed)],
  }),
  offer: ({ seconds, seed }) => ({ arms: mirror([0.12, 0.28, 0.4]), head: nod(seconds, seed, 0.06) }),
  push: ({ seconds }) => ({
    arms: mirror([0.16, 0.36, 0.46 + 0.02 * Math.sin(seconds * 3)]),
    spine: [0.3, 0, 0],
    head: [-0.2, 0, 0],
  }),
  pull: ({ seconds }) => ({
    arms: mirror([0.08, 0.26, 0.42 + 0.03 * Math.sin(seconds * 3)]),
    spine: [-0.22, 0, 0],
    head: [0.15, 0, 0],
  }),
  tend: ({ seconds, seed }) => ({
    arms: both(
      [0.12 + 0.05 * Math.sin(seconds * 2.1 + seed), 0.02 + 0.05 * Math.sin(seconds * 2.9), 0.38],
      [-0.1 + 0.05 * Math.sin(seconds * 2.5), 0.05 + 0.05 * Math.sin(seconds * 3.3 + seed), 0.4],
    ),
    spine: [0.26, 0, 0],
    head: nod(seconds, seed, 0.2),
  }),
  selfie: ({ seconds, seed }) => ({
    arms: [REST, armTo([-0.3, 0.62 + 0.01 * Math.sin(seconds), 0.42], -1)],
    head: [-0.08, -0.22 + 0.05 * sway(seconds, 0.6, seed), 0.12],
  }),
  yoga: ({ seconds, seed }) => ({
    arms: mirror([0.012, 0.99, 0.03]),
    head: [-0.05, 0, 0],
    spine: [0, 0, 0.02 * sway(seconds, 0.6, seed)],
  }),
  taichi: ({ seconds, seed }) => {
    const turn = seconds * 0.7 + seed;
    return {
      arms: both(
        [0.22 + 0.1 * Math.sin(turn), 0.3 + 0.14 * Math.cos(turn), 0.4],
        [-0.2 + 0.1 * Math.sin(turn), 0.26 - 0.14 * Math.cos(turn), 0.38],
      ),
      spine: [0.03, 0.35 * Math.sin(turn), 0],
      head: [0.02, 0.2 * Math.sin(turn), 0],
    };
  },
  blow: ({ seconds, seed }) => ({
    spine: [0.42 + 0.04 * Math.sin(seconds * 1.4), 0, 0],
    head: [0.06 + 0.03 * sway(seconds, 0.8, seed), 0, 0],
    arms: mirror([0.2, -0.02, 0.14]),
  }),
  throw: ({ seconds }) => {
    const turn = seconds * 3.2;
    const fling = Math.sin(turn);
    return {
      arms: [armTo([0.3, 0.36, 0.3], 1), armTo([-0.3, 0.62 + 0.1 * fling, -0.12 + 0.42 * Math.max(0, fling)], -1)],
      spine: [0.1 * fling, 0.3 * fling, 0],
    };
  },
  juggle: ({ seconds }) => ({
    arms: both([0.2, 0.26 + 0.07 * Math.sin(seconds * 8), 0.32], [-0.2, 0.26 - 0.07 * Math.sin(seconds * 8), 0.32]),
    head: [-0.3, 0, 0],
  }),
  dig: ({ seconds }) => {
    const turn = Math.sin(seconds * 3);
    return {
      arms: both([0.12, 0.06 + 0.05 * turn, 0.38], [-0.12, 0.24 + 0.1 * turn, 0.3]),
      spine: [0.35 + 0.1 * turn, -0.12 * turn, 0],
      head: [0.1, 0, 0],
    };
  },
  sweep: ({ seconds }) => {
    const turn = Math.sin(seconds * 2.6);
    return {
      arms: both([0.1 + 0.1 * turn, 0.1, 0.34], [-0.06 + 0.06 * turn, 0.34, 0.26]),
      spine: [0.18, 0.22 * turn, 0],
      head: [0.25, 0, 0],
    };
  },
  climb: ({ seconds }) => {
    const turn = Math.sin(seconds * 3.4);
    return {
      arms: both([0.17, 0.74 + 0.14 * turn, 0.24], [-0.17, 0.74 - 0.14 * turn, 0.24]),
      head: [-0.4, 0, 0],
    };
  },
  bow: ({ seconds }) => {
    const low = 0.5 + 0.5 * Math.sin(seconds * 1.6);
    return { spine: [0.9 * low, 0, 0], head: [0.3 * low, 0, 0], arms: [REST, REST] };
  },
  weep: ({ seconds }) => ({
    arms: mirror([0.07, 0.62, 0.17]),
    head: [0.42 + 0.03 * Math.sin(seconds * 6), 0, 0],
    spine: [0.16, 0, 0],
  }),
  laugh: ({ seconds }) => ({
    head: [-0.22 + 0.06 * Math.sin(seconds * 9), 0.1 * Math.sin(seconds * 1.3), 0.08],
    spine: [-0.06 + 0.03 * Math.sin(seconds * 9), 0, 0],
  }),
  nod: ({ seconds }) => ({ head: [0.14 + 0.14 * Math.sin(seconds * 4), 0, 0] }),
  lookUp: ({ seconds, seed }) => ({ head: [-0.55 + 0.02 * sway(seconds, 0.6, seed), 0.1, 0] }),
  talk: ({ seconds, seed }) => ({
    arms: [
      armTo([0.24, 0.24 + 0.06 * Math.sin(seconds * 2.7 + seed), 0.26], 1),
      armTo([-0.24, 0.2 + 0.05 * Math.sin(seconds * 2.1), 0.22], -1),
    ],
    head: [0.04 * Math.sin(seconds * 3), 0.14 * sway(seconds, 0.9, seed), 0.05 * Math.sin(seconds * 1.7)],
  }),
  stretch: ({ seconds }) => ({
    arms: mirror([0.16, 0.98 + 0.02 * Math.sin(seconds * 1.4), 0.02]),
    spine: [-0.12, 0, 0.1 * Math.sin(seconds * 0.9)],
    head: [-0.25, 0, 0],
  }),
  meditate: ({ seconds }) => ({
    arms: mirror([0.28, 0.04, 0.26]),
    head: [0.04 + 0.01 * Math.sin(seconds), 0, 0],
  }),
  crossArms: ({ seconds, seed }) => ({
    arms: both([-0.1, 0.24, 0.2], [0.1, 0.27, 0.22]),
    head: nod(seconds, seed, -0.02),
  }),
  akimbo: ({ seconds, seed }) => ({ arms: mirror([0.19, 0.06, 0.04]), head: nod(seconds, seed, -0.04) }),
  /** From the hip to before the face. */
  drawSword: ({ seconds }) => {
    const out = softStep(0.6, 2.2, seconds);
    const at = (from: number, to: number): number => from + (to - from) * out;
    return {
      arms: [
        armTo([0.2, at(0.06, 0.3), at(0.12, 0.3)], 1),
        armTo([at(0.14, -0.3), at(0.06, 0.42), at(0.18, 0.34)], -1),
      ],
      spine: [0.05, at(0.3, -0.15), 0],
      head: [0.02, at(0.15, 0), 0],
    };
  },
  /** The head sinks, a little further with each nod. */
  doze: ({ seconds }) => {
    const down = softStep(0.5, 3.5, seconds);
    const breath = 0.02 * Math.sin(seconds * 1.5);
    return {
      arms: both([0.12, 0.2 - 0.02 * down, 0.28], [-0.12, 0.2 - 0.02 * down, 0.28]),
      spine: [0.1 + 0.42 * down + breath, 0, 0.05 * down],
      head: [0.15 + 0.5 * down, 0.1 * down, 0.22 * down],
    };
  },
  spray: ({ seconds }) => ({
    arms: both([0.03, 0.22, 0.4], [-0.07, 0.16, 0.26]),
    lean: [0, 0.9, 0],
    spine: [0.08, 0.1 * Math.sin(seconds * 0.9), 0],
    tool: [0.08, 0.42 + 0.05 * Math.sin(seconds * 1.3), 1],
  }),
  tray: ({ seconds, seed }) => ({
    arms: [armTo([0.36, 0.34 + 0.008 * Math.sin(seconds * 1.7), 0.2], 1), REST],
    head: nod(seconds, seed, 0),
  }),
  conduct: ({ seconds }) => {
    const beat = Math.sin(seconds * 3.6);
    const across = Math.sin(seconds * 1.8);
    return {
      arms: both([0.3 + 0.12 * across, 0.5 + 0.14 * beat, 0.3], [-0.28 - 0.14 * across, 0.54 + 0.16 * beat, 0.34]),
      tool: [-0.3 * across, 0.7 + 0.3 * beat, 0.6],
      spine: [0.06, 0.1 * across, 0],
      head: [0.08 * beat, 0.2 * across, 0],
    };
  },
  angle: ({ seconds, seed }) => ({
    arms: both([0.05, 0.14, 0.34], [-0.08, 0.22, 0.34]),
    lean: [0, 0.75, 0],
    tool: [0.1, 0.55 + 0.03 * Math.sin(seconds * 1.3), 0.85],
    head: nod(seconds, seed, 0.08),
  }),
  paddle: ({ seconds }) => {
    const turn = Math.sin(seconds * 2.6);
    const fore = Math.cos(seconds * 2.6);
    return {
      arms: both([0.3, 0.26 + 0.14 * turn, 0.32 + 0.06 * fore], [-0.3, 0.26 - 0.14 * turn, 0.32 - 0.06 * fore]),
      tool: [1, 0.55 * turn, 0.25 * fore],
      spine: [0.08, 0.2 * fore, 0],
    };
  },
  toss: ({ seconds, seed }) => {
    const flick = Math.max(0, Math.sin(seconds * 4.2)) ** 2;
    return {
      arms: [REST, armTo([-0.12, 0.2 + 0.1 * flick, 0.3 + 0.05 * flick], -1)],
      lean: [0, -0.45, 0],
      tool: [0.25, -0.12 + 0.34 * flick, 1],
      head: nod(seconds, seed, 0.22),
    };
  },
  lean: ({ seconds, seed }) => ({
    arms: [REST, armTo([-0.24, 0.04, 0.2], -1)],
    tool: [-0.04, -1, 0.1],
    spine: [0.12, 0, 0],
    head: nod(seconds, seed, 0.04),
  }),
  aim: () => ({ arms: both([0.14, 0.5, 0.5], [-0.14, 0.5, 0.1]), head: [0, 0.1, 0] }),
} satisfies Readonly<Record<string, Gesture>>;

export type GestureName = keyof typeof GESTURES;
