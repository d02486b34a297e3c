import {
  ApiError,
  type CreatedKey,
  DEFAULT_KEY_SETTINGS,
  type ManagedKey,
  type ManagedKeyList,
  type ManagementKeyInfo,
  readKeyOrder,
} from '@openimagine/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ALL_ACLS, type ApiKey, type Caller } from '../accounts/keys.ts';
import type { ManagementKey } from '../accounts/management-key.ts';
import type { Context } from '../context.ts';
import { createKey } from '../operations/create-key.ts';
import { listKeys } from '../operations/list-keys.ts';
import { revokeKey } from '../operations/revoke-key.ts';
import { readBearer } from './caller.ts';

interface TeamParams {
  Params: { team_id: string };
}

/** Keys are made and revoked with the management key of the data folder, never with an API key. */
export function managementRoutes(app: FastifyInstance, context: Context, managementKey: ManagementKey): void {
  const manager: Caller = {
    teamId: context.firstKey.teamId,
    keyId: 'management',
    acls: ALL_ACLS,
    settings: DEFAULT_KEY_SETTINGS,
  };
  const checkTeam = (request: FastifyRequest<TeamParams>): void => {
    if (request.params.team_id !== manager.teamId) throw new ApiError('not-found', 'There is no such team.');
  };
  app.addHook('onRequest', (request, _reply, next) => {
    if (!managementKey.matches(readBearer(request))) {
      throw new ApiError(
        'unauthenticated',
        'This needs the management key, which is kept in `management-key` in the data folder of the server.',
      );
    }
    next();
  });
  app.get(
    '/auth/management-keys/validation',
    (): ManagementKeyInfo => ({ teamId: manager.teamId, name: 'management key' }),
  );
  app.get<TeamParams>('/auth/teams/:team_id/api-keys', async (request): Promise<ManagedKeyList> => {
    checkTeam(request);
    return { apiKeys: (await listKeys(context, manager)).map(encodeKey), paginationToken: null };
  });
  app.post<TeamParams>('/auth/teams/:team_id/api-keys', async (request): Promise<CreatedKey> => {
    checkTeam(request);
    const { apiKey, key } = await createKey(context, manager, readKeyOrder(request.body));
    return { ...encodeKey(apiKey), apiKey: key };
  });
  app.delete<{ Params: { api_key_id: string } }>('/auth/api-keys/:api_key_id', async (request) => {
    await revokeKey(context, manager, request.params.api_key_id);
    return {};
  });
}

function encodeKey(key: ApiKey): ManagedKey {
  return {
    apiKeyId: key.id,
    redactedApiKey: key.redacted,
    name: key.name,
    teamId: key.teamId,
    createTime: key.createdAt.toISOString(),
    modifyTime: key.modifiedAt.toISOString(),
    expireTime: key.expiresAt?.toISOString() ?? null,
    disabled: key.disabled,
    aclStrings: [...key.acls],
  };
}
