import type {
  WebhookEndpointBody,
  WebhookMessageBody,
  WebhookMessageDetail,
  WebhookPayload,
  WebhookSecretBody,
} from '@openimagine/contract';
import type { WebhookAttempt } from '../operations/list-webhook-messages.ts';
import type { TeamSecret } from '../operations/webhook-secrets.ts';
import type { WebhookEndpoint } from '../webhooks/endpoint.ts';
import type { WebhookMessage } from '../webhooks/message.ts';
import { unixSeconds } from './encode-file.ts';

export function encodeEndpoint(endpoint: WebhookEndpoint): WebhookEndpointBody {
  const { id, url, description, events, disabledReason, createdAt } = endpoint;
  return {
    id,
    object: 'webhook_endpoint',
    url,
    description,
    events: [...events],
    status: disabledReason === undefined ? 'enabled' : 'disabled',
    disabled_reason: disabledReason ?? null,
    created_at: unixSeconds(createdAt),
  };
}

export function encodeTeamSecret({ secret, previousUntil }: TeamSecret): WebhookSecretBody {
  return { object: 'webhook_secret', secret, previous_secret_until: secondsOrNull(previousUntil) };
}

export function encodeMessage(message: WebhookMessage): WebhookMessageBody {
  return {
    id: message.id,
    object: 'webhook_message',
    event: message.event,
    status: message.state,
    endpoint_id: message.endpointId ?? null,
    url: message.url,
    generation_id: message.generationId ?? null,
    attempts: message.attempts,
    created_at: unixSeconds(message.createdAt),
    next_attempt_at: secondsOrNull(message.nextAt),
    ended_at: secondsOrNull(message.endedAt),
  };
}

export function encodeMessageDetail(
  message: WebhookMessage,
  attempts: readonly WebhookAttempt[],
): WebhookMessageDetail {
  return {
    ...encodeMessage(message),
    payload: JSON.parse(message.body) as WebhookPayload,
    attempt_log: attempts.map(({ at, durationMs, status, error }) => ({
      at: at.toISOString(),
      duration_ms: durationMs,
      status: status ?? null,
      error: error ?? null,
    })),
  };
}

function secondsOrNull(date: Date | undefined): number | null {
  return date === undefined ? null : unixSeconds(date);
}
