import type { Rgb } from '@openimagine/render';
import { familyOf } from '../actors/family.ts';
import type { ActorKind, Scene } from '../scene.ts';
import { hasDetail } from './mood.ts';

/** The look of a room: colours in sRGB, light in linear. */
export interface RoomStyle {
  readonly wall: number;
  readonly dots: number;
  readonly panel: number;
  readonly curtain: number;
  readonly rug: readonly [number, number, number];
  readonly wood: number;
  /** Somebody works here: tools and shelves instead of curtains, pictures and a rug. */
  readonly isWorkshop: boolean;
  /** The walls are of logs. */
  readonly isLog: boolean;
  readonly isTableTop: boolean;
  readonly isDark: boolean;
  readonly hasLamp: boolean;
  /** A plain studio-like room without pictures and plants. */
  readonly isBare: boolean;
}

const SMALL_KINDS: ReadonlySet<ActorKind> = new Set([
  'candle',
  'cup',
  'vase',
  'shoe',
  'ball',
  'flower',
  'box',
  'thing',
  'crystal',
]);

/** A cabin or a chalet seen from inside stands among trees, and is of wood. */
export const isLogHouse = ({ setDetails }: Scene): boolean =>
  setDetails.some((detail) => /^(?:wooden|(?:.+ )?(?:cabin|chalet))$/.test(detail));

export function roomStyle(scene: Scene): RoomStyle {
  const isDark = hasDetail(scene, 'dark', 'candlelit', 'dim') || scene.light?.includes('lowKey') === true;
  const kinds = scene.actors.map((actor) => actor.kind).filter((kind) => kind !== 'window');
  const isTableTop =
    kinds.length > 0 &&
    kinds.every((kind) => SMALL_KINDS.has(familyOf(kind))) &&
    scene.actors.every((actor) => actor.size <= 1.6);
  const isLog = isLogHouse(scene);
  const isNight = scene.time === 'night' || scene.time === 'dusk';
  const isWorkshop = hasDetail(scene, 'workshop');
  const wall = scene.setColor
    ? Number.parseInt(scene.setColor.slice(1), 16)
    : isWorkshop
      ? isNight
        ? 0x7d6248
        : 0xa88a66
      : isLog
        ? 0x9a6238
        : isDark
          ? 0x4a4650
          : isNight
            ? 0x6f8f8c
            : 0xd8c9ae;
  return {
    wall,
    dots: lighten(wall, 1.14),
    isLog,
    isWorkshop,
    panel: isWorkshop ? 0x6f4c30 : isDark ? 0x57505a : 0xd9d4ca,
    curtain: isDark ? 0x5a4038 : 0xb08a66,
    rug: [0x7a1f2b, 0xb98a90, 0x8c2634],
    wood: isDark ? 0x6a4228 : 0xa8683a,
    isTableTop,
    isDark,
    // A room by firelight has its own lamp.
    hasLamp: !isDark && !kinds.includes('lamp') && !scene.light?.includes('firelight'),
    isBare: hasDetail(scene, 'empty', 'bare', 'minimal'),
  };
}

function lighten(color: number, factor: number): number {
  const channel = (shift: number): number => Math.min(255, Math.round(((color >> shift) & 255) * factor));
  return (channel(16) << 16) | (channel(8) << 8) | channel(0);
}

/** Light of the room itself at full lamps, and by day. */
export const ROOM_LIGHT: Readonly<
  Record<
    'day' | 'evening' | 'dark',
    { readonly sun: Rgb; readonly up: Rgb; readonly down: Rgb; readonly window: Rgb; readonly lamp: Rgb }
  >
> = {
  day: {
    sun: [0.95, 0.82, 0.62],
    up: [0.44, 0.44, 0.48],
    down: [0.3, 0.25, 0.2],
    window: [2.2, 2.2, 2.1],
    lamp: [0.25, 0.17, 0.08],
  },
  evening: {
    sun: [0.5, 0.37, 0.28],
    up: [0.26, 0.24, 0.34],
    down: [0.2, 0.14, 0.13],
    window: [0.5, 0.6, 1.7],
    lamp: [3.6, 2.3, 1.05],
  },
  dark: {
    sun: [0.1, 0.12, 0.24],
    up: [0.06, 0.06, 0.12],
    down: [0.06, 0.04, 0.04],
    window: [0.14, 0.2, 0.55],
    lamp: [0, 0, 0],
  },
};
