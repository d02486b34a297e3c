import type { Plane, Sheet } from './planes.ts';

export interface FlattenOptions {
  /** How far colours run together, in sheet pixels. */
  readonly reach: number;
  /** What counts as an edge: the sum of the three channels' differences, 0 to 3, across which little flows. */
  readonly edge: number;
  readonly rounds: number;
}

const STEPS = 512;

/**
 * Lets colours run together within things and stops at their edges: the recursive filter in the transformed domain, whose
 * cost does not grow with its reach.
 * @see Gastal and Oliveira, "Domain Transform for Edge-Aware Image and Video Processing" (2011), section 4.3.
 */
export function createFlattener(sheet: Sheet, options: FlattenOptions) {
  const { width, height } = sheet;
  const across = new Uint16Array(width * height);
  const down = new Uint16Array(width * height);
  const tables = Array.from({ length: options.rounds }, (_, round) => weightTable(options, round));

  return (red: Plane, green: Plane, blue: Plane): void => {
    measureSteps(red, green, blue, across, down, sheet);
    const planes = [red, green, blue];
    for (const table of tables) {
      for (const plane of planes) sweepRows(plane, across, table, width, height);
      for (const plane of planes) sweepColumns(plane, down, table, width, height);
    }
  };
}

/** How much of its neighbour a pixel takes on, by the difference between the two. */
function weightTable({ reach, edge, rounds }: FlattenOptions, round: number): Float32Array {
  const sigma = (reach * Math.sqrt(3) * 2 ** (rounds - round - 1)) / Math.sqrt(4 ** rounds - 1);
  const feedback = Math.exp(-Math.SQRT2 / sigma);
  const table = new Float32Array(STEPS + 1);
  for (let i = 0; i <= STEPS; i++) table[i] = feedback ** (1 + (reach / edge) * ((i * 3) / STEPS));
  return table;
}

function measureSteps(
  red: Plane,
  green: Plane,
  blue: Plane,
  across: Uint16Array,
  down: Uint16Array,
  { width, height }: Sheet,
): void {
  const scale = STEPS / 3;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const r = red[i]!;
      const g = green[i]!;
      const b = blue[i]!;
      if (x > 0)
        across[i] = (Math.abs(r - red[i - 1]!) + Math.abs(g - green[i - 1]!) + Math.abs(b - blue[i - 1]!)) * scale;
      if (y > 0) {
        const u = i - width;
        down[i] = (Math.abs(r - red[u]!) + Math.abs(g - green[u]!) + Math.abs(b - blue[u]!)) * scale;
      }
    }
  }
}

function sweepRows(plane: Plane, steps: Uint16Array, table: Float32Array, width: number, height: number): void {
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const end = start + width;
    let value = plane[start]!;
    for (let i = start + 1; i < end; i++) {
      const own = plane[i]!;
      value = own + (value - own) * table[steps[i]!]!;
      plane[i] = value;
    }
    for (let i = end - 2; i >= start; i--) {
      const own = plane[i]!;
      value = own + (value - own) * table[steps[i + 1]!]!;
      plane[i] = value;
    }
  }
}

function sweepColumns(plane: Plane, steps: Uint16Array, table: Float32Array, width: number, height: number): void {
  const size = width * height;
  for (let i = width; i < size; i++) {
    const own = plane[i]!;
    plane[i] = own + (plane[i - width]! - own) * table[steps[i]!]!;
  }
  for (let i = size - width - 1; i >= 0; i--) {
    const own = plane[i]!;
    plane[i] = own + (plane[i + width]! - own) * table[steps[i + width]!]!;
  }
}
