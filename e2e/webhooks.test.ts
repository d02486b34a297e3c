import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFolder, type ServerProcess, startServer } from './server-process.ts';

const HOUR_SECONDS = 3_600;

interface Told {
  readonly type: string;
  readonly data: { readonly request_id: string; readonly video?: { readonly url: string } };
}

let dataDir: string;
let server: ServerProcess;
let receiver: Server;
let hookUrl: string;
let isDown = true;
const taken: { readonly headers: Record<string, string>; readonly body: string }[] = [];

beforeAll(async () => {
  dataDir = await newFolder();
  receiver = createServer(async (request, response) => {
    const body = await text(request);
    if (isDown) return void response.writeHead(503).end();
    taken.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  hookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  server = await start();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  receiver.closeAllConnections();
  receiver.close();
  await rm(dataDir, { recursive: true, force: true });
});

function start(): Promise<ServerProcess> {
  return startServer({ dataDir, args: ['--emulate', '--latency', 'instant', '--allow-private-fetch'] });
}

async function call<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = Date.now() + 60_000;
  while (!(await check())) {
    expect(Date.now(), 'what was waited for did not happen').toBeLessThan(endMs);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('a receiver that was down for an hour is told of everything, though the server was killed meanwhile', async () => {
  const { secret } = await call<{ secret: string }>('/v1/webhook-endpoints', {
    url: hookUrl,
    events: ['video.completed'],
  });
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) {
    const order = { prompt: `fox ${count}`, duration: 1 };
    ids.push((await call<{ request_id: string }>('/v1/videos/generations', order)).request_id);
  }
  // What the log says, not what came: a message is due again only from when its failure was written down.
  const wereTried = (times: number) => async (): Promise<boolean> => {
    const { data } = await call<{ data: { attempts: number }[] }>('/v1/webhook-messages');
    return data.length === 5 && data.every(({ attempts }) => attempts >= times);
  };
  await until(wereTried(1));
  await call('/x/clock', { advance_seconds: 30 });
  await until(wereTried(2));
  await server.stop('SIGKILL');
  server = await start();
  isDown = false;
  await call('/x/clock', { advance_seconds: HOUR_SECONDS });
  await until(() => taken.length >= 5);

  const told = taken.map(({ body, headers }) => new Webhook(secret).verify(body, headers) as Told);
  expect(told.map(({ data }) => data.request_id).sort()).toEqual(ids.sort());
  expect(new Set(told.map(({ type }) => type))).toEqual(new Set(['video.completed']));
  const log = await call<{ data: { status: string; attempts: number }[] }>('/v1/webhook-messages?status=delivered');
  expect(log.data).toHaveLength(5);
  for (const { attempts } of log.data) expect(attempts).toBeGreaterThanOrEqual(3);
  // It was told of by the server before, which listened at another port.
  const { pathname, search } = new URL(told[0]!.data.video!.url);
  const film = await fetch(server.url + pathname + search);
  expect([film.status, film.headers.get('content-type')]).toEqual([200, 'video/mp4']);
});
