import type { Part } from '../stage/together.ts';
import { armTo } from './person-gestures.ts';
import { BODY, legTo, type Posture } from './person-joints.ts';
import type { Activity, PostureMoment } from './person-posture.ts';
import { sway } from './rig.ts';

type Bent = Partial<Posture>;

/** The legs of whoever is with somebody: small ones are met on one knee, desks are sat at. */
export function stanceWith({ how, ratio, low = false }: Part): Activity | undefined {
  if (how === 'propose') return undefined;
  if (how === 'hug' && ratio < 0.72) return 'kneel';
  if (how === 'sitAt' || how === 'atPiano' || how === 'playAt') return 'sit';
  return how === 'face' && low ? 'kneel' : undefined;
}

/** How a body bends to whoever it is with; what it leaves open is as it would be alone. */
export function postureWith(part: Part, moment: PostureMoment): Bent {
  const bend = BENT[part.how];
  return bend ? bend(part, moment) : {};
}

/** Height of the other's shoulders over one's own hips, metres of oneself. */
const shoulderOf = ({ ratio }: Part): number => {
  const hips = ratio < 0.72 ? 0.462 : BODY.hip;
  return Math.max(-0.05, Math.min(0.6, (BODY.hip + BODY.shoulder) * ratio - hips));
};

const BENT: Readonly<Partial<Record<Part['how'], (part: Part, moment: PostureMoment) => Bent>>> = {
  hug: (part, { seconds, seed }) => {
    const y = shoulderOf(part);
    const rock = 0.03 * Math.sin(seconds * 1.1);
    return {
      arms:
        part.side === 1
          ? [armTo([0.06, y - 0.02, 0.36], 1), armTo([-0.12, y - 0.12, 0.36], -1)]
          : [armTo([0.1, y - 0.14, 0.36], 1), armTo([-0.04, y - 0.03, 0.37], -1)],
      spine: [0.1, 0, rock * part.side],
      head: [0.1, 0.35, 0.2 + 0.03 * sway(seconds, 0.5, seed)],
    };
  },
  kiss: (part, { seconds }) => {
    const y = shoulderOf(part);
    const near = 0.04 * Math.sin(seconds * 0.9);
    return {
      arms: [armTo([0.12, y - 0.1, 0.34], 1), armTo([-0.12, y - 0.12, 0.34], -1)],
      spine: [0.1 + near, 0, 0],
      head: [-0.04, 0, 0.2 * part.side],
    };
  },
  shakeHands: (part, { seconds }) => {
    const pump = 0.022 * Math.sin(seconds * 7) * Math.max(0, Math.sin(seconds * 0.8 + 0.4));
    return {
      arms: [{ swing: 0.06, out: 0.14, bend: 0.3 }, armTo([-0.01, 0.13 + pump + (part.ratio - 1) * 0.5, 0.37], -1)],
      spine: [0.06, 0.16, 0],
      head: [0.03 * Math.sin(seconds * 2.1), 0.05, 0],
    };
  },
  highFive: (part, { seconds }) => {
    const clap = 0.5 + 0.5 * Math.sin(seconds * 2.4);
    const y = 0.56 + 0.24 * clap + (part.ratio - 1) * 0.5;
    return {
      arms: [{ swing: 0.06, out: 0.14, bend: 0.3 }, armTo([-0.06, y, 0.24 + 0.11 * clap], -1)],
      head: [-0.16, 0, 0],
    };
  },
  handInHand: (part) => {
    const arm = armTo([0.27 * part.side, -0.06 + (part.ratio - 1) * 0.32, 0.04], part.side);
    const free = { swing: 0.08, out: 0.14, bend: 0.24 };
    return { arms: part.side === 1 ? [arm, free] : [free, arm], head: [0, 0.16 * part.side, 0.05 * part.side] };
  },
  danceClosely: (part, { seconds, seed }) => {
    const step = Math.sin(seconds * 2.6);
    const lift = (phase: number): number => 0.012 + 0.05 * Math.max(0, Math.sin(seconds * 2.6 + phase));
    const y = shoulderOf(part);
    const leads = part.side === 1;
    return {
      // Who leads has the other's back in the right arm; the free hands are joined at the side.
      arms: leads
        ? [armTo([0.46, 0.42, 0.22], 1), armTo([-0.1, y - 0.16, 0.36], -1)]
        : [armTo([0.16, y, 0.32], 1), armTo([-0.46, 0.42, 0.22], -1)],
      hips: [0.025 * step, BODY.hip - 0.025, 0],
      spine: [-0.03, 0, 0.05 * step * part.side],
      head: [0.02, (leads ? 0.3 : 0.35) + 0.05 * sway(seconds, 0.7, seed), 0],
      legs: [legTo(lift(0), 0.1 * step * part.side, 0.05), legTo(lift(Math.PI), -0.1 * step * part.side, 0.05)],
      stream: 0.3,
    };
  },
  talk: (part, { seconds, seed }) => chat(part, seconds, seed, 1),
  circle: (part, { seconds, seed }) => chat(part, seconds, seed, 1),
  argue: (part, { seconds, seed }) => chat(part, seconds, seed, 1.8),
  propose: (part, { seconds }) =>
    part.side === 1
      ? { arms: [armTo([0.06, 0.36, 0.4], 1), armTo([-0.06, 0.34, 0.4], -1)], head: [-0.34, 0, 0] }
      : {
          arms: [armTo([0.05, 0.5, 0.18], 1), armTo([-0.06, 0.52, 0.17], -1)],
          head: [0.3 + 0.03 * Math.sin(seconds * 2), 0, 0],
        },
  playAt: (part, { seconds, seed }) => {
    // By turns one thinks and the other moves a piece.
    const moves = Math.max(0, Math.sin(seconds * 0.7 + (part.side === 1 ? 0 : Math.PI))) ** 2;
    return {
      arms: [
        armTo([0.12, 0.2, 0.24], 1),
        armTo([-0.06 - 0.04 * (1 - moves), 0.44 - 0.22 * moves, 0.2 + 0.24 * moves], -1),
      ],
      spine: [0.14 + 0.1 * moves, 0, 0],
      head: [0.34 + 0.03 * sway(seconds, 0.6, seed), 0, 0],
    };
  },
  push: (_, { seconds }) => ({
    arms: [armTo([0.17, 0.2, 0.42], 1), armTo([-0.17, 0.2, 0.42], -1)],
    spine: [0.16 + 0.02 * Math.sin(seconds * 3), 0, 0],
    head: [-0.1, 0, 0],
  }),
};

/** They speak by turns: who speaks moves the hands, the other nods. */
function chat(part: Part, seconds: number, seed: number, zeal: number): Bent {
  const turn = Math.sin(seconds * 0.9 + (part.side === 1 ? 0 : Math.PI));
  const speaks = Math.max(0, Math.min(1, turn * 2 + 0.5));
  const beat = 0.06 * zeal * Math.sin(seconds * 3.1 * zeal + seed);
  const low = 0.02 + 0.18 * speaks;
  return {
    arms: [
      armTo([0.22, low + speaks * beat, 0.14 + 0.14 * speaks], 1),
      armTo([-0.22, low + speaks * (0.04 - beat) + (zeal - 1) * 0.1 * speaks, 0.14 + (0.1 + 0.1 * zeal) * speaks], -1),
    ],
    spine: [0.03 * zeal * speaks, 0, 0],
    head: [
      (1 - speaks) * 0.07 * Math.sin(seconds * 3.4),
      0.08 * sway(seconds, 0.7, seed),
      0.04 * Math.sin(seconds * 1.3),
    ],
  };
}
