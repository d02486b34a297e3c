import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { type Srgb, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply, scaling } from '../model/matrix.ts';
import { mergeMeshes } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext } from './actor.ts';
import type { EyePair } from './eyes.ts';
import { animalScarf } from './person-extras.ts';
import { hatMesh } from './person-hats.ts';
import { BODY } from './person-joints.ts';
import type { Hat } from './person-wear.ts';
import { CLOTH, type PartCollector, says } from './rig.ts';

const HATS: readonly (readonly [words: readonly string[], hat: Exclude<Hat, 'none'>, color: string])[] = [
  [['top hat'], 'topHat', '#1b1a1e'],
  [['crown', 'tiara', 'king', 'queen', 'prince', 'princess'], 'crown', '#f0c544'],
  [['beanie', 'bobble hat'], 'beanie', '#c24a3a'],
  [['beret'], 'beret', '#8a2030'],
  [['straw hat', 'sun hat'], 'straw', '#d9b465'],
  [['party hat', 'wizard hat', 'witch hat', 'wizard', 'witch'], 'pointed', '#5a3a9c'],
  [['santa hat', 'santa', 'santa claus'], 'pointed', '#c4202c'],
  [['cowboy hat', 'fedora', 'hat', 'cowboy', 'detective', 'pirate'], 'fedora', '#6e5a40'],
  [['cap'], 'cap', '#c23a3a'],
];

interface Worn {
  readonly hat?: { readonly mesh: Mesh; readonly material: Material };
  readonly scarf?: Srgb;
  readonly glasses?: 'dark' | 'clear';
}

/** A scarf or a hat that an animal wears, each in its colour. */
export function wornBy(context: ActorContext): Worn {
  const told = (names: readonly string[]): string | undefined =>
    context.actor.parts?.find(({ name }) => names.includes(name))?.color;
  const hat = HATS.find(([words]) => says(context, ...words));
  const wearsScarf = says(context, 'scarf', 'bandana');
  return {
    ...(hat
      ? { hat: { mesh: hatMesh(hat[1], toSrgb(told(hat[0]) ?? hat[2]), toSrgb('#8a2430')), material: CLOTH } }
      : {}),
    ...(says(context, 'sunglasses')
      ? { glasses: 'dark' as const }
      : says(context, 'glasses', 'spectacles', 'eyeglasses')
        ? { glasses: 'clear' as const }
        : {}),
    ...(wearsScarf ? { scarf: toSrgb(told(['scarf', 'bandana']) ?? '#c8303a') } : {}),
  };
}

/** Puts them on: the hat on top of a head of a radius, the scarf round a neck of another. */
export function addWorn(
  pose: PartCollector,
  worn: Worn,
  {
    head,
    radius,
    neck,
    neckRadius,
    eyes,
  }: {
    readonly head: Matrix;
    readonly radius: number;
    readonly neck: Matrix;
    readonly neckRadius: number;
    readonly eyes?: EyePair;
  },
): void {
  const scale = (radius * 0.82) / BODY.headRadius;
  if (worn.hat)
    pose.add(worn.hat.mesh, worn.hat.material, multiply(head, compose({ at: [0, radius * 0.38, 0] }), scaling(scale)));
  if (worn.glasses && eyes) addGlasses(pose, head, eyes, worn.glasses);
  if (worn.scarf) pose.add(animalScarf(worn.scarf, neckRadius), CLOTH, neck);
}

const LENS = { specular: 1, gloss: 120 } as const;

/** Round glasses before both eyes, joined over the nose. */
function addGlasses(pose: PartCollector, head: Matrix, { at, radius, outward }: EyePair, kind: 'dark' | 'clear'): void {
  const lens = radius * (kind === 'dark' ? 1.5 : 1.42);
  const z = at[2] + radius * 1.12;
  const x = Math.max(at[0], lens * 1.04);
  const isDark = kind === 'dark';
  for (const side of [1, -1]) {
    const place = multiply(head, compose({ at: [x * side, at[1], z], rotate: [0, Math.min(outward, 0.5) * side, 0] }));
    pose.add(
      cachedMesh(`wear/rim/${lens}/${kind}`, () => frameMesh(lens, isDark)),
      isDark ? LENS : CLOTH,
      place,
    );
  }
  pose.add(
    cachedMesh(`wear/bridge/${lens}/${x}`, () =>
      tube(
        [
          [-(x - lens * 0.9), 0, 0],
          [0, lens * 0.28, lens * 0.12],
          [x - lens * 0.9, 0, 0],
        ],
        { radius: lens * 0.11, color: '#1a1a1e', sides: 7, rings: 8 },
      ),
    ),
    CLOTH,
    multiply(head, compose({ at: [0, at[1] + lens * 0.2, z] })),
  );
}

/** A rim; of sunglasses with its dark glass. */
function frameMesh(lens: number, isDark: boolean): Mesh {
  const round = Array.from({ length: 19 }, (_, i): Vec3 => {
    const angle = (i / 18) * Math.PI * 2;
    return [Math.sin(angle) * lens, Math.cos(angle) * lens * 0.92, 0];
  });
  const rim = tube(round, { radius: lens * 0.1, color: isDark ? '#141418' : '#2a2320', sides: 6, rings: 36 });
  return mergeMeshes([
    { mesh: rim },
    ...(isDark ? [{ mesh: sphere([lens, lens * 0.92, lens * 0.16], '#0c0c10', 20) }] : []),
  ]);
}
