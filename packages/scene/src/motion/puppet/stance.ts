import { journey, rise } from '../time.ts';
import type { ActionKind } from './action-words.ts';

/** How a figure is seen at one moment, in pixels of the film. */
export interface Stance {
  /** Where its foot line is: what it turns about. */
  readonly x: number;
  readonly y: number;
  /** Of its ordinary size. */
  readonly scale: number;
  /** How wide it is seen, as of a sheet that turns: 1 as it is, −1 mirrored. */
  readonly turn: number;
  /** Radians about its foot; positive clockwise. */
  readonly lean: number;
  /** How far its top is ahead of its foot, as a share of its height. */
  readonly shear: number;
  /** How tall it is, against ordinarily. */
  readonly stretch: number;
  /** Radians of its stride, and how far its legs swing. */
  readonly stride: number;
  readonly swing: number;
  /** Pixels that its foot is above the ground. */
  readonly lift: number;
  /** How its head nods and its tail swings, −1 … 1. */
  readonly nod: number;
}

export interface ActSetup {
  readonly seconds: number;
  /** Of the film. */
  readonly width: number;
  readonly height: number;
  /** Ordinary size of the figure, in pixels of the film. */
  readonly figureWidth: number;
  readonly figureHeight: number;
  /** Where it stands in the middle of what it does. */
  readonly x: number;
  readonly y: number;
  /** −1 left, 1 right; 0 towards us. */
  readonly heading: -1 | 0 | 1;
  /** Where the figure looks as it was cut out. */
  readonly faces: -1 | 0 | 1;
  /** Of its legs; 0 without any: then it hops. */
  readonly legLength: number;
  readonly speed: number;
  /** Shifts rhythms, so that two beside each other are not one. 0 … 1. */
  readonly offset: number;
  /** It ends at the picture's lower edge, as a portrait does: its foot stays below. */
  readonly isBust: boolean;
}

const AT_EASE = { scale: 1, lean: 0, shear: 0, stretch: 1, stride: 0, swing: 0, lift: 0, nod: 0 } as const;
const TURN = 2 * Math.PI;

/** What a figure does, as a function of time. */
export function actOf(action: ActionKind, setup: ActSetup): (seconds: number) => Stance {
  return ACTS[action](setup);
}

type Act = (setup: ActSetup) => (seconds: number) => Stance;

const ACTS: Readonly<Record<ActionKind, Act>> = {
  walk: (setup) => across(setup, { pace: 0.5, swing: 0.36, room: 0.9 }),
  run: (setup) => across(setup, { pace: 1.15, swing: 0.62, room: 1.02 }),
  drive: (setup) => rolling(setup),
  fly: (setup) => flying(setup),
  swim: (setup) => swimming(setup),
  float: (setup) => floating(setup),
  rise: (setup) => rising(setup),
  dance: (setup) => dancing(setup),
  jump: (setup) => jumping(setup),
  wave: (setup) => waving(setup),
  spin: (setup) => spinning(setup),
  approach: (setup) => approaching(setup),
  rest: (setup) => resting(setup, 0.4),
  look: (setup) => resting(setup, 1),
};

/** 1 where it looks the way it goes as it was cut out. */
function turnTowards({ heading, faces }: ActSetup): 1 | -1 {
  return heading !== 0 && faces !== 0 && heading !== faces ? -1 : 1;
}

/** Goes over the ground, on legs or hopping. */
function across(setup: ActSetup, gait: { pace: number; swing: number; room: number }) {
  const { seconds, width, figureHeight, figureWidth, x, y, legLength, speed, offset, isBust } = setup;
  const heading = setup.heading === 0 ? 1 : setup.heading;
  const natural = gait.pace * figureHeight * speed * seconds;
  // Who walks stays in the picture; who runs comes in and goes out, but is never quite away.
  const room = gait.room > 1 ? width : width - figureWidth * 0.95;
  const way = Math.min(natural, Math.max(width * 0.3, room));
  const pace = Math.max(way / seconds, (0.3 * natural) / seconds);
  // A foot is on the ground for half of a stride, and meanwhile the body goes as far as the foot swings.
  const step = legLength > 0 ? 4 * legLength * Math.sin(gait.swing) : figureHeight * 0.55;
  const stridesASecond = pace / step;
  const turn = turnTowards({ ...setup, heading });
  return (at: number): Stance => {
    const stride = TURN * (stridesASecond * at + offset);
    const part = at / seconds - 0.5;
    const place = x + heading * way * part;
    const bounce = 0.5 - 0.5 * Math.cos(2 * stride);
    if (isBust) {
      const nod = Math.sin(stride);
      return {
        ...AT_EASE,
        x: x + heading * width * 0.1 * part,
        y: y + figureHeight * 0.014 * (1 - bounce),
        turn,
        lean: 0.012 * nod,
        scale: 1 + 0.05 * part,
        nod: 0.4 * nod,
      };
    }
    const nearer = 1 + 0.07 * part;
    if (legLength === 0) {
      const hop = Math.abs(Math.sin(stride / 2 + offset * 3));
      return {
        ...AT_EASE,
        x: place,
        y: y + figureHeight * 0.04 * part,
        turn,
        scale: nearer,
        lift: hop * figureHeight * 0.055 * Math.min(1.4, gait.pace + 0.5),
        lean: 0.05 * Math.sin(stride),
        stretch: 1 + 0.035 * (hop - 0.6),
      };
    }
    return {
      ...AT_EASE,
      x: place,
      y: y + figureHeight * 0.04 * part,
      turn,
      scale: nearer,
      stride,
      swing: gait.swing,
      lift: gait.pace > 1 ? figureHeight * 0.05 * bounce : 0,
      lean: heading * (gait.pace > 1 ? 0.03 : 0.008) * Math.sin(stride + 1),
      stretch: 1 - 0.012 * (1 - bounce),
      nod: Math.sin(2 * stride + 0.6) * (gait.pace > 1 ? 1 : 0.6),
    };
  };
}

function rolling(setup: ActSetup) {
  const { seconds, width, figureWidth, x, y, speed } = setup;
  const heading = setup.heading === 0 ? 1 : setup.heading;
  const way = Math.min(width * 0.95 + figureWidth * 0.4, figureWidth * 0.55 * speed * seconds);
  const turn = turnTowards({ ...setup, heading });
  return (at: number): Stance => ({
    ...AT_EASE,
    x: x + heading * way * (at / seconds - 0.5),
    y,
    turn,
    scale: 1 + 0.06 * (at / seconds - 0.5),
    stretch: 1 + 0.004 * Math.sin(at * 21),
    lean: 0.004 * Math.sin(at * 13),
  });
}

function flying(setup: ActSetup) {
  const { seconds, width, height, figureWidth, figureHeight, x, y, speed, offset } = setup;
  const heading = setup.heading === 0 ? 1 : setup.heading;
  const way = Math.min(width * 0.75, figureWidth * 0.8 * speed * seconds);
  const turn = turnTowards({ ...setup, heading });
  const air = y - height * 0.44;
  return (at: number): Stance => {
    const swell = at * 1.3 + offset * TURN;
    const part = at / seconds - 0.5;
    return {
      ...AT_EASE,
      x: x + heading * way * part,
      y,
      lift: y - (air + figureHeight * 0.35) + figureHeight * 0.13 * Math.sin(swell) + height * 0.05 * part,
      turn,
      lean: -heading * 0.09 * Math.cos(swell) - heading * 0.05,
      stretch: 1 + 0.02 * Math.sin(at * 5.2 + offset),
      scale: 1 + 0.14 * part,
      nod: Math.sin(at * 5.2),
    };
  };
}

function swimming(setup: ActSetup) {
  const { seconds, width, figureHeight, x, y, offset, speed } = setup;
  const heading = setup.heading === 0 ? 1 : setup.heading;
  const way = Math.min(width * 0.55, figureHeight * 0.35 * speed * seconds);
  const turn = turnTowards({ ...setup, heading });
  return (at: number): Stance => {
    const swell = at * 1.9 + offset * TURN;
    return {
      ...AT_EASE,
      x: x + heading * way * (at / seconds - 0.5),
      y: y + figureHeight * 0.02 * Math.sin(swell),
      turn,
      lean: 0.022 * Math.sin(swell * 0.8 + 1),
      nod: 0.5 * Math.sin(swell),
    };
  };
}

function floating({ seconds, width, height, figureHeight, x, y, offset }: ActSetup) {
  return (at: number): Stance => {
    const slow = at * 0.85 + offset * TURN;
    return {
      ...AT_EASE,
      x: x + width * 0.05 * Math.sin(slow * 0.6) + width * 0.05 * (at / seconds - 0.5),
      y,
      turn: 1,
      lift: height * 0.2 + figureHeight * 0.08 * Math.sin(slow),
      lean: 0.07 * Math.sin(slow * 0.8 + 1),
      scale: 1 + 0.03 * Math.sin(slow * 0.5),
    };
  };
}

function rising({ seconds, height, figureHeight, x, y, offset }: ActSetup) {
  const start = Math.min(1.2, seconds * 0.18);
  return (at: number): Stance => {
    const since = Math.max(0, at - start);
    const shake = Math.min(1, since * 2) * figureHeight * 0.004;
    const way = (height + figureHeight * 0.2) * (since / Math.max(1, seconds - start)) ** 2.1;
    return {
      ...AT_EASE,
      x: x + shake * Math.sin(at * 47 + offset),
      y,
      turn: 1,
      lift: way,
      scale: 1 - 0.12 * (since / seconds),
      lean: 0.004 * Math.sin(at * 31),
    };
  };
}

function dancing({ figureHeight, figureWidth, x, y, offset, faces, isBust }: ActSetup) {
  const beats = 1.9;
  return (at: number): Stance => {
    const beat = at * beats + offset * 0.5;
    const hop = Math.abs(Math.sin(Math.PI * beat));
    const side = Math.sin(Math.PI * beat);
    // Turns about itself every eight beats, as a paper figure does on its stick.
    const bar = (beat / 8 + offset) % 1;
    const spin = faces === 0 && isBust ? 1 : Math.cos(Math.PI * rise(Math.max(0, bar - 0.86), 0.14));
    const flips = faces === 0 && isBust ? 1 : Math.floor(beat / 8 + offset) % 2 === 0 ? 1 : -1;
    return {
      ...AT_EASE,
      x: x + figureWidth * 0.08 * side,
      y: y + (isBust ? figureHeight * 0.02 * (1 - hop) : 0),
      turn: spin * flips,
      lift: isBust ? 0 : hop * figureHeight * 0.06,
      lean: (isBust ? 0.05 : 0.1) * side,
      shear: 0.06 * Math.sin(Math.PI * beat + 0.7),
      stretch: 1 + (isBust ? 0.012 : 0.05) * (hop - 0.5),
      stride: Math.PI * beat,
      swing: 0.24,
      nod: side,
    };
  };
}

function jumping({ figureHeight, x, y, offset, isBust }: ActSetup) {
  return (at: number): Stance => {
    const part = (at * 0.85 + offset * 0.4) % 1;
    const flight = Math.max(0, (part - 0.3) / 0.6);
    const height = flight > 0 && flight < 1 ? 4 * flight * (1 - flight) : 0;
    const crouch =
      height > 0 ? 0 : Math.sin(Math.PI * Math.min(1, (part < 0.3 ? part : 0.3 - (part - 0.9)) / 0.3)) ** 2;
    return {
      ...AT_EASE,
      x,
      y,
      turn: 1,
      lift: height * figureHeight * (isBust ? 0.08 : 0.32),
      stretch: 1 - 0.1 * crouch + 0.04 * height,
      lean: 0.03 * Math.sin(at * 2),
      swing: 0.2 * height,
      stride: 0.5,
      nod: height,
    };
  };
}

function waving(setup: ActSetup) {
  const rest = resting(setup, 0.6);
  return (at: number): Stance => {
    const wave = Math.sin(at * 6.5) * rise(at, 0.8) * (0.55 + 0.45 * Math.sin(at * 1.3));
    return { ...rest(at), lean: 0.05 * wave, shear: 0.045 * Math.sin(at * 6.5 - 0.6), nod: wave };
  };
}

function spinning(setup: ActSetup) {
  const { x, y, figureHeight, offset } = setup;
  return (at: number): Stance => ({
    ...AT_EASE,
    x,
    y,
    turn: Math.cos(at * 2.6 * rise(at, 1)) || 0.01,
    lift: figureHeight * 0.02 * (1 + Math.sin(at * 2 + offset)),
  });
}

function approaching(setup: ActSetup) {
  const { seconds, figureHeight, legLength, x, y, offset, isBust } = setup;
  const step = legLength > 0 ? 1.15 : 1.5;
  return (at: number): Stance => {
    const part = journey(at, seconds, 0.15);
    const stride = TURN * (step * at + offset);
    const bounce = 0.5 - 0.5 * Math.cos(2 * stride);
    return {
      ...AT_EASE,
      x,
      y: y + figureHeight * (isBust ? 0.02 * (1 - bounce) : 0.12 * (part - 0.75)),
      turn: 1,
      scale: 0.72 + 0.36 * part,
      stride,
      swing: 0.1,
      lift: legLength > 0 || isBust ? 0 : figureHeight * 0.04 * bounce,
      lean: 0.022 * Math.sin(stride),
      nod: 0.6 * Math.sin(2 * stride),
    };
  };
}

/** Stays where it is, breathes, and looks about. */
function resting({ x, y, heading, faces, offset, isBust }: ActSetup, liveliness: number) {
  const turn = heading !== 0 && faces !== 0 && heading !== faces ? -1 : 1;
  return (at: number): Stance => {
    const breath = Math.sin(at * 1.9 + offset * TURN);
    const glance = Math.sin(at * 0.9 + offset * 5) * rise(at, 1.5);
    return {
      ...AT_EASE,
      x,
      y,
      turn: turn * (1 - 0.035 * liveliness * glance * glance),
      stretch: 1 + 0.009 * breath,
      shear: 0.016 * liveliness * glance,
      lean: (isBust ? 0.012 : 0.008) * liveliness * Math.sin(at * 0.7 + offset * 4),
      nod: 0.5 * liveliness * Math.sin(at * 1.3 + offset),
    };
  };
}
