import { ApiError, type Endpoint, type EndpointTag } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { Caller } from './keys.ts';
import type { CallKind, Quota, RateVerdict } from './rate-limits.ts';

/** How a call stands against the limits of its key. */
export interface Admission {
  /** Empty where nothing is limited. */
  readonly quotas: readonly Quota[];
  /** `resource-exhausted`, with the seconds until it is worth coming back; undefined where the call is admitted. */
  readonly refusal: ApiError | undefined;
}

/** Counts a call to an endpoint against the limits of its key. */
export function admitCall({ rateLimits }: Context, caller: Caller, endpoint: CalledEndpoint | undefined): Admission {
  const kind = kindOf(endpoint);
  if (kind === undefined) return { quotas: [], refusal: undefined };
  const verdict = rateLimits.take(caller, kind);
  return { quotas: verdict.quotas, refusal: verdict.isAdmitted ? undefined : refusalOf(verdict, kind) };
}

/** Of several limits the one with the least left; of equals the longer, which takes longer to come back. */
export function tightest(quotas: readonly Quota[]): Quota {
  return quotas.reduce((least, quota) => (quota.remaining <= least.remaining ? quota : least));
}

type CalledEndpoint = Pick<Endpoint, 'method' | 'tag'>;

/** What creates is counted apart from what reads, lists, cancels or deletes. */
function kindOf(endpoint: CalledEndpoint | undefined): CallKind | undefined {
  if (endpoint === undefined || (endpoint.method !== 'post' && endpoint.method !== 'put')) return 'polls';
  return UNCOUNTED.has(endpoint.tag) ? undefined : 'requests';
}

/** Batches have limits of their own, and the emulator's switches make nothing. */
const UNCOUNTED: ReadonlySet<EndpointTag> = new Set(['Batches', 'Emulator']);

function refusalOf({ quotas, waitMs }: RateVerdict, kind: CallKind): ApiError {
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
