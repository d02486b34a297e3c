import type { Change, SceneActor } from '../../scene.ts';
import { clamp, smoothstep } from '../matrix.ts';

/** A change of a thing in the film's own seconds. */
export interface TimedChange {
  readonly kind: Change['kind'];
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** 0 before it, 1 after it, softly begun and ended. */
  shareAt(seconds: number): number;
  /** The same, evenly. */
  evenAt(seconds: number): number;
}

/** What becomes of a thing, in its order. */
export function changesOf({ changes = [] }: SceneActor, durationSeconds: number): TimedChange[] {
  return changes.map(({ kind, from, to }) => {
    const [fromSeconds, toSeconds] = [from * durationSeconds, Math.max(from + 0.01, to) * durationSeconds];
    const evenAt = (seconds: number): number => clamp((seconds - fromSeconds) / (toSeconds - fromSeconds), 0, 1);
    return { kind, fromSeconds, toSeconds, evenAt, shareAt: (seconds) => smoothstep(0, 1, evenAt(seconds)) };
  });
}

/** How far a hinge, a lid or a bud is open: 0 shut … 1. Undefined where nothing opens or closes. */
export function opennessOf(
  actor: SceneActor,
  durationSeconds: number,
  kinds: readonly Change['kind'][] = ['open', 'close'],
): ((seconds: number) => number) | undefined {
  const moves = changesOf(actor, durationSeconds).filter(({ kind }) => kinds.includes(kind));
  const [first] = moves;
  if (first === undefined) return undefined;
  const start = first.kind === 'close' ? 1 : 0;
  return (seconds) =>
    moves.reduce((open, move) => {
      const goal = move.kind === 'close' ? 0 : 1;
      return open + (goal - open) * move.shareAt(seconds);
    }, start);
}

/** How strongly its flame or lamp burns, 0 … 1: a flame dies in a moment, a lamp is there at once. */
export function burningOf(actor: SceneActor, durationSeconds: number): ((seconds: number) => number) | undefined {
  const moves = changesOf(actor, durationSeconds).filter(({ kind }) => kind === 'light' || kind === 'goOut');
  const [first] = moves;
  if (first === undefined) return undefined;
  return (seconds) =>
    moves.reduce(
      (lit, { kind, fromSeconds }) => {
        const share = smoothstep(0, kind === 'light' ? 0.5 : 0.35, seconds - fromSeconds);
        return lit + ((kind === 'light' ? 1 : 0) - lit) * share;
      },
      first.kind === 'light' ? 0 : 1,
    );
}
