import { abortedError, OpenImagineError, parseJson } from './errors.ts';
import { brokenOff, type CallOptions, pathPart, pause, type Transport } from './transport.ts';
import type { VideoStatus } from './wire.ts';

/** What a server tells of a video as it happens. */
export interface VideoEvent {
  readonly type: 'queued' | 'progress' | 'done' | 'failed' | 'expired';
  readonly status: VideoStatus;
  /** Of `queued`: 1 for the next to be made. */
  readonly position?: number;
}

const TYPES: ReadonlySet<string> = new Set(['queued', 'progress', 'done', 'failed', 'expired']);
const RECONNECT_SECONDS = 1;
/** The server says something at least every 15 seconds; a connection that was lost says nothing for ever. */
const SILENCE_SECONDS_MAX = 45;
/** An event without end would grow for ever. */
const EVENT_CHARACTERS_MAX = 1024 * 1024;

/**
 * Follows a video until it has ended. A stream that breaks is taken up again where it broke off.
 * @param breaksMax How often in a row it may break without a word in between.
 * @throws {OpenImagineError} also where the server offers no such stream.
 */
export async function* followVideo(
  transport: Transport,
  requestId: string,
  options: CallOptions,
  breaksMax: number,
): AsyncGenerator<VideoEvent, void, undefined> {
  const path = `/v1/videos/${pathPart(requestId)}/events`;
  let lastId: string | undefined;
  for (let breaks = 0; ; ) {
    const connection = new AbortController();
    try {
      const headers = { ...options.headers, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
      const response = await transport.call('GET', path, undefined, {
        headers,
        once: true,
        signal: options.signal === undefined ? connection.signal : AbortSignal.any([options.signal, connection.signal]),
      });
      // Nothing more is to come.
      if (response.status === 204) return;
      assertEvents(response);
      for await (const { id, event, data } of readEvents(response)) {
        lastId = id ?? lastId;
        breaks = 0;
        if (!TYPES.has(event) || typeof data !== 'object' || data === null) continue;
        const status = data as VideoStatus;
        yield { type: event as VideoEvent['type'], status, ...positionOf(data) };
        if (status.status !== 'pending') return;
      }
      if (++breaks > breaksMax) throw brokenOff(response.url, new Error('the stream of events ended early'));
    } catch (error) {
      if (options.signal?.aborted) throw abortedError(options.signal);
      // 429: the key has as many streams open as it may have, and the next may be long in coming.
      if (!(error instanceof OpenImagineError) || !error.retryable || error.status === 429) throw error;
      if (++breaks > breaksMax) throw error;
    } finally {
      connection.abort();
    }
    await pause(RECONNECT_SECONDS, options.signal);
  }
}

function assertEvents(response: Response): void {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) return;
  const message = `The server offers no stream of events: it answered with ${type || 'no type'}.`;
  throw new OpenImagineError(message, { status: response.status, code: 'bad-reply' });
}

function positionOf(data: object): { position?: number } {
  const { position } = data as { position?: unknown };
  return typeof position === 'number' ? { position } : {};
}

interface ServerEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: unknown;
}

/** Blocks of `field: value` lines, an empty line after each; what is not whole when the stream ends is dropped. */
async function* readEvents(response: Response): AsyncGenerator<ServerEvent, void, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of untilSilent(response)) {
    // Its end may lie across two chunks.
    const from = Math.max(0, text.length - 1);
    text += decoder.decode(chunk, { stream: true }).replaceAll('\r', '');
    for (let end = text.indexOf('\n\n', from); end >= 0; end = text.indexOf('\n\n')) {
      const event = readBlock(text.slice(0, end));
      text = text.slice(end + 2);
      if (event !== undefined) yield event;
    }
    if (text.length > EVENT_CHARACTERS_MAX) {
      const message = `The server sent an event of more than ${EVENT_CHARACTERS_MAX} characters.`;
      throw new OpenImagineError(message, { status: response.status, code: 'bad-reply' });
    }
  }
}

/** @throws {OpenImagineError} `unreachable` when the stream breaks, or nothing comes for too long. */
async function* untilSilent(response: Response): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = response.body?.getReader();
  for (;;) {
    const next = await withinSeconds(SILENCE_SECONDS_MAX, reader?.read()).catch((cause: unknown) => {
      throw brokenOff(response.url, cause);
    });
    if (next === undefined || next.done) return;
    yield next.value;
  }
}

async function withinSeconds<T>(seconds: number, work: T | Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came for ${seconds} s`)), seconds * 1000);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function readBlock(block: string): ServerEvent | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^([^:]+):? ?(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    // Data on several lines is one text.
    const before = name === 'data' ? fields.get(name) : undefined;
    fields.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  const data = fields.get('data');
  if (data === undefined) return undefined;
  return { id: fields.get('id'), event: fields.get('event') ?? 'message', data: parseJson(data) };
}
