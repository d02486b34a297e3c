import type { SoundKind } from '../../scene.ts';
import type { SoundCue } from '../../sound/cue.ts';
import type { Picture, Sight } from '../../vision/sight.ts';
import { hash } from '../noise.ts';
import type { Frame } from '../planes.ts';
import { rise } from '../time.ts';
import type { ActionKind } from './action-words.ts';
import { type CutOut, cardOf, cutOutSubject } from './cut-out.ts';
import { type Ground, grassVeil, lightOf, type PlaceLight, readGround, relightFor, waterVeil } from './ground.ts';
import { createSheet } from './mesh.ts';
import { createPuppet, type Puppet, type PuppetLook } from './puppet.ts';
import type { Cast, CastActor } from './read-cast.ts';
import { actOf, type Stance } from './stance.ts';

/** A picture and what is where in it. */
export interface Looked {
  readonly picture: Picture;
  readonly sight: Sight;
}

/** A place that moves by itself, and how it looks at rest. */
export interface Backdrop extends Looked {
  frameAt(seconds: number, into?: Uint8Array): Frame;
  readonly cues: readonly SoundCue[];
}

/** Who acts, cut out once for all places that it is shown in. */
export interface Subject {
  readonly cutOut: CutOut;
  readonly label?: string;
  readonly light: PlaceLight;
  /** Of what is cut out, the luma that a twentieth of it exceeds. */
  readonly brightest: number;
}

/** Cuts out what a picture is about; where nothing is found it is the whole picture as a print. @param looked Of even sides. */
export function cutOutFigure({ picture, sight }: Looked): Subject {
  const cutOut = cutOutSubject(picture, sight) ?? cardOf(picture);
  return {
    cutOut,
    light: lightOf(picture, sight),
    brightest: brightestOf(cutOut),
    ...(sight.subjectLabel ? { label: sight.subjectLabel } : {}),
  };
}

export interface ReferenceFilmOptions {
  readonly cast: Cast;
  /** By the numbers of their pictures. */
  readonly subjects: ReadonlyMap<number, Subject>;
  /** Of the film's size; shown one after the other. */
  readonly backdrop: Backdrop;
  /** Fog, 0 … 1. */
  readonly haze: number;
  /** The place alone is seen at the beginning, or at the end: figures come in, or leave. */
  readonly emptyAt?: { readonly start: boolean; readonly end: boolean };
  readonly seconds: number;
  readonly seed: number;
}

export interface ReferenceFilm {
  /** @param into Bytes for the frame's data. Absent: new ones. */
  frameAt(seconds: number, into?: Uint8Array): Frame;
  readonly cues: readonly SoundCue[];
}

/** How tall things are, in metres; the rest is as tall as a dog. */
const METRES: Readonly<Record<string, number>> = {
  person: 1.7,
  ...{
    dog: 0.7,
    cat: 0.38,
    bird: 0.36,
    horse: 1.7,
    cow: 1.5,
    sheep: 1,
    bear: 1.4,
    elephant: 3,
    zebra: 1.5,
    giraffe: 4.4,
  },
  ...{ car: 1.5, bus: 3, truck: 3, train: 3.4, boat: 2, airplane: 4, motorcycle: 1.2, bicycle: 1.1 },
  ...{ couch: 0.9, chair: 0.9, cup: 0.12, bottle: 0.3, 'teddy bear': 0.5, rocket: 20 },
};
const USUAL_METRES = 0.7;
/** Of the film's height, how tall what is `USUAL_METRES` tall is shown. */
const USUAL_SHARE = 0.47;
/** Taller things are shown larger by less than they are: all of them are the film's heroes. */
const COMPRESSION = 0.28;
const BUST_SHARE = 0.8;

interface Figure {
  readonly actor: CastActor;
  readonly puppet: Puppet;
  readonly actAt: (seconds: number) => Stance;
  readonly footY: number;
  readonly subject: Subject;
  readonly isBust: boolean;
  /** −1 left, 1 right. */
  readonly heading: -1 | 1;
}

/** Puts what was cut out of pictures into a place, and has it do what the prompt says. */
export function createReferenceFilm(options: ReferenceFilmOptions): ReferenceFilm {
  const { backdrop, cast, haze, emptyAt, seconds } = options;
  const ground = readGround(backdrop.picture, backdrop.sight);
  const figures = castFigures(options, ground);
  // Who stands farther away is drawn first.
  figures.sort((a, b) => Number(a.isBust) - Number(b.isBust) || a.footY - b.footY);
  const lights = figures.map(({ subject }) => relightFor(subject.light, ground.light, subject.brightest, haze));
  const { width } = backdrop.picture;
  return {
    frameAt(at, into) {
      const frame = backdrop.frameAt(at, into);
      const away = emptyAt ? awayAt(at, seconds, emptyAt) : 0;
      if (Math.abs(away) === 1) return frame;
      for (const [index, figure] of figures.entries()) {
        const stance = asideBy(away, figure, figure.actAt(at), width);
        figure.puppet.draw(frame, stance, { light: lights[index]!, ...lookOf(figure, ground, at) });
      }
      return frame;
    },
    cues: [...backdrop.cues, ...cast.actors.flatMap((actor) => cuesOf(actor, options, ground))],
  };
}

/** −1: not yet there; 0: there; 1: gone. */
function awayAt(at: number, seconds: number, { start, end }: { start: boolean; end: boolean }): number {
  const over = Math.min(2.2, seconds * 0.3);
  const last = seconds - 1 / 24;
  if (start && at < over) return rise(at, over) - 1;
  return end && at > last - over ? rise(at - (last - over), over) : 0;
}

/** Puts a figure as far outside of the picture as it is away, behind it as it goes, or below when it ends there. */
function asideBy(away: number, { puppet, isBust, heading }: Figure, stance: Stance, width: number): Stance {
  if (away === 0) return stance;
  if (isBust) return { ...stance, y: stance.y + Math.abs(away) * puppet.height * 1.1 };
  const edge = puppet.width * 0.75;
  const side = away * heading;
  const way = side < 0 ? stance.x + edge : width - stance.x + edge;
  return { ...stance, x: stance.x + side * way };
}

function lookOf({ actor, puppet, isBust }: Figure, ground: Ground, at: number): Omit<PuppetLook, 'light'> {
  if (isBust) return {};
  const { action } = actor;
  const isAirborne = action === 'fly' || action === 'float' || action === 'rise';
  if (action === 'swim') return { veil: waterVeil(puppet.height * 0.16, at) };
  const shadow = isAirborne ? { ...ground.shadow, depth: ground.shadow.depth * 0.7 } : ground.shadow;
  if (!ground.isGrass || isAirborne || actor.on) return { shadow };
  return { shadow, veil: grassVeil(puppet.height * 0.06) };
}

function castFigures({ cast, subjects, backdrop, seconds, seed }: ReferenceFilmOptions, ground: Ground): Figure[] {
  const { width, height } = backdrop.picture;
  const count = cast.actors.length;
  const places = seatPlan(cast.actors.map(({ image }) => isBustOf(subjects.get(image)!.cutOut)));
  const sheet = createSheet(width, height);
  return cast.actors.map((actor, index): Figure => {
    const subject = subjects.get(actor.image)!;
    const { cutOut, label } = subject;
    const isBust = isBustOf(cutOut);
    const tall = heightOf(actor, cutOut, label, { width, height, count, isBust });
    const lanes = count === 1 ? 0 : places[index]! / (count - 1) - 0.5;
    const seat = actor.on ? ground.seats[index % Math.max(1, ground.seats.length)] : undefined;
    const isSeated = actor.on !== undefined && (actor.action === 'rest' || actor.action === 'look');
    const fitted = isSeated && seat ? Math.min(tall, seat.height * 1.15) : tall;
    const puppet = createPuppet(cutOut, sheet, { height: fitted, largest: 1.12 });
    const isMoving = actor.action === 'walk' || actor.action === 'run' || actor.action === 'drive';
    const spread = count > 2 ? 0.84 : isMoving ? 0.3 : 0.66;
    const depth = count < 2 ? 0 : hash(index + 1, seed & 1023) - 0.5;
    const footY = footFor(actor, ground, { height, tall: fitted, isBust, isSeated, ...(seat ? { seat } : {}) });
    const middle = isSeated && seat ? seat.x + seat.width / 2 : width / 2;
    const room = isSeated && seat ? seat.width * 0.62 : width * spread;
    const y = footY + (isBust || isSeated ? 0 : depth * height * 0.05);
    const faces = cutOut.faces;
    const heading = actor.heading ?? (faces === 0 ? (isMoving ? 1 : 0) : faces);
    return {
      actor,
      puppet,
      isBust,
      heading: heading < 0 ? -1 : 1,
      footY: y,
      subject,
      actAt: actOf(actor.action, {
        seconds,
        width,
        height,
        figureWidth: puppet.width,
        figureHeight: puppet.height,
        x: insideOf(middle + lanes * room, puppet.width, width),
        y,
        heading,
        faces,
        legLength: puppet.legLength,
        // A crowd walks more slowly, or it would walk through itself.
        speed: count > 2 ? actor.speed * 0.45 : actor.speed,
        offset: hash(index + 7, seed & 255),
        isBust,
      }),
    };
  });
}

/** Kept from hanging over the film's edges. */
function insideOf(x: number, figureWidth: number, width: number): number {
  const edge = Math.min(width / 2, figureWidth * 0.6);
  return Math.min(width - edge, Math.max(edge, x));
}

/** Who stands where from left to right: those who are near and seen by half are at the sides of the others. */
function seatPlan(isBust: readonly boolean[]): readonly number[] {
  if (isBust.length < 3) return isBust.map((_, index) => index);
  const places = new Array<number>(isBust.length);
  let [left, right] = [0, isBust.length - 1];
  for (const [index, bust] of isBust.entries()) {
    if (bust) places[index] = left <= isBust.length - 1 - right ? left++ : right--;
  }
  for (const [index, bust] of isBust.entries()) if (!bust) places[index] = left++;
  return places;
}

/** It ends at its picture's lower edge and there is no seeing what it stands on. */
function isBustOf({ cut, picture, isCard }: CutOut): boolean {
  return !isCard && cut.bottom && picture.height > picture.width * 0.45;
}

function heightOf(
  { word }: CastActor,
  { picture, isCard }: CutOut,
  label: string | undefined,
  { width, height, count, isBust }: { width: number; height: number; count: number; isBust: boolean },
): number {
  const metres = METRES[word.split(' ').at(-1)!.toLowerCase()] ?? METRES[label ?? ''] ?? USUAL_METRES;
  const crowd = count <= 1 ? 1 : count === 2 ? 0.88 : Math.max(0.5, 1.02 - count * 0.08);
  const shape = picture.width / picture.height;
  const widest = (count <= 1 ? 0.58 : Math.max(0.2, 1.05 / count)) * width;
  if (isCard) return Math.min(height * 0.62 * crowd, widest / shape);
  if (isBust) return Math.min(height * BUST_SHARE * (count > 2 ? 0.72 : count > 1 ? 0.92 : 1), (widest * 1.15) / shape);
  const share = Math.min(0.74, Math.max(0.24, USUAL_SHARE * (metres / USUAL_METRES) ** COMPRESSION));
  return Math.min(height * share * crowd, widest / shape);
}

function footFor(
  { action }: CastActor,
  ground: Ground,
  {
    height,
    tall,
    isBust,
    isSeated,
    seat,
  }: { height: number; tall: number; isBust: boolean; isSeated: boolean; seat?: { y: number; height: number } },
): number {
  // Below the edge, so that no sway ever shows where it was cut off.
  if (isBust) return height + tall * 0.045;
  if (isSeated && seat) return seat.y + seat.height * 0.66;
  if (isSeated) return height * 0.7;
  if (action === 'swim' && ground.water) {
    const { top, bottom } = ground.water;
    return Math.min(height * 0.94, Math.max(top + (bottom - top) * 0.55, top + tall * 0.35));
  }
  return ground.footOf(tall);
}

function brightestOf({ picture: { rgba } }: CutOut): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let p = 0; p < rgba.length; p += 16) {
    if (rgba[p + 3]! < 200) continue;
    counts[Math.round(rgba[p]! * 0.2126 + rgba[p + 1]! * 0.7152 + rgba[p + 2]! * 0.0722)]!++;
    total++;
  }
  let above = 0;
  for (let value = 255; value > 0; value--) {
    above += counts[value]!;
    if (above > total * 0.05) return (value * 219) / 255;
  }
  return 219;
}

const CALLS: Readonly<Record<string, SoundKind>> = { dog: 'bark', cat: 'meow' };
const STEPS: Readonly<Partial<Record<ActionKind, number>>> = {
  walk: 1.9,
  run: 3.2,
  approach: 1.9,
  dance: 1.9,
  jump: 0.85,
};

/** What it is heard doing. */
function cuesOf(actor: CastActor, { seconds, subjects, seed }: ReferenceFilmOptions, ground: Ground): SoundCue[] {
  const label = subjects.get(actor.image)!.label ?? actor.word.split(' ').at(-1)!.toLowerCase();
  const cues: SoundCue[] = [];
  const whole = { startSeconds: 0, durationSeconds: seconds, pan: 0 } as const;
  const steps = STEPS[actor.action];
  const heading = actor.heading ?? 1;
  if (steps && label !== 'bird' && label !== 'cat') {
    const kind: SoundKind = label === 'horse' || label === 'zebra' || label === 'cow' ? 'hooves' : 'footsteps';
    const gain = ground.isGrass ? 0.28 : 0.45;
    const pan = actor.action === 'walk' || actor.action === 'run' ? ([-0.6 * heading, 0.6 * heading] as const) : 0;
    cues.push({ ...whole, kind, gain, pan, rate: steps * actor.speed });
  }
  const call = CALLS[label];
  if (call) {
    const at = seconds * (0.3 + 0.3 * hash(actor.image + 3, seed & 255));
    cues.push({ kind: call, startSeconds: at, durationSeconds: Math.min(1.5, seconds - at), gain: 0.55, pan: 0 });
  }
  if (actor.action === 'drive')
    cues.push({ ...whole, kind: 'engine', gain: 0.5, pan: [-0.7 * heading, 0.7 * heading] });
  if (actor.action === 'rise') cues.push({ ...whole, kind: 'launch', gain: 0.8 });
  if (actor.action === 'swim') cues.push({ ...whole, kind: 'river', gain: 0.4 });
  if (actor.action === 'dance') cues.push({ ...whole, kind: 'music', gain: 0.6, mood: 'bright' });
  return cues;
}
