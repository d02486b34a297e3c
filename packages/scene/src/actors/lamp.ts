import type { Material } from '@openimagine/render';
import { toHex, toLinear, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { cylinder, ring, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, LIT, propActor, propParts, STEEL, spriteBatch } from './prop.ts';

/** A floor lamp whose shade glows; a table lamp or a paper lantern by word. */
export const lamp: ActorModel = { gaits: { sway: 0, float: 0.2, flicker: 0 }, build };

const SHADE: Material = { emissive: 0.8, pattern: 'fabric', patternScale: 120, wrap: 0.4 };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isLantern = isCalled(context, /lantern|chandelier|bulb/);
  const isTable = isCalled(context, /desk|table|bedside|torch|flashlight/);
  const color = toSrgb(actor.color ?? (isLantern ? '#f0702c' : '#ffdf9e'));
  const height = isLantern ? 0.42 : isTable ? 0.5 : 1.62;
  const stand = propParts(`lamp/stand/${isLantern}/${isTable}`, detail, (to) => {
    if (isLantern) {
      for (const y of [0.015, 0.4])
        to.add(
          STEEL,
          cylinder({ radius: 0.09, height: 0.03, segments: to.segments(24) }),
          { at: [0, y - 0.015, 0] },
          '#2c1c14',
        );
      to.add(STEEL, ring(0.06, 0.008, '#2c1c14'), { at: [0, 0.47, 0] });
      return;
    }
    const base = isTable ? 0.1 : 0.16;
    to.add(
      STEEL,
      lathe(
        [
          [0, 0],
          [base, 0],
          [base, 0.015],
          [base * 0.6, 0.035],
          [0.02, 0.05],
          [0, 0.05],
        ],
        '#c79a4a',
        to.segments(32),
      ),
    );
    to.add(STEEL, cylinder({ radius: 0.013, height: height - 0.2, segments: 10 }), { at: [0, 0.03, 0] }, '#c79a4a');
    if (isTable) to.add(STEEL, sphere([0.075, 0.11, 0.075], '#3d7f86', to.segments(24)), { at: [0, 0.14, 0] });
  });
  const wide = isTable ? 0.16 : 0.25;
  const glow = propParts(`lamp/shade/${isLantern}/${isTable}/${toHex(color)}`, detail, (to) => {
    if (isLantern) {
      const steps = Array.from(
        { length: 15 },
        (_, i) => [0.09 + 0.1 * Math.sin((i / 14) * Math.PI) + (i % 2) * 0.006, 0.03 + (i / 14) * 0.36] as const,
      );
      to.add(SHADE, lathe(steps, color, to.segments(28)));
      return;
    }
    const [bottom, top] = [height - (isTable ? 0.22 : 0.34), height];
    to.add(
      SHADE,
      lathe(
        [
          [wide, bottom],
          [wide * 0.62, top],
          [wide * 0.6, top],
          [0, top - 0.01],
        ],
        color,
        to.segments(36),
      ),
    );
    to.add(
      SHADE,
      lathe(
        [
          [0.001, bottom + 0.06],
          [wide * 0.9, bottom + 0.06],
          [wide, bottom],
        ].toReversed() as [number, number][],
        '#fff1cf',
        to.segments(36),
      ),
    );
    to.add(LIT, sphere(0.045, '#fff4d8', 12), { at: [0, bottom + 0.03, 0] });
  });
  const middle = isLantern ? 0.22 : height - 0.2;
  const flicker = (t: number): number =>
    isLantern || actor.motion.kind === 'flicker' ? 1 + 0.08 * Math.sin(t * 9) * Math.sin(t * 5.3) : 1;
  const light = toLinear(color);
  return propActor(context, stand, {
    animate: (t, _travel, add) => add(glow, undefined, { emissive: flicker(t), castsShadow: false }),
    lights: (t) => [
      {
        position: [0, middle, 0.3],
        color: [light[0] * 2.4 * flicker(t), light[1] * 2.2 * flicker(t), light[2] * 2 * flicker(t)],
        radius: isLantern ? 4 : 5,
      },
    ],
    sprites: (t) => [
      spriteBatch('soft', 'add', [{ at: [0, middle, 0], radius: wide * 2.6, color: light, alpha: 0.12 * flicker(t) }]),
    ],
  });
}
