import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createManagementClient, type ManagementClient } from '@openimagine/sdk';
import { Command } from 'commander';
import { type ConnectionOptions, dataFolder, serverUrl } from '../connection.ts';
import { CommandError } from '../failure.ts';

type KeyOptions = Omit<ConnectionOptions, 'key'> & { readonly json?: boolean };

/** `key create | list | revoke`, through the running server, with the management key of its data folder. */
export function keyCommand(): Command {
  const create = withServer(
    new Command('create')
      .description('make a key; it is shown this once')
      .argument('[name]', 'what it is for', 'unnamed'),
  )
    .option('--acl <rule...>', 'what it may use, such as api-key:endpoint:image (default: everything)')
    .action(async (name: string, options: KeyOptions & { acl?: string[] }) => {
      const created = await (await connectAsManager(options)).create({
        name,
        ...(options.acl === undefined ? {} : { acls: options.acl }),
      });
      if (options.json) console.log(JSON.stringify(created));
      else console.log(`${created.apiKey}\n\n"${created.name}" is made. It is shown this once: keep it now.`);
    });
  const list = withServer(new Command('list').description('list all keys, without their secrets')).action(
    async (options: KeyOptions) => {
      const { apiKeys } = await (await connectAsManager(options)).list();
      if (options.json) console.log(JSON.stringify(apiKeys));
      else
        for (const key of apiKeys)
          console.log(`${key.apiKeyId}  ${key.redactedApiKey}  ${key.createTime.slice(0, 10)}  ${key.name}`);
    },
  );
  const revoke = withServer(
    new Command('revoke').description('revoke a key at once').argument('<id>', 'as `key list` shows it'),
  ).action(async (id: string, options: KeyOptions) => {
    await (await connectAsManager(options)).revoke(id);
    console.log(options.json ? JSON.stringify({ revoked: id }) : `${id} is revoked.`);
  });
  return new Command('key')
    .description('make, list and revoke API keys')
    .addCommand(create)
    .addCommand(list)
    .addCommand(revoke);
}

function withServer(command: Command): Command {
  return command
    .option('--url <url>', 'where the API is (default: OPENIMAGINE_URL, or http://127.0.0.1:8080)')
    .option('--data <folder>', 'the data folder of the server (default: OPENIMAGINE_DATA, or ./.openimagine)')
    .option('--json', 'print JSON for programs');
}

async function connectAsManager(options: KeyOptions): Promise<ManagementClient> {
  const file = join(dataFolder(options), 'management-key');
  const managementKey = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (managementKey === '')
    throw new CommandError(
      `There is no management key in ${file}. Start the server once, or name its data folder with --data.`,
    );
  return createManagementClient({ baseUrl: serverUrl(options), managementKey });
}
