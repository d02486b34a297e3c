import type { Endpoint } from './endpoint.ts';

export const systemEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/healthz',
    operationId: 'getHealth',
    summary: 'Is the process alive',
    tag: 'System',
    needsKey: false,
    replies: { 200: { description: 'It is.', type: 'application/json' } },
    errors: [],
  },
  {
    method: 'get',
    path: '/readyz',
    operationId: 'getReadiness',
    summary: 'Can the server take work',
    tag: 'System',
    needsKey: false,
    replies: { 200: { description: 'It can.', type: 'application/json' } },
    errors: ['unavailable'],
  },
  {
    method: 'get',
    path: '/metrics',
    operationId: 'getMetrics',
    summary: 'Counters and gauges for Prometheus',
    tag: 'System',
    needsKey: false,
    replies: { 200: { description: 'Prometheus text format.', type: 'text/plain' } },
    errors: [],
  },
];
