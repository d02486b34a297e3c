import {
  type Detections,
  NOTHING_DETECTED,
  type Picture,
  type Sight,
  type SurveyNeeds,
  seePicture,
} from '@openimagine/scene';
import { openDetectors } from '../detectors/detectors.ts';

/** Finds what an instruction needs to be found, and loads the models only for that. */
export async function detect(picture: Picture, { faces, bodies, things }: SurveyNeeds): Promise<Detections> {
  if (!faces && !bodies && !things) return NOTHING_DETECTED;
  const detectors = await openDetectors();
  return detectors.detect(picture, { faces: faces ?? false, bodies: bodies ?? false, things: things ?? false });
}

/** Everything that the detectors know, whatever it is needed for. */
export const EVERYTHING: SurveyNeeds = { faces: true, bodies: true, things: true };

/** A picture that need not be looked at: nothing is known of it. */
export function overlook({ width, height }: Picture): Sight {
  return {
    ...NOTHING_DETECTED,
    width,
    height,
    regions: {},
    depth: { width: 1, height: 1, data: new Uint8Array(1) },
    lights: [],
    isNight: false,
    stars: [],
    isFlat: false,
    palette: [],
    brightness: 0.5,
  };
}

/** What is where in a picture, given what was found in it. */
export function see(picture: Picture, detections: Detections): Sight {
  return seePicture(picture, detections);
}
