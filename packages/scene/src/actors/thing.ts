import type { Material, Mesh, Texture } from '@openimagine/render';
import { createCache } from '../model/cache.ts';
import { toSrgb } from '../model/color.ts';
import { compose } from '../model/matrix.ts';
import { fillColors, meshBounds, smoothNormals } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { lettering } from './lettering.ts';
import { propActor } from './prop.ts';
import { standIn } from './stand-in.ts';
import { thingMetres } from './thing-sizes.ts';

/** One of the rendered pictures of things as a body: cut out along its outline, inflated, and lit like all else. */
export const thing: ActorModel = {
  gaits: { float: 0.3, spin: 0.4, jump: 0, dance: 0, walk: 1, run: 2.5, fly: 3, drive: 3, swim: 1 },
  build,
};

const SIDE = 0.8;
/** How far the belly of one that lies on its back is above its own middle plane. */
const LIFT = 0.06;
const cutOuts = createCache<{ readonly mesh: Mesh; readonly material: Material } | undefined>(60);
let nextId = 0;
const ids = new WeakMap<Texture, number>();

function build(context: ActorContext): Actor {
  const { actor, detail, assets } = context;
  const picture = actor.thing ? assets.thing(actor.thing) : undefined;
  if (!picture) return standIn.build(context);
  const id = ids.get(picture) ?? nextId++;
  ids.set(picture, id);
  const cells = detail === 'hero' ? 44 : detail === 'normal' ? 30 : 16;
  const { color } = actor;
  const part = cutOuts(`${id}/${cells}/${color}`, () =>
    inflate(color === undefined ? picture : dyed(picture, color), cells),
  );
  if (!part) return standIn.build(context);
  const { min, max } = meshBounds(part.mesh);
  const longest = Math.max(max[0] - min[0], max[1] - min[1]);
  const isLying = actor.pose === 'lying';
  const lying = compose({ at: [0, LIFT, SIDE / 2], rotate: [-Math.PI / 2, 0, 0] });
  const words = actor.text?.trim();
  const [across, up] = [max[0] - min[0], max[1] - min[1]];
  const tag = words
    ? [
        lettering(context, words, {
          width: across * 0.5,
          height: up * 0.3,
          at: [(min[0] + max[0]) / 2, min[1] + up * 0.48, max[2] + 0.006],
          text: { color: '#20242c', outline: '#ffffff', font: 'display' },
        }),
      ]
    : [];
  return propActor(context, [part, ...tag], {
    scale: thingMetres(actor.thing ?? '') / longest,
    ...(isLying ? { root: () => lying } : {}),
  });
}

/** Front and back of a picture, bulging by how far a place is inside the outline; undefined when nothing is opaque. */
export function inflate(
  picture: Texture,
  cells: number,
): { readonly mesh: Mesh; readonly material: Material } | undefined {
  const { width, height } = picture;
  const alphaAt = (u: number, v: number): number => {
    const [x, y] = [
      Math.min(width - 1, Math.max(0, Math.round(u * width - 0.5))),
      Math.min(height - 1, Math.max(0, Math.round(v * height - 0.5))),
    ];
    return picture.rgba[(y * width + x) * 4 + 3]! / 255;
  };
  const n = cells + 1;
  const solid = Array.from({ length: cells * cells }, (_, i) =>
    isSolid(alphaAt, i % cells, Math.floor(i / cells), cells),
  );
  let lowest = -1;
  for (const [i, filled] of solid.entries()) if (filled) lowest = Math.max(lowest, Math.floor(i / cells) + 1);
  if (lowest < 0) return undefined;
  const inner = solid.map((filled, i) => {
    const [x, y] = [i % cells, Math.floor(i / cells)];
    // The outline runs somewhere through the outermost cells: they stay flat, or front and back would gape there.
    return (
      filled &&
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ].every(([dx, dy]) => touches(solid, x + dx!, y + dy!, cells))
    );
  });
  const depths = blurred(
    Array.from({ length: n * n }, (_, i) => (touches(inner, i % n, Math.floor(i / n), cells) ? 1 : 0)),
    n,
    cells,
  );
  const positions: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  for (const side of [1, -1]) {
    for (let i = 0; i < n * n; i++) {
      const [u, v] = [(i % n) / cells, Math.floor(i / n) / cells];
      positions.push((u - 0.5) * SIDE, (lowest / cells - v) * SIDE, side * (0.004 + 0.16 * SIDE * depths[i]!));
      uvs.push(u, v);
    }
    const first = side > 0 ? 0 : n * n;
    for (const [i, filled] of solid.entries()) {
      if (!filled) continue;
      const a = first + Math.floor(i / cells) * n + (i % cells);
      const quad = [a, a + n, a + n + 1, a, a + n + 1, a + 1];
      indices.push(...(side > 0 ? quad : quad.reverse()));
    }
  }
  return {
    mesh: compact(positions, uvs, indices),
    material: { texture: muted(picture), specular: 0.2, gloss: 24, wrap: 0.3 },
  };
}

/** Any texel of the cell is half opaque or more: the texture's own alpha cuts the outline inside it. */
function isSolid(alphaAt: (u: number, v: number) => number, column: number, row: number, cells: number): boolean {
  for (let j = 0; j <= 4; j++)
    for (let i = 0; i <= 4; i++) if (alphaAt((column + i / 4) / cells, (row + j / 4) / cells) >= 0.5) return true;
  return false;
}

/** All cells round a corner are solid. */
function touches(solid: readonly boolean[], x: number, y: number, cells: number): boolean {
  for (const [cx, cy] of [
    [x - 1, y - 1],
    [x, y - 1],
    [x - 1, y],
    [x, y],
  ] as const) {
    if (cx < 0 || cy < 0 || cx >= cells || cy >= cells || !solid[cy * cells + cx]) return false;
  }
  return true;
}

/** Heights out of three widths of blur: a crisp rim, a round body, a broad belly; 0 on the outline. */
function blurred(inside: readonly number[], n: number, cells: number): readonly number[] {
  const total = new Array<number>(n * n).fill(0);
  for (const [share, weight] of [
    [0.025, 0.3],
    [0.06, 0.35],
    [0.13, 0.35],
  ] as const) {
    const reach = Math.max(1, Math.round(share * cells));
    const soft = box(box(inside, n, reach, 1), n, reach, n);
    for (let i = 0; i < total.length; i++)
      total[i] = total[i]! + weight * Math.max(0, soft[i]! * 2 - 1) ** 0.6 * inside[i]!;
  }
  return total;
}

function box(values: readonly number[], n: number, reach: number, stride: number): number[] {
  return values.map((_, i) => {
    const along = stride === 1 ? i % n : Math.floor(i / n);
    let sum = 0;
    for (let k = -reach; k <= reach; k++) if (along + k >= 0 && along + k < n) sum += values[i + k * stride]!;
    return sum / (2 * reach + 1);
  });
}

/** Only the vertices that a triangle uses. */
function compact(positions: readonly number[], uvs: readonly number[], indices: readonly number[]): Mesh {
  const renamed = new Map<number, number>();
  const used = indices.map((old) => {
    const index = renamed.get(old) ?? renamed.size;
    renamed.set(old, index);
    return index;
  });
  const kept = [...renamed.keys()];
  const placed = Float32Array.from(kept.flatMap((i) => positions.slice(i * 3, i * 3 + 3)));
  const triangles = Uint32Array.from(used);
  return {
    positions: placed,
    normals: smoothNormals(placed, triangles),
    colors: fillColors(kept.length, '#ffffff'),
    uvs: Float32Array.from(kept.flatMap((i) => uvs.slice(i * 2, i * 2 + 2))),
    indices: triangles,
  };
}

/** The picture in another colour: its own lights and darks, and what is grey stays nearly as it is. */
function dyed(picture: Texture, color: string): Texture {
  const dye = toSrgb(color);
  const rgba = new Uint8Array(picture.rgba);
  const { length } = rgba;
  let [sum, count] = [0, 0];
  for (let i = 0; i < length; i += 4)
    if (rgba[i + 3]! > 128) {
      sum += Math.max(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!);
      count += 1;
    }
  const mean = Math.max(1, sum / Math.max(1, count));
  for (let i = 0; i < length; i += 4) {
    const [low, high] = [
      Math.min(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!),
      Math.max(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!),
    ];
    const share = Math.min(1, Math.max(0.15, ((high - low) / Math.max(1, high)) * 2.2));
    for (let c = 0; c < 3; c++) {
      const own = rgba[i + c]!;
      rgba[i + c] = Math.min(255, Math.round(own + (dye[c]! * Math.min(1.25, high / mean) - own) * share));
    }
  }
  return { ...picture, rgba };
}

/** Less saturated and a little darker, so that the scene's own light can shape it. */
function muted(picture: Texture): Texture {
  const rgba = new Uint8Array(picture.rgba);
  for (let i = 0; i < rgba.length; i += 4) {
    const grey = 0.3 * rgba[i]! + 0.59 * rgba[i + 1]! + 0.11 * rgba[i + 2]!;
    for (let c = 0; c < 3; c++) rgba[i + c] = Math.round((grey + (rgba[i + c]! - grey) * 0.88) * 0.9);
  }
  return { ...picture, rgba };
}
