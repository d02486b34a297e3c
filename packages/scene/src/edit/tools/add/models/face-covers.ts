import type { Mesh, Vec3 } from '@openimagine/render';
import { shade } from '../../../../model/color.ts';
import { type MeshPart, mergeMeshes, paint } from '../../../../model/mesh.ts';
import { tube } from '../../../../model/tube.ts';
import { createRandom } from '../../../../random.ts';
import type { AddedObject } from '../../../operation.ts';
import type { Head, HeadModel } from '../head-object.ts';
import { intoHead, markOf, seenAt } from '../head-pose.ts';
import { colorOf } from '../object-colors.ts';
import { sheet, surfaceOf } from './shapes.ts';

/** A cloth mask over nose and mouth or, by its word or place, one round the eyes. */
export function maskModel(object: AddedObject, head: Head, isEyeMask: boolean): HeadModel {
  const front = surfaceOf(pointsOf(head));
  const mesh = isEyeMask ? eyeMask(object, head, front) : mouthMask(object, head, front);
  return {
    parts: [{ mesh, material: { finish: isEyeMask ? 'shiny' : 'cloth' } }],
    shadows: [{ reach: 0.4, blur: 0.35, strength: 0.35 }],
  };
}

function mouthMask(object: AddedObject, { size, mesh, pose }: Head, front: (x: number, y: number) => number): Mesh {
  const color = colorOf(object, '#a9cfe0');
  const top = size.noseY * 0.45;
  const low = size.chinY - 0.7;
  const oval = jawOf(mesh, pose);
  const cloth = sheet(
    44,
    36,
    (u, v) => {
      const side = u * 2 - 1;
      // The upper edge rises over the nose; the lower one runs round the chin and up along the jaw.
      const upper = top + 1.1 * Math.exp(-((side * 2.4) ** 2)) - 0.9 * side * side;
      const lower = low + (size.mouthY - 0.6 - low) * Math.abs(side) ** 2.6;
      const y = upper + (lower - upper) * v;
      const half = Math.min(
        size.earX * 0.9,
        Math.max(widthAt(oval, Math.min(y, size.jawY + 2)) + 0.1, size.jawX * 0.78),
      );
      const x = side * half;
      const bulge = 0.5 + 1.1 * Math.exp(-((side * 1.7) ** 2)) * Math.exp(-(((v - 0.5) * 2.2) ** 2));
      return [x, y, front(x * 0.94, Math.max(size.chinY + 0.5, y)) + bulge * (1 - 0.6 * side ** 4)];
    },
    color,
  );
  // Three pleats.
  const pleated = paint(cloth, (x, y) => {
    const v = (y - top) / (low - top);
    const fold = Math.abs(v * 4 - Math.round(v * 4));
    return shade(color, Math.abs(x) < size.earX * 0.7 && fold < 0.09 && v > 0.3 && v < 0.9 ? 0.78 : 1);
  });
  const loops = [-1, 1].flatMap((side): MeshPart[] =>
    [top - 0.9, size.mouthY - 1].map((y) => ({
      mesh: tube(
        [
          [side * widthAt(oval, y) * 0.9, y, front(side * widthAt(oval, y) * 0.9, y) + 0.3],
          [side * size.earX * 1.0, (y + size.eyeY) / 2 - 0.6, size.earZ * 0.7],
          [side * (size.earX + 0.3), size.noseY * 0.5, size.earZ],
        ],
        { radius: 0.12, color: '#f2f2f0', sides: 6 },
      ),
    })),
  );
  return mergeMeshes([{ mesh: pleated }, ...loops]);
}

function eyeMask(object: AddedObject, { size }: Head, front: (x: number, y: number) => number): Mesh {
  const color = colorOf(object, /superhero|bandit|zorro/iu.test(object.word) ? '#17161b' : '#7a1f3d');
  const half = size.earX * 0.93;
  return sheet(
    96,
    48,
    (u, v) => {
      const side = u * 2 - 1;
      const x = side * half;
      const dip = 1.1 * Math.exp(-((side * 4) ** 2));
      const high = 2.1 + 1.5 * Math.abs(side) ** 1.5 - dip * 0.5;
      const deep = 1.9 * (1 - Math.abs(side) ** 3) - dip * 1.1 + 0.2;
      const y = size.eyeY + high + (-deep - high) * v;
      const eye = Math.hypot((Math.abs(x) - size.eyeX) / 1.75, (y - size.eyeY) / (0.95 + 0.12 * Math.abs(x)));
      if (eye < 1) return undefined;
      return [x, y, front(x, y) + 0.28];
    },
    color,
  );
}

/** A beard of single hairs, a moustache, a goatee or stubble, by its word. */
export function beardModel(object: AddedObject, head: Head): HeadModel {
  const { word } = object;
  const isMoustache = /moustache|mustache/iu.test(word) && !/beard/iu.test(word);
  const isGoatee = /goatee/iu.test(word);
  const isStubble = /stubble/iu.test(word);
  const isLong = /long|wizard|santa|gandalf|big|bushy|full/iu.test(word);
  const color = object.color ?? (/santa|white|wizard|gandalf/iu.test(word) ? '#efece6' : hairColor(head));
  const front = surfaceOf(pointsOf(head));
  const { size } = head;
  const oval = jawOf(head.mesh, head.pose);
  const random = createRandom(77);
  const length = isStubble ? 0.35 : isMoustache ? 1.15 : isLong ? 4.2 : 1.7;
  const thick = Math.max(isStubble ? 0.05 : 0.075, 0.55 / head.pixelsPerCm);
  const hairs = new HairMesh();
  const count = isStubble ? 2600 : isMoustache ? 2600 : isGoatee ? 1800 : 4200;
  for (let i = 0; i < count * 6 && hairs.count < count; i++) {
    const x = random.between(-size.earX, size.earX);
    const y = random.between(size.chinY - 0.2, size.noseY * 0.1);
    if (!growsAt(x, y, size, oval, { isMoustache, isGoatee })) continue;
    const down = isMoustache || isUpperLip(x, y, size) ? [Math.sign(x) * 0.75, -0.6] : [x * 0.07, -1];
    const own = length * random.between(0.6, 1.1) * (isUpperLip(x, y, size) ? 0.62 : 1);
    const turn = random.between(-0.22, 0.22);
    const tip: Vec3 = [
      x + (down[0]! + turn) * own * 0.75,
      y + down[1]! * own * 0.85,
      front(x, Math.max(size.chinY + 0.3, y)) + 0.25 + own * 0.3,
    ];
    hairs.add(
      [x, y, front(x, y) + 0.05],
      tip,
      thick * random.between(0.7, 1.3),
      shade(color, random.between(0.7, 1.15)),
    );
  }
  return {
    parts: [{ mesh: hairs.mesh(), material: { finish: 'cloth', opacity: isStubble ? 0.5 : 0.92 } }],
    shadows: [{ reach: 0.35, blur: 0.35, strength: 0.4 }],
  };
}

function isUpperLip(x: number, y: number, { noseY, mouthY, mouthX }: Head['size']): boolean {
  return y > mouthY + 0.2 && y < noseY && Math.abs(x) < mouthX * 1.15;
}

function growsAt(
  x: number,
  y: number,
  size: Head['size'],
  oval: Jaw,
  { isMoustache, isGoatee }: { readonly isMoustache: boolean; readonly isGoatee: boolean },
): boolean {
  const { mouthX, mouthY, noseY, chinY, earX } = size;
  const base = noseY - 1.15;
  if (isUpperLip(x, y, size)) {
    // Highest under the nose, drawn down towards its tips.
    const droop = 0.55 * (x / mouthX) ** 2;
    return !isGoatee && y < base - droop && y > mouthY + 0.6 - droop && Math.abs(x) < mouthX * 1.12;
  }
  if (isMoustache) return false;
  if (Math.abs(x) > widthAt(oval, y) - 0.05) return false;
  const isLips = Math.abs(x) < mouthX * 1.02 && y > mouthY - 1.35 && y < mouthY + 1.4;
  if (isLips) return false;
  if (isGoatee) return Math.abs(x) < mouthX * 0.85 && y < mouthY - 1.2;
  // The cheek's line runs from the ear down to the corner of the mouth.
  const t = Math.min(1, Math.max(0, (Math.abs(x) - mouthX) / (earX - mouthX)));
  return y < mouthY + 0.2 + (0.2 - mouthY) * t ** 2.4 && y > chinY - 0.3;
}

/** Thin upright triangles, thousands of them. */
class HairMesh {
  private readonly positions: number[] = [];
  private readonly normals: number[] = [];
  private readonly colors: number[] = [];
  count = 0;

  add(root: Vec3, tip: Vec3, thick: number, color: readonly [number, number, number]): void {
    const x = tip[0] - root[0];
    const y = tip[1] - root[1];
    const length = Math.hypot(x, y) || 1;
    const side: Vec3 = [(-y / length) * thick, (x / length) * thick, 0];
    this.positions.push(
      root[0] - side[0],
      root[1] - side[1],
      root[2],
      root[0] + side[0],
      root[1] + side[1],
      root[2],
      tip[0],
      tip[1],
      tip[2],
    );
    // Rounded as the jaw is, so that light models the beard and not each hair.
    const normal: Vec3 = [root[0] * 0.11, -0.1 + root[1] * 0.02, 0.8];
    for (let i = 0; i < 3; i++) {
      this.normals.push(...normal);
      this.colors.push(...color, 255);
    }
    this.count++;
  }

  mesh(): Mesh {
    return {
      positions: Float32Array.from(this.positions),
      normals: Float32Array.from(this.normals),
      colors: Uint8Array.from(this.colors.map((value) => Math.min(255, Math.max(0, value)))),
      indices: Uint32Array.from({ length: this.positions.length / 3 }, (_, i) => i),
    };
  }
}

/** The hair's colour, from above the forehead; a dark brown where that shows skin or nothing. */
function hairColor({ picture, pose, size, hair }: Head): string {
  const { x, y } = seenAt(pose, [0, (size.foreheadY + hair.top) / 2 + 0.6, -4]);
  const column = Math.round(x);
  const row = Math.round(y);
  if (column < 1 || row < 1 || column >= picture.width - 1 || row >= picture.height - 1) return '#3b2a20';
  const at = (row * picture.width + column) * 4;
  const [red, green, blue] = [0, 1, 2].map((axis) => picture.rgba[at + axis]! * 0.62) as [number, number, number];
  return `#${[red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function pointsOf({ mesh, pose }: Head): Vec3[] {
  return Array.from({ length: 468 }, (_, i) => intoHead(pose, markOf(mesh, i)));
}

/** Half widths of the jaw by height, from the ears to the chin. */
type Jaw = readonly (readonly [y: number, halfWidth: number])[];

const JAW_PAIRS = [
  [234, 454],
  [93, 323],
  [132, 361],
  [58, 288],
  [172, 397],
  [136, 365],
  [150, 379],
  [149, 378],
  [176, 400],
  [148, 377],
] as const;

function jawOf(mesh: Float32Array, pose: Head['pose']): Jaw {
  return JAW_PAIRS.map(([one, other]) => {
    const a = intoHead(pose, markOf(mesh, one));
    const b = intoHead(pose, markOf(mesh, other));
    return [(a[1] + b[1]) / 2, (b[0] - a[0]) / 2] as const;
  });
}

function widthAt(jaw: Jaw, y: number): number {
  for (let i = 1; i < jaw.length; i++) {
    const [upper, wide] = jaw[i - 1]!;
    const [lower, narrow] = jaw[i]!;
    if (y <= upper && y >= lower) return narrow + ((wide - narrow) * (y - lower)) / Math.max(1e-6, upper - lower);
  }
  return y > jaw[0]![0] ? jaw[0]![1] : 0;
}
