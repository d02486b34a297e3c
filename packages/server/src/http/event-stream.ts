import type { OutgoingHttpHeaders } from 'node:http';
import { LIMITS } from '@openimagine/contract';
import type { FastifyReply } from 'fastify';

/** Server-sent events on one reply. Nothing waits for its reader: one who lets them pile up is dropped. */
export interface EventStream {
  send(event: { readonly type: string; readonly id: string; readonly data: object }): void;
  /** Tells proxies and clients that the stream lives. */
  comment(text: string): void;
  end(): void;
}

/** How long a client waits before it comes back after a break. */
const RETRY_MS = 2_000;

/** Takes the reply over: what is sent on it from here on are events. */
export function openEventStream(reply: FastifyReply): EventStream {
  const { raw } = reply;
  reply.headers({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // A server that stops need not wait for anything else on it.
    connection: 'close',
    // nginx would keep events back until it has a few kilobytes.
    'x-accel-buffering': 'no',
  });
  reply.hijack();
  raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
  const write = (text: string): void => {
    if (raw.destroyed || raw.writableEnded) return;
    raw.write(text);
    if (raw.writableLength > LIMITS.eventStreamBytes) raw.destroy();
  };
  write(`retry: ${RETRY_MS}\n\n`);
  return {
    send: ({ type, id, data }) => write(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`),
    comment: (text) => write(`: ${text}\n\n`),
    end: () => void raw.end(),
  };
}
