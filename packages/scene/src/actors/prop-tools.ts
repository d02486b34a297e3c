import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { type ColorLike, mixColors, shade, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import type { BlobPart } from '../model/field.ts';
import { lathe } from '../model/lathe.ts';
import { alongSegment, type Matrix, type Placement } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { box, cylinder, ring, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext } from './actor.ts';
import { type Assembly, type PropPart, propParts } from './prop.ts';

/** Polished metal: its colours are painted as if a studio stood round it, since the renderer reflects only the sky. */
export const POLISHED: Material = { specular: 0.9, gloss: 90, wrap: 0.1 };
/** Brushed or cast metal, of one colour. */
export const DULL_METAL: Material = { specular: 0.45, gloss: 30, wrap: 0.1 };
/** Clear or coloured glass: dark body, bright rim, hard lights. */
export const CLEAR: Material = { specular: 1, gloss: 170, wrap: 0.35, rim: 0.5 };
/** Glazed, oiled, polished things. */
export const GLOSSY: Material = { specular: 0.6, gloss: 70, wrap: 0.2 };
/** Skin of fruit, crust, wax: soft light within. */
export const SOFT: Material = { specular: 0.16, gloss: 22, wrap: 0.45, rim: 0.06 };
/** Crumbs, rind and crust. */
export const CRUMB: Material = { pattern: 'grain', patternScale: 3, specular: 0.05, wrap: 0.4 };
/** Wood and leather of things that are modelled in centimetres. */
export const FINE_WOOD: Material = { pattern: 'wood', patternScale: 0.16, specular: 0.3, gloss: 34 };
export const LEATHER: Material = { pattern: 'grain', patternScale: 4, specular: 0.25, gloss: 26, wrap: 0.15 };
export const SCREEN: Material = { emissive: 0.7, specular: 0.8, gloss: 150 };

/** Pairs or triples of numbers in a row. */
type Row = readonly number[];

/** What most things are made with. Everything goes into the assembly at once. */
export interface Tools extends Assembly {
  /** A profile turned round y: radius, height, radius, height … from the bottom up. */
  turned(material: Material, profile: Row, color: ColorLike, place?: Placement | Matrix, segments?: number): void;
  /** A bent bar: x, y, z, x, y, z … */
  bar(
    material: Material,
    path: Row,
    radius: number | ((share: number) => number),
    color: ColorLike,
    place?: Placement | Matrix,
  ): void;
  /** A straight one with flat ends; two radii make it taper. */
  rod(material: Material, from: Vec3, to: Vec3, radius: number | readonly [number, number], color: ColorLike): void;
  block(material: Material, size: Vec3, at: Vec3, color: ColorLike, round?: number, rotate?: Vec3): void;
  ball(material: Material, radius: number | Vec3, at: Vec3, color: ColorLike, rotate?: Vec3): void;
  /** A ball of few triangles: pearls, seeds, rivets. */
  bead(material: Material, radius: number | Vec3, at: Vec3, color: ColorLike, rotate?: Vec3): void;
  /** A flat cylinder that stands on `at`; turned by `rotate` about it. */
  disc(material: Material, radius: number, height: number, at: Vec3, color: ColorLike, rotate?: Vec3): void;
  /** A ring that lies level unless it is turned. */
  hoop(material: Material, radius: number, thick: number, at: Vec3, color: ColorLike, rotate?: Vec3): void;
  /** An outline, counter-clockwise x, y, x, y …, of some depth along z. */
  plate(
    material: Material,
    outline: Row,
    depth: number,
    color: ColorLike,
    place?: Placement | Matrix,
    bevel?: number,
  ): void;
  blob(
    material: Material,
    parts: readonly BlobPart[],
    edge: number,
    color: ColorLike,
    blend?: number,
    place?: Placement | Matrix,
  ): void;
}

/** Triangles that one thing may take; the parts that move count on their own. */
const SHARES: Readonly<Record<ActorContext['detail'], number>> = { hero: 10_000, normal: 4500, far: 2000 };
const TRIES = 3;

/**
 * As `propParts`, with tools. What takes more than its share of triangles is made again, of fewer.
 * @param share Of the ordinary triangles; more for large curved bodies that many look at.
 */
export function craftParts(
  key: string,
  detail: ActorContext['detail'],
  build: (tools: Tools) => void,
  share = 1,
): readonly PropPart[] {
  const most = SHARES[detail] * share;
  return propParts(key, detail, (to) => {
    let thin = 1;
    for (let attempt = 1; ; attempt++) {
      const made: Parameters<Assembly['add']>[] = [];
      const collecting: Assembly = { ...to, add: (...part) => void made.push(part) };
      build(toolsFor(collecting, thin));
      const triangles = made.reduce((sum, [, mesh]) => sum + mesh.indices.length / 3, 0);
      if (triangles <= most || attempt === TRIES) {
        for (const part of made) to.add(...part);
        return;
      }
      thin *= Math.max(0.3, Math.sqrt(most / triangles) * 0.92);
    }
  });
}

/** @param thin Share of the ordinary number of segments, 0 … 1. */
function toolsFor(base: Assembly, thin: number): Tools {
  const to: Assembly = {
    ...base,
    segments: (hero) => Math.max(4, Math.round(base.segments(hero) * thin)),
    rounded: (size, radius, color, segments = 3) =>
      thin < 0.62 && segments === 1
        ? box(...size, color)
        : base.rounded(size, radius, color, thin < 0.8 ? 1 : segments),
  };
  const flat: Vec3 = [Math.PI / 2, 0, 0];
  const add: Assembly['add'] = (material, mesh, place, color) => {
    const tone = material === POLISHED ? polish(mesh, color) : mesh;
    to.add(material, tone, place, material === POLISHED ? undefined : color);
  };
  return {
    ...to,
    add,
    turned(material, profile, color, place, segments = 40) {
      add(material, lathe(pairs(profile), color, to.segments(segments)), place);
    },
    bar(material, path, radius, color, place) {
      const points = triples(path);
      const rings = points.length === 2 ? 1 : Math.max(Math.min(points.length, 12), to.segments(points.length * 4));
      add(material, tube(points, { radius, color, rings, sides: to.segments(11) }), place);
    },
    rod(material, from, end, radius, color) {
      const [low, high] = typeof radius === 'number' ? [radius, radius] : radius;
      const length = Math.hypot(end[0] - from[0], end[1] - from[1], end[2] - from[2]);
      const segments = to.segments(low > 0.06 ? 24 : 14);
      add(
        material,
        cylinder({ radius: low, topRadius: high, height: length, segments, color }),
        alongSegment(from, end),
      );
    },
    block(material, size, at, color, round = Math.min(...size) * 0.12, rotate = [0, 0, 0]) {
      const steps = round > Math.min(...size) * 0.25 ? 2 : 1;
      add(material, to.rounded(size, round, color, steps), { at, rotate });
    },
    ball(material, radius, at, color, rotate = [0, 0, 0]) {
      add(material, sphere(radius, color, to.segments(24)), { at, rotate });
    },
    bead(material, radius, at, color, rotate = [0, 0, 0]) {
      add(material, sphere(radius, color, Math.max(4, Math.round((to.isHero ? 9 : 5) * thin))), { at, rotate });
    },
    disc(material, radius, height, at, color, rotate = [0, 0, 0]) {
      const soft = Math.min(height, radius) * 0.18;
      const profile = [
        ...[0, 0, radius - soft, 0, radius, soft],
        ...[radius, height - soft, radius - soft, height, 0, height],
      ];
      add(material, edged(lathe(pairs(profile), color, to.segments(36))), { at, rotate });
    },
    hoop(material, radius, thick, at, color, rotate = flat) {
      add(material, ring(radius, thick, color, Math.PI * 2, to.segments(36)), { at, rotate });
    },
    plate(material, outline, depth, color, place, bevel = 0) {
      add(material, extrude(pairs(outline), { depth, bevel: to.isHero ? bevel : 0, color }), place);
    },
    blob(material, parts, edge, color, blend, place) {
      const length = (edge * (to.isHero ? 1 : to.isFar ? 3 : 1.8)) / Math.max(0.5, thin);
      add(material, smoothBlob(parts, length, { color, ...(blend === undefined ? {} : { blend }) }), place);
    },
  };
}

/** Lathes smooth over their edges; the flat ends of a disc should stay flat. */
function edged(mesh: Mesh): Mesh {
  const normals = new Float32Array(mesh.normals);
  for (let i = 0; i < normals.length; i += 3)
    if (Math.abs(normals[i + 1]!) > 0.93) normals.set([0, Math.sign(normals[i + 1]!), 0], i);
  return { ...mesh, normals };
}

/** Bands of light and dark by the direction that a place faces, as polished metal shows its surroundings. */
export function polish(mesh: Mesh, color?: ColorLike): Mesh {
  const [r, g, b] = mesh.colors;
  const base = color === undefined ? ([r ?? 255, g ?? 255, b ?? 255] as const) : toSrgb(color);
  const dark = shade(base, 0.42);
  const light = mixColors(base, '#ffffff', 0.62);
  return paint(mesh, (_x, _y, _z, [nx, ny, nz]) => {
    const turn = Math.atan2(nx, nz);
    const upright = Math.sqrt(Math.max(0, 1 - ny * ny));
    const strips = upright * (0.6 * Math.sin(turn * 2 + 0.9) + 0.4 * Math.sin(turn * 5 + 2.1));
    const level = 0.55 * strips + 0.45 * ny - (Math.abs(ny + 0.25) < 0.16 ? 0.25 : 0);
    return level > 0 ? mixColors(base, light, level) : mixColors(base, dark, -level * 1.15);
  });
}

/** The same shape seen from within: only its far wall shows, so that what is inside stays in sight. */
export function insideOut(mesh: Mesh): Mesh {
  const indices = new Uint32Array(mesh.indices);
  for (let t = 0; t < indices.length; t += 3) {
    indices[t + 1] = mesh.indices[t + 2]!;
    indices[t + 2] = mesh.indices[t + 1]!;
  }
  return { ...mesh, indices, normals: mesh.normals.map((value) => -value) };
}

function pairs(row: Row): readonly (readonly [number, number])[] {
  return Array.from({ length: row.length / 2 }, (_, i) => [row[i * 2]!, row[i * 2 + 1]!] as const);
}

function triples(row: Row): readonly Vec3[] {
  return Array.from({ length: row.length / 3 }, (_, i) => [row[i * 3]!, row[i * 3 + 1]!, row[i * 3 + 2]!] as const);
}
