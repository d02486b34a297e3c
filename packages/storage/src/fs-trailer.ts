/**
 * What follows the content in a stored file. Its first eight bytes are the header of an MP4 `free` box, which players
 * skip, and JPEG readers stop before it: stored files open in any viewer.
 */
export const TRAILER_BYTES = 256;

const HEADER = Uint8Array.of(0, 0, 1, 0, 0x66, 0x72, 0x65, 0x65);
const MAGIC = 'openimagine1 ';

/**
 * @param about `mime` of at most 100 characters, `sha256` in hex.
 * @throws {RangeError} when the type is too long to fit.
 */
export function encodeTrailer(about: { readonly mime: string; readonly sha256: string }): Uint8Array {
  const text = new TextEncoder().encode(MAGIC + JSON.stringify({ mime: about.mime, sha256: about.sha256 }));
  if (text.byteLength > TRAILER_BYTES - HEADER.byteLength)
    throw new RangeError(`The media type is too long to store: ${about.mime.slice(0, 40)}…`);
  const trailer = new Uint8Array(TRAILER_BYTES).fill(0x20);
  trailer.set(HEADER);
  trailer.set(text, HEADER.byteLength);
  return trailer;
}

/** @returns undefined when the bytes are no trailer. */
export function decodeTrailer(trailer: Uint8Array): { readonly mime: string; readonly sha256: string } | undefined {
  const text = new TextDecoder().decode(trailer.subarray(HEADER.byteLength));
  if (!text.startsWith(MAGIC)) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(MAGIC.length));
    if (typeof value !== 'object' || value === null || !('mime' in value) || !('sha256' in value)) return undefined;
    const { mime, sha256 } = value;
    return typeof mime === 'string' && typeof sha256 === 'string' ? { mime, sha256 } : undefined;
  } catch {
    return undefined;
  }
}
