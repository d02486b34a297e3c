import type { Material, Mesh, Vec3 } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { placed, type SetInstance, type SpriteSpot, sprites } from './scatter.ts';
import type { SetMoment } from './set.ts';
import { type Color, createMeshBuilder, mix, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { noise } from './terrain.ts';
import { waterColors } from './water.ts';

const WATER: Material = { specular: 0.5, gloss: 60, wrap: 0.3 };
const FOAM: Material = { wrap: 0.5, specular: 0.1 };

/** The section of the breaker, x to the right and y up, from its long back over the crest into the hollow and out before it. */
const SECTION: readonly (readonly [x: number, y: number])[] = [
  [-30, -0.6],
  [-23, 1.2],
  [-17.5, 4.4],
  [-13.4, 7.9],
  [-10, 10],
  [-6.8, 10.7],
  [-4, 10],
  [-2.3, 8.4],
  [-2.1, 7],
  [-3.2, 7.5],
  [-5.2, 8.1],
  [-7.2, 7.2],
  [-8.3, 5],
  [-7.8, 2.7],
  [-5.4, 1],
  [-1.5, 0.2],
  [4, -0.6],
];
/** Where along the section the lip is. */
const LIP = 0.5;
const MIDDLE_Z = -15;
const SIDE = -5;
/** Its hollow is turned towards the camera. */
const TURN = -0.75;

export interface GreatWave {
  instancesAt(seconds: number): SetInstance[];
  spritesAt(seconds: number): SetMoment['sprites'];
}

/** A towering wave that curls over to the right, its edge torn into claws of foam. It leans on slowly. */
export function createGreatWave(scene: Scene): GreatWave {
  const water = waveMesh(scene);
  const foam = clawMesh();
  const isDim = scene.time === 'night' || scene.time === 'dusk';
  const at = (seconds: number): Float32Array => {
    const matrix = placed(SIDE + 0.32 * seconds, -0.1 + 0.25 * Math.sin(seconds * 0.7), MIDDLE_Z, { turn: TURN });
    matrix[5] = 1 + 0.03 * Math.sin(seconds * 0.9);
    return matrix;
  };
  return {
    instancesAt(seconds) {
      const matrix = at(seconds);
      return [
        { mesh: water, material: WATER, matrix },
        { mesh: foam, material: FOAM, matrix, castsShadow: false },
      ];
    },
    spritesAt(seconds) {
      const tone = isDim ? 0.3 : 0.92;
      const shift = 0.32 * seconds + SIDE;
      const [cos, sin] = [Math.cos(TURN), Math.sin(TURN)];
      const spots = Array.from({ length: 70 }, (_, i): SpriteSpot => {
        const age = (seconds * 0.5 + i * 0.618) % 1;
        const along = ((i * 0.414) % 1) * 2 - 1;
        const rise = envelope(along * 11);
        return {
          position: [
            shift + cos * (-4 + 5 * age + 1.4 * Math.sin(i * 2.4)) + sin * along * 11,
            10.4 * rise + 1.6 * age - 5 * age * age,
            MIDDLE_Z - sin * (-4 + 5 * age + 1.4 * Math.sin(i * 2.4)) + cos * along * 11,
          ],
          radius: 0.12 + 0.3 * ((i * 0.27) % 1),
          color: [tone, tone, tone * 1.03, 0.75 * (1 - age) * rise],
        };
      });
      return [sprites('flake', 'alpha', spots)];
    },
  };
}

/** How much of its height the wave has along its crest, metres from its middle. */
function envelope(z: number): number {
  return Math.exp(-((z / 12.5) ** 4)) * (0.9 + 0.1 * Math.sin(z * 0.6 + 1));
}

/** The section at a share of its length: smooth between its points (Catmull–Rom). */
function sectionAt(share: number): readonly [number, number] {
  const place = share * (SECTION.length - 1);
  const i = Math.min(SECTION.length - 2, Math.floor(place));
  const t = place - i;
  const point = (k: number): readonly [number, number] => SECTION[Math.min(SECTION.length - 1, Math.max(0, k))]!;
  const [a, b, c, d] = [point(i - 1), point(i), point(i + 1), point(i + 2)];
  const spline = (k: 0 | 1): number =>
    0.5 *
    (2 * b[k] +
      (c[k] - a[k]) * t +
      (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
      (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3);
  return [spline(0), spline(1)];
}

function waveMesh(scene: Scene): Mesh {
  const { deep, shallow } = waterColors(scene);
  const bright: Color = mix(shallow, [120, 190, 214], 0.4);
  return surfaceMesh({
    columns: 70,
    rows: 80,
    at: (u, v) => {
      const z = (u - 0.5) * 44;
      const [x, y] = sectionAt(v);
      const e = envelope(z);
      const ripple = 0.22 * Math.sin(v * 40 + z * 0.9) * (1 - e * 0.4);
      // Towards its ends the crest has not broken yet: it leans less.
      const lean = x < -10 ? x : -10 + (x + 10) * (0.35 + 0.65 * e);
      return [lean + 0.05 * z * z * 0.12, y * e - 0.5 * (1 - e) + ripple * 0.35, z];
    },
    colorAt: ([, y, z], _slope, _u, v) => {
      // Ribbons run up the hollow and over the crest, as water does that is drawn into the wave.
      const ribbon = smoothstep(0.42, 0.58, noise(z * 0.85 + v * 2, v * 3.2, 4));
      const hollow = smoothstep(LIP + 0.04, LIP + 0.14, v) * (1 - smoothstep(0.9, 0.99, v));
      const body = mix(mix(deep, [22, 78, 140], 0.6), bright, 0.12 + 0.62 * ribbon * (0.45 + 0.55 * hollow));
      const ragged = 0.1 * noise(z * 0.9, 2, 6) + 0.05 * noise(z * 3.1, 4, 7);
      const crest =
        smoothstep(LIP - 0.2 + ragged, LIP - 0.12 + ragged, v) *
        (1 - smoothstep(LIP + 0.04, LIP + 0.1, v - ragged * 0.6));
      const runs =
        smoothstep(0.7, 0.8, noise(z * 1.6, v * 5, 9)) * smoothstep(0.24, LIP, v) * (1 - smoothstep(LIP, LIP + 0.1, v));
      const white = crest * smoothstep(2.5, 5, y) + runs * 0.7;
      return mix(body, [246, 249, 249], Math.min(1, white));
    },
    openAt: (_u, v) => (v > LIP && v < 0.9 ? 0.72 : 1),
  });
}

/** Fingers of foam that hang from the lip and hook forward, in threes, with drops at their ends. */
function clawMesh(): Mesh {
  const builder = createMeshBuilder();
  const ball = (center: Vec3, radius: number): void => {
    const [rings, sides] = [5, 7];
    const first: number[] = [];
    for (let ring = 0; ring <= rings; ring++) {
      const a = (ring / rings) * Math.PI;
      for (let s = 0; s < sides; s++) {
        const b = (s / sides) * Math.PI * 2;
        const n: Vec3 = [Math.sin(a) * Math.cos(b), Math.cos(a), Math.sin(a) * Math.sin(b)];
        const index = builder.vertex(
          [center[0] + n[0] * radius, center[1] + n[1] * radius, center[2] + n[2] * radius],
          n,
          [244, 247, 246],
        );
        if (s === 0) first.push(index);
      }
    }
    for (let ring = 0; ring < rings; ring++)
      for (let s = 0; s < sides; s++) {
        const [a, b] = [first[ring]! + s, first[ring]! + ((s + 1) % sides)];
        const [c, d] = [first[ring + 1]! + s, first[ring + 1]! + ((s + 1) % sides)];
        builder.triangle(a, b, d);
        builder.triangle(a, d, c);
      }
  };
  for (let i = 0; i < 54; i++) {
    const z = -12 + (i / 53) * 24 + 0.4 * Math.sin(i * 3.1);
    const e = envelope(z);
    if (e < 0.55) continue;
    const lip = sectionAt(LIP - 0.03 + 0.04 * noise(i, 2, 3));
    const lean = -10 + (lip[0] + 10) * (0.35 + 0.65 * e) + 0.006 * z * z;
    const reach = 0.8 + 1.5 * noise(i, 7, 5);
    for (let k = 0; k < 6; k++) {
      const t = k / 5;
      const hook = Math.sin(t * 2.2);
      ball(
        [
          lean - 0.5 + reach * (0.3 + hook) * 0.9,
          lip[1] * e + 0.5 - 0.2 * t - reach * t * t * 0.9,
          z + 0.25 * Math.sin(i + k),
        ],
        (0.34 - 0.2 * t) * (0.75 + 0.5 * noise(i, k, 8)),
      );
    }
  }
  return builder.build();
}
