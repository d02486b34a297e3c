import type { SoundCue } from '../../sound/cue.ts';
import type { Picture, Sight } from '../../vision/sight.ts';
import { createMotion, type StillMotion } from '../create-motion.ts';
import { CELL, type Field } from '../mover.ts';
import type { Frame } from '../planes.ts';
import { compare, type Kinship } from './kinship.ts';
import { createMorph } from './morph.ts';
import { createTransition, type Transition, type TransitionKind } from './transition.ts';
import { createTwoViews, type TwoViews } from './two-views.ts';

/** A picture that a film shows at one moment exactly. */
export interface Pin {
  readonly seconds: number;
  /** Of the film's size: even sides. */
  readonly picture: Picture;
  /** What is where in this very picture. */
  readonly sight: Sight;
}

/** What gives frames at any time. */
export interface FrameSource {
  /** @param into Bytes for the frame's data. Absent: new ones. */
  frameAt(seconds: number, into?: Uint8Array): Frame;
}

export interface PinnedFilmOptions {
  /** The render kernels, as `compileKernel` gives them. */
  readonly kernel: WebAssembly.Module;
  /** By time, at least one; no two at one moment. */
  readonly pins: readonly Pin[];
  readonly prompt: string;
  readonly seed: number;
  readonly seconds: number;
  /** What is shown where the pins leave time for it. Absent: the pins' own movement fills all of it. */
  readonly between?: FrameSource & { readonly sight: Sight; readonly cues: readonly SoundCue[] };
}

export interface PinnedFilm extends FrameSource {
  /** Made when first asked for. */
  readonly cues: readonly SoundCue[];
  /** How the film gets from pin to pin, to be joined with others: `one picture becomes the next`. */
  readonly says: readonly string[];
}

/** Of the time between two pins, what a transition takes, and its limits in seconds. */
const TRANSITION = { share: 0.34, least: 0.5, most: 1.5 } as const;
/** Time between two pins, less than which nothing else is shown between them. */
const SCENE_SECONDS_MIN = 2.2;
/** How much a camera comes closer halfway between two like pictures that are far apart in time, where little else moves. */
const LIFE_ZOOM = 0.035;
const LIFE_SECONDS = { none: 2, all: 5 } as const;

/** Draws what lies between two pins, or before the first or behind the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly says?: string;
  draw(seconds: number, into: Uint8Array): Frame;
}

/** A film that reaches pictures at their times. Frames may be asked for in any order; in order is fastest. */
export function createPinnedFilm(options: PinnedFilmOptions): PinnedFilm {
  const { pins, seconds, between } = options;
  const { width, height } = pins[0]!.picture;
  const lives = keepLast(2, (index: number) => liveFrom(options, index));
  const stretches = keepLast(1, (index: number) => createStretch(options, index, lives));
  const stretchAt = (at: number) => {
    let index = 0;
    while (index < pins.length && pins[index]!.seconds <= at) index++;
    return index;
  };
  return {
    frameAt(at, into = new Uint8Array((width * height * 3) / 2)) {
      return stretches(stretchAt(at)).draw(at, into);
    },
    get cues() {
      return between ? between.cues : pins.flatMap((_, index) => cuesOf(lives(index), pins, index, seconds));
    },
    get says() {
      const all = pins.map((_, index) => stretches(index).says);
      return [...new Set(all.filter((one) => one !== undefined))];
    },
  };
}

/** Keeps a few of what was made last: each holds some ten megabytes. */
function keepLast<Value>(count: number, make: (index: number) => Value): (index: number) => Value {
  const kept = new Map<number, Value>();
  return (index) => {
    const found = kept.get(index) ?? make(index);
    kept.delete(index);
    kept.set(index, found);
    for (const key of kept.keys()) if (kept.size > count) kept.delete(key);
    return found;
  };
}

function liveFrom({ kernel, pins, prompt, seed, seconds }: PinnedFilmOptions, index: number): StillMotion {
  const { picture, sight, seconds: at } = pins[index]!;
  const before = index === 0 ? at : at - pins[index - 1]!.seconds;
  const after = (pins[index + 1]?.seconds ?? seconds) - at;
  return createMotion({ kernel, picture, sight, prompt, seed: seed + index, seconds: Math.max(1, before, after) });
}

/** @param index Of the pin that ends it; one more than there are is what follows the last. */
function createStretch(options: PinnedFilmOptions, index: number, lives: (index: number) => StillMotion): Stretch {
  const { pins, seconds, between } = options;
  const before = pins[index - 1];
  const after = pins[index];
  const [from, to] = [before?.seconds ?? 0, after?.seconds ?? seconds];
  const leave = (at: number, into: Uint8Array) => lives(index - 1).frameAt(at - from, into);
  const reach = (at: number, into: Uint8Array) => lives(index).frameAt(to - at, into);
  const hasScene = between !== undefined && to - from >= SCENE_SECONDS_MIN;
  if (hasScene)
    return aroundScene(options, { from, to, ...(before ? { leave } : {}), ...(after ? { reach } : {}) }, index);
  if (!before) return { from, to, draw: reach };
  if (!after) return { from, to, draw: leave };
  return bridge(options, { from, to, leave, reach }, index);
}

type Draw = (seconds: number, into: Uint8Array) => Frame;

/** From pin to pin: what is alike moves over, what is not gives way. */
function bridge(
  { kernel, pins, seed, prompt }: PinnedFilmOptions,
  { from, to, leave, reach }: { from: number; to: number; leave: Draw; reach: Draw },
  index: number,
): Stretch {
  const [before, after] = [pins[index - 1]!, pins[index]!];
  const { width, height } = before.picture;
  const views = createTwoViews(kernel, width, height);
  views.load(0, before.picture);
  views.load(1, after.picture);
  const kinship = compare(...views.planes);
  if (kinship.kind === 'same') return thereAndBack(from, to, leave, reach);
  if (kinship.kind === 'similar') return morphed(views, kinship, from, to);
  const length = transitionSeconds(to - from);
  const middle = (from + to) / 2;
  const transition = createTransition(views, before.sight, after.sight, {
    seed: seed + index,
    kind: wishedTransition(prompt),
  });
  return {
    from,
    to,
    says: SAYS[transition.kind],
    draw: joined(leave, reach, middle - length / 2, length, transition),
  };
}

const SAYS: Readonly<Record<TransitionKind, string>> = {
  push: 'the camera flies on from one picture into the next',
  match: 'one picture becomes the next in the same place',
  sweep: 'light sweeps over from one picture to the next',
};

/** Both ends are one picture: it lives and comes back to where it was. */
function thereAndBack(from: number, to: number, leave: Draw, reach: Draw): Stretch {
  const half = (to - from) / 2;
  // Slows down towards the turn, so that nothing jolts: the integral of a speed that falls from 1 to 0 over its last third.
  const eased = (away: number) => {
    const left = Math.max(0, 1 - away / half);
    const brake = 1 / 3;
    return half * (left >= brake ? 1 - left : 1 - brake + brake * (0.5 - 0.5 * (left / brake) ** 2));
  };
  return {
    from,
    to,
    says: 'it comes back to where it began',
    draw: (at, into) => (at - from <= half ? leave(from + eased(at - from), into) : reach(to - eased(to - at), into)),
  };
}

function morphed(views: TwoViews, kinship: Kinship, from: number, to: number): Stretch {
  const morph = createMorph(views, kinship);
  const leisure = Math.min(1, Math.max(0, (to - from - LIFE_SECONDS.none) / (LIFE_SECONDS.all - LIFE_SECONDS.none)));
  return {
    from,
    to,
    says: 'one picture moves on into the next',
    draw(at, into) {
      const time = (at - from) / (to - from);
      // Nearly even: a stop at every pin would show where they are.
      const share = time + 0.35 * (time * time * (3 - 2 * time) - time);
      const zoom = 1 + LIFE_ZOOM * leisure * Math.sin(Math.PI * time) ** 2;
      return morph.draw(share, (field) => zoomIn(field, zoom, views.width, views.height), into);
    },
  };
}

function zoomIn({ columns, rows, dx, dy }: Field, zoom: number, width: number, height: number): void {
  const keep = 1 / zoom - 1;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      dx[at] = (column * CELL - width / 2) * keep;
      dy[at] = (row * CELL - height / 2) * keep;
    }
  }
}

/** The scene with a pin before it, behind it, or both. */
function aroundScene(
  { kernel, pins, between, seed, prompt }: PinnedFilmOptions,
  { from, to, leave, reach }: { from: number; to: number; leave?: Draw; reach?: Draw },
  index: number,
): Stretch {
  const { width, height } = pins[0]!.picture;
  const views = createTwoViews(kernel, width, height);
  const length = transitionSeconds((to - from) * 0.6);
  const hold = Math.min(1.2, (to - from) * 0.14);
  const kind = wishedTransition(prompt);
  let draw: Draw = (at, into) => between!.frameAt(at, into);
  if (leave) {
    const transition = createTransition(views, pins[index - 1]!.sight, between!.sight, { seed, kind });
    draw = joined(leave, draw, from + hold, length, transition);
  }
  if (reach) {
    const transition = createTransition(views, between!.sight, pins[index]!.sight, { seed: seed + 1, kind });
    draw = joined(draw, reach, to - hold - length, length, transition);
  }
  return { from, to, draw };
}

function joined(first: Draw, second: Draw, start: number, length: number, transition: Transition): Draw {
  let spare: Uint8Array | undefined;
  return (at, into) => {
    const share = (at - start) / length;
    if (share <= 0) return first(at, into);
    if (share >= 1) return second(at, into);
    spare ??= new Uint8Array(into.length);
    return transition.draw(first(at, into), second(at, spare), share, into);
  };
}

function transitionSeconds(gap: number): number {
  return Math.min(TRANSITION.most, Math.max(Math.min(TRANSITION.least, gap * 0.8), gap * TRANSITION.share));
}

function wishedTransition(prompt: string): TransitionKind | undefined {
  if (/\b(?:wipe|sweep|flash)\w*/iu.test(prompt)) return 'sweep';
  if (/\b(?:zoom|push|fly|flies|dive|race)\w*\s+(?:through|into)\b/iu.test(prompt)) return 'push';
  return undefined;
}

/** What is heard about a pin: its beds, from halfway since the pin before it to halfway to the next. */
function cuesOf(life: StillMotion, pins: readonly Pin[], index: number, seconds: number): SoundCue[] {
  const { seconds: at } = pins[index]!;
  const start = index === 0 ? 0 : (pins[index - 1]!.seconds + at) / 2;
  const end = index === pins.length - 1 ? seconds : (at + pins[index + 1]!.seconds) / 2;
  const fade = 0.8;
  return life.cues.flatMap((cue): SoundCue[] => {
    if (cue.startSeconds > 0) {
      const later = at + cue.startSeconds;
      return later < end
        ? [{ ...cue, startSeconds: later, durationSeconds: Math.min(cue.durationSeconds, seconds - later) }]
        : [];
    }
    const from = Math.max(0, start - fade / 2);
    const length = Math.min(seconds, end + fade / 2) - from;
    if (length <= fade) return [];
    const opens = index === 0 ? 1 : 0;
    const closes = index === pins.length - 1 ? 1 : 0;
    const envelope = [
      [0, opens],
      [fade, 1],
      [length - fade, 1],
      [length, closes],
    ] as const;
    return [{ ...cue, startSeconds: from, durationSeconds: length, ...(length > 2 * fade ? { envelope } : {}) }];
  });
}
