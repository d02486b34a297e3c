import type { Body, Box, Face, Sight } from '../../../vision/sight.ts';
import type { AddedObject, Anchor, Target } from '../../operation.ts';
import { EditError, type Survey } from '../../tool.ts';

/** Somebody whose face carries an object, by the survey's indexes. */
export interface Carrier {
  readonly face: number;
  /** Absent where no body goes with the face. */
  readonly body?: number;
  /** The face in the frame that is looked at closely. */
  readonly model: Face;
  /** Index of that frame. */
  readonly frame: number;
}

/**
 * Who is to carry an object: those on the side that is named, else the largest. Never by what a face looks like: every
 * face can be the woman's, the boy's or his.
 * @throws {EditError} when there is no face.
 */
export function findCarriers(
  survey: Survey,
  object: AddedObject,
  anchor: Anchor,
  target: Target | undefined,
  count: number,
): Carrier[] {
  const { index: chosen, sight } = survey.representative;
  const people = new Set(survey.frames.flatMap(({ faces }) => faces.flatMap((face, i) => (face ? [i] : []))));
  const carriers = [...people].map((face) => carrierOf(survey, face, chosen));
  if (carriers.length === 0) {
    const who = target ? ` of "${target.word}"` : '';
    const seen = namesOf(sight);
    const there = seen.length > 0 ? `What was seen: ${seen.join(', ')}.` : 'Nothing that could be named was seen.';
    throw new EditError(
      `A face${who} was looked for, to put the ${object.word} on the ${placeName(anchor)}, and none was found. ${there} ` +
        'Use a picture or clip in which the face is at least 40 pixels wide and turned to the camera, or say where in the frame the object should be.',
    );
  }
  return choose(carriers, survey, target, count);
}

/** What is in a picture, in words. */
function namesOf({ things, subjectLabel, regions }: Sight): readonly string[] {
  const names = [...things.map(({ label }) => label), ...(subjectLabel ? [subjectLabel] : [])];
  for (const region of ['people', 'sky', 'water', 'ground'] as const) if (regions[region]) names.push(region);
  return [...new Set(names)];
}

function carrierOf(survey: Survey, face: number, chosen: number): Carrier {
  const frame = survey.frames[chosen]?.faces[face] ? chosen : mostFrontal(survey, face);
  const model = survey.frames[frame]!.faces[face]!;
  const body = bodyOf(model, survey.frames[frame]!.bodies);
  return { face, model, frame, ...(body === undefined ? {} : { body }) };
}

function mostFrontal(survey: Survey, face: number): number {
  let best = -1;
  let least = Infinity;
  survey.frames.forEach(({ faces }, index) => {
    const one = faces[face];
    if (!one) return;
    const away = Math.abs(one.yaw) + Math.abs(one.pitch) * 0.5 + (1 - one.score);
    if (away >= least) return;
    least = away;
    best = index;
  });
  return best;
}

/** The body that a face sits on: its shoulders below the face, one on each side of it or nearly. */
export function bodyOf({ box }: Face, bodies: readonly (Body | undefined)[]): number | undefined {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  let best: number | undefined;
  let least = box.width * 1.2;
  bodies.forEach((body, i) => {
    const left = body?.points.leftShoulder;
    const right = body?.points.rightShoulder;
    if (!left || !right) return;
    const away = Math.abs((left.x + right.x) / 2 - x);
    const below = (left.y + right.y) / 2 - y;
    if (below < box.height * 0.3 || below > box.height * 2.2 || away > least) return;
    least = away;
    best = i;
  });
  return best;
}

function choose(carriers: readonly Carrier[], survey: Survey, target: Target | undefined, count: number): Carrier[] {
  const middle = ({ model: { box } }: Carrier): number => box.x + box.width / 2;
  const bySize = [...carriers].sort((one, other) => areaOf(other.model.box) - areaOf(one.model.box));
  if (target?.side === 'left') return carriers.toSorted((a, b) => middle(a) - middle(b)).slice(0, Math.max(1, count));
  if (target?.side === 'right') return carriers.toSorted((a, b) => middle(b) - middle(a)).slice(0, Math.max(1, count));
  if (target?.side === 'middle') {
    const away = (carrier: Carrier): number => Math.abs(middle(carrier) - survey.width / 2);
    return carriers.toSorted((a, b) => away(a) - away(b)).slice(0, Math.max(1, count));
  }
  return bySize.slice(0, Math.max(1, count));
}

function areaOf({ width, height }: Box): number {
  return width * height;
}

function placeName(anchor: Anchor): string {
  return anchor === 'leftHand' ? 'left hand' : anchor === 'rightHand' ? 'right hand' : anchor;
}
