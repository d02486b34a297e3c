import type { Material, Mesh } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { darknessAt, fogOf, hasDetail, lensFor, outdoorCues, type PlantPalette, plantPalette, SNOW } from './mood.ts';
import { benchesOf, globesOf, glowAt, lampLights, lampPosts, pathX } from './park-furniture.ts';
import { type Plant, planted } from './planting.ts';
import { addLeaf, BLADES, bushMesh, groundCover, leafTreeMesh, leavesOf, TURF } from './plants.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise, patchGround } from './terrain.ts';
import { tuftMesh } from './undergrowth.ts';

const GRAVEL: Material = { pattern: 'grain', patternScale: 6, specular: 0.05 };

/** A walk through a park: plane trees over a gravel path, benches, old lamps; in autumn gold above and below. */
export const park: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const palette = blossoming(scene, plantPalette(scene));
    const heightAt: HeightAt = (x, z) => {
      const off = Math.abs(x - pathX(z));
      const lawn = (fractal(x * 0.04 + 2, z * 0.04, 3, 5) - 0.42) * 3 * smoothstep(3, 22, off);
      return lawn + 0.1 * smoothstep(2, 2.5, off) + (noise(x * 0.7, z * 0.7, 3) - 0.5) * 0.06 * smoothstep(2, 4, off);
    };
    const still = [
      groundOf(context, palette, heightAt),
      pathOf(context, palette, heightAt),
      ...treesOf(context, palette, heightAt),
      ...benchesOf(heightAt),
      lampPosts(heightAt),
      ...lowOf(context, palette, heightAt),
    ];
    const globes = globesOf(heightAt);
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 2, halfDepth: 2.8 },
      camera: { position: [0.5, 1.7, 9.4], target: [0, 1.6, 0], verticalFovDegrees: lensFor(aspect, 44) },
      momentAt: (seconds) => {
        const lit = smoothstep(0.3, 0.6, darknessAt(scene, seconds, durationSeconds));
        return {
          instances: [...still, ...(lit > 0 ? [{ ...globes, emissive: lit }] : [{ ...globes, emissive: 0.05 }])],
          lights: lit > 0 ? lampLights(heightAt, lit) : [],
          sprites: [...glowAt(heightAt, lit), ...leavesAt(context, palette, seconds)],
          fog: fogOf(scene, 0.0055, { heightFalloff: 0.03 }),
        };
      },
      cues: outdoorCues(context, 0.45),
    };
  },
};

/** Under cherry trees the season's leaves are blossoms. */
function blossoming(scene: Scene, palette: PlantPalette): PlantPalette {
  if (!hasDetail(scene, 'cherry', 'sakura', 'blossom') || palette.snow > 0.3) return palette;
  return {
    ...palette,
    leaves: [
      [248, 186, 210],
      [252, 212, 226],
      [240, 164, 196],
    ],
  };
}

function groundOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const isAutumn = context.scene.season === 'autumn';
  const mesh = discGround({
    heightAt: (x, z) => heightAt(x, z) - 0.06 * smoothstep(2.3, 1.9, Math.abs(x - pathX(z))),
    center: [0, 5],
    radius: 170,
    rings: 60,
    sectors: 96,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.3, z * 0.3, 3, 21);
      const grass = shade(mix(palette.grass, palette.dryGrass, patch * 0.5), 0.88 + 0.25 * patch);
      return mix(isAutumn ? carpet(palette, x, z, grass, 0.85) : grass, SNOW, palette.snow * 0.94);
    },
    openAt: (x, z) => 0.84 + 0.16 * noise(x * 0.5, z * 0.5, 5),
  });
  return standing(mesh, groundCover(palette, TURF));
}

/** Fallen leaves of every tone of the season over what lies below. */
function carpet(palette: PlantPalette, x: number, z: number, below: Color, share: number): Color {
  const leaf = palette.leaves[Math.floor(noise(x * 1.1, z * 1.1, 71) * 0.999 * palette.leaves.length)]!;
  // Many leaves of many tones are seen as their mean; the single ones on top are meshes.
  const mean: Color = mix(mix([214, 136, 52], [176, 104, 48], noise(x * 0.4, z * 0.4, 9)), leaf, 0.22);
  const cover = smoothstep(0.32, 0.6, fractal(x * 0.4, z * 0.4, 3, 17));
  return mix(below, shade(mean, 0.8 + 0.25 * noise(x * 3, z * 3, 4)), cover * share);
}

function pathOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const isAutumn = context.scene.season === 'autumn';
  const mesh = patchGround({
    from: [-1, -120],
    to: [1, 14],
    columns: 12,
    rows: 150,
    heightAt: () => 0,
    colorAt: (u, _y, z) => {
      const x = u * 2.2 + pathX(z);
      const gravel: Color = shade(
        mix([168, 152, 130], [190, 176, 154], fractal(x, z, 3, 3)),
        0.92 + 0.12 * noise(x * 6, z * 6, 8),
      );
      const edge = smoothstep(0.66, 0.98, Math.abs(u));
      const strewn = isAutumn ? carpet(palette, x, z, gravel, 0.3 + 0.6 * edge) : mix(gravel, palette.soil, edge * 0.4);
      return mix(strewn, SNOW, palette.snow * (0.75 + 0.2 * edge));
    },
  });
  const positions = new Float32Array(mesh.positions);
  const normals = new Float32Array(mesh.normals);
  for (let i = 0; i < positions.length; i += 3) {
    const [u, z] = [positions[i]!, positions[i + 2]!];
    const x = u * 2.2 + pathX(z);
    positions[i] = x;
    positions[i + 1] = heightAt(x, z) + 0.015 - 0.05 * smoothstep(0.9, 1, Math.abs(u));
    normals.set([0, 1, 0], i);
  }
  return standing(
    { ...mesh, positions, normals },
    palette.snow > 0.5 ? groundCover(palette, GRAVEL) : GRAVEL,
    IDENTITY,
    { castsShadow: false },
  );
}

function treesOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('trees');
  const material = leavesOf(scene);
  const of = (detail: 'near' | 'middle' | 'far', count: number): Plant[] =>
    Array.from({ length: count }, () => ({ mesh: leafTreeMesh({ random, palette, detail }), material }));
  const [near, middle, far] = [of('near', 4), of('middle', 5), of('far', 6)];
  const rows: SetInstance[] = [];
  for (let i = 0; i < 15; i++)
    for (const side of [-1, 1]) {
      const z = 3.6 - i * 6.6 + random.between(-0.6, 0.6) + (side > 0 ? 2 : 0);
      const x = pathX(z) + side * random.between(4.7, 5.3);
      const { mesh } = random.pick(i < 4 ? near : i < 8 ? middle : far);
      const tone = random.between(0.9, 1.1);
      rows.push(
        standing(
          mesh,
          material,
          placed(x, heightAt(x, z) - 0.05, z, { scale: random.between(0.95, 1.2), turn: random.between(0, 6.28) }),
          {
            tint: [tone, tone, tone],
            castsShadow: i < 6,
          },
        ),
      );
    }
  const away = (x: number, z: number): number => (Math.abs(x - pathX(z)) > 9.5 ? 1 : 0);
  const common = { random, heightAt, chance: away };
  return [
    ...rows,
    ...planted({
      ...common,
      plants: middle,
      count: 18,
      from: [-34, -40],
      to: [34, 4],
      distance: 6,
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: far,
      count: 120,
      from: [-90, -110],
      to: [90, -34],
      distance: 4.2,
      scale: [0.9, 1.4],
      castsShadow: false,
    }),
    ...planted({ ...common, plants: far, count: 34, from: [-60, 14], to: [60, 60], distance: 5, castsShadow: false }),
  ];
}

function lowOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('low');
  const tufts: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: tuftMesh({
      random,
      blades: 50,
      spread: 0.6,
      height: 0.16,
      width: 0.012,
      color: palette.grass,
      tip: palette.dryGrass,
      snow: palette.snow,
    }),
    material: BLADES,
  }));
  const bushes: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: bushMesh(random, random.pick(palette.leaves), palette.snow),
    material: leavesOf(context.scene),
  }));
  const off = (least: number) => (x: number, z: number) => (Math.abs(x - pathX(z)) > least ? 1 : 0);
  const common = { random, heightAt };
  const isStrewn = context.scene.season === 'autumn' && palette.snow < 0.5;
  const litter: Plant[] = Array.from({ length: 4 }, () => ({ mesh: litterMesh(random, palette), material: BLADES }));
  return [
    ...planted({
      ...common,
      plants: litter,
      count: isStrewn ? 110 : 0,
      from: [-11, -18],
      to: [11, 8],
      distance: 0.9,
      chance: (x, z) => (Math.abs(x - pathX(z)) > 1.5 ? 1 : 0.3),
      sink: -0.02,
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: tufts,
      count: palette.snow > 0.5 ? 20 : 110,
      from: [-10, -16],
      to: [10, 7],
      distance: 0.7,
      chance: off(2.5),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: bushes,
      count: 26,
      from: [-24, -40],
      to: [24, 2],
      distance: 2.4,
      chance: off(6.2),
      scale: [0.9, 1.7],
    }),
  ];
}

/** Fallen leaves, curled, each of a tone of its own. */
function litterMesh(random: Random, palette: PlantPalette): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < 46; i++) {
    const [x, z] = [random.between(-0.8, 0.8), random.between(-0.8, 0.8)];
    const size = random.between(0.035, 0.065);
    const tone = shade(random.pick(palette.leaves), random.between(0.75, 1.15));
    const corner = (angle: number): readonly [number, number, number] => [
      x + Math.cos(angle) * size,
      random.between(0, 0.035),
      z + Math.sin(angle) * size,
    ];
    const turn = random.between(0, 6.28);
    addLeaf(
      builder,
      [corner(turn), corner(turn + 2.2), corner(turn + 4.1)],
      [random.between(-0.4, 0.4), 1, random.between(-0.4, 0.4)],
      tone,
    );
  }
  return builder.build();
}

/** Leaves that let go one after the other. */
function leavesAt(context: SetContext, palette: PlantPalette, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  if (scene.season !== 'autumn' || palette.snow > 0.5) return [];
  const random = context.random.fork('falling');
  const light = 1.2 * (1 - 0.8 * darknessAt(scene, seconds, durationSeconds));
  const spots = Array.from({ length: 60 }, (): SpriteSpot => {
    const phase = random.between(0, 6.28);
    const y = wrap(random.between(0, 7) - seconds * random.between(0.5, 0.9), 7);
    const tone = random.pick(palette.leaves);
    const channel = (value: number): number => (value / 255) ** 2.2 * light;
    return {
      position: [random.between(-8, 8) + Math.sin(seconds * 1.6 + phase) * 0.5, y, random.between(-18, 5)],
      radius: random.between(0.035, 0.06) * (0.5 + 0.5 * Math.abs(Math.cos(seconds * 2.4 + phase))),
      rotation: seconds * 2 + phase,
      color: [channel(tone[0]), channel(tone[1]), channel(tone[2]), 0.95 * smoothstep(0, 0.2, y)],
    };
  });
  return [sprites('soft', 'alpha', spots)];
}
