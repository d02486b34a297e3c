import { type Client, Code, ConnectError } from '@connectrpc/connect';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Health, HealthCheckResponse_ServingStatus as Status } from '../src/grpc/gen/grpc/health/v1/health_pb.ts';
import { Video } from '../src/grpc/gen/xai/api/v1/video_pb.ts';
import { failureOf, startTestGrpcSystem, type TestGrpcSystem } from './test-grpc.ts';

describe('health over gRPC', () => {
  let system: TestGrpcSystem;
  let health: Client<typeof Health>;
  beforeEach(async () => {
    system = await startTestGrpcSystem();
    health = system.client(Health, undefined);
  });
  afterEach(() => system[Symbol.asyncDispose]());

  const become = (isReady: boolean): void => {
    Object.assign(system.server.context, { isReady: async () => isReady });
  };
  const watch = (service: string, signal?: AbortSignal) =>
    health.watch({ service }, signal === undefined ? {} : { signal })[Symbol.asyncIterator]();

  it('is told to anybody, of the server and of each service', async () => {
    for (const service of ['', Video.typeName, Health.typeName, 'grpc.reflection.v1.ServerReflection'])
      expect(await health.check({ service })).toMatchObject({ status: Status.SERVING });
    expect(await failureOf(health.check({ service: 'xai_api.Chat' }))).toMatchObject({ status: 'NotFound' });
    become(false);
    await expect.poll(async () => (await health.check({})).status, { timeout: 5_000 }).toBe(Status.NOT_SERVING);
  });

  it('is told again at each change, and ends when the server stops', async () => {
    const statuses = watch('');
    const next = async () => (await statuses.next()).value?.status;
    expect(await next()).toBe(Status.SERVING);
    const since = performance.now();
    become(false);
    expect(await next()).toBe(Status.NOT_SERVING);
    expect(performance.now() - since).toBeLessThan(5_000);
    become(true);
    expect(await next()).toBe(Status.SERVING);
    const unknown = watch('xai_api.Chat');
    expect((await unknown.next()).value?.status).toBe(Status.SERVICE_UNKNOWN);
    const closed = system.server.context.close();
    expect(await next()).toBe(Status.NOT_SERVING);
    expect(await statuses.next()).toMatchObject({ done: true });
    expect(await unknown.next()).toMatchObject({ done: true });
    await closed;
  });

  it('is watched by at most so many at once, and by none who has gone', async () => {
    const gone = new AbortController();
    const open = await Promise.all(
      Array.from({ length: 1_000 }, async () => {
        const statuses = watch('', gone.signal);
        await statuses.next();
        return statuses;
      }),
    );
    expect(await failureOf(health.watch({}))).toMatchObject({ status: 'ResourceExhausted' });
    gone.abort();
    for (const statuses of open)
      expect(ConnectError.from(await statuses.next().catch((error: unknown) => error)).code).toBe(Code.Canceled);
    const again = async (): Promise<boolean> =>
      await watch('')
        .next()
        .then(() => true)
        .catch(() => false);
    await expect.poll(again, { timeout: 20_000 }).toBe(true);
  });
});
