import { describe, expect, it } from 'vitest';
import { SoundKind } from '../scene.ts';
import type { SoundCue } from './cue.ts';
import { rootMeanSquare, SAMPLE_RATE } from './dsp.ts';
import { loudnessOf, truePeakOf } from './loudness.ts';
import { renderSound } from './render-sound.ts';
import { syllablesOf } from './speech/syllables.ts';

const ambience = (kind: SoundKind, extra: Partial<SoundCue> = {}): SoundCue => ({
  kind,
  startSeconds: 0,
  durationSeconds: 2,
  gain: 1,
  pan: 0,
  ...extra,
});
const channel = (samples: Float32Array, side: 0 | 1): Float32Array => samples.filter((_, i) => i % 2 === side);
const between = (samples: Float32Array, from: number, to: number): number =>
  rootMeanSquare(samples.slice(from * SAMPLE_RATE * 2, to * SAMPLE_RATE * 2));

describe('renderSound', () => {
  it.each(SoundKind.options)('%s is heard, finite and never clips', (kind) => {
    const samples = renderSound([ambience(kind, { text: 'Hello, world' })], 2, 1);
    expect(samples).toHaveLength(2 * 2 * SAMPLE_RATE);
    expect(samples.every((sample) => Number.isFinite(sample) && Math.abs(sample) <= 0.85)).toBe(true);
    expect(truePeakOf(channel(samples, 0))).toBeLessThan(10 ** (-1.5 / 20));
    expect(rootMeanSquare(samples)).toBeGreaterThan(0.002);
  });

  it('gives equal samples for equal arguments, and others for another seed', () => {
    const cues = [ambience('rain'), ambience('music', { mood: 'bright' })];
    expect(renderSound(cues, 2, 7)).toEqual(renderSound(cues, 2, 7));
    expect(renderSound(cues, 2, 7)).not.toEqual(renderSound(cues, 2, 8));
  });

  it('is silent without cues, and before and after a cue', () => {
    expect(rootMeanSquare(renderSound([], 1, 1))).toBe(0);
    const samples = renderSound([ambience('engine', { startSeconds: 1, durationSeconds: 1 })], 4, 1);
    expect(between(samples, 0, 0.99)).toBe(0);
    expect(between(samples, 1.1, 1.9)).toBeGreaterThan(0.02);
    expect(between(samples, 3.5, 4)).toBeLessThan(0.002);
  });

  it('lets thunder follow its flash by the distance it has to travel', () => {
    const samples = renderSound([ambience('thunder', { distanceMetres: 686, durationSeconds: 3 })], 5, 1);
    expect(between(samples, 0, 1.99)).toBe(0);
    expect(between(samples, 2, 3)).toBeGreaterThan(0.003);
  });

  it('pans: what moves from left to right starts left and ends right', () => {
    const samples = renderSound([ambience('engine', { pan: [-1, 1] })], 2, 1);
    const [left, right] = [channel(samples, 0), channel(samples, 1)];
    const early = (side: Float32Array): number => rootMeanSquare(side.slice(4_000, 20_000));
    const late = (side: Float32Array): number => rootMeanSquare(side.slice(76_000, 92_000));
    expect(early(left)).toBeGreaterThan(early(right) * 3);
    expect(late(right)).toBeGreaterThan(late(left) * 3);
  });

  it('follows the envelope of a cue', () => {
    const samples = renderSound(
      [
        ambience('launch', {
          durationSeconds: 4,
          envelope: [
            [0, 0],
            [1, 1],
            [4, 0],
          ],
        }),
      ],
      4,
      1,
    );
    expect(between(samples, 0.8, 1.4)).toBeGreaterThan(between(samples, 3.4, 3.9) * 3);
  });

  it('tells speakers apart by name, and casts them in turn', () => {
    const say = (speakers: string[], startSeconds = 0) =>
      renderSound([ambience('speech', { text: 'hello there, everybody', startSeconds })], 2, 1, { speakers });
    const voices = ['eve', 'ara', 'rex', 'sal', 'leo'].map((name) => say([name]));
    for (const [i, voice] of voices.entries())
      for (const other of voices.slice(i + 1))
        expect(Buffer.from(voice.buffer).equals(Buffer.from(other.buffer))).toBe(false);
    expect(say([])).toEqual(say(['nobody known']));
    expect(say(['eve', 'rex'])).toEqual(voices[0]);
  });

  it('keeps a quiet room quieter than a rocket, and both at a usual loudness', () => {
    const [room, rocket] = (['room', 'launch'] as const).map((kind) => {
      const samples = renderSound([ambience(kind)], 2, 1);
      return loudnessOf(channel(samples, 0), channel(samples, 1));
    });
    expect(room).toBeGreaterThan(-20);
    expect(rocket).toBeGreaterThan(room! + 2);
    expect(rocket).toBeLessThan(-14);
  });

  it.each(SoundKind.options)('a film of %s alone lies within −20 and −14 LUFS', (kind) => {
    const samples = renderSound([ambience(kind, { text: 'Hello, world', durationSeconds: 4 })], 4, 3);
    const loudness = loudnessOf(channel(samples, 0), channel(samples, 1));
    expect(loudness).toBeGreaterThan(-20);
    expect(loudness).toBeLessThan(-14);
    expect(truePeakOf(samples.filter((_, i) => i % 2 === 0))).toBeLessThan(10 ** (-1 / 20));
  });

  it('begins and ends without a click', () => {
    const samples = renderSound([ambience('waterfall')], 2, 1);
    expect(Math.abs(samples[0]!)).toBeLessThan(0.001);
    expect(Math.abs(samples.at(-1)!)).toBeLessThan(0.001);
  });

  it('closes the loop of a film that loops: the end meets the start as any two moments meet', () => {
    const samples = channel(
      renderSound([ambience('sea', { loops: true }), ambience('music', { loops: true })], 2, 5),
      0,
    );
    const steps = samples.slice(1).map((sample, i) => Math.abs(sample - samples[i]!));
    expect(Math.abs(samples[0]! - samples.at(-1)!)).toBeLessThan(3 * rootMeanSquare(steps));
    expect(between(samples, 0, 0.1)).toBeGreaterThan(0.02);
  });

  it('bends the pitch of what passes, and carries it across', () => {
    const way = [
      { seconds: 0, pan: -1, distanceMetres: 60 },
      { seconds: 2, pan: 0, distanceMetres: 3 },
      { seconds: 4, pan: 1, distanceMetres: 60 },
    ];
    const samples = renderSound([ambience('siren', { durationSeconds: 4, way })], 4, 1);
    expect(between(samples, 1.5, 2.5)).toBeGreaterThan(1.5 * between(samples, 0, 0.5));
    const [left, right] = [channel(samples, 0), channel(samples, 1)];
    expect(rootMeanSquare(left.slice(0, 40_000))).toBeGreaterThan(rootMeanSquare(right.slice(0, 40_000)));
    expect(rootMeanSquare(right.slice(-40_000))).toBeGreaterThan(rootMeanSquare(left.slice(-40_000)));
  });

  it('puts each step where it falls', () => {
    const hits = [0.3, 1.1, 1.5].map((seconds) => ({ seconds, gain: 1 }));
    const samples = renderSound([ambience('footsteps', { hits, place: 'studio' })], 2, 1);
    for (const { seconds } of hits)
      expect(between(samples, seconds, seconds + 0.08)).toBeGreaterThan(
        3 * between(samples, seconds - 0.15, seconds - 0.01),
      );
  });

  it('keeps the level of what goes on from a film', () => {
    const own = renderSound([ambience('wind')], 2, 1);
    const longer = [ambience('wind', { durationSeconds: 4 }), ambience('launch', { startSeconds: 2 })];
    const on = renderSound(longer, 4, 1, { levelSeconds: 2 });
    expect(between(on, 0.2, 1.8) / between(own, 0.2, 1.8)).toBeCloseTo(1, 0);
  });

  it('lets all else make room for words', () => {
    const say = () => ({
      samples: Float32Array.from({ length: 16_000 }, (_, i) => 0.3 * Math.sin(i * 0.4)),
      sampleRate: 16_000,
    });
    const quiet = renderSound([ambience('rain', { durationSeconds: 3 })], 3, 1);
    const spoken = renderSound(
      [
        ambience('rain', { durationSeconds: 3 }),
        ambience('speech', { startSeconds: 1, durationSeconds: 1, text: 'a', say }),
      ],
      3,
      1,
    );
    // Measured against the rain before the words, since each film has its own level.
    expect(between(spoken, 1.2, 1.8) / between(spoken, 0.3, 0.8)).toBeGreaterThan(
      between(quiet, 1.2, 1.8) / between(quiet, 0.3, 0.8),
    );
  });
});

it('syllablesOf splits words by their vowels', () => {
  expect(syllablesOf('Hello, world')).toEqual(['he', 'llo', 'world']);
  expect(syllablesOf('こんにちは')).toHaveLength(5);
  expect(syllablesOf('!!!')).toEqual([]);
});
