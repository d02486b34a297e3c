import type { Material } from '@openimagine/render';
import { mixColors, shade, softStep, toHex, toLinear, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationY } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { cylinder } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, propActor, propParts, STONE, spriteBatch } from './prop.ts';

/** A cluster of six-sided crystals that glow from within, with sparkles. */
export const crystal: ActorModel = { gaits: { spin: 0.3, float: 0.3, rise: 0.5 }, build };

const GEM: Material = { emissive: 0.75, specular: 1, gloss: 120, rim: 0.3 };

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const named: readonly (readonly [RegExp, string])[] = [
    [/ruby/, '#e0284a'],
    [/emerald/, '#27c46e'],
    [/sapphire/, '#2f62e0'],
    [/amethyst/, '#9a4fe0'],
    [/diamond|quartz/, '#d8f0fa'],
  ];
  const word = actor.word.toLowerCase();
  const color = toSrgb(actor.color ?? named.find(([pattern]) => pattern.test(word))?.[1] ?? '#3fd9e8');
  const base = propParts(`crystal/base/${copy % 3}`, detail, (to) => {
    for (let i = 0; i < 6; i++)
      to.add(STONE, roundedBox([0.32, 0.2, 0.28], 0.08, shade('#5c5660', 0.8 + 0.4 * chanceOf(i)), 2), {
        at: [Math.sin(i) * 0.26, 0.11, Math.cos(i) * 0.26],
        rotate: [0, i * 1.3, 0],
      });
  });
  const gems = propParts(`crystal/${toHex(color)}/${copy % 3}`, detail, (to) => {
    const shard = paint(
      mergeMeshes([
        { mesh: cylinder({ radius: 0.8, topRadius: 1, height: 0.7, segments: 6, open: true }) },
        { mesh: cylinder({ radius: 1, topRadius: 0, height: 0.3, segments: 6 }), matrix: compose({ at: [0, 0.7, 0] }) },
      ]),
      (_x, y, _z, n) =>
        mixColors(
          shade(color, 0.55 + 0.35 * Math.max(0, n[0] + n[2])),
          mixColors(color, '#ffffff', 0.55),
          softStep(0.15, 1, y),
        ),
    );
    const count = to.isFar ? 6 : 10;
    for (let i = 0; i < count; i++) {
      const lean = i === 0 ? 0.05 : 0.25 + 0.55 * chanceOf(i, copy);
      const height = i === 0 ? 1.25 : 0.4 + 0.6 * chanceOf(i, copy + 7) * (1.2 - lean);
      const thick = 0.07 + 0.09 * height;
      to.add(
        GEM,
        shard,
        multiply(
          rotationY(i * 2.4 + copy),
          compose({ at: [i ? 0.12 : 0, 0.1, 0], rotate: [0, 0, -lean], scale: [thick, height, thick] }),
        ),
      );
    }
  });
  const pulse = (t: number): number => 1 + 0.25 * Math.sin(t * 1.6 + copy * 1.3);
  return propActor(context, base, {
    animate: (t, _travel, add) => add(gems, undefined, { emissive: pulse(t) }),
    lights: (t) => [{ position: [0, 0.7, 0.4], color: toLinear(color, 1.8 * pulse(t)), radius: 4 }],
    sprites: (t) => [
      spriteBatch(
        'spark',
        'add',
        Array.from({ length: 7 }, (_, i) => ({
          at: [(chanceOf(i, 3) - 0.5) * 0.9, 0.3 + chanceOf(i, 5), (chanceOf(i, 8) - 0.5) * 0.9] as const,
          radius: 0.07,
          color: toLinear(mixColors(color, '#ffffff', 0.6)),
          alpha: Math.max(0, Math.sin(t * 2.2 + i * 1.9)) ** 6,
        })),
      ),
    ],
  });
}
