import { ApiError } from '@openimagine/contract';
import type { ApiKey, Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

const NAME_CHARACTERS_MAX = 100;

/**
 * Makes a key for the caller's team. Without an access list it has the caller's own.
 * The caller must be one who may hand out access: the management key, not an API key.
 * @returns The key in full, which is shown this once.
 * @throws {ApiError} `invalid-argument` for an empty or long name.
 */
export async function createKey(
  context: Context,
  caller: Caller,
  input: { readonly name: string; readonly acls?: readonly string[]; readonly expiresAt?: Date },
): Promise<{ readonly apiKey: ApiKey; readonly key: string }> {
  const name = input.name.trim();
  if (name === '' || name.length > NAME_CHARACTERS_MAX || name.includes('\0')) {
    throw new ApiError(
      'invalid-argument',
      `A key's name has 1 to ${NAME_CHARACTERS_MAX} characters; got ${name.length}.`,
    );
  }
  return context.keys.create({
    teamId: caller.teamId,
    name,
    acls: input.acls ?? caller.acls,
    expiresAt: input.expiresAt,
  });
}
