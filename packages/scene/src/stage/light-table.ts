import type { Rgb } from '@openimagine/render';
import type { Season, TimeOfDay, Weather } from '../scene.ts';

/** Everything about light that changes with the hour. All colours linear. */
export interface HourLight {
  /** Degrees: 0 is behind the scene (−z), 90 to the right, −90 to the left, 180 behind the camera. */
  readonly sunAzimuth: number;
  readonly sunElevation: number;
  readonly sun: Rgb;
  readonly up: Rgb;
  readonly down: Rgb;
  readonly zenith: Rgb;
  readonly horizon: Rgb;
  readonly ground: Rgb;
  readonly glow: Rgb;
  readonly cloudLit: Rgb;
  readonly cloudShade: Rgb;
  readonly fog: Rgb;
  readonly nebula: Rgb;
  readonly stars: number;
  /** How far lamps and windows are on. */
  readonly lamps: number;
  readonly fogDensity: number;
  readonly exposure: number;
  readonly bloom: number;
  readonly bloomThreshold: number;
  readonly saturation: number;
  readonly contrast: number;
  readonly vignette: number;
  readonly shadows: Rgb;
  readonly highlights: Rgb;
}

/**
 * Each hour is a pair of complements: a warm key against cool air, or a cool night against warm windows. Shadows are
 * never without colour and the night is never black: its ambient light is a deep blue, its horizon violet.
 */
export const HOURS: Readonly<Record<TimeOfDay, HourLight>> = {
  dawn: {
    sunAzimuth: 42,
    sunElevation: 7,
    sun: [1.5, 0.82, 0.62],
    up: [0.3, 0.3, 0.5],
    down: [0.22, 0.15, 0.17],
    zenith: [0.12, 0.2, 0.48],
    horizon: [0.85, 0.42, 0.34],
    ground: [0.3, 0.2, 0.24],
    glow: [1.1, 0.5, 0.32],
    cloudLit: [1.25, 0.66, 0.58],
    cloudShade: [0.36, 0.3, 0.5],
    fog: [0.56, 0.37, 0.4],
    nebula: [0, 0, 0],
    stars: 0.12,
    lamps: 0.5,
    fogDensity: 0.0055,
    exposure: 1.05,
    bloom: 0.26,
    bloomThreshold: 0.95,
    saturation: 1.1,
    contrast: 1.04,
    vignette: 0.3,
    shadows: [0.004, 0.002, 0.016],
    highlights: [0.02, 0.004, -0.012],
  },
  morning: {
    sunAzimuth: 62,
    sunElevation: 26,
    sun: [1.75, 1.42, 1.02],
    up: [0.34, 0.43, 0.62],
    down: [0.24, 0.2, 0.15],
    zenith: [0.1, 0.28, 0.72],
    horizon: [0.72, 0.78, 0.86],
    ground: [0.34, 0.33, 0.32],
    glow: [0.75, 0.55, 0.32],
    cloudLit: [1.25, 1.14, 1.02],
    cloudShade: [0.5, 0.56, 0.7],
    fog: [0.68, 0.74, 0.84],
    nebula: [0, 0, 0],
    stars: 0,
    lamps: 0,
    fogDensity: 0.003,
    exposure: 1,
    bloom: 0.16,
    bloomThreshold: 1.05,
    saturation: 1.1,
    contrast: 1.04,
    vignette: 0.22,
    shadows: [0, 0.002, 0.01],
    highlights: [0.012, 0.004, -0.01],
  },
  day: {
    sunAzimuth: 138,
    sunElevation: 52,
    sun: [1.75, 1.6, 1.34],
    up: [0.36, 0.5, 0.74],
    down: [0.28, 0.25, 0.19],
    zenith: [0.055, 0.22, 0.68],
    horizon: [0.52, 0.74, 0.96],
    ground: [0.34, 0.36, 0.36],
    glow: [0.35, 0.32, 0.24],
    cloudLit: [1.3, 1.27, 1.2],
    cloudShade: [0.56, 0.64, 0.78],
    fog: [0.56, 0.72, 0.9],
    nebula: [0, 0, 0],
    stars: 0,
    lamps: 0,
    fogDensity: 0.0018,
    exposure: 0.98,
    bloom: 0.12,
    bloomThreshold: 1.15,
    saturation: 1.12,
    contrast: 1.05,
    vignette: 0.18,
    shadows: [0, 0.002, 0.008],
    highlights: [0.008, 0.003, -0.006],
  },
  golden: {
    sunAzimuth: -52,
    sunElevation: 13,
    sun: [2.5, 1.36, 0.52],
    up: [0.4, 0.4, 0.58],
    down: [0.34, 0.2, 0.1],
    zenith: [0.14, 0.26, 0.58],
    horizon: [1.0, 0.6, 0.3],
    ground: [0.4, 0.28, 0.2],
    glow: [1.5, 0.78, 0.28],
    cloudLit: [1.6, 0.98, 0.56],
    cloudShade: [0.5, 0.4, 0.5],
    fog: [0.82, 0.5, 0.28],
    nebula: [0, 0, 0],
    stars: 0,
    lamps: 0.15,
    fogDensity: 0.0045,
    exposure: 1.02,
    bloom: 0.3,
    bloomThreshold: 0.95,
    saturation: 1.14,
    contrast: 1.04,
    vignette: 0.28,
    shadows: [0.004, 0, 0.014],
    highlights: [0.028, 0.01, -0.022],
  },
  sunset: {
    sunAzimuth: -26,
    sunElevation: 5,
    sun: [2.2, 0.9, 0.36],
    up: [0.34, 0.26, 0.46],
    down: [0.26, 0.13, 0.12],
    zenith: [0.075, 0.09, 0.33],
    horizon: [0.95, 0.33, 0.15],
    ground: [0.26, 0.15, 0.2],
    glow: [1.3, 0.5, 0.16],
    cloudLit: [1.7, 0.62, 0.42],
    cloudShade: [0.36, 0.22, 0.42],
    fog: [0.56, 0.24, 0.2],
    nebula: [0, 0, 0],
    stars: 0.05,
    lamps: 0.6,
    fogDensity: 0.0036,
    exposure: 1.05,
    bloom: 0.32,
    bloomThreshold: 0.9,
    saturation: 1.16,
    contrast: 1.05,
    vignette: 0.3,
    shadows: [0.006, 0, 0.02],
    highlights: [0.024, 0.006, -0.02],
  },
  dusk: {
    sunAzimuth: -22,
    sunElevation: 10,
    sun: [0.5, 0.32, 0.5],
    up: [0.19, 0.2, 0.42],
    down: [0.13, 0.09, 0.16],
    zenith: [0.022, 0.046, 0.17],
    horizon: [0.44, 0.185, 0.18],
    ground: [0.12, 0.08, 0.16],
    glow: [0.6, 0.24, 0.18],
    cloudLit: [0.55, 0.22, 0.24],
    cloudShade: [0.13, 0.12, 0.28],
    fog: [0.17, 0.11, 0.2],
    nebula: [0.05, 0.02, 0.07],
    stars: 0.45,
    lamps: 1,
    fogDensity: 0.006,
    exposure: 1.12,
    bloom: 0.36,
    bloomThreshold: 0.85,
    saturation: 1.16,
    contrast: 1.05,
    vignette: 0.34,
    shadows: [0.006, 0.001, 0.022],
    highlights: [0.016, 0.004, -0.012],
  },
  night: {
    sunAzimuth: -64,
    sunElevation: 38,
    sun: [0.26, 0.36, 0.72],
    up: [0.085, 0.105, 0.24],
    down: [0.05, 0.04, 0.09],
    zenith: [0.012, 0.017, 0.06],
    horizon: [0.075, 0.065, 0.19],
    ground: [0.03, 0.026, 0.07],
    glow: [0.05, 0.06, 0.12],
    cloudLit: [0.12, 0.13, 0.26],
    cloudShade: [0.03, 0.03, 0.09],
    fog: [0.055, 0.055, 0.15],
    nebula: [0.07, 0.04, 0.13],
    stars: 0.9,
    lamps: 1,
    fogDensity: 0.006,
    exposure: 1.2,
    bloom: 0.4,
    bloomThreshold: 0.8,
    saturation: 1.18,
    contrast: 1.04,
    vignette: 0.36,
    shadows: [0.006, 0.004, 0.022],
    highlights: [0.01, 0.004, -0.006],
  },
};

/** How a weather changes every hour: factors, and amounts that are added. */
export interface WeatherLight {
  readonly sun: number;
  readonly ambient: number;
  readonly cover: number;
  /** Added to the hour's density, per metre. */
  readonly fog: number;
  /** How far sky and clouds turn towards their own mean: 1 is overcast. */
  readonly veil: number;
  readonly stars: number;
  readonly saturation: number;
  /** Windows are lit in a dark storm too. */
  readonly lamps: number;
  /** What the veil does to the colour of the air: a storm is slate, snow is blue. */
  readonly tone: Rgb;
}

export const WEATHERS: Readonly<Record<Weather, WeatherLight>> = {
  clear: { sun: 1, ambient: 1, cover: 0.28, fog: 0, veil: 0, stars: 1, saturation: 1, lamps: 0, tone: [1, 1, 1] },
  cloudy: {
    sun: 0.5,
    ambient: 1.12,
    cover: 0.72,
    fog: 0.0015,
    veil: 0.3,
    stars: 0.35,
    saturation: 0.97,
    lamps: 0.1,
    tone: [0.95, 0.98, 1.03],
  },
  rain: {
    sun: 0.26,
    ambient: 1,
    cover: 0.92,
    fog: 0.005,
    veil: 0.6,
    stars: 0,
    saturation: 1,
    lamps: 0.45,
    tone: [0.72, 0.8, 0.9],
  },
  storm: {
    sun: 0.14,
    ambient: 0.42,
    cover: 0.86,
    fog: 0.0022,
    veil: 0.86,
    stars: 0,
    saturation: 1.06,
    lamps: 0.7,
    tone: [0.105, 0.13, 0.185],
  },
  snow: {
    sun: 0.42,
    ambient: 1.3,
    cover: 0.8,
    fog: 0.008,
    veil: 0.55,
    stars: 0.15,
    saturation: 1,
    lamps: 0.3,
    tone: [0.86, 0.95, 1.1],
  },
  fog: {
    sun: 0.5,
    ambient: 1.15,
    cover: 0.6,
    fog: 0.018,
    veil: 0.34,
    stars: 0.2,
    saturation: 1,
    lamps: 0.25,
    tone: [0.95, 0.98, 1.02],
  },
};

/** The season's cast on sunlight and on light from the ground; how high the sun climbs. */
export const SEASONS: Readonly<Record<Season, { readonly sun: Rgb; readonly down: Rgb; readonly height: number }>> = {
  spring: { sun: [1, 1, 1], down: [0.98, 1.05, 0.95], height: 1 },
  summer: { sun: [1.04, 1, 0.95], down: [1, 1.03, 0.92], height: 1.1 },
  autumn: { sun: [1.08, 0.97, 0.85], down: [1.12, 0.98, 0.84], height: 0.85 },
  winter: { sun: [0.96, 0.99, 1.08], down: [0.98, 1.02, 1.14], height: 0.75 },
};
