import { readFile } from 'node:fs/promises';
import { clipTimes, decodeFrames } from '@openimagine/media';
import {
  type ClipPlan,
  type Detected,
  type Detections,
  EditError,
  type Followed,
  type FrameSurvey,
  type Instruction,
  NOTHING_DETECTED,
  needsOf,
  needsSight,
  type Picture,
  type Pyramid,
  planClip,
  pyramidOf,
  readInstruction,
  type ShownFrame,
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
import type { FrameRange } from '../works/film.ts';
import { type createEditorKeeper, type EditOrder, saveSurvey } from './edit-order.ts';
import { detect, EVERYTHING, overlook, see } from './look-at.ts';
import { type Look, loadBest, loadLooks, loadLumas, pictureOf } from './look-through.ts';

/** Why the order cannot be carried out, in words for its user. */
export interface Refusal {
  readonly refused: string;
}

/** @returns What `work` gives, or why the order cannot be carried out. */
export async function orRefuse<Result extends object>(work: () => Promise<Result>): Promise<Result | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EditError) return { refused: error.message };
    throw error;
  }
}

/** An order, read. */
export interface ReadOrder {
  readonly instruction: Instruction;
  readonly needs: SurveyNeeds;
  /** When the input's frames are shown. */
  readonly times: readonly number[];
  readonly durationSeconds: number;
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** Reads the instruction and the clip's times. @throws {EditError} when the instruction is not understood. */
export async function readOrder(studio: Studio, { prompt, path }: EditOrder): Promise<ReadOrder> {
  const start = performance.now();
  const instruction = readInstruction(prompt, { lexicon: studio.lexicon, inputs: { kind: 'video', count: 1 } });
  const shown = await clipTimes(await readFile(path));
  const last = shown.at(-1);
  if (!last) throw new EditError('The video has no frames.');
  return {
    instruction,
    needs: needsOf(instruction.operations),
    times: shown.map(({ seconds }) => Math.max(0, seconds)),
    durationSeconds: last.seconds + last.duration,
    timingsMs: { read: performance.now() - start },
  };
}

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

/**
 * Puts together what was seen in the stretches of a clip, follows it through all frames, and leaves it where the tasks of
 * the segments find it.
 * @param ranges The stretches that were looked through; none, when nothing is to be followed.
 * @throws {EditError} when the picture has nothing to do the instruction with.
 */
export async function surveyClip(
  order: EditOrder,
  read: ReadOrder,
  ranges: readonly FrameRange[],
  editorOf: ReturnType<typeof createEditorKeeper>,
): Promise<ClipSurvey> {
  const start = performance.now();
  const { instruction, times, durationSeconds } = read;
  const found = ranges.length > 0 ? await joinLooks(order, ranges, read.needs) : await glanceAt(order, times.length);
  const trackedAt = performance.now();
  const { index, picture } = found.best;
  const sight = needsSight(instruction.operations)
    ? see(picture, await detectRest(picture, read.needs, found.frames[index]))
    : overlook(picture);
  const { width, height, framesPerSecond } = order;
  const survey: Survey = {
    width,
    height,
    framesPerSecond,
    durationSeconds,
    frames: times.map((seconds, i): FrameSurvey => ({ seconds, ...STILL_FRAME, ...found.frames[i] })),
    representative: { index, picture, sight },
  };
  await saveSurvey(order.surveyPath, { instruction, survey });
  const seenAt = performance.now();
  const editor = await editorOf(order, { instruction, survey });
  const plan = planClip(instruction.operations);
  const shown = showFrames(plan, times, durationSeconds, framesPerSecond);
  return {
    description: editor.description,
    plan,
    cues: editor.cues,
    shown,
    durationSeconds: plan.factor === 1 ? durationSeconds : shown.length / framesPerSecond,
    timingsMs: { track: trackedAt - start, see: seenAt - trackedAt, prepare: performance.now() - seenAt },
  };
}

type FoundInFrame = Omit<FrameSurvey, 'seconds'>;
const STILL_FRAME: FoundInFrame = { faces: [], bodies: [], things: [], camera: { a: 1, b: 0, tx: 0, ty: 0 } };

interface Found {
  readonly best: { readonly index: number; readonly picture: Picture };
  readonly frames: readonly FoundInFrame[];
}

/** What was followed, where it is in this frame, in the same order; what was not looked for until now beside it. */
async function detectRest(picture: Picture, needs: SurveyNeeds, frame?: FoundInFrame): Promise<Detections> {
  const isKnown = needs.faces && needs.bodies && needs.things;
  const seen = isKnown ? NOTHING_DETECTED : await detect(picture, EVERYTHING);
  const present = <Item>(items: readonly (Item | undefined)[] | undefined): Item[] =>
    items?.flatMap((item) => (item ? [item] : [])) ?? [];
  return {
    faces: needs.faces ? present(frame?.faces) : seen.faces,
    bodies: needs.bodies ? present(frame?.bodies) : seen.bodies,
    things: needs.things ? present(frame?.things) : seen.things,
  };
}

/** One frame of the clip, when nothing is to be followed. */
async function glanceAt({ path, width, height }: EditOrder, count: number): Promise<Found> {
  const options = { fromFrame: Math.floor(count / 3), count: 1, upright: true, size: { width, height } };
  for await (const frame of decodeFrames(await readFile(path), options)) {
    return { best: { index: frame.index, picture: pictureOf(frame) }, frames: [] };
  }
  throw new EditError('The video has no frames.');
}

async function joinLooks(order: EditOrder, ranges: readonly FrameRange[], needs: SurveyNeeds): Promise<Found> {
  const parts = await Promise.all(ranges.map(async ({ first }) => ({ first, looked: await loadLooks(order, first) })));
  const best = parts.reduce((a, b) => (b.looked.best.worth > a.looked.best.worth ? b : a));
  const { index } = best.looked.best;
  const pyramids: Pyramid[] = [];
  for (const { first, looked } of parts) {
    for (const luma of await loadLumas(order, first, looked)) pyramids.push(pyramidOf(luma));
  }
  const { framesPerSecond, width, height } = order;
  const looks = parts.flatMap(({ looked }) => looked.looks);
  const frames = followAll({ pyramids, framesPerSecond, width, height }, looks, index, needs);
  return { best: { index, picture: await loadBest(order, best.first) }, frames };
}

function followAll(
  followed: Followed,
  looks: readonly Look[],
  reference: number,
  needs: SurveyNeeds,
): readonly FoundInFrame[] {
  const found = <Item>(
    isNeeded: boolean | undefined,
    track: (followed: Followed, detections: readonly Detected<Item>[]) => (Item | undefined)[][],
    list: (look: Look) => readonly Item[] | undefined,
  ) => (isNeeded ? presentFirst(track(followed, detectedIn(looks, list)), reference) : undefined);
  const faces = found(needs.faces, trackFaces, (look) => look.faces);
  const bodies = found(needs.bodies, trackBodies, (look) => look.bodies);
  const things = found(needs.things, trackThings, (look) => look.things);
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

/** Of the looks in which this kind was looked for. */
function detectedIn<Item>(
  looks: readonly Look[],
  list: (look: Look) => readonly Item[] | undefined,
): readonly Detected<Item>[] {
  return looks.flatMap((look) => {
    const items = list(look);
    return items ? [{ index: look.index, items }] : [];
  });
}

/** Numbers items so that those of the reference frame come first: an index then means the same there and in its sight. */
function presentFirst<Item>(frames: readonly (Item | undefined)[][], reference: number): (Item | undefined)[][] {
  const order = frames[reference]!.map((item, index) => ({ index, isAbsent: item === undefined }))
    .sort((a, b) => Number(a.isAbsent) - Number(b.isAbsent) || a.index - b.index)
    .map(({ index }) => index);
  return frames.map((items) => order.map((index) => items[index]));
}
