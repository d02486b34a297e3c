import type { Material, Mesh } from '@openimagine/render';
import { type Srgb, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply, scaling } from '../model/matrix.ts';
import type { ActorContext } from './actor.ts';
import { animalScarf } from './person-extras.ts';
import { hatMesh } from './person-hats.ts';
import { BODY } from './person-joints.ts';
import type { Hat } from './person-wear.ts';
import { CLOTH, type PartCollector, says } from './rig.ts';

const HATS: readonly (readonly [words: readonly string[], hat: Exclude<Hat, 'none'>, color: string])[] = [
  [['top hat'], 'topHat', '#1b1a1e'],
  [['crown', 'tiara'], 'crown', '#f0c544'],
  [['beanie', 'bobble hat'], 'beanie', '#c24a3a'],
  [['beret'], 'beret', '#8a2030'],
  [['straw hat', 'sun hat'], 'straw', '#d9b465'],
  [['party hat', 'wizard hat', 'witch hat'], 'pointed', '#5a3a9c'],
  [['santa hat'], 'pointed', '#c4202c'],
  [['cowboy hat', 'fedora', 'hat'], 'fedora', '#6e5a40'],
  [['cap'], 'cap', '#c23a3a'],
];

interface Worn {
  readonly hat?: { readonly mesh: Mesh; readonly material: Material };
  readonly scarf?: Srgb;
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
  }: { readonly head: Matrix; readonly radius: number; readonly neck: Matrix; readonly neckRadius: number },
): void {
  const scale = (radius * 0.82) / BODY.headRadius;
  if (worn.hat)
    pose.add(worn.hat.mesh, worn.hat.material, multiply(head, compose({ at: [0, radius * 0.38, 0] }), scaling(scale)));
  if (worn.scarf) pose.add(animalScarf(worn.scarf, neckRadius), CLOTH, neck);
}
