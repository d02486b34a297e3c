import { ApiError } from '@openimagine/contract';
import type { BodyBudget } from '../body-budget.ts';

export interface BodyBounds {
  /** Of one message. Longer ones are refused by their length alone. */
  readonly messageBytesMax: number;
  /** What messages count against while they are held; undefined: they are too small to count. */
  readonly budget: BodyBudget | undefined;
  /** A message must have come whole by then. */
  readonly timeoutMs: number;
  /** The call's own deadline, in milliseconds from now. */
  readonly deadlineMs: number | undefined;
  /** True where each message is used up before the next; false: one message is held until `release`. */
  readonly isStreamed: boolean;
}

/** A flag, and the length in four bytes. */
const PREFIX_BYTES = 5;
/** Less than this of a message is not worth counting. */
const COUNTED_FROM_BYTES = 64 * 1024;

/**
 * A body whose messages come in time, and whose bytes are counted while they are held.
 * @returns `release`: nothing of it is held any more.
 * @throws {ApiError} while it is read: `payload-too-large`, `resource-exhausted`, `request-timeout`, `deadline`.
 */
export function boundBody(
  body: AsyncIterable<Uint8Array>,
  bounds: BodyBounds,
): { readonly body: AsyncIterable<Uint8Array>; readonly release: () => void } {
  const held: (() => void)[] = [];
  const release = (): void => {
    for (const giveBack of held.splice(0)) giveBack();
  };
  return { body: read(), release };

  async function* read(): AsyncGenerator<Uint8Array> {
    const iterator = body[Symbol.asyncIterator]();
    const messages = createMessageReader(bounds.messageBytesMax);
    const inTime = later(bounds.deadlineMs, () => new DeadlineError());
    let whole = later(bounds.timeoutMs, tooSlow);
    try {
      for (;;) {
        const next = await Promise.race([iterator.next(), whole.passed, inTime.passed]);
        if (next.done) return;
        const { ended, counted } = messages.take(next.value);
        if (ended) {
          whole.clear();
          whole = later(bounds.timeoutMs, tooSlow);
          if (bounds.isStreamed) release();
        }
        if (counted > 0 && bounds.budget !== undefined) held.push(bounds.budget.take(counted));
        yield next.value;
      }
    } finally {
      whole.clear();
      inTime.clear();
      // Not awaited: where the time is up, it waits for a piece that may never come.
      iterator.return?.()?.catch(() => undefined);
    }
  }
}

/** The caller's own time is up. */
export class DeadlineError extends Error {
  constructor() {
    super('The deadline of the call passed before its message had come whole; nothing was accepted.');
    this.name = 'DeadlineError';
  }
}

/** Follows where messages begin and end, without looking into them. */
function createMessageReader(bytesMax: number): {
  /** @returns Whether a message ended in the piece, and how many of its bytes are of one that is large. */
  take(piece: Uint8Array): { readonly ended: boolean; readonly counted: number };
} {
  const prefix = new Uint8Array(PREFIX_BYTES);
  let prefixBytes = 0;
  let left = 0;
  let length = 0;
  return {
    take(piece) {
      let at = 0;
      let ended = false;
      let counted = 0;
      while (at < piece.byteLength) {
        if (left === 0) {
          const part = piece.subarray(at, at + PREFIX_BYTES - prefixBytes);
          prefix.set(part, prefixBytes);
          prefixBytes += part.byteLength;
          at += part.byteLength;
          if (prefixBytes < PREFIX_BYTES) break;
          prefixBytes = 0;
          length = new DataView(prefix.buffer).getUint32(1);
          if (length > bytesMax) throw tooLarge(length, bytesMax);
          left = length;
          if (length === 0) ended = true;
        } else {
          const bytes = Math.min(left, piece.byteLength - at);
          if (length > COUNTED_FROM_BYTES) counted += bytes;
          left -= bytes;
          at += bytes;
          if (left === 0) {
            ended = true;
            // What ended is used up; of what comes behind it, only that which is held counts.
            if (at < piece.byteLength) counted = 0;
          }
        }
      }
      return { ended, counted };
    },
  };
}

function tooLarge(length: number, bytesMax: number): ApiError {
  return new ApiError(
    'payload-too-large',
    `The message has ${length} bytes; at most ${bytesMax} are read here. Send URLs or file ids instead of data URLs.`,
  );
}

function tooSlow(): ApiError {
  return new ApiError('request-timeout', 'The message did not arrive whole in time; nothing was accepted.');
}

function later(ms: number | undefined, error: () => Error): { readonly passed: Promise<never>; clear(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const timer = ms === undefined ? undefined : setTimeout(() => reject(error()), ms);
  return { passed: promise, clear: () => clearTimeout(timer) };
}
