import type { ImageParams } from '@openimagine/sdk';
import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { type ImageOutput, makeImages } from '../image-work.ts';
import { readInput } from '../inputs.ts';
import { assertWritable, wholeNumber } from '../output.ts';
import { assertPromptOrScene, readSceneFile } from '../scene-file.ts';
import { dryRunOption, idempotencyOption, printQuote } from '../video-work.ts';

interface ImageOptions extends ConnectionOptions, ImageOutput {
  readonly image?: readonly string[];
  readonly scene?: string;
  readonly model?: string;
  readonly n?: string;
  readonly ratio?: string;
  readonly resolution?: string;
  readonly seed?: string;
  readonly dryRun?: boolean;
}

export function imageCommand(): Command {
  const command = new Command('image')
    .description('draw a picture from a prompt, or from pictures and a prompt')
    .argument('[prompt]', 'may be left out where a scene is given')
    .option('-o, --output <file>', 'where to save it', 'image.jpg')
    .option('-i, --image <input...>', 'pictures to start from: files, URLs or file ids; <IMAGE_0> names the first')
    .option('--scene <file>', 'a scene in place of a prompt, as the command scene prints it')
    .option('-m, --model <id>', 'model')
    .option('-n <count>', 'how many pictures, 1 to 10; files are numbered')
    .option('-r, --ratio <ratio>', 'aspect ratio, such as 16:9')
    .option('--resolution <tier>', '1k, 1.5k or 2k')
    .option('--seed <number>', 'draw the same picture again')
    .addOption(idempotencyOption())
    .addOption(dryRunOption());
  return withConnection(command).action(async (prompt: string | undefined, options: ImageOptions) => {
    assertPromptOrScene(prompt, options.scene);
    const params = await imageParams(prompt, options);
    await assertWritable(options.output, 'picture', params.n);
    const image = await Promise.all((options.image ?? []).map(readInput));
    const client = await connect(options);
    if (options.dryRun) {
      const quote =
        image.length === 0 ? client.quote.generateImage(params) : client.quote.editImage({ ...params, image });
      printQuote(await quote, options.json ?? false);
      return;
    }
    await makeImages('Drawing', options, (callOptions) =>
      image.length === 0
        ? client.generateImage(params, callOptions)
        : client.editImage({ ...params, image }, callOptions),
    );
  });
}

/** The server checks the words of closed lists and names those that exist. */
async function imageParams(
  prompt: string | undefined,
  { scene, model, n, ratio, resolution, seed }: ImageOptions,
): Promise<ImageParams> {
  return {
    prompt: prompt ?? '',
    ...(scene === undefined ? {} : { scene: await readSceneFile(scene) }),
    // They come with the reply: hosts of other servers forget pictures within minutes.
    responseFormat: 'b64_json',
    model,
    n: n === undefined ? undefined : wholeNumber('-n', n),
    aspectRatio: ratio as ImageParams['aspectRatio'],
    resolution: resolution as ImageParams['resolution'],
    seed: seed === undefined ? undefined : wholeNumber('--seed', seed),
  };
}
