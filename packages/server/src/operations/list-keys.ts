import type { ApiKey, Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

/** The keys of the caller's team, oldest first, without their secrets and without the revoked. */
export async function listKeys(context: Context, caller: Caller): Promise<readonly ApiKey[]> {
  return context.keys.list(caller.teamId);
}
