import type { Mesh, Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { shade, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply } from '../model/matrix.ts';
import { mergeMeshes } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { EyePair } from './eyes.ts';
import { CLOTH, type PartCollector } from './rig.ts';

const STALK = toSrgb('#8fae45');
const LEAF = toSrgb('#4f8f35');

/** A leafy stalk across the mouth of a beast that eats, moving as it chews. */
export function addMouthful(pose: PartCollector, head: Matrix, { at }: EyePair, seconds: number): void {
  const size = Math.hypot(at[0], at[2]);
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
