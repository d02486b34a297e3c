import { mixColors, shade, toHex } from '../model/color.ts';
import type { ActorContext } from './actor.ts';
import { says } from './rig.ts';

export interface FishForm {
  readonly name: string;
  readonly words: readonly string[];
  /** Half axes, metres. */
  readonly body: readonly [width: number, height: number, length: number];
  readonly back: string;
  readonly belly: string;
  readonly fin: string;
  readonly pattern: 'plain' | 'clown' | 'bands' | 'orca' | 'gills';
  readonly tail: 'fork' | 'fan' | 'shark' | 'fluke';
  readonly dorsal: number;
  readonly eye: number;
  readonly snout: number;
  readonly mouth: 'pout' | 'grin' | 'smile';
  /** How much larger than a fish a reader takes it to be, as far as its measures here already say so. */
  readonly grown?: number;
}

const FORMS: readonly FishForm[] = [
  {
    name: 'goldfish',
    words: ['goldfish', 'koi', 'carp', 'goldfisch', '金魚', '金鱼', '鯉'],
    body: [0.05, 0.068, 0.1],
    back: '#f0852a',
    belly: '#fbd48c',
    fin: '#f6a84e',
    pattern: 'plain',
    tail: 'fan',
    dorsal: 1,
    eye: 0.021,
    snout: 0.2,
    mouth: 'pout',
  },
  {
    name: 'shark',
    grown: 1.8,
    words: ['shark', 'hai', 'requin', 'tiburón', 'サメ', '鲨鱼'],
    body: [0.22, 0.24, 0.95],
    back: '#64717f',
    belly: '#eef1f2',
    fin: '#58646f',
    pattern: 'gills',
    tail: 'shark',
    dorsal: 2,
    eye: 0.032,
    snout: 0.8,
    mouth: 'grin',
  },
  {
    name: 'orca',
    grown: 2.2,
    words: ['orca'],
    body: [0.42, 0.45, 1.2],
    back: '#1c2027',
    belly: '#f4f5f4',
    fin: '#1a1e24',
    pattern: 'orca',
    tail: 'fluke',
    dorsal: 1.5,
    eye: 0.035,
    snout: 0.4,
    mouth: 'smile',
  },
  {
    name: 'dolphin',
    grown: 1.4,
    words: ['dolphin', 'porpoise', 'delfin', 'dauphin', 'delfín', 'イルカ', '海豚'],
    body: [0.19, 0.2, 0.62],
    back: '#6f8fb0',
    belly: '#e9eff3',
    fin: '#5f7f9f',
    pattern: 'plain',
    tail: 'fluke',
    dorsal: 0.8,
    eye: 0.026,
    snout: 1.1,
    mouth: 'smile',
  },
  {
    name: 'whale',
    grown: 3,
    words: ['whale', 'wal', 'baleine', 'ballena', 'クジラ', '鯨', '鲸'],
    body: [0.85, 0.82, 2.1],
    back: '#3f6486',
    belly: '#dfe8ee',
    fin: '#365878',
    pattern: 'bands',
    tail: 'fluke',
    dorsal: 0.25,
    eye: 0.075,
    snout: 0.35,
    mouth: 'smile',
  },
  {
    name: 'clownfish',
    words: ['clownfish', 'nemo', 'clown'],
    body: [0.045, 0.062, 0.095],
    back: '#ee6f1f',
    belly: '#f58b35',
    fin: '#ee7a2a',
    pattern: 'clown',
    tail: 'fan',
    dorsal: 0.7,
    eye: 0.019,
    snout: 0.2,
    mouth: 'smile',
  },
  {
    name: 'reef',
    words: ['fish', 'tuna', 'salmon', 'trout', 'fisch', 'poisson', 'pez', 'pescado', '魚', '鱼'],
    body: [0.045, 0.078, 0.105],
    back: '#2f7fd0',
    belly: '#f4e07a',
    fin: '#f2c63a',
    pattern: 'bands',
    tail: 'fork',
    dorsal: 1,
    eye: 0.019,
    snout: 0.3,
    mouth: 'pout',
  },
];

export function fishFormOf(context: ActorContext): FishForm {
  const named = FORMS.find(({ words }) => says(context, ...words)) ?? FORMS.at(-1)!;
  // A shoal without a colour is many-coloured.
  const form =
    named.name === 'reef' && !context.actor.color
      ? context.random.fork('fish').pick([named, FORMS[0]!, FORMS[5]!])
      : named;
  const asked = context.actor.color;
  return asked
    ? { ...form, back: asked, belly: toHex(mixColors(asked, '#fff6e0', 0.55)), fin: toHex(shade(asked, 0.82)) }
    : form;
}
