import { z } from 'zod';
import { ApiError } from './errors.ts';
import { checkExpiresAfter, cleanFilename } from './files.ts';
import { optional } from './request.ts';

/** What is to be done with a result besides handing out its URL. Of an order; kept with its generation. */
export interface Delivery {
  /** Keep each output as a file of the team. */
  readonly storage?: {
    readonly filename: string;
    /** Absent: until it is deleted. */
    readonly expiresAfterSeconds?: number;
    /** Present: with a public URL, which lives for so long, or as long as the file. */
    readonly publicUrl?: { readonly expiresAfterSeconds?: number };
  };
  /** Where the result is put with an HTTP PUT. */
  readonly uploadUrl?: string;
  /** Who is told when the generation has ended. */
  readonly webhookUrl?: string;
}

const seconds = optional(z.number('expected a number of seconds'));

/** `storage_options` of a request. */
export const StorageOptions = z
  .object(
    {
      filename: z.string('expected text').describe('1 to 255 characters; of several pictures each gets a number.'),
      expires_after: seconds.describe('Seconds, at most 2,592,000. Default: kept until it is deleted.'),
      public_url: optional(
        z.union([z.boolean(), z.object({ expires_after: seconds })], {
          error: 'expected true, false, or an object with `expires_after`',
        }),
      ).describe('With a URL that needs no key; `expires_after` from 3,600 to 2,592,000 seconds.'),
    },
    'expected an object with `filename`',
  )
  .describe('Keep the result as a file of the team.');

/** `output` of a video request. */
export const OutputOptions = z
  .object({ upload_url: optional(z.string('expected a URL')) }, 'expected an object with `upload_url`')
  .describe('Put the finished MP4 to this URL; the reply then names no other.');

/** Of a request that is not for a client of xAI's, which would not know it. */
export const WebhookUrl = optional(z.string('expected a URL')).describe(
  'Is told when the generation has ended, signed; see docs/REST.md.',
);

export interface DeliveryFields {
  readonly storage_options?: z.infer<typeof StorageOptions> | null | undefined;
  readonly output?: z.infer<typeof OutputOptions> | null | undefined;
  readonly webhook_url?: string | null | undefined;
}

/** @returns Undefined where nothing is to be done. @throws {ApiError} `invalid-argument`. */
export function readDelivery({ storage_options, output, webhook_url }: DeliveryFields): Delivery | undefined {
  const uploadUrl = output?.upload_url || undefined;
  const delivery: Delivery = {
    ...(storage_options ? { storage: readStorage(storage_options) } : {}),
    ...(uploadUrl === undefined ? {} : { uploadUrl: checkUrl(uploadUrl, 'output.upload_url') }),
    ...(webhook_url ? { webhookUrl: checkUrl(webhook_url, 'webhook_url') } : {}),
  };
  return Object.keys(delivery).length === 0 ? undefined : delivery;
}

function readStorage({
  filename,
  expires_after,
  public_url,
}: z.infer<typeof StorageOptions>): NonNullable<Delivery['storage']> {
  if (filename.trim() === '')
    throw new ApiError('invalid-argument', '`storage_options.filename` is empty. Give the file a name.', {
      details: [{ input: 'storage_options.filename', reason: 'wrong-value' }],
    });
  // Clients that only this server would refuse send less than an hour.
  const expiresAfterSeconds = checkExpiresAfter(expires_after, 'storage_options.expires_after', 1);
  const url = public_url === true ? {} : public_url || undefined;
  const urlSeconds = checkExpiresAfter(url?.expires_after, 'storage_options.public_url.expires_after');
  return {
    filename: cleanFilename(filename),
    ...(expiresAfterSeconds === undefined ? {} : { expiresAfterSeconds }),
    ...(url === undefined ? {} : { publicUrl: urlSeconds === undefined ? {} : { expiresAfterSeconds: urlSeconds } }),
  };
}

const URL_CHARACTERS_MAX = 8_000;

/** Where it leads is for the guarded client to judge, when it is called. @throws {ApiError} `invalid-argument`. */
export function checkUrl(text: string, field: string): string {
  const url = text.length > URL_CHARACTERS_MAX ? null : URL.parse(text);
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username + url.password === '')
    return text;
  throw new ApiError(
    'invalid-argument',
    `\`${field}\` must be an http or https URL without a user name and password.`,
    {
      details: [{ input: field, reason: 'wrong-value' }],
    },
  );
}

/** What became of a file that a result was to be stored as. */
export const FileOutput = z.object({
  file_id: z.string(),
  filename: z.string(),
  expires_at: z.int().optional().describe('Unix seconds; absent: kept until it is deleted.'),
  public_url: z.string().optional(),
  public_url_expires_at: z.int().optional(),
});
export type FileOutput = z.infer<typeof FileOutput>;

export const storedFields = {
  file_output: FileOutput.optional().describe('With `storage_options`: the file.'),
  storage_error: z.string().optional().describe('Why it could not be stored; the result is there all the same.'),
};
