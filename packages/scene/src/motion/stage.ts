import { createRandom, type Random } from '../random.ts';
import type { Coverage, Picture, Sight } from '../vision/sight.ts';
import { AT_REST, type Camera } from './camera.ts';
import { createField } from './field.ts';
import { fillUnknown } from './fill.ts';
import { blur, coverageAt, createNodeMap, mapOf, type NodeMap, refineMatte, spreadMap } from './mattes.ts';
import { CELL, type Field } from './mover.ts';
import { createNoise, type Noise } from './noise.ts';
import { type Allocate, type Planes, toPlanes } from './planes.ts';
import { type Figure, figureBeforeSky, mendStarrySky } from './skyline.ts';

/** Mirrored pixels round the picture: as far as anything but a layer ever reads beyond its edge. */
const rimOf = (width: number, height: number) => 2 * Math.ceil(Math.max(width, height) * 0.026) + 16;

/** All that movers are made from. What costs time is made when it is first asked for. */
export interface MotionStage {
  readonly picture: Picture;
  readonly planes: Planes;
  readonly sight: Sight;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly random: Random;
  readonly noise: Noise;
  /** Pixels of a picture of 720 rows become this many here. */
  readonly unit: number;
  /** A field of the film's size, to take columns and rows from. */
  readonly grid: Field;
  /** A region at full size with a clean edge, 0 … 255; undefined when the picture has none. */
  matte(region: RegionName): Uint8Array | undefined;
  /** The same on the nodes, 0 … 1. */
  map(region: RegionName): NodeMap | undefined;
  /** What the picture is about, cut out. */
  readonly figure: Figure | undefined;
  /** What stands up before the sky, from its foot to its top. */
  readonly tower: Figure | undefined;
  /** The picture with everything made up that is not the region, but for `edge` pixels inside of its matte. */
  plate(region: RegionName, rim: number): Planes;
  /** Pixels along a matte's edge that hold some of what is beyond it. */
  readonly edge: number;
  /** 0 far … 1 near, smooth, and constant across things; undefined when all is equally far. */
  readonly nearness: NodeMap | undefined;
  /** Luma 0 … 1 on the nodes, as a mean of about 8 pixels. */
  readonly luma: NodeMap;
  /** How much a node looks like leaves, grass or flowers, 0 … 1. */
  readonly greenery: NodeMap;
  /** Where far points of the picture are seen. Set by whoever made the camera. */
  camera: Camera;
}

/** As many as make a starry night of a dark one. */
const STARS_OF_A_SKY = 40;

export type RegionName = 'sky' | 'water' | 'ground' | 'people' | 'subject';

export interface MotionStageOptions {
  readonly picture: Picture;
  readonly sight: Sight;
  readonly seed: number;
  readonly seconds: number;
  /** Where planes that the frames are read from lie. */
  readonly allocate: Allocate;
}

export function createMotionStage({ picture, sight, seed, seconds, allocate }: MotionStageOptions): MotionStage {
  const { width, height } = picture;
  const planes = toPlanes(picture, rimOf(width, height), allocate);
  const random = createRandom(seed).fork('motion');
  const grid = createField(width, height);
  const kept = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
  const isStarry = sight.isNight && sight.stars.length >= STARS_OF_A_SKY;
  const regionOf = (name: RegionName): Coverage | undefined => sight.regions[name];
  const stage: MotionStage = {
    picture,
    planes,
    sight,
    width,
    height,
    seconds,
    random,
    noise: createNoise(random.fork('noise')),
    unit: Math.max(0.2, Math.sqrt(width * height) / 960),
    grid,
    matte: (name) =>
      once(`matte ${name}`, () => {
        const region = regionOf(name);
        const matte = region && refineMatte(region, planes);
        return matte && name === 'sky' && isStarry ? mendStarrySky(matte, planes) : matte;
      }),
    map: (name) =>
      once(`map ${name}`, () => {
        const data = stage.matte(name);
        return data && mapOf({ width, height, data }, grid, width, height);
      }),
    get figure() {
      return once('figure', () => {
        const matte = stage.matte('subject');
        if (matte && sight.subjectBox) return { matte, box: sight.subjectBox };
        return stage.tower;
      });
    },
    get tower() {
      return once('tower', () => {
        const sky = stage.matte('sky');
        return sky && figureBeforeSky(sky, planes);
      });
    },
    plate: (name, rim) =>
      once(`plate ${name} ${rim}`, () => {
        const matte = stage.matte(name);
        const isKnown = matte ? shrunk(matte, width, height) : new Uint8Array(width * height).fill(1);
        const salt = Math.floor(random.fork(`fill ${name}`).next() * 1e6);
        const hangs = isStarry ? 'over ridge' : 'over towers';
        return fillUnknown(planes, isKnown, { rim, salt, ...(name === 'sky' ? { hangs } : {}), allocate });
      }),
    edge: 2 * edgeReach(width) + 2,
    get nearness() {
      return once('nearness', () => nearnessOf(sight, grid, width, height));
    },
    get luma() {
      return once('luma', () => lumaOf(planes, grid));
    },
    get greenery() {
      return once('greenery', () => greeneryOf(stage));
    },
    camera: { focus: [width / 2, height / 2], poseAt: () => AT_REST },
  };
  return stage;
}

/** Half of a matte's uncertain edge, in pixels of half the size. */
const edgeReach = (width: number) => Math.max(2, Math.round(width / 400));

/** 1 where a matte is full a few pixels round: its edge holds some of what is beyond. */
function shrunk(matte: Uint8Array, width: number, height: number): Uint8Array {
  const reach = edgeReach(width);
  const [columns, rows] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const half = new Float32Array(columns * rows);
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) half[at] = matte[y * 2 * width + x * 2]! >= 250 ? 1 : 0;
  }
  blur(half, columns, rows, reach);
  const known = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) known[at] = half[(y >> 1) * columns + (x >> 1)]! > 0.995 ? 1 : 0;
  }
  return known;
}

function nearnessOf(sight: Sight, grid: Field, width: number, height: number): NodeMap | undefined {
  const map = createNodeMap(grid);
  const { columns, rows } = map;
  let [least, most] = [255, 0];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const far = coverageAt(sight.depth, (column * CELL) / width, (row * CELL) / height);
      least = Math.min(least, far);
      most = Math.max(most, far);
      map.data[row * columns + column] = 1 - far / 255;
    }
  }
  if (most - least < 12) return undefined;
  // A thing's surroundings go with it for a little way, so that its own edge is never stretched.
  const reach = Math.max(1, Math.round(columns / 60));
  const wide = spreadMap(map, reach);
  for (let round = 0; round < 2; round++) blur(wide.data, columns, rows, reach + 1);
  return wide;
}

function lumaOf({ width, height, y: { data, stride, origin } }: Planes, grid: Field): NodeMap {
  const map = createNodeMap(grid);
  for (let row = 0, at = 0; row < map.rows; row++) {
    for (let column = 0; column < map.columns; column++, at++) {
      const x = Math.min(width - 2, column * CELL);
      const y = Math.min(height - 2, row * CELL);
      let sum = 0;
      for (let j = -1; j <= 2; j++) {
        for (let i = -1; i <= 2; i++) sum += data[origin + (y + j) * stride + x + i]!;
      }
      map.data[at] = Math.max(0, (sum / 16 - 16) / 219);
    }
  }
  blur(map.data, map.columns, map.rows, 1);
  return map;
}

/** Green or straw-coloured, textured, and neither sky, water, person nor subject. */
function greeneryOf({ planes, grid, map, sight }: MotionStage): NodeMap {
  const out = createNodeMap(grid);
  const { y, u, v, width, height } = planes;
  const others = (['sky', 'water', 'people'] as const).map((name) => map(name)).filter((one) => one !== undefined);
  for (let row = 0, at = 0; row < out.rows; row++) {
    for (let column = 0; column < out.columns; column++, at++) {
      const px = Math.min(width - CELL, column * CELL);
      const py = Math.min(height - CELL, row * CELL);
      const [least, most] = rangeOf(y.data, y.origin + py * y.stride + px, y.stride);
      const chroma = u.origin + (py >> 1) * u.stride + (px >> 1);
      const [cb, cr] = [u.data[chroma]! - 128, v.data[chroma]! - 128];
      // Green pulls both differences down; dry grass pulls blue down alone.
      const green = Math.min(1, Math.max(0, -(cb + cr) - 4) / 8) * Math.min(1, Math.max(0, 7 - cr) / 6);
      const dark = most < 34 ? 0 : 1;
      let share = green * dark * Math.min(1, Math.max(0, most - least - 3) / 10);
      for (const other of others) share *= 1 - other.data[at]!;
      out.data[at] = share;
    }
  }
  const reach = Math.max(1, Math.round(out.columns / 80));
  blur(out.data, out.columns, out.rows, reach);
  for (let at = 0; at < out.data.length; at++) out.data[at] = Math.min(1, Math.max(0, out.data[at]! * 2.4 - 0.3));
  blur(out.data, out.columns, out.rows, reach);
  if (sight.isFlat) out.data.fill(0);
  return out;
}

function rangeOf(data: Uint8Array, from: number, stride: number): readonly [number, number] {
  let [least, most] = [255, 0];
  for (let j = 0; j < CELL; j++) {
    for (let i = 0; i < CELL; i++) {
      const value = data[from + j * stride + i]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return [least, most];
}
