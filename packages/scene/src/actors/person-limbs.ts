import type { Mesh, Vec3 } from '@openimagine/render';
import { lathe } from '../model/lathe.ts';
import { compose } from '../model/matrix.ts';
import { mergeMeshes, warp } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext } from './actor.ts';

type Detail = ActorContext['detail'];

/** Radii along a bone, each at a share of its length from the joint down. */
export type Profile = readonly (readonly [share: number, radius: number])[];

const SIDES: Readonly<Record<Detail, number>> = { hero: 11, normal: 8, far: 5 };
const RINGS: Readonly<Record<Detail, number>> = { hero: 8, normal: 6, far: 2 };

/**
 * A limb turned round its bone: from the joint at the origin down −y, round at both ends. A third of the triangles that a
 * net of cubes needs for the same smoothness.
 * @param swell How far the flesh of the upper half lies to the front, metres: calves lie behind.
 */
export function bone(length: number, profile: Profile, detail: Detail, swell = 0): Mesh {
  const rings = RINGS[detail];
  const [top, bottom] = [profile[0]![1], profile.at(-1)![1]];
  const outline: [number, number][] = [
    [0, -length - bottom * 0.92],
    [bottom * 0.62, -length - bottom * 0.68],
  ];
  for (let ring = rings; ring >= 0; ring--) {
    const share = ring / rings;
    outline.push([radiusAt(profile, share), -length * share]);
  }
  outline.push([top * 0.74, top * 0.62], [0, top * 0.96]);
  const mesh = lathe(outline, '#ffffff', SIDES[detail]);
  if (swell === 0) return mesh;
  return warp(mesh, (x, y, z) => {
    const share = Math.min(1, Math.max(0, -y / length));
    return [x, y, z + swell * Math.sin(Math.PI * Math.min(1, share * 1.45)) ** 2];
  });
}

function radiusAt(profile: Profile, share: number): number {
  const next = profile.findIndex(([at]) => at >= share);
  if (next <= 0) return profile[Math.max(0, next)]![1];
  const [[from, a], [to, b]] = [profile[next - 1]!, profile[next]!];
  const t = (share - from) / (to - from);
  return a + (b - a) * t * t * (3 - 2 * t);
}

/** Where the four fingers leave the palm: to the front, their length, and how far the tip is bent in. */
const FINGERS: readonly (readonly [z: number, length: number])[] = [
  [0.031, 0.056],
  [0.011, 0.063],
  [-0.009, 0.059],
  [-0.027, 0.047],
];

/**
 * A left hand from the wrist at the origin down −y, its palm to −x and its thumb to the front; the right one is its mirror
 * image.
 * @param curl 0 flat … 1 a fist.
 */
export function handMesh(width: number, curl: number, detail: Detail): Mesh {
  const isNear = detail === 'hero';
  const palm = {
    mesh: sphere([0.021 * width, 0.047, 0.042 * width], '#ffffff', isNear ? 9 : 6),
    matrix: compose({ at: [0, -0.043, 0.002] }),
  };
  const wrist = {
    mesh: sphere([0.027 * width, 0.034, 0.031 * width], '#ffffff', isNear ? 7 : 5),
    matrix: compose({ at: [0, -0.006, 0] }),
  };
  const digit = (path: readonly Vec3[], radius: number) => ({
    mesh: tube(path, {
      radius: (share) => radius * (1 - 0.22 * share),
      rings: isNear ? 3 : 2,
      sides: isNear ? 5 : 4,
    }),
  });
  if (detail === 'far')
    return mergeMeshes([
      palm,
      { mesh: sphere([0.02 * width, 0.04, 0.036 * width], '#ffffff', 5), matrix: compose({ at: [-0.006, -0.095, 0] }) },
    ]);
  const fingers = FINGERS.map(([z, length]) => {
    const bend = 0.32 + curl * 1.2;
    const [a, b] = [bend * 0.6, bend * 1.9];
    const knuckle: Vec3 = [0, -0.074, z * width];
    const middle: Vec3 = [-Math.sin(a) * length * 0.5, -0.074 - Math.cos(a) * length * 0.5, z * width];
    const tip: Vec3 = [
      middle[0] - Math.sin(b) * length * 0.5,
      middle[1] - Math.cos(b) * length * 0.5,
      z * width * 0.92,
    ];
    return digit([knuckle, middle, tip], 0.0115 * width);
  });
  const thumb = digit(
    [
      [-0.004, -0.026, 0.03 * width],
      [-0.014 - 0.012 * curl, -0.054, (0.055 - 0.012 * curl) * width],
      [-0.022 - 0.022 * curl, -0.084 + 0.004 * curl, (0.058 - 0.034 * curl) * width],
    ],
    0.0135 * width,
  );
  return mergeMeshes([palm, wrist, ...fingers, thumb]);
}
