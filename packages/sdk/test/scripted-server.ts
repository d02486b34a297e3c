import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, type ClientOptions, createClient } from '../src/index.ts';

export interface Reply {
  readonly status: number;
  /** An object is sent as JSON. */
  readonly body: unknown;
  readonly headers?: Record<string, string>;
  /** The connection ends after so many bytes of the body, whatever its length says. */
  readonly brokenAfter?: number;
}

export interface Seen {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Scripted extends AsyncDisposable {
  readonly client: Client;
  readonly url: string;
  readonly seen: readonly Seen[];
  /** `POST /v1/videos/generations`, of each call. */
  calls(): string[];
}

export type Script = readonly Reply[] | ((call: Seen, index: number) => Reply);

/** A real server that gives these replies in order, the last one again and again; and a client of it. */
export async function against(script: Script, options: Partial<ClientOptions> = {}): Promise<Scripted> {
  const seen: Seen[] = [];
  const server: Server = createServer(async (request, response) => {
    const call = { method: request.method, path: request.url, headers: request.headers, body: await textOf(request) };
    seen.push(call);
    const index = seen.length - 1;
    const reply = typeof script === 'function' ? script(call, index) : script[Math.min(index, script.length - 1)]!;
    const { status, body, headers, brokenAfter } = reply;
    const bytes = body instanceof Uint8Array ? body : typeof body === 'string' ? body : JSON.stringify(body);
    const length = brokenAfter === undefined ? {} : { 'content-length': String(bytes.length) };
    response.writeHead(status, { 'content-type': 'application/json', ...length, ...headers });
    if (brokenAfter === undefined) response.end(status === 204 ? undefined : bytes);
    else response.write(bytes.slice(0, brokenAfter), () => setTimeout(() => response.destroy(), 20));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    client: createClient({ baseUrl: `${url}/v1/`, apiKey: 'k', ...options }),
    url,
    seen,
    calls: () => seen.map(({ method, path }) => `${method} ${path}`),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export const CREATED: Reply = { status: 200, body: { request_id: 'v-1' } };

export const DONE: Reply = {
  status: 200,
  body: {
    status: 'done',
    progress: 100,
    model: 'grok-imagine-video',
    video: {
      url: 'http://localhost/a.mp4',
      duration: 1,
      respect_moderation: true,
      seed: 1,
      expires_at: 2,
      revised_prompt: 'A fox.',
    },
    usage: { cost_in_usd_ticks: 5 },
  },
};

export function pending(progress: number): Reply {
  return { status: 202, body: { status: 'pending', progress } };
}

/** A stream of server-sent events. @param tail What follows the last of them. */
export function events(blocks: readonly (readonly [id: string, event: string, data: unknown])[], tail = ''): Reply {
  const text = blocks.map(([id, event, data]) => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream' },
    body: `retry: 2000\n\n: keep-alive\n\n${text.join('')}${tail}`,
  };
}

/** What a server answers that offers no stream of events. */
export const NO_STREAM: Reply = { status: 404, body: { code: 'not-found', error: 'No such path.', request_id: 'r' } };
