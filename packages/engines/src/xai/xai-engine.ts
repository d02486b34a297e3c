import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { bytesOutput } from '../bytes-output.ts';
import {
  type Engine,
  type EngineCapabilities,
  type EngineContext,
  EngineError,
  type EngineEvent,
  type EngineRef,
  type EngineRequest,
} from '../engine.ts';
import { imagesCall, videoCall } from './xai-calls.ts';
import { XaiClient } from './xai-client.ts';
import { isModeration, type Refusal, toEngineError, toJobError } from './xai-errors.ts';
import { checkRequest, XAI_MODELS } from './xai-models.ts';
import { XaiOptions, type XaiSettings } from './xai-options.ts';
import { ImagesReply, VideoAccepted, VideoReply } from './xai-replies.ts';

type Events = AsyncGenerator<EngineEvent, void, void>;

/** So many polls in a row that answer 404 are believed: one may come from a replica that is behind. */
const UNKNOWN_POLLS_MAX = 5;

/**
 * Passes orders on to an upstream that speaks xAI's REST API. A video's upstream id is its ref, so it is followed
 * again after a restart. Pictures come with the reply that orders them, so they have no ref. Every creating call carries the generation's id as idempotency key, so that a repetition is
 * recognised by an upstream that honours it.
 * @throws {z.ZodError} for options that make no sense.
 */
export function createXaiEngine(options: XaiOptions): Engine {
  const settings = XaiOptions.parse(options);
  return new XaiEngine(settings, new XaiClient(settings));
}

class XaiEngine implements Engine {
  readonly name: string;
  readonly #settings: XaiSettings;
  readonly #client: XaiClient;

  constructor(settings: XaiSettings, client: XaiClient) {
    this.name = settings.name;
    this.#settings = settings;
    this.#client = client;
  }

  async health(signal: AbortSignal = new AbortController().signal) {
    try {
      const reply = await this.#client.call({
        path: '/v1/models',
        schema: z.object({ data: z.array(z.unknown()) }),
        signal,
      });
      if ('refusal' in reply) return { ok: false, detail: toEngineError(reply.refusal).message };
      return { ok: true, version: 'v1' };
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : String(error) };
    }
  }

  async capabilities(): Promise<EngineCapabilities> {
    return {
      models: XAI_MODELS,
      cancel: 'none',
      progress: 'percent',
      inputs: ['httpUrl', 'dataUrl'],
      concurrency: this.#settings.concurrency,
      survivesRestart: true,
    };
  }

  run(request: EngineRequest, context: EngineContext): AsyncIterable<EngineEvent> {
    return this.#guard(context, () => {
      checkRequest(request);
      return request.operation.startsWith('video')
        ? this.#createVideo(request, context)
        : this.#images(request, context);
    });
  }

  resume(ref: EngineRef, _request: EngineRequest, context: EngineContext): AsyncIterable<EngineEvent> {
    return this.#guard(context, () => this.#follow(ref, context));
  }

  /** Failures become events; an abort, whatever it interrupted, becomes `cancelled`. */
  async *#guard(context: EngineContext, start: () => Events): Events {
    try {
      context.signal.throwIfAborted();
      yield* start();
    } catch (error) {
      if (context.signal.aborted) yield { type: 'cancelled' };
      else if (error instanceof EngineError) yield { type: 'failed', error };
      else {
        const failure = new EngineError('internal', 'the adapter failed', { retryable: false, cause: error });
        yield { type: 'failed', error: failure };
      }
    }
  }

  /** One call makes the pictures. Repeating it is another order, unless the upstream honours the idempotency key. */
  async *#images(request: EngineRequest, context: EngineContext): Events {
    yield { type: 'running', progress: 0 };
    const reply = await this.#client.call({
      ...(await imagesCall(request)),
      schema: ImagesReply,
      signal: context.signal,
      idempotencyKey: request.generationId,
    });
    if ('refusal' in reply) return yield refuse(reply.refusal);
    const { data, usage } = reply.value;
    const cost = usage ? ({ usdTicks: usage.cost_in_usd_ticks, source: 'reported' } as const) : undefined;
    if (data.length !== request.count) {
      throw new EngineError('bad_response', `expected ${request.count} pictures, got ${data.length}`);
    }
    if (data.every(({ respect_moderation }) => respect_moderation === false)) {
      return yield { type: 'moderated', stage: 'output', ...(cost ? { cost } : {}) };
    }
    for (const [index, { b64_json, url, mime_type, revised_prompt, respect_moderation }] of data.entries()) {
      if (respect_moderation === false) {
        yield { type: 'output-moderated', index };
        continue;
      }
      const mime = mime_type ?? 'image/jpeg';
      const revisedPrompt = revised_prompt || undefined;
      const bytes = b64_json ? decodeBase64(b64_json) : url ? await this.#fetchBytes(url, context) : undefined;
      if (!bytes) throw new EngineError('bad_response', `picture ${index} came without bytes`);
      yield { type: 'output', index, output: bytesOutput(bytes, mime, revisedPrompt) };
      yield { type: 'running', progress: (index + 1) / data.length };
    }
    yield { type: 'done', ...(cost ? { cost } : {}) };
  }

  async *#createVideo(request: EngineRequest, context: EngineContext): Events {
    const reply = await this.#client.call({
      ...(await videoCall(request)),
      schema: VideoAccepted,
      signal: context.signal,
      idempotencyKey: request.generationId,
    });
    if ('refusal' in reply) return yield refuse(reply.refusal);
    const ref = { engine: this.name, id: reply.value.request_id, data: { kind: 'video' } };
    yield { type: 'accepted', ref };
    yield* this.#poll(ref.id, context);
  }

  async *#follow(ref: EngineRef, context: EngineContext): Events {
    yield { type: 'accepted', ref };
    yield* this.#poll(ref.id, context);
  }

  async *#poll(id: string, context: EngineContext): Events {
    const { signal, log } = context;
    const { pollMinMs, pollMaxMs, pollDeadlineMs } = this.#settings;
    const deadline = performance.now() + pollDeadlineMs;
    let progress = 0;
    let pauseMs = pollMinMs;
    let unknownCount = 0;
    for (;;) {
      const state = await this.#ask(id, signal);
      unknownCount = 'isUnknown' in state ? unknownCount + 1 : 0;
      if (unknownCount === UNKNOWN_POLLS_MAX) {
        throw new EngineError('bad_response', `the upstream does not know ${id}`);
      }
      if ('problem' in state) log.debug('polling the upstream failed', { id, problem: state.problem });
      else if ('refused' in state) return yield { type: 'failed', error: state.refused };
      else {
        const ending = this.#endOf(state.video, context);
        if (ending) return yield* ending;
        const told = (state.video.progress ?? 0) / 100;
        if (told > progress && told <= 1) {
          progress = told;
          pauseMs = pollMinMs;
        }
        yield { type: 'running', progress };
      }
      if (performance.now() > deadline) {
        throw new EngineError('lost', `the upstream said nothing final about ${id} for ${pollDeadlineMs} ms`);
      }
      const waitMs = 'problem' in state ? Math.max(pauseMs, state.waitMs) : pauseMs;
      await sleep(waitMs, undefined, { signal });
      pauseMs = Math.min(pollMaxMs, pauseMs * 1.5);
    }
  }

  /** A poll that fails says nothing about the job: it is asked again, but for answers that will not change. */
  async #ask(
    id: string,
    signal: AbortSignal,
  ): Promise<{ video: VideoReply } | { refused: EngineError } | { problem: string; waitMs: number; isUnknown?: true }> {
    try {
      const reply = await this.#client.call({
        path: `/v1/videos/${encodeURIComponent(id)}`,
        schema: VideoReply,
        signal,
      });
      if ('value' in reply) return { video: reply.value };
      const { status, message, retryAfterMs } = reply.refusal;
      if (status === 404) return { problem: message, waitMs: 0, isUnknown: true };
      if (status === 401 || status === 403)
        return { refused: new EngineError('lost', `the upstream refused us: ${message}`) };
      return { problem: `${status} ${message}`, waitMs: retryAfterMs ?? 0 };
    } catch (error) {
      if (signal.aborted) throw error;
      return { problem: error instanceof Error ? error.message : String(error), waitMs: 0 };
    }
  }

  /** The events that end a run in this state; undefined while the job is at work. Unknown states are work. */
  #endOf(reply: VideoReply, context: EngineContext): Generator<EngineEvent, void, void> | undefined {
    const { status, video, usage } = reply;
    const cost = usage ? { cost: { usdTicks: usage.cost_in_usd_ticks, source: 'reported' as const } } : {};
    const end = function* (...events: EngineEvent[]) {
      yield* events;
    };
    switch (status) {
      case 'done': {
        if (video?.respect_moderation === false) return end({ type: 'moderated', stage: 'output', ...cost });
        const url = video?.url ?? video?.file_output?.public_url;
        if (!url) {
          return end({ type: 'failed', error: new EngineError('bad_response', 'the upstream is done without a URL') });
        }
        const output = {
          mime: 'video/mp4',
          ...(video?.revised_prompt ? { revisedPrompt: video.revised_prompt } : {}),
          open: () => this.#client.download(url, context),
        };
        return end({ type: 'output', index: 0, output }, { type: 'running', progress: 1 }, { type: 'done', ...cost });
      }
      case 'failed':
      case 'error': {
        const isModerated = /moderat/i.test(`${reply.error?.code} ${reply.error?.message}`);
        if (isModerated) return end({ type: 'moderated', stage: 'output', ...cost });
        return end({ type: 'failed', error: toJobError(reply.error ?? null) });
      }
      case 'expired':
        return end({
          type: 'failed',
          error: new EngineError('bad_response', 'the result expired upstream before it was read'),
        });
      default:
        return undefined;
    }
  }

  async #fetchBytes(url: string, context: EngineContext): Promise<Uint8Array> {
    return new Uint8Array(await new Response(await this.#client.download(url, context)).arrayBuffer());
  }
}

function refuse(refusal: Refusal): EngineEvent {
  if (!isModeration(refusal)) return { type: 'failed', error: toEngineError(refusal) };
  const { message, costTicks } = refusal;
  return {
    type: 'moderated',
    stage: 'output',
    reason: message,
    ...(costTicks === undefined ? {} : { cost: { usdTicks: costTicks, source: 'reported' } }),
  };
}

/** Bare, as documented, or with the data-URL prefix that older pages show. */
function decodeBase64(text: string): Uint8Array {
  return Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64');
}
