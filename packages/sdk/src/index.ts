export * from './client.ts';
export { OpenImagineError } from './errors.ts';
export * from './management.ts';
export type { CallOptions, TransportOptions } from './transport.ts';
export type { VideoEvent } from './video-events.ts';
