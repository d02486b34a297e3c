import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { readInput } from '../inputs.ts';
import { assertWritable, wholeNumber } from '../output.ts';
import {
  cancelOption,
  dryRunOption,
  idempotencyOption,
  makeVideo,
  printQuote,
  type VideoOutput,
} from '../video-work.ts';

interface ExtendOptions extends ConnectionOptions, VideoOutput {
  readonly duration?: string;
  readonly seed?: string;
  readonly dryRun?: boolean;
}

export function extendCommand(): Command {
  const command = new Command('extend')
    .description('let a video go on for some seconds')
    .argument('<video>', 'a file, a URL or a file id')
    .argument('<prompt>', 'what happens next')
    .option('-o, --output <file>', 'where to save it', 'extended.mp4')
    .option('-d, --duration <seconds>', 'seconds to add, 1 to 10')
    .option('--seed <number>', 'make the same extension again')
    .addOption(cancelOption())
    .addOption(idempotencyOption())
    .addOption(dryRunOption());
  return withConnection(command).action(async (source: string, prompt: string, options: ExtendOptions) => {
    await assertWritable(options.output, 'video');
    const params = {
      prompt,
      video: await readInput(source),
      duration: options.duration === undefined ? undefined : wholeNumber('--duration', options.duration),
      seed: options.seed === undefined ? undefined : wholeNumber('--seed', options.seed),
    };
    const client = await connect(options);
    if (options.dryRun) printQuote(await client.quote.extendVideo(params), options.json ?? false);
    else await makeVideo('Extending', options, (waitOptions) => client.extendVideo(params, waitOptions));
  });
}
