import { ApiError } from '@openimagine/contract';
import type { ApiKey, Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

/** The key that asked, without its secret. */
export async function getApiKey(context: Context, caller: Caller): Promise<ApiKey> {
  const key = await context.keys.get(caller.teamId, caller.keyId);
  if (key === undefined) throw new ApiError('unauthenticated', 'The API key was revoked.');
  return key;
}
