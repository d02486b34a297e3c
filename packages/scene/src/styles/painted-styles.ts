import { plain } from './dress.ts';
import { relight, sharp } from './relight.ts';
import type { StyleTreatment } from './style.ts';

/** Painted films hold each picture for two frames: paint does not crawl, and every picture is one that was painted. */
const ON_TWOS = 12;

/** Wet washes on rough paper with a white border. */
export const watercolor: StyleTreatment = {
  says: 'A watercolor',
  paint: 'watercolor',
  framesPerSecond: ON_TWOS,
  grade: { saturation: 1.08, contrast: 0.9, exposure: 1.3, grain: 0, vignette: 0, bloom: 0.6 },
  dress: plain,
  light: (moment) => sharp(relight(moment, { up: [1.2, 1.2, 1.22], down: [1.15, 1.15, 1.2] })),
};

/** Black ink on rice paper; what is far dissolves in mist. */
export const inkWash: StyleTreatment = {
  says: 'An ink-wash',
  paint: 'inkWash',
  framesPerSecond: ON_TWOS,
  grade: { saturation: 0.5, contrast: 1.06, exposure: 1.3, grain: 0, vignette: 0, bloom: 0.4 },
  dress: plain,
  light: (moment) => sharp(relight(moment, { sun: [0.9, 0.9, 0.9], up: [1.2, 1.2, 1.2], fog: 1.6 })),
};

/** Thick paint on canvas, strokes along the forms. */
export const oil: StyleTreatment = {
  says: 'An oil-painted',
  paint: 'oil',
  framesPerSecond: ON_TWOS,
  grade: { saturation: 1.14, contrast: 1.06, exposure: 1.06, grain: 0 },
  light: sharp,
};

/** Separate dabs of clean colour in bright light. */
export const impressionist: StyleTreatment = {
  says: 'An impressionist',
  paint: 'impressionist',
  framesPerSecond: ON_TWOS,
  grade: { saturation: 1.2, contrast: 0.95, exposure: 1.24, grain: 0, vignette: 0.3, shadows: [0.012, 0.004, 0.05] },
  light: (moment) => sharp(relight(moment, { sun: [1.1, 1.05, 0.95], up: [1.05, 1.1, 1.35] })),
};

/** Soft chalk on toned paper. */
export const pastel: StyleTreatment = {
  says: 'A pastel-drawn',
  paint: 'pastel',
  framesPerSecond: ON_TWOS,
  grade: { saturation: 0.98, contrast: 0.86, exposure: 1.32, grain: 0, vignette: 0, bloom: 0.8 },
  dress: plain,
  light: (moment) => sharp(relight(moment, { up: [1.2, 1.18, 1.2], down: [1.2, 1.15, 1.15] })),
};
