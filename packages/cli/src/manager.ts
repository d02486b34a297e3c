import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createManagementClient, type ManagementClient } from '@openimagine/sdk';
import type { Command } from 'commander';
import { dataFolder, serverUrl } from './connection.ts';
import { CommandError } from './failure.ts';

export interface ManagerOptions {
  readonly url?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** Adds the options by which a command finds the server and its management key. */
export function withManager(command: Command): Command {
  return command
    .option('--url <url>', 'where the API is (default: OPENIMAGINE_URL, or http://127.0.0.1:8080)')
    .option('--data <folder>', 'the data folder of the server (default: OPENIMAGINE_DATA, or ./.openimagine)')
    .option('--json', 'print JSON for programs');
}

/** @throws {CommandError} when there is no management key. */
export async function connectAsManager(options: ManagerOptions): Promise<ManagementClient> {
  const file = join(dataFolder(options), 'management-key');
  const managementKey = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (managementKey === '')
    throw new CommandError(
      `There is no management key in ${file}. Start the server once, or name its data folder with --data.`,
    );
  return createManagementClient({ baseUrl: serverUrl(options), managementKey });
}

/**
 * @param named A team's id or its name; undefined: the team that the installation began with.
 * @returns Its id.
 * @throws {CommandError} for none, or several of one name.
 */
export async function findTeam(manager: ManagementClient, named: string | undefined): Promise<string | undefined> {
  if (named === undefined) return undefined;
  const teams = await manager.listTeams();
  const byId = teams.find(({ teamId }) => teamId === named);
  if (byId !== undefined) return byId.teamId;
  const [team, another] = teams.filter(({ name }) => name === named);
  if (team === undefined)
    throw new CommandError(`There is no team "${named}". Make it with: openimagine team create "${named}"`);
  if (another !== undefined)
    throw new CommandError(`Several teams are called "${named}". Give the id that \`openimagine team list\` shows.`);
  return team.teamId;
}
