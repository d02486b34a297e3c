import { VideoStatus } from '@openimagine/contract';
import { OpenImagineError } from './errors.ts';
import { type CallOptions, pause, type Transport } from './transport.ts';

/** What a server tells of a video as it happens. */
export interface VideoEvent {
  readonly type: 'queued' | 'progress' | 'done' | 'failed' | 'expired';
  readonly status: VideoStatus;
  /** Of `queued`: 1 for the next to be made. */
  readonly position?: number;
}

const TYPES: ReadonlySet<string> = new Set(['queued', 'progress', 'done', 'failed', 'expired']);
const RECONNECT_SECONDS = 1;
/** How long a stream may be broken before it is given up. */
const BROKEN_MS_MAX = 60_000;

/** Follows a video until it has ended. A stream that breaks is taken up again where it broke off. */
export async function* followVideo(
  transport: Transport,
  requestId: string,
  options: CallOptions,
): AsyncGenerator<VideoEvent, void, undefined> {
  let lastId: string | undefined;
  let brokenSince: number | undefined;
  for (;;) {
    try {
      const headers = lastId === undefined ? {} : { 'last-event-id': lastId };
      const path = `/v1/videos/${encodeURIComponent(requestId)}/events`;
      const response = await transport.call('GET', path, undefined, { ...options, headers });
      // Nothing more is to come.
      if (response.status === 204) return;
      for await (const { id, event, data } of readEvents(response)) {
        lastId = id ?? lastId;
        brokenSince = undefined;
        if (!TYPES.has(event)) continue;
        const status = VideoStatus.parse(data);
        yield { type: event as VideoEvent['type'], status, ...positionOf(data) };
        if (status.status !== 'pending') return;
      }
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof OpenImagineError && !error.retryable) throw error;
      brokenSince ??= performance.now();
      if (performance.now() - brokenSince > BROKEN_MS_MAX) throw error;
    }
    await pause(RECONNECT_SECONDS, options.signal);
  }
}

function positionOf(data: unknown): { position?: number } {
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
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text = (text + chunk).replaceAll('\r\n', '\n');
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = readBlock(text.slice(0, end));
      text = text.slice(end + 2);
      if (event !== undefined) yield event;
    }
  }
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
  return { id: fields.get('id'), event: fields.get('event') ?? 'message', data: JSON.parse(data) };
}
