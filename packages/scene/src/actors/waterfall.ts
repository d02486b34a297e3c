import type { Material } from '@openimagine/render';
import { mixColors, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { paint, warp } from '../model/mesh.ts';
import { box, cylinder, plane, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, LEAVES, propActor, propParts, type Sprite, STONE, spriteBatch } from './prop.ts';

/** Water that falls twelve metres over a cliff into its pool, in moving streaks, with mist at the foot. */
export const waterfall: ActorModel = { gaits: {}, build };

const WATER: Material = { pattern: 'water', patternScale: 0.8, specular: 0.9, gloss: 70, emissive: 0.06 };
const VEIL: Material = { specular: 0.4, emissive: 0.16, wrap: 0.6 };
const TOP = 12;

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#6f6a62');
  const parts = propParts(`waterfall/${toHex(color)}`, detail, (to) => {
    const blocks = to.isFar ? 14 : 34;
    for (let i = 0; i < blocks; i++) {
      const side = i % 2 ? 1 : -1;
      const size = 0.9 + 1.1 * chanceOf(i, 2);
      const x = side * (3.7 + 3.4 * chanceOf(i, 3));
      const y = chanceOf(i, 4) * (TOP - 1.5) * (1 - (Math.abs(x) - 3.7) / 9);
      to.add(STONE, sphere([size, size * 1.25, size], shade(color, 0.75 + 0.4 * chanceOf(i, 5)), to.isFar ? 6 : 9), {
        at: [x, Math.max(size * 1.25, y), -1.2 + 0.6 * chanceOf(i, 6)],
        rotate: [0, i, 0],
      });
    }
    to.add(STONE, box(13, TOP - 0.6, 2.6), { at: [0, (TOP - 0.6) / 2, -2.4] }, shade(color, 0.7));
    for (let i = 0; i < (to.isFar ? 8 : 22); i++)
      to.add(LEAVES, sphere([0.8 + chanceOf(i), 0.55, 0.8], i % 2 ? '#4f8f3f' : '#3f7a3a', 8), {
        at: [
          (i % 2 ? 1 : -1) * (2.8 + 4 * chanceOf(i, 8)),
          TOP * (0.55 + 0.45 * chanceOf(i, 9)) * (i % 5 ? 1 : 0.5),
          -0.8 + 0.5 * chanceOf(i, 7),
        ],
      });
    const veil = warp(plane(4.6, TOP + 1, '#dff1f8', to.isFar ? 8 : 28), (x, _y, z) => {
      const s = (z + (TOP + 1) / 2) / (TOP + 1);
      const over = softStep(0, 0.09, s);
      return [
        x * (1 + 0.14 * s) + 0.06 * Math.sin(z * 2 + x * 3),
        TOP - over * (TOP - 0.1) * Math.max(0, (s - 0.02) / 0.98) ** 1.08,
        -1.6 + over * 1.25 + 0.14 * Math.sin(x * 5.2 + Math.sin(z) * 0.4) + 0.3 * s,
      ];
    });
    to.add(
      VEIL,
      paint(veil, (x, y) =>
        mixColors(
          '#8cc4d8',
          '#f4fbff',
          0.5 + 0.5 * Math.sin(x * 9.5 + 0.6 * Math.sin(y * 1.4)) * Math.sin(x * 4.1 + y * 0.25),
        ),
      ),
    );
    to.add(
      WATER,
      cylinder({ radius: 5.2, height: 0.12, segments: to.segments(40) }),
      { at: [0, 0, 2.2], scale: [1.25, 1, 0.85] },
      '#4d9db5',
    );
    for (let i = 0; i < 10; i++)
      to.add(STONE, sphere([0.7, 0.5, 0.6], shade(color, 0.9), 8), {
        at: [Math.sin(i * 0.7 - 3) * 6.2, 0.5, 2.2 + Math.cos(i * 0.7 - 3) * 4],
        rotate: [0, i, 0],
      });
  });
  return propActor(context, parts, {
    sprites(t) {
      const streaks: Sprite[] = [];
      const mist: Sprite[] = [];
      for (let i = 0; i < 90; i++) {
        const age = (t * (0.62 + 0.2 * chanceOf(i, 2)) + chanceOf(i, 3)) % 1;
        const x = (chanceOf(i, 4) - 0.5) * 4.4;
        streaks.push({
          at: [x * (1 + 0.14 * age), TOP - 0.2 - (TOP - 0.6) * age ** 1.4, -0.05 + 0.35 * age],
          radius: 0.06,
          color: [0.75, 0.88, 0.95],
          alpha: 0.5 * Math.sin(age * Math.PI),
          stretch: [0, 0.7 + 1.2 * age, 0],
        });
      }
      for (let i = 0; i < 34; i++) {
        const age = (t * 0.3 + chanceOf(i, 12)) % 1;
        mist.push({
          at: [(chanceOf(i, 13) - 0.5) * 6.5, 0.3 + 2.2 * age * chanceOf(i, 14), 0.5 + age * 1.6],
          radius: 0.5 + 1.1 * age,
          turn: i + age,
          color: [0.9, 0.95, 0.98],
          alpha: 0.2 * Math.sin(age * Math.PI),
        });
      }
      return [spriteBatch('streak', 'add', streaks), spriteBatch('soft', 'alpha', mist)];
    },
    cues: [{ kind: 'waterfall', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.6, pan: 0 }],
  });
}
