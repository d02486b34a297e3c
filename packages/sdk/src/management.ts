import { CreatedKey, ManagedKeyList, ManagementKeyInfo } from '@openimagine/contract';
import { createTransport } from './transport.ts';

export interface ManagementOptions {
  /** `http://localhost:8080`. */
  readonly baseUrl: string;
  /** The key in `management-key` of the server's data folder. */
  readonly managementKey: string;
}

/** Makes and revokes API keys. Every method throws `OpenImagineError`. */
export interface ManagementClient {
  create(key: { readonly name: string; readonly acls?: readonly string[] }): Promise<CreatedKey>;
  list(): Promise<ManagedKeyList>;
  revoke(apiKeyId: string): Promise<void>;
}

export function createManagementClient(options: ManagementOptions): ManagementClient {
  // Making a key is not idempotent: sent twice, it would be made twice.
  const transport = createTransport({ baseUrl: options.baseUrl, apiKey: options.managementKey, retries: 0 });
  const team = async (): Promise<string> =>
    (await transport.json(ManagementKeyInfo, 'GET', '/auth/management-keys/validation')).teamId;
  return {
    create: async (key) => await transport.json(CreatedKey, 'POST', `/auth/teams/${await team()}/api-keys`, key),
    list: async () => await transport.json(ManagedKeyList, 'GET', `/auth/teams/${await team()}/api-keys`),
    async revoke(apiKeyId) {
      await transport.call('DELETE', `/auth/api-keys/${encodeURIComponent(apiKeyId)}`);
    },
  };
}
