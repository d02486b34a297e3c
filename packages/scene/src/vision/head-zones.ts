import { ease, type Grid } from './planes.ts';
import type { Box, Face } from './sight.ts';

/** Where on and around a head each cell of a grid lies; flags are 1 where it does. */
export interface HeadZones {
  /** How likely hair is by place alone; 0: there is surely none. */
  readonly prior: Float32Array;
  readonly isFace: Uint8Array;
  /** Cheeks, nose and mouth. */
  readonly isSkin: Uint8Array;
  /** Where a skull and its hair usually are, the face included. */
  readonly isSkull: Uint8Array;
  /** Of it, what lies above the face. */
  readonly isCrown: Uint8Array;
  /** How far from the middle of the skull, 1 where skulls with their hair mostly end. */
  readonly inSkull: Float32Array;
  /** Which way from there, in degrees from straight down. */
  readonly bearing: Float32Array;
  /** Above the face, as far as hair is mostly heaped. */
  readonly isAbove: Uint8Array;
  readonly isTemple: Uint8Array;
  /** Below the chin, where most clothes show. */
  readonly isChest: Uint8Array;
  /** Of the face, from the forehead to the chin. */
  readonly cellsHigh: number;
}

// Points of MediaPipe's mesh.
const FOREHEAD = 10;
const CHIN = 152;

/** A head's own directions: from the forehead's upper end to the chin is 1 down. */
interface HeadFrame {
  at(x: number, y: number): readonly [right: number, down: number];
  /** Pixels in 1. */
  readonly unit: number;
  /** Middle and half the width of the face. */
  readonly middle: number;
  readonly half: number;
  /** How far the skull's middle lies beside the face's: a head that is turned lies behind its face. */
  readonly aside: number;
}

function frameOf({ mesh, yaw }: Face): HeadFrame {
  const [x0, y0] = [mesh[3 * FOREHEAD]!, mesh[3 * FOREHEAD + 1]!];
  const [dx, dy] = [mesh[3 * CHIN]! - x0, mesh[3 * CHIN + 1]! - y0];
  const unit = Math.max(1, Math.hypot(dx, dy));
  const [cos, sin] = [dy / unit, -dx / unit];
  const at = (x: number, y: number) =>
    [((x - x0) * cos + (y - y0) * sin) / unit, ((y - y0) * cos - (x - x0) * sin) / unit] as const;
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < 468; i++) {
    const [right] = at(mesh[3 * i]!, mesh[3 * i + 1]!);
    least = Math.min(least, right);
    most = Math.max(most, right);
  }
  const half = Math.max(0.2, (most - least) / 2);
  return { at, unit, middle: (least + most) / 2, half, aside: -0.32 * Math.sin(yaw) };
}

/** A head and what may hang from it, down to the chest, and enough around it to learn what it is not. */
export function arenaOfHead(face: Face, { width, height }: { readonly width: number; readonly height: number }): Box {
  const { unit } = frameOf(face);
  const [cx, cy] = [face.box.x + face.box.width / 2, face.box.y + face.box.height / 2];
  const left = Math.min(width, Math.max(0, Math.floor(cx - 1.75 * unit)));
  const top = Math.min(height, Math.max(0, Math.floor(cy - 1.6 * unit)));
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(width, Math.ceil(cx + 1.75 * unit)) - left),
    height: Math.max(0, Math.min(height, Math.ceil(cy + 2.2 * unit)) - top),
  };
}

/** @param arena What the grid spans, in the face's pixels. */
export function zonesOfHead(grid: Grid, arena: Box, face: Face): HeadZones {
  const head = frameOf(face);
  const flags = () => new Uint8Array(grid.width * grid.height);
  const [isFace, isSkin, isSkull, isCrown] = [flags(), flags(), flags(), flags()];
  const [isAbove, isTemple, isChest] = [flags(), flags(), flags()];
  const plane = () => new Float32Array(grid.width * grid.height);
  const [prior, inSkull, bearing] = [plane(), plane(), plane()];
  const scale = arena.width / grid.width;
  for (let i = 0; i < prior.length; i++) {
    const x = arena.x + ((i % grid.width) + 0.5) * scale;
    const y = arena.y + (Math.floor(i / grid.width) + 0.5) * scale;
    const [right, down] = head.at(x, y);
    const beside = right - head.middle - head.aside;
    const inFace = Math.hypot((right - head.middle) / head.half, (down - 0.5) / 0.52);
    const [u, v] = [beside / (head.half + 0.2), (down - 0.28) / 0.62];
    const away = Math.hypot(u, v);
    inSkull[i] = away;
    bearing[i] = 180 + (180 / Math.PI) * Math.atan2(u, -v);
    prior[i] = priorAt(beside, down, inFace, away);
    isFace[i] = Number(inFace < 1);
    isSkin[i] = Number(inFace < 0.7 && down > 0.45);
    isSkull[i] = Number(away < 1.05);
    isCrown[i] = Number(down < 0.1 && inFace > 1.02 && away < 0.95);
    isAbove[i] = Number(down < 0.15 && inFace > 1 && away < 1.4);
    isTemple[i] = Number(down > 0.2 && down < 0.5 && inFace > 1 && inFace < 1.3);
    isChest[i] = Number(down > 1.25 && Math.abs(beside) < 0.25);
  }
  return {
    prior,
    inSkull,
    bearing,
    isFace,
    isSkin,
    isSkull,
    isCrown,
    isAbove,
    isTemple,
    isChest,
    cellsHigh: head.unit / scale,
  };
}

function priorAt(beside: number, down: number, inFace: number, inSkull: number): number {
  if (inFace < 0.95 && down > 0.3) return 0;
  // A fringe may cover the forehead.
  if (inFace < 1) return 0.2 + 0.25 * ease(0.3, 0, down);
  if (down < 0.6) return inSkull > 1.6 ? 0 : 0.08 + 0.7 * ease(1.4, 0.95, inSkull);
  const away = Math.abs(beside);
  if (down > 2.4 || away > 1.1 || (down > 1.25 && away < 0.25)) return 0;
  // Long hair falls on both sides of the neck.
  return 0.06 + 0.4 * ease(2.4, 0.8, down) * ease(1, 0.5, away) * ease(0.2, 0.4, away);
}
