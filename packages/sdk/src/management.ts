import {
  CreatedKey,
  type KeySettingsBody,
  ManagedKey,
  ManagedKeyList,
  ManagementKeyInfo,
  Team,
  TeamList,
} from '@openimagine/contract';
import type { z } from 'zod';
import { createTransport } from './transport.ts';

export interface ManagementOptions {
  /** `http://localhost:8080`. */
  readonly baseUrl: string;
  /** The key in `management-key` of the server's data folder. */
  readonly managementKey: string;
}

/** Settings by their names on the wire; values may be text, `null` takes one back. */
export type SettingsChange = Readonly<Partial<Record<keyof KeySettingsBody, string | number | boolean | null>>>;

export interface NewKey {
  readonly name: string;
  /** Default: the team that the installation began with. */
  readonly teamId?: string | undefined;
  /** Default: everything. */
  readonly acls?: readonly string[] | undefined;
  /** RFC 3339. Default: never. */
  readonly expireTime?: string | undefined;
  readonly settings?: SettingsChange | undefined;
}

/** What is absent stays as it is. */
export interface KeyChange {
  readonly name?: string | undefined;
  readonly acls?: readonly string[] | undefined;
  readonly disabled?: boolean | undefined;
  /** Null: never. */
  readonly expireTime?: string | null | undefined;
  readonly settings?: SettingsChange | undefined;
}

/** Makes and changes teams and API keys. Every method throws `OpenImagineError`. */
export interface ManagementClient {
  createTeam(name: string): Promise<Team>;
  /** All of them, oldest first. */
  listTeams(): Promise<readonly Team[]>;
  create(key: NewKey): Promise<CreatedKey>;
  /** All keys of a team, oldest first. @param teamId Default: the team that the installation began with. */
  list(teamId?: string): Promise<readonly ManagedKey[]>;
  get(apiKeyId: string): Promise<ManagedKey>;
  change(apiKeyId: string, change: KeyChange): Promise<ManagedKey>;
  /** The old secret is unknown at once. */
  rotate(apiKeyId: string): Promise<CreatedKey>;
  revoke(apiKeyId: string): Promise<void>;
}

const PAGE = 1_000;

export function createManagementClient(options: ManagementOptions): ManagementClient {
  // Making a key is not idempotent: sent twice, it would be made twice.
  const transport = createTransport({ baseUrl: options.baseUrl, apiKey: options.managementKey, retries: 0 });
  const firstTeam = async (): Promise<string> =>
    (await transport.json(ManagementKeyInfo, 'GET', '/auth/management-keys/validation')).teamId;
  const keysOf = async (teamId: string | undefined): Promise<string> =>
    `/auth/teams/${encodeURIComponent(teamId ?? (await firstTeam()))}/api-keys`;
  const keyPath = (apiKeyId: string): string => `/auth/api-keys/${encodeURIComponent(apiKeyId)}`;

  const all = async <P extends { readonly paginationToken: string | null }, T>(
    schema: z.ZodType<P>,
    path: string,
    itemsOf: (page: P) => readonly T[],
  ): Promise<readonly T[]> => {
    const items: T[] = [];
    let token: string | null = null;
    do {
      const query: string = token === null ? '' : `&paginationToken=${encodeURIComponent(token)}`;
      const page: P = await transport.json(schema, 'GET', `${path}?pageSize=${PAGE}${query}`);
      items.push(...itemsOf(page));
      token = page.paginationToken;
    } while (token !== null);
    return items;
  };

  return {
    createTeam: async (name) => await transport.json(Team, 'POST', '/auth/teams', { name }),
    listTeams: async () => await all(TeamList, '/auth/teams', ({ teams }) => teams),
    create: async ({ teamId, ...key }) => await transport.json(CreatedKey, 'POST', await keysOf(teamId), key),
    list: async (teamId) => await all(ManagedKeyList, await keysOf(teamId), ({ apiKeys }) => apiKeys),
    get: async (apiKeyId) => await transport.json(ManagedKey, 'GET', keyPath(apiKeyId)),
    change: async (apiKeyId, change) => await transport.json(ManagedKey, 'PUT', keyPath(apiKeyId), change),
    rotate: async (apiKeyId) => await transport.json(CreatedKey, 'POST', `${keyPath(apiKeyId)}/rotate`),
    async revoke(apiKeyId) {
      await transport.call('DELETE', keyPath(apiKeyId));
    },
  };
}
