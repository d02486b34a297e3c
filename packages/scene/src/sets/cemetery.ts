import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { land, outdoorPlace, treesOn } from './built-outdoors.ts';
import { addLanternPost } from './house-shapes.ts';
import { ambience, isSnowy, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { addTube, createMeshBuilder, mix } from './shape.ts';
import { fractal } from './terrain.ts';

const STONES = [0x8c8c88, 0x9a968c, 0x76787a, 0xa8a296, 0x6c706c];

/** An old cemetery: leaning stones and crosses in rows along a path, an iron gate, a chapel, bare trees. */
export const cemetery: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('cemetery');
    const kit = createKit();
    for (let row = 0; row < 8; row++)
      for (let column = 0; column < 13; column++) {
        const side = column % 2 === 0 ? -1 : 1;
        const x = side * (2.6 + Math.floor(column / 2) * 2.15 + random.between(-0.25, 0.25));
        const z = 1.2 - row * 3.1 + random.between(-0.4, 0.4);
        if (Math.abs(x) > 12 + row * 1.2 || random.next() < 0.1) continue;
        if (z > -2 && Math.abs(x) < 3.4) continue;
        addGrave(placeKit(kit, [x, 0, z], random.between(-0.2, 0.2)), random, isSnowy(scene));
      }
    addFence(kit);
    const lamps = [addLanternPost(kit, [2.1, 0, -8.5]), addLanternPost(kit, [-2.2, 0, -19])];
    addChapel(placeKit(kit, [-7.5, 0, -32], 0.25));
    const bare = bareTree(random.fork('bare'));
    const palette = plantPalette(scene);
    const isGreen = scene.season === 'summer' || scene.season === 'spring';
    const bark = { pattern: 'wood', patternScale: 2, specular: 0.03 } as const;
    const at = (x: number, z: number, s: number, turn: number) => {
      const [cos, sin] = [Math.cos(turn) * s, Math.sin(turn) * s];
      return new Float32Array([cos, 0, -sin, 0, 0, s, 0, 0, sin, 0, cos, 0, x, -0.1, z, 1]);
    };
    const spots = [
      { x: 22, z: -30 },
      { x: -24, z: -34 },
      { x: 12, z: -44 },
      { x: -2, z: -48 },
      { x: 30, z: -46 },
      { x: -34, z: -50 },
      { x: 18, z: 24 },
      { x: -20, z: 26 },
    ];
    const path = (x: number, z: number): number =>
      Math.abs(x - 0.4 * Math.sin(z * 0.2)) - 1.25 + 0.3 * fractal(x, z, 2, 5);
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, {
          heightAt: () => 0,
          radius: 360,
          rings: 46,
          colorAt: (x, z) => {
            const grass = mix(palette.grass, [96, 100, 78], 0.35 + 0.4 * fractal(x * 0.2, z * 0.2, 3, 5));
            return z < 18 && z > -30 && path(x, z) < 0 ? mix(grass, [132, 120, 104], 0.85) : grass;
          },
        }),
        standing(bare, bark, at(6.8, -5.5, 1, 0.4)),
        standing(bare, bark, at(-10.5, -11, 1.25, 2.2)),
        standing(bare, bark, at(13.5, -17, 1.1, 4)),
        ...treesOn(context, random.fork('trees'), spots, {
          heightAt: () => 0,
          pines: isGreen ? 0.4 : 0.8,
          detail: 'far',
        }),
      ],
      lamps: lamps.map((at) => ({ at, color: [1.9, 1.4, 0.7] as const, radius: 8, halo: 0.8 })),
      fog: 0.006,
      wetAt: 0.01,
      focus: { position: [0, 0, 0], halfWidth: 2, halfDepth: 2 },
      camera: { position: [0.9, 1.7, 8.6], target: [0, 1.7, -6], verticalFovDegrees: lensFor(aspect, 46) },
      cues: [...outdoorCues(context, 0.12), ambience(context, 'wind', 0.24), ambience(context, 'hoot', 0.1, 0.3)],
    });
  },
};

/** A stone with a round or pointed head, a cross on its steps, or an obelisk; a mound and sometimes flowers before it. */
function addGrave(kit: Kit, random: Random, isWhite: boolean): void {
  const color = random.pick(STONES);
  const tilt = random.between(-0.07, 0.07);
  const kind = random.next();
  kit.stone.box([0, 0.08, 0], [0.95, 0.2, 0.4], color, { foot: 0.7 });
  if (kind < 0.55) {
    const [w, h, t] = [random.between(0.3, 0.38), random.between(0.7, 1.05), 0.08];
    const isPointed = random.next() < 0.3;
    const outline: [number, number][] = [
      [-w, 0.15],
      [-w, h],
    ];
    for (let i = 1; i < 8; i++) {
      const a = Math.PI - (i / 8) * Math.PI;
      outline.push(
        isPointed
          ? [Math.cos(a) * w, h + (1 - Math.abs(Math.cos(a))) * w * 1.3]
          : [Math.cos(a) * w, h + Math.sin(a) * w],
      );
    }
    outline.push([w, h], [w, 0.15]);
    addSlab(kit, outline, t, tilt, color);
    for (let i = 0; i < 3; i++)
      kit.paint.box(
        [tilt * (h * 0.8 - i * 0.14), h * 0.95 - i * 0.15, t + 0.003],
        [0.36 - i * 0.07, 0.035, 0.006],
        0x4c4e4c,
      );
  } else if (kind < 0.85) {
    const h = random.between(1.1, 1.6);
    kit.stone.box([0, 0.25, 0], [0.66, 0.2, 0.34], color);
    kit.stone.box([tilt * h * 0.5, 0.3 + h / 2, 0], [0.17, h, 0.15], color);
    kit.stone.box([tilt * h * 0.8, 0.3 + h * 0.7, 0], [0.74, 0.17, 0.15], color, { bottom: true });
  } else {
    kit.stone.box([0, 0.35, 0], [0.7, 0.4, 0.6], color);
    kit.stone.lathe(
      [0, 0.55, 0],
      [
        [0.3, 0],
        [0.2, 1.5],
        [0, 1.8],
      ],
      color,
      4,
    );
  }
  kit.leaf.lathe(
    [0, 0, 0.95],
    [
      [0.5, 0],
      [0.4, 0.12],
      [0, 0.17],
    ],
    isWhite ? 0xe8eef4 : 0x5f6a44,
    9,
  );
  if (random.next() < 0.3)
    for (let i = 0; i < 5; i++)
      kit.leaf.lathe(
        [-0.2 + i * 0.1, 0.1, 0.42 + 0.05 * (i % 2)],
        [
          [0.01, 0],
          [0.07, 0.12],
          [0, 0.17],
        ],
        [0xc83a4a, 0xf4f0e4, 0xe8b84a][i % 3]!,
        6,
      );
}

/** A flat body with an outline in x and y, leaning to one side. */
function addSlab(
  kit: Kit,
  outline: readonly (readonly [number, number])[],
  half: number,
  tilt: number,
  color: number,
): void {
  const at = ([x, y]: readonly [number, number], z: number): Vec3 => [x + tilt * y, y, z];
  const middle: [number, number] = [0, 0.5];
  for (let i = 0; i + 1 < outline.length; i++) {
    const [a, b] = [outline[i]!, outline[i + 1]!];
    kit.stone.triangle(at(middle, half), at(b, half), at(a, half), color);
    kit.stone.triangle(at(middle, -half), at(a, -half), at(b, -half), color);
    kit.stone.quad(at(a, half), at(b, half), at(b, -half), at(a, -half), color);
  }
  const [first, last] = [outline[0]!, outline[outline.length - 1]!];
  kit.stone.triangle(at(middle, half), at(first, half), at(last, half), color);
}

/** Railings along the back, with a gate of iron between two posts. */
function addFence(kit: Kit): void {
  const z = -25;
  for (const s of [-1, 1]) {
    kit.stone.box([s * 2.1, 1.5, z], [0.7, 3, 0.7], 0x7c786e, { foot: 0.7 });
    kit.stone.box([s * 2.1, 3.08, z], [0.9, 0.18, 0.9], 0x8c887c, { bottom: true });
    kit.stone.lathe(
      [s * 2.1, 3.17, z],
      [
        [0.3, 0],
        [0.32, 0.25],
        [0, 0.6],
      ],
      0x8c887c,
      10,
    );
    for (const y of [0.35, 1.6]) kit.metal.box([s * 16, y, z], [27, 0.05, 0.05], 0x1e2022);
    for (let i = 0; i < 62; i++) kit.metal.box([s * (2.7 + i * 0.43), 0.95, z], [0.035, 1.9, 0.035], 0x1e2022);
  }
  for (let i = -4; i <= 4; i++) {
    const h = 2.2 + 0.7 * Math.cos((i / 4.5) * 1.4);
    kit.metal.box([i * 0.38, h / 2, z], [0.035, h, 0.035], 0x1e2022);
  }
  for (const y of [0.4, 1.9]) kit.metal.box([0, y, z], [3.5, 0.05, 0.05], 0x1e2022);
}

/** A small chapel of stone with a pointed roof and a cross. */
function addChapel(kit: Kit): void {
  kit.blocks.box([0, 2.6, 0], [6.4, 5.2, 8], 0x8a867c, { foot: 0.6 });
  for (const s of [-1, 1]) {
    const [a, b, c, d]: [Vec3, Vec3, Vec3, Vec3] = [
      [s * 3.5, 5, 4.3],
      [s * 3.5, 5, -4.3],
      [0, 9, -4.3],
      [0, 9, 4.3],
    ];
    if (s > 0) kit.slate.quad(a, b, c, d, 0x4a4c52);
    else kit.slate.quad(b, a, d, c, 0x4a4c52);
  }
  kit.blocks.triangle([-3.2, 5.2, 4], [3.2, 5.2, 4], [0, 8.8, 4], 0x8a867c);
  kit.wood.box([0, 1.3, 4.03], [1.5, 2.6, 0.1], 0x3a2a20);
  for (let i = 0; i < 14; i++) {
    const at = (k: number): Vec3 => [Math.cos((k / 14) * 6.2832) * 0.8, 5.6 + Math.sin((k / 14) * 6.2832) * 0.8, 4.06];
    kit.window.triangle([0, 5.6, 4.06], at(i), at(i + 1), [0xe0a050, 0x6a8ac0, 0xc05a4a][i % 3]!);
  }
  kit.stone.box([0, 9.9, 3.9], [0.16, 1.8, 0.16], 0x9a968c);
  kit.stone.box([0, 10.2, 3.9], [0.9, 0.16, 0.16], 0x9a968c);
}

/** A leafless oak with crooked arms, about 7 m high. */
function bareTree(random: Random) {
  const builder = createMeshBuilder();
  const grow = (from: Vec3, way: Vec3, length: number, radius: number, depth: number): void => {
    const to: Vec3 = [from[0] + way[0] * length, from[1] + way[1] * length, from[2] + way[2] * length];
    addTube(builder, {
      from,
      to,
      fromRadius: radius,
      toRadius: radius * 0.68,
      sides: depth > 2 ? 7 : 5,
      color: [58, 50, 46],
      toColor: [70, 62, 56],
    });
    if (depth === 0) return;
    const count = depth > 3 ? 3 : 2;
    for (let i = 0; i < count; i++) {
      const turn = random.between(0, 6.28);
      const bend = random.between(0.45, 0.95);
      const next: Vec3 = [way[0] + Math.cos(turn) * bend, way[1] * 0.75 + 0.14, way[2] + Math.sin(turn) * bend];
      const size = Math.hypot(...next);
      grow(
        to,
        [next[0] / size, next[1] / size, next[2] / size],
        length * random.between(0.66, 0.84),
        radius * 0.66,
        depth - 1,
      );
    }
  };
  grow([0, -0.2, 0], [0.06, 1, 0.02], 2.1, 0.3, 5);
  return builder.build();
}
