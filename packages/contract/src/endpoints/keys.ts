import type { ErrorCode } from '../errors.ts';
import { ChangeKeyBody, CreatedKey, CreateKeyBody, ManagedKey, ManagedKeyList, ManagementKeyInfo } from '../keys.ts';
import { CreateTeamBody, KeyPageQuery, ManagementPageQuery, Team, TeamList } from '../teams.ts';
import { type Endpoint, reply } from './endpoint.ts';

const MANAGED = { needsKey: true, needsManagementKey: true } as const;
const READING_BODY: readonly ErrorCode[] = [
  'invalid-argument',
  'unauthenticated',
  'payload-too-large',
  'unsupported-media-type',
  'unprocessable',
];

const teamEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/auth/teams',
    operationId: 'listTeams',
    summary: 'All teams of the installation',
    tag: 'Teams',
    ...MANAGED,
    query: ManagementPageQuery,
    replies: { 200: reply('TeamList', TeamList, 'Oldest first.') },
    errors: ['invalid-argument', 'unauthenticated'],
  },
  {
    method: 'post',
    path: '/auth/teams',
    operationId: 'createTeam',
    summary: 'Make a team',
    tag: 'Teams',
    ...MANAGED,
    body: { name: 'CreateTeam', schema: CreateTeamBody },
    replies: { 200: reply('Team', Team, 'It has no keys yet.') },
    errors: READING_BODY,
  },
];

export const keyEndpoints: readonly Endpoint[] = [
  ...teamEndpoints,
  {
    method: 'get',
    path: '/auth/management-keys/validation',
    operationId: 'validateManagementKey',
    summary: 'The team that the installation began with',
    tag: 'Keys',
    ...MANAGED,
    replies: { 200: reply('ManagementKeyInfo', ManagementKeyInfo, 'The management key is valid.') },
    errors: ['unauthenticated'],
  },
  {
    method: 'get',
    path: '/auth/teams/{team_id}/api-keys',
    operationId: 'listKeys',
    summary: 'The keys of a team',
    tag: 'Keys',
    ...MANAGED,
    query: KeyPageQuery,
    replies: { 200: reply('ManagedKeyList', ManagedKeyList, 'Without their secrets, oldest first.') },
    errors: ['invalid-argument', 'unauthenticated', 'not-found'],
  },
  {
    method: 'post',
    path: '/auth/teams/{team_id}/api-keys',
    operationId: 'createKey',
    summary: 'Make a key',
    tag: 'Keys',
    ...MANAGED,
    body: { name: 'CreateKey', schema: CreateKeyBody },
    replies: { 200: reply('CreatedKey', CreatedKey, 'With the key itself, this once.') },
    errors: [...READING_BODY, 'not-found'],
  },
  {
    method: 'get',
    path: '/auth/api-keys/{api_key_id}',
    operationId: 'getKey',
    summary: 'One key',
    tag: 'Keys',
    ...MANAGED,
    replies: { 200: reply('ManagedKey', ManagedKey, 'Without its secret.') },
    errors: ['unauthenticated', 'not-found'],
  },
  {
    method: 'put',
    path: '/auth/api-keys/{api_key_id}',
    operationId: 'changeKey',
    summary: 'Change what a key is called, may do, and wants',
    tag: 'Keys',
    ...MANAGED,
    body: { name: 'ChangeKey', schema: ChangeKeyBody },
    replies: { 200: reply('ManagedKey', ManagedKey, 'As it is from now on.') },
    errors: [...READING_BODY, 'not-found'],
  },
  {
    method: 'post',
    path: '/auth/api-keys/{api_key_id}/rotate',
    operationId: 'rotateKey',
    summary: 'Give a key a new secret; the old one is unknown at once',
    tag: 'Keys',
    ...MANAGED,
    replies: { 200: reply('CreatedKey', CreatedKey, 'With the new key, this once.') },
    errors: ['unauthenticated', 'not-found'],
  },
  {
    method: 'delete',
    path: '/auth/api-keys/{api_key_id}',
    operationId: 'revokeKey',
    summary: 'Revoke a key at once',
    tag: 'Keys',
    ...MANAGED,
    replies: { 200: { description: 'The key is unknown from now on.', type: 'application/json' } },
    errors: ['unauthenticated', 'not-found'],
  },
];
