import type { Vec3 } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { hash, IDENTITY } from '../stage/matrix.ts';
import { createShape, spread } from '../stage/shape.ts';
import { indoorPlace } from './built-indoors.ts';
import { ambience, hasDetail, lensFor } from './mood.ts';
import { addCard, buildKit, createKit, type Kit, placeKit } from './place-kit.ts';
import { type SetInstance, standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { boardSign } from './street-signs.ts';

const EDGE = 3.4;
const [LEFT, RIGHT] = [-5.2, 7.4];
const TRACK = 5.2;
const RAIL_TOP = -0.84;
const [NEAR, FAR] = [16, -46];
const SPRING = 1.8;
const RISE = 3.7;

/** A platform under ground: a tiled vault, a yellow line along its edge, rails that vanish in a tunnel, tubes of light, an electric train. */
export const subway: SetModel = {
  build(context) {
    const { scene, aspect, assets } = context;
    const isDead = hasDetail(scene, 'abandoned', 'derelict');
    const isEmpty = isDead || hasDetail(scene, 'empty', 'deserted') || scene.actors.some(isTrain);
    const isWet = scene.wetGround || scene.weather === 'rain' || scene.weather === 'storm';
    const kit = createKit();
    const failing = createKit();
    addTracks(kit);
    addMouth(kit);
    addPlatformThings(kit, isDead);
    if (!isEmpty) addTrain(placeKit(kit, [TRACK, RAIL_TOP, -8]));
    const fails = (i: number): boolean =>
      isDead ? i % 2 === 1 : i % 3 === 1 && hasDetail(scene, 'flickering', 'eerie', 'creepy');
    const tubes = Array.from({ length: 10 }, (_, i): Vec3 => [0.6, 4.5, 7 - i * 5]);
    for (const [i, at] of tubes.entries()) addTube(kit, fails(i) ? failing : kit, at);
    const blinking = buildKit(failing);
    const signs = ['← EXIT', '1'].map((text, i) =>
      boardSign(
        text,
        {
          center: i ? [2.3, 3.4, -4] : [-2.2, 3.4, -9],
          w: i ? 0.7 : 2.2,
          h: i ? 0.7 : 0.6,
          color: '#ffffff',
          background: i ? '#1f6f8a' : '#1c2a34',
          emissive: isDead ? 0.05 : 0.5,
        },
        assets,
      ),
    );
    const dim = isDead ? 0.45 : 1;
    const day = {
      sun: [0.34 * dim, 0.35 * dim, 0.33 * dim],
      up: [0.3 * dim, 0.32 * dim, 0.33 * dim],
      down: [0.24 * dim, 0.24 * dim, 0.23 * dim],
    } as const;
    return {
      ...indoorPlace(context, {
        kit,
        still: [
          ...vault(isDead),
          platform(isDead, isWet),
          ...signs.map(({ mesh, material }) => standing(mesh, material)),
        ],
        isAlwaysLit: true,
        day,
        evening: day,
        keyFrom: [-0.25, 1, 0.5],
        shadowRadius: 9,
        fog: { density: isDead ? 0.014 : 0.006 },
        focus: { position: [0, 0, 0], halfWidth: 2, halfDepth: 3 },
        camera: { position: [-0.4, 1.7, 9.8], target: [1.0, 1.75, -12], verticalFovDegrees: lensFor(aspect, 44) },
        more: (seconds) => ({
          instances: blinking.litAt(gap(seconds, isDead) * 0.9),
          lights: tubes.slice(0, 7).map(([x, y, z], i) => {
            const power = (isDead ? 0.7 : 0.85) * (fails(i) ? gap(seconds, isDead) : 1);
            return { position: [x, y - 0.4, z] as const, color: [power, 1.06 * power, power] as const, radius: 8.5 };
          }),
          ...(isWet ? { mirror: { height: 0.01, roughness: 0.35, ripple: 0.05, seconds } } : {}),
        }),
        cues: [ambience(context, 'hum', 0.14), ambience(context, 'train', isEmpty ? 0.08 : 0.16, 0.3)],
      }),
      rails: { x: TRACK, y: RAIL_TOP, stop: -3 },
    };
  },
};

const isTrain = ({ kind }: Scene['actors'][number]): boolean => kind === 'train' || kind === 'tram';

/** A tube that goes: mostly on with short gaps; in a place given up mostly off. */
function gap(seconds: number, isDead: boolean): number {
  const beat = hash(Math.floor(seconds * 12), 5);
  return beat > (isDead ? 0.55 : 0.8) ? (isDead ? 0.8 : 0.1) : isDead ? 0.06 : 0.95;
}

/** Walls and vault in one piece that nothing is shaded by, with ribs and a coloured band. */
function vault(isDead: boolean): SetInstance[] {
  const kit = createKit();
  const [middle, half] = [(LEFT + RIGHT) / 2, (RIGHT - LEFT) / 2];
  const steps = 18;
  const arch = Array.from({ length: steps + 1 }, (_, i): readonly [number, number] => {
    const turn = Math.PI * (1 - i / steps);
    return [middle + half * Math.cos(turn), SPRING + RISE * Math.sin(turn)];
  });
  const outline = [[LEFT, 0] as const, ...arch, [RIGHT, -1.1] as const];
  const length = 15.5;
  for (let z = NEAR; z > FAR; z -= length)
    for (let i = 0; i + 1 < outline.length; i++) {
      const [[ax, ay], [bx, by]] = [outline[i]!, outline[i + 1]!];
      const tile = i === 0 || i + 2 === outline.length ? 0xd9d8cc : 0xe4e2d8;
      const [from, to] = [z, z - length];
      kit.ceiling.quad([ax, ay, from], [ax, ay, to], [bx, by, to], [bx, by, from], isDead ? 0x8f8d7e : tile, 0.95);
    }
  for (let z = 9; z > FAR; z -= 6.2)
    kit.trim.tube(
      arch.map(([x, y]): Vec3 => [x, y, z]),
      0.13,
      isDead ? 0x6e6c60 : 0xc9cbc4,
      6,
    );
  for (const [x, y] of [
    [LEFT + 0.03, SPRING],
    [RIGHT - 0.03, SPRING],
  ] as const)
    kit.trim.box([x, y, (NEAR + FAR) / 2], [0.06, 0.34, NEAR - FAR], isDead ? 0x46635f : 0x1f7f86);
  return buildKit(kit, {
    ceiling: { pattern: 'tiles', patternScale: 2.4, specular: 0.3, gloss: 40, emissive: isDead ? 0.03 : 0.1 },
  }).still.map((part) => ({ ...part, castsShadow: false }));
}

/** Slabs, a white nosing, a line of yellow studs. */
function platform(isDead: boolean, isWet: boolean): SetInstance {
  const shape = createShape();
  const [slab, yellow, white] = isDead ? [0x6a675f, 0x9a8740, 0x8c8a80] : [0x9c9a94, 0xf0c02c, 0xe8e6de];
  const shade = isWet ? 0.62 : 1;
  const dark = (color: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum | (Math.round(((color >> shift) & 255) * shade) << shift), 0);
  shape.sheet({ xs: spread(LEFT, EDGE, 8), zs: spread(FAR, NEAR, 40), at: () => 0, paint: () => dark(slab) });
  const middle = (NEAR + FAR) / 2;
  shape.box([EDGE, -0.55, middle], [0.3, 1.16, NEAR - FAR], 0x77746c);
  shape.box([EDGE - 0.7, 0.006, middle], [0.42, 0.014, NEAR - FAR], dark(yellow));
  shape.box([EDGE - 0.05, 0.04, middle], [0.26, 0.05, NEAR - FAR], dark(white));
  return {
    mesh: shape.build(),
    material: {
      pattern: 'tiles',
      patternScale: 1.5,
      specular: isWet ? 0.5 : 0.16,
      gloss: isWet ? 60 : 30,
      mirror: isWet ? 0.5 : 0,
    },
    matrix: IDENTITY,
    isStatic: true,
    castsShadow: false,
  };
}

function addTracks(kit: Kit): void {
  const middle = (NEAR + FAR) / 2;
  kit.stone.box([TRACK + 0.4, -1.14, middle], [4, 0.1, NEAR - FAR], 0x4a4844);
  for (const s of [-0.72, 0.72]) {
    kit.metal.box([TRACK + s, -0.94, middle], [0.08, 0.2, NEAR - FAR], 0x77726c);
    kit.metal.box([TRACK + s, RAIL_TOP, middle], [0.075, 0.02, NEAR - FAR], 0xd4d2cc);
  }
  kit.trim.box([TRACK + 1.5, -0.86, middle], [0.16, 0.12, NEAR - FAR], 0xc9a24a);
  for (let i = 0; i < 80; i++) kit.stone.box([TRACK, -1.06, NEAR - 1 - i * 0.76], [2.4, 0.1, 0.26], 0x5c5852);
  // Cables along the wall over the track.
  for (const y of [0.4, 0.6, 0.8])
    kit.trim.tube(
      [
        [RIGHT - 0.08, y, NEAR],
        [RIGHT - 0.08, y, FAR],
      ],
      0.04,
      0x2c2c30,
      4,
    );
}

/** The end wall and the black arch in which the track goes on, with a signal. */
function addMouth(kit: Kit): void {
  kit.blocks.quad([LEFT, -1.2, FAR], [RIGHT, -1.2, FAR], [RIGHT, 5.6, FAR], [LEFT, 5.6, FAR], 0xa9a79c, 0.9);
  const [n, radius, foot] = [16, 1.95, 0.9];
  const at = (i: number, z: number): Vec3 => {
    const turn = Math.PI * (1 - i / n);
    return [TRACK + radius * Math.cos(turn), foot + radius * Math.sin(turn), z];
  };
  const z = FAR + 0.05;
  for (let i = 0; i < n; i++) kit.glow.triangle([TRACK, foot, z], at(i + 1, z), at(i, z), 0x020203);
  addCard(kit.glow, [TRACK, (foot - 1.1) / 2, z], radius * 2, foot + 1.1, 0x020203);
  kit.stone.tube(
    [[TRACK - radius, -1.1, z], ...Array.from({ length: n + 1 }, (_, i) => at(i, z)), [TRACK + radius, -1.1, z]],
    0.2,
    0x77756c,
    6,
  );
  kit.metal.box([EDGE - 0.4, 2.6, FAR + 0.3], [0.3, 0.8, 0.2], 0x1c1e20);
  for (const [y, color] of [
    [2.8, 0xff3020],
    [2.45, 0x103018],
  ] as const)
    kit.glow.box([EDGE - 0.4, y, FAR + 0.42], [0.18, 0.18, 0.04], color);
}

/** A tube of light in its tray, which hangs on two rods. */
function addTube(kit: Kit, light: Kit, [x, y, z]: Vec3): void {
  kit.metal.box([x, y + 0.1, z], [0.34, 0.08, 2.2], 0xb8bcbc, { bottom: true });
  const shining = light === kit ? kit.glow : light.lamp;
  shining.box([x, y + 0.03, z], [0.16, 0.07, 2.0], 0xeafaf4, { bottom: true });
  for (const s of [-0.8, 0.8]) kit.metal.box([x, y + 0.5, z + s], [0.03, 0.8, 0.03], 0x7c8082);
}

/** Columns, benches, posters, bins. */
function addPlatformThings(kit: Kit, isDead: boolean): void {
  for (let i = 0; i < 8; i++) {
    const z = 1 - i * 6.2;
    kit.blocks.box([-2.7, 2.42, z], [0.56, 4.84, 0.56], isDead ? 0x8a877a : 0xdcdad0);
    kit.trim.box([-2.7, 1.75, z], [0.6, 0.3, 0.6], isDead ? 0x46635f : 0x1f7f86);
    kit.stone.box([-2.7, 0.12, z], [0.66, 0.24, 0.66], 0x5c5a56);
  }
  for (const z of [-2, -9, -16]) {
    const bench = placeKit(kit, [LEFT + 0.5, 0, z], Math.PI / 2);
    for (const x of [-0.8, 0.8]) bench.metal.box([x, 0.22, 0], [0.08, 0.44, 0.4], 0x2c3034);
    bench.wood.box([0, 0.46, 0], [2.1, 0.06, 0.46], isDead ? 0x5c4c3c : 0x9a6a3e, { bottom: true });
  }
  const posters = [0xc8443a, 0x2f6fae, 0xe0a83c, 0x4a8a5c, 0x8a5a9a];
  for (const [side, x] of [
    [1, LEFT + 0.05],
    [-1, RIGHT - 0.05],
  ] as const)
    for (let i = 0; i < 6; i++) {
      const board = placeKit(kit, [x, 0, 1.2 - i * 7.1], (side * Math.PI) / 2);
      board.trim.box([0, 1.0, 0.02], [1.7, 1.1, 0.05], 0x2c3034);
      if (isDead && i % 2 === 0) continue;
      addCard(board.paint, [0, 1.0, 0.06], 1.56, 0.96, isDead ? 0x86806e : posters[(i + (side > 0 ? 0 : 2)) % 5]!);
      addCard(board.paint, [-0.2, 1.15, 0.07], 0.8, 0.16, 0xf0ece0);
      addCard(board.paint, [0.3, 0.8, 0.07], 0.6, 0.3, isDead ? 0x6a6658 : 0x22262c);
    }
  if (!isDead) return;
  for (let i = 0; i < 26; i++)
    kit.paint.box(
      [LEFT + 1 + hash(i, 3) * 7, 0.012, 7 - hash(i, 7) * 34],
      [0.16 + 0.2 * hash(i, 9), 0.01, 0.2],
      i % 3 ? 0xb8b2a0 : 0x6e5a44,
      { yaw: hash(i, 11) * 6 },
    );
}

/** An electric train whose blunt front faces +z and is lit. */
function addTrain(kit: Kit): void {
  for (let car = 0; car < 3; car++) {
    const z = -6.2 - car * 12.3;
    kit.metal.box([0, 1.95, z], [2.5, 2.5, 12], 0xc2c8cc, { foot: 0.7, bottom: true });
    kit.metal.box([0, 3.28, z], [2.2, 0.2, 11.8], 0x9aa0a4);
    kit.trim.box([0, 1.15, z], [2.53, 0.3, 12.02], 0x1f7f86);
    kit.metal.box([0, 0.5, z], [2.1, 0.6, 10.4], 0x22262a);
    for (let i = 0; i < 8; i++)
      for (const s of [-1, 1]) {
        const isDoor = i % 3 === 1;
        const at: Vec3 = [s * 1.255, isDoor ? 2.1 : 2.35, z + (i - 3.5) * 1.42];
        kit.trim.box([at[0] - s * 0.01, isDoor ? 1.95 : at[1], at[2]], [0.02, isDoor ? 2.1 : 1, 1.16], 0x33383c);
        kit.window.box(at, [0.02, isDoor ? 1.3 : 0.84, 1.0], 0xfff0cc);
      }
  }
  kit.trim.box([0, 2.0, -0.1], [2.44, 2.5, 0.3], 0x24282c);
  kit.glass.box([0, 2.45, 0.07], [2.2, 1.0, 0.04], 0x3a4c58);
  kit.trim.box([0, 1.25, 0.08], [2.4, 0.7, 0.06], 0x1f7f86);
  addCard(kit.glow, [0, 3.08, 0.08], 1.1, 0.2, 0xffb040);
  for (const s of [-0.85, 0.85]) kit.lamp.box([s, 1.3, 0.13], [0.32, 0.2, 0.05], 0xfff6dc);
}
