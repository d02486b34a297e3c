import { DEFAULT_KEY_SETTINGS } from '@openimagine/contract';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../src/accounts/keys.ts';
import { createVideo } from '../src/operations/create-video.ts';
import type { SubmitOptions } from '../src/operations/submit-generation.ts';
import { createTestEngine } from './test-engine.ts';
import { ledgerSums, makeTeam, startTestServer, type TestServer, videoOrder } from './test-server.ts';

const PRICE = 500_000_000n;
const FULL = { code: 'resource-exhausted' };

describe('submits that come at the same moment', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer(createTestEngine({ behaviours: [{ type: 'waiting' }] }));
  });
  afterEach(() => server.close());

  const submit = async (caller: Caller, fields: object = {}, options: SubmitOptions = {}): Promise<string> =>
    (await createVideo(server.context, caller, videoOrder(fields), options)).requestId;

  const many = (count: number, one: (index: number) => Promise<string>): Promise<PromiseSettledResult<string>[]> =>
    Promise.allSettled(Array.from({ length: count }, (_, index) => one(index)));

  it('share transactions, and each has its own row, hold and wake-up', async () => {
    const ids = accepted(await many(48, () => submit(server.caller)));
    expect(new Set(ids).size).toBe(48);
    expect(await kept(server)).toEqual({ generations: 48, holds: 48, jobs: 48, keys: 0 });
    expect(await ledgerSums(server)).toMatchObject({ all: 0n, held: 48n * PRICE });
    expect(await transactions(server)).toBeLessThanOrEqual(8);
  });

  it('are refused each for itself: the limit of one key takes nothing from another', async () => {
    const limited = await limitedCaller(server, 3);
    const results = await many(24, (index) =>
      submit(index % 2 === 0 ? limited : server.caller, {}, { idempotencyKey: `key-${index}` }),
    );
    const ofLimited = results.filter((_, index) => index % 2 === 0);
    const ofOthers = results.filter((_, index) => index % 2 === 1);
    expect(accepted(ofLimited)).toHaveLength(3);
    for (const reason of refusals(ofLimited)) expect(reason).toMatchObject(FULL);
    expect(accepted(ofOthers)).toHaveLength(12);
    // What was refused has used up no key, and holds nothing.
    expect(await kept(server)).toEqual({ generations: 15, holds: 15, jobs: 15, keys: 15 });
    expect(await ledgerSums(server)).toMatchObject({ all: 0n, held: 15n * PRICE });
  });

  it('sixty-four of every kind are told apart: repeated keys, other bodies, keys with limits, and none', async () => {
    const limited = await limitedCaller(server, 2);
    const other = await makeTeam(server, 'other');
    const results = await many(64, (index) => {
      const kind = index % 4;
      const round = Math.floor(index / 4);
      // Four keys, of which each comes four times, the last time with another body.
      if (kind === 0)
        return submit(server.caller, round >= 12 ? { seed: 1 } : {}, { idempotencyKey: `repeated-${round % 4}` });
      // The same names, of another team.
      if (kind === 1) return submit(other, {}, { idempotencyKey: `repeated-${round % 4}` });
      return kind === 2 ? submit(limited) : submit(server.caller);
    });
    const of = (kind: number) => results.filter((_, index) => index % 4 === kind);
    expect(new Set(accepted(of(0))).size).toBe(4);
    expect(accepted(of(0))).toHaveLength(12);
    for (const reason of refusals(of(0))) expect(reason).toMatchObject({ code: 'idempotency-mismatch' });
    expect(accepted(of(1))).toHaveLength(16);
    expect(new Set(accepted(of(1))).size).toBe(4);
    expect(accepted(of(2))).toHaveLength(2);
    for (const reason of refusals(of(2))) expect(reason).toMatchObject(FULL);
    expect(new Set(accepted(of(3))).size).toBe(16);
    expect(await kept(server)).toEqual({ generations: 26, holds: 26, jobs: 26, keys: 8 });
    expect(await ledgerSums(server)).toMatchObject({ all: 0n, held: 26n * PRICE });
  });

  for (const table of ['generations', 'ledger_entries', 'idempotency', 'pgboss.job_common']) {
    it(`are all refused when ${table} cannot be written, and none is charged`, async () => {
      await onInsert(server, table, `raise exception 'the disk is full' using errcode = '53100'`);
      const submitAll = () => many(16, (index) => submit(server.caller, {}, { idempotencyKey: `key-${index}` }));
      expect(accepted(await submitAll())).toEqual([]);
      expect(await kept(server)).toEqual({ generations: 0, holds: 0, jobs: 0, keys: 0 });
      await sql.raw(`drop trigger fault on ${table}`).execute(server.context.database.query);
      expect(accepted(await submitAll())).toHaveLength(16);
      expect(await kept(server)).toEqual({ generations: 16, holds: 16, jobs: 16, keys: 16 });
      expect(await ledgerSums(server)).toMatchObject({ all: 0n, held: 16n * PRICE });
    });
  }

  it('are accepted beside one that the database refuses', async () => {
    await onInsert(
      server,
      'generations',
      `if new.request->>'prompt' = 'poison' then raise exception 'no' using errcode = '23514'; end if`,
    );
    const results = await many(16, (index) =>
      submit(server.caller, index === 5 ? { prompt: 'poison' } : {}, { idempotencyKey: `key-${index}` }),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 16 }, (_, index) => (index === 5 ? 'rejected' : 'fulfilled')),
    );
    expect(await kept(server)).toEqual({ generations: 15, holds: 15, jobs: 15, keys: 15 });
    expect(await ledgerSums(server)).toMatchObject({ all: 0n, held: 15n * PRICE });
  });

  it('lose nothing by one beside them whose own work in the transaction throws', async () => {
    const onAccept = () => Promise.reject(new Error('not this one'));
    const results = await many(9, (index) => submit(server.caller, {}, index === 4 ? { onAccept } : {}));
    expect(accepted(results)).toHaveLength(8);
    expect(refusals(results)).toMatchObject([{ message: 'not this one' }]);
    expect(await kept(server)).toEqual({ generations: 8, holds: 8, jobs: 8, keys: 0 });
  });
});

function accepted(results: readonly PromiseSettledResult<string>[]): string[] {
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function refusals(results: readonly PromiseSettledResult<string>[]): unknown[] {
  return results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
}

async function limitedCaller({ context, caller }: TestServer, generationsAtOnce: number): Promise<Caller> {
  const { key } = await context.keys.create({
    teamId: caller.teamId,
    name: 'limited',
    settings: { ...DEFAULT_KEY_SETTINGS, generationsAtOnce },
  });
  return context.keys.authenticate(key);
}

async function kept({ context }: TestServer) {
  const { rows } = await sql<Record<'generations' | 'holds' | 'jobs' | 'keys', number>>`
    select (select count(*)::int from generations) as generations,
      (select count(distinct generation_id)::int from ledger_entries where kind = 'hold') as holds,
      (select count(*)::int from pgboss.job where name = 'videos') as jobs,
      (select count(*)::int from idempotency) as keys`.execute(context.database.query);
  return rows[0];
}

/** How many transactions have written holds: rows of one transaction have one xmin, and these are never changed. */
async function transactions({ context }: TestServer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct xmin::text)::int as count from ledger_entries where kind = 'hold'`.execute(
    context.database.query,
  );
  return rows[0]?.count ?? 0;
}

async function onInsert({ context }: TestServer, table: string, statement: string): Promise<void> {
  await sql
    .raw(`create function fault() returns trigger language plpgsql as $$ begin ${statement}; return new; end $$`)
    .execute(context.database.query);
  await sql
    .raw(`create trigger fault before insert on ${table} for each row execute function fault()`)
    .execute(context.database.query);
}
