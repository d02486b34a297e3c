import type { Mesh } from '@openimagine/render';
import { SNOW } from './mood.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { fractal, noise } from './terrain.ts';

export interface MesaOptions {
  readonly center: readonly [x: number, z: number];
  readonly foot: number;
  readonly top: number;
  /** Distance of the rim from the centre, by the angle from +z over +x. */
  readonly rimAt: (angle: number) => number;
  /** How much wider it is at its foot than at its rim, metres. */
  readonly skirt: number;
  readonly columns: number;
  /** Layers of stone; the colours come again when there are more layers. */
  readonly layers: number;
  readonly colors: readonly Color[];
  readonly capColor: (x: number, z: number) => Color;
  /** Height of the level ground on top, relative to `top`. Default level. */
  readonly capHeight?: (x: number, z: number) => number;
  /** Rings of triangles on top. Default 3. */
  readonly capRings?: number;
  readonly seed: number;
  readonly snow?: number;
}

/** A table mountain: cliffs and screes by turns from its foot to its rim, each layer of its own colour, level on top. */
export function mesaMesh(mesa: MesaOptions): Mesh {
  const { seed, layers, foot, top } = mesa;
  const capRings = mesa.capRings ?? 3;
  const cliffRows = layers * 2;
  const rows = cliffRows + capRings;
  const tall = top - foot;
  /** Of a row of the cliff: its height, 0 … 1, and how far it stands out, 0 at the rim … 1 at the foot. */
  const stepOf = (row: number): readonly [height: number, out: number] => {
    const layer = Math.floor(row / 2);
    const jitter = (k: number): number => (noise(k * 1.7 + 0.3, seed * 0.7, 3) - 0.5) * (0.5 / layers);
    const low = layer / layers + (layer === 0 ? 0 : jitter(layer));
    const isScree = row % 2 === 1;
    const high = (layer + 1) / layers + (layer + 1 >= layers ? 0 : jitter(layer + 1));
    const height = isScree ? low + (high - low) * 0.28 : low;
    // Screes lie, cliffs stand: most of the width goes at the foot of each layer.
    const out = 1 - (layer + (isScree ? 0.78 : 0)) / layers;
    return [height, out];
  };
  const rough = (angle: number, y: number): number => {
    const [ax, az] = [Math.sin(angle) * 3, Math.cos(angle) * 3];
    return fractal(ax * 2.2 + 9, az * 2.2 + 9 + y * 0.012, 3, seed) - 0.5;
  };
  return surfaceMesh({
    columns: mesa.columns,
    rows,
    isRound: true,
    at: (u, v) => {
      const angle = u * Math.PI * 2;
      const row = Math.round(v * rows);
      const rim = mesa.rimAt(angle);
      if (row >= cliffRows) {
        const share = 1 - (row - cliffRows) / capRings;
        const r = rim * share ** 1.8;
        const [x, z] = [mesa.center[0] + Math.sin(angle) * r, mesa.center[1] + Math.cos(angle) * r];
        return [x, top + (mesa.capHeight?.(x, z) ?? 0), z];
      }
      const [height, out] = stepOf(row);
      const y = foot + height * tall;
      const r = rim + mesa.skirt * out * (0.8 + 0.4 * noise(angle * 3, 2, seed)) + rough(angle, y) * mesa.skirt * 0.5;
      return [mesa.center[0] + Math.sin(angle) * r, y, mesa.center[1] + Math.cos(angle) * r];
    },
    colorAt: ([x, y, z], slope, _u, v) => {
      const row = Math.round(v * rows);
      if (row >= cliffRows) {
        return row === cliffRows ? mix(mesa.capColor(x, z), mesa.colors[0]!, 0.4) : mesa.capColor(x, z);
      }
      const layer = Math.floor((row + 1) / 2);
      const stone = mesa.colors[(layers - layer) % mesa.colors.length]!;
      const streak = 0.86 + 0.3 * noise(x * 0.35 + z * 0.35, y * 0.05, seed + 4);
      const tone = shade(stone, streak * (row % 2 === 1 ? 1.04 : 0.9));
      return mix(tone, SNOW, (mesa.snow ?? 0) * smoothstep(0.75, 0.35, slope));
    },
    openAt: (_u, v) => (Math.round(v * rows) >= cliffRows ? 1 : 0.72 + 0.28 * v),
  });
}
