import { formatTicks } from '@openimagine/contract';
import type { VideoParams } from '@openimagine/sdk';
import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { assertWritable, progressLine, save, wholeNumber } from '../output.ts';

interface VideoOptions extends ConnectionOptions {
  readonly output: string;
  readonly model?: string;
  readonly duration?: string;
  readonly ratio?: string;
  readonly resolution?: string;
  readonly seed?: string;
  readonly audio: boolean;
  readonly json?: boolean;
}

export function videoCommand(): Command {
  const command = new Command('video')
    .description('make a video with sound from a prompt')
    .argument('<prompt>')
    .option('-o, --output <file>', 'where to save it', 'video.mp4')
    .option('-m, --model <id>', 'model')
    .option('-d, --duration <seconds>', '1 to 15')
    .option('-r, --ratio <ratio>', 'aspect ratio, such as 16:9')
    .option('--resolution <lines>', '480p, 720p or 1080p')
    .option('--seed <number>', 'make the same video again')
    .option('--no-audio', 'without a sound track');
  return withConnection(command).action(async (prompt: string, options: VideoOptions) => {
    await assertWritable(options.output);
    const client = await connect(options);
    const params = {
      prompt,
      ...(options.model === undefined ? {} : { model: options.model }),
      ...(options.duration === undefined ? {} : { duration: wholeNumber('--duration', options.duration) }),
      ...(options.ratio === undefined ? {} : { aspect_ratio: options.ratio }),
      ...(options.resolution === undefined ? {} : { resolution: options.resolution }),
      ...(options.seed === undefined ? {} : { seed: wholeNumber('--seed', options.seed) }),
      ...(options.audio ? {} : { generate_audio: false }),
    };
    const progress = progressLine('Rendering', options.json ?? false);
    const { video, usage } = await client.videos
      .generate(params as VideoParams, { onProgress: (percent) => progress.show(percent) })
      .finally(() => progress.done());
    // Null only where the caller had it put elsewhere, which this command never asks for.
    await save(options.output, await client.download(video.url ?? ''));
    if (options.json) console.log(JSON.stringify({ file: options.output, video, usage }));
    else
      console.log(
        `${options.output}  ${video.duration} s  seed ${video.seed}  ${video.revised_prompt}\nPrice: ${formatTicks(usage.cost_in_usd_ticks)}`,
      );
  });
}
