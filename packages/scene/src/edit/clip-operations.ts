import type { SoundKind } from '../scene.ts';
import type { EditOperation } from './operation.ts';
import type { ClipKind } from './tools/tool-makers.ts';

type ClipOperation = Extract<EditOperation, { readonly kind: ClipKind }>;

const CLIP_KINDS: ReadonlySet<string> = new Set<ClipKind>(['speed', 'reverse', 'mute', 'sound']);

export function isClipOperation(operation: EditOperation): operation is ClipOperation {
  return CLIP_KINDS.has(operation.kind);
}

/** What an instruction does to the timeline and to the sound as a whole. */
export interface ClipPlan {
  /** Played so many times as fast. */
  readonly factor: number;
  readonly isReversed: boolean;
  readonly isMuted: boolean;
  readonly sounds: readonly { readonly kind: SoundKind; readonly loudness: number }[];
}

/** A clip that is slower than a quarter is a slide show; one that is faster than eight times shows nothing. */
export const FACTOR_MIN = 0.25;
export const FACTOR_MAX = 8;

/** Sums the operations up: two reverses undo each other, speeds multiply. */
export function planClip(operations: readonly EditOperation[]): ClipPlan {
  let [factor, isReversed, isMuted] = [1, false, false];
  const sounds: { kind: SoundKind; loudness: number }[] = [];
  for (const operation of operations) {
    if (operation.kind === 'speed') factor *= operation.factor;
    else if (operation.kind === 'reverse') isReversed = !isReversed;
    else if (operation.kind === 'mute') isMuted = true;
    else if (operation.kind === 'sound') sounds.push({ kind: operation.sound, loudness: operation.loudness });
  }
  return { factor: Math.min(FACTOR_MAX, Math.max(FACTOR_MIN, factor)), isReversed, isMuted, sounds };
}

/** One frame of the edited film. */
export interface ShownFrame {
  /** Of the input's frames. */
  readonly source: number;
  /** When it is shown. */
  readonly seconds: number;
}

/**
 * Which frames the edited film shows, and when. Played at its own speed it has the input's frames at the input's times,
 * whatever their rate; faster or slower, it keeps the rate, and frames are left out or shown again.
 * @param times Of the input's frames, rising, the first at 0.
 */
export function showFrames(
  { factor, isReversed }: Pick<ClipPlan, 'factor' | 'isReversed'>,
  times: readonly number[],
  durationSeconds: number,
  framesPerSecond: number,
): readonly ShownFrame[] {
  const last = times.length - 1;
  if (factor === 1) {
    if (!isReversed) return times.map((seconds, source) => ({ source, seconds }));
    // Backwards, a frame begins where it ended.
    return times.map((_, i) => {
      const source = last - i;
      return { source, seconds: Math.max(0, durationSeconds - (times[source + 1] ?? durationSeconds)) };
    });
  }
  const count = Math.max(1, Math.round((durationSeconds / factor) * framesPerSecond));
  let source = 0;
  return Array.from({ length: count }, (_, i) => {
    const seconds = i / framesPerSecond;
    // A hair later than its start, so that a frame's own time finds it whatever rounding did.
    const wanted = seconds * factor + 1e-4;
    while (source < last && times[source + 1]! <= wanted) source++;
    return { source: isReversed ? last - source : source, seconds };
  });
}
