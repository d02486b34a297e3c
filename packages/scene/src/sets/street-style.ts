import type { Scene } from '../scene.ts';

/** What kind of street it is: its measures, colours and words. */
export interface StreetStyle {
  readonly isNeon: boolean;
  readonly isJapanese: boolean;
  readonly isFuture: boolean;
  /** Half widths in metres: the road, and to the house fronts. */
  readonly road: number;
  readonly front: number;
  readonly height: readonly [number, number];
  readonly frontage: readonly [number, number];
  /** sRGB. */
  readonly walls: readonly number[];
  readonly trims: readonly number[];
  readonly awnings: readonly number[];
  /** Share of the windows that are lit at night. */
  readonly litShare: number;
  readonly words: readonly string[];
  /** CSS colours of the neon. */
  readonly neon: readonly string[];
}

const JAPANESE_WORDS = [
  '居酒屋',
  'ラーメン',
  '寿司',
  'カラオケ',
  '酒場',
  '喫茶店',
  '焼鳥',
  '電気',
  'ホテル',
  '麺',
  '天ぷら',
  '薬局',
  '古書',
  '大衆酒場',
  '夜市',
];
const ENGLISH_WORDS = [
  'HOTEL',
  'BAR',
  'CAFE',
  'OPEN',
  'JAZZ',
  'CINEMA',
  'DINER',
  'PIZZA',
  'BOOKS',
  'CLUB',
  'NOODLES',
  '24H',
];
const SHOP_WORDS = ['BAKERY', 'CAFÉ', 'BOOKS', 'FLOWERS', 'MARKET', 'TAILOR'];
const NEON = ['#ff2d78', '#19e3ff', '#ffd02e', '#a45bff', '#ff5a2d', '#3dff9e', '#4f7bff', '#ff4fd8'];

export function streetStyle(scene: Scene): StreetStyle {
  const said = scene.setDetails.join(' ').toLowerCase();
  const isJapanese = /japan|tokyo|kyoto|osaka|shibuya|shinjuku|akihabara/.test(said);
  const isFuture = /cyber|futur|sci-fi|scifi/.test(said);
  const isNeon = isFuture || /neon/.test(said) || (isJapanese && scene.time === 'night');
  const isSmall = /village|old town|bakery|cobble|small town|cottage|alley/.test(said);
  if (isJapanese || isNeon) {
    return {
      isNeon,
      isJapanese,
      isFuture,
      road: isNeon ? 3 : 3.3,
      front: isNeon ? 5 : 5.5,
      height: isFuture ? [22, 58] : [9, 27],
      frontage: [5, 9],
      walls: isNeon ? [0x4b4658, 0x5a4a52, 0x3f4658, 0x544e60, 0x40384a] : [0xb8aea4, 0xa89c94, 0xc4bcae, 0x9aa0a4],
      trims: [0x2b2833, 0x38333c, 0x23252e],
      awnings: [0x8a2436, 0x1f4a5c, 0x6a4a1c, 0x2d3a68],
      litShare: 0.42,
      words: isJapanese ? JAPANESE_WORDS : ENGLISH_WORDS,
      neon: NEON,
    };
  }
  return {
    isNeon,
    isJapanese,
    isFuture,
    road: isSmall ? 2.6 : 4.2,
    front: isSmall ? 4.6 : 7,
    height: isSmall ? [6, 9.5] : [12, 26],
    frontage: isSmall ? [5, 7.5] : [8, 13],
    walls: isSmall
      ? [0xd9b48a, 0xc98f72, 0xe4cfa8, 0xb9735a, 0xcfc0aa]
      : [0xa8645a, 0xb9927a, 0xc9b7a0, 0x8f7f7c, 0xa6785c, 0x7f8a94],
    trims: [0xe6dfd2, 0xd8cfc0, 0x5a4a44],
    awnings: [0xb03a3a, 0x2f6a58, 0xd08a2e, 0x35557f],
    litShare: 0.48,
    words: SHOP_WORDS,
    neon: ['#ffb347', '#ffe2a8', '#ff8a5c'],
  };
}
