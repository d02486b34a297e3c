import { ApiError } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before the body is read, on every route that needs a key. */
    caller: Caller;
  }
}

/** @throws {ApiError} `unauthenticated` or `permission-denied`. */
export async function readCaller(context: Context, request: FastifyRequest): Promise<Caller> {
  return await context.keys.authenticate(readBearer(request));
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
