import { createContextKey, type HandlerContext } from '@connectrpc/connect';
import type { Caller } from '../accounts/keys.ts';
import type { Asked } from '../delivery/public-url.ts';
import type { RetriedCalls } from './retried-calls.ts';

/** What a handler knows of its call besides the message. */
export interface GrpcCall {
  readonly requestId: string;
  /** Where its caller came to. */
  readonly asked: Asked;
  /** Absent for services that need no key. */
  readonly caller: Caller | undefined;
  readonly calls: RetriedCalls;
  /** True once its whole reply was sent, false when it was not. */
  readonly ended: Promise<boolean>;
}

export const callKey = createContextKey<GrpcCall | undefined>(undefined, { description: 'the call' });

/** @returns The call, with its caller. */
export function callOf({ values }: Pick<HandlerContext, 'values'>): GrpcCall & { readonly caller: Caller } {
  const call = values.get(callKey);
  if (call?.caller === undefined) throw new Error('a service that needs a key was called without one');
  return { ...call, caller: call.caller };
}
