import { inverse, moveX, moveY, type Similarity } from '../track/similarity.ts';
import { createPlane, type Plane, samplePlane } from './plane.ts';

/** For each place of a small grid, where it was in the frame that was looked at closely, on the same grid. */
export interface Warp {
  readonly x: Plane;
  readonly y: Plane;
}

/** Nodes lie so far apart, in places of the grid; between them movement is read off evenly. */
const NODE = 5;
/** Half the side of the patch that is compared at a node, and how far apart its samples are. */
const REACH = 4;
const STRIDE = 2;
/** What a place of distance from the neighbours' movement costs, in mean difference of a colour. */
const ROUGHNESS = 0.006;
/** Beyond this, neighbours that differ belong to something else. */
const ROUGHNESS_MAX = 5;
const SEARCHES = [
  [2, 0],
  [-2, 0],
  [0, 2],
  [0, -2],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;
const ROUNDS = 3;

/**
 * Finds where each place of a frame was in another frame: begun with what is known of how things move, then as neighbours
 * moved and a little to every side, whichever looks most alike.
 * @param moves From the other frame to this one, in places of the grid; each is tried everywhere.
 */
export function alignFrames(before: readonly Plane[], now: readonly Plane[], moves: readonly Similarity[]): Warp {
  const { width, height } = now[0]!;
  const columns = Math.ceil(width / NODE) + 1;
  const rows = Math.ceil(height / NODE) + 1;
  const dx = new Float32Array(columns * rows);
  const dy = new Float32Array(columns * rows);
  const backs = moves.map(inverse);
  const differenceAt = (node: number, right: number, down: number, least: number): number =>
    compare(before, now, (node % columns) * NODE, Math.floor(node / columns) * NODE, right, down, least);
  for (let node = 0; node < dx.length; node++) {
    const x = (node % columns) * NODE;
    const y = Math.floor(node / columns) * NODE;
    let least = Infinity;
    for (const back of backs) {
      const right = moveX(back, x, y) - x;
      const down = moveY(back, x, y) - y;
      const difference = differenceAt(node, right, down, least);
      if (difference >= least) continue;
      least = difference;
      dx[node] = right;
      dy[node] = down;
    }
  }
  for (let round = 0; round < ROUNDS; round++) improve({ columns, rows, dx, dy, differenceAt }, round % 2 === 1);
  return spread(dx, dy, columns, width, height);
}

interface Nodes {
  readonly columns: number;
  readonly rows: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
  readonly differenceAt: (node: number, right: number, down: number, least: number) => number;
}

function improve({ columns, rows, dx, dy, differenceAt }: Nodes, isBackwards: boolean): void {
  const count = columns * rows;
  for (let i = 0; i < count; i++) {
    const node = isBackwards ? count - 1 - i : i;
    const column = node % columns;
    const neighbours: number[] = [];
    if (column > 0) neighbours.push(node - 1);
    if (column + 1 < columns) neighbours.push(node + 1);
    if (node >= columns) neighbours.push(node - columns);
    if (node + columns < count) neighbours.push(node + columns);
    const roughness = (right: number, down: number): number => {
      let sum = 0;
      for (const other of neighbours)
        sum += Math.min(ROUGHNESS_MAX, Math.abs(right - dx[other]!) + Math.abs(down - dy[other]!));
      return (ROUGHNESS * sum) / neighbours.length;
    };
    let bestX = dx[node]!;
    let bestY = dy[node]!;
    let least = differenceAt(node, bestX, bestY, Infinity) + roughness(bestX, bestY);
    const offer = (right: number, down: number): void => {
      const rough = roughness(right, down);
      if (rough >= least) return;
      const cost = differenceAt(node, right, down, least - rough) + rough;
      if (cost >= least) return;
      least = cost;
      bestX = right;
      bestY = down;
    };
    for (const other of neighbours) offer(dx[other]!, dy[other]!);
    for (const [right, down] of SEARCHES) offer(bestX + right, bestY + down);
    dx[node] = bestX;
    dy[node] = bestY;
  }
}

/** Mean difference of two patches, 0 to 1; stops where it is more than `least`. */
function compare(
  before: readonly Plane[],
  now: readonly Plane[],
  x: number,
  y: number,
  right: number,
  down: number,
  least: number,
): number {
  const { width, height } = now[0]!;
  const [red, green, blue] = before as readonly [Plane, Plane, Plane];
  const [nowRed, nowGreen, nowBlue] = now as readonly [Plane, Plane, Plane];
  const most = least * PATCH_COUNT * 3;
  let sum = 0;
  for (let v = -REACH; v <= REACH; v += STRIDE) {
    const row = clamp(y + v, height - 1) * width;
    const from = clamp(Math.round(y + v + down), height - 1) * width;
    for (let u = -REACH; u <= REACH; u += STRIDE) {
      const at = row + clamp(x + u, width - 1);
      const there = from + clamp(Math.round(x + u + right), width - 1);
      sum +=
        Math.abs(nowRed.data[at]! - red.data[there]!) +
        Math.abs(nowGreen.data[at]! - green.data[there]!) +
        Math.abs(nowBlue.data[at]! - blue.data[there]!);
    }
    if (sum > most) return Infinity;
  }
  return sum / (PATCH_COUNT * 3);
}

const PATCH_COUNT = ((2 * REACH) / STRIDE + 1) ** 2;

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value;
}

/** From nodes to every place of the grid. */
function spread(dx: Float32Array, dy: Float32Array, columns: number, width: number, height: number): Warp {
  const warp = { x: createPlane(width, height), y: createPlane(width, height) };
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / NODE);
    const fy = y / NODE - row;
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / NODE);
      const fx = x / NODE - column;
      const node = row * columns + column;
      const below = node + columns;
      const mix = (values: Float32Array): number =>
        (values[node]! * (1 - fx) + values[node + 1]! * fx) * (1 - fy) +
        (values[below]! * (1 - fx) + values[below + 1]! * fx) * fy;
      warp.x.data[y * width + x] = x + mix(dx);
      warp.y.data[y * width + x] = y + mix(dy);
    }
  }
  return warp;
}

/** A plane of the frame that was looked at closely, as it lies now. */
export function warpPlane(plane: Plane, { x, y }: Warp): Plane {
  const moved = createPlane(plane.width, plane.height);
  for (let i = 0; i < moved.data.length; i++) moved.data[i] = samplePlane(plane, x.data[i]!, y.data[i]!);
  return moved;
}
