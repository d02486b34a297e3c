import { overlapping } from './boxes.ts';
import { cutOut } from './cut-out.ts';
import { findHair } from './find-hair.ts';
import { seedOfPerson } from './person-seed.ts';
import type { Box, Coverage, Detections, Picture } from './sight.ts';

/** Heads of one box that are looked at closely. */
const HEADS_MAX = 2;

/** Cuts the people of a box out of a picture, with what grows on their heads or lies on them. */
export function cutPerson(picture: Picture, box: Box, detections: Detections): Coverage {
  const heads = detections.faces.filter((face) => overlapping(face.box, box) > 0.6).slice(0, HEADS_MAX);
  const crowns = heads.flatMap((face) => {
    const found = findHair(picture, face);
    return found && found.kind !== 'unclear' ? [found.coverage] : [];
  });
  const seed = seedOfPerson(picture, box, detections, crowns);
  const cut = cutOut(picture, { box, label: 'person', ...(seed && { seed }) });
  const data = Uint8Array.from(cut.data);
  for (const crown of crowns) for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i]!, crown.data[i]!);
  return { ...cut, data };
}
