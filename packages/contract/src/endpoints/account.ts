import { ApiKeyInfo } from '../listings.ts';
import { type Endpoint, READING, reply } from './endpoint.ts';

export const accountEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/v1/api-key',
    operationId: 'getApiKey',
    summary: 'The key that asks',
    tag: 'Account',
    needsKey: true,
    replies: { 200: reply('ApiKeyInfo', ApiKeyInfo, 'Without its secret.') },
    errors: READING,
  },
];
