import { readFileSync } from 'node:fs';
import { compileKernel, kernelUrl } from '@openimagine/render';
import type { Coverage, Light, Picture, Sight, Star } from '../vision/sight.ts';
import { hash } from './noise.ts';

export const TEST_KERNEL = await compileKernel(Uint8Array.from(readFileSync(kernelUrl)));

/** A made-up place and what is where in it, for certain. */
export interface TestPlace {
  readonly picture: Picture;
  readonly sight: Sight;
  /** The ground's first row, from the top, in a column. */
  readonly ridge: (x: number) => number;
}

const WIDTH = 256;
const HEIGHT = 144;

/** Hills under a sky with clouds or stars, before them a lake and a bright ball on the shore. */
export function testPlace(isNight: boolean, width = WIDTH, height = HEIGHT): TestPlace {
  const ridge = (x: number) =>
    Math.round(height * (0.5 + 0.09 * Math.sin((x / width) * 9) + 0.03 * Math.sin((x / width) * 31)));
  const shore = Math.round(height * 0.72);
  const ball = { x: width * 0.7, y: height * 0.66, radius: height * 0.12 };
  const stars = isNight ? starsAbove(width, ridge) : [];
  const rgba = new Uint8Array(width * height * 4);
  const inBall = (x: number, y: number) => Math.hypot(x - ball.x, y - ball.y) < ball.radius;
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 4) {
      const wave = Math.sin(x * 0.09 + Math.sin(y * 0.17) * 2) * Math.sin(y * 0.11);
      let color = [10 + wave * 6, 14 + wave * 6, 34 + wave * 8];
      if (!isNight) color = [120 + wave * 60, 160 + wave * 50, 220 + wave * 20];
      if (y >= ridge(x)) color = [70 + 20 * hash(x * 131 + y, 1), 90 + 30 * hash(x * 131 + y, 2), 40];
      if (y >= shore) color = [40 + wave * 20, 70 + wave * 20, 110 + wave * 30];
      if (inBall(x, y)) color = [220, 60 + ((x * 3) % 60), 40];
      rgba.set([...color.map((value) => Math.min(255, Math.max(0, value))), 255], p);
    }
  }
  for (const { x, y } of stars) for (const dx of [0, 1]) rgba.set([255, 250, 240], (y * width + x + dx) * 4);
  const cover = (is: (x: number, y: number) => boolean): Coverage => {
    const data = new Uint8Array(width * height);
    for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at++) data[at] = is(x, y) ? 255 : 0;
    return { width, height, data };
  };
  const depth = cover(() => false);
  for (let at = 0; at < depth.data.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    depth.data[at] = inBall(x, y) ? 60 : y < ridge(x) ? 255 : Math.max(0, 250 - ((y - ridge(x)) / height) * 400);
  }
  const lights: Light[] = isNight ? [{ x: width * 0.2, y: height * 0.65, radius: 4, color: [255, 210, 140] }] : [];
  return {
    picture: { width, height, rgba },
    ridge,
    sight: {
      width,
      height,
      faces: [],
      bodies: [],
      things: [],
      regions: {
        sky: cover((x, y) => y < ridge(x) && !inBall(x, y)),
        water: cover((x, y) => y >= shore && !inBall(x, y)),
        ground: cover((x, y) => y >= ridge(x) && y < shore),
        subject: cover(inBall),
      },
      subjectBox: { x: ball.x - ball.radius, y: ball.y - ball.radius, width: 2 * ball.radius, height: 2 * ball.radius },
      subjectLabel: 'sports ball',
      depth,
      horizonY: shore,
      lights,
      isNight,
      stars,
      isFlat: false,
      palette: [[120, 160, 220]],
      brightness: isNight ? 0.1 : 0.5,
    },
  };
}

function starsAbove(width: number, ridge: (x: number) => number): Star[] {
  const stars: Star[] = [];
  for (let index = 0; index < 60; index++) {
    const x = Math.floor(4 + hash(index, 3) * (width - 8));
    const y = Math.floor(3 + hash(index, 4) * (ridge(x) - 16));
    stars.push({ x, y, brightness: 0.4 + 0.6 * hash(index, 5) });
  }
  return stars;
}

/** A picture in which nothing was found. */
export function plainSight(width: number, height: number): Sight {
  return {
    width,
    height,
    faces: [],
    bodies: [],
    things: [],
    regions: {},
    depth: { width: 1, height: 1, data: Uint8Array.of(255) },
    lights: [],
    isNight: false,
    stars: [],
    isFlat: false,
    palette: [],
    brightness: 0.5,
  };
}
