import { createFlattener } from './flatten.ts';
import { boxBlur, mixPlanes, planesFor, type Sheet, shrinkFrame, tentBlur } from './planes.ts';
import type { StyleMaker } from './style.ts';
import { cloudAt, noiseAt, paintTexture, type Texture } from './texture.ts';

/** The clay is touched between the pictures of an animated film, so many times a second. */
const TOUCHES_PER_SECOND = 12;

/**
 * Modelling clay: what is of one colour is one lump, rounded off at its edges and pressed to its neighbours, lit from the
 * upper left, with thumb prints that change as the film is animated.
 */
export const makeClay: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, height, broad, relief, slope, spare] = planesFor(sheet, 8);
  const { easel, unit, frameWidth } = sheet;
  const flatten = createFlattener(sheet, { reach: 26 * unit, edge: 0.62, rounds: 3 });
  const prints = easel.hold(thumbPrints(sheet, seed));
  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    // Nothing is finer than a finger makes it.
    for (const plane of [red, green, blue]) boxBlur(plane, plane, spare, sheet, unit);
    flatten(red, green, blue);
    easel.run('edgeSheet', red, green, blue, height);
    easel.run('stepSheet', height, 0.05, 0.34);
    mixPlanes(sheet, [-1, height], [0, height], 1, height);
    tentBlur(height, broad, spare, sheet, 5 * unit);
    tentBlur(height, height, spare, sheet, 1.6 * unit);
    easel.run('slopeSheet', height, relief);
    easel.run('slopeSheet', broad, slope);
    mixPlanes(sheet, [0.6 * unit, relief], [2.2 * unit, slope], 0, relief);
    const touch = Math.floor(moment.seconds * TOUCHES_PER_SECOND + 1e-6) & 3;
    easel.run('clayFrame', red, green, blue, relief, height, prints, touch * (37 * frameWidth + 53));
    easel.give(frame);
  };
};

/** Dents all over, and here and there the ridges of a finger. */
function thumbPrints({ frameWidth, frameHeight, unit, factor }: Sheet, seed: number): Texture {
  const u = 1 / (unit * factor);
  return paintTexture(frameWidth, frameHeight, (px, py) => {
    const [x, y] = [px * u, py * u];
    const pressed = Math.max(0, noiseAt(x * 0.012, y * 0.012, seed + 4) - 0.62);
    const ridge = pressed > 0 ? Math.sin(cloudAt(x * 0.012, y * 0.012, seed, 1) * 120) * pressed * 0.7 : 0;
    return 0.5 + ridge + (cloudAt(x * 0.03, y * 0.03, seed + 7, 3) - 0.5) * 0.75;
  });
}
