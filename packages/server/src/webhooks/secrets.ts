import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Queryable, StoredSecret } from '../db/tables.ts';

/** As long as the HMAC's own output; Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;
/** Who rotates more often than their overlaps end loses the oldest: the header must not grow without bound. */
const SECRETS_MAX = 4;

/** `whsec_` and base64, as Standard Webhooks has it. */
export function makeSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** Those that sign at `now`, newest first. */
export function signingSecrets(secrets: readonly StoredSecret[], now: Date): string[] {
  return secrets.filter(({ until }) => until === null || new Date(until) > now).map(({ secret }) => secret);
}

/** With a new secret; what signed before goes on for the overlap, and never longer than it would have. */
export function rotateSecrets(
  secrets: readonly StoredSecret[],
  { now, overlapSeconds, secret }: { readonly now: Date; readonly overlapSeconds: number; readonly secret: string },
): StoredSecret[] {
  const end = new Date(now.getTime() + overlapSeconds * 1_000).toISOString();
  const older = secrets
    .map((old): StoredSecret => ({ ...old, until: old.until === null || old.until > end ? end : old.until }))
    .filter(({ until }) => new Date(until!) > now);
  return [{ secret, until: null }, ...older].slice(0, SECRETS_MAX);
}

/** The secrets of a team for the URLs that come with its requests; the first is made when it is asked for. */
export async function ensureTeamSecrets(
  context: Context,
  db: Queryable,
  teamId: string,
): Promise<readonly StoredSecret[]> {
  const find = () =>
    db.selectFrom('webhook_secrets').where('team_id', '=', teamId).select('secrets').executeTakeFirst();
  const found = await find();
  if (found !== undefined) return found.secrets;
  await db
    .insertInto('webhook_secrets')
    .values({ team_id: teamId, secrets: JSON.stringify([{ secret: makeSecret(), until: null }]) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  context.log.info('webhook-secret-made', { teamId });
  return (await find())!.secrets;
}

/** Newest first; none for an endpoint that is deleted. */
export async function secretsOf(
  context: Context,
  target: { readonly teamId: string; readonly endpointId: string | undefined },
): Promise<readonly StoredSecret[]> {
  const { query } = context.database;
  if (target.endpointId === undefined) return ensureTeamSecrets(context, query, target.teamId);
  const row = await query
    .selectFrom('webhook_endpoints')
    .where('id', '=', target.endpointId)
    .select('secrets')
    .executeTakeFirst();
  return row?.secrets ?? [];
}
