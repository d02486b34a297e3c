import type { CameraPlan, Motion, Scene, SceneActor, SceneEvent, SoundKind } from '../../scene.ts';

/** What an actor of the film does when it goes on. */
export type ActorTurn =
  /** Goes out of sight. `fade` shrinks to nothing, `fly` rises and recedes, `go` walks, drives or sails off. */
  | { readonly kind: 'leave'; readonly manner: 'fade' | 'fly' | 'go'; readonly direction?: Motion['direction'] }
  | { readonly kind: 'stop' }
  /** Turns towards the camera, or away from it. */
  | { readonly kind: 'face'; readonly to: 'camera' | 'away' }
  | { readonly kind: 'become'; readonly motion: Motion; readonly pose: SceneActor['pose'] };

/** What happens after the end of a scene, as plain data. All of it may be empty: then the world simply goes on. */
export interface Sequel {
  readonly timeTo?: Scene['time'];
  readonly weather?: Scene['weather'];
  readonly wind?: number;
  readonly camera?: { readonly move: CameraPlan['move']; readonly speed: number };
  readonly events: readonly SceneEvent['kind'][];
  readonly sounds: readonly SoundKind[];
  /** By the id of an actor of the scene. */
  readonly turns: Readonly<Record<string, ActorTurn>>;
  /** Words that those who are there say. */
  readonly lines?: readonly { readonly actorId: string; readonly says: string }[];
  /** Those who were not there. */
  readonly newcomers: readonly SceneActor[];
}

/** A sequel with its place on the timeline of the film. Sequels follow one another without a gap. */
export interface StagedSequel {
  readonly sequel: Sequel;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** The first seconds of a sequel in which what it asks for begins. */
const ONSET_SECONDS = 0.35;

/** How far a sequel's change has come: 0 until it begins, 1 from `share` of its length on, smoothly at both ends. */
export function progressOf({ fromSeconds, toSeconds }: StagedSequel, seconds: number, share = 0.75): number {
  const start = fromSeconds + Math.min(ONSET_SECONDS, (toSeconds - fromSeconds) * 0.1);
  const t = Math.min(1, Math.max(0, (seconds - start) / ((toSeconds - fromSeconds) * share)));
  return t * t * (3 - 2 * t);
}

/** How far something comes that has a speed of 1 a second and loses it: at most `over` seconds' way. */
export function coast(seconds: number, over: number): number {
  return seconds <= 0 ? 0 : over * (1 - Math.exp(-seconds / over));
}

/** When what flies off is out of sight, after the end of the scene, and whether it is asked to be. */
export function leavingOf(sequels: readonly StagedSequel[], endSeconds: number): [seconds: number, isToFade: boolean] {
  const leaving = sequels.find(({ sequel }) => Object.values(sequel.turns).some(({ kind }) => kind === 'leave'));
  return leaving
    ? [leaving.toSeconds - endSeconds, true]
    : [Math.max(8, sequels.at(-1)!.toSeconds - endSeconds), false];
}
