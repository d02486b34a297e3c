import type { EngineOutput } from '@openimagine/engines';
import type { Context } from '../context.ts';
import type { Claim } from './claim.ts';
import type { FinishedOutput } from './commit.ts';

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
  const finished = await context.media.finish(await output.open(), output.mime, claim.request, signal);
  try {
    const key = objectKey(claim.generationId, claim.number, index, finished.mime);
    const object = await context.store.put(key, finished.body, { mime: finished.mime });
    const { width, height, durationSeconds } = finished;
    return { index, object, width, height, durationSeconds, revisedPrompt: output.revisedPrompt };
  } finally {
    await finished.dispose();
  }
}

function objectKey(generationId: string, claimNumber: number, index: number, mime: string): string {
  return `generations/${generationId}/${claimNumber}-${index}.${extensionOf(mime)}`;
}

/** Deletes what claims of a generation have stored and not committed. Missing objects are no error. */
export async function deleteOutputs(context: Context, claim: Claim, claimNumbers: readonly number[]): Promise<void> {
  const mime = claim.kind === 'image' ? 'image/jpeg' : 'video/mp4';
  for (const number of claimNumbers) {
    for (let index = 0; index < claim.request.count; index++) {
      await context.store.delete(objectKey(claim.generationId, number, index, mime));
    }
  }
}
