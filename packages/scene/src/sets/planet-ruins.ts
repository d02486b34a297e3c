import type { PointLight, Rgb, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import type { Ignition } from '../stage/ignition.ts';
import { clamp, hash, IDENTITY } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder } from '../stage/shape.ts';

export interface RuinsOptions {
  readonly random: Random;
  readonly heightAt: (x: number, z: number) => number;
  /** Metres to the left and right that the picture shows, per metre of distance. */
  readonly slope: number;
  readonly glow: Rgb;
  readonly ignition: Ignition;
}

export interface Ruins {
  readonly stone: readonly PartInstance[];
  glowingAt(seconds: number): PartInstance[];
  lightsAt(seconds: number): PointLight[];
}

interface Ruin {
  readonly glow: PartInstance;
  readonly at: Vec3;
  readonly height: number;
  readonly share: number;
}

const STONE = [0x7d5648, 0x8a6050, 0x6d4a42] as const;

/** A dead city round the plain: spires with windows, arches with signs, a dome; each lights up when the wave reaches it. */
export function createRuins({ random, heightAt, slope, glow, ignition }: RuinsOptions): Ruins {
  const stone = createShape();
  const glowByte = (channel: number): number => Math.round(255 * clamp(channel, 0, 1) ** 0.5);
  const sign = (glowByte(glow[0]) << 16) | (glowByte(glow[1]) << 8) | glowByte(glow[2]);
  const ruins: Ruin[] = [];
  const plan: readonly (readonly [number, number, 'spire' | 'arch' | 'dome' | 'hall' | 'fang', number])[] = [
    [-0.3, 34, 'fang', 9],
    [0.36, 40, 'arch', 17],
    [-0.62, 46, 'spire', 25],
    [-0.1, 62, 'dome', 7],
    [0.74, 44, 'fang', 13],
    [-0.86, 56, 'hall', 9],
    [0.16, 78, 'spire', 24],
    [0.92, 62, 'spire', 30],
    [-0.46, 84, 'spire', 34],
    [0.56, 92, 'hall', 13],
    [-0.74, 78, 'spire', 22],
    [-0.24, 104, 'arch', 24],
    [0.8, 104, 'spire', 32],
    [-1.0, 100, 'spire', 30],
    [0.36, 118, 'spire', 27],
  ];
  plan.forEach(([side, away, kind, tall], index) => {
    const own = random.fork(String(index));
    const x = side * slope * (away + 26) + own.between(-1.5, 1.5);
    const z = -away;
    const height = tall * own.between(0.9, 1.15);
    const foot: Vec3 = [x, heightAt(x, z) - 0.6, z];
    const light = createShape();
    const pieces = { stone, light, sign, random: own, color: STONE[index % STONE.length]!, salt: index * 17 + 3 };
    BUILDERS[kind](pieces, foot, height);
    ruins.push({
      glow: { mesh: light.build(), material: GLOW, matrix: IDENTITY, castsShadow: false, isStatic: true },
      at: foot,
      height,
      share: clamp((away - 30) / 92, 0, 1) * 0.8 + 0.2 * hash(index, 8),
    });
  });
  const lit = ruins.filter((_, index) => index < 7);
  return {
    stone: [
      {
        mesh: stone.build(),
        material: { pattern: 'rock', patternScale: 0.35, specular: 0.05 },
        matrix: IDENTITY,
        isStatic: true,
      },
    ],
    glowingAt: (seconds) =>
      ruins.map(({ glow: part, share }) => {
        const emissive = ignition(share, seconds);
        // A dead window is a dark hole; it takes its colour from the light.
        const tone = 0.12 + 0.88 * clamp(emissive, 0, 1);
        return { ...part, emissive, tint: [tone, tone, tone] as Rgb };
      }),
    lightsAt: (seconds) =>
      lit.flatMap(({ at, height, share }) => {
        const power = ignition(share, seconds) * 8;
        if (power < 0.02) return [];
        return [
          {
            position: [at[0], at[1] + height * 0.3, at[2] + 4] as Vec3,
            color: [glow[0] * power, glow[1] * power, glow[2] * power] as Rgb,
            radius: 26,
          },
        ];
      }),
  };
}

const GLOW = { emissive: 2.1, specular: 0 };

interface Pieces {
  readonly stone: ShapeBuilder;
  readonly light: ShapeBuilder;
  /** sRGB of the signs. */
  readonly sign: number;
  readonly random: Random;
  readonly color: number;
  readonly salt: number;
}

const BUILDERS: Readonly<
  Record<'spire' | 'arch' | 'dome' | 'hall' | 'fang', (pieces: Pieces, foot: Vec3, height: number) => void>
> = {
  spire: addSpire,
  arch: (pieces, foot, height) => addArch(pieces, foot, height, 0.08, 0.83),
  dome: addDome,
  hall: addHall,
  fang: (pieces, foot, height) => addArch(pieces, foot, height, 0, 0.4),
};

const AMBER = 0xffb45a;

/** A stepped tower that narrows, windows on every storey, a lit edge. */
function addSpire({ stone, light, sign, random, color, salt }: Pieces, [x, y, z]: Vec3, height: number): void {
  const steps = 5;
  let base = y;
  for (let step = 0; step < steps; step++) {
    const w = height * (0.2 - step * 0.033);
    const h = height * [0.3, 0.26, 0.2, 0.14, 0.1][step]!;
    stone.box([x, base + h / 2, z], [w, h, w], color, { foot: step === 0 ? 0.6 : 0.9 });
    stone.box([x, base + h, z], [w * 1.1, h * 0.04, w * 1.1], color);
    for (const side of [-1, 1])
      stone.box([x + side * w * 0.48, base + h / 2, z + w * 0.48], [w * 0.1, h, w * 0.1], color);
    addWindows(light, [x, base, z + w / 2 + 0.06], w, h, random, salt + step);
    light.box([x - w * 0.56, base + h / 2, z + w * 0.5], [0.2 + height * 0.005, h * 0.94, 0.2], sign);
    base += h;
  }
  stone.lathe(
    [x, base, z],
    [
      [height * 0.028, 0],
      [0.02, height * 0.16],
    ],
    color,
    6,
  );
  light.box([x, base + height * 0.1, z + 0.1], [0.16, height * 0.08, 0.16], sign);
}

function addWindows(light: ShapeBuilder, [x, y, z]: Vec3, w: number, h: number, random: Random, salt: number): void {
  const rows = Math.max(1, Math.floor(h / 1.25));
  const columns = Math.max(2, Math.floor(w / 0.85));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (hash(row * 37 + column, salt) < 0.42) continue;
      const cx = x + ((column + 0.5) / columns - 0.5) * w * 0.84;
      const cy = y + (row + 0.5) * (h / rows);
      const [a, b] = [0.17, random.between(0.2, 0.34)];
      light.quad(
        [cx - a, cy - b, z],
        [cx + a, cy - b, z],
        [cx + a, cy + b, z],
        [cx - a, cy + b, z],
        hash(row + column * 9, salt + 1) < 0.86 ? AMBER : 0xfff0c8,
      );
    }
  }
}

/** A part of a ring that stands upright, from a share of the half circle to another, with a band of signs on its face. */
function addArch(
  { stone, light, sign, color, salt }: Pieces,
  [x, y, z]: Vec3,
  height: number,
  from: number,
  to: number,
): void {
  const radius = height * 0.82;
  const [outer, inner] = [radius, radius * 0.83];
  const deep = radius * 0.13;
  const lean = (salt % 2 === 0 ? 1 : -1) * 0.12;
  const steps = Math.max(6, Math.round(34 * (to - from)));
  const middle: Vec3 = [x + (salt % 2 === 0 ? radius : -radius) * 0.4, y + height * 0.18, z];
  const mirror = salt % 2 === 0 ? 1 : -1;
  const point = (share: number, r: number, forward: number): Vec3 => {
    const angle = Math.PI * (1.08 - share * 1.16);
    return [
      middle[0] + mirror * Math.cos(angle) * r,
      middle[1] + Math.sin(angle) * r,
      middle[2] + forward + lean * mirror * Math.cos(angle) * r,
    ];
  };
  const quad = (shape: ShapeBuilder, a: Vec3, b: Vec3, c: Vec3, d: Vec3, tone: number): void =>
    mirror > 0 ? shape.quad(a, b, c, d, tone) : shape.quad(d, c, b, a, tone);
  for (let i = 0; i < steps; i++) {
    const a = from + ((to - from) * i) / steps;
    const b = from + ((to - from) * (i + 0.94)) / steps;
    // Stones of the ring differ a little, so that its outline is weathered.
    const [o, n] = [outer * (1 - 0.03 * hash(i, salt)), inner * (1 + 0.03 * hash(i, salt + 1))];
    quad(stone, point(a, o, deep), point(a, n, deep), point(b, n, deep), point(b, o, deep), color);
    quad(stone, point(a, n, deep), point(a, n, -deep), point(b, n, -deep), point(b, n, deep), color);
    quad(stone, point(a, o, -deep), point(a, o, deep), point(b, o, deep), point(b, o, -deep), color);
    quad(stone, point(a, n, -deep), point(a, o, -deep), point(b, o, -deep), point(b, n, -deep), color);
    if (i === 0 || i === steps - 1) {
      const end = i === 0 ? a : b;
      quad(stone, point(end, o, deep), point(end, o, -deep), point(end, n, -deep), point(end, n, deep), color);
      quad(stone, point(end, n, deep), point(end, n, -deep), point(end, o, -deep), point(end, o, deep), color);
    }
    const [out, into] = [outer * 0.965, outer * 0.945];
    quad(
      light,
      point(a, out, deep + 0.06),
      point(a, into, deep + 0.06),
      point(b, into, deep + 0.06),
      point(b, out, deep + 0.06),
      sign,
    );
    for (let mark = 0; mark < 3; mark++) {
      if (hash(i * 3 + mark, salt + 5) < 0.3) continue;
      const r = inner * 1.04 + (outer * 0.92 - inner * 1.04) * (mark / 3 + 0.1);
      const [s, e] = [a + (b - a) * 0.15, a + (b - a) * (0.4 + 0.5 * hash(i + mark, salt + 6))];
      const thick = radius * 0.02;
      quad(
        light,
        point(s, r + thick, deep + 0.06),
        point(s, r, deep + 0.06),
        point(e, r, deep + 0.06),
        point(e, r + thick, deep + 0.06),
        sign,
      );
    }
  }
}

/** A ribbed dome on a drum with a ring of lights. */
function addDome({ stone, light, sign, color }: Pieces, [x, y, z]: Vec3, height: number): void {
  const radius = height * 1.5;
  stone.lathe(
    [x, y, z],
    [
      [radius * 1.06, 0],
      [radius * 1.06, height * 0.25],
      [radius, height * 0.27],
      [radius * 0.92, height * 0.55],
      [radius * 0.7, height * 0.85],
      [radius * 0.4, height * 1.04],
      [0, height * 1.1],
    ],
    color,
    28,
  );
  for (let i = 0; i < 13; i++) {
    const angle = ((i - 6) / 6) * 1.35;
    const rib = (r: number, h: number): Vec3 => [x + Math.sin(angle) * r * 1.01, y + h, z + Math.cos(angle) * r * 1.01];
    light.tube(
      [
        rib(radius, height * 0.28),
        rib(radius * 0.925, height * 0.56),
        rib(radius * 0.705, height * 0.87),
        rib(radius * 0.41, height * 1.06),
      ],
      0.07,
      sign,
      4,
    );
    light.box(
      [x + Math.sin(angle) * radius * 1.07, y + height * 0.14, z + Math.cos(angle) * radius * 1.07],
      [0.5, 0.45, 0.12],
      AMBER,
      { yaw: angle },
    );
  }
}

/** A broad, broken block of storeys. */
function addHall({ stone, light, sign, random, color, salt }: Pieces, [x, y, z]: Vec3, height: number): void {
  for (let storey = 0; storey < 3; storey++) {
    const w = height * (2.1 - storey * 0.45);
    const h = height * 0.34;
    const base = y + storey * h;
    stone.box([x, base + h / 2, z], [w, h, height * 0.8], color, { foot: storey === 0 ? 0.6 : 0.9 });
    stone.box([x, base + h, z], [w * 1.03, h * 0.08, height * 0.84], color);
    addWindows(light, [x, base, z + height * 0.4 + 0.06], w, h * 0.9, random, salt + storey);
    light.box([x, base + h * 0.93, z + height * 0.42 + 0.05], [w * 0.98, 0.12, 0.1], sign);
  }
}
