import { compose, translation } from '../model/matrix.ts';
import { mergeMeshes } from '../model/mesh.ts';
import { cylinder, ring, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { block, rod, STEEL, type Tool, type ToolModel, WOOD } from './person-tool.ts';
import { METAL, SHELL, SMOOTH } from './rig.ts';

/** What games and fights are played with. */
export const SPORTS_GEAR = {
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
} satisfies Partial<Record<Tool, ToolModel>>;
