import { bare, plain } from './dress.ts';
import { relight, sharp } from './relight.ts';
import type { StyleTreatment } from './style.ts';

/** Drawn pictures are held for two frames of the film. */
const ON_TWOS = 12;
const FLAT = { grain: 0, vignette: 0, bloom: 0.5 };

/** Cel animation of the eighties: few flat paints, warm light and violet shade, coloured ink, on twos. */
export const anime: StyleTreatment = {
  says: 'An anime-style',
  paint: 'anime',
  framesPerSecond: ON_TWOS,
  grade: { saturation: 1.12, contrast: 1.02, exposure: 1.1, grain: 0, vignette: 0.5, bloom: 1.1 },
  dress: plain,
  light: (moment) => sharp(relight(moment, { sun: [1.15, 1.1, 1], softness: 0.02, up: [0.92, 0.95, 1.12], fog: 0.35 })),
};

/** A printed page: flats, dots, heavy ink, solid blacks. */
export const comic: StyleTreatment = {
  says: 'A comic-book',
  paint: 'comic',
  framesPerSecond: ON_TWOS,
  grade: { ...FLAT, saturation: 1.18, contrast: 1.14, exposure: 1.12 },
  dress: plain,
  light: (moment) => sharp(relight(moment, { sun: [1.3, 1.3, 1.3], softness: 0.01, fog: 0.5 })),
};

/** A screen print of the sixties: a dozen loud inks and large dots. */
export const popArt: StyleTreatment = {
  says: 'A pop-art',
  paint: 'popArt',
  framesPerSecond: ON_TWOS,
  grade: { ...FLAT, saturation: 1.5, contrast: 1.16, exposure: 1.22 },
  dress: bare,
  light: (moment) => sharp(relight(moment, { sun: [1.3, 1.3, 1.3], softness: 0.01, fog: 0.25, clouds: 0.5 })),
};

/** A woodblock print of Edo. */
export const ukiyoE: StyleTreatment = {
  says: 'A ukiyo-e woodblock',
  paint: 'ukiyoE',
  framesPerSecond: ON_TWOS,
  grade: { ...FLAT, saturation: 1.3, contrast: 1.08, exposure: 1.04 },
  dress: plain,
  light: (moment) =>
    sharp(relight(moment, { sun: [0.75, 0.75, 0.75], up: [1.25, 1.2, 1.1], down: [1.2, 1.2, 1.2], fog: 0.3 })),
};

/** Pencil on paper: contours, and shade hatched in three directions. */
export const sketch: StyleTreatment = {
  says: 'A sketched',
  paint: 'sketch',
  framesPerSecond: ON_TWOS,
  grade: { ...FLAT, monochrome: 0.85, contrast: 1.04, exposure: 1.24 },
  dress: plain,
  light: (moment) => sharp(relight(moment, { sun: [1.15, 1.15, 1.15], fog: 0.7, clouds: 0.7 })),
};

/** Broad charcoal, rubbed with the finger, on rough paper. */
export const charcoal: StyleTreatment = {
  says: 'A charcoal-drawn',
  paint: 'charcoal',
  framesPerSecond: ON_TWOS,
  grade: { ...FLAT, monochrome: 1, contrast: 1.16, exposure: 1.12 },
  dress: plain,
  light: (moment) => sharp(relight(moment, { sun: [1.35, 1.35, 1.35], up: [0.8, 0.8, 0.8] })),
};

/** Pure lines on white. */
export const lineArt: StyleTreatment = {
  says: 'A line-art',
  paint: 'lineArt',
  framesPerSecond: ON_TWOS,
  grade: FLAT,
  dress: bare,
  light: sharp,
};

/** White lines on blue, on a grid. */
export const blueprint: StyleTreatment = {
  says: 'A blueprint of a',
  paint: 'blueprint',
  framesPerSecond: ON_TWOS,
  grade: FLAT,
  dress: bare,
  light: sharp,
};
