import { readFile } from 'node:fs/promises';
import { coverPicture, encodeJpeg, flatten, openPhoto } from '@openimagine/media';
import {
  describeOperations,
  type EditOperation,
  needsOf,
  needsSight,
  type Picture,
  readInstruction,
  type Sight,
  type Survey,
  settleInputs,
} from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import { openEditor } from './edit-order.ts';
import { detect, EVERYTHING, overlook, see } from './look-at.ts';

export interface StillOrder {
  readonly prompt: string;
  /** The inputs' files; the first is the edited one. */
  readonly paths: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly seed: number;
}

export interface EditedStill {
  readonly jpeg: Uint8Array;
  readonly description: string;
  readonly timingsMs: Readonly<Record<string, number>>;
}

const JPEG_QUALITY = 92;
/** Of an input beside the first: as large as the largest output, so that nothing cut out of it is blurred. */
const PIXELS_MAX = 4_200_000;
const WHITE = [255, 255, 255] as const;

/** Edits a picture: a clip of one frame. @throws {EditError} when the instruction cannot be carried out on it. */
export async function editStill(studio: Studio, order: StillOrder): Promise<EditedStill> {
  const { prompt, paths, width, height, seed } = order;
  const start = performance.now();
  const inputs = { kind: 'image', count: paths.length } as const;
  const read = readInstruction(prompt, { lexicon: studio.lexicon, inputs });
  const images = await Promise.all(paths.map(async (path) => openInput(path)));
  const openedAt = performance.now();
  const seen = await lookInside(images, read.operations);
  const { operations, base } = seen ? settleInputs(read.operations, seen) : { operations: read.operations, base: 0 };
  const description = seen ? describeOperations(operations, 'image', read.ignored, read.notes) : read.description;
  const instruction = { ...read, operations, description };
  const frame = copyOf(coverPicture(images[base]!, width, height));
  const survey = await surveyPicture(frame, instruction);
  const inside = images.with(base, survey.representative.picture);
  const looks = (seen ?? images.map(() => survey.representative.sight)).with(base, survey.representative.sight);
  const lookedAt = performance.now();
  const editor = openEditor(studio, { instruction, survey }, seed, { images: inside, looks });
  editor.edit(frame, { index: 0, seconds: 0 });
  const editedAt = performance.now();
  const jpeg = await encodeJpeg(frame, JPEG_QUALITY);
  const encode = performance.now() - editedAt;
  const timingsMs = { open: openedAt - start, survey: lookedAt - openedAt, edit: editedAt - lookedAt, encode };
  return { jpeg, description: editor.description, timingsMs };
}

async function openInput(path: string): Promise<Picture> {
  return flatten(await openPhoto(await readFile(path), { pixelsMax: PIXELS_MAX }), WHITE);
}

async function surveyPicture(frame: Picture, { operations }: ReturnType<typeof readInstruction>): Promise<Survey> {
  const picture = copyOf(frame);
  const needs = needsOf(operations);
  const isSeen = needsSight(operations);
  const detections = await detect(picture, isSeen ? EVERYTHING : needs);
  const { width, height } = picture;
  return {
    width,
    height,
    framesPerSecond: 1,
    durationSeconds: 1,
    frames: [{ seconds: 0, ...detections, camera: { a: 1, b: 0, tx: 0, ty: 0 } }],
    representative: { index: 0, picture, sight: isSeen ? see(picture, detections) : overlook(picture) },
  };
}

/** What is in each input, where something is taken out of one, or all are shown; undefined when that is not needed. */
async function lookInside(
  images: readonly Picture[],
  operations: readonly EditOperation[],
): Promise<readonly Sight[] | undefined> {
  if (!operations.some(({ kind }) => kind === 'paste' || kind === 'collage')) return undefined;
  return Promise.all(images.map(async (image) => see(image, await detect(image, EVERYTHING))));
}

function copyOf({ width, height, rgba }: Picture): Picture {
  return { width, height, rgba: Uint8Array.from(rgba) };
}
