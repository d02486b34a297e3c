import { checkName, type KeyOrder, readKeySettings } from '@openimagine/contract';
import type { ApiKey, Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

/**
 * Makes a key for the caller's team. Without an access list it has the caller's own.
 * The caller must be one who may hand out access: the management key, not an API key.
 * @returns The key in full, which is shown this once.
 * @throws {ApiError} `invalid-argument` for an empty or long name, or settings that cannot be.
 */
export async function createKey(
  context: Context,
  caller: Caller,
  { name, acls = caller.acls, expiresAt, settings = {} }: KeyOrder,
): Promise<{ readonly apiKey: ApiKey; readonly key: string }> {
  return context.keys.create({
    teamId: caller.teamId,
    name: checkName(name),
    acls,
    expiresAt,
    settings: readKeySettings(settings),
  });
}
