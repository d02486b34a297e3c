import type { Material } from '@openimagine/render';
import { mixColors, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { compose, multiply, rotationY } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, propActor, propParts, spriteBatch } from './prop.ts';

/** A glowing full moon with maria and craters, or a crescent; two metres across. */
export const moon: ActorModel = { gaits: { rise: 0.2, float: 0.1, spin: 0.1 }, build };

const SHINE: Material = { emissive: 0.95, specular: 0 };
/** Near a planet it is a ball of rock in the sun, not a lamp in the night. */
const ROCK: Material = { specular: 0.02, wrap: 0.03 };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isCrescent = isCalled(context, /crescent|half|sickle/);
  const isOrbiting = actor.relation?.kind === 'around';
  const surface = isOrbiting ? ROCK : SHINE;
  const color = toSrgb(actor.color ?? (isOrbiting ? '#b9b4ac' : '#efe9d6'));
  const parts = propParts(`moon/${isCrescent}/${isOrbiting}/${toHex(color)}`, detail, (to) => {
    if (isCrescent) {
      const steps = to.segments(40);
      const outer = Array.from({ length: steps + 1 }, (_, i) => -1.25 + (i / steps) * (2 * Math.PI - 2.5 + 1.2)).map(
        (a) => [Math.sin(a + 2.6), Math.cos(a + 2.6)] as const,
      );
      const [first, last] = [outer[0]!, outer.at(-1)!];
      const inner = Array.from({ length: steps - 1 }, (_, i) => {
        const s = (i + 1) / steps;
        const edge = outer[Math.round((1 - s) * steps)]!;
        const chord = [last[0] + (first[0] - last[0]) * s, last[1] + (first[1] - last[1]) * s] as const;
        return [chord[0] + (edge[0] - chord[0]) * 0.55, chord[1] + (edge[1] - chord[1]) * 0.55] as const;
      });
      const outline = [...outer, ...inner];
      const area = outline.reduce(
        (sum, [x, y], i) => sum + x * outline[(i + 1) % outline.length]![1] - outline[(i + 1) % outline.length]![0] * y,
        0,
      );
      to.add(surface, extrude(area > 0 ? outline : outline.toReversed(), { depth: 0.22, color }), { at: [0, 1.02, 0] });
      return;
    }
    to.add(
      surface,
      paint(sphere(1, color, to.segments(84)), (x, y, z) => {
        const maria = softStep(
          0.1,
          0.55,
          Math.sin(x * 2.9 + 0.6) * Math.sin(y * 3.3 + 0.9) + 0.4 * Math.sin(z * 6 + x * 5) * Math.sin(y * 7),
        );
        let tone = mixColors(color, shade(color, 0.62), maria);
        for (let i = 0; i < 16; i++) {
          const [a, h] = [chanceOf(i) * 6.3, chanceOf(i, 4) * 1.8 - 0.9];
          const r = Math.sqrt(1 - h * h);
          const distance = Math.hypot(x - Math.sin(a) * r, y - h, z - Math.cos(a) * r) / (0.08 + 0.14 * chanceOf(i, 6));
          if (distance < 1.25)
            tone = distance < 0.85 ? mixColors(tone, shade(color, 0.66), 0.6) : mixColors(tone, '#fffaf0', 0.6);
        }
        return tone;
      }),
      { at: [0, 1.02, 0] },
    );
  });
  return propActor(context, [], {
    animate: (t, _travel, add) =>
      add(parts, multiply(compose({}), rotationY(isCrescent ? 0 : t * 0.02)), { castsShadow: false }),
    sprites: () =>
      isOrbiting
        ? []
        : [spriteBatch('soft', 'add', [{ at: [0, 1.02, -0.2], radius: 2.2, color: [0.8, 0.85, 1], alpha: 0.16 }])],
  });
}
