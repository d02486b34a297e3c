import { formatTicks } from '@openimagine/contract';
import { type GeneratedVideo, OpenImagineError, type Quote, type WaitOptions } from '@openimagine/sdk';
import { Option } from 'commander';
import { untilInterrupted } from './interrupt.ts';
import { progressLine } from './output.ts';

export interface VideoOutput {
  readonly output: string;
  readonly cancelOnInterrupt?: boolean;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

export const cancelOption = (): Option =>
  new Option('--cancel-on-interrupt', 'Ctrl-C cancels the video, too; otherwise it goes on, and is billed');

export const idempotencyOption = (): Option =>
  new Option('--idempotency-key <key>', 'the same command with the same key is one, for a day: it is billed once');

export const dryRunOption = (): Option => new Option('--dry-run', 'say what it would cost, and make nothing');

/** Waits for a video with a line of progress, saves it, and says what it is. */
export async function makeVideo(
  label: string,
  { output, cancelOnInterrupt = false, idempotencyKey, json = false }: VideoOutput,
  work: (options: WaitOptions) => Promise<GeneratedVideo>,
): Promise<void> {
  const progress = progressLine(label, json);
  let done: GeneratedVideo | undefined;
  const video = await untilInterrupted(
    async (signal) => {
      done = await work({
        signal,
        idempotencyKey,
        cancelOnAbort: cancelOnInterrupt,
        onProgress: (percent, position) => progress.show(percent, position),
      }).finally(() => progress.done());
      await done.save(output, { signal }).catch(failedToSave(done));
      return done;
    },
    (id) => (done === undefined ? whatRemains(id, output, cancelOnInterrupt) : notSaved(done.id, output)),
  );
  if (json) {
    console.log(JSON.stringify(videoJson(output, video)));
    return;
  }
  const seed = video.seed === undefined ? '' : `  seed ${video.seed}`;
  console.log(`${output}  ${video.duration} s${seed}  ${video.revisedPrompt ?? ''}`.trimEnd());
  printPrice(video.costInUsdTicks);
}

function whatRemains(id: string | undefined, output: string, isCancelled: boolean): string {
  if (id === undefined) return 'Stopped before the server answered: the video may be made and billed all the same.';
  if (isCancelled) return `Stopped. The video ${id} is cancelled, unless it was just done.`;
  return `Stopped waiting. The video ${id} goes on, and will be billed.
  get it:     openimagine wait ${id} -o ${output}
  cancel it:  openimagine cancel ${id}`;
}

/** With the way to get what is billed. */
function failedToSave({ id, costInUsdTicks }: GeneratedVideo): (error: unknown) => never {
  return (error) => {
    // Moderation refused it: there is nothing to get.
    if (!(error instanceof OpenImagineError) || error.code === 'imagine:content-moderated') throw error;
    const message = `${error.message} The video ${id} is done, and billed.
  get it:  openimagine wait ${id} -o video.mp4`;
    throw new OpenImagineError(message, {
      ...error,
      code: error.code,
      videoRequestId: id,
      costInUsdTicks,
      cause: error,
    });
  };
}

function notSaved(id: string, output: string): string {
  return `Stopped before it was saved. The video ${id} is done: openimagine wait ${id} -o ${output}`;
}

/** In the words of the wire, like every JSON of ours. */
function videoJson(file: string, video: GeneratedVideo): object {
  const { url, duration, respectModeration: respect_moderation, seed, expiresAt, revisedPrompt, id } = video;
  return {
    file,
    request_id: id,
    video: {
      url,
      duration,
      respect_moderation,
      seed,
      expires_at: expiresAt === undefined ? undefined : expiresAt.getTime() / 1000,
      revised_prompt: revisedPrompt,
    },
    usage: { cost_in_usd_ticks: video.costInUsdTicks },
  };
}

export function printPrice(ticks: number | undefined): void {
  if (ticks !== undefined) console.log(`Price: ${formatTicks(ticks)}`);
}

export function printQuote(quote: Quote, asJson: boolean): void {
  if (asJson) {
    const { model, operation, costInUsdTicks: cost_in_usd_ticks, costInUsd: cost_in_usd } = quote;
    console.log(JSON.stringify({ model, operation, cost_in_usd_ticks, cost_in_usd }));
    return;
  }
  for (const { item, quantity, unitCostInUsdTicks, costInUsdTicks } of quote.lines)
    console.log(
      `${quantity} × ${item.replaceAll('_', ' ')} at ${formatTicks(unitCostInUsdTicks)}: ${formatTicks(costInUsdTicks)}`,
    );
  console.log(`It would cost ${formatTicks(quote.costInUsdTicks)}. Nothing was made.`);
}
