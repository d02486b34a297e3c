import type { Texture, Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { createShape } from '../stage/shape.ts';
import { indoorPlace } from './built-indoors.ts';
import { lensFor } from './mood.ts';
import { createKit, type Kit } from './place-kit.ts';
import { IDENTITY, standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { fractal, noise } from './terrain.ts';

/** An old map on a table, as a place of its own: drawn coasts, hills, woods and rivers, a compass rose, candles, ink and coins. */
export const map: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const seed = Math.floor(context.random.fork('map').next() * 1000);
    const kit = createKit();
    addTable(kit);
    addThings(kit);
    const isNight = scene.time === 'night' || scene.time === 'dusk';
    const sheet = createShape();
    const columns = 24;
    const at = (u: number, v: number): Vec3 => {
      const curl = Math.max(0, Math.abs(u - 0.5) * 2 - 0.9) * 6;
      return [
        (u - 0.5) * SPAN[0],
        TOP + 0.006 + curl * curl * 0.5 + 0.004 * Math.sin(u * 19 + v * 7),
        (v - 0.5) * SPAN[1] - 0.2,
      ];
    };
    const uv: number[] = [];
    for (let j = 0; j < columns; j++)
      for (let i = 0; i < columns; i++) {
        const [u0, u1, v0, v1] = [i / columns, (i + 1) / columns, j / columns, (j + 1) / columns];
        sheet.quad(at(u0, v1), at(u1, v1), at(u1, v0), at(u0, v0), 0xffffff);
        uv.push(u0, v1, u1, v1, u1, v0, u0, v0);
      }
    const mesh = { ...sheet.build(), uvs: new Float32Array(uv) };
    const paper = standing(mesh, { texture: paintMap(seed), specular: 0.04, wrap: 0.2, emissive: 0.1 }, IDENTITY, {
      castsShadow: false,
    });
    const flames: readonly Vec3[] = [
      [-1.75, TOP + 0.42, -1.15],
      [1.8, TOP + 0.34, -1.3],
    ];
    for (const flame of flames) addCandle(kit, flame);
    return indoorPlace(context, {
      kit,
      still: [paper],
      day: { sun: [1.0, 0.86, 0.64], up: [0.3, 0.29, 0.3], down: [0.22, 0.17, 0.12] },
      evening: { sun: [0.5, 0.36, 0.22], up: [0.14, 0.12, 0.15], down: [0.12, 0.08, 0.05] },
      keyFrom: [-0.7, 0.85, 0.1],
      shadowRadius: 3,
      lamps: flames.map((flame) => ({
        at: [flame[0], flame[1] + 0.08, flame[2]] as Vec3,
        color: isNight ? ([1.9, 1.05, 0.42] as const) : ([0.8, 0.45, 0.2] as const),
        radius: 2.8,
        halo: 0.22,
        isFlame: true,
      })),
      groundAt: () => TOP + 0.008,
      focus: { position: [0, TOP + 0.008, 0.1], halfWidth: 0.9, halfDepth: 0.6 },
      camera: { position: [0, TOP + 2.15, 2.25], target: [0, TOP, -0.16], verticalFovDegrees: lensFor(aspect, 40) },
      fog: { color: [0.05, 0.035, 0.025], density: 0.002 },
      grade: { exposure: 1.1, bloom: 0.3, bloomThreshold: 0.9, saturation: 1.08, vignette: 0.42 },
    });
  },
};

const TOP = 0.78;
const SPAN = [3.3, 2.2] as const;
const WIDTH = 576;
const HEIGHT = 384;

function addTable(kit: Kit): void {
  for (let i = 0; i < 9; i++)
    kit.wood.box([0, TOP - 0.04, -1.9 + i * 0.62], [7, 0.08, 0.61], [0x6a4226, 0x5f3a20, 0x74492c][i % 3]!);
  kit.trim.quad([-9, 0, 8], [9, 0, 8], [9, 0, -6], [-9, 0, -6], 0x1c140f);
  kit.plaster.quad([-9, 0, -4.5], [9, 0, -4.5], [9, 6, -4.5], [-9, 6, -4.5], 0x3a2a22);
}

/** An inkwell with its quill, coins, a compass, a rolled chart, a magnifying glass at the edges of the sheet. */
function addThings(kit: Kit): void {
  kit.glass.lathe(
    [1.5, TOP, 0.55],
    [
      [0.1, 0],
      [0.11, 0.05],
      [0.06, 0.1],
      [0.05, 0.14],
      [0.03, 0.14],
      [0, 0.1],
    ],
    0x23303c,
    14,
  );
  kit.wood.tube(
    [
      [1.5, TOP + 0.08, 0.55],
      [1.62, TOP + 0.34, 0.46],
      [1.8, TOP + 0.62, 0.36],
    ],
    0.008,
    0xe8dcc0,
    5,
  );
  for (let i = 0; i < 9; i++) {
    const [a, b] = [i / 9, (i + 1) / 9];
    const spine = (u: number): Vec3 => [1.6 + u * 0.24, TOP + 0.3 + u * 0.4, 0.48 - u * 0.14];
    const w = (u: number): number => 0.07 * Math.sin(Math.PI * Math.min(1, u * 0.9 + 0.1));
    const [p, q] = [spine(a), spine(b)];
    kit.cloth.quad([p[0] - w(a), p[1], p[2] + w(a)], p, q, [q[0] - w(b), q[1], q[2] + w(b)], 0xf0e8d8);
    kit.cloth.quad([q[0] - w(b), q[1], q[2] + w(b)], q, p, [p[0] - w(a), p[1], p[2] + w(a)], 0xd8ccb8);
    kit.cloth.quad(p, [p[0] + w(a) * 0.7, p[1], p[2] + w(a)], [q[0] + w(b) * 0.7, q[1], q[2] + w(b)], q, 0xf0e8d8);
  }
  for (let i = 0; i < 9; i++)
    kit.gold.lathe(
      [-1.6 + hash(i, 1) * 0.34, TOP + 0.006 + (i > 5 ? 0.016 : 0), 0.42 + hash(i, 2) * 0.32],
      [
        [0.05, 0],
        [0.052, 0.008],
        [0.05, 0.014],
        [0, 0.014],
      ],
      i % 4 === 0 ? 0xc8ccc8 : 0xd8ac44,
      16,
    );
  kit.gold.lathe(
    [-1.62, TOP + 0.005, -0.25],
    [
      [0.17, 0],
      [0.18, 0.05],
      [0.16, 0.06],
      [0.15, 0.045],
      [0, 0.045],
    ],
    0xc89a3c,
    26,
  );
  kit.trim.lathe(
    [-1.62, TOP + 0.052, -0.25],
    [
      [0.145, 0],
      [0, 0.001],
    ],
    0xf2ead6,
    24,
  );
  kit.trim.quad(
    [-1.75, TOP + 0.058, -0.24],
    [-1.62, TOP + 0.058, -0.27],
    [-1.49, TOP + 0.058, -0.26],
    [-1.62, TOP + 0.058, -0.23],
    0xb02a24,
  );
  kit.cloth.tube(
    [
      [-2.3, TOP + 0.08, 0.2],
      [-2.1, TOP + 0.08, -0.8],
    ],
    0.08,
    0xdcc89c,
    14,
  );
  kit.cloth.tube(
    [
      [-2.24, TOP + 0.085, -0.1],
      [-2.2, TOP + 0.085, -0.3],
    ],
    0.084,
    0x9a2a2a,
    14,
  );
  const ring = Array.from(
    { length: 27 },
    (_, i): Vec3 => [1.75 + Math.cos((i / 26) * 6.2832) * 0.2, TOP + 0.03, -0.45 + Math.sin((i / 26) * 6.2832) * 0.2],
  );
  kit.gold.tube(ring, 0.022, 0xc89a3c, 7);
  kit.wood.tube(
    [
      [1.9, TOP + 0.03, -0.32],
      [2.15, TOP + 0.03, -0.08],
    ],
    0.028,
    0x4a2a1a,
    8,
  );
}

function addCandle(kit: Kit, [x, y, z]: Vec3): void {
  kit.gold.lathe(
    [x, TOP, z],
    [
      [0.16, 0],
      [0.17, 0.03],
      [0.05, 0.04],
      [0.06, 0.08],
      [0, 0.08],
    ],
    0xb8903c,
    18,
  );
  kit.trim.lathe(
    [x, TOP + 0.06, z],
    [
      [0.055, 0],
      [0.05, y - TOP - 0.1],
      [0.02, y - TOP - 0.1],
      [0, y - TOP - 0.12],
    ],
    0xf2e6c8,
    14,
  );
  kit.glow.lathe(
    [x, y - 0.02, z],
    [
      [0.008, 0],
      [0.022, 0.03],
      [0.012, 0.075],
      [0, 0.12],
    ],
    0xffc86a,
    8,
  );
}

type Ink = readonly [number, number, number];
const PAPER: Ink = [226, 202, 152];
const SEA: Ink = [196, 196, 160];
const LINE: Ink = [86, 54, 30];

/** Parchment with a coast from noise: land tinted, water lines along the shore, hills, woods, a river, a way, a rose. */
function paintMap(seed: number): Texture {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  const land = new Float32Array(WIDTH * HEIGHT);
  // The coast is worked out on every second row and column and drawn between them: a quarter of the noise.
  for (let y = 0; y < HEIGHT; y += 2)
    for (let x = 0; x < WIDTH; x += 2) land[y * WIDTH + x] = landAt(x / WIDTH, y / HEIGHT, seed);
  const known = (x: number, y: number): number => land[Math.min(HEIGHT - 2, y) * WIDTH + Math.min(WIDTH - 2, x)]!;
  for (let y = 0; y < HEIGHT; y += 2)
    for (let x = 1; x < WIDTH; x += 2) land[y * WIDTH + x] = (known(x - 1, y) + known(x + 1, y)) / 2;
  for (let y = 1; y < HEIGHT; y += 2)
    for (let x = 0; x < WIDTH; x++) land[y * WIDTH + x] = (known(x, y - 1) + known(x, y + 1)) / 2;
  const put = (x: number, y: number, ink: Ink, share: number): void => {
    if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT) return;
    const at = (Math.floor(y) * WIDTH + Math.floor(x)) * 4;
    for (let k = 0; k < 3; k++) rgba[at + k] = Math.round(rgba[at + k]! + (ink[k]! - rgba[at + k]!) * share);
  };
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [u, v] = [x / WIDTH, y / HEIGHT];
      const h = land[y * WIDTH + x]!;
      const stain = noise(u * 6, v * 5, 7) * 0.2 + noise(u * 70, v * 50, 9) * 0.1;
      const edge = Math.min(u, 1 - u, v * 0.8, (1 - v) * 0.8);
      const burnt = Math.max(0, 1 - edge * 16) ** 2 * 0.5;
      const base = h > 0 ? PAPER : SEA;
      const warm = h > 0.2 ? 0.93 : 1;
      const dark = (1.08 - stain) * (1 - burnt) * warm;
      rgba.set(
        [base[0] * dark, base[1] * dark * (1 - burnt * 0.2), base[2] * dark * (1 - burnt * 0.4), 255].map((c) =>
          Math.min(255, Math.round(c)),
        ),
        (y * WIDTH + x) * 4,
      );
      if (Math.abs(h) < 0.006) put(x, y, LINE, 0.85);
      else if (h < 0 && h > -0.11 && Math.abs(((-h * 36) % 1) - 0.5) < 0.14) put(x, y, LINE, 0.28 * (1 + h * 8));
      if (edge < 0.03 && edge > 0.026) put(x, y, LINE, 0.7);
      if (edge < 0.022 && edge > 0.02) put(x, y, LINE, 0.5);
    }
  drawOn(put, land, seed);
  return { width: WIDTH, height: HEIGHT, rgba };
}

/** Height of the drawn land at a place of the sheet, 0 … 1 each way; the sea is below zero. */
function landAt(u: number, v: number, seed: number): number {
  const island = 0.62 - Math.hypot((u - 0.54) * 1.35, v - 0.5) * 0.82;
  return island + (fractal(u * 6 + seed, v * 4.2, 4, seed) - 0.5) * 0.85 - 0.3;
}

type Put = (x: number, y: number, ink: Ink, share: number) => void;

function stroke(put: Put, x0: number, y0: number, x1: number, y1: number, ink: Ink = LINE, wide = 1): void {
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 1.6);
  for (let i = 0; i <= steps; i++) {
    const [x, y] = [x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps];
    for (let d = 0; d < wide; d++) {
      put(x + d, y, ink, 0.62);
      put(x, y + d, ink, 0.62);
    }
  }
}

function drawOn(put: Put, land: Float32Array, seed: number): void {
  const heightAt = (x: number, y: number): number =>
    land[Math.min(HEIGHT - 1, Math.max(0, Math.floor(y))) * WIDTH + Math.min(WIDTH - 1, Math.max(0, Math.floor(x)))]!;
  for (let i = 0; i < 130; i++) {
    const [x, y] = [40 + hash(i, seed) * (WIDTH - 80), 40 + hash(i, seed + 1) * (HEIGHT - 80)];
    const h = heightAt(x, y);
    if (h > 0.2) {
      const s = 7 + hash(i, 3) * 7;
      stroke(put, x - s, y, x, y - s * 1.3, LINE, 2);
      stroke(put, x, y - s * 1.3, x + s, y, LINE, 1);
      for (let n = 1; n < 4; n++)
        stroke(put, x + n * s * 0.2, y - s * 1.3 + n * s * 0.3, x + n * s * 0.2 - s * 0.16, y - n * 0.5);
    } else if (h > 0.06 && hash(i, 5) < 0.65) {
      stroke(put, x, y, x, y - 5);
      for (let a = 0; a < 12; a++)
        stroke(
          put,
          x + Math.cos(a * 0.52) * 5,
          y - 9 + Math.sin(a * 0.52) * 5,
          x + Math.cos((a + 1) * 0.52) * 5,
          y - 9 + Math.sin((a + 1) * 0.52) * 5,
          [70, 82, 46],
        );
    } else if (h < -0.14 && hash(i, 6) < 0.5)
      for (let n = 0; n < 3; n++) stroke(put, x + n * 9, y, x + n * 9 + 5, y - 3, [110, 100, 76]);
  }
  // A river from the heights to the shore, and a dotted way to a cross.
  let [rx, ry] = [WIDTH * 0.5, HEIGHT * 0.44];
  for (let i = 0; i < 260 && heightAt(rx, ry) > 0; i++) {
    const a = 0.5 + Math.sin(i * 0.06 + seed) * 0.9;
    stroke(put, rx, ry, rx + Math.cos(a) * 2, ry + Math.sin(a) * 2, [74, 96, 110], 2);
    rx += Math.cos(a) * 2;
    ry += Math.sin(a) * 2;
  }
  const red: Ink = [162, 36, 26];
  for (let i = 0; i < 30; i += 2) {
    const at = (k: number): readonly [number, number] => [
      WIDTH * (0.34 + k * 0.0108),
      HEIGHT * (0.66 - k * 0.011 + Math.sin(k * 0.35) * 0.05),
    ];
    stroke(put, ...at(i), ...at(i + 1), red, 3);
  }
  const [cx, cy] = [WIDTH * 0.675, HEIGHT * 0.3];
  stroke(put, cx - 8, cy - 8, cx + 8, cy + 8, red, 3);
  stroke(put, cx + 8, cy - 8, cx - 8, cy + 8, red, 3);
  drawRose(put, 86, HEIGHT - 86, 54);
}

/** A compass rose of sixteen points. */
function drawRose(put: Put, cx: number, cy: number, r: number): void {
  for (let i = 0; i < 16; i++) {
    const a = (i / 16) * Math.PI * 2 - Math.PI / 2;
    const long = i % 4 === 0 ? r : i % 2 === 0 ? r * 0.68 : r * 0.42;
    for (let n = 0; n <= 26; n++) {
      const [u, w] = [n / 26, 0.16 * (1 - n / 26) * r * (i % 4 === 0 ? 0.9 : 0.6)];
      const [x, y] = [cx + Math.cos(a) * long * u, cy + Math.sin(a) * long * u];
      stroke(put, x, y, x - Math.sin(a) * w, y + Math.cos(a) * w, i === 0 ? [150, 40, 30] : LINE);
    }
    stroke(
      put,
      cx + Math.cos(a) * r * 0.2,
      cy + Math.sin(a) * r * 0.2,
      cx + Math.cos(a) * long,
      cy + Math.sin(a) * long,
    );
  }
  for (const k of [0.5, 0.54, 1.06])
    for (let i = 0; i < 90; i++) {
      const a = (i / 90) * Math.PI * 2;
      stroke(
        put,
        cx + Math.cos(a) * r * k,
        cy + Math.sin(a) * r * k,
        cx + Math.cos(a + 0.07) * r * k,
        cy + Math.sin(a + 0.07) * r * k,
      );
    }
}
