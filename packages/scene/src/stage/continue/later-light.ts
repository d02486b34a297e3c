import type { Scene } from '../../scene.ts';
import { progressOf, type StagedSequel } from './sequel.ts';

/** A scene whose hour and weather change after its end. Whoever asks for the light of a scene asks here as well. */
export type StagedScene = Scene & { readonly sequels?: readonly StagedSequel[] };

export interface LightChange {
  readonly timeTo?: Scene['time'];
  readonly weather?: Scene['weather'];
  /** 0 when the film that was there before ends, so that its frames stay what they are. */
  progressAt(seconds: number): number;
}

/** Every change of hour or weather behind the end of the scene, in order. */
export function lightChangesOf(scene: StagedScene): readonly LightChange[] {
  return (scene.sequels ?? []).flatMap((staged): LightChange[] => {
    const { timeTo, weather } = staged.sequel;
    if (timeTo === undefined && weather === undefined) return [];
    return [
      {
        ...(timeTo === undefined ? {} : { timeTo }),
        ...(weather === undefined ? {} : { weather }),
        progressAt: (seconds) => progressOf(staged, seconds, 0.8),
      },
    ];
  });
}

/** Mixes two values of the same make, number by number. What is not a number is that of the nearer one. */
export function mixDeep<T>(from: T, to: T, amount: number): T {
  if (amount <= 0) return from;
  if (amount >= 1) return to;
  if (typeof from === 'number' && typeof to === 'number') return (from + (to - from) * amount) as T;
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length)
    return from.map((value, i) => mixDeep(value, to[i], amount)) as T;
  if (isRecord(from) && isRecord(to)) {
    const mixed: Record<string, unknown> = { ...(amount < 0.5 ? from : to) };
    for (const key of Object.keys(mixed))
      if (key in from && key in to) mixed[key] = mixDeep(from[key], to[key], amount);
    return mixed as T;
  }
  return amount < 0.5 ? from : to;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
