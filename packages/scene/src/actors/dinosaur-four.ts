import type { Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, shade, softStep } from '../model/color.ts';
import { compose, multiply } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { cone } from '../model/primitives.ts';
import type { Beast } from './beast.ts';
import { nostrils } from './beast.ts';
import { ball, limb, SHELL } from './rig.ts';

const scaly: Beast['coat'] = (region, { x, y, z, under, normal }, { base, light, dark }) => {
  const scales = 0.92 + 0.1 * Math.sin(x * 19 + y * 9) * Math.sin(z * 17 + y * 8);
  const bands =
    region === 'body' ? softStep(0.5, 0.9, Math.sin(z * 5.2 + Math.sin(y * 4))) * softStep(0.5, 0, under) : 0;
  const below = region === 'body' ? softStep(0.35, 0.9, under) : softStep(-0.2, -0.6, normal[1]) * 0.7;
  return mixColors(mixColors(shade(base, scales), dark, bands * 0.4), light, below);
};

const horn = (at: Vec3, radius: number, length: number, rotate: Vec3): MeshPart => ({
  mesh: cone(radius, length, '#eee2c6', 14),
  matrix: compose({ at, rotate }),
});

/** Three horns, a beak and a great frill. */
export const TRICERATOPS: Beast = {
  name: 'triceratops',
  color: '#8d7a4c',
  light: '#d9c79a',
  dark: '#4f4a34',
  shoulder: 1.1,
  length: 1.5,
  chest: [0.52, 0.6, 0.56],
  hips: [0.55, 0.64, 0.62],
  belly: [0.6, 0.6, 0.85],
  spread: 0.34,
  leg: [0.28, 0.2, 0.17],
  paw: [0.2, 0.17, 0.22],
  neck: [0, 0.1, 0.85],
  neckRadius: [0.46, 0.34],
  R: 0.36,
  head: (R) => [
    ball([0, 0, 0], [R * 0.86, R * 0.88, R * 0.95]),
    limb([0, -R * 0.12, R * 0.4], [0, -R * 0.5, R * 1.5], [R * 0.66, R * 0.36], { blend: R * 0.4 }),
    limb([0, -R * 0.5, R * 1.45], [0, -R * 0.85, R * 1.85], [R * 0.26, R * 0.1], { blend: R * 0.2 }),
    // The frill: a broad shield that stands up behind the eyes.
    ball([0, R * 0.85, -R * 0.6], [R * 1.75, R * 1.45, R * 0.22], {
      turn: compose({ rotate: [-0.5, 0, 0] }),
      blend: R * 0.2,
    }),
  ],
  eye: { at: [0.74, 0.12, 0.62], radius: 0.13, iris: '#c08a2a', outward: 0.85 },
  ear: (R) => ({ parts: [ball([0, 0, 0], R * 0.05)], at: [R * 0.4, 0, 0], rotate: [0, 0, 0] }),
  tail: { count: 7, link: 0.24, radius: (a) => 0.3 * (1 - a) ** 0.9 + 0.03, rise: -0.45, curl: 0.5, sway: 0.4 },
  coat(region, point, colors, R) {
    const color = scaly(region, point, colors, R);
    if (region !== 'head') return color;
    const { x, y, z } = point;
    const isFrill = softStep(R * 0.55, R * 0.85, y) * softStep(R * 0.1, -R * 0.2, z);
    const ring = softStep(R * 1.15, R * 1.5, Math.hypot(x, (y - R * 0.85) * 1.15));
    const eyes = softStep(0.35, 0.7, Math.sin(Math.atan2(x, y - R * 0.4) * 6));
    return mixColors(color, mixColors('#b8552e', '#e8c47a', Math.max(ring, eyes * 0.6)), isFrill * 0.75);
  },
  face: (R) => [
    ...[1, -1].map((side) => horn([side * R * 0.48, R * 0.5, R * 0.5], R * 0.17, R * 1.55, [1.05, 0, -side * 0.12])),
    horn([0, -R * 0.1, R * 1.42], R * 0.16, R * 0.55, [0.6, 0, 0]),
    ...Array.from({ length: 9 }, (_, i) => {
      const angle = (i / 8 - 0.5) * 3.5;
      return {
        mesh: cone(R * 0.15, R * 0.3, '#e6d3ac', 8),
        matrix: multiply(
          compose({ at: [0, R * 0.85, -R * 0.6], rotate: [-0.5, 0, 0] }),
          compose({ at: [Math.sin(angle) * R * 1.68, Math.cos(angle) * R * 1.38, 0], rotate: [0, 0, -angle] }),
        ),
      };
    }),
    ...nostrils(R, [0.22, -0.34, 1.62], 0.08, '#2c2618'),
  ],
  walkSpeed: 1.4,
  runSpeed: 5,
  edge: 0.1,
};

/** Plates along an arched back, a small low head, spikes on its tail. */
export const STEGOSAURUS: Beast = {
  ...TRICERATOPS,
  name: 'stegosaurus',
  color: '#5f8a4a',
  light: '#c8cf92',
  dark: '#36552f',
  chest: [0.44, 0.52, 0.55],
  hips: [0.5, 0.72, 0.62],
  belly: [0.54, 0.72, 0.9],
  neck: [0, -0.22, 1.05],
  neckRadius: [0.36, 0.17],
  R: 0.2,
  head: (R) => [
    ball([0, 0, 0], [R * 0.8, R * 0.8, R]),
    limb([0, -R * 0.1, R * 0.4], [0, -R * 0.35, R * 1.7], [R * 0.62, R * 0.36], { blend: R * 0.3 }),
  ],
  coat: scaly,
  tail: { count: 9, link: 0.24, radius: (a) => 0.34 * (1 - a) ** 0.9 + 0.03, rise: -0.12, curl: 0.2, sway: 0.5 },
  face: (R) => nostrils(R, [0.18, -0.2, 2], 0.08, '#26301c'),
  onBody: (pose, body) => pose.add(cachedMesh('dinosaur/plates', plates), SHELL, body),
};

/** Two rows of pointed plates, largest over the hips. */
function plates() {
  const parts: MeshPart[] = [];
  for (let i = 0; i < 11; i++) {
    const along = i / 10;
    const z = 1.15 - along * 2.35;
    const size = 0.24 + 0.42 * Math.sin(Math.PI * Math.min(1, 0.12 + along * 0.9)) ** 1.4;
    const back = 1.2 + 0.72 * Math.exp(-(((z + 0.2) / 1.15) ** 2));
    const blade = smoothBlob(
      [
        limb([0, 0, 0], [0, size * 0.95, -size * 0.12], [size * 0.46, size * 0.06]),
        { kind: 'block', at: [0.6 + 0.028, 0.3, 0], size: [1.2, 3, 3], round: 0.002, cut: true, blend: 0.01 },
        { kind: 'block', at: [-0.6 - 0.028, 0.3, 0], size: [1.2, 3, 3], round: 0.002, cut: true, blend: 0.01 },
      ],
      0.05,
    );
    parts.push({
      mesh: paint(blade, (_, y) => mixColors('#6a7a3a', '#e08a3a', softStep(size * 0.1, size * 0.8, y))),
      matrix: compose({ at: [(i % 2 ? 1 : -1) * 0.1, back, z], rotate: [0, 0, (i % 2 ? -1 : 1) * 0.16] }),
    });
  }
  return mergeMeshes(parts);
}

/** Broad and low, armoured with knobs, a club at its tail. */
export const ANKYLOSAURUS: Beast = {
  ...TRICERATOPS,
  name: 'ankylosaurus',
  color: '#7c6a52',
  light: '#c9b48c',
  shoulder: 0.75,
  chest: [0.6, 0.5, 0.55],
  hips: [0.62, 0.5, 0.6],
  belly: [0.74, 0.52, 0.85],
  neck: [0, 0.02, 0.8],
  R: 0.28,
  head: (R) => [
    ball([0, 0, 0], [R * 1.05, R * 0.75, R]),
    limb([0, -R * 0.12, R * 0.4], [0, -R * 0.4, R * 1.2], [R * 0.7, R * 0.5], { blend: R * 0.4 }),
  ],
  coat: scaly,
  tail: {
    count: 8,
    link: 0.22,
    radius: (a) => (a > 0.86 ? 0.2 : 0.26 * (1 - a) ** 0.8 + 0.05),
    rise: -0.25,
    curl: 0.3,
    sway: 0.6,
  },
  face: (R) => [
    ...[1, -1].map((side) => horn([side * R * 0.85, R * 0.35, -R * 0.35], R * 0.2, R * 0.55, [-0.7, 0, -side * 0.8])),
    ...nostrils(R, [0.3, -0.3, 1.62], 0.09, '#2c2618'),
  ],
  onBody: (pose, body) =>
    pose.add(
      cachedMesh('dinosaur/knobs', () =>
        mergeMeshes(
          Array.from({ length: 40 }, (_, i): MeshPart => {
            const [row, column] = [Math.floor(i / 5), (i % 5) - 2];
            const angle = column * 0.42 + (row % 2) * 0.1;
            return {
              mesh: cone(0.13, 0.24, '#d8c090', 7),
              matrix: compose({
                at: [Math.sin(angle) * 0.68, 0.74 + Math.cos(angle) * 0.52, 0.85 - row * 0.26],
                rotate: [0, 0, -angle],
              }),
            };
          }),
        ),
      ),
      SHELL,
      body,
    ),
};
