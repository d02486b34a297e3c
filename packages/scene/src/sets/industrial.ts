import type { Vec3 } from '@openimagine/render';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { ambience, hasDetail, lensFor, mistLight } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { type SpriteSpot, sprites } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';

const BRICK = 0x8a4f3e;
/** Where smoke leaves: the mouths of the chimneys. */
const CHIMNEYS: readonly (readonly [x: number, z: number, height: number])[] = [
  [-11, -34, 30],
  [-1.5, -40, 36],
  [9, -36, 27],
  [24, -52, 33],
];

/** An old factory from outside: halls with saw-tooth roofs, tall chimneys that smoke, tanks, pipes, rails in the yard. */
export const industrial: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const kit = createKit();
    const isDead = hasDetail(scene, 'abandoned', 'derelict');
    addHall(placeKit(kit, [-16, 0, -20], 0.12), 5, roofTone(scene, 0x5c5e64));
    addHall(placeKit(kit, [13, 0, -23], -0.08), 4, roofTone(scene, 0x64605c));
    for (const [x, z, h] of CHIMNEYS) addChimney(kit, [x, 0, z], h);
    for (const [x, z] of [
      [1.5, -21],
      [5.2, -22.5],
    ] as const) {
      kit.metal.lathe(
        [x, 0, z],
        [
          [1.7, 0],
          [1.7, 5],
          [1.2, 6],
          [0, 6.3],
        ],
        isDead ? 0x7a5a48 : 0x8e969c,
        20,
      );
      for (const y of [1.4, 2.8, 4.2])
        kit.metal.lathe(
          [x, y, z],
          [
            [1.73, 0],
            [1.73, 0.1],
          ],
          0x5e5852,
          20,
        );
    }
    kit.metal.tube(
      [
        [-6, 4.4, -19.2],
        [1, 5.6, -20],
        [6, 5.8, -21],
        [9, 4.6, -21],
      ],
      0.32,
      0x7a6a5c,
      8,
    );
    for (const x of [-3, 3.4]) kit.metal.box([x, 2.6, -19.6], [0.2, 5.2, 0.2], 0x4a4642);
    for (const s of [-0.75, 0.75]) kit.metal.box([5.5 + s, 0.07, -6], [0.12, 0.12, 40], 0x6e5a4c, { yaw: 0.02 });
    for (let i = 0; i < 30; i++) kit.wood.box([5.5, 0.02, 12 - i * 1.25], [2.6, 0.08, 0.3], 0x4e3e32);
    const yard = createShape();
    yard.sheet({
      xs: spread(-40, 40, 14),
      zs: spread(-60, 24, 14),
      at: () => 0.01,
      paint: () => groundTone(scene, 0x8a8278),
    });
    const smoke = isDead ? () => [] : createSmoke(context);
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: () => 0, radius: 420, rings: 30 }),
        paved(scene, yard, { pattern: 'grain', scale: 1.4, mirror: 0.35 }),
      ],
      lamps: [
        { at: [-8, 5, -17], radius: 9, halo: 0.6 },
        { at: [9.5, 5, -20], radius: 9, halo: 0.6 },
      ],
      wetAt: 0.02,
      fog: 0.003,
      focus: { position: [0, 0, 0], halfWidth: 3, halfDepth: 2 },
      camera: { position: [0.8, 2.2, 13], target: [-0.5, 8.4, -18], verticalFovDegrees: lensFor(aspect, 54) },
      more: (seconds) => ({ sprites: smoke(seconds) }),
      cues: isDead
        ? [ambience(context, 'wind', 0.3), ambience(context, 'creak', 0.1)]
        : [ambience(context, 'engine', 0.16), ambience(context, 'hum', 0.2), ambience(context, 'wind', 0.14)],
    });
  },
};

/** A hall of brick whose roof is so many teeth of slate and glass. */
function addHall(kit: Kit, teeth: number, roof: number): void {
  const [w, d, h] = [teeth * 4, 12, 6.4];
  kit.brick.box([0, h / 2, -d / 2], [w, h, d], BRICK, { foot: 0.6 });
  kit.stone.box([0, h, -d / 2], [w + 0.3, 0.25, d + 0.3], 0x9a8c7c, { bottom: true });
  for (let i = 0; i < teeth; i++) {
    const x = -w / 2 + i * 4;
    const [a, b, top]: [number, number, number] = [x, x + 4, h + 2.6];
    kit.slate.quad([b, h + 0.1, 0.1], [b, h + 0.1, -d], [a + 0.4, top, -d], [a + 0.4, top, 0.1], roof);
    kit.window.quad(
      [a + 0.05, h + 0.1, -d],
      [a + 0.05, h + 0.1, 0.1],
      [a + 0.4, top, 0.1],
      [a + 0.4, top, -d],
      0xf0d0a0,
    );
    kit.brick.triangle([a + 0.05, h + 0.1, 0.05], [b, h + 0.1, 0.05], [a + 0.4, top, 0.05], BRICK);
    kit.brick.triangle([b, h + 0.1, -d], [a + 0.05, h + 0.1, -d], [a + 0.4, top, -d], BRICK);
    // Two tall windows of many panes under each tooth.
    for (const dx of [1.05, 2.95]) {
      kit.stone.box([a + dx, 3.3, 0.02], [1.5, 3.7, 0.1], 0xa08c78);
      addCard(kit.window, [a + dx, 3.3, 0.08], 1.3, 3.5, [0xf4c078, 0xe8b068, 0x3c4650][(i + Math.round(dx)) % 3]!);
      for (let k = 1; k < 4; k++) kit.metal.box([a + dx, 1.55 + k * 0.87, 0.1], [1.3, 0.05, 0.04], 0x2c2c2e);
      for (const px of [-0.22, 0.22]) kit.metal.box([a + dx + px, 3.3, 0.1], [0.05, 3.5, 0.04], 0x2c2c2e);
    }
  }
  kit.planks.box([0, 1.7, 0.08], [3, 3.4, 0.16], 0x4a5a5c);
}

function addChimney(kit: Kit, [x, y, z]: Vec3, h: number): void {
  kit.brick.box([x, y + 2, z], [3.6, 4, 3.6], BRICK);
  kit.brick.lathe(
    [x, y + 4, z],
    [
      [1.45, 0],
      [1.0, h - 5],
      [1.2, h - 4.6],
      [1.2, h - 4.1],
      [0.95, h - 4],
    ],
    0x94584a,
    18,
  );
  for (const share of [0.35, 0.62])
    kit.metal.lathe(
      [x, y + 4 + (h - 5) * share, z],
      [
        [1.45 - 0.45 * share + 0.02, 0],
        [1.45 - 0.45 * share + 0.02, 0.25],
      ],
      0x3e3834,
      18,
    );
}

/** Plumes that rise, widen and lean with the wind. */
function createSmoke({ scene, durationSeconds }: SetContext): (seconds: number) => SetMoment['sprites'] {
  const puffs = 16;
  return (seconds) => {
    const [r, g, b] = mistLight(scene, seconds, durationSeconds);
    const spots = CHIMNEYS.flatMap(([x, z, h], n) =>
      Array.from({ length: puffs }, (_, i): SpriteSpot => {
        const age = (seconds * 0.085 + i / puffs + n * 0.31) % 1;
        const tone = 0.42 + 0.4 * age;
        return {
          position: [
            x + age * age * (9 + 26 * scene.wind) + Math.sin(i * 2.1 + n) * age * 1.6,
            h + 15 * age ** 0.8,
            z + Math.cos(i * 1.7) * age,
          ],
          radius: 0.9 + 5.2 * age,
          rotation: i + seconds * 0.12,
          color: [r * tone, g * tone, b * tone, 0.62 * (1 - age) ** 0.8 * Math.min(1, age * 14)],
        };
      }),
    ).sort((p, q) => p.position[2] - q.position[2]);
    return [sprites('puff', 'alpha', spots)];
  };
}
