import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext } from './actor.ts';
import { lettering } from './lettering.ts';
import { CERAMIC, chanceOf, isCalled, MATT, propActor, type Sprite, spriteBatch } from './prop.ts';
import { craftParts } from './prop-tools.ts';

const RADIUS = 0.044;

/** A straight mug without a saucer, with what is written on it, full and steaming unless it is empty. */
export function buildMug(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#f2efe8');
  const isEmpty = isCalled(context, /empty/);
  const drink = toSrgb(isCalled(context, /\btea\b/) ? '#b5651d' : '#4a2812');
  const parts = craftParts(`mug/${toHex(color)}/${toHex(drink)}/${isEmpty}`, detail, (to) => {
    to.turned(
      CERAMIC,
      [0, 0, 0.036, 0, 0.041, 0.003, RADIUS, 0.012, RADIUS, 0.097, 0.0425, 0.1, 0.0405, 0.097, 0.0405, 0.012, 0, 0.008],
      color,
      undefined,
      48,
    );
    if (!isEmpty) to.disc(MATT, 0.0405, 0.002, [0, 0.085, 0], drink);
    const handle = [
      0.042, 0.082, 0, 0.066, 0.083, 0, 0.078, 0.066, 0, 0.076, 0.042, 0, 0.062, 0.026, 0, 0.042, 0.025, 0,
    ];
    to.bar(CERAMIC, handle, 0.0065, color);
  });
  const words = actor.text?.trim();
  const tag = words
    ? [
        lettering(context, words, {
          width: 0.082,
          height: 0.066,
          at: [0, 0.052, 0],
          rotate: [0, -0.12, 0],
          radius: RADIUS + 0.0006,
          text: { color: inkOn(color), font: 'display' },
        }),
      ]
    : [];
  return propActor(context, [...parts, ...tag], {
    sprites: (t) => (isEmpty ? [] : [spriteBatch('soft', 'alpha', steam(t))]),
  });
}

function inkOn(color: Srgb): string {
  const [r, g, b] = color;
  return 0.3 * r + 0.59 * g + 0.11 * b > 120 ? toHex(shade(color, 0.18)) : '#f6f3ea';
}

function steam(t: number): Sprite[] {
  return Array.from({ length: 12 }, (_, i) => {
    const age = (t * 0.28 + i / 12) % 1;
    return {
      at: [
        Math.sin(age * 5 + i * 2.4 + t * 0.7) * 0.014 * (0.4 + age),
        0.1 + age * 0.15,
        (chanceOf(i, 3) - 0.5) * 0.03,
      ],
      radius: 0.013 + age * 0.028,
      turn: i + t * 0.4,
      color: [0.9, 0.9, 0.92],
      alpha: 0.17 * Math.sin(age * Math.PI),
    };
  });
}
