import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';

export function cancelCommand(): Command {
  const command = new Command('cancel')
    .description('cancel a video that waits or is being made; nothing is billed for it')
    .argument('<id>', 'its request_id');
  return withConnection(command).action(async (id: string, options: ConnectionOptions & { json?: boolean }) => {
    await (await connect(options)).video(id).cancel();
    console.log(options.json ? JSON.stringify({ request_id: id, status: 'cancelled' }) : `${id} is cancelled.`);
  });
}
