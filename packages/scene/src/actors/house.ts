import type { Material, PointLight } from '@openimagine/render';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { box, cylinder, quad, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { flameTongues } from './fire.ts';
import { partColor } from './part-color.ts';
import {
  type Assembly,
  BRICK,
  chanceOf,
  GLASS,
  isCalled,
  LEAVES,
  LIT,
  MATT,
  PAINT,
  PLANKS,
  PLASTER,
  propActor,
  propParts,
  type Sprite,
  spriteBatch,
  TILES,
  WOOD,
} from './prop.ts';
import { treeHouse } from './tree-house.ts';

/** Where flames come out of a house that burns, and how large they are. */
const BLAZES: readonly (readonly [x: number, y: number, z: number, size: number])[] = [
  [-1.6, 4.2, 0.6, 2.2],
  [1.4, 4.5, 0.4, 2.6],
  [0.1, 5.1, 0, 2],
  [-1.7, 1.5, 2.7, 1.1],
];

function burning(t: number) {
  const tongues = BLAZES.flatMap(([x, y, z, size], i) =>
    flameTongues(t + i * 0.7, i).map((tongue) => ({
      ...tongue,
      at: [x + tongue.at[0] * size, y + tongue.at[1] * size, z + tongue.at[2] * size] as const,
      radius: tongue.radius * size,
    })),
  );
  return spriteBatch('soft', 'add', tongues);
}

function blaze(t: number): PointLight {
  const flicker = 1 + 0.14 * Math.sin(t * 9.7) * Math.sin(t * 5.3);
  return { position: [0, 5.4, 5.2], color: [1.5 * flicker, 0.66 * flicker, 0.2 * flicker], radius: 14 };
}

/** A gabled house with a porch door, shutters and a smoking chimney; a cabin, a barn, a shop or a tree house by word. */
export const house: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail, isNight, assets } = context;
  if (isCalled(context, /tree ?house/)) return treeHouse(context);
  const isCabin = isCalled(context, /cabin|hut|shack|chalet|shed|wooden|log/);
  const isBarn = isCalled(context, /barn|farm/);
  const isShop = isCalled(context, /shop|store|bakery|caf|restaurant|pub|inn\b|hotel/);
  const isBurning = actor.motion.kind === 'flicker' || isCalled(context, /burning/);
  const isSnowy = isCalled(context, /snow/);
  const told = partColor(actor, 'walls', 'wall', 'facade') ?? actor.color;
  const color = toSrgb(told ?? (isBarn ? '#a8322a' : isCabin ? '#8a5a36' : isShop ? '#e7cfa4' : '#efe3cf'));
  const wall = isCabin || isBarn ? PLANKS : isShop ? BRICK : PLASTER;
  const ownRoof = partColor(actor, 'roof', 'roofs');
  const door = partColor(actor, 'door', 'doors', 'doorway');
  const shutters = partColor(actor, 'shutters', 'second');
  const roof = ownRoof ?? (isSnowy ? '#f3f6fb' : isCabin ? '#5a3d2a' : isBarn ? '#55504c' : '#b2492f');
  const key = `house/${isCabin}/${isBarn}/${isShop}/${roof}/${toHex(color)}/${isNight}/${isSnowy}/${door}/${shutters}`;
  const trim = { isBare: isSnowy, ...(door && { door }), ...(shutters && { shutters }) };
  const parts = propParts(key, detail, (to) => addHouse(to, color, wall, roof, isNight, isShop, isBarn, trim));
  const words = actor.text ?? (isShop ? actor.word.toUpperCase() : '');
  const board: Material | undefined = words
    ? {
        texture: assets.paintText(words, {
          width: 320,
          height: 64,
          color: '#fff2d0',
          background: '#27463c',
          font: 'serif',
        }),
        emissive: isNight ? 0.8 : 0.1,
      }
    : undefined;
  return propActor(context, parts, {
    seats: [{ position: [0, 5.6, 0], width: 2 }],
    animate(_t, _travel, add) {
      if (board)
        add([{ mesh: quad(3.6, 0.72), material: board }], [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 2.95, 2.64, 1]);
    },
    ...(isBurning
      ? { lights: (t: number) => [blaze(t)] }
      : isNight
        ? { lights: () => [{ position: [0, 1.9, 3.6] as const, color: [1.5, 0.95, 0.42] as const, radius: 7 }] }
        : {}),
    ...(isBurning
      ? { sprites: (t: number) => [burning(t)] }
      : isBarn || isShop
        ? {}
        : { sprites: (t: number) => [chimneySmoke(t)] }),
  });
}

function addHouse(
  to: Assembly,
  color: Srgb,
  wall: Material,
  roof: string,
  isNight: boolean,
  isShop: boolean,
  isBarn: boolean,
  trim: { readonly isBare: boolean; readonly door?: string; readonly shutters?: string },
): void {
  const pane = isNight ? LIT : GLASS;
  const tint = isNight ? '#ffc873' : '#33546e';
  to.add(wall, box(5.6, 3, 5), { at: [0, 1.5, 0] }, color);
  to.add(PLASTER, to.rounded([5.9, 0.3, 5.3], 0.06, '#8d867c', 1), { at: [0, 0.15, 0] });
  to.add(
    wall,
    extrude(
      [
        [-2.8, 3],
        [2.8, 3],
        [0, 5.3],
      ],
      { depth: 4.96, color },
    ),
  );
  const slope = Math.atan2(2.3, 2.8);
  for (const side of [-1, 1]) {
    to.add(TILES, to.rounded([4.25, 0.18, 5.9], 0.07, roof, to.isFar ? 1 : 2), {
      at: [side * 1.62, 4.1, 0],
      rotate: [0, 0, -side * slope],
    });
  }
  to.add(TILES, to.rounded([0.36, 0.18, 5.95], 0.08, shade(roof, 0.8), 2), { at: [0, 5.42, 0] });
  to.add(BRICK, box(0.7, 1.8, 0.7, '#9a5a46'), { at: [1.5, 5.0, -1] });
  to.add(BRICK, box(0.85, 0.18, 0.85, '#7d4737'), { at: [1.5, 5.9, -1] });
  const pieceOf = (x: number, y: number, z: number, w: number, h: number, turned = false) => {
    const size = (width: number, height: number, depth: number) =>
      turned ? ([depth, height, width] as const) : ([width, height, depth] as const);
    to.add(PAINT, to.rounded(size(w + 0.22, h + 0.22, 0.12), 0.04, '#f8f4ea', 1), { at: [x, y, z] });
    to.add(pane, to.rounded(size(w, h, 0.16), 0.02, tint, 1), { at: [x, y, z] });
    to.add(PAINT, to.rounded(size(0.06, h, 0.2), 0.02, '#f8f4ea', 1), { at: [x, y, z] });
    to.add(PAINT, to.rounded(size(w, 0.06, 0.2), 0.02, '#f8f4ea', 1), { at: [x, y, z] });
    to.add(WOOD, to.rounded(size(w + 0.3, 0.1, 0.34), 0.03, '#e8dfcd', 1), { at: [x, y - h / 2 - 0.12, z] });
  };
  for (const z of [-1.2, 1.2]) for (const x of [-2.8, 2.8]) pieceOf(x, 1.75, z, 0.9, 1.1, true);
  pieceOf(0, 3.75, 2.48, 0.8, 0.8);
  if (isShop) for (const x of [-1.75, 1.75]) pieceOf(x, 1.5, 2.5, 1.6, 1.5);
  else if (!isBarn)
    for (const x of [-1.75, 1.75]) {
      pieceOf(x, 1.75, 2.5, 0.9, 1.1);
      for (const s of [-0.72, 0.72])
        to.add(WOOD, to.rounded([0.4, 1.25, 0.1], 0.03, trim.shutters ?? '#3f6e63', 1), { at: [x + s, 1.75, 2.53] });
      // No flowers in the snow.
      if (trim.isBare) continue;
      to.add(LEAVES, sphere([0.6, 0.22, 0.2], '#5b9a45', to.segments(12)), { at: [x, 1.12, 2.72] });
      for (let i = 0; i < 5; i++)
        to.add(MATT, sphere(0.09, ['#e0394b', '#f4c430', '#f3a6c4'][i % 3]!, 8), {
          at: [x - 0.44 + i * 0.22, 1.26 + 0.06 * chanceOf(i), 2.8],
        });
    }
  const wide = isBarn ? 2.6 : 1.05;
  to.add(WOOD, to.rounded([wide + 0.25, 2.3, 0.14], 0.04, '#f8f4ea', 1), { at: [0, 1.4, 2.5] });
  to.add(WOOD, to.rounded([wide, 2.15, 0.2], 0.04, trim.door ?? (isBarn ? shade(color, 0.7) : '#2f6b74'), 2), {
    at: [0, 1.33, 2.5],
  });
  if (isBarn)
    for (const s of [-1, 1])
      to.add(PAINT, to.rounded([0.14, 3.1, 0.06], 0.02, '#f8f4ea', 1), {
        at: [0, 1.4, 2.62],
        rotate: [0, 0, s * 0.88],
      });
  else {
    to.add(pane, to.rounded([0.6, 0.55, 0.24], 0.05, tint, 1), { at: [0, 1.95, 2.5] });
    to.add(PAINT, sphere(0.06, '#d9b25a', 10), { at: [0.38, 1.25, 2.65] });
    to.add(TILES, to.rounded([1.9, 0.12, 1.1], 0.05, isShop ? '#c5402f' : roof, 2), {
      at: [0, 2.62, 2.95],
      rotate: [0.3, 0, 0],
    });
    for (const x of [-0.8, 0.8])
      to.add(WOOD, cylinder({ radius: 0.06, height: 2.5, segments: 8 }), { at: [x, 0, 3.3] }, '#f2eadb');
    to.add(PLASTER, to.rounded([1.7, 0.2, 1.2], 0.05, '#a09a90', 1), { at: [0, 0.1, 3] });
  }
}

function chimneySmoke(t: number) {
  const puffs: Sprite[] = Array.from({ length: 14 }, (_, i) => {
    const age = (t * 0.16 + i / 14) % 1;
    return {
      at: [1.5 + age * 1.1 + 0.15 * Math.sin(i * 3 + t), 6 + age * 2.6, -1 + (chanceOf(i) - 0.5) * 0.4],
      radius: 0.2 + age * 0.55,
      turn: i + age,
      color: [0.8, 0.8, 0.84],
      alpha: 0.3 * Math.min(1, age * 5) * (1 - age),
    };
  });
  return spriteBatch('puff', 'alpha', puffs);
}
