export { initModelling } from './model/modelling.ts';
export * from './random.ts';
export * from './scene.ts';
export type { SoundCue } from './sound/cue.ts';
export { renderSound } from './sound/render-sound.ts';
export type { Stage, StageAssets, StageOptions, TextOptions } from './stage/stage.ts';
