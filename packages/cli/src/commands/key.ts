import type { CreatedKey, ManagedKey } from '@openimagine/sdk';
import { Command } from 'commander';
import { CommandError } from '../failure.ts';
import { aclsOf, expiryOf, type KeyFields, settingsOf, withKeyFields } from '../key-options.ts';
import { connectAsManager, findTeam, type ManagerOptions, withManager } from '../manager.ts';

/** `key create | list | set | rotate | revoke`, through the running server, with the management key of its data folder. */
export function keyCommand(): Command {
  return new Command('key')
    .description('make, list, change and revoke API keys')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(setCommand())
    .addCommand(rotateCommand())
    .addCommand(revokeCommand());
}

interface TeamOption extends ManagerOptions {
  readonly team?: string;
}

function withTeam(command: Command): Command {
  return withManager(command).option('--team <id>', 'id or name of its team (default: the first one)');
}

const EVERYTHING = ['api-key:model:*', 'api-key:endpoint:*'];

function createCommand(): Command {
  const command = new Command('create')
    .description('make a key; it is shown this once')
    .argument('[name]', 'what it is for', 'unnamed');
  return withKeyFields(withTeam(command)).action(async (name: string, options: TeamOption & KeyFields) => {
    const acls = aclsOf(options, EVERYTHING);
    const expireTime = expiryOf(options.expires, new Date()) ?? undefined;
    const manager = await connectAsManager(options);
    const teamId = await findTeam(manager, options.team);
    showSecret(await manager.create({ name, teamId, acls, expireTime, ...settingsOf(options) }), options, 'is made');
  });
}

function listCommand(): Command {
  const command = new Command('list').description('list the keys of a team, without their secrets');
  return withTeam(command).action(async (options: TeamOption) => {
    const manager = await connectAsManager(options);
    const keys = await manager.list(await findTeam(manager, options.team));
    if (options.json) console.log(JSON.stringify(keys));
    else for (const key of keys) console.log(lineOf(key));
  });
}

interface SetOptions extends ManagerOptions, KeyFields {
  readonly name?: string;
  readonly disable?: boolean;
  readonly enable?: boolean;
}

function setCommand(): Command {
  const command = new Command('set')
    .description('change what a key is called, may do, and wants; what is not named stays')
    .argument('<id>', 'as `key list` shows it')
    .option('--name <name>', 'what it is for')
    .option('--disable', 'refuse it until it is enabled again')
    .option('--enable', 'let it be used again');
  return withKeyFields(withManager(command)).action(async (id: string, options: SetOptions) => {
    const { name, disable = false, enable = false } = options;
    if (disable && enable) throw new CommandError('Give --disable or --enable, not both.');
    const expireTime = expiryOf(options.expires, new Date());
    const manager = await connectAsManager(options);
    const changed = await manager.change(id, {
      name,
      acls: aclsOf(options, (await manager.get(id)).aclStrings),
      disabled: disable || enable ? disable : undefined,
      expireTime,
      ...settingsOf(options),
    });
    console.log(options.json ? JSON.stringify(changed) : lineOf(changed));
  });
}

function rotateCommand(): Command {
  const command = new Command('rotate')
    .description('give a key a new secret, shown this once; the old one is unknown at once')
    .argument('<id>', 'as `key list` shows it');
  return withManager(command).action(async (id: string, options: ManagerOptions) => {
    showSecret(await (await connectAsManager(options)).rotate(id), options, 'has a new secret');
  });
}

function revokeCommand(): Command {
  const command = new Command('revoke').description('revoke a key at once').argument('<id>', 'as `key list` shows it');
  return withManager(command).action(async (id: string, options: ManagerOptions) => {
    await (await connectAsManager(options)).revoke(id);
    console.log(options.json ? JSON.stringify({ revoked: id }) : `${id} is revoked.`);
  });
}

function showSecret(key: CreatedKey, { json = false }: ManagerOptions, what: string): void {
  if (json) console.log(JSON.stringify(key));
  else console.log(`${key.apiKey}\n\n"${key.name}" ${what}. It is shown this once: keep it now.`);
}

function lineOf(key: ManagedKey): string {
  const notes = [
    ...(key.disabled ? ['disabled'] : []),
    ...(key.expireTime === null ? [] : [`until ${key.expireTime.slice(0, 16)}Z`]),
    ...(EVERYTHING.every((rule) => key.aclStrings.includes(rule)) ? [] : [shortRules(key.aclStrings)]),
    ...Object.entries(key.settings).map(([name, value]) => `${name}=${value}`),
  ];
  const shown = notes.length === 0 ? '' : `  (${notes.join('; ')})`;
  return `${key.apiKeyId}  ${key.redactedApiKey}  ${key.createTime.slice(0, 10)}  ${key.name}${shown}`;
}

function shortRules(rules: readonly string[]): string {
  return rules.length === 0 ? 'may do nothing' : rules.map((rule) => rule.replace(/^api-key:/, '')).join(' ');
}
