import type { CameraPlan } from '../../scene.ts';
import { coast, progressOf, type StagedSequel } from './sequel.ts';

/** A move of the camera that a sequel asks for, and how far it is: 0 until it begins. */
export interface AskedMove {
  readonly move: CameraPlan['move'];
  progressAt(seconds: number): number;
}

/** Share of its even pace that an eased camera still has when the film ends: it has not come to rest. */
const PACE_AT_END = 0.4;

/** How far the film's own move goes on behind its end, in shares of the film: it loses its pace, and soon where another begins. */
export function moveBeyond(sequels: readonly StagedSequel[], durationSeconds: number): (seconds: number) => number {
  const asked = sequels.find(({ sequel }) => sequel.camera);
  const over = asked ? Math.max(0.8, asked.fromSeconds - durationSeconds) : Math.max(2, durationSeconds * 0.75);
  return (seconds) => (PACE_AT_END / durationSeconds) * coast(seconds - durationSeconds, over);
}

export function askedMoves(sequels: readonly StagedSequel[]): readonly AskedMove[] {
  return sequels.flatMap((staged): AskedMove[] => {
    const { camera } = staged.sequel;
    if (!camera) return [];
    return [
      {
        move: camera.move,
        // A move has 0 in its middle; from there on it goes as far as the whole of it would.
        progressAt: (seconds) => 0.85 * Math.min(1.5, camera.speed) * progressOf(staged, seconds, 1),
      },
    ];
  });
}
