import type { Box } from '../../../vision/sight.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import { chain, inverse, type Similarity } from '../track/similarity.ts';
import { alignFrames, type Warp } from './align.ts';
import type { FoundTarget } from './find-target.ts';
import { colorPlanes, type Plane } from './plane.ts';

/** Where something of the representative frame has gone at a moment: with its own box where that was followed, else with the scene. */
export function moveOf(survey: Survey, follows: FoundTarget['follows'], { index }: EditMoment): Similarity {
  const frame = survey.frames[Math.min(index, survey.frames.length - 1)]!;
  const { camera } = frame;
  if (follows === undefined) return camera;
  const start = survey.frames[survey.representative.index]?.[follows.list][follows.index]?.box;
  const now = frame[follows.list][follows.index]?.box;
  return start && now ? moveBetween(start, now) : camera;
}

function moveBetween(start: Box, now: Box): Similarity {
  const a = Math.sqrt((now.width * now.height) / Math.max(1, start.width * start.height));
  const tx = now.x + now.width / 2 - a * (start.x + start.width / 2);
  const ty = now.y + now.height / 2 - a * (start.y + start.height / 2);
  return { a, b: 0, tx, ty };
}

/** A movement of the frame's pixels told in those of a small grid over all of it, whose places are its middles. */
function onGrid(move: Similarity, scale: number): Similarity {
  const toGrid = { a: 1 / scale, b: 0, tx: 0.5 / scale - 0.5, ty: 0.5 / scale - 0.5 };
  return chain(chain(inverse(toGrid), move), toGrid);
}

/**
 * Follows what was found through the clip by what it looks like, place by place: limbs and heads that turn go with their
 * own movement.
 * @param small Size of the grid.
 * @returns For a frame, shown small, where each of its places was.
 */
export function createFollower(
  survey: Survey,
  follows: FoundTarget['follows'],
  small: { readonly width: number; readonly height: number },
): (colors: readonly Plane[], moment: EditMoment) => Warp {
  const before = colorPlanes(survey.representative.picture, small.width, small.height);
  const scale = survey.width / small.width;
  return (colors, moment) =>
    alignFrames(
      before,
      colors,
      [moveOf(survey, undefined, moment), moveOf(survey, follows, moment)].map((move) => onGrid(move, scale)),
    );
}
