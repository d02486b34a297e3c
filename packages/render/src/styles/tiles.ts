/** Papers, canvases, hatchings: tiles of 512 × 512 bytes that repeat without a seam and lie still. */

export const TILE = 512;
export type Tile = Uint8Array;

/** @param at Gives 0 … 1 for a pixel of the tile. */
export function paintTile(at: (x: number, y: number) => number): Tile {
  const tile = new Uint8Array(TILE * TILE);
  for (let y = 0, i = 0; y < TILE; y++) {
    for (let x = 0; x < TILE; x++, i++) tile[i] = Math.min(255, Math.max(0, at(x, y) * 255 + 0.5));
  }
  return tile;
}

/** 0 … 1 from three whole numbers. */
export function chance(x: number, y: number, salt: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(salt, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/**
 * Smooth noise that repeats with the tile, 0 … 1.
 * @param across Features from the tile's left to its right. @param down From top to bottom.
 */
export function createNoise(across: number, down: number, salt: number): (x: number, y: number) => number {
  const columns = Math.max(1, Math.round(across));
  const rows = Math.max(1, Math.round(down));
  const lattice = Float32Array.from({ length: columns * rows }, (_, i) =>
    chance(i % columns, Math.floor(i / columns), salt),
  );
  return (x, y) => {
    const u = wrap((x / TILE) * columns, columns);
    const v = wrap((y / TILE) * rows, rows);
    const [ix, iy] = [Math.floor(u), Math.floor(v)];
    const [fx, fy] = [ease(u - ix), ease(v - iy)];
    const [x0, x1] = [ix % columns, (ix + 1) % columns];
    const [y0, y1] = [(iy % rows) * columns, ((iy + 1) % rows) * columns];
    const top = lattice[y0 + x0]! + (lattice[y0 + x1]! - lattice[y0 + x0]!) * fx;
    const low = lattice[y1 + x0]! + (lattice[y1 + x1]! - lattice[y1 + x0]!) * fx;
    return top + (low - top) * fy;
  };
}

const ease = (t: number): number => t * t * (3 - 2 * t);
const wrap = (value: number, period: number): number => value - Math.floor(value / period) * period;

/** Paper with teeth of about `size` pixels. */
export function paperTile(size: number, salt: number): Tile {
  const coarse = createNoise(TILE / size / 2.6, TILE / size / 2.6, salt);
  const fine = createNoise(TILE / size, TILE / size, salt + 1);
  return paintTile((x, y) => 0.5 + (coarse(x, y) - 0.5) * 0.75 + (fine(x, y) - 0.5) * 0.6);
}

/** Long fibres in all directions, for hand-made paper. */
export function fibreTile(size: number, salt: number): Tile {
  const [flat, steep, fine] = [
    createNoise(TILE / size / 9, TILE / size / 0.9, salt),
    createNoise(TILE / size / 0.9, TILE / size / 9, salt + 1),
    createNoise(TILE / size / 0.8, TILE / size / 0.8, salt + 2),
  ];
  return paintTile((x, y) => 0.5 + (flat(x, y) - 0.5) * 0.45 + (steep(x, y) - 0.5) * 0.45 + (fine(x, y) - 0.5) * 0.4);
}

/** Threads over and under. */
export function canvasTile(size: number, salt: number): Tile {
  const threads = Math.max(8, Math.round(TILE / size / 2)) * 2 * Math.PI;
  const rough = createNoise(TILE / size / 1.4, TILE / size / 1.4, salt);
  return paintTile((x, y) => {
    const weave = Math.sin((x / TILE) * threads) * Math.sin((y / TILE) * threads);
    return 0.5 + weave * 0.3 + (rough(x, y) - 0.5) * 0.5;
  });
}

/**
 * Parallel strokes, 0 in the middle of a stroke … 1 between. Whole numbers of strokes fit the tile both ways, so that
 * it repeats: `across` and `down` give the direction and how close they are.
 */
export function hatchTile(across: number, down: number, wobble: number, salt: number): Tile {
  const length = Math.hypot(across, down);
  const along = createNoise(Math.abs(across) / 3 + 2, Math.abs(down) / 3 + 2, salt);
  const press = createNoise(length / 1.6, length / 1.6, salt + 1);
  return paintTile((x, y) => {
    const phase = (x * across + y * down) / TILE + along(x, y) * wobble;
    const distance = Math.abs(phase - Math.floor(phase) - 0.5) * 2;
    return distance * 0.9 + press(x, y) * 0.3 - 0.1;
  });
}

/** Round dots on a screen turned by 45°, 0 in the middle of a dot … 1 between. @param count Dots along the tile's side. */
export function dotTile(count: number): Tile {
  return paintTile((x, y) => {
    const u = ((x + y) / TILE) * count;
    const v = ((x - y) / TILE) * count;
    const [du, dv] = [u - Math.floor(u) - 0.5, v - Math.floor(v) - 0.5];
    return Math.min(1, Math.hypot(du, dv) * 1.3);
  });
}

/** Grain of a plank, running across. */
export function woodTile(size: number, salt: number): Tile {
  const wave = createNoise(3, TILE / size / 6, salt);
  const streak = createNoise(5, TILE / size, salt + 1);
  const fine = createNoise(TILE / size / 3, TILE / size / 0.7, salt + 2);
  return paintTile((x, y) => {
    const ring = Math.sin(((y / TILE) * Math.round(TILE / size / 3.4) + wave(x, y) * 1.3) * Math.PI * 2) * 0.5 + 0.5;
    return 0.2 + ring * 0.35 + streak(x, y) * 0.3 + fine(x, y) * 0.15;
  });
}
