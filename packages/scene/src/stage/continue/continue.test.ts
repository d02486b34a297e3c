import type { Moment } from '@openimagine/render';
import { describe, expect, it } from 'vitest';
import { readPrompt } from '../../read/read-prompt.ts';
import { TEST_LEXICON } from '../../read/test-lexicon.ts';
import type { Scene } from '../../scene.ts';
import { stageScene } from '../stage-scene.ts';
import { options, type Part, sceneOf } from '../test-stage.ts';
import { isDoing } from './is-doing.ts';
import { readSequel } from './read-sequel.ts';
import type { Sequel, StagedSequel } from './sequel.ts';

const D = 4;
const NOTHING: Sequel = { events: [], sounds: [], turns: {}, newcomers: [] };

function staged(sequel: Partial<Sequel>, seconds = 4): StagedSequel {
  return { sequel: { ...NOTHING, ...sequel }, fromSeconds: D, toSeconds: D + seconds };
}

function stageOf(scene: Scene, ...sequels: StagedSequel[]) {
  return stageScene(scene, { ...options(), durationSeconds: D, sequels });
}

const eyeOf = ({ camera }: Moment) => [...camera.position, ...camera.target];
const SCENES: readonly [string, Part][] = [
  ['a walk', { set: 'forest', actors: [{ kind: 'fox', motion: { kind: 'walk', speed: 1 }, isSubject: true }] }],
  ['a launch', { set: 'planet', time: 'dusk', actors: [{ kind: 'rocket', motion: { kind: 'launch', speed: 1 } }] }],
  ['an orbit', { set: 'space', camera: { shot: 'wide', move: 'orbit', speed: 1 }, actors: [{ kind: 'planet' }] }],
  ['a time lapse', { set: 'skyline', time: 'day', timeTo: 'night' }],
  ['a storm', { set: 'field', weather: 'storm', wind: 0.9 }],
  ['fireworks', { set: 'river', time: 'night', events: [{ kind: 'fireworks' }] }],
];
const ALL: Partial<Sequel> = {
  timeTo: 'night',
  weather: 'snow',
  camera: { move: 'dollyOut', speed: 1 },
  events: ['fireworks'],
  turns: { 'a-0': { kind: 'leave', manner: 'go' } },
  newcomers: [...sceneOf({ actors: [{ id: 'new-1', kind: 'dog' }] }).actors],
};

describe('a scene that goes on', () => {
  it.each(SCENES)('%s is the same until its end, whatever follows', (_what, part) => {
    const scene = sceneOf(part);
    const alone = stageScene(scene, { ...options(), durationSeconds: D });
    const longer = stageOf(scene, staged(ALL));
    for (const seconds of [0, D / 2, D - 1 / 24]) {
      const [a, b] = [alone.momentAt(seconds), longer.momentAt(seconds)];
      expect(eyeOf(b)).toEqual(eyeOf(a));
      expect(b.instances.length).toBe(a.instances.length);
      expect(b.sky).toEqual(a.sky);
      expect(b.sprites.map(({ count }) => count)).toEqual(a.sprites.map(({ count }) => count));
    }
    expect(longer.cues).toEqual(alone.cues);
  });

  it.each(SCENES)('%s goes over its end with no jump in where the camera is and how fast it goes', (_what, part) => {
    const { momentAt } = stageOf(sceneOf(part), staged({}));
    const step = 1 / 48;
    const eyes = [-3, -2, -1, 0, 1, 2].map((i) => eyeOf(momentAt(D + i * step)));
    const speeds = eyes.slice(1).map((eye, i) => eye.map((value, axis) => (value - eyes[i]![axis]!) / step));
    const [before, after] = [speeds[1]!, speeds[3]!];
    const fastest = Math.max(...before.map(Math.abs), 0.05);
    for (const [axis, speed] of after.entries()) expect(Math.abs(speed - before[axis]!)).toBeLessThan(0.25 * fastest);
  });

  it('a rocket that is sent off is smaller and smaller, and in the end gone', () => {
    const scene = sceneOf(SCENES[1]![1]);
    const leaving = staged({ turns: { 'a-0': { kind: 'leave', manner: 'fly' } } });
    const { momentAt } = stageOf(scene, leaving);
    const count = (seconds: number) => momentAt(seconds).instances.length;
    expect(count(D + 2)).toBe(count(D));
    expect(count(D + 4)).toBeLessThan(count(D));
  });

  it('night falls, and stays', () => {
    const scene = sceneOf({ set: 'field', time: 'day' });
    const after = { ...staged({}), fromSeconds: D + 4, toSeconds: D + 6 };
    const { momentAt } = stageOf(scene, staged({ timeTo: 'night' }), after);
    const brightness = (seconds: number) => momentAt(seconds).sky.zenith.reduce((sum, value) => sum + value, 0);
    expect(brightness(D + 4)).toBeLessThan(brightness(D) * 0.3);
    expect(brightness(D + 6)).toBeCloseTo(brightness(D + 4), 3);
  });

  it('what was asked to leave dies away, and what lasts is heard to the end', () => {
    const leaving = staged({ turns: { 'a-0': { kind: 'leave', manner: 'fly' } } });
    const { allCues, cues } = stageOf(sceneOf({ ...SCENES[1]![1], sounds: ['wind'] }), leaving);
    const [launch, wind] = ['launch', 'wind'].map((kind) => allCues.find((cue) => cue.kind === kind)!);
    expect(launch!.envelope!.at(-1)).toEqual([launch!.durationSeconds, 0]);
    expect(wind!.startSeconds + wind!.durationSeconds).toBe(D + 4);
    // In their own order, so that each is made from the same chance as before.
    expect(allCues.slice(0, cues.length).map(({ kind }) => kind)).toEqual(cues.map(({ kind }) => kind));
  });

  it('newcomers come in from where they were not seen', () => {
    const [dog] = ALL.newcomers!;
    const { momentAt } = stageOf(sceneOf({ set: 'field' }), staged({ newcomers: [dog!] }));
    expect(momentAt(D).instances.length).toBeLessThan(momentAt(D + 4).instances.length);
  });
});

const readIn = (prompt: string, next: string) => {
  const how = { lexicon: TEST_LEXICON, seed: 1 };
  return readSequel(next, readPrompt(prompt, how), how);
};

describe('reading what happens next', () => {
  it.each([
    ['a rocket launching from Mars', 'The rocket fades into the stars', { kind: 'leave', manner: 'fly' }],
    ['a rocket launching from Mars', 'it disappears', { kind: 'leave', manner: 'fly' }],
    ['a cat on a sofa', 'the cat vanishes', { kind: 'leave', manner: 'fade' }],
    ['a dog walking on a beach', 'the dog runs away', { kind: 'leave', manner: 'go', direction: 'away' }],
    ['a dog walking on a beach', 'it stops', { kind: 'stop' }],
    ['a dog walking on a beach', 'the dog looks at the camera', { kind: 'face', to: 'camera' }],
    ['a dog walking on a beach', 'Der Hund verschwindet', { kind: 'leave', manner: 'fade' }],
  ])('%s: %s', (prompt, next, turn) => {
    expect(Object.values(readIn(prompt, next).turns)).toEqual([turn]);
  });

  it('reads hour, weather, camera and events, and only what is said', () => {
    expect(readIn('a cat on a sofa', 'it goes on')).toEqual(NOTHING);
    expect(readIn('a dog in a field', 'night falls')).toMatchObject({ timeTo: 'night' });
    expect(readIn('a dog in a field in the rain', 'the rain stops')).toMatchObject({ weather: 'clear' });
    expect(readIn('a dog in a field', 'the camera zooms out')).toMatchObject({ camera: { move: 'zoomOut' } });
    expect(readIn('a river at night', 'fireworks light the sky').events).toContain('fireworks');
  });

  it.each([
    'der Regen hört auf',
    "la pluie s'arrête",
    'deja de llover',
    'smette di piovere',
    'дождь прекращается',
    '雨が止む',
    '雨停了',
  ])('%s: the sky clears', (next) => {
    expect(readIn('a dog in a field in the rain', next)).toMatchObject({ weather: 'clear', newcomers: [] });
  });

  it.each([
    ['it rains', 'rain'],
    ['es beginnt zu regnen', 'rain'],
    ['il pleut', 'rain'],
    ['empieza a llover', 'rain'],
    ['comincia a piovere', 'rain'],
    ['começa a chover', 'rain'],
    ['it snows', 'snow'],
    ['es schneit', 'snow'],
    ['il commence à neiger', 'snow'],
    ['empieza a nevar', 'snow'],
  ])('%s: %s comes', (next, weather) => {
    expect(readIn('a dog in a field', next)).toMatchObject({ weather, newcomers: [] });
  });

  it.each([
    ['slow pan left', 'panLeft'],
    ['orbit slowly', 'orbit'],
    ['slow orbit', 'orbit'],
  ])('%s is said of the camera', (next, move) => {
    expect(readIn('a cat on a sofa', next)).toMatchObject({ camera: { move }, newcomers: [] });
  });

  it.each([
    ['it stops', 'stops'],
    ['a storm breaks, lightning', 'breaks'],
    ['the phone rings', 'rings'],
  ])('%s: %s is done, and nothing that comes in', (prompt, word) => {
    expect(isDoing(prompt, word)).toBe(true);
  });

  it.each([
    ['two golden rings appear', 'rings'],
    ['bring drums', 'drums'],
    ['a house with lights', 'lights'],
    ['paper boats', 'boats'],
  ])('%s: %s are things', (prompt, word) => {
    expect(isDoing(prompt, word)).toBe(false);
  });

  it('casts those who come in', () => {
    const { newcomers, turns } = readIn('a dog in a field', 'a cat walks in from the left');
    expect(newcomers).toMatchObject([{ kind: 'cat', place: 'left', isSubject: false }]);
    expect(turns).toEqual({});
  });
});
