import { ApiError, type EndpointName, findModel, isListed } from '@openimagine/contract';
import type { Caller } from './keys.ts';

/**
 * An access list names models and endpoints, or `*` for all of a kind; an empty one allows nothing.
 * @throws {ApiError} `permission-denied`.
 */
export function assertAccess(
  caller: Caller,
  wanted: { readonly model: string; readonly endpoint: EndpointName },
): void {
  if (!mayUseModel(caller, wanted.model)) throw denied('model', wanted.model);
  assertEndpoint(caller, wanted.endpoint);
}

/** @throws {ApiError} `permission-denied` where the key may not call routes of this name. */
export function assertEndpoint(caller: Caller, endpoint: EndpointName): void {
  if (!mayUseEndpoint(caller, endpoint)) throw denied('endpoint', endpoint);
}

/** What the lists of models and generations are filtered by: a model is of use with the endpoint of its kind alone. */
export function mayMake(caller: Caller, model: string): boolean {
  const kind = findModel(model)?.kind;
  return mayUseModel(caller, model) && (kind === undefined || mayUseEndpoint(caller, kind));
}

export function mayUseModel(caller: Caller, model: string): boolean {
  return isListed(caller.acls, 'model', model);
}

/** What lists of several kinds of things are filtered by. */
export function mayUseEndpoint(caller: Caller, endpoint: EndpointName): boolean {
  return isListed(caller.acls, 'endpoint', endpoint);
}

function denied(kind: 'model' | 'endpoint', name: string): ApiError {
  return new ApiError(
    'permission-denied',
    `This API key may not use the ${kind} ${name}. Use a key whose access list holds api-key:${kind}:${name}.`,
  );
}
