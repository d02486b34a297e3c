import type { PointLight, Rgb, Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { isAbsent } from './absent.ts';
import { indoorPlace } from './built-indoors.ts';
import { lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { IDENTITY, type SetInstance, sprites } from './scatter.ts';
import type { SetModel, SetMoment } from './set.ts';

/** A concert stage: boards, a red curtain, trusses with coloured beams that swing, speakers, and the heads of the crowd in front. */
export const stage: SetModel = {
  build(context) {
    const { aspect } = context;
    const kit = createKit();
    addCurtain(kit);
    addTruss(kit);
    for (const side of [-1, 1]) addSpeakers(placeKit(kit, [side * 5.6, 0, -1.2]));
    for (const x of [-2.2, 2.3]) addMonitor(placeKit(kit, [x, 0, 1.9], Math.PI));
    addDrums(placeKit(kit, [0, 0.36, -3]));
    kit.planks.box([0, 0.18, -3.1], [4, 0.36, 2.6], 0x2c2622);
    kit.planks.box([0, -0.62, 2.75], [26, 1.22, 0.12], 0x231d1a);
    for (let i = 0; i < 22; i++) kit.lamp.box([(i - 10.5) * 0.9, -0.06, 2.83], [0.1, 0.1, 0.05], 0xffd890);
    const isEmpty = isAbsent(context.scene, 'people');
    const beams = createBeams();
    return indoorPlace(context, {
      kit,
      materials: { planks: { pattern: 'planks', patternScale: 4, specular: 0.4, gloss: 40 } },
      still: isEmpty ? [] : [crowd()],
      shell: { halfWidth: 13, height: 9, back: -6, front: 2.8, wall: 0x1a1418, floor: 0x5a3c2a, ceiling: 0x0c0a0e },
      day: DARK,
      evening: DARK,
      keyFrom: [-0.3, 1, 0.6],
      shadowRadius: 6,
      focus: { position: [0, 0, 0.5], halfWidth: 2.6, halfDepth: 0.8 },
      camera: { position: [0.4, 1.45, 9.6], target: [0, 1.9, -1], verticalFovDegrees: lensFor(aspect, 42) },
      isAlwaysLit: true,
      fog: { color: [0.035, 0.02, 0.06], density: 0.012 },
      grade: { exposure: 1.12, bloom: 0.45, bloomThreshold: 0.85, saturation: 1.18, vignette: 0.4 },
      more: (seconds): Partial<SetMoment> => ({ lights: beams.lightsAt(seconds), sprites: beams.glowAt(seconds) }),
      cues: [
        ...(isEmpty
          ? []
          : [{ kind: 'crowd' as const, startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.3, pan: 0 }]),
        { kind: 'music', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.4, pan: 0, mood: 'bright' },
      ],
    });
  },
};

const DARK = { sun: [0.5, 0.42, 0.5] as const, up: [0.1, 0.08, 0.15] as const, down: [0.09, 0.05, 0.08] as const };
const TRUSS_Y = 5.6;
const COLORS: readonly Rgb[] = [
  [1, 0.06, 0.4],
  [0.06, 0.36, 1],
  [1, 0.5, 0.06],
  [0.5, 0.1, 1],
  [0.04, 0.85, 0.7],
];

/** Deep folds across the back and gathered at both sides. */
function addCurtain(kit: Kit): void {
  const fold = (x: number): number => Math.sin(x * 5.2) * 0.2 + Math.sin(x * 2.1) * 0.12;
  const steps = 150;
  for (let i = 0; i < steps; i++) {
    const [a, b] = [-12 + (i / steps) * 24, -12 + ((i + 1) / steps) * 24];
    kit.cloth.quad(
      [a, 0, -5.3 + fold(a)],
      [b, 0, -5.3 + fold(b)],
      [b, 8.6, -5.3 + fold(b) * 0.7],
      [a, 8.6, -5.3 + fold(a) * 0.7],
      0x8f1a26,
      0.7 + 0.3 * Math.max(0, Math.sin(a * 5.2)),
    );
  }
  for (const side of [-1, 1])
    for (let i = 0; i < 26; i++) {
      const at = (k: number, y: number): Vec3 => {
        const u = k / 26;
        const gather = 1 - 0.42 * Math.sin(Math.min(1, y / 3.2) * Math.PI) * (y < 3.2 ? 1 : 0);
        return [side * (8.4 - (1 - u) * 2.3 * gather), y, 1 + Math.sin(u * 26) * 0.14];
      };
      for (const [low, high] of [
        [0, 1.4],
        [1.4, 3.2],
        [3.2, 8.8],
      ] as const) {
        const q: [Vec3, Vec3, Vec3, Vec3] = [at(i, low), at(i + 1, low), at(i + 1, high), at(i, high)];
        if (side > 0) kit.cloth.quad(...q, 0xa01c2a, 0.8 + 0.2 * Math.cos((i / 26) * 26));
        else kit.cloth.quad(q[1], q[0], q[3], q[2], 0xa01c2a, 0.8 + 0.2 * Math.cos((i / 26) * 26));
      }
    }
  for (let i = 0; i < 40; i++) {
    const [a, b] = [-9 + i * 0.45, -9 + (i + 1) * 0.45];
    const drop = (x: number): number => 5.9 - 0.5 * Math.abs(Math.sin(x * 0.7));
    kit.cloth.quad(
      [a, drop(a), 1.2 + Math.sin(a * 6) * 0.08],
      [b, drop(b), 1.2 + Math.sin(b * 6) * 0.08],
      [b, 8.8, 1.2],
      [a, 8.8, 1.2],
      0x8f1a26,
    );
    kit.gold.quad(
      [a, drop(a) - 0.12, 1.21 + Math.sin(a * 6) * 0.08],
      [b, drop(b) - 0.12, 1.21 + Math.sin(b * 6) * 0.08],
      [b, drop(b), 1.21 + Math.sin(b * 6) * 0.08],
      [a, drop(a), 1.21 + Math.sin(a * 6) * 0.08],
      0xd8ac4a,
    );
  }
}

function addTruss(kit: Kit): void {
  for (const z of [-2.6, -4.2])
    for (const [dy, dz] of [
      [0, 0],
      [0.4, 0],
      [0.2, 0.34],
    ] as const)
      kit.metal.tube(
        [
          [-8, TRUSS_Y + dy, z + dz],
          [8, TRUSS_Y + dy, z + dz],
        ],
        0.04,
        0x8a8e94,
        6,
      );
  for (let i = 0; i < 27; i++)
    for (const z of [-2.6, -4.2]) {
      const x = -7.8 + i * 0.6;
      kit.metal.tube(
        [
          [x, TRUSS_Y, z],
          [x + 0.3, TRUSS_Y + 0.4, z],
          [x + 0.6, TRUSS_Y, z],
        ],
        0.02,
        0x7a7e84,
        4,
      );
    }
  LAMPS.forEach(([x, y, z]) => {
    kit.metal.box([x, y + 0.24, z], [0.3, 0.2, 0.3], 0x1c1d20, { bottom: true });
    kit.metal.lathe(
      [x, y, z],
      [
        [0.17, -0.12],
        [0.19, 0.02],
        [0.12, 0.18],
        [0, 0.2],
      ],
      0x24262a,
      10,
    );
  });
}

const LAMPS: readonly Vec3[] = Array.from(
  { length: 9 },
  (_, i): Vec3 => [(i - 4) * 1.55, TRUSS_Y - 0.34, i % 2 === 0 ? -2.6 : -4],
);

function addSpeakers(kit: Kit): void {
  for (let i = 0; i < 3; i++) {
    kit.trim.box([0, 0.55 + i * 1.12, 0], [1.3, 1.1, 0.9], 0x17181b, { foot: 0.8 });
    for (const [y, r] of [
      [-0.2, 0.34],
      [0.3, 0.16],
    ] as const) {
      const n = 18;
      for (let k = 0; k < n; k++) {
        const at = (step: number, s: number, out: number): Vec3 => [
          Math.cos((step / n) * 6.2832) * r * s,
          0.55 + i * 1.12 + y + Math.sin((step / n) * 6.2832) * r * s,
          0.46 + out,
        ];
        kit.metal.quad(at(k, 1, 0), at(k + 1, 1, 0), at(k + 1, 0.86, 0.02), at(k, 0.86, 0.02), 0x5a5d62);
        kit.trim.triangle(at(k, 0.86, 0.01), at(k + 1, 0.86, 0.01), [0, 0.55 + i * 1.12 + y, 0.462], 0x2a2c30);
      }
    }
  }
}

function addMonitor(kit: Kit): void {
  kit.trim.box([0, 0.16, 0], [0.7, 0.32, 0.4], 0x17181b);
  kit.trim.quad([-0.35, 0.32, 0.2], [0.35, 0.32, 0.2], [0.35, 0.46, -0.1], [-0.35, 0.46, -0.1], 0x24262a);
}

/** A drum kit: bass, toms, snare, two cymbals. It faces +z. */
function addDrums(kit: Kit): void {
  const n = 22;
  const ring = (i: number, z: number, r: number): Vec3 => [
    Math.cos((i / n) * 6.2832) * r,
    0.46 + Math.sin((i / n) * 6.2832) * r,
    z,
  ];
  for (let i = 0; i < n; i++) {
    kit.trim.quad(ring(i, 0.3, 0.44), ring(i + 1, 0.3, 0.44), ring(i + 1, -0.2, 0.44), ring(i, -0.2, 0.44), 0xb02a34);
    kit.trim.quad(ring(i, -0.2, 0.44), ring(i + 1, -0.2, 0.44), ring(i + 1, 0.3, 0.44), ring(i, 0.3, 0.44), 0xb02a34);
    kit.trim.triangle(ring(i, 0.3, 0.42), ring(i + 1, 0.3, 0.42), [0, 0.46, 0.3], 0xf0ece0);
  }
  for (const [x, y, z, r, h] of [
    [-0.3, 0.86, 0.05, 0.19, 0.24],
    [0.3, 0.86, 0.05, 0.19, 0.24],
    [-0.8, 0.56, -0.1, 0.23, 0.2],
    [0.82, 0.4, -0.1, 0.27, 0.4],
  ] as const) {
    kit.trim.lathe(
      [x, y, z],
      [
        [r, 0],
        [r, h],
        [0, h],
      ],
      0xb02a34,
      16,
    );
    kit.trim.lathe(
      [x, y + h, z],
      [
        [r * 0.96, 0.004],
        [0, 0.006],
      ],
      0xf0ece0,
      16,
    );
    kit.metal.tube(
      [
        [x, 0, z - 0.1],
        [x, y, z],
      ],
      0.02,
      0xb8bcc0,
      5,
    );
  }
  for (const [x, y] of [
    [-1.0, 1.3],
    [1.05, 1.36],
  ] as const) {
    kit.metal.tube(
      [
        [x, 0, -0.15],
        [x, y, -0.15],
      ],
      0.018,
      0xb8bcc0,
      5,
    );
    kit.gold.lathe(
      [x, y, -0.15],
      [
        [0.34, -0.02],
        [0.1, 0.03],
        [0, 0.05],
      ],
      0xd8b04a,
      20,
    );
    kit.gold.lathe(
      [x, y, -0.15],
      [
        [0, 0.04],
        [0.1, 0.02],
        [0.34, -0.025],
      ],
      0xb8923a,
      20,
    );
  }
}

/** Heads, shoulders and raised arms in the dark before the stage, low enough to leave it free. */
function crowd(): SetInstance {
  const kit = createKit();
  for (let row = 0; row < 3; row++)
    for (let i = 0; i < 25; i++) {
      const x = (i - 12) * 0.72 + (hash(i, row) - 0.5) * 0.4 + (row % 2) * 0.3;
      const z = 4 + row * 0.75;
      const y = -0.62 - row * 0.06 + (hash(i, row + 5) - 0.5) * 0.16;
      const color = [0x17131c, 0x1d1724, 0x141019][(i + row) % 3]!;
      kit.skin.lathe(
        [x, y, z],
        [
          [0.24, -0.6],
          [0.26, 0.2],
          [0.2, 0.34],
          [0.07, 0.4],
          [0.07, 0.46],
        ],
        color,
        8,
      );
      kit.skin.lathe(
        [x, y + 0.58, z],
        [
          [0, -0.15],
          [0.1, -0.08],
          [0.12, 0.02],
          [0.09, 0.11],
          [0, 0.14],
        ],
        color,
        8,
      );
      if (hash(i, row + 11) < 0.3)
        for (const s of hash(i, 3) < 0.5 ? [-1, 1] : [1])
          kit.skin.tube(
            [
              [x + s * 0.22, y + 0.26, z],
              [x + s * 0.34, y + 0.66, z - 0.05],
              [x + s * 0.28, y + 1.02, z - 0.1],
            ],
            0.055,
            color,
            6,
          );
    }
  return {
    mesh: kit.skin.build(),
    material: { specular: 0.05, rim: 0.4, wrap: 0.3 },
    matrix: IDENTITY,
    isStatic: true,
    castsShadow: false,
  };
}

/** Cones of coloured light that swing slowly; drawn as soft streaks so that they have no edge. */
function createBeams() {
  const power = (i: number, t: number): number => 0.72 + 0.28 * Math.sin(t * 1.7 + i * 1.9);
  const aim = (i: number, t: number): Vec3 => {
    const [x] = LAMPS[i]!;
    return [x * 0.55 + Math.sin(t * 0.5 + i * 1.3) * 1.7, -0.1, -0.6 + Math.cos(t * 0.37 + i * 2.1) * 1.3];
  };
  return {
    lightsAt: (t: number): PointLight[] => [
      // The follow spot: whoever stands in front is seen in plain light.
      { position: [0.6, 3.6, 3.6], color: [3.4, 3.0, 2.5], radius: 7.5 },
      ...[1, 4, 7].map((i): PointLight => {
        const [x, , z] = aim(i, t);
        const [r, g, b] = COLORS[i % COLORS.length]!;
        const k = 6.5 * power(i, t);
        return { position: [x, 2.6, z], color: [r * k, g * k, b * k], radius: 5.6 };
      }),
    ],
    glowAt(t: number) {
      const spots = LAMPS.flatMap((from, i) => {
        const to = aim(i, t);
        const [r, g, b] = COLORS[i % COLORS.length]!;
        const k = power(i, t);
        return [
          ...Array.from({ length: 22 }, (_, n) => {
            const u = n / 21;
            return {
              position: [
                from[0] + (to[0] - from[0]) * u,
                from[1] + (to[1] - from[1]) * u,
                from[2] + (to[2] - from[2]) * u,
              ] as const,
              radius: 0.16 + u * 0.62,
              color: [r, g, b, 0.17 * k * (1 - u * 0.7)] as const,
            };
          }),
          { position: from, radius: 0.42, color: [r * 0.5 + 0.5, g * 0.5 + 0.5, b * 0.5 + 0.5, 0.8 * k] as const },
        ];
      });
      return [sprites('soft', 'add', spots)];
    },
  };
}
