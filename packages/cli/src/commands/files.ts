import type { FileInfo } from '@openimagine/sdk';
import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { openFile } from '../inputs.ts';
import { assertWritable, wholeNumber } from '../output.ts';

interface FileOptions extends ConnectionOptions {
  readonly json?: boolean;
}

/** `files upload | list | get | delete | publish | revoke`. */
export function filesCommand(): Command {
  return new Command('files')
    .description('keep files on the server, to start from them by their ids')
    .addCommand(uploadCommand())
    .addCommand(listCommand())
    .addCommand(getCommand())
    .addCommand(deleteCommand())
    .addCommand(publishCommand())
    .addCommand(revokeCommand());
}

function uploadCommand(): Command {
  const command = new Command('upload')
    .description('keep a file, at most 50 MB')
    .argument('<file>')
    .option('--expires <seconds>', 'delete it after so long, 3600 to 2592000 (default: never)');
  return withConnection(command).action(async (path: string, options: FileOptions & { expires?: string }) => {
    const content = await openFile(path);
    const expiresAfterSeconds = options.expires === undefined ? undefined : wholeNumber('--expires', options.expires);
    const client = await connect(options);
    show(await client.files.upload(content, { expiresAfterSeconds }), options);
  });
}

function listCommand(): Command {
  const command = new Command('list')
    .description('list the files of the team, newest first')
    .option('--filter <words>', 'such as \'name = "a.png" AND size_bytes > 1000\'');
  return withConnection(command).action(async ({ filter, ...options }: FileOptions & { filter?: string }) => {
    const client = await connect(options);
    const files: FileInfo[] = [];
    for await (const file of client.files.list({ filter })) {
      if (options.json) files.push(file);
      else console.log(lineOf(file));
    }
    if (options.json) console.log(JSON.stringify(files.map(fileJson)));
  });
}

function getCommand(): Command {
  const command = new Command('get')
    .description('say what a file is; with --output, fetch it')
    .argument('<id>')
    .option('-o, --output <file>', 'where to save its content');
  return withConnection(command).action(async (id: string, options: FileOptions & { output?: string }) => {
    if (options.output !== undefined) await assertWritable(options.output);
    const client = await connect(options);
    const file = await client.files.get(id);
    if (options.output !== undefined) await client.files.content(id).save(options.output);
    show(file, options);
  });
}

function deleteCommand(): Command {
  const command = new Command('delete').description('delete a file at once').argument('<id>');
  return withConnection(command).action(async (id: string, options: FileOptions) => {
    await (await connect(options)).files.delete(id);
    console.log(options.json ? JSON.stringify({ id, deleted: true }) : `${id} is deleted.`);
  });
}

function publishCommand(): Command {
  const command = new Command('publish')
    .description('give a file a URL that needs no key')
    .argument('<id>')
    .option('--expires <seconds>', 'take the URL back after so long, 3600 to 2592000 (default: it lives as the file)');
  return withConnection(command).action(async (id: string, options: FileOptions & { expires?: string }) => {
    const expiresAfterSeconds = options.expires === undefined ? undefined : wholeNumber('--expires', options.expires);
    const { publicUrl, expiresAt } = await (await connect(options)).files.publish(id, { expiresAfterSeconds });
    const expires_at = expiresAt === undefined ? undefined : expiresAt.getTime() / 1000;
    console.log(options.json ? JSON.stringify({ public_url: publicUrl, expires_at }) : publicUrl);
  });
}

function revokeCommand(): Command {
  const command = new Command('revoke').description('take the URL of a file back at once').argument('<id>');
  return withConnection(command).action(async (id: string, options: FileOptions) => {
    const revoked = await (await connect(options)).files.revoke(id);
    const said = revoked ? `The URL of ${id} is taken back.` : `${id} had no URL.`;
    console.log(options.json ? JSON.stringify({ id, revoked }) : said);
  });
}

function show(file: FileInfo, { json = false }: FileOptions): void {
  console.log(json ? JSON.stringify(fileJson(file)) : lineOf(file));
}

function lineOf({ id, createdAt, bytes, filename, expiresAt }: FileInfo): string {
  const until = expiresAt === undefined ? '' : `  until ${expiresAt.toISOString().slice(0, 16)}Z`;
  return `${id}  ${createdAt.toISOString().slice(0, 10)}  ${bytes} bytes  ${filename}${until}`;
}

/** In the words of the wire, like every JSON of ours. */
function fileJson(file: FileInfo): object {
  const seconds = (date: Date | undefined): number | undefined =>
    date === undefined ? undefined : date.getTime() / 1000;
  return {
    id: file.id,
    filename: file.filename,
    bytes: file.bytes,
    purpose: file.purpose,
    created_at: seconds(file.createdAt),
    expires_at: seconds(file.expiresAt),
    public_url: file.publicUrl,
    public_url_expires_at: seconds(file.publicUrlExpiresAt),
  };
}
