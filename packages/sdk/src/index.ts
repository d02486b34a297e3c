export { type Client, createClient } from './client.ts';
export { type ErrorDetail, OpenImagineError } from './errors.ts';
export type { Content, FileInfo, Files, ListFilesParams, Publication, UploadOptions } from './files.ts';
export type { MediaInput } from './inputs.ts';
export * from './management.ts';
export type { Media, ReadOptions } from './media.ts';
export type {
  CommonParams,
  EditImageParams,
  EditVideoParams,
  ExtendVideoParams,
  ImageParams,
  VideoParams,
} from './params.ts';
export type { GeneratedImage, GeneratedImages, GeneratedVideo, Quote, StoredFile } from './results.ts';
export type { Quotes, Submit, Tasks } from './tasks.ts';
export type { CallOptions, ClientOptions } from './transport.ts';
export type { VideoEvent } from './video-events.ts';
export type { VideoHandle } from './video-handle.ts';
export type { WaitOptions } from './wait.ts';
export type * from './wire.ts';
