import type { Texture } from '@openimagine/render';
import { hash, mix, smoothstep } from '../stage/matrix.ts';

type Bytes = readonly [number, number, number];

/** What a shop looks like from outside: warm light from above, shelves with goods, lamps, somebody inside. */
interface ShopLook {
  readonly light: Bytes;
  readonly deep: Bytes;
  readonly goods: readonly Bytes[];
  readonly shelves: number;
  readonly lamps: number;
}

const LOOKS: readonly ShopLook[] = [
  {
    light: [255, 214, 140],
    deep: [150, 78, 34],
    goods: [
      [196, 110, 48],
      [226, 160, 84],
      [120, 58, 30],
      [240, 214, 160],
    ],
    shelves: 3,
    lamps: 3,
  },
  {
    light: [255, 236, 200],
    deep: [150, 104, 74],
    goods: [
      [200, 58, 62],
      [54, 112, 160],
      [238, 196, 70],
      [70, 140, 92],
      [240, 232, 220],
    ],
    shelves: 4,
    lamps: 2,
  },
  {
    light: [206, 236, 255],
    deep: [56, 92, 130],
    goods: [
      [226, 232, 240],
      [230, 90, 70],
      [70, 170, 200],
      [250, 210, 90],
    ],
    shelves: 4,
    lamps: 4,
  },
  {
    light: [255, 176, 104],
    deep: [112, 30, 24],
    goods: [
      [140, 44, 34],
      [220, 130, 60],
      [60, 34, 30],
      [236, 190, 110],
    ],
    shelves: 2,
    lamps: 4,
  },
];

export const SHOP_VARIANTS = LOOKS.length;
const WIDTH = 216;
const HEIGHT = 168;
const painted: Texture[] = [];

/** @param variant 0 … `SHOP_VARIANTS` − 1. */
export function shopTexture(variant: number): Texture {
  painted[variant] ??= paintShop(LOOKS[variant]!, variant);
  return painted[variant];
}

function paintShop(look: ShopLook, salt: number): Texture {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rgba.set([...colorAt(look, salt, x / WIDTH, y / HEIGHT), 255], (y * WIDTH + x) * 4);
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

function colorAt(look: ShopLook, salt: number, u: number, v: number): Bytes {
  // The room: a bright ceiling, a darker floor, lamps that throw cones.
  let bright = 0.78 - 0.42 * v;
  for (let lamp = 0; lamp < look.lamps; lamp++) {
    const at = (lamp + 0.5) / look.lamps;
    const cone = Math.abs(u - at) / (0.06 + v * 0.22);
    bright += 0.34 * Math.exp(-cone * cone) * (1 - v * 0.6);
    if (Math.hypot((u - at) * 1.25, v - 0.12) < 0.028) return [255, 250, 232];
  }
  const base: Bytes = [0, 1, 2].map((i) =>
    mix(look.deep[i]!, look.light[i]!, smoothstep(0.1, 1.05, bright)),
  ) as unknown as Bytes;
  const shelf = shelfAt(look, salt, u, v);
  const color = shelf ? ([0, 1, 2].map((i) => shelf[i]! * (0.45 + 0.55 * bright)) as unknown as Bytes) : base;
  const guest = guestAt(salt, u, v) ? 0.28 : 1;
  return [color[0] * guest, color[1] * guest, color[2] * guest].map((value) =>
    Math.min(255, Math.max(0, Math.round(value))),
  ) as unknown as Bytes;
}

const COLUMNS = 27;

/** Goods on boards: bottles with necks, boxes and jars, each lit from above and darker at its foot and its sides. */
function shelfAt({ goods, shelves }: ShopLook, salt: number, u: number, v: number): Bytes | undefined {
  const top = 0.3;
  if (v < top) return undefined;
  const place = ((v - top) / (1 - top)) * (shelves + 1);
  const row = Math.floor(place);
  const inRow = place - row;
  if (inRow > 0.93) return [92, 60, 40];
  if (inRow > 0.89) return [54, 34, 24];
  const along = u * COLUMNS + 0.5 * hash(row, salt + 2);
  const id = Math.floor(along) + row * 61;
  const inColumn = along % 1;
  const tall = 0.28 + 0.52 * hash(id, salt);
  const share = (0.89 - inRow) / tall;
  const isBottle = hash(id, salt + 5) < 0.5;
  const half = isBottle && share > 0.62 ? 0.15 : 0.4;
  const off = Math.abs(inColumn - 0.5);
  if (hash(id, salt + 3) < 0.14 || share > 1 || off > half) return undefined;
  const color = goods[Math.floor(hash(id, salt + 4) * goods.length)]!;
  const isLabel = isBottle && share > 0.2 && share < 0.42;
  const light = (0.5 + 0.4 * share) * (1 - 0.5 * (off / half) ** 2) + (isLabel ? 0.25 : 0);
  const paper: Bytes = [236, 222, 192];
  return [0, 1, 2].map((i) => (isLabel ? paper[i]! : color[i]!) * light) as unknown as Bytes;
}

/** The dark shape of a guest. */
function guestAt(salt: number, u: number, v: number): boolean {
  const x = 0.2 + 0.6 * hash(salt, 31);
  const head = Math.hypot((u - x) * 1.25, v - 0.4) < 0.052;
  const body = Math.abs(u - x) < 0.05 + 0.025 * smoothstep(0.45, 0.55, v) && v > 0.46;
  return head || body;
}
