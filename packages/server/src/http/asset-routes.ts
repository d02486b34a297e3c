import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { ApiError } from '@openimagine/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { type ReadableAsset, readAsset } from '../operations/read-asset.ts';
import { parseRange } from './byte-range.ts';
import { pathOf, sendError } from './reply-errors.ts';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'accept-ranges, content-length, content-range, etag, expires',
} as const;

/** Finished media behind its signature: no key, from any origin, in parts or whole. */
export function assetRoutes(app: FastifyInstance, context: Context): void {
  app.addHook('onRequest', (request, reply, next) => {
    if (pathOf(request.url).startsWith('/assets/')) reply.headers(CORS);
    next();
  });
  app.options('/assets/:name', (_request, reply) =>
    reply
      .headers({
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'range, if-range, if-none-match',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  );
  // HEAD is answered by the same handler: Fastify leaves the body out.
  app.get('/assets/:name', async (request, reply) =>
    sendAsset(request, reply, await readAsset(context, request.url), context.now()),
  );
}

async function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  { asset, open }: ReadableAsset,
  now: Date,
): Promise<FastifyReply> {
  const etag = `"${asset.sha256}"`;
  const isRangeWelcome = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const range = isRangeWelcome ? parseRange(request.headers.range, asset.sizeBytes) : undefined;
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${asset.sizeBytes}`);
    const message = `The asset has ${asset.sizeBytes} bytes; the range asks for others.`;
    return sendError(request, reply, new ApiError('range-not-satisfiable', message));
  }
  // Before any header: a file that is not there must not be cached as if it were.
  const body = await open(range);
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${Math.max(0, Math.floor((asset.expiresAt.getTime() - now.getTime()) / 1000))}`,
    expires: asset.expiresAt.toUTCString(),
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
  });
  if (isNotModified(request.headers['if-none-match'], etag)) {
    await body.cancel();
    return reply.code(304).send();
  }
  const length = range === undefined ? asset.sizeBytes : range.end - range.start + 1;
  reply.type(asset.mime).header('content-length', String(length));
  if (range !== undefined) {
    reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${asset.sizeBytes}`);
  }
  if (request.method === 'HEAD') {
    await body.cancel();
    // Fastify would count the missing body and say that the asset has 0 bytes.
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
