import { ApiError } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** From the next request on the key is unknown. @throws {ApiError} `not-found` when the caller's team has no such key. */
export async function revokeKey(context: Context, caller: Caller, keyId: string): Promise<void> {
  const isRevoked = UUID.test(keyId) && (await context.keys.revoke(caller.teamId, keyId));
  if (!isRevoked) throw new ApiError('not-found', 'The team has no API key with this id.');
}
