import { beforeAll, describe, expect, it } from 'vitest';
import { type HostileRun, runHostile } from './hostile/run-hostile.ts';

/** Where nothing but the limits would hold: on the way, files of a few kilobytes claim gigabytes. */
const CHILD_BYTES_MAX = 320e6;
const GROWN_BYTES_MAX = 40e6;

describe('hostile files', () => {
  let run: HostileRun;
  beforeAll(async () => {
    run = await runHostile();
  });

  it('are at least fifty, each refused with its reason or opened with one', () => {
    expect(run.outcomes.length).toBeGreaterThanOrEqual(50);
    for (const { file, facts, error } of run.outcomes) {
      const told = `${file.name}: ${error?.message ?? JSON.stringify(facts)}`;
      expect([told, error?.kind]).toEqual([told, file.refused]);
      if (file.says) expect(told).toMatch(file.says);
      else expect(file.refused !== undefined || file.fine !== undefined).toBe(true);
    }
  });

  it('make nobody open what they name', () => {
    expect(run.connections).toBe(0);
  });

  it.skipIf(process.platform !== 'linux')('leave memory flat here and bounded in the child', () => {
    expect(run.grownBytes).toBeLessThan(GROWN_BYTES_MAX);
    expect(run.childPeakBytes).toBeLessThan(CHILD_BYTES_MAX);
  });
});
