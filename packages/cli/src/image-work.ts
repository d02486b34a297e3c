import type { GeneratedImages } from '@openimagine/sdk';
import { untilInterrupted } from './interrupt.ts';
import { numberedPath, progressLine, whileWorking } from './output.ts';
import { printPrice } from './video-work.ts';

/** Makes pictures, saves them into numbered files, and says what they are. */
export async function makeImages(
  label: string,
  { output, json = false }: { readonly output: string; readonly json?: boolean },
  work: (signal: AbortSignal) => Promise<GeneratedImages>,
): Promise<void> {
  const made = await untilInterrupted(
    (signal) => whileWorking(progressLine(label, json), work(signal)),
    () => 'Stopped waiting. What the server has begun, it finishes and bills.',
  );
  const { images, costInUsdTicks } = made;
  const files: (string | undefined)[] = [];
  for (const [index, image] of images.entries()) {
    const path = image.respectModeration ? numberedPath(output, index, images.length) : undefined;
    if (path !== undefined) await image.save(path);
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
