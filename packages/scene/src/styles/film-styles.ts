import type { Moment, Rgb } from '@openimagine/render';
import { createBlindsLight } from './blinds-light.ts';
import { relight, tinted } from './relight.ts';
import type { StyleTreatment } from './style.ts';

export const natural: StyleTreatment = { says: 'A', paint: 'natural' };

/** Teal shadows against orange light. */
export const cinematic: StyleTreatment = {
  says: 'A cinematic',
  paint: 'natural',
  grade: {
    ...{ saturation: 1.04, contrast: 1.06, bloom: 1.3, vignette: 1.4, grain: 1.6 },
    ...{ shadows: [-0.012, 0.006, 0.026], highlights: [0.03, 0.008, -0.022] },
  },
};

/** As a lens and a sensor see it: colours as they are, a near subject before a soft background. */
export const photographic: StyleTreatment = {
  says: 'A photographed',
  paint: 'natural',
  grade: { saturation: 0.9, contrast: 1.04, bloom: 0.7, vignette: 1.2, grain: 0.9 },
  light: (moment) => {
    const { position, target } = moment.camera;
    const distance = Math.hypot(target[0] - position[0], target[1] - position[1], target[2] - position[2]);
    if (distance > 30 || moment.camera.focus) return moment;
    return { ...moment, camera: { ...moment.camera, focus: { distance, blur: distance < 12 ? 0.5 : 0.25 } } };
  },
};

/** One hard light, deep shade, silver grain. */
export const noir: StyleTreatment = {
  says: 'A black-and-white film noir',
  paint: 'natural',
  grade: { monochrome: 1, contrast: 1.46, exposure: 0.94, bloom: 1.1, vignette: 2, grain: 2.6 },
  createLight: (world) => (world.isIndoors ? createBlindsLight(world) : hardLight),
};

const hardLight = (moment: Moment): Moment =>
  relight(moment, {
    sun: [1.25, 1.25, 1.25],
    softness: 0.02,
    up: [0.62, 0.62, 0.62],
    down: [0.4, 0.4, 0.4],
    lamps: 0.8,
  });

/** All greys of a good print, from white to black. */
export const blackAndWhite: StyleTreatment = {
  says: 'A black-and-white',
  paint: 'natural',
  grade: { monochrome: 1, contrast: 1.16, exposure: 1.06, vignette: 1.2, grain: 1.4 },
};

/** A print from an old album. */
export const vintage: StyleTreatment = {
  says: 'A vintage photo of a',
  paint: 'vintage',
  grade: {
    saturation: 0.8,
    contrast: 1.2,
    exposure: 1.14,
    bloom: 1.2,
    vignette: 2.6,
    grain: 3,
    shadows: [0.035, 0.025, 0.02],
  },
};

/** A wet city at night between magenta and cyan, whatever the place. */
export const cyberpunk: StyleTreatment = {
  says: 'A cyberpunk',
  paint: 'natural',
  grade: {
    ...{ saturation: 1.24, contrast: 1.14, bloom: 2.1, vignette: 1.6, grain: 1.2 },
    ...{ shadows: [0.006, -0.006, 0.04], highlights: [0.028, -0.012, 0.03] },
  },
  light: neon,
};

const MAGENTA: Rgb = [1.75, 0.3, 1.5];
const CYAN: Rgb = [0.2, 1.35, 1.75];
const VIOLET: Rgb = [0.85, 0.45, 2];

const dimmed = ([r, g, b]: Rgb, k: number): Rgb => [r * k, g * k, b * k];

function neon(moment: Moment): Moment {
  const base = relight(moment, {
    sun: [0.5, 0.5, 0.5],
    up: [0.55, 0.55, 0.55],
    down: [0.5, 0.5, 0.5],
    lamps: 1.3,
    fog: 1.2,
  });
  const { sun, ambient, sky, fog, camera } = base;
  const [dx, dz] = [camera.target[0] - camera.position[0], camera.target[2] - camera.position[2]];
  const distance = Math.max(2, Math.hypot(dx, dz));
  const [ux, uz] = [dx / distance, dz / distance];
  // Two signs beside the scene that nobody sees, one pink and one turquoise.
  const sign = (side: number, color: Rgb) => ({
    position: [
      camera.target[0] - uz * side * distance * 0.75 - ux * distance * 0.1,
      camera.target[1] + distance * 0.3,
      camera.target[2] + ux * side * distance * 0.75 - uz * distance * 0.1,
    ] as const,
    color,
    radius: distance * 2.2,
  });
  // Before a close face there is little air to glow: hair and skin keep their colours.
  const far = Math.min(1, Math.max(0, (distance - 2) / 6));
  const power = Math.min(9, 2.4 + distance * 0.25) * (0.6 + 0.4 * far);
  const { bloom = 0, bloomThreshold = 1 } = base.grade;
  return {
    ...base,
    grade: {
      ...base.grade,
      bloom: bloom * (0.35 + 0.65 * far),
      bloomThreshold: bloomThreshold + 0.25 * (1 - far),
    },
    sun: { ...sun, color: tinted(sun.color, CYAN, 0.62) },
    ambient: { up: tinted(ambient.up, VIOLET, 0.66), down: tinted(ambient.down, MAGENTA, 0.6) },
    lights: [
      ...base.lights,
      sign(-1, [power, power * 0.14, power * 0.75]),
      sign(1, [power * 0.1, power * 0.75, power]),
    ],
    sky: {
      ...sky,
      zenith: dimmed(tinted(sky.zenith, VIOLET, 0.75), 0.4),
      horizon: dimmed(tinted(sky.horizon, MAGENTA, 0.75), 0.45),
      ...(sky.clouds
        ? {
            clouds: {
              ...sky.clouds,
              lit: dimmed(tinted(sky.clouds.lit, MAGENTA, 0.7), 0.45),
              shade: dimmed(tinted(sky.clouds.shade, VIOLET, 0.8), 0.4),
            },
          }
        : {}),
    },
    fog: { ...fog, color: dimmed(tinted(fog.color, VIOLET, 0.7), 0.42) },
  };
}

/** How far the huge sun stands from the middle, where the subject would hide it. */
const ASIDE = 0.2;

/** A dream of the eighties: a huge low sun, pink and turquoise, the lines of a tube. */
export const vaporwave: StyleTreatment = {
  says: 'A vaporwave',
  paint: 'vaporwave',
  grade: { saturation: 1.1, contrast: 1.28, bloom: 1.5, exposure: 0.98, grain: 0.6 },
  light: (moment) => {
    const { sky, fog, ambient, sun, camera } = moment;
    const [dx, dz] = [camera.target[0] - camera.position[0], camera.target[2] - camera.position[2]];
    const length = Math.hypot(dx, dz) || 1;
    return {
      ...moment,
      sky: {
        ...sky,
        zenith: [0.1, 0.05, 0.36],
        horizon: [1.05, 0.4, 0.62],
        glow: [0.9, 0.3, 0.35],
        discs: [
          {
            direction: [dx / length - (dz / length) * ASIDE, 0.11, dz / length + (dx / length) * ASIDE],
            radius: 0.14,
            color: [1.25, 0.52, 0.36],
          },
        ],
        ...(sky.clouds
          ? {
              clouds: {
                ...sky.clouds,
                cover: Math.min(0.3, sky.clouds.cover),
                lit: [1.2, 0.6, 0.8],
                shade: [0.4, 0.22, 0.6],
              },
            }
          : {}),
      },
      fog: { ...fog, color: tinted(fog.color, [1.5, 0.6, 1.2], 0.7) },
      ambient: { up: tinted(ambient.up, [1.1, 0.7, 1.7], 0.5), down: tinted(ambient.down, [1.5, 0.5, 1.2], 0.5) },
      sun: { ...sun, color: tinted(sun.color, [1.4, 0.8, 1.1], 0.5) },
    };
  },
};
