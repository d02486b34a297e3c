import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';

export function modelsCommand(): Command {
  return withConnection(new Command('models').description('list the models that the key may use')).action(
    async (options: ConnectionOptions & { json?: boolean }) => {
      const { data } = await (await connect(options)).models.list();
      console.log(options.json ? JSON.stringify(data) : data.map(({ id }) => id).join('\n'));
    },
  );
}
