import type { Vec3 } from '@openimagine/render';
import { BODY, legTo, type Posture } from './person-joints.ts';
import { apart, CROUCH, type Draft, feet, low, type Moment, played, pose } from './person-keys.ts';

const LIFT_LOW: Draft = {
  left: [0.3, -0.06, 0.3],
  right: [-0.3, -0.06, 0.3],
  spine: [0.75, 0, 0],
  head: [-0.5, 0, 0],
  legs: feet(legTo(0.3, 0.1, 0.24)),
  rise: -0.3,
  shift: [0, -0.1],
  tool: [1, 0, 0],
};
const LIFT_HIGH: Draft = {
  left: [0.34, 0.9, 0.03],
  right: [-0.34, 0.9, 0.03],
  head: [-0.15, 0, 0],
  legs: apart(0.02, 0.2),
  rise: -0.02,
  tool: [1, 0, 0],
};

const HEADED: Vec3 = [0.05, 0, 0];

/** What dancers, skaters, fighters and gymnasts do. */
export const FEATS = {
  /** On one toe, the other foot at the knee, arms round above the head. */
  pirouette: ({ seconds }) =>
    pose({
      left: [0.13 + 0.02 * Math.sin(seconds * 1.3), 0.93, 0.1],
      right: [-0.13 - 0.02 * Math.sin(seconds * 1.3), 0.93, 0.1],
      head: [-0.06, 0, 0],
      legs: [
        { swing: -0.62, out: 0.95, bend: 2.15, foot: 0.9 },
        { swing: 0, out: 0.02, bend: 0, foot: 1.0 },
      ],
      rise: 0.075,
      stream: 0.3,
    }),
  /** From arms round above the head on both toes to an arabesque, and back. */
  ballet: played(5.2, [
    [
      0,
      {
        left: [0.13, 0.93, 0.1],
        right: [-0.13, 0.93, 0.1],
        head: [-0.06, 0, 0],
        legs: feet({ swing: -0.04, out: 0.02, bend: 0.02, foot: 1 }, { swing: 0.05, out: 0.02, bend: 0.02, foot: 1 }),
        rise: 0.06,
      },
    ],
    [
      0.3,
      {
        left: [0.16, 0.6, 0.56],
        right: [-0.62, 0.42, -0.06],
        spine: [0.34, 0, 0],
        lean: [0.12, 0, 0],
        head: [-0.5, 0, 0],
        legs: [
          { swing: -0.12, out: 0.02, bend: 0, foot: 0.95 },
          { swing: 1.3, out: 0.1, bend: 0.08, foot: 0.9 },
        ],
        rise: 0.05,
        stream: 0.25,
      },
    ],
    [
      0.62,
      {
        left: [0.16, 0.6, 0.56],
        right: [-0.62, 0.42, -0.06],
        spine: [0.34, 0, 0],
        lean: [0.12, 0, 0],
        head: [-0.5, 0, 0],
        legs: [
          { swing: -0.12, out: 0.02, bend: 0, foot: 0.95 },
          { swing: 1.3, out: 0.1, bend: 0.08, foot: 0.9 },
        ],
        rise: 0.05,
        stream: 0.25,
      },
    ],
    [0.86, { left: [0.45, 0.3, 0.2], right: [-0.45, 0.3, 0.2], legs: apart(0.1, 0.2), rise: -0.1 }],
  ]),
  /** Long pushes from one edge to the other. */
  skate: played(2.2, [
    [
      0.06,
      {
        left: [0.4, 0.16, -0.2],
        right: [-0.3, 0.3, 0.34],
        spine: [0.42, 0.2, 0],
        head: [-0.34, -0.1, 0],
        legs: [legTo(0.16, 0.08, 0.04), { swing: 0.85, out: 0.42, bend: 0.3, foot: 0.5 }],
        rise: -0.16,
        lean: [0, 0, 0.08],
        stream: 0.5,
      },
    ],
    [
      0.4,
      {
        left: [0.42, 0.16, -0.22],
        right: [-0.3, 0.3, 0.34],
        spine: [0.42, 0.2, 0],
        head: [-0.34, -0.1, 0],
        legs: [legTo(0.16, 0.08, 0.04), { swing: 0.7, out: 0.3, bend: 0.5, foot: 0.5 }],
        rise: -0.16,
        lean: [0, 0, 0.05],
        stream: 0.5,
      },
    ],
    [
      0.56,
      {
        left: [0.3, 0.3, 0.34],
        right: [-0.4, 0.16, -0.2],
        spine: [0.42, -0.2, 0],
        head: [-0.34, 0.1, 0],
        legs: [{ swing: 0.85, out: 0.42, bend: 0.3, foot: 0.5 }, legTo(0.16, 0.08, 0.04)],
        rise: -0.16,
        lean: [0, 0, -0.08],
        stream: 0.5,
      },
    ],
    [
      0.9,
      {
        left: [0.3, 0.3, 0.34],
        right: [-0.42, 0.16, -0.22],
        spine: [0.42, -0.2, 0],
        head: [-0.34, 0.1, 0],
        legs: [{ swing: 0.7, out: 0.3, bend: 0.5, foot: 0.5 }, legTo(0.16, 0.08, 0.04)],
        rise: -0.16,
        lean: [0, 0, -0.05],
        stream: 0.5,
      },
    ],
  ]),
  highKick: played(1.9, [
    [0, { left: [0.16, 0.42, 0.3], right: [-0.14, 0.36, 0.26], legs: low(0.2, 0.16), rise: CROUCH, head: HEADED }],
    [
      0.12,
      {
        left: [0.2, 0.42, 0.26],
        right: [-0.16, 0.36, 0.24],
        spine: [-0.2, 0.2, 0.1],
        legs: [legTo(0.03, 0, 0.06), { swing: -1.5, out: 0.25, bend: 1.5, foot: 0.4 }],
        rise: -0.03,
      },
    ],
    [
      0.22,
      {
        left: [0.3, 0.36, 0.1],
        right: [-0.36, 0.26, -0.1],
        spine: [-0.42, 0.3, 0.1],
        head: [0.3, 0, 0],
        legs: [legTo(0.02, -0.04, 0.06), { swing: -1.95, out: 0.2, bend: 0.06, foot: 0.3 }],
        rise: -0.02,
        stream: 0.3,
      },
    ],
    [
      0.78,
      {
        left: [0.3, 0.36, 0.1],
        right: [-0.36, 0.26, -0.1],
        spine: [-0.42, 0.3, 0.1],
        head: [0.3, 0, 0],
        legs: [legTo(0.02, -0.04, 0.06), { swing: -1.95, out: 0.2, bend: 0.06, foot: 0.3 }],
        rise: -0.02,
        stream: 0.2,
      },
    ],
  ]),
  /** A lunge with the point ahead. */
  lunge: played(2.4, [
    [
      0,
      {
        left: [0.36, 0.56, -0.2],
        right: [-0.2, 0.3, 0.34],
        tool: [0.05, 0.15, 1],
        spine: [0.05, 0.25, 0],
        legs: feet(legTo(0.1, -0.2, 0.14), legTo(0.1, 0.22, 0.08)),
        rise: CROUCH,
      },
    ],
    [
      0.3,
      {
        left: [0.5, 0.3, -0.3],
        right: [-0.17, 0.46, 0.56],
        tool: [0.05, 0.05, 1],
        spine: [0.22, 0.3, 0],
        legs: [{ swing: 0.85, out: 0.12, bend: 0.1, foot: 0.2 }, legTo(0.34, 0.42, 0.06)],
        rise: -0.34,
        shift: [0, 0.2],
        stream: 0.25,
      },
    ],
    [
      0.6,
      {
        left: [0.5, 0.3, -0.3],
        right: [-0.17, 0.46, 0.56],
        tool: [0.05, 0.05, 1],
        spine: [0.22, 0.3, 0],
        legs: [{ swing: 0.85, out: 0.12, bend: 0.1, foot: 0.2 }, legTo(0.34, 0.42, 0.06)],
        rise: -0.34,
        shift: [0, 0.2],
        stream: 0.15,
      },
    ],
  ]),
  /** From the floor to above the head. */
  weights: played(4.4, [
    [0, LIFT_LOW],
    [0.26, { left: [0.3, 0.4, 0.16], right: [-0.3, 0.4, 0.16], legs: apart(0.1, 0.22), rise: CROUCH, tool: [1, 0, 0] }],
    [0.42, LIFT_HIGH],
    [0.86, LIFT_HIGH],
  ]),
  pushUp: ({ seconds }) => {
    const down = 0.5 + 0.5 * Math.sin(seconds * 2.6);
    const lean = 1.34 + 0.1 * down;
    const legs = { swing: 0.02, out: 0.05, bend: 0.04, foot: -0.9 };
    return pose({
      left: { swing: 1.35 - 0.75 * down, out: 0.22 + 0.25 * down, bend: 0.1 + 1.5 * down },
      right: { swing: 1.35 - 0.75 * down, out: 0.22 + 0.25 * down, bend: 0.1 + 1.5 * down },
      lean: [lean, 0, 0],
      head: [-0.45, 0, 0],
      legs: [legs, legs],
      rise: 0.31 - 0.16 * down - BODY.hip,
      shift: [0, 0.1],
    });
  },
  handstand: ({ seconds }) => {
    const sway = 0.05 * Math.sin(seconds * 1.7);
    return pose({
      left: { swing: 3.05, out: 0.05, bend: 0.02 },
      right: { swing: 3.05, out: 0.05, bend: 0.02 },
      lean: [Math.PI + sway, 0, 0.5 * sway],
      head: [-0.5, 0, 0],
      legs: [
        { swing: -0.25 - sway, out: 0.3, bend: 0.25, foot: 0.9 },
        { swing: 0.3 + sway, out: 0.25, bend: 0.5, foot: 0.9 },
      ],
      rise: 0.985 - BODY.hip,
    });
  },
} satisfies Readonly<Record<string, (moment: Moment) => Posture>>;
