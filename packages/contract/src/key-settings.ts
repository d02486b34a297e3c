import { z } from 'zod';
import { ApiError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { shortJson } from './request.ts';
import { LATENCY_PROFILES, type LatencyProfile, readFaults } from './scenario.ts';

/** What one key wants otherwise than the rest, and how much it may do. */
export interface KeySettings {
  /** What the poll of a failed video says: some scripts wait for `error`. */
  readonly failureWord: 'failed' | 'error';
  /** True: what only this server understands is refused, as xAI's would do or might. */
  readonly strict: boolean;
  readonly requestsPerSecond?: number;
  readonly requestsPerMinute?: number;
  /** Generations that may wait or run at once; those of batches are not counted. */
  readonly generationsAtOnce?: number;
  /** Reading calls, which are counted apart. */
  readonly pollsPerSecond?: number;
  /** Of the emulator: how every generation of this key is to go, as `X-OpenImagine-Scenario` says it. */
  readonly scenario?: string;
  /** Of the emulator: how long generations take. */
  readonly latency?: LatencyProfile;
}

export const DEFAULT_KEY_SETTINGS: KeySettings = { failureWord: 'failed', strict: false };

const perSecond = { min: 1, max: LIMITS.requestsPerWindow };
const COUNT = `a whole number from ${perSecond.min} to ${perSecond.max}`;

const count = z.int().min(perSecond.min).max(perSecond.max);

/** Settings as they stand in bodies and replies: snake case, like all that is ours on the wire. */
export const KeySettingsBody = z
  .object({
    failure_word: z.enum(['failed', 'error']).describe('What the poll of a failed video says. Default `failed`.'),
    strict: z.boolean().describe('Refuse what only this server understands. Default false.'),
    requests_per_second: count.describe('Creating calls in any second. Default: as many as come.'),
    requests_per_minute: count.describe('Creating calls in any minute. Default: as many as come.'),
    generations_at_once: count.describe(
      'Generations that may wait or run at once. Default: as the server allows any key.',
    ),
    polls_per_second: count.describe('Reading calls in any second. Default: as the server allows any key.'),
    scenario: z.string().min(1).max(LIMITS.scenarioCharacters).describe('Emulator: how every generation is to go.'),
    latency: z.enum(LATENCY_PROFILES).describe('Emulator: how long generations take.'),
  })
  .partial();
export type KeySettingsBody = z.infer<typeof KeySettingsBody>;
type Name = keyof KeySettingsBody;

/** For messages: what each setting takes. */
const VALUES: Readonly<Record<Name, string>> = {
  failure_word: 'failed or error',
  strict: 'true or false',
  requests_per_second: COUNT,
  requests_per_minute: COUNT,
  generations_at_once: COUNT,
  polls_per_second: COUNT,
  scenario: `a scenario, 1 to ${LIMITS.scenarioCharacters} characters`,
  latency: LATENCY_PROFILES.join(', '),
};
const FIELDS: Readonly<Record<Name, keyof KeySettings>> = {
  failure_word: 'failureWord',
  strict: 'strict',
  requests_per_second: 'requestsPerSecond',
  requests_per_minute: 'requestsPerMinute',
  generations_at_once: 'generationsAtOnce',
  polls_per_second: 'pollsPerSecond',
  scenario: 'scenario',
  latency: 'latency',
};
export const KEY_SETTING_NAMES = Object.keys(VALUES) as readonly Name[];

/**
 * Reads settings by their names on the wire. Numbers and truth values may come as text, as a command line has them; `null`
 * and empty text take a setting back.
 * @param before What is not named stays as it is here.
 * @throws {ApiError} `invalid-argument`, with the names that exist or the values that the setting takes.
 */
export function readKeySettings(given: object, before: KeySettings = DEFAULT_KEY_SETTINGS): KeySettings {
  const settings: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(given)) {
    if (!isName(name))
      throw new ApiError(
        'invalid-argument',
        `There is no key setting ${shortJson(name)}. The settings are: ${KEY_SETTING_NAMES.join(', ')}.`,
      );
    const field = FIELDS[name];
    delete settings[field];
    if (value !== null && value !== '') settings[field] = readValue(name, value);
  }
  return { ...DEFAULT_KEY_SETTINGS, ...settings };
}

/** Only what differs from the default. */
export function encodeKeySettings(settings: KeySettings): KeySettingsBody {
  const changed = KEY_SETTING_NAMES.filter((name) => settings[FIELDS[name]] !== DEFAULT_KEY_SETTINGS[FIELDS[name]]);
  return Object.fromEntries(changed.map((name) => [name, settings[FIELDS[name]]]));
}

function isName(name: string): name is Name {
  return Object.hasOwn(VALUES, name);
}

function readValue(name: Name, value: unknown): unknown {
  const schema: z.ZodType = KeySettingsBody.shape[name];
  for (const form of formsOf(value)) {
    const result = schema.safeParse(form);
    if (!result.success) continue;
    if (name === 'scenario') readFaults(result.data as string);
    return result.data;
  }
  throw new ApiError('invalid-argument', `The key setting ${name} must be ${VALUES[name]}; got ${shortJson(value)}.`);
}

function formsOf(value: unknown): unknown[] {
  if (typeof value !== 'string') return [value];
  if (/^\d{1,9}$/.test(value)) return [Number(value), value];
  if (value === 'true' || value === 'false') return [value === 'true', value];
  return [value];
}
