import type { Say } from '@openimagine/scene';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSpeech } from './open-speech.ts';

const seconds = ({ samples, sampleRate }: ReturnType<Say>): number => samples.length / sampleRate;
const energy = ({ samples }: ReturnType<Say>): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe('speech', () => {
  let say: Say;
  beforeAll(async () => {
    say = await openSpeech();
  });
  const plain = { language: 'en', pitch: 1, pace: 1 } as const;

  it('words take their time, and are heard', () => {
    const hello = say('Hello, world', plain);
    expect(seconds(hello)).toBeGreaterThan(0.8);
    expect(seconds(hello)).toBeLessThan(3);
    expect(energy(hello)).toBeGreaterThan(0.02);
    expect(seconds(say('Hello, world, and good morning to all of you', plain))).toBeGreaterThan(seconds(hello) + 0.8);
  });

  it('pitch leaves the time alone, pace shortens it', () => {
    const usual = seconds(say('Hello, world', plain));
    expect(seconds(say('Hello, world', { ...plain, pitch: 0.7 })) / usual).toBeCloseTo(1, 0);
    expect(seconds(say('Hello, world', { ...plain, pace: 1.5 }))).toBeLessThan(usual * 0.85);
  });

  it('says the same again, whatever was said between', async () => {
    const once = say('good evening', plain).samples;
    say('guten Abend', { ...plain, language: 'de' });
    const again = (await openSpeech())('good evening', plain).samples;
    expect(again).toEqual(once);
  });

  it.each(['en', 'es', 'de', 'fr'] as const)('has a voice for %s, and takes any text', (language) => {
    expect(energy(say('Ana, <b>1 & 2</b> 😀 é', { ...plain, language }))).toBeGreaterThan(0.01);
  });
});
