import type { Mesh } from '@openimagine/render';
import { lathe } from '../model/lathe.ts';
import { compose, multiply, rotationX, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import { SPORTS_GEAR } from './person-sports-gear.ts';
import { block, rod, STEEL, type Tool, type ToolModel, WOOD } from './person-tool.ts';
import { METAL, SHELL, SMOOTH } from './rig.ts';

/** Every tool. */
export const TOOLS: Readonly<Record<Tool, ToolModel>> = {
  ...SPORTS_GEAR,
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
  hose: {
    hand: 'right',
    material: { specular: 0.5, gloss: 60, emissive: 0.12, wrap: 0.4 },
    rest: [0, 0.4, 1],
    // The jet leaves the nozzle forward and falls: +z is down where it is held so.
    make: () =>
      mergeMeshes([
        rod(-0.1, 0.3, 0.026, '#c9a03a', 0.018),
        {
          mesh: tube(
            [
              [0, -0.1, 0],
              [0.02, -0.3, 0.2],
              [0.05, -0.5, 0.62],
              [0.1, -0.9, 1.0],
            ],
            { radius: 0.032, color: '#b8452c', sides: 8 },
          ),
        },
        {
          mesh: tube(
            [
              [0, 0.3, 0],
              [0, 1.2, -0.02],
              [0, 2.1, 0.22],
              [0, 2.8, 0.75],
              [0, 3.2, 1.35],
            ],
            { radius: (t) => 0.012 + 0.042 * t, color: '#d5ecf8', sides: 9 },
          ),
        },
      ]),
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
          -0.035 - 0.02 * (i % 4),
        ],
        rotate: [i, i * 2, 0],
      }),
    }),
  );
  const turned = multiply(translation(0, 0.36, 0), rotationX(-Math.PI / 2));
  return mergeMeshes([rod(-0.08, 0.2, 0.016, '#3a2a20'), { mesh: bowl, matrix: turned }, ...food]);
}
