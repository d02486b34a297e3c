import type { MultipartFile } from '@fastify/multipart';
import { ApiError, checkExpiresAfter, LIMITS } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { type NewFile, type ReceivedFile, receiveFile } from '../operations/create-file.ts';

/** What a form of `POST /v1/files` comes to. */
export interface Upload {
  readonly received: ReceivedFile;
  readonly file: NewFile;
}

const EXPIRY_FIELD = /^expires_after(?:$|\[)/;

/**
 * Reads the form while it comes; its file goes into storage as it does.
 * @throws {ApiError} `unsupported-media-type` for what is no form, `invalid-argument`, `payload-too-large`; nothing of the
 * file is kept then.
 */
export async function readUpload(context: Context, request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart())
    throw new ApiError('unsupported-media-type', 'The body must be a form, sent as `multipart/form-data`.');
  const fields = new Map<string, string>();
  let received: { readonly content: ReceivedFile; readonly filename: string } | undefined;
  try {
    endLongForm(request);
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file')
          throw wrong(`The form holds a file under \`${shown(part.fieldname)}\`; the field must be named \`file\`.`);
        if (received !== undefined) throw wrong('The form holds more than one file. Upload one at a time.');
        // Fields that stand behind the file come too late to be obeyed, so this is checked before it is read.
        readExpiry(fields);
        received = { content: await receive(context, part), filename: part.filename ?? '' };
      } else if (received !== undefined && EXPIRY_FIELD.test(part.fieldname)) {
        throw wrong('`expires_after` must stand before `file` in the form. Change their order.');
      } else fields.set(part.fieldname, typeof part.value === 'string' ? part.value : JSON.stringify(part.value));
    }
    if (received === undefined) throw wrong('The form holds no `file`. Add one.');
    return {
      received: received.content,
      file: {
        filename: received.filename,
        purpose: fields.get('purpose')?.slice(0, 100) ?? '',
        expiresAfterSeconds: readExpiry(fields),
      },
    };
  } catch (error) {
    drainForm(request);
    if (received !== undefined) await context.store.delete(received.content.object.key);
    throw formErrorOf(error);
  }
}

/** Two files, of which the second is refused, and what is around them. */
const FORM_BYTES_MAX = 2 * LIMITS.fileBytes + 1024 * 1024;

/** What stands before the first part, or between them, the parser reads to nowhere, however much it is. */
function endLongForm({ raw }: FastifyRequest): void {
  let readBytes = 0;
  raw.on('data', (chunk: Uint8Array) => {
    readBytes += chunk.byteLength;
    if (readBytes > FORM_BYTES_MAX) raw.destroy();
  });
}

/** More than this of a form that was refused already is not worth the connection. */
const DRAINED_BYTES_MAX = 64 * 1024 * 1024;

/** Reads what still comes to nowhere: a client that is cut off while it sends never reads why. */
export function drainForm({ raw }: FastifyRequest): void {
  raw.unpipe();
  let drainedBytes = 0;
  raw.on('data', (chunk: Uint8Array) => {
    drainedBytes += chunk.byteLength;
    if (drainedBytes > DRAINED_BYTES_MAX) raw.destroy();
  });
  // Taking it from the parser has stopped it.
  raw.resume();
}

async function receive(context: Context, part: MultipartFile): Promise<ReceivedFile> {
  try {
    return await receiveFile(context, part.file, part.mimetype);
  } finally {
    // What is left of a file that was refused must not hold the connection.
    part.file.resume();
  }
}

/** Either spelling. @returns Seconds. */
function readExpiry(fields: ReadonlyMap<string, string>): number | undefined {
  const anchor = fields.get('expires_after[anchor]');
  if (anchor !== undefined && anchor !== 'created_at')
    throw wrong(`\`expires_after[anchor]\` must be created_at; got "${shown(anchor)}".`);
  const seconds = fields.get('expires_after') ?? fields.get('expires_after[seconds]');
  return checkExpiresAfter(seconds === '' ? undefined : seconds, 'expires_after');
}

const FORM_FAULTS: Readonly<Record<string, string>> = {
  FST_PARTS_LIMIT: 'The form has too many parts.',
  FST_FIELDS_LIMIT: 'The form has too many fields.',
  FST_FILES_LIMIT: 'The form holds more than one file. Upload one at a time.',
  FST_PROTO_VIOLATION: 'The form has a field whose name is not allowed.',
};

/** @returns What an error of the parser means; whatever is none of its own, as it is. */
export function formErrorOf(error: unknown): unknown {
  if (error instanceof ApiError) return error;
  const { code, message = '' } = error as { readonly code?: string; readonly message?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new ApiError('payload-too-large', 'The file is larger than is kept.');
  const fault = FORM_FAULTS[code ?? ''];
  if (fault !== undefined) return wrong(fault);
  // The needle is a boundary that is too long to look for.
  const isForm = /multipart|boundary|needle|unexpected end|malformed|premature close|aborted/i.test(message);
  return isForm
    ? wrong('The form cannot be read: it is cut off, or its boundary is not the one that it names.')
    : error;
}

function wrong(message: string): ApiError {
  return new ApiError('invalid-argument', message);
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
