import { describe, expect, it } from 'vitest';
import type { SoundCue } from '../sound/cue.ts';
import { stageScene } from './stage-scene.ts';
import { options, type Part, sceneOf } from './test-stage.ts';

const cuesOf = (part: Part): readonly SoundCue[] => stageScene(sceneOf(part), options()).cues;
const kindsOf = (part: Part): string[] => cuesOf(part).map(({ kind }) => kind);

describe('what is heard', () => {
  it('steps fall as often as the legs step, and on the ground that is there', () => {
    const walker = { kind: 'person', word: 'man', motion: { kind: 'walk', speed: 1 }, isSubject: true } as const;
    const steps = cuesOf({ set: 'forest', actors: [walker] }).find(({ kind }) => kind === 'footsteps')!;
    expect(steps.ground).toBe('leaves');
    const gaps = steps.hits!.slice(1).map(({ seconds }, i) => seconds - steps.hits![i]!.seconds);
    expect(steps.hits!.length).toBeGreaterThan(5);
    // Half a stride of 1.32 m each, at an even pace.
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!, 1);
    expect(kindsOf({ set: 'forest', weather: 'snow', actors: [walker] })).toContain('snowSteps');
  });

  it('what drives from left to right is heard from left to right', () => {
    const car = { kind: 'car', word: 'car', motion: { kind: 'drive', direction: 'right', speed: 1 } } as const;
    const person = { kind: 'person', word: 'man', isSubject: true } as const;
    const engine = cuesOf({
      set: 'desert',
      camera: { shot: 'medium', move: 'still', speed: 1 },
      actors: [person, car],
    }).find(({ kind }) => kind === 'engine')!;
    expect(engine.way!.at(-1)!.pan).toBeGreaterThan(engine.way![0]!.pan);
    expect(engine.way!.every(({ distanceMetres }) => distanceMetres > 0)).toBe(true);
  });

  it('thunder begins with its flash, and knows how far it has to come', () => {
    const thunder = cuesOf({ set: 'field', weather: 'storm' }).filter(({ kind }) => kind === 'thunder');
    expect(thunder.length).toBeGreaterThan(1);
    for (const { distanceMetres } of thunder) expect(distanceMetres).toBeGreaterThan(100);
  });

  it('animals that are there are heard, unless they lie', () => {
    expect(kindsOf({ set: 'farm', actors: [{ kind: 'cow', word: 'cow' }] })).toContain('moo');
    expect(kindsOf({ set: 'room', actors: [{ kind: 'cat', word: 'cat', pose: 'lying' }] })).not.toContain('meow');
  });

  it('silence is silent but for what is said, and no music is no music', () => {
    const silent = { set: 'shore', silent: 'all', sounds: ['sea'] } as const;
    expect(kindsOf({ ...silent, sounds: ['sea'] })).toEqual([]);
    expect(kindsOf({ ...silent, sounds: ['sea'], actors: [{ kind: 'robot', word: 'robot', says: 'Hello' }] })).toEqual([
      'speech',
    ]);
    expect(kindsOf({ set: 'studio' })).toContain('music');
    expect(kindsOf({ set: 'studio', silent: 'music' })).not.toContain('music');
  });

  it('those who speak take turns', () => {
    const robots = ['Hello there', 'Hello yourself'].map((says) => ({ kind: 'robot', word: 'robot', says }) as const);
    const [first, second] = cuesOf({ set: 'studio', actors: robots }).filter(({ kind }) => kind === 'speech');
    expect(second!.startSeconds).toBeGreaterThan(first!.startSeconds + first!.durationSeconds);
  });

  it('slow motion slows what happens, not the music; a loop goes on in itself', () => {
    const cues = cuesOf({
      set: 'shore',
      sounds: ['music', 'sea'],
      playback: { speed: 0.4, reverse: false, loop: true },
    });
    expect(cues.find(({ kind }) => kind === 'sea')?.speed).toBeLessThan(0.8);
    expect(cues.find(({ kind }) => kind === 'music')?.speed).toBeUndefined();
    expect(cues.every(({ loops }) => loops)).toBe(true);
  });
});
