import type { StyleKind } from '../scene.ts';
import { clay, lowPoly, paperCut, pixel, render3d, stainedGlass } from './built-styles.ts';
import { anime, blueprint, charcoal, comic, lineArt, popArt, sketch, ukiyoE } from './drawn-styles.ts';
import { blackAndWhite, cinematic, cyberpunk, natural, noir, photographic, vaporwave, vintage } from './film-styles.ts';
import { isometric } from './isometric.ts';
import { impressionist, inkWash, oil, pastel, watercolor } from './painted-styles.ts';
import { cubist, poster } from './printed-styles.ts';
import type { StyleTreatment } from './style.ts';

/** What each style does to a world and to its picture. */
export const STYLES: Readonly<Record<StyleKind, StyleTreatment>> = {
  ...{ natural, cinematic, photographic, noir, blackAndWhite, vintage, cyberpunk, vaporwave },
  ...{ anime, comic, popArt, ukiyoE, sketch, charcoal, lineArt, blueprint },
  ...{ watercolor, inkWash, oil, impressionist, pastel },
  ...{ poster, cubist },
  ...{ pixel, stainedGlass, paperCut, clay, lowPoly, isometric, render3d },
};
