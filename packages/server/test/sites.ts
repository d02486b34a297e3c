import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of somebody else's, which may be switched off. */
export interface Site {
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function openSite(files: Readonly<Record<string, Uint8Array>>): Promise<Site> {
  const asked: string[] = [];
  const site = createServer((request, response) => {
    asked.push(request.url ?? '');
    const bytes = files[request.url ?? ''];
    if (bytes === undefined) response.writeHead(404).end();
    else response.end(bytes);
  });
  return { url: await listen(site), asked, close: () => close(site) };
}

/** A site that takes every request and answers none. */
export interface SilentSite {
  readonly url: string;
  readonly asked: number;
  /** Clients that gave up. */
  readonly left: number;
  close(): Promise<void>;
}

export async function openSilentSite(): Promise<SilentSite> {
  const silent = { asked: 0, left: 0 };
  const site = createServer((request) => {
    silent.asked++;
    request.socket.once('close', () => silent.left++);
  });
  const url = `${await listen(site)}/a`;
  return Object.assign(silent, { url, close: () => close(site) });
}

async function listen(site: Server): Promise<string> {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

function close(site: Server): Promise<void> {
  return new Promise((resolve) => site.close(() => resolve()));
}
