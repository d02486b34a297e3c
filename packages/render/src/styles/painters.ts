import type { PaintedStyle } from '../world.ts';
import { paintImpressionist, paintOil, paintPastel } from './brushed.ts';
import { paintPaperCut, paintPixel, paintStainedGlass, paintVaporwave, paintVintage } from './built.ts';
import type { PainterMaker } from './canvas.ts';
import { paintBlueprint, paintCharcoal, paintLineArt, paintSketch } from './drawn.ts';
import { paintAnime, paintComic, paintPopArt, paintUkiyoE } from './printed.ts';
import { paintInkWash, paintWatercolor } from './wet.ts';

/** Who repaints the finished picture in each painted style. */
export const PAINTERS: Readonly<Record<PaintedStyle, PainterMaker>> = {
  anime: paintAnime,
  comic: paintComic,
  popArt: paintPopArt,
  ukiyoE: paintUkiyoE,
  sketch: paintSketch,
  charcoal: paintCharcoal,
  lineArt: paintLineArt,
  blueprint: paintBlueprint,
  watercolor: paintWatercolor,
  inkWash: paintInkWash,
  oil: paintOil,
  impressionist: paintImpressionist,
  pastel: paintPastel,
  pixel: paintPixel,
  stainedGlass: paintStainedGlass,
  paperCut: paintPaperCut,
  vaporwave: paintVaporwave,
  vintage: paintVintage,
};
