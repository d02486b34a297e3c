import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Client, createClient } from '@openimagine/sdk';
import type { Command } from 'commander';
import { CommandError } from './failure.ts';

export interface ConnectionOptions {
  readonly url?: string;
  readonly key?: string;
  readonly data?: string;
}

/** Adds the options by which a command finds the server and its key. */
export function withConnection(command: Command): Command {
  return command
    .option('--url <url>', 'where the API is (default: OPENIMAGINE_URL, or http://127.0.0.1:8080)')
    .option(
      '--key <key>',
      'API key (default: OPENIMAGINE_API_KEY, the key of the local data folder for a server on this machine, or XAI_API_KEY)',
    )
    .option('--data <folder>', 'the local data folder (default: OPENIMAGINE_DATA, or ./.openimagine)')
    .option('--json', 'print JSON for programs');
}

/**
 * The key of the local data folder goes to this machine only; xAI's goes where the URL says.
 * @throws {CommandError} when no key can be found.
 */
export async function connect(options: ConnectionOptions): Promise<Client> {
  const baseUrl = serverUrl(options);
  const { OPENIMAGINE_API_KEY: ours, XAI_API_KEY: theirs } = process.env;
  const keyFile = join(dataFolder(options), 'api-key');
  const apiKey = options.key ?? ours ?? (isThisMachine(baseUrl) ? await readKey(keyFile) : undefined) ?? theirs;
  if (apiKey === undefined) {
    throw new CommandError(
      isThisMachine(baseUrl)
        ? `No API key: there is none in ${keyFile}. Start the server once, pass --key, or set OPENIMAGINE_API_KEY.`
        : `No API key for ${baseUrl}: pass --key, or set OPENIMAGINE_API_KEY or XAI_API_KEY.`,
    );
  }
  return createClient({ baseUrl, apiKey });
}

async function readKey(file: string): Promise<string | undefined> {
  return (await readFile(file, 'utf8').catch(() => '')).trim() || undefined;
}

function isThisMachine(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

/** @throws {CommandError} when it is no http(s) URL. */
export function serverUrl(options: Pick<ConnectionOptions, 'url'>): string {
  const { OPENIMAGINE_URL: configured, PORT: port } = process.env;
  const url = options.url ?? configured ?? `http://127.0.0.1:${port ?? 8080}`;
  if (!/^https?:\/\//i.test(url) || URL.parse(url) === null) {
    const why = url.includes('://') ? '' : ', where "http://" is missing';
    throw new CommandError(`--url must be a URL such as http://127.0.0.1:8080; got "${url}"${why}.`);
  }
  return url;
}

export function dataFolder(options: Pick<ConnectionOptions, 'data'>): string {
  const { OPENIMAGINE_DATA: configured } = process.env;
  return resolve(options.data ?? configured ?? '.openimagine');
}
