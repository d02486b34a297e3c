import { expect, it } from 'vitest';
import { stageScene } from './stage-scene.ts';
import { options, type Part, sceneOf } from './test-stage.ts';

const SAID =
  'a busy, empty, dark neon street in futuristic Tokyo, a bakery; Mars or the moon with crystals and ruins, red tulips, a windmill, a bare ' +
  'room by the fireplace, flickering lights, aurora, wet with dew';

const SCENES: readonly (readonly [name: string, part: Part])[] = [
  ['a room', { set: 'room' }],
  ['a street', { set: 'street', time: 'night' }],
  ['another planet', { set: 'planet' }],
  ['a hospital', { set: 'hospital' }],
  ['fields of tulips', { set: 'tulips' }],
  ['a lake at night', { set: 'lake', time: 'night' }],
  ['a frog from very near', { set: 'garden', camera: { shot: 'macro' } as never, actors: [{ kind: 'frog' }] }],
];

/** Everything of a moment but the corners of its meshes, for which their number and colours stand. */
function outline(part: Part): unknown {
  const { instances, sprites, ...rest } = stageScene(sceneOf(part), options()).momentAt(1);
  return {
    ...rest,
    sprites: sprites.map(({ count, shape, data }) => [count, shape, data.slice(0, 24)]),
    instances: instances.map(({ mesh: { positions, colors }, material, matrix }) => [
      positions.length,
      colors.reduce((sum, value) => sum + value, 0),
      material,
      matrix,
    ]),
  };
}

it.each(SCENES)('%s is drawn by its scene, whatever the words were that it was read from', (_, part) => {
  expect(outline({ ...part, prompt: SAID })).toEqual(outline({ ...part, prompt: '' }));
});
