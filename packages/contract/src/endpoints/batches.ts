import { z } from 'zod';
import {
  AddBatchRequestsBody,
  BatchBody,
  BatchList,
  BatchPageQuery,
  BatchRequestList,
  BatchRequestsAdded,
  BatchResultList,
  CreateBatchBody,
} from '../batches.ts';
import type { ErrorCode } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { type Endpoint, READING_ONE, reply } from './endpoint.ts';

const batch = { 200: reply('Batch', BatchBody, 'The batch, and how far it is.') };
const LISTING: readonly ErrorCode[] = ['invalid-argument', 'unprocessable'];
const ADDING: readonly ErrorCode[] = [
  ...READING_ONE,
  'invalid-argument',
  'payload-too-large',
  'unsupported-media-type',
  'unprocessable',
  'idempotency-mismatch',
  'gone',
  'unavailable',
];

export const batchEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/v1/batches',
    operationId: 'createBatch',
    summary: 'Begin a batch: empty, or with all requests of a file',
    tag: 'Batches',
    needsKey: true,
    body: { name: 'CreateBatch', schema: CreateBatchBody },
    replies: batch,
    errors: ADDING,
    idempotent: true,
  },
  {
    method: 'get',
    path: '/v1/batches',
    operationId: 'listBatches',
    summary: 'The batches of the team, newest first',
    tag: 'Batches',
    needsKey: true,
    query: BatchPageQuery,
    replies: { 200: reply('BatchList', BatchList, 'A page of them.') },
    errors: [...LISTING, 'unauthenticated', 'permission-denied', 'resource-exhausted'],
  },
  {
    method: 'get',
    path: '/v1/batches/{batch_id}',
    operationId: 'getBatch',
    summary: 'One batch, and how far it is',
    tag: 'Batches',
    needsKey: true,
    replies: batch,
    errors: READING_ONE,
  },
  {
    method: 'post',
    path: '/v1/batches/{batch_id}:cancel',
    operationId: 'cancelBatch',
    summary: 'Cancel what is pending of a batch; nothing is billed for that',
    tag: 'Batches',
    needsKey: true,
    body: { name: 'CancelBatch', schema: z.object({}), optional: true },
    replies: batch,
    errors: [...READING_ONE, 'invalid-argument', 'payload-too-large', 'unsupported-media-type'],
  },
  {
    method: 'post',
    path: '/v1/batches/{batch_id}/requests',
    operationId: 'addBatchRequests',
    summary: 'Add requests to a batch: all of them, or none',
    tag: 'Batches',
    needsKey: true,
    body: { name: 'AddBatchRequests', schema: AddBatchRequestsBody, partsMax: LIMITS.batchBodyParts },
    replies: { 200: reply('BatchRequestsAdded', BatchRequestsAdded, 'They are added, in this order.') },
    errors: ADDING,
    idempotent: true,
  },
  {
    method: 'get',
    path: '/v1/batches/{batch_id}/requests',
    operationId: 'listBatchRequests',
    summary: 'The requests of a batch, each with its state',
    tag: 'Batches',
    needsKey: true,
    query: BatchPageQuery,
    replies: { 200: reply('BatchRequestList', BatchRequestList, 'A page of them.') },
    errors: [...READING_ONE, ...LISTING],
  },
  {
    method: 'get',
    path: '/v1/batches/{batch_id}/results',
    operationId: 'listBatchResults',
    summary: 'What the ended requests of a batch came to',
    tag: 'Batches',
    needsKey: true,
    query: BatchPageQuery,
    replies: { 200: reply('BatchResultList', BatchResultList, 'A page of them.') },
    errors: [...READING_ONE, ...LISTING, 'unavailable'],
  },
];
