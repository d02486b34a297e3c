/** A server with an engine of our making, and batches on it. */
import { BatchBody, BatchRequestList, type BatchResult, BatchResultList } from '@openimagine/contract';
import { expect } from 'vitest';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer, until } from './test-server.ts';
export const SECOND_MS = 1_000;
export interface BatchBench {
  readonly engine: TestEngine;
  readonly server: TestServer;
  readonly door: TestDoor;
  create(fields?: object): Promise<BatchBody>;
  /** With a file of such lines. */
  createOf(lines: readonly (object | string)[]): Promise<Response>;
  add(batchId: string, requests: readonly object[], headers?: Record<string, string>): Promise<Response>;
  get(batchId: string): Promise<BatchBody>;
  cancel(batchId: string): Promise<BatchBody>;
  requests(batchId: string, query?: string): Promise<BatchRequestList>;
  results(batchId: string, query?: string): Promise<BatchResultList>;
  /** Waits until nothing of it is pending. */
  completed(batchId: string): Promise<BatchBody>;
  close(): Promise<void>;
}

export async function openBatchBench(engine = createTestEngine()): Promise<BatchBench> {
  const server = await startTestServer(engine);
  let door = await openTestDoor(server);
  const json = async (path: string): Promise<unknown> => {
    const response = await door.send(path);
    expect(response.status).toBe(200);
    return response.json();
  };
  const bench: BatchBench = {
    engine,
    server,
    get door() {
      return door;
    },
    async create(fields = {}) {
      // One may be begun in any second.
      server.advance(SECOND_MS);
      const response = await door.post('/v1/batches', { name: 'a batch', ...fields });
      expect(response.status).toBe(200);
      return BatchBody.parse(await response.json());
    },
    async createOf(lines) {
      server.advance(SECOND_MS);
      const form = new FormData();
      const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
      form.append('file', new Blob([text]), 'batch.jsonl');
      const file = (await (await door.send('/v1/files', { method: 'POST', body: form })).json()) as { id: string };
      return door.post('/v1/batches', { name: 'of a file', input_file_id: file.id });
    },
    add: (batchId, batch_requests, headers) =>
      door.post(`/v1/batches/${batchId}/requests`, { batch_requests }, headers),
    get: async (batchId) => BatchBody.parse(await json(`/v1/batches/${batchId}`)),
    async cancel(batchId) {
      const response = await door.post(`/v1/batches/${batchId}:cancel`, {});
      expect(response.status).toBe(200);
      return BatchBody.parse(await response.json());
    },
    requests: async (batchId, query = '') =>
      BatchRequestList.parse(await json(`/v1/batches/${batchId}/requests${query}`)),
    results: async (batchId, query = '') => BatchResultList.parse(await json(`/v1/batches/${batchId}/results${query}`)),
    async completed(batchId) {
      await until(async () => (await bench.get(batchId)).state.num_pending === 0);
      return bench.get(batchId);
    },
    async close() {
      await door.http.close();
      await server.close();
    },
  };
  const { restart } = server;
  Object.defineProperty(server, 'restart', {
    value: async (...args: Parameters<typeof restart>) => {
      await door.http.close();
      await restart(...args);
      door = await openTestDoor(server);
    },
  });
  return bench;
}

export const image = (fields: object = {}, batch_request_id?: string): object => ({
  ...(batch_request_id === undefined ? {} : { batch_request_id }),
  batch_request: { image_generation: { prompt: 'a fox', ...fields } },
});
export const video = (fields: object = {}): object => ({
  batch_request: { video_generation: { prompt: 'a fox runs', duration: 1, ...fields } },
});
export const images = (count: number): object[] =>
  Array.from({ length: count }, (_, at) => image({ prompt: `fox ${at}` }, `r-${at}`));

export function imagesOf({ batch_result }: BatchResult) {
  if ('response' in batch_result && 'image_generation' in batch_result.response)
    return batch_result.response.image_generation;
  throw new Error(`no pictures in ${JSON.stringify(batch_result)}`);
}

export function videoOf({ batch_result }: BatchResult) {
  if ('response' in batch_result && 'video_generation' in batch_result.response)
    return batch_result.response.video_generation;
  throw new Error(`no video in ${JSON.stringify(batch_result)}`);
}

export function errorOf({ batch_result }: BatchResult) {
  if ('error' in batch_result) return batch_result.error;
  throw new Error(`no error in ${JSON.stringify(batch_result)}`);
}
