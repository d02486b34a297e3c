import { z } from 'zod';
import { checkUrl } from './delivery.ts';
import { ApiError } from './errors.ts';
import { readPageLimit } from './files.ts';
import { LIMITS } from './limits.ts';
import { cleanText, optional, parseBody, shortJson } from './request.ts';

/** What can be told. A generation of a batch is told on its own only where its request has a `webhook_url`. */
export const WEBHOOK_EVENTS = [
  'image.completed',
  'image.failed',
  'image.cancelled',
  'video.completed',
  'video.failed',
  'video.cancelled',
  'batch.completed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

const EVERY_EVENT = '*';

/** What a receiver gets: the body of a POST, signed as https://www.standardwebhooks.com says. */
export const WebhookPayload = z.object({
  type: z.enum(WEBHOOK_EVENTS),
  timestamp: z.string().describe('RFC 3339: when it happened.'),
  data: z
    .looseObject({})
    .describe(
      'Of a video: `request_id` and the body of its poll. Of pictures: `generation_id` and the reply. URLs, never the bytes.',
    ),
});
export type WebhookPayload = z.infer<typeof WebhookPayload>;

export const WebhookEndpointBody = z.object({
  id: z.string(),
  object: z.literal('webhook_endpoint'),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()).describe('The events that it gets; `*` for all.'),
  status: z.enum(['enabled', 'disabled']),
  disabled_reason: z
    .string()
    .nullable()
    .describe('`requested`; `gone`: it answered 410; `failing`: nothing was delivered for five days.'),
  created_at: z.int().describe('Unix seconds.'),
});
export type WebhookEndpointBody = z.infer<typeof WebhookEndpointBody>;

export const WebhookEndpointCreated = WebhookEndpointBody.extend({
  secret: z.string().describe('`whsec_…`, shown this once.'),
});
export const WebhookEndpointList = z.object({ object: z.literal('list'), data: z.array(WebhookEndpointBody) });
export type WebhookEndpointList = z.infer<typeof WebhookEndpointList>;
export const WebhookEndpointDeleted = z.object({
  id: z.string(),
  object: z.literal('webhook_endpoint'),
  deleted: z.literal(true),
});

export const WebhookSecretBody = z.object({
  object: z.literal('webhook_secret'),
  secret: z.string().describe('`whsec_…`: signs what goes to a `webhook_url`.'),
  previous_secret_until: z.int().nullable().describe('Unix seconds: until then the one before signs, too.'),
});
export type WebhookSecretBody = z.infer<typeof WebhookSecretBody>;

export const CreateWebhookEndpointBody = z.object({
  url: z.string('expected a URL').describe('http or https, on the public internet.'),
  description: optional(z.string('expected text')),
  events: optional(z.array(z.enum([...WEBHOOK_EVENTS, EVERY_EVENT]), 'expected a list of events')).describe(
    `Any of ${WEBHOOK_EVENTS.join(', ')}; \`*\` or nothing for all.`,
  ),
});

export const RotateWebhookSecretBody = z.object({
  overlap_seconds: optional(z.number('expected a number of seconds')).describe(
    'For so long the secret before signs, too: 0 to 604,800. Default 86,400.',
  ),
});

export const WEBHOOK_MESSAGE_STATES = ['pending', 'delivered', 'failed'] as const;
export type WebhookMessageState = (typeof WEBHOOK_MESSAGE_STATES)[number];

export const ListWebhookMessagesQuery = z.object({
  status: z
    .string()
    .optional()
    .describe(`One of ${WEBHOOK_MESSAGE_STATES.join(', ')}.`),
  event: z
    .string()
    .optional()
    .describe(`One of ${WEBHOOK_EVENTS.join(', ')}.`),
  endpoint_id: z.string().optional().describe('Those to one endpoint.'),
  generation_id: z.string().optional().describe('Those about one generation.'),
  limit: z.string().optional().describe('1 to 1,000. Default 100.'),
  pagination_token: z.string().optional().describe('Of the page before.'),
});

export const WebhookMessageBody = z.object({
  id: z.string().describe('Sent as `webhook-id`, the same on every attempt.'),
  object: z.literal('webhook_message'),
  event: z.string(),
  status: z.enum(WEBHOOK_MESSAGE_STATES),
  endpoint_id: z.string().nullable().describe('Null: it goes to the `webhook_url` of a request.'),
  url: z.string(),
  generation_id: z.string().nullable(),
  attempts: z.int().describe('Since it was made, or replayed.'),
  created_at: z.int().describe('Unix seconds.'),
  next_attempt_at: z.int().nullable().describe('Unix seconds; null once it has ended.'),
  ended_at: z.int().nullable().describe('Unix seconds.'),
});
export type WebhookMessageBody = z.infer<typeof WebhookMessageBody>;

export const WebhookMessageList = z.object({
  object: z.literal('list'),
  data: z.array(WebhookMessageBody).describe('Newest first.'),
  pagination_token: z.string().nullable().describe('Give it again for the next page; null on the last.'),
  has_more: z.boolean(),
});
export type WebhookMessageList = z.infer<typeof WebhookMessageList>;

export const WebhookMessageDetail = WebhookMessageBody.extend({
  payload: WebhookPayload.describe('What is sent.'),
  attempt_log: z
    .array(
      z.object({
        at: z.string().describe('RFC 3339.'),
        duration_ms: z.int(),
        status: z.int().nullable().describe('What the receiver answered; null: nothing.'),
        error: z.string().nullable().describe('Why it was not delivered.'),
      }),
    )
    .describe('All of them, oldest first.'),
});
export type WebhookMessageDetail = z.infer<typeof WebhookMessageDetail>;

export interface WebhookEndpointOrder {
  readonly url: string;
  readonly description: string;
  readonly events: readonly (WebhookEvent | typeof EVERY_EVENT)[];
}

/** @throws {ApiError} `unprocessable`, `invalid-argument`. */
export function readWebhookEndpointOrder(body: unknown): WebhookEndpointOrder {
  const { url, description, events } = parseBody(CreateWebhookEndpointBody, body);
  const text = cleanText(description ?? '');
  if (text.length > LIMITS.webhookDescriptionCharacters)
    throw wrong('description', `at most ${LIMITS.webhookDescriptionCharacters} characters`, text);
  const named = [...new Set(events ?? [])];
  return {
    url: checkUrl(url, 'url'),
    description: text,
    events: named.length === 0 || named.includes(EVERY_EVENT) ? [EVERY_EVENT] : named,
  };
}

/** @returns Seconds. @throws {ApiError} `unprocessable`, `invalid-argument`. */
export function readSecretOverlap(body: unknown): number {
  const { overlap_seconds } = parseBody(RotateWebhookSecretBody, body ?? {});
  const { max, default: unsaid } = LIMITS.webhookSecretOverlapSeconds;
  const seconds = overlap_seconds ?? unsaid;
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= max) return seconds;
  throw wrong('overlap_seconds', `a whole number of seconds from 0 to ${max}`, seconds);
}

/** Whether an endpoint that asked for `events` is to be told of one. */
export function wantsEvent(events: readonly string[], event: WebhookEvent): boolean {
  return events.includes(EVERY_EVENT) || events.includes(event);
}

export interface WebhookMessagePage {
  readonly state: WebhookMessageState | undefined;
  readonly event: WebhookEvent | undefined;
  readonly endpointId: string | undefined;
  readonly generationId: string | undefined;
  readonly limit: number;
  /** The id of the last message of the page before. */
  readonly after: string | undefined;
}

/** @throws {ApiError} `invalid-argument`. */
export function readWebhookMessagePage(query: unknown): WebhookMessagePage {
  const { status, event, endpoint_id, generation_id, limit, pagination_token } = parseBody(
    ListWebhookMessagesQuery,
    query,
  );
  return {
    state: oneOf('status', status, WEBHOOK_MESSAGE_STATES),
    event: oneOf('event', event, WEBHOOK_EVENTS),
    endpointId: uuid('endpoint_id', endpoint_id),
    generationId: uuid('generation_id', generation_id),
    limit: readPageLimit(limit, LIMITS.pageItems),
    after: uuid('pagination_token', pagination_token),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a path names something that can exist: PostgreSQL would throw at anything else. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

function uuid(name: string, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (isUuid(text)) return text.toLowerCase();
  throw wrong(name, 'an id, as replies tell it', text);
}

function oneOf<T extends string>(name: string, text: string | undefined, allowed: readonly T[]): T | undefined {
  if (text === undefined || text === '') return undefined;
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw wrong(name, `one of ${allowed.join(', ')}`, text);
}

function wrong(name: string, expected: string, came: unknown): ApiError {
  return new ApiError('invalid-argument', `\`${name}\` must be ${expected}; got ${shortJson(came)}.`, {
    details: [{ input: name, reason: 'wrong-value' }],
  });
}
