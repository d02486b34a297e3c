import { bare, moulded, plain } from './dress.ts';
import { facet } from './facet.ts';
import { knead } from './knead.ts';
import { relight, sharp } from './relight.ts';
import type { StyleTreatment } from './style.ts';

/** A console of the early nineties: a real low resolution, one small palette, dither, no smoothing. */
export const pixel: StyleTreatment = {
  says: 'A pixel-art',
  paint: 'pixel',
  framesPerSecond: 12,
  grade: { saturation: 1.12, contrast: 1.08, exposure: 1.08, grain: 0, vignette: 0, bloom: 0.5 },
  dress: plain,
  light: sharp,
};

/** Coloured glass in lead with the light behind it. */
export const stainedGlass: StyleTreatment = {
  says: 'A stained-glass',
  paint: 'stainedGlass',
  grade: { saturation: 1.3, contrast: 1.02, exposure: 1.24, grain: 0, vignette: 0, bloom: 1.1 },
  dress: bare,
  light: (moment) => sharp(relight(moment, { up: [1.2, 1.2, 1.25], fog: 0.5, softness: 0.02 })),
};

/** Sheets of coloured paper one behind the other. */
export const paperCut: StyleTreatment = {
  says: 'A paper-cut',
  paint: 'paperCut',
  framesPerSecond: 12,
  grade: { saturation: 1.06, contrast: 0.94, exposure: 1.2, grain: 0, vignette: 0.4, bloom: 0.3 },
  dress: bare,
  light: (moment) =>
    sharp(
      relight(moment, {
        sun: [0.7, 0.7, 0.7],
        up: [1.4, 1.38, 1.35],
        down: [1.35, 1.35, 1.35],
        fog: 1.25,
        clouds: 0.6,
      }),
    ),
};

/** Modelling clay on an animator's table: thumb prints, soft light, a shallow lens, twelve pictures a second. */
export const clay: StyleTreatment = {
  says: 'A claymation',
  paint: 'clay',
  framesPerSecond: 12,
  grade: { saturation: 1.2, contrast: 1.06, exposure: 1.03, grain: 0, vignette: 1.5, bloom: 0.5 },
  shape: knead,
  createLight: ({ view }) => {
    const far = Math.hypot(...([0, 1, 2] as const).map((i) => view.target[i] - view.position[i]));
    // Thumbs are as large beside a model of a castle as beside one of a cup: it is the table that is looked at.
    const patternScale = Math.min(14, Math.max(0.08, 12 / far));
    return (moment) => {
      const soft = relight(moment, {
        ...{ sun: [1.06, 1, 0.92], softness: 0.24, fog: 0.4 },
        ...{ up: [0.94, 0.9, 0.86], down: [1.05, 1, 0.94] },
      });
      const { position, target } = moment.camera;
      const distance = Math.hypot(target[0] - position[0], target[1] - position[1], target[2] - position[2]);
      return {
        ...soft,
        materials: soft.materials.map((material) => ({ ...material, patternScale })),
        camera: { ...soft.camera, focus: { distance: distance * 1.05, blur: 0.62 } },
      };
    };
  },
};

/** Flat facets in clean colours. */
export const lowPoly: StyleTreatment = {
  says: 'A low-poly',
  paint: 'natural',
  grade: { saturation: 1.16, contrast: 1, exposure: 1.08, grain: 0, vignette: 0.6, bloom: 0.6 },
  dress: bare,
  shape: facet,
  light: (moment) => sharp(relight(moment, { softness: 0.01, up: [1.05, 1.05, 1.1], clouds: 0 })),
};

/** A polished 3D render: moulded shapes, studio softness, a gleam on everything. */
export const render3d: StyleTreatment = {
  says: 'A 3D-rendered',
  paint: 'natural',
  grade: { saturation: 1.14, contrast: 1.03, exposure: 1.08, grain: 0, bloom: 1.5, vignette: 0.8 },
  dress: moulded,
  light: (moment) => {
    const soft = relight(moment, {
      sun: [1.05, 1, 0.95],
      softness: 0.22,
      up: [1.2, 1.18, 1.2],
      down: [1.25, 1.2, 1.2],
      fog: 0.6,
    });
    const { position, target, focus } = moment.camera;
    const distance = Math.hypot(target[0] - position[0], target[1] - position[1], target[2] - position[2]);
    return { ...soft, camera: { ...soft.camera, focus: focus ?? { distance, blur: distance < 20 ? 0.4 : 0.2 } } };
  },
};
