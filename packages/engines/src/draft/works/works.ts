import type { Operation } from '../../engine.ts';
import { animateImage } from './animate-image.ts';
import { drawFilm } from './draw-film.ts';
import { drawImages } from './draw-images.ts';
import { editImage } from './edit-image.ts';
import { editVideo } from './edit-video.ts';
import type { Work } from './job.ts';

/** What the draft engine can do; `DRAFT_MODELS` says the same with its limits. */
export const WORKS: Partial<Record<Operation, Work>> = {
  'image.generate': drawImages,
  'image.edit': editImage,
  'video.generate': drawFilm,
  'video.edit': editVideo,
  'video.fromImage': animateImage,
};
