import {
  ApiError,
  type CreatedKey,
  DEFAULT_KEY_SETTINGS,
  encodeKeySettings,
  type ManagedKey,
  type ManagedKeyList,
  type ManagementKeyInfo,
  readKeyChange,
  readKeyOrder,
  readManagementPage,
  readTeamOrder,
  type TeamList,
  type Team as WireTeam,
} from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';
import { ALL_ACLS, type ApiKey, type Caller } from '../accounts/keys.ts';
import type { ManagementKey } from '../accounts/management-key.ts';
import { findTeam, type Team } from '../accounts/teams.ts';
import type { Context } from '../context.ts';
import { changeKey } from '../operations/change-key.ts';
import { createKey } from '../operations/create-key.ts';
import { createTeam } from '../operations/create-team.ts';
import { listKeys } from '../operations/list-keys.ts';
import { listTeams } from '../operations/list-teams.ts';
import { revokeKey } from '../operations/revoke-key.ts';
import { rotateKey } from '../operations/rotate-key.ts';
import { OPERATOR } from './api-key-routes.ts';
import { readBearer } from './caller.ts';

interface TeamParams {
  Params: { team_id: string };
}
interface KeyParams {
  Params: { api_key_id: string };
}

/**
 * Teams and keys are made and changed with the management key of the data folder, never with an API key. It may act for
 * every team of the installation.
 */
export function managementRoutes(app: FastifyInstance, context: Context, managementKey: ManagementKey): void {
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
    (): ManagementKeyInfo => ({ teamId: context.firstKey.teamId, name: 'management key' }),
  );
  teamRoutes(app, context);
  keysOfTeamRoutes(app, context);
  keyRoutes(app, context);
}

function teamRoutes(app: FastifyInstance, context: Context): void {
  app.get('/auth/teams', async (request): Promise<TeamList> => {
    const { teams, next } = await listTeams(context, readManagementPage(request.query));
    return { teams: teams.map(encodeTeam), paginationToken: next ?? null };
  });
  app.post('/auth/teams', async (request): Promise<WireTeam> => {
    return encodeTeam(await createTeam(context, readTeamOrder(request.body)));
  });
}

function keysOfTeamRoutes(app: FastifyInstance, context: Context): void {
  app.get<TeamParams>('/auth/teams/:team_id/api-keys', async (request): Promise<ManagedKeyList> => {
    const manager = await managerOfTeam(context, request.params.team_id);
    const { keys, next } = await listKeys(context, manager, readManagementPage(request.query));
    return { apiKeys: keys.map(encodeKey), paginationToken: next ?? null };
  });
  app.post<TeamParams>('/auth/teams/:team_id/api-keys', async (request): Promise<CreatedKey> => {
    const manager = await managerOfTeam(context, request.params.team_id);
    return encodeNewKey(await createKey(context, manager, readKeyOrder(request.body)));
  });
}

function keyRoutes(app: FastifyInstance, context: Context): void {
  app.get<KeyParams>('/auth/api-keys/:api_key_id', async (request): Promise<ManagedKey> => {
    return encodeKey(await findKey(context, request.params.api_key_id));
  });
  app.put<KeyParams>('/auth/api-keys/:api_key_id', async (request): Promise<ManagedKey> => {
    const { id, teamId } = await findKey(context, request.params.api_key_id);
    return encodeKey(await changeKey(context, managerOf(teamId), id, readKeyChange(request.body)));
  });
  app.post<KeyParams>('/auth/api-keys/:api_key_id/rotate', async (request): Promise<CreatedKey> => {
    const { id, teamId } = await findKey(context, request.params.api_key_id);
    return encodeNewKey(await rotateKey(context, managerOf(teamId), id));
  });
  app.delete<KeyParams>('/auth/api-keys/:api_key_id', async (request) => {
    const { id, teamId } = await findKey(context, request.params.api_key_id);
    await revokeKey(context, managerOf(teamId), id);
    return {};
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws {ApiError} `not-found`. */
async function managerOfTeam(context: Context, teamId: string): Promise<Caller> {
  const team = UUID.test(teamId) ? await findTeam(context.database.query, teamId) : undefined;
  if (team === undefined)
    throw new ApiError('not-found', 'There is no such team. GET /auth/teams lists those there are.');
  return managerOf(team.id);
}

/** Whoever holds the management key, at work for one team. */
function managerOf(teamId: string): Caller {
  return { teamId, keyId: 'management', acls: ALL_ACLS, settings: DEFAULT_KEY_SETTINGS };
}

/** @throws {ApiError} `not-found`. */
async function findKey(context: Context, keyId: string): Promise<ApiKey> {
  const key = UUID.test(keyId) ? await context.keys.find(keyId) : undefined;
  if (key === undefined) throw new ApiError('not-found', 'There is no API key with this id.');
  return key;
}

function encodeTeam({ id, name, createdAt }: Team): WireTeam {
  return { teamId: id, name, createTime: createdAt.toISOString() };
}

function encodeNewKey({ apiKey, key }: { readonly apiKey: ApiKey; readonly key: string }): CreatedKey {
  return { ...encodeKey(apiKey), apiKey: key };
}

function encodeKey(key: ApiKey): ManagedKey {
  const { requestsPerSecond, requestsPerMinute } = key.settings;
  return {
    apiKeyId: key.id,
    redactedApiKey: key.redacted,
    userId: OPERATOR,
    name: key.name,
    teamId: key.teamId,
    createTime: key.createdAt.toISOString(),
    modifyTime: key.modifiedAt.toISOString(),
    expireTime: key.expiresAt?.toISOString() ?? null,
    disabled: key.disabled,
    aclStrings: [...key.acls],
    qps: requestsPerSecond ?? null,
    qpm: requestsPerMinute ?? null,
    tpm: null,
    settings: encodeKeySettings(key.settings),
  };
}
