import type { Box } from '../../../vision/sight.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import { inverse, moveX, moveY, type Similarity } from '../track/similarity.ts';
import type { FoundTarget } from './find-target.ts';
import { createPlane, type Plane, samplePlane } from './plane.ts';

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

/**
 * A plane of the representative frame as it lies at a moment.
 * @param plane On a grid over the whole frame.
 */
export function movePlane(plane: Plane, survey: Survey, follows: FoundTarget['follows'], moment: EditMoment): Plane {
  const back = inverse(moveOf(survey, follows, moment));
  const moved = createPlane(plane.width, plane.height);
  const scale = survey.width / plane.width;
  for (let y = 0; y < moved.height; y++) {
    for (let x = 0; x < moved.width; x++) {
      const [atX, atY] = [(x + 0.5) * scale, (y + 0.5) * scale];
      moved.data[y * moved.width + x] = samplePlane(
        plane,
        moveX(back, atX, atY) / scale - 0.5,
        moveY(back, atX, atY) / scale - 0.5,
      );
    }
  }
  return moved;
}
