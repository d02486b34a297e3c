import type { VideoProbe } from '@openimagine/media';

/** The tasks of the media child, and what they take and give. Files go by their path, so that no film is copied twice. */
export interface MediaTasks {
  readonly 'probe-video': {
    readonly input: { readonly path: string; readonly isSampled: boolean };
    readonly result: VideoProbe;
  };
  /** Decodes any film that we can open and writes it anew as what the API promises. */
  readonly 'rewrite-video': {
    readonly input: { readonly path: string; readonly to: string; readonly wanted: WantedFilm };
    readonly result: undefined;
  };
  readonly 'to-jpeg': {
    readonly input: { readonly bytes: Uint8Array; readonly size: Size };
    readonly result: Uint8Array;
  };
}

/** In pixels; of a film both are even. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export function isSize(size: Size, other: Size): boolean {
  return size.width === other.width && size.height === other.height;
}

export interface WantedFilm extends Size {
  readonly seconds: number;
  readonly audio: boolean;
  /** Made from a film: it may have that one's rate, sound and, to some pixels, size. */
  readonly followsInput: boolean;
  /** Of one that follows its input, the least that can be right: an extension that is shorter lacks its beginning or its end. */
  readonly secondsMin: number;
}

/** A film that is shorter than was asked for by more than this is not stretched, it is wrong. */
export const MISSING_SECONDS_MAX = 0.5;

/** Frames a second of every film that leaves the server. */
export const FRAMES_PER_SECOND = 24;
