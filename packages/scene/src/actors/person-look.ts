import { brightness, mixColors, type Srgb, shade, toSrgb } from '../model/color.ts';
import type { ActorContext } from './actor.ts';
import { COSTUMES } from './person-costumes.ts';
import { wearGarments } from './person-garments.ts';
import type { Beard, Costume, Hair, Mood, PersonLook } from './person-wear.ts';
import { BOY, CHILD, COSTUME_WORDS, type CostumeName, GIRL, MAN, WOMAN } from './person-words.ts';
import { says } from './rig.ts';

const COSTUME_NAMES = Object.keys(COSTUME_WORDS) as CostumeName[];
const SKINS = ['#f3cba8', '#e9b48c', '#d99e72', '#b97c50', '#8a5836', '#f6d5b8'];
const HAIRS = ['#2a1d17', '#4a2f1d', '#6f4524', '#a8743a', '#1a1618', '#8a3e1c', '#d4a85a'];
const DARK_HAIRS = ['#1a1618', '#241a17'];
const TOPS = ['#3f7fb8', '#c84f3f', '#4d9a63', '#e3a33b', '#7b5ea7', '#2f8f93', '#d97a8e', '#ece6da'];
const BOTTOMS = ['#2f3e58', '#4a4f58', '#5a4734', '#26303f', '#7a6a52'];

/** Body, hair and clothes, from the words and else by chance. */
export function lookOf(context: ActorContext): PersonLook {
  const look = bodyLook(context);
  // Babies are wrapped in light cloth.
  const cloth = toSrgb(context.actor.color ?? '#f3e6d6');
  const isBaby = says(context, 'baby', 'infant', 'newborn');
  const body: PersonLook = isBaby
    ? {
        ...look,
        top: cloth,
        bottom: cloth,
        shoes: cloth,
        hair: 'buzz',
        skirt: 'none',
        front: 'plain',
        shortSleeves: false,
      }
    : look;
  return wearGarments(body, context);
}

function bodyLook(context: ActorContext): PersonLook {
  const random = context.random.fork(`look/${context.actor.word}`);
  const named = COSTUME_NAMES.find((name) => says(context, ...COSTUME_WORDS[name]));
  const [costumeName, costume] = named ? [named, COSTUMES[named]] : ['casual', undefined];
  const build = buildOf(context, costume, random.next());
  const isFemale = build.isFemale;
  const isOld = says(context, 'old', 'elderly', 'aged', 'ancient', 'grandfather', 'grandmother', 'grandpa', 'grandma');
  const asked = context.actor.color;
  const isGoth = says(context, 'goth');
  const chanceTop = random.pick(TOPS);
  const casualTop = isGoth ? '#1d1b20' : chanceTop;
  const chanceSkin = random.pick(SKINS);
  const skin = says(context, 'dark skin', 'black skin', 'african')
    ? '#6f4529'
    : says(context, 'light skin', 'pale skin', 'freckles')
      ? '#f5d0b2'
      : chanceSkin;
  const isDarkSkin = brightness(skin) < 0.5;
  const chanceHair = random.pick(isDarkSkin ? DARK_HAIRS : HAIRS);
  const hairColor =
    hairColorOf(context) ?? (isGoth ? '#16141a' : undefined) ?? costume?.hairColor ?? (isOld ? '#d3d0cc' : chanceHair);
  const dye = (part: 'top' | 'cape' | 'bottom', color: string): Srgb => {
    const dyes = costume?.dyes ?? (costumeName === 'superhero' && asked && isRed(asked) ? 'cape' : 'top');
    // A black coat keeps its folds only when it is not quite black.
    if (asked && costume?.front === 'coat' && part === 'top')
      return mixColors(asked, color, brightness(asked) < 0.3 ? 0.4 : 0);
    if (!asked || (part !== dyes && dyes !== 'all')) return toSrgb(color);
    return mixColors(asked, color, costume?.isMetal ? 0.35 : brightness(asked) < 0.12 ? 0.12 : 0);
  };
  const wearsDress =
    !costume &&
    !says(context, ...TROUSERED) &&
    isFemale &&
    (says(context, 'dress', 'gown') || random.next() < (build.kind === 'child' ? 0.85 : 0.5));
  const top = dye('top', costume?.top ?? casualTop);
  return {
    costume: costumeName,
    build: build.kind,
    skin: toSrgb(costume?.skin ?? skin),
    hairColor: toSrgb(hairColor),
    hair:
      hairOf(context, isFemale) ??
      costume?.hair ??
      (isFemale
        ? random.pick<Hair>(
            build.kind === 'child' ? ['pigtails', 'long', 'pigtails'] : ['long', 'bun', 'long', 'ponytail'],
          )
        : 'short'),
    beard:
      isFemale || build.kind !== 'man' ? 'none' : (beardOf(context) ?? costume?.beard ?? (isOld ? 'full' : 'none')),
    face: costume?.face ?? 'plain',
    lips:
      isFemale && build.kind === 'woman'
        ? mixColors(costume?.skin ?? skin, '#b8303c', 0.62)
        : mixColors(costume?.skin ?? skin, '#a84a44', 0.42),
    isPainted: isFemale && build.kind === 'woman',
    freckles: says(context, 'freckles', 'freckled', 'freckle'),
    isOld,
    mood: moodOf(context),
    glasses: says(context, 'sunglasses')
      ? 'dark'
      : says(context, 'glasses', 'spectacles', 'eyeglasses', 'goggles')
        ? 'clear'
        : (costume?.glasses ?? 'none'),
    top,
    bottom: wearsDress ? top : costume ? dye('bottom', costume.bottom) : toSrgb(random.pick(BOTTOMS)),
    shoes: toSrgb(costume?.shoes ?? random.pick(['#3a2a20', '#f0ece4', '#22242a', '#a83a30'])),
    ...(costume?.gloves ? { gloves: toSrgb(costume.gloves) } : {}),
    accent: toSrgb(costume?.accent ?? shade(top, 0.75)),
    front: costume?.front ?? 'plain',
    shortSleeves: costume ? (costume.shortSleeves ?? false) : random.next() < 0.4,
    ...(costume?.scarf ? { scarf: toSrgb(costume.scarf) } : {}),
    ...(costume?.pack ? { pack: toSrgb(costume.pack) } : {}),
    skirt: costume?.skirt ?? (wearsDress ? 'short' : 'none'),
    bareLegs: costume?.bareLegs ?? false,
    bareArms: false,
    hasBoots: costume?.hasBoots ?? false,
    ...(costume?.wings ? { wings: costume.wings } : {}),
    ...(says(context, 'legless') ? { isLegless: true as const } : {}),
    girth:
      costume?.girth ??
      (says(context, 'muscular', 'strong', 'bodybuilder') ? 1.16 : says(context, 'thin', 'skinny') ? 0.9 : 1),
    belly: costume?.belly ?? (says(context, 'chubby', 'fat', 'plump', 'overweight', 'pregnant') ? 1 : 0),
    scale: costume?.scale ?? 1,
    hat: costume?.hat ?? (says(context, 'hat', 'fedora') ? 'fedora' : 'none'),
    hatColor: asked && costume?.hat === 'fedora' ? shade(top, 0.7) : toSrgb(costume?.hatColor ?? '#6e5a40'),
    ...(costume?.cape ? { cape: dye('cape', costume.cape) } : {}),
    ...(costume?.right ? { right: costume.right } : {}),
    ...(costume?.left ? { left: costume.left } : {}),
    isMetal: costume?.isMetal ?? false,
    isBulky: costume?.isBulky ?? false,
    iris: random.pick(['#5a3a20', '#3f6f9a', '#4a7a4a', '#6a4a2a', '#2f2a28']),
  };
}

/** Whoever is or wears one of these has no dress on. */
const TROUSERED =
  'hoodie sweatshirt sweater jumper jeans trousers pants shorts leggings overalls suit tuxedo blazer tracksuit t-shirt skateboarder skater climber cyclist biker motorcyclist mountaineer drummer guitarist rapper programmer lumberjack wrestler golfer baseball hockey'.split(
    ' ',
  );

const MOODS: readonly (readonly [Mood, does: RegExp, ...words: string[]])[] = [
  ['crying', /^(?:cry|weep|sob|mourn)$/, 'crying', 'weeping', 'tearful'],
  ['angry', /^(?:argue|quarrel|shout|yell|scream|fight|scold)$/, 'angry', 'furious', 'grumpy', 'mad', 'annoyed'],
  ['surprised', /^(?:gasp)$/, 'surprised', 'shocked', 'amazed', 'astonished', 'scared', 'frightened', 'terrified'],
  ['sad', /^(?:frown|grieve)$/, 'sad', 'lonely', 'worried', 'depressed', 'tired', 'melancholic', 'serious'],
  ['happy', /^(?:laugh|grin|giggle|chuckle|cheer|celebrate)$/, 'laughing', 'joyful', 'excited', 'cheerful'],
  ['glad', /^(?:smile|wave|greet|hug|embrace|kiss|clap|applaud|tango|waltz)$/, 'happy', 'smiling', 'friendly', 'proud'],
];

function moodOf(context: ActorContext): Mood {
  const { actor, part } = context;
  const { does = '', pose } = actor;
  const named = MOODS.find(([, , ...words]) => says(context, ...words))?.[0];
  const done = MOODS.find(([, verbs]) => verbs.test(does))?.[0];
  if (named === 'glad' && done === 'happy') return 'happy';
  if (named === 'sad' && done === 'crying') return 'crying';
  const isWarm = actor.motion.kind === 'dance' || actor.motion.kind === 'wave' || actor.motion.kind === 'jump';
  const met = part && /^(?:hug|kiss|danceClosely|shakeHands|highFive|handInHand|propose)$/.test(part.how);
  return named ?? done ?? (pose === 'fighting' || part?.how === 'argue' ? 'angry' : isWarm || met ? 'glad' : 'plain');
}

/** Red hair is copper, and the others are as hair is. */
const HAIR_COLORS: Readonly<Record<string, string>> = {
  red: '#a8421a',
  ginger: '#b5561e',
  auburn: '#6f2c18',
  blonde: '#e0b866',
  blond: '#e0b866',
  brown: '#4f321f',
  brunette: '#3f281a',
  black: '#1a1618',
  gray: '#a9a7a4',
  grey: '#a9a7a4',
  silver: '#c2c2c4',
  white: '#e9e7e3',
  blue: '#2f62c8',
  pink: '#e87aae',
  purple: '#7a3fb0',
  green: '#3a9a5a',
};

/** Hair by how it is worn. */
const HAIR_PARTS = /^(?:mohawk|braids?|ponytail|pigtails|afro|curls|dreadlocks|bangs|bun|bob|locks|plaits?)$/;

function hairColorOf(context: ActorContext): string | undefined {
  const name = Object.keys(HAIR_COLORS).find((color) => says(context, `${color} hair`));
  if (name !== undefined) return HAIR_COLORS[name];
  const told = (
    context.actor.parts?.find((part) => part.name === 'hair') ??
    context.actor.parts?.find(({ name }) => HAIR_PARTS.test(name)) ??
    context.actor.parts?.find(({ name }) => /^(?:beard|mustache|moustache|goatee)$/.test(name))
  )?.color;
  return told !== undefined && isRed(told) ? HAIR_COLORS.red : told;
}

const HAIR_WORDS: readonly (readonly [Hair, ...string[]])[] = [
  ['bald', 'bald', 'shaved head'],
  ['curly', 'curly hair', 'curly', 'curls'],
  ['wavy', 'wavy hair', 'wavy'],
  ['afro', 'afro'],
  ['dreadlocks', 'dreadlocks', 'dreads'],
  ['mohawk', 'mohawk', 'punk'],
  ['spiky', 'spiky hair', 'messy hair', 'spiky', 'messy'],
  ['pigtails', 'pigtails'],
  ['ponytail', 'ponytail'],
  ['braid', 'braid', 'braids', 'braided', 'braided hair', 'plait'],
  ['bun', 'bun hairstyle', 'topknot'],
  ['bob', 'bob cut', 'bob haircut'],
  ['buzz', 'buzz cut', 'crew cut'],
];

function hairOf(context: ActorContext, isFemale: boolean): Hair | undefined {
  const named = HAIR_WORDS.find(([, ...words]) => says(context, ...words))?.[0];
  // Of a grown woman's braids there are many.
  if (named === 'braid' && says(context, 'braids') && !says(context, ...GIRL)) return 'dreadlocks';
  if (named !== undefined) return named;
  if (says(context, 'long hair')) return 'long';
  return says(context, 'short hair') ? (isFemale ? 'bob' : 'short') : undefined;
}

function beardOf(context: ActorContext): Beard | undefined {
  if (says(context, 'long beard')) return 'long';
  if (says(context, 'beard')) return 'full';
  if (says(context, 'goatee')) return 'goatee';
  return says(context, 'moustache', 'mustache') ? 'moustache' : undefined;
}

const PAIR = /couple|newlyweds|lovers|parents|paar|pareja|coppia|casal/i;

/** Father, mother and children. */
const FAMILY: readonly { readonly kind: PersonLook['build']; readonly isFemale: boolean }[] = [
  { kind: 'man', isFemale: false },
  { kind: 'woman', isFemale: true },
  { kind: 'child', isFemale: true },
  { kind: 'child', isFemale: false },
  { kind: 'child', isFemale: false },
];

/** Red is what capes are. */
function isRed(color: string): boolean {
  const [red, green, blue] = toSrgb(color);
  return red > 120 && green < red * 0.55 && blue < red * 0.55;
}

function buildOf(
  context: ActorContext,
  costume: Costume | undefined,
  chance: number,
): { readonly kind: PersonLook['build']; readonly isFemale: boolean } {
  if (says(context, 'family')) return FAMILY[context.copy % FAMILY.length]!;
  const isPair = context.actor.count === 2 && PAIR.test(context.actor.word);
  if (isPair && !says(context, ...WOMAN, ...MAN)) return FAMILY[1 - (context.copy % 2)]!;
  if (says(context, ...GIRL)) return { kind: 'child', isFemale: true };
  if (says(context, ...BOY)) return { kind: 'child', isFemale: false };
  if (says(context, ...CHILD)) return { kind: 'child', isFemale: chance < 0.5 };
  if (says(context, ...WOMAN)) return { kind: 'woman', isFemale: true };
  if (says(context, ...MAN)) return { kind: 'man', isFemale: false };
  if (costume?.build) return { kind: costume.build, isFemale: costume.build === 'woman' };
  return chance < 0.5 ? { kind: 'woman', isFemale: true } : { kind: 'man', isFemale: false };
}
