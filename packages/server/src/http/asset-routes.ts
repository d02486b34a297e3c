import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { type ReadableAsset, readAsset } from '../operations/read-asset.ts';
import { pathOf } from './reply-errors.ts';
import { sendObject } from './send-object.ts';

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

function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  { asset, open }: ReadableAsset,
  now: Date,
): Promise<FastifyReply> {
  const leftSeconds = Math.max(0, Math.floor((asset.expiresAt.getTime() - now.getTime()) / 1000));
  return sendObject(request, reply, {
    ...asset,
    headers: {
      'cache-control': `private, max-age=${leftSeconds}`,
      expires: asset.expiresAt.toUTCString(),
      'content-disposition': 'inline',
    },
    open,
  });
}
