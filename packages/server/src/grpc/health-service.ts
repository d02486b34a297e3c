import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectRouter } from '@connectrpc/connect';
import { ApiError, LIMITS } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { callKey } from './call.ts';
import { Health, HealthCheckResponse_ServingStatus as Status } from './gen/grpc/health/v1/health_pb.ts';

/** Changes are told within about twice this. */
const LOOK_MS = 400;
const WATCHERS_PER_CONNECTION = 8;

/** Whether the server takes work. Needs no key, so that however many ask, the database is asked a few times in a second. */
export function healthService(router: ConnectRouter, context: Context): void {
  const isReady = createReadiness(context);
  const statusOf = async (service: string): Promise<Status> => {
    // Services that are registered behind this one are known, too.
    const isKnown = service === '' || router.handlers.some((handler) => handler.service.typeName === service);
    if (!isKnown) return Status.SERVICE_UNKNOWN;
    return (await isReady()) ? Status.SERVING : Status.NOT_SERVING;
  };
  let watchers = 0;
  const bySocket = new WeakMap<object, number>();

  router.service(Health, {
    async check({ service }) {
      const status = await statusOf(service);
      if (status === Status.SERVICE_UNKNOWN)
        throw new ApiError('not-found', 'There is no such service. Server reflection lists those that there are.');
      return { status };
    },
    async *watch({ service }, { signal, values }) {
      const socket = values.get(callKey)?.asked.socket ?? {};
      const ofSocket = (bySocket.get(socket) ?? 0) + 1;
      if (ofSocket > WATCHERS_PER_CONNECTION)
        throw new ApiError('resource-exhausted', `A connection may watch ${WATCHERS_PER_CONNECTION} times, and does.`);
      if (watchers >= LIMITS.eventStreamsInTotal)
        throw new ApiError(
          'resource-exhausted',
          `The server is watched ${watchers} times already. Use Check instead.`,
          {
            retryAfterSeconds: 5,
          },
        );
      watchers++;
      bySocket.set(socket, ofSocket);
      try {
        let told: Status | undefined;
        for (;;) {
          const { isStopping } = context;
          const status = await statusOf(service);
          if (status !== told) yield { status };
          told = status;
          if (isStopping || !(await waits(signal))) return;
        }
      } finally {
        watchers--;
        bySocket.set(socket, bySocket.get(socket)! - 1);
      }
    },
  });
}

/** @returns False once nobody listens any more. */
async function waits(signal: AbortSignal): Promise<boolean> {
  return await sleep(LOOK_MS, true, { signal }).catch(() => false);
}

function createReadiness(context: Context): () => Promise<boolean> {
  let last: { readonly atMs: number; readonly answer: Promise<boolean> } | undefined;
  return async () => {
    if (context.isStopping) return false;
    const atMs = performance.now();
    if (last === undefined || atMs - last.atMs > LOOK_MS) last = { atMs, answer: context.isReady() };
    return await last.answer;
  };
}
