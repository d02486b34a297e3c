import type { Material, Mesh } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toHex, toLinear, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { paint } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { BRIGHT, propActor, propParts, type Sprite, STEEL, spriteBatch } from './prop.ts';

/** A candle on a saucer; its flame leans, licks and flickers, and lights what is near. */
export const candle: ActorModel = { gaits: { flicker: 0, float: 0.2 }, build };

const WAX: Material = { emissive: 0.07, wrap: 0.5, specular: 0.12, gloss: 30 };

/** Wax lets light through: warm and bright below the flame, dim at the foot. */
function glowing(color: Srgb, mesh: Mesh): Mesh {
  return paint(mesh, (_x, y) =>
    mixColors(
      shade(mixColors(color, '#b8702c', 0.35), 0.62),
      mixColors(color, '#ffd9a0', 0.4),
      softStep(0.03, 0.15, y),
    ),
  );
}

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const color = toSrgb(actor.color ?? '#f6ead0');
  const wax = propParts(`candle/${toHex(color)}`, detail, (to) => {
    const round = to.segments(28);
    to.add(
      STEEL,
      lathe(
        [
          [0, 0],
          [0.05, 0],
          [0.075, 0.012],
          [0.078, 0.018],
          [0.05, 0.01],
          [0, 0.01],
        ],
        '#c39a4e',
        round,
      ),
    );
    to.add(
      WAX,
      glowing(
        color,
        lathe(
          [
            [0.034, 0.01],
            [0.034, 0.05],
            [0.034, 0.09],
            [0.034, 0.12],
            [0.034, 0.15],
            [0.031, 0.158],
            [0.024, 0.155],
            [0, 0.146],
          ],
          color,
          round,
        ),
      ),
    );
    for (const [angle, y] of [
      [0.4, 0.13],
      [2.2, 0.115],
      [4.1, 0.137],
    ] as const) {
      to.add(WAX, sphere([0.007, 0.026, 0.007], color, 10), {
        at: [Math.sin(angle) * 0.033, y, Math.cos(angle) * 0.033],
      });
    }
    to.add(STEEL, cylinder({ radius: 0.002, height: 0.018, segments: 6 }), { at: [0, 0.146, 0] }, '#2a1a12');
  });
  const flame = propParts('candle/flame', detail, (to) =>
    to.add(
      BRIGHT,
      lathe(
        [
          [0, 0],
          [0.009, 0.008],
          [0.011, 0.018],
          [0.008, 0.032],
          [0.003, 0.046],
          [0, 0.054],
        ],
        '#ffc766',
        to.segments(16),
      ),
      { at: [0, 0.158, 0] },
    ),
  );
  const phase = copy * 2.7 + actor.id.length;
  const flicker = (t: number): number =>
    1 + 0.09 * Math.sin(t * 11 + phase) * Math.sin(t * 4.7) + 0.06 * Math.sin(t * 23 + phase);
  const light = toLinear('#ffab4d');
  return propActor(context, wax, {
    animate(t, _travel, add) {
      const lean = 0.1 * Math.sin(t * 3.1 + phase) + 0.05 * Math.sin(t * 7.7);
      const tall = flicker(t);
      add(
        flame,
        [1, 0, 0, 0, -lean, tall, lean * 0.4, 0, 0, 0, 1, 0, 0.158 * lean, 0.158 * (1 - tall), -0.158 * lean * 0.4, 1],
        { castsShadow: false },
      );
    },
    lights: (t) => [
      {
        position: [0, 0.34, 0.1],
        color: [light[0] * 0.5 * flicker(t), light[1] * 0.5 * flicker(t), light[2] * 0.5 * flicker(t)],
        radius: 2.2,
      },
    ],
    sprites(t) {
      const glows: Sprite[] = [
        { at: [0, 0.18, 0], radius: 0.045, color: [1.2, 0.62, 0.24], alpha: 0.34 * flicker(t) },
        { at: [0, 0.18, 0], radius: 0.22, color: light, alpha: 0.07 * flicker(t) },
      ];
      return [spriteBatch('soft', 'add', glows)];
    },
  });
}
