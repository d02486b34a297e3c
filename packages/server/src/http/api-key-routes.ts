import type { ApiKeyInfo } from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { getApiKey } from '../operations/get-api-key.ts';

/** There is one user until people can sign in: whoever runs the server. */
export const OPERATOR = 'operator';

export function apiKeyRoutes(app: FastifyInstance, context: Context): void {
  app.get('/v1/api-key', async (request): Promise<ApiKeyInfo> => {
    const key = await getApiKey(context, request.caller);
    return {
      redacted_api_key: key.redacted,
      user_id: OPERATOR,
      name: key.name,
      create_time: key.createdAt.toISOString(),
      modify_time: key.modifiedAt.toISOString(),
      modified_by: OPERATOR,
      team_id: key.teamId,
      acls: [...key.acls],
      api_key_id: key.id,
      team_blocked: false,
      api_key_blocked: false,
      api_key_disabled: key.disabled,
    };
  });
}
