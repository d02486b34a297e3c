import type { Material, Mesh, Rgb } from '@openimagine/render';
import type { Random } from '../random.ts';
import { placed, type SetInstance, type Spot, scatter, standing } from './scatter.ts';
import type { HeightAt } from './terrain.ts';

export interface Plant {
  readonly mesh: Mesh;
  readonly material: Material;
}

export interface Planting {
  readonly random: Random;
  readonly heightAt: HeightAt;
  readonly plants: readonly Plant[];
  readonly count: number;
  readonly from: readonly [x: number, z: number];
  readonly to: readonly [x: number, z: number];
  readonly distance: number;
  readonly chance?: (x: number, z: number) => number;
  readonly scale?: readonly [least: number, most: number];
  readonly stretch?: readonly [least: number, most: number];
  /** How far the foot is below the ground, metres. */
  readonly sink?: number;
  readonly castsShadow?: boolean;
  /** 0 upright; else plants lean at random by so much. */
  readonly lean?: number;
}

/** Plants on spots that keep their distance, each with a size, a turn and a tone of its own. */
export function planted(planting: Planting): SetInstance[] {
  return scatter(planting).map((spot) => {
    const { mesh, material } = planting.random.pick(planting.plants);
    const extra = { tint: toneOf(planting.random), castsShadow: planting.castsShadow ?? true };
    return standing(mesh, material, matrixOf(planting, spot), extra);
  });
}

/**
 * The same for what bows in the wind: gusts run over it as waves.
 * @param wind 0 … 1
 */
export function swaying(planting: Planting, wind: number): (seconds: number) => SetInstance[] {
  const all = scatter(planting).map((spot) => {
    const { mesh, material } = planting.random.pick(planting.plants);
    const placing = placingOf(planting);
    return {
      ...spot,
      mesh,
      material,
      y: planting.heightAt(spot.x, spot.z) - (planting.sink ?? 0.05),
      placing,
      tone: toneOf(planting.random),
      phase: planting.random.between(-0.5, 0.5),
    };
  });
  return (seconds) =>
    all.map(({ mesh, material, x, y, z, placing, tone, phase }) => {
      const wave = Math.sin(seconds * 1.6 - x * 0.28 + z * 0.1 + phase) * 0.6 + Math.sin(seconds * 2.9 - x * 0.5) * 0.3;
      const lean = (0.03 + 0.3 * wind) * (0.4 + 0.6 * wave);
      const light = 1 + 0.1 * wave * Math.min(1, wind + 0.2);
      return {
        mesh,
        material,
        matrix: placed(x, y, z, { ...placing, lean: [lean, lean * 0.25] }),
        tint: [tone[0] * light, tone[1] * light, tone[2] * light],
        castsShadow: false,
      };
    });
}

function placingOf({ random, scale, stretch, lean }: Planting) {
  return {
    scale: random.between(...(scale ?? [0.8, 1.25])),
    stretch: random.between(...(stretch ?? [0.92, 1.12])),
    turn: random.between(0, 6.28),
    lean: lean ? ([random.between(-lean, lean), random.between(-lean, lean)] as const) : ([0, 0] as const),
  };
}

function matrixOf(planting: Planting, { x, z }: Spot): Float32Array {
  return placed(x, planting.heightAt(x, z) - (planting.sink ?? 0.08), z, placingOf(planting));
}

function toneOf(random: Random): Rgb {
  const tone = random.between(0.84, 1.12);
  return [tone * random.between(0.96, 1.05), tone, tone * random.between(0.93, 1.04)];
}
