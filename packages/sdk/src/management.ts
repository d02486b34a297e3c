import { createTransport, type Needed, pathPart } from './transport.ts';

export interface ManagementOptions {
  /** `http://localhost:8080`. */
  readonly baseUrl: string;
  /** The key in `management-key` of the server's data folder. */
  readonly managementKey: string;
}

export interface Team {
  readonly teamId: string;
  readonly name: string;
  /** RFC 3339. */
  readonly createTime: string;
}

export interface ManagedKey {
  readonly apiKeyId: string;
  readonly redactedApiKey: string;
  readonly userId: string;
  readonly name: string;
  readonly teamId: string;
  /** RFC 3339. */
  readonly createTime: string;
  readonly modifyTime: string;
  readonly expireTime: string | null;
  readonly disabled: boolean;
  readonly aclStrings: readonly string[];
  readonly qps: number | null;
  readonly qpm: number | null;
  readonly tpm: null;
  /** Those that differ from the default. */
  readonly settings: Readonly<Partial<Record<KeySetting, string | number | boolean | undefined>>>;
}

/** The key itself, shown this once. */
export interface CreatedKey extends ManagedKey {
  readonly apiKey: string;
}

export type KeySetting =
  | 'failure_word'
  | 'strict'
  | 'requests_per_second'
  | 'requests_per_minute'
  | 'generations_at_once'
  | 'polls_per_second'
  | 'scenario'
  | 'latency';

/** Settings by their names on the wire; values may be text, `null` takes one back. */
export type SettingsChange = Readonly<Partial<Record<KeySetting, string | number | boolean | null>>>;

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
const KEY: Needed = { apiKeyId: 'string' };
const CREATED: Needed = { apiKey: 'string' };

interface Page {
  readonly paginationToken: string | null;
}

export function createManagementClient(options: ManagementOptions): ManagementClient {
  // Making a key is not idempotent: sent twice, it would be made twice.
  const transport = createTransport({ baseUrl: options.baseUrl, apiKey: options.managementKey, retries: 0 });
  const firstTeam = async (): Promise<string> => {
    const path = '/auth/management-keys/validation';
    return (await transport.json<{ teamId: string }>({ teamId: 'string' }, 'GET', path)).teamId;
  };
  const keysOf = async (teamId: string | undefined): Promise<string> =>
    `/auth/teams/${pathPart(teamId ?? (await firstTeam()))}/api-keys`;
  const keyPath = (apiKeyId: string): string => `/auth/api-keys/${pathPart(apiKeyId)}`;
  const all = async <T>(path: string, name: 'teams' | 'apiKeys'): Promise<readonly T[]> => {
    const items: T[] = [];
    let token: string | null = null;
    do {
      const query: string = token === null ? '' : `&paginationToken=${encodeURIComponent(token)}`;
      const page: Page & Record<typeof name, readonly T[]> = await transport.json(
        { [name]: 'array' },
        'GET',
        `${path}?pageSize=${PAGE}${query}`,
      );
      items.push(...page[name]);
      token = page.paginationToken;
    } while (token !== null);
    return items;
  };

  return {
    createTeam: async (name) => await transport.json({ teamId: 'string' }, 'POST', '/auth/teams', { name }),
    listTeams: async () => await all('/auth/teams', 'teams'),
    create: async ({ teamId, ...key }) => await transport.json(CREATED, 'POST', await keysOf(teamId), key),
    list: async (teamId) => await all(await keysOf(teamId), 'apiKeys'),
    get: async (apiKeyId) => await transport.json(KEY, 'GET', keyPath(apiKeyId)),
    change: async (apiKeyId, change) => await transport.json(KEY, 'PUT', keyPath(apiKeyId), change),
    rotate: async (apiKeyId) => await transport.json(CREATED, 'POST', `${keyPath(apiKeyId)}/rotate`),
    async revoke(apiKeyId) {
      await transport.call('DELETE', keyPath(apiKeyId));
    },
  };
}
