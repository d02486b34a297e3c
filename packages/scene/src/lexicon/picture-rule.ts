import type { CameraPlan, LightKind, MusicKind, Particle, Playback, Scene, SceneEvent, SoundKind } from '../scene.ts';

/** What a phrase says about the picture as a whole. */
export interface PictureFacts {
  style?: Scene['style'];
  time?: Scene['time'];
  timeTo?: Scene['time'];
  weather?: Scene['weather'];
  season?: Scene['season'];
  shot?: CameraPlan['shot'];
  move?: CameraPlan['move'];
  moves?: NonNullable<CameraPlan['moves']>;
  sweeps?: boolean;
  lens?: NonNullable<CameraPlan['lens']>;
  focus?: NonNullable<CameraPlan['focus']>;
  speed?: number;
  /** From high above: over a table that is straight down, over a land it is from the air. */
  isBirdsEye?: boolean;
  haze?: number;
  lightRays?: boolean;
  wetGround?: boolean;
  wind?: number;
  playbackSpeed?: Playback['speed'];
  isReversed?: boolean;
  isLooped?: boolean;
  mood?: NonNullable<Scene['mood']>;
  music?: MusicKind;
  silent?: NonNullable<Scene['silent']>;
  light?: readonly LightKind[];
  particles?: readonly Particle[];
  details?: readonly string[];
  events?: readonly SceneEvent['kind'][];
  sounds?: readonly SoundKind[];
  /** What must not be seen. */
  without?: readonly string[];
}

/**
 * A phrase in the lower-cased English text (hyphens are spaces, punctuation stands alone) and what it says.
 * Earlier rules win over later ones. `keep`: the words may mean something in a noun phrase as well.
 */
export interface PictureRule {
  readonly match: RegExp;
  readonly says: PictureFacts;
  readonly keep?: true;
}

/** So many words of a group that may come again are read: without a bound, a word repeated 2,000 times takes a second. */
const REPEATED_MAX = 4;

/** A rule that uses its words up. */
export const rule = (pattern: string, says: PictureFacts): PictureRule => ({
  match: new RegExp(`\\b(?:${pattern.replaceAll(')*', `){0,${REPEATED_MAX}}`)})\\b`, 'gu'),
  says,
});

/** A rule that leaves its words to the reader of noun phrases. */
export const kept = (pattern: string, says: PictureFacts): PictureRule => ({ ...rule(pattern, says), keep: true });
