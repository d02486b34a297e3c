import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { makeImages } from '../image-work.ts';
import { isPicture, readInput } from '../inputs.ts';
import { assertWritable, wholeNumber } from '../output.ts';
import {
  cancelOption,
  dryRunOption,
  idempotencyOption,
  makeVideo,
  printQuote,
  type VideoOutput,
} from '../video-work.ts';

interface EditOptions extends ConnectionOptions, Partial<VideoOutput> {
  readonly model?: string;
  readonly seed?: string;
  readonly dryRun?: boolean;
}

export function editCommand(): Command {
  const command = new Command('edit')
    .description('change what the prompt names in a picture or a video, and leave the rest')
    .argument('<input>', 'a file, a URL or a file id; what it is, its content says, or the name in a URL')
    .argument('<prompt>', 'such as "Give the woman a silver necklace"')
    .option('-o, --output <file>', 'where to save it (default: edited.jpg or edited.mp4)')
    .option('-m, --model <id>', 'model')
    .option('--seed <number>', 'make the same edit again')
    .addOption(cancelOption())
    .addOption(idempotencyOption())
    .addOption(dryRunOption());
  return withConnection(command).action(async (source: string, prompt: string, options: EditOptions) => {
    const input = await readInput(source);
    const client = await connect(options);
    const isOfPicture = await isPicture(client, source, input);
    const output = options.output ?? (isOfPicture ? 'edited.jpg' : 'edited.mp4');
    await assertWritable(output, isOfPicture ? 'picture' : 'video');
    const seed = options.seed === undefined ? undefined : wholeNumber('--seed', options.seed);
    const common = { prompt, model: options.model, seed };
    const image = { ...common, image: input, responseFormat: 'b64_json' } as const;
    const video = { ...common, video: input };
    if (options.dryRun) {
      const quote = isOfPicture ? client.quote.editImage(image) : client.quote.editVideo(video);
      printQuote(await quote, options.json ?? false);
    } else if (isOfPicture) {
      await makeImages('Drawing', { ...options, output }, (callOptions) => client.editImage(image, callOptions));
    } else {
      await makeVideo('Editing', { ...options, output }, (waitOptions) => client.editVideo(video, waitOptions));
    }
  });
}
