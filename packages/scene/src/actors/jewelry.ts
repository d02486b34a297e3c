import type { Mesh } from '@openimagine/render';
import { toHex, toSrgb } from '../model/color.ts';
import { warp } from '../model/mesh.ts';
import { ring } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { partColor } from './part-color.ts';
import { around, isCalled, propActor } from './prop.ts';
import { CLEAR, craftParts, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A ring with its stone; a crown, a necklace on a bust, earrings or a trophy cup by word. In centimetres. */
export const jewelry: ActorModel = { gaits: { float: 0.1, spin: 0.5 }, build };

function build(context: ActorContext): Actor {
  const form = isCalled(context, /crown|tiara/)
    ? 'crown'
    : isCalled(context, /necklace|pendant/)
      ? 'necklace'
      : isCalled(context, /trophy|\bcup\b|medal/)
        ? 'trophy'
        : 'ring';
  const isSilver = isCalled(context, /silver|platinum|white gold/);
  const metal = toSrgb(context.actor.color ?? (isSilver ? '#c9ced6' : '#dcae48'));
  const told = partColor(context.actor, 'stone');
  const stone =
    told !== undefined
      ? told
      : isCalled(context, /ruby/)
        ? '#c4122f'
        : isCalled(context, /emerald/)
          ? '#0f9d58'
          : isCalled(context, /sapphire/)
            ? '#1f4fc4'
            : isCalled(context, /amethyst/)
              ? '#8a3fc4'
              : form === 'crown'
                ? '#c4122f'
                : '#e9f4fb';
  const parts = craftParts(`jewelry/${form}/${toHex(metal)}/${stone}`, context.detail, (to) =>
    MAKE[form](to, metal, stone),
  );
  return propActor(context, parts, { scale: 0.01 });
}

type Color = ReturnType<typeof toSrgb>;

/** A brilliant: table, crown and pavilion in facets of light and dark. */
function gem(to: Tools, at: readonly [number, number, number], radius: number, tone: string): void {
  const facets = { ...CLEAR, emissive: 0.12 };
  to.turned(
    facets,
    [0, -0.75, 0.98, 0, 1, 0.05, 0.98, 0.1, 0.6, 0.42, 0, 0.42].map((v) => v * radius),
    tone,
    { at },
    8,
  );
  to.turned(
    { ...CLEAR, emissive: 0.5 },
    [0.56 * radius, 0.43 * radius, 0, 0.435 * radius],
    '#ffffff',
    { at, rotate: [0, 0.39, 0] },
    8,
  );
}

const MAKE: Record<'ring' | 'crown' | 'necklace' | 'trophy', (to: Tools, metal: Color, stone: string) => void> = {
  ring(to, metal, stone) {
    to.add(POLISHED, ringBand(to, metal), { at: [0, 1.06, 0] });
    to.turned(POLISHED, [0.14, 0, 0.3, 0.3, 0.26, 0.34, 0, 0.2], metal, { at: [0, 2, 0] }, 20);
    for (const a of around(6))
      to.bar(
        POLISHED,
        [
          Math.sin(a) * 0.2,
          2.02,
          Math.cos(a) * 0.2,
          Math.sin(a) * 0.4,
          2.4,
          Math.cos(a) * 0.4,
          Math.sin(a) * 0.34,
          2.56,
          Math.cos(a) * 0.34,
        ],
        0.045,
        metal,
      );
    gem(to, [0, 2.42, 0], 0.42, stone);
    for (const s of [-1, 1])
      for (let i = 0; i < 4; i++) {
        const a = 0.42 + i * 0.17;
        to.bead({ ...CLEAR, emissive: 0.4 }, 0.075, [s * Math.sin(a) * 1.07, 1.06 + Math.cos(a) * 1.07, 0], '#f3fafd');
      }
  },
  crown(to, metal, stone) {
    to.turned(
      POLISHED,
      [8.6, 0, 9, 0, 9.2, 0.6, 9, 1.2, 9.2, 3.2, 9, 3.8, 8.8, 3.8, 8.6, 3.2, 8.6, 0.4],
      metal,
      undefined,
      64,
    );
    to.turned(SOFT, [8.5, 0.4, 8.4, 5, 7.4, 9, 4, 11.4, 0, 11.8], '#7a1226', undefined, 40);
    for (const [i, a] of around(8).entries()) {
      const [x, z] = [Math.sin(a), Math.cos(a)];
      const tall = i % 2 ? 7.4 : 9.6;
      const r = 9;
      to.plate(
        POLISHED,
        [-2.2, 0, 2.2, 0, 1, tall * 0.55, 1.4, tall * 0.7, 0, tall, -1.4, tall * 0.7, -1, tall * 0.55],
        0.5,
        metal,
        { at: [x * r, 3.6, z * r], rotate: [-0.08, a, 0] },
        0.15,
      );
      to.ball(POLISHED, i % 2 ? 0.6 : 0.75, [x * (r - 0.4), 3.8 + tall + 0.4, z * (r - 0.4)], metal);
      to.bead({ ...CLEAR, emissive: 0.15 }, [0.75, 0.95, 0.5], [x * 9.15, 2.1, z * 9.15], i % 2 ? '#1f4fc4' : stone, [
        0,
        a,
        0,
      ]);
      to.bead({ ...CLEAR, emissive: 0.15 }, 0.55, [x * 9.1, 6.2, z * 9.1], i % 2 ? stone : '#0f9d58');
      if (i % 2 === 0)
        to.bar(POLISHED, [x * 8.4, 11, z * 8.4, x * 6.4, 14, z * 6.4, x * 2.4, 14.6, z * 2.4, 0, 13.4, 0], 0.5, metal);
    }
    to.ball(POLISHED, 1.3, [0, 14.4, 0], metal);
    to.block(POLISHED, [0.5, 2.6, 0.5], [0, 16.6, 0], metal, 0.1);
    to.block(POLISHED, [1.9, 0.5, 0.5], [0, 16.9, 0], metal, 0.1);
    for (const a of around(26)) to.bead(SOFT, 0.42, [Math.sin(a) * 9.15, 0.6, Math.cos(a) * 9.15], '#f7f3ea');
  },
  necklace(to, metal, stone) {
    const bust = [0, 0, 9.6, 0, 11, 3, 11.2, 7, 10, 11, 7.4, 14.4, 5, 17, 4.1, 20, 3.9, 25, 3.6, 26.4, 0, 26.8];
    to.turned(SOFT, bust, '#26262b', { scale: [1.15, 1, 0.72] }, 56);
    const radiusAt = (y: number): number => {
      for (let k = 2; k < bust.length; k += 2)
        if (y <= bust[k + 1]!)
          return (
            bust[k - 2]! +
            ((bust[k]! - bust[k - 2]!) * (y - bust[k - 1]!)) / Math.max(0.01, bust[k + 1]! - bust[k - 1]!)
          );
      return 0;
    };
    for (const a of around(84)) {
      const y = 19.4 - 9 * ((1 + Math.cos(a)) / 2) ** 2.4;
      const r = radiusAt(y) + 0.25;
      to.bead(POLISHED, 0.32, [Math.sin(a) * r * 1.15, y, Math.cos(a) * (r * 0.72 + 0.1)], metal);
    }
    gem(to, [0, 8.6, 8.4], 1.15, stone);
    to.hoop(POLISHED, 1.25, 0.16, [0, 8.8, 8.3], metal, [0, 0, 0]);
  },
  trophy(to, metal) {
    to.block(SOFT, [12, 5, 12], [0, 2.5, 0], '#2a1d16', 0.6);
    to.turned(
      POLISHED,
      [
        0, 5, 4.4, 5, 4.2, 6, 1.6, 8, 1.2, 11, 2, 12.5, 1.4, 13.4, 4.6, 17, 6.6, 22, 7.2, 28, 7.5, 28.6, 7, 28.6, 6.2,
        23, 0, 17,
      ],
      metal,
      undefined,
      48,
    );
    for (const s of [-1, 1])
      to.bar(POLISHED, [s * 6.8, 26, 0, s * 11, 27, 0, s * 12, 22, 0, s * 8, 18.6, 0, s * 5, 17.6, 0], 0.6, metal);
    to.block(POLISHED, [7, 2.4, 0.3], [0, 2.5, 6], metal, 0.1);
  },
};

function ringBand(to: Tools, metal: Color): Mesh {
  return warp(ring(1, 0.11, metal, Math.PI * 2, to.segments(64)), (x, y, z) => [x, y, z * 1.5]);
}
