import { z } from 'zod';
import { storedFields } from './delivery.ts';
import { type ApiError, inputError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { ErrorDetailBody } from './listings.ts';
import { shortJson } from './request.ts';

export const GENERATION_KINDS = ['image', 'video'] as const;
export const GENERATION_STATUSES = ['pending', 'done', 'failed', 'expired', 'cancelled'] as const;
export type GenerationStatus = (typeof GENERATION_STATUSES)[number];

export const GENERATION_OPERATIONS = [
  'image.generate',
  'image.edit',
  'video.generate',
  'video.fromImage',
  'video.fromReferences',
  'video.edit',
  'video.extend',
] as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const STATUSES = new RegExp(`^(${GENERATION_STATUSES.join('|')})(,(${GENERATION_STATUSES.join('|')}))*$`);
const TIME = z.union([z.iso.datetime({ offset: true }), z.string().regex(/^\d{1,11}$/)]);
const TIME_WORDS = 'RFC 3339, or unix seconds.';

/** The query of `GET /v1/generations`. */
export const ListGenerationsQuery = z.object({
  status: z
    .string()
    .regex(STATUSES)
    .optional()
    .describe(`One of ${GENERATION_STATUSES.join(', ')}; several with commas between.`),
  kind: z.enum(GENERATION_KINDS).optional(),
  model: z.string().optional().describe('A model id or alias.'),
  operation: z.enum(GENERATION_OPERATIONS).optional(),
  batch_id: z.uuid().optional().describe('Those of a batch.'),
  created_after: TIME.optional().describe(`Not before then: ${TIME_WORDS}`),
  created_before: TIME.optional().describe(`Before then: ${TIME_WORDS}`),
  limit: z
    .int()
    .min(1)
    .max(LIMITS.generationsPerPage.max)
    .optional()
    .describe(`How many, 1 to ${LIMITS.generationsPerPage.max}. Default ${LIMITS.generationsPerPage.default}.`),
  pagination_token: z.string().optional().describe('From the page before.'),
});

/** A query that was read: every value is one that can be asked for. */
export interface GenerationFilter {
  readonly statuses?: readonly GenerationStatus[];
  readonly kind?: 'image' | 'video';
  readonly model?: string;
  readonly operation?: string;
  readonly batchId?: string;
  readonly createdAfter?: Date;
  readonly createdBefore?: Date;
}

export interface GenerationPage {
  readonly filter: GenerationFilter;
  readonly limit: number;
  /** The last generation of the page before. */
  readonly after?: { readonly createdAt: Date; readonly id: string };
}

type Query = Readonly<Record<string, unknown>>;

/** @throws {ApiError} `invalid-argument`, naming what was expected. Names that are unknown are ignored. */
export function readGenerationPage(query: Query): GenerationPage {
  const filter = {
    statuses: readStatuses(text(query, 'status')),
    kind: oneOf(query, 'kind', GENERATION_KINDS),
    model: text(query, 'model'),
    operation: oneOf(query, 'operation', GENERATION_OPERATIONS),
    batchId: readUuid(text(query, 'batch_id')),
    createdAfter: readTime(query, 'created_after'),
    createdBefore: readTime(query, 'created_before'),
  };
  const after = text(query, 'pagination_token');
  return {
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    limit: readLimit(text(query, 'limit')),
    ...(after === undefined ? {} : { after: readToken(after) }),
  };
}

/** Opaque to callers. */
export function paginationToken({ createdAt, id }: { readonly createdAt: Date; readonly id: string }): string {
  return Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url');
}

function readToken(token: string): { readonly createdAt: Date; readonly id: string } {
  const [time = '', id = ''] = Buffer.from(token, 'base64url').toString().split(' ');
  const createdAt = new Date(Number(time));
  if (/^\d{1,15}$/.test(time) && UUID.test(id) && !Number.isNaN(createdAt.getTime())) return { createdAt, id };
  throw wrong('pagination_token', 'the value that the page before came with', token);
}

function readStatuses(value: string | undefined): readonly GenerationStatus[] | undefined {
  return value?.split(',').map((part) => {
    const status = GENERATION_STATUSES.find((known) => known === part.trim());
    if (status === undefined) throw wrong('status', `one of ${GENERATION_STATUSES.join(', ')}`, part);
    return status;
  });
}

function readUuid(value: string | undefined): string | undefined {
  if (value === undefined || UUID.test(value)) return value?.toLowerCase();
  throw wrong('batch_id', 'the id of a batch', value);
}

function readTime(query: Query, name: string): Date | undefined {
  const value = text(query, name);
  if (value === undefined) return undefined;
  const ms = new Date(/^\d{1,11}$/.test(value) ? Number(value) * 1000 : value).getTime();
  // JavaScript takes "0.5" for a day in May.
  if (Number.isNaN(ms) || !/^(?:\d{1,11}$|\d{4}-\d{2}-\d{2})/.test(value))
    throw wrong(name, 'a time such as 2026-11-22T18:00:00Z, or unix seconds', value);
  // Beyond these years PostgreSQL and JavaScript write times in different ways, and nothing was made.
  return new Date(Math.min(Math.max(ms, Date.UTC(1970, 0)), Date.UTC(9_999, 0)));
}

function readLimit(value: string | undefined): number {
  const { max, default: unsaid } = LIMITS.generationsPerPage;
  if (value === undefined) return unsaid;
  const limit = Number(value);
  if (/^\d+$/.test(value) && limit >= 1 && limit <= max) return limit;
  throw wrong('limit', `a whole number from 1 to ${max}`, value);
}

function oneOf<T extends string>(query: Query, name: string, allowed: readonly T[]): T | undefined {
  const value = text(query, name);
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw wrong(name, `one of ${allowed.join(', ')}`, value);
  return found;
}

/** What clients send empty when they have none. Another empty value is a slip, and would show far more than was meant. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['model', 'pagination_token']);

/** Given twice, the last counts. A zero character is in no name, and PostgreSQL takes none. */
function text(query: Query, name: string): string | undefined {
  const value = query[name];
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  if (last === undefined || (last === '' && MAY_BE_EMPTY.has(name))) return undefined;
  if (last === '') throw wrong(name, 'left out, or have a value', last);
  if (typeof last === 'string' && !last.includes('\0')) return last;
  throw wrong(name, 'text', last);
}

function wrong(name: string, expected: string, came: unknown): ApiError {
  return inputError(name, 'wrong-value', `\`${name}\` must be ${expected}; got ${shortJson(came)}.`);
}

/** A generation of either kind, as lists show it. Times are unix seconds. */
export const GenerationItem = z.object({
  id: z.string().describe('Of a video also its `request_id`.'),
  object: z.literal('generation'),
  kind: z.enum(GENERATION_KINDS),
  operation: z.string(),
  status: z.enum(GENERATION_STATUSES),
  progress: z.int().min(0).max(100),
  model: z.string(),
  prompt: z.string(),
  seed: z.int(),
  created_at: z.int(),
  finished_at: z.int().nullable(),
  expires_at: z.int().nullable().describe('Until then its outputs can be fetched.'),
  batch_id: z.string().nullable(),
  price_in_usd_ticks: z.int().describe('What it was accepted for.'),
  usage: z.object({ cost_in_usd_ticks: z.int().describe('What was billed.') }),
  outputs: z
    .array(
      z.object({
        index: z.int(),
        url: z.string().nullable().describe('Null where the result was put to `output.upload_url`.'),
        mime_type: z.string(),
        width: z.int(),
        height: z.int(),
        duration: z.number().nullable().describe('Seconds; null for pictures.'),
        revised_prompt: z.string(),
        ...storedFields,
      }),
    )
    .describe('Those that can be fetched, in order.'),
  error: z
    .object({ code: z.string(), message: z.string(), details: z.array(ErrorDetailBody).optional() })
    .nullable()
    .describe('Why it failed.'),
});
export type GenerationItem = z.infer<typeof GenerationItem>;

/** The reply of `GET /v1/generations`. */
export const GenerationList = z.object({
  object: z.literal('list'),
  data: z.array(GenerationItem).describe('Newest first.'),
  pagination_token: z.string().nullable().describe('Asks for the next page; null on the last.'),
  totals: z
    .object({ count: z.int(), cost_in_usd_ticks: z.int() })
    .describe('Of all that the filter finds, on whatever page.'),
});
export type GenerationList = z.infer<typeof GenerationList>;
