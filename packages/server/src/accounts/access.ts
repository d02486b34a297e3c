import { ApiError } from '@openimagine/contract';
import type { Caller } from './keys.ts';

/**
 * An access list names models and endpoints, or `*` for all of a kind; an empty one allows nothing.
 * @throws {ApiError} `permission-denied`.
 */
export function assertAccess(
  caller: Caller,
  wanted: { readonly model: string; readonly endpoint: 'image' | 'video' },
): void {
  assertNamed(caller, 'model', wanted.model);
  assertNamed(caller, 'endpoint', wanted.endpoint);
}

/** What the lists of models are filtered by. */
export function mayUseModel(caller: Caller, model: string): boolean {
  return isNamed(caller, 'model', model);
}

function assertNamed(caller: Caller, kind: 'model' | 'endpoint', name: string): void {
  if (isNamed(caller, kind, name)) return;
  throw new ApiError(
    'permission-denied',
    `This API key may not use the ${kind} ${name}. Use a key whose access list names it.`,
  );
}

function isNamed(caller: Caller, kind: 'model' | 'endpoint', name: string): boolean {
  return caller.acls.includes(`api-key:${kind}:*`) || caller.acls.includes(`api-key:${kind}:${name}`);
}
