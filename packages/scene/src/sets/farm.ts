import type { Vec3 } from '@openimagine/render';
import { createShape } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone, treesOn } from './built-outdoors.ts';
import { softHills } from './hills.ts';
import { addBeam, addHouse } from './house-shapes.ts';
import { hasActor, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import type { Spot } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { type Color, mix } from './shape.ts';
import { fractal } from './terrain.ts';

/** A farmyard: a red barn with its silo, the farmhouse, a windpump, fences, bales of hay, fields in rows to the hills. */
export const farm: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('farm');
    const palette = plantPalette(scene);
    const kit = createKit();
    // A barn or a house that was asked for stands for the farm's own.
    if (!hasActor(scene, 'house'))
      addBarn(placeKit(kit, [-8.5, heightAt(-8.5, -15), -14], 0.32), roofTone(scene, 0x5c5a60));
    addSilo(placeKit(kit, [-16.5, heightAt(-16, -18), -17]), roofTone(scene, 0x9aa0a6));
    addHouse(
      placeKit(kit, [12.5, heightAt(12, -20), -20], -0.45),
      {
        w: 9,
        d: 7,
        h: 5.4,
        ridge: 2.8,
        wall: 0xeee9dc,
        roof: roofTone(scene, 0x8a4a3c),
        trim: 0xffffff,
        shutter: 0x3f5a4c,
        door: 0x8a3a30,
        hasChimney: true,
      },
      random,
    );
    addWindpump(placeKit(kit, [19, heightAt(19, -34), -34]));
    for (const side of [-1, 1]) addFence(kit, side);
    for (const [x, z, yaw] of [
      [4.2, -5.2, 0.4],
      [6.3, -7.4, -0.5],
      [5.1, -8.8, 1.1],
      [-5, -5.8, 0.2],
      [11, -9, 0.8],
    ] as const)
      addBale(placeKit(kit, [x, heightAt(x, z), z], yaw));
    const trees: Spot[] = [
      { x: 5.6, z: -22 },
      { x: 19.5, z: -22 },
      { x: -24, z: -20 },
      { x: -4, z: -36 },
    ];
    for (let i = 0; i < 26; i++) trees.push({ x: random.between(-130, 130), z: -random.between(90, 180) });
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: (x, z) => heightAt(x, z) - 0.02, colorAt: fieldsOf(context) }),
        paved(scene, yard(context), { pattern: 'grain', scale: 2.4, mirror: 0.25 }),
        ...treesOn(context, random, trees, { heightAt, pines: 0.1 }),
        softHills({
          z: -300,
          halfWidth: 460,
          halfDepth: 70,
          foot: -2,
          height: 42,
          color: [96, 118, 78],
          seed: 6,
          snow: palette.snow,
        }),
        softHills({
          z: -460,
          halfWidth: 680,
          halfDepth: 80,
          foot: -2,
          height: 82,
          color: [104, 124, 132],
          seed: 2,
          snow: palette.snow,
        }),
      ],
      lamps: [
        { at: [-5.4, 4.4, -12.4], radius: 12, halo: 1 },
        { at: [11, 2.6, -17.6], radius: 8, halo: 0.7 },
      ],
      groundAt: heightAt,
      wetAt: 0.02,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3.4, halfDepth: 2.4 },
      camera: { position: [0.6, 1.8, 10.2], target: [0, 2.4, -10], verticalFovDegrees: lensFor(aspect, 44) },
      cues: [...outdoorCues(context, 0.4)],
    });
  },
};

function heightAt(x: number, z: number): number {
  const out = Math.min(1, Math.max(0, (Math.hypot(x, z + 12) - 30) / 50));
  return out * (fractal(x * 0.011 + 1, z * 0.011, 3, 21) - 0.4) * 12;
}

/** Ploughed land, grain, pasture and rape, each in a field of its own with rows along it. */
function fieldsOf({ scene }: SetContext): (x: number, z: number) => Color {
  const palette = plantPalette(scene);
  const crops: readonly Color[] = [
    mix(palette.grass, palette.dryGrass, 0.3),
    [204, 168, 84],
    [132, 98, 68],
    mix(palette.grass, [70, 110, 50], 0.5),
    [214, 190, 70],
  ];
  return (x, z) => {
    if (z > -27 && Math.abs(x) < 40)
      return mix(palette.grass, palette.dryGrass, 0.2 + 0.6 * fractal(x * 0.1, z * 0.1, 3, 5));
    const [u, v] = [x * 0.9 + z * 0.25, z * 0.9 - x * 0.2];
    const plot = Math.floor(u / 46) * 3 + Math.floor(v / 38) * 5;
    const crop = crops[((plot % 5) + 5) % 5]!;
    const edge = Math.min(Math.abs(((u % 46) + 46) % 46), Math.abs(((v % 38) + 38) % 38));
    const row = 0.5 + 0.5 * Math.sin(u * 2.2);
    return edge < 1.6 ? mix(palette.grass, [60, 82, 44], 0.5) : mix(crop, [90, 74, 50], 0.16 * row);
  };
}

function addBarn(kit: Kit, roof: number): void {
  const [w, d, eave, ridge] = [9, 13, 4.2, 3.6];
  const red = 0xa8392c;
  const white = 0xf0ebe0;
  kit.planks.box([0, eave / 2, -d / 2], [w, eave, d], red, { foot: 0.65 });
  // A gambrel: steep below, flat above.
  const kink: readonly [number, number] = [w * 0.3, eave + ridge * 0.68];
  for (const z of [0, -d]) {
    const s = z === 0 ? 1 : -1;
    const fan: readonly (readonly [number, number])[] = [
      [-w / 2, eave],
      [w / 2, eave],
      [kink[0], kink[1]],
      [0, eave + ridge],
      [-kink[0], kink[1]],
    ];
    for (let i = 1; i + 1 < fan.length; i++) {
      const [a, b, c] = [fan[0]!, fan[i]!, fan[i + 1]!];
      const p: [Vec3, Vec3, Vec3] = [
        [a[0], a[1], z],
        [b[0], b[1], z],
        [c[0], c[1], z],
      ];
      if (s > 0) kit.planks.triangle(...p, red);
      else kit.planks.triangle(p[2], p[1], p[0], red);
    }
  }
  const slopes: readonly (readonly [number, number, number, number])[] = [
    [w / 2 + 0.35, eave - 0.25, kink[0], kink[1]],
    [kink[0], kink[1], 0, eave + ridge + 0.05],
  ];
  for (const s of [-1, 1])
    for (const [x0, y0, x1, y1] of slopes) {
      const a: Vec3 = [s * x0, y0, 0.4];
      const b: Vec3 = [s * x0, y0, -d - 0.4];
      const c: Vec3 = [s * x1, y1, -d - 0.4];
      const e: Vec3 = [s * x1, y1, 0.4];
      if (s > 0) kit.slate.quad(a, b, c, e, roof);
      else kit.slate.quad(b, a, e, c, roof);
      if (s > 0) kit.wood.quad(e, c, b, a, white, 0.5);
      else kit.wood.quad(c, e, a, b, white, 0.5);
      addBeam(kit, [s * x0, y0 - 0.05, 0.38], [s * x1, y1 - 0.05, 0.38], 0.26, white);
    }
  const doors = placeKit(kit, [0, 0, 0.02]);
  for (const s of [-1, 1]) {
    doors.planks.box([s * 1.2, 1.65, 0.04], [2.3, 3.2, 0.1], 0x8f2e24);
    for (const y of [0.12, 1.65, 3.2]) doors.trim.box([s * 1.2, y, 0.1], [2.36, 0.16, 0.05], white);
    for (const x of [0.1, 2.3]) doors.trim.box([s * x, 1.65, 0.1], [0.16, 3.2, 0.05], white);
    addBeam(doors, [s * 0.15, 0.15, 0.1], [s * 2.28, 1.6, 0.1], 0.14, white);
    addBeam(doors, [s * 2.28, 1.7, 0.1], [s * 0.15, 3.15, 0.1], 0.14, white);
  }
  doors.trim.box([0, 5.6, 0.04], [1.6, 1.7, 0.1], white);
  addCard(doors.window, [0, 5.6, 0.1], 1.3, 1.4, 0xffc878);
  doors.trim.box([0, 5.6, 0.12], [0.08, 1.4, 0.04], white);
  doors.trim.box([0, 5.6, 0.12], [1.3, 0.08, 0.04], white);
  for (const x of [-3.5, 3.5]) {
    doors.trim.box([x, 2.2, 0.02], [1, 1.1, 0.08], white);
    addCard(doors.glass, [x, 2.2, 0.07], 0.8, 0.9, 0x3a4858);
  }
  doors.metal.lathe(
    [3, 4.35, 0.5],
    [
      [0.26, 0],
      [0.08, 0.2],
      [0, 0.22],
    ],
    0x2c3032,
    12,
  );
  doors.lamp.lathe(
    [3, 4.3, 0.5],
    [
      [0, -0.06],
      [0.1, 0.02],
      [0, 0.1],
    ],
    0xffdca0,
    8,
  );
  for (const [x, z] of [
    [w / 2, -3],
    [w / 2, -6.5],
    [w / 2, -10],
  ] as const) {
    const side = placeKit(kit, [x, 0, z], Math.PI / 2);
    side.trim.box([0, 2.4, 0.02], [1.2, 1.2, 0.08], white);
    addCard(side.glass, [0, 2.4, 0.07], 1, 1, 0x3a4858);
  }
}

function addSilo(kit: Kit, dome: number): void {
  kit.metal.lathe(
    [0, 0, 0],
    [
      [2.1, 0],
      [2.1, 11],
    ],
    0xb9bcbd,
    22,
  );
  for (let y = 0.8; y < 11; y += 1.1)
    kit.metal.lathe(
      [0, y, 0],
      [
        [2.12, 0],
        [2.18, 0.06],
        [2.12, 0.12],
      ],
      0x94989a,
      22,
    );
  kit.metal.lathe(
    [0, 11, 0],
    [
      [2.25, -0.1],
      [2.1, 0.5],
      [1.5, 1.4],
      [0.6, 1.95],
      [0, 2.05],
    ],
    dome,
    22,
  );
  kit.metal.box([1.3, 5.5, 1.75], [0.5, 11, 0.2], 0x84888a, { yaw: 0.6 });
}

/** A lattice mast with a wheel of blades. */
function addWindpump(kit: Kit): void {
  for (const x of [-1, 1])
    for (const z of [-1, 1])
      kit.metal.tube(
        [
          [x * 1.2, 0, z * 1.2],
          [x * 0.2, 11, z * 0.2],
        ],
        0.06,
        0x6a6c70,
        5,
      );
  for (const y of [2.5, 5, 7.5]) {
    const r = 1.2 - (y / 11) * 1;
    kit.metal.box([0, y, r], [r * 2, 0.07, 0.07], 0x6a6c70);
    kit.metal.box([0, y, -r], [r * 2, 0.07, 0.07], 0x6a6c70);
  }
  for (let i = 0; i < 16; i++) {
    const a = (i / 16) * Math.PI * 2;
    const b = a + 0.24;
    const at = (angle: number, r: number, z: number): Vec3 => [Math.cos(angle) * r, 11.4 + Math.sin(angle) * r, z];
    kit.metal.quad(at(a, 0.4, 0.5), at(a, 1.9, 0.5), at(b, 1.9, 0.35), at(b, 0.4, 0.42), 0xc4c6c6);
    kit.metal.quad(at(b, 0.4, 0.42), at(b, 1.9, 0.35), at(a, 1.9, 0.5), at(a, 0.4, 0.5), 0xa0a2a4);
  }
  kit.metal.box([0, 11.4, -0.6], [0.1, 0.1, 2.4], 0x6a6c70);
  kit.metal.box([0, 11.4, -2], [0.05, 0.9, 0.9], 0xa8402f);
}

/** Rails on posts from beside the yard into the depth. */
function addFence(kit: Kit, side: number): void {
  const path = Array.from({ length: 15 }, (_, i): Vec3 => {
    const z = 7 - i * 2.4;
    const x = side * (5.6 + Math.max(0, -z - 2) * (side > 0 ? 0.42 : 0.16) + (side < 0 && z < -6 ? 40 : 0));
    return [x, heightAt(x, z), z];
  }).filter(([x]) => Math.abs(x) < 30);
  path.forEach(([x, y, z], i) => {
    kit.wood.box([x, y + 0.55, z], [0.13, 1.2, 0.13], 0x8f7a60, { foot: 0.6 });
    const next = path[i + 1];
    if (!next) return;
    for (const h of [0.4, 0.75, 1.05])
      kit.wood.tube(
        [
          [x, y + h, z],
          [next[0], next[1] + h, next[2]],
        ],
        0.045,
        0xa08a6c,
        5,
      );
  });
}

/** A round bale, lying on its side. */
function addBale(kit: Kit): void {
  const sides = 22;
  const at = (i: number, r: number, x: number): Vec3 => {
    const a = (i / sides) * Math.PI * 2;
    return [x, 0.72 + Math.sin(a) * r, Math.cos(a) * r];
  };
  for (let i = 0; i < sides; i++) {
    kit.cloth.quad(
      at(i, 0.74, -0.6),
      at(i, 0.74, 0.6),
      at(i + 1, 0.74, 0.6),
      at(i + 1, 0.74, -0.6),
      i % 3 === 0 ? 0xcaa858 : 0xd6b566,
    );
    for (const s of [-1, 1])
      for (const [r, q, color] of [
        [0.74, 0.5, 0xd2b062],
        [0.5, 0.26, 0xbd9a50],
        [0.26, 0, 0xd2b062],
      ] as const) {
        const [a, b, c, d] = [at(i, r, s * 0.6), at(i + 1, r, s * 0.6), at(i + 1, q, s * 0.6), at(i, q, s * 0.6)];
        if (s > 0) kit.cloth.quad(d, c, b, a, color);
        else kit.cloth.quad(a, b, c, d, color);
      }
  }
}

/** Trodden earth from the camera to the barn's door. */
function yard({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  const tone = groundTone(scene, 0xb2966c);
  const steps = 30;
  const edge = (i: number, s: number): Vec3 => {
    const z = 30 - (i / steps) * 43;
    const x = z < 2 ? ((z - 2) / 15) * 6.2 : 0;
    return [x + s * (2.6 + 0.5 * Math.sin(z * 0.7 + s * 2) + Math.max(0, -z - 4) * 0.12), heightAt(x, z) + 0.012, z];
  };
  for (let i = 0; i < steps; i++) shape.quad(edge(i, -1), edge(i, 1), edge(i + 1, 1), edge(i + 1, -1), tone);
  return shape;
}
