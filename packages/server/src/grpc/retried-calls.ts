import type { Context } from '../context.ts';

/** What a call of a client is known by here, so that another try of it makes nothing twice. */
export interface RetriedCalls {
  /**
   * Clients of gRPC send a call again when its connection breaks; they say that it is another try, but not of which call.
   * @param call.fingerprint Of what it asks for: equal for each try.
   * @param call.ended True once its whole reply was sent.
   * @returns An idempotency key: of another try that of the call whose reply was lost, or else one of its own.
   */
  keyOf(call: {
    readonly teamId: string;
    readonly fingerprint: string;
    readonly isRetry: boolean;
    readonly ended: Promise<boolean>;
  }): Promise<string>;
}

interface Known {
  readonly key: string;
  state: 'open' | 'lost' | 'answered';
  /** Since when it is in this state. */
  atMs: number;
}

const PREFIX = 'grpc:';
/** For so long another try may come. A reply that was sent can be lost on its way, so it counts for a moment, too. */
const LIFE_MS = { lost: 600_000, answered: 5_000 } as const;
/** Those that are likeliest to have been lost first. */
const ORDER = ['lost', 'open', 'answered'] as const;
const CALLS_MAX = 10_000;

export function createRetriedCalls({ database, now, randomUUID }: Context): RetriedCalls {
  /** Calls of other processes, and of this one before it was started anew, are found in the database. */
  const own = `${PREFIX}${randomUUID()}:`;
  const calls = new Map<string, Known[]>();

  return {
    async keyOf({ teamId, fingerprint, isRetry, ended }) {
      const name = `${teamId} ${fingerprint}`;
      const lost = isRetry ? takeLost(name) : undefined;
      const key = lost ?? (isRetry ? await findElsewhere(teamId, fingerprint) : undefined) ?? own + randomUUID();
      remember(name, key, ended);
      return key;
    },
  };

  function takeLost(name: string): string | undefined {
    const known = living(name);
    const found = ORDER.map((state) => known.find((call) => call.state === state)).find((call) => call !== undefined);
    if (found !== undefined) known.splice(known.indexOf(found), 1);
    return found?.key;
  }

  function remember(name: string, key: string, ended: Promise<boolean>): void {
    const call: Known = { key, state: 'open', atMs: now().getTime() };
    const known = [...living(name), call];
    calls.delete(name);
    calls.set(name, known);
    // The oldest first.
    for (const old of calls.keys()) {
      if (calls.size <= CALLS_MAX) break;
      calls.delete(old);
    }
    void ended.then((isAnswered) => {
      call.state = isAnswered ? 'answered' : 'lost';
      call.atMs = now().getTime();
    });
  }

  function living(name: string): Known[] {
    const nowMs = now().getTime();
    const known = calls.get(name) ?? [];
    const left = known.filter(({ state, atMs }) => state === 'open' || nowMs - atMs < LIFE_MS[state]);
    if (left.length === 0) calls.delete(name);
    else calls.set(name, left);
    return left;
  }

  async function findElsewhere(teamId: string, fingerprint: string): Promise<string | undefined> {
    const since = new Date(now().getTime() - LIFE_MS.lost);
    for (const table of ['idempotency', 'idempotent_replies'] as const) {
      const row = await database.query
        .selectFrom(table)
        .where('team_id', '=', teamId)
        .where('fingerprint', '=', fingerprint)
        .where('created_at', '>', since)
        .where('key', 'like', `${PREFIX}%`)
        .where('key', 'not like', `${own}%`)
        .orderBy('created_at', 'desc')
        .select('key')
        .limit(1)
        .executeTakeFirst();
      if (row !== undefined) return row.key;
    }
    return undefined;
  }
}

/** What clients of gRPC say of another try. */
export function isAnotherTry(headers: Headers): boolean {
  return Number(headers.get('grpc-previous-rpc-attempts') ?? 0) > 0;
}
