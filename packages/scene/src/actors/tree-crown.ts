import type { Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { brightness, mixColors, type Srgb, shade, softStep } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { paint, warp } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { type Assembly, around, chanceOf, LEAVES, MATT, WOOD } from './prop.ts';

/** What one broad-leaved tree has that another has not. Metres. */
export interface Species {
  readonly bark: string;
  /** Dark bands round a white trunk. */
  readonly isBanded?: boolean;
  /** The trunk's radius below and above, where it ends, and how far it bends aside. */
  readonly trunk: readonly [below: number, above: number, height: number, bend: number];
  /** Boughs: how many, where they leave the trunk, how far and how high they end, and how thick they are. */
  readonly boughs: readonly [count: number, from: number, reach: number, end: number, thick: number];
  /** Masses of leaves: how many in a ring, its radius and height, and the half axes of each; one mass stands in the middle. */
  readonly rings: readonly (readonly [count: number, reach: number, height: number, wide: number, high: number])[];
  /** Strands that hang from the crown down to a height. */
  readonly strands?: readonly [count: number, lowest: number];
  readonly fruit?: string;
}

export type SpeciesName = 'cherry' | 'oak' | 'willow' | 'acacia' | 'baobab' | 'birch' | 'cypress' | 'fruit' | 'olive';

export const SPECIES: Readonly<Record<SpeciesName, Species>> = {
  cherry: {
    bark: '#4a3430',
    trunk: [0.3, 0.19, 1.7, 0.3],
    boughs: [8, 1.1, 2.2, 3.4, 0.13],
    rings: [
      [9, 2.1, 3.15, 0.78, 0.5],
      [7, 1.2, 3.85, 0.85, 0.55],
      [1, 0, 4.3, 0.9, 0.5],
    ],
  },
  oak: {
    bark: '#5f4632',
    trunk: [0.58, 0.36, 2.6, 0.12],
    boughs: [8, 1.7, 2.6, 4.1, 0.2],
    rings: [
      [9, 2.35, 3.7, 1.05, 0.85],
      [8, 1.55, 4.9, 1.05, 0.85],
      [4, 0.6, 5.8, 0.95, 0.75],
    ],
  },
  willow: {
    bark: '#6a5a44',
    trunk: [0.42, 0.28, 2.6, 0.25],
    boughs: [6, 2, 1.7, 4.2, 0.15],
    rings: [
      [7, 1.45, 4.4, 0.85, 0.7],
      [4, 0.6, 5, 0.9, 0.7],
    ],
    strands: [120, 0.7],
  },
  acacia: {
    bark: '#7a6248',
    trunk: [0.24, 0.16, 1.9, 0.35],
    boughs: [7, 1.5, 2.7, 4.3, 0.11],
    rings: [
      [10, 2.5, 4.5, 0.95, 0.3],
      [7, 1.35, 4.75, 1, 0.36],
      [1, 0, 4.85, 1.1, 0.36],
    ],
  },
  baobab: {
    bark: '#9a7c62',
    trunk: [1.05, 0.72, 4.2, 0.05],
    boughs: [9, 4, 1.9, 5.6, 0.22],
    rings: [[9, 2, 5.8, 0.62, 0.36]],
  },
  birch: {
    bark: '#e6e2d8',
    isBanded: true,
    trunk: [0.17, 0.07, 5.2, 0.1],
    boughs: [7, 2, 1.05, 4.2, 0.05],
    rings: [
      [6, 0.75, 3.2, 0.62, 0.7],
      [6, 0.8, 4.4, 0.62, 0.7],
      [4, 0.4, 5.4, 0.55, 0.7],
      [1, 0, 6.2, 0.4, 0.6],
    ],
  },
  cypress: {
    bark: '#5a4632',
    trunk: [0.16, 0.1, 1.2, 0],
    boughs: [0, 0, 0, 0, 0],
    rings: [
      [1, 0, 1.5, 0.55, 1.1],
      [1, 0, 2.9, 0.62, 1.4],
      [1, 0, 4.4, 0.5, 1.4],
      [1, 0, 5.7, 0.3, 1.2],
    ],
  },
  fruit: {
    bark: '#6b4f36',
    trunk: [0.24, 0.17, 1.5, 0.1],
    boughs: [6, 1, 1.2, 2.6, 0.11],
    rings: [
      [7, 1.2, 2.5, 0.75, 0.62],
      [5, 0.75, 3.3, 0.75, 0.62],
      [1, 0, 3.8, 0.7, 0.5],
    ],
    fruit: '#d0302a',
  },
  olive: {
    bark: '#7c6f5c',
    trunk: [0.42, 0.24, 1.5, 0.4],
    boughs: [6, 1.1, 1.5, 2.9, 0.14],
    rings: [
      [7, 1.45, 2.9, 0.68, 0.55],
      [5, 0.8, 3.5, 0.7, 0.55],
      [1, 0, 3.9, 0.6, 0.45],
    ],
  },
};

/** A tree of a species; `variant` tells copies apart. */
export function addSpecies(to: Assembly, species: Species, color: Srgb, variant: number, isSnowy: boolean): void {
  addTrunk(to, species, variant);
  const lumps: BlobPart[] = species.rings.flatMap(([count, reach, height, wide, high], ring) =>
    around(count).map((angle, i): BlobPart => {
      const turn = angle + ring * 0.6 + variant;
      const out = reach * (0.86 + 0.28 * chanceOf(i + ring * 20, variant));
      const grown = 0.88 + 0.26 * chanceOf(i, variant + ring + 9);
      return {
        kind: 'ball',
        at: [Math.sin(turn) * out, height + (chanceOf(i, variant + 5) - 0.5) * high * 0.7, Math.cos(turn) * out],
        radius: [wide * grown, high * grown, wide * grown],
        blend: 0.12,
      };
    }),
  );
  const crown = smoothBlob(lumps, to.isHero ? 0.2 : to.isFar ? 0.55 : 0.27, { color, occlusionReach: 0.9 });
  const leafy = warp(crown, (x, y, z) => {
    const bump = 0.05 * Math.sin(x * 9 + y * 5) * Math.sin(y * 8 - z * 6) * Math.sin(z * 9 + x * 3);
    return [x * (1 + bump), y + bump * 0.8, z * (1 + bump)];
  });
  const [low, high] = [
    lumps.reduce((min, { kind, ...lump }) => Math.min(min, 'at' in lump ? lump.at[1] : min), 99),
    topOf(species),
  ];
  to.add(
    LEAVES,
    paint(leafy, (x, y, z, n) => {
      const lit = mixColors(
        shade(color, brightness(color) > 0.6 ? 0.84 : 0.6),
        shade(color, 1.14),
        softStep(low - 0.5, high, y + 0.25 * Math.sin(x * 7) * Math.sin(z * 7)),
      );
      return isSnowy ? mixColors(lit, '#f4f8fd', softStep(0.15, 0.6, n[1])) : lit;
    }),
  );
  if (species.strands) addStrands(to, species, color, variant);
  if (species.fruit) addFruit(to, lumps, species.fruit);
}

const topOf = ({ rings }: Species): number => Math.max(...rings.map(([, , height, , high]) => height + high));

function addTrunk(to: Assembly, { bark, isBanded, trunk, boughs }: Species, variant: number): void {
  const [below, above, height, bend] = trunk;
  const wood = (path: readonly Vec3[], thick: number, thin: number): void => {
    const stem = tube(path, {
      radius: (s) => thick + (thin - thick) * s ** 0.8,
      color: bark,
      sides: to.segments(13),
      rings: to.segments(16),
    });
    to.add(
      WOOD,
      isBanded
        ? paint(stem, (x, y, z) =>
            mixColors(
              bark,
              '#2c2a28',
              softStep(0.75, 0.95, Math.sin(y * 9 + Math.sin(Math.atan2(x, z) * 2) * 1.6) * Math.sin(y * 23 + x * 9)),
            ),
          )
        : stem,
    );
  };
  const top: Vec3 = [bend * 0.4, height, 0];
  wood([[0, 0, 0], [bend, height * 0.4, 0], [bend * 0.2, height * 0.75, bend * 0.4], top], below, above);
  // Roots spread at the foot.
  for (const angle of around(5)) {
    const [s, c] = [Math.sin(angle + variant), Math.cos(angle + variant)];
    wood(
      [
        [s * below * 0.5, below * 0.9, c * below * 0.5],
        [s * below * 1.1, below * 0.3, c * below * 1.1],
        [s * below * 1.8, 0.02, c * below * 1.8],
      ],
      below * 0.42,
      below * 0.1,
    );
  }
  const [count, from, reach, end, thick] = boughs;
  for (const [i, angle] of around(count).entries()) {
    const turn = angle + variant + 0.4 * chanceOf(i, 2);
    const out = reach * (0.75 + 0.35 * chanceOf(i, variant));
    const [s, c] = [Math.sin(turn), Math.cos(turn)];
    const start = Math.min(height, from + (height - from) * chanceOf(i, 6));
    wood(
      [
        [top[0] * 0.6, start, 0],
        [s * out * 0.45, start + (end - start) * 0.35, c * out * 0.45],
        [s * out, end - 0.25 * chanceOf(i, 3), c * out],
      ],
      thick,
      thick * 0.4,
    );
  }
}

/** Curtains of thin twigs full of leaves. */
function addStrands(to: Assembly, { strands, rings }: Species, color: Srgb, variant: number): void {
  const [count, lowest] = strands!;
  const [, reach, height] = rings[0]!;
  const shown = to.isFar ? count / 4 : to.isHero ? count : count / 2;
  for (let i = 0; i < shown; i++) {
    const angle = i * 2.39996 + variant;
    const out = reach * (0.75 + 0.75 * chanceOf(i, 31));
    const low = lowest + 1.5 * chanceOf(i, 17) ** 1.5;
    const top = height + 0.2 - 0.35 * (out - reach);
    const [s, c] = [Math.sin(angle), Math.cos(angle)];
    const path: readonly Vec3[] = [
      [s * out * 0.85, top, c * out * 0.85],
      [s * out * 1.12, top - (top - low) * 0.35, c * out * 1.12],
      [s * out * 1.2, low, c * out * 1.2],
    ];
    to.add(
      LEAVES,
      tube(path, {
        radius: (t) => 0.075 * Math.sin(Math.PI * Math.min(0.98, t + 0.08)) ** 0.5 * (to.isHero ? 1 : 1.5),
        color: shade(color, 0.72 + 0.5 * chanceOf(i, 8)),
        sides: 4,
        rings: to.isHero ? 7 : 4,
      }),
    );
  }
}

function addFruit(to: Assembly, lumps: readonly BlobPart[], color: string): void {
  for (const [i, lump] of lumps.entries()) {
    if (lump.kind !== 'ball' || typeof lump.radius === 'number') continue;
    for (let k = 0; k < 4; k++) {
      const [turn, rise] = [chanceOf(i, k) * 6.3, chanceOf(i, k + 9) * 0.9 - 0.6];
      const flat = Math.sqrt(1 - rise * rise) * 1.02;
      const [w, h] = lump.radius;
      to.add(MATT, sphere(0.085, color, to.segments(10)), {
        at: [
          lump.at[0] + Math.sin(turn) * flat * w,
          lump.at[1] + rise * h * 1.02,
          lump.at[2] + Math.cos(turn) * flat * w,
        ],
      });
    }
  }
}

/** A clump of jointed canes with leaves in sprays to their tips. */
export function addBamboo(to: Assembly, color: Srgb, variant: number): void {
  const canes = to.isFar ? 4 : to.isHero ? 9 : 6;
  for (let i = 0; i < canes; i++) {
    const [turn, out] = [i * 2.4 + variant, i === 0 ? 0 : 0.22 + 0.3 * chanceOf(i, variant)];
    const height = 4.2 + 1.9 * chanceOf(i, variant + 3);
    const lean = 0.1 + 0.5 * chanceOf(i, 7);
    const [x, z] = [Math.sin(turn) * out, Math.cos(turn) * out];
    const at = (share: number): Vec3 => [
      x + Math.sin(turn) * lean * share ** 2,
      height * share,
      z + Math.cos(turn) * lean * share ** 2,
    ];
    const joints = 13;
    const cane = tube([at(0), at(0.35), at(0.7), at(1)], {
      radius: (s) => (0.062 - 0.035 * s) * (1 + 0.16 * Math.max(0, Math.cos(s * joints * Math.PI * 2)) ** 12),
      color: '#ffffff',
      sides: to.segments(9),
      rings: to.isFar ? 8 : joints * (to.isHero ? 4 : 2),
    });
    const green = mixColors(color, '#a8c050', 0.3 + 0.4 * chanceOf(i, 2));
    to.add(
      MATT,
      paint(cane, (_, y) =>
        mixColors(green, '#dfe6b0', softStep(0.86, 1, Math.cos((y / height) * joints * Math.PI * 2))),
      ),
    );
    for (let k = 0; k < (to.isFar ? 6 : to.isHero ? 20 : 12); k++) {
      const share = 0.4 + 0.6 * chanceOf(k, i);
      const [px, py, pz] = at(share);
      const swing = chanceOf(k, i + 20) * 6.3;
      const tip: Vec3 = [px + Math.sin(swing) * 0.55, py - 0.12 - 0.25 * chanceOf(k, 4), pz + Math.cos(swing) * 0.55];
      to.add(
        LEAVES,
        tube([[px, py, pz], [(px + tip[0]) / 2, py + 0.05, (pz + tip[2]) / 2], tip], {
          radius: (s) => 0.055 * Math.max(0.06, Math.sin(Math.PI * s)),
          color: shade(color, 0.8 + 0.5 * chanceOf(k, i + 5)),
          sides: 4,
          rings: 5,
        }),
      );
    }
  }
}
