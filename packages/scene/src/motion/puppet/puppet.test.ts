import { describe, expect, it } from 'vitest';
import type { Picture, Sight } from '../../vision/sight.ts';
import { createMotion } from '../create-motion.ts';
import type { Frame } from '../planes.ts';
import { plainSight, TEST_KERNEL, testPlace } from '../test-pictures.ts';
import type { ActionKind } from './action-words.ts';
import { cardOf, cutOutSubject } from './cut-out.ts';
import { findLegs } from './limbs.ts';
import type { Cast } from './read-cast.ts';
import { type Backdrop, createReferenceFilm, cutOutFigure, type Looked } from './reference-film.ts';

const [WIDTH, HEIGHT] = [160, 120];

/** A white beast on green: a body, a head to the right, four legs; and a speck beside it. */
function beast(): Looked {
  const isBeast = (x: number, y: number) =>
    (x >= 40 && x < 110 && y >= 45 && y < 75) ||
    (x >= 98 && x < 122 && y >= 22 && y < 50) ||
    ([44, 56, 90, 102].some((leg) => x >= leg && x < leg + 6) && y >= 75 && y < 110);
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at++) {
      const isIn = isBeast(x, y);
      rgba.set(isIn ? [240, 236, 230, 255] : [30, 120, 40, 255], at * 4);
      // As detectors give it: soft, and a pixel too wide.
      const isNear = isBeast(x - 1, y) || isBeast(x + 1, y) || isBeast(x, y - 1) || isBeast(x, y + 1);
      data[at] = isIn ? 255 : isNear ? 120 : x > 5 && x < 9 && y > 5 && y < 9 ? 255 : 0;
    }
  }
  const sight: Sight = {
    ...plainSight(WIDTH, HEIGHT),
    regions: { subject: { width: WIDTH, height: HEIGHT, data } },
    subjectBox: { x: 40, y: 22, width: 82, height: 88 },
    subjectLabel: 'sheep',
  };
  return { picture: { width: WIDTH, height: HEIGHT, rgba }, sight };
}

describe('cutting out', () => {
  const { picture, sight } = beast();
  const cutOut = cutOutSubject(picture, sight)!;

  it('keeps the subject, leaves the speck, and knows where it looks', () => {
    expect(cutOut.picture.width).toBeLessThan(95);
    expect(cutOut).toMatchObject({ faces: 1, label: 'sheep', isCard: false });
    expect(cutOut.cut).toEqual({ left: false, right: false, bottom: false });
  });

  it('nothing of what was behind it shows at its edges', () => {
    const { rgba } = cutOut.picture;
    for (let p = 0; p < rgba.length; p += 4) {
      if (rgba[p + 3]! > 0) expect(rgba[p + 1]! - rgba[p]!).toBeLessThan(20);
    }
  });

  it('finds four legs, which stride in turns', () => {
    const legs = findLegs(cutOut.picture);
    expect(legs).toHaveLength(4);
    expect(new Set(legs.map(({ phase }) => (phase % (2 * Math.PI)).toFixed(2))).size).toBe(4);
    for (const { hipY, footY } of legs) expect(footY - hipY).toBeGreaterThan(25);
  });

  it('a picture without a subject is a print with a white edge', () => {
    expect(cutOutSubject(picture, plainSight(WIDTH, HEIGHT))).toBeUndefined();
    const card = cardOf(picture);
    expect(card.isCard).toBe(true);
    expect(findLegs({ ...card.picture, rgba: new Uint8Array(card.picture.rgba.length) })).toEqual([]);
  });
});

describe('figures in a place', () => {
  const place = testPlace(false, 320, 180);
  const motion = createMotion({ kernel: TEST_KERNEL, ...place, prompt: 'static camera', seed: 1, seconds: 4 });
  const backdrop: Backdrop = { picture: place.picture, sight: place.sight, ...motion };
  const sheep = beast();

  function film(
    action: ActionKind,
    more: { subjects?: readonly Looked[]; emptyAt?: { start: boolean; end: boolean } } = {},
  ) {
    const { subjects = [sheep], emptyAt } = more;
    const actors = subjects.map((_, image) => ({ image, word: 'sheep', action, speed: 1 }));
    const cast: Cast = { actors, places: [], setting: '' };
    return createReferenceFilm({
      ...{ cast, subjects: new Map([...subjects.map(cutOutFigure)].entries()), backdrop, haze: 0, seconds: 4, seed: 5 },
      ...(emptyAt ? { emptyAt } : {}),
    });
  }

  /** The middle of what differs from the place, and how much does. */
  function changed(frame: Frame, at: number) {
    const plain = motion.frameAt(at).data;
    let [x, y, count] = [0, 0, 0];
    for (let i = 0; i < 320 * 180; i++) {
      if (Math.abs(frame.data[i]! - plain[i]!) < 40) continue;
      x += i % 320;
      y += Math.floor(i / 320);
      count++;
    }
    return { x: x / count, y: y / count, count };
  }

  it('who walks gets from left to right', () => {
    const { frameAt } = film('walk');
    const xs = [0.2, 1.5, 2.5, 3.8].map((at) => changed(frameAt(at), at).x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(xs.at(-1)! - xs[0]!).toBeGreaterThan(50);
  });

  it.each([
    'rest',
    'dance',
    'fly',
    'swim',
    'jump',
    'wave',
    'spin',
    'float',
    'approach',
    'drive',
    'run',
    'look',
  ] as const)('is seen all the time while it does: %s', (action) => {
    const { frameAt } = film(action);
    for (const at of [0.4, 1.9, 3]) expect(changed(frameAt(at), at).count).toBeGreaterThan(180);
  });

  it('who rises is gone at the end', () => {
    const { frameAt } = film('rise');
    expect(changed(frameAt(0.5), 0.5).count).toBeGreaterThan(500);
    expect(changed(frameAt(4), 4).count).toBeLessThan(200);
  });

  it('the place is empty when it is to be', () => {
    const { frameAt } = film('walk', { emptyAt: { start: true, end: true } });
    const last = 4 - 1 / 24;
    expect(Buffer.compare(frameAt(0).data, motion.frameAt(0).data)).toBe(0);
    expect(Buffer.compare(frameAt(last).data, motion.frameAt(last).data)).toBe(0);
    expect(changed(frameAt(2), 2).count).toBeGreaterThan(500);
  });

  it('a frame is the same whichever was asked for before', () => {
    const [a, b] = [film('dance', { subjects: [sheep, sheep] }), film('dance', { subjects: [sheep, sheep] })];
    b.frameAt(3);
    expect(Buffer.compare(a.frameAt(1.3).data, b.frameAt(1.3).data)).toBe(0);
  });

  it('pictures without a subject stand there as prints, and the smallest do no harm', () => {
    const tiny: Picture = { width: 8, height: 8, rgba: new Uint8Array(256).fill(255) };
    const { frameAt } = film('walk', {
      subjects: [
        { picture: sheep.picture, sight: plainSight(WIDTH, HEIGHT) },
        { picture: tiny, sight: plainSight(8, 8) },
      ],
    });
    expect(changed(frameAt(1), 1).count).toBeGreaterThan(800);
  });

  it('steps are heard', () => {
    expect(film('walk').cues.some(({ kind }) => kind === 'footsteps')).toBe(true);
  });
});
