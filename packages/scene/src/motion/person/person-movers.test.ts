import { describe, expect, it } from 'vitest';
import type { Face, Picture, Sight } from '../../vision/sight.ts';
import { createField } from '../field.ts';
import { createMotionStage } from '../stage.ts';
import { MESH } from './face-geometry.ts';
import { choosePersonMovers } from './person-movers.ts';
import { readPersonWishes } from './read-person-wishes.ts';

const [WIDTH, HEIGHT] = [320, 240];

/** A face of 100 × 130 pixels in the middle of the picture, with every mark at its middle but those that count. */
function makeFace(): Face {
  const mesh = new Float32Array(478 * 3);
  for (let index = 0; index < 478; index++) mesh.set([160, 120, 0], index * 3);
  const put = (index: number, x: number, y: number) => mesh.set([x, y, 0], index * 3);
  put(MESH.forehead, 160, 55);
  put(MESH.chin, 160, 185);
  put(MESH.leftCheek, 110, 120);
  put(MESH.rightCheek, 210, 120);
  put(MESH.mouthLeft, 140, 155);
  put(MESH.mouthRight, 180, 155);
  put(MESH.lowerLip, 160, 158);
  for (const [eye, x] of [
    [MESH.leftEye, 135],
    [MESH.rightEye, 185],
  ] as const) {
    put(eye.outer, x - 12 * Math.sign(160 - x), 105);
    put(eye.inner, x + 12 * Math.sign(160 - x), 105);
    for (const [i, index] of eye.upper.entries()) put(index, x - 9 + i * 3, 100);
    for (const [i, index] of eye.lower.entries()) put(index, x - 9 + i * 3, 110);
  }
  return { box: { x: 110, y: 55, width: 100, height: 130 }, score: 0.9, mesh, yaw: 0, pitch: 0, roll: 0 };
}

function makeStage(faces: readonly Face[]) {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let at = 0; at < rgba.length; at += 4) rgba.set([(at * 7) & 255, 120, 90, 255], at);
  const picture: Picture = { width: WIDTH, height: HEIGHT, rgba };
  const sight: Sight = {
    faces,
    bodies: [],
    things: [],
    width: WIDTH,
    height: HEIGHT,
    regions: {},
    depth: { width: 1, height: 1, data: new Uint8Array([128]) },
    lights: [],
    isNight: false,
    stars: [],
    isFlat: false,
    palette: [],
    brightness: 0.5,
  };
  return createMotionStage({ picture, sight, seed: 1, seconds: 8, allocate: (length) => new Uint8Array(length) });
}

const PROMPT = 'She smiles and looks to the left as her hair moves in the wind';

/** The mean way of what is near a point, in pixels: positive to the right and down. */
function wayAt(prompt: string, seconds: number, [x, y]: readonly [number, number]): readonly [number, number] {
  const stage = makeStage([makeFace()]);
  const field = createField(WIDTH, HEIGHT);
  for (const mover of choosePersonMovers(stage, prompt).movers) mover.displace?.(field, seconds);
  const node = Math.round(y / 4) * field.columns + Math.round(x / 4);
  return [-field.dx[node]!, -field.dy[node]!];
}

describe('people in a still picture', () => {
  it('are exactly as they were at the start', () => {
    const stage = makeStage([makeFace()]);
    const field = createField(WIDTH, HEIGHT);
    for (const mover of choosePersonMovers(stage, `${PROMPT}, nods, speaks and blinks`).movers) {
      mover.displace?.(field, 0);
      expect(mover.patches?.(0) ?? []).toEqual([]);
    }
    expect(Math.max(...field.dx.map(Math.abs), ...field.dy.map(Math.abs))).toBe(0);
  });

  it.each([
    ['she looks to the left', -1],
    ['he turns his head to the right', 1],
  ])('%s: the nose goes there, and what is far away stays', (prompt, sense) => {
    expect(wayAt(prompt, 4, [160, 125])[0] * sense).toBeGreaterThan(5);
    for (const far of [
      [8, 120],
      [312, 120],
      [160, 236],
    ] as const) {
      expect(Math.max(...wayAt(prompt, 4, far).map(Math.abs))).toBeLessThan(0.02);
    }
  });

  it('a smile lifts the corners of the mouth', () => {
    const calm = wayAt('', 4, [140, 155]);
    const smiling = wayAt('she smiles', 4, [140, 155]);
    expect(smiling[1] - calm[1]).toBeLessThan(-1.5);
    expect(smiling[0] - calm[0]).toBeLessThan(-1);
  });

  it('lids close and open again, within the eyes alone', () => {
    const { movers } = choosePersonMovers(makeStage([makeFace()]), 'she blinks');
    const times = Array.from({ length: 8 * 24 }, (_, frame) => frame / 24);
    const closing = times.filter((seconds) => movers.some(({ patches }) => (patches?.(seconds).length ?? 0) > 0));
    expect(closing.length).toBeGreaterThan(8);
    expect(closing.length).toBeLessThan(times.length / 3);
    for (const mover of movers) {
      for (const { x, y, width, height } of mover.patches?.(closing[3]!) ?? []) {
        expect([x > 100, x + width < 220, y > 70, y + height < 120]).toEqual([true, true, true, true]);
      }
    }
  });

  it('nothing that is asked of a face is done without one, and it is said', () => {
    expect(choosePersonMovers(makeStage([]), PROMPT)).toEqual({ movers: [], isMissing: true });
    expect(choosePersonMovers(makeStage([]), 'the clouds drift')).toEqual({ movers: [], isMissing: false });
  });
});

describe('what is asked of people', () => {
  it.each([
    [PROMPT, { turn: -1, smiles: true, hairMoves: true }],
    ['The man nods, then looks up', { nods: true, lift: 1 }],
    ['Sie lächelt und schaut nach rechts', { smiles: true, turn: 1 }],
    ['Elle sourit, ses cheveux bougent', { smiles: true, hairMoves: true }],
    ['彼女は微笑んで左を見る', { smiles: true, turn: -1 }],
    ['she shakes her head and closes her eyes', { shakesHead: true, blinks: true }],
    ['the boy says hello', { speaks: true }],
    ['she turns her head', { turn: 1, lift: 0 }],
    ['she turns her head to the left', { turn: -1 }],
    ['she turns her head upwards', { turn: 0, lift: 1 }],
  ])('%s', (prompt, wishes) => {
    expect(readPersonWishes(prompt)).toMatchObject({ ...wishes, isAsked: true });
  });

  it.each(['the camera pans to the left', 'clouds drift right', 'a car turns', 'the chair by the lake', ''])(
    '%j: nothing',
    (prompt) => {
      expect(readPersonWishes(prompt).isAsked).toBe(false);
    },
  );
});
