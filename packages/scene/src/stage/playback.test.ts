import { describe, expect, it } from 'vitest';
import type { Scene } from '../scene.ts';
import { stageScene } from './stage-scene.ts';
import { options, sceneOf } from './test-stage.ts';

const SECONDS = 8;
const play = (playback: Scene['playback'], more: Parameters<typeof sceneOf>[0] = {}) => {
  const scene = sceneOf({ set: 'field', actors: [{ id: 'a-0', kind: 'horse', isSubject: true }], ...more });
  return stageScene({ ...scene, ...(playback && { playback }) }, options(640, 360));
};

describe('the film’s own time', () => {
  it('runs backwards from its end to its beginning', () => {
    const reversed = play({ speed: 1, reverse: true, loop: false });
    const plain = play(undefined);
    expect(reversed.momentAt(1).camera).toEqual(plain.momentAt(SECONDS - 1).camera);
    expect(reversed.stillSeconds).toBeCloseTo(SECONDS - plain.stillSeconds, 6);
  });

  it('in slow motion less happens, and what is heard lasts as long as the film', () => {
    const slow = play({ speed: 0.4, reverse: false, loop: false }, { sounds: ['wind'] });
    const { cues, durationSeconds } = slow;
    expect(durationSeconds).toBe(SECONDS);
    expect(cues.find(({ kind }) => kind === 'wind')?.durationSeconds).toBeCloseTo(SECONDS, 6);
    for (const cue of cues) expect(cue.startSeconds).toBeLessThan(SECONDS);
  });

  it('words are said at their own pace, and the mouth keeps to them', () => {
    const speaker = { id: 'a-0', kind: 'person' as const, isSubject: true, says: 'Hello there, my friend' };
    const mouths = [undefined, { speed: 0.4, reverse: false, loop: false }, { speed: 0.5, reverse: true, loop: false }];
    const cues = mouths.map((playback) =>
      play(playback, { actors: [speaker] }).cues.find(({ kind }) => kind === 'speech'),
    );
    for (const cue of cues) {
      expect(cue?.startSeconds).toBeCloseTo(cues[0]!.startSeconds, 6);
      expect(Math.abs(cue!.durationSeconds - cues[0]!.durationSeconds)).toBeLessThan(0.2);
    }
  });

  it('thunder comes so much later as it is slow, and before its flash where time runs backwards', () => {
    const storm = { weather: 'storm' as const };
    const thunder = (playback?: Scene['playback']) =>
      play(playback, storm).cues.filter(({ kind }) => kind === 'thunder');
    const heard = ({ startSeconds, distanceMetres = 0 }: { startSeconds: number; distanceMetres?: number }): number =>
      startSeconds + distanceMetres / 343;
    const [slow] = thunder({ speed: 0.5, reverse: false, loop: false });
    const flash = slow!.startSeconds - (slow!.distanceMetres ?? 0) / 343;
    expect(heard(slow!) - flash).toBeCloseTo((2 * (slow!.distanceMetres ?? 0)) / 343, 6);
    const [plain] = thunder();
    const back = thunder({ speed: 1, reverse: true, loop: false });
    const same = back.find(({ distanceMetres }) => distanceMetres === plain!.distanceMetres)!;
    expect(heard(same) + same.durationSeconds).toBeCloseTo(SECONDS - heard(plain!), 6);
    expect(same.isReversed).toBe(true);
  });

  it('what goes away in a film comes in it backwards', () => {
    const goes = {
      actors: [{ id: 'a-0', kind: 'car' as const, isSubject: true, motion: { kind: 'drive' as const, speed: 1 } }],
    };
    const of = (playback?: Scene['playback']) => play(playback, goes).cues.find(({ kind }) => kind === 'engine')?.way;
    const [there, back] = [of(), of({ speed: 1, reverse: true, loop: false })];
    expect(back?.[0]?.pan).toBeCloseTo(there!.at(-1)!.pan, 6);
    expect(back?.map(({ seconds }) => seconds)).toEqual(back?.map(({ seconds }) => seconds).toSorted((a, b) => a - b));
  });

  it('a loop shows at its start how it would have gone on, and soon itself alone', () => {
    const loop = play({ speed: 1, reverse: false, loop: true });
    const first = loop.overlapAt?.(0);
    expect(first?.share).toBe(1);
    expect(first?.moment.camera).toEqual(loop.momentAt(SECONDS).camera);
    expect(loop.overlapAt?.(0.5)?.share).toBeCloseTo(0.5, 6);
    expect(loop.overlapAt?.(1)).toBeUndefined();
    expect(play(undefined).overlapAt).toBeUndefined();
  });
});
