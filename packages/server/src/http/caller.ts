import { ApiError, accessNeeded } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';
import { assertEndpoint } from '../accounts/access.ts';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before the body is read, on every route that needs a key. */
    caller: Caller;
  }
}

/**
 * @param wrongKeyStatus What a key that is unknown or has expired is answered; no key at all is always 401.
 * @throws {ApiError} `unauthenticated` or `permission-denied`; with 400, `invalid-argument` for a wrong key.
 */
export async function readCaller(
  context: Context,
  request: FastifyRequest,
  wrongKeyStatus: 400 | 401 = 401,
): Promise<Caller> {
  const key = readBearer(request);
  try {
    return await context.keys.authenticate(key);
  } catch (error) {
    if (wrongKeyStatus === 401 || !(error instanceof ApiError) || error.code !== 'unauthenticated') throw error;
    throw new ApiError('invalid-argument', error.message, { cause: error });
  }
}

/** @throws {ApiError} `permission-denied` where the key's access list does not open this group of routes. */
export function assertMayCall({ caller, routeOptions }: FastifyRequest): void {
  const { endpoint } = routeOptions.config;
  const needed = endpoint && accessNeeded(endpoint);
  if (needed !== undefined) assertEndpoint(caller, needed);
}

/** @throws {ApiError} `unauthenticated` when no key was sent. */
export function readBearer(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header === undefined) {
    throw new ApiError('unauthenticated', 'No API key was sent. Add the header `Authorization: Bearer YOUR_KEY`.');
  }
  const key = /^Bearer[ \t]+(\S+)[ \t]*$/i.exec(header)?.[1];
  if (key === undefined) {
    throw new ApiError('unauthenticated', 'The `Authorization` header must read `Bearer YOUR_KEY`.');
  }
  return key;
}
