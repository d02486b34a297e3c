import type { Mesh, Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { type ColorLike, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { type Field, fieldOf } from '../model/field.ts';
import { compose } from '../model/matrix.ts';
import { fillColors, type MeshPart, mergeMeshes } from '../model/mesh.ts';
import { ring, sphere } from '../model/primitives.ts';
import { torsoParts } from './person-torso.ts';
import type { PersonLook } from './person-wear.ts';

/** Fronts that are cut from cloth and laid on the body, with edges as sharp as cloth has. */
const CUT: ReadonlySet<PersonLook['front']> = new Set<PersonLook['front']>([
  'tie',
  'coat',
  'vest',
  'apron',
  'wrap',
  'stripe',
  'bands',
]);

/** Whether a front is laid on the torso instead of painted on it. */
export const isCut = ({ front }: PersonLook): boolean => CUT.has(front);

/** Collar, belt, lapels, tie and apron of a torso, in its space; undefined where there is nothing to see. */
export function frontMesh(look: PersonLook): Mesh | undefined {
  if (look.front === 'bones' || look.front === 'armour' || look.isBulky) return undefined;
  const key = `person/front/${look.build}/${look.isMetal}/${look.girth}/${look.belly}/${look.front}/${look.skirt}/${look.bareArms}/${[look.top, look.bottom, look.accent, look.skin].map(toHex).join('/')}`;
  return cachedMesh(key, () => {
    const cloth = createTailor(look);
    const parts = [
      ...collar(look),
      ...belt(look, cloth),
      ...(isCut(look) ? FRONTS[look.front as CutFront](look, cloth) : []),
    ];
    return mergeMeshes(parts);
  });
}

type CutFront = 'tie' | 'coat' | 'vest' | 'apron' | 'wrap' | 'stripe' | 'bands';

/** Cuts patches that follow the body a few millimetres above it. */
interface Tailor {
  /** From one height to another, between two edges; `x` to the wearer's left. */
  patch(
    heights: readonly [number, number],
    left: (y: number) => number,
    right: (y: number) => number,
    color: ColorLike,
    lift?: number,
  ): MeshPart;
  /** Both sides alike. */
  pair(
    heights: readonly [number, number],
    inner: (y: number) => number,
    outer: (y: number) => number,
    color: ColorLike,
    lift?: number,
  ): readonly MeshPart[];
  /** All round, between two heights. */
  band(low: number, high: number, color: ColorLike): MeshPart;
  /** A button. */
  dot(x: number, y: number, radius: number, color: ColorLike): MeshPart;
}

function createTailor(look: PersonLook): Tailor {
  const field = fieldOf(torsoParts(look), 0.06);
  const patch: Tailor['patch'] = ([low, high], left, right, color, lift = 0.005) => {
    const rows = Math.max(3, Math.round((high - low) / 0.03));
    const columns = 4;
    const at = (row: number, column: number): Vec3 => {
      const y = low + ((high - low) * row) / rows;
      const x = left(y) + ((right(y) - left(y)) * column) / columns;
      return [x, y, outward(field, (far) => [x, y, far]) + lift];
    };
    return { mesh: sheet(field, rows, columns, at, color) };
  };
  return {
    patch,
    pair: (heights, inner, outer, color, lift) => [
      patch(heights, inner, outer, color, lift),
      patch(
        heights,
        (y) => -outer(y),
        (y) => -inner(y),
        color,
        lift,
      ),
    ],
    band(low, high, color) {
      const around = 26;
      const at = (row: number, column: number): Vec3 => {
        const y = low + (high - low) * row;
        const angle = (column / around) * Math.PI * 2;
        const far = outward(field, (r) => [Math.sin(angle) * r, y, Math.cos(angle) * r]) + 0.006;
        return [Math.sin(angle) * far, y, Math.cos(angle) * far];
      };
      return { mesh: sheet(field, 1, around, at, color) };
    },
    dot: (x, y, radius, color) => ({
      mesh: sphere([radius, radius, radius * 0.5], color, 7),
      matrix: compose({ at: [x, y, outward(field, (far) => [x, y, far]) + 0.004] }),
    }),
  };
}

/** How far the skin is along a ray. */
function outward(field: Field, along: (far: number) => Vec3): number {
  let low = 0;
  let high = 0.5;
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2;
    if (field(...along(middle)) < 0) low = middle;
    else high = middle;
  }
  return low;
}

function sheet(
  field: Field,
  rows: number,
  columns: number,
  at: (row: number, column: number) => Vec3,
  color: ColorLike,
): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  const e = 0.01;
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const [x, y, z] = at(row, column);
      positions.push(x, y, z);
      const slope: Vec3 = [
        field(x + e, y, z) - field(x - e, y, z),
        field(x, y + e, z) - field(x, y - e, z),
        field(x, y, z + e) - field(x, y, z - e),
      ];
      const length = Math.hypot(...slope) || 1;
      normals.push(slope[0] / length, slope[1] / length, slope[2] / length);
      if (row === rows || column === columns) continue;
      const a = row * (columns + 1) + column;
      const b = a + columns + 1;
      indices.push(a, a + 1, b + 1, a, b + 1, b);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    colors: fillColors(positions.length / 3, toSrgb(color)),
    indices: Uint32Array.from(indices),
  };
}

/** The edge of a neckline. */
function collar(look: PersonLook): readonly MeshPart[] {
  if (look.bareArms) return [];
  const isShirt = look.front === 'tie' || look.front === 'vest';
  const color: Srgb = isShirt ? [246, 245, 242] : look.front === 'wrap' ? look.accent : shade(look.top, 0.86);
  const wide = look.build === 'woman' ? 0.057 : 0.067;
  return [
    {
      mesh: ring(1, isShirt ? 0.3 : 0.2, color, Math.PI * 2, 14),
      matrix: compose({
        at: [0, isShirt ? 0.494 : 0.489, 0.004],
        rotate: [Math.PI / 2 - 0.16, 0, 0],
        scale: [wide, wide * 0.98, 0.06],
      }),
    },
  ];
}

function belt(look: PersonLook, cloth: Tailor): readonly MeshPart[] {
  if (look.skirt !== 'none' || look.front === 'hoodie' || look.front === 'wrap' || look.belly > 0.4) return [];
  const leather = shade(look.bottom, 0.5);
  return [
    cloth.band(0.052, 0.09, leather),
    cloth.patch(
      [0.055, 0.087],
      () => -0.018,
      () => 0.018,
      '#c9a85a',
      0.012,
    ),
  ];
}

const SHIRT = '#f4f3ef';

const FRONTS: Readonly<Record<CutFront, (look: PersonLook, cloth: Tailor) => readonly MeshPart[]>> = {
  tie({ top, accent }, cloth) {
    const open = (y: number): number => Math.max(0, (y - 0.17) * 0.24);
    return [
      cloth.patch([0.18, 0.478], (y) => -open(y), open, SHIRT, 0.004),
      cloth.patch(
        [0.2, 0.44],
        (y) => -0.012 - 0.05 * (0.44 - y),
        (y) => 0.012 + 0.05 * (0.44 - y),
        accent,
        0.009,
      ),
      cloth.patch(
        [0.435, 0.472],
        () => -0.019,
        () => 0.019,
        shade(accent, 0.85),
        0.014,
      ),
      ...cloth.pair([0.17, 0.475], open, (y) => open(y) + 0.042 * Math.min(1, (y - 0.15) * 6), shade(top, 0.78), 0.008),
      cloth.dot(0, 0.15, 0.009, shade(top, 0.45)),
    ];
  },
  coat({ top, accent, skirt }, cloth) {
    const open = (y: number): number => Math.max(0, (y - 0.24) * 0.24);
    const low = skirt === 'coat' ? -0.05 : 0.09;
    return [
      cloth.patch([0.25, 0.478], (y) => -open(y), open, SHIRT, 0.004),
      ...cloth.pair([0.24, 0.476], open, (y) => open(y) + 0.05 * Math.min(1, (y - 0.22) * 7), shade(top, 0.8), 0.009),
      cloth.patch(
        [low, 0.245],
        () => -0.004,
        () => 0.004,
        shade(top, 0.62),
        0.006,
      ),
      ...[0.21, 0.15, 0.1].map((y) => cloth.dot(0.03, y, 0.011, shade(accent, 0.9))),
    ];
  },
  vest({ accent }, cloth) {
    const open = (y: number): number => Math.max(0, (y - 0.2) * 0.3);
    return [
      cloth.patch([0.21, 0.478], (y) => -open(y), open, SHIRT, 0.006),
      ...[0.17, 0.13].map((y) => cloth.dot(0, y, 0.008, shade(accent, 1.8))),
      cloth.patch(
        [0.444, 0.468],
        () => -0.05,
        () => -0.01,
        shade(accent, 0.9),
        0.014,
      ),
      cloth.patch(
        [0.444, 0.468],
        () => 0.01,
        () => 0.05,
        shade(accent, 0.9),
        0.014,
      ),
      cloth.patch(
        [0.447, 0.465],
        () => -0.012,
        () => 0.012,
        shade(accent, 0.6),
        0.017,
      ),
    ];
  },
  apron({ accent }, cloth) {
    const half = (y: number): number => (y > 0.16 ? 0.105 : 0.13);
    return [
      cloth.patch([-0.1, 0.36], (y) => -half(y), half, accent, 0.009),
      ...cloth.pair(
        [0.35, 0.478],
        (y) => 0.085 - (y - 0.35) * 0.3,
        (y) => 0.105 - (y - 0.35) * 0.3,
        accent,
        0.008,
      ),
      cloth.patch(
        [0.1, 0.19],
        () => -0.06,
        () => 0.06,
        shade(accent, 0.88),
        0.012,
      ),
      cloth.band(0.1, 0.125, shade(accent, 0.9)),
    ];
  },
  wrap({ top, accent, skin }, cloth) {
    const open = (y: number): number => Math.max(0, (y - 0.24) * 0.22);
    return [
      cloth.patch([0.25, 0.48], (y) => -open(y), open, skin, 0.003),
      ...cloth.pair([0.2, 0.478], open, (y) => open(y) + 0.03, accent, 0.008),
      cloth.band(0.085, 0.165, accent),
      cloth.patch(
        [0.115, 0.135],
        () => -0.12,
        () => 0.12,
        shade(top, 0.9),
        0.01,
      ),
    ];
  },
  stripe: ({ accent }, cloth) => [
    cloth.patch(
      [0.09, 0.478],
      () => -0.033,
      () => 0.033,
      accent,
      0.006,
    ),
  ],
  bands: ({ accent }, cloth) => [cloth.band(0.215, 0.265, accent)],
};
