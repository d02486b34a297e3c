import type { EngineOutput } from '@openimagine/engines';
import type { Context } from '../context.ts';
import type { GenerationRow } from '../db/tables.ts';
import type { Claim } from './claim.ts';
import type { FinishedOutput } from './commit.ts';
import type { StoredRequest } from './generation.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
};

/** What follows the dot in the name of a stored file. */
export function extensionOf(mime: string): string {
  return EXTENSIONS[mime] ?? 'bin';
}

/** Streams one output into the store, under a key that no other claim of the generation uses. */
export async function storeOutput(
  context: Context,
  claim: Claim,
  index: number,
  output: EngineOutput,
  signal: AbortSignal,
): Promise<FinishedOutput> {
  const through = new AbortController();
  try {
    const body = untilAborted(await output.open(), AbortSignal.any([signal, through.signal]));
    const finished = await context.media.finish(body, output.mime, claim.request, signal, output.isOwn);
    try {
      const key = objectKey(claim.generationId, claim.number, index, finished.mime);
      const object = await context.store.put(key, finished.body, { mime: finished.mime });
      const { width, height, durationSeconds } = finished;
      return { index, object, width, height, durationSeconds, revisedPrompt: output.revisedPrompt };
    } finally {
      await cancelUnread(finished.body);
      await finished.dispose();
    }
  } finally {
    through.abort();
  }
}

/** The same bytes; once the signal is aborted the source is cancelled and the stream errors, also in the midst of a read. */
function untilAborted(body: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (): void => {
          controller.error(signal.reason);
          // Not awaited: a source may never answer.
          reader.cancel(signal.reason).catch(() => undefined);
        };
        if (signal.aborted) end();
        else signal.addEventListener('abort', end, { once: true });
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (signal.aborted) return;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** A store that fails before it reads leaves its source open. */
export async function cancelUnread(body: ReadableStream<Uint8Array> | Uint8Array): Promise<void> {
  if (!(body instanceof Uint8Array) && !body.locked) await body.cancel().catch(() => undefined);
}

function objectKey(generationId: string, claimNumber: number, index: number, mime: string): string {
  return `generations/${generationId}/${claimNumber}-${index}.${extensionOf(mime)}`;
}

/** Whose files they are: every claim that was ever made, from 1 to `claims`. */
interface ClaimedFiles {
  readonly generationId: string;
  readonly kind: 'image' | 'video';
  readonly count: number;
  readonly claims: number;
}

/**
 * Deletes what claims of a generation have stored and not committed. Missing objects are no error, and what cannot be
 * deleted is told in the log.
 * @param options.keep Keys that are committed.
 * @param options.from The first claim to look at. Default: 1.
 */
export async function deleteUncommitted(
  context: Context,
  { generationId, kind, count, claims }: ClaimedFiles,
  options: { readonly keep?: readonly string[]; readonly from?: number } = {},
): Promise<void> {
  const { keep = [], from = 1 } = options;
  const mime = kind === 'image' ? 'image/jpeg' : 'video/mp4';
  for (let number = from; number <= claims; number++) {
    for (let index = 0; index < count; index++) {
      const key = objectKey(generationId, number, index, mime);
      if (keep.includes(key)) continue;
      await context.store.delete(key).catch((error: unknown) => {
        context.log.warn('leftover-not-deleted', { generationId, error });
      });
    }
  }
}

export function filesOfRow(row: GenerationRow): ClaimedFiles {
  const { count } = row.request as StoredRequest;
  return { generationId: row.id, kind: row.kind, count, claims: row.claims };
}
