import { type Detections, NOTHING_DETECTED, type Picture, type Sight, type SurveyNeeds } from '@openimagine/scene';

export async function detect(_picture: Picture, _needs: SurveyNeeds): Promise<Detections> {
  return NOTHING_DETECTED;
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
