import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { shade } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, rotationY, rotationZ, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { cylinder, ring, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import type { Item } from './person-wear.ts';
import { ball, limb, METAL, SHELL, SMOOTH } from './rig.ts';

/** A tool or instrument, and how it lies in a hand: −y along the fingers, +z to the front. */
export interface ItemModel {
  readonly mesh: Mesh;
  readonly material: Material;
  readonly grip: Matrix;
}

export type HandItem = Extract<
  Item,
  'brush' | 'palette' | 'pencil' | 'ladle' | 'pan' | 'mug' | 'phone' | 'microphone' | 'dumbbell' | 'bow' | 'stick'
>;
export type ChestItem = Extract<Item, 'book' | 'guitar' | 'violin' | 'trumpet' | 'camera' | 'phone'>;

const stick = (length: number, radius: number, color: string): Mesh =>
  cylinder({ radius, height: length, color, segments: 8 });

export const HAND_ITEMS: Readonly<Record<HandItem, () => ItemModel>> = {
  brush: () => ({
    mesh: cachedMesh('item/brush', () =>
      mergeMeshes([
        { mesh: stick(0.2, 0.007, '#b98a4e') },
        { mesh: stick(0.03, 0.009, '#c9ccd2'), matrix: translation(0, 0.2, 0) },
        { mesh: sphere([0.011, 0.026, 0.011], '#c8324a', 8), matrix: translation(0, 0.245, 0) },
      ]),
    ),
    material: SMOOTH,
    grip: multiply(rotationX(2.2), translation(0, -0.04, 0)),
  }),
  pencil: () => ({
    mesh: cachedMesh('item/pencil', () =>
      mergeMeshes([
        { mesh: stick(0.15, 0.006, '#e8b62c') },
        {
          mesh: cylinder({ radius: 0.006, topRadius: 0.001, height: 0.02, color: '#e6cfa4', segments: 8 }),
          matrix: translation(0, 0.15, 0),
        },
      ]),
    ),
    material: SMOOTH,
    grip: multiply(rotationX(2.6), translation(0, -0.05, 0.01)),
  }),
  palette: () => ({
    mesh: cachedMesh('item/palette', () => {
      const board = smoothBlob(
        [ball([0, 0, 0], [0.15, 0.01, 0.11]), ball([0.07, 0, -0.05], 0.03, { cut: true })],
        0.014,
        { color: '#c89a5c' },
      );
      const dabs = ['#d8324a', '#f2c62c', '#2f7fd0', '#3a9a5a', '#f4f2ec', '#7a3fb0'].map((color, i): MeshPart => {
        const angle = -0.4 + i * 0.75;
        return {
          mesh: sphere([0.019, 0.008, 0.019], color, 8),
          matrix: translation(Math.sin(angle) * 0.1, 0.012, Math.cos(angle) * 0.068),
        };
      });
      return mergeMeshes([{ mesh: board }, ...dabs]);
    }),
    material: SMOOTH,
    grip: multiply(rotationX(1.3), translation(0.02, 0.02, 0.04)),
  }),
  ladle: () => ({
    mesh: cachedMesh('item/ladle', () =>
      mergeMeshes([
        { mesh: stick(0.26, 0.009, '#a9743a') },
        { mesh: sphere([0.034, 0.026, 0.034], '#a9743a', 10), matrix: translation(0, 0.27, 0) },
      ]),
    ),
    material: SMOOTH,
    grip: multiply(rotationX(2.9), translation(0, -0.07, 0)),
  }),
  pan: () => ({
    mesh: cachedMesh('item/pan', () =>
      mergeMeshes([
        {
          mesh: cylinder({ radius: 0.115, topRadius: 0.135, height: 0.05, color: '#34363c', segments: 26 }),
          matrix: translation(0, -0.02, 0.26),
        },
        {
          mesh: cylinder({ radius: 0.12, height: 0.006, color: '#e0a83c', segments: 26 }),
          matrix: translation(0, 0.028, 0.26),
        },
        { mesh: roundedBox([0.03, 0.02, 0.2], 0.008, '#2a2622', 2), matrix: translation(0, 0.01, 0.05) },
      ]),
    ),
    material: SHELL,
    grip: multiply(rotationX(1.25), rotationY(-0.5)),
  }),
  mug: () => ({
    mesh: cachedMesh('item/mug', () =>
      mergeMeshes([
        {
          mesh: cylinder({ radius: 0.038, topRadius: 0.041, height: 0.09, color: '#f2efe8', segments: 20 }),
          matrix: translation(0, -0.045, 0.045),
        },
        {
          mesh: cylinder({ radius: 0.036, height: 0.003, color: '#4a2c1a', segments: 20 }),
          matrix: translation(0, 0.044, 0.045),
        },
        {
          mesh: ring(0.024, 0.007, '#f2efe8', Math.PI * 2, 14),
          matrix: compose({ at: [0, 0, 0.002], rotate: [0, Math.PI / 2, 0] }),
        },
      ]),
    ),
    material: SHELL,
    grip: rotationX(1.35),
  }),
  phone: () => ({
    mesh: cachedMesh('item/phone', () =>
      mergeMeshes([
        { mesh: roundedBox([0.072, 0.145, 0.01], 0.005, '#1d1e24', 2) },
        { mesh: roundedBox([0.064, 0.13, 0.004], 0.002, '#7fc4f2', 1), matrix: translation(0, 0, -0.005) },
      ]),
    ),
    material: SHELL,
    grip: multiply(translation(0.03, -0.02, 0.01), rotationY(Math.PI / 2), rotationZ(0.3)),
  }),
  microphone: () => ({
    mesh: cachedMesh('item/microphone', () =>
      mergeMeshes([
        { mesh: cylinder({ radius: 0.013, topRadius: 0.018, height: 0.15, color: '#26272c', segments: 12 }) },
        { mesh: sphere(0.032, '#9aa0a8', 14), matrix: translation(0, 0.17, 0) },
      ]),
    ),
    material: METAL,
    grip: multiply(rotationX(1.9), translation(0, -0.05, 0)),
  }),
  dumbbell: () => ({
    mesh: cachedMesh('item/dumbbell', () =>
      mergeMeshes([
        { mesh: stick(0.2, 0.014, '#aab0b8'), matrix: translation(0, -0.1, 0) },
        ...[-0.1, 0.06].map(
          (y): MeshPart => ({
            mesh: cylinder({ radius: 0.06, height: 0.045, color: '#26282e', segments: 18 }),
            matrix: translation(0, y, 0),
          }),
        ),
      ]),
    ),
    material: SHELL,
    grip: rotationZ(Math.PI / 2),
  }),
  bow: () => ({
    mesh: cachedMesh('item/bow', () =>
      mergeMeshes([
        { mesh: stick(0.62, 0.006, '#5a3420') },
        { mesh: stick(0.58, 0.003, '#f2ead8'), matrix: translation(0, 0.02, 0.016) },
      ]),
    ),
    material: SMOOTH,
    grip: multiply(rotationY(-0.5), rotationX(1.7), rotationZ(-1.1), translation(0, -0.06, 0)),
  }),
  stick: () => ({
    mesh: cachedMesh('item/stick', () =>
      mergeMeshes([
        { mesh: stick(0.34, 0.008, '#d8b27a') },
        { mesh: sphere(0.012, '#e6c894', 8), matrix: translation(0, 0.34, 0) },
      ]),
    ),
    material: SMOOTH,
    grip: multiply(rotationX(2.5), translation(0, -0.06, 0)),
  }),
};

/** Things before the chest, in the torso's space. */
export const CHEST_ITEMS: Readonly<Record<ChestItem, () => ItemModel>> = {
  book: () => ({
    mesh: cachedMesh('item/book', () =>
      mergeMeshes(
        [1, -1].flatMap((side): MeshPart[] => {
          const turn = compose({ at: [side * 0.075, 0, 0], rotate: [0, 0, side * 0.22] });
          return [
            { mesh: roundedBox([0.16, 0.012, 0.22], 0.004, '#8a2a30', 1), matrix: turn },
            {
              mesh: roundedBox([0.148, 0.02, 0.205], 0.006, '#f6f0e2', 1),
              matrix: multiply(turn, translation(0, 0.012, 0)),
            },
          ];
        }),
      ),
    ),
    material: SMOOTH,
    grip: multiply(translation(0, 0.27, 0.33), rotationX(-0.75 + Math.PI), rotationY(Math.PI), rotationX(Math.PI)),
  }),
  guitar: () => ({
    mesh: cachedMesh('item/guitar', guitarMesh),
    material: SHELL,
    grip: multiply(translation(-0.05, 0.13, 0.19), rotationZ(-1.12)),
  }),
  violin: () => ({
    mesh: cachedMesh('item/violin', violinMesh),
    material: SHELL,
    grip: multiply(translation(0.1, 0.5, 0.13), rotationY(0.72), rotationX(1.35)),
  }),
  trumpet: () => ({
    mesh: cachedMesh('item/trumpet', () => {
      const path: readonly Vec3[] = [
        [0, 0, 0],
        [0, 0, 0.25],
        [0, 0, 0.42],
      ];
      return mergeMeshes([
        {
          mesh: tube(path, {
            radius: (t) => 0.011 + 0.055 * Math.max(0, (t - 0.72) / 0.28) ** 2,
            color: '#e0b23c',
            sides: 14,
            rings: 22,
          }),
        },
        {
          mesh: tube(
            [
              [0, -0.05, 0.06],
              [0, -0.055, 0.26],
            ],
            { radius: 0.011, color: '#d6a632', sides: 8, rings: 4 },
          ),
        },
        ...[0.12, 0.15, 0.18].map(
          (z): MeshPart => ({
            mesh: cylinder({ radius: 0.012, height: 0.1, color: '#f0cf6a', segments: 10 }),
            matrix: translation(0, -0.06, z),
          }),
        ),
      ]);
    }),
    material: METAL,
    grip: multiply(translation(0, 0.585, 0.17), rotationX(0.12)),
  }),
  camera: () => ({
    mesh: cachedMesh('item/camera', () =>
      mergeMeshes([
        { mesh: roundedBox([0.14, 0.09, 0.06], 0.014, '#26272c', 3) },
        {
          mesh: cylinder({ radius: 0.038, height: 0.07, color: '#17181c', segments: 20 }),
          matrix: compose({ at: [0, 0, 0.03], rotate: [Math.PI / 2, 0, 0] }),
        },
        { mesh: sphere([0.032, 0.032, 0.012], '#5a86b8', 16), matrix: translation(0, 0, 0.1) },
        { mesh: roundedBox([0.05, 0.025, 0.04], 0.008, '#1d1e22', 2), matrix: translation(0, 0.055, 0) },
      ]),
    ),
    material: SHELL,
    grip: translation(0, 0.66, 0.24),
  }),
  phone: () => ({ ...HAND_ITEMS.phone(), grip: multiply(translation(0, 0.33, 0.31), rotationX(0.9)) }),
};

/** Its body at the origin, its neck along +y, strings to +z. */
function guitarMesh(): Mesh {
  const body = smoothBlob(
    [ball([0, -0.1, 0], [0.16, 0.15, 0.045]), ball([0, 0.1, 0], [0.115, 0.11, 0.043], { blend: 0.07 })],
    0.018,
  );
  const wood = paint(body, (x, y, z, normal) =>
    Math.hypot(x, y - 0.03) < 0.045 && z > 0
      ? [44, 26, 16]
      : Math.abs(normal[2]) > 0.6
        ? shade('#d8953e', 0.92 + 0.1 * Math.sin(x * 130))
        : [122, 66, 30],
  );
  return mergeMeshes([
    { mesh: wood },
    { mesh: roundedBox([0.036, 0.42, 0.022], 0.008, '#3a2416', 2), matrix: translation(0, 0.38, 0.034) },
    { mesh: roundedBox([0.055, 0.1, 0.018], 0.008, '#2a1a10', 2), matrix: translation(0, 0.63, 0.03) },
    { mesh: roundedBox([0.09, 0.02, 0.014], 0.005, '#2a1a10', 1), matrix: translation(0, -0.13, 0.046) },
    { mesh: roundedBox([0.02, 0.74, 0.003], 0.001, '#efe8d8', 1), matrix: translation(0, 0.22, 0.05) },
    ...[1, -1].flatMap((side) =>
      [0.6, 0.635, 0.67].map(
        (y): MeshPart => ({ mesh: sphere(0.01, '#d8d2c2', 6), matrix: translation(side * 0.036, y, 0.03) }),
      ),
    ),
  ]);
}

/** Its body at the origin, its neck along +y, strings to −z. */
function violinMesh(): Mesh {
  const body = smoothBlob(
    [
      ball([0, 0.06, 0], [0.085, 0.085, 0.024]),
      ball([0, 0.21, 0], [0.072, 0.075, 0.023], { blend: 0.03 }),
      ball([0.1, 0.14, 0], [0.045, 0.03, 0.06], { mirror: true, cut: true, blend: 0.012 }),
    ],
    0.012,
    { color: '#9a4a1e' },
  );
  return mergeMeshes([
    { mesh: body },
    { mesh: roundedBox([0.024, 0.26, 0.014], 0.005, '#241610', 1), matrix: translation(0, 0.36, -0.018) },
    { mesh: smoothBlob([limb([0, 0.48, -0.012], [0, 0.53, -0.004], [0.014, 0.018])], 0.01, { color: '#7a3a18' }) },
    { mesh: roundedBox([0.012, 0.4, 0.003], 0.001, '#efe8d8', 1), matrix: translation(0, 0.25, -0.03) },
  ]);
}
