import type { Operation } from '../../engine.ts';
import { drawFilm } from './draw-film.ts';
import { drawImages } from './draw-images.ts';
import { editImage } from './edit-image.ts';
import { editVideo } from './edit-video.ts';
import { extendVideo } from './extend-video.ts';
import type { Work } from './job.ts';
import { animatePictures, filmReferences } from './reference-film.ts';

/** What the draft engine can do; `DRAFT_MODELS` says the same with its limits. */
export const WORKS: Partial<Record<Operation, Work>> = {
  'image.generate': drawImages,
  'image.edit': editImage,
  'video.generate': drawFilm,
  'video.edit': editVideo,
  'video.fromImage': animatePictures,
  'video.fromReferences': filmReferences,
  'video.extend': extendVideo,
};
