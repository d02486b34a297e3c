import { prepareDatabase } from '../src/db/prepare.ts';
import { hasPrepared } from '../src/db/prepared-database.ts';

/** First starts take 0.5 s with a prepared database, and 2 to 20 s without. */
export async function ensurePreparedDatabase(): Promise<void> {
  if (!(await hasPrepared())) await prepareDatabase();
}
