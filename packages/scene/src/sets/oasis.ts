import { coconutPalmMesh } from './flora.ts';
import { ambience, fogOf, lensFor, outdoorCues } from './mood.ts';
import { planted } from './planting.ts';
import { BLADES, bushMesh, LEAVES } from './plants.ts';
import { placed, type SetInstance, standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { type Color, mix, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { tuftMesh } from './undergrowth.ts';
import { mirrorOf, STILL_WATER } from './water.ts';

const POOL_Z = -9;
const LEVEL = -0.25;

/** An oasis: a blue pool in a ring of grass and palms, dunes all round to the horizon. */
export const oasis: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('oasis');
    const heightAt: HeightAt = (x, z) => {
      const shore = shoreAt(x, z);
      if (shore < 0) return Math.max(-1.6, LEVEL + shore * 0.5);
      const far = Math.hypot(x, z + 9);
      const dunes = 16 * smoothstep(26, 90, far) * duneAt(x, z);
      return LEVEL + 0.34 * smoothstep(0, 1.4, shore) + dunes;
    };
    const ground = discGround({
      heightAt,
      radius: 620,
      rings: 62,
      sectors: 110,
      innerStep: 0.5,
      colorAt: (x, _y, z): Color => {
        const shore = shoreAt(x, z) + 2.2 * (noise(x * 0.3, z * 0.3, 3) - 0.5);
        const sand = mix([222, 178, 116], [238, 202, 146], fractal(x * 0.06, z * 0.06, 3, 5));
        const green = smoothstep(5.5, 1.6, shore) * smoothstep(-0.2, 0.4, shore);
        return mix(mix(sand, [96, 132, 58], green * 0.85), [150, 122, 84], smoothstep(0.5, -0.3, shore) * 0.7);
      },
    });
    const pool = discGround({
      heightAt: () => LEVEL + 0.02,
      center: [0, POOL_Z],
      radius: 13,
      rings: 16,
      sectors: 48,
      innerStep: 0.4,
      colorAt: (x, _y, z): Color => mix([120, 196, 184], [22, 104, 138], smoothstep(0, 3.6, -shoreAt(x, z))),
    });
    const palms = [0, 1, 2].map((i) => ({
      mesh: coconutPalmMesh(random.fork(`palm${i}`), [92, 136, 58], 12),
      material: LEAVES,
    }));
    const ring = (low: number, high: number) => (x: number, z: number) => {
      const shore = shoreAt(x, z);
      // The view over the water stays free.
      const isBefore = z > -3.5 && Math.abs(x) < 4.5 + Math.max(0, z) * 0.5;
      return shore > low && shore < high && !isBefore ? 1 : 0;
    };
    const reed = {
      mesh: tuftMesh({
        random: random.fork('reed'),
        blades: 16,
        spread: 0.22,
        height: 0.95,
        width: 0.03,
        color: [92, 128, 56],
        tip: [150, 172, 92],
      }),
      material: BLADES,
    };
    const bush = { mesh: bushMesh(random.fork('bush'), [88, 126, 60]), material: LEAVES };
    const still: SetInstance[] = [
      standing(ground, { pattern: 'sand', patternScale: 1.1, wrap: 0.3, specular: 0.03 }, undefined, {
        castsShadow: false,
      }),
      {
        mesh: pool,
        material: { ...STILL_WATER, mirror: 0.6 },
        matrix: placed(0, 0, 0),
        castsShadow: false,
        isStatic: true,
      },
      ...planted({
        random: random.fork('palms'),
        heightAt,
        plants: palms,
        count: 34,
        from: [-20, -26],
        to: [20, 6],
        distance: 2.2,
        chance: ring(0.4, 5),
        scale: [0.75, 1.25],
        sink: 0.15,
        lean: 0.12,
      }),
      ...planted({
        random: random.fork('reeds'),
        heightAt,
        plants: [reed],
        count: 120,
        from: [-15, -20],
        to: [15, 2],
        distance: 0.5,
        chance: ring(-0.1, 0.8),
        scale: [0.7, 1.3],
        castsShadow: false,
      }),
      ...planted({
        random: random.fork('bushes'),
        heightAt,
        plants: [bush],
        count: 26,
        from: [-20, -25],
        to: [20, 3],
        distance: 1.2,
        chance: ring(0.6, 4),
        scale: [0.5, 1.1],
      }),
    ];
    return {
      groundAt: (x, z) => Math.max(LEVEL, heightAt(x, z)),
      isDry: (x, z) => shoreAt(x, z) > 0.4,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3, halfDepth: 1.2 },
      camera: { position: [0.8, 2.7, 10.5], target: [0, 1.9, -6], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt: (seconds) => ({
        instances: still,
        lights: [],
        sprites: [],
        mirror: mirrorOf(scene, LEVEL + 0.02, seconds, true),
        fog: fogOf(scene, 0.0016, { heightFalloff: 0.02 }),
      }),
      cues: [...outdoorCues(context, 0.3), ambience(context, 'insects', 0.1)],
    };
  },
};

/** Metres from the rim of the pool; negative in the water. */
function shoreAt(x: number, z: number): number {
  const angle = Math.atan2(x, z - POOL_Z);
  const rim = 6.4 + 0.8 * Math.sin(angle * 2 + 0.7) + 0.6 * Math.sin(angle * 3 + 2);
  return Math.hypot(x * 0.74, z - POOL_Z) - rim;
}

/** Long crests with a steep lee side, 0 … 1. */
function duneAt(x: number, z: number): number {
  const along = x * 0.018 + z * 0.006 + 1.6 * fractal(x * 0.008, z * 0.008, 2, 7);
  const phase = along - Math.floor(along);
  const crest = phase < 0.72 ? phase / 0.72 : (1 - phase) / 0.28;
  return crest * crest * (3 - 2 * crest) * (0.5 + fractal(x * 0.01, z * 0.01, 2, 2));
}
