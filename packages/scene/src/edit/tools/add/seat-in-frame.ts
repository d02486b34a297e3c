import type { Mesh } from '@openimagine/render';
import { IDENTITY, multiply, scaling, translation } from '../../../model/matrix.ts';
import { meshBounds, transformMesh } from '../../../model/mesh.ts';
import type { Picture } from '../../../vision/sight.ts';
import { EditError } from '../../tool.ts';
import type { HeadModel } from './head-object.ts';
import { type HeadPose, type HeadSize, seenAt } from './head-pose.ts';

/** Of what is worn on top of a head, so much is to be in the frame. */
const SEEN_MIN = 0.75;
/** Before it is put elsewhere it is made lower, by so much at most, if then so much of it is in the frame. */
const HEIGHT_MIN = 0.5;
const SEEN_LOWERED_MIN = 0.7;
/** Where it sits instead: on the brow, as a share of the way from the eyes to the hair. */
const BROW = 0.35;
/** Lowest room above the brow, of the frame's height, in which anything can be told from a spot. */
const ROOM_MIN = 0.14;
/** Of that room, so much is used. */
const FILL = 0.88;

/**
 * Puts what would stick out of the frame lower, on the brow, and makes it as small as the room above asks for. What is not
 * worn on top of a head stays as it is.
 * @param word What it is called, for the message.
 * @throws {EditError} when the frame ends too low for that.
 */
export function seatInFrame(
  model: HeadModel,
  pose: HeadPose,
  size: HeadSize,
  picture: Picture,
  word: string,
): HeadModel {
  const meshes = model.parts.map(({ mesh }) => mesh);
  const own = boundsOf(meshes);
  if (own.min[1] < BROW * size.foreheadY || seenShare(meshes, pose, picture) >= SEEN_MIN) return model;
  const low = lowered(model, pose, own);
  if (
    seenShare(
      low.parts.map(({ mesh }) => mesh),
      pose,
      picture,
    ) >= SEEN_LOWERED_MIN
  )
    return low;
  const seat = [0, BROW * size.foreheadY, size.foreheadZ] as const;
  const { x, y } = seenAt(pose, seat);
  const room = (y * FILL) / Math.max(0.3, pose.up[1]);
  if (room < ROOM_MIN * picture.height || x < 0 || x > picture.width) {
    throw new EditError(
      `There is no room in the picture for the ${word}: the top of the head lies at the edge of the frame or outside of it. ` +
        'Use a picture or clip that shows the whole head with some room above it.',
    );
  }
  const scale = Math.min(1, room / ((own.max[1] - own.min[1]) * pose.scale));
  const middle = (axis: 0 | 2) => (own.min[axis] + own.max[axis]) / 2;
  const move = multiply(translation(...seat), scaling(scale), translation(-middle(0), -own.min[1], -middle(2)));
  return {
    ...model,
    parts: model.parts.map((part) => ({ ...part, mesh: transformMesh(part.mesh, move) })),
    shadows: model.shadows.map(({ reach, blur, strength }) => ({ reach: reach * scale, blur: blur * scale, strength })),
    occluders: [],
  };
}

/** Less high and as wide, where it sits. */
function lowered(model: HeadModel, pose: HeadPose, { min, max }: Bounds): HeadModel {
  const { y } = seenAt(pose, [0, min[1], (min[2] + max[2]) / 2]);
  const room = (y * FILL) / Math.max(0.3, pose.up[1]) / pose.scale;
  const share = Math.min(1, Math.max(HEIGHT_MIN, room / (max[1] - min[1])));
  const move = multiply(translation(0, min[1], 0), scaling(1, share, 1), translation(0, -min[1], 0));
  return {
    ...model,
    parts: model.parts.map((part) => ({ ...part, mesh: transformMesh(part.mesh, move) })),
    // Hair is pressed down with it, so that it does not stick out.
    ...(model.occluders && { occluders: model.occluders.map((mesh) => transformMesh(mesh, move)) }),
  };
}

interface Bounds {
  readonly min: Vector;
  readonly max: Vector;
}

type Vector = [number, number, number];

function boundsOf(meshes: readonly Mesh[], pose?: HeadPose): Bounds {
  const min: Vector = [Infinity, Infinity, Infinity];
  const max: Vector = [-Infinity, -Infinity, -Infinity];
  for (const mesh of meshes) {
    const bounds = meshBounds(mesh, pose?.matrix ?? IDENTITY);
    for (const axis of [0, 1, 2] as const) {
      min[axis] = Math.min(min[axis], bounds.min[axis]);
      max[axis] = Math.max(max[axis], bounds.max[axis]);
    }
  }
  return { min, max };
}

function seenShare(meshes: readonly Mesh[], pose: HeadPose, { width, height }: Picture): number {
  const { min, max } = boundsOf(meshes, pose);
  const across = Math.max(0, Math.min(width, max[0]) - Math.max(0, min[0]));
  const down = Math.max(0, Math.min(height, -min[1]) - Math.max(0, -max[1]));
  return (across * down) / Math.max(1e-6, (max[0] - min[0]) * (max[1] - min[1]));
}
