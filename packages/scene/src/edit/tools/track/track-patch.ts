import type { Box } from '../../../vision/sight.ts';
import { followPoint, followTogether } from './optical-flow.ts';
import { chain, moveX, moveY, type Similarity, STILL } from './similarity.ts';
import { type Followed, grown } from './track-items.ts';

/** How a part of the picture moves: to each frame from the reference one. */
export interface PatchMove {
  readonly move: Similarity;
  /** 0 to 1: how much of it was found again. */
  readonly share: number;
}

/** Found again by fewer of its places than this, it is followed from the frame before instead. */
const LEAST_SHARE = 0.25;

/**
 * Follows a part of the reference frame through all others. Each frame is matched with the reference itself, so that
 * nothing drifts; where that is no longer possible, with the frame before.
 * @param box In the frames' own pixels.
 * @param isHeld Which of its places count; all, when absent.
 */
export function trackPatch(
  { pyramids, width, height }: Followed,
  reference: number,
  box: Box,
  isHeld: (x: number, y: number) => boolean = () => true,
): PatchMove[] {
  const base = pyramids[reference]!;
  const ratio = { x: base[0]!.width / width, y: base[0]!.height / height };
  const places: number[] = [];
  const columns = 12;
  for (let i = 0; i < columns * columns; i++) {
    const x = box.x + (box.width * ((i % columns) + 0.5)) / columns;
    const y = box.y + (box.height * (Math.floor(i / columns) + 0.5)) / columns;
    if (isHeld(x, y)) places.push((x + 0.5) * ratio.x - 0.5, (y + 0.5) * ratio.y - 0.5);
  }
  const held = withTexture(base, places);
  const small: { move: Similarity; share: number }[] = new Array(pyramids.length);
  small[reference] = { move: STILL, share: held.length > 5 ? 1 : 0 };
  for (const direction of [1, -1]) {
    for (let index = reference + direction; index >= 0 && index < pyramids.length; index += direction) {
      const before = small[index - direction]!;
      const direct = followTogether(base, pyramids[index]!, held, before.move);
      if (direct && direct.share >= LEAST_SHARE) {
        small[index] = { move: direct.similarity, share: direct.share };
        continue;
      }
      const shifted = held.map((value, i) =>
        i % 2 === 0 ? moveX(before.move, value, held[i + 1]!) : moveY(before.move, held[i - 1]!, value),
      );
      const step = followTogether(pyramids[index - direction]!, pyramids[index]!, shifted);
      small[index] = step
        ? { move: chain(before.move, step.similarity), share: step.share * before.share }
        : { move: before.move, share: 0 };
    }
  }
  const calm = smoothMoves(small);
  return small.map(({ share }, index) => ({ move: grown(calm[index]!, ratio), share }));
}

/**
 * How the picture as a whole moves.
 * @param foreground What moves by itself in the reference frame: people, faces.
 */
export function trackCamera(followed: Followed, reference: number, foreground: readonly Box[]): Similarity[] {
  const { width, height } = followed;
  const isHeld = (x: number, y: number): boolean =>
    !foreground.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  return trackPatch(followed, reference, { x: 0, y: 0, width, height }, isHeld).map(({ move }) => move);
}

/** Parabola through five frames: takes the trembling of single matches away and keeps a swing of the camera. */
const SMOOTHING = [-3 / 35, 12 / 35, 17 / 35, 12 / 35, -3 / 35];

function smoothMoves(moves: readonly PatchMove[]): Similarity[] {
  return moves.map(({ move }, index) => {
    const near = SMOOTHING.map((_, i) => moves[index + i - 2]);
    if (near.some((one) => one === undefined || one.share === 0)) return move;
    const mix = (read: (one: Similarity) => number): number =>
      SMOOTHING.reduce((sum, weight, i) => sum + weight * read(near[i]!.move), 0);
    return { a: mix(({ a }) => a), b: mix(({ b }) => b), tx: mix(({ tx }) => tx), ty: mix(({ ty }) => ty) };
  });
}

/** The places that a frame's own copy can be followed at: those that match themselves. */
function withTexture(base: Followed['pyramids'][number], places: readonly number[]): number[] {
  const kept: number[] = [];
  for (let i = 0; i < places.length; i += 2)
    if (followPoint(base, base, places[i]!, places[i + 1]!)) kept.push(places[i]!, places[i + 1]!);
  return kept;
}
