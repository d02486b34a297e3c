import { ApiError, type KeyChange, readKeySettings } from '@openimagine/contract';
import type { ApiKey, Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

/**
 * From the next request on the key is as it was changed.
 * @throws {ApiError} `not-found` when the caller's team has no such key; `invalid-argument` for settings that cannot be.
 */
export async function changeKey(
  context: Context,
  caller: Caller,
  keyId: string,
  { settings, ...change }: KeyChange,
): Promise<ApiKey> {
  const changed = await context.keys.change(caller.teamId, keyId, (key) => ({
    ...change,
    ...(settings === undefined ? {} : { settings: readKeySettings(settings, key.settings) }),
  }));
  if (changed === undefined) throw new ApiError('not-found', 'The team has no API key with this id.');
  return changed;
}
