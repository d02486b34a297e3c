import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { faceNormal, normalizeAt } from '../model/mesh.ts';
import type { Actor, ActorContext } from './actor.ts';
import { isCalled, type PropOptions, propActor, propParts } from './prop.ts';

/** Thin paper: dull, and light comes round its edges. */
const PAPER: Material = { specular: 0.06, gloss: 8, wrap: 0.35 };

type Fold = 'boat' | 'plane' | 'crane';
type Face = readonly [Vec3, Vec3, Vec3];

/** Metres from end to end, larger than real ones: a sheet of paper is lost in a river. */
const LENGTHS: Readonly<Record<Fold, number>> = { boat: 0.6, plane: 0.75, crane: 0.5 };

/** The right halves (x ≥ 0) of figures that are 1 long or wide, bow and beak along +z. */
const HALVES: Readonly<Record<Fold, readonly Face[]>> = {
  boat: [
    facing([1, -0.5, 0], [0, 0, 0.24], [0, 0, -0.24], [0.17, 0.25, 0]),
    facing([1, -0.5, 0], [0, 0, 0.24], [0.17, 0.25, 0], [0, 0.37, 0.5]),
    facing([1, -0.5, 0], [0, 0, -0.24], [0.17, 0.25, 0], [0, 0.37, -0.5]),
    facing([1, 0.3, 0], [0.045, 0.2, 0.2], [0.045, 0.2, -0.2], [0, 0.6, 0]),
  ],
  plane: [
    facing([1, 0, 0], [0, 0.08, 0.5], [0, 0, -0.5], [0.02, 0.14, -0.5]),
    facing([0, 1, 0], [0, 0.08, 0.5], [0.02, 0.14, -0.5], [0.36, 0.2, -0.5]),
  ],
  crane: [
    facing([1, -1, 0.5], [0, 0, 0], [0.06, 0.27, 0], [0, 0.2, 0.14]),
    facing([1, -1, -0.5], [0, 0, 0], [0.06, 0.27, 0], [0, 0.2, -0.14]),
    facing([1, 1, 0.5], [0, 0.37, 0], [0.06, 0.27, 0], [0, 0.2, 0.14]),
    facing([1, 1, -0.5], [0, 0.37, 0], [0.06, 0.27, 0], [0, 0.2, -0.14]),
    facing([0, 1, 0], [0.03, 0.22, 0.1], [0.02, 0.33, -0.1], [0.5, 0.47, -0.02]),
    facing([1, 0, 0.2], [0.025, 0.23, 0.07], [0, 0.3, 0.04], [0, 0.54, 0.34]),
    facing([1, -0.5, 0.2], [0.025, 0.23, 0.07], [0, 0.17, 0.12], [0, 0.54, 0.34]),
    facing([1, 0.5, 0.2], [0, 0.54, 0.34], [0.014, 0.49, 0.33], [0, 0.43, 0.46]),
    facing([1, 0, -0.2], [0.025, 0.23, -0.07], [0, 0.3, -0.04], [0, 0.54, -0.42]),
    facing([1, -0.5, -0.2], [0.025, 0.23, -0.07], [0, 0.17, -0.12], [0, 0.54, -0.42]),
  ],
};

/** Whether a thing is said to be folded out of paper. */
export const isFolded = (context: ActorContext): boolean => isCalled(context, /\b(?:paper|origami)\b/);

/** A boat, a plane or a crane folded out of one sheet, in the actor's colour or white. About 80 triangles at most. */
export function foldedPaper(context: ActorContext, fold: Fold, options: Pick<PropOptions, 'root'> = {}): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#f3f1ea');
  const parts = propParts(`folded/${fold}/${toHex(color)}`, detail, (to) => to.add(PAPER, sheet(HALVES[fold], color)));
  return propActor(context, parts, { scale: LENGTHS[fold], ...options });
}

/** Both halves, each face flat and seen from both sides, the hidden side a little darker. */
function sheet(half: readonly Face[], color: Srgb): Mesh {
  const outer = [...half, ...half.map(([a, b, c]): Face => [mirrored(a), mirrored(c), mirrored(b)])];
  const faces = [...outer, ...outer.map(([a, b, c]): Face => [c, b, a])];
  const positions = Float32Array.from(faces.flat(2));
  const normals = new Float32Array(positions.length);
  for (let i = 0; i < positions.length / 3; i++) {
    const first = i - (i % 3);
    normals.set(faceNormal(positions, first, first + 1, first + 2), i * 3);
    normalizeAt(normals, i * 3);
  }
  const inner = shade(color, 0.88);
  const colors = faces.flatMap((_, i) => Array.from({ length: 3 }, () => [...(i < outer.length ? color : inner), 255]));
  return {
    positions,
    normals,
    colors: Uint8Array.from(colors.flat().map(Math.round)),
    indices: Uint32Array.from({ length: faces.length * 3 }, (_, i) => i),
  };
}

const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z];

/** A face turned so that it looks a way. */
function facing(way: Vec3, a: Vec3, b: Vec3, c: Vec3): Face {
  const [x, y, z] = faceNormal(Float32Array.from([...a, ...b, ...c]), 0, 1, 2);
  return x * way[0] + y * way[1] + z * way[2] < 0 ? [a, c, b] : [a, b, c];
}
