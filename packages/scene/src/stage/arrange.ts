import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';

export interface Spacing {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** Where the copies stand, relative to the middle of their group's foot, and the group's own extent. */
export interface Arrangement {
  readonly spots: readonly Vec3[];
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  /** Rows one behind the other: more than one is looked at from above. */
  readonly rows?: number;
}

/**
 * Copies on the ground, none hidden: one row while it fits, then staggered rows whose gaps show those behind.
 * @param aspect Width : height of the picture: a tall picture gets more rows.
 * @param looseness How far a copy may stand before or behind its row, in its own depth: 0.16 for what was put there, 1 for
 *   what grew or gathered there.
 */
export function arrangeOnGround(
  count: number,
  size: Spacing,
  aspect: number,
  random: Random,
  looseness = 0.16,
): Arrangement {
  const longestRow = aspect >= 1.2 ? 6 : aspect >= 0.9 ? 4 : 3;
  const gap = Math.max(0.06, size.width * 0.24);
  if (count <= longestRow) {
    const pitch = size.width + gap;
    const isLoose = looseness > 0.2 && count > 2;
    const reach = Math.max(size.depth, size.width) * looseness;
    const spots = Array.from({ length: count }, (_, i): Vec3 => {
      const x = (i - (count - 1) / 2) * pitch + (isLoose ? random.between(-0.1, 0.1) * pitch : 0);
      // Neighbours stand before and behind each other by turns, or a herd would be a fence.
      const z = isLoose ? (i % 2 === 0 ? 1 : -1) * random.between(0.35, 1) * reach : random.between(-1, 1) * reach;
      return [x, 0, count === 1 ? 0 : z];
    });
    const depth = isLoose ? size.depth + 2 * reach : size.depth * (1 + 2 * looseness);
    return { spots, width: (count - 1) * pitch + size.width, depth, height: size.height };
  }
  if (count > 12 && looseness >= 0.5) return arrangeCrowd(count, size, aspect, random);
  const columns = Math.min(count, Math.max(3, Math.round(Math.sqrt(count * aspect * 1.5))));
  const rows = Math.ceil(count / columns);
  // Many stand closer than a dozen.
  const isCrowd = count > 12;
  const pitch = size.width * (isCrowd ? 1.2 : 1.5) + gap;
  const rowPitch = Math.max(size.depth * 1.25, size.height * (isCrowd ? 0.72 : 1.15));
  const spots = Array.from({ length: count }, (_, i): Vec3 => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, count - row * columns);
    const stagger = rows === 2 ? row * 0.5 - 0.25 : ((row % 3) - 1) / 3;
    const x = ((i % columns) - (inRow - 1) / 2 + stagger) * pitch + random.between(-0.06, 0.06) * size.width;
    return [x, 0, ((rows - 1) / 2 - row) * rowPitch + random.between(-0.1, 0.1) * size.depth];
  });
  return {
    spots,
    width: (columns - 0.4) * pitch + size.width,
    depth: (rows - 1) * rowPitch + size.depth,
    height: size.height,
    rows,
  };
}

/** Shoulder to shoulder, row behind row, as a crowd is: of those behind the heads are seen. */
function arrangeCrowd(count: number, size: Spacing, aspect: number, random: Random): Arrangement {
  const columns = Math.min(count, Math.max(4, Math.round(Math.sqrt(count * aspect * 1.35))));
  const rows = Math.ceil(count / columns);
  const pitch = size.width * 1.04;
  const rowPitch = Math.max(size.depth * 1.05, size.width * 0.95);
  const spots = Array.from({ length: count }, (_, i): Vec3 => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, count - row * columns);
    const x = ((i % columns) - (inRow - 1) / 2 + (row % 2 === 0 ? 0.25 : -0.25)) * pitch;
    const z = ((rows - 1) / 2 - row) * rowPitch;
    return [x + random.between(-0.1, 0.1) * size.width, 0, z + random.between(-0.16, 0.16) * rowPitch];
  });
  return {
    spots,
    width: (columns - 0.5) * pitch + size.width,
    depth: (rows - 1) * rowPitch + size.depth,
    height: size.height,
    rows: CROWD_ROWS,
  };
}

/** Stands for any number of rows that may hide each other. */
const CROWD_ROWS = 1.5;

/** Plants of one bed: close together, in staggered rows, so that whoever tends them is not lost beside a hedge of them. */
export function arrangeBed(count: number, size: Spacing, aspect: number, random: Random): Arrangement {
  const columns = Math.max(2, Math.round(Math.sqrt(count * Math.min(1.6, aspect))));
  const rows = Math.ceil(count / columns);
  const pitch = size.width * 0.92;
  const rowPitch = Math.max(size.depth * 0.9, size.width * 0.7);
  const spots = Array.from({ length: count }, (_, i): Vec3 => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, count - row * columns);
    const x = ((i % columns) - (inRow - 1) / 2 + (row % 2 === 0 ? -0.22 : 0.22)) * pitch;
    const z = ((rows - 1) / 2 - row) * rowPitch;
    return [x + random.between(-0.1, 0.1) * pitch, 0, z + random.between(-0.16, 0.16) * rowPitch];
  });
  return {
    spots,
    width: (columns - 0.5) * pitch + size.width * 0.5,
    depth: (rows - 1) * rowPitch + size.depth,
    height: size.height,
    rows: Math.min(2, rows),
  };
}

/** Copies in the air or the water: a loose grid that faces the camera. */
export function arrangeInAir(count: number, size: Spacing, aspect: number, random: Random): Arrangement {
  if (count === 1) return { spots: [[0, 0, 0]], ...size };
  const cellWidth = size.width * 1.45;
  const cellHeight = size.height * 1.55;
  const ideal = Math.sqrt((count * aspect * cellHeight) / cellWidth) * 1.1;
  const columns = Math.min(count, Math.max(1, Math.round(ideal)));
  if (aspect >= 1.2 && columns > 2 && count <= AIRY.length) return arrangeAiry(count, size, aspect, random);
  const rows = Math.ceil(count / columns);
  const spots = Array.from({ length: count }, (_, i): Vec3 => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, count - row * columns);
    const stagger = rows > 1 ? (row % 2 === 0 ? -0.2 : 0.2) : 0;
    const x = ((i % columns) - (inRow - 1) / 2 + stagger) * cellWidth + random.between(-0.12, 0.12) * size.width;
    const y =
      row * cellHeight + random.between(-0.12, 0.12) * size.height + (rows === 1 ? (i % 2) * 0.25 * size.height : 0);
    return [x, Math.max(0, y), random.between(-0.8, 0.8) * size.depth];
  });
  return {
    spots,
    width: (columns - 0.6) * cellWidth + size.width,
    depth: size.depth * 2.6,
    height: (rows - 1) * cellHeight + size.height * 1.3,
  };
}

/** How high the copies hang, 0 … 1, and how far back, from left to right: neighbours differ in both. */
const AIRY: readonly (readonly [height: number, back: number])[] = [
  [0.3, 0.35],
  [0.95, 0.8],
  [0, 0],
  [0.62, 0.6],
  [1, 1],
  [0.2, 0.2],
  [0.75, 0.75],
  [0.45, 0.1],
];

/** A few copies scattered over the picture, near ones large and far ones small, none before another. */
function arrangeAiry(count: number, size: Spacing, aspect: number, random: Random): Arrangement {
  const pitch = size.width * 1.18;
  const width = (count - 1) * pitch + size.width;
  const rise = Math.max(size.height * 0.35, (width / aspect) * 0.95 - size.height);
  const recede = Math.max(size.depth, size.width) * 2.6;
  const spots = Array.from({ length: count }, (_, i): Vec3 => {
    const [height, back] = AIRY[i]!;
    // What is farther back stands wider apart, or the picture would draw it together.
    const x = (i - (count - 1) / 2) * pitch * (1 + 0.12 * back) + random.between(-0.06, 0.06) * size.width;
    return [x, height * rise, recede * (0.5 - back)];
  });
  return { spots, width: width * 1.06, depth: recede + size.depth, height: rise + size.height };
}

/** Copies in a ring round something of a given half width. */
export function arrangeAround(count: number, size: Spacing, radius: number): Arrangement {
  const reach = Math.max(radius + size.width * 0.8, (count * size.width * 1.15) / (Math.PI * 2));
  const spots = Array.from({ length: count }, (_, i): Vec3 => {
    const angle = count === 1 ? Math.PI / 4 : ((i + 0.5) / count) * Math.PI * 2;
    return [Math.sin(angle) * reach * 1.25, 0, Math.cos(angle) * reach];
  });
  return { spots, width: reach * 2.5 + size.width, depth: reach * 2 + size.depth, height: size.height };
}

/** How far copies stand out of their row; what is not named was put there in one. */
export const LOOSENESS: Readonly<Record<string, number>> = {
  person: 0.7,
  robot: 0.5,
  horse: 0.55,
  dog: 0.5,
  fox: 0.5,
  bird: 0.6,
  fish: 0.95,
  tree: 0.9,
  rock: 0.8,
  flower: 0.9,
  house: 0.35,
  car: 0.3,
  crystal: 0.7,
};
