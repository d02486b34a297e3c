import type { PaintedStyle } from '@openimagine/render';
import type { RestyleKind } from '../operation.ts';
import type { ToolMaker } from '../tool.ts';
import { makeAnime } from './restyle/anime.ts';
import { makeClay } from './restyle/clay.ts';
import { makeComic } from './restyle/comic.ts';
import { makeCinematic, makeNatural, makeNoir } from './restyle/film.ts';
import { makeOil } from './restyle/oil.ts';
import { makePixel } from './restyle/pixel.ts';
import { sheetFor } from './restyle/planes.ts';
import { makeSketch } from './restyle/sketch.ts';
import type { StyleMaker } from './restyle/style.ts';
import { makeWatercolor } from './restyle/watercolor.ts';

/** By the painter that paints worlds too. */
const painted =
  (style: PaintedStyle): StyleMaker =>
  ({ sheet: { easel } }) => {
    const paint = easel.painter(style);
    return (frame) => {
      easel.take(frame);
      paint();
      easel.give(frame);
    };
  };

/** What each style does to a picture. */
export const RESTYLES: Readonly<Record<RestyleKind, StyleMaker>> = {
  natural: makeNatural,
  cinematic: makeCinematic,
  noir: makeNoir,
  anime: makeAnime,
  watercolor: makeWatercolor,
  oil: makeOil,
  pixel: makePixel,
  comic: makeComic,
  sketch: makeSketch,
  clay: makeClay,
  popArt: painted('popArt'),
  ukiyoE: painted('ukiyoE'),
  charcoal: painted('charcoal'),
  lineArt: painted('lineArt'),
  blueprint: painted('blueprint'),
  inkWash: painted('inkWash'),
  impressionist: painted('impressionist'),
  pastel: painted('pastel'),
  stainedGlass: painted('stainedGlass'),
  vaporwave: painted('vaporwave'),
  vintage: painted('vintage'),
};

/** Repaints the whole picture in another manner: what is in it, and how it moves, stays. */
export const makeRestyle: ToolMaker<'restyle'> = ({ style }, { survey, random, kernel }) => {
  const sheet = sheetFor(survey, kernel);
  const seed = Math.floor(random.fork('restyle').next() * 2 ** 31);
  const paint = RESTYLES[style]({ sheet, survey, seed });
  return {
    apply(frame, moment) {
      paint(frame, moment);
      return { x: 0, y: 0, width: frame.width, height: frame.height };
    },
  };
};
