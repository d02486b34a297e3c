import { describe, expect, it } from 'vitest';
import { cutOut } from './cut-out.ts';
import { findStars } from './find-stars.ts';
import { sampleCoverage, skinTone } from './measure.ts';
import { seePicture } from './see-picture.ts';
import { type Coverage, NOTHING_DETECTED, type Picture, type Rgb } from './sight.ts';
import { paintPicture, speckle } from './test-picture.ts';

const meadow = paintPicture(480, 270, 2, (x, y): Rgb => {
  if (y < 130) return [110 + y / 3, 165 + y / 3, 235];
  const light = 40 + 60 * speckle(x, y);
  return [light * 0.8, 60 + light, light * 0.4];
});

/** Of stars, in pixels; never on one another. */
const STARS = Array.from({ length: 200 }, (_, i) => ({
  x: 12 + (i % 20) * 30 + Math.floor(14 * speckle(i, 1)),
  y: 8 + Math.floor(i / 20) * 22 + Math.floor(9 * speckle(i, 2)),
}));

function paintNight(): Picture {
  const night = paintPicture(640, 360, 4, (x, y): Rgb => (y < 240 ? [14, 18, 34] : [4 + 3 * speckle(x, y), 5, 5]));
  for (const [i, { x, y }] of STARS.entries()) {
    const light = 90 + 150 * speckle(i, 3);
    for (let c = 0; c < 3; c++) night.rgba[4 * (y * 640 + x) + c] = light;
  }
  return night;
}

describe('seePicture', () => {
  it('finds sky over land, the horizon between them, and no water, night or stars', () => {
    const sight = seePicture(meadow, NOTHING_DETECTED);
    expect(at(sight.regions.sky, meadow, 240, 60)).toBeGreaterThan(0.9);
    expect(at(sight.regions.sky, meadow, 240, 220)).toBeLessThan(0.1);
    expect(at(sight.regions.ground, meadow, 240, 220)).toBeGreaterThan(0.9);
    expect(sight.horizonY).toBeGreaterThan(115);
    expect(sight.horizonY).toBeLessThan(145);
    expect(sight.regions.water).toBeUndefined();
    expect(sight).toMatchObject({ isNight: false, isFlat: false, stars: [] });
  });

  it('takes no pale wall beside a blue sky for more of it', () => {
    const street = paintPicture(480, 270, 2, (x, y): Rgb => {
      if (x > 380) return [206, 186, 158];
      const isHouse = y > 40 + Math.abs(x - 190) * 0.9 ? speckle(x >> 3, y >> 3) : undefined;
      if (y > 235 || x > 345 || isHouse !== undefined) return [70 + 60 * (isHouse ?? 0), 60, 52];
      return [112 + y / 4, 160 + y / 4, 226];
    });
    const { sky } = seePicture(street, NOTHING_DETECTED).regions;
    expect(at(sky, street, 190, 20)).toBeGreaterThan(0.9);
    expect(at(sky, street, 430, 30)).toBeLessThan(0.1);
    expect(at(sky, street, 430, 180)).toBeLessThan(0.1);
  });

  it('sees no sky in pale boards', () => {
    const boards = paintPicture(300, 400, 2, (x, y): Rgb => {
      if (y > 260 || x < 70) return [96, 88, 80];
      return y % 26 < 4 ? [150, 150, 152] : [222, 222, 224];
    });
    expect(seePicture(boards, NOTHING_DETECTED).regions).not.toHaveProperty('sky');
  });

  it('puts the sky farthest and the lower edge nearest', () => {
    const { depth } = seePicture(meadow, NOTHING_DETECTED);
    const column = [30, 150, 200, 265].map((y) => at(depth, meadow, 240, y));
    expect(column).toEqual(column.toSorted((a, b) => b - a));
    expect(column[0]).toBeGreaterThan(0.95);
    expect(column[3]).toBeLessThan(0.2);
  });

  it('finds the stars of a night', () => {
    const night = paintNight();
    const sight = seePicture(night, NOTHING_DETECTED);
    expect(sight.isNight).toBe(true);
    const found = STARS.filter((star) => sight.stars.some(({ x, y }) => Math.hypot(x - star.x, y - star.y) < 2));
    expect(found.length).toBeGreaterThanOrEqual(0.9 * STARS.length);
    expect(sight.stars.length).toBeLessThanOrEqual(1.05 * STARS.length);
  });

  it('sees a chart as flat, without sky, water or stars', () => {
    const chart = paintPicture(400, 300, 0, (x, y): Rgb => (x % 80 < 40 && y > 120 ? [60, 90, 220] : [255, 255, 255]));
    const sight = seePicture(chart, NOTHING_DETECTED);
    expect(sight).toMatchObject({ isFlat: true, isNight: false, stars: [] });
    expect(sight.regions).not.toHaveProperty('sky');
  });

  it.each([
    [1, 1],
    [1, 400],
    [700, 2],
    [5, 5],
  ])('sees something of %i × %i pixels', (width, height) => {
    const sight = seePicture(
      paintPicture(width, height, 3, () => [90, 140, 220]),
      NOTHING_DETECTED,
    );
    expect(sight.depth.data.length).toBe(sight.depth.width * sight.depth.height);
    expect(structuredClone(sight)).toEqual(sight);
  });

  it('says the same of the same picture', () => {
    expect(seePicture(meadow, NOTHING_DETECTED)).toEqual(seePicture(meadow, NOTHING_DETECTED));
  });
});

describe('findStars', () => {
  it('takes no grain for stars', () => {
    expect(findStars(paintPicture(640, 360, 10, () => [20, 22, 34]))).toEqual([]);
  });
});

describe('cutOut', () => {
  it('cuts a figure from its ground to within a few pixels', () => {
    const isIn = (x: number, y: number) => Math.hypot((x - 200) / 90, (y - 150) / 110) < 1;
    const picture = paintPicture(400, 300, 4, (x, y): Rgb => {
      const shade = 30 * speckle(x >> 2, y >> 2);
      return isIn(x, y) ? [190 - shade, 90, 60] : [70, 110 + shade, 80];
    });
    const coverage = cutOut(picture, { box: { x: 100, y: 32, width: 200, height: 236 } });
    let [both, either] = [0, 0];
    for (let i = 0; i < coverage.data.length; i++) {
      const inside = isIn(i % 400, Math.floor(i / 400));
      const cut = coverage.data[i]! > 127;
      if (inside && cut) both++;
      if (inside || cut) either++;
    }
    expect(both / either).toBeGreaterThan(0.95);
  });
});

describe('cutOut of an animal', () => {
  it('takes its beak along, whose colour nothing around has', () => {
    const isBody = (x: number, y: number) => Math.hypot((x - 190) / 80, (y - 190) / 60) < 1;
    const isHead = (x: number, y: number) => Math.hypot(x - 262, y - 120) < 34;
    const isNeck = (x: number, y: number) => Math.abs(x - 250) < 18 && y > 120 && y < 190;
    const isBeak = (x: number, y: number) => x > 290 && x < 330 && Math.abs(y - 124) < 13;
    const picture = paintPicture(400, 300, 4, (x, y): Rgb => {
      if (isBeak(x, y)) return [235, 140, 30];
      if (isBody(x, y) || isHead(x, y) || isNeck(x, y)) return [225, 225, 215];
      return [18 + 14 * speckle(x >> 2, y >> 2), 26, 20];
    });
    const coverage = cutOut(picture, { box: { x: 108, y: 84, width: 222, height: 168 }, label: 'bird' });
    expect(at(coverage, picture, 305, 124)).toBeGreaterThan(0.9);
    expect(at(coverage, picture, 190, 190)).toBeGreaterThan(0.9);
    expect(at(coverage, picture, 305, 200)).toBeLessThan(0.1);
  });
});

describe('skinTone', () => {
  it('reads cheeks and forehead, not what lies around', () => {
    const picture = paintPicture(
      200,
      200,
      0,
      (x, y): Rgb => (Math.hypot(x - 100, y - 100) < 60 ? [200, 150, 120] : [0, 0, 0]),
    );
    const mesh = new Float32Array(468 * 3).map((_, i) => (i % 3 === 2 ? 0 : 100));
    const face = { box: { x: 40, y: 40, width: 120, height: 120 }, score: 1, mesh, yaw: 0, pitch: 0, roll: 0 };
    expect(skinTone(picture, face)).toEqual([200, 150, 120]);
  });
});

function at(coverage: Coverage | undefined, picture: Picture, x: number, y: number): number {
  expect(coverage).toBeDefined();
  return sampleCoverage(coverage!, picture, x, y);
}
