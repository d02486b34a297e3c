import { ApiError, LIMITS, type WebhookEndpointOrder } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import { livingEndpoints, toWebhookEndpoint, type WebhookEndpoint } from '../webhooks/endpoint.ts';
import { makeSecret } from '../webhooks/secrets.ts';

export interface EndpointWithSecret {
  readonly endpoint: WebhookEndpoint;
  /** Shown this once. */
  readonly secret: string;
}

/**
 * Has events of the caller's team told to a URL, from now on.
 * @param also Runs in the same transaction.
 * @throws {ApiError} `invalid-argument` for a target that is not public, or one too many.
 */
export async function createWebhookEndpoint(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  { url, description, events }: WebhookEndpointOrder,
  also: (tx: Tx, made: EndpointWithSecret) => Promise<void> = async () => undefined,
): Promise<EndpointWithSecret> {
  context.webhooks.assertTarget(url, 'url');
  return context.database.withTransaction(async (tx) => {
    await assertRoom(tx, teamId);
    const secret = makeSecret();
    const rows = await tx
      .insertInto('webhook_endpoints')
      .values({
        id: context.randomUUID(),
        team_id: teamId,
        url,
        description,
        events: JSON.stringify(events),
        secrets: JSON.stringify([{ secret, until: null }]),
        created_at: context.now(),
      })
      .returningAll()
      .execute();
    const made = { endpoint: toWebhookEndpoint(rows[0]!), secret };
    await also(tx, made);
    return made;
  });
}

async function assertRoom(tx: Tx, teamId: string): Promise<void> {
  // Two that come at once count one after the other.
  await tx.selectFrom('teams').where('id', '=', teamId).select('id').forUpdate().execute();
  const { count } = await livingEndpoints(tx, teamId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  const max = LIMITS.webhookEndpointsPerTeam;
  if (Number(count) < max) return;
  throw new ApiError('invalid-argument', `The team has ${max} webhook endpoints, the most there can be. Delete one.`);
}
