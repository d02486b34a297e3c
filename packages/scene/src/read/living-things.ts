import { familyOf } from '../actors/family.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { NounMeaning } from '../lexicon/meaning.ts';
import { metresOf } from './comparison.ts';
import { dress } from './dressing.ts';
import { countFamilies } from './families.ts';
import { isAnimateKind, type Mention, type SettingVote } from './mention.ts';
import type { Head, Phrase } from './phrase.ts';
import { wornName } from './words-of-manner.ts';

const PARENTS = /^(?:mother|father|mom|mum|mama|dad|parent|family|couple|pair|baby|queen|king)s?$|^families$/;

/** A polar bear mother is a polar bear, and no woman. */
export function parentOf({ attributes }: Phrase, head: Head, lexicon: Lexicon): [NounMeaning, Head] | undefined {
  if (!PARENTS.test(head.english)) return undefined;
  for (const word of attributes.toReversed()) {
    const meaning = lexicon.look(word)?.meaning;
    const noun = meaning?.noun;
    if (meaning === undefined || noun === undefined || familyOf(noun.kind) === 'person' || !isAnimateKind(noun))
      continue;
    const isYoung = /^bab(?:y|ies)$/.test(head.english);
    return [isYoung ? { ...noun, size: (noun.size ?? 1) * 0.5 } : noun, { ...head, meaning, english: word, word }];
  }
  return undefined;
}

/** No smaller for being called so. */
const TINY: ReadonlySet<string> = new Set([
  'mouse',
  'beetle',
  'bee',
  'butterfly',
  'snail',
  'spider',
  'frog',
  'hedgehog',
]);
const FLIERS = /^(?:bee|butterfly)$/;
const WINGED: ReadonlySet<string> = new Set(['bird', 'dragon']);
const DEWY: ReadonlySet<string> = new Set(['foliage', 'flower', 'mushroom', 'spider', 'cactus']);

/** Settles what holds of living things alone. */
export function finishLivingThings(mentions: Mention[], votes: SettingVote[]): void {
  countFamilies(mentions);
  // What leaps out of the water is seen from above it.
  const leaper = mentions.find(({ noun, motion }) => familyOf(noun.kind) === 'fish' && motion === 'jump');
  if (leaper && votes.length === 0) votes.push({ set: 'sea', details: [], weight: 2, word: leaper.english, at: 0 });
  for (const mention of mentions)
    if (TINY.has(mention.noun.kind) && mention.size < 0.7)
      mention.size = Math.max(mention.size, 0.8 * (mention.noun.size ?? 1));
  for (const mention of mentions) {
    const { noun, motion } = mention;
    const hasWings =
      FLIERS.test(noun.kind) || (WINGED.has(familyOf(noun.kind)) && !/^(?:penguin|chicken)$/.test(noun.kind));
    if (!hasWings) continue;
    // A rocket is launched; a bird that takes off flies. A butterfly that runs from somebody flies before him.
    const isChased = motion === 'run' && (FLIERS.test(noun.kind) || mention.isObject);
    if (motion !== 'launch' && !isChased) continue;
    mention.motion = 'fly';
    mention.pose = 'flying';
    if (mention.direction === 'up') delete mention.direction;
  }
  for (const mention of mentions) keepOnGround(mention);
  for (const mention of mentions) climb(mention, mentions);
  // A lotus that floats is on its water, not in the air.
  for (const mention of mentions)
    if (mention.noun.kind === 'flower' && mention.noun.home === 'pond' && mention.motion === 'float')
      mention.motion = 'idle';
  for (const mention of mentions) if (/^(?:graze|browse|forage)$/.test(mention.does ?? '')) mention.motion = 'idle';
  for (const glasses of mentions.filter(({ english, count }) => count === 1 && SPECTACLES.test(english)))
    putOn(glasses, mentions);
  for (const headphones of mentions.filter(({ noun, count }) => noun.kind === 'headphones' && count === 1))
    putOnEars(headphones, mentions);
  for (const eater of mentions) feed(eater, mentions);
  for (const catcher of [...mentions]) takeInMouth(catcher, mentions);
  for (const mention of mentions) shelter(mention);
  for (const fish of mentions) takeInBeak(fish, mentions);
  joinInHeart(mentions);
  // What is eaten is within reach, and no tree behind.
  for (const { does = '', relation } of mentions)
    if (relation?.to.noun.kind === 'tree' && /^(?:eat|munch|chew|nibble|gnaw)$/.test(does))
      relation.to.size = Math.min(relation.to.size, 0.3);
  for (const { does = '', relation } of mentions)
    if (relation && /^(?:run|sprint|race) after$/.test(does) && isAnimateKind(relation.to.noun))
      relation.to.motion ??= 'run';
  for (const mention of mentions) keepUp(mention);
  for (const mention of mentions) fitSize(mention);
  for (const cactus of mentions.filter(({ noun }) => noun.kind === 'cactus')) pot(cactus, mentions);
  for (const worn of [...mentions]) dressBeast(worn, mentions);
  const web = mentions.find(({ noun }) => noun.attributes?.includes('web') === true);
  const spider = mentions.find(({ noun }) => noun.kind === 'spider');
  if (web && spider && (spider.relation?.to ?? web) === web) {
    delete web.relation;
    spider.relation = { kind: 'on', to: web };
    if (spider.motion === 'spin') spider.motion = 'idle';
    delete spider.place;
    delete web.place;
    // A web has twigs of its own to hang from.
    for (const twig of mentions.filter((one) => /^(?:branch|twig)(?:es|s)?$/.test(one.english)))
      if (twig.relation === undefined && !mentions.some(({ relation }) => relation?.to === twig))
        mentions.splice(mentions.indexOf(twig), 1);
  }
  for (const drops of mentions.filter(({ noun }) => noun.kind === 'foliage' && noun.attributes?.includes('dew')))
    wet(drops, mentions);
}

/** What is told of the sky holds of what flies: it flies there; ferns stay on the ground. */
function keepOnGround(mention: Mention): void {
  if (mention.place !== 'top') return;
  const family = familyOf(mention.noun.kind);
  if (/^(?:flower|foliage|tree|rock|mushroom|house|horse|cat|fox)$/.test(family)) delete mention.place;
  const isAtRest = mention.motion === undefined || mention.motion === 'idle';
  if (!WINGED.has(family) || /^(?:penguin|chicken)$/.test(mention.noun.kind) || !isAtRest) return;
  mention.motion = 'fly';
  mention.pose = 'flying';
}

/** A dog that is with somebody who runs runs too, and so do ducklings with their duck. */
function keepUp(mention: Mention): void {
  const { noun, relation, motion, does, pose } = mention;
  const lead = relation?.kind === 'nextTo' ? relation.to : undefined;
  if (lead === undefined || !/^(?:walk|run)$/.test(lead.motion ?? '')) return;
  const isCompanion = noun.kind === 'dog' || (noun.kind === lead.noun.kind && isAnimateKind(noun));
  if (!isCompanion || noun.kind === 'person' || pose !== 'default' || does !== undefined) return;
  if (motion !== undefined && motion !== 'idle') return;
  mention.motion = lead.motion!;
  mention.speed = lead.speed;
  if (lead.direction !== undefined) mention.direction = lead.direction;
}

const CREEPERS = /^(?:snail|beetle|spider|lizard|frog|snake|squirrel)$/;

/** A snail that crawls up a blade of grass is on it. */
function climb(creeper: Mention, mentions: readonly Mention[]): void {
  if (!CREEPERS.test(creeper.noun.kind) || creeper.relation !== undefined) return;
  if (!/^(?:crawl|climb|creep|crawl up|climb up|scurry)$/.test(creeper.does ?? '')) return;
  const plant = mentions[mentions.indexOf(creeper) + 1];
  if (plant === undefined || plant.count > 1 || plant.relation !== undefined) return;
  if (!/^(?:foliage|flower|mushroom|cactus|rock)$/.test(plant.noun.kind)) return;
  creeper.relation = { kind: 'on', to: plant };
  creeper.motion = 'idle';
}

const SPECTACLES = /^(?:sunglasses|eyeglasses|spectacles|glasses)$/;

const EATS = /^(?:eat|munch|chew|nibble|gnaw|chomp)$/;

/** The bamboo that a beast eats is in its mouth, and no plant beside it. */
function feed(eater: Mention, mentions: Mention[]): void {
  const food = eater.relation?.to;
  if (!EATS.test(eater.does ?? '') || food === undefined) return;
  const isBamboo = food.noun.kind === 'tree' && (food.attributes.has('bamboo') || /bamboo/.test(food.english));
  const isLeaf = food.noun.kind === 'foliage';
  if (!(isBamboo || isLeaf) || !isAnimateKind(eater.noun) || familyOf(eater.noun.kind) === 'person') return;
  if (mentions.some((other) => other !== eater && other.relation?.to === food)) return;
  eater.attributes.add('mouthful');
  if (eater.noun.kind === 'panda' && eater.motion === undefined) eater.pose ??= 'sitting';
  delete eater.relation;
  mentions.splice(mentions.indexOf(food), 1);
}

/** What beasts have in their mouths and how it is called there; a fish that is caught, not one that is watched. */
const MOUTHFULS: readonly (readonly [does: RegExp, isIt: (item: Mention) => boolean, name: string])[] = [
  [/^(?:catch|eat|carry|hold|bite|snatch|grab|fish)$/, ({ noun }) => noun.kind === 'fish', 'fish'],
  [/^(?:eat|nibble|munch|chew|gnaw|bite|carry|hold)$/, ({ english }) => /^carrots?$/.test(english), 'carrot'],
  [/^(?:carry|hold|chew|bite|gnaw|fetch|bring)$/, ({ english }) => /^(?:stick|twig)s?$/.test(english), 'stick'],
];
const ON_FOUR_LEGS: ReadonlySet<string> = new Set(['horse', 'dog', 'fox', 'cat']);

/** The salmon that a bear catches is across its mouth, and the carrot that a rabbit nibbles in it. */
function takeInMouth(catcher: Mention, mentions: Mention[]): void {
  const item = catcher.relation?.to;
  if (item === undefined || !ON_FOUR_LEGS.has(familyOf(catcher.noun.kind))) return;
  if (item.count > 1 && item.english !== 'carrots') return;
  const found = MOUTHFULS.find(([does, isIt]) => does.test(catcher.does ?? 'hold') && isIt(item));
  if (found === undefined || !/^(?:holding|nextTo)$/.test(catcher.relation!.kind)) return;
  if (catcher.does === undefined && catcher.relation!.kind !== 'holding') return;
  if (mentions.some((other) => other !== catcher && other.relation?.to === item)) return;
  catcher.attributes.add(`mouthful ${found[2]}`);
  delete catcher.relation;
  if (item.relation !== undefined && item.relation.to !== catcher) catcher.relation = item.relation;
  mentions.splice(mentions.indexOf(item), 1);
}

/** A fish that is with a bird on land was caught: the bird has it in its beak. */
function takeInBeak(fish: Mention, mentions: readonly Mention[]): void {
  if (fish.noun.kind !== 'fish' || fish.count > 1) return;
  const bird = fish.relation?.to ?? mentions.find(({ relation }) => relation?.to === fish);
  if (bird === undefined || familyOf(bird.noun.kind) !== 'bird' || bird.motion === 'swim' || bird.motion === 'fly')
    return;
  const tie = fish.relation ?? bird.relation!;
  if (bird.count > 1 || !/^(?:nextTo|holding|heldBy|inside)$/.test(tie.kind)) return;
  if (!/^(?:|catch|carry|hold|eat|bring|grab|snatch|perch|sit|stand)$/.test(bird.does ?? '')) return;
  if (bird.relation?.to === fish) delete bird.relation;
  fish.relation = { kind: 'heldBy', to: bird };
  fish.motion = 'idle';
  fish.size = Math.min(fish.size, 0.6);
}

/** What is under a toadstool has room there: the shelter is taller than its guest. */
function shelter({ noun, size, relation }: Mention): void {
  const tall = SHELTERED[noun.kind];
  if (relation?.kind !== 'under' || relation.to.noun.kind !== 'mushroom' || tall === undefined) return;
  relation.to.size = Math.max(relation.to.size, Math.min(10, tall * size));
}

/** The size of a toadstool that has room below its cap for a guest of size 1. */
const SHELTERED: Readonly<Partial<Record<Mention['noun']['kind'], number>>> = {
  beetle: 0.8,
  butterfly: 1.1,
  frog: 1.7,
  mouse: 1.8,
  snail: 1.8,
  spider: 1.9,
  bird: 2.2,
  hedgehog: 2.6,
  squirrel: 4,
  rabbit: 4,
  chicken: 4,
  duck: 4,
  cat: 5,
  dog: 6.5,
  fox: 7,
  person: 10,
};

/** Two swans that form a heart do it with their necks: there is no heart beside them. */
function joinInHeart(mentions: Mention[]): void {
  const heart = mentions.find(({ english }) => /^hearts?(?: shape)?$/.test(english));
  const pair = mentions.find(({ noun, count }) => count === 2 && isAnimateKind(noun));
  if (heart === undefined || pair === undefined) return;
  if (!/^(?:swan|flamingo|duck|heron)$/.test(pair.noun.kind) || pair.relation?.kind === 'holding') return;
  pair.does = 'kiss';
  mentions.splice(mentions.indexOf(heart), 1);
  for (const other of mentions) if (other.relation?.to === heart) delete other.relation;
}

/** Headphones that lie nowhere are on the head of the first who has ears. */
function putOnEars(headphones: Mention, mentions: Mention[]): void {
  const wearer =
    mentions.find(({ relation }) => relation?.to === headphones) ??
    headphones.relation?.to ??
    mentions.find(({ noun }) => isAnimateKind(noun));
  if (wearer === undefined || familyOf(wearer.noun.kind) !== 'person') return;
  if (headphones.relation !== undefined && !/^(?:nextTo|heldBy)$/.test(headphones.relation.kind)) return;
  wearer.attributes.add('headphones');
  if (headphones.color !== undefined) wearer.parts.set('headphones', headphones.color);
  mentions.splice(mentions.indexOf(headphones), 1);
  for (const other of mentions) if (other.relation?.to === headphones) delete other.relation;
}

/** Glasses that lie nowhere are on somebody's nose; those of a beast are never for drinking. */
function putOn(glasses: Mention, mentions: Mention[]): void {
  const isForEyes = glasses.noun.kind === 'thing';
  const holder = mentions.find(({ relation }) => relation?.to === glasses);
  const wearer =
    holder ?? glasses.relation?.to ?? (isForEyes ? mentions.find(({ noun }) => isAnimateKind(noun)) : undefined);
  if (wearer === undefined || !isAnimateKind(wearer.noun)) return;
  if (
    !isForEyes &&
    (familyOf(wearer.noun.kind) === 'person' ||
      !(holder?.relation?.kind === 'holding' || glasses.relation?.kind === 'heldBy'))
  )
    return;
  if (glasses.relation !== undefined && !/^(?:nextTo|heldBy|on)$/.test(glasses.relation.kind)) return;
  wearer.attributes.add(glasses.english === 'sunglasses' ? 'sunglasses' : 'glasses');
  mentions.splice(mentions.indexOf(glasses), 1);
  for (const other of mentions) if (other.relation?.to === glasses) delete other.relation;
}

/** A baby stegosaurus is smaller than its mother, and a kitten's teacup holds a kitten. */
function fitSize(mention: Mention): void {
  const { noun, attributes, relation } = mention;
  if (!isAnimateKind(noun) || familyOf(noun.kind) === 'person') return;
  if (attributes.has('baby') && mention.size === (noun.size ?? 1) && mention.size >= 0.6) mention.size *= 0.5;
  if (relation?.kind === 'inside' && relation.to.noun.kind === 'cup')
    relation.to.size = Math.max(relation.to.size, 11 * Math.min(metresOf(mention), 0.31 * mention.size));
}

/** A cactus that comes with a pot is in it; what flowers on it is its own. */
function pot(cactus: Mention, mentions: Mention[]): void {
  const found = mentions.find(({ noun, english }) => noun.kind === 'vase' && /pots?$/.test(english));
  if (found === undefined) return;
  cactus.attributes.add('pot');
  const own = mentions.filter(({ noun, relation }) => noun.kind === 'flower' && relation?.to === cactus);
  for (const gone of [found, ...own]) {
    mentions.splice(mentions.indexOf(gone), 1);
    for (const other of mentions) if (other.relation?.to === gone) other.relation = { ...other.relation, to: cactus };
  }
  if (cactus.relation?.to === cactus || (cactus.relation && !mentions.includes(cactus.relation.to)))
    delete cactus.relation;
}

/** Penguins in top hats have one each on their heads. */
function dressBeast(worn: Mention, mentions: Mention[]): void {
  const name = wornName(worn.english);
  const wearer = mentions.find(({ relation }) => relation?.to === worn);
  if (name === undefined || wearer === undefined || !isAnimateKind(wearer.noun)) return;
  const isPerson = familyOf(wearer.noun.kind) === 'person';
  if (isPerson ? wearer.relation!.kind !== 'inside' : !/^(?:inside|holding|wearing)$/.test(wearer.relation!.kind))
    return;
  dress(wearer, name, worn.color);
  delete wearer.relation;
  mentions.splice(mentions.indexOf(worn), 1);
}

/** Drops of dew are on the leaf that is there, or on a leaf of their own. */
function wet(drops: Mention, mentions: Mention[]): void {
  const under =
    drops.relation !== undefined && DEWY.has(drops.relation.to.noun.kind)
      ? drops.relation.to
      : (mentions.find(({ noun }) => noun.kind === 'foliage' && !noun.attributes?.includes('dew')) ??
        mentions.find(({ noun }) => noun.kind === 'flower'));
  if (under === undefined) {
    drops.count = 1;
    return;
  }
  under.attributes.add('dew');
  mentions.splice(mentions.indexOf(drops), 1);
  for (const other of mentions) {
    if (other.relation?.to !== drops) continue;
    if (other === under) delete other.relation;
    else other.relation = { ...other.relation, to: under };
  }
}
