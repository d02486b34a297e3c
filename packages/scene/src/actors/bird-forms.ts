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
    name: 'phoenix',
    words: ['phoenix', 'firebird', 'phönix', 'phénix', 'fénix', '凤凰', '不死鳥', '鳳凰'],
    body: [0.12, 0.12, 0.22],
    carriage: 0.95,
    head: 0.085,
    neck: 0.2,
    leg: 0.12,
    beak: [0.06, 0.022, 0.9],
    wing: [1, 0.36, 0.7],
    tail: [0.3, 0.12],
    crest: 'crest',
    eye: { radius: 0.016, iris: '#ffd23c', ahead: false },
    plumes: [5, 1.1, '#ffe25a'],
    colors: ['#e0401a', '#ff9a2a', '#ff7a1e', '#ffc53a', '#ffd98a', '#e8a03c'],
  },
  {
    ...SMALL_BIRD,
    name: 'pterodactyl',
    words: ['pterodactyl', 'pterosaur', 'pteranodon'],
    body: [0.13, 0.12, 0.26],
    carriage: 0.5,
    head: 0.1,
    neck: 0.16,
    leg: 0.1,
    beak: [0.3, 0.04, 0],
    wing: [1.3, 0.42, 0.8],
    tail: [0.1, 0.03],
    crest: 'horn',
    eye: { radius: 0.018, iris: '#e0b030', ahead: false },
    colors: ['#8a6a4a', '#c8a880', '#8a6a4a', '#5e4632', '#c8a070', '#7a5c40'],
  },
  {
    ...SMALL_BIRD,
    name: 'toucan',
    words: ['toucan', 'hornbill', 'tukan', 'tucán'],
    body: [0.085, 0.085, 0.13],
    carriage: 0.75,
    head: 0.07,
    neck: 0.05,
    beak: [0.17, 0.04, 0.42],
    wing: [0.3, 0.13, 3],
    tail: [0.14, 0.04],
    eye: { radius: 0.013, iris: '#2a6ab0', ahead: false },
    colors: ['#1b1c22', '#f6ecc0', '#1b1c22', '#121318', '#f58a1c', '#4a6a8a'],
  },
  {
    ...SMALL_BIRD,
    name: 'hummingbird',
    words: ['hummingbird', 'kolibri', 'colibri', 'colibrí', 'ハチドリ'],
    body: [0.036, 0.036, 0.055],
    carriage: 0.9,
    head: 0.034,
    neck: 0.026,
    leg: 0.015,
    beak: [0.062, 0.0052, 0],
    wing: [0.1, 0.046, 18],
    tail: [0.05, 0.018],
    eye: { radius: 0.008, iris: '#15100e', ahead: false },
    colors: ['#1f9a6a', '#e9f2e6', '#24a878', '#155a58', '#2a2426', '#3a3230'],
  },
  {
    ...SMALL_BIRD,
    name: 'cardinal',
    words: ['cardinal'],
    crest: 'crest',
    colors: ['#c8242c', '#d83a36', '#c8242c', '#8a1a20', '#f08a3a', '#6a4034'],
  },
  {
    ...SMALL_BIRD,
    name: 'sparrow',
    words: ['sparrow', 'wren', 'lark', 'nightingale', 'starling', 'spatz', 'gorrión', 'moineau', 'すずめ', '麻雀'],
    colors: ['#8a6240', '#e6dac4', '#7c5636', '#4a3424', '#3c342e', '#8a6a50'],
  },
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
    words: ['bluebird', 'bird', 'finch', 'songbird', 'vogel', 'oiseau', 'pájaro', '鳥', '鸟'],
    crest: 'crest',
    colors: ['#3f7fd0', '#f3ead8', '#3f7fd0', '#2a4f92', '#e8a23c', '#7a5a3c'],
  },
];

/** The bird that a word names; a bluebird for any other. */
export function birdFormOf(context: ActorContext): BirdForm {
  const kind = KINDS.find(({ words }) => says(context, ...words)) ?? KINDS.at(-1)!;
  return colorBird(kind, context);
}
