import { type BatchBody, type BatchRequestList, toFileId } from '@openimagine/contract';
import type { Batch, BatchTally } from '../batches/batch.ts';
import type { BatchRequestRow } from '../db/tables.ts';

export function encodeBatch(batch: Batch): BatchBody {
  const { tallies } = batch;
  const sum = (field: Exclude<keyof BatchTally, 'endpoint'>): number =>
    tallies.reduce((total, tally) => total + tally[field], 0);
  return {
    batch_id: batch.id,
    name: batch.name,
    create_time: batch.createdAt.toISOString(),
    expire_time: batch.expiresAt.toISOString(),
    create_api_key_id: batch.keyId,
    cancel_time: batch.cancelledAt?.toISOString() ?? null,
    cancel_by_xai_message: null,
    state: {
      num_requests: sum('requests'),
      num_pending: sum('pending'),
      num_success: sum('succeeded'),
      num_error: sum('failed'),
      num_cancelled: sum('cancelled'),
    },
    cost_breakdown: {
      total_cost_usd_ticks: sum('billedTicks'),
      endpoint_costs: tallies.map(({ endpoint, requests, billedTicks }) => ({
        endpoint,
        cost_usd_ticks: billedTicks,
        request_count: requests,
      })),
    },
    input_file_id: batch.inputFileId === undefined ? null : toFileId(batch.inputFileId),
  };
}

export function encodeBatchRequest(row: BatchRequestRow): BatchRequestList['batch_request_metadata'][number] {
  const { state } = row;
  return {
    batch_request_id: row.request_id,
    endpoint: row.endpoint,
    model: row.model,
    state: state === 'waiting' || state === 'running' ? 'pending' : state,
    create_time: row.created_at.toISOString(),
    finish_time: row.finished_at?.toISOString() ?? null,
  };
}
