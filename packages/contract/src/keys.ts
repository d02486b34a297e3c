import { z } from 'zod';
import { ApiError } from './errors.ts';
import { optional, parseBody } from './request.ts';

/** The body of `POST /auth/teams/{team_id}/api-keys`. The key management routes speak camel case. */
export const CreateKeyBody = z.object({
  name: z.string('expected text').describe('What the key is for, 1 to 100 characters.'),
  acls: optional(z.array(z.string('expected text'), 'expected a list')).describe(
    '`api-key:model:*`, `api-key:model:<id>`, `api-key:endpoint:*`, `api-key:endpoint:image` or `…:video`. Default: everything. An empty list allows nothing.',
  ),
  expireTime: optional(z.iso.datetime({ offset: true, error: 'expected an RFC 3339 time' })).describe(
    'When the key stops working.',
  ),
});

export interface KeyOrder {
  readonly name: string;
  readonly acls?: readonly string[];
  readonly expiresAt?: Date;
}

const NAME_CHARACTERS_MAX = 100;
const ACL = /^api-key:(model|endpoint):[a-z0-9.*-]{1,80}$/;

/** @throws {ApiError} `unprocessable` for wrong types, `invalid-argument` for a name or an access rule that cannot be. */
export function readKeyOrder(body: unknown): KeyOrder {
  const { name, acls, expireTime } = parseBody(CreateKeyBody, body);
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > NAME_CHARACTERS_MAX) {
    throw new ApiError(
      'invalid-argument',
      `\`name\` must have 1 to ${NAME_CHARACTERS_MAX} characters; got ${trimmed.length}.`,
    );
  }
  const wrong = acls?.find((acl) => !ACL.test(acl));
  if (wrong !== undefined)
    throw new ApiError(
      'invalid-argument',
      `\`acls\` holds "${wrong.slice(0, 60)}"; a rule looks like api-key:model:* or api-key:endpoint:image.`,
    );
  return { name: trimmed, ...(acls ? { acls } : {}), ...(expireTime ? { expiresAt: new Date(expireTime) } : {}) };
}

export const ManagedKey = z.object({
  apiKeyId: z.string(),
  redactedApiKey: z.string(),
  name: z.string(),
  teamId: z.string(),
  createTime: z.string().describe('RFC 3339.'),
  modifyTime: z.string().describe('RFC 3339.'),
  expireTime: z.string().nullable(),
  disabled: z.boolean(),
  aclStrings: z.array(z.string()),
});
export const CreatedKey = ManagedKey.extend({ apiKey: z.string().describe('The key itself, shown this once.') });
export const ManagedKeyList = z.object({ apiKeys: z.array(ManagedKey), paginationToken: z.string().nullable() });
export const ManagementKeyInfo = z.object({ teamId: z.string(), name: z.string() });

export type ManagedKey = z.infer<typeof ManagedKey>;
export type CreatedKey = z.infer<typeof CreatedKey>;
export type ManagedKeyList = z.infer<typeof ManagedKeyList>;
export type ManagementKeyInfo = z.infer<typeof ManagementKeyInfo>;
