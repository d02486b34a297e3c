import { randomUUID } from 'node:crypto';
import { type CallOptions, type GeneratedImages, OpenImagineError } from '@openimagine/sdk';
import { untilInterrupted } from './interrupt.ts';
import { numberedPath, progressLine, whileWorking } from './output.ts';
import { printPrice } from './video-work.ts';

export interface ImageOutput {
  readonly output: string;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

/** Makes pictures, saves them into numbered files, and says what they are. */
export async function makeImages(
  label: string,
  { output, idempotencyKey = randomUUID(), json = false }: ImageOutput,
  work: (options: CallOptions) => Promise<GeneratedImages>,
): Promise<void> {
  const made = await untilInterrupted(
    (signal) => whileWorking(progressLine(label, json), work({ signal, idempotencyKey })),
    () => `Stopped waiting. What the server has begun, it finishes and bills.${gotBy(idempotencyKey, 'it')}`,
  );
  const { images, costInUsdTicks } = made;
  const files: (string | undefined)[] = [];
  for (const [index, image] of images.entries()) {
    const path = image.respectModeration ? numberedPath(output, index, images.length) : undefined;
    if (path !== undefined) await image.save(path).catch(notSaved(made, idempotencyKey));
    files.push(path);
  }
  if (json) {
    console.log(JSON.stringify(imagesJson(files, made)));
    return;
  }
  for (const [index, path] of files.entries()) {
    const { seed, revisedPrompt } = images[index]!;
    const shown = `${path}${seed === undefined ? '' : `  seed ${seed}`}  ${revisedPrompt ?? ''}`.trimEnd();
    console.log(path === undefined ? `picture ${index + 1} was refused by moderation` : shown);
  }
  printPrice(costInUsdTicks);
}

/** The one way to a picture whose reply is lost: a server of ours keeps it for a day. */
function gotBy(idempotencyKey: string, what: string): string {
  return `
  get ${what}:  the same command with --idempotency-key ${idempotencyKey} (OpenImagine bills ${what} once)`;
}

function notSaved({ costInUsdTicks }: GeneratedImages, idempotencyKey: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof OpenImagineError)) throw error;
    const message = `${error.message} What was made is billed.${gotBy(idempotencyKey, 'them')}`;
    throw new OpenImagineError(message, { ...error, code: error.code, costInUsdTicks, cause: error });
  };
}

/** In the words of the wire, like every JSON of ours. */
function imagesJson(files: readonly (string | undefined)[], { images, costInUsdTicks }: GeneratedImages): object {
  return {
    files,
    images: images.map(({ mimeType, revisedPrompt, respectModeration, seed }) => ({
      mime_type: mimeType,
      revised_prompt: revisedPrompt,
      respect_moderation: respectModeration,
      seed,
    })),
    usage: { cost_in_usd_ticks: costInUsdTicks },
  };
}
