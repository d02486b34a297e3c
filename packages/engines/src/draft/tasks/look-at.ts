import { type Detections, NOTHING_DETECTED, type Picture, type Sight, type SurveyNeeds } from '@openimagine/scene';
import { openDetectors } from '../detectors/detectors.ts';

/** Finds what an instruction needs to be found, and loads the models only for that. */
export async function detect(picture: Picture, { faces, bodies, things }: SurveyNeeds): Promise<Detections> {
  if (!faces && !bodies && !things) return NOTHING_DETECTED;
  const detectors = await openDetectors();
  return detectors.detect(picture, { faces: faces ?? false, bodies: bodies ?? false, things: things ?? false });
}

export function see(picture: Picture, detections: Detections): Sight {
  const { width, height } = picture;
  return {
    ...detections,
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
