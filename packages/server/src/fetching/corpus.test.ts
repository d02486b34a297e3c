import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createGuardedClient, FetchError } from './guarded-client.ts';
import { type CorpusEntry, readCorpus } from './testing/corpus.ts';
import { startListener } from './testing/listener.ts';
import type { NamespaceReport, Outcome } from './testing/namespace-run.ts';
import { isForbidden } from './testing/special-ranges.ts';
import { readZone } from './testing/zone.ts';

const CORPUS = readCorpus();
const REFUSALS = ['forbidden_address', 'bad_url', 'unresolved'];

it('the corpus has 300 URLs and more, each once', () => {
  expect(new Set(CORPUS.map(({ url }) => url)).size).toBe(CORPUS.length);
  expect(CORPUS.length).toBeGreaterThanOrEqual(300);
});

it('no URL of the corpus reaches a listener on loopback, and with private addresses allowed nearly all do', async () => {
  const hosts = ['127.0.0.1', '127.0.0.2', '127.1.2.3', '127.127.127.127', '127.255.255.254', '127.0.255.254'];
  const first = await startListener('127.0.0.1');
  const more = await Promise.all([...hosts.slice(1), '::1'].map((host) => startListener(host, first.port)));
  const listeners = [first, ...more];
  const arrivals = (): number =>
    listeners.flatMap(({ counts }) => [...counts.values()]).reduce((sum, count) => sum + count, 0);
  const urls = loopbackEntries().map(({ url }) => url.replace(':8080', `:${first.port}`));
  const outcomes = { guarded: new Map<string, number>(), allowed: new Map<string, number>() };
  try {
    for (const url of urls) count(outcomes.guarded, await tryFetch(url, false));
    const guardedArrivals = arrivals();
    for (const url of urls) count(outcomes.allowed, await tryFetch(url, true));
    console.log(
      `${urls.length} spellings of loopback: ${guardedArrivals} connections with the guard, ${arrivals()} with --allow-private-fetch`,
    );
    expect(guardedArrivals).toBe(0);
    expect([...outcomes.guarded.keys()]).toEqual(['forbidden_address']);
    expect(arrivals()).toBeGreaterThan(urls.length * 0.9);
  } finally {
    for (const listener of listeners) await listener[Symbol.asyncDispose]();
  }
});

const obstacle = namespaceObstacle();
it.skipIf(obstacle !== undefined)('where every address answers, only public ones are reached', () => {
  const report = runInNamespace();
  printTable(report);
  for (const outcome of report.guarded) {
    const places = Object.keys(outcome.arrivals);
    const where = `[${outcome.class}] ${outcome.url}`;
    expect(places.filter(isForbidden), where).toEqual([]);
    if (outcome.class === 'public') {
      expect(places.length, where).toBeGreaterThan(0);
      expect(outcome.result, where).toBe(outcome.url.startsWith('https') ? 'unreachable' : 'ok');
      continue;
    }
    expect(REFUSALS, where).toContain(outcome.result);
    expect(places.length > 0, where).toBe(outcome.class === 'redirect');
    expect(outcome.message, where).toMatch(/^\S.*\.$/);
  }
  // The listeners do see those who come: a client without a guard reaches them under most of the same URLs.
  expect(forbiddenArrivals(report.unguarded)).toBeGreaterThan(300);
  expect(report.openSockets).toBe(0);
});

it.skipIf(obstacle !== undefined)(
  'a name that is public first and private second leads to public addresses alone',
  () => {
    const { rebound, reboundUnguarded } = runInNamespace();
    expect(rebound.map(({ result }) => result)).toEqual(
      Array.from({ length: rebound.length / 2 }, () => ['ok', 'forbidden_address']).flat(),
    );
    expect(forbiddenArrivals(rebound)).toBe(0);
    // Who looks the name up to judge it, and again to connect, is led astray each time.
    expect(forbiddenArrivals(reboundUnguarded)).toBe(reboundUnguarded.length);
  },
);

it.skipIf(obstacle !== undefined)(
  'any text whatever is fetched from a public address, or fails with a FetchError',
  () => {
    const { random } = runInNamespace();
    const outcomes = new Map<string, number>();
    for (const { result } of random) count(outcomes, result);
    console.log(`${random.length} random URLs: ${[...outcomes].map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
    for (const { url, result, arrivals } of random) {
      expect(result, url).not.toBe('not a FetchError');
      expect(Object.keys(arrivals).filter(isForbidden), url).toEqual([]);
    }
    expect(outcomes.get('ok')).toBeGreaterThan(50);
  },
);

it('says why when there is no network namespace to try it in', () => {
  if (obstacle !== undefined)
    console.warn(`skipped: the corpus on all addresses needs a network namespace; ${obstacle}`);
  if (process.env.CI === 'true' && process.getuid?.() === 0) expect(obstacle).toBeUndefined();
});

function loopbackEntries(): CorpusEntry[] {
  const names = ['localhost', 'localtest.me', 'lvh.me', 'loopback.attacker', 'loopback6.attacker', '127.0.0.1.nip.io'];
  return CORPUS.filter(
    (entry) =>
      entry.url.includes(':8080') &&
      (entry.class === 'loopback' ||
        (entry.class === 'ipv4-mapped' && /127\.0\.0\.1|7f00/i.test(entry.url)) ||
        (entry.class.endsWith('-name') && names.some((name) => entry.url.startsWith(`http://${name}`)))),
  );
}

/** @returns `ok` or the kind of error. */
async function tryFetch(url: string, allowPrivate: boolean): Promise<string> {
  const client = createGuardedClient({ allowPrivate, resolve: readZone().resolve });
  try {
    const { body } = await client.fetch(url, { bytesMax: 1_000 });
    await new Response(body).arrayBuffer();
    return 'ok';
  } catch (error) {
    if (error instanceof FetchError) return error.kind;
    throw error;
  } finally {
    await client.close();
  }
}

function namespaceObstacle(): string | undefined {
  const { status, error, stderr } = spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up'], { timeout: 10_000 });
  if (error !== undefined) return `unshare: ${error.message}`;
  return status === 0 ? undefined : String(stderr).trim();
}

let report: NamespaceReport | undefined;
function runInNamespace(): NamespaceReport {
  if (report !== undefined) return report;
  const script = fileURLToPath(new URL('./testing/namespace-run.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync('unshare', ['-rn', process.execPath, script], {
    timeout: 100_000,
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  report = JSON.parse(stdout) as NamespaceReport;
  return report;
}

function printTable({ guarded, unguarded, rebound }: NamespaceReport): void {
  const classes = [...new Set(guarded.map((outcome) => outcome.class))];
  const lines = classes.map((name) => {
    const of = (outcomes: readonly Outcome[]): Outcome[] => outcomes.filter((outcome) => outcome.class === name);
    const cells = [
      of(guarded).length,
      publicArrivals(of(guarded)),
      forbiddenArrivals(of(guarded)),
      forbiddenArrivals(of(unguarded)),
    ];
    return `${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(11)).join('')}`;
  });
  console.log(
    [
      'connections that the listeners counted',
      `${''.padEnd(16)}       URLs     public  forbidden  … unguarded`,
      ...lines,
      `in all ${guarded.length} URLs: ${publicArrivals(guarded)} to public addresses, ${forbiddenArrivals(guarded)} to forbidden ones; without the guard ${forbiddenArrivals(unguarded)}; rebinding ${forbiddenArrivals(rebound)}`,
    ].join('\n'),
  );
}

function publicArrivals(outcomes: readonly Outcome[]): number {
  return arrivalsAt(outcomes, (address) => !isForbidden(address));
}

function forbiddenArrivals(outcomes: readonly Outcome[]): number {
  return arrivalsAt(outcomes, isForbidden);
}

function arrivalsAt(outcomes: readonly Outcome[], matches: (address: string) => boolean): number {
  return outcomes
    .flatMap(({ arrivals }) => Object.entries(arrivals))
    .reduce((sum, [address, times]) => sum + (matches(address) ? times : 0), 0);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
