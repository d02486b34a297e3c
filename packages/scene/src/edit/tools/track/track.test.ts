import { expect, test } from 'vitest';
import { createRandom } from '../../../random.ts';
import type { Face } from '../../../vision/sight.ts';
import { type Luma, pyramidOf } from './luma.ts';
import { chain, inverse, moveX, moveY, type Similarity } from './similarity.ts';
import { trackFaces } from './track-faces.ts';
import type { Followed } from './track-items.ts';
import { trackCamera, trackPatch } from './track-patch.ts';

const WIDTH = 1280;
const HEIGHT = 720;
const SMALL = { width: 480, height: 270 };

/** A cloud of soft blobs: smooth enough to be resampled without error, busy enough to be followed. */
function textureAt(x: number, y: number): number {
  return (
    128 +
    40 * Math.sin(x / 9.1 + 2 * Math.sin(y / 31)) +
    35 * Math.cos(y / 7.3 + 1.5 * Math.sin(x / 23)) +
    25 * Math.sin((x + y) / 17.7)
  );
}

/** Frames of the texture moved by `moveAt`, as the small pictures would show it, with grain. */
function filmOf(count: number, moveAt: (index: number) => Similarity, grain = 2): Followed {
  const random = createRandom(5);
  const pyramids = Array.from({ length: count }, (_, index) => {
    const back = inverse(moveAt(index));
    const data = new Uint8Array(SMALL.width * SMALL.height);
    for (let y = 0; y < SMALL.height; y++) {
      for (let x = 0; x < SMALL.width; x++) {
        const fx = ((x + 0.5) * WIDTH) / SMALL.width - 0.5;
        const fy = ((y + 0.5) * HEIGHT) / SMALL.height - 0.5;
        const value = textureAt(moveX(back, fx, fy) / 2, moveY(back, fx, fy) / 2);
        data[y * SMALL.width + x] = value + grain * (random.next() + random.next() - 1) + 0.5;
      }
    }
    return pyramidOf({ ...SMALL, data } satisfies Luma);
  });
  return { pyramids, framesPerSecond: 24, width: WIDTH, height: HEIGHT };
}

/** The first frames of a film that several tests share: making it takes longer than following it. */
function firstOf(film: Followed, count: number): Followed {
  return { ...film, pyramids: film.pyramids.slice(0, count) };
}

/** A round face of 468 points about a middle; trembling like a detector's. */
function faceAt(move: Similarity, tremble: () => number): Face {
  const mesh = new Float32Array(468 * 3);
  for (let i = 0; i < 468; i++) {
    const angle = i * 2.399963;
    const radius = 110 * Math.sqrt((i + 0.5) / 468);
    const x = 600 + radius * Math.cos(angle);
    const y = 330 + radius * 1.3 * Math.sin(angle);
    mesh[i * 3] = moveX(move, x, y) + tremble();
    mesh[i * 3 + 1] = moveY(move, x, y) + tremble();
    mesh[i * 3 + 2] = -Math.sqrt(Math.max(0, 110 ** 2 - radius ** 2));
  }
  const x = moveX(move, 600, 330);
  const y = moveY(move, 600, 330);
  return { box: { x: x - 110, y: y - 140, width: 220, height: 280 }, score: 1, mesh, yaw: 0, pitch: 0, roll: 0 };
}

function sway(index: number): Similarity {
  const t = index / 24;
  const angle = 0.06 * Math.sin(t * 2.4);
  const scale = 1 + 0.05 * Math.sin(t * 1.7);
  const about = { a: 1, b: 0, tx: -640, ty: -360 };
  const turned = {
    a: scale * Math.cos(angle),
    b: scale * Math.sin(angle),
    tx: 50 * Math.sin(t * 3),
    ty: 20 * Math.cos(t * 2) - 20,
  };
  return chain(chain(about, turned), inverse(about));
}

const SWAYING = filmOf(48, sway);
const STANDING = filmOf(48, () => ({ a: 1, b: 0, tx: 0, ty: 0 }), 5);

test('a face that sways is followed to a fraction of a pixel between detections that tremble', () => {
  const random = createRandom(9);
  const film = SWAYING;
  const detections = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45].map((index) => {
    const shift = random.between(-1.2, 1.2);
    return { index, items: [faceAt(sway(index), () => shift + random.between(-1, 1))] };
  });
  const frames = trackFaces(film, detections);
  let total = 0;
  let worst = 0;
  for (let index = 0; index < 48; index++) {
    const face = frames[index]![0];
    const truth = faceAt(sway(index), () => 0);
    expect(face).toBeDefined();
    const miss = Math.hypot(middle(face!, 0) - middle(truth, 0), middle(face!, 1) - middle(truth, 1));
    total += miss;
    worst = Math.max(worst, miss);
  }
  expect(total / 48).toBeLessThan(0.6);
  expect(worst).toBeLessThan(1);
});

test('a face that keeps still trembles by less than a third of a pixel', () => {
  const random = createRandom(4);
  const still = { a: 1, b: 0, tx: 0, ty: 0 };
  const film = STANDING;
  const detections = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45].map((index) => {
    const shift = random.between(-0.8, 0.8);
    return { index, items: [faceAt(still, () => shift + random.between(-0.5, 0.5))] };
  });
  const xs = trackFaces(film, detections).map(([face]) => middle(face!, 0));
  expect(rms(xs)).toBeLessThan(0.3);
  const steps = xs.slice(1).map((x, i) => x - xs[i]!);
  expect(rms(steps)).toBeLessThan(0.1);
});

test('a face that is missed for a third of a second has no gap; one that leaves fades out and stays away', () => {
  const film = firstOf(STANDING, 40);
  const seen = new Set([0, 4, 12, 16]);
  const detections = [0, 4, 8, 12, 16, 20, 24, 28, 32, 36].map((index) => ({
    index,
    items: seen.has(index) ? [faceAt({ a: 1, b: 0, tx: 0, ty: 0 }, () => 0)] : [],
  }));
  const scores = trackFaces(film, detections).map(([face]) => face?.score ?? 0);
  for (let index = 0; index <= 16; index++) expect(scores[index]).toBeCloseTo(1);
  expect(scores[18]).toBeGreaterThan(0);
  expect(scores[18]).toBeLessThan(1);
  for (let index = 20; index < 40; index++) expect(scores[index]).toBe(0);
});

test('a detection that is a tenth too large is not believed', () => {
  const still = { a: 1, b: 0, tx: 0, ty: 0 };
  const film = firstOf(STANDING, 26);
  const large = { a: 1.12, b: 0, tx: -72, ty: -40 };
  const detections = [0, 5, 10, 15, 20, 25].map((index) => ({
    index,
    items: [faceAt(index === 0 ? large : still, () => 0)],
  }));
  const widths = trackFaces(film, detections).map(([face]) => face!.mesh[3 * 467]! - middle(face!, 0));
  expect(Math.abs(widths[0]! / widths[13]! - 1)).toBeLessThan(0.01);
});

test('two faces keep their places in the list when the detector swaps them', () => {
  const still = { a: 1, b: 0, tx: 0, ty: 0 };
  const aside = { a: 0.8, b: 0, tx: -250, ty: 60 };
  const film = firstOf(STANDING, 20);
  const detections = [0, 5, 10, 15].map((index) => {
    const both = [faceAt(still, () => 0), faceAt(aside, () => 0)];
    return { index, items: index % 10 === 0 ? both : both.reverse() };
  });
  for (const [large, small] of trackFaces(film, detections)) {
    expect(middle(large!, 0)).toBeCloseTo(600, 0);
    expect(middle(small!, 0)).toBeCloseTo(230, 0);
  }
});

test('the camera is told against the reference frame, without drift', () => {
  const film = firstOf(SWAYING, 40);
  const moves = trackCamera(film, 10, [{ x: 400, y: 200, width: 200, height: 300 }]);
  const base = inverse(sway(10));
  for (let index = 0; index < 40; index += 3) {
    const truth = chain(base, sway(index));
    for (const [x, y] of [
      [200, 150],
      [900, 500],
    ] as const) {
      expect(moveX(moves[index]!, x, y)).toBeCloseTo(moveX(truth, x, y), 0);
      expect(moveY(moves[index]!, x, y)).toBeCloseTo(moveY(truth, x, y), 0);
    }
  }
});

test('a patch that cannot be followed says so', () => {
  const flat = pyramidOf({ ...SMALL, data: new Uint8Array(SMALL.width * SMALL.height).fill(90) });
  const film: Followed = { pyramids: [flat, flat], framesPerSecond: 24, width: WIDTH, height: HEIGHT };
  const moves = trackPatch(film, 0, { x: 100, y: 100, width: 200, height: 200 });
  expect(moves.map(({ share }) => share)).toEqual([0, 0]);
});

function middle({ mesh }: Face, axis: 0 | 1): number {
  let sum = 0;
  for (let i = 0; i < 468; i++) sum += mesh[i * 3 + axis]!;
  return sum / 468;
}

function rms(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
