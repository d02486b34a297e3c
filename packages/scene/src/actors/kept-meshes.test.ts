import { createHash } from 'node:crypto';
import type { Mesh } from '@openimagine/render';
import { expect, it, vi } from 'vitest';
import { createRandom } from '../random.ts';
import { ActorKind, SceneActor } from '../scene.ts';
import type { ActorModel } from './actor.ts';

type Models = Partial<Record<ActorKind, ActorModel>>;
type Look = Pick<SceneActor, 'kind' | 'word'> & Partial<SceneActor>;

const PEOPLE = 'man woman girl old_man chef knight wizard nurse cowboy superhero astronaut elf king clown farmer'.split(
  ' ',
);

/** Every kind in two colours, and people of many callings, who share the most. */
const LOOKS: readonly Look[] = [
  ...ActorKind.options.flatMap((kind): Look[] => [
    { kind, word: kind, color: '#c02818' },
    { kind, word: kind, color: '#2050c0', attributes: ['old', 'snowy'] },
  ]),
  ...PEOPLE.flatMap((name): Look[] => {
    const word = name.replace('_', ' ');
    return [0, 1, 2, 3].map((id) => ({
      id: `${name}-${id}`,
      kind: 'person',
      word,
      attributes: [word],
      color: '#c02818',
    }));
  }),
];

const digests = new WeakMap<Mesh, string>();

function digest(mesh: Mesh): string {
  const known = digests.get(mesh);
  if (known !== undefined) return known;
  const hash = createHash('sha1').update(mesh.positions).update(mesh.colors).digest('hex');
  digests.set(mesh, hash);
  return hash;
}

/** What each looks like, built in the order given by a process that has built nothing yet. */
async function show(order: readonly Look[]): Promise<Map<string, string[]>> {
  vi.resetModules();
  const { actorModels } = (await import('./all-actors.ts')) as { readonly actorModels: Models };
  const shown = new Map<string, string[]>();
  for (const look of order) {
    const actor = SceneActor.parse({ id: `${look.kind}-1`, ...look });
    const built = actorModels[look.kind]?.build({
      actor,
      copy: 0,
      random: createRandom(1),
      assets: {
        paintText: (_text, { width, height }) => ({ width, height, rgba: new Uint8Array(width * height * 4) }),
        thing: () => undefined,
      },
      isNight: false,
      detail: 'far',
      durationSeconds: 8,
    });
    const { parts } = built?.poseAt(1, { distance: 0, speed: 0 }) ?? { parts: [] };
    shown.set(
      JSON.stringify(look),
      parts.map(({ mesh }) => digest(mesh)),
    );
  }
  return shown;
}

it('nobody wears what was built for another: a kept mesh has all that it shows in its key', async () => {
  const forth = await show(LOOKS);
  const back = await show(LOOKS.toReversed());
  const wrong = [...forth].filter(([look, parts]) => parts.join() !== back.get(look)?.join()).map(([look]) => look);
  expect(wrong).toEqual([]);
});
