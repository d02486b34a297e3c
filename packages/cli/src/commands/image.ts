import { formatTicks } from '@openimagine/contract';
import type { ImageParams } from '@openimagine/sdk';
import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { assertWritable, numberedPath, progressLine, save, whileWorking, wholeNumber } from '../output.ts';

interface ImageOptions extends ConnectionOptions {
  readonly output: string;
  readonly model?: string;
  readonly n?: string;
  readonly ratio?: string;
  readonly resolution?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

export function imageCommand(): Command {
  const command = new Command('image')
    .description('draw a picture from a prompt')
    .argument('<prompt>')
    .option('-o, --output <file>', 'where to save it', 'image.jpg')
    .option('-m, --model <id>', 'model')
    .option('-n <count>', 'how many pictures, 1 to 10; files are numbered')
    .option('-r, --ratio <ratio>', 'aspect ratio, such as 16:9')
    .option('--resolution <tier>', '1k, 1.5k or 2k')
    .option('--seed <number>', 'draw the same picture again');
  return withConnection(command).action(async (prompt: string, options: ImageOptions) => {
    await assertWritable(options.output);
    const client = await connect(options);
    const params = {
      prompt,
      response_format: 'b64_json',
      ...(options.model === undefined ? {} : { model: options.model }),
      ...(options.n === undefined ? {} : { n: wholeNumber('-n', options.n) }),
      ...(options.ratio === undefined ? {} : { aspect_ratio: options.ratio }),
      ...(options.resolution === undefined ? {} : { resolution: options.resolution }),
      ...(options.seed === undefined ? {} : { seed: wholeNumber('--seed', options.seed) }),
    };
    // The server checks the words of closed lists and names those that exist.
    const line = progressLine('Drawing', options.json ?? false);
    const { data, usage } = await whileWorking(line, client.images.generate(params as ImageParams));
    const files: (string | undefined)[] = [];
    for (const [index, image] of data.entries()) {
      const path = image.b64_json ? numberedPath(options.output, index, data.length) : undefined;
      if (path !== undefined) await save(path, Buffer.from(image.b64_json!, 'base64'));
      files.push(path);
    }
    if (options.json) {
      console.log(JSON.stringify({ files, images: data.map(({ b64_json: _, ...rest }) => rest), usage }));
      return;
    }
    for (const [index, path] of files.entries()) {
      const { seed, revised_prompt } = data[index]!;
      console.log(
        path === undefined
          ? `picture ${index + 1} was refused by moderation`
          : `${path}  seed ${seed}  ${revised_prompt}`,
      );
    }
    console.log(`Price: ${formatTicks(usage.cost_in_usd_ticks)}`);
  });
}
