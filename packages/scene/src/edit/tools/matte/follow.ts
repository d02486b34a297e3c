import type { Box } from '../../../vision/sight.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import type { FoundTarget } from './find-target.ts';

/** x' = scale x + dx, y' = scale y + dy, and a turn: from the representative frame to another. */
export interface Move {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** Where something of the representative frame has gone at a moment: with its own box where that was followed, else with the scene. */
export function moveOf(survey: Survey, follows: FoundTarget['follows'], { index }: EditMoment): Move {
  const frame = survey.frames[Math.min(index, survey.frames.length - 1)]!;
  const { camera } = frame;
  if (follows === undefined) return camera;
  const start = survey.frames[survey.representative.index]?.[follows.list][follows.index]?.box;
  const now = frame[follows.list][follows.index]?.box;
  return start && now ? moveBetween(start, now) : camera;
}

function moveBetween(start: Box, now: Box): Move {
  const a = Math.sqrt((now.width * now.height) / Math.max(1, start.width * start.height));
  const tx = now.x + now.width / 2 - a * (start.x + start.width / 2);
  const ty = now.y + now.height / 2 - a * (start.y + start.height / 2);
  return { a, b: 0, tx, ty };
}

/** Where a point came from. */
export function undo({ a, b, tx, ty }: Move, x: number, y: number): readonly [number, number] {
  const scale = a * a + b * b || 1;
  const dx = x - tx;
  const dy = y - ty;
  return [(a * dx + b * dy) / scale, (a * dy - b * dx) / scale];
}
