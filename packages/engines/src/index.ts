export { createDraftEngine, type DraftEngine } from './draft/draft-engine.ts';
export { DRAFT_IMAGE_MODEL, DRAFT_VERSION, DRAFT_VIDEO_MODEL, type DraftOptions } from './draft/draft-options.ts';
export * from './engine.ts';
export { createXaiEngine } from './xai/xai-engine.ts';
export type { XaiOptions } from './xai/xai-options.ts';
