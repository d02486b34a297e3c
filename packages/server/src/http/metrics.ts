import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Context } from '../context.ts';
import { countGenerations } from '../operations/count-generations.ts';

export interface Metrics {
  readonly contentType: string;
  count(route: string, method: string, status: number, milliseconds: number): void;
  /** @param status A number of gRPC's. */
  countCall(method: string, status: number, milliseconds: number): void;
  text(): Promise<string>;
}

/** Counts what the HTTP door sees, and asks the context for the rest when somebody looks. */
export function createMetrics(context: Context): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'openimagine_' });
  const requests = new Counter({
    name: 'openimagine_http_requests_total',
    help: 'Requests answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'openimagine_http_request_seconds',
    help: 'Time from the head of a request to the end of its reply.',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 2.5, 5, 15, 60],
    registers: [registry],
  });
  const calls = new Counter({
    name: 'openimagine_grpc_calls_total',
    help: 'Calls answered, by method and status.',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  const callSeconds = new Histogram({
    name: 'openimagine_grpc_call_seconds',
    help: 'Time from the head of a call to the end of its reply.',
    labelNames: ['method'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 2.5, 5, 15, 60],
    registers: [registry],
  });
  const generations = new Gauge({
    name: 'openimagine_generations',
    help: 'Generations kept, by kind and state.',
    labelNames: ['kind', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { kind, state, count } of await countGenerations(context)) this.set({ kind, state }, count);
    },
  });
  void generations;
  return {
    contentType: registry.contentType,
    count(route, method, status, milliseconds) {
      requests.inc({ route, method, status });
      seconds.observe({ route }, milliseconds / 1000);
    },
    countCall(method, status, milliseconds) {
      calls.inc({ method, status });
      callSeconds.observe({ method }, milliseconds / 1000);
    },
    text: () => registry.metrics(),
  };
}
