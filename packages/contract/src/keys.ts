import { z } from 'zod';
import { ENDPOINT_NAMES } from './access.ts';
import { ApiError } from './errors.ts';
import { KeySettingsBody } from './key-settings.ts';
import { LIMITS } from './limits.ts';
import { optional, parseBody, shortJson } from './request.ts';

const TEXT = z.string('expected text');
/** The original writes 64-bit numbers as text. */
const quota = optional(
  z.union([z.int(), z.string().regex(/^\d{1,9}$/)], { error: 'expected a whole number, or the same as text' }),
);
const acls = optional(z.array(TEXT, 'expected a list')).describe(
  `\`api-key:model:*\`, \`api-key:model:<id>\`, \`api-key:endpoint:*\`, and \`api-key:endpoint:<name>\` with ${ENDPOINT_NAMES.join(', ')}. Default: everything. An empty list allows nothing.`,
);
const expireTime = optional(z.iso.datetime({ offset: true, error: 'expected an RFC 3339 time' })).describe(
  'When the key stops working. `null`: never.',
);
const limits = {
  qps: quota.describe('Creating calls in any second: the setting `requests_per_second`.'),
  qpm: quota.describe('Creating calls in any minute: the setting `requests_per_minute`.'),
  tpm: quota.describe('Accepted and never reached: nothing here counts tokens.'),
  settings: optional(z.record(z.string(), z.unknown(), 'expected an object'))
    .describe('Settings by name; `null` takes one back.')
    .meta({ properties: z.toJSONSchema(KeySettingsBody).properties ?? {} }),
};

/** The body of `POST /auth/teams/{team_id}/api-keys`. The management routes speak camel case. */
export const CreateKeyBody = z.object({
  name: TEXT.describe('What the key is for, 1 to 100 characters.'),
  acls,
  expireTime,
  ...limits,
});

const change = {
  name: optional(TEXT).describe('1 to 100 characters.'),
  acls: acls.describe('Replaces the whole access list.'),
  disabled: optional(z.boolean('expected true or false')).describe('A disabled key is refused with 403.'),
  expireTime,
  ...limits,
};

/** The body of `PUT /auth/api-keys/{api_key_id}`: what is not named stays. */
export const ChangeKeyBody = z.object({
  ...change,
  apiKey: optional(z.looseObject({}, 'expected an object')).describe('These fields, as the original takes them.'),
  fieldMask: optional(TEXT).describe('Which of those in `apiKey` count, separated by commas. Default: all.'),
});
const Change = z.object(change);

export interface KeyOrder {
  readonly name: string;
  readonly acls?: readonly string[];
  readonly expiresAt?: Date;
  /** As `readKeySettings` reads them. */
  readonly settings?: object;
}

export interface KeyChange {
  readonly name?: string;
  readonly acls?: readonly string[];
  readonly disabled?: boolean;
  /** Null: never. */
  readonly expiresAt?: Date | null;
  /** As `readKeySettings` reads them. */
  readonly settings?: object;
}

const ACL = /^api-key:(model|endpoint):[a-z0-9.*-]{1,80}$/;

/** @throws {ApiError} `unprocessable` for wrong types, `invalid-argument` for a name or an access rule that cannot be. */
export function readKeyOrder(body: unknown): KeyOrder {
  const fields = parseBody(CreateKeyBody, body);
  return {
    name: checkName(fields.name),
    ...(fields.acls ? { acls: checkAcls(fields.acls) } : {}),
    ...(fields.expireTime ? { expiresAt: readTime(fields.expireTime) } : {}),
    ...readSettings(fields),
  };
}

/** @throws {ApiError} As `readKeyOrder`; and `invalid-argument` for a field mask with a field that cannot be changed. */
export function readKeyChange(body: unknown): KeyChange {
  const { apiKey, fieldMask, ...flat } = parseBody(ChangeKeyBody, body);
  const fields = apiKey ? parseBody(Change, maskedFields(apiKey, fieldMask)) : flat;
  const { name, disabled, expireTime: expires } = fields;
  return {
    ...(typeof name === 'string' ? { name: checkName(name) } : {}),
    ...(fields.acls ? { acls: checkAcls(fields.acls) } : {}),
    ...(typeof disabled === 'boolean' ? { disabled } : {}),
    ...(expires === undefined ? {} : { expiresAt: expires === null ? null : readTime(expires) }),
    ...readSettings(fields),
  };
}

/** A name of a key or a team, without the space around it. @throws {ApiError} `invalid-argument`. */
export function checkName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > LIMITS.nameCharacters || name.includes('\0')) {
    throw new ApiError(
      'invalid-argument',
      `\`name\` must have 1 to ${LIMITS.nameCharacters} characters; got ${name.length}.`,
    );
  }
  return name;
}

/** A key as replies have it calls its access list `aclStrings`. What is masked and absent is taken back. */
function maskedFields(
  { aclStrings, ...apiKey }: Readonly<Record<string, unknown>>,
  mask: string | null | undefined,
): object {
  const fields = aclStrings === undefined ? apiKey : { acls: aclStrings, ...apiKey };
  const names = (mask ?? '').split(',').flatMap((name) => name.trim() || []);
  if (names.length === 0 || names.includes('*')) return fields;
  const wanted = names.map((name) => (name === 'aclStrings' ? 'acls' : name));
  const unknown = wanted.find((name) => !Object.hasOwn(change, name));
  if (unknown === undefined) return Object.fromEntries(wanted.map((name) => [name, fields[name] ?? null]));
  throw new ApiError(
    'invalid-argument',
    `\`fieldMask\` names ${shortJson(unknown)}; what can be changed is: ${Object.keys(change).join(', ')}.`,
  );
}

/** @param text RFC 3339, whose zone can lead out of the years that can be written. @throws {ApiError} `invalid-argument`. */
function readTime(text: string): Date {
  const time = new Date(text);
  const year = time.getUTCFullYear();
  if (year >= 1 && year <= 9_999) return time;
  throw new ApiError('invalid-argument', `\`expireTime\` must lie in the years 1 to 9999; got ${shortJson(text)}.`);
}

function checkAcls(rules: readonly string[]): readonly string[] {
  const wrong = rules.find((rule) => !ACL.test(rule));
  if (wrong === undefined) return rules;
  throw new ApiError(
    'invalid-argument',
    `\`acls\` holds ${shortJson(wrong)}; a rule looks like api-key:model:* or api-key:endpoint:image.`,
  );
}

function readSettings({ qps, qpm, settings }: z.infer<typeof Change>): { readonly settings?: object } {
  const all = {
    ...(qps === undefined ? {} : { requests_per_second: qps }),
    ...(qpm === undefined ? {} : { requests_per_minute: qpm }),
    ...settings,
  };
  return Object.keys(all).length === 0 ? {} : { settings: all };
}

const QUOTA = z.int().nullable();

export const ManagedKey = z.object({
  apiKeyId: z.string(),
  redactedApiKey: z.string(),
  userId: z.string(),
  name: z.string(),
  teamId: z.string(),
  createTime: z.string().describe('RFC 3339.'),
  modifyTime: z.string().describe('RFC 3339.'),
  expireTime: z.string().nullable(),
  disabled: z.boolean(),
  aclStrings: z.array(z.string()),
  qps: QUOTA,
  qpm: QUOTA,
  tpm: z.null(),
  settings: KeySettingsBody.describe('Those that differ from the default.'),
});
export const CreatedKey = ManagedKey.extend({ apiKey: z.string().describe('The key itself, shown this once.') });
export const ManagedKeyList = z.object({ apiKeys: z.array(ManagedKey), paginationToken: z.string().nullable() });
export const ManagementKeyInfo = z.object({ teamId: z.string(), name: z.string() });

export type ManagedKey = z.infer<typeof ManagedKey>;
export type CreatedKey = z.infer<typeof CreatedKey>;
export type ManagedKeyList = z.infer<typeof ManagedKeyList>;
export type ManagementKeyInfo = z.infer<typeof ManagementKeyInfo>;
