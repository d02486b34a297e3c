export { type ClipPlan, planClip, type ShownFrame, showFrames } from './edit/clip-operations.ts';
export { createEditor, type Editor } from './edit/create-editor.ts';
export { needsOf, needsSight } from './edit/needs-of.ts';
export * from './edit/operation.ts';
export { type InstructionOptions, readInstruction } from './edit/read-instruction.ts';
export { describeOperations } from './edit/reading/describe-operations.ts';
export { type SettledInputs, settleInputs } from './edit/settle-inputs.ts';
export * from './edit/tool.ts';
export { gainBeside, playAt } from './edit/tools/time-sound.ts';
export { type Luma, lumaOf, type Pyramid, pyramidOf } from './edit/tools/track/luma.ts';
export type { Similarity } from './edit/tools/track/similarity.ts';
export { trackBodies } from './edit/tools/track/track-bodies.ts';
export { trackFaces } from './edit/tools/track/track-faces.ts';
export type { Detected, Followed } from './edit/tools/track/track-items.ts';
export { type PatchMove, trackCamera, trackPatch } from './edit/tools/track/track-patch.ts';
export { trackThings } from './edit/tools/track/track-things.ts';
export type { EmojiEntry } from './lexicon/emoji.ts';
export { createLexicon, type Lexicon, type LexiconSources } from './lexicon/lexicon.ts';
export type { WordNetFiles } from './lexicon/wordnet.ts';
export { createMotion, type MotionOptions, type StillMotion } from './motion/create-motion.ts';
export { createSequence, type Part } from './motion/morph/film-sequence.ts';
export { createPinnedFilm, type FrameSource, type Pin, type PinnedFilm } from './motion/morph/pinned-film.ts';
export { type Cast, type CastActor, readCast } from './motion/puppet/read-cast.ts';
export {
  type Backdrop,
  createReferenceFilm,
  cutOutFigure,
  type Looked,
  type ReferenceFilm,
  type Subject,
} from './motion/puppet/reference-film.ts';
export * from './random.ts';
export { describeScene } from './read/describe.ts';
export { type ReadOptions, readPrompt } from './read/read-prompt.ts';
export * from './scene.ts';
export { cleanScene, readScene, type SceneReading } from './scene-schema.ts';
export type { SoundCue } from './sound/cue.ts';
export { renderSound } from './sound/render-sound.ts';
export type { Manner, Recording, Say, SpokenLanguage } from './sound/speech/recording.ts';
export { describeSequel } from './stage/continue/describe-sequel.ts';
export { createGlider, type Glide, glideOf } from './stage/continue/glide.ts';
export { continueAmbience, joinSounds } from './stage/continue/join-sounds.ts';
export { readSequel, sceneAfter } from './stage/continue/read-sequel.ts';
export type { Sequel, StagedSequel } from './stage/continue/sequel.ts';
export type { Stage, StageAssets, StageOptions, TextOptions } from './stage/stage.ts';
export { stageScene } from './stage/stage-scene.ts';
export { type CutOutOptions, cutOut } from './vision/cut-out.ts';
export { boundsOfCoverage, measureColor, sampleCoverage, skinTone } from './vision/measure.ts';
export { seePicture } from './vision/see-picture.ts';
export * from './vision/sight.ts';
