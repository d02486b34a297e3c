import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { WebhookPayload } from '@openimagine/contract';
import { Webhook } from 'standardwebhooks';
import { until } from './test-server.ts';

/** What came, as it came. */
export interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly payload: WebhookPayload;
}

export type Answer = (received: Received, response: ServerResponse, request: IncomingMessage) => void;

/** Somebody else's server, that is told things. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** How it answers from now on. */
  answer(status: number | Answer): void;
  /** Waits until so many have come, to a path if one is given. */
  got(count: number, path?: string): Promise<Received[]>;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let answer: Answer = (_, response) => void response.writeHead(204).end();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = request.headers as Record<string, string>;
    const one = { path: request.url!, headers, body, payload: JSON.parse(body) as WebhookPayload };
    received.push(one);
    answer(one, response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = (path: string | undefined): Received[] =>
    received.filter((one) => path === undefined || one.path === path);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (next) => {
      answer = typeof next === 'number' ? (_, response) => void response.writeHead(next).end() : next;
    },
    async got(count, path) {
      await until(() => at(path).length >= count);
      return at(path);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** By the official package, as a receiver does. @throws when the signature is not by this secret, or the time is off. */
export function verify(secret: string, { body, headers }: Received): unknown {
  return new Webhook(secret).verify(body, headers);
}
