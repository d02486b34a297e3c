import { ANIMAL_LABELS, type Body, type Box, type Face, type Thing } from '@openimagine/scene';
import { containsBox, overlapOfBoxes } from './boxes.ts';

/** The face detector sees faces in bark and windows; those are weak, or not in a head's proportions. */
export function isPlausibleFace(face: Face): boolean {
  const ratio = face.box.width / Math.max(1, face.box.height);
  return face.score >= 0.5 && ratio > 0.4 && ratio < 1.7;
}

/** Where no person was seen around a face, only a very clear one counts: spaniels look much like us. */
export function isClearFace(face: Face, things: readonly Thing[]): boolean {
  const isInPerson = things.some((thing) => thing.label === 'person' && containsBox(thing.box, face.box));
  return isInPerson || face.score >= 0.85;
}

/** It sees faces in cats and ducks too: one that lies within an animal, and within no person, is the animal's. */
export function isOfAnimal(face: Face, things: readonly Thing[]): boolean {
  const around = things.filter((thing) => containsBox(thing.box, face.box));
  return around.some(({ label }) => ANIMAL_LABELS.has(label)) && !around.some(({ label }) => label === 'person');
}

/** The posture model always finds someone; it is believed where a person or a face is, or where it is very sure. */
export function isPlausibleBody(body: Body, things: readonly Thing[], faces: readonly Face[]): boolean {
  if (Object.keys(body.points).length < 4) return false;
  const isAt = (box: Box) => overlapOfBoxes(box, body.box) > 0.2 || containsBox(box, body.box);
  const seen = things.filter((thing) => isAt(thing.box));
  if (seen.some(({ label }) => label === 'person')) return true;
  const { nose } = body.points;
  const isFaceOf = ({ box }: Face) =>
    nose && nose.x > box.x && nose.y > box.y && nose.x < box.x + box.width && nose.y < box.y + box.height;
  if (faces.some(isFaceOf)) return true;
  const isInAnimal = things.some((thing) => ANIMAL_LABELS.has(thing.label) && containsBox(thing.box, body.box));
  return body.score >= 0.6 && seen.length === 0 && !isInAnimal;
}

/** Drops what overlaps something better of the same label; the best first. */
export function keepBest<T extends { readonly score: number; readonly box: Box; readonly label?: string }>(
  found: readonly T[],
  overlapMax: number,
): T[] {
  const kept: T[] = [];
  for (const one of found.toSorted((a, b) => b.score - a.score)) {
    const isSame = (other: T) => other.label === one.label && overlapOfBoxes(other.box, one.box) > overlapMax;
    if (!kept.some(isSame)) kept.push(one);
  }
  return kept;
}
