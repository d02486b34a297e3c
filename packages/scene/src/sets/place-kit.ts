import type { Material, Rgb, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import { IDENTITY } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder } from '../stage/shape.ts';

/** What built places are made of. `paint` lies on other surfaces; `window` and `lamp` are lit with the lamps, `glow` always. */
const MATERIALS = {
  plaster: { pattern: 'grain', patternScale: 9, specular: 0.04 },
  stone: { pattern: 'rock', patternScale: 1.4, specular: 0.06 },
  blocks: { pattern: 'tiles', patternScale: 1.1, specular: 0.06 },
  brick: { pattern: 'bricks', patternScale: 2.4, specular: 0.04 },
  slate: { pattern: 'tiles', patternScale: 3.2, specular: 0.12, gloss: 18 },
  wood: { pattern: 'wood', patternScale: 3, specular: 0.16, gloss: 22 },
  planks: { pattern: 'planks', patternScale: 4, specular: 0.2, gloss: 26 },
  trim: { specular: 0.16, gloss: 24 },
  metal: { specular: 0.55, gloss: 44 },
  glass: { specular: 0.85, gloss: 90 },
  cloth: { pattern: 'fabric', patternScale: 40, wrap: 0.4 },
  leaf: { pattern: 'foliage', patternScale: 5, wrap: 0.5, specular: 0.03 },
  marble: { pattern: 'marble', patternScale: 0.7, specular: 0.45, gloss: 60 },
  gold: { specular: 0.9, gloss: 50, emissive: 0.08 },
  skin: { wrap: 0.4, specular: 0.06 },
  // Bounced light from the whole room, which one hemisphere from below does not give.
  ceiling: { pattern: 'grain', patternScale: 9, emissive: 0.22 },
  paint: { pattern: 'grain', patternScale: 5, specular: 0.06 },
  window: { emissive: 1.05, specular: 0.5, gloss: 70 },
  lamp: { emissive: 1.5 },
  glow: { emissive: 1.1 },
} as const satisfies Record<string, Material>;

export type Stuff = keyof typeof MATERIALS;

/** One growing shape for each stuff: a whole place is drawn in as many pieces as it has kinds of surface. */
export type Kit = Readonly<Record<Stuff, ShapeBuilder>>;

export const STUFFS = Object.keys(MATERIALS) as readonly Stuff[];

/** @returns empty shapes. */
export function createKit(): Kit {
  return Object.fromEntries(STUFFS.map((stuff) => [stuff, createShape()])) as unknown as Kit;
}

/** The same kit in the space of something that stands elsewhere and is turned: what is built into it faces +z there. */
export function placeKit(kit: Kit, origin: Vec3, yaw = 0): Kit {
  return Object.fromEntries(STUFFS.map((stuff) => [stuff, placeShape(kit[stuff], origin, yaw)])) as unknown as Kit;
}

/** A shape whose points are turned about y and moved before they go into another. Sheets are only moved. */
export function placeShape(shape: ShapeBuilder, origin: Vec3, yaw = 0): ShapeBuilder {
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  const at = ([x, y, z]: Vec3): Vec3 => [origin[0] + x * cos + z * sin, origin[1] + y, origin[2] - x * sin + z * cos];
  return {
    box: (center, size, color, options = {}) =>
      shape.box(at(center), size, color, { ...options, yaw: (options.yaw ?? 0) + yaw }),
    quad: (a, b, c, d, color, open) => shape.quad(at(a), at(b), at(c), at(d), color, open),
    triangle: (a, b, c, color, open) => shape.triangle(at(a), at(b), at(c), color, open),
    lathe: (center, rings, color, segments) => shape.lathe(at(center), rings, color, segments),
    tube: (path, radius, color, segments) => shape.tube(path.map(at), radius, color, segments),
    sheet: ({ xs, zs, at: height, paint }) =>
      shape.sheet({
        xs: xs.map((x) => x + origin[0]),
        zs: zs.map((z) => z + origin[2]),
        at: (x, z) => origin[1] + height(x - origin[0], z - origin[2]),
        paint: (x, z, y) => paint(x - origin[0], z - origin[2], y - origin[1]),
      }),
    get triangleCount() {
      return shape.triangleCount;
    },
    build: () => shape.build(),
  };
}

export interface KitParts {
  readonly still: readonly PartInstance[];
  /** @param on How far the lamps are lit, 0 … 1. */
  litAt(on: number): PartInstance[];
}

const GLASS_BY_DAY: Rgb = [0.2, 0.26, 0.34];
const FLAT: ReadonlySet<Stuff> = new Set(['ceiling', 'paint', 'window', 'lamp', 'glow']);

/**
 * Builds what has been collected.
 * @param wet Surfaces that mirror the wet ground, and how much.
 */
export function buildKit(kit: Kit, changes: Partial<Record<Stuff, Material>> = {}): KitParts {
  const part = (stuff: Stuff): PartInstance[] =>
    kit[stuff].triangleCount === 0
      ? []
      : [
          {
            mesh: kit[stuff].build(),
            material: { ...MATERIALS[stuff], ...changes[stuff] },
            matrix: IDENTITY,
            isStatic: true,
            castsShadow: !FLAT.has(stuff),
          },
        ];
  const windows = part('window');
  const lamps = part('lamp');
  return {
    still: STUFFS.filter((stuff) => stuff !== 'window' && stuff !== 'lamp').flatMap(part),
    litAt: (on) => [
      ...windows.map((one): PartInstance => ({ ...one, emissive: on, tint: tintOf(on) })),
      ...lamps.map((one): PartInstance => ({ ...one, emissive: 0.05 + 0.95 * on })),
    ],
  };
}

/** A pane that is dark by day takes its own colour when it is lit. */
function tintOf(on: number): Rgb {
  return [0, 1, 2].map((i) => GLASS_BY_DAY[i]! + (1 - GLASS_BY_DAY[i]!) * on) as unknown as Rgb;
}

/** A flat card that faces +z. */
export function addCard(shape: ShapeBuilder, [x, y, z]: Vec3, w: number, h: number, color: number): void {
  shape.quad(
    [x - w / 2, y - h / 2, z],
    [x + w / 2, y - h / 2, z],
    [x + w / 2, y + h / 2, z],
    [x - w / 2, y + h / 2, z],
    color,
  );
}

/** A flat patch that faces up. */
export function addPatch(shape: ShapeBuilder, [x, y, z]: Vec3, w: number, d: number, color: number): void {
  shape.quad(
    [x - w / 2, y, z + d / 2],
    [x + w / 2, y, z + d / 2],
    [x + w / 2, y, z - d / 2],
    [x - w / 2, y, z - d / 2],
    color,
  );
}

/** A sagging line between two points. */
export function sag(from: Vec3, to: Vec3, drop: number, steps = 8): Vec3[] {
  return Array.from({ length: steps + 1 }, (_, i): Vec3 => {
    const u = i / steps;
    return [
      from[0] + (to[0] - from[0]) * u,
      from[1] + (to[1] - from[1]) * u - drop * 4 * u * (1 - u),
      from[2] + (to[2] - from[2]) * u,
    ];
  });
}
