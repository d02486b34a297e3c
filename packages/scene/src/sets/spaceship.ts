import type { Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { indoorPlace } from './built-indoors.ts';
import { lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetModel, SetMoment } from './set.ts';

/** The inside of a spaceship: a ribbed corridor of panels, strips of light, consoles, and a great window to the stars. */
export const spaceship: SetModel = {
  build(context) {
    const { aspect } = context;
    const kit = createKit();
    for (let i = 0; i < 8; i++) addRib(kit, 6.9 - i * 2.3);
    for (let i = 0; i < 7; i++) addBay(kit, 5.75 - i * 2.3, i);
    addFloor(kit);
    addEnd(kit);
    for (const side of [-1, 1]) addConsole(placeKit(kit, [side * 1.75, 0, -6.4], -side * 0.7), side);
    return indoorPlace(context, {
      kit,
      materials: { metal: { specular: 0.6, gloss: 60, pattern: 'none' } },
      day: LIGHT,
      evening: LIGHT,
      keyFrom: [-0.2, 1, 0.5],
      isAlwaysLit: true,
      lamps: [
        { at: [0, 2.5, 0.4], color: [1.5, 1.8, 2.2], radius: 5 },
        { at: [0, 2.3, -5], color: [0.9, 1.4, 2.2], radius: 6 },
        { at: [-2.1, 0.5, -2], color: [1.6, 0.7, 0.25], radius: 3.4 },
        { at: [2.1, 0.5, -2], color: [1.6, 0.7, 0.25], radius: 3.4 },
      ],
      focus: { position: [0, 0, 0], halfWidth: 1.4, halfDepth: 1.6 },
      camera: { position: [0.15, 1.5, 6.2], target: [0, 1.42, -3], verticalFovDegrees: lensFor(aspect, 44) },
      fog: { color: [0.02, 0.035, 0.06], density: 0.0002 },
      grade: { exposure: 1.1, bloom: 0.42, bloomThreshold: 0.85, saturation: 1.08, contrast: 1.08, vignette: 0.32 },
      more: (seconds): Partial<SetMoment> => ({
        sky: {
          zenith: [0.004, 0.006, 0.016],
          horizon: [0.01, 0.012, 0.03],
          ground: [0.004, 0.005, 0.014],
          glow: [0, 0, 0],
          stars: 1,
          nebula: [0.12, 0.06, 0.2],
          clouds: { cover: 0, lit: [0, 0, 0], shade: [0, 0, 0], offset: [0, 0] },
          discs: [
            {
              direction: [-0.26 + seconds * 0.0012, 0.02, -1],
              radius: 0.15,
              color: [0.5, 0.72, 1.1],
              phase: 0.62,
              craters: true,
            },
          ],
        },
      }),
      cues: [
        { kind: 'space', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.3, pan: 0 },
        { kind: 'engine', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.1, pan: 0 },
      ],
    });
  },
};

const LIGHT = { sun: [0.34, 0.38, 0.46] as const, up: [0.2, 0.23, 0.3] as const, down: [0.13, 0.14, 0.18] as const };
/** Half of the corridor's section, from the floor to the ridge. */
const SECTION: readonly (readonly [number, number])[] = [
  [1.9, 0],
  [2.5, 0.85],
  [2.5, 1.7],
  [1.75, 2.75],
  [0.8, 3.0],
];
const END = -8.9;

function addRib(kit: Kit, z: number): void {
  for (const s of [-1, 1]) {
    for (let i = 0; i + 1 < SECTION.length; i++) {
      const [a, b] = [SECTION[i]!, SECTION[i + 1]!];
      const inner = (p: readonly [number, number], k: number): Vec3 => [s * p[0] * 0.9, p[1] * 0.94 + 0.03, z + k];
      const outer = (p: readonly [number, number], k: number): Vec3 => [s * p[0] * 1.02, p[1] * 1.02, z + k];
      const face = (p: Vec3, q: Vec3, r: Vec3, t: Vec3, color: number): void => {
        kit.metal.quad(p, q, r, t, color);
        kit.metal.quad(t, r, q, p, color);
      };
      face(inner(a, 0.18), inner(b, 0.18), outer(b, 0.18), outer(a, 0.18), 0x565f6c);
      face(inner(a, -0.18), inner(b, -0.18), inner(b, 0.18), inner(a, 0.18), 0x737d8c);
      if (i === 1) {
        kit.glow.quad(
          inner([a[0] * 0.995, a[1] + 0.1], -0.04),
          inner([b[0] * 0.995, b[1] - 0.1], -0.04),
          inner([b[0] * 0.995, b[1] - 0.1], 0.04),
          inner([a[0] * 0.995, a[1] + 0.1], 0.04),
          0xbfe6ff,
        );
        kit.glow.quad(
          inner([a[0] * 0.995, a[1] + 0.1], 0.04),
          inner([b[0] * 0.995, b[1] - 0.1], 0.04),
          inner([b[0] * 0.995, b[1] - 0.1], -0.04),
          inner([a[0] * 0.995, a[1] + 0.1], -0.04),
          0xbfe6ff,
        );
      }
    }
  }
  kit.metal.box([0, 2.88, z], [1.7, 0.22, 0.36], 0x5c6572, { bottom: true });
}

/** Panels between two ribs, on both sides and above, with vents, ducts, screens and rows of small lights. */
function addBay(kit: Kit, z: number, index: number): void {
  for (const s of [-1, 1]) {
    for (let i = 0; i + 1 < SECTION.length; i++) {
      const [a, b] = [SECTION[i]!, SECTION[i + 1]!];
      for (let half = 0; half < 2; half++) {
        const [z0, z1] = [z + 1.02 - half * 1.02, z - half * 1.02];
        const shrink = 0.03;
        const at = (u: number, zz: number, out = 0): Vec3 => [
          s * (a[0] + (b[0] - a[0]) * u + out),
          a[1] + (b[1] - a[1]) * u,
          zz,
        ];
        const tone = [0xaab4c0, 0x949eab, 0xb8c0ca][Math.floor(hash(index * 9 + i, half + (s > 0 ? 4 : 0)) * 3)]!;
        const put = (shape: keyof Kit, p: Vec3, q: Vec3, r: Vec3, t: Vec3, color: number): void => {
          if (s > 0) kit[shape].quad(p, q, r, t, color);
          else kit[shape].quad(q, p, t, r, color);
        };
        put('metal', at(0, z1), at(0, z0), at(1, z0), at(1, z1), 0x2c323a);
        put(
          'metal',
          at(shrink, z1 + shrink, -0.03),
          at(shrink, z0 - shrink, -0.03),
          at(1 - shrink, z0 - shrink, -0.03),
          at(1 - shrink, z1 + shrink, -0.03),
          tone,
        );
        if (i !== 1) continue;
        const roll = hash(index, half * 3 + (s > 0 ? 1 : 8));
        if (roll < 0.42) {
          put(
            'glow',
            at(0.3, z1 + 0.2, -0.04),
            at(0.3, z0 - 0.2, -0.04),
            at(0.82, z0 - 0.2, -0.04),
            at(0.82, z1 + 0.2, -0.04),
            0x12445c,
          );
          for (let n = 0; n < 5; n++) {
            const u = 0.36 + n * 0.09;
            const w = 0.16 + hash(n, index) * 0.3;
            put(
              'glow',
              at(u, z0 - 0.26 - w, -0.046),
              at(u, z0 - 0.26, -0.046),
              at(u + 0.03, z0 - 0.26, -0.046),
              at(u + 0.03, z0 - 0.26 - w, -0.046),
              n % 3 === 0 ? 0xff9a4a : 0x7ae0ff,
            );
          }
        } else
          for (let n = 0; n < 6; n++) {
            const u = 0.3 + n * 0.08;
            put(
              'metal',
              at(u, z1 + 0.16, -0.045),
              at(u, z0 - 0.16, -0.045),
              at(u + 0.035, z0 - 0.16, -0.05),
              at(u + 0.035, z1 + 0.16, -0.05),
              0x3a424c,
            );
          }
      }
    }
    kit.metal.tube(
      [
        [s * 1.5, 2.7, z + 1.15],
        [s * 1.5, 2.7, z - 1.15],
      ],
      0.08,
      0xc08a3c,
      8,
    );
    kit.glow.box([s * 1.93, 0.05, z], [0.06, 0.05, 1.8], 0xff9c4a);
  }
  kit.trim.quad([-0.85, 3, z - 1.2], [0.85, 3, z - 1.2], [0.85, 3, z + 1.2], [-0.85, 3, z + 1.2], 0x39414c);
  kit.glow.quad(
    [-0.42, 2.985, z - 0.8],
    [0.42, 2.985, z - 0.8],
    [0.42, 2.985, z + 0.8],
    [-0.42, 2.985, z + 0.8],
    0xd8ecff,
  );
}

function addFloor(kit: Kit): void {
  for (let i = 0; i < 16; i++) {
    const z = 10.4 - i * 1.3;
    for (const x of [-1, 0, 1])
      kit.metal.quad(
        [x * 1.27 - 0.61, 0, z],
        [x * 1.27 + 0.61, 0, z],
        [x * 1.27 + 0.61, 0, z - 1.24],
        [x * 1.27 - 0.61, 0, z - 1.24],
        x === 0 ? 0x5c636c : 0x6e7680,
      );
  }
  kit.trim.quad([-2, -0.02, 9], [2, -0.02, 9], [2, -0.02, END], [-2, -0.02, END], 0x16191e);
}

/** The bulkhead round the window, its bars, and a low console before it. */
function addEnd(kit: Kit): void {
  const z = END + 0.2;
  const bar = (x0: number, y0: number, x1: number, y1: number, r: number): void =>
    kit.metal.tube(
      [
        [x0, y0, z],
        [x1, y1, z],
      ],
      r,
      0x4a525e,
      8,
    );
  const frame: readonly (readonly [number, number])[] = [
    [-2.3, 1.1],
    [2.3, 1.1],
    [2.3, 1.75],
    [1.5, 2.7],
    [-1.5, 2.7],
    [-2.3, 1.75],
  ];
  frame.forEach(([x, y], i) => {
    const [x1, y1] = frame[(i + 1) % frame.length]!;
    bar(x, y, x1, y1, 0.13);
  });
  for (const x of [-0.8, 0.8]) bar(x, 1.1, x, 2.7, 0.06);
  kit.metal.box([0, 0.55, z], [5, 1.16, 0.3], 0x4a525e);
  kit.metal.box([0, 2.95, z], [5, 0.42, 0.3], 0x4a525e, { bottom: true });
  for (const s of [-1, 1]) {
    kit.metal.box([s * 2.6, 1.6, z], [0.5, 2.6, 0.3], 0x4a525e);
    kit.metal.box([s * 2.1, 2.6, z], [0.9, 0.5, 0.28], 0x4a525e);
  }
}

/** A sloping desk with lit keys, and a chair. */
function addConsole(kit: Kit, salt: number): void {
  kit.metal.box([0, 0.4, -0.2], [1.7, 0.8, 0.5], 0x3c444e, { foot: 0.7 });
  kit.metal.quad([-0.85, 0.78, 0.3], [0.85, 0.78, 0.3], [0.85, 1.02, -0.3], [-0.85, 1.02, -0.3], 0x2a3038);
  for (let i = 0; i < 9; i++)
    for (let j = 0; j < 3; j++) {
      if (hash(i, j + salt * 5 + 30) < 0.3) continue;
      const [x, v] = [-0.72 + i * 0.18, j * 0.16];
      kit.glow.quad(
        [x, 0.83 + v * 0.4, 0.2 - v],
        [x + 0.12, 0.83 + v * 0.4, 0.2 - v],
        [x + 0.12, 0.87 + v * 0.4, 0.1 - v],
        [x, 0.87 + v * 0.4, 0.1 - v],
        [0x5ad0ff, 0xffa04a, 0x6affb0, 0xff5a6a][Math.floor(hash(i, j + 60) * 4)]!,
      );
    }
  addCard(kit.glow, [0, 1.28, -0.3], 1.3, 0.4, 0x0f3a50);
  for (let i = 0; i < 12; i++)
    addCard(kit.glow, [-0.55 + i * 0.1, 1.16 + hash(i, 71) * 0.12, -0.296], 0.06, 0.06 + hash(i, 72) * 0.2, 0x58c8f0);
  kit.metal.box([0, 1.28, -0.32], [1.4, 0.5, 0.03], 0x3c444e, { bottom: true });
}
