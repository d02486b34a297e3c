import type { OutgoingHttpHeaders } from 'node:http2';

/**
 * The fields that end a call. Of `grpc-message` only what must be is percent-encoded, as the protocol says: Connect encodes
 * every mark, and some clients show the caller what they do not decode.
 */
export function statusFields(fields: Headers | undefined): OutgoingHttpHeaders {
  const sent: OutgoingHttpHeaders = Object.fromEntries(fields ?? []);
  const message = sent['grpc-message'];
  return typeof message === 'string' ? { ...sent, 'grpc-message': encodeMessage(decodeURIComponent(message)) } : sent;
}

/** @returns The visible characters of ASCII as they are, and the bytes of all others in UTF-8 as `%E2`. */
function encodeMessage(text: string): string {
  return text.replaceAll(/[^\x20-\x24\x26-\x7e]+/gu, (part) =>
    Array.from(Buffer.from(part), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
