import { invalidInput, OpenImagineError } from './errors.ts';
import type { Files } from './files.ts';
import { inputReader, type ReadInput } from './inputs.ts';
import {
  type EditImageParams,
  type EditVideoParams,
  type ExtendVideoParams,
  type ImageParams,
  imageBody,
  inputVideoBody,
  type VideoParams,
  videoBody,
} from './params.ts';
import { type GeneratedImages, type GeneratedVideo, type Quote, readImages, readQuote } from './results.ts';
import { type CallOptions, randomKey, type SentOptions, type Transport } from './transport.ts';
import { type VideoHandle, videoHandle } from './video-handle.ts';
import { submitOptions, type WaitOptions } from './wait.ts';
import type { ImageReply, PriceReply, VideoCreated } from './wire.ts';

/** Accepted by the server when it returns; `wait` on the handle, or come back later with its id. */
export interface Submit {
  generateVideo(params: VideoParams, options?: CallOptions): Promise<VideoHandle>;
  editVideo(params: EditVideoParams, options?: CallOptions): Promise<VideoHandle>;
  extendVideo(params: ExtendVideoParams, options?: CallOptions): Promise<VideoHandle>;
}

/** The price before the purchase: what would be refused is refused, and nothing is made. */
export interface Quotes {
  generateImage(params: ImageParams, options?: CallOptions): Promise<Quote>;
  editImage(params: EditImageParams, options?: CallOptions): Promise<Quote>;
  generateVideo(params: VideoParams, options?: CallOptions): Promise<Quote>;
  editVideo(params: EditVideoParams, options?: CallOptions): Promise<Quote>;
  extendVideo(params: ExtendVideoParams, options?: CallOptions): Promise<Quote>;
}

export interface Tasks {
  /** Pictures from a prompt. */
  generateImage(params: ImageParams, options?: CallOptions): Promise<GeneratedImages>;
  /** Changes a picture, or makes one of several. */
  editImage(params: EditImageParams, options?: CallOptions): Promise<GeneratedImages>;
  /** A video with sound from a prompt, from a picture (`image`), from pinned frames, or with subjects that are shown. Waits for it. */
  generateVideo(params: VideoParams, options?: WaitOptions): Promise<GeneratedVideo>;
  /** Changes what the prompt names and leaves the rest. Waits for it. */
  editVideo(params: EditVideoParams, options?: WaitOptions): Promise<GeneratedVideo>;
  /** The same video, going on for some seconds. Waits for it. */
  extendVideo(params: ExtendVideoParams, options?: WaitOptions): Promise<GeneratedVideo>;
  readonly submit: Submit;
  readonly quote: Quotes;
  /** A video that was submitted before. */
  video(id: string): VideoHandle;
}

const DRY_RUN = { 'x-dry-run': 'true' } as const;

/** Each task: where it is sent, and what of its parameters. */
const TASKS = {
  generateImage: { path: '/v1/images/generations', body: imageBody },
  editImage: { path: '/v1/images/edits', body: imageBody },
  generateVideo: { path: '/v1/videos/generations', body: videoBody },
  editVideo: { path: '/v1/videos/edits', body: inputVideoBody },
  extendVideo: { path: '/v1/videos/extensions', body: inputVideoBody },
} as const;

interface Task<P> {
  readonly path: string;
  readonly body: (params: P, read: ReadInput) => Promise<object>;
}

export function createTasks(transport: Transport, files: Files): Tasks {
  const make = async <P, R>(
    { path, body }: Task<P>,
    params: P,
    needed: 'data' | 'request_id' | 'lines',
    options: SentOptions = {},
  ): Promise<R> => {
    // One key for the call and for what it uploads, so that all of it can be sent again.
    const keyed = { ...options, idempotencyKey: options.idempotencyKey ?? randomKey() };
    const sent = await prepare(params, () => body(params, inputReader(files, keyed)));
    return await transport.json<R>({ [needed]: NEEDED[needed] }, 'POST', path, sent, keyed);
  };
  const images =
    <P>(task: Task<P>) =>
    async (params: P, options?: CallOptions): Promise<GeneratedImages> =>
      readImages(transport, await make<P, ImageReply>(task, params, 'data', options));
  const submitted =
    <P>(task: Task<P>) =>
    async (params: P, options?: SentOptions): Promise<VideoHandle> =>
      videoHandle(transport, (await make<P, VideoCreated>(task, params, 'request_id', options)).request_id);
  const waited =
    <P>(task: Task<P>) =>
    async (params: P, options: WaitOptions = {}): Promise<GeneratedVideo> => {
      const handle = await submitted(task)(params, submitOptions(options));
      return await handle.wait(options);
    };
  const quoted =
    <P>(task: Task<P>) =>
    async (params: P, options: CallOptions = {}): Promise<Quote> => {
      const dry = { ...options, headers: { ...options.headers, ...DRY_RUN } };
      return readQuote(await make<P, PriceReply>(task, params, 'lines', dry));
    };
  return {
    generateImage: images(TASKS.generateImage),
    editImage: images<EditImageParams>(TASKS.editImage),
    generateVideo: waited(TASKS.generateVideo),
    editVideo: waited<EditVideoParams>(TASKS.editVideo),
    extendVideo: waited(TASKS.extendVideo),
    submit: {
      generateVideo: submitted(TASKS.generateVideo),
      editVideo: submitted<EditVideoParams>(TASKS.editVideo),
      extendVideo: submitted(TASKS.extendVideo),
    },
    quote: {
      generateImage: quoted(TASKS.generateImage),
      editImage: quoted<EditImageParams>(TASKS.editImage),
      generateVideo: quoted(TASKS.generateVideo),
      editVideo: quoted<EditVideoParams>(TASKS.editVideo),
      extendVideo: quoted(TASKS.extendVideo),
    },
    video: (id) => videoHandle(transport, id),
  };
}

/** @throws {OpenImagineError} `invalid-input` for whatever cannot be read of the parameters. */
async function prepare(params: unknown, work: () => Promise<object>): Promise<object> {
  if (typeof params !== 'object' || params === null)
    throw invalidInput(`Expected parameters such as { prompt: 'a fox' }; got ${String(params)}.`);
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof OpenImagineError) throw cause;
    throw invalidInput(`The parameters cannot be read: ${(cause as Error).message}.`, cause);
  }
}

const NEEDED = { data: 'array', request_id: 'string', lines: 'array' } as const;
