import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../stage/test-stage.ts';
import { speakerNameFor } from '../speakers.ts';
import { planLines } from './line.ts';
import type { Say } from './recording.ts';
import { spellOut } from './spell.ts';

/** Says half a second of a tone for each word, and is quiet between; lower and slower as it is asked. */
const say: Say = (text, { pitch, pace }) => {
  const sampleRate = 16_000;
  const word = Math.round((0.5 * sampleRate) / pace);
  const words = text.split(' ').length;
  const samples = new Float32Array(words * word);
  for (let i = 0; i < samples.length; i++)
    samples[i] = i % word < word * 0.6 ? 0.4 * Math.sin((2 * Math.PI * 200 * pitch * i) / sampleRate) : 0;
  return { samples, sampleRate };
};
const robot = { kind: 'robot', word: 'robot', says: 'hello world' } as const;

describe('lines', () => {
  it('the mouth is open while a word sounds, and closed before, between and after', () => {
    const [line] = planLines(sceneOf({ actors: [robot] }), 8, say);
    const at = (seconds: number) => line!.mouthAt(line!.startSeconds + seconds);
    expect(at(-0.2)).toBe(0);
    expect(at(0.12)).toBeGreaterThan(0.7);
    expect(at(line!.durationSeconds * 0.5)).toBeLessThan(0.1);
    expect(at(line!.durationSeconds * 0.8)).toBeGreaterThan(0.7);
    expect(at(line!.durationSeconds + 0.3)).toBe(0);
  });

  it('whoever is cast to say it takes as long', () => {
    const [line] = planLines(sceneOf({ actors: [robot] }), 8, say);
    for (const formants of [0.85, 1, 1.3]) {
      const { samples, sampleRate } = line!.say!({ pitchHz: [100, 120], formants, pace: 1 });
      expect(samples.length / sampleRate).toBeCloseTo(line!.durationSeconds, 1);
    }
  });

  it('a line that is too long is said faster; without a voice it is hummed, and the mouth still moves', () => {
    const long = { ...robot, says: Array(12).fill('word').join(' ') };
    const [hasty] = planLines(sceneOf({ actors: [long] }), 5, say);
    expect(hasty!.durationSeconds).toBeLessThan(12 * 0.5);
    const [hummed] = planLines(sceneOf({ actors: [robot] }), 8);
    expect(hummed!.say).toBeUndefined();
    const open = Array.from({ length: 40 }, (_, i) => hummed!.mouthAt(0.6 + i * 0.025));
    expect(Math.max(...open)).toBeGreaterThan(0.5);
  });

  it.each([
    ['Hello, world', 'en'],
    ['Hola, ¿qué tal estás?', 'es'],
    ['Guten Tag, wie geht es dir?', 'de'],
    ['Bonjour tout le monde', 'fr'],
    ['Ciao, come stai? Grazie', 'es'],
    ['こんにちは', 'es'],
    ['안녕하세요', 'es'],
    ['Привет, мир', 'es'],
  ])('%s is spelled for %s', (text, language) => {
    expect(spellOut(text)?.language).toBe(language);
    expect(spellOut(text)?.text).toMatch(/^[\p{Script=Latin}\p{P}\p{M}\s]+$/u);
  });

  it('what cannot be spelled by sound is left alone', () => {
    expect(spellOut('你好，世界')).toBeUndefined();
    expect(spellOut('مرحبا')).toBeUndefined();
    expect(spellOut('')).toBeUndefined();
    expect(spellOut('こんにちは')?.text).toBe('konnichiwa');
  });

  it('children, women, men and machines have voices of their own', () => {
    const of = (kind: string, word: string, attributes: string[] = []) =>
      speakerNameFor({ kind, word, size: 1, attributes });
    expect([
      of('person', 'girl'),
      of('person', 'queen'),
      of('person', 'king'),
      of('robot', 'robot'),
      of('cat', 'cat'),
    ]).toEqual(['child', 'woman', 'man', 'robot', 'small']);
    expect(of('person', 'woman', ['old'])).toBe('oldWoman');
  });
});
