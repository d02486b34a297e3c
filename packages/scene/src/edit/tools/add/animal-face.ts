import type { Face, Thing } from '../../../vision/sight.ts';
import type { AddedObject, Target } from '../../operation.ts';
import { EditError, type FrameSurvey, type Survey } from '../../tool.ts';
import { fitSimilarity, type Similarity } from '../track/similarity.ts';
import { type EyePair, findEyes } from './animal-eyes.ts';
import { modelFace } from './model-face.ts';
import { findThing } from './spots.ts';

/**
 * Gives an animal a face that objects can be put on: a human one of the right size, over its eyes, that moves as the
 * animal does. No detector knows the faces of animals.
 * @returns The survey with that face as the only one.
 * @throws {EditError} when there is no such animal, or its eyes are not seen.
 */
export function withAnimalFace(survey: Survey, object: AddedObject, target: Target): Survey {
  const thing = findThing(survey, object, target);
  const { index, picture } = survey.representative;
  const base = survey.frames[index]!.things[thing]!;
  const eyes = findEyes(picture, base.box);
  if (!eyes)
    throw new EditError(
      `The eyes of "${target.word}" were looked for, to put the ${object.word} on, and were not found. ` +
        'Use a picture or clip in which its face fills most of what is seen of it and is turned to the camera.',
    );
  const face = faceOver(eyes);
  const frames = survey.frames.map((frame): FrameSurvey => {
    const now = frame.things[thing];
    return { ...frame, faces: [now && moved(face, base, now)], bodies: [] };
  });
  return { ...survey, frames };
}

function faceOver({ left, right }: EyePair): Face {
  const { pupilX, pupilY } = modelFace;
  return modelFace.at(fitSimilarity([-pupilX, pupilY, pupilX, pupilY], [left.x, left.y, right.x, right.y]), 0.9);
}

function moved(face: Face, from: Thing, to: Thing): Face {
  const scale = Math.sqrt((to.box.width * to.box.height) / (from.box.width * from.box.height));
  const middle = ({ box }: Thing): readonly [number, number] => [box.x + box.width / 2, box.y + box.height / 2];
  const [fx, fy] = middle(from);
  const [tx, ty] = middle(to);
  const move: Similarity = { a: scale, b: 0, tx: tx - fx * scale, ty: ty - fy * scale };
  const mesh = face.mesh.map((value, i) => value * scale + (i % 3 === 0 ? move.tx : i % 3 === 1 ? move.ty : 0));
  const { box } = face;
  return {
    ...face,
    mesh,
    box: {
      x: box.x * scale + move.tx,
      y: box.y * scale + move.ty,
      width: box.width * scale,
      height: box.height * scale,
    },
    score: face.score * Math.min(1, to.score * 3),
  };
}
