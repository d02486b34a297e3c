import { createFiles, type Files, queryOf } from './files.ts';
import { mediaAt, type ReadOptions } from './media.ts';
import { createTasks, type Tasks } from './tasks.ts';
import {
  type CallOptions,
  type ClientOptions,
  createTransport,
  type Needed,
  pathPart,
  type SentOptions,
} from './transport.ts';
import { getVideo, submitOptions, type WaitOptions, waitForVideo } from './wait.ts';
import type {
  FinishedVideo,
  GenerationItem,
  GenerationPage,
  GenerationQuery,
  ImageBody,
  ImageReply,
  ModelPage,
  ReadSceneBody,
  SceneReply,
  VideoBody,
  VideoCreated,
  VideoStatus,
} from './wire.ts';

/**
 * A client of this API; it works against `api.x.ai` as well. First the tasks, then the calls beneath them one by one,
 * in the words of the wire. Every method throws `OpenImagineError`; what code of the caller's throws (a listener, a
 * stream that is uploaded) passes as it is.
 */
export interface Client extends Tasks {
  readonly files: Files;
  readonly images: {
    generate(body: ImageBody, options?: CallOptions): Promise<ImageReply>;
  };
  readonly videos: {
    create(body: VideoBody, options?: CallOptions): Promise<VideoCreated>;
    get(requestId: string, options?: CallOptions & { readonly waitSeconds?: number | undefined }): Promise<VideoStatus>;
    /** Creates a video and waits for it. */
    generate(body: VideoBody, options?: WaitOptions): Promise<FinishedVideo>;
  };
  readonly scenes: {
    /** How the server reads a prompt. Free; corrected, it goes to `generateImage` or `generateVideo` as `scene`. */
    read(body: ReadSceneBody, options?: CallOptions): Promise<SceneReply>;
  };
  readonly generations: {
    /** Pictures and videos, newest first, a page at a time. */
    list(query?: GenerationQuery, options?: CallOptions): Promise<GenerationPage>;
    get(id: string, options?: CallOptions): Promise<GenerationItem>;
  };
  readonly models: {
    /** Those that the key may use. */
    list(options?: CallOptions): Promise<ModelPage>;
  };
  /** Fetches a finished picture or video. */
  download(url: string, options?: ReadOptions): Promise<Uint8Array>;
}

const CREATED: Needed = { request_id: 'string' };
const LIST: Needed = { data: 'array' };

/** @throws {OpenImagineError} `invalid-input` when `baseUrl` is no http(s) URL, or there is no key. */
export function createClient(options: ClientOptions): Client {
  const transport = createTransport(options);
  const files = createFiles(transport);
  const create = (body: VideoBody, callOptions?: SentOptions): Promise<VideoCreated> =>
    transport.json(CREATED, 'POST', '/v1/videos/generations', body, callOptions);
  return {
    ...createTasks(transport, files),
    files,
    images: {
      generate: (body, callOptions) => transport.json(LIST, 'POST', '/v1/images/generations', body, callOptions),
    },
    videos: {
      create,
      get: (requestId, { waitSeconds, ...callOptions } = {}) =>
        getVideo(transport, requestId, queryOf({ wait: waitSeconds }), callOptions),
      async generate(body, waitOptions = {}) {
        const { request_id } = await create(body, submitOptions(waitOptions));
        return await waitForVideo(transport, request_id, waitOptions);
      },
    },
    scenes: {
      read: (body, callOptions) =>
        transport.json({ revised_prompt: 'string', seed: 'number' }, 'POST', '/v1/scenes', body, callOptions),
    },
    generations: {
      list: (query = {}, callOptions) =>
        transport.json(LIST, 'GET', `/v1/generations${queryOf(query)}`, undefined, callOptions),
      get: async (id, callOptions) =>
        await transport.json({ id: 'string' }, 'GET', `/v1/generations/${pathPart(id)}`, undefined, callOptions),
    },
    models: {
      list: (callOptions) => transport.json(LIST, 'GET', '/v1/models', undefined, callOptions),
    },
    download: (url, readOptions) => mediaAt(transport, url).bytes(readOptions),
  };
}
