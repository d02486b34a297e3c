import { constants } from 'node:os';
import { OpenImagineError } from '@openimagine/sdk';
import { CommandError } from './failure.ts';

/** What a shell reports of a program that Ctrl-C ended. */
const INTERRUPTED = 128 + constants.signals.SIGINT;

/**
 * Does something that Ctrl-C ends early; a second Ctrl-C ends the command itself.
 * @param whatRemains Says what goes on without us.
 * @throws {CommandError} with what remains, after Ctrl-C.
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
  whatRemains: (videoRequestId: string | undefined) => string,
): Promise<T> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    return await work(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted || !(error instanceof OpenImagineError)) throw error;
    process.exitCode = INTERRUPTED;
    throw new CommandError(whatRemains(error.videoRequestId), { cause: error });
  } finally {
    process.off('SIGINT', interrupt);
  }
}
