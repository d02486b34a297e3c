import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  balanceTicks,
  fundingAccount,
  heldAccount,
  hold,
  REVENUE_ACCOUNT,
  release,
  settle,
} from '../src/ledger/ledger.ts';
import { createTestEngine } from './test-engine.ts';
import { ledgerSums, makeTeam, startTestServer, type TestServer } from './test-server.ts';

describe('the ledger', () => {
  let server: TestServer;
  let teamId: string;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
    teamId = (await makeTeam(server, 'payer')).teamId;
  });
  afterAll(() => server.close());
  const transfer = (generationId: string) => ({ teamId, generationId, at: server.context.now() });

  it('each step done twice is done once', async () => {
    const { database, randomUUID } = server.context;
    const before = await ledgerSums(server);
    const of = transfer(randomUUID());
    for (let times = 0; times < 2; times++)
      await database.withTransaction((tx) => hold(tx, { ...of, amountTicks: 700n }));
    expect((await ledgerSums(server)).held - before.held).toBe(700n);
    const settled: boolean[] = [];
    for (let times = 0; times < 2; times++)
      settled.push(await database.withTransaction((tx) => settle(tx, { ...of, billedTicks: 500n })));
    settled.push(await database.withTransaction((tx) => release(tx, of)));
    expect(settled).toEqual([true, false, false]);
    const after = await ledgerSums(server);
    expect([after.all, after.held - before.held, after.revenue - before.revenue]).toEqual([0n, 0n, 500n]);
  });

  it('bills no more than was held, and nothing that was not', async () => {
    const { database, randomUUID } = server.context;
    const of = transfer(randomUUID());
    await expect(database.withTransaction((tx) => settle(tx, { ...of, billedTicks: 0n }))).rejects.toThrow('no hold');
    await database.withTransaction((tx) => hold(tx, { ...of, amountTicks: 10n }));
    await expect(database.withTransaction((tx) => settle(tx, { ...of, billedTicks: 11n }))).rejects.toThrow(RangeError);
    await expect(database.withTransaction((tx) => settle(tx, { ...of, billedTicks: -1n }))).rejects.toThrow(RangeError);
    await database.withTransaction((tx) => release(tx, of));
  });

  it('keeps amounts beyond the precision of a double', async () => {
    const { database, randomUUID } = server.context;
    const of = transfer(randomUUID());
    const huge = 9_007_199_254_740_993n;
    const before = await balanceTicks(database.query, heldAccount(teamId));
    await database.withTransaction((tx) => hold(tx, { ...of, amountTicks: huge }));
    expect((await balanceTicks(database.query, heldAccount(teamId))) - before).toBe(huge);
    await database.withTransaction((tx) => release(tx, of));
  });

  it('whatever happens in whatever order, entries sum to zero and each hold ends once', async () => {
    const { database, randomUUID } = server.context;
    const step = fc.record({
      generation: fc.nat(3),
      step: fc.constantFrom('hold', 'settle', 'release'),
      amount: fc.bigInt(0n, 1_000n),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const ids = Array.from({ length: 4 }, () => randomUUID());
        const open = new Map<string, bigint>();
        const ended = new Set<string>();
        const start = await ledgerSums(server);
        const fundingBefore = await balanceTicks(database.query, fundingAccount(teamId));
        let billed = 0n;
        for (const { generation, step: name, amount, fails } of steps) {
          const id = ids[generation]!;
          const held = open.get(id);
          if (name !== 'hold' && held === undefined) continue;
          const billedTicks = held === undefined || amount > held ? 0n : amount;
          const work = database.withTransaction(async (tx) => {
            // A second hold of another amount would be our own mistake, and is refused by the same key.
            if (name === 'hold') await hold(tx, { ...transfer(id), amountTicks: held ?? amount });
            if (name === 'settle') await settle(tx, { ...transfer(id), billedTicks });
            if (name === 'release') await release(tx, transfer(id));
            if (fails) throw new Error('the process dies before the commit');
          });
          const committed = await work.then(
            () => true,
            () => false,
          );
          if (!committed) continue;
          if (name === 'hold') open.set(id, held ?? amount);
          else if (!ended.has(id)) {
            ended.add(id);
            if (name === 'settle') billed += billedTicks;
          }
        }
        const end = await ledgerSums(server);
        const stillHeld = [...open].filter(([id]) => !ended.has(id)).reduce((sum, [, ticks]) => sum + ticks, 0n);
        expect(end.all).toBe(0n);
        expect(end.held - start.held).toBe(stillHeld);
        expect(end.revenue - start.revenue).toBe(billed);
        expect((await balanceTicks(database.query, fundingAccount(teamId))) - fundingBefore).toBe(-stillHeld - billed);
      }),
      { numRuns: 25 },
    );
    expect(await balanceTicks(database.query, REVENUE_ACCOUNT)).toBeGreaterThanOrEqual(0n);
  });
});
