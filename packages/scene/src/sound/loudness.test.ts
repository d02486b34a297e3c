import { describe, expect, it } from 'vitest';
import { SAMPLE_RATE, tone } from './dsp.ts';
import { loudnessOf, truePeakOf } from './loudness.ts';
import { master } from './master.ts';

const sine = (hertz: number, decibels: number, seconds = 4): Float32Array =>
  tone(seconds * SAMPLE_RATE, hertz, [[1, 10 ** (decibels / 20)]]);

describe('loudness', () => {
  // EBU Tech 3341, case 1 and 2: a stereo sine of 1 kHz at -23 dBFS measures -23 LUFS.
  it.each([-23, -33])('a sine of 1 kHz at %i dB in both channels measures as much', (level) => {
    const channel = sine(1000, level);
    expect(loudnessOf(channel, channel)).toBeCloseTo(level, 0);
    expect(Math.abs(loudnessOf(channel, channel) - level)).toBeLessThan(0.1);
  });

  it('silence beside what is heard does not count', () => {
    const channel = new Float32Array(12 * SAMPLE_RATE);
    channel.set(sine(1000, -20, 4), 4 * SAMPLE_RATE);
    expect(Math.abs(loudnessOf(channel, channel) + 20)).toBeLessThan(0.4);
    expect(loudnessOf(new Float32Array(SAMPLE_RATE), new Float32Array(SAMPLE_RATE))).toBe(Number.NEGATIVE_INFINITY);
  });

  it('true peaks between samples are found', () => {
    // A quarter of the sampling rate, met at 45 degrees: samples reach 0.707 of a curve that reaches 1.
    const samples = Float32Array.from({ length: 4000 }, (_, i) => Math.sin((Math.PI / 2) * i + Math.PI / 4));
    expect(Math.max(...samples)).toBeLessThan(0.72);
    expect(truePeakOf(samples)).toBeGreaterThan(0.97);
  });

  it('clicks in near silence are brought up without clipping', () => {
    const [left, right] = [new Float32Array(8 * SAMPLE_RATE), new Float32Array(8 * SAMPLE_RATE)];
    for (let at = 4000; at < left.length; at += 24_000) left.set(sine(1500, -30, 0.02), at);
    right.set(left);
    master(left, right, 8);
    expect(loudnessOf(left, right)).toBeGreaterThan(-20);
    expect(truePeakOf(left)).toBeLessThan(10 ** (-1 / 20));
  });
});
