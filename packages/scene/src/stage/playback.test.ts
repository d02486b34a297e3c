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
