import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { type DecodedFrame, decodeFrames, toRgba } from '@openimagine/media';
import {
  type Body,
  type Detections,
  type Face,
  type Luma,
  NOTHING_DETECTED,
  type Picture,
  type SurveyNeeds,
  type Thing,
} from '@openimagine/scene';
import { type Detectors, openDetectors } from '../detectors/detectors.ts';
import type { FrameRange } from '../works/film.ts';
import type { EditOrder } from './edit-order.ts';
import type { BestFrame } from './see-clip.ts';
import { sharpnessOf, smallLuma } from './small-luma.ts';

/** What was found in one frame; a list that is absent was not looked for. */
export interface Look {
  readonly index: number;
  readonly faces?: readonly Face[];
  readonly bodies?: readonly Body[];
  readonly things?: readonly Thing[];
}

/** What a stretch of the clip shows. */
export interface LookedThrough {
  readonly looks: readonly Look[];
  /** Of the small grey pictures of all its frames, which `loadLumas` has. */
  readonly lumaWidth: number;
  readonly lumaHeight: number;
}

/** How many times a second faces and bodies are looked at; in between they are followed by what they show. */
const FACES_PER_SECOND = 4;
const BODIES_PER_SECOND = 2;
const THINGS_PER_SECOND = 2;
/** Long side of the pictures that are followed. */
const FOLLOWED_SIDE = 480;

/** The frame of a stretch that shows best what is there. */
export interface BestOfStretch extends BestFrame {
  readonly worth: number;
}

/** Looks at a stretch of the clip: everywhere in its first frame, then near where something was; leaves what it saw in a file. */
export async function lookThrough(
  order: EditOrder,
  { first, count }: FrameRange,
  needs: SurveyNeeds,
  onFrame: () => void,
): Promise<BestOfStretch> {
  const { path, width, height, framesPerSecond } = order;
  const clip = await readFile(path);
  const every = (perSecond: number) => Math.max(1, Math.round(framesPerSecond / perSecond));
  const steps = { faces: every(FACES_PER_SECOND), bodies: every(BODIES_PER_SECOND), things: every(THINGS_PER_SECOND) };
  const lumas: Luma[] = [];
  const looks: Look[] = [];
  // One buffer for all frames that are looked at: a new one for each is 4 MB that the collector is slow to find.
  const picture: Picture = { width, height, rgba: new Uint8Array(width * height * 4) };
  const bestRgba = new Uint8Array(picture.rgba.length);
  let best: BestOfStretch | undefined;
  let last: Detections = NOTHING_DETECTED;
  const lookAt = needs.faces || needs.bodies || needs.things ? lookerOf(await openDetectors(), needs) : undefined;
  for await (const frame of decodeFrames(clip, { fromFrame: first, count, upright: true, size: { width, height } })) {
    const luma = smallLuma(frame, FOLLOWED_SIDE);
    lumas.push(luma);
    const at = frame.index - first;
    const due = { faces: at % steps.faces === 0, bodies: at % steps.bodies === 0, things: at % steps.things === 0 };
    if (at === 0 || (lookAt !== undefined && Object.values(due).some(Boolean))) {
      toRgba(frame, picture.rgba);
      const look = lookAt ? await lookAt(picture, at === 0 ? undefined : last, due) : {};
      last = { ...last, ...look };
      looks.push({ index: frame.index, ...look });
      const worth = worthOf(last, sharpnessOf(luma));
      if (!best || worth > best.worth) {
        best = { worth, index: frame.index, path: bestPath(order, first) };
        bestRgba.set(picture.rgba);
      }
    }
    onFrame();
  }
  if (!best) throw new Error('expected frames to look at');
  const { width: lumaWidth, height: lumaHeight } = lumas[0]!;
  const file = looksPath(order, first);
  await writeFile(file, serialize({ looks, lumaWidth, lumaHeight } satisfies LookedThrough));
  await writeFile(best.path, bestRgba);
  await writeFile(
    `${file}-lumas`,
    lumas.map(({ data }) => data),
  );
  return best;
}

export async function loadLooks(order: EditOrder, first: number): Promise<LookedThrough> {
  return deserialize(await readFile(looksPath(order, first))) as LookedThrough;
}

/** Where the picture of a stretch's best frame is left. */
export function bestPath(order: EditOrder, first: number): string {
  return `${looksPath(order, first)}-best`;
}

/** Small grey pictures of all frames of a stretch. */
export async function loadLumas(order: EditOrder, first: number, size: LookedThrough): Promise<Luma[]> {
  const { lumaWidth: width, lumaHeight: height } = size;
  const bytes = await readFile(`${looksPath(order, first)}-lumas`);
  return Array.from({ length: bytes.length / (width * height) }, (_, i) => ({
    width,
    height,
    data: bytes.subarray(i * width * height, (i + 1) * width * height),
  }));
}

function looksPath({ surveyPath }: EditOrder, first: number): string {
  return `${surveyPath}-looks-${first}`;
}

export function pictureOf(frame: DecodedFrame): Picture {
  const rgba = toRgba(frame);
  return { width: frame.width, height: frame.height, rgba: new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length) };
}

type Due = { readonly [Kind in 'faces' | 'bodies' | 'things']: boolean };

/** @returns What looks everywhere when nothing is known yet, and else only where something was. */
function lookerOf(detectors: Detectors, needs: SurveyNeeds) {
  const { faces = false, bodies = false, things = false } = needs;
  return async (picture: Picture, last: Detections | undefined, due: Due): Promise<Omit<Look, 'index'>> => {
    if (!last || (things && due.things)) {
      const seen = await detectors.detect(picture, { faces, bodies, things });
      return {
        ...(faces ? { faces: seen.faces } : {}),
        ...(bodies ? { bodies: seen.bodies } : {}),
        ...(things ? { things: seen.things } : {}),
      };
    }
    return {
      ...(faces && due.faces
        ? { faces: await followEach(last.faces, (face) => detectors.followFace(picture, face)) }
        : {}),
      ...(bodies && due.bodies
        ? { bodies: await followEach(last.bodies, (body) => detectors.followBody(picture, body)) }
        : {}),
    };
  };
}

async function followEach<Item>(
  items: readonly Item[],
  follow: (item: Item) => Promise<Item | undefined>,
): Promise<Item[]> {
  const found: Item[] = [];
  for (const item of items) {
    const next = await follow(item);
    if (next) found.push(next);
  }
  return found;
}

/** Faces and things first, then sharpness, which is not noticed twice. */
function worthOf({ faces, bodies, things }: Detections, sharpness: number): number {
  const seen = faces.reduce((sum, { score, yaw }) => sum + score * (1.5 - Math.min(1, Math.abs(yaw))), 0);
  const others = [...bodies, ...things].reduce((sum, { score }) => sum + score, 0);
  return 4 * seen + others + Math.log1p(sharpness) / 4;
}
