import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { ApiError } from '@openimagine/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseRange } from './byte-range.ts';
import { sendError } from './reply-errors.ts';

/** Stored bytes that are sent whole or in parts. */
export interface SentObject {
  readonly sizeBytes: number;
  /** Lower-case hex; the ETag. */
  readonly sha256: string;
  readonly mime: string;
  /** `cache-control`, `expires`, `content-disposition` … */
  readonly headers: Readonly<Record<string, string>>;
  open(range?: { readonly start: number; readonly end: number }): Promise<ReadableStream<Uint8Array>>;
}

/** Answers GET and HEAD, with Range, If-Range and If-None-Match as RFC 9110 says. */
export async function sendObject(
  request: FastifyRequest,
  reply: FastifyReply,
  { sizeBytes, sha256, mime, headers, open }: SentObject,
): Promise<FastifyReply> {
  const etag = `"${sha256}"`;
  const isRangeWelcome = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const range = isRangeWelcome ? parseRange(request.headers.range, sizeBytes) : undefined;
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${sizeBytes}`);
    const message = `There are ${sizeBytes} bytes; the range asks for others.`;
    return sendError(request, reply, new ApiError('range-not-satisfiable', message));
  }
  // Before any header: a file that is not there must not be cached as if it were.
  const body = await open(range);
  reply.headers({ etag, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff', ...headers });
  if (isNotModified(request.headers['if-none-match'], etag)) {
    await body.cancel();
    return reply.code(304).send();
  }
  const length = range === undefined ? sizeBytes : range.end - range.start + 1;
  reply.type(mime).header('content-length', String(length));
  if (range !== undefined) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${sizeBytes}`);
  if (request.method === 'HEAD') {
    await body.cancel();
    // Fastify would count the missing body and say that there are 0 bytes.
    reply.hijack();
    reply.raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders).end();
    return reply;
  }
  return reply.send(Readable.fromWeb(body));
}

function isNotModified(header: string | undefined, etag: string): boolean {
  return (
    header !== undefined &&
    (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
  );
}
