import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { type DecodedFrame, decodeFrames, toRgba } from '@openimagine/media';
import type { Body, Detections, Face, Luma, Picture, SurveyNeeds, Thing } from '@openimagine/scene';
import { type Detectors, openDetectors } from '../detectors/detectors.ts';
import type { FrameRange } from '../works/film.ts';
import type { EditOrder } from './edit-order.ts';
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
  /** Small grey pictures of all its frames. */
  readonly lumas: readonly Luma[];
  readonly looks: readonly Look[];
  /** The frame that shows best what is there. */
  readonly best: { readonly worth: number; readonly index: number; readonly picture: Picture };
}

/** How many times a second faces and bodies are looked at; in between they are followed by what they show. */
const FACES_PER_SECOND = 4;
const BODIES_PER_SECOND = 2;
const THINGS_PER_SECOND = 2;
/** Long side of the pictures that are followed. */
const FOLLOWED_SIDE = 480;

/** Looks at a stretch of the clip: everywhere in its first frame, then near where something was; leaves what it saw in a file. */
export async function lookThrough(
  order: EditOrder,
  { first, count }: FrameRange,
  needs: SurveyNeeds,
  onFrame: () => void,
): Promise<void> {
  const { path, width, height, framesPerSecond } = order;
  const clip = await readFile(path);
  const every = (perSecond: number) => Math.max(1, Math.round(framesPerSecond / perSecond));
  const steps = { faces: every(FACES_PER_SECOND), bodies: every(BODIES_PER_SECOND), things: every(THINGS_PER_SECOND) };
  const lumas: Luma[] = [];
  const looks: Look[] = [];
  let best: LookedThrough['best'] | undefined;
  let last: Detections = { faces: [], bodies: [], things: [] };
  const lookAt = needs.faces || needs.bodies || needs.things ? lookerOf(await openDetectors(), needs) : undefined;
  for await (const frame of decodeFrames(clip, { fromFrame: first, count, upright: true, size: { width, height } })) {
    const luma = smallLuma(frame, FOLLOWED_SIDE);
    lumas.push(luma);
    const at = frame.index - first;
    const due = { faces: at % steps.faces === 0, bodies: at % steps.bodies === 0, things: at % steps.things === 0 };
    const isDue = at === 0 || (lookAt !== undefined && Object.values(due).some(Boolean));
    if (isDue) {
      const picture = pictureOf(frame);
      const look = lookAt ? await lookAt(picture, at === 0 ? undefined : last, due) : {};
      last = { ...last, ...look };
      looks.push({ index: frame.index, ...look });
      const worth = worthOf(last, sharpnessOf(luma));
      if (!best || worth > best.worth) best = { worth, index: frame.index, picture };
    }
    onFrame();
  }
  if (!best) throw new Error('expected frames to look at');
  await writeFile(looksPath(order, first), serialize({ lumas, looks, best } satisfies LookedThrough));
}

export async function loadLooks(order: EditOrder, first: number): Promise<LookedThrough> {
  return deserialize(await readFile(looksPath(order, first))) as LookedThrough;
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
