import type { ColorLike, Srgb } from '../model/color.ts';

export type Hat =
  | 'fedora'
  | 'helmet'
  | 'visor'
  | 'pointed'
  | 'crown'
  | 'flowers'
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
  | 'hardHat'
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

/** What a face shows. */
export type Mood = 'plain' | 'happy' | 'glad' | 'sad' | 'crying' | 'angry' | 'surprised';

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
  readonly mood: Mood;
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
    | 'bands'
    | 'vest';
  readonly shortSleeves: boolean;
  /** Cloth below the waist: to the knee or to the ground. */
  readonly skirt: 'none' | 'short' | 'coat' | 'gown' | 'tutu';
  /** Of a skirt that is not part of a dress. */
  readonly skirtColor?: Srgb;
  readonly bareLegs: boolean;
  readonly bareArms: boolean;
  readonly hasBoots: boolean;
  readonly scarf?: Srgb;
  readonly earrings?: Srgb;
  readonly headphones?: Srgb;
  readonly necklace?: Srgb;
  readonly smokesPipe?: true;
  /** A bag on the back. */
  readonly pack?: Srgb;
  /** Goes on below the hips as something else. */
  readonly isLegless?: true;
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
  readonly top: string;
  readonly bottom: string;
  readonly shoes: string;
  readonly accent?: string;
  readonly front?: PersonLook['front'];
  readonly skirt?: PersonLook['skirt'];
  readonly wings?: PersonLook['wings'];
  readonly hasBoots?: boolean;
  readonly bareLegs?: boolean;
  readonly shortSleeves?: boolean;
  readonly glasses?: PersonLook['glasses'];
  readonly scarf?: string;
  readonly pack?: string;
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
