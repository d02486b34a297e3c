import { mixColors, type Srgb, shade, toSrgb } from '../model/color.ts';
import type { ActorContext } from './actor.ts';
import type { Hat, PersonLook } from './person-wear.ts';
import { says } from './rig.ts';

/** The look that a body has before what it wears is put on. */
type Draft = { -readonly [Key in keyof PersonLook]: PersonLook[Key] };

interface Garment {
  readonly words: readonly string[];
  /** Its colour where the prompt says none. */
  readonly color?: string;
  wear(look: Draft, color: Srgb): void;
}

const dress = (skirt: PersonLook['skirt']) => (look: Draft, color: Srgb) => {
  Object.assign(look, { top: color, bottom: color, skirt, front: 'plain', accent: shade(color, 0.82) });
};
const suit = (look: Draft, color: Srgb) => {
  const dark = mixColors(color, '#20242e', 0.12);
  Object.assign(look, { top: dark, bottom: dark, front: 'tie', skirt: 'none', accent: toSrgb('#9c2230') });
  Object.assign(look, { shoes: toSrgb('#1b1715'), shortSleeves: false });
};
const coat = (look: Draft, color: Srgb) => {
  Object.assign(look, { top: color, front: 'coat', skirt: 'coat', accent: shade(color, 0.5), shortSleeves: false });
};
const jacket = (look: Draft, color: Srgb) => {
  // Below it a dress is still what it was.
  if (look.skirt === 'short') look.skirtColor ??= look.bottom;
  Object.assign(look, { top: color, front: 'coat', accent: shade(color, 0.5), shortSleeves: false });
};
const jumper = (front: PersonLook['front']) => (look: Draft, color: Srgb) => {
  Object.assign(look, { top: color, front, accent: shade(color, 0.8), shortSleeves: false, skirt: 'none' });
};
const robe = (look: Draft, color: Srgb) => {
  Object.assign(look, { top: color, bottom: color, front: 'wrap', skirt: 'gown', shortSleeves: false });
  look.accent = mixColors(color, '#f6e7c0', 0.75);
};
const trousers = (look: Draft, color: Srgb) => {
  if (look.skirt !== 'coat') look.skirt = 'none';
  look.bottom = color;
};
const hat = (kind: Hat) => (look: Draft, color: Srgb) => {
  look.hat = kind;
  look.hatColor = color;
};

/** Clothes by their words; later ones are worn over earlier ones. */
const GARMENTS: readonly Garment[] = [
  {
    words: ['shirt', 'blouse', 'polo shirt', 'tank top', 'vest'],
    wear: (look, color) => Object.assign(look, { top: color }),
  },
  {
    words: ['t-shirt', 'tee'],
    wear: (look, color) => Object.assign(look, { top: color, shortSleeves: true }),
  },
  { words: ['jeans', 'denim'], color: '#3a5a8a', wear: trousers },
  { words: ['trousers', 'pants', 'leggings', 'tights'], wear: trousers },
  {
    words: ['shorts'],
    wear: (look, color) => Object.assign(look, { bottom: color, bareLegs: true, skirt: 'none' }),
  },
  {
    words: ['skirt'],
    wear: (look, color) => Object.assign(look, { skirt: 'short', skirtColor: color }),
  },
  {
    words: ['tutu'],
    color: '#f7c3d6',
    wear: (look, color) => Object.assign(look, { skirt: 'tutu', skirtColor: color }),
  },
  { words: ['dress', 'sundress', 'summer dress'], wear: dress('short') },
  { words: ['gown', 'evening gown', 'ball gown', 'long dress'], wear: dress('gown') },
  { words: ['wedding dress'], color: '#fbf8f2', wear: dress('gown') },
  { words: ['toga', 'tunic'], color: '#f2eee2', wear: dress('gown') },
  { words: ['robe', 'bathrobe', 'kimono', 'yukata'], wear: robe },
  {
    words: ['sari', 'saree'],
    color: '#c8325a',
    wear(look, color) {
      dress('gown')(look, color);
      Object.assign(look, { front: 'sash', accent: toSrgb('#e8b83c') });
    },
  },
  { words: ['hoodie', 'sweatshirt'], wear: jumper('hoodie') },
  { words: ['sweater', 'jumper', 'cardigan', 'turtleneck'], wear: jumper('plain') },
  { words: ['suit', 'tuxedo', 'blazer'], color: '#2b3345', wear: suit },
  { words: ['jacket', 'denim jacket', 'parka'], wear: jacket },
  { words: ['leather jacket'], color: '#2a2320', wear: jacket },
  { words: ['coat', 'overcoat', 'winter coat', 'fur coat', 'poncho'], wear: coat },
  { words: ['trench coat'], color: '#b89a6c', wear: coat },
  { words: ['raincoat'], color: '#f2c62c', wear: coat },
  { words: ['lab coat'], color: '#f4f6f7', wear: coat },
  {
    words: ['pajamas', 'pyjamas', 'tracksuit', 'jumpsuit', 'onesie'],
    wear: (look, color) => Object.assign(look, { top: color, bottom: color, skirt: 'none' }),
  },
  {
    words: ['overalls', 'dungarees'],
    color: '#41597f',
    wear: (look, color) => Object.assign(look, { bottom: color, accent: color, front: 'apron', skirt: 'none' }),
  },
  {
    words: ['swimsuit', 'bikini'],
    color: '#d8324a',
    wear: (look, color) =>
      Object.assign(look, {
        top: color,
        bottom: color,
        shortSleeves: true,
        bareArms: true,
        bareLegs: true,
        skirt: 'none',
      }),
  },
  {
    words: ['wetsuit'],
    color: '#20344f',
    wear: (look, color) => Object.assign(look, { top: color, bottom: color, skirt: 'none', front: 'plain' }),
  },
  {
    words: ['safety vest', 'high-vis vest', 'life jacket', 'life vest'],
    color: '#f0702a',
    wear: (look, color) => Object.assign(look, { top: color, front: 'bands', accent: toSrgb('#f2e24a') }),
  },
  { words: ['apron'], color: '#f0ece2', wear: (look, color) => Object.assign(look, { front: 'apron', accent: color }) },
  { words: ['scarf'], color: '#c23a3a', wear: (look, color) => Object.assign(look, { scarf: color }) },
  { words: ['cape', 'cloak'], color: '#7a1f2c', wear: (look, color) => Object.assign(look, { cape: color }) },
  {
    words: ['gloves', 'mittens', 'boxing gloves', 'oven mitts'],
    color: '#4a3a30',
    wear: (look, color) => Object.assign(look, { gloves: color }),
  },
  {
    words: ['boots', 'hiking boots', 'rain boots', 'rubber boots'],
    color: '#5a3a22',
    wear: (look, color) => Object.assign(look, { shoes: color, hasBoots: true }),
  },
  {
    words: ['shoes', 'sneakers', 'heels', 'high heels', 'sandals', 'slippers'],
    wear: (look, color) => Object.assign(look, { shoes: color }),
  },
  { words: ['earrings', 'earring'], color: '#e8b93c', wear: (look, color) => Object.assign(look, { earrings: color }) },
  {
    words: ['headphones', 'headphone', 'headset'],
    color: '#26262c',
    wear: (look, color) => Object.assign(look, { headphones: color }),
  },
  { words: ['pipe'], wear: (look) => Object.assign(look, { smokesPipe: true }) },
  {
    words: ['necklace', 'pendant', 'choker'],
    color: '#e8c860',
    wear: (look, color) => Object.assign(look, { necklace: color }),
  },
  { words: ['backpack', 'rucksack'], color: '#3f6a8a', wear: (look, color) => Object.assign(look, { pack: color }) },
  { words: ['cap', 'baseball cap'], color: '#c23a3a', wear: hat('cap') },
  { words: ['beanie', 'bobble hat', 'woolly hat', 'knit hat'], color: '#c24a3a', wear: hat('beanie') },
  { words: ['beret'], color: '#8a2030', wear: hat('beret') },
  { words: ['top hat'], color: '#1b1a1e', wear: hat('topHat') },
  { words: ['straw hat', 'sun hat', 'sunhat'], color: '#d9b465', wear: hat('straw') },
  { words: ['cowboy hat'], color: '#8a5a34', wear: hat('fedora') },
  { words: ['party hat', 'wizard hat', 'witch hat'], color: '#5a3a9c', wear: hat('pointed') },
  { words: ['santa hat'], color: '#c4202c', wear: hat('pointed') },
  { words: ['hard hat', 'safety helmet', 'bike helmet', 'bicycle helmet'], color: '#f4c21e', wear: hat('hardHat') },
  { words: ['chef hat'], color: '#fafafa', wear: hat('toque') },
  { words: ['flower crown', 'wreath', 'flower wreath'], color: '#e86a92', wear: hat('flowers') },
  { words: ['crown', 'tiara'], color: '#f0c544', wear: hat('crown') },
  { words: ['hijab', 'headscarf', 'veil'], color: '#4a7a8a', wear: hat('veil') },
  { words: ['turban'], color: '#d8702c', wear: hat('turban') },
];

/** What gives its wearer the colour that the prompt asked for, where no garment's own is told. */
const LARGE =
  /coat|dress|gown|suit|shirt|blouse|jacket|hoodie|sweat|sweater|jumper|cardigan|robe|kimono|yukata|sari|saree|tunic|toga|blazer|tuxedo|poncho|parka|overalls|onesie|pajamas/;

/** Dresses a body in everything that the prompt says it wears, each in its own colour. */
export function wearGarments(look: PersonLook, context: ActorContext): PersonLook {
  const { actor } = context;
  const worn: Draft = { ...look };
  for (const { words, color, wear } of GARMENTS) {
    const word = words.find((one) => wears(context, one));
    if (word === undefined) continue;
    const told = actor.parts?.find(({ name }) => words.includes(name))?.color;
    const own = LARGE.test(word) ? actor.color : undefined;
    const chosen = told ?? own ?? color;
    wear(worn, chosen === undefined ? look.top : toSrgb(chosen));
  }
  return worn;
}

/** A word of its own among the attributes: the "hat" of "straw hat" is not worn besides. */
function wears(context: ActorContext, word: string): boolean {
  const { attributes, parts } = context.actor;
  if (attributes.includes(word) || parts?.some(({ name }) => name === word)) return true;
  return word.includes(' ') && says(context, word);
}
