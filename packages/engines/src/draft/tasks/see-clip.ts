import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { type Detections, NOTHING_DETECTED, type Picture, type Sight, type SurveyNeeds } from '@openimagine/scene';
import type { EditOrder } from './edit-order.ts';
import { detect, EVERYTHING, see } from './look-at.ts';

/** The frame of a clip that shows best what is there, as bare RGBA in a file. */
export interface BestFrame {
  readonly index: number;
  readonly path: string;
}

export interface SeeOrder {
  readonly order: EditOrder;
  readonly best: BestFrame;
  readonly needs: SurveyNeeds;
  /** What was followed, where it is in this frame, in the same order. Absent: nothing was. */
  readonly followed?: Detections;
}

/** Finds what is where in the best frame, for `loadSight`. */
export async function seeClip({ order, best, needs, followed }: SeeOrder): Promise<{ readonly see: number }> {
  const start = performance.now();
  const picture = await loadPicture(order, best);
  const isKnown = needs.faces && needs.bodies && needs.things;
  const seen = isKnown ? NOTHING_DETECTED : await detect(picture, EVERYTHING);
  const detections: Detections = {
    faces: (needs.faces && followed?.faces) || seen.faces,
    bodies: (needs.bodies && followed?.bodies) || seen.bodies,
    things: (needs.things && followed?.things) || seen.things,
  };
  await writeFile(sightPath(order), serialize(see(picture, detections)));
  return { see: performance.now() - start };
}

export async function loadSight(order: EditOrder): Promise<Sight> {
  return deserialize(await readFile(sightPath(order))) as Sight;
}

export async function loadPicture({ width, height }: EditOrder, { path }: BestFrame): Promise<Picture> {
  return { width, height, rgba: new Uint8Array(await readFile(path)) };
}

function sightPath({ surveyPath }: EditOrder): string {
  return `${surveyPath}-sight`;
}
