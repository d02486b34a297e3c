import type { ActorContext } from './actor.ts';
import { DOLPHIN } from './dolphin.ts';
import type { FishForm } from './fish-form.ts';
import { colorFish } from './fish-model.ts';
import { says } from './rig.ts';
import { SHARK } from './shark.ts';
import { ORCA, WHALE } from './whale.ts';

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
  SHARK,
  ORCA,
  DOLPHIN,
  WHALE,
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
  return colorFish(form, context);
}
