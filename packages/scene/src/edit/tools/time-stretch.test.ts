import { describe, expect, it } from 'vitest';
import { gainBeside, playAt } from './time-sound.ts';
import { stretchTime } from './time-stretch.ts';

const RATE = 48_000;

function tone(hertz: number, seconds: number, loudness = 0.5): Float32Array {
  return Float32Array.from(
    { length: 2 * Math.round(seconds * RATE) },
    (_, i) => loudness * Math.sin((2 * Math.PI * hertz * (i >> 1)) / RATE),
  );
}

/** Crossings of zero, upwards, in a second of the left channel from the middle of the sound. */
function pitchOf(stereo: Float32Array): number {
  const from = Math.round(stereo.length / 4 - RATE / 4);
  let count = 0;
  for (let i = from; i < from + RATE / 2; i++) if (stereo[i * 2]! < 0 && stereo[i * 2 + 2]! >= 0) count++;
  return count * 2;
}

describe('sound at another speed', () => {
  it.each([0.5, 0.75, 1.5, 2])('at %d × it is as long as it should be and keeps its pitch', (factor) => {
    const stretched = stretchTime(tone(440, 3), factor, RATE);
    expect(stretched.length / 2 / RATE).toBeCloseTo(3 / factor, 3);
    expect(Math.abs(pitchOf(stretched) - 440)).toBeLessThan(9);
  });

  it('keeps its loudness', () => {
    const level = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);
    const before = tone(220, 2);
    expect(level(stretchTime(before, 1.5, RATE)) / level(before)).toBeGreaterThan(0.9);
  });

  it('what is too short for grains only changes its length', () => {
    expect(stretchTime(tone(440, 0.01), 2, RATE).length).toBe(480);
    expect(stretchTime(new Float32Array(0), 2, RATE).length).toBe(2);
  });

  it('backwards, the sides stay where they are', () => {
    const plan = { factor: 1, isReversed: true, isMuted: false, sounds: [] };
    expect([...playAt(Float32Array.of(1, -1, 2, -2, 3, -3), plan, RATE)]).toEqual([3, -3, 2, -2, 1, -1]);
  });
});

describe('sound that is added', () => {
  it('stays below the clip’s own', () => {
    expect(gainBeside(tone(440, 1, 0.1), tone(200, 1, 0.5))).toBeCloseTo(0.2, 2);
  });

  it('has its own loudness beside silence', () => {
    expect(gainBeside(new Float32Array(1000), tone(200, 1))).toBe(1);
  });
});
