import { describe, expect, it } from 'vitest';
import type { Picture } from '../../vision/sight.ts';
import { hash } from '../noise.ts';
import { toPlanes } from '../planes.ts';
import { plainSight, TEST_KERNEL, testPlace } from '../test-pictures.ts';
import { createSequence } from './film-sequence.ts';
import { compare } from './kinship.ts';
import { createMorph } from './morph.ts';
import { createPinnedFilm, type Pin } from './pinned-film.ts';
import { createTransition } from './transition.ts';
import { createTwoViews } from './two-views.ts';

const [WIDTH, HEIGHT] = [320, 192];

/** Patches of all sizes, seen from somewhere else and through other glass. */
function patchwork(shiftX: number, shiftY: number, { salt = 5, gain = 1 } = {}): Picture {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4).fill(255);
  const smooth = (x: number, y: number, size: number) => {
    const [left, top] = [Math.floor(x / size), Math.floor(y / size)];
    const [u, v] = [x / size - left, y / size - top];
    const at = (i: number, j: number) => hash((left + i) * 977 + (top + j) * 131 + size, salt);
    return (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
  };
  for (let y = 0, p = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, p += 4) {
      const [px, py] = [x + shiftX + 900, y + shiftY + 900];
      const light = 50 + gain * (60 * smooth(px, py, 41) + 60 * smooth(px, py, 17) + 40 * smooth(px, py, 7));
      rgba.set([light, light, light], p);
    }
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

const lumaOf = (picture: Picture) => {
  const { y } = toPlanes(picture, 2);
  return Float32Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    return y.data[y.origin + Math.floor(at / WIDTH) * y.stride + (at % WIDTH)]!;
  });
};

/** Mean difference of luma, away from the edges. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>, margin = 24): number {
  let [sum, count] = [0, 0];
  for (let y = margin; y < HEIGHT - margin; y++) {
    for (let x = margin; x < WIDTH - margin; x++, count++) sum += Math.abs(a[y * WIDTH + x]! - b[y * WIDTH + x]!);
  }
  return sum / count;
}

function morphBetween(first: Picture, second: Picture) {
  const views = createTwoViews(TEST_KERNEL, WIDTH, HEIGHT);
  views.load(0, first);
  views.load(1, second);
  const kinship = compare(...views.planes);
  const morph = createMorph(views, kinship);
  const still = () => {};
  return {
    kinship,
    at: (share: number) => morph.draw(share, still, new Uint8Array((WIDTH * HEIGHT * 3) / 2)).data,
  };
}

describe('pictures that have to do with each other', () => {
  it('a view from further on is found to be similar, and halfway between is what is seen from halfway', () => {
    const { kinship, at } = morphBetween(patchwork(0, 0), patchwork(14, 6));
    expect(kinship.kind).toBe('similar');
    const halfway = lumaOf(patchwork(7, 3));
    const plain = lumaOf(patchwork(0, 0)).map((value, i) => (value + lumaOfSecond[i]!) / 2);
    expect(difference(at(0.5), halfway)).toBeLessThan(2.5);
    expect(difference(at(0.5), halfway)).toBeLessThan(difference(plain, halfway) / 3);
  });
  const lumaOfSecond = lumaOf(patchwork(14, 6));

  it('begins and ends with the pictures themselves', () => {
    const [first, second] = [patchwork(0, 0), patchwork(9, -4)];
    const { at } = morphBetween(first, second);
    expect(difference(at(0), lumaOf(first), 0)).toBe(0);
    expect(difference(at(1), lumaOf(second), 0)).toBe(0);
  });

  it('finds the same place in other light', () => {
    expect(morphBetween(patchwork(0, 0), patchwork(8, 0, { gain: 0.4 })).kinship.kind).toBe('similar');
  });

  it('finds nothing in common where there is nothing', () => {
    expect(morphBetween(patchwork(0, 0), patchwork(0, 0, { salt: 77 })).kinship.kind).toBe('different');
  });

  it('knows a picture again', () => {
    expect(morphBetween(patchwork(0, 0), patchwork(0, 0)).kinship.kind).toBe('same');
  });
});

describe('pictures that have nothing in common', () => {
  it.each(['push', 'sweep', 'match'] as const)('%s begins with one and ends with the other', (kind) => {
    const views = createTwoViews(TEST_KERNEL, WIDTH, HEIGHT);
    const [a, b] = [testPlace(false, WIDTH, HEIGHT), testPlace(true, WIDTH, HEIGHT)];
    const transition = createTransition(views, a.sight, b.sight, { seed: 2, kind });
    const [first, second] = [frameOf(a.picture), frameOf(b.picture)];
    const into = () => new Uint8Array(first.data.length);
    expect(transition.kind).toBe(kind);
    const at = (share: number) => transition.draw(first, second, share, into()).data;
    expect(difference(at(0.001), first.data)).toBeLessThan(3);
    expect(difference(at(0.999), second.data)).toBeLessThan(6);
    expect(difference(at(0.5), first.data)).toBeGreaterThan(5);
    expect(difference(at(0.5), second.data)).toBeGreaterThan(5);
  });

  it('may be written over the first', () => {
    const views = createTwoViews(TEST_KERNEL, WIDTH, HEIGHT);
    const [a, b] = [testPlace(false, WIDTH, HEIGHT), testPlace(true, WIDTH, HEIGHT)];
    const transition = createTransition(views, a.sight, b.sight, { seed: 2 });
    const [first, second] = [frameOf(a.picture), frameOf(b.picture)];
    const apart = transition.draw(first, second, 0.4, new Uint8Array(first.data.length)).data;
    expect(Buffer.compare(transition.draw(first, second, 0.4, first.data).data, apart)).toBe(0);
  });
});

describe('films that pass pictures at their times', () => {
  const pin = (seconds: number, picture: Picture): Pin => ({ seconds, picture, sight: plainSight(WIDTH, HEIGHT) });
  const pins = [
    pin(0, patchwork(0, 0)),
    pin(1, patchwork(12, 4)),
    pin(2.5, patchwork(0, 0, { salt: 40 })),
    pin(3.5, patchwork(0, 0, { salt: 40 })),
  ];
  const options = { kernel: TEST_KERNEL, pins, prompt: '', seed: 3, seconds: 4 };

  it('each is seen as it is, at its time', () => {
    const film = createPinnedFilm(options);
    for (const { seconds, picture } of pins) {
      expect(difference(film.frameAt(seconds).data, lumaOf(picture), 0)).toBeLessThan(0.6);
    }
  });

  it('a frame is the same whichever was asked for before', () => {
    const times = [0.4, 1.6, 2.9, 3.8, 1.75, 0.4];
    const inOrder = createPinnedFilm(options);
    const wanted = times.map((at) => Uint8Array.from(inOrder.frameAt(at).data));
    const backwards = createPinnedFilm(options);
    for (const [i, at] of [...times.entries()].reverse()) {
      expect(Buffer.compare(backwards.frameAt(at).data, wanted[i]!)).toBe(0);
    }
  });

  it('before the only pin there is its own movement, which ends there', () => {
    const last = pin(2, testPlace(false, WIDTH, HEIGHT).picture);
    const film = createPinnedFilm({ ...options, prompt: 'the camera zooms in', pins: [last], seconds: 2 });
    expect(difference(film.frameAt(2).data, lumaOf(last.picture), 0)).toBeLessThan(0.6);
    expect(difference(film.frameAt(0).data, lumaOf(last.picture))).toBeGreaterThan(1);
    expect(film.cues.length).toBeGreaterThan(0);
  });
});

describe('films one after the other', () => {
  it('each has its time, and what is heard of it ends with it', () => {
    const plain = (picture: Picture) => ({
      frameAt: (_: number, into = new Uint8Array((WIDTH * HEIGHT * 3) / 2)) => {
        into.set(frameOf(picture).data);
        return { width: WIDTH, height: HEIGHT, data: into };
      },
      sight: plainSight(WIDTH, HEIGHT),
      cues: [{ kind: 'wind', startSeconds: 0, durationSeconds: 6, gain: 1, pan: 0 } as const],
    });
    const pictures = [patchwork(0, 0), patchwork(0, 0, { salt: 8 }), patchwork(0, 0, { salt: 9 })];
    const film = createSequence(pictures.map(plain), {
      ...{ kernel: TEST_KERNEL, seconds: 6, seed: 1, width: WIDTH, height: HEIGHT },
    });
    for (const [i, picture] of pictures.entries()) {
      expect(difference(film.frameAt(2 * i + 1).data, lumaOf(picture))).toBe(0);
    }
    expect(film.cues.map(({ startSeconds }) => startSeconds)).toEqual([0, 1.5, 3.5]);
    expect(Math.max(...film.cues.map((cue) => cue.startSeconds + cue.durationSeconds))).toBe(6);
  });
});

function frameOf(picture: Picture) {
  const { width, height, y, u, v } = toPlanes(picture, 2);
  const data = new Uint8Array((width * height * 3) / 2);
  let at = 0;
  for (const [plane, w, h] of [
    [y, width, height],
    [u, width / 2, height / 2],
    [v, width / 2, height / 2],
  ] as const) {
    for (let row = 0; row < h; row++, at += w) {
      const from = plane.origin + row * plane.stride;
      data.set(plane.data.subarray(from, from + w), at);
    }
  }
  return { width, height, data };
}
