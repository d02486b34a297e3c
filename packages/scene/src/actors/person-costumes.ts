import type { ColorLike, Srgb } from '../model/color.ts';

export type Hat =
  | 'fedora'
  | 'helmet'
  | 'visor'
  | 'pointed'
  | 'crown'
  | 'toque'
  | 'straw'
  | 'cap'
  | 'hood'
  | 'beanie'
  | 'beret'
  | 'topHat'
  | 'veil'
  | 'turban'
  | 'fireHelmet'
  | 'kabuto'
  | 'horned'
  | 'tricorn'
  | 'none';
export type Hair =
  | 'short'
  | 'buzz'
  | 'spiky'
  | 'mohawk'
  | 'curly'
  | 'afro'
  | 'dreadlocks'
  | 'bob'
  | 'wavy'
  | 'long'
  | 'ponytail'
  | 'braid'
  | 'pigtails'
  | 'bun'
  | 'bald';
export type Beard = 'none' | 'moustache' | 'goatee' | 'full' | 'long';
export type Item =
  | 'sword'
  | 'shield'
  | 'staff'
  | 'broom'
  | 'briefcase'
  | 'wateringCan'
  | 'magnifier'
  | 'brush'
  | 'palette'
  | 'pencil'
  | 'ladle'
  | 'pan'
  | 'mug'
  | 'phone'
  | 'microphone'
  | 'dumbbell'
  | 'bow'
  | 'stick'
  | 'book'
  | 'guitar'
  | 'violin'
  | 'trumpet'
  | 'camera';

/** What a person wears. Colours are sRGB. */
export interface PersonLook {
  /** Names shape and clothes in caches. */
  readonly costume: string;
  readonly build: 'woman' | 'man' | 'child';
  readonly skin: Srgb;
  readonly hairColor: Srgb;
  readonly hair: Hair;
  readonly beard: Beard;
  readonly face: 'plain' | 'elf' | 'skull' | 'alien';
  readonly lips: Srgb;
  /** Lips and lids in a colour of their own. */
  readonly isPainted: boolean;
  readonly freckles: boolean;
  readonly isOld: boolean;
  readonly glasses: 'none' | 'clear' | 'dark';
  readonly top: Srgb;
  readonly bottom: Srgb;
  readonly shoes: Srgb;
  readonly gloves?: Srgb;
  readonly accent: Srgb;
  readonly front:
    | 'plain'
    | 'tie'
    | 'coat'
    | 'emblem'
    | 'armour'
    | 'suit'
    | 'apron'
    | 'stripe'
    | 'wrap'
    | 'sash'
    | 'hoodie'
    | 'bones'
    | 'bands';
  readonly shortSleeves: boolean;
  /** Cloth below the waist: to the knee or to the ground. */
  readonly skirt: 'none' | 'short' | 'coat' | 'gown' | 'tutu';
  /** Of a skirt that is not part of a dress. */
  readonly skirtColor?: Srgb;
  readonly bareLegs: boolean;
  readonly bareArms: boolean;
  readonly hasBoots: boolean;
  readonly scarf?: Srgb;
  /** A bag on the back. */
  readonly pack?: Srgb;
  readonly wings?: 'fairy' | 'angel';
  /** 0.85 thin · 1 · 1.15 muscular or stout. */
  readonly girth: number;
  readonly belly: number;
  /** Of the whole body: dwarfs are small. */
  readonly scale: number;
  readonly hat: Hat;
  readonly hatColor: Srgb;
  readonly cape?: Srgb;
  readonly right?: Item;
  readonly left?: Item;
  readonly isMetal: boolean;
  readonly isBulky: boolean;
  readonly iris: ColorLike;
}

export interface Costume {
  readonly words: readonly string[];
  readonly top: string;
  readonly bottom: string;
  readonly shoes: string;
  readonly accent?: string;
  readonly front?: PersonLook['front'];
  readonly skirt?: PersonLook['skirt'];
  readonly wings?: PersonLook['wings'];
  readonly hasBoots?: boolean;
  readonly girth?: number;
  readonly belly?: number;
  readonly scale?: number;
  readonly hat?: Hat;
  readonly hatColor?: string;
  readonly hair?: Hair;
  readonly hairColor?: string;
  readonly skin?: string;
  readonly cape?: string;
  readonly right?: Item;
  readonly left?: Item;
  readonly gloves?: string;
  readonly isMetal?: boolean;
  readonly isBulky?: boolean;
  readonly beard?: Beard;
  readonly face?: PersonLook['face'];
  readonly build?: PersonLook['build'];
  /** What a colour in the prompt dyes. Default the top. */
  readonly dyes?: 'top' | 'cape' | 'all';
}

/** Clothes by trade, most particular first. */
export const COSTUMES: Readonly<Record<string, Costume>> = {
  detective: {
    words: [
      'detective',
      'spy',
      'noir',
      'gangster',
      'investigator',
      'sherlock',
      'detektiv',
      'détective',
      '探偵',
      '侦探',
    ],
    top: '#a98d63',
    bottom: '#3a3632',
    shoes: '#241d1a',
    accent: '#5a452c',
    front: 'coat',
    skirt: 'coat',
    hat: 'fedora',
    hatColor: '#6e5a40',
    build: 'man',
  },
  knight: {
    words: [
      'knight',
      'paladin',
      'crusader',
      'ritter',
      'chevalier',
      'caballero',
      '騎士',
      '骑士',
      'warrior',
      'gladiator',
    ],
    top: '#aab2bd',
    bottom: '#98a0ab',
    shoes: '#7c848f',
    accent: '#b3242c',
    front: 'armour',
    hat: 'helmet',
    hatColor: '#b4bcc6',
    gloves: '#8b939e',
    right: 'sword',
    left: 'shield',
    isMetal: true,
    build: 'man',
    dyes: 'all',
  },
  astronaut: {
    words: ['astronaut', 'cosmonaut', 'spaceman', 'astronaute', 'astronauta', '宇宙飛行士', '宇航员'],
    top: '#e9ebee',
    bottom: '#e1e4e8',
    shoes: '#b9bec6',
    accent: '#d9642c',
    front: 'suit',
    hat: 'visor',
    hatColor: '#f0f2f4',
    gloves: '#c9cdd3',
    isBulky: true,
    dyes: 'all',
  },
  superhero: {
    words: [
      'superhero',
      'superheroine',
      'hero',
      'superheld',
      'superhéros',
      'superhéroe',
      'スーパーヒーロー',
      '超级英雄',
    ],
    top: '#1f5fd0',
    bottom: '#1c4fae',
    shoes: '#c8202c',
    accent: '#f4c531',
    front: 'emblem',
    cape: '#d11f2d',
    gloves: '#c8202c',
  },
  businessman: {
    words: [
      'businessman',
      'businesswoman',
      'lawyer',
      'salaryman',
      'banker',
      'boss',
      'politician',
      'president',
      'agent',
      'groom',
      'waiter',
    ],
    top: '#2b3345',
    bottom: '#262d3d',
    shoes: '#1b1715',
    accent: '#a8262e',
    front: 'tie',
    right: 'briefcase',
  },
  monk: {
    words: ['monk', 'priest', 'buddha', 'mönch', 'moine', 'monje', '僧'],
    top: '#c8741f',
    bottom: '#b5641a',
    shoes: '#6a4a2a',
    accent: '#8c3a16',
    skirt: 'gown',
    hair: 'bald',
    front: 'stripe',
  },
  witch: {
    words: ['witch', 'hexe', 'sorcière', 'bruja', '魔女'],
    top: '#33224a',
    bottom: '#2a1c3e',
    shoes: '#1c1518',
    accent: '#e39a2c',
    skirt: 'gown',
    hat: 'pointed',
    hatColor: '#2a1c3e',
    hair: 'long',
    right: 'broom',
    build: 'woman',
  },
  wizard: {
    words: ['wizard', 'sorcerer', 'mage', 'magician', 'zauberer', 'magicien', 'mago', '魔法使い'],
    top: '#2f4aa0',
    bottom: '#28408c',
    shoes: '#2a2018',
    accent: '#f1cf58',
    skirt: 'gown',
    hat: 'pointed',
    hatColor: '#2f4aa0',
    hair: 'long',
    right: 'staff',
    hairColor: '#e6e4e0',
    beard: 'long',
    build: 'man',
  },
  queen: {
    words: ['queen', 'princess', 'königin', 'prinzessin', 'reine', 'princesse', 'reina', 'princesa', '王女', '公主'],
    top: '#e07aa8',
    bottom: '#e88fb6',
    shoes: '#f0d890',
    accent: '#f3cf5a',
    skirt: 'gown',
    hat: 'crown',
    hatColor: '#f0c544',
    hair: 'long',
    build: 'woman',
  },
  king: {
    words: ['king', 'prince', 'emperor', 'könig', 'prinz', 'roi', 'rey', '王'],
    top: '#7a1f34',
    bottom: '#33281f',
    shoes: '#2a201a',
    accent: '#f0c544',
    hat: 'crown',
    hatColor: '#f0c544',
    cape: '#b01e30',
    beard: 'long',
    build: 'man',
    front: 'stripe',
  },
  chef: {
    words: ['chef', 'cook', 'baker', 'koch', 'cuisinier', 'boulanger', 'bäcker', 'cocinero', '料理人', '厨师'],
    top: '#f4f4f2',
    bottom: '#55585f',
    shoes: '#2a2626',
    accent: '#c22e34',
    hat: 'toque',
    hatColor: '#fafafa',
    front: 'apron',
  },
  farmer: {
    words: [
      'farmer',
      'gardener',
      'cowboy',
      'cowgirl',
      'bauer',
      'gärtner',
      'fermier',
      'granjero',
      '農夫',
      '农民',
      'fisherman',
    ],
    top: '#b5452f',
    bottom: '#41597f',
    shoes: '#5a3a22',
    accent: '#41597f',
    hat: 'straw',
    hatColor: '#d9b465',
    front: 'apron',
  },
  firefighter: {
    words: ['firefighter', 'fireman', 'firewoman', 'feuerwehrmann', 'pompier', 'bombero', '消防士', '消防员'],
    top: '#3a3630',
    bottom: '#35312b',
    shoes: '#1d1a18',
    accent: '#e8d23c',
    front: 'bands',
    hat: 'fireHelmet',
    hatColor: '#d8262c',
    hasBoots: true,
    gloves: '#2a2622',
  },
  samurai: {
    words: ['samurai', '侍', '武士'],
    top: '#7a2028',
    bottom: '#2a2a34',
    shoes: '#3a2c22',
    accent: '#d8a83c',
    front: 'bands',
    skirt: 'coat',
    hat: 'kabuto',
    hatColor: '#26242c',
    right: 'sword',
    hair: 'bun',
    hairColor: '#1a1618',
    build: 'man',
  },
  viking: {
    words: ['viking', 'barbarian', 'wikinger'],
    top: '#6a4a30',
    bottom: '#4a3c2e',
    shoes: '#3a2a1c',
    accent: '#8a8f98',
    hat: 'horned',
    hatColor: '#8f96a0',
    cape: '#5a4632',
    beard: 'long',
    hair: 'braid',
    right: 'sword',
    left: 'shield',
    hasBoots: true,
    girth: 1.12,
    build: 'man',
  },
  pirate: {
    words: ['pirate', 'buccaneer', 'pirat', 'corsaire', 'pirata', '海賊', '海盗'],
    top: '#7a2430',
    bottom: '#3a3028',
    shoes: '#241c16',
    accent: '#e0b53c',
    front: 'coat',
    skirt: 'coat',
    hat: 'tricorn',
    hatColor: '#231d1c',
    hair: 'dreadlocks',
    hairColor: '#2a1d16',
    beard: 'goatee',
    right: 'sword',
    hasBoots: true,
  },
  dwarf: {
    words: ['dwarf', 'gnome', 'zwerg', 'nain', 'enano', 'leprechaun', 'ドワーフ', '矮人'],
    top: '#8a3226',
    bottom: '#4a3a2a',
    shoes: '#33241a',
    accent: '#d2a748',
    hat: 'pointed',
    hatColor: '#b3302a',
    beard: 'long',
    hairColor: '#c9c2b6',
    hasBoots: true,
    girth: 1.3,
    belly: 1,
    scale: 0.62,
    build: 'man',
  },
  diver: {
    words: ['diver', 'surfer', 'swimmer'],
    top: '#20344f',
    bottom: '#1c2d45',
    shoes: '#16202e',
    accent: '#e0b53c',
    front: 'stripe',
    dyes: 'all',
  },
  soldier: {
    words: ['soldier', 'policeman', 'police', 'officer', 'pilot', 'driver', 'sailor', 'captain', 'soldat'],
    top: '#35486a',
    bottom: '#2d3d5a',
    shoes: '#1d1a1a',
    accent: '#d8b54a',
    hat: 'cap',
    hatColor: '#2b3b58',
    front: 'stripe',
  },
  doctor: {
    words: ['doctor', 'nurse', 'scientist', 'professor', 'arzt', 'médecin', 'médico', '医者', '医生', 'teacher'],
    top: '#f2f4f5',
    bottom: '#4b5a6e',
    shoes: '#33302f',
    accent: '#7fa6c4',
    skirt: 'coat',
    front: 'coat',
  },
  ninja: {
    words: ['ninja', 'assassin', 'thief', '忍者'],
    top: '#23252d',
    bottom: '#1f2128',
    shoes: '#17181d',
    accent: '#a5262c',
    hat: 'hood',
    hatColor: '#23252d',
    right: 'sword',
    gloves: '#17181d',
    front: 'stripe',
  },
  santa: {
    belly: 0.8,
    words: ['santa', 'santa claus', 'father christmas', 'weihnachtsmann', 'サンタ', '圣诞老人'],
    top: '#c4202c',
    bottom: '#b51c27',
    shoes: '#1c1a1a',
    accent: '#f6f2ea',
    front: 'coat',
    hat: 'pointed',
    hatColor: '#c4202c',
    gloves: '#f6f2ea',
    hairColor: '#eceae6',
    beard: 'long',
    build: 'man',
  },
  vampire: {
    words: ['vampire', 'dracula', 'vampir', 'vampiro', '吸血鬼', 'devil', 'demon'],
    top: '#efece6',
    bottom: '#1b191f',
    shoes: '#141317',
    accent: '#8c1220',
    front: 'tie',
    cape: '#5a0f1a',
    skin: '#e0dbe2',
    hairColor: '#141216',
    hair: 'short',
    build: 'man',
  },
  skeleton: {
    words: ['skeleton', 'skelett', 'squelette', 'esqueleto', '骸骨'],
    top: '#2a2725',
    bottom: '#e2dbc8',
    shoes: '#d9d1bd',
    accent: '#e9e3d2',
    front: 'bones',
    gloves: '#e9e3d2',
    skin: '#efe9d9',
    hair: 'bald',
    face: 'skull',
    girth: 0.72,
  },
  zombie: {
    words: ['zombie', 'mummy', 'goblin', 'orc', 'troll', 'ゾンビ'],
    top: '#5f6a52',
    bottom: '#4a4136',
    shoes: '#2f2a25',
    skin: '#8fae7a',
    gloves: '#86a572',
    hairColor: '#2c2f22',
    hair: 'short',
  },
  alien: {
    words: ['alien', 'extraterrestrial', 'martian', 'außerirdischer', 'extraterrestre', '宇宙人', '外星人'],
    top: '#5c8f9a',
    bottom: '#4f7f8a',
    shoes: '#3c626b',
    skin: '#86c98c',
    gloves: '#86c98c',
    hair: 'bald',
    face: 'alien',
    girth: 0.8,
  },
  fairy: {
    words: ['fairy', 'elf', 'mermaid', 'fee', 'fée', 'hada', '妖精', '人魚'],
    top: '#7fc7a4',
    bottom: '#e9f4ec',
    shoes: '#6fae8e',
    accent: '#f3e3a0',
    skirt: 'short',
    hair: 'long',
    hairColor: '#e3b65c',
    face: 'elf',
    wings: 'fairy',
    build: 'woman',
  },
  angel: {
    words: ['angel', 'goddess', 'ange', 'engel', 'ángel', '天使', '女神'],
    top: '#f7f4ee',
    bottom: '#f7f4ee',
    shoes: '#e5d8b0',
    accent: '#e8c766',
    skirt: 'gown',
    hair: 'long',
    hairColor: '#e8cf8a',
    wings: 'angel',
    build: 'woman',
  },
  bride: {
    words: ['bride', 'braut', 'mariée', 'novia', '花嫁', '新娘'],
    top: '#fbf8f2',
    bottom: '#fbf8f2',
    shoes: '#f4efe6',
    accent: '#f0e8da',
    skirt: 'gown',
    hair: 'bun',
    hat: 'veil',
    hatColor: '#f6f4f0',
    build: 'woman',
  },
  dancer: {
    words: ['ballerina', 'ballet dancer', 'tänzerin', 'danseuse', 'bailarina'],
    top: '#f3b7cc',
    bottom: '#f7c9d9',
    shoes: '#f0a8c0',
    accent: '#ffffff',
    skirt: 'tutu',
    hair: 'bun',
    build: 'woman',
  },
};

export const GIRL = ['girl', 'mädchen', 'fille', 'niña', 'chica', '少女', '女の子', '女孩', 'daughter', 'schoolgirl'];
export const BOY = ['boy', 'junge', 'garçon', 'niño', 'chico', '少年', '男の子', '男孩', 'son', 'schoolboy'];
export const CHILD = ['child', 'kid', 'baby', 'toddler', 'kind', 'enfant', '子供', '孩子', 'children', 'kids'];
export const WOMAN = [
  'woman',
  'lady',
  'women',
  'mother',
  'grandmother',
  'queen',
  'actress',
  'frau',
  'femme',
  'mujer',
  'señora',
  '女',
  '女性',
  '女人',
  'she',
  'wife',
  'superheroine',
  'businesswoman',
  'cowgirl',
  'nurse',
  'grandma',
];
export const MAN = [
  'man',
  'men',
  'guy',
  'gentleman',
  'father',
  'grandfather',
  'mann',
  'homme',
  'hombre',
  '男',
  '男性',
  '男人',
  'he',
  'husband',
  'businessman',
  'policeman',
  'fireman',
  'grandpa',
];
