import type { Rgb, Sky } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { hasDetail } from './mood.ts';
import type { SetMoment } from './set.ts';

type Bytes = readonly [number, number, number];

/** One kind of planet: its ground and the light of its day and night. */
export interface PlanetStyle {
  /** sRGB 0 … 255: hollows and heights. */
  readonly ground: readonly [Bytes, Bytes];
  readonly rock: Bytes;
  readonly mesa: Bytes;
  /** Round hills instead of table mountains. */
  readonly isWorn?: boolean;
  readonly day: PlanetLight;
  readonly night: PlanetLight;
  readonly discs: NonNullable<Sky['discs']>;
  /** What glows there, linear. */
  readonly glow: Rgb;
}

export interface PlanetLight {
  readonly zenith: Rgb;
  readonly horizon: Rgb;
  readonly glow: Rgb;
  readonly nebula: Rgb;
  readonly stars: number;
  readonly fog: Rgb;
  readonly density: number;
  readonly up: Rgb;
  readonly down: Rgb;
  /** Luminous clouds of gas high above, as wide as the sky. */
  readonly veil?: Rgb;
  readonly sun: Rgb;
  readonly grade: NonNullable<SetMoment['grade']>;
}

const MOONS: NonNullable<Sky['discs']> = [
  { direction: [0.34, 0.36, -0.87], radius: 0.042, color: [0.72, 0.62, 0.56], phase: 0.72, craters: true },
  { direction: [-0.2, 0.5, -0.84], radius: 0.011, color: [0.8, 0.74, 0.72], phase: 0.85 },
];

const MARS: PlanetStyle = {
  ground: [
    [150, 78, 52],
    [206, 118, 76],
  ],
  rock: [128, 70, 54],
  mesa: [172, 92, 66],
  glow: [0.16, 0.85, 0.95],
  discs: MOONS,
  day: {
    zenith: [0.46, 0.3, 0.2],
    horizon: [0.98, 0.66, 0.42],
    glow: [0.6, 0.55, 0.6],
    nebula: [0, 0, 0],
    stars: 0,
    fog: [0.86, 0.54, 0.34],
    density: 0.0042,
    up: [0.4, 0.3, 0.28],
    down: [0.3, 0.16, 0.1],
    sun: [1.7, 1.3, 1.0],
    grade: { exposure: 1, shadows: [0.004, 0.002, 0.012] },
  },
  night: {
    zenith: [0.012, 0.009, 0.075],
    horizon: [0.21, 0.03, 0.03],
    glow: [0.3, 0.09, 0.05],
    nebula: [0.14, 0.05, 0.24],
    stars: 1,
    veil: [0.12, 0.045, 0.24],
    fog: [0.135, 0.027, 0.021],
    density: 0.0046,
    up: [0.1, 0.085, 0.23],
    down: [0.13, 0.045, 0.04],
    sun: [0.85, 0.42, 0.34],
    grade: {
      exposure: 1.2,
      bloom: 0.46,
      bloomThreshold: 0.8,
      saturation: 1.16,
      shadows: [0.008, 0.002, 0.02],
      highlights: [0.004, 0.004, 0.008],
      vignette: 0.34,
    },
  },
};

const MOON: PlanetStyle = {
  ground: [
    [96, 98, 108],
    [158, 158, 164],
  ],
  rock: [112, 112, 120],
  mesa: [122, 122, 132],
  isWorn: true,
  glow: [0.3, 0.7, 1],
  discs: [{ direction: [0.3, 0.34, -0.89], radius: 0.085, color: [0.32, 0.6, 1.1], phase: 0.7 }],
  day: {
    zenith: [0.004, 0.005, 0.014],
    horizon: [0.016, 0.02, 0.04],
    glow: [0.1, 0.1, 0.12],
    nebula: [0.05, 0.04, 0.12],
    stars: 1,
    fog: [0.04, 0.05, 0.09],
    density: 0.0006,
    up: [0.07, 0.08, 0.14],
    down: [0.12, 0.12, 0.13],
    sun: [1.9, 1.82, 1.7],
    grade: { exposure: 1.05 },
  },
  night: {
    zenith: [0.006, 0.008, 0.026],
    horizon: [0.03, 0.04, 0.1],
    glow: [0.05, 0.07, 0.14],
    nebula: [0.1, 0.06, 0.2],
    stars: 1,
    fog: [0.04, 0.05, 0.12],
    density: 0.001,
    up: [0.1, 0.12, 0.24],
    down: [0.07, 0.07, 0.11],
    sun: [0.6, 0.72, 1.1],
    grade: { exposure: 1.2, bloom: 0.4, bloomThreshold: 0.8, saturation: 1.1 },
  },
};

const ALIEN: PlanetStyle = {
  ground: [
    [66, 58, 116],
    [122, 84, 150],
  ],
  rock: [72, 66, 110],
  mesa: [96, 70, 134],
  glow: [0.2, 0.95, 0.75],
  discs: [
    { direction: [-0.3, 0.3, -0.9], radius: 0.15, color: [1.0, 0.56, 0.42], phase: 0.62 },
    { direction: [0.42, 0.46, -0.8], radius: 0.03, color: [0.6, 0.85, 1], phase: 0.8, craters: true },
  ],
  day: {
    zenith: [0.1, 0.2, 0.42],
    horizon: [0.75, 0.42, 0.6],
    glow: [0.8, 0.5, 0.4],
    nebula: [0, 0, 0],
    stars: 0.1,
    fog: [0.55, 0.36, 0.56],
    density: 0.004,
    up: [0.36, 0.36, 0.56],
    down: [0.22, 0.14, 0.26],
    sun: [1.6, 1.15, 1.0],
    grade: { exposure: 1, saturation: 1.1 },
  },
  night: {
    zenith: [0.014, 0.014, 0.07],
    horizon: [0.16, 0.08, 0.3],
    glow: [0.2, 0.1, 0.3],
    nebula: [0.06, 0.14, 0.24],
    stars: 1,
    fog: [0.1, 0.06, 0.22],
    density: 0.005,
    up: [0.12, 0.13, 0.3],
    down: [0.1, 0.05, 0.16],
    sun: [0.5, 0.45, 0.8],
    grade: { exposure: 1.2, bloom: 0.45, bloomThreshold: 0.75, saturation: 1.18 },
  },
};

export function planetStyle(scene: Scene): PlanetStyle {
  if (hasDetail(scene, 'mars', 'red planet', 'martian')) return MARS;
  if (hasDetail(scene, 'moon', 'lunar')) return MOON;
  return ALIEN;
}
