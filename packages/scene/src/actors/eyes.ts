import type { Mesh, Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { type ColorLike, mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, type Matrix, multiply } from '../model/matrix.ts';
import { mergeMeshes, paint, transformMesh } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { ActorContext } from './actor.ts';
import { EYE, GLINT, type PartCollector, segmentsFor } from './rig.ts';

export interface EyeLook {
  readonly iris: ColorLike;
  /** Share of the eye that the iris covers, as the sine of its angle: 0.95 an animal's, 0.6 a person's. */
  readonly irisShare: number;
  /** Share of the eye that the pupil covers. */
  readonly pupilShare: number;
  readonly white: ColorLike;
}

export const ANIMAL_EYE: EyeLook = { iris: '#5a3414', irisShare: 0.93, pupilShare: 0.52, white: '#140c0a' };
export const BUTTON_EYE: EyeLook = { iris: '#2a1a12', irisShare: 0.95, pupilShare: 0.75, white: '#100a08' };
export const HUMAN_EYE: EyeLook = { iris: '#5a3a20', irisShare: 0.66, pupilShare: 0.34, white: '#f4f0ea' };

export interface EyePair {
  readonly look: EyeLook;
  /** Of the left eye (the creature's own, +x) in the head's space; the other is its mirror image. */
  readonly at: Vec3;
  readonly radius: number;
  /** Radians that the eyes look outwards, and up. */
  readonly outward: number;
  readonly upward?: number;
  /** Height to width, 1 round. */
  readonly tall?: number;
}

/**
 * Adds two glossy eyes with highlights to a pose.
 * @param closed 0 open … 1 shut.
 * @param gaze Radians to the creature's left and up.
 */
export function addEyes(
  pose: PartCollector,
  head: Matrix,
  pair: EyePair,
  options: {
    readonly closed: number;
    readonly gaze?: readonly [number, number];
    readonly detail: ActorContext['detail'];
  },
): void {
  const { at, radius, outward, upward = 0, tall = 1, look } = pair;
  const [gazeX, gazeY] = options.gaze ?? [0, 0];
  const mesh = eyeMesh(look, options.detail);
  const open = Math.max(0.1, 1 - options.closed * 0.9);
  for (const side of [1, -1]) {
    const socket = compose({
      at: [at[0] * side, at[1], at[2]],
      rotate: [-upward, outward * side, 0],
      scale: [radius, radius * tall * open, radius],
    });
    const place = multiply(head, socket);
    pose.add(mesh, EYE, multiply(place, compose({ rotate: [-gazeY, gazeX, 0] })), { castsShadow: false });
    if (options.detail !== 'far' && options.closed < 0.6)
      pose.add(glintMesh(side, look.irisShare < 0.8 ? 0.62 : 1), GLINT, place, { castsShadow: false });
  }
}

function eyeMesh(look: EyeLook, detail: ActorContext['detail']): Mesh {
  const iris = toHex(look.iris);
  const key = `eye/${iris}/${toHex(look.white)}/${look.irisShare}/${look.pupilShare}/${detail}`;
  return cachedMesh(key, () => {
    const ballMesh = transformMesh(eyeBall(look, detail), compose({ rotate: [Math.PI / 2, 0, 0] }));
    // A far eye is a dark point: its rings are smaller than its triangles.
    const dark = mixColors(look.iris, '#080608', 0.6);
    return paint(ballMesh, (x, y, z) => (detail === 'far' ? dark : eyeColor(look, x, y, z)));
  });
}

/** A ball round y whose rings lie close where colours meet, so that iris and pupil have clean edges. */
function eyeBall({ irisShare, pupilShare }: EyeLook, detail: ActorContext['detail']): Mesh {
  if (detail === 'far') return sphere(1, '#000000', 6);
  const edges = [pupilShare * 0.93, pupilShare * 1.07, irisShare * 0.8, irisShare * 0.97, irisShare * 1.03]
    .filter((r) => r < 1)
    .map((r) => Math.asin(r));
  const angles = [...edges, (edges[0] ?? 0.4) * 0.5, 1.3, 1.75, 2.3, 2.8, Math.PI].sort((a, b) => a - b);
  const profile = angles.map((angle): readonly [number, number] => [Math.max(0, Math.sin(angle)), Math.cos(angle)]);
  const outline = [...profile].reverse().map(([r, y], i): readonly [number, number] => (i === 0 ? [0, y] : [r, y]));
  return lathe([...outline, [0, 1]], '#000000', segmentsFor(detail, 24));
}

function eyeColor({ iris, irisShare, pupilShare, white }: EyeLook, x: number, y: number, z: number): Srgb {
  if (z < -0.2) return toSrgb(white);
  const r = Math.hypot(x, y);
  const pupil: Srgb = [8, 6, 8];
  // Light that enters from above leaves the lower half of an iris brighter.
  const glow = 0.7 + 0.55 * softStep(0.3, -0.8, y / (irisShare || 1));
  const inner = mixColors(shade(iris, glow), shade(iris, 0.35), softStep(irisShare * 0.82, irisShare * 0.97, r));
  const ringed = mixColors(pupil, inner, softStep(pupilShare * 0.94, pupilShare * 1.06, r));
  return mixColors(ringed, white, softStep(irisShare * 0.97, irisShare * 1.03, r));
}

/** Two white points on the upper left, as if from one window, for either eye. */
function glintMesh(side: number, size: number): Mesh {
  const shift = (value: number): number => value * (0.4 + 0.6 * size);
  return cachedMesh(`eye/glint/${side}/${size}`, () =>
    mergeMeshes([
      {
        mesh: sphere([0.24 * size, 0.26 * size, 0.1], '#ffffff', 6),
        matrix: compose({ at: [shift(-0.26 - side * 0.06), shift(0.36), 0.86 + 0.05 * (1 - size)] }),
      },
      {
        mesh: sphere([0.11 * size, 0.12 * size, 0.06], '#ffffff', 6),
        matrix: compose({ at: [0.3 - side * 0.04, -0.3, 0.89] }),
      },
    ]),
  );
}
