import type { ActorContext } from './actor.ts';
import { type BirdForm, type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { colorBird } from './bird-model.ts';
import { CHICKEN } from './chicken.ts';
import { DUCK } from './duck.ts';
import { EAGLE } from './eagle.ts';
import { FLAMINGO } from './flamingo.ts';
import { HERON } from './heron.ts';
import { OWL } from './owl.ts';
import { PARROT } from './parrot.ts';
import { PENGUIN } from './penguin.ts';
import { says } from './rig.ts';
import { SWAN } from './swan.ts';

const KINDS: readonly BirdKind[] = [
  OWL,
  PENGUIN,
  EAGLE,
  FLAMINGO,
  HERON,
  SWAN,
  PARROT,
  DUCK,
  CHICKEN,
  {
    ...SMALL_BIRD,
    name: 'crow',
    words: ['crow', 'raven', 'blackbird', 'krähe', 'rabe', 'corbeau', 'cuervo', 'カラス', '乌鸦'],
    body: [0.08, 0.078, 0.12],
    carriage: 0.45,
    head: 0.062,
    neck: 0.05,
    leg: 0.06,
    beak: [0.055, 0.019, 0.3],
    wing: [0.36, 0.14, 2.8],
    tail: [0.14, 0.04],
    eye: { radius: 0.012, iris: '#4a3a30', ahead: false },
    colors: ['#1d1e25', '#23252d', '#1d1e25', '#14151a', '#26262b', '#26262b'],
  },
  {
    ...SMALL_BIRD,
    name: 'seagull',
    words: [
      'seagull',
      'gull',
      'albatross',
      'möwe',
      'mouette',
      'gaviota',
      'dove',
      'pigeon',
      'taube',
      'colombe',
      'paloma',
      '鳩',
      'カモメ',
      '鸽子',
    ],
    body: [0.085, 0.08, 0.13],
    carriage: 0.3,
    head: 0.06,
    neck: 0.05,
    leg: 0.055,
    beak: [0.042, 0.015, 0.3],
    wing: [0.46, 0.13, 2.2],
    tail: [0.1, 0.05],
    eye: { radius: 0.012, iris: '#2a2018', ahead: false },
    colors: ['#cfd5dc', '#fbfbfa', '#fbfbfa', '#3a3e46', '#eeb03c', '#ec9a4c'],
  },
  {
    ...SMALL_BIRD,
    name: 'robin',
    words: ['robin', 'rotkehlchen'],
    colors: ['#7c6248', '#e2672f', '#8a6c4c', '#5a4632', '#3a322c', '#6a4a34'],
  },
  {
    ...SMALL_BIRD,
    name: 'bluebird',
    words: ['bluebird', 'bird', 'sparrow', 'finch', 'songbird', 'vogel', 'oiseau', 'pájaro', '鳥', '鸟'],
    crest: 'crest',
    colors: ['#3f7fd0', '#f3ead8', '#3f7fd0', '#2a4f92', '#e8a23c', '#7a5a3c'],
  },
];

/** The bird that a word names; a bluebird for any other. */
export function birdFormOf(context: ActorContext): BirdForm {
  const kind = KINDS.find(({ words }) => says(context, ...words)) ?? KINDS.at(-1)!;
  return colorBird(kind, context);
}
