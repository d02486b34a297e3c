import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, treesOn } from './built-outdoors.ts';
import { softHills } from './hills.ts';
import { isSnowy, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { bushMesh, LEAVES } from './plants.ts';
import { placed, type SetInstance, type Spot, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { fractal } from './terrain.ts';

/** The ruins of a temple: rows of fluted columns, whole and broken, beams that still hold, fallen drums, ivy and grass. */
export const ruins: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('ruins');
    const palette = plantPalette(scene);
    const kit = createKit();
    const leaf = isSnowy(scene) ? 0xd9e2ea : scene.season === 'autumn' ? 0xa86a34 : 0x4f7a3c;
    addPlatform(kit, scene.weather === 'snow');
    for (const side of [-1, 1]) {
      const heights = HEIGHTS[side < 0 ? 0 : 1]!;
      heights.forEach((share, i) => {
        addColumn(
          placeKit(kit, [side * 4.6, heightAt(side * 4.6, -2.5 - i * 3.7), -2.5 - i * 3.7]),
          share,
          leaf,
          random,
        );
        if (share === 1 && heights[i + 1] === 1)
          kit.stone.box([side * 4.6, COLUMN + 0.75, -4.35 - i * 3.7], [1.1, 0.75, 3.9], STONE, { bottom: true });
      });
    }
    addFront(kit, leaf);
    addFallen(kit, random, leaf);
    addPaving(kit, scene.weather === 'snow' ? [0xe6ebf2, 0xdde4ee] : [0xbfb193, 0xb0a286, 0xcabc9e], random);
    const trees: Spot[] = [
      { x: -12, z: -9 },
      { x: 13, z: -14 },
      { x: -15, z: -24 },
      { x: 16, z: -30 },
      { x: -10, z: -40 },
      { x: 11, z: -42 },
      { x: 0, z: -46 },
    ];
    for (let i = 0; i < 24; i++) trees.push({ x: random.between(-90, 90), z: -random.between(56, 130) });
    return outdoorPlace(context, {
      kit,
      materials: { leaf: { pattern: 'foliage', patternScale: 7, wrap: 0.5, specular: 0.03 } },
      still: [
        land(scene, { heightAt: (x, z) => heightAt(x, z) - 0.02 }),
        paved(scene, way(context), { pattern: 'rock', scale: 1.2, mirror: 0.3 }),
        ...treesOn(context, random, trees, { heightAt, pines: 0.25, detail: 'middle' }),
        ...bushes(context, random),
        softHills({
          z: -260,
          halfWidth: 420,
          halfDepth: 80,
          foot: -2,
          height: 60,
          color: [84, 108, 82],
          seed: 14,
          snow: palette.snow,
        }),
        softHills({
          z: -420,
          halfWidth: 640,
          halfDepth: 80,
          foot: -2,
          height: 110,
          color: [104, 122, 134],
          seed: 5,
          snow: palette.snow,
        }),
      ],
      groundAt: (x, z) => heightAt(x, z),
      wetAt: 0.02,
      fog: 0.0042,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3, halfDepth: 3 },
      camera: { position: [0.9, 1.7, 10], target: [0, 3.0, -12], verticalFovDegrees: lensFor(aspect, 46) },
      cues: outdoorCues(context, 0.4),
    });
  },
};

const STONE = 0xcbbd9f;
const COLUMN = 6.4;
/** How much of each column still stands, near to far. */
const HEIGHTS: readonly (readonly number[])[] = [
  [1, 1, 0.62, 1, 1, 1, 0.4],
  [0.34, 1, 1, 1, 0.75, 1, 1],
];

function heightAt(x: number, z: number): number {
  const out = Math.min(1, Math.max(0, (Math.hypot(x, (z + 14) * 0.7) - 18) / 40));
  return out * (fractal(x * 0.016 + 2, z * 0.016, 3, 33) - 0.36) * 14;
}

/** Drums with flutes, a base, and where it is whole a capital. */
function addColumn(kit: Kit, share: number, leaf: number, random: Random): void {
  kit.stone.box([0, 0.2, 0], [1.7, 0.4, 1.7], 0xb8aa8c, { foot: 0.7 });
  kit.stone.lathe(
    [0, 0.4, 0],
    [
      [0.78, 0],
      [0.8, 0.12],
      [0.68, 0.24],
    ],
    STONE,
    16,
  );
  const top = 0.6 + (COLUMN - 1.1) * share;
  const flutes = 14;
  const ring = (y: number): Vec3[] => {
    const r = 0.6 - 0.1 * ((y - 0.6) / COLUMN);
    return Array.from({ length: flutes * 2 }, (_, i): Vec3 => {
      const a = (i / (flutes * 2)) * Math.PI * 2;
      const out = i % 2 === 0 ? r : r * 0.9;
      return [Math.sin(a) * out, y, Math.cos(a) * out];
    });
  };
  const drums = Math.max(1, Math.round(5 * share));
  for (let d = 0; d < drums; d++) {
    const [low, high] = [
      ring(0.6 + ((top - 0.6) * d) / drums + 0.015),
      ring(0.6 + ((top - 0.6) * (d + 1)) / drums - 0.015),
    ];
    for (let i = 0; i < flutes * 2; i++) {
      const j = (i + 1) % (flutes * 2);
      kit.stone.quad(low[i]!, low[j]!, high[j]!, high[i]!, STONE, d === 0 ? 0.8 : 1);
    }
  }
  if (share < 1) {
    const rim = ring(top);
    const heart: Vec3 = [0.1, top + 0.1, 0];
    rim.forEach((p, i) => {
      const q = rim[(i + 1) % rim.length]!;
      kit.stone.triangle(
        [p[0], p[1] + 0.25 * Math.max(0, p[0]), p[2]],
        [q[0], q[1] + 0.25 * Math.max(0, q[0]), q[2]],
        heart,
        0xd9cdb2,
      );
    });
  } else {
    kit.stone.lathe(
      [0, top, 0],
      [
        [0.5, 0],
        [0.56, 0.14],
        [0.86, 0.36],
      ],
      STONE,
      16,
    );
    kit.stone.box([0, top + 0.46, 0], [1.8, 0.24, 1.8], 0xd4c8ac, { bottom: true });
  }
  addIvy(kit, top * random.between(0.35, 0.85), leaf, random);
}

/** Leaves that climb round a column. */
function addIvy(kit: Kit, reach: number, leaf: number, random: Random): void {
  const turn = random.between(0, 6);
  for (let i = 0; i < reach * 9; i++) {
    const y = (i / 9) * 1;
    const a = turn + y * 0.9 + random.between(-0.5, 0.5);
    const [r, s] = [0.62, random.between(0.09, 0.2) * (1.15 - (y / reach) * 0.6)];
    const c: Vec3 = [Math.sin(a) * r, y + 0.2, Math.cos(a) * r];
    const side: Vec3 = [Math.cos(a) * s, 0, -Math.sin(a) * s];
    const out: Vec3 = [Math.sin(a) * 0.1, 0, Math.cos(a) * 0.1];
    kit.leaf.quad(
      [c[0] - side[0] + out[0], c[1] - s * 0.4, c[2] - side[2] + out[2]],
      [c[0] + out[0] * 1.6, c[1] - s * 1.2, c[2] + out[2] * 1.6],
      [c[0] + side[0] + out[0], c[1] - s * 0.4, c[2] + side[2] + out[2]],
      [c[0], c[1] + s, c[2]],
      leaf,
      0.75 + 0.25 * random.next(),
    );
  }
}

function addPlatform(kit: Kit, isSnowy: boolean): void {
  const z = -32;
  for (let i = 0; i < 4; i++)
    kit.blocks.box([0, 0.18 + i * 0.36, z - i * 0.5], [17 - i * 0.9, 0.38, 7], isSnowy ? 0xe6ebf2 : 0xc2b494, {
      foot: 0.8,
    });
}

/** What is left of the temple's front: four columns, the beam, half of the gable. */
function addFront(kit: Kit, leaf: number): void {
  const z = -33.5;
  for (const [i, x] of [-6, -2, 2, 6].entries()) {
    const column = placeKit(kit, [x, 1.4, z]);
    addColumn(column, i === 3 ? 0.7 : 1, leaf, {
      next: () => 0.4,
      between: (a, b) => a + (b - a) * ((i * 0.37) % 1),
      pick: (items) => items[0]!,
      fork: () => null as never,
    });
  }
  const y = 1.4 + COLUMN + 0.55;
  kit.stone.box([-2, y + 0.45, z], [10.4, 0.9, 1.6], STONE, { bottom: true });
  kit.stone.box([-2.4, y + 1.05, z], [10.6, 0.3, 1.9], 0xd6cab0, { bottom: true });
  const tri = (front: number, a: Vec3, b: Vec3, c: Vec3): void => {
    if (front > 0) kit.stone.triangle(a, b, c, STONE);
    else kit.stone.triangle(c, b, a, STONE);
  };
  for (const s of [1, -1]) {
    const at = (x: number, h: number): Vec3 => [x, y + 1.2 + h, z + s * 0.7];
    tri(s, at(-7.4, 0), at(-1.2, 0), at(-0.8, 2.3));
    tri(s, at(-1.2, 0), at(1.4, 0), at(-0.8, 2.3));
  }
  kit.stone.quad(
    [-7.4, y + 1.2, z + 0.7],
    [-0.8, y + 3.5, z + 0.7],
    [-0.8, y + 3.5, z - 0.7],
    [-7.4, y + 1.2, z - 0.7],
    0xd6cab0,
  );
  kit.stone.quad(
    [-0.8, y + 3.5, z + 0.7],
    [1.4, y + 1.2, z + 0.7],
    [1.4, y + 1.2, z - 0.7],
    [-0.8, y + 3.5, z - 0.7],
    0xd6cab0,
  );
  kit.blocks.box([0, 4.4, z - 5], [12, 6.4, 0.6], 0xb8aa8c, { foot: 0.7 });
  addCard(kit.trim, [0, 3.4, z - 4.66], 2.6, 4.2, 0x2a241c);
}

/** Drums and blocks that lie in the grass. */
function addFallen(kit: Kit, random: Random, leaf: number): void {
  for (const [x, z, yaw] of [
    [3.3, -1.4, 0.5],
    [-6.6, 1.2, 1.2],
    [6.9, -7, 0.1],
    [-3.2, -11.4, 0.8],
    [3.4, -20, 2],
  ] as const) {
    const drum = placeKit(kit, [x, heightAt(x, z), z], yaw);
    const sides = 16;
    const at = (i: number, r: number, dx: number): Vec3 => {
      const a = (i / sides) * Math.PI * 2;
      return [dx, 0.5 + Math.sin(a) * r, Math.cos(a) * r];
    };
    for (let i = 0; i < sides; i++) {
      const [r, q] = i % 2 === 0 ? [0.56, 0.5] : [0.5, 0.56];
      drum.stone.quad(at(i, r, -0.6), at(i, r, 0.6), at(i + 1, q, 0.6), at(i + 1, q, -0.6), STONE);
      drum.stone.triangle(at(i, r, 0.6), [0.6, 0.5, 0], at(i + 1, q, 0.6), 0xd9cdb2);
      drum.stone.triangle(at(i + 1, q, -0.6), [-0.6, 0.5, 0], at(i, r, -0.6), 0xd9cdb2);
    }
  }
  for (let i = 0; i < 16; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const z = 3 - i * 1.9;
    const x = side * random.between(2.9, 7.4);
    const s = random.between(0.25, 0.7);
    kit.stone.box([x, heightAt(x, z) + s * 0.3, z], [s * 1.5, s * 0.9, s], i % 3 === 0 ? 0xb8aa8c : STONE, {
      yaw: random.between(0, 3),
      foot: 0.6,
    });
    kit.leaf.lathe(
      [x + s, heightAt(x, z), z],
      [
        [0.12, 0],
        [0.26, 0.14],
        [0.12, 0.34],
        [0, 0.4],
      ],
      leaf,
      7,
    );
  }
}

/** Slabs of the old way, some missing, with grass between them. */
function addPaving(kit: Kit, tones: readonly number[], random: Random): void {
  for (let row = 0; row < 26; row++)
    for (let i = -2; i <= 2; i++) {
      if (random.next() < 0.2 + Math.abs(i) * 0.1) continue;
      kit.stone.box(
        [i * 1.24 + random.between(-0.06, 0.06), 0.0, 7 - row * 1.5],
        [1.14, 0.05, 1.36],
        random.pick(tones),
        { yaw: random.between(-0.04, 0.04) },
      );
    }
}

function way({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(-2.6, 2.6, 5),
    zs: spread(-31, 26, 20),
    at: () => 0.004,
    paint: () => groundTone(scene, 0x8f8a62),
  });
  return shape;
}

function bushes({ scene }: SetContext, random: Random): SetInstance[] {
  const palette = plantPalette(scene);
  const meshes = Array.from({ length: 3 }, (_, i) =>
    bushMesh(random, palette.leaves[i % palette.leaves.length]!, palette.snow),
  );
  return Array.from({ length: 40 }, (_, i): SetInstance => {
    const side = i % 2 === 0 ? -1 : 1;
    const z = 7 - i * 1.15;
    const x = side * random.between(6, 11);
    return standing(
      meshes[i % 3]!,
      LEAVES,
      placed(x, heightAt(x, z), z, { scale: random.between(0.35, 1), turn: random.between(0, 6) }),
    );
  });
}
