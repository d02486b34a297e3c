import { ApiError } from '@openimagine/contract';
import type { ApiKey, Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

/**
 * Gives a key a new secret; its id, its access and its settings stay.
 * @returns The key in full, which is shown this once.
 * @throws {ApiError} `not-found` when the caller's team has no such key.
 */
export async function rotateKey(
  context: Context,
  caller: Caller,
  keyId: string,
): Promise<{ readonly apiKey: ApiKey; readonly key: string }> {
  const rotated = await context.keys.rotate(caller.teamId, keyId);
  if (rotated === undefined) throw new ApiError('not-found', 'The team has no API key with this id.');
  return rotated;
}
