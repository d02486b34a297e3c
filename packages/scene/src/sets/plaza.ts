import type { Vec3 } from '@openimagine/render';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone, treesOn } from './built-outdoors.ts';
import { addHouse, addLanternPost } from './house-shapes.ts';
import { ambience, hasActor, isSnowy, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetModel } from './set.ts';

const HALF = 46;

/** A wide city square: paving to all sides, rows of tall houses far behind, lamps, trees and benches, room for a monument. */
export const plaza: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('plaza');
    const kit = createKit();
    const walls = [0xe2d4b8, 0xd8c8ac, 0xe8dcc4, 0xcfbfa6, 0xdcc8a8];
    const row = (from: Vec3, along: Vec3, yaw: number, length: number): void => {
      for (let at = 0; at < length; ) {
        const w = random.between(9, 13);
        const spot: Vec3 = [from[0] + along[0] * (at + w / 2), 0, from[2] + along[2] * (at + w / 2)];
        addHouse(
          placeKit(kit, spot, yaw),
          {
            w: w + 0.05,
            d: 10,
            h: random.pick([15.6, 15.6, 18.6]),
            ridge: 3.6,
            storey: 3,
            wall: random.pick(walls),
            roof: roofTone(scene, random.pick([0x5c6670, 0x6a7078, 0x545c66])),
            trim: 0xf2ead8,
            isInRow: true,
            hasShop: random.next() < 0.5,
            litShare: 0.55,
            shutter: random.pick([0xb8b4a8, 0x8a9690, 0xd0c8b8]),
          },
          random,
        );
        at += w;
      }
    };
    row([-HALF - 12, 0, -62], [1, 0, 0], 0, HALF * 2 + 24);
    row([-HALF, 0, 30], [0, 0, -1], Math.PI / 2, 92);
    row([HALF, 0, -62], [0, 0, 1], -Math.PI / 2, 92);
    row([HALF + 12, 0, 52], [-1, 0, 0], Math.PI, HALF * 2 + 24);
    const lamps = [
      [-7.5, -4],
      [7.8, -6],
      [-12, -18],
      [12.5, -20],
      [-18, -36],
      [18, -38],
    ].map(([x, z]) => addLanternPost(kit, [x!, 0, z!], 4.2));
    if (scene.actors.length === 0 || !hasActor(scene, 'fountain', 'statue', 'landmark', 'tower')) {
      if (scene.actors.length === 0) addFountain(kit, [0, 0, -12]);
    }
    for (const [x, z, yaw] of [
      [-9, -9, 1.2],
      [9.5, -12, -1.2],
      [-15, -25, 1.2],
    ] as const)
      addBench(placeKit(kit, [x, 0, z], yaw));
    const ground = createShape();
    const [light, dark] = [groundTone(scene, 0xb4aca0), groundTone(scene, 0x9c948a)];
    ground.sheet({
      xs: spread(-HALF, HALF, 46),
      zs: spread(-62, 52, 57),
      at: () => 0.01,
      paint: (x, z) => ((Math.round(x / 4) + Math.round(z / 4)) % 2 === 0 ? light : dark),
    });
    const trees = [-52, -44, -36, -28].flatMap((z) => [
      { x: -30, z },
      { x: 30, z },
      { x: -38, z },
      { x: 38, z },
    ]);
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: () => 0, radius: 420, rings: 28, colorAt: () => [120, 118, 112] }),
        paved(scene, ground, { pattern: 'tiles', scale: 1.8, mirror: 0.55 }),
        ...treesOn(context, random, trees, { heightAt: () => 0, pines: 0 }),
      ],
      lamps: lamps.map((at) => ({ at, radius: 11, halo: 0.8 })),
      wetAt: 0.02,
      fog: 0.0024,
      focus: { position: [0, 0, 0], halfWidth: 4, halfDepth: 3 },
      camera: { position: [1.2, 1.8, 12], target: [0, 3.6, -16], verticalFovDegrees: lensFor(aspect, 48) },
      cues: [ambience(context, 'crowd', 0.14), ambience(context, 'city', 0.2), ambience(context, 'bell', 0.08, 0.3)],
    });

    function addFountain(shapes: Kit, [x, y, z]: Vec3): void {
      const stone = isSnowy(scene) ? 0xd8dce4 : 0xc8bfae;
      shapes.stone.lathe(
        [x, y, z],
        [
          [4.4, 0],
          [4.6, 0.55],
          [4.3, 0.6],
          [4.1, 0.4],
        ],
        stone,
        32,
      );
      shapes.glass.lathe(
        [x, y + 0.42, z],
        [
          [4.15, 0],
          [0, 0.01],
        ],
        0x6aa0b4,
        32,
      );
      shapes.stone.lathe(
        [x, y, z],
        [
          [0.9, 0],
          [0.5, 0.8],
          [0.4, 1.9],
          [1.7, 2.2],
          [1.8, 2.36],
          [0.3, 2.3],
          [0.26, 3.2],
          [0.8, 3.4],
          [0.84, 3.5],
          [0, 3.45],
        ],
        stone,
        20,
      );
      for (let i = 0; i < 14; i++) {
        const a = (i / 14) * 6.2832;
        const arc = Array.from({ length: 7 }, (_, k): Vec3 => {
          const t = k / 6;
          const r = 1.75 + 1.5 * t;
          return [x + Math.cos(a) * r, y + 2.34 + 0.35 * t - 2.3 * t * t, z + Math.sin(a) * r];
        });
        shapes.glass.tube(arc, 0.035, 0xd4e8f0, 4);
      }
    }
  },
};

function addBench(kit: Kit): void {
  kit.planks.box([0, 0.46, 0], [2, 0.06, 0.45], 0x6a4a34, { bottom: true });
  kit.planks.box([0, 0.8, -0.24], [2, 0.36, 0.05], 0x6a4a34, { bottom: true });
  for (const x of [-0.85, 0.85]) kit.metal.box([x, 0.23, -0.04], [0.07, 0.46, 0.42], 0x26282c);
}
