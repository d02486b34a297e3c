import { ApiError, type Fault } from '@openimagine/contract';

/** Counts how often each fault has happened to the same request, so that it can stop after its `times`. */
export interface Refusals {
  /** @param about What makes two requests the same. @returns True while the fault is still to happen. */
  isDue(fault: Fault, about: string): boolean;
}

/** Requests that are remembered; the oldest is forgotten first, and begins anew. */
const REMEMBERED_MAX = 10_000;

export function createRefusals(): Refusals {
  const counts = new Map<string, number>();
  return {
    isDue(fault, about) {
      if (!('times' in fault) || fault.times === undefined) return true;
      const name = `${JSON.stringify(fault)} ${about}`;
      const count = counts.get(name) ?? 0;
      if (count >= fault.times) return false;
      counts.delete(name);
      counts.set(name, count + 1);
      if (counts.size > REMEMBERED_MAX) counts.delete(counts.keys().next().value!);
      return true;
    },
  };
}

/** @returns What a fault answers instead of accepting the request; undefined for one that comes later. */
export function refusalOf(fault: Fault): ApiError | undefined {
  switch (fault.name) {
    case 'moderated-prompt':
      return new ApiError(
        'imagine:content-moderated',
        'The prompt was refused by content moderation: the scenario asks for it.',
        { billedTicks: 0, details: [{ input: 'prompt', reason: 'moderated', category: 'scenario' }] },
      );
    case 'payment-required':
      return new ApiError('insufficient-credits', 'The team has no credits left: the scenario says so.');
    case 'rate-limited':
      return new ApiError('resource-exhausted', 'Too many requests: the scenario says so. Try again later.', {
        retryAfterSeconds: fault.retryAfterSeconds,
      });
    case 'http-503':
      return fault.on === 'submit'
        ? new ApiError('unavailable', 'The server is overloaded: the scenario says so. Nothing was accepted.')
        : undefined;
    default:
      return undefined;
  }
}
