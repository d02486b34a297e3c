import { ApiError, type Endpoint, type EndpointTag } from '@openimagine/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallKind, Quota, RateVerdict } from '../accounts/rate-limits.ts';
import type { Context } from '../context.ts';

/**
 * Counts the call against the limits of its key, and says in its reply how they stand.
 * @throws {ApiError} `resource-exhausted`, with the seconds until it is worth coming back.
 */
export function limitRate({ rateLimits }: Context, request: FastifyRequest, reply: FastifyReply): void {
  const kind = kindOf(request.method, request.routeOptions.config.endpoint);
  if (kind === undefined) return;
  const verdict = rateLimits.take(request.caller, kind);
  if (verdict.quotas.length === 0) return;
  sendQuotas(reply, verdict.quotas);
  if (!verdict.isAdmitted) throw refusal(verdict, kind);
}

/** What creates is counted apart from what reads, lists, cancels or deletes. */
function kindOf(method: string, endpoint: Endpoint | undefined): CallKind | undefined {
  if (method !== 'POST' && method !== 'PUT') return 'polls';
  return endpoint !== undefined && UNCOUNTED.has(endpoint.tag) ? undefined : 'requests';
}

/** Batches have limits of their own, and the emulator's switches make nothing. */
const UNCOUNTED: ReadonlySet<EndpointTag> = new Set(['Batches', 'Emulator']);

function refusal({ quotas, waitMs }: RateVerdict, kind: CallKind): ApiError {
  const { limit, windowSeconds } = tightest(quotas);
  const window = windowSeconds === 1 ? 'second' : 'minute';
  const what = kind === 'polls' ? 'reading calls' : 'creating calls';
  return new ApiError(
    'resource-exhausted',
    `This API key may make ${limit} ${what} in any ${window}, and has. Wait as long as \`retry-after\` says.`,
    // Clients honour up to a minute.
    { retryAfterSeconds: Math.min(59, Math.max(1, Math.ceil(waitMs / 1000))) },
  );
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

/** The one with the least left; of equals the longer, which takes longer to come back. */
function tightest(quotas: readonly Quota[]): Quota {
  return quotas.reduce((least, quota) => (quota.remaining <= least.remaining ? quota : least));
}
