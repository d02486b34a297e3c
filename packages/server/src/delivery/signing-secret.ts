import { randomBytes } from 'node:crypto';
import type { Database } from '../db/database.ts';

const NAME = 'url-signing-secret';

/** One per installation, made at the first start and kept in the database, so that all processes sign alike. */
export async function ensureSigningSecret(database: Database): Promise<string> {
  await database.query
    .insertInto('installation')
    .values({ name: NAME, value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const rows = await database.query.selectFrom('installation').where('name', '=', NAME).select('value').execute();
  return rows[0]!.value;
}
