import type { Vec3 } from '@openimagine/render';
import { land, outdoorPlace, treesOn } from './built-outdoors.ts';
import { rockyRange } from './hills.ts';
import { addLanternPost } from './house-shapes.ts';
import { ambience, hasActor, isSnowy, lensFor, mistLight, outdoorCues, plantPalette } from './mood.ts';
import { createKit, type Kit } from './place-kit.ts';
import { planted } from './planting.ts';
import { STONE } from './plants.ts';
import { placed, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, mix, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh } from './undergrowth.ts';
import { mirrorOf, STILL_WATER } from './water.ts';

const POOL_Z = -4.5;

/** A hot spring among rocks: blue water that steams, a wooden deck, lanterns, pines and mountains behind. */
export const hotSpring: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('spring');
    const palette = plantPalette(scene);
    const kit = createKit();
    // People stand in it to the waist, small animals to the chest.
    const depth = hasActor(scene, 'person', 'elephant', 'bear') ? 0.62 : 0.26;
    const isBathing = hasActor(scene, 'person', 'monkey', 'duck', 'bear', 'elephant');
    const boulders = [0, 1, 2].map((i) => boulderMesh(random.fork(`stone${i}`), [118, 112, 106], palette.snow, 2));
    const lamps = [addLanternPost(kit, [-6.8, 0.2, -7.5], 2.4), addLanternPost(kit, [7.2, 0.2, -6.2], 2.4)];
    addDeck(kit, isSnowy(scene));
    addFence(kit);
    const heightAt: HeightAt = (x, z) => {
      const shore = shoreAt(x, z);
      const rise = Math.max(0, -z - 16) * 0.06;
      return shore < 0
        ? Math.max(-0.7, shore * 0.9)
        : 0.28 * smoothstep(0, 0.8, shore) + rise + 0.25 * (fractal(x * 0.2, z * 0.2, 3, 4) - 0.5);
    };
    const pool = discGround({
      heightAt: () => 0.02,
      center: [0, POOL_Z],
      radius: 11,
      rings: 14,
      sectors: 40,
      innerStep: 0.4,
      colorAt: (x, _y, z): Color => {
        const deep = smoothstep(0, 3, -shoreAt(x, z));
        return mix([150, 214, 206], [34, 128, 158], deep * 0.9 + 0.1 * noise(x, z, 3));
      },
    });
    const spots = Array.from({ length: 26 }, (_, i) => ({
      x: -42 + i * 3.4 + 2 * noise(i, 2, 5),
      z: -22 - 16 * noise(i, 7, 3),
    }));
    const steam = steamOf(context);
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt, radius: 420, rings: 56 }),
        {
          mesh: pool,
          material: { ...STILL_WATER, mirror: 0.4 },
          matrix: placed(0, 0, 0),
          castsShadow: false,
          isStatic: true,
        },
        ...planted({
          random: random.fork('rim'),
          heightAt,
          plants: boulders.map((mesh) => ({ mesh, material: STONE })),
          count: 70,
          from: [-9, -12],
          to: [9, 3],
          distance: 0.85,
          chance: (x, z) => (Math.abs(shoreAt(x, z) - 0.15) < 0.5 && !(z > -2.2 && Math.abs(x) < 3) ? 1 : 0),
          scale: [0.5, 1.25],
          stretch: [0.8, 1.3],
          sink: 0.15,
        }),
        ...treesOn(context, random.fork('pines'), spots, { heightAt, pines: 0.9, detail: 'far', scale: [0.7, 1.2] }),
        rockyRange({
          z: -260,
          halfWidth: 360,
          halfDepth: 90,
          foot: 4,
          height: 110,
          color: [104, 108, 118],
          seed: 12,
          snow: Math.max(0.2, palette.snow),
          snowLine: 0.45,
          meadow: palette.grass,
        }),
        standing(boulders[0]!, STONE, placed(-3.6, 0.1, -8.6, { scale: 1.6, stretch: 0.9 })),
        standing(boulders[1]!, STONE, placed(4.4, 0.1, -8.2, { scale: 1.9, stretch: 0.8, turn: 2 })),
      ],
      lamps: lamps.map((at) => ({ at, radius: 9, halo: 0.8 })),
      fog: 0.003,
      groundAt: (x, z) => (isBathing && shoreAt(x, z) < -0.3 ? -depth : Math.max(0.05, heightAt(x, z))),
      isDry: (x, z) => shoreAt(x, z) > 0.4,
      focus: isBathing
        ? { position: [0, -depth, POOL_Z + 1.2], halfWidth: 2.6, halfDepth: 1.2 }
        : { position: [0, 0.3, 0.4], halfWidth: 2, halfDepth: 0.8 },
      camera: { position: [0.6, 2.3, 8], target: [0, 0.9, -5], verticalFovDegrees: lensFor(aspect, 46) },
      more: (seconds) => ({ mirror: mirrorOf(scene, 0.02, seconds, true), sprites: steam(seconds) }),
      cues: [...outdoorCues(context, 0.18), ambience(context, 'river', 0.14), ambience(context, 'fountain', 0.1)],
    });
  },
};

/** Metres from the rim of the pool; negative in the water. */
function shoreAt(x: number, z: number): number {
  const angle = Math.atan2(x, z - POOL_Z);
  const rim = 6.6 + 1.5 * Math.sin(angle * 2 + 0.7) * 0.6 + 0.7 * Math.sin(angle * 5 + 1);
  return Math.hypot(x * 0.92, (z - POOL_Z) * 1.35) - rim;
}

/** Planks at the near side, a bucket and towels on them. */
function addDeck(kit: Kit, isWhite: boolean): void {
  for (let i = 0; i < 12; i++)
    kit.planks.box([-3.0 + i * 0.54, 0.3, 2.2], [0.5, 0.1, 3.2], isWhite ? 0xd8dce2 : 0x9a7048, { bottom: true });
  for (const x of [-3, 0, 3]) kit.wood.box([x, 0.12, 0.8], [0.16, 0.5, 0.16], 0x5a4030);
  kit.wood.lathe(
    [2.2, 0.35, 1.2],
    [
      [0.17, 0],
      [0.2, 0.24],
      [0.17, 0.22],
      [0, 0.16],
    ],
    0xc89a64,
    14,
  );
  for (const y of [0.06, 0.18])
    kit.metal.lathe(
      [2.2, 0.35 + y, 1.2],
      [
        [0.19, 0],
        [0.195, 0.02],
      ],
      0xb08a48,
      14,
    );
  for (let i = 0; i < 3; i++)
    kit.cloth.box([-2.3, 0.39 + i * 0.07, 1.4], [0.5, 0.06, 0.32], [0xf4f0e8, 0x8fb0c4, 0xf4f0e8][i]!, {
      yaw: 0.2,
      bottom: true,
    });
}

/** A screen of bamboo to one side. */
function addFence(kit: Kit): void {
  for (let i = 0; i < 34; i++) {
    const at: Vec3 = [-10.2 + 0.02 * (i % 3), 1.0, 3.5 - i * 0.34];
    kit.wood.tube(
      [
        [at[0], 0, at[2]],
        [at[0], 2.0 + 0.08 * (i % 4), at[2]],
      ],
      0.075,
      i % 2 === 0 ? 0xb89a5c : 0xa88a50,
      6,
    );
  }
  for (const y of [0.5, 1.6])
    kit.wood.tube(
      [
        [-10.05, y, 3.6],
        [-10.05, y, -8],
      ],
      0.06,
      0x7a5a38,
      5,
    );
}

/** Steam that rises from the water, thick near it, and leans with the wind. */
function steamOf({ scene, durationSeconds }: SetContext): (seconds: number) => SetMoment['sprites'] {
  const count = 54;
  return (seconds) => {
    const [r, g, b] = mistLight(scene, seconds, durationSeconds);
    const spots = Array.from({ length: count }, (_, i): SpriteSpot => {
      const age = (seconds * 0.13 + i * 0.618) % 1;
      const angle = i * 2.399;
      const reach = 5.2 * Math.sqrt(((i * 0.37) % 1) + 0.02);
      return {
        position: [
          Math.sin(angle) * reach + age * age * (0.5 + scene.wind * 3) + 0.2 * Math.sin(seconds * 0.7 + i),
          0.15 + age * 3.2,
          POOL_Z + Math.cos(angle) * reach * 0.7,
        ],
        radius: 0.55 + 1.5 * age,
        rotation: i + seconds * 0.1,
        color: [
          Math.min(1, r * 1.2 + 0.05),
          Math.min(1, g * 1.2 + 0.05),
          Math.min(1, b * 1.2 + 0.06),
          0.34 * Math.sin(Math.PI * age) ** 0.8 * (1 - 0.4 * age),
        ],
      };
    }).sort((p, q) => p.position[2] - q.position[2]);
    return [sprites('soft', 'alpha', spots)];
  };
}
