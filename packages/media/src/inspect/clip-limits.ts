import type { FilmLimits } from '../open-film.ts';

export interface ClipLimits extends FilmLimits {
  /** Of all kinds together. */
  readonly tracksMax: number;
}

/** Half a minute of 4K at 60 frames a second: what the API takes in at most is 30 s. */
export const CLIP_LIMITS: ClipLimits = {
  bytesMax: 100 * 1024 * 1024,
  secondsMax: 31,
  pixelsMax: 4096 * 2304,
  framesMax: 3720,
  tracksMax: 8,
};
