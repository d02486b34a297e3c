import type { Mesh } from '@openimagine/render';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { paint, warp } from '../model/mesh.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, chanceOf, isCalled, LEAVES, propActor } from './prop.ts';
import { craftParts, SOFT, type Tools } from './prop-tools.ts';

/** A tall cactus with arms; a small one in its pot, a potted plant or a bonsai by word. */
export const cactus: ActorModel = { gaits: { dance: 0, sway: 0, float: 0.1 }, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const form = isCalled(context, /bonsai/)
    ? 'bonsai'
    : isCalled(context, /plant|fern|monstera|succulent|aloe/) && !isCalled(context, /cactus/)
      ? 'plant'
      : isCalled(context, /pot|small|tiny|cute|mini/)
        ? 'pot'
        : 'tall';
  const color = toSrgb(actor.color ?? (form === 'plant' || form === 'bonsai' ? '#3f8a45' : '#4f8f4f'));
  const parts = craftParts(`cactus/${form}/${toHex(color)}`, detail, (to) => MAKE[form](to, color));
  return propActor(context, parts);
}

/** A stem with ribs that run along it. */
function ribbed(to: Tools, path: readonly (readonly [number, number, number])[], radius: number, color: Srgb): Mesh {
  const sides = to.isHero ? 32 : 16;
  const stem = tube(path, {
    radius: (s) => radius * Math.min(1, Math.sqrt(Math.max(0.02, 1 - s)) * 2.2),
    color,
    rings: path.length * (to.isHero ? 5 : 3),
    sides,
  });
  let ring = -1;
  const fluted = warp(stem, (x, y, z) => {
    ring++;
    const at = ring % sides;
    const k = ring < sides * (path.length * (to.isHero ? 5 : 3) + 1) && at % 2 ? 0.9 : 1;
    const [cx, cz] = nearest(path, y);
    return [cx + (x - cx) * k, y, cz + (z - cz) * k];
  });
  return paint(fluted, (_x, y, _z, [, ny]) =>
    mixColors(shade(color, 0.9 + 0.08 * Math.sin(y * 9)), '#a9c98a', Math.max(0, ny) * 0.3),
  );
}

function nearest(path: readonly (readonly [number, number, number])[], y: number): readonly [number, number] {
  let best = path[0]!;
  for (const point of path) if (Math.abs(point[1] - y) < Math.abs(best[1] - y)) best = point;
  return [best[0], best[2]];
}

function pot(to: Tools, radius: number, height: number, color: string): void {
  const r = radius;
  to.turned(
    SOFT,
    [
      0,
      0,
      r * 0.72,
      0,
      r * 0.76,
      height * 0.04,
      r * 0.95,
      height * 0.78,
      r * 1.06,
      height * 0.79,
      r * 1.08,
      height,
      r * 0.96,
      height,
      r * 0.93,
      height * 0.9,
      0,
      height * 0.9,
    ],
    color,
    undefined,
    44,
  );
  to.turned(SOFT, [r * 0.94, height * 0.92, r * 0.5, height * 0.95, 0, height * 0.94], '#4a3526', undefined, 28);
}

const MAKE: Record<'tall' | 'pot' | 'plant' | 'bonsai', (to: Tools, color: Srgb) => void> = {
  tall(to, color) {
    to.add(
      SOFT,
      ribbed(
        to,
        [
          [0, 0.2, 0],
          [0, 1, 0],
          [0.02, 2, 0],
          [0, 3, 0],
          [0, 3.7, 0],
        ],
        0.32,
        color,
      ),
    );
    to.add(
      SOFT,
      tubeArm(
        to,
        [
          [0.1, 1.3, 0],
          [0.7, 1.3, 0.05],
          [0.95, 1.55, 0.05],
          [0.98, 2.2, 0.05],
          [0.98, 2.8, 0.05],
        ],
        0.21,
        color,
      ),
    );
    to.add(
      SOFT,
      tubeArm(
        to,
        [
          [-0.1, 1.9, 0],
          [-0.6, 1.9, -0.05],
          [-0.82, 2.1, -0.05],
          [-0.85, 2.6, -0.05],
          [-0.85, 3, -0.05],
        ],
        0.18,
        color,
      ),
    );
    spines(to, 0, 0, 0.33, 0.2, 3.5, 90);
    spines(to, 0.98, 0.05, 0.21, 1.7, 2.7, 30);
    spines(to, -0.85, -0.05, 0.18, 2.2, 2.9, 22);
    for (const [x, y, z] of [
      [0, 3.72, 0.05],
      [0.98, 2.84, 0.1],
      [0.12, 3.66, 0.16],
    ] as const)
      for (const a of around(5))
        to.bead(SOFT, [0.03, 0.09, 0.05], [x + Math.sin(a) * 0.05, y, z + Math.cos(a) * 0.05], '#ee6fa0', [0.5, a, 0]);
  },
  pot(to, color) {
    pot(to, 0.11, 0.17, '#c4693c');
    to.add(
      SOFT,
      ribbed(
        to,
        [
          [0, 0.14, 0],
          [0, 0.22, 0],
          [0, 0.3, 0],
          [0, 0.37, 0],
        ],
        0.075,
        color,
      ),
    );
    to.add(
      SOFT,
      ribbed(
        to,
        [
          [0.06, 0.22, 0],
          [0.11, 0.25, 0],
          [0.115, 0.31, 0],
        ],
        0.035,
        color,
      ),
    );
    spines(to, 0, 0, 0.077, 0.18, 0.36, 60, 0.12);
    for (const a of around(6))
      to.bead(SOFT, [0.012, 0.028, 0.018], [Math.sin(a) * 0.02, 0.385, Math.cos(a) * 0.02], '#ee6fa0', [0.7, a, 0]);
  },
  plant(to, color) {
    pot(to, 0.2, 0.32, '#e9e4da');
    for (let i = 0; i < (to.isFar ? 9 : 20); i++) {
      const a = i * 2.4;
      const out = 0.14 + 0.3 * chanceOf(i);
      const top = 0.55 + 0.55 * chanceOf(i, 3);
      const [x, z] = [Math.sin(a) * out, Math.cos(a) * out];
      to.bar(LEAVES, [x * 0.2, 0.3, z * 0.2, x * 0.6, top * 0.75, z * 0.6, x, top, z], 0.008, '#5b8f4a');
      const size = 0.13 + 0.06 * chanceOf(i, 5);
      const leaf = [0, -0.1, 0.35, 0.1, 0.5, 0.45, 0.35, 0.9, 0, 1.3, -0.35, 0.9, -0.5, 0.45, -0.35, 0.1].map(
        (v) => v * size,
      );
      to.plate(
        LEAVES,
        leaf,
        0.008,
        mixColors(color, '#7fb85a', chanceOf(i, 7) * 0.6),
        { at: [x, top, z], rotate: [0.9 + 0.4 * chanceOf(i, 9), a, 0] },
        0.002,
      );
    }
  },
  bonsai(to, color) {
    to.block({ specular: 0.5, gloss: 60 }, [0.56, 0.1, 0.34], [0, 0.07, 0], '#2f4a66', 0.03);
    for (const x of [-0.2, 0.2])
      to.block({ specular: 0.5, gloss: 60 }, [0.08, 0.03, 0.28], [x, 0.012, 0], '#2f4a66', 0.01);
    to.block(SOFT, [0.5, 0.04, 0.28], [0, 0.115, 0], '#5f7a3a', 0.018);
    const bark = { pattern: 'rock', patternScale: 9, specular: 0.03 } as const;
    to.bar(
      bark,
      [0.08, 0.1, 0, 0.0, 0.2, 0.03, -0.1, 0.3, 0, -0.05, 0.42, -0.03, 0.06, 0.52, 0, 0.05, 0.62, 0],
      (s) => 0.052 - 0.035 * s,
      '#5d4530',
    );
    to.bar(bark, [-0.08, 0.3, 0, -0.2, 0.35, 0.03, -0.28, 0.38, 0.02], (s) => 0.026 - 0.016 * s, '#5d4530');
    to.bar(bark, [0.02, 0.46, 0, 0.16, 0.46, -0.02, 0.24, 0.48, 0], (s) => 0.022 - 0.014 * s, '#5d4530');
    for (const s of [-1, 1])
      to.bar(
        bark,
        [0.08, 0.14, 0, 0.08 + s * 0.08, 0.12, 0.04, 0.08 + s * 0.12, 0.1, 0.06],
        (k) => 0.03 - 0.024 * k,
        '#5d4530',
      );
    for (const [x, y, z, r] of [
      [-0.3, 0.41, 0.02, 0.13],
      [0.26, 0.51, 0, 0.13],
      [0.04, 0.68, 0, 0.17],
      [-0.08, 0.58, 0.06, 0.11],
      [0.1, 0.6, -0.08, 0.12],
    ] as const) {
      to.blob(
        LEAVES,
        Array.from(
          { length: 8 },
          (_, i) =>
            ({
              kind: 'ball',
              at: [x + Math.sin(i * 2.4) * r * 0.6, y + 0.03 * chanceOf(i, 4), z + Math.cos(i * 2.4) * r * 0.6],
              radius: [r * 0.55, r * 0.34, r * 0.55],
            }) as const,
        ),
        0.02,
        mixColors(color, '#7fae4a', chanceOf(Math.round(x * 99)) * 0.4),
        0.03,
      );
    }
  },
};

/** Arms bend: their ribs would tear, so they are plain. */
function tubeArm(to: Tools, path: readonly (readonly [number, number, number])[], radius: number, color: Srgb): Mesh {
  const arm = tube(path, {
    radius: (s) => radius * Math.min(1, Math.sqrt(Math.max(0.02, 1 - s)) * 2.2),
    color,
    rings: path.length * 5,
    sides: to.segments(20),
  });
  return paint(arm, (_x, y) => shade(color, 0.92 + 0.07 * Math.sin(y * 9)));
}

function spines(
  to: Tools,
  x: number,
  z: number,
  radius: number,
  low: number,
  high: number,
  count: number,
  size = 1,
): void {
  for (let i = 0; i < (to.isFar ? 0 : count); i++) {
    const a = (i % 10) * ((Math.PI * 2) / 10) + 0.16;
    const y = low + ((high - low) * (i + 0.5)) / count;
    const [dx, dz] = [Math.sin(a), Math.cos(a)];
    to.add(
      SOFT,
      tube(
        [
          [x + dx * radius, y, z + dz * radius],
          [x + dx * (radius + 0.09 * size), y + 0.03 * size, z + dz * (radius + 0.09 * size)],
        ],
        { radius: 0.006 * Math.max(0.3, size), color: '#f2ead0', rings: 1, sides: 3 },
      ),
    );
  }
}
