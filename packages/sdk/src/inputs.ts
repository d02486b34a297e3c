import { invalidInput, OpenImagineError } from './errors.ts';
import type { Files } from './files.ts';
import type { Media } from './media.ts';
import type { CallOptions } from './transport.ts';
import type { MediaRef } from './wire.ts';

/**
 * A picture or video that a request starts from: an http(s) or `data:` URL, bytes in memory, the id of an uploaded file,
 * or a result of before. Of a file on disk: `await openAsBlob(path)` of `node:fs`.
 */
export type MediaInput = string | URL | Blob | Uint8Array | ArrayBuffer | { readonly fileId: string } | Media;

/** Bytes beyond this travel once, as an upload, instead of a third larger inside each JSON that is sent. */
const INLINE_BYTES_MAX = 1024 * 1024;
/** Inputs are fetched before a request is accepted; an hour is the least that a file can live. */
const UPLOAD_SECONDS = 3_600;

/** Turns inputs of one request into what stands in its body, in turn. */
export type ReadInput = (input: MediaInput) => Promise<MediaRef>;

/**
 * @param options `idempotencyKey` makes equal uploads of a request that is sent again one file, so that its body stays the same.
 */
export function inputReader(files: Files, options: CallOptions): ReadInput {
  let uploads = 0;
  const upload = async (blob: Blob): Promise<MediaRef> => {
    const { idempotencyKey: key, signal } = options;
    const idempotencyKey = key === undefined ? undefined : `${key.slice(0, 240)}-input-${uploads++}`;
    try {
      const { id } = await files.upload(blob, { expiresAfterSeconds: UPLOAD_SECONDS, idempotencyKey, signal });
      return { file_id: id };
    } catch (error) {
      // A key that may not keep files, or a server that has none.
      if (!(error instanceof OpenImagineError) || ![403, 404].includes(error.status)) throw error;
      return { url: await dataUrlOf(blob) };
    }
  };
  return async (input) => {
    if (typeof input === 'string') return { url: checkUrl(input) };
    if (input instanceof URL) return { url: input.href };
    if (input instanceof ArrayBuffer || input instanceof Uint8Array) return await readBlob(new Blob([input]));
    if (input instanceof Blob) return await readBlob(input);
    const { fileId, url, blob } = Object(input) as { fileId?: unknown; url?: unknown; blob?: unknown };
    if (typeof fileId === 'string' && fileId !== '') return { file_id: fileId };
    if (typeof url === 'string') return { url };
    if (typeof blob !== 'function') throw noInput(input);
    return await readBlob(await (input as Media).blob({ signal: options.signal }));
  };

  async function readBlob(blob: Blob): Promise<MediaRef> {
    if (blob.size === 0) throw invalidInput('A picture or video to start from is empty: it has 0 bytes.');
    return blob.size > INLINE_BYTES_MAX ? await upload(blob) : { url: await dataUrlOf(blob) };
  }
}

function checkUrl(text: string): string {
  if (/^(https?|data):/i.test(text.trim())) return text;
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  throw invalidInput(
    `Expected an http(s) or data URL; got "${shown}". For a file on disk give \`await openAsBlob(path)\` of node:fs.`,
  );
}

function noInput(input: unknown): OpenImagineError {
  const shown = typeof input === 'object' && input !== null ? 'an object without any of them' : String(input);
  return invalidInput(`Expected a URL, a Blob, bytes, { fileId } or a result of before; got ${shown}.`);
}

/** A multiple of three, so that pieces of base64 can be joined; few enough for the arguments of one call. */
const PIECE_BYTES = 3 * 8_192;

async function dataUrlOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE_BYTES))));
  return `data:${blob.type || typeOf(bytes)};base64,${pieces.join('')}`;
}

/** By the first bytes: not every server looks itself. */
function typeOf(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp';
  return start.slice(4, 8) === 'ftyp' ? 'video/mp4' : 'application/octet-stream';
}
