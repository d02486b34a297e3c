import { toBinary } from '@bufbuild/protobuf';
import type { ConnectRouter } from '@connectrpc/connect';
import { type BatchBody, readBatchOrder, readBatchPage } from '@openimagine/contract';
import { findBatch } from '../batches/batch.ts';
import type { Context } from '../context.ts';
import { encodeBatch, encodeBatchRequest } from '../http/encode-batch.ts';
import { addBatchRequests } from '../operations/add-batch-requests.ts';
import { cancelBatch } from '../operations/cancel-batch.ts';
import { createBatch } from '../operations/create-batch.ts';
import { getBatchRequestResult } from '../operations/get-batch-request-result.ts';
import { listBatchRequests, listBatchResults } from '../operations/list-batch-requests.ts';
import { listBatches } from '../operations/list-batches.ts';
import { callOf } from './call.ts';
import { decodeBatchRequests, decodeStates } from './decode-batch.ts';
import { pageBody } from './decode-media.ts';
import { batchMessage, batchRequestMessage, batchResultMessage, metadataMessage } from './encode-batch.ts';
import { AddBatchRequestsRequestSchema, BatchMgmt } from './gen/xai/api/v1/batch_pb.ts';
import type { GrpcOptions } from './grpc-handler.ts';
import { withIdempotentReply } from './idempotent-reply.ts';

/** Of results, so that their message is below what clients take. */
const PAGE_BYTES_MAX = 19 * 1024 * 1024;

/** Many requests that wait behind interactive work. */
export function batchService(router: ConnectRouter, context: Context, { publicUrl, batchLimits }: GrpcOptions): void {
  router.service(BatchMgmt, {
    async createBatch({ name, inputFileId }, call) {
      const { caller } = callOf(call);
      const body = { name, input_file_id: inputFileId || undefined };
      const created = await withIdempotentReply<BatchBody>(
        context,
        call,
        () => body,
        async (keep) => {
          const order = readBatchOrder(body);
          batchLimits.takeCreation(caller.teamId);
          return encodeBatch(await createBatch(context, caller, order, (tx, batch) => keep(tx, encodeBatch(batch))));
        },
      );
      return batchMessage(created, context.now());
    },
    async getBatch({ batchId }, call) {
      const batch = await findBatch(context, callOf(call).caller.teamId, batchId);
      return batchMessage(encodeBatch(batch), context.now());
    },
    async listBatches(request, call) {
      const page = readBatchPage(pageBody(request));
      const { batches, next } = await listBatches(context, callOf(call).caller, page);
      return { batches: batches.map((batch) => batchMessage(encodeBatch(batch), context.now())), ...tokenOf(next) };
    },
    async cancelBatch({ batchId }, call) {
      return batchMessage(encodeBatch(await cancelBatch(context, callOf(call).caller, batchId)), context.now());
    },
    async addBatchRequests(request, call) {
      const { caller } = callOf(call);
      const asked = () => Buffer.from(toBinary(AddBatchRequestsRequestSchema, request)).toString('base64');
      await withIdempotentReply(context, call, asked, async (keep) => {
        batchLimits.takeAddition(caller.teamId);
        const requests = decodeBatchRequests(request);
        await addBatchRequests(context, caller, request.batchId, { requests, onCommitting: (tx) => keep(tx, {}) });
        return {};
      });
      return {};
    },
    async listBatchRequestMetadata(request, call) {
      const page = { ...readBatchPage(pageBody(request)), states: decodeStates(request.status) };
      const { items, next } = await listBatchRequests(context, callOf(call).caller, request.batchId, page);
      return {
        batchRequestMetadata: items.map((row) => metadataMessage(encodeBatchRequest(row))),
        ...tokenOf(next),
      };
    },
    async listBatchResults(request, call) {
      const { caller, asked } = callOf(call);
      const page = { ...readBatchPage(pageBody(request)), bytesMax: PAGE_BYTES_MAX };
      const { items, next } = await listBatchResults(context, caller, request.batchId, page);
      const results = await Promise.all(
        items.map((outcome) => batchResultMessage(outcome, { context, publicUrl, asked })),
      );
      return { results, ...tokenOf(next) };
    },
    async getBatchRequestResult({ batchId, batchRequestId }, call) {
      const { caller, asked } = callOf(call);
      const found = await getBatchRequestResult(context, caller, batchId, batchRequestId);
      const { outcome } = found;
      const encoding = { context, publicUrl, asked };
      return {
        request: batchRequestMessage(found),
        ...(outcome === undefined ? {} : { result: await batchResultMessage(outcome, encoding) }),
      };
    },
  });
}

function tokenOf(next: string | undefined): { readonly paginationToken?: string } {
  return next === undefined ? {} : { paginationToken: next };
}
