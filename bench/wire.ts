/** Polls and submits a second, server and client on a core each, beside a bare `node:http` server that sends the same bytes. */
import { rm } from 'node:fs/promises';
import { newFolder } from '../e2e/server-process.ts';
import { report } from './report.ts';
import { type Load, load, start, stop, type Target } from './wire-target.ts';

const CONNECTIONS = 64;
const SUBMITTERS = 32;
const SECONDS = 6;

export async function benchWire(): Promise<void> {
  const folder = await newFolder();
  const ours = await start('ours', folder);
  const auth = { authorization: `Bearer ${ours.key}`, 'content-type': 'application/json' };
  const order = JSON.stringify({ prompt: 'a fox', duration: 1 });
  const { request_id } = (await (
    await fetch(`${ours.url}/v1/videos/generations`, { method: 'POST', headers: auth, body: order })
  ).json()) as { request_id: string };
  const path = `/v1/videos/${request_id}`;
  let body = '';
  do body = await (await fetch(ours.url + path, { headers: auth })).text();
  while (body.includes('pending'));
  const cached = await load({ url: ours.url + path, headers: auth, connections: CONNECTIONS, seconds: SECONDS });
  const submits = await load({
    url: `${ours.url}/v1/videos/generations`,
    headers: auth,
    connections: SUBMITTERS,
    seconds: SECONDS,
    body: order,
  });
  await stop(ours);
  const cold = await measured('cold', folder, (target) =>
    load({ url: target.url + path, headers: auth, connections: CONNECTIONS, seconds: SECONDS }),
  );
  const bare = await measured(
    'bare',
    folder,
    (target) => load({ url: target.url + path, headers: auth, connections: CONNECTIONS, seconds: SECONDS }),
    body,
  );
  await rm(folder, { recursive: true });
  const per = ({ perSecond, failures }: Load): string =>
    `${Math.round(perSecond)} a second${failures > 0 ? `, ${failures} FAILED` : ''}`;
  report(`polls, ${CONNECTIONS} connections, bare node:http, same bytes`, per(bare));
  report('  cached', `${per(cached)}, ${(cached.perSecond / bare.perSecond).toFixed(2)} ×`, '≥ 0.30 ×');
  report(
    '  cold, each poll reads the database',
    `${per(cold)}, ${(cold.perSecond / bare.perSecond).toFixed(3)} ×`,
    '≥ 0.040 ×',
  );
  report(
    `submits, ${SUBMITTERS} connections, engine without work`,
    `${per(submits)}, p50 ${submits.p50Ms} ms, p99 ${submits.p99Ms} ms`,
  );
}

async function measured(
  kind: string,
  folder: string,
  measure: (target: Target) => Promise<Load>,
  body?: string,
): Promise<Load> {
  const target = await start(kind, folder, body);
  try {
    return await measure(target);
  } finally {
    await stop(target);
  }
}
