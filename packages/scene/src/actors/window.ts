import type { Material } from '@openimagine/render';
import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { paint } from '../model/mesh.ts';
import { plane } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addLeaf } from './flower.ts';
import { MATT, PAINT, propActor, propParts } from './prop.ts';

/**
 * A window in its frame with a sill and a plant; the panes hold the light of the hour. One that is called by its sill is
 * set in a piece of wall, and its sill is deep enough to sit on.
 */
export const window: ActorModel = { gaits: {}, build };

const PANE: Material = { emissive: 0.75, specular: 0.9, gloss: 120 };

function build(context: ActorContext): Actor {
  return /sill$/.test(context.actor.word) ? buildSill(context) : buildAlone(context);
}

/** Metres: the sill above the floor, how far it reaches into the room, the wall round the window. */
const SILL_HEIGHT = 0.6;
const SILL_DEPTH = 0.46;
const WALL = { width: 8.6, height: 4.4 };
const HOLE = { width: 1.7, height: 1.6 };

function buildSill(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const frame = toSrgb(actor.color ?? '#f3efe6');
  const wall = toSrgb(isNight ? '#5d5470' : '#d8c9ae');
  const [top, low] = isNight ? ['#0f1a44', '#4a4a86'] : ['#7fb6ea', '#f3e7cf'];
  const parts = propParts(`windowsill/${toHex(frame)}/${isNight}`, detail, (to) => {
    const block = (size: readonly [number, number, number], at: readonly [number, number, number], color = frame) =>
      to.add(color === wall ? MATT : PAINT, roundedBox(size, 0.012, color, to.isFar ? 1 : 2), { at });
    const side = (WALL.width - HOLE.width) / 2;
    const upTo = SILL_HEIGHT + HOLE.height;
    for (const x of [-1, 1])
      block([side, WALL.height, 0.12], [x * (HOLE.width / 2 + side / 2), WALL.height / 2, 0], wall);
    block([HOLE.width, SILL_HEIGHT, 0.12], [0, SILL_HEIGHT / 2, 0], wall);
    block([HOLE.width, WALL.height - upTo, 0.12], [0, (WALL.height + upTo) / 2, 0], wall);
    const middle = SILL_HEIGHT + HOLE.height / 2;
    for (const x of [-HOLE.width / 2, 0, HOLE.width / 2]) block([0.08, HOLE.height, 0.16], [x, middle, 0]);
    for (const y of [SILL_HEIGHT + 0.04, middle + 0.1, upTo]) block([HOLE.width, 0.08, 0.15], [0, y, 0]);
    block([HOLE.width + 0.3, 0.07, SILL_DEPTH], [0, SILL_HEIGHT, SILL_DEPTH / 2]);
    const pane = paint(plane(HOLE.width, HOLE.height, top, to.isFar ? 1 : 12), (_x, _y, z) =>
      mixColors(top!, low!, (z + HOLE.height / 2) / HOLE.height),
    );
    to.add(PANE, pane, { at: [0, middle, -0.04], rotate: [Math.PI / 2, 0, 0] });
    if (isNight && !to.isFar) {
      const disc = lathe(
        [
          [0, 0],
          [0.2, 0],
          [0, 0.01],
        ],
        '#f4efd8',
        24,
      );
      to.add(PANE, disc, { at: [0.45, middle + 0.46, -0.03], rotate: [Math.PI / 2, 0, 0] });
    }
  });
  const built = propActor(context, parts);
  const { size } = actor;
  return {
    ...built,
    // The wall goes on beyond the picture.
    bounds: {
      ...built.bounds,
      width: (HOLE.width + 0.5) * size,
      height: (SILL_HEIGHT + HOLE.height) * size,
    },
    seats: [
      {
        position: [-0.15 * size, (SILL_HEIGHT + 0.035) * size, SILL_DEPTH * 0.55 * size],
        width: HOLE.width * 0.7 * size,
      },
    ],
  };
}

function buildAlone(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const color = toSrgb(actor.color ?? '#f3efe6');
  const [top, low] = isNight ? ['#1b2b66', '#6a5a9c'] : ['#7fb6ea', '#f3e7cf'];
  const parts = propParts(`window/${toHex(color)}/${isNight}`, detail, (to) => {
    const bar = (size: readonly [number, number, number], at: readonly [number, number, number], tone = 1) =>
      to.add(PAINT, roundedBox(size, 0.015, shade(color, tone), to.isFar ? 1 : 2), { at });
    for (const x of [-0.6, 0.6]) bar([0.1, 1.7, 0.12], [x, 0.95, 0]);
    for (const y of [0.14, 1.77]) bar([1.3, 0.1, 0.12], [0, y, 0]);
    bar([0.06, 1.6, 0.08], [0, 0.95, 0], 0.97);
    bar([1.16, 0.06, 0.08], [0, 1.15, 0], 0.97);
    bar([1.46, 0.07, 0.3], [0, 0.06, 0.09], 0.98);
    const pane = paint(plane(1.12, 1.56, top, to.isFar ? 1 : 12), (_x, _y, z) =>
      mixColors(top!, low!, (z + 0.78) / 1.56),
    );
    to.add(PANE, pane, { at: [0, 0.95, -0.01], rotate: [Math.PI / 2, 0, 0] });
    to.add(PANE, pane, { at: [0, 0.95, -0.03], rotate: [Math.PI / 2, 0, Math.PI] });
    to.add(
      MATT,
      lathe(
        [
          [0, 0],
          [0.07, 0],
          [0.09, 0.13],
          [0.1, 0.13],
          [0.1, 0.15],
          [0.08, 0.15],
          [0, 0.13],
        ],
        '#c8663c',
        to.segments(24),
      ),
      { at: [0.36, 0.095, 0.14] },
    );
    for (let i = 0; i < 7; i++) addLeaf(to, [...leafPlace(i)], i % 2 ? '#4f9a45' : '#63ad4f');
  });
  return propActor(context, parts);
}

function leafPlace(i: number): number[] {
  const angle = i * 0.9;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const size = 0.2 + 0.03 * (i % 3);
  return [
    c * size,
    0,
    -s * size,
    0,
    c * size * 0.45,
    size * 0.9,
    -s * size * 0.45,
    0,
    s * size,
    0,
    c * size,
    0,
    0.36,
    0.22,
    0.14,
    1,
  ];
}
