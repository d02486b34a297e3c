/**
 * The engine contract: an engine makes media, and knows nothing of keys, money, storage or retries. The server owns
 * those, and turns whatever an engine returns into JPEG, or MP4 with H.264 and AAC.
 */

export type Operation =
  | 'image.generate'
  | 'image.edit'
  | 'video.generate'
  | 'video.fromImage'
  | 'video.fromReferences'
  | 'video.edit'
  | 'video.extend';

export interface OperationCapability {
  readonly durationsSeconds?:
    | { readonly min: number; readonly max: number; readonly step?: number }
    | { readonly oneOf: readonly number[] };
  readonly aspectRatios?: readonly string[];
  readonly resolutions?: readonly string[];
  readonly imagesMax?: number;
  readonly inputVideoSecondsMax?: number;
  /** Of all inputs of a request together. */
  readonly inputBytesMax?: number;
  readonly outputsMax?: number;
  readonly promptOptional?: boolean;
}

/** What one model of an engine can do. An absent operation is one it cannot do. */
export interface ModelCapability {
  /** The engine's own name of the model; which public model maps to it is configuration. */
  readonly model: string;
  readonly operations: Partial<Record<Operation, OperationCapability>>;
  readonly audio: 'always' | 'optional' | 'never';
  readonly seed: boolean;
  readonly negativePrompt: boolean;
}

export interface EngineCapabilities {
  readonly models: readonly ModelCapability[];
  /** What aborting the signal can still stop. */
  readonly cancel: 'running' | 'queued' | 'none';
  readonly progress: 'steps' | 'percent' | 'queue' | 'none';
  readonly inputs: readonly ('bytes' | 'dataUrl' | 'httpUrl')[];
  /** How many requests may run at once, images and videos apart. */
  readonly concurrency: { readonly images: number; readonly videos: number };
  /** True when `resume` can find a job again after our restart. */
  readonly survivesRestart: boolean;
}

export interface MediaInput {
  readonly role: 'source' | 'firstFrame' | 'lastFrame' | 'keyframe' | 'reference' | 'mask' | 'video' | 'audio';
  /** For a keyframe only. */
  readonly atSeconds?: number;
  readonly mime: string;
  readonly sizeBytes: number;
  /** As measured when the request was accepted: of display pixels, after rotation. */
  readonly meta?: {
    readonly width: number;
    readonly height: number;
    readonly seconds?: number;
    readonly framesPerSecond?: number;
    readonly hasAudio?: boolean;
  };
  /** May be called more than once. */
  open(): Promise<ReadableStream<Uint8Array>>;
}

export interface EngineRequest {
  /** The attempt's generation. Stable over retries, so an engine may use it to recognise a repeated submission. */
  readonly generationId: string;
  readonly operation: Operation;
  /** The engine's own model name. */
  readonly model: string;
  /** Empty where the operation's `promptOptional` allows it. Of a scene, what `SceneReader.check` gave. */
  readonly prompt: string;
  /** Outputs asked for, ≥ 1; always 1 for video. */
  readonly count: number;
  /** In the caller's order: `<IMAGE_0>` is the first with the role `source` or `reference`. */
  readonly inputs: readonly MediaInput[];
  /**
   * Of the output; of an extension, what is added. Whole, but for an edit, whose output is as long as its input.
   */
  readonly seconds?: number;
  /** Of an edit's output, as in its input. Absent: 24. */
  readonly framesPerSecond?: number;
  readonly aspectRatio: string;
  readonly resolution: string;
  /** Exact output size in pixels. */
  readonly width: number;
  readonly height: number;
  /** Output k uses seed + k. */
  readonly seed: number;
  readonly audio: boolean;
  /** Of who speaks, in turn: names of preset voices in lower case. What an engine does not know, it may pass over. */
  readonly voices?: readonly string[];
  readonly quality?: string;
}

/** JSON-serialisable; enough to find the job again with `resume`. */
export interface EngineRef {
  readonly engine: string;
  readonly id: string;
  readonly data?: Readonly<Record<string, string>>;
}

export interface EngineOutput {
  readonly mime: string;
  readonly sizeBytes?: number;
  /** One sentence that says what was made. */
  readonly revisedPrompt?: string;
  /** Encoded and joined by this process a moment ago: it came over no network, so that measuring it needs samples only. */
  readonly isOwn?: boolean;
  /** May be called once; the stream is destroyed with the run. */
  open(): Promise<ReadableStream<Uint8Array>>;
}

export interface EngineCost {
  readonly usdTicks: number;
  readonly source: 'reported' | 'estimated';
}

/**
 * `accepted` comes first and is persisted before anything else is asked for; an engine with `resume` gives it only for
 * jobs that `resume` finds again without ordering them anew. Progress never falls. Each index comes once, as `output` or
 * as `output-moderated` (made, refused, and charged for like the others). Exactly one terminal event (`done`,
 * `moderated`, `failed`, `cancelled`) ends the run.
 */
export type EngineEvent =
  | { readonly type: 'accepted'; readonly ref: EngineRef }
  | { readonly type: 'queued'; readonly position?: number }
  | { readonly type: 'running'; readonly progress: number /* 0 … 1 */; readonly stage?: string }
  | { readonly type: 'output'; readonly index: number; readonly output: EngineOutput }
  | { readonly type: 'output-moderated'; readonly index: number; readonly reason?: string }
  | { readonly type: 'done'; readonly cost?: EngineCost; readonly timingsMs?: Readonly<Record<string, number>> }
  | {
      readonly type: 'moderated';
      readonly stage: 'input' | 'output';
      readonly reason?: string;
      readonly cost?: EngineCost;
    }
  | { readonly type: 'failed'; readonly error: EngineError }
  | { readonly type: 'cancelled' };

export type EngineErrorKind =
  | 'invalid_request'
  | 'unsupported'
  | 'auth'
  | 'quota'
  | 'rate_limited'
  | 'overloaded'
  | 'unavailable'
  | 'bad_response'
  | 'timeout'
  | 'lost'
  | 'internal';

const RETRYABLE: ReadonlySet<EngineErrorKind> = new Set([
  'rate_limited',
  'overloaded',
  'unavailable',
  'timeout',
  'internal',
]);

/** Why an engine could not do what it was asked. `lost`: the outcome is unknown and may be billed upstream. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  /** Which part of the request is at fault, where that is known. */
  readonly fault: 'prompt' | 'inputs' | undefined;

  constructor(
    kind: EngineErrorKind,
    message: string,
    options: { retryable?: boolean; retryAfterMs?: number; fault?: 'prompt' | 'inputs'; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EngineError';
    this.kind = kind;
    this.retryable = options.retryable ?? RETRYABLE.has(kind);
    this.retryAfterMs = options.retryAfterMs;
    this.fault = options.fault;
  }
}

export interface Logger {
  debug(message: string, fields?: object): void;
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export interface EngineContext {
  /** Aborting asks for cancellation, best effort; the run still ends with a terminal event. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /**
   * Streams a file from a URL that a third party chose, by the server's guarded client. Of a `data:` URL, what it holds.
   * @throws {EngineError} `bad_response` for a forbidden address or too many bytes, `unavailable`, `timeout`; the stream
   * errors with the same.
   */
  download(
    url: string,
    options: { readonly bytesMax: number; readonly signal: AbortSignal },
  ): Promise<ReadableStream<Uint8Array>>;
}

/** A scene that was looked at: the prompt by which it is ordered, or the first thing that is wrong with it. */
export type SceneCheck =
  | { readonly prompt: string }
  /** `path` as in `actors[0].color`; empty where it is the whole. */
  | { readonly fault: { readonly path: string; readonly message: string } };

/** Of an engine that reads prompts into scenes of its own kind before it draws. */
export interface SceneReader {
  /**
   * Reads a prompt as an order with this seed would, and makes nothing.
   * @throws {EngineError} `overloaded`, and whatever keeps the engine from working.
   */
  read(
    prompt: string,
    seed: number,
    signal?: AbortSignal,
  ): Promise<{
    readonly scene: object /** One sentence that says what would be shown. */;
    readonly description: string;
  }>;
  /** Looks at a scene that anybody may have written. Never throws. */
  check(scene: unknown): SceneCheck;
}

export interface Engine {
  readonly name: string;
  /** Absent where an engine takes prompts alone. */
  readonly scenes?: SceneReader;
  health(signal?: AbortSignal): Promise<{ readonly ok: boolean; readonly version?: string; readonly detail?: string }>;
  capabilities(signal?: AbortSignal): Promise<EngineCapabilities>;
  /** Runs to a terminal event. Never throws: failures are events. */
  run(request: EngineRequest, context: EngineContext): AsyncIterable<EngineEvent>;
  /** Finds an accepted job again after a restart; absent when a restart starts over. */
  resume?(ref: EngineRef, request: EngineRequest, context: EngineContext): AsyncIterable<EngineEvent>;
  estimate?(request: EngineRequest): EngineCost | undefined;
  close?(): Promise<void>;
}
