import { toHex, toLinear, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { coneTexture } from '../stage/light-cone.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, LIT, propActor, propParts, type Sprite, STEEL, spriteBatch } from './prop.ts';

/** An iron lantern on its post; at night it lights the ground below and the mist round it. */
export const streetLamp: ActorModel = { gaits: { flicker: 0 }, build };

function build(context: ActorContext): Actor {
  const { actor, detail, isNight, copy } = context;
  const color = toSrgb(actor.color ?? '#ffcf87');
  const post = propParts('streetLamp', detail, (to) => {
    const round = to.segments(20);
    to.add(
      STEEL,
      lathe(
        [
          [0, 0],
          [0.24, 0],
          [0.24, 0.12],
          [0.17, 0.2],
          [0.15, 0.6],
          [0.09, 0.75],
          [0.065, 0.85],
          [0.05, 3.1],
          [0.1, 3.16],
          [0.05, 3.24],
          [0.14, 3.4],
          [0, 3.4],
        ],
        '#252b2e',
        round,
      ),
    );
    for (const a of around(4))
      to.add(
        STEEL,
        cylinder({ radius: 0.018, height: 0.56, segments: 5 }),
        { at: [Math.sin(a) * 0.15, 3.38, Math.cos(a) * 0.15], rotate: [Math.cos(a) * 0.13, 0, -Math.sin(a) * 0.13] },
        '#252b2e',
      );
    to.add(
      STEEL,
      lathe(
        [
          [0.28, 3.9],
          [0.27, 3.95],
          [0.14, 4.14],
          [0.05, 4.2],
          [0.07, 4.28],
          [0, 4.36],
        ],
        '#252b2e',
        round,
      ),
    );
    to.add(
      STEEL,
      cylinder({ radius: 0.025, height: 0.9, segments: 6 }),
      { at: [0.45, 3.02, 0], rotate: [0, 0, Math.PI / 2] },
      '#252b2e',
    );
  });
  const glass = propParts(`streetLamp/glass/${toHex(color)}`, detail, (to) =>
    to.add(LIT, sphere([0.16, 0.24, 0.16], color, to.segments(16)), { at: [0, 3.64, 0] }),
  );
  const flicker = (t: number): number =>
    actor.motion.kind === 'flicker' && Math.sin(t * 3.1 + copy) > 0.75 && Math.sin(t * 37) > 0 ? 0.3 : 1;
  const light = toLinear(color);
  return propActor(context, post, {
    scale: 0.84,
    animate: (t, _travel, add) =>
      add(glass, undefined, { emissive: (isNight ? 1.05 : 0.25) * flicker(t), castsShadow: false }),
    ...(isNight
      ? {
          lights: (t: number) => [
            {
              position: [0, 3.4, 0.2] as const,
              color: [light[0] * 3.4 * flicker(t), light[1] * 3.4 * flicker(t), light[2] * 3.4 * flicker(t)] as const,
              radius: 8,
            },
          ],
          sprites(t: number) {
            const glow: Sprite[] = [{ at: [0, 3.64, 0], radius: 0.9, color: light, alpha: 0.22 * flicker(t) }];
            return [
              spriteBatch('soft', 'add', glow),
              spriteBatch(coneTexture(), 'add', [
                { at: [0, 1.84, 0], radius: 1.84, color: light, alpha: 0.42 * flicker(t) },
              ]),
            ];
          },
        }
      : {}),
  });
}
