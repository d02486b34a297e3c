import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { continueAmbience, joinSounds } from './join-sounds.ts';

const RATE = 48_000;

function make(seconds: number, value: (at: number) => number): Float32Array {
  const stereo = new Float32Array(seconds * RATE * 2);
  for (let i = 0; i < stereo.length; i++) stereo[i] = value(Math.floor(i / 2) / RATE);
  return stereo;
}

function noise(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return make(seconds, () => random.between(-0.2, 0.2));
}

function levelOf(samples: Float32Array, from: number, to: number): number {
  const part = samples.subarray(from * RATE * 2, to * RATE * 2);
  return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
}

describe('joining sounds', () => {
  it('keeps every sample until shortly before the seam, and all behind it', () => {
    const [first, second] = [noise(2, 1), noise(4, 2)];
    const joined = joinSounds(first, second, 2);
    expect(joined.length).toBe(second.length);
    expect(joined.subarray(0, RATE * 2 * 1.3)).toEqual(first.subarray(0, RATE * 2 * 1.3));
    expect(joined.subarray(RATE * 2 * 2)).toEqual(second.subarray(RATE * 2 * 2));
  });

  it.each([
    ['strangers', noise(2, 1), noise(4, 2)],
    ['copies', make(2, (at) => 0.2 * Math.sin(at * 900)), make(4, (at) => 0.2 * Math.sin(at * 900))],
  ])('%s are as loud in the seam as on both sides', (_what, first, second) => {
    const joined = joinSounds(first, second, 2);
    for (let at = 1.2; at < 2.2; at += 0.1) {
      const decibels = 20 * Math.log10(levelOf(joined, at, at + 0.1) / levelOf(joined, 0, 1));
      expect(Math.abs(decibels)).toBeLessThan(1);
    }
  });
});

describe('going on with an ambience', () => {
  it.each([
    ['noise', noise(3, 3)],
    ['a hum', make(3, (at) => 0.1 * Math.sin(at * 2 * Math.PI * 100) + 0.05 * Math.sin(at * 2 * Math.PI * 150))],
  ])('%s stays as loud as it was', (_what, sound) => {
    const out = continueAmbience(sound, 8, 1);
    expect(out.length).toBe(8 * RATE * 2);
    for (let at = 2.5; at < 7.9; at += 0.25) {
      expect(Math.abs(20 * Math.log10(levelOf(out, at, at + 0.25) / levelOf(sound, 0, 2)))).toBeLessThan(3);
    }
  });

  it('does not repeat what stood out', () => {
    const quiet = noise(3, 4).map((value) => value * 0.05);
    const bang = quiet.map((value, i) => (Math.abs(i / 2 / RATE - 2) < 0.05 ? 0.8 : value));
    expect(
      continueAmbience(bang, 8, 1)
        .subarray(3 * RATE * 2)
        .every((value) => Math.abs(value) < 0.1),
    ).toBe(true);
  });

  it('finds the hum between beeps', () => {
    const beeps = make(3, (at) => 0.03 * Math.sin(at * 700) + (at % 1 < 0.15 ? 0.6 * Math.sin(at * 6000) : 0));
    const after = continueAmbience(beeps, 9, 1).subarray(3 * RATE * 2);
    expect(Math.max(...after.filter((_, i) => i % 7 === 0).map(Math.abs))).toBeLessThan(0.08);
  });

  it('a sound that is too short to listen to is followed by silence', () => {
    const out = continueAmbience(noise(0.05, 1), 2, 1);
    expect(out.subarray(RATE * 2).every((value) => value === 0)).toBe(true);
  });
});
