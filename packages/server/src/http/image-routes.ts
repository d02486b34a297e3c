import { ApiError, type ImageOrder, type ImageResponse, readImageOrder } from '@openimagine/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Asset, Generation } from '../jobs/generation.ts';
import { createImage } from '../operations/create-image.ts';
import { assetPath, readable } from '../operations/read-asset.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import type { PublicUrl } from './public-url.ts';

export function imageRoutes(app: FastifyInstance, context: Context, publicUrl: PublicUrl): void {
  app.post('/v1/images/generations', async (request, reply) => {
    const order = readImageOrder(request.body);
    const idempotencyKey = readIdempotencyKey(request);
    const generation = await createImage(context, request.caller, order, { idempotencyKey, signal: goneSignal(reply) });
    return await encodeImages(context, request, order, generation, publicUrl);
  });
}

/** Aborted when the client hangs up before its reply: only the waiting ends, the pictures are finished and kept. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort(new ApiError('unavailable', 'The client has gone.'));
  });
  return gone.signal;
}

async function encodeImages(
  context: Context,
  request: FastifyRequest,
  order: ImageOrder,
  generation: Generation,
  publicUrl: PublicUrl,
): Promise<ImageResponse> {
  const where = async (
    asset: Asset,
  ): Promise<Pick<ImageResponse['data'][number], 'url' | 'b64_json' | 'expires_at'>> =>
    order.responseFormat === 'b64_json'
      ? { b64_json: await readBase64(context, asset) }
      : {
          url: publicUrl(request, assetPath(context, asset)),
          expires_at: Math.floor(asset.expiresAt.getTime() / 1000),
        };
  return {
    created: Math.floor(generation.createdAt.getTime() / 1000),
    model: generation.model,
    data: await Promise.all(
      generation.assets.map(async (asset) => ({
        ...(await where(asset)),
        mime_type: 'image/jpeg' as const,
        revised_prompt: asset.revisedPrompt ?? '',
        respect_moderation: true,
        seed: generation.seed + asset.index,
      })),
    ),
    usage: { cost_in_usd_ticks: generation.billedTicks },
  };
}

/** The whole file in base64. Only for what is known to be small enough for a reply. */
export async function readBase64(context: Context, asset: Asset): Promise<string> {
  const chunks = await Array.fromAsync(await readable(context, asset).open());
  return Buffer.concat(chunks).toString('base64');
}
