import type { Material } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { alongSegment } from '../model/matrix.ts';
import { box, cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, isCalled, MATT, PAINT, propActor, propParts, STEEL, spriteBatch } from './prop.ts';
import { addWheels } from './wheels.ts';

/** A sedan; a sports car, taxi, police car, pickup or van by word. Wheels roll, lamps burn at night. */
export const car: ActorModel = { gaits: { drive: 9, run: 14, float: 0.3, fly: 8 }, build };

const LACQUER: Material = { specular: 0.8, gloss: 90, wrap: 0.05 };
const PANE: Material = { specular: 1, gloss: 150 };
const LAMP: Material = { emissive: 1 };

interface Shape {
  readonly name: string;
  /** Cabin: middle, length at the sill, height of the roof. */
  readonly cabin: readonly [z: number, length: number, roof: number];
  readonly sill: number;
}

function shapeOf(context: ActorContext): Shape {
  if (isCalled(context, /sport|race|racing|convertible|super|ferrari|lambo|porsche/))
    return { name: 'sport', cabin: [-0.3, 1.9, 1.17], sill: 0.76 };
  if (isCalled(context, /pickup|truck|lorry/)) return { name: 'pickup', cabin: [0.35, 1.7, 1.75], sill: 1.02 };
  if (isCalled(context, /\bvan\b|suv|jeep|minivan|camper/)) return { name: 'van', cabin: [-0.5, 3.1, 1.85], sill: 1.0 };
  if (isCalled(context, /old|vintage|classic|beetle|retro/))
    return { name: 'old', cabin: [-0.3, 2.0, 1.55], sill: 0.92 };
  return { name: 'sedan', cabin: [-0.3, 2.35, 1.45], sill: 0.88 };
}

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const shape = shapeOf(context);
  const isTaxi = isCalled(context, /taxi|\bcab\b/);
  const isPolice = isCalled(context, /police/);
  const chosen = context.random.fork('paint').pick(['#c8322c', '#2b62b4', '#e6e7ea', '#2f3338', '#e0a32e', '#3f8f7a']);
  const color = toSrgb(
    actor.color ?? (isTaxi ? '#f4c020' : isPolice ? '#1d2f52' : shape.name === 'sport' ? '#d3222a' : chosen),
  );
  const key = `car/${shape.name}/${isTaxi}/${isPolice}/${toHex(color)}`;
  const body = propParts(key, detail, (to) => addBody(to, shape, color, isTaxi, isPolice));
  const lamps = propParts(`car/lamps/${shape.name}/${isTaxi}`, detail, (to) => addLamps(to, shape, isTaxi));
  const radius = shape.name === 'pickup' ? 0.4 : 0.34;
  const axles = [-1.32, 1.32].map((z) => ({ x: 0.78, z, radius, width: 0.24 }));
  const shine = isNight ? 2.6 : 0.55;
  const siren = (t: number): number => (isPolice ? (Math.sin(t * 9) > 0 ? 1 : -1) : 0);
  return propActor(context, body, {
    seats: [{ position: [0, shape.cabin[2], shape.cabin[0]], width: 1.1 }],
    animate(_t, travel, add) {
      addWheels(add, axles, travel.distance, detail);
      add(lamps, undefined, { emissive: shine, castsShadow: false });
    },
    lights: (t) => [
      ...(isNight
        ? [
            { position: [0, 0.6, 4] as const, color: [1.5, 1.35, 1] as const, radius: 6 },
            { position: [0, 0.7, -2.9] as const, color: [0.8, 0.05, 0.03] as const, radius: 3 },
          ]
        : []),
      ...(isPolice
        ? [
            {
              position: [0, 2, 0] as const,
              color: siren(t) > 0 ? ([1.6, 0.1, 0.1] as const) : ([0.1, 0.2, 2] as const),
              radius: 6,
            },
          ]
        : []),
    ],
    sprites: () =>
      isNight
        ? [
            spriteBatch(
              'soft',
              'add',
              [-0.62, 0.62].map((x) => ({
                at: [x, 0.66, 2.25] as const,
                radius: 0.4,
                color: [1, 0.9, 0.7] as const,
                alpha: 0.4,
              })),
            ),
          ]
        : [],
  });
}

function addBody(
  to: Assembly,
  { name, cabin: [z, length, roof], sill }: Shape,
  color: Srgb,
  isTaxi: boolean,
  isPolice: boolean,
): void {
  const edge = to.isHero ? 0.08 : to.isFar ? 0.26 : 0.17;
  const isPickup = name === 'pickup';
  const bodyHeight = sill - 0.24;
  const parts: BlobPart[] = [
    {
      kind: 'block',
      at: [0, 0.24 + bodyHeight / 2, 0],
      size: [1.76, bodyHeight, 4.3],
      round: name === 'old' ? 0.3 : 0.2,
    },
    { kind: 'block', at: [0, 0.4, 0], size: [1.82, 0.2, 4.4], round: 0.09, blend: 0.08 },
    { kind: 'ball', at: [0, sill - 0.1, 1.3], radius: [0.7, name === 'old' ? 0.26 : 0.17, 0.9], blend: 0.15 },
    ...(isPickup
      ? [{ kind: 'block', at: [0, sill, -1.35], size: [1.5, 0.5, 1.4], round: 0.05, cut: true, blend: 0.03 } as const]
      : []),
    ...(isPickup
      ? []
      : [{ kind: 'ball', at: [0, sill - 0.08, -1.5], radius: [0.72, 0.14, 0.6], blend: 0.12 } as const]),
    ...[-1.32, 1.32].map(
      (wheel): BlobPart => ({
        kind: 'limb',
        from: [-1.2, 0.34, wheel],
        to: [1.2, 0.34, wheel],
        radius: isPickup ? 0.46 : 0.4,
        cut: true,
        blend: 0.03,
      }),
    ),
  ];
  to.add(LACQUER, smoothBlob(parts, edge, { color }));
  const middle = (sill + roof) / 2 - 0.05;
  const glass = roundedBox(
    [1.44, roof - sill + 0.1, length * 0.86],
    Math.min(0.24, (roof - sill) * 0.45),
    '#1b2733',
    to.isFar ? 1 : 4,
  );
  to.add(PANE, glass, { at: [0, middle, z] });
  to.add(LACQUER, roundedBox([1.4, 0.12, length * 0.66], 0.055, color, to.isFar ? 1 : 4), { at: [0, roof - 0.03, z] });
  const pillar = cylinder({ radius: 0.045, height: 1, segments: to.segments(8) });
  for (const side of [-1, 1]) {
    for (const [low, high] of [
      [0.56, 0.3],
      [0, 0],
      [-0.54, -0.31],
    ] as const) {
      to.add(
        LACQUER,
        pillar,
        alongSegment([side * 0.76, sill - 0.06, z + low * length], [side * 0.66, roof - 0.05, z + high * length], {
          stretch: true,
        }),
        color,
      );
    }
    to.add(LACQUER, sphere([0.1, 0.075, 0.06], color, to.segments(12)), {
      at: [side * 0.94, sill + 0.1, z + length * 0.42],
    });
    for (const dz of [0.25, -0.6])
      to.add(STEEL, roundedBox([0.03, 0.03, 0.16], 0.012, '#d5d9df', 1), { at: [side * 0.885, sill - 0.12, z + dz] });
    if (isPolice)
      to.add(PAINT, roundedBox([0.02, 0.3, 1.5], 0.01, '#f2f3f5', 1), { at: [side * 0.885, sill - 0.28, z] });
    if (isTaxi)
      for (let i = 0; i < 14; i++)
        to.add(MATT, box(0.015, 0.07, 0.09, i % 2 ? '#17181a' : '#f6f2e6'), {
          at: [side * 0.885, sill - 0.2 - (i % 2) * 0.07, z - 0.9 + i * 0.13],
        });
  }
  to.add(STEEL, roundedBox([1.5, 0.08, 0.08], 0.035, '#c7ccd3', 2), { at: [0, 0.42, 2.18] });
  to.add(STEEL, roundedBox([1.5, 0.08, 0.08], 0.035, '#c7ccd3', 2), { at: [0, 0.42, -2.18] });
  to.add(MATT, roundedBox([0.86, 0.16, 0.06], 0.03, '#20242a', 2), { at: [0, 0.6, 2.14] });
  to.add(MATT, box(0.42, 0.11, 0.02, '#f3f3ee'), { at: [0, 0.42, 2.23] });
  to.add(MATT, box(0.42, 0.11, 0.02, '#f3f3ee'), { at: [0, 0.5, -2.22] });
  if (name === 'sport')
    to.add(LACQUER, roundedBox([1.5, 0.05, 0.3], 0.024, shade(color, 0.6), 2), { at: [0, 1.02, -1.95] });
}

function addLamps(to: Assembly, { cabin: [z, , roof], sill }: Shape, isTaxi: boolean): void {
  for (const side of [-1, 1]) {
    to.add(LAMP, sphere([0.17, 0.1, 0.07], '#fff3d2', to.segments(14)), { at: [side * 0.64, sill - 0.2, 2.1] });
    to.add(LAMP, roundedBox([0.3, 0.12, 0.06], 0.03, '#f0241c', 2), { at: [side * 0.64, sill - 0.18, -2.12] });
  }
  if (isTaxi) to.add(LAMP, roundedBox([0.42, 0.16, 0.18], 0.05, '#fff0b8', 2), { at: [0, roof + 0.1, z] });
}
