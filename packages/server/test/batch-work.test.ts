import { BatchBody } from '@openimagine/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BatchBench, errorOf, image, images, imagesOf, openBatchBench, SECOND_MS, video } from './test-batches.ts';
import { createTestEngine } from './test-engine.ts';
import { ledgerSums, makeTeam, until } from './test-server.ts';

const HOUR_MS = 3_600_000;

describe('the work on a batch', () => {
  let bench: BatchBench;

  beforeEach(async () => {
    bench = await openBatchBench(
      createTestEngine({ concurrency: { images: 1, videos: 1 }, behaviours: [{ type: 'waiting' }] }),
    );
  });
  afterEach(() => bench.close());

  const running = (): Promise<void> => until(() => bench.engine.runs.length > 0);

  it('is overtaken by interactive work, and takes none of its room', async () => {
    const { batch_id } = await bench.create();
    await bench.add(batch_id, images(20));
    await running();
    const drawn = bench.door.post('/v1/images/generations', { prompt: 'at once' });
    await until(async () => {
      const { total } = await bench.server.context.database.query
        .selectFrom('generations')
        .where('batch_id', 'is', null)
        .select((eb) => eb.fn.countAll<string | number>().as('total'))
        .executeTakeFirstOrThrow();
      return Number(total) === 1;
    });
    bench.engine.finish();
    await until(() => bench.engine.runs.length === 2);
    expect(bench.engine.runs[1]!.prompt).toBe('at once');
    bench.engine.behave({ type: 'instant' });
    bench.engine.finish();
    expect((await drawn).status).toBe(200);
    expect((await bench.completed(batch_id)).state.num_success).toBe(20);
  });

  it('keeps so many in the queue and no more, and shares the places between teams', async () => {
    const { batch_id } = await bench.create();
    await bench.add(batch_id, images(100));
    const more = await bench.create();
    await bench.add(more.batch_id, images(100));
    await bench.server.context.batches.tend();
    const other = await makeTeam(bench.server, 'others');
    const { key } = await bench.server.context.keys.create({ teamId: other.teamId, name: 'theirs' });
    const headers = { authorization: `Bearer ${key}` };
    const theirs = BatchBody.parse(await (await bench.door.post('/v1/batches', { name: 'theirs' }, headers)).json());
    await bench.add(theirs.batch_id, images(100), headers);
    const counts = async (): Promise<Record<string, number>> => {
      const rows = await bench.server.context.database.query
        .selectFrom('batch_requests')
        .where('state', '=', 'running')
        .groupBy('batch_id')
        .select((eb) => ['batch_id', eb.fn.countAll<string | number>().as('count')])
        .execute();
      return Object.fromEntries(rows.map(({ batch_id: id, count }) => [id, Number(count)]));
    };
    await bench.server.context.batches.tend();
    expect(await counts()).toEqual({ [batch_id]: 16, [more.batch_id]: 16 });
    // One place after the other becomes free, and goes to who has none.
    for (let ended = 1; ended <= 6; ended++) {
      await until(() => bench.engine.runs.length === ended);
      bench.engine.finish();
    }
    await until(async () => ((await counts())[theirs.batch_id] ?? 0) >= 5);
  });

  it('goes on after a restart, and begins nothing twice', async () => {
    const { batch_id } = await bench.create();
    await bench.add(batch_id, [...images(30), video()]);
    await running();
    expect((await bench.get(batch_id)).state.num_pending).toBe(31);
    bench.engine.behave({ type: 'instant' });
    await bench.server.restart();
    const ended = await bench.completed(batch_id);
    expect(ended.state).toMatchObject({ num_requests: 31, num_success: 31 });
    const { total } = await bench.server.context.database.query
      .selectFrom('generations')
      .select((eb) => eb.fn.countAll<string | number>().as('total'))
      .executeTakeFirstOrThrow();
    expect(Number(total)).toBe(31);
    expect(ended.cost_breakdown.total_cost_usd_ticks).toBe(30 * 200_000_000 + 500_000_000);
    expect(Number((await ledgerSums(bench.server)).revenue)).toBe(ended.cost_breakdown.total_cost_usd_ticks);
  });

  it('ends when it is cancelled; what was done stays', async () => {
    bench.engine.behave({ type: 'instant' }, { type: 'instant' }, { type: 'waiting' });
    const { batch_id } = await bench.create();
    await bench.add(batch_id, images(40));
    await until(() => bench.engine.runs.length === 3);
    const cancelled = await bench.cancel(batch_id);
    expect(cancelled.cancel_time).not.toBeNull();
    expect(cancelled.state).toEqual({
      num_requests: 40,
      num_pending: 0,
      num_success: 2,
      num_error: 0,
      num_cancelled: 38,
    });
    const { results } = await bench.results(batch_id);
    expect(imagesOf(results[0]!).data).toHaveLength(1);
    expect(errorOf(results[39]!).code).toBe(1);
    expect(cancelled.cost_breakdown.total_cost_usd_ticks).toBe(400_000_000);
    expect((await ledgerSums(bench.server)).held).toBe(0n);
    expect(await bench.cancel(batch_id)).toEqual(cancelled);
    await bench.door.expectError(await bench.add(batch_id, [image()]), 'invalid-argument');
  });

  it('is not undone by cancelling what has ended', async () => {
    bench.engine.behave({ type: 'instant' });
    const response = await bench.createOf([
      { custom_id: 'a', url: '/v1/images/generations', body: { prompt: 'a fox' } },
    ]);
    const { batch_id } = BatchBody.parse(await response.json());
    await bench.completed(batch_id);
    await bench.server.context.batches.tend();
    expect(await bench.cancel(batch_id)).toMatchObject({ cancel_time: null, state: { num_success: 1 } });
  });

  it('ends with its time: what is pending then is an error, and nothing is billed for it', async () => {
    const { batch_id } = await bench.create();
    await bench.add(batch_id, images(20));
    await running();
    bench.server.advance(24 * HOUR_MS - 60 * SECOND_MS);
    await bench.server.context.batches.tend();
    expect((await bench.get(batch_id)).state.num_pending).toBe(20);
    bench.server.advance(61 * SECOND_MS);
    expect((await bench.completed(batch_id)).state).toMatchObject({ num_pending: 0, num_error: 20 });
    const { results } = await bench.results(batch_id);
    expect(new Set(results.map((result) => errorOf(result).code))).toEqual(new Set([4]));
    await bench.door.expectError(await bench.add(batch_id, [image()]), 'invalid-argument');
    const sums = await ledgerSums(bench.server);
    expect([sums.all, sums.held, sums.revenue]).toEqual([0n, 0n, 0n]);
  });

  it('ends with its key', async () => {
    const { teamId } = bench.server.caller;
    const { apiKey, key } = await bench.server.context.keys.create({ teamId, name: 'short-lived' });
    const headers = { authorization: `Bearer ${key}` };
    bench.server.advance(SECOND_MS);
    const { batch_id } = BatchBody.parse(await (await bench.door.post('/v1/batches', { name: 'a' }, headers)).json());
    await bench.add(batch_id, images(20), headers);
    await bench.server.context.batches.tend();
    await bench.server.context.keys.revoke(teamId, apiKey.id);
    bench.engine.behave({ type: 'instant' });
    bench.engine.finish();
    const { state } = await bench.completed(batch_id);
    expect(state).toMatchObject({ num_success: 16, num_error: 4 });
    expect(errorOf((await bench.results(batch_id)).results.at(-1)!).code).toBe(7);
  });
});
