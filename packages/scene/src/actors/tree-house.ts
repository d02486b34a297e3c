import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import type { Actor, ActorContext } from './actor.ts';
import { chanceOf, GLASS, LEAVES, LIT, PLANKS, propActor, WOOD } from './prop.ts';
import { craftParts, type Tools } from './prop-tools.ts';

const BARK = '#5a4230';
const LEAF = '#4f8a3c';
/** Of the platform above the ground, and half its sides. Metres. */
const DECK = { height: 2.9, x: 1.75, z: 1.6 };
/** Where boughs bear the crown: x, y, z, radius. */
const CROWN: readonly (readonly [x: number, y: number, z: number, radius: number])[] = [
  [0, 7.1, -0.6, 1.9],
  [-1.9, 6.2, -0.5, 1.5],
  [1.9, 6.3, -0.6, 1.55],
  [-1, 7.4, 0.5, 1.3],
  [1.1, 7.5, 0.4, 1.3],
  [-2.6, 5, -1, 1.05],
  [2.7, 5.1, -0.9, 1.1],
  [0.2, 6.1, -2, 1.6],
];

/** A cabin on a deck in the boughs of a great tree, a ladder up to it, a lantern that hangs from it. It faces +z. */
export function treeHouse(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const wall = toHex(toSrgb(actor.color ?? '#a9743f'));
  const parts = craftParts(`tree-house/${wall}/${isNight}`, detail, (to) => {
    addTree(to);
    addDeck(to);
    addCabin(to, wall, isNight);
    addLadder(to);
    to.bar(WOOD, [1.5, 4.7, 1.5, 1.6, 4.75, 1.75, 1.6, 4.45, 1.8], 0.02, '#2c2018');
    to.ball({ emissive: isNight ? 1.6 : 0.5 }, [0.13, 0.17, 0.13], [1.6, 4.28, 1.8], '#ffc46a');
  });
  return propActor(context, parts, {
    seats: [{ position: [1.1, DECK.height, 1.25], width: 0.8 }],
    ...(isNight
      ? {
          lights: () => [
            { position: [1.6, 4.1, 2.1] as const, color: [1.7, 1.05, 0.45] as const, radius: 6 },
            { position: [-0.2, 3.8, 2] as const, color: [1.1, 0.7, 0.32] as const, radius: 4 },
          ],
        }
      : {}),
  });
}

function addTree(to: Tools): void {
  to.turned(
    WOOD,
    [0.95, -0.1, 0.72, 0.25, 0.56, 1, 0.5, 2.6, 0.46, 4.4, 0.36, 6, 0.2, 7.2, 0, 7.4],
    BARK,
    { at: [0, 0, -0.5] },
    18,
  );
  for (const [i, angle] of [0.4, 1.9, 3.1, 4.3, 5.5].entries())
    to.bar(
      WOOD,
      [
        0,
        0.7,
        -0.5,
        Math.sin(angle) * 0.8,
        0.16,
        Math.cos(angle) * 0.8 - 0.5,
        Math.sin(angle) * 1.5,
        -0.1,
        Math.cos(angle) * 1.5 - 0.5,
      ],
      (share) => 0.26 * (1 - share * 0.75),
      shade(BARK, 0.9 + 0.05 * i),
    );
  for (const [x, y, z] of CROWN.slice(1))
    to.bar(
      WOOD,
      [0, 4.1, -0.5, x * 0.45, (y + 4.4) / 2, z * 0.5 - 0.3, x * 0.9, y - 0.3, z],
      (share) => 0.24 * (1 - share * 0.6),
      BARK,
    );
  to.blob(
    LEAVES,
    CROWN.flatMap(([x, y, z, radius], i) => [
      { kind: 'ball' as const, at: [x, y, z] as const, radius },
      ...[0, 1, 2].map((k) => {
        const angle = k * 2.1 + i;
        const away = radius * 0.72;
        return {
          kind: 'ball' as const,
          at: [
            x + Math.sin(angle) * away,
            y + radius * (chanceOf(i, k) - 0.3) * 0.9,
            z + Math.cos(angle) * away,
          ] as const,
          radius: radius * 0.5,
        };
      }),
    ]),
    0.34,
    LEAF,
    0.12,
  );
}

/** Planks round the trunk on two struts, with a rail but for the gap of the ladder. */
function addDeck(to: Tools): void {
  const { height: y, x, z } = DECK;
  to.block(PLANKS, [x * 2, 0.12, z * 2], [0, y, 0], '#8a5f38', 0.02);
  for (const side of [-1, 1])
    to.rod(WOOD, [side * 0.4, y - 1.2, -0.3], [side * x * 0.85, y - 0.06, z * 0.7], 0.09, BARK);
  const posts = [-1, -0.5, 0, 0.5, 1];
  for (const share of posts) {
    if (share !== -0.5) to.block(WOOD, [0.08, 0.8, 0.08], [share * (x - 0.06), y + 0.42, z - 0.06], '#9a6c40', 0.01);
    for (const side of [-1, 1])
      to.block(WOOD, [0.08, 0.8, 0.08], [side * (x - 0.06), y + 0.42, share * (z - 0.06)], '#9a6c40', 0.01);
  }
  for (const side of [-1, 1]) to.block(WOOD, [0.07, 0.07, z * 2], [side * (x - 0.06), y + 0.82, 0], '#b07d4c', 0.01);
  to.block(WOOD, [x * 1.05, 0.07, 0.07], [x * 0.47, y + 0.82, z - 0.06], '#b07d4c', 0.01);
}

/** One room under a gable, its door and a window towards the viewer. */
function addCabin(to: Tools, wall: string, isNight: boolean): void {
  const y = DECK.height + 0.06;
  const front = 0.72;
  const pane = isNight ? LIT : GLASS;
  const light = isNight ? '#ffc873' : '#33546e';
  to.block(PLANKS, [2.3, 1.5, 1.7], [0, y + 0.75, front - 0.85], wall, 0.02);
  const gable: [number, number][] = [
    [-1.15, 0],
    [1.15, 0],
    [0, 0.95],
  ];
  to.add(PLANKS, extrude(gable, { depth: 1.68, color: wall }), { at: [0, y + 1.5, front - 0.85] });
  for (const side of [-1, 1])
    to.block(WOOD, [1.72, 0.1, 2.15], [side * 0.66, y + 1.98, front - 0.8], '#6e3f2c', 0.03, [0, 0, -side * 0.69]);
  to.block(WOOD, [0.62, 1.15, 0.08], [0.5, y + 0.58, front], mixColors(wall, '#2c1a10', 0.55), 0.02);
  to.ball(WOOD, 0.035, [0.7, y + 0.55, front + 0.07], '#d8b25a');
  to.block(WOOD, [0.78, 0.72, 0.06], [-0.5, y + 0.85, front], '#e6d8bc', 0.02);
  to.block(pane, [0.64, 0.58, 0.08], [-0.5, y + 0.85, front + 0.01], light, 0.01);
  to.block(WOOD, [0.05, 0.6, 0.1], [-0.5, y + 0.85, front + 0.01], '#e6d8bc');
  to.block(WOOD, [0.66, 0.05, 0.1], [-0.5, y + 0.85, front + 0.01], '#e6d8bc');
  to.disc(pane, 0.2, 0.06, [0, y + 1.86, front - 0.03], light, [Math.PI / 2, 0, 0]);
}

function addLadder(to: Tools): void {
  const [top, foot, x] = [DECK.z, DECK.z + 0.75, -0.85];
  for (const side of [-0.26, 0.26])
    to.rod(WOOD, [x + side, 0, foot], [x + side, DECK.height + 0.75, top - 0.16], 0.045, '#9a6c40');
  for (let i = 1; i < 9; i++) {
    const share = i / 9.6;
    const z = foot + (top - 0.16 - foot) * share;
    to.rod(
      WOOD,
      [x - 0.28, (DECK.height + 0.75) * share, z],
      [x + 0.28, (DECK.height + 0.75) * share, z],
      0.032,
      '#b07d4c',
    );
  }
}
