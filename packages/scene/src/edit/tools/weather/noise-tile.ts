import { clamp01 } from '../restyle/planes.ts';

const SIDE = 256;

/**
 * Cloudy noise, 0 to 1, 256 × 256, that repeats without a seam; looked up where computing it for each frame would cost too
 * much.
 * @param seed Any integer.
 */
export function noiseTile(seed: number): Float32Array {
  const values = new Float32Array(SIDE * SIDE);
  let total = 0;
  for (let octave = 0; octave < 5; octave++) {
    const cells = 8 << octave;
    const weight = 0.56 ** octave;
    total += weight;
    addOctave(values, cells, weight, seed + octave * 31);
  }
  for (let i = 0; i < values.length; i++) values[i] = clamp01((values[i]! / total - 0.5) * 1.5 + 0.5);
  return values;
}

function addOctave(values: Float32Array, cells: number, weight: number, seed: number): void {
  const size = SIDE / cells;
  const lattice = new Float32Array(cells * cells);
  for (let i = 0; i < lattice.length; i++) {
    let h = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(seed + 77, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 13), 0x27d4eb2d);
    lattice[i] = ((h ^ (h >>> 16)) >>> 0) / 4294967296;
  }
  const ease = (t: number) => t * t * (3 - 2 * t);
  for (let y = 0; y < SIDE; y++) {
    const cy = Math.floor(y / size);
    const v = ease(y / size - cy);
    const r0 = cy * cells;
    const r1 = ((cy + 1) % cells) * cells;
    for (let x = 0; x < SIDE; x++) {
      const cx = Math.floor(x / size);
      const u = ease(x / size - cx);
      const next = (cx + 1) % cells;
      const top = lattice[r0 + cx]! * (1 - u) + lattice[r0 + next]! * u;
      const bottom = lattice[r1 + cx]! * (1 - u) + lattice[r1 + next]! * u;
      values[y * SIDE + x]! += (top + (bottom - top) * v) * weight;
    }
  }
}
