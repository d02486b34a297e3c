import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { ActorContext } from './actor.ts';
import { says } from './rig.ts';

/** What distinguishes one bird from another. Lengths are metres of an ordinary one. */
export interface BirdForm {
  readonly name: string;
  /** Half axes of the body and how steeply it is carried: 0 level … 1.3 upright. */
  readonly body: readonly [width: number, height: number, length: number];
  readonly carriage: number;
  readonly head: number;
  readonly neck: number;
  readonly leg: number;
  readonly beak: readonly [length: number, width: number, hook: number];
  /** Half a wingspan, the wing's depth, and beats a second in flight. */
  readonly wing: readonly [reach: number, depth: number, beats: number];
  readonly tail: readonly [length: number, spread: number];
  readonly crest: 'none' | 'tufts' | 'crest' | 'comb';
  readonly eye: { readonly radius: number; readonly iris: string; readonly ahead: boolean };
  readonly back: Srgb;
  readonly belly: Srgb;
  readonly headColor: Srgb;
  readonly wingTip: Srgb;
  readonly beakColor: Srgb;
  readonly legColor: Srgb;
  readonly marking: 'none' | 'face' | 'penguin' | 'speckled';
}

interface Kind extends Omit<BirdForm, 'back' | 'belly' | 'headColor' | 'wingTip' | 'beakColor' | 'legColor'> {
  readonly words: readonly string[];
  readonly colors: readonly [back: string, belly: string, head: string, tip: string, beak: string, leg: string];
}

const SMALL = {
  body: [0.058, 0.056, 0.078],
  carriage: 0.5,
  head: 0.05,
  neck: 0.035,
  leg: 0.045,
  beak: [0.026, 0.013, 0],
  wing: [0.13, 0.07, 5],
  tail: [0.08, 0.022],
  crest: 'none',
  eye: { radius: 0.0115, iris: '#241812', ahead: false },
  marking: 'none',
} as const;

const KINDS: readonly Kind[] = [
  {
    ...SMALL,
    name: 'owl',
    words: ['owl', 'eule', 'uhu', 'hibou', 'búho', 'フクロウ', '猫头鹰'],
    body: [0.105, 0.1, 0.15],
    carriage: 1.25,
    head: 0.098,
    neck: 0.06,
    leg: 0.03,
    beak: [0.03, 0.016, 0.8],
    wing: [0.4, 0.17, 2.4],
    tail: [0.1, 0.05],
    crest: 'tufts',
    eye: { radius: 0.034, iris: '#f2b12a', ahead: true },
    marking: 'face',
    colors: ['#7a5636', '#d9c09a', '#84603c', '#4a3220', '#d8a63c', '#c9963c'],
  },
  {
    ...SMALL,
    name: 'penguin',
    words: ['penguin', 'pinguin', 'manchot', 'pingüino', 'ペンギン', '企鹅'],
    body: [0.14, 0.13, 0.24],
    carriage: 1.45,
    head: 0.098,
    neck: 0.08,
    leg: 0.045,
    beak: [0.055, 0.018, 0.1],
    wing: [0.24, 0.075, 1.5],
    tail: [0.06, 0.03],
    eye: { radius: 0.017, iris: '#1a1212', ahead: true },
    marking: 'penguin',
    colors: ['#23262f', '#f7f5ef', '#23262f', '#1b1d24', '#e8963a', '#e8963a'],
  },
  {
    ...SMALL,
    name: 'eagle',
    words: ['eagle', 'hawk', 'falcon', 'adler', 'falke', 'aigle', 'águila', 'vulture', '鷲', '鹰'],
    body: [0.12, 0.115, 0.2],
    carriage: 0.75,
    head: 0.085,
    neck: 0.1,
    leg: 0.09,
    beak: [0.062, 0.024, 1],
    wing: [0.85, 0.27, 1.5],
    tail: [0.2, 0.08],
    eye: { radius: 0.016, iris: '#e8b32c', ahead: false },
    colors: ['#4a3220', '#5c4028', '#f4f1ea', '#2c1d13', '#eab23a', '#e0a838'],
  },
  {
    ...SMALL,
    name: 'flamingo',
    words: ['flamingo', 'flamant', 'flamenco', 'フラミンゴ', '火烈鸟'],
    body: [0.12, 0.12, 0.2],
    carriage: 0.25,
    head: 0.06,
    neck: 0.46,
    leg: 0.6,
    beak: [0.085, 0.026, 1],
    wing: [0.55, 0.2, 2],
    tail: [0.1, 0.05],
    eye: { radius: 0.011, iris: '#f0d060', ahead: false },
    colors: ['#f48aa4', '#f7a9bb', '#f48aa4', '#d9486a', '#2a2024', '#ee7f96'],
  },
  {
    ...SMALL,
    name: 'crane',
    words: ['crane', 'stork', 'heron', 'egret', 'kranich', 'storch', 'grue', 'grulla', '鶴', '鹤'],
    body: [0.11, 0.11, 0.2],
    carriage: 0.3,
    head: 0.055,
    neck: 0.38,
    leg: 0.5,
    beak: [0.13, 0.014, 0],
    wing: [0.75, 0.22, 1.6],
    tail: [0.1, 0.05],
    eye: { radius: 0.01, iris: '#2a1a12', ahead: false },
    colors: ['#f4f4f2', '#ffffff', '#f4f4f2', '#24262c', '#d8583a', '#d8583a'],
  },
  {
    ...SMALL,
    name: 'swan',
    words: ['swan', 'goose', 'geese', 'schwan', 'gans', 'cygne', 'oie', 'cisne', '白鳥', '天鹅'],
    body: [0.13, 0.11, 0.19],
    carriage: 0.12,
    head: 0.055,
    neck: 0.34,
    leg: 0.045,
    beak: [0.06, 0.02, 0.1],
    wing: [0.6, 0.2, 1.8],
    tail: [0.07, 0.05],
    eye: { radius: 0.011, iris: '#161212', ahead: false },
    colors: ['#f7f7f5', '#ffffff', '#f7f7f5', '#e8e8e6', '#ee8a2c', '#33302e'],
  },
  {
    ...SMALL,
    name: 'parrot',
    words: ['parrot', 'macaw', 'papagei', 'perroquet', 'loro', 'オウム', '鹦鹉', 'toucan'],
    body: [0.075, 0.075, 0.12],
    carriage: 1.0,
    head: 0.07,
    neck: 0.06,
    leg: 0.03,
    beak: [0.048, 0.03, 1],
    wing: [0.3, 0.11, 3],
    tail: [0.24, 0.03],
    eye: { radius: 0.013, iris: '#f4e9c0', ahead: false },
    colors: ['#d92b2f', '#e2483a', '#d92b2f', '#2a6fd0', '#332c2c', '#55504e'],
  },
  {
    ...SMALL,
    name: 'duck',
    words: ['duck', 'duckling', 'mallard', 'ente', 'canard', 'pato', 'アヒル', '鸭'],
    body: [0.12, 0.1, 0.17],
    carriage: 0.2,
    head: 0.075,
    neck: 0.12,
    leg: 0.05,
    beak: [0.07, 0.036, 0],
    wing: [0.34, 0.14, 3],
    tail: [0.07, 0.05],
    eye: { radius: 0.014, iris: '#1c1414', ahead: false },
    colors: ['#f6d24a', '#fbe27c', '#f6d24a', '#e5ba34', '#ee8a2c', '#ee8a2c'],
  },
  {
    ...SMALL,
    name: 'chicken',
    words: ['chicken', 'hen', 'rooster', 'chick', 'huhn', 'hahn', 'poule', 'coq', 'gallo', 'gallina', '鶏', '鸡'],
    body: [0.12, 0.12, 0.15],
    carriage: 0.5,
    head: 0.065,
    neck: 0.12,
    leg: 0.085,
    beak: [0.035, 0.02, 0.2],
    wing: [0.24, 0.13, 4],
    tail: [0.14, 0.07],
    crest: 'comb',
    eye: { radius: 0.013, iris: '#2a1a12', ahead: false },
    colors: ['#f3ece0', '#fbf7ef', '#f3ece0', '#e2d6c2', '#e8a83a', '#e2a53c'],
  },
  {
    ...SMALL,
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
    ...SMALL,
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
    ...SMALL,
    name: 'robin',
    words: ['robin', 'rotkehlchen'],
    colors: ['#7c6248', '#e2672f', '#8a6c4c', '#5a4632', '#3a322c', '#6a4a34'],
  },
  {
    ...SMALL,
    name: 'bluebird',
    words: ['bluebird', 'bird', 'sparrow', 'finch', 'songbird', 'vogel', 'oiseau', 'pájaro', '鳥', '鸟'],
    crest: 'crest',
    colors: ['#3f7fd0', '#f3ead8', '#3f7fd0', '#2a4f92', '#e8a23c', '#7a5a3c'],
  },
];

export function birdFormOf(context: ActorContext): BirdForm {
  const kind = KINDS.find(({ words }) => says(context, ...words)) ?? KINDS.at(-1)!;
  const [back, belly, head, tip, beak, leg] = kind.colors;
  const asked = context.actor.color;
  const isWhite = asked ? toHex(asked) === '#ffffff' : false;
  return {
    ...kind,
    name: kind.name,
    back: toSrgb(asked ?? back),
    belly:
      kind.marking === 'penguin' || kind.marking === 'face'
        ? toSrgb(belly)
        : asked
          ? mixColors(asked, '#fff6e6', isWhite ? 0.2 : 0.45)
          : toSrgb(belly),
    headColor: asked && kind.name !== 'eagle' ? toSrgb(asked) : toSrgb(head),
    wingTip: asked ? shade(asked, 0.66) : toSrgb(tip),
    beakColor: toSrgb(beak),
    legColor: toSrgb(leg),
  };
}
