import { mixColors, type Srgb, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { paint } from '../model/mesh.ts';
import { box, cylinder, ring, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { SceneActor } from '../scene.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { partColor } from './part-color.ts';
import {
  around,
  BRIGHT,
  chanceOf,
  GLASS,
  PAINT,
  propActor,
  propParts,
  type Sprite,
  STEEL,
  STONE,
  spriteBatch,
} from './prop.ts';

/** A striped lighthouse of eighteen metres; at night its beam goes round. */
export const lighthouse: ActorModel = { gaits: {}, build };

/** Its wall and its stripes: of two colours the paler is the wall; of one, white goes with it. */
function tonesOf(actor: SceneActor): readonly [wall: Srgb, stripes: Srgb] {
  const colors = [actor.color ?? '#d03a30', partColor(actor, 'second') ?? '#f6f2ea'].map((color) => toSrgb(color));
  const [paler, other] = colors.toSorted((a, b) => Math.hypot(...b) - Math.hypot(...a)) as [Srgb, Srgb];
  return [paler, other];
}

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const [wall, color] = tonesOf(actor);
  const parts = propParts(`lighthouse/${toHex(wall)}/${toHex(color)}`, detail, (to) => {
    const round = to.segments(40);
    const rows = Array.from({ length: 41 }, (_, i) => [2.1 - 0.9 * (i / 40) ** 0.8, 0.8 + (i / 40) * 12.4] as const);
    to.add(
      PAINT,
      paint(lathe(rows, wall, round), (_x, y) => (Math.floor((y - 0.8) / 2.07) % 2 ? color : wall)),
    );
    for (let i = 0; i < 12; i++)
      to.add(STONE, sphere([1, 0.6, 0.9], mixColors('#77716a', '#948c80', chanceOf(i)), 10), {
        at: [Math.sin(i * 2.4) * (1.6 + chanceOf(i, 2)), 0.59, Math.cos(i * 2.4) * (1.6 + chanceOf(i, 2))],
      });
    to.add(STEEL, cylinder({ radius: 1.9, height: 0.3, segments: round }), { at: [0, 13.2, 0] }, '#3b4046');
    for (const y of [13.9, 14.3])
      to.add(STEEL, ring(1.82, 0.045, '#3b4046', Math.PI * 2, round), { at: [0, y, 0], rotate: [Math.PI / 2, 0, 0] });
    for (const a of around(to.isFar ? 6 : 14))
      to.add(
        STEEL,
        cylinder({ radius: 0.04, height: 0.8, segments: 5 }),
        { at: [Math.sin(a) * 1.82, 13.5, Math.cos(a) * 1.82] },
        '#3b4046',
      );
    for (const a of around(8))
      to.add(
        STEEL,
        cylinder({ radius: 0.06, height: 2.2, segments: 5 }),
        { at: [Math.sin(a) * 0.98, 13.5, Math.cos(a) * 0.98] },
        '#3b4046',
      );
    to.add(
      PAINT,
      lathe(
        [
          [1.25, 15.6],
          [1.2, 15.75],
          [0.9, 16.4],
          [0.3, 16.9],
          [0.1, 17],
          [0.1, 17.5],
          [0, 17.9],
        ],
        color,
        round,
      ),
    );
    to.add(
      PAINT,
      lathe(
        [
          [0, 15.6],
          [1.25, 15.6],
        ].toReversed() as [number, number][],
        '#5a2420',
        round,
      ),
    );
    to.add(PAINT, roundedBox([1.1, 2, 0.4], 0.1, '#4b3426', 2), { at: [0, 1.5, 2.0] });
    for (const [y, z] of [
      [5, 1.72],
      [8.5, 1.47],
      [11.5, 1.3],
    ] as const)
      to.add(GLASS, box(0.5, 0.8, 0.2, '#24384a'), { at: [0, y, z] });
  });
  const lamp = propParts('lighthouse/lamp', detail, (to) =>
    to.add(BRIGHT, sphere([0.6, 0.8, 0.6], '#fff0c0', to.segments(18)), { at: [0, 14.5, 0] }),
  );
  return propActor(context, parts, {
    animate: (_t, _travel, add) => add(lamp, undefined, { emissive: isNight ? 1.4 : 0.35, castsShadow: false }),
    ...(isNight
      ? {
          lights: (t: number) => [
            {
              position: [Math.sin(t * 0.9) * 3, 14.5, Math.cos(t * 0.9) * 3] as const,
              color: [2.6, 2.2, 1.4] as const,
              radius: 16,
            },
          ],
          sprites(t: number) {
            const beams: Sprite[] = [{ at: [0, 14.5, 0], radius: 2.6, color: [1.2, 1.05, 0.7], alpha: 0.5 }];
            for (const turn of [0, Math.PI])
              for (let i = 1; i < 34; i++) {
                const [far, angle] = [i * 0.95, t * 0.9 + turn];
                beams.push({
                  at: [Math.sin(angle) * far, 14.5 - far * 0.01, Math.cos(angle) * far],
                  radius: 0.7 + far * 0.085,
                  color: [1.1, 1, 0.72],
                  alpha: 0.16 * (1 - i / 34),
                });
              }
            return [spriteBatch('soft', 'add', beams)];
          },
        }
      : {}),
  });
}
