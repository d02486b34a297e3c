import { readFile } from 'node:fs/promises';
import { clipTimes, type DecodedFrame, decodeFrames, toRgba } from '@openimagine/media';
import {
  type ClipPlan,
  type Detected,
  type Detections,
  EditError,
  type Followed,
  type FrameSurvey,
  NOTHING_DETECTED,
  needsOf,
  type Picture,
  type Pyramid,
  planClip,
  pyramidOf,
  readInstruction,
  type ShownFrame,
  type Sight,
  type SoundCue,
  type Survey,
  type SurveyNeeds,
  showFrames,
  trackBodies,
  trackCamera,
  trackFaces,
  trackThings,
} from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import { type createEditorKeeper, type EditOrder, saveSurvey } from './edit-order.ts';
import { detect, see } from './look-at.ts';
import { sharpnessOf, smallLuma } from './small-luma.ts';

/** What is known of a clip before its frames are edited. */
export interface ClipSurvey {
  readonly description: string;
  readonly plan: ClipPlan;
  readonly cues: readonly SoundCue[];
  readonly shown: readonly ShownFrame[];
  /** Of the edited film. */
  readonly durationSeconds: number;
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** Why the order cannot be carried out, in words for its user. */
export interface Refusal {
  readonly refused: string;
}

/** Detections a second: things move little in between, and the frames between are followed by what they show. */
const LOOKS_PER_SECOND = 4;
/** Long side of the pictures that are followed. */
const FOLLOWED_SIDE = 480;

/**
 * Reads the instruction and looks at the whole clip once, for what the instruction needs; leaves both where the tasks of
 * the segments find them.
 */
export async function surveyClip(
  studio: Studio,
  order: EditOrder,
  keep: ReturnType<typeof createEditorKeeper>,
): Promise<ClipSurvey | Refusal> {
  const start = performance.now();
  try {
    const instruction = readInstruction(order.prompt, { lexicon: studio.lexicon, inputs: { kind: 'video', count: 1 } });
    const readAt = performance.now();
    const clip = await readFile(order.path);
    const times = await clipTimes(clip);
    const last = times.at(-1);
    if (!last) throw new EditError('The video has no frames.');
    const seconds = times.map((time) => Math.max(0, time.seconds));
    const length = Math.max(...seconds) + last.duration;
    const survey = await lookThrough(clip, order, seconds, length, needsOf(instruction.operations));
    await saveSurvey(order.surveyPath, { instruction, survey });
    const lookedAt = performance.now();
    const editor = await keep(order, { instruction, survey });
    const plan = planClip(instruction.operations);
    const shown = showFrames(plan, seconds, length, order.framesPerSecond);
    return {
      description: editor.description,
      plan,
      cues: editor.cues,
      shown,
      durationSeconds: plan.factor === 1 ? length : shown.length / order.framesPerSecond,
      timingsMs: { read: readAt - start, survey: lookedAt - readAt, prepare: performance.now() - lookedAt },
    };
  } catch (error) {
    if (error instanceof EditError) return { refused: error.message };
    throw error;
  }
}

interface Look {
  readonly index: number;
  readonly detections: Detections;
  readonly picture: Picture;
}

async function lookThrough(
  clip: Uint8Array,
  { width, height, framesPerSecond }: EditOrder,
  seconds: readonly number[],
  durationSeconds: number,
  needs: SurveyNeeds,
): Promise<Survey> {
  const size = { width, height };
  const isFollowed = Object.values(needs).some(Boolean);
  const found = isFollowed
    ? await followClip(clip, size, seconds.length, framesPerSecond, needs)
    : await glanceAt(clip, size, seconds.length);
  const { best } = found;
  const sight: Sight = see(best.picture, best.detections);
  const frames = seconds.map((at, index): FrameSurvey => ({ seconds: at, ...STILL_FRAME, ...found.frames[index] }));
  return {
    ...size,
    framesPerSecond,
    durationSeconds,
    frames,
    representative: { index: best.index, picture: best.picture, sight },
  };
}

type FoundInFrame = Omit<FrameSurvey, 'seconds'>;
const STILL_FRAME: FoundInFrame = { faces: [], bodies: [], things: [], camera: { a: 1, b: 0, tx: 0, ty: 0 } };

interface Found {
  readonly best: Look;
  readonly frames: readonly FoundInFrame[];
}

/** One frame of the clip, when nothing is to be followed. */
async function glanceAt(clip: Uint8Array, size: { width: number; height: number }, count: number): Promise<Found> {
  for await (const frame of decodeFrames(clip, { fromFrame: Math.floor(count / 3), count: 1, upright: true, size })) {
    return { best: { index: frame.index, picture: pictureOf(frame), detections: NOTHING_DETECTED }, frames: [] };
  }
  throw new EditError('The video has no frames.');
}

async function followClip(
  clip: Uint8Array,
  size: { width: number; height: number },
  count: number,
  framesPerSecond: number,
  needs: SurveyNeeds,
): Promise<Found> {
  const every = Math.max(1, Math.round(framesPerSecond / LOOKS_PER_SECOND));
  const looks: Omit<Look, 'picture'>[] = [];
  const pyramids: Pyramid[] = [];
  let best: (Look & { readonly worth: number }) | undefined;
  for await (const frame of decodeFrames(clip, { upright: true, size })) {
    const luma = smallLuma(frame, FOLLOWED_SIDE);
    pyramids.push(pyramidOf(luma));
    if (frame.index % every !== 0 && frame.index !== count - 1) continue;
    const picture = pictureOf(frame);
    const detections = await detect(picture, needs);
    looks.push({ index: frame.index, detections });
    const worth = worthOf(detections, sharpnessOf(luma));
    if (!best || worth > best.worth) best = { index: frame.index, detections, picture, worth };
  }
  if (!best) throw new EditError('The video has no frames.');
  const followed: Followed = { pyramids, framesPerSecond, ...size };
  return { best, frames: followAll(followed, looks, best.index, needs) };
}

/** Faces and things first, then sharpness, which no one notices twice of. */
function worthOf({ faces, bodies, things }: Detections, sharpness: number): number {
  const seen = faces.reduce((sum, { score, yaw }) => sum + score * (1.5 - Math.min(1, Math.abs(yaw))), 0);
  const others = [...bodies, ...things].reduce((sum, { score }) => sum + score, 0);
  return 4 * seen + others + Math.log1p(sharpness) / 4;
}

function followAll(
  followed: Followed,
  looks: readonly Omit<Look, 'picture'>[],
  reference: number,
  needs: SurveyNeeds,
): FoundInFrame[] {
  const detected = <Item>(list: (detections: Detections) => readonly Item[]): Detected<Item>[] =>
    looks.map(({ index, detections }) => ({ index, items: list(detections) }));
  const faces = needs.faces
    ? trackFaces(
        followed,
        detected((seen) => seen.faces),
      )
    : undefined;
  const bodies = needs.bodies
    ? trackBodies(
        followed,
        detected((seen) => seen.bodies),
      )
    : undefined;
  const things = needs.things
    ? trackThings(
        followed,
        detected((seen) => seen.things),
      )
    : undefined;
  const atReference = [...(faces?.[reference] ?? []), ...(bodies?.[reference] ?? [])];
  const moving = atReference.flatMap((item) => (item ? [item.box] : []));
  const camera = needs.camera ? trackCamera(followed, reference, moving) : undefined;
  return followed.pyramids.map((_, index) => ({
    faces: faces?.[index] ?? [],
    bodies: bodies?.[index] ?? [],
    things: things?.[index] ?? [],
    camera: camera?.[index] ?? STILL_FRAME.camera,
  }));
}

function pictureOf(frame: DecodedFrame): Picture {
  const rgba = toRgba(frame);
  return { width: frame.width, height: frame.height, rgba: new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length) };
}
