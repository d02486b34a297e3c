import type { Mesh, Vec3 } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, rotationY, rotationZ, transformPoint } from '../model/matrix.ts';
import { fillColors, paint, smoothNormals } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, chanceOf, GLASS, isCalled, PETAL, propActor, propParts, WOOD } from './prop.ts';
import { spiderWeb } from './spider-web.ts';

/** What small creatures sit on: a large leaf on its stem, with dew where it is said, or the branch of a tree. */
export const foliage: ActorModel = {
  gaits: { sway: 0, float: 0.2, fall: 0.3 },
  build: (context) =>
    isCalled(context, /\bweb|cobweb/)
      ? spiderWeb(context)
      : isCalled(context, /branch|twig|bough|perch/)
        ? branch(context)
        : leaf(context),
};

const GLOSSY = { specular: 0.22, gloss: 30, wrap: 0.45, rim: 0.12 } as const;
/** Half a leaf's length and width, the height of its middle, and how it turns its face to who looks; metres and radians. */
const LEAF = { long: 0.27, wide: 0.165, high: 0.24, tilt: 0.3, roll: -0.1 } as const;

function leaf(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isFallen = isCalled(context, /autumn|maple|fallen|dry|dead/);
  const color = toSrgb(actor.color ?? (isFallen ? '#d9702a' : '#4f9a34'));
  const isWet = isCalled(context, /dew|wet|drop|rain/);
  const isBlade = isCalled(context, /blade|grass/);
  const parts = propParts(`foliage/leaf/${toHex(color)}/${isWet}/${isBlade}`, detail, (to) => {
    const place = multiply(
      compose({ at: [0, LEAF.high, 0] }),
      rotationX(LEAF.tilt),
      rotationZ(LEAF.roll),
      compose({ scale: [1, 1, isBlade ? 0.2 : 1] }),
    );
    to.add(GLOSSY, bladeMesh(color, to.isFar ? 8 : to.isHero ? 34 : 18), place);
    to.add(PETAL, stemMesh(shade(color, 0.8)));
    // Two more behind, lower, so that it grows among others.
    for (const [angle, size, drop] of [
      [2.3, 0.8, 0.1],
      [-2.2, 0.68, 0.13],
    ] as const) {
      if (isBlade) break;
      to.add(
        GLOSSY,
        bladeMesh(shade(color, 0.82), to.isFar ? 6 : 14),
        multiply(
          compose({ at: [-LEAF.long * 0.9, LEAF.high - drop, -0.1] }),
          rotationY(angle),
          rotationZ(0.25),
          compose({ at: [LEAF.long * size, 0, 0], scale: size }),
        ),
      );
    }
    if (isWet) addDrops(to, place, isBlade ? 0.2 : 1);
  });
  const phase = context.copy * 1.9;
  return propActor(context, parts, {
    root: (t) => rotationZ(0.012 * Math.sin(t * 1.2 + phase)),
    seats: [{ position: transformPoint(leafPlace(), [0, heightAt(0, 0), 0]) as [number, number, number], width: 0.3 }],
  });
}

const leafPlace = (): Matrix =>
  multiply(compose({ at: [0, LEAF.high, 0] }), rotationX(LEAF.tilt), rotationZ(LEAF.roll));

/** Of the blade above its plane: a trough along the rib, the tip bent down. @param u, v −1 … 1 along and across. */
const heightAt = (u: number, v: number): number =>
  0.03 * v * v -
  0.07 * Math.max(0, u) ** 2 -
  0.03 * u * u +
  0.0028 * Math.cos(v * 2 + Math.abs(v) * 9 - u * 16) * Math.abs(v);

const outlineAt = (u: number): number => LEAF.wide * (1 - Math.abs(u) ** 2.4) ** 0.75 * (1 - 0.22 * u);

/** A pointed blade of both faces along x, its veins lighter. */
function bladeMesh(color: Srgb, count: number): Mesh {
  const across = Math.max(4, Math.round(count * 0.6));
  const positions: number[] = [];
  const indices: number[] = [];
  const faces = (count + 1) * (across + 1);
  for (const under of [0, 1])
    for (let i = 0; i <= count; i++)
      for (let j = 0; j <= across; j++) {
        const [u, v] = [(i / count) * 2 - 1, (j / across) * 2 - 1];
        positions.push(u * LEAF.long, heightAt(u, v) - under * 0.003, v * outlineAt(u));
      }
  for (let i = 0; i < count; i++)
    for (let j = 0; j < across; j++) {
      const [a, b] = [i * (across + 1) + j, (i + 1) * (across + 1) + j];
      indices.push(a, a + 1, b, b, a + 1, b + 1);
      indices.push(faces + a, faces + b, faces + a + 1, faces + b, faces + b + 1, faces + a + 1);
    }
  const [flat, index] = [new Float32Array(positions), new Uint32Array(indices)];
  const mesh = {
    positions: flat,
    normals: smoothNormals(flat, index),
    colors: fillColors(positions.length / 3, color),
    indices: index,
  };
  return paint(mesh, (x, _, z, normal) => {
    const rib = softStep(0.012, 0.004, Math.abs(z));
    const vein = softStep(0.75, 1, Math.cos(Math.abs(z) * 62 - x * 84)) * 0.55;
    const lit = mixColors(
      shade(color, 0.92 + 0.12 * Math.sin(x * 14 + z * 9)),
      '#d8e88a',
      Math.max(rib * 0.75, vein * 0.4),
    );
    return normal[1] < 0 ? mixColors(lit, '#b8cc7a', 0.35) : lit;
  });
}

function stemMesh(color: Srgb): Mesh {
  return tube(
    [
      [-LEAF.long * 0.92, LEAF.high - 0.005, 0],
      [-LEAF.long * 1.18, LEAF.high * 0.72, -0.03],
      [-LEAF.long * 1.22, LEAF.high * 0.3, -0.05],
      [-LEAF.long * 1.15, 0.002, -0.05],
    ],
    { radius: (s) => 0.008 + 0.005 * s, color, sides: 8, rings: 14 },
  );
}

/** Beads of water of all sizes, none where somebody sits. */
function addDrops(to: Assembly, place: Matrix, narrow: number): void {
  for (let i = 0; i < (to.isFar ? 8 : 26); i++) {
    const [u, v] = [chanceOf(i, 3) * 1.7 - 0.85, chanceOf(i, 8) * 1.5 - 0.75];
    if (Math.abs(u) < 0.3 && Math.abs(v) < 0.35) continue;
    const radius = 0.004 + 0.011 * chanceOf(i, 5) ** 2;
    const at: Vec3 = [u * LEAF.long, heightAt(u, v) + radius * 0.45, v * outlineAt(u)];
    const drop = paint(sphere([radius, radius * 0.78, radius], '#dff2ea', to.isHero ? 12 : 7), (_, y) =>
      mixColors('#3d8a34', '#a9d69c', softStep(-0.5, 0.9, y / radius)),
    );
    to.add(GLASS, drop, multiply(place, compose({ at, scale: [1, 1, 1 / narrow] })));
    to.add(
      { emissive: 1.2 },
      sphere(radius * 0.2, '#ffffff', 5),
      multiply(place, compose({ at: [at[0] - radius * 0.3, at[1] + radius * 0.62, at[2] + radius * 0.35] })),
    );
  }
}

/** Height of the branch, and where its trunk stands. */
const BRANCH = { high: 1.5, trunk: -1.75 } as const;

function branch(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isBare = isCalled(context, /bare|dead|leafless|winter|snow|frost|dry/);
  const isSnowy = isCalled(context, /snow|frost/);
  const isBlossom = isCalled(context, /cherry|blossom|sakura|plum|almond|peach|apple blossom/);
  const isPine = isCalled(context, /pine|fir\b|spruce/);
  const isAutumn = isCalled(context, /autumn|fall\b|maple/);
  const color = toHex(actor.color ?? (isBlossom ? '#f4b6cc' : isAutumn ? '#d9772b' : isPine ? '#2f6b46' : '#5b9a3c'));
  const bark = isCalled(context, /birch/) ? '#d8d2c6' : '#6b4c34';
  const key = `foliage/branch/${color}/${isBare}/${isSnowy}/${isBlossom}/${bark}`;
  const parts = propParts(key, detail, (to) => {
    const limbTo = (path: readonly Vec3[], thick: number, thin: number) =>
      to.add(
        WOOD,
        paint(
          tube(path, {
            radius: (s) => (thick + (thin - thick) * s) * (1 + 0.06 * Math.sin(s * 34)),
            color: bark,
            sides: to.segments(14),
            rings: to.segments(28),
          }),
          (x, y, z, n) =>
            mixColors(
              shade(bark, 0.86 + 0.16 * Math.sin(x * 31 + z * 44) * Math.sin(y * 29)),
              '#f4f8fd',
              isSnowy ? softStep(0.4, 0.7, n[1]) : 0,
            ),
        ),
      );
    limbTo(
      [
        [BRANCH.trunk - 0.1, 0, -0.25],
        [BRANCH.trunk, 1.4, -0.25],
        [BRANCH.trunk - 0.05, 3.6, -0.3],
      ],
      0.34,
      0.24,
    );
    limbTo(BOUGH, 0.1, 0.022);
    for (const [i, [from, to2]] of TWIGS.entries()) {
      limbTo(
        [from, [(from[0] + to2[0]) / 2, (from[1] + to2[1]) / 2 + 0.03, (from[2] + to2[2]) / 2], to2],
        0.028,
        0.007,
      );
      if (!isBare) addSpray(to, from, to2, { color, isBlossom, salt: i });
    }
  });
  const built = propActor(context, parts, {
    root: (t) => compose({ at: [0, 0.004 * Math.sin(t * 1.3), 0] }),
    seats: [-0.3, 0.22, -0.78].map((x) => ({ position: [x, boughAt(x), 0] as const, width: 0.5 })),
  });
  // The trunk and the far twigs go out of the picture.
  const size = actor.size;
  return { ...built, bounds: { width: 1.5 * size, height: 1.95 * size, depth: 0.5 * size } };
}

const BOUGH: readonly Vec3[] = [
  [BRANCH.trunk, 1.28, -0.22],
  [-1.1, 1.42, -0.06],
  [-0.5, BRANCH.high - 0.02, 0],
  [0.2, BRANCH.high, 0],
  [0.8, 1.58, -0.03],
  [1.5, 1.72, -0.1],
];

/** The upper side of the bough. */
const boughAt = (x: number): number => (x < -0.6 ? 1.535 : x < 0 ? 1.553 : 1.55);

const TWIGS: readonly (readonly [Vec3, Vec3])[] = [
  [
    [-1.05, 1.44, -0.05],
    [-0.85, 2.02, -0.22],
  ],
  [
    [-0.7, 1.46, 0],
    [-0.52, 1.1, 0.2],
  ],
  [
    [0.45, 1.52, 0],
    [0.72, 1.98, -0.18],
  ],
  [
    [0.55, 1.53, 0],
    [0.78, 1.22, 0.18],
  ],
  [
    [0.95, 1.6, -0.04],
    [1.3, 2.05, -0.2],
  ],
  [
    [1.1, 1.63, -0.05],
    [1.5, 1.46, 0.05],
  ],
  [
    [1.35, 1.69, -0.08],
    [1.85, 1.86, -0.12],
  ],
];

/** Leaves, or blossoms, along the outer part of a twig. */
function addSpray(
  to: Assembly,
  from: Vec3,
  end: Vec3,
  { color, isBlossom, salt }: { readonly color: string; readonly isBlossom: boolean; readonly salt: number },
): void {
  const count = to.isFar ? 5 : isBlossom ? (to.isHero ? 10 : 7) : 11;
  for (let i = 0; i < count; i++) {
    const share = 0.25 + (0.8 * i) / count;
    const at: Vec3 = [
      from[0] + (end[0] - from[0]) * share,
      from[1] + (end[1] - from[1]) * share,
      from[2] + (end[2] - from[2]) * share,
    ];
    const turn = chanceOf(i, salt) * 6.3;
    const spread = 0.09;
    const aside: Vec3 = [
      at[0] + (chanceOf(i, salt + 11) - 0.5) * spread,
      at[1] + (chanceOf(i, salt + 12) - 0.5) * spread,
      at[2] + (chanceOf(i, salt + 13) - 0.3) * spread,
    ];
    if (!isBlossom) {
      const tint = shade(color, 0.8 + 0.4 * chanceOf(i, salt + 2));
      const size = 0.26 + 0.12 * chanceOf(i, salt + 7);
      const pose = multiply(
        compose({ at: aside }),
        rotationY(turn),
        rotationZ(-0.35 - 0.5 * chanceOf(i, salt + 4)),
        compose({ at: [LEAF.long * size, 0, 0], rotate: [0.5 * (chanceOf(i, salt + 6) - 0.5), 0, 0], scale: size }),
      );
      to.add(GLOSSY, bladeMesh(tint, to.isHero ? 5 : 3), pose);
      continue;
    }
    for (let k = 0; k < 5; k++) {
      const petal = k * 1.2566 + turn;
      to.add(
        PETAL,
        sphere([0.026, 0.007, 0.019], shade(color, 0.92 + 0.14 * chanceOf(i, k)), to.isHero ? 6 : 4),
        multiply(
          compose({ at: aside, scale: 1.25 }),
          rotationX(0.5 + chanceOf(i, salt + 9)),
          rotationY(petal),
          compose({ at: [0.024, 0.004, 0], rotate: [0, 0, 0.3] }),
        ),
      );
    }
    to.add(PETAL, sphere(0.008, '#e0608a', 6), { at: [aside[0], aside[1] + 0.006, aside[2] + 0.008] });
  }
}
