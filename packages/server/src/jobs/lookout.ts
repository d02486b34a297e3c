import type { Database } from '../db/database.ts';
import type { Bells } from './bells.ts';

/** Notices what other processes on the same PostgreSQL have changed: one statement a turn, however many are watched. */
export interface Lookout {
  /** Looks from now on, for as long as something is watched. */
  begin(): void;
  end(): Promise<void>;
}

const LOOK_MS = 200;

/** @param changed Told the ids whose row is another than at the last look. */
export function createLookout(database: Database, bells: Bells, changed: (id: string) => void): Lookout {
  let seen = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let hasEnded = false;

  const look = async (): Promise<void> => {
    const ids = bells.ids();
    if (ids.length === 0) return;
    const rows = await database.query
      .selectFrom('generations')
      .where('id', 'in', ids)
      .select(['id', 'state', 'progress', 'claims'])
      .execute();
    const now = new Map(rows.map(({ id, state, progress, claims }) => [id, `${state} ${progress} ${claims}`]));
    for (const [id, text] of now) if (seen.get(id) !== text) changed(id);
    seen = now;
  };
  const begin = (): void => {
    if (hasEnded || timer !== undefined) return;
    timer = setTimeout(() => {
      // A database that does not answer now is asked again.
      looking = look()
        .catch(() => undefined)
        .finally(() => {
          timer = undefined;
          if (bells.ids().length > 0) begin();
        });
    }, LOOK_MS);
  };
  return {
    begin,
    async end() {
      hasEnded = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
