import { describe, expect, it } from 'vitest';
import { createMotion, type StillMotion } from './create-motion.ts';
import { toPlanes } from './planes.ts';
import { plainSight, TEST_KERNEL, type TestPlace, testPlace } from './test-pictures.ts';

const DAY = testPlace(false);
const NIGHT = testPlace(true);

const PROMPTS: readonly (readonly [string, TestPlace])[] = [
  ['', DAY],
  ['', NIGHT],
  ['Generate a slow and serene time-lapse of the stars moving', NIGHT],
  ['star trails and a shooting star', NIGHT],
  ['aurora over the hills', NIGHT],
  ['the lights flicker', NIGHT],
  ['The clouds drift slowly and the water ripples, camera pushes in', DAY],
  ['clouds race by in a time-lapse, day to night', DAY],
  ['waves roll, handheld camera', DAY],
  ['the stream flows to the left', DAY],
  ['trees sway in the wind, camera pans right', DAY],
  ['it rains and lightning flashes, camera tilts up', DAY],
  ['snow falls, the camera orbits', DAY],
  ['fog rolls in while leaves fall, camera pulls out', DAY],
  ['petals, embers, dust, fireflies, bubbles and confetti', DAY],
  ['smoke and steam rise, crane up', DAY],
  ['the sun sets', DAY],
  ['the sun rises', DAY],
  ['the ball breathes', DAY],
  ['the ball leaves the frame to the left', DAY],
  ['the rocket launches', DAY],
];

function motionOf(prompt: string, { picture, sight }: TestPlace, seed = 3): StillMotion {
  return createMotion({ kernel: TEST_KERNEL, picture, sight, prompt, seed, seconds: 8 });
}

/** Y, U and V of a picture without its rim. */
function bytesOf({ picture }: TestPlace): Uint8Array {
  const { width, height, y, u, v } = toPlanes(picture, 0);
  const out = new Uint8Array((width * height * 3) / 2);
  out.set(y.data);
  out.set(u.data, width * height);
  out.set(v.data, width * height * 1.25);
  return out;
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Math.abs(a[at]! - b[at]!);
  return sum / a.length;
}

describe('a still picture in motion', () => {
  it.each(PROMPTS)('begins with the picture itself: %s', (prompt, place) => {
    expect(meanDifference(motionOf(prompt, place).frameAt(0).data, bytesOf(place))).toBe(0);
  });

  it.each(PROMPTS)('moves: %s', (prompt, place) => {
    expect(meanDifference(motionOf(prompt, place).frameAt(5).data, bytesOf(place))).toBeGreaterThan(0.05);
  });

  it.each(PROMPTS.filter(([prompt]) => !prompt.includes('lightning')))('never jumps: %s', (prompt, place) => {
    const motion = motionOf(prompt, place);
    const frames = Array.from({ length: 49 }, (_, index) => motion.frameAt((index * 4) / 48).data);
    const steps = frames.slice(1).map((frame, index) => meanDifference(frames[index]!, frame));
    const median = [...steps].sort((a, b) => a - b)[24]!;
    expect(Math.max(...steps)).toBeLessThan(median * 3.5 + 0.6);
  });

  it('gives equal frames in any order and from another instance', () => {
    for (const [prompt, place] of PROMPTS.slice(2, 12)) {
      const [one, other] = [motionOf(prompt, place), motionOf(prompt, place)];
      const forward = [1, 2, 7].map((seconds) => one.frameAt(seconds).data);
      const back = [7, 2, 1].map((seconds) => other.frameAt(seconds).data).reverse();
      for (const [index, frame] of forward.entries()) expect(meanDifference(frame, back[index]!)).toBe(0);
    }
  });

  it('writes into the bytes that it is given', () => {
    const into = new Uint8Array(bytesOf(DAY).length);
    const frame = motionOf('snow', DAY).frameAt(2, into);
    expect(frame.data).toBe(into);
    expect(meanDifference(into, motionOf('snow', DAY).frameAt(2).data)).toBe(0);
  });

  it('another seed lets other flakes fall', () => {
    expect(
      meanDifference(motionOf('snow', DAY, 1).frameAt(3).data, motionOf('snow', DAY, 2).frameAt(3).data),
    ).toBeGreaterThan(0);
  });

  it('the ground stays as it is under turning stars, and the stars move', () => {
    const still = bytesOf(NIGHT);
    const { width, height } = NIGHT.picture;
    const motion = motionOf('a time-lapse of the stars moving, no camera movement', NIGHT);
    for (const seconds of [1, 4, 8]) {
      const { data } = motion.frameAt(seconds);
      let [ground, sky] = [0, 0];
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const change = Math.abs(data[y * width + x]! - still[y * width + x]!);
          if (y > NIGHT.ridge(x) + 2) ground = Math.max(ground, change);
          else if (change > 60) sky += 1;
        }
      }
      expect(ground).toBe(0);
      expect(sky).toBeGreaterThan(10);
    }
  });

  it('stars keep their distance from the pole', () => {
    const motion = motionOf('the stars wheel', NIGHT);
    const { width } = NIGHT.picture;
    const spotsAt = (seconds: number) => {
      const { data } = motion.frameAt(seconds);
      const spots: [number, number][] = [];
      for (let y = 2; y < 50; y++) {
        for (let x = 2; x < width - 2; x++) if (data[y * width + x]! > 150) spots.push([x, y]);
      }
      return spots;
    };
    const before = spotsAt(0);
    const after = spotsAt(8);
    // Some turning about some point of the upper sky takes nearly every star to a bright spot.
    let best = 0;
    for (let cx = 70; cx < 190; cx += 2) {
      for (let cy = 6; cy < 48; cy += 2) {
        for (let degrees = -14; degrees <= 14; degrees += 0.5) {
          if (Math.abs(degrees) < 4) continue;
          const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
          let hits = 0;
          for (const [x, y] of before) {
            const [px, py] = [cx + (x - cx) * cos - (y - cy) * sin, cy + (y - cy) * cos + (x - cx) * sin];
            if (after.some(([ax, ay]) => Math.hypot(ax - px, ay - py) < 1.5)) hits += 1;
          }
          best = Math.max(best, hits / before.length);
        }
      }
    }
    expect(best).toBeGreaterThan(0.6);
  });

  it('says what was asked for in vain', () => {
    const { picture } = DAY;
    const sight = plainSight(picture.width, picture.height);
    const motion = createMotion({
      kernel: TEST_KERNEL,
      picture,
      sight,
      prompt: 'the stars turn, the water ripples',
      seed: 1,
      seconds: 4,
    });
    expect(motion.description).toMatch(/Not found in it: night sky, water\./);
  });

  it('moves no stars by day, unless night falls', () => {
    expect(motionOf('the stars wheel', DAY).description).toBe(
      'The picture comes to life: the camera drifts closer. Not found in it: night sky.',
    );
    expect(motionOf('night falls, the stars wheel', DAY).description).toMatch(/stars wheel/);
  });

  it('lets nothing else leave in place of what is asked to leave, and does not stand still then', () => {
    const cup = { ...DAY, sight: { ...DAY.sight, subjectLabel: 'cup' } };
    expect(motionOf('The dog runs away', cup).description).toBe(
      'The picture comes to life: the camera drifts closer. Not found in it: dog.',
    );
    const animal = { ...DAY, sight: { ...DAY.sight, subjectLabel: 'horse' } };
    expect(motionOf('The dog runs away', animal).description).toMatch(/the dog leaves to the right/);
    expect(motionOf('', animal).description).toMatch(/the animal breathes/);
  });

  it('a sky without clouds rests', () => {
    const { picture, ridge, sight } = DAY;
    const rgba = picture.rgba.slice();
    for (let at = 0; at < picture.width * picture.height; at++) {
      const [x, y] = [at % picture.width, Math.floor(at / picture.width)];
      if (y < ridge(x)) rgba.set([90 + y / 2, 150 + y / 2, 230], at * 4);
    }
    const clear = { picture: { ...picture, rgba }, ridge, sight };
    expect(motionOf('', clear).description).not.toMatch(/clouds/);
    expect(motionOf('', DAY).description).toMatch(/clouds/);
  });

  it('a rocket that is taken for a person leaves whole', () => {
    const { picture, sight } = NIGHT;
    const [left, right, top, foot] = [120, 128, 30, 110];
    const rgba = picture.rgba.slice();
    const sky = { ...sight.regions.sky!, data: sight.regions.sky!.data.slice() };
    const person = { ...sky, data: new Uint8Array(sky.data.length) };
    for (let y = top; y < foot; y++) {
      for (let x = left; x < right; x++) {
        rgba.set([220, 220, 230], (y * picture.width + x) * 4);
        sky.data[y * picture.width + x] = 0;
        if (y < 50) person.data[y * picture.width + x] = 255;
      }
    }
    const box = { x: left, y: top, width: right - left, height: 20 };
    const pad: TestPlace = {
      ...NIGHT,
      picture: { ...picture, rgba },
      sight: { ...sight, regions: { sky, subject: person }, subjectBox: box, subjectLabel: 'person' },
    };
    const motion = motionOf('The rocket launches', pad);
    expect(motion.description).toMatch(/the rocket takes off/);
    const { data } = motion.frameAt(7.9);
    // Halfway up, where the rocket stood and its flame has gone: dark again, below what was taken for a person.
    expect(Math.max(...data.subarray(58 * picture.width + left, 58 * picture.width + right))).toBeLessThan(150);
  });

  it('only the camera moves over a drawing', () => {
    const { picture, sight } = DAY;
    const flat = { ...sight, isFlat: true };
    const motion = createMotion({ kernel: TEST_KERNEL, picture, sight: flat, prompt: '', seed: 1, seconds: 8 });
    expect(motion.description).toBe('The picture comes to life: the camera drifts closer.');
    expect(motion.cues).toEqual([]);
  });

  it('sounds as what moves', () => {
    const kinds = (prompt: string, place: TestPlace) => motionOf(prompt, place).cues.map(({ kind }) => kind);
    expect(kinds('a serene time-lapse of the stars', NIGHT)).toEqual(expect.arrayContaining(['crickets', 'music']));
    expect(kinds('it rains, lightning', DAY)).toEqual(expect.arrayContaining(['rain', 'thunder']));
    expect(kinds('the waves roll', DAY)).toContain('sea');
    expect(kinds('trees sway', DAY)).toContain('birds');
  });

  it.each([
    [2, 2],
    [16, 16],
    [16, 400],
    [400, 16],
  ])('takes a picture of %i × %i', (width, height) => {
    const rgba = new Uint8Array(width * height * 4).map((_, at) => (at * 37) % 256);
    const sight = plainSight(width, height);
    for (const prompt of ['', 'rain, snow, fog, camera pans left', 'zoom out, embers']) {
      const motion = createMotion({
        kernel: TEST_KERNEL,
        picture: { width, height, rgba },
        sight,
        prompt,
        seed: 1,
        seconds: 2,
      });
      expect(motion.frameAt(1).data).toHaveLength((width * height * 3) / 2);
    }
  });

  it('refuses a picture with odd sides', () => {
    const picture = { width: 3, height: 2, rgba: new Uint8Array(24) };
    const options = { kernel: TEST_KERNEL, picture, sight: plainSight(3, 2), prompt: '', seed: 1, seconds: 2 };
    expect(() => createMotion(options)).toThrow(RangeError);
  });
});
