import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { StoredSecret, Tx } from '../db/tables.ts';
import { findEndpoint, toWebhookEndpoint } from '../webhooks/endpoint.ts';
import { ensureTeamSecrets, makeSecret, rotateSecrets, signingSecrets } from '../webhooks/secrets.ts';
import type { EndpointWithSecret } from './create-webhook-endpoint.ts';

/** What signs for the URLs that come with a team's requests. */
export interface TeamSecret {
  readonly secret: string;
  /** Until then the one before signs, too. */
  readonly previousUntil: Date | undefined;
}

/** The team's secret; the first is made when it is asked for, or used. */
export async function getTeamSecret(context: Context, { teamId }: Pick<Caller, 'teamId'>): Promise<TeamSecret> {
  return toTeamSecret(await ensureTeamSecrets(context, context.database.query, teamId), context.now());
}

/** @param also Runs in the same transaction. */
export async function rotateTeamSecret(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  overlapSeconds: number,
  also: (tx: Tx, rotated: TeamSecret) => Promise<void> = async () => undefined,
): Promise<TeamSecret> {
  const now = context.now();
  return context.database.withTransaction(async (tx) => {
    await ensureTeamSecrets(context, tx, teamId);
    const { secrets: before } = await tx
      .selectFrom('webhook_secrets')
      .where('team_id', '=', teamId)
      .select('secrets')
      .forUpdate()
      .executeTakeFirstOrThrow();
    const secrets = rotateSecrets(before, { now, overlapSeconds, secret: makeSecret() });
    await tx
      .updateTable('webhook_secrets')
      .set({ secrets: JSON.stringify(secrets) })
      .where('team_id', '=', teamId)
      .execute();
    const rotated = toTeamSecret(secrets, now);
    await also(tx, rotated);
    return rotated;
  });
}

/**
 * Gives an endpoint a new secret; the one before signs beside it for the overlap.
 * @param also Runs in the same transaction.
 * @throws {ApiError} `not-found`.
 */
export async function rotateEndpointSecret(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  { endpointId, overlapSeconds }: { readonly endpointId: string; readonly overlapSeconds: number },
  also: (tx: Tx, rotated: EndpointWithSecret) => Promise<void> = async () => undefined,
): Promise<EndpointWithSecret> {
  return context.database.withTransaction(async (tx) => {
    const { id } = await findEndpoint(tx, teamId, endpointId);
    const row = await tx
      .selectFrom('webhook_endpoints')
      .where('id', '=', id)
      .selectAll()
      .forUpdate()
      .executeTakeFirstOrThrow();
    const secret = makeSecret();
    const secrets = rotateSecrets(row.secrets, { now: context.now(), overlapSeconds, secret });
    await tx
      .updateTable('webhook_endpoints')
      .set({ secrets: JSON.stringify(secrets) })
      .where('id', '=', id)
      .execute();
    const rotated = { endpoint: toWebhookEndpoint(row), secret };
    await also(tx, rotated);
    return rotated;
  });
}

function toTeamSecret(secrets: readonly StoredSecret[], now: Date): TeamSecret {
  const [secret = ''] = signingSecrets(secrets, now);
  const untils = secrets.flatMap(({ until }) => (until === null || new Date(until) <= now ? [] : [new Date(until)]));
  return { secret, previousUntil: untils.sort((a, b) => b.getTime() - a.getTime())[0] };
}
