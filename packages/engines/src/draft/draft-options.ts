import { availableParallelism } from 'node:os';
import type { ModelCapability } from '../engine.ts';

/**
 * Part of what makes an output what it is: same prompt, seed and version, same frames and samples. Raised with every
 * change that can be seen or heard.
 */
export const DRAFT_VERSION = '0.1.0';

export const DRAFT_IMAGE_MODEL = 'draft-image';
export const DRAFT_VIDEO_MODEL = 'draft-video';

export interface DraftOptions {
  /** Processes that draw pictures. Films never use them, so a picture never waits for a film. Default 1. */
  readonly imageChildren?: number;
  /** Processes that draw films, at low priority; one film uses them all. Default one a processor, 2 … 8. */
  readonly videoChildren?: number;
  readonly stillDeadlineMs?: number;
  readonly segmentDeadlineMs?: number;
  /** The module that the processes run. */
  readonly childEntry?: URL;
  /** The module of the processes that look at inputs. */
  readonly lookEntry?: URL;
}

export function withDefaults(options: DraftOptions): Required<DraftOptions> {
  return {
    imageChildren: 1,
    videoChildren: Math.min(8, Math.max(2, availableParallelism())),
    // A 2k still takes 2 s warm; the slowest seen on a machine with four times its load, cold, was 20 s.
    stillDeadlineMs: 90_000,
    // Two seconds of 1080p take 5–8 s; three films at once on two busy cores were seen to need 60 s.
    segmentDeadlineMs: 240_000,
    childEntry: new URL('./render-child.ts', import.meta.url),
    lookEntry: new URL('./look-child.ts', import.meta.url),
    ...options,
  };
}

/** Stills are a moment of a film of the default length. */
export const STILL_FILM_SECONDS = 8;
const SECONDS_MAX = 15;
const OUTPUTS_MAX = 10;
const EDITED_IMAGES_MAX = 5;
/** A first and a last frame, and four between them. */
const PINNED_IMAGES_MAX = 6;
const REFERENCE_IMAGES_MAX = 7;
const EDITED_SECONDS_MAX = 8.7;
const EXTENDED_SECONDS_MAX = 30;
const ADDED_SECONDS_MAX = 10;

const IMAGE_RATIOS = [
  ...['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '2:1', '1:2'],
  ...['19.5:9', '9:19.5', '20:9', '9:20', '21:9', '5:2'],
];
const VIDEO_RATIOS = ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '21:9', '5:2'];

export const DRAFT_MODELS: readonly ModelCapability[] = [
  {
    model: DRAFT_IMAGE_MODEL,
    operations: {
      'image.generate': {
        aspectRatios: IMAGE_RATIOS,
        resolutions: ['1k', '1.5k', '2k'],
        imagesMax: 0,
        outputsMax: OUTPUTS_MAX,
      },
      'image.edit': {
        aspectRatios: IMAGE_RATIOS,
        resolutions: ['1k', '1.5k', '2k'],
        imagesMax: EDITED_IMAGES_MAX,
        outputsMax: OUTPUTS_MAX,
      },
    },
    audio: 'never',
    seed: true,
    negativePrompt: false,
  },
  {
    model: DRAFT_VIDEO_MODEL,
    operations: {
      'video.generate': {
        durationsSeconds: { min: 1, max: SECONDS_MAX, step: 1 },
        aspectRatios: VIDEO_RATIOS,
        resolutions: ['480p', '720p', '1080p'],
        imagesMax: 0,
        outputsMax: 1,
      },
      'video.fromImage': {
        durationsSeconds: { min: 1, max: SECONDS_MAX, step: 1 },
        resolutions: ['480p', '720p', '1080p'],
        imagesMax: PINNED_IMAGES_MAX,
        promptOptional: true,
        outputsMax: 1,
      },
      'video.fromReferences': {
        durationsSeconds: { min: 1, max: SECONDS_MAX, step: 1 },
        aspectRatios: VIDEO_RATIOS,
        resolutions: ['480p', '720p'],
        imagesMax: REFERENCE_IMAGES_MAX + PINNED_IMAGES_MAX,
        promptOptional: true,
        outputsMax: 1,
      },
      'video.edit': { inputVideoSecondsMax: EDITED_SECONDS_MAX, imagesMax: 0, outputsMax: 1 },
      'video.extend': {
        durationsSeconds: { min: 1, max: ADDED_SECONDS_MAX, step: 1 },
        inputVideoSecondsMax: EXTENDED_SECONDS_MAX,
        imagesMax: 0,
        outputsMax: 1,
      },
    },
    audio: 'optional',
    seed: true,
    negativePrompt: false,
  },
];
