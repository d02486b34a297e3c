import type { CameraPlan } from '../scene.ts';

type Move = CameraPlan['move'];

/** A move of the camera where the text tells of it. */
export interface ToldMove {
  readonly move: Move;
  readonly from: number;
  readonly to: number;
}

const MOVES_MAX = 3;
/** These go with any other, or are none that begins and ends. */
const STATES: ReadonlySet<Move> = new Set(['still', 'drift', 'track', 'handheld']);
const AT_ONCE = /\b(?:while|as|and simultaneously|simultaneously|at the same time|combined with|with a)\b/;
const AFTER = /\b(?:then|before|finally|afterwards?|ending with|ends with|followed by|until)\b/;
const SWEEP =
  /\btilt(?:s|ing)? (?:slowly |smoothly |gently )?(?:up|down|upwards?|downwards?) (?:slowly |smoothly )?from\b|\bfrom (?:head to (?:toe|foot)|(?:his|her|the|their) (?:feet|boots|shoes|base|bottom|ground)\b[^.]{0,40} to\b)/;

/** The camera's moves in their order: the first, and what follows or goes with it. */
export function orderMoves(
  text: string,
  told: readonly ToldMove[],
): (Pick<CameraPlan, 'move'> & Pick<CameraPlan, 'moves' | 'sweeps'>) | undefined {
  const ordered = told
    .toSorted((a, b) => a.from - b.from)
    .filter(({ move }, i, all) => all.findIndex((one) => one.move === move) === i);
  const moves = ordered.filter(({ move }) => !STATES.has(move)).slice(0, MOVES_MAX);
  const [first] = moves;
  if (first === undefined) return undefined;
  const sweeps = /^tilt/.test(first.move) && SWEEP.test(text) ? { sweeps: true as const } : {};
  if (moves.length < 2) return { move: first.move, ...sweeps };
  const between = moves.slice(1).map((move, i) => text.slice(moves[i]!.to, move.from));
  const areAtOnce = between.map((words) => AT_ONCE.test(words) && !AFTER.test(words));
  const steps = 1 + areAtOnce.filter((isAtOnce) => !isAtOnce).length;
  let step = 0;
  const later = moves.map(({ move }, i) => {
    if (i > 0 && !areAtOnce[i - 1]) step += 1;
    return { move, from: Number((step / steps).toFixed(3)), to: Number(((step + 1) / steps).toFixed(3)) };
  });
  return { move: first.move, moves: later, ...sweeps };
}
