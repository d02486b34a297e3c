import { type BatchList, LIMITS, readBatchOrder, readBatchPage, readBatchRequests } from '@openimagine/contract';
import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import { findBatch } from '../batches/batch.ts';
import type { BatchLimits } from '../batches/batch-limits.ts';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import { addBatchRequests } from '../operations/add-batch-requests.ts';
import { cancelBatch } from '../operations/cancel-batch.ts';
import { createBatch } from '../operations/create-batch.ts';
import { listBatchRequests, listBatchResults } from '../operations/list-batch-requests.ts';
import { listBatches } from '../operations/list-batches.ts';
import { encodeBatch, encodeBatchRequest } from './encode-batch.ts';
import { encodeBatchResult } from './encode-batch-result.ts';
import { withIdempotentReply } from './idempotent-reply.ts';
import { createInlineMedia } from './inline-media.ts';

interface BatchParams {
  Params: { batch_id: string };
}

interface BatchRouteOptions {
  readonly publicUrl: PublicUrl;
  readonly withMediaBody: RouteShorthandOptions;
  readonly batchLimits: BatchLimits;
}

export function batchRoutes(
  app: FastifyInstance,
  context: Context,
  { publicUrl, withMediaBody, batchLimits }: BatchRouteOptions,
): void {
  const withRequests = { ...withMediaBody, bodyLimit: LIMITS.batchBodyBytes };

  app.post('/v1/batches', (request, reply) =>
    withIdempotentReply(context, request, reply, async (keep) => {
      const order = readBatchOrder(request.body);
      batchLimits.takeCreation(request.caller.teamId);
      return encodeBatch(
        await createBatch(context, request.caller, order, (tx, batch) => keep(tx, encodeBatch(batch))),
      );
    }),
  );
  app.get('/v1/batches', async (request): Promise<typeof BatchList._output> => {
    const { batches, next } = await listBatches(context, request.caller, readBatchPage(request.query));
    return { batches: batches.map(encodeBatch), pagination_token: next ?? null };
  });
  app.get<BatchParams>('/v1/batches/:batch_id', async (request) =>
    encodeBatch(await findBatch(context, request.caller.teamId, request.params.batch_id)),
  );
  app.post<BatchParams>('/v1/batches/:batch_id(^[^:/]+)::cancel', async (request) =>
    encodeBatch(await cancelBatch(context, request.caller, request.params.batch_id)),
  );
  app.post<BatchParams>('/v1/batches/:batch_id/requests', withRequests, (request, reply) =>
    withIdempotentReply(context, request, reply, async (keep) => {
      batchLimits.takeAddition(request.caller.teamId);
      const requests = readBatchRequests(request.body);
      await addBatchRequests(context, request.caller, request.params.batch_id, {
        requests,
        onCommitting: (tx) => keep(tx, {}),
      });
      return {};
    }),
  );
  app.get<BatchParams>('/v1/batches/:batch_id/requests', async (request) => {
    const page = readBatchPage(request.query);
    const { items, next } = await listBatchRequests(context, request.caller, request.params.batch_id, page);
    return { batch_request_metadata: items.map(encodeBatchRequest), pagination_token: next ?? null };
  });
  app.get<BatchParams>('/v1/batches/:batch_id/results', async (request, reply) => {
    const page = readBatchPage(request.query);
    const { items, next } = await listBatchResults(context, request.caller, request.params.batch_id, page);
    const inline = createInlineMedia(context);
    const results = await Promise.all(
      items.map((outcome) => encodeBatchResult(request, outcome, { context, publicUrl, inline })),
    );
    return inline.send(reply, { results, pagination_token: next ?? null });
  });
}
