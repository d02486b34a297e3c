import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { assertWritable } from '../output.ts';
import { cancelOption, makeVideo, type VideoOutput } from '../video-work.ts';

export function waitCommand(): Command {
  const command = new Command('wait')
    .description('wait for a video that was begun before, and save it')
    .argument('<id>', 'its request_id')
    .option('-o, --output <file>', 'where to save it', 'video.mp4')
    .addOption(cancelOption());
  return withConnection(command).action(async (id: string, options: ConnectionOptions & VideoOutput) => {
    await assertWritable(options.output, 'video');
    const client = await connect(options);
    await makeVideo('Rendering', options, (waitOptions) => client.video(id).wait(waitOptions));
  });
}
