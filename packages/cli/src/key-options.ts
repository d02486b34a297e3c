import { ENDPOINT_NAMES, findModel, MODELS } from '@openimagine/contract';
import type { SettingsChange } from '@openimagine/sdk';
import { type Command, InvalidArgumentError } from 'commander';
import { CommandError } from './failure.ts';

/** The options that say what a key may do and wants, for making it and for changing it. */
export interface KeyFields {
  readonly acl?: readonly string[];
  readonly models?: readonly string[];
  readonly endpoints?: readonly string[];
  readonly expires?: string;
  readonly set?: Readonly<Record<string, string | null>>;
}

export function withKeyFields(command: Command): Command {
  return command
    .option('--models <ids>', 'models that it may use, separated by commas', words)
    .option('--endpoints <names>', `what it may call, separated by commas: ${ENDPOINT_NAMES.join(', ')}`, words)
    .option('--acl <rule...>', 'the whole access list instead, such as api-key:endpoint:image')
    .option('--expires <when>', 'a time (2027-01-31, 2027-01-31T12:00Z), a span from now (90m, 12h, 30d), or never')
    .option('--set <name=value>', 'a setting, such as failure_word=error; may be repeated', setting);
}

function words(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').flatMap((word) => word.trim() || [])];
}

function setting(text: string, before: Readonly<Record<string, string | null>> = {}): Record<string, string | null> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(`It must look like failure_word=error; got "${text}".`);
  return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1).trim() || null };
}

/** The server checks names and values, and lists those that there are. */
export function settingsOf({ set }: KeyFields): { readonly settings?: SettingsChange } {
  return set === undefined ? {} : { settings: set as SettingsChange };
}

/**
 * The access list that the options come to.
 * @param before The key's own: what is not named stays. For a new one, everything.
 * @returns undefined when nothing of it was given.
 * @throws {CommandError} for a model or an endpoint that does not exist.
 */
export function aclsOf(
  { acl, models, endpoints }: KeyFields,
  before: readonly string[],
): readonly string[] | undefined {
  if (acl !== undefined && (models ?? endpoints) !== undefined)
    throw new CommandError('--acl is the whole access list: give it alone, or --models and --endpoints.');
  if (acl !== undefined) return acl;
  if (models === undefined && endpoints === undefined) return undefined;
  const kept = (kind: string): readonly string[] => before.filter((rule) => rule.startsWith(`api-key:${kind}:`));
  return [
    ...(models?.map((model) => `api-key:model:${checkModel(model)}`) ?? kept('model')),
    ...(endpoints?.map((name) => `api-key:endpoint:${checkEndpoint(name)}`) ?? kept('endpoint')),
  ];
}

function checkModel(name: string): string {
  if (name === '*' || findModel(name) !== undefined) return name;
  throw new CommandError(`There is no model "${name}". The models are: ${MODELS.map(({ id }) => id).join(', ')}.`);
}

function checkEndpoint(name: string): string {
  if (name === '*' || ENDPOINT_NAMES.some((known) => known === name)) return name;
  throw new CommandError(`There is no endpoint "${name}". The names are: ${ENDPOINT_NAMES.join(', ')}.`);
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * @returns RFC 3339; null for never; undefined when it was not given.
 * @throws {CommandError} when it is no time.
 */
export function expiryOf(text: string | undefined, now: Date): string | null | undefined {
  if (text === undefined) return undefined;
  if (text === 'never') return null;
  const span = /^(\d{1,6})([mhd])$/.exec(text);
  const at = span === null ? timeOf(text) : now.getTime() + Number(span[1]) * UNIT_MS[span[2]!]!;
  if (Number.isNaN(at))
    throw new CommandError(`--expires must be a time such as 2027-01-31, a span such as 30d, or never; got "${text}".`);
  return new Date(at).toISOString();
}

function timeOf(text: string): number {
  return /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
}
