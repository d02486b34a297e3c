import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { lathe } from '../model/lathe.ts';
import { compose, multiply, rotationX, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes } from '../model/mesh.ts';
import { cylinder, ring, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import { METAL, SHELL, SMOOTH } from './rig.ts';

/** What is swung, drawn, cast or pushed: it points where the posture says, not where the hand does. */
export type Tool =
  | 'racket'
  | 'bat'
  | 'golfClub'
  | 'hockeyStick'
  | 'axe'
  | 'pickaxe'
  | 'hammer'
  | 'shovel'
  | 'rake'
  | 'fishingRod'
  | 'longbow'
  | 'spear'
  | 'foil'
  | 'barbell'
  | 'paddle'
  | 'tray'
  | 'cane'
  | 'knife'
  | 'baton'
  | 'wok';

export interface ToolModel {
  /** The hand that has it: its grip is at the origin. Of `both` it lies between them. */
  readonly hand: 'left' | 'right' | 'both';
  readonly material: Material;
  /** Where it points when a posture does not say, in the space of the torso. */
  readonly rest: Vec3;
  /** Along +y, edges and heads to +z. */
  make(): Mesh;
}

const WOOD = '#9a6a3a';
const STEEL = '#c3cad2';
const rod = (from: number, to: number, radius: number, color: string, end = radius): MeshPart => ({
  mesh: cylinder({ radius, topRadius: end, height: to - from, color, segments: 8 }),
  matrix: translation(0, from, 0),
});
const block = (size: Vec3, at: Vec3, color: string, turn: Vec3 = [0, 0, 0]): MeshPart => ({
  mesh: roundedBox(size, Math.min(...size) * 0.3, color, 1),
  matrix: compose({ at, rotate: turn }),
});

/** Every tool. */
export const TOOLS: Readonly<Record<Tool, ToolModel>> = {
  racket: {
    hand: 'right',
    material: SHELL,
    rest: [-0.1, 0.7, 0.6],
    make: () =>
      mergeMeshes([
        rod(-0.1, 0.2, 0.017, '#22242a'),
        {
          mesh: ring(0.13, 0.014, '#d8322c', Math.PI * 2, 26),
          matrix: compose({ at: [0, 0.34, 0], scale: [0.9, 1.15, 1] }),
        },
        ...[-2, -1, 0, 1, 2].flatMap((i) => [
          rod(0.2, 0.48, 0.003, '#f0efe8'),
          block([0.005, 0.27, 0.005], [i * 0.045, 0.34, 0], '#f0efe8'),
          block([0.22, 0.005, 0.005], [0, 0.34 + i * 0.05, 0], '#f0efe8'),
        ]),
      ]),
  },
  bat: {
    hand: 'right',
    material: SHELL,
    rest: [-0.2, 0.9, -0.2],
    make: () =>
      mergeMeshes([
        rod(-0.1, 0.2, 0.016, '#3a2a20'),
        rod(0.2, 0.74, 0.018, '#d8ab6a', 0.042),
        rod(-0.12, -0.1, 0.026, '#d8ab6a'),
      ]),
  },
  golfClub: {
    hand: 'right',
    material: METAL,
    rest: [0, -0.9, 0.45],
    make: () =>
      mergeMeshes([
        rod(-0.12, 0.16, 0.014, '#22242a'),
        rod(0.16, 0.86, 0.008, STEEL),
        block([0.05, 0.035, 0.12], [0, 0.86, -0.05], '#4a5058'),
      ]),
  },
  hockeyStick: {
    hand: 'right',
    material: SMOOTH,
    rest: [0.2, -0.75, 0.6],
    make: () =>
      mergeMeshes([
        rod(-0.35, 0.8, 0.015, '#2a2c32'),
        block([0.02, 0.07, 0.3], [0, 0.8, -0.13], '#d8322c', [-0.35, 0, 0]),
      ]),
  },
  axe: {
    hand: 'right',
    material: SMOOTH,
    rest: [-0.1, 0.8, 0.4],
    make: () =>
      mergeMeshes([
        rod(-0.2, 0.5, 0.017, WOOD),
        block([0.035, 0.1, 0.1], [0, 0.44, 0.01], '#5a6068'),
        block([0.018, 0.17, 0.09], [0, 0.44, 0.09], STEEL),
      ]),
  },
  pickaxe: {
    hand: 'right',
    material: SMOOTH,
    rest: [-0.1, 0.8, 0.4],
    make: () =>
      mergeMeshes([
        rod(-0.2, 0.55, 0.018, WOOD),
        {
          mesh: tube(
            [
              [0, 0.44, -0.3],
              [0, 0.54, 0],
              [0, 0.44, 0.3],
            ],
            { radius: (t) => 0.008 + 0.022 * Math.sin(t * Math.PI), color: '#6a7078', sides: 7 },
          ),
        },
      ]),
  },
  hammer: {
    hand: 'right',
    material: SMOOTH,
    rest: [0, 0.8, 0.5],
    make: () => mergeMeshes([rod(-0.08, 0.28, 0.015, WOOD), block([0.075, 0.075, 0.17], [0, 0.29, 0], '#5a6068')]),
  },
  shovel: {
    hand: 'both',
    material: SMOOTH,
    rest: [0, -0.8, 0.55],
    make: () =>
      mergeMeshes([
        rod(-0.45, 0.5, 0.016, WOOD),
        block([0.14, 0.03, 0.03], [0, -0.46, 0], WOOD),
        block([0.19, 0.26, 0.02], [0, 0.6, 0], '#7a828a'),
      ]),
  },
  rake: {
    hand: 'both',
    material: SMOOTH,
    rest: [0, -0.75, 0.6],
    make: () =>
      mergeMeshes([
        rod(-0.5, 0.62, 0.014, WOOD),
        block([0.36, 0.02, 0.02], [0, 0.62, 0.02], '#5a6068'),
        ...[-3, -2, -1, 0, 1, 2, 3].map((i) => block([0.012, 0.012, 0.1], [i * 0.055, 0.62, 0.07], '#5a6068')),
      ]),
  },
  fishingRod: {
    hand: 'right',
    material: SMOOTH,
    rest: [0, 0.55, 0.85],
    make: () =>
      mergeMeshes([
        rod(-0.18, 0.1, 0.015, '#c9a06a'),
        rod(0.1, 1.55, 0.011, '#2a2622', 0.003),
        {
          mesh: cylinder({ radius: 0.03, height: 0.04, color: '#6a7078', segments: 12 }),
          matrix: compose({ at: [-0.02, 0.1, 0.03], rotate: [0, 0, Math.PI / 2] }),
        },
        // The line hangs straight down where the rod is held as an angler holds it.
        {
          mesh: tube(
            [
              [0, 1.54, 0],
              [0, 1.0, 0.84],
            ],
            { radius: 0.0035, color: '#f2f2ee', sides: 4, rings: 2 },
          ),
        },
        { mesh: sphere(0.03, '#e03a2c', 10), matrix: translation(0, 1.0, 0.84) },
      ]),
  },
  longbow: {
    hand: 'left',
    material: SMOOTH,
    rest: [0, 1, 0],
    make: () =>
      mergeMeshes([
        {
          mesh: tube(
            [
              [-0.2, -0.62, 0],
              [-0.02, -0.34, 0],
              [0.03, 0, 0],
              [-0.02, 0.34, 0],
              [-0.2, 0.62, 0],
            ],
            { radius: (t) => 0.008 + 0.012 * Math.sin(t * Math.PI), color: '#7a4a26', sides: 8, rings: 28 },
          ),
        },
        // The string is drawn back to the cheek, with an arrow on it.
        {
          mesh: tube(
            [
              [-0.2, 0.62, 0],
              [-0.56, 0.01, 0.03],
            ],
            { radius: 0.004, color: '#efe8d8', sides: 4, rings: 2 },
          ),
        },
        {
          mesh: tube(
            [
              [-0.2, -0.62, 0],
              [-0.56, 0.01, 0.03],
            ],
            { radius: 0.004, color: '#efe8d8', sides: 4, rings: 2 },
          ),
        },
        {
          mesh: tube(
            [
              [-0.56, 0.01, 0.03],
              [0.2, 0.02, 0.015],
            ],
            { radius: 0.007, color: '#d8b27a', sides: 6, rings: 2 },
          ),
        },
        {
          mesh: cylinder({ radius: 0.016, topRadius: 0.001, height: 0.06, color: STEEL, segments: 6 }),
          matrix: compose({ at: [0.2, 0.02, 0.015], rotate: [0, 0, -Math.PI / 2] }),
        },
      ]),
  },
  spear: {
    hand: 'right',
    material: SMOOTH,
    rest: [0, 1, 0.05],
    make: () =>
      mergeMeshes([
        rod(-0.62, 0.85, 0.014, WOOD),
        {
          mesh: cylinder({ radius: 0.035, topRadius: 0.001, height: 0.2, color: STEEL, segments: 8 }),
          matrix: compose({ at: [0, 0.85, 0], scale: [1, 1, 0.4] }),
        },
      ]),
  },
  foil: {
    hand: 'right',
    material: METAL,
    rest: [0, 0.1, 1],
    make: () =>
      mergeMeshes([
        rod(-0.06, 0.06, 0.014, '#2a2622'),
        { mesh: sphere([0.05, 0.016, 0.05], '#c9a64a', 14), matrix: translation(0, 0.07, 0) },
        rod(0.07, 0.9, 0.007, '#e6ebf0', 0.003),
      ]),
  },
  barbell: {
    hand: 'both',
    material: SHELL,
    rest: [1, 0, 0],
    make: () =>
      mergeMeshes([
        rod(-0.85, 0.85, 0.014, '#b8bec6'),
        ...[-1, 1].flatMap((side) => [
          {
            mesh: cylinder({ radius: 0.2, height: 0.05, color: '#c8202c', segments: 24 }),
            matrix: translation(0, side * 0.66 - 0.025, 0),
          },
          {
            mesh: cylinder({ radius: 0.15, height: 0.05, color: '#26282e', segments: 22 }),
            matrix: translation(0, side * 0.73 - 0.025, 0),
          },
        ]),
      ]),
  },
  paddle: {
    hand: 'both',
    material: SMOOTH,
    rest: [1, 0.25, 0],
    make: () =>
      mergeMeshes([
        rod(-0.8, 0.8, 0.014, '#3a3f4a'),
        ...[-1, 1].map((side) => block([0.14, 0.34, 0.02], [0, side * 0.92, 0], '#f2c02e')),
      ]),
  },
  tray: {
    hand: 'left',
    material: METAL,
    rest: [0, 1, 0],
    make: () =>
      mergeMeshes([
        {
          mesh: cylinder({ radius: 0.2, topRadius: 0.21, height: 0.014, color: '#c9ced6', segments: 28 }),
          matrix: translation(0, 0.05, 0),
        },
        ...(
          [
            [-0.07, 0.04, '#e8b83c'],
            [0.08, 0.02, '#b8283c'],
            [0, -0.09, '#f2efe8'],
          ] as const
        ).flatMap(([x, z, color]) => [
          {
            mesh: cylinder({ radius: 0.026, topRadius: 0.034, height: 0.11, color, segments: 14 }),
            matrix: translation(x, 0.064, z),
          },
        ]),
      ]),
  },
  cane: {
    hand: 'right',
    material: SHELL,
    rest: [0, -1, 0.12],
    make: () =>
      mergeMeshes([
        rod(0, 0.74, 0.014, '#5a3420'),
        {
          mesh: tube(
            [
              [0, 0, 0],
              [0, -0.05, 0.02],
              [0, -0.05, -0.05],
              [0, -0.02, -0.07],
            ],
            { radius: 0.014, color: '#5a3420', sides: 8 },
          ),
        },
      ]),
  },
  knife: {
    hand: 'right',
    material: METAL,
    rest: [0, 0.15, 1],
    make: () =>
      mergeMeshes([
        block([0.024, 0.11, 0.03], [0, 0, 0], '#2a2622'),
        block([0.008, 0.2, 0.05], [0, 0.155, -0.005], '#dfe5ea'),
      ]),
  },
  baton: {
    hand: 'right',
    material: SMOOTH,
    rest: [0.2, 0.8, 0.5],
    make: () =>
      mergeMeshes([rod(-0.02, 0.36, 0.006, '#f6f2e8', 0.003), { mesh: sphere([0.02, 0.03, 0.02], '#6a4526', 8) }]),
  },
  wok: {
    hand: 'right',
    material: SHELL,
    rest: [0, 0.1, 1],
    make: () => wokMesh(),
  },
};

/** Open to −z, which is up where it is held before one. */
function wokMesh(): Mesh {
  const bowl = lathe(
    [
      [0, -0.09],
      [0.09, -0.075],
      [0.15, -0.02],
      [0.175, 0.03],
      [0.165, 0.03],
      [0.1, -0.04],
      [0, -0.05],
    ],
    '#34363c',
    26,
  );
  const food = ['#4f9a45', '#d8442c', '#f2a83c', '#f2d86a', '#6aae4a', '#d8622c', '#4f9a45', '#f2a83c'].map(
    (color, i): MeshPart => ({
      mesh: roundedBox([0.055, 0.04, 0.035], 0.012, color, 1),
      matrix: compose({
        at: [
          Math.sin(i * 2.2) * (0.04 + 0.01 * i),
          0.36 + Math.cos(i * 2.2) * (0.04 + 0.01 * i),
          0.02 - 0.012 * (i % 3),
        ],
        rotate: [i, i * 2, 0],
      }),
    }),
  );
  const turned = multiply(translation(0, 0.36, 0), rotationX(-Math.PI / 2));
  return mergeMeshes([rod(-0.08, 0.2, 0.016, '#3a2a20'), { mesh: bowl, matrix: turned }, ...food]);
}
