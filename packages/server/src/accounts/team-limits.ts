import { ApiError } from '@openimagine/contract';
import { type CallLog, createCallLog } from './call-log.ts';

/** A limit on what a team may do in any window of so many seconds. */
export interface TeamLimit {
  readonly name: string;
  readonly count: number;
  readonly seconds: number;
}

/** From so many teams on, those that have not called for a while are forgotten. */
const TEAMS_MIN = 10_000;

/**
 * Counts in this process; what is refused is not counted.
 * @returns Takes one of a team's. @throws {ApiError} `resource-exhausted`, with the seconds until it is worth coming back.
 */
export function createTeamLimit(now: () => Date, { name, count, seconds }: TeamLimit): (teamId: string) => void {
  const windowMs = seconds * 1_000;
  const logs = new Map<string, CallLog>();
  let teamsMax = TEAMS_MIN;
  return (teamId) => {
    const nowMs = now().getTime();
    const log = logs.get(teamId) ?? createCallLog();
    log.forget(nowMs - windowMs);
    if (log.countAfter(nowMs - windowMs) >= count)
      throw refusal(name, count, seconds, log.nthLast(count) + windowMs - nowMs);
    log.add(Math.max(nowMs, log.lastMs));
    if (logs.size >= teamsMax) {
      for (const [old, { lastMs }] of logs) if (lastMs <= nowMs - windowMs) logs.delete(old);
      teamsMax = Math.max(TEAMS_MIN, logs.size * 2);
    }
    logs.set(teamId, log);
  };
}

function refusal(name: string, count: number, seconds: number, waitMs: number): ApiError {
  const window = seconds === 1 ? 'any second' : `any ${seconds} seconds`;
  return new ApiError(
    'resource-exhausted',
    `A team may ${name} ${count === 1 ? 'once' : `${count} times`} in ${window}, and has. Try again shortly.`,
    {
      retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
    },
  );
}
