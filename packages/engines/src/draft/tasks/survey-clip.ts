import { readFile, writeFile } from 'node:fs/promises';
import { clipTimes, decodeFrames } from '@openimagine/media';
import {
  type ClipPlan,
  EditError,
  type FrameSurvey,
  type Instruction,
  needsOf,
  needsSight,
  planClip,
  readInstruction,
  type ShownFrame,
  type SoundCue,
  type Survey,
  type SurveyNeeds,
  showFrames,
} from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import { type createEditorKeeper, type EditOrder, saveSurvey } from './edit-order.ts';
import { overlook } from './look-at.ts';
import { bestPath, pictureOf } from './look-through.ts';
import { type BestFrame, loadPicture, loadSight } from './see-clip.ts';
import { loadTracks, STILL_FRAME } from './track-clip.ts';

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
  /** Whether it matters what is where in the picture. */
  readonly needsSight: boolean;
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
    needsSight: needsSight(instruction.operations),
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
 * Puts together what is known of a clip and leaves it where the tasks of the segments find it.
 * @param best Of the clip; where the instruction asks what is in it, `seeClip` has seen it.
 * @param isFollowed True: `trackClip` has followed what the instruction needs.
 * @throws {EditError} when the picture has nothing to do the instruction with.
 */
export async function surveyClip(
  order: EditOrder,
  { instruction, times, durationSeconds }: ReadOrder,
  { best, isFollowed }: { readonly best: BestFrame; readonly isFollowed: boolean },
  editorOf: ReturnType<typeof createEditorKeeper>,
): Promise<ClipSurvey> {
  const start = performance.now();
  const picture = await loadPicture(order, best);
  const sight = needsSight(instruction.operations) ? await loadSight(order) : overlook(picture);
  const found = isFollowed ? await loadTracks(order) : [];
  const { width, height, framesPerSecond } = order;
  const survey: Survey = {
    width,
    height,
    framesPerSecond,
    durationSeconds,
    frames: times.map((seconds, i): FrameSurvey => ({ seconds, ...STILL_FRAME, ...found[i] })),
    representative: { index: best.index, picture, sight },
  };
  await saveSurvey(order.surveyPath, { instruction, survey });
  const editor = await editorOf(order, { instruction, survey });
  const plan = planClip(instruction.operations);
  const shown = showFrames(plan, times, durationSeconds, framesPerSecond);
  return {
    description: editor.description,
    plan,
    cues: editor.cues,
    shown,
    durationSeconds: plan.factor === 1 ? durationSeconds : shown.length / framesPerSecond,
    timingsMs: { prepare: performance.now() - start },
  };
}

/** One frame of the clip, when nothing is to be followed. */
export async function glanceAt(order: EditOrder, count: number): Promise<BestFrame> {
  const { width, height } = order;
  const options = { fromFrame: Math.floor(count / 3), count: 1, upright: true, size: { width, height } };
  for await (const frame of decodeFrames(await readFile(order.path), options)) {
    const path = bestPath(order, 0);
    await writeFile(path, pictureOf(frame).rgba);
    return { index: frame.index, path };
  }
  throw new EditError('The video has no frames.');
}
