import type { Material } from '@openimagine/render';
import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { paint } from '../model/mesh.ts';
import { plane } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addLeaf } from './flower.ts';
import { MATT, PAINT, propActor, propParts } from './prop.ts';

/** A window in its frame with a sill and a plant; the panes hold the light of the hour. */
export const window: ActorModel = { gaits: {}, build };

const PANE: Material = { emissive: 0.75, specular: 0.9, gloss: 120 };

function build(context: ActorContext): Actor {
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
