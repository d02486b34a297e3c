import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { mixColors, type Srgb, shade, toSrgb } from '../model/color.ts';
import { smoothNormals } from '../model/mesh.ts';
import { along, type CarShape } from './car-shapes.ts';
import { MATT } from './prop.ts';
import { POLISHED, SOFT, type Tools } from './prop-tools.ts';

export const LACQUER: Material = { specular: 0.85, gloss: 100, wrap: 0.08, rim: 0.06 };
const PANE_TONE = toSrgb('#0d141b');
/** Between the tyre and the edge of its arch. */
const ARCH_GAP = 0.06;

/** The body of a car in sheet metal: shell, glass house, trim. */
export function addCarBody(to: Tools, shape: CarShape, color: Srgb): void {
  const nose = shape.deck.at(-2)!;
  const tail = shape.deck[0]!;
  to.add(LACQUER, shellOf(shape, color, to.isFar ? 3 : to.isHero ? 1 : 2));
  to.add(LACQUER, houseOf(shape, color, to.isHero ? 1 : 2));
  const inner = Math.min(0.6, along(shape.width, 0) - 0.26);
  to.block(MATT, [inner * 2, 0.5, nose - tail - 0.5], [0, 0.46, (nose + tail) / 2], '#0e0f11', 0.05);
  addTrim(to, shape, color);
  if (shape.name === 'old') addFenders(to, shape, color);
}

/** Sections from the tail to the nose, each from the right sill over the top to the left one, joined by quads. */
function loft(rows: readonly (readonly Vec3[])[], tone: (row: number, column: number) => Srgb): Mesh {
  const columns = rows[0]!.length;
  const positions = Float32Array.from(rows.flat(2));
  const colors = new Uint8Array(rows.length * columns * 4);
  const indices: number[] = [];
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < columns; j++) {
      colors.set([...tone(i, j), 255], (i * columns + j) * 4);
      if (i + 1 === rows.length || j + 1 === columns) continue;
      const a = i * columns + j;
      indices.push(a, a + 1, a + columns, a + 1, a + columns + 1, a + columns);
    }
  for (const [row, isFront] of [
    [0, false],
    [rows.length - 1, true],
  ] as const)
    for (let j = 0; j < (columns - 1) / 2; j++) {
      const [a, b] = [row * columns + j, row * columns + columns - 1 - j];
      const face = [a, a + 1, b - 1, a, b - 1, b];
      indices.push(...(isFront ? face : face.reverse()));
    }
  const triangles = Uint32Array.from(indices);
  return { positions, normals: smoothNormals(positions, triangles), colors, indices: triangles };
}

const mirrored = (half: readonly Vec3[]): Vec3[] => [
  ...half,
  ...half
    .slice(0, -1)
    .map(([x, y, z]): Vec3 => [-x, y, z])
    .reverse(),
];

/** Stations along the car: close together at its ends and round the arches. */
function stations({ deck, wheels, radius }: CarShape, skip: number): number[] {
  const [tail, nose] = [deck[0]!, deck.at(-2)!];
  const arch = radius + ARCH_GAP;
  const ends = [0, 0.02, 0.06, 0.12, 0.22, 0.36];
  const all = [
    ...ends.map((d) => tail + d),
    ...ends.map((d) => nose - d),
    ...[-wheels, wheels].flatMap((z) => Array.from({ length: 15 }, (_, i) => z - Math.cos((i / 14) * Math.PI) * arch)),
    ...[-0.7, -0.35, 0, 0.35, 0.7],
  ].sort((a, b) => a - b);
  return all.filter((z, i) => i === 0 || i === all.length - 1 || (i % skip === 0 && z - all[i - 1]! > 0.004));
}

function shellOf(shape: CarShape, color: Srgb, skip: number): Mesh {
  const arch = shape.radius + ARCH_GAP;
  const zs = stations(shape, skip);
  const rows = zs.map((z) => {
    const top = along(shape.deck, z);
    const w = along(shape.width, z);
    const reach = Math.min(...[-shape.wheels, shape.wheels].map((wheel) => Math.abs(z - wheel)));
    const ends = 0.1 * Math.max(0, Math.abs(z) - shape.wheels - 0.5);
    const low =
      reach < arch && shape.name !== 'old'
        ? Math.max(shape.sill, shape.radius + Math.sqrt(arch * arch - reach * reach))
        : shape.sill + ends;
    const at = (share: number): number => low + (top - low) * share;
    return mirrored([
      [w * 0.95, low, z],
      [w * 0.99, at(0.22), z],
      [w, at(0.5), z],
      [w * 0.985, at(0.78), z],
      [w * 0.955, top - 0.055, z],
      [w * 0.9, top - 0.02, z],
      [w * 0.72, top, z],
      [w * 0.38, top + 0.018, z],
      [0, top + 0.024, z],
    ]);
  });
  return loft(rows, (i, j) => {
    const [, y] = rows[i]![j]!;
    return y < shape.sill + 0.05 ? shade(color, 0.55) : color;
  });
}

/** The glass house; what of it is sheet metal has the body's colour. */
function houseOf(shape: CarShape, color: Srgb, skip: number): Mesh {
  const { roof, glass } = shape;
  const [rear, front] = [roof[0]!, roof.at(-2)!];
  const seams = [glass.front, glass.rear, glass.side].flatMap((z) => [z - 0.008, z + 0.008]);
  const even = Array.from({ length: 22 / skip + 1 }, (_, i) => rear + ((front - rear) * i) / (22 / skip));
  const zs = [...even, ...seams].sort((a, b) => a - b);
  const rows = zs.map((z) => {
    const foot = Math.min(along(shape.deck, z) - 0.05, along(roof, z) - 0.01);
    const top = Math.max(foot + 0.01, along(roof, z));
    const w = along(shape.width, z) * 0.9;
    const wide = (y: number): number => w - (y - foot) * shape.lean;
    const rise = top - foot;
    const rail = top - Math.min(0.1, rise * 0.3);
    return mirrored([
      [wide(foot), foot, z],
      [wide(foot + Math.min(0.07, rise * 0.2)), foot + Math.min(0.07, rise * 0.2), z],
      [wide(foot + Math.min(0.085, rise * 0.22)), foot + Math.min(0.085, rise * 0.22), z],
      [wide(rail - 0.012), rail - Math.min(0.012, rise * 0.05), z],
      [wide(rail), rail, z],
      [wide(top) - 0.03, top - 0.02, z],
      [wide(top) * 0.7, top - 0.002, z],
      [wide(top) * 0.35, top + 0.008, z],
      [0, top + 0.012, z],
    ]);
  });
  return loft(rows, (i, j) => {
    const z = zs[i]!;
    const row = Math.min(j, 16 - j);
    const isScreen = z > glass.front || z < glass.rear;
    if (row >= 5) return isScreen ? PANE_TONE : color;
    if (row === 2 || row === 3) return z < glass.side && z > rear ? color : PANE_TONE;
    return color;
  });
}

function addTrim(to: Tools, shape: CarShape, color: Srgb): void {
  const { deck, width, sill, roof, glass, name } = shape;
  const [tail, nose] = [deck[0]!, deck.at(-2)!];
  const w = along(width, 0);
  const dark = '#15171a';
  const isOld = name === 'old';
  const belt = along(deck, 0) - 0.05;
  for (const s of [-1, 1]) {
    // Frame of the windscreen, door seams, handles, mirror, sill.
    const post = (z: number): readonly number[] => {
      const foot = Math.min(along(deck, z) - 0.05, along(roof, z) - 0.01);
      const top = along(roof, z);
      return [s * (along(width, z) * 0.9 - (top - foot) * shape.lean - 0.012), top - 0.012, z];
    };
    const front = roof.at(-2)! - 0.1;
    const steps = [0, 0.33, 0.66, 1].map((k) => front + (glass.front - front) * k);
    to.bar(LACQUER, steps.flatMap(post), 0.036, color);
    if (name !== 'pickup')
      to.bar(
        LACQUER,
        [0, 0.5, 1].map((k) => glass.rear + 0.05 + (roof[0]! + 0.16 - glass.rear) * k).flatMap(post),
        0.04,
        color,
      );
    if (isOld) to.block(SOFT, [0.32, 0.06, 2.1], [s * (w + 0.04), sill + 0.02, -0.05], dark, 0.03);
    else to.block(MATT, [0.06, 0.1, shape.wheels * 2 - 0.9], [s * (w * 0.965), sill + 0.03, 0], dark, 0.04);
    const doors = name === 'van' ? [0.85, -0.35] : isOld || name === 'pickup' ? [0.62, -0.5] : [0.78, -0.12, -0.92];
    for (const z of doors)
      to.block(
        MATT,
        [0.012, belt - sill - 0.16, 0.014],
        [s * (along(width, z) * 0.997), (belt + sill) / 2 + 0.02, z],
        shade(color, 0.35),
        0.004,
      );
    for (const z of doors.slice(1))
      to.block(
        POLISHED,
        [0.03, 0.028, 0.15],
        [s * (along(width, z) + 0.002), belt - 0.1, z + 0.16],
        isOld ? '#c9ced6' : mixColors(color, '#2a2d31', 0.35),
        0.012,
      );
    const mirror = Math.min(0.82, roof.at(-2)! - 0.3);
    to.ball(
      LACQUER,
      [0.1, 0.07, 0.07],
      [s * (along(width, mirror) + 0.06), belt + 0.13, mirror],
      isOld ? '#c9ced6' : color,
    );
    if (!isOld)
      for (const z of [-shape.wheels, shape.wheels]) {
        const r = shape.radius + ARCH_GAP;
        const lip = Array.from({ length: 9 }, (_, i) => {
          const a = (i / 8) * Math.PI;
          const at = z + Math.cos(a) * r;
          return [s * (along(width, at) * 0.965), shape.radius + Math.sin(a) * r, at];
        }).flat();
        to.bar(
          name === 'suv' || name === 'pickup' ? SOFT : LACQUER,
          lip,
          name === 'suv' || name === 'pickup' ? 0.05 : 0.026,
          name === 'suv' || name === 'pickup' ? '#1c1e21' : color,
        );
      }
  }
  const high = name === 'sedan' || name === 'hatch' ? 0.5 : name === 'old' ? 0.72 : 0.72;
  if (isOld) {
    to.block(POLISHED, [0.5, 0.5, 0.1], [0, 0.72, nose - 0.06], '#c9ced6', 0.1);
    for (let i = -3; i <= 3; i++) to.block(MATT, [0.02, 0.4, 0.04], [i * 0.06, 0.72, nose], dark, 0.005);
    for (const [z, out] of [
      [nose + 0.12, 1],
      [tail - 0.1, -1],
    ] as const)
      to.bar(
        POLISHED,
        [-0.86, 0.44, z - out * 0.12, -0.5, 0.44, z, 0.5, 0.44, z, 0.86, 0.44, z - out * 0.12],
        0.055,
        '#c9ced6',
      );
  } else {
    const face = along(width, nose);
    to.block(
      MATT,
      [face * 1.25, name === 'sedan' || name === 'hatch' ? 0.14 : 0.26, 0.1],
      [0, high, nose - 0.04],
      dark,
      0.04,
    );
    to.block(POLISHED, [face * 1.1, 0.02, 0.1], [0, high + 0.01, nose - 0.03], '#aeb4bc', 0.008);
    to.block(MATT, [face * 1.7, 0.12, 0.16], [0, sill + 0.12, nose - 0.07], dark, 0.05);
    to.block(MATT, [along(width, tail) * 1.7, 0.16, 0.14], [0, sill + 0.14, tail + 0.07], dark, 0.05);
    to.block(MATT, [along(width, tail) * 1.96, 0.014, 0.02], [0, sill + 0.32, tail + 0.006], shade(color, 0.4), 0.004);
  }
  to.block(SOFT, [0.5, 0.12, 0.02], [0, sill + 0.2, nose + (isOld ? 0.17 : 0.02)], '#f1f1ea', 0.01);
  to.block(SOFT, [0.5, 0.12, 0.02], [0, isOld ? 0.56 : sill + 0.42, tail - (isOld ? 0.06 : 0.012)], '#f1f1ea', 0.01);
  if (name === 'pickup') {
    to.block(MATT, [1.5, 0.04, 1.66], [0, along(deck, -1.6) + 0.015, -1.66], '#1d1f22', 0.02);
    for (const s of [-1, 1])
      to.block(LACQUER, [0.14, 0.1, 1.8], [s * 0.82, along(deck, -1.6) + 0.02, -1.66], color, 0.04);
    to.block(LACQUER, [1.7, 0.1, 0.1], [0, along(deck, -1.6) + 0.02, -2.52], color, 0.04);
  }
  if (name === 'suv' || name === 'van')
    for (const s of [-1, 1])
      to.bar(
        POLISHED,
        [
          s * 0.56,
          along(roof, -1.6) + 0.03,
          -1.6,
          s * 0.58,
          along(roof, -0.7) + 0.07,
          -0.7,
          s * 0.56,
          along(roof, 0) + 0.03,
          0,
        ],
        0.026,
        '#8d939b',
      );
}

/** Round wings over the wheels and lamps on stalks. */
function addFenders(to: Tools, shape: CarShape, color: Srgb): void {
  for (const s of [-1, 1])
    for (const z of [-shape.wheels, shape.wheels]) {
      const arc = Array.from({ length: 9 }, (_, i) => {
        const a = -0.25 + (i / 8) * (Math.PI + 0.45);
        return [
          s * 0.72,
          shape.radius + Math.sin(a) * (shape.radius + 0.12),
          z + Math.cos(a) * (shape.radius + 0.14) * Math.sign(z),
        ];
      }).flat();
      to.bar(LACQUER, arc, (share) => 0.2 - 0.08 * Math.abs(share - 0.45), shade(color, 0.72));
    }
}
