import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, shade, toHex, toLinear, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { multiply, rotationX, rotationZ } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { partColor } from './part-color.ts';
import { isCalled, propActor, propParts, spriteBatch, WOOD } from './prop.ts';

/** A striped hot-air balloon with its basket and burner; a toy balloon on a string by word. */
export const balloon: ActorModel = { gaits: { float: 0.6, fly: 2.5, rise: 1, sway: 0 }, build };

const SILK: Material = { wrap: 0.5, specular: 0.12, gloss: 18, emissive: 0.1 };
const RUBBER: Material = { wrap: 0.35, specular: 0.8, gloss: 60 };
const WICKER: Material = { pattern: 'fabric', patternScale: 14, specular: 0.03 };
const PALETTES: readonly (readonly string[])[] = [
  ['#d9382f', '#f6efe0', '#f2b233'],
  ['#2f7fc1', '#f6efe0', '#f0943c'],
  ['#7a3f9c', '#f4c2d7', '#f6efe0'],
  ['#2c9a7c', '#f6e7b0', '#e8573f'],
];

function build(context: ActorContext): Actor {
  const { actor, detail, copy, isNight } = context;
  const isToy = isCalled(context, /toy|party|helium/);
  const isShip = isCalled(context, /airship|zeppelin|blimp/);
  const pick = PALETTES[(copy + Math.floor(context.random.fork('silk').next() * 4)) % PALETTES.length]!;
  const colors = actor.color
    ? [
        actor.color,
        partColor(actor, 'second') ?? toHex(mixColors(actor.color, '#ffffff', 0.75)),
        toHex(shade(actor.color, 0.7)),
      ]
    : pick;
  const parts = propParts(`balloon/${isToy}/${isShip}/${colors.join()}`, detail, (to) => {
    if (isToy) {
      const skin = lathe(
        [
          [0, 0.86],
          [0.03, 0.86],
          [0.025, 0.9],
          [0.16, 1.02],
          [0.3, 1.2],
          [0.36, 1.4],
          [0.33, 1.6],
          [0.2, 1.75],
          [0, 1.8],
        ],
        colors[0]!,
        to.segments(36),
      );
      to.add(RUBBER, skin);
      to.add(
        RUBBER,
        tube(
          [
            [0, 0.87, 0],
            [0.04, 0.6, 0.02],
            [-0.03, 0.3, 0],
            [0, 0.01, 0],
          ],
          { radius: 0.006, color: '#e8e4da', sides: 5, rings: 14 },
        ),
      );
      return;
    }
    const steps = to.isFar ? 10 : 22;
    const envelope = Array.from({ length: steps + 1 }, (_, i) => {
      const s = i / steps;
      return [
        s < 0.36
          ? 1.0 + 3.7 * (s / 0.36) ** 0.85 - 0.55 * (s / 0.36) ** 3
          : 4.15 * Math.sqrt(Math.max(0, 1 - ((s - 0.36) / 0.64) ** 2)),
        4 + 9.6 * s,
      ] as const;
    });
    if (isShip) {
      const hull = lathe(
        Array.from(
          { length: steps + 1 },
          (_, i) => [2.2 * Math.sin((i / steps) * Math.PI) ** 0.6, (i / steps - 0.5) * 14] as const,
        ),
        colors[0]!,
        to.segments(36),
      );
      to.add(
        SILK,
        paint(hull, (x, _y, z) => gore(Math.atan2(z, x), colors, 8)),
        { at: [0, 3.6, 0], rotate: [Math.PI / 2, 0, 0] },
      );
      to.add(WOOD, roundedBox([1.1, 0.8, 3.6], 0.3, '#e9e4d8', 3), { at: [0, 0.95, 0.6] });
      for (const a of [0, 1, 2, 3])
        to.add(
          SILK,
          roundedBox([0.12, 2, 1.8], 0.05, colors[2]!, 2),
          multiply(
            rotationZ((a * Math.PI) / 2 + 0.785),
            [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
            [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1.5, -5.7, 1],
          ).map((v, k) => (k === 13 ? v + 3.6 : v)),
        );
      return;
    }
    const silk = lathe(envelope, colors[0]!, to.isFar ? 16 : 48);
    to.add(
      SILK,
      paint(silk, (x, y, z) => (y > 8.0 && y < 8.9 ? toSrgb(colors[2]!) : gore(Math.atan2(z, x), colors, 12))),
    );
    to.add(WICKER, roundedBox([1.5, 1.15, 1.5], 0.16, '#a8743c', to.isFar ? 1 : 3), { at: [0, 0.585, 0] });
    to.add(WOOD, roundedBox([1.62, 0.14, 1.62], 0.07, '#6a4322', 2), { at: [0, 1.16, 0] });
    for (const x of [-1, 1])
      for (const z of [-1, 1])
        to.add(
          WOOD,
          tube(
            [
              [x * 0.68, 1.1, z * 0.68],
              [x * 0.75, 4.05, z * 0.75],
            ],
            { radius: 0.025, color: '#5a4632', sides: 5, rings: 2 },
          ),
        );
    to.add(WOOD, cylinder({ radius: 0.18, height: 0.4, segments: 10 }), { at: [0, 2.5, 0] }, '#8c9097');
    to.add(WICKER, sphere([0.2, 0.26, 0.2], '#b98b55', to.segments(12)), { at: [0.85, 0.6, 0.3] });
  });
  const burn = (t: number): number => 0.5 + 0.5 * Math.max(0, Math.sin(t * 0.9 + copy)) ** 3 + 0.06 * Math.sin(t * 29);
  return propActor(context, parts, {
    seats: [{ position: [0, isToy ? 1.8 : 0.65, 0], width: 1.2 }],
    root: (t) => swing(t, copy, isToy ? 0.09 : 0.02),
    ...(isToy || isShip
      ? {}
      : {
          lights: (t: number) => [
            { position: [0, 4.6, 0] as const, color: toLinear('#ffa54a', (isNight ? 3 : 0.7) * burn(t)), radius: 9 },
          ],
          sprites: (t: number) => [
            spriteBatch(
              'soft',
              'add',
              Array.from({ length: 7 }, (_, i) => ({
                at: [0, 2.95 + i * 0.16, 0] as const,
                radius: 0.2 - i * 0.018,
                color: [1.3, 0.7 - i * 0.05, 0.25] as const,
                alpha: 0.5 * burn(t),
              })),
            ),
          ],
        }),
  });
}

/** Sways about the foot without dipping below the ground. */
function swing(t: number, copy: number, amount: number): number[] {
  const turned = [
    ...multiply(rotationZ(amount * Math.sin(t * 0.8 + copy)), rotationX(amount * 0.6 * Math.sin(t * 0.6 + copy * 2))),
  ];
  turned[13] = amount * 1.3;
  return turned;
}

function gore(angle: number, colors: readonly string[], count: number): Srgb {
  const which = Math.floor(((angle + Math.PI + 0.06) / (Math.PI * 2)) * count);
  return toSrgb(which % 2 ? colors[1]! : colors[0]!);
}
