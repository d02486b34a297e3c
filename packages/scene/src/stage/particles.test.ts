import { SPRITE_STRIDE, type Sprites } from '@openimagine/render';
import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { readPrompt } from '../read/read-prompt.ts';
import { TEST_LEXICON } from '../read/test-lexicon.ts';
import { Particle } from '../scene.ts';
import { createParticles } from './particles.ts';
import { createView } from './view.ts';

const view = createView([0, 1.5, 6], [0, 1, 0], 40, 16 / 9);
const camera = { position: view.position, target: view.target, verticalFovDegrees: 40 };
const fieldOf = (kind: Particle) => {
  const at = createParticles({ kinds: [kind], wind: 0.2, view, random: createRandom(7) });
  return (seconds: number): Sprites => at(seconds, camera)[0]!;
};

it.each(Particle.options)('%s: a frame depends only on its time, and none jumps where it is seen', (kind) => {
  const at = fieldOf(kind);
  const [now, soon] = [at(3), at(3 + 1 / 24)];
  expect(fieldOf(kind)(3)).toEqual(now);
  expect(now.count).toBeGreaterThan(20);
  for (let i = 0; i < now.count; i++) {
    const sprite = (batch: Sprites) => batch.data.subarray(i * SPRITE_STRIDE, (i + 1) * SPRITE_STRIDE);
    const [a, b] = [sprite(now), sprite(soon)];
    expect([...a].every(Number.isFinite)).toBe(true);
    const way = Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
    const isSidelong = Math.abs(a[0]!) > 0.45 * 6;
    if (way > 0.4 && !isSidelong) expect(Math.max(a[8]!, b[8]!)).toBeLessThan(0.35);
  }
});

it.each([
  ['Cherry blossom petals falling in a garden', 'petals'],
  ['A cat in autumn, leaves swirling around', 'leaves'],
  ['A campfire with glowing embers rising into the air', 'embers'],
  ['Fireflies dancing over a pond at night', 'fireflies'],
  ['Colorful confetti raining down on a party', 'confetti'],
  ['A girl blowing soap bubbles', 'bubbles'],
  ['A wizard surrounded by magical sparkles', 'sparkles'],
] as const)('%s', (prompt, kind) => {
  const { particles, actors } = readPrompt(prompt, { lexicon: TEST_LEXICON, seed: 1 });
  expect(particles).toContain(kind);
  expect(actors.map(({ word }) => word).filter((word) => word.startsWith(kind.slice(0, 5)))).toEqual([]);
});
