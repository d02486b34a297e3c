import type { ManagementPage } from '@openimagine/contract';
import type { ApiKey, Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

/**
 * The keys of the caller's team, oldest first, without their secrets and without the revoked.
 * @returns `next` is set while there are more.
 */
export async function listKeys(
  context: Context,
  caller: Caller,
  { size, after, activeOnly }: ManagementPage,
): Promise<{ readonly keys: readonly ApiKey[]; readonly next: string | undefined }> {
  const page = { limit: size + 1, activeOnly, ...(after === undefined ? {} : { after }) };
  const found = await context.keys.page(caller.teamId, page);
  const keys = found.slice(0, size);
  return { keys, next: found.length > size ? keys.at(-1)?.id : undefined };
}
