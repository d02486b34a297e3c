import { createFlattener } from './flatten.ts';
import { fineBlur, lumaOf, mixPlanes, planesFor, type Sheet, shrinkFrame, smoothstep, tentBlur } from './planes.ts';
import type { StyleMaker } from './style.ts';
import { chanceAt, cloudAt, noiseAt, paintTexture, type Texture } from './texture.ts';

/** The clay is touched between the pictures of an animated film, so many times a second. */
const TOUCHES_PER_SECOND = 12;
/** Shades of clay from dark to light. */
const SHADES = 5;

/**
 * Modelling clay: what is of one colour is one lump, rounded off at its edges and pressed to its neighbours, lit from the
 * upper left, with thumb prints that change as the film is animated.
 */
export const makeClay: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, flat, height, broad, relief, slope, spare] = planesFor(sheet, 9);
  const { easel, unit } = sheet;
  const flatten = createFlattener(sheet, { reach: 24 * unit, edge: 0.38, rounds: 3 });
  const shades = easel.hold(shadeTable());
  const prints = easel.hold(thumbPrints(sheet, seed));
  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    flatten(red, green, blue);
    for (const plane of [red, green, blue]) fineBlur(plane, plane, spare, sheet);
    lumaOf(sheet, red, green, blue, flat);
    easel.run('tableSheet', flat, shades, flat);
    easel.run('edgeSheet', red, green, flat, height);
    easel.run('stepSheet', height, 0.05, 0.3);
    mixPlanes(sheet, [-1, height], [0, height], 1, height);
    tentBlur(height, broad, spare, sheet, 5 * unit);
    tentBlur(height, height, spare, sheet, unit);
    easel.run('slopeSheet', height, relief);
    easel.run('slopeSheet', broad, slope);
    mixPlanes(sheet, [0.5 * unit, relief], [2.4 * unit, slope], 0, relief);
    const touch = Math.floor(moment.seconds * TOUCHES_PER_SECOND + 1e-6) & 3;
    easel.run('clayFrame', red, green, blue, flat, relief, height, prints, touch);
    easel.give(frame);
  };
};

/** The lump's brightness for the picture's: never black, never white, in few shades with soft seams between. */
function shadeTable(): Float32Array {
  return Float32Array.from({ length: 1025 }, (_, i) => {
    const level = (i / 1024) * SHADES;
    const shade = Math.min(SHADES - 1, Math.floor(level));
    const stepped = (shade + smoothstep(0.3, 0.7, level - shade)) / SHADES;
    return 0.085 + (stepped * 0.65 + (i / 1024) * 0.35) * 0.86;
  });
}

/** How the surface slopes where it was worked: unevenly all over, and dented here and there by a thumb. */
function thumbPrints({ frameWidth, frameHeight, unit, factor }: Sheet, seed: number): Texture {
  const u = 1 / (unit * factor);
  return paintTexture(frameWidth, frameHeight, (px, py) => {
    const [x, y] = [px * u, py * u];
    return 0.5 + dentAt(x, y, seed) + (cloudAt(x * 0.05, y * 0.05, seed + 7, 3) - 0.5) * 0.6;
  });
}

/** Side of the squares of which each holds at most one dent, and a dent's radius, in pixels of a picture 360 rows high. */
const DENT_CELL = 46;
const DENT_RADIUS = 19;

function dentAt(x: number, y: number, seed: number): number {
  const [column, row] = [Math.floor(x / DENT_CELL), Math.floor(y / DENT_CELL)];
  if (chanceAt(column, row, seed + 1) > 0.6) return 0;
  const room = DENT_CELL - 2 * DENT_RADIUS;
  const dx = x - column * DENT_CELL - DENT_RADIUS - chanceAt(column, row, seed + 2) * room;
  const dy = y - row * DENT_CELL - DENT_RADIUS - chanceAt(column, row, seed + 3) * room;
  // Longer than broad, as the thumb lay.
  const turn = chanceAt(column, row, seed + 4) * Math.PI;
  const along = dx * Math.cos(turn) + dy * Math.sin(turn);
  const across = (dy * Math.cos(turn) - dx * Math.sin(turn)) * 1.5;
  const fade = Math.max(0, 1 - (along * along + across * across) / DENT_RADIUS ** 2);
  const ridges = Math.sin(across * 1.7 + noiseAt(x * 0.1, y * 0.1, seed + 5) * 3) * 0.05;
  return ((dx + dy) / DENT_RADIUS) * fade * 0.42 + ridges * fade;
}
