import type { SoundCue } from '../../sound/cue.ts';
import type { Sight } from '../../vision/sight.ts';
import type { FrameSource } from './pinned-film.ts';
import { createTransition } from './transition.ts';
import { createTwoViews } from './two-views.ts';

/** A film of its own that can stand beside others. */
export interface Part extends FrameSource {
  readonly sight: Sight;
  readonly cues: readonly SoundCue[];
}

const TRANSITION_SECONDS = 1;

/** Shows films of one size one after the other, each for as long, with transitions between them. @param parts At least one. */
export function createSequence(
  parts: readonly Part[],
  {
    kernel,
    seconds,
    seed,
    width,
    height,
  }: { kernel: WebAssembly.Module; seconds: number; seed: number; width: number; height: number },
): Part {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const each = seconds / parts.length;
  const length = Math.min(TRANSITION_SECONDS, each * 0.5);
  const views = createTwoViews(kernel, width, height);
  const transitions = parts
    .slice(1)
    .map(({ sight }, index) => createTransition(views, parts[index]!.sight, sight, { seed: seed + index }));
  let spare: Uint8Array | undefined;
  return {
    sight: first!.sight,
    cues: parts.flatMap(({ cues }, index) => {
      const start = Math.max(0, index * each - length / 2);
      const end = Math.min(seconds, (index + 1) * each + length / 2);
      return cues.flatMap((cue) => cutCue(cue, start, end));
    }),
    frameAt(at, into = new Uint8Array((width * height * 3) / 2)) {
      const index = Math.min(parts.length - 1, Math.max(0, Math.floor((at + length / 2) / each)));
      const share = index === 0 ? 1 : (at - index * each + length / 2) / length;
      if (share >= 1) return parts[index]!.frameAt(at, into);
      spare ??= new Uint8Array(into.length);
      const before = parts[index - 1]!.frameAt(at, into);
      return transitions[index - 1]!.draw(before, parts[index]!.frameAt(at, spare), share, into);
    },
  };
}

function cutCue(cue: SoundCue, start: number, end: number): SoundCue[] {
  const from = Math.max(start, cue.startSeconds);
  const to = Math.min(end, cue.startSeconds + cue.durationSeconds);
  return to - from < 0.3 ? [] : [{ ...cue, startSeconds: from, durationSeconds: to - from }];
}
