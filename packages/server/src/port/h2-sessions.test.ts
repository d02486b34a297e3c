import { once } from 'node:events';
import { type ClientHttp2Session, connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type SessionLimits, trackSessions } from './h2-sessions.ts';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0).toReversed()) close();
});

async function openServer(limits: Partial<SessionLimits>): Promise<() => Promise<ClientHttp2Session>> {
  const sessions = trackSessions({ startTimeoutMs: 1_000, idleTimeoutMs: 60_000, idleMax: 100, ...limits });
  const server = createServer((_request, response) => setTimeout(() => response.end('done'), 300));
  server.on('session', (session) => sessions.add(session));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(() => {
    sessions.drain();
    sessions.destroy();
    server.close();
  });
  return async () => {
    const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    session.on('error', () => undefined);
    opened.push(() => session.destroy());
    await once(session, 'remoteSettings');
    return session;
  };
}

it('tells who is idle too long to go; pings and calls keep a session', async () => {
  const open = await openServer({ idleTimeoutMs: 400 });
  const [silent, pinging, calling] = [await open(), await open(), await open()];
  const pings = setInterval(() => pinging.ping(() => undefined), 50);
  opened.push(() => clearInterval(pings));
  const call = calling.request({ ':path': '/' });
  const answered = once(call.resume(), 'close');
  await once(silent, 'close');
  await answered;
  expect([pinging.closed, calling.closed]).toEqual([false, false]);
  clearInterval(pings);
  await Promise.all([once(pinging, 'close'), once(calling, 'close')]);
});

it('lets only so many be idle: the one that is silent longest goes, never one with a call', async () => {
  const open = await openServer({ idleMax: 2 });
  const calling = await open();
  const answered = once(calling.request({ ':path': '/' }).resume(), 'close');
  const first = await open();
  const second = await open();
  const gone = once(first, 'close');
  const third = await open();
  await gone;
  expect([calling.closed, second.closed, third.closed]).toEqual([false, false, false]);
  await answered;
});
