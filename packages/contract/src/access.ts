import type { Endpoint, EndpointTag } from './endpoints/endpoint.ts';
import { findModel } from './models.ts';

/** What the endpoint rules of an access list can name: `api-key:endpoint:<name>`. */
export const ENDPOINT_NAMES = ['image', 'video', 'files', 'batch', 'webhooks'] as const;
export type EndpointName = (typeof ENDPOINT_NAMES)[number];

/** What a key needs for the routes of a tag; without a name every key may call them, and sees there what it may use. */
const ACCESS: Readonly<Record<EndpointTag, EndpointName | undefined>> = {
  Images: 'image',
  Videos: 'video',
  'OpenAI videos': 'video',
  Files: 'files',
  Batches: 'batch',
  Webhooks: 'webhooks',
  Generations: undefined,
  Models: undefined,
  Account: undefined,
  Keys: undefined,
  Teams: undefined,
  Emulator: undefined,
  System: undefined,
};

/** The name that an access list must hold for this endpoint, if any. */
export function accessNeeded({ tag }: Pick<Endpoint, 'tag'>): EndpointName | undefined {
  return ACCESS[tag];
}

/**
 * True where an access list opens something: by its name, by `*`, or for a model by one of its aliases. An empty list
 * opens nothing.
 */
export function isListed(acls: readonly string[], kind: 'model' | 'endpoint', name: string): boolean {
  if (acls.includes(`api-key:${kind}:*`) || acls.includes(`api-key:${kind}:${name}`)) return true;
  if (kind === 'endpoint') return false;
  return findModel(name)?.aliases.some((alias) => acls.includes(`api-key:model:${alias}`)) ?? false;
}
