import { FetchError, toFetchError } from './fetch-error.ts';
import type { Lifetime } from './lifetime.ts';
import type { FetchLimits } from './limits.ts';
import type { Answer } from './open-answer.ts';

export interface Meter {
  readonly site: string;
  readonly bytesMax: number;
  readonly life: Lifetime;
  readonly limits: FetchLimits;
}

/**
 * The body, read on demand. It ends its lifetime, and with it the connection, at the last byte, when it is cancelled, and
 * when it errors: past `bytesMax`, at a stall, below the slowest rate, or because the lifetime is over.
 */
export function openMeteredBody(answer: Answer, meter: Meter): ReadableStream<Uint8Array> {
  const { life, site, bytesMax } = meter;
  const chunks: AsyncIterator<Uint8Array> = answer.body[Symbol.asyncIterator]();
  const pace = createPace(meter.limits);
  let receivedBytes = 0;

  const next = async (): Promise<Uint8Array | undefined> => {
    const clear = life.limit(pace.patienceMs(receivedBytes), () => tooSlow(site, receivedBytes));
    const startMs = performance.now();
    try {
      const { done, value } = await life.race(chunks.next());
      return done ? undefined : value;
    } finally {
      clear();
      pace.waited(performance.now() - startMs);
    }
  };

  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const chunk = await next();
    if (chunk === undefined) {
      life.end();
      controller.close();
      return;
    }
    receivedBytes += chunk.byteLength;
    if (receivedBytes > bytesMax) throw tooLarge(site, bytesMax);
    controller.enqueue(chunk);
  };

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          await pull(controller);
        } catch (error) {
          const reason = life.signal.aborted ? life.signal.reason : brokenOff(error, site, receivedBytes);
          life.fail(reason);
          throw reason;
        }
      },
      cancel: () => life.end(),
    },
    // Nothing is read ahead of the consumer: whoever reads slowly makes the sender slow, not our memory large.
    { highWaterMark: 0 },
  );
}

export function tooLarge(site: string, bytesMax: number): FetchError {
  return new FetchError(
    'too_large',
    `${site} sent more than the ${sizeInWords(bytesMax)} that are allowed. Use a smaller file.`,
  );
}

interface Pace {
  /** How long the next chunk may take. */
  patienceMs(receivedBytes: number): number;
  /** Only the time that we wait counts: a slow consumer is not the sender's fault. */
  waited(ms: number): void;
}

function createPace({ stallMs, graceMs, bytesPerSecondMin }: FetchLimits): Pace {
  let waitedMs = 0;
  return {
    patienceMs: (receivedBytes) => Math.min(stallMs, graceMs + (receivedBytes / bytesPerSecondMin) * 1000 - waitedMs),
    waited(ms) {
      waitedMs += ms;
    },
  };
}

function tooSlow(site: string, receivedBytes: number): FetchError {
  return new FetchError(
    'too_slow',
    `${site} stopped sending, or sends too slowly, after ${sizeInWords(receivedBytes)}. Try again, or use a faster host.`,
  );
}

function brokenOff(error: unknown, site: string, receivedBytes: number): FetchError {
  if (error instanceof FetchError) return error;
  return new FetchError(
    'unreachable',
    `${site} broke the transfer off after ${sizeInWords(receivedBytes)}. Try again.`,
    { cause: toFetchError(error, site) },
  );
}

function sizeInWords(bytes: number): string {
  const [unit, size] = bytes >= 2 ** 20 ? ['MiB', 2 ** 20] : bytes >= 2 ** 10 ? ['KiB', 2 ** 10] : ['bytes', 1];
  return `${Math.round((bytes / size) * 10) / 10} ${unit}`;
}
