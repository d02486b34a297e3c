import { expect, test } from 'vitest';
import type { SceneActor } from '../scene.ts';
import { stageScene } from '../stage/stage-scene.ts';
import { options, sceneOf } from '../stage/test-stage.ts';

/** How many corners of all that is drawn are nearly of a colour. */
function corners(actor: Partial<SceneActor>, [r, g, b]: readonly [number, number, number]): number {
  const scene = sceneOf({ set: 'studio', actors: [{ ...actor, isSubject: true }] });
  let count = 0;
  for (const { mesh } of stageScene(scene, options(320, 180)).momentAt(1).instances) {
    const { colors } = mesh;
    for (let i = 0; colors && i < colors.length; i += 4)
      if (Math.hypot(colors[i]! - r, colors[i + 1]! - g, colors[i + 2]! - b) < 70) count++;
  }
  return count;
}

test.each([
  ['house', 'roof'],
  ['house', 'door'],
  ['umbrella', 'second'],
  ['ball', 'second'],
  ['balloon', 'second'],
  ['dragon', 'wings'],
] as const)('a %s has its %s in the colour that was asked for', (kind, name) => {
  const plain = { kind, word: kind, color: '#ffffff' };
  const magenta = [230, 30, 200] as const;
  expect(corners({ ...plain, parts: [{ name, color: '#e61ec8' }] }, magenta)).toBeGreaterThan(corners(plain, magenta));
});

test.each([
  ['penguin', 'raincoat'],
  ['dog', 'sweater'],
] as const)('a %s wears its %s', (kind, garment) => {
  const plain = { kind, word: kind, color: '#ffffff' };
  const magenta = [230, 30, 200] as const;
  const worn = { attributes: [garment], parts: [{ name: garment, color: '#e61ec8' }] };
  expect(corners({ ...plain, ...worn }, magenta)).toBeGreaterThan(corners(plain, magenta) + 100);
});
