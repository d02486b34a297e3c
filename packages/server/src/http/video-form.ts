import { ApiError, LIMITS } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';
import { drainForm, formErrorOf } from './upload-form.ts';

/** Of a form that holds one picture, as a file or as a `data:` URL in a field. */
export const VIDEO_FORM_LIMITS = {
  fieldSize: Math.ceil((LIMITS.inputImageBytes * 4) / 3) + 1024,
  fields: 20,
  files: 1,
  parts: 21,
  headerPairs: 50,
  fieldNameSize: 100,
  fileSize: LIMITS.inputImageBytes + 1,
};

/**
 * The body of a call that may come as a form: as the same call would say it in JSON, with a file as a `data:` URL.
 * @throws {ApiError} `unsupported-media-type` for an empty body, `invalid-argument`, `payload-too-large`.
 */
export async function readBodyOrForm(request: FastifyRequest): Promise<unknown> {
  if (request.isMultipart()) return await readForm(request);
  if (request.body !== undefined) return request.body;
  throw new ApiError(
    'unsupported-media-type',
    'The body is empty. Send a JSON object with `content-type: application/json`, or a form.',
  );
}

async function readForm(request: FastifyRequest): Promise<Readonly<Record<string, unknown>>> {
  const fields = new Map<string, unknown>();
  /** Of a field that stands for an object, as `input_reference[image_url]`. */
  const members = new Map<string, Record<string, string>>();
  let bytesRead = 0;
  const count = (bytes: number): void => {
    bytesRead += bytes;
    if (bytesRead > LIMITS.mediaBodyBytes) throw tooLarge();
  };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        if (bytes.byteLength > LIMITS.inputImageBytes) throw tooLarge();
        count(bytes.byteLength);
        // Some clients send an empty file for "none".
        if (bytes.byteLength > 0)
          fields.set(part.fieldname, `data:application/octet-stream;base64,${bytes.toString('base64')}`);
        continue;
      }
      if (part.valueTruncated) throw tooLarge();
      count(String(part.value).length);
      const [, field = part.fieldname, member] = /^(\w+)\[(\w+)\]$/.exec(part.fieldname) ?? [];
      if (member === undefined) fields.set(field, String(part.value));
      else members.set(field, { ...members.get(field), [member]: String(part.value) });
    }
  } catch (error) {
    drainForm(request);
    const { code } = error as { readonly code?: string };
    throw code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : formErrorOf(error);
  }
  return Object.fromEntries([...members, ...fields]);
}

function tooLarge(): ApiError {
  return new ApiError(
    'payload-too-large',
    `The file has more than ${LIMITS.inputImageBytes / 1024 / 1024} MiB, the most that is taken. Send a smaller one.`,
  );
}
