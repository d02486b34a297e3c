import type { Lexicon } from '../../lexicon/lexicon.ts';
import { singulars } from '../../lexicon/plurals.ts';
import { ANIMAL_LABELS } from '../../vision/sight.ts';
import type { Target } from '../operation.ts';
import { readNounPhrase } from './noun-phrase.ts';
import { isWearable } from './objects.ts';

/** COCO's names with what people call them. */
const COCO: Readonly<Record<string, string>> = {
  person: '',
  bicycle: 'bike pushbike cycle',
  car: 'automobile taxi cab suv sedan van jeep vehicle pickup minivan hatchback limousine racecar',
  motorcycle: 'motorbike scooter moped vespa',
  airplane: 'plane aeroplane aircraft jet airliner',
  bus: 'coach minibus',
  train: 'locomotive tram subway metro',
  truck: 'lorry fire_truck pickup_truck trailer',
  boat: 'ship sailboat canoe kayak yacht ferry rowboat vessel gondola',
  'traffic light': 'stoplight stop_light',
  'fire hydrant': 'hydrant',
  'stop sign': '',
  'parking meter': '',
  bench: 'park_bench pew',
  bird: 'pigeon seagull gull duck swan goose parrot eagle crow owl sparrow hen chicken rooster',
  cat: 'kitten kitty feline tomcat tabby',
  dog: 'puppy pup doggy hound corgi labrador retriever poodle husky pug bulldog',
  horse: 'pony stallion mare foal donkey',
  sheep: 'lamb ram ewe goat',
  cow: 'bull calf ox cattle',
  elephant: '',
  bear: 'polar_bear grizzly panda',
  zebra: '',
  giraffe: '',
  backpack: 'rucksack knapsack',
  umbrella: 'parasol',
  handbag: 'purse bag tote shoulder_bag',
  tie: 'necktie',
  suitcase: 'luggage briefcase trunk',
  frisbee: '',
  skis: 'ski',
  snowboard: '',
  'sports ball': 'ball football soccer_ball basketball tennis_ball baseball volleyball',
  kite: '',
  'baseball bat': 'bat',
  'baseball glove': '',
  skateboard: 'longboard',
  surfboard: 'surf_board',
  'tennis racket': 'racket racquet',
  bottle: 'flask water_bottle',
  'wine glass': 'glass goblet champagne_glass',
  cup: 'mug coffee_cup teacup tumbler coffee coffee_mug espresso latte cappuccino',
  fork: '',
  knife: '',
  spoon: 'teaspoon',
  bowl: 'dish',
  banana: '',
  apple: '',
  sandwich: 'burger hamburger toast',
  orange: 'tangerine mandarin',
  broccoli: '',
  carrot: '',
  'hot dog': 'hotdog sausage',
  pizza: '',
  donut: 'doughnut',
  cake: 'birthday_cake cupcake pie',
  chair: 'armchair stool seat',
  couch: 'sofa settee loveseat',
  'potted plant': 'plant houseplant pot_plant flowerpot',
  bed: 'mattress',
  'dining table': 'table desk',
  toilet: '',
  tv: 'television monitor screen display',
  laptop: 'notebook_computer computer macbook',
  mouse: 'computer_mouse',
  remote: 'remote_control',
  keyboard: '',
  'cell phone': 'phone smartphone mobile_phone iphone cellphone mobile telephone',
  microwave: '',
  oven: 'stove',
  toaster: '',
  sink: 'basin',
  refrigerator: 'fridge',
  book: 'novel magazine',
  clock: 'watch alarm_clock',
  vase: 'flower_vase',
  scissors: '',
  'teddy bear': 'teddy plush stuffed_animal',
  'hair drier': 'hair_dryer',
  toothbrush: '',
};

const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries(COCO).flatMap(([label, names]) =>
    [label, ...names.split(' ').filter(Boolean)].map((name): [string, string] => [name.replaceAll('_', ' '), label]),
  ),
);

const KINDS: readonly (readonly [Target['kind'], RegExp])[] = [
  [
    'subject',
    /^(?:it|this|that|subject|main subject|object|main object|foreground|figure|center piece|centerpiece|image|picture|video|clip|photo|scene|footage|everything|frame|shot)$/u,
  ],
  ['background', /^(?:background|backdrop|surroundings?|scenery|everything else|rest|setting|environment)$/u],
  [
    'face',
    /^(?:face|skin|cheeks?|nose|forehead|chin|eyes?|eyebrows?|lips?|mouth|lipstick|teeth|makeup|complexion|skin tone)$/u,
  ],
  [
    'hair',
    /^(?:hair|haircut|hairs|hairstyle|curls|locks|fringe|bangs|ponytail|braids?|beard|moustache|mustache|fur)$/u,
  ],
  [
    'clothing',
    /(?:^|\s)(?:clothes|clothing|outfit|dress|shirt|t-?shirt|tee|blouse|top|jacket|coat|sweater|jumper|pullover|hoodie|suit|skirt|pants|trousers|jeans|shorts|uniform|vest|robe|gown|costume|space ?suit|kimono|scarf|cardigan|blazer|jersey|tank top|overalls?|sleeves?|wetsuit|raincoat)$/u,
  ],
  ['sky', /(?:^|\s)(?:sky|skies|heavens?|clouds?|sunset|sun|moon)$/u],
  ['water', /(?:^|\s)(?:water|sea|ocean|lake|river|pool|pond|waves?|waterfall|stream)$/u],
  [
    'ground',
    /(?:^|\s)(?:ground|floor|grass|road|street|pavement|sidewalk|lawn|sand|snow|field|meadow|beach|path|soil|carpet|asphalt|earth)$/u,
  ],
];
const PRONOUNS: Readonly<Record<string, string>> = {
  she: 'woman',
  her: 'woman',
  hers: 'woman',
  he: 'man',
  him: 'man',
  his: 'man',
  they: 'person',
  them: 'people',
  their: 'person',
  me: 'person',
  my: 'person',
  i: 'person',
  us: 'people',
  you: 'person',
  everyone: 'people',
  everybody: 'people',
  someone: 'person',
  person: 'person',
  people: 'people',
  passersby: 'people',
  crowd: 'people',
  'other people': 'people',
  bystanders: 'people',
  individual: 'person',
  'main character': 'person',
  character: 'person',
  selfie: 'person',
  portrait: 'person',
  human: 'person',
  humans: 'people',
  baby: 'baby',
  dude: 'man',
  bloke: 'man',
  chap: 'man',
  fella: 'man',
  gal: 'woman',
  chick: 'woman',
};

const WRITING =
  /^(?:\p{L}+ )?(?:text|watermark|logo|writing|subtitle|caption|time-?stamp|date|sticker|shadow|reflection|scratch|stain|spot|wire|cable|power line)$/u;

/** What a noun phrase names in the picture; undefined for nothing that could be there. */
export function readTarget(text: string, lexicon: Lexicon): Target | undefined {
  const phrase = readNounPhrase(text);
  const own = /^(.+?)'s?\s+(.+)$/u.exec(phrase.noun);
  const noun = own
    ? own[2]!
    : phrase.noun.replace(/^(?:woman|man|girl|boy|person|lady|guy)s?'? (?=hair|face|shirt|dress|eyes|jacket)/u, '');
  const what = classify(noun, lexicon);
  if (!what) return undefined;
  return {
    word: own ? phrase.written : wordOf(noun, phrase.written),
    ...what,
    ...(phrase.color ? { color: phrase.color } : {}),
    ...(phrase.side ? { side: phrase.side } : {}),
  };
}

function wordOf(noun: string, written: string): string {
  if (Object.hasOwn(PRONOUNS, noun)) return PRONOUNS[noun]!;
  return written.replace(
    /\s+(?:in|on|at|from) the (?:corner|background|foreground|picture|image|video|photo|scene|frame)\b.*$/iu,
    '',
  );
}

function classify(noun: string, lexicon: Lexicon): Pick<Target, 'kind' | 'label'> | undefined {
  if (noun === '') return undefined;
  if (isWearable(noun) && noun !== 'beard') return { kind: 'thing', ...(noun === 'tie' ? { label: 'tie' } : {}) };
  for (const form of [noun, ...singulars(noun)]) {
    if (Object.hasOwn(PRONOUNS, form)) return { kind: 'person', label: 'person' };
    if (WRITING.test(form)) return { kind: 'thing' };
    const label = LABELS.get(form);
    if (label) return ofLabel(label);
    const kind = KINDS.find(([, pattern]) => pattern.test(form))?.[0];
    if (kind) return { kind };
  }
  // The last word of a compound says what it is: a coffee table, a police car.
  const last = noun.slice(noun.lastIndexOf(' ') + 1);
  if (last !== noun && /^[\p{L}-]{3,}$/u.test(last)) {
    for (const form of [last, ...singulars(last)]) {
      const label = LABELS.get(form);
      if (label) return ofLabel(label);
    }
  }
  return byKin(noun, lexicon) ?? (last === noun ? undefined : byKin(last, lexicon));
}

function ofLabel(label: string): Pick<Target, 'kind' | 'label'> {
  if (label === 'person') return { kind: 'person', label };
  return { kind: ANIMAL_LABELS.has(label) ? 'animal' : 'thing', label };
}

/** By what the word is a kind of: a dachshund is a dog, a plumber is a person. */
function byKin(noun: string, lexicon: Lexicon): Pick<Target, 'kind' | 'label'> | undefined {
  const known = lexicon.look(noun)?.meaning.noun;
  if (known?.kind === 'person') return { kind: 'person', label: 'person' };
  for (const ancestor of [noun, ...singulars(noun)].flatMap((form) => lexicon.findLineage(form))) {
    if (ancestor === 'person') return { kind: 'person', label: 'person' };
    // Only what a detector calls so itself: a tree is a plant, and no potted one.
    if (Object.hasOwn(COCO, ancestor)) return ofLabel(ancestor);
    if (ancestor === 'animal') return { kind: 'animal' };
    if (ancestor === 'clothing') return { kind: 'clothing' };
  }
  const isThing =
    known !== undefined || lexicon.findPicture(noun) !== undefined || lexicon.findLineage(noun).length > 0;
  return isThing ? { kind: 'thing' } : undefined;
}
