import { expect, it } from 'vitest';
import { ANIMALS } from '../lexicon/animals.ts';
import { BUILDINGS } from '../lexicon/buildings.ts';
import { HOUSEHOLD } from '../lexicon/household.ts';
import { NATURE } from '../lexicon/nature.ts';
import type { NounRow } from '../lexicon/noun-row.ts';
import { PEOPLE } from '../lexicon/people.ts';
import { THINGS } from '../lexicon/things.ts';
import { VEHICLES } from '../lexicon/vehicles.ts';
import { createRandom } from '../random.ts';
import { ActorKind, SceneActor } from '../scene.ts';
import { actorModels } from './all-actors.ts';

const TABLES = { ANIMALS, BUILDINGS, HOUSEHOLD, NATURE, PEOPLE, THINGS, VEHICLES };
const LOOKS = ['wooden', 'glass', 'golden', 'glowing', 'striped', 'old', 'stone', 'fluffy', 'neon', 'broken'];
const COLORS = ['#c01818', '#ffffff', '#101010', undefined];
const POSES = ['default', 'standing', 'sitting', 'lying', 'flying', 'fighting'] as const;
const random = createRandom(11);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!;

const assets = {
  paintText: (_text: string, { width, height }: { width: number; height: number }) => ({
    width,
    height,
    rgba: new Uint8Array(width * height * 4),
  }),
  thing: () => undefined,
};

/** Every word of a table, with a look, a colour and a pose that come as they may in prompts. */
function wordsOf(rows: readonly NounRow[]): SceneActor[] {
  return rows.flatMap(({ kind, same = '', kin = '', color, attributes = [] }) =>
    `${same} ${kin}`
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word, index) => {
        const tint = index % 2 === 0 ? color : pick(COLORS);
        return SceneActor.parse({
          id: 'it',
          kind,
          word: word.replaceAll('_', ' '),
          attributes: [...attributes, pick(LOOKS)],
          pose: pick(POSES),
          ...(tint === undefined ? {} : { color: tint }),
        });
      }),
  );
}

it.each(Object.entries(TABLES))('every noun of %s can be built and posed', (_name, rows) => {
  const actors = wordsOf(rows);
  expect(actors.length).toBeGreaterThan(20);
  for (const actor of actors) {
    const context = { actor, copy: 0, random: createRandom(3), assets, isNight: false, durationSeconds: 8 };
    const built = actorModels[actor.kind]!.build({ ...context, detail: 'far' });
    const { width, height, depth } = built.bounds;
    expect(
      [width, height, depth].every((side) => side > 0 && side < 2000),
      actor.word,
    ).toBe(true);
    const { parts, sprites = [] } = built.poseAt(2.3, { distance: 2, speed: 1 });
    expect(parts.length + sprites.length, actor.word).toBeGreaterThan(0);
    expect(
      parts.every(({ matrix }) => matrix.every(Number.isFinite)),
      actor.word,
    ).toBe(true);
  }
});

it('every kind has a model', () => {
  expect(ActorKind.options.filter((kind) => actorModels[kind] === undefined)).toEqual([]);
});
