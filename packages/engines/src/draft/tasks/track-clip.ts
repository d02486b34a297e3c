import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import {
  type Detected,
  type Detections,
  type Followed,
  type FrameSurvey,
  type Pyramid,
  pyramidOf,
  type SurveyNeeds,
  trackBodies,
  trackCamera,
  trackFaces,
  trackThings,
} from '@openimagine/scene';
import type { FrameRange } from '../works/film.ts';
import type { EditOrder } from './edit-order.ts';
import { type Look, loadLooks, loadLumas } from './look-through.ts';
import type { BestFrame } from './see-clip.ts';

/** Where what is followed is in one frame. */
export type FoundInFrame = Omit<FrameSurvey, 'seconds'>;

export const STILL_FRAME: FoundInFrame = { faces: [], bodies: [], things: [], camera: { a: 1, b: 0, tx: 0, ty: 0 } };

export interface TrackOrder {
  readonly order: EditOrder;
  readonly needs: SurveyNeeds;
  /** The stretches that were looked through. */
  readonly ranges: readonly FrameRange[];
  readonly best: BestFrame;
}

export interface Tracked {
  /** What was followed and is there in the best frame, in the order of the tracks. */
  readonly atBest: Detections;
  readonly timingsMs: Readonly<Record<'track', number>>;
}

/** Follows through all frames what was seen in some, and leaves it for `loadTracks`. */
export async function trackClip({ order, needs, ranges, best }: TrackOrder): Promise<Tracked> {
  const start = performance.now();
  const parts = await Promise.all(ranges.map(async ({ first }) => ({ first, looked: await loadLooks(order, first) })));
  const pyramids: Pyramid[] = [];
  for (const { first, looked } of parts) {
    for (const luma of await loadLumas(order, first, looked)) pyramids.push(pyramidOf(luma));
  }
  const { framesPerSecond, width, height } = order;
  const looks = parts.flatMap(({ looked }) => looked.looks);
  const frames = followAll({ pyramids, framesPerSecond, width, height }, looks, best.index, needs);
  await writeFile(tracksPath(order), serialize(frames));
  const { faces, bodies, things } = frames[best.index] ?? STILL_FRAME;
  const atBest = { faces: present(faces), bodies: present(bodies), things: present(things) };
  return { atBest, timingsMs: { track: performance.now() - start } };
}

export async function loadTracks(order: EditOrder): Promise<readonly FoundInFrame[]> {
  return deserialize(await readFile(tracksPath(order))) as readonly FoundInFrame[];
}

function tracksPath({ surveyPath }: EditOrder): string {
  return `${surveyPath}-tracks`;
}

function present<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.flatMap((item) => (item ? [item] : []));
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
