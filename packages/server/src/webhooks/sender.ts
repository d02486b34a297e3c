import { ApiError } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { FetchError, type FetchErrorKind, type GuardedClient } from '../fetching/guarded-client.ts';
import { type LeasedMessage, takeDue } from './due.ts';
import type { SendingLimits } from './pick-fairly.ts';
import { type AttemptResult, giveBack, recordAttempt } from './record-attempt.ts';
import { secretsOf, signingSecrets } from './secrets.ts';
import { createSendingList } from './sending-list.ts';
import { signMessage } from './sign.ts';

/** Sends what is due. It holds nothing that is not in the database: what a crash interrupts is sent again. */
export interface WebhookSender {
  /** Looks for messages that are due. Returns at once, and never throws. */
  wake(): void;
  /** Refuses early what could never be sent there. @throws {ApiError} `invalid-argument` naming the field. */
  assertTarget(url: string, field: string): void;
  /** Ends what is under way, which is given back, and the connections. */
  close(): Promise<void>;
}

const LIMITS: SendingLimits = { total: 32, perTeam: 16, perUrl: 4 };
/** Who ends within this of another is followed by one look at the database for both. */
const TOGETHER_MS = 20;
/** Of an attempt that could not begin for want of a connection. */
const BUSY_MS = 5_000;
/** No name is looked up twice to see whether it has become public meanwhile, and no URL becomes a valid one. */
const FINAL: ReadonlySet<FetchErrorKind> = new Set(['forbidden_address', 'bad_url']);
const GONE = 410;

/** @param client Its own: a receiver that is slow holds no connection that an input is waiting for. Closed with the sender. */
export function createWebhookSender(context: () => Context, client: GuardedClient): WebhookSender {
  const sending = createSendingList(LIMITS);
  const ending = new AbortController();
  let looking: Promise<void> | undefined;
  let isWokenAgain = false;
  let hasMore = false;
  let next: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    do {
      isWokenAgain = false;
      const due = await takeDue(context(), sending, LIMITS);
      hasMore = due.hasMore;
      for (const message of due.messages) start(message);
      // Those that were picked are no candidates any more; others may be.
      if (due.messages.length > 0 && hasMore) isWokenAgain = true;
    } while (isWokenAgain && hasRoom());
    hasMore ||= isWokenAgain;
  };
  const hasRoom = (): boolean => sending.total < LIMITS.total && !ending.signal.aborted;
  const wake = (): void => {
    if (ending.signal.aborted) return;
    isWokenAgain = true;
    looking ??= look()
      .catch((error: unknown) => {
        // The next sweep looks again.
        if (!ending.signal.aborted) context().log.error('webhooks-not-read', { error });
      })
      .finally(() => {
        looking = undefined;
        // Woken in the moment between the last look and this one.
        if (isWokenAgain && hasRoom()) wake();
      });
  };
  const wakeSoon = (): void => {
    if (ending.signal.aborted) return;
    next ??= setTimeout(() => {
      next = undefined;
      wake();
    }, TOGETHER_MS);
  };
  const start = (message: LeasedMessage): void => {
    const ended = carryOut(context(), client, message, ending.signal)
      .catch((error: unknown) => {
        // Its lease ends, and it is sent again.
        context().log.error('webhook-not-recorded', { messageId: message.id, error });
      })
      .finally(() => {
        sending.remove(message.id);
        if (hasMore) wakeSoon();
      });
    sending.add({ id: message.id, teamId: message.team_id, url: message.url }, ended);
  };

  return {
    wake,
    assertTarget(url, field) {
      try {
        client.assertAllowed(url);
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        throw new ApiError('invalid-argument', `\`${field}\` cannot be told: ${reasonOf(error)}`, {
          details: [{ input: field, reason: 'wrong-value' }],
        });
      }
    },
    async close() {
      ending.abort();
      clearTimeout(next);
      await looking;
      await sending.allEnded();
      await client.close();
    },
  };
}

async function carryOut(
  context: Context,
  client: GuardedClient,
  message: LeasedMessage,
  signal: AbortSignal,
): Promise<void> {
  const result = await attempt(context, client, message, signal);
  if (result === undefined) return giveBack(context, message, signal.aborted ? 0 : BUSY_MS);
  await recordAttempt(context, message, result);
  const { id: messageId, event, attempts } = message;
  context.log.debug('webhook-sent', { messageId, event, attempt: attempts + 1, status: result.status });
}

function reasonOf({ kind, message }: FetchError): string {
  if (kind === 'too_slow') return 'It did not answer in time. Answer first, and work then.';
  if (kind !== 'forbidden_address') return message;
  return 'its host is not on the public internet. In development, the server can be started with --allow-private-fetch.';
}

/** @returns Undefined when it was not the receiver's doing that nothing was sent. */
async function attempt(
  context: Context,
  client: GuardedClient,
  message: LeasedMessage,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  const at = context.now();
  const target = { teamId: message.team_id, endpointId: message.endpoint_id ?? undefined };
  const secrets = signingSecrets(await secretsOf(context, target), at);
  const startedMs = performance.now();
  const resultOf = (status: number | undefined, error: string | undefined, isFinal: boolean): AttemptResult => {
    return { at, durationMs: Math.round(performance.now() - startedMs), status, error, isFinal };
  };
  if (secrets.length === 0) return resultOf(undefined, 'The endpoint was deleted.', true);
  // Not `context.now()`: the receiver's clock is the world's, also where ours is the emulator's and a day ahead.
  const { headers, body } = signMessage({ id: message.id, body: message.body, secrets, at: new Date() });
  try {
    const { status } = await client.send(message.url, {
      method: 'POST',
      headers,
      body,
      owner: message.team_id,
      signal,
      timeoutMs: context.settings.webhookAttemptMs,
    });
    if (status >= 200 && status < 300) return resultOf(status, undefined, true);
    return resultOf(status, `It answered with status ${status}.`, status === GONE);
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof FetchError)) throw error;
    return error.kind === 'busy' ? undefined : resultOf(undefined, reasonOf(error), FINAL.has(error.kind));
  }
}
