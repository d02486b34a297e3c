export { type ChildPool, type ChildPoolOptions, createChildPool, type TaskOptions } from './child-pool.ts';
export { type AudioTrack, encodeAudio, SAMPLE_RATE } from './encode-audio.ts';
export { encodeJpeg, encodePng, type Picture } from './encode-image.ts';
export { openSegmentEncoder, type SegmentEncoder, type SegmentEncoderOptions } from './encode-video.ts';
export { toI420, toRgba } from './i420.ts';
export * from './media.ts';
export { MediaError, type MediaErrorKind } from './media-error.ts';
export { type FilmParts, muxFilm } from './mux-film.ts';
export { serveTasks, type TaskContext, type TaskHandler } from './serve-tasks.ts';
