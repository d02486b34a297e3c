import type { Material } from '@openimagine/render';
import { type Srgb, shade, toHex, toLinear, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, type Matrix, multiply, rotationY, rotationZ } from '../model/matrix.ts';
import { box, cylinder, ring } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, chanceOf, isCalled, propActor, propParts, STONE } from './prop.ts';

/** Ancient towers, a broken ring and an arch, with windows and runes that can ignite; classical columns and pyramids by word. */
export const ruin: ActorModel = { gaits: {}, build };

const RUNE: Material = { emissive: 2 };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  if (isCalled(context, /pyramid/)) {
    const stone = toSrgb(actor.color ?? '#d8b071');
    return propActor(
      context,
      propParts(`pyramid/${toHex(stone)}`, detail, (to) => addPyramid(to, stone)),
    );
  }
  const isClassical = isCalled(context, /pillar|column|temple|greek|roman|colosseum|acropolis/);
  const color = toSrgb(actor.color ?? (isClassical ? '#cfc3ab' : '#8a6a5e'));
  const glow = isCalled(context, /amber|fire|gold/) ? '#ffb04a' : '#45e8e0';
  const parts = propParts(`ruin/${isClassical}/${toHex(color)}`, detail, (to) =>
    isClassical ? addTemple(to, color) : addCity(to, color),
  );
  if (isClassical) return propActor(context, parts);
  const lit = propParts(`ruin/lit/${glow}`, detail, (to) => addLit(to, glow));
  return propActor(context, parts, {
    animate: (t, _travel, add) => add(lit, undefined, { emissive: 1 + 0.1 * Math.sin(t * 1.7), castsShadow: false }),
    lights: () => [
      { position: [0.5, 4.5, 2.5], color: toLinear(glow, 1.6), radius: 9 },
      { position: [-5, 3, 2.5], color: toLinear('#ffb25e', 0.9), radius: 7 },
    ],
  });
}

/** Courses of stone, each a step smaller than the one below. */
function addPyramid(to: Assembly, color: Srgb): void {
  const courses = to.isFar ? 14 : 24;
  const [width, height] = [15, 9.5];
  for (let i = 0; i < courses; i++) {
    const side = width * (1 - i / courses);
    const thick = height / courses;
    to.add(STONE, box(side, thick, side), { at: [0, (i + 0.5) * thick, 0] }, shade(color, 0.9 + 0.16 * chanceOf(i)));
  }
}

interface Spire {
  readonly x: number;
  readonly z: number;
  readonly width: number;
  readonly floors: number;
}
const SPIRES: readonly Spire[] = [
  { x: -5.2, z: 0, width: 2.1, floors: 7 },
  { x: -3.1, z: -1.4, width: 1.5, floors: 4 },
  { x: 5.9, z: -0.8, width: 1.6, floors: 5 },
];
const FLOOR = 1.75;
const RING = { x: 1.6, y: 3.4, radius: 3.7, tube: 0.55, from: -0.55, arc: 4.0 };

function widthAt({ width, floors }: Spire, floor: number): number {
  return width * (1 - (0.62 * floor) / floors);
}

function addCity(to: Assembly, color: Srgb): void {
  for (const [s, spire] of SPIRES.entries()) {
    for (let floor = 0; floor < spire.floors; floor++) {
      const w = widthAt(spire, floor);
      const at = [spire.x, floor * FLOOR + FLOOR / 2, spire.z] as const;
      const tone = 0.85 + 0.25 * chanceOf(floor, s);
      to.add(STONE, to.rounded([w, FLOOR * 0.98, w], 0.06, shade(color, tone), 1), { at });
      to.add(STONE, to.rounded([w * 1.14, 0.16, w * 1.14], 0.04, shade(color, tone * 0.85), 1), {
        at: [at[0], at[1] + FLOOR / 2, at[2]],
      });
    }
    const top = spire.floors * FLOOR;
    to.add(
      STONE,
      cylinder({ radius: widthAt(spire, spire.floors) * 0.6, topRadius: 0.03, height: FLOOR * 1.6, segments: 5 }),
      { at: [spire.x, top, spire.z], rotate: [0, 0, 0.03] },
      shade(color, 0.9),
    );
    to.add(STONE, to.rounded([spire.width * 1.5, 0.4, spire.width * 1.5], 0.1, shade(color, 0.8), 1), {
      at: [spire.x, 0.2, spire.z],
    });
  }
  // The great ring, broken open: blocks set along it, each a little out of line.
  const blocks = to.isFar ? 16 : 26;
  for (let i = 0; i < blocks; i++) {
    const size = [RING.tube * 1.9, (RING.arc * RING.radius) / blocks, RING.tube * 1.7] as const;
    const loose = 0.05 * (chanceOf(i, 9) - 0.5);
    to.add(
      STONE,
      to.rounded(size, 0.07, shade(color, 0.82 + 0.3 * chanceOf(i, 4)), to.isHero ? 2 : 1),
      multiply(ringPlace((i + 0.5) / blocks), rotationZ(loose)),
    );
  }
  addArch(to, color);
  for (let i = 0; i < (to.isFar ? 8 : 18); i++) {
    const size = 0.25 + 0.5 * chanceOf(i, 21);
    const at = [-7 + 14 * chanceOf(i, 22), size * 0.3, 1 + 2.6 * (chanceOf(i, 23) - 0.3)] as const;
    to.add(STONE, to.rounded([size * 1.3, size * 0.8, size], 0.08, shade(color, 0.75 + 0.3 * chanceOf(i)), 1), {
      at: [at[0], at[1] + 0.12, at[2]],
      rotate: [0.2 * chanceOf(i, 2), i, 0.25 * chanceOf(i, 3)],
    });
  }
}

/** Where a share of the ring's arc lies, with +x outward. */
function ringPlace(share: number): Matrix {
  const angle = RING.from + share * RING.arc;
  return multiply(
    compose({ at: [RING.x, RING.y, -0.4], rotate: [0, 0.25, 0] }),
    rotationZ(angle),
    compose({ at: [RING.radius, 0, 0] }),
  );
}

function addArch(to: Assembly, color: Srgb): void {
  const arch = ring(1.1, 0.26, shade(color, 0.95), Math.PI * 0.86, to.segments(20));
  to.add(STONE, arch, { at: [4.2, 1.5, 1.2], rotate: [0, -0.3, 0] });
  to.add(STONE, cylinder({ radius: 0.32, topRadius: 0.27, height: 1.55, segments: 8 }), { at: [5.25, 0, 1.52] }, color);
  to.add(STONE, cylinder({ radius: 0.32, topRadius: 0.27, height: 1.2, segments: 8 }), { at: [3.15, 0, 0.9] }, color);
}

function addLit(to: Assembly, glow: string): void {
  for (const [s, spire] of SPIRES.entries()) {
    for (let floor = 0; floor < spire.floors; floor++) {
      const w = widthAt(spire, floor);
      const count = Math.max(1, Math.round(w * 2));
      for (let i = 0; i < count; i++) {
        const x = ((i + 0.5) / count - 0.5) * w * 0.86;
        if (chanceOf(i + floor * 5, s + 40) < 0.2) continue;
        for (const turn of [0, Math.PI / 2, -Math.PI / 2]) {
          to.add(
            RUNE,
            box(w * 0.09 + 0.06, 0.42, 0.04),
            multiply(
              compose({ at: [spire.x, floor * FLOOR + 0.9, spire.z] }),
              rotationY(turn),
              compose({ at: [x, 0, w / 2] }),
            ),
            '#ffb866',
          );
        }
      }
    }
    const height = spire.floors * FLOOR;
    to.add(
      RUNE,
      box(0.07, height * 0.96, 0.05),
      {
        at: [spire.x, height / 2, spire.z + spire.width / 2 - 0.02],
        rotate: [-Math.atan2(0.31 * spire.width, height), 0, 0],
      },
      glow,
    );
  }
  const signs = to.isFar ? 14 : 44;
  for (let i = 0; i < signs; i++) {
    const place = ringPlace((i + 0.5) / signs);
    const [w, h] = [0.1 + 0.3 * chanceOf(i, 60), 0.05 + 0.1 * chanceOf(i, 61)];
    to.add(
      RUNE,
      box(w, h, 0.04),
      multiply(place, compose({ at: [0.25 * (chanceOf(i, 62) - 0.5), 0, RING.tube * 0.86] })),
      glow,
    );
    if (i % 2)
      to.add(
        RUNE,
        box(0.05, h * 2.2, 0.04),
        multiply(place, compose({ at: [0.3 * (chanceOf(i, 63) - 0.5), 0, RING.tube * 0.86] })),
        glow,
      );
  }
}

function addTemple(to: Assembly, color: Srgb): void {
  for (const [i, height] of [4.4, 4.4, 4.4, 2.3, 3.4].entries()) {
    const x = -4 + i * 2;
    const profile = [
      [0, 0],
      [0.62, 0],
      [0.62, 0.25],
      [0.5, 0.35],
      [0.44, height * 0.5],
      [0.38, height],
      [0, height],
    ] as const;
    to.add(STONE, lathe(profile, shade(color, 0.92 + 0.1 * chanceOf(i)), to.segments(18)), {
      at: [x, 0.5, 0],
      rotate: [0, 0, i === 3 ? 0.03 : 0],
    });
    if (i < 3) to.add(STONE, to.rounded([1.15, 0.3, 1.15], 0.08, color, 2), { at: [x, 0.65 + height, 0] });
  }
  to.add(STONE, to.rounded([5.6, 0.6, 1.2], 0.08, color, 2), { at: [-2.1, 5.4, 0], rotate: [0, 0, -0.01] });
  for (const [k, y] of [0.12, 0.37].entries())
    to.add(STONE, to.rounded([10.6 - k, 0.25, 3 - k], 0.06, shade(color, 0.85 + k * 0.08), 1), { at: [0, y, 0] });
  to.add(
    STONE,
    cylinder({ radius: 0.42, height: 1.8, segments: to.segments(18) }),
    { at: [1.2, 0.9, 1.1], rotate: [0, 0.4, Math.PI / 2] },
    shade(color, 0.95),
  );
  for (let i = 0; i < 9; i++)
    to.add(STONE, to.rounded([0.6, 0.4, 0.5], 0.08, color, 1), {
      at: [2 + 2.4 * chanceOf(i), 0.25, 0.9 + 1.2 * chanceOf(i, 2)],
      rotate: [0, i, 0],
    });
}
