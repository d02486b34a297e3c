import type { MeaningMap } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning } from './noun-row.ts';
import { plural } from './plurals.ts';

/** What is worn, grown or drawn on a body: looks of whoever has them, and no things of their own. */
const WORN = `beard moustache mustache goatee stubble freckles braids braid pigtails ponytail bangs afro dreadlocks mohawk bun_hairstyle
  sari saree hijab turban headscarf veil beanie beret baseball_cap cowboy_hat straw_hat sun_hat witch_hat wizard_hat chef_hat hard_hat safety_helmet safety_goggles goggles bracelet tiara flower_crown flower_wreath safety_vest high-vis_vest life_jacket party_hat santa_hat
  sunglasses eyeglasses spectacles reading_glasses round_glasses high_heels sandals headlamp head_torch rain_boots rubber_boots wellington_boots wellies cowboy_boots hiking_boots snow_boots ballet_shoes slippers
  leather_jacket denim_jacket lab_coat raincoat trench_coat fur_coat winter_coat overcoat blazer vest tracksuit tutu overalls dungarees pajamas pyjamas
  shorts sweater jumper cardigan blouse tank_top t-shirt tee polo_shirt bow_tie bowtie evening_gown gown ball_gown wedding_dress summer_dress sundress
  boxing_gloves oven_mitts mittens life_vest bike_helmet bicycle_helmet hiking_boots rain_boots rubber_boots
  swimsuit bikini wetsuit poncho toga bathrobe bandana earrings necklace choker headphones backpack`;

/** Words that say how somebody looks, before the noun. */
const LOOKS: Readonly<Record<string, string>> = {
  'curly-haired': 'curly hair',
  'red-haired': 'red hair',
  redheaded: 'red hair',
  'red-headed': 'red hair',
  ginger: 'red hair',
  blonde: 'blonde hair',
  blond: 'blonde hair',
  'blonde-haired': 'blonde hair',
  'golden-haired': 'blonde hair',
  'dark-haired': 'black hair',
  'black-haired': 'black hair',
  'brown-haired': 'brown hair',
  'gray-haired': 'gray hair',
  'grey-haired': 'gray hair',
  'white-haired': 'white hair',
  'silver-haired': 'gray hair',
  'blue-haired': 'blue hair',
  'pink-haired': 'pink hair',
  'purple-haired': 'purple hair',
  'green-haired': 'green hair',
  'long-haired': 'long hair',
  'short-haired': 'short hair',
  curly: 'curly',
  wavy: 'wavy',
  messy: 'messy',
  spiky: 'spiky',
  braided: 'braided',
  bald: 'bald',
  bearded: 'beard',
  freckled: 'freckles',
  bespectacled: 'glasses',
  'dark-skinned': 'dark skin',
  'brown-skinned': 'dark skin',
  'light-skinned': 'light skin',
  'pale-skinned': 'light skin',
  muscular: 'muscular',
  chubby: 'chubby',
  toy: 'toy',
  furious: 'angry',
  mad: 'angry',
  surprised: 'surprised',
  shocked: 'surprised',
  amazed: 'surprised',
  astonished: 'surprised',
  scared: 'scared',
  frightened: 'scared',
  terrified: 'scared',
  worried: 'sad',
  plump: 'chubby',
  goth: 'goth',
  elderly: 'old',
  aged: 'old',
  aging: 'old',
  wrinkled: 'old',
  teenage: 'young',
  overweight: 'chubby',
  'dark-skin': 'dark skin',
};

export function addDress(map: MeaningMap): void {
  for (const word of words(WORN).flatMap((one) => (one.endsWith('s') ? [one] : [one, plural(one)])))
    if (map.get(word)?.noun === undefined) addMeaning(map, word, { role: 'stop' });
  for (const [word, attribute] of Object.entries(LOOKS))
    if (map.get(word)?.color === undefined) addMeaning(map, word, { attribute });
}

/** Every name in `WORN`. */
export const WORN_NAMES: ReadonlySet<string> = new Set(words(WORN));
