import { FEATS } from './person-feats.ts';
import { legTo, type Posture } from './person-joints.ts';
import { apart, CROUCH, type Draft, feet, low, type Moment, played } from './person-keys.ts';

/** What bodies do in sports, on stages and with heavy tools: a few held moments, and the way from each to the next. */
export type Sport = keyof typeof SPORTS;

const BAT_UP: Draft = {
  left: [-0.1, 0.42, 0.22],
  right: [-0.2, 0.46, 0.16],
  tool: [-0.35, 0.85, -0.35],
  spine: [0.12, -0.45, 0],
  head: [0, 0.75, 0],
  legs: low(0.26),
  rise: CROUCH,
};
const BAT_ROUND: Draft = {
  left: [0.3, 0.4, 0.28],
  right: [0.22, 0.42, 0.32],
  tool: [0.8, 0.35, -0.35],
  spine: [0.05, 0.7, 0],
  head: [0, 0.2, 0],
  legs: feet(legTo(0.1, 0.1, 0.3), legTo(0.1, -0.16, 0.24)),
  rise: CROUCH,
};

const GOLF_READY: Draft = {
  left: [0.03, 0.02, 0.36],
  right: [-0.04, -0.01, 0.36],
  tool: [0, -0.86, 0.5],
  spine: [0.42, 0, 0],
  head: [0.2, 0, 0],
  legs: apart(0.05, 0.2),
  rise: -0.05,
};

const SERVE_READY: Draft = {
  left: [0.08, 0.22, 0.34],
  right: [-0.12, 0.22, 0.3],
  tool: [0.35, 0.75, 0.4],
  legs: low(0.18),
  rise: CROUCH,
};

export const SPORTS = {
  ...FEATS,
  /** A ball is struck with the right foot. */
  kick: played(1.9, [
    [0, { legs: feet(legTo(0.02, 0.04, 0.06), legTo(0.02, -0.08, 0.06)), rise: -0.02 }],
    [
      0.1,
      {
        left: [0.42, 0.36, 0.22],
        right: [-0.44, 0.24, -0.1],
        spine: [0.12, -0.25, 0],
        legs: [legTo(0.06, 0.1, 0.05), { swing: 0.7, out: 0.12, bend: 1.15, foot: 0.6 }],
        rise: -0.06,
      },
    ],
    [
      0.2,
      {
        left: [0.48, 0.34, -0.08],
        right: [-0.44, 0.42, 0.26],
        spine: [-0.14, 0.3, 0],
        legs: [legTo(0.03, -0.02, 0.05), { swing: -1.1, out: 0.04, bend: 0.12, foot: 0.7 }],
        rise: -0.03,
        stream: 0.3,
      },
    ],
    [
      0.72,
      {
        left: [0.46, 0.36, -0.1],
        right: [-0.42, 0.46, 0.24],
        spine: [-0.2, 0.25, 0],
        legs: [legTo(0.03, -0.02, 0.05), { swing: -1.35, out: 0.02, bend: 0.25, foot: 0.7 }],
        rise: -0.03,
        stream: 0.2,
      },
    ],
    [0.86, { legs: feet(legTo(0.02, 0.04, 0.06), legTo(0.02, -0.08, 0.06)), rise: -0.02 }],
  ]),
  swingBat: played(2.6, [
    [0, BAT_UP],
    [0.45, BAT_UP],
    [
      0.54,
      { ...BAT_ROUND, left: [0.08, 0.3, 0.42], right: [0, 0.3, 0.44], tool: [0.15, 0.05, 1], spine: [0.1, 0.1, 0] },
    ],
    [0.6, BAT_ROUND],
    [0.84, BAT_ROUND],
  ]),
  swingClub: played(3.2, [
    [0, GOLF_READY],
    [0.18, GOLF_READY],
    [
      0.36,
      {
        ...GOLF_READY,
        left: [-0.22, 0.52, 0.2],
        right: [-0.32, 0.5, 0.1],
        tool: [0.35, 0.7, -0.6],
        spine: [0.3, -0.6, 0],
        head: [0.2, 0.5, 0],
      },
    ],
    [0.44, { ...GOLF_READY, tool: [0.05, -0.86, 0.5] }],
    [
      0.52,
      {
        ...GOLF_READY,
        left: [0.3, 0.54, 0.1],
        right: [0.2, 0.54, 0.2],
        tool: [-0.35, 0.6, -0.7],
        spine: [0, 0.75, 0],
        head: [0, 0.3, 0],
        legs: feet(legTo(0.02, 0, 0.16), { ...legTo(0.05, 0, 0.2), foot: 0.8 }),
      },
    ],
    [
      0.86,
      {
        ...GOLF_READY,
        left: [0.3, 0.54, 0.1],
        right: [0.2, 0.54, 0.2],
        tool: [-0.35, 0.6, -0.7],
        spine: [0, 0.75, 0],
        head: [0, 0.3, 0],
      },
    ],
  ]),
  /** From the toss to the follow-through of a serve. */
  serve: played(2.4, [
    [0, SERVE_READY],
    [
      0.3,
      {
        left: [0.24, 0.9, 0.2],
        right: [-0.36, 0.54, -0.12],
        tool: [0.05, 0.75, -0.6],
        spine: [-0.18, -0.25, 0],
        head: [-0.4, 0, 0],
        legs: low(0.2, 0.12),
        rise: CROUCH,
      },
    ],
    [
      0.46,
      {
        left: [0.24, 0.9, 0.2],
        right: [-0.36, 0.54, -0.12],
        tool: [0.05, 0.75, -0.6],
        spine: [-0.2, -0.25, 0],
        head: [-0.4, 0, 0],
        legs: low(0.2, 0.12),
        rise: CROUCH,
      },
    ],
    [
      0.55,
      {
        left: [0.2, 0.3, 0.2],
        right: [-0.2, 0.96, 0.14],
        tool: [0.05, 0.95, 0.25],
        spine: [0.05, 0.2, 0],
        head: [-0.3, 0, 0],
        legs: feet({ ...legTo(0, 0.12, 0.1), foot: 0.7 }, { ...legTo(0, -0.12, 0.1), foot: 0.8 }),
        rise: 0.07,
        stream: 0.3,
      },
    ],
    [
      0.7,
      {
        left: [0.14, 0.2, 0.1],
        right: [0.2, 0.1, 0.34],
        tool: [0.5, -0.6, 0.4],
        spine: [0.35, 0.35, 0],
        legs: low(0.16, 0.2),
        rise: CROUCH,
      },
    ],
  ]),
  /** A jump shot: the ball is above the head. */
  shootHoop: played(2.2, [
    [
      0,
      {
        left: [0.12, 0.88, 0.22],
        right: [-0.12, 0.88, 0.22],
        head: [-0.25, 0, 0],
        legs: apart(0.18, 0.14),
        rise: -0.18,
      },
    ],
    [
      0.3,
      {
        left: [0.1, 0.97, 0.18],
        right: [-0.1, 0.97, 0.18],
        head: [-0.35, 0, 0],
        legs: feet(
          { swing: -0.15, out: 0.08, bend: 0.35, foot: 0.6 },
          { swing: 0.05, out: 0.08, bend: 0.6, foot: 0.7 },
        ),
        rise: 0.34,
        stream: 0.3,
      },
    ],
    [
      0.5,
      {
        left: [0.1, 0.97, 0.18],
        right: [-0.1, 0.97, 0.18],
        head: [-0.35, 0, 0],
        legs: feet(
          { swing: -0.1, out: 0.08, bend: 0.25, foot: 0.6 },
          { swing: 0.05, out: 0.08, bend: 0.45, foot: 0.7 },
        ),
        rise: 0.3,
        stream: 0.2,
      },
    ],
    [
      0.74,
      {
        left: [0.12, 0.9, 0.22],
        right: [-0.12, 0.9, 0.22],
        head: [-0.25, 0, 0],
        legs: apart(0.14, 0.14),
        rise: -0.14,
      },
    ],
  ]),
  archery: played(4, [
    [
      0,
      {
        left: [0.62, 0.46, 0.14],
        right: [-0.02, 0.5, 0.2],
        tool: [0, 1, 0],
        head: [0, 1.05, 0],
        legs: apart(0.02, 0.2),
        rise: -0.02,
      },
    ],
    [
      0.5,
      {
        left: [0.62, 0.475, 0.14],
        right: [-0.05, 0.51, 0.19],
        tool: [0.01, 1, 0.02],
        head: [0, 1.05, 0],
        legs: apart(0.02, 0.2),
        rise: -0.02,
      },
    ],
  ]),
  /** Wood is split, ore is broken: both hands above the head, and down. */
  chop: played(1.7, [
    [
      0,
      {
        left: [0.06, 0.86, 0.02],
        right: [-0.08, 0.92, 0],
        tool: [0.05, 0.45, -0.85],
        spine: [-0.18, 0, 0],
        head: [0.05, 0, 0],
        legs: low(0.2, 0.08),
        rise: CROUCH,
      },
    ],
    [
      0.3,
      {
        left: [0.06, 0.86, 0.02],
        right: [-0.08, 0.92, 0],
        tool: [0.05, 0.45, -0.85],
        spine: [-0.2, 0, 0],
        head: [0.05, 0, 0],
        legs: low(0.2, 0.08),
        rise: CROUCH,
      },
    ],
    [
      0.46,
      {
        left: [0.04, 0.06, 0.42],
        right: [-0.06, 0.1, 0.42],
        tool: [0, -0.35, 1],
        spine: [0.5, 0, 0],
        head: [0.1, 0, 0],
        legs: low(0.22, 0.08),
        rise: CROUCH - 0.03,
      },
    ],
    [
      0.66,
      {
        left: [0.04, 0.06, 0.42],
        right: [-0.06, 0.1, 0.42],
        tool: [0, -0.35, 1],
        spine: [0.52, 0, 0],
        head: [0.1, 0, 0],
        legs: low(0.22, 0.08),
        rise: CROUCH - 0.03,
      },
    ],
  ]),
  hammer: played(1.1, [
    [
      0,
      {
        left: [0.12, 0.14, 0.34],
        right: [-0.26, 0.62, 0.1],
        tool: [0, 0.8, -0.4],
        spine: [0.16, -0.1, 0],
        head: [0.25, 0, 0],
        legs: low(0.16, 0.06),
        rise: -0.06,
      },
    ],
    [
      0.45,
      {
        left: [0.12, 0.12, 0.34],
        right: [-0.26, 0.62, 0.1],
        tool: [0, 0.8, -0.4],
        spine: [0.16, -0.1, 0],
        head: [0.25, 0, 0],
        legs: low(0.16, 0.06),
        rise: -0.06,
      },
    ],
    [
      0.62,
      {
        left: [0.12, 0.1, 0.36],
        right: [-0.08, 0.16, 0.4],
        tool: [0.1, 0.1, 1],
        spine: [0.3, 0.1, 0],
        head: [0.25, 0, 0],
        legs: low(0.16, 0.06),
        rise: -0.08,
      },
    ],
  ]),
} satisfies Readonly<Record<string, (moment: Moment) => Posture>>;

export const isSport = (activity: string): activity is Sport => Object.hasOwn(SPORTS, activity);
