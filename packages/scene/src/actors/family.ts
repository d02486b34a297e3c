import type { ActorKind } from '../scene.ts';

/** Kinds that are placed, heard, led and read like an older one. */
const FAMILIES: Partial<Record<ActorKind, ActorKind>> = {
  cow: 'horse',
  deer: 'horse',
  donkey: 'horse',
  giraffe: 'horse',
  goat: 'horse',
  sheep: 'horse',
  unicorn: 'horse',
  zebra: 'horse',
  chicken: 'bird',
  duck: 'bird',
  eagle: 'bird',
  flamingo: 'bird',
  heron: 'bird',
  owl: 'bird',
  parrot: 'bird',
  penguin: 'bird',
  swan: 'bird',
  dolphin: 'fish',
  jellyfish: 'fish',
  octopus: 'fish',
  shark: 'fish',
  whale: 'fish',
  perfume: 'cup',
  bottle: 'cup',
  glass: 'cup',
  watch: 'cup',
  headphones: 'cup',
  screen: 'cup',
  fruit: 'cup',
  burger: 'cup',
  pizza: 'cup',
  sushi: 'cup',
  cake: 'cup',
  donut: 'cup',
};

/** The kind whose rules hold for a kind where a table has no line of its own: a zebra is led like a horse. */
export function familyOf(kind: ActorKind): ActorKind {
  return FAMILIES[kind] ?? kind;
}
