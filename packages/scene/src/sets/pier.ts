import type { Vec3 } from '@openimagine/render';
import { land, outdoorPlace } from './built-outdoors.ts';
import { softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, hasDetail, isSnowy, lensFor, plantPalette } from './mood.ts';
import { createKit, type Kit } from './place-kit.ts';
import { placed } from './scatter.ts';
import type { SetModel } from './set.ts';
import { mix } from './shape.ts';
import { mirrorOf, waterSurface } from './water.ts';

const HALF = 1.7;
const DECK = 0.9;
const END = -34;

/** A long wooden pier that runs out over still water, with posts, lamps and a bench at its end. */
export const pier: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const kit = createKit();
    const isLake = hasDetail(scene, 'lake', 'river', 'misty lake', 'mountain');
    const lamps = addPier(kit, isSnowy(scene));
    const palette = plantPalette(scene);
    const clouds = createHorizonClouds(context, { distance: 620, foot: 30 });
    const water = waterSurface(scene, { center: [0, -20], radius: 900, depthAt: () => 3, isStill: isLake });
    const hill = (z: number, height: number, seed: number, share: number) =>
      softHills({
        z,
        halfWidth: 640,
        halfDepth: 60,
        foot: -2,
        height,
        color: mix(palette.needles[0]!, [120, 138, 152], share),
        seed,
        snow: palette.snow,
        ...(isLake ? {} : { envelope: (x: number) => Math.min(1, Math.max(0, (Math.abs(x - 40) - 120) / 160)) }),
      });
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: (_x, z) => (z > 26 ? 0.4 + (z - 26) * 0.06 : -3), radius: 900, rings: 34 }),
        { ...water, matrix: placed(0, 0, 0), isStatic: true },
        hill(-330, isLake ? 70 : 46, 4, 0.5),
        ...(isLake ? [hill(-240, 34, 9, 0.25)] : []),
      ],
      lamps: lamps.map((at) => ({ at, radius: 8, halo: 0.7 })),
      fog: 0.0022,
      groundAt: (x, z) => (Math.abs(x) < HALF && z > END ? DECK : 0),
      isDry: () => false,
      focus: { position: [0, DECK, 0], halfWidth: 1.1, halfDepth: 3 },
      camera: {
        position: [0.25, DECK + 1.75, 8.6],
        target: [0, DECK + 0.9, -8],
        verticalFovDegrees: lensFor(aspect, 46),
      },
      more: (seconds) => ({ mirror: mirrorOf(scene, 0, seconds, isLake), sprites: clouds(seconds) }),
      cues: isLake
        ? [ambience(context, 'river', 0.16), ambience(context, 'creak', 0.1), ambience(context, 'wind', 0.12)]
        : [ambience(context, 'sea', 0.3), ambience(context, 'gulls', 0.12), ambience(context, 'creak', 0.1)],
    });
  },
};

function addPier(kit: Kit, isWhite: boolean): Vec3[] {
  const tones = isWhite ? [0xe0e4ea, 0xd8dde4] : [0x8a6a4c, 0x7c5e42, 0x94744f, 0x86684a];
  for (let z = 24, i = 0; z > END; z -= 0.24, i++) {
    const jut = 0.04 * ((i * 7) % 3);
    kit.wood.box([jut - 0.04, DECK - 0.03, z], [HALF * 2 + jut, 0.06, 0.215], tones[(i * 5) % tones.length]!, {
      bottom: z < 10,
    });
  }
  for (const s of [-1, 1]) {
    kit.wood.box([s * (HALF - 0.25), DECK - 0.16, (24 + END) / 2], [0.16, 0.2, 24 - END], 0x5a4432);
    for (let z = 22; z >= END; z -= 4) {
      kit.wood.tube(
        [
          [s * HALF, -2, z],
          [s * HALF, DECK + 0.45, z],
        ],
        0.14,
        0x5e4836,
        8,
      );
      kit.wood.lathe(
        [s * HALF, DECK + 0.45, z],
        [
          [0.15, 0],
          [0, 0.06],
        ],
        isWhite ? 0xe8eef4 : 0x6e5844,
        8,
      );
      if (z < 20 && z > END)
        kit.cloth.tube(
          [
            [s * HALF, DECK + 0.36, z],
            [s * HALF, DECK + 0.22, z - 1],
            [s * HALF, DECK + 0.17, z - 2],
            [s * HALF, DECK + 0.22, z - 3],
            [s * HALF, DECK + 0.36, z - 4],
          ],
          0.025,
          0xc8b48c,
          5,
        );
    }
  }
  const lamps: Vec3[] = [];
  for (const [i, z] of [-6, -14, -22, -30].entries()) {
    const s = i % 2 === 0 ? 1 : -1;
    kit.metal.tube(
      [
        [s * (HALF - 0.02), DECK, z],
        [s * (HALF - 0.02), DECK + 2.7, z],
        [s * (HALF - 0.4), DECK + 2.9, z],
      ],
      0.045,
      0x26282c,
      7,
    );
    kit.lamp.lathe(
      [s * (HALF - 0.45), DECK + 2.62, z],
      [
        [0, 0],
        [0.13, 0.06],
        [0.09, 0.24],
      ],
      0xffdca0,
      10,
    );
    kit.metal.lathe(
      [s * (HALF - 0.45), DECK + 2.84, z],
      [
        [0.18, 0],
        [0, 0.14],
      ],
      0x26282c,
      10,
    );
    lamps.push([s * (HALF - 0.6), DECK + 2.5, z]);
  }
  // A bench at the end, seen from behind.
  const z = END + 1.4;
  kit.planks.box([0, DECK + 0.46, z], [1.7, 0.06, 0.45], 0x7a5638, { bottom: true });
  kit.planks.box([0, DECK + 0.8, z + 0.22], [1.7, 0.34, 0.05], 0x7a5638, { bottom: true });
  for (const x of [-0.7, 0.7]) kit.metal.box([x, DECK + 0.23, z], [0.06, 0.46, 0.4], 0x2c2e32);
  return lamps;
}
