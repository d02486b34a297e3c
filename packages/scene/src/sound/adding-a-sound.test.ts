import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import type { SoundCue } from './cue.ts';
import { filter, peakOf, rootMeanSquare, SAMPLE_RATE, shape, tone, wander, whiteNoise } from './dsp.ts';
import { addCue, createMix } from './mix.ts';
import type { Voice } from './voice.ts';

// docs/draft-engine/adding-a-sound.md shows what stands between these two lines.
// --- example
/** A kettle: water that stirs, and a whistle that climbs until it is steady. */
const kettle: Voice = {
  levelDb: -20,
  measure: 'rms',
  reverb: 0.2,
  render({ length, random }) {
    const breath = wander(random.fork('breath'), 0.8);
    const steam = filter(whiteNoise(length, random), 'bandpass', (s) => 1200 + 900 * Math.min(1, s / 3), 0.8);
    const whistle = tone(length, (s) => 1500 + 700 * Math.min(1, s / 3) + 20 * breath(s), [
      [1, 1],
      [2, 0.2],
    ]);
    shape(whistle, (s) => Math.max(0, s - 1) / (s + 2));
    for (let i = 0; i < length; i++) whistle[i]! += 0.4 * steam[i]!;
    return whistle;
  },
};
// --- end

const cue: SoundCue = { kind: 'room', startSeconds: 1, durationSeconds: 4, gain: 0.8, pan: -0.6 };

it('the sound of the page is rendered: from its start on, from its side, without clipping', () => {
  const mix = createMix(5 * SAMPLE_RATE);
  addCue(mix, cue, 5 * SAMPLE_RATE, createRandom(1), kettle);
  const [left, right] = mix.dry;
  expect(rootMeanSquare(left.subarray(0, SAMPLE_RATE))).toBe(0);
  expect(rootMeanSquare(left.subarray(SAMPLE_RATE))).toBeGreaterThan(0.03);
  expect(rootMeanSquare(left)).toBeGreaterThan(2 * rootMeanSquare(right));
  expect(peakOf(left)).toBeLessThan(1);
});

it('the page shows the code that is rendered here', () => {
  const page = readFileSync(new URL('../../../../docs/draft-engine/adding-a-sound.md', import.meta.url), 'utf8');
  const own = readFileSync(new URL(import.meta.url), 'utf8');
  const [, example] = /\/\/ --- example\n([\s\S]*?)\/\/ --- end/u.exec(own)!;
  expect(page).toContain(example!.trim());
});
