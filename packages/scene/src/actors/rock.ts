import { mixColors, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { paint, warp } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, propActor, propParts, STONE } from './prop.ts';

/** A boulder with two smaller stones; mossy, snowy or icy by word. */
export const rock: ActorModel = { gaits: { spin: 0.2, float: 0.3, fall: 2, fly: 3 }, build };

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const isIce = isCalled(context, /ice|frozen/);
  const color = toSrgb(actor.color ?? (isIce ? '#b8dcea' : '#8b857c'));
  const cap = isCalled(context, /snow/) ? '#f5f8fc' : isCalled(context, /moss/) ? '#6f8f3f' : undefined;
  const parts = propParts(`rock/${toHex(color)}/${cap}/${copy % 4}`, detail, (to) => {
    const stones = [
      [0, 0, 0.62],
      [0.72, 0.22, 0.26],
      [-0.62, 0.34, 0.2],
    ] as const;
    for (const [i, [x, z, size]] of stones.entries()) {
      const salt = i + (copy % 4) * 5;
      const stone = warp(sphere(1, color, to.isHero ? 40 : to.isFar ? 9 : 22), (px, py, pz) => {
        let cut = 1;
        // Flattened where planes cut the ball, so that it has faces and edges as broken stone has.
        for (let k = 0; k < 9; k++) {
          const [a, h] = [chanceOf(k, salt) * 6.3, chanceOf(k, salt + 20) * 1.6 - 0.6];
          const r = Math.sqrt(Math.max(0, 1 - Math.min(1, h * h)));
          const along = px * Math.sin(a) * r + py * h + pz * Math.cos(a) * r;
          const limit = 0.62 + 0.25 * chanceOf(k, salt + 40);
          if (along > limit) cut = Math.min(cut, limit / along);
        }
        return [px * cut * 1.12, Math.max(-0.45, py * cut * 0.86), pz * cut];
      });
      const tinted = paint(stone, (px, py, pz, n) => {
        const base = mixColors(
          shade(color, 0.8),
          shade(color, 1.12),
          softStep(-0.4, 0.8, py + 0.2 * Math.sin(px * 6 + pz * 5)),
        );
        return cap ? mixColors(base, cap, softStep(0.45, 0.75, n[1])) : base;
      });
      to.add(STONE, tinted, { at: [x, size * 0.45, z], rotate: [0, salt, 0], scale: size });
    }
  });
  return propActor(context, parts, { seats: [{ position: [0, 0.75, 0], width: 0.6 }] });
}
