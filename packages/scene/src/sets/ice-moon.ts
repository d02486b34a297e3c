import type { Material, Mesh, Rgb } from '@openimagine/render';
import { icebergMesh } from './arctic.ts';
import { ambience, blend, darknessAt, lensFor } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { placed, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { discGround, fractal, type HeightAt, noise, ridged } from './terrain.ts';

const CRUST: Material = { pattern: 'snow', patternScale: 0.5, specular: 0.45, gloss: 60, wrap: 0.1 };
const SPIRE: Material = { specular: 0.6, gloss: 60, rim: 0.25, wrap: 0.2 };
const GIANT: Material = { emissive: 0.1, wrap: 0.12 };
const RINGS: Material = { emissive: 0.3, wrap: 0.6 };

/** Where the giant hangs, and how large it is, metres. */
const PLANET = { at: [240, 285, -1150] as const, radius: 265 };

/** A moon of ice under a black sky that a ringed giant fills: blue cracks, spires, geysers that rise without wind. */
export const iceMoon: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const heightAt: HeightAt = (x, z) => {
      const far = Math.hypot(x, z);
      const plain = (fractal(x * 0.03 + 3, z * 0.03, 3, 12) - 0.45) * 3 * smoothstep(4, 24, far);
      const pressure = ridged(x * 0.045 + 2, z * 0.045, 3, 31) ** 3 * 3.2 * smoothstep(6, 22, far);
      return (
        plain +
        pressure +
        26 * smoothstep(110, 380, far) * ridged(x * 0.006 + 1, z * 0.006, 3, 6) +
        (noise(x, z, 5) - 0.5) * 0.08
      );
    };
    const still = [groundOf(heightAt), ...spiresOf(context, heightAt)];
    const sky = [planetOf(), ringsOf()];
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 4, halfDepth: 2.6 },
      camera: { position: [0.7, 1.8, 10], target: [0, 2.2, 0], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt: (seconds) => {
        const dark = darknessAt(scene, seconds, durationSeconds);
        const sun: Rgb = blend([1.75, 1.75, 1.8], [0.3, 0.42, 0.72], dark);
        return {
          instances: [...still, ...sky],
          lights: [],
          sprites: geysersAt(dark, context, seconds),
          sky: {
            zenith: [0.004, 0.006, 0.018],
            horizon: blend([0.05, 0.08, 0.15], [0.02, 0.03, 0.08], dark),
            glow: [0.1, 0.12, 0.16],
            stars: 1,
            nebula: [0.05, 0.05, 0.12],
            clouds: { cover: 0, lit: [0, 0, 0], shade: [0, 0, 0], offset: [0, 0] },
            discs: [
              { direction: [-0.6, 0.34, -0.9], radius: 0.022, color: [0.9, 0.86, 0.8], phase: 0.7, craters: true },
            ],
          },
          sun: { direction: [-0.75, 0.42, 0.3], color: sun, softness: 0.03 },
          ambient: {
            up: blend([0.16, 0.2, 0.3], [0.07, 0.09, 0.18], dark),
            down: blend([0.12, 0.15, 0.2], [0.04, 0.06, 0.1], dark),
          },
          fog: { color: blend([0.07, 0.1, 0.17], [0.025, 0.035, 0.08], dark), density: 0.0011, heightFalloff: 0.05 },
          grade: { exposure: 0.95 + 0.25 * dark, bloom: 0.22, bloomThreshold: 1 },
        };
      },
      cues: [ambience(context, 'space', 0.35), ambience(context, 'wind', 0.15)],
    };
  },
};

function groundOf(heightAt: HeightAt): SetInstance {
  const crackAt = (x: number, z: number): number =>
    Math.min(
      Math.abs(fractal(x * 0.05 + 4, z * 0.05, 3, 55) - 0.5),
      Math.abs(fractal(x * 0.03 + 9, z * 0.03, 3, 77) - 0.5),
    );
  const mesh = discGround({
    heightAt: (x, z) => heightAt(x, z) - 0.3 * smoothstep(0.012, 0, crackAt(x, z)) * smoothstep(3, 6, Math.hypot(x, z)),
    center: [0, 5],
    radius: 620,
    rings: 66,
    sectors: 104,
    colorAt: (x, _y, z, slope) => {
      const patch = fractal(x * 0.1, z * 0.1, 3, 18);
      const ice = mix([206, 222, 236], [150, 184, 212], patch);
      const tinted = mix(ice, [178, 136, 116], smoothstep(0.05, 0.02, crackAt(x * 0.7 + 30, z * 0.7)) * 0.4);
      const blue = mix(tinted, [52, 132, 190], smoothstep(0.024, 0.002, crackAt(x, z)) * 0.9);
      return shade(
        mix(blue, [112, 170, 214], smoothstep(0.2, 0.6, slope) * 0.6),
        0.88 + 0.2 * noise(x * 0.6, z * 0.6, 3),
      );
    },
  });
  return standing(mesh, CRUST);
}

function spiresOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('spires');
  const spires: Plant[] = [2.4, 3.4, 1.6, 2.8].map((height) => ({
    mesh: icebergMesh(random, height),
    material: SPIRE,
  }));
  const blocks: Plant[] = [0.7, 1, 0.5].map((height) => ({ mesh: icebergMesh(random, height), material: SPIRE }));
  const free = (x: number, z: number): number =>
    Math.hypot(x, z) < 3.6 || (z > 0 && Math.abs(x) < 2.4 + z * 0.5) ? 0 : 1;
  const sides = (x: number, z: number): number => (Math.abs(x) > 7 + -z * 0.08 ? 1 : 0);
  const common = { random, heightAt };
  return [
    ...planted({
      ...common,
      plants: spires,
      count: 14,
      from: [-26, -34],
      to: [26, -4],
      distance: 4,
      chance: sides,
      scale: [0.8, 2],
      stretch: [1, 1.7],
      sink: 0.5,
    }),
    ...planted({
      ...common,
      plants: spires,
      count: 34,
      from: [-120, -150],
      to: [120, -36],
      distance: 9,
      scale: [1.5, 5],
      stretch: [0.8, 1.6],
      sink: 1,
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: blocks,
      count: 34,
      from: [-16, -20],
      to: [16, 7],
      distance: 1.4,
      chance: free,
      scale: [0.12, 0.8],
      sink: 0.1,
    }),
  ];
}

/** The giant: bands and storms on a sphere, lit by the same sun. */
function planetOf(): SetInstance {
  const mesh = surfaceMesh({
    columns: 64,
    rows: 48,
    isRound: true,
    at: (u, v) => {
      const [angle, rise] = [u * Math.PI * 2, (v - 0.5) * Math.PI];
      return [Math.sin(angle) * Math.cos(rise), Math.sin(rise), Math.cos(angle) * Math.cos(rise)];
    },
    colorAt: ([x, y, z]) => {
      const stir = (fractal(x * 3 + 5, z * 3 + y * 2 + 5, 3, 4) - 0.5) * 0.08;
      const band = noise((y + stir) * 11 + 20, 3, 8);
      const fine = noise((y + stir) * 34 + 20, 1, 9);
      return shade(
        mix(mix([226, 178, 132], [164, 104, 84], smoothstep(0.3, 0.7, band)), [244, 222, 190], fine * 0.4),
        0.95,
      );
    },
  });
  const matrix = placed(...PLANET.at, { scale: PLANET.radius });
  return standing(tilted(mesh), GIANT, matrix, { castsShadow: false });
}

/** Flat rings with gaps, in the plane of the bands, seen from both sides. */
function ringsOf(): SetInstance {
  const builder = createMeshBuilder();
  const [inner, outer, steps, sectors] = [1.34, 2.25, 16, 120];
  const at = (ring: number, s: number): number => ring * (sectors + 1) + s;
  for (let ring = 0; ring <= steps; ring++)
    for (let s = 0; s <= sectors; s++) {
      const angle = (s / sectors) * Math.PI * 2;
      const r = inner + ((outer - inner) * ring) / steps;
      const tone = 0.25 + 0.9 * noise(r * 13, 2, 5);
      builder.vertex([Math.sin(angle) * r, 0, Math.cos(angle) * r], [0, 1, 0], shade([222, 196, 162], tone));
    }
  for (let ring = 0; ring < steps; ring++) {
    // The gap between the two broad rings.
    if (ring === 10) continue;
    for (let s = 0; s < sectors; s++) {
      const [a, b, c, d] = [at(ring, s), at(ring, s + 1), at(ring + 1, s), at(ring + 1, s + 1)];
      for (const [i, j, k] of [
        [a, b, d],
        [a, d, c],
        [a, d, b],
        [a, c, d],
      ] as const)
        builder.triangle(i, j, k);
    }
  }
  return standing(tilted(builder.build()), RINGS, placed(...PLANET.at, { scale: PLANET.radius }), {
    castsShadow: false,
  });
}

/** Leans a mesh so that its equator is seen from a little above. */
function tilted(mesh: Mesh): Mesh {
  const lean = (from: Float32Array): Float32Array => {
    const to = new Float32Array(from);
    const [c1, s1, c2, s2] = [Math.cos(0.62), Math.sin(0.62), Math.cos(-0.42), Math.sin(-0.42)];
    for (let i = 0; i < to.length; i += 3) {
      const [x, y, z] = [from[i]!, from[i + 1]!, from[i + 2]!];
      const [y1, z1] = [y * c1 - z * s1, y * s1 + z * c1];
      to.set([x * c2 - y1 * s2, x * s2 + y1 * c2, z1], i);
    }
    return to;
  };
  return { ...mesh, positions: lean(mesh.positions), normals: lean(mesh.normals) };
}

/** Fountains of ice that stand still in the airless cold, and powder that falls back. */
function geysersAt(dark: number, { random: parent }: SetContext, seconds: number): SetMoment['sprites'] {
  const random = parent.fork('geysers');
  const light = 0.9 - 0.6 * dark;
  const spots: SpriteSpot[] = [];
  for (const [x, z, tall] of [
    [-30, -78, 30],
    [46, -120, 44],
    [-74, -150, 40],
  ] as const)
    for (let i = 0; i < 34; i++) {
      const age = wrap(random.next() + seconds * random.between(0.05, 0.08), 1);
      const out = age * age * tall * 0.28;
      const turn = random.between(0, 6.28);
      spots.push({
        position: [x + Math.cos(turn) * out, tall * (1.9 * age - age * age), z + Math.sin(turn) * out],
        radius: 1 + 5.5 * age,
        rotation: turn,
        color: [light * 0.86, light * 0.95, light * 1.05, 0.3 * (1 - age) * smoothstep(0, 0.05, age)],
      });
    }
  return [
    sprites(
      'soft',
      'alpha',
      spots.sort((a, b) => a.position[2] - b.position[2]),
    ),
  ];
}
