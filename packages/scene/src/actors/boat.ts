import type { Mesh } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { type Matrix, multiply, rotationX, rotationZ } from '../model/matrix.ts';
import { fillColors, paint, smoothNormals } from '../model/mesh.ts';
import { box, cylinder, ring } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { foldedPaper, isFolded } from './folded-paper.ts';
import {
  type Assembly,
  chanceOf,
  FABRIC,
  isCalled,
  LIT,
  PAINT,
  PLANKS,
  propActor,
  propParts,
  STEEL,
  WOOD,
} from './prop.ts';

/** A rowing boat; a sailing boat, a ship or one of folded paper by word. It rocks on the water that it floats in (draught included). */
export const boat: ActorModel = { gaits: { float: 0.2, drive: 3, swim: 2, run: 5, walk: 1 }, build };

function build(context: ActorContext): Actor {
  const { actor, detail, isNight, copy } = context;
  if (isFolded(context)) return foldedPaper(context, 'boat', { root: rocking(0.05, 0, copy) });
  const isSail = isCalled(context, /sail|yacht|schooner|galleon|frigate|pirate|caravel|clipper|junk/);
  const isShip = !isSail && isCalled(context, /ship|vessel|ferry|liner|steam|tanker|cargo|freighter|warship|tug/);
  const color = toSrgb(actor.color ?? (isShip ? '#23405e' : isSail ? '#8a4f2c' : '#b5562e'));
  const form = isSail ? 'sail' : isShip ? 'ship' : 'row';
  const parts = propParts(`boat/${form}/${toHex(color)}/${isNight}`, detail, (to) => {
    if (form === 'row') addRowing(to, color);
    else if (form === 'sail') addSailing(to, color);
    else addShip(to, color, isNight);
  });
  const rock = form === 'ship' ? 0.012 : 0.035;
  return propActor(context, parts, {
    scale: 1,
    seats: [
      { position: [0, form === 'row' ? 0.42 : form === 'sail' ? 0.95 : 1.5, form === 'row' ? -0.2 : -0.9], width: 0.8 },
    ],
    root: rocking(rock, 0.02 + rock * 0.4, copy),
  });
}

/**
 * @param rock The lean, radians.
 * @param lift By as much as the lean dips the keel, metres.
 */
function rocking(rock: number, lift: number, copy: number): (seconds: number) => Matrix {
  return (t) => {
    const roll = rotationZ(rock * Math.sin(t * 1.3 + copy));
    const turned = [...multiply(roll, rotationX(rock * 0.6 * Math.sin(t * 0.9 + copy * 2)))];
    turned[13] = lift;
    return turned;
  };
}

/** A hull open at the top: planked sides that sweep up to the bow (+z); outside and inside. */
function hull(
  color: Srgb,
  [length, width, height]: readonly [number, number, number],
  steps: number,
  stern: number,
): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  const rows = 6;
  for (const inside of [0, 1]) {
    const first = positions.length / 3;
    for (let i = 0; i <= steps; i++) {
      const s = i / steps;
      const along = (s - 0.5) * length;
      const half =
        (width / 2) *
        Math.min(1, Math.sin(Math.PI * Math.min(1, (1 - s) * 0.62 + 0.0)) * 1.12) *
        (s < 0.3 ? stern + (1 - stern) * softStep(0, 0.3, s) : 1);
      const top = height * (1 + 0.38 * softStep(0.6, 1, s) + 0.12 * softStep(0.3, 0, s));
      const keel = height * 0.5 * softStep(0.72, 1, s);
      for (let j = 0; j <= rows * 2; j++) {
        const v = j / rows - 1;
        const side = Math.sign(v) * Math.abs(v) ** 0.6;
        const rise = Math.abs(v) ** 2.4;
        positions.push(
          side * (half - inside * 0.03),
          keel + (top - keel) * rise + inside * 0.03 * (1 - rise),
          along * (1 - inside * 0.01),
        );
      }
    }
    const n = rows * 2 + 1;
    for (let i = 0; i < steps; i++) {
      for (let j = 0; j < rows * 2; j++) {
        const a = first + i * n + j;
        const quad = [a, a + 1, a + n + 1, a, a + n + 1, a + n];
        indices.push(...(inside ? quad.reverse() : quad));
      }
    }
    // The transom.
    for (let j = 1; j < rows * 2; j++)
      indices.push(
        ...(inside ? [first, first + j, first + j + 1].reverse() : [first, first + j + 1, first + j].reverse()),
      );
  }
  const mesh = { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
  const half = mesh.positions.length / 3;
  const base = { ...mesh, normals: smoothNormals(mesh.positions, mesh.indices), colors: fillColors(half, color) };
  return paint(base, (_x, y) =>
    y > height * 0.82 ? mixColors(color, '#f4ead6', 0.75) : y < height * 0.3 ? shade(color, 0.6) : color,
  );
}

function addRowing(to: Assembly, color: Srgb): void {
  to.add(PLANKS, hull(color, [3.4, 1.3, 0.52], to.segments(28), 0.75));
  for (const z of [-1.0, -0.2, 0.65])
    to.add(WOOD, roundedBox([1.12 - Math.max(0, z) * 0.35, 0.05, 0.26], 0.02, '#c99a62', 2), { at: [0, 0.4, z] });
  for (const side of [-1, 1]) {
    to.add(
      WOOD,
      cylinder({ radius: 0.025, height: 2.1, segments: 8 }),
      { at: [side * 0.2, 0.62, -0.1], rotate: [0.15, 0, side * -1.75] },
      '#d2a76c',
    );
    to.add(WOOD, roundedBox([0.42, 0.03, 0.16], 0.012, '#d2a76c', 1), {
      at: [side * 2.3, 0.24, -0.1],
      rotate: [0, 0, side * -0.18],
    });
  }
}

function addSailing(to: Assembly, color: Srgb): void {
  to.add(PLANKS, hull(color, [6, 1.9, 0.9], to.segments(32), 0.7));
  to.add(PLANKS, roundedBox([1.45, 0.08, 3.6], 0.03, '#c69a64', 1), { at: [0, 0.84, -0.5] });
  to.add(WOOD, roundedBox([1, 0.42, 1.3], 0.1, '#efe5d2', 3), { at: [0, 1.05, 0.3] });
  to.add(
    WOOD,
    cylinder({ radius: 0.08, topRadius: 0.045, height: 6.4, segments: 10 }),
    { at: [0, 0.6, 0.55] },
    '#8d6238',
  );
  to.add(
    WOOD,
    cylinder({ radius: 0.05, height: 2.9, segments: 8 }),
    { at: [0, 1.55, 0.5], rotate: [-Math.PI / 2, 0, 0] },
    '#8d6238',
  );
  to.add(
    FABRIC,
    sail(
      [
        [0, 1.65, 0.45],
        [0, 1.65, -2.3],
        [0, 6.7, 0.48],
      ],
      0.35,
      '#f7f0e0',
      to.isFar ? 5 : 12,
    ),
  );
  to.add(
    FABRIC,
    sail(
      [
        [0, 1.3, 3.1],
        [0, 1.5, 0.75],
        [0, 6.2, 0.66],
      ],
      0.28,
      '#f2dcc0',
      to.isFar ? 5 : 12,
    ),
  );
  to.add(
    FABRIC,
    sail(
      [
        [0, 6.95, 0.55],
        [0, 6.7, -0.25],
        [0, 7.1, 0.55],
      ],
      0.04,
      '#d8342e',
      3,
    ),
  );
}

/** A triangle of cloth between three points that bellies towards +x; seen from both sides. */
function sail(
  corners: readonly [
    readonly [number, number, number],
    readonly [number, number, number],
    readonly [number, number, number],
  ],
  belly: number,
  color: string,
  n: number,
): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const side of [1, -1]) {
    const start = positions.length / 3;
    const at = (i: number, j: number): number => start + (i * (i + 1)) / 2 + j;
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= i; j++) {
        const [a, b, c] = [1 - i / n, (i - j) / n, j / n];
        const out = belly * 27 * a * b * c + belly * 1.2 * (a * b + b * c + c * a) + side * 0.004;
        for (let k = 0; k < 3; k++)
          positions.push(corners[2]![k]! * a + corners[0]![k]! * b + corners[1]![k]! * c + (k === 0 ? out * 0.6 : 0));
      }
    }
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const tri = [at(i, j), at(i + 1, j), at(i + 1, j + 1)];
        indices.push(...(side > 0 ? tri.reverse() : tri));
        if (j < i) {
          const other = [at(i, j), at(i + 1, j + 1), at(i, j + 1)];
          indices.push(...(side > 0 ? other.reverse() : other));
        }
      }
    }
  }
  const mesh = { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
  return {
    ...mesh,
    normals: smoothNormals(mesh.positions, mesh.indices),
    colors: fillColors(positions.length / 3, color),
  };
}

function addShip(to: Assembly, color: Srgb, isNight: boolean): void {
  to.add(PAINT, hull(color, [10, 2.6, 1.5], to.segments(32), 0.8));
  to.add(PLANKS, roundedBox([2.1, 0.1, 6.4], 0.04, '#b98d5c', 1), { at: [0, 1.42, -1.2] });
  for (const [level, [w, l]] of (
    [
      [1.9, 4.6],
      [1.6, 3.4],
      [1.3, 2],
    ] as const
  ).entries()) {
    to.add(PAINT, roundedBox([w, 0.8, l], 0.1, '#f4f1ea', 2), { at: [0, 1.85 + level * 0.78, -1.2 + level * 0.1] });
    const count = Math.floor(l / 0.5);
    for (let i = 0; i < count; i++) {
      for (const side of [-1, 1])
        to.add(isNight ? LIT : STEEL, box(0.03, 0.26, 0.26, isNight ? '#ffd28a' : '#24384a'), {
          at: [(side * w) / 2, 1.92 + level * 0.78, -1.2 + level * 0.1 - l / 2 + (i + 0.5) * (l / count)],
        });
    }
  }
  for (const z of [-1.9, -0.9]) {
    to.add(
      PAINT,
      cylinder({ radius: 0.32, topRadius: 0.28, height: 1.4, segments: to.segments(20) }),
      { at: [0, 4, z], rotate: [-0.12, 0, 0] },
      '#d0392f',
    );
    to.add(
      PAINT,
      cylinder({ radius: 0.3, height: 0.3, segments: to.segments(20) }),
      { at: [0, 5.3, z - 0.15], rotate: [-0.12, 0, 0] },
      '#1d1e20',
    );
  }
  for (let i = 0; i < 5; i++)
    for (const side of [-1, 1])
      to.add(PAINT, ring(0.16, 0.05, i % 2 ? '#f2efe8' : '#e8552e', Math.PI * 2, 12), {
        at: [side * (1.0 + chanceOf(i) * 0), 2.0, -3 + i * 0.8],
        rotate: [0, Math.PI / 2, 0],
      });
  to.add(STEEL, cylinder({ radius: 0.05, height: 2.6, segments: 8 }), { at: [0, 1.5, 2.6] }, '#d9d4c8');
}
