/**
 * Runs the corpus inside a network namespace of its own, whose loopback carries every address there is: whatever the
 * guard connects to by mistake is answered, and counted, by a listener that knows nothing of the guard. Started by
 * `corpus.test.ts` through `unshare`; prints one line of JSON.
 */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sample } from 'fast-check';
import { Agent, fetch as fetchUnguarded } from 'undici';
import { createGuardedClient, FetchError } from '../guarded-client.ts';
import { createDnsResolver, type ResolveName } from '../resolve-name.ts';
import { type CorpusEntry, readCorpus } from './corpus.ts';
import { type Listener, startListener } from './listener.ts';
import { startNameServer } from './name-server.ts';
import { OWN_ADDRESSES } from './special-ranges.ts';
import { urlText } from './url-text.ts';
import { readZone } from './zone.ts';

/** What one way of fetching did with one URL, and where the listeners saw it arrive meanwhile. */
export interface Outcome {
  readonly class: string;
  readonly url: string;
  /** `ok`, or the kind of error. */
  readonly result: string;
  readonly message: string;
  readonly arrivals: Readonly<Record<string, number>>;
}

export interface NamespaceReport {
  readonly guarded: readonly Outcome[];
  /** The same URLs by a client without a guard: what the listeners would have seen. */
  readonly unguarded: readonly Outcome[];
  /** One name, several times, whose answers are public and private in turn. */
  readonly rebound: readonly Outcome[];
  /** The same name by a client that looks the name up to judge it, and again to connect. */
  readonly reboundUnguarded: readonly Outcome[];
  readonly random: readonly Outcome[];
  readonly openSockets: number;
}

const PORTS = [80, 443, 1900, 2375, 6379, 8080, 8188, 9200];
const REBINDING: readonly CorpusEntry[] = Array.from({ length: 8 }, (_, index) => ({
  class: 'rebinding',
  url: `http://${index < 4 ? 'rebind' : 'rebind6'}.attacker.example.com:8080/`,
}));
/** Random URLs, and mutations of the corpus: what nobody thought of. */
const RANDOM_URLS = 2_000;
const SEED = 20_261_122;
/** Enough for a busy machine; the few addresses that no socket can be opened to fail at once. */
const UNGUARDED_MS = 2_000;
const FETCHED = { result: 'ok', message: '' };

type Attempt = (url: string) => Promise<{ readonly result: string; readonly message: string }>;

async function main(): Promise<NamespaceReport> {
  takeAllAddresses();
  const listeners = await Promise.all(PORTS.map((port) => startListener('::', port)));
  const run = (entries: readonly CorpusEntry[], attempt: Attempt) => runAll(entries, attempt, listeners);
  const corpus = readCorpus();
  return {
    guarded: await withResolver((resolve) => run(corpus, guarded(resolve))),
    rebound: await withResolver((resolve) => run(REBINDING, guarded(resolve))),
    unguarded: await withResolver((resolve) => run(corpus, unguarded(resolve))),
    reboundUnguarded: await withResolver((resolve) =>
      run(REBINDING, async (url) => {
        await resolve(new URL(url).hostname);
        return await unguarded(resolve)(url);
      }),
    ),
    random: await withResolver((resolve) => run(randomUrls(corpus), guarded(resolve))),
    openSockets: await countLeft(listeners),
  };
}

function randomUrls(corpus: readonly CorpusEntry[]): CorpusEntry[] {
  return sample(urlText(corpus.map(({ url }) => url)), { numRuns: RANDOM_URLS, seed: SEED }).map((url) => ({
    class: 'random',
    url,
  }));
}

/** Every address, of both families, is local; nothing can leave the namespace anyway: it has no other interface. */
function takeAllAddresses(): void {
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  for (const address of OWN_ADDRESSES) execFileSync('ip', ['address', 'add', address, 'dev', 'lo']);
  execFileSync('ip', ['-4', 'route', 'add', 'local', 'default', 'dev', 'lo']);
  execFileSync('ip', ['-6', 'route', 'add', 'local', 'default', 'dev', 'lo']);
}

async function withResolver<T>(use: (resolve: ResolveName) => Promise<T>): Promise<T> {
  await using nameServer = await startNameServer(readZone());
  return await use(createDnsResolver([nameServer.server]));
}

/** One after the other, so that each arrival has one cause. */
async function runAll(
  entries: readonly CorpusEntry[],
  attempt: Attempt,
  listeners: readonly Listener[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const entry of entries) {
    const before = countAll(listeners);
    const told = await attempt(entry.url);
    // What was connected, and closed in the same breath, is accepted a turn of the event loop later.
    await sleep(1);
    const after = [...countAll(listeners)].map(([place, count]) => [place, count - (before.get(place) ?? 0)] as const);
    outcomes.push({ ...entry, ...told, arrivals: Object.fromEntries(after.filter(([, count]) => count > 0)) });
  }
  return outcomes;
}

/** Sockets still open, when those that are closing have had their time. */
async function countLeft(listeners: readonly Listener[]): Promise<number> {
  const left = (): number => listeners.reduce((sum, { openSockets }) => sum + openSockets.size, 0);
  for (let turn = 0; left() > 0 && turn < 100; turn++) await sleep(20);
  return left();
}

function countAll(listeners: readonly Listener[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { counts } of listeners)
    for (const [place, count] of counts) total.set(place, (total.get(place) ?? 0) + count);
  return total;
}

function guarded(resolve: ResolveName): Attempt {
  const client = createGuardedClient({ allowPrivate: false, resolve });
  return async (url) => {
    try {
      const { body } = await client.fetch(url, { bytesMax: 1_000, timeoutMs: 5_000 });
      await new Response(body).arrayBuffer();
      return FETCHED;
    } catch (error) {
      if (!(error instanceof FetchError)) return { result: 'not a FetchError', message: String(error) };
      return { result: error.kind, message: error.message };
    }
  };
}

function unguarded(resolve: ResolveName): Attempt {
  return async (url) => {
    const dispatcher = new Agent({
      connect: {
        timeout: UNGUARDED_MS,
        lookup: (name, _options, callback) => {
          resolve(name).then(
            (found) => {
              const addresses = found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
              callback(addresses.length === 0 ? new Error(`${name} has no address`) : null, addresses);
            },
            (error: Error) => callback(error, []),
          );
        },
      },
    });
    try {
      await (await fetchUnguarded(url, { dispatcher, signal: AbortSignal.timeout(UNGUARDED_MS) })).arrayBuffer();
      return FETCHED;
    } catch (error) {
      return { result: 'failed', message: String(error) };
    } finally {
      await dispatcher.destroy();
    }
  };
}

const report = await main();
process.stdout.write(JSON.stringify(report), () => process.exit(0));
