import { describe, expect, it } from 'vitest';
import { withoutSetParts } from './shown-by-set.ts';
import { stageScene } from './stage-scene.ts';
import { options, sceneOf } from './test-stage.ts';

describe('what a set shows by itself', () => {
  it('a window of a room is the room’s own', () => {
    const scene = sceneOf({ set: 'room', actors: [{ kind: 'cat' }, { kind: 'window', word: 'window' }] });
    expect(withoutSetParts(scene).map(({ kind }) => kind)).toEqual(['cat']);
  });

  it('a cake has the candles that are told beside it, so many', () => {
    const scene = sceneOf({ set: 'room', actors: [{ kind: 'cake' }, { kind: 'candle', count: 4 }] });
    expect(withoutSetParts(scene)).toMatchObject([{ kind: 'cake', attributes: ['candles 4'] }]);
  });

  it('who is on a windowsill sits above the floor, before its window', () => {
    const scene = sceneOf({
      set: 'room',
      actors: [
        { kind: 'cat', word: 'cat', isSubject: true, relation: { kind: 'on', to: 'a-1' } },
        { kind: 'window', word: 'windowsill' },
      ],
    });
    expect(withoutSetParts(scene).map(({ kind }) => kind)).toEqual(['cat', 'window']);
    const { camera } = stageScene(scene, options()).momentAt(4);
    expect(camera.target[1]).toBeGreaterThan(0.6);
  });
});
