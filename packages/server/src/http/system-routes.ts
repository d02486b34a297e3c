import { ApiError } from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Metrics } from './metrics.ts';

/** `/healthz`, `/readyz`, `/metrics`: for whoever keeps the server running. */
export function systemRoutes(app: FastifyInstance, context: Context, metrics: Metrics): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    await sql`select 1`.execute(context.database.query);
    if (context.isStopping)
      throw new ApiError('unavailable', 'The server is starting or stopping. Ask again in a second.', {
        retryAfterSeconds: 1,
      });
    return { status: 'ready' };
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}
