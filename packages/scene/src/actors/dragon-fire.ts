import type { PointLight, Sprites, Vec3 } from '@openimagine/render';
import { SPRITE_STRIDE } from '@openimagine/render';

const FLAMES = 46;
const LIFE_SECONDS = 0.75;

/**
 * A jet of flame in bursts: puffs that leave the mouth, grow, cool from white to red, and rise.
 * @param along Where it blows to; its length is the reach in metres.
 */
export function fireBreath(
  mouth: Vec3,
  along: Vec3,
  scale: number,
  seconds: number,
): { readonly sprites: readonly Sprites[]; readonly lights: readonly PointLight[] } {
  const data = new Float32Array(FLAMES * SPRITE_STRIDE);
  const strength = 0.55 + 0.45 * Math.sin(seconds * 2.2 + 1.2);
  let count = 0;
  for (let i = 0; i < FLAMES; i++) {
    const born = i / FLAMES;
    const cycle = seconds / LIFE_SECONDS + born;
    const age = cycle - Math.floor(cycle);
    const burst = Math.floor(cycle) * 7.13 + i * 2.39;
    const spread = age * 0.34 * scale;
    const at = count++ * SPRITE_STRIDE;
    const reach = age * (0.6 + 0.9 * strength);
    data.set(
      [
        mouth[0] + along[0] * reach + spread * Math.sin(burst * 3.1),
        mouth[1] + along[1] * reach + spread * Math.sin(burst * 5.3) + age * age * 0.35 * scale,
        mouth[2] + along[2] * reach + spread * Math.sin(burst * 4.1),
        (0.07 + 0.26 * age) * scale,
        burst % 6.28,
        2.2 * (1 - age * 0.4),
        1.25 * (1 - age) ** 1.3 + 0.12,
        0.35 * (1 - age) ** 3,
        (1 - age) ** 1.2 * 0.75 * strength,
        0,
        0,
        0,
      ],
      at,
    );
  }
  const flicker = strength * (0.85 + 0.15 * Math.sin(seconds * 31));
  return {
    sprites: [{ shape: 'soft', blend: 'add', count, data }],
    lights: [
      {
        position: [mouth[0] + along[0] * 0.5, mouth[1] + along[1] * 0.5, mouth[2] + along[2] * 0.5],
        color: [3.2 * flicker, 1.3 * flicker, 0.3 * flicker],
        radius: 4.5 * scale,
      },
    ],
  };
}
