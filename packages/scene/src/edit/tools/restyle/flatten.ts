import { type Plane, planeFor, type Sheet } from './planes.ts';

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
  const { easel } = sheet;
  const across = planeFor(sheet);
  const down = planeFor(sheet);
  const table = easel.hold(linkTable(options));
  return (red: Plane, green: Plane, blue: Plane): void => {
    easel.run('linkSheets', red, green, blue, across, down, table);
    for (let round = 0; round < options.rounds; round++) {
      // Each round reaches half as far as the one before, so that no streaks are left.
      if (round > 0) easel.run('tightenLinks', across, down);
      easel.run('runSheets', red, green, blue, across, down);
    }
  };
}

/** How much of its neighbour a pixel takes on in the first round, by the difference between the two. */
function linkTable({ reach, edge, rounds }: FlattenOptions): Float32Array {
  const sigma = (reach * Math.sqrt(3) * 2 ** (rounds - 1)) / Math.sqrt(4 ** rounds - 1);
  const feedback = Math.exp(-Math.SQRT2 / sigma);
  const table = new Float32Array(STEPS + 1);
  for (let i = 0; i <= STEPS; i++) table[i] = feedback ** (1 + (reach / edge) * ((i * 3) / STEPS));
  return table;
}
