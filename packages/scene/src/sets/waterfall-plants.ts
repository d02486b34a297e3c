import type { Material, Mesh } from '@openimagine/render';
import { bananaMesh } from './jungle-flora.ts';
import { type PlantPalette, SNOW } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, bushMesh, leafTreeMesh, leavesOf, NEEDLES, pineMesh, STONE } from './plants.ts';
import { placed, type SetInstance, standing } from './scatter.ts';
import type { SetContext } from './set.ts';
import { type Color, mix, shade } from './shape.ts';
import type { HeightAt } from './terrain.ts';
import { boulderMesh, fernMesh } from './undergrowth.ts';
import { FACE, faceAt, HALF, LEVEL, TOP, topAt } from './waterfall-shape.ts';

/** Stones, ferns, bushes and trees round the pool, on the ledges and along the edge. */
export function plantsOf(
  context: SetContext,
  palette: PlantPalette,
  heightAt: HeightAt,
  isTropical: boolean,
): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('plants');
  const leaves = leavesOf(scene);
  const green: Color = mix(palette.grass, [70, 122, 52], 0.5);
  const many = (count: number, make: () => Mesh, material: Material): Plant[] =>
    Array.from({ length: count }, () => ({ mesh: make(), material }));
  const stones = many(4, () => boulderMesh(random, [100, 98, 94], palette.snow, 2), STONE);
  const ferns = many(3, () => fernMesh(random, mix(green, SNOW, palette.snow * 0.3), 12, 0.9), BLADES);
  const broad = isTropical
    ? many(3, () => bananaMesh(random, shade(green, random.between(0.85, 1.15))), BLADES)
    : ferns;
  const bushes = many(3, () => bushMesh(random, isTropical ? green : palette.leaves[0]!, palette.snow), leaves);
  const isPine = (i: number): boolean => !isTropical && i % 2 === 0;
  const trees = (detail: 'middle' | 'far'): Plant[] =>
    Array.from({ length: 5 }, (_, i) =>
      isPine(i)
        ? { mesh: pineMesh({ random, palette, detail }), material: NEEDLES }
        : { mesh: leafTreeMesh({ random, palette, detail }), material: leaves },
    );
  const above = (x: number, z: number): number => heightAt(x, z) - LEVEL;
  const lane = (x: number, z: number): boolean => Math.hypot(x, z) < 2.8 || (z > 1 && Math.abs(x) < 2 + z * 0.4);
  const on = (low: number, high: number) => (x: number, z: number) =>
    above(x, z) > low && above(x, z) < high && !lane(x, z) && z > FACE + 3 ? 1 : 0;
  const common = { random, heightAt };
  const onTop = (x: number, z: number): number => topAt(x) + (FACE - z) * 0.05;
  const besideStream = (x: number): number => (Math.abs(x) > HALF + 1.6 ? 1 : 0);
  const ledge = Array.from({ length: 30 }, () => {
    const x = random.between(-15, 15);
    const y = random.between(2, TOP - 1);
    if (Math.abs(x) < HALF + 1.1) return [];
    const plant = random.pick(random.next() < 0.5 ? ferns : bushes);
    return [
      standing(
        plant.mesh,
        plant.material,
        placed(x, y, faceAt(x, y) + 0.1, { scale: random.between(0.6, 1.2), turn: random.between(0, 6) }),
        { castsShadow: false },
      ),
    ];
  }).flat();
  const lipZ = faceAt(0, TOP * 0.5) + 0.1;
  const shoulders = [-1, 1].flatMap((side) =>
    [0, 1, 2].map((i) =>
      standing(
        stones[i]!.mesh,
        STONE,
        placed(side * (HALF + 0.9 + i * 0.5), TOP - 0.9 - i * 1.5, lipZ - i * 0.3, {
          scale: 2 + i * 0.4,
          stretch: 1.2,
          turn: side * 2 + i * 1.3,
        }),
        { castsShadow: false },
      ),
    ),
  );
  return [
    ...shoulders,
    ...ledge,
    ...planted({
      ...common,
      plants: stones,
      count: 46,
      from: [-12, -13],
      to: [12, 6],
      distance: 1,
      chance: on(-1.2, 0.3),
      scale: [0.3, 1.6],
      sink: 0.15,
    }),
    ...planted({
      ...common,
      plants: ferns,
      count: 44,
      from: [-13, -11],
      to: [13, 8],
      distance: 1,
      chance: on(0.14, 9),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: broad,
      count: 18,
      from: [-13, -11],
      to: [13, 6],
      distance: 1.8,
      chance: (x, z) => (Math.abs(x) > 4 ? on(0.2, 9)(x, z) : 0),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: bushes,
      count: 20,
      from: [-15, -12],
      to: [15, 7],
      distance: 1.6,
      chance: (x, z) => (Math.abs(x) > 5 ? on(0.2, 9)(x, z) : 0),
      scale: [0.8, 1.6],
    }),
    ...planted({
      ...common,
      plants: trees('middle'),
      count: 12,
      from: [-24, -10],
      to: [24, 6],
      distance: 2.6,
      chance: (x, z) => (Math.abs(x) > 9.6 ? on(0.2, 9)(x, z) : 0),
      scale: [0.8, 1.2],
    }),
    ...planted({
      random,
      heightAt: onTop,
      plants: trees('far'),
      count: 60,
      from: [-50, FACE - 34],
      to: [50, FACE - 2],
      distance: 2.6,
      chance: besideStream,
      scale: [0.6, 1.1],
      sink: 0.5,
      castsShadow: false,
    }),
    ...planted({
      random,
      heightAt: onTop,
      plants: bushes,
      count: 30,
      from: [-22, FACE - 2.6],
      to: [22, FACE - 0.6],
      distance: 1.1,
      chance: besideStream,
      scale: [0.8, 1.7],
      sink: 0.2,
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: trees('far'),
      count: 30,
      from: [-50, 13],
      to: [50, 44],
      distance: 4,
      castsShadow: false,
    }),
  ];
}
