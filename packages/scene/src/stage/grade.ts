import type { Grade, Rgb, Style } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { add } from './matrix.ts';

/** What a style asks of the finished light, on top of the hour's own grade. */
interface StyleLook {
  readonly style: Style;
  readonly exposure?: number;
  readonly saturation?: number;
  readonly contrast?: number;
  readonly bloom?: number;
  readonly vignette?: number;
  readonly grain?: number;
  readonly monochrome?: number;
  readonly shadows?: Rgb;
  readonly highlights?: Rgb;
}

const LOOKS: Readonly<Record<Scene['style'], StyleLook>> = {
  natural: { style: 'natural' },
  // Teal shadows against orange light.
  cinematic: {
    style: 'natural',
    saturation: 1.04,
    contrast: 1.05,
    bloom: 1.25,
    vignette: 1.35,
    grain: 1.6,
    shadows: [-0.008, 0.004, 0.018],
    highlights: [0.022, 0.006, -0.016],
  },
  noir: { style: 'natural', monochrome: 1, contrast: 1.32, exposure: 1.1, bloom: 1.3, vignette: 1.7, grain: 2.4 },
  anime: { style: 'anime', saturation: 1.14, contrast: 0.98, exposure: 1.06, grain: 0, vignette: 0.5 },
  watercolor: {
    style: 'watercolor',
    saturation: 1.06,
    contrast: 0.92,
    exposure: 1.14,
    grain: 0,
    vignette: 0.2,
    bloom: 0.6,
  },
  oil: { style: 'oil', saturation: 1.12, contrast: 1.04, grain: 0 },
  pixel: { style: 'pixel', saturation: 1.15, contrast: 1.06, grain: 0, vignette: 0.5 },
  comic: { style: 'comic', saturation: 1.2, contrast: 1.1, exposure: 1.06, grain: 0, vignette: 0.4 },
  sketch: { style: 'sketch', monochrome: 0.85, contrast: 0.95, exposure: 1.18, grain: 0, vignette: 0.2 },
  clay: { style: 'clay', saturation: 1.05, grain: 0 },
};

export function styleOf(scene: Scene): Style {
  return LOOKS[scene.style].style;
}

/** The hour's grade, changed by the set and then by the style. */
export function createGrade(scene: Scene): (hour: Grade, set: Grade | undefined) => Grade {
  const look = LOOKS[scene.style];
  return (hour, set) => {
    const base = { ...hour, ...set };
    return {
      ...base,
      exposure: (base.exposure ?? 1) * (look.exposure ?? 1),
      saturation: (base.saturation ?? 1) * (look.saturation ?? 1),
      contrast: (base.contrast ?? 1) * (look.contrast ?? 1),
      bloom: (base.bloom ?? 0) * (look.bloom ?? 1),
      vignette: Math.min(0.8, (base.vignette ?? 0) * (look.vignette ?? 1)),
      grain: (base.grain ?? 0) * (look.grain ?? 1),
      monochrome: Math.max(base.monochrome ?? 0, look.monochrome ?? 0),
      shadows: add(base.shadows ?? [0, 0, 0], look.shadows ?? [0, 0, 0]),
      highlights: add(base.highlights ?? [0, 0, 0], look.highlights ?? [0, 0, 0]),
    };
  };
}
