import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/** One HTTP endpoint of the public API. The server registers exactly these, and a test holds the two together. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tag: EndpointTag;
  readonly needsKey: boolean;
  /** True where the key must be the management key of the data folder. */
  readonly needsManagementKey?: boolean;
  /** What may stand in the query; each property becomes a parameter. */
  readonly query?: z.ZodObject;
  readonly body?: {
    readonly name: string;
    readonly schema: z.ZodType;
    /** True: the call works without a body, too. */
    readonly optional?: boolean;
    /** Commas of its JSON, and brackets of a kind. Default: `LIMITS.bodyParts`. */
    readonly partsMax?: number;
    /** Default: `application/json` alone. */
    readonly types?: readonly ('application/json' | 'multipart/form-data')[];
  };
  readonly replies: Readonly<
    Record<
      number,
      { readonly description: string; readonly name?: string; readonly schema?: z.ZodType; readonly type?: string }
    >
  >;
  readonly errors: readonly ErrorCode[];
  /** True where an `Idempotency-Key` header is honoured. */
  readonly idempotent?: boolean;
  /** True where an `X-Dry-Run: true` header asks for the price alone. */
  readonly quotable?: boolean;
  /** True: registered by a server that was started with `--emulate`, and by no other. */
  readonly emulatorOnly?: boolean;
}

export type EndpointTag =
  | 'Images'
  | 'Videos'
  | 'Files'
  | 'Batches'
  | 'Generations'
  | 'Webhooks'
  | 'OpenAI videos'
  | 'Models'
  | 'Account'
  | 'Teams'
  | 'Keys'
  | 'Emulator'
  | 'System';

export const CREATING: readonly ErrorCode[] = [
  'invalid-argument',
  'imagine:content-moderated',
  'unauthenticated',
  'insufficient-credits',
  'permission-denied',
  'not-found',
  'payload-too-large',
  'unsupported-media-type',
  'unprocessable',
  'idempotency-mismatch',
  'resource-exhausted',
  'unavailable',
];
/** 400 is for a wrong key, where the operator wants it so. */
export const READING: readonly ErrorCode[] = [
  'invalid-argument',
  'unauthenticated',
  'permission-denied',
  'resource-exhausted',
];
export const READING_ONE: readonly ErrorCode[] = [...READING, 'not-found'];

export function reply(name: string, schema: z.ZodType, description: string): Endpoint['replies'][number] {
  return { name, schema, description };
}
