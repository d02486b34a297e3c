/**
 * Clips and odd pictures for tests, the benchmark and the gallery, made from examples/inputs by our own encoder: nothing
 * but this checkout is needed, except where a variant says so. A photo becomes a film by a camera that moves over it and,
 * for the living, by a smooth warp; so they look like phone videos but for light that never changes.
 */
export { BEEP_SECONDS, beepTimes } from './example-clips/beeps.ts';
export { type ExampleClipVariant, exampleClipVariants, hasFfmpeg } from './example-clips/clip-variants.ts';
export {
  EXAMPLE_CLIPS,
  examplePhoto,
  makeExampleClip,
} from './example-clips/make-clip.ts';
export { examplePhotoVariants } from './example-clips/photo-variants.ts';
