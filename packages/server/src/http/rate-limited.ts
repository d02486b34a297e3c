import type { FastifyReply, FastifyRequest } from 'fastify';
import { admitCall, tightest } from '../accounts/admit-call.ts';
import type { Quota } from '../accounts/rate-limits.ts';
import type { Context } from '../context.ts';

/**
 * Counts the call against the limits of its key, and says in its reply how they stand.
 * @throws {ApiError} `resource-exhausted`, with the seconds until it is worth coming back.
 */
export function limitRate(context: Context, request: FastifyRequest, reply: FastifyReply): void {
  const { quotas, refusal } = admitCall(context, request.caller, request.routeOptions.config.endpoint);
  if (quotas.length > 0) sendQuotas(reply, quotas);
  if (refusal !== undefined) throw refusal;
}

/** The fields of the IETF draft, and for creating calls those that clients of OpenAI know. */
function sendQuotas(reply: FastifyReply, quotas: readonly Quota[]): void {
  reply.header('ratelimit-policy', quotas.map(policyItem).join(', '));
  reply.header('ratelimit', quotas.map(limitItem).join(', '));
  const { name, limit, remaining, resetMs } = tightest(quotas);
  if (name === 'polls') return;
  reply.header('x-ratelimit-limit-requests', String(limit));
  reply.header('x-ratelimit-remaining-requests', String(remaining));
  reply.header('x-ratelimit-reset-requests', `${seconds(resetMs)}s`);
}

function policyItem({ name, limit, windowSeconds }: Quota): string {
  return `"${name}";q=${limit};w=${windowSeconds}`;
}

function limitItem({ name, remaining, resetMs }: Quota): string {
  return `"${name}";r=${remaining};t=${seconds(resetMs)}`;
}

function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}
