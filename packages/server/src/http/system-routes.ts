import { ApiError } from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import type { Metrics } from './metrics.ts';

/** `/healthz`, `/readyz`, `/metrics`: for whoever keeps the server running. */
export function systemRoutes(app: FastifyInstance, context: Context, metrics: Metrics): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    if (!(await context.isReady()))
      throw new ApiError('unavailable', 'The server is stopping, or its database does not answer. Ask again shortly.', {
        retryAfterSeconds: 1,
      });
    return { status: 'ready' };
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}
