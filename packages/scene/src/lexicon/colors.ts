import type { MeaningMap } from './meaning.ts';
import { addMeaning } from './noun-row.ts';

/** Colours by name, sRGB. */
export const COLORS: Readonly<Record<string, string>> = {
  red: '#c8201e',
  scarlet: '#d5231c',
  crimson: '#b01030',
  maroon: '#701c24',
  burgundy: '#6d1a2d',
  vermilion: '#e2401f',
  orange: '#ef8020',
  amber: '#f5a623',
  apricot: '#f6b07a',
  peach: '#f8c2a0',
  coral: '#f4735a',
  rust: '#a8481f',
  copper: '#b8693a',
  bronze: '#9a6b35',
  terracotta: '#c0603e',
  ginger: '#d9772b',
  yellow: '#f5cf24',
  golden: '#e3b23c',
  gold: '#e0ac2b',
  lemon: '#f8e858',
  mustard: '#cf9f26',
  cream: '#f5ecd2',
  beige: '#ddcdb0',
  ivory: '#f7f2e2',
  tan: '#cda778',
  khaki: '#b5a46c',
  sand: '#d9c294',
  green: '#3a9a3e',
  lime: '#9fd62c',
  olive: '#7a7d34',
  emerald: '#109b63',
  mint: '#a6e3c4',
  jade: '#2f9e77',
  teal: '#168a8c',
  turquoise: '#35c4bd',
  cyan: '#28c4de',
  aqua: '#4fd2dd',
  aquamarine: '#77dfc2',
  blue: '#2459c8',
  navy: '#1b2a56',
  azure: '#3d93e8',
  cobalt: '#1d47b0',
  indigo: '#40349c',
  sapphire: '#1a4fa8',
  purple: '#7c3bb2',
  violet: '#7f4bd0',
  lavender: '#b39ddb',
  lilac: '#c5a3d6',
  mauve: '#b58ab0',
  magenta: '#cf2fa0',
  fuchsia: '#e03aa4',
  plum: '#7d3a6a',
  pink: '#f285ad',
  'rose gold': '#d9a08f',
  salmon: '#f28b72',
  brown: '#7a4a27',
  chestnut: '#84452b',
  chocolate: '#54301c',
  hazel: '#8d6a3b',
  tawny: '#bb7a3c',
  blond: '#e4c478',
  white: '#f5f5f3',
  black: '#17171a',
  gray: '#84878c',
  grey: '#84878c',
  charcoal: '#38393d',
  silver: '#c3c8ce',
  silvery: '#c3c8ce',
  'jet black': '#0d0d0f',
  'snow white': '#fbfcfd',
  'black and white': '#e8e8e6',
  'off white': '#f1ede2',
  'light pink': '#f8bcd0',
  'light blue': '#a9cff0',
  'light green': '#a5d6a0',
  'dark green': '#1d4d26',
  'dark red': '#6b1414',
  'dark blue': '#14254f',
  'dark brown': '#40281a',
  'bright red': '#e51c1c',
  'neon green': '#3dff5a',
  'neon pink': '#ff3fa8',
  'burnt orange': '#c2571a',
  'olive green': '#6d7a32',
  'emerald green': '#109b63',
  'ruby red': '#a8122e',
  'steel blue': '#4f7ea8',
  'powder blue': '#b4d5e8',
  'seafoam green': '#8fd8bd',
  'cherry red': '#b8142c',
  'sea green': '#2e8f6a',
  'lime green': '#6fd02c',
  'golden brown': '#a86f2a',
  blonde: '#e4c478',
  auburn: '#7a3420',
  brunette: '#4a2f1d',
  ochre: '#c9892b',
  taupe: '#8f8274',
  cerulean: '#2a86c4',
  periwinkle: '#8f96dd',
  chartreuse: '#b5d92a',
  reddish: '#b0452f',
  bluish: '#5f86c4',
  greenish: '#6f9a5c',
  yellowish: '#d8c25a',
  brownish: '#86644a',
  purplish: '#86609c',
  'sky blue': '#74b9ee',
  'royal blue': '#2f50c9',
  'baby blue': '#a8d3f2',
  'midnight blue': '#17204a',
  'hot pink': '#f7419b',
  'blood red': '#8e0f14',
  'forest green': '#2a6537',
  'electric blue': '#1f7dff',
};

/** How a word before a colour bends it: towards which colour, and how far. */
export const TINTS: Readonly<Record<string, readonly [string, number]>> = {
  light: ['#ffffff', 0.45],
  pale: ['#ffffff', 0.55],
  pastel: ['#ffffff', 0.5],
  soft: ['#f4efe8', 0.3],
  baby: ['#ffffff', 0.55],
  dark: ['#000000', 0.5],
  deep: ['#000000', 0.3],
  dusty: ['#9a938c', 0.4],
  muted: ['#8c8a86', 0.4],
};

/** Bends a colour by a tint word; an unknown word leaves it as it is. */
export function tintColor(hex: string, word: string): string {
  const tint = TINTS[word];
  if (tint === undefined) return hex;
  const channel = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(hex, at) * (1 - tint[1]) + channel(tint[0], at) * tint[1]));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Names that anyone would give a colour at a glance. */
const PLAIN_NAMES =
  'red orange yellow golden green mint turquoise dark_green light_blue blue navy purple lavender pink light_pink silver brown beige white black gray'
    .split(' ')
    .map((name) => name.replace('_', ' '));

/** The plain name of the colour of the table that is nearest to a hex value. */
export function nameColor(hex: string): string {
  const channel = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
  let best = 'gray';
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of PLAIN_NAMES) {
    const value = COLORS[name]!;
    const distance = [1, 3, 5].reduce((sum, at) => sum + (channel(hex, at) - channel(value, at)) ** 2, 0);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

export function addColors(map: MeaningMap): void {
  for (const [name, color] of Object.entries(COLORS)) addMeaning(map, name, { color });
}
