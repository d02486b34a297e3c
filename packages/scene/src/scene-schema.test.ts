import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { describeScene } from './read/describe.ts';
import { readPrompt } from './read/read-prompt.ts';
import { TEST_LEXICON } from './read/test-lexicon.ts';
import { cleanScene, readScene } from './scene-schema.ts';

const PROMPTS = [
  'a red fox beside two white horses in a snowy field at dusk',
  'an old man with an umbrella walks in the rain, a neon sign says "OPEN"',
  'eine Katze auf einem blauen Sofa',
  '3 sailing boats behind a lighthouse, golden hour, the camera pans left',
  'a rocket launches on mars, and the astronaut says "hello"',
];
const sceneOf = (prompt: string) => readPrompt(prompt, { lexicon: TEST_LEXICON, seed: 1 });
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const LEAST = {
  version: 1,
  set: 'room',
  time: 'day',
  weather: 'clear',
  season: 'summer',
  style: 'natural',
  actors: [
    { id: 'cat-1', kind: 'cat', word: 'cat' },
    { id: 'sofa-1', kind: 'sofa', word: 'sofa' },
  ],
  camera: {},
};
const withActor = (index: number, fields: object) => ({
  ...LEAST,
  actors: LEAST.actors.map((actor, k) => (k === index ? { ...actor, ...fields } : actor)),
});
const faultOf = (value: unknown) => {
  const reading = readScene(value);
  return 'fault' in reading ? reading.fault : undefined;
};

describe('a scene from outside', () => {
  it.each(PROMPTS)('reads as what was written: %s', (prompt) => {
    const scene = sceneOf(prompt);
    expect(readScene(asJson(scene))).toEqual({ scene: asJson(scene) });
    expect(faultOf(cleanScene(scene))).toBeUndefined();
  });

  it('may leave out what has a default', () => {
    const reading = readScene(LEAST);
    expect(reading).toMatchObject({ scene: { prompt: '', haze: 0, actors: [{ count: 1, pose: 'default' }, {}] } });
    expect('scene' in reading && describeScene(reading.scene)).toMatch(/cat/);
  });

  it.each([
    [null, '', /expected an object, got null/],
    [[], '', /got a list/],
    [{ ...LEAST, version: undefined }, 'version', /expected 1.*missing/],
    [{ ...LEAST, version: 2 }, 'version', /newer/],
    [{ ...LEAST, set: 'nowhere' }, 'set', /expected one of: street, .*"nowhere"/],
    [{ ...LEAST, colour: 'red' }, 'colour', /no part of a scene/],
    [{ ...LEAST, haze: 2 }, 'haze', /at most 1 \(got 2\)/],
    [{ ...LEAST, actors: undefined }, 'actors', /expected array \(it is missing\)/],
    [{ ...LEAST, actors: Array.from({ length: 25 }, () => LEAST.actors[0]) }, 'actors', /at most 24 items/],
    [{ ...LEAST, setDetails: Array.from({ length: 1e5 }, () => 1) }, 'setDetails', /at most 64 items, got 100000/],
    [withActor(1, { color: 'red' }), 'actors[1].color', /#ff8800.*"red"/],
    [withActor(0, { count: 1.5 }), 'actors[0].count', /expected int/],
    [withActor(0, { motion: { kind: 'crawl' } }), 'actors[0].motion.kind', /expected one of/],
    [withActor(0, { attributes: ['old', 'x'.repeat(501)] }), 'actors[0].attributes[1]', /at most 500 characters/],
    [withActor(1, { id: 'cat-1' }), 'actors[1].id', /another/],
    [withActor(0, { relation: { kind: 'on', to: 'bed-1' } }), 'actors[0].relation.to', /no actor .*"bed-1"/],
    [withActor(0, { relation: { kind: 'on', to: 'cat-1' } }), 'actors[0].relation.to', /tied to itself/],
  ])('%#: says what is wrong, and where', (value, path, message) => {
    expect(faultOf(value)).toEqual({ path, message: expect.stringMatching(message) });
  });

  it('brings an older one over, step by step', () => {
    const { set, ...rest } = LEAST;
    const old = { ...rest, version: 1, place: set };
    const steps = [
      ({ place, ...scene }: Readonly<Record<string, unknown>>) => ({ ...scene, where: place }),
      ({ where, ...scene }: Readonly<Record<string, unknown>>) => ({ ...scene, set: where }),
    ];
    expect(readScene(old, steps)).toMatchObject({ scene: { set: 'room' } });
    expect(readScene({ ...rest, version: 2, where: set }, steps)).toMatchObject({ scene: { set: 'room' } });
    expect(readScene({ ...rest, version: 4 }, steps)).toMatchObject({ fault: { path: 'version' } });
  });

  it('is cleaned of what no database holds, and of what hides words in JSON', () => {
    const { actors, ...rest } = sceneOf(PROMPTS[0]!);
    const scene = { ...rest, actors: actors.map((actor) => ({ ...actor, word: 'a\u0000b\n\tc\ud800' })) };
    expect(cleanScene(scene).actors[0]?.word).toBe('ab  c\ufffd');
    expect(JSON.stringify(cleanScene(scene))).not.toContain('\\');
  });

  it('2,000 spoilt ones are read, or refused with the path of what is there', () => {
    const random = createRandom(7).fork('spoil');
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random.next() * items.length)]!;
    let refused = 0;
    for (let run = 0; run < 2000; run++) {
      const scene = asJson(sceneOf(pick(PROMPTS))) as object;
      for (let times = 0; times <= run % 3; times++) spoil(scene, pick);
      const reading = readScene(scene);
      if ('scene' in reading) {
        describeScene(cleanScene(reading.scene));
        continue;
      }
      refused++;
      expect(reading.fault.message).not.toBe('');
      const [top = ''] = reading.fault.path.split(/[.[]/);
      expect([...Object.keys(scene), ...Object.keys(sceneOf(PROMPTS[0]!)), 'version']).toContain(top);
    }
    expect(refused).toBeGreaterThan(1000);
  });
});

const GARBAGE: readonly unknown[] = [
  ...[
    null,
    true,
    -1,
    0.5,
    1e308,
    '',
    'x',
    '\u0000\ud800',
    '#ff0000',
    'x'.repeat(20_000),
    [],
    {},
    [[]],
    { kind: 'cat' },
  ],
  Array.from({ length: 100 }, () => 'old'),
  JSON.parse('{"__proto__": {"kind": "cat"}, "constructor": 1}'),
  JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`),
];

/** Puts garbage somewhere, takes something away, or gives something a new name. */
function spoil(scene: object, pick: <T>(items: readonly T[]) => T): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 6) return;
    for (const [key, item] of Object.entries(value)) {
      places.push([value as Record<string, unknown>, key]);
      walk(item, depth + 1);
    }
  };
  walk(scene, 0);
  const [parent, key] = pick(places);
  const way = pick(['put', 'put', 'put', 'take', 'rename']);
  if (way === 'put') parent[key] = pick(GARBAGE);
  else if (!Array.isArray(parent)) {
    if (way === 'rename') parent[`${key}s`] = parent[key];
    delete parent[key];
  }
}
