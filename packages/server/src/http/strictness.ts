import { assertStrict, isCreatingPath } from '@openimagine/contract';
import type { preHandlerHookHandler } from 'fastify';

/** For keys that want it, refuses what xAI's API would not understand. */
export const refuseBeyondOfficial: preHandlerHookHandler = (request, _reply, next) => {
  const { endpoint } = request.routeOptions.config;
  if (request.caller.settings.strict && endpoint?.method === 'post' && isCreatingPath(endpoint.path))
    assertStrict(endpoint.path, request.body);
  next();
};
