import { createGuardedClient, FetchError, type FetchRequest, type GuardedClientOptions } from '../guarded-client.ts';

/** A whole fetch by a client of its own. */
export async function fetchAll(
  url: string,
  request: Partial<FetchRequest> = {},
  options: Partial<GuardedClientOptions> = {},
): Promise<{ readonly bytes: Uint8Array; readonly mime: string | undefined; readonly url: string }> {
  const client = createGuardedClient({ allowPrivate: true, ...options });
  try {
    const { body, mime, url: end } = await client.fetch(url, { bytesMax: 1_000_000, ...request });
    return { bytes: new Uint8Array(await new Response(body).arrayBuffer()), mime, url: end };
  } finally {
    await client.close();
  }
}

/**
 * A fetch that fails. @returns the error, whose message is a sentence or more without addresses, paths or stacks.
 * @throws when it does not fail, or otherwise.
 */
export async function fetchError(...attempt: Parameters<typeof fetchAll>): Promise<FetchError> {
  try {
    await fetchAll(...attempt);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (!/^\S.+ .+\.$/.test(error.message) || /\n|\bat \/|node:|undici|ECONN|HPE_/.test(error.message))
      throw new Error(`Not a message for a user: ${error.message}`);
    return error;
  }
  throw new Error(`Expected ${attempt[0]} to fail`);
}
