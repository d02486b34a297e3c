import type { Mesh, Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { shade, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { EyePair } from './eyes.ts';
import { CLOTH, type PartCollector } from './rig.ts';

const STALK = toSrgb('#8fae45');
const LEAF = toSrgb('#4f8f35');

export type Mouthful = 'leaf' | 'fish' | 'carrot' | 'stick';

/** What a beast has in its mouth, by its attributes: `mouthful fish`. */
export const mouthfulOf = (attributes: readonly string[]): Mouthful | undefined =>
  attributes.includes('mouthful')
    ? 'leaf'
    : (['fish', 'carrot', 'stick'] as const).find((name) => attributes.includes(`mouthful ${name}`));

/** How far before the eyes it is, in distances of the eyes. */
const REACH = { fish: 0.62, carrot: 0.7, stick: 0.5 } as const;
const WET = { specular: 0.7, gloss: 60 };
const BACK = toSrgb('#7d8d99');
const FLESH = toSrgb('#e59a86');

/** A leafy stalk across the mouth of a beast that eats, moving as it chews. */
export function addMouthful(
  pose: PartCollector,
  head: Matrix,
  { at }: EyePair,
  seconds: number,
  what: Mouthful = 'leaf',
): void {
  const size = Math.hypot(at[0], at[2]);
  if (what !== 'leaf') {
    // A fish that is caught still beats its tail.
    const beat = what === 'fish' ? 0.16 * Math.sin(seconds * 11) * Math.max(0, Math.sin(seconds * 1.6)) : 0;
    const held = compose({
      at: [0, at[1] - size * 0.72, at[2] + size * REACH[what]],
      rotate: what === 'carrot' ? [0.25 + 0.05 * Math.sin(seconds * 9), 0, 0] : [0.1, beat, 0.06 + beat],
    });
    const mesh = cachedMesh(`mouthful/${what}/${size.toFixed(3)}`, () => MESHES[what](size));
    pose.add(mesh, what === 'fish' ? WET : CLOTH, multiply(head, held));
    return;
  }
  const chew = 0.05 * Math.sin(seconds * 7) * (0.6 + 0.4 * Math.sin(seconds * 0.9));
  const place = compose({
    at: [size * 0.12, at[1] - size * (0.66 + chew * 0.5), at[2] + size * 0.34],
    rotate: [0.1, -0.16, 0.2 + chew],
  });
  pose.add(
    cachedMesh(`mouthful/${size.toFixed(3)}`, () => stalkMesh(size)),
    CLOTH,
    multiply(head, place),
  );
}

function stalkMesh(size: number): Mesh {
  const path = Array.from({ length: 7 }, (_, i): Vec3 => {
    const x = (i / 6 - 0.42) * 3.4 * size;
    return [x, 0.04 * size * Math.sin(i), -0.05 * (x * x) * (1 / size)];
  });
  const joints = [1, 2, 3, 4, 5].map((i) => ({
    mesh: sphere([size * 0.035, size * 0.1, size * 0.1], shade(STALK, 0.75), 10),
    matrix: compose({ at: path[i]! }),
  }));
  const leaves = Array.from({ length: 9 }, (_, i) => {
    const root = path[i < 3 ? 0 : i < 5 ? 5 : 6]!;
    const turn = i < 3 ? Math.PI - 0.7 + i * 0.7 : -1 + (i - 3) * 0.42;
    const long = size * (0.36 + 0.08 * (i % 3));
    const [x, y] = [Math.cos(turn) * long, Math.sin(turn) * long];
    return {
      mesh: sphere([long, size * 0.075, size * 0.02], shade(LEAF, 0.85 + 0.12 * (i % 3)), 12),
      matrix: compose({
        at: [root[0] + x, root[1] + y, root[2] + size * 0.05 * ((i % 3) - 1)],
        rotate: [0.3 * (i % 2), 0, turn],
      }),
    };
  });
  return mergeMeshes([
    { mesh: tube(path, { radius: size * 0.085, color: STALK, sides: 9, rings: 14 }) },
    ...joints,
    ...leaves,
  ]);
}

const MESHES = { fish: fishMesh, carrot: carrotMesh, stick: stickMesh } as const;

/** A salmon, from head to tail across the mouth. */
function fishMesh(size: number): Mesh {
  const long = size * 2.1;
  const body = paint(sphere([long, size * 0.52, size * 0.3], BACK, 24), (_, y) =>
    y > size * 0.12 ? BACK : y > -size * 0.16 ? FLESH : [238, 232, 226],
  );
  const fin = (at: Vec3, size3: Vec3, turn: number): MeshPart => ({
    mesh: sphere(size3, shade(FLESH, 0.72), 12),
    matrix: compose({ at, rotate: [0, 0, turn] }),
  });
  const eyes = [-1, 1].map((side) => ({
    mesh: sphere([size * 0.07, size * 0.07, size * 0.05], toSrgb('#14181b'), 10),
    matrix: compose({ at: [long * 0.82, size * 0.1, side * size * 0.17] }),
  }));
  return mergeMeshes([
    { mesh: body },
    fin([-long * 1.06, size * 0.3, 0], [size * 0.52, size * 0.16, size * 0.05], -0.85),
    fin([-long * 1.06, -size * 0.3, 0], [size * 0.52, size * 0.16, size * 0.05], 0.85),
    fin([-long * 0.05, size * 0.5, 0], [size * 0.42, size * 0.18, size * 0.05], -0.3),
    fin([long * 0.3, -size * 0.46, 0], [size * 0.3, size * 0.13, size * 0.05], 0.5),
    ...eyes,
  ]);
}

/** Its thin end in the mouth, the green away from it. */
function carrotMesh(size: number): Mesh {
  const leaves = Array.from({ length: 5 }, (_, i) => ({
    mesh: sphere([size * 0.08, size * 0.05, size * 0.4], shade(LEAF, 0.9 + 0.08 * (i % 3)), 10),
    matrix: compose({
      at: [(i - 2) * size * 0.1, size * 0.06 * (i % 2), size * 1.75],
      rotate: [-0.25 * (i % 2), (i - 2) * 0.24, 0],
    }),
  }));
  const path: Vec3[] = [0, 0.5, 1, 1.4].map((z): Vec3 => [0, 0, z * size]);
  return mergeMeshes([
    {
      mesh: tube(path, {
        radius: (share) => size * (0.09 + 0.17 * share),
        color: toSrgb('#ee7a24'),
        sides: 12,
        rings: 12,
      }),
    },
    {
      mesh: sphere([size * 0.26, size * 0.26, size * 0.1], toSrgb('#ee7a24'), 12),
      matrix: compose({ at: [0, 0, size * 1.4] }),
    },
    ...leaves,
  ]);
}

function stickMesh(size: number): Mesh {
  const path: Vec3[] = [-2, -0.9, 0.2, 1.2, 2.1].map((x, i): Vec3 => [x * size, size * 0.09 * Math.sin(i * 2.1), 0]);
  const twig: Vec3[] = [
    [size * 1.1, 0, 0],
    [size * 1.5, size * 0.35, size * 0.1],
  ];
  const color = toSrgb('#7c5a3a');
  return mergeMeshes([
    { mesh: tube(path, { radius: size * 0.13, color, sides: 8, rings: 16 }) },
    { mesh: tube(twig, { radius: size * 0.06, color, sides: 6, rings: 4 }) },
  ]);
}
