import { describe, expect, it } from 'vitest';
import { mixAudio, resampleTo48k } from './mix-audio.ts';

const sine = (hertz: number, sampleRate: number, seconds: number, channels: number, on = 0) => {
  const samples = new Float32Array(sampleRate * seconds * channels);
  for (let i = 0; i < sampleRate * seconds; i++) {
    samples[i * channels + on] = 0.5 * Math.sin((2 * Math.PI * hertz * i) / sampleRate);
  }
  return { samples, sampleRate, channels };
};

/** Largest difference away from the ends, where a filter has nothing to lean on. */
const difference = (one: Float32Array, other: Float32Array) => {
  let most = 0;
  for (let i = 400; i < one.length - 400; i++) most = Math.max(most, Math.abs(one[i]! - other[i]!));
  return most;
};

describe('resampleTo48k', () => {
  it.each([8000, 16_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000])(
    'keeps a tone from %i Hz as it is',
    (rate) => {
      const stereo = resampleTo48k(sine(1000, rate, 1, 2));
      expect(stereo.length).toBe(96_000);
      expect(difference(stereo, sine(1000, 48_000, 1, 2).samples)).toBeLessThan(0.002);
    },
  );

  it('lets nothing through that the lower rate cannot carry', () => {
    const stereo = resampleTo48k(sine(30_000, 96_000, 1, 2));
    expect(difference(stereo, new Float32Array(stereo.length))).toBeLessThan(0.001);
  });

  it('gives one channel to both sides', () => {
    const stereo = resampleTo48k(sine(440, 48_000, 1, 1));
    for (let i = 0; i < 2000; i += 2) expect(stereo[i]).toBe(stereo[i + 1]);
    expect(
      difference(
        stereo.filter((_, i) => i % 2 === 0),
        sine(440, 48_000, 1, 1).samples,
      ),
    ).toBe(0);
  });

  it('folds 5.1 down: sides stay sides, the centre is in the middle, nothing is cut off', () => {
    const levelOf = (on: number) => {
      const stereo = resampleTo48k(sine(440, 48_000, 1, 6, on));
      return [0, 1].map((side) => Math.max(...stereo.filter((_, i) => i % 2 === side)));
    };
    const [left, center, low, rear] = [levelOf(0), levelOf(2), levelOf(3), levelOf(5)];
    expect(left[0]).toBeGreaterThan(0.2);
    expect(left[1]).toBe(0);
    expect(center[0]).toBeCloseTo(center[1]!, 6);
    expect(low).toEqual([0, 0]);
    expect([rear[0], rear[1]! > 0.1]).toEqual([0, true]);
    const full = resampleTo48k({ samples: new Float32Array(600).fill(1), channels: 6, sampleRate: 48_000 });
    expect(Math.max(...full)).toBeLessThanOrEqual(1);
  });

  it('refuses what no file of ours holds', () => {
    const samples = new Float32Array(18);
    expect(() => resampleTo48k({ samples, channels: 9, sampleRate: 48_000 })).toThrow('1 to 8 channels');
    expect(() => resampleTo48k({ samples, channels: 2, sampleRate: 1000 })).toThrow('8 to 192 kHz');
  });
});

describe('mixAudio', () => {
  it('adds stems where they begin, at their gain, to exactly the length', () => {
    const click = Float32Array.of(0.5, 0.25);
    const mix = mixAudio(
      [{ samples: click }, { samples: click, atSeconds: 0.5, gain: 0.5 }, { samples: click, atSeconds: 2 }],
      1,
    );
    expect(mix.length).toBe(96_000);
    expect([mix[0], mix[1], mix[48_000], mix[48_001]]).toEqual([0.5, 0.25, 0.25, 0.125]);
    expect(mix.reduce((sum, value) => sum + Math.abs(value), 0)).toBeCloseTo(1.125, 6);
  });

  it('starts a stem in its middle when it begins before zero', () => {
    const samples = Float32Array.from({ length: 96_000 }, (_, i) => (i >= 48_000 ? 0.25 : 0));
    expect(mixAudio([{ samples, atSeconds: -0.5 }], 0.25).every((value) => value === 0.25)).toBe(true);
  });

  it('bends what is too loud, and leaves the rest alone', () => {
    const samples = Float32Array.of(0.45, -0.45, 0.7, -0.7);
    const mix = mixAudio([{ samples }, { samples }], 2 / 48_000);
    expect(mix[0]).toBeCloseTo(0.9, 6);
    expect(mix[2]).toBeGreaterThan(0.95);
    expect(mix[2]).toBeLessThanOrEqual(1);
    expect(mix[3]).toBe(-mix[2]!);
  });
});
