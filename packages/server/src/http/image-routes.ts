import { type ImageOrder, type ImageResponse, readImageEditOrder, readImageOrder } from '@openimagine/contract';
import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import type { Asset, Generation } from '../jobs/generation.ts';
import { awaitImage } from '../operations/create-image.ts';
import { assetPath } from '../operations/read-asset.ts';
import { type SubmitOptions, submitGeneration } from '../operations/submit-generation.ts';
import { encodeImageReply } from './encode-image.ts';
import { createInlineMedia, type InlineMedia } from './inline-media.ts';
import { forgetBody } from './media-bodies.ts';
import { isDryRun, readSubmitOptions, replyQuote } from './submit-options.ts';

type ImageData = ImageResponse['data'][number];

export function imageRoutes(
  app: FastifyInstance,
  context: Context,
  { publicUrl, withMediaBody }: { readonly publicUrl: PublicUrl; readonly withMediaBody: RouteShorthandOptions },
): void {
  const creating = (path: string, readOrder: (body: unknown) => ImageOrder): void => {
    app.post(path, withMediaBody, async (request, reply) => {
      if (isDryRun(request)) return await replyQuote(context, request, reply, readOrder(request.body));
      const options = readSubmitOptions(context, request, reply);
      const { id, responseFormat } = await submit(request, readOrder, options);
      forgetBody(request);
      const generation = await awaitImage(context, id, options.signal);
      const inline = createInlineMedia(context);
      return inline.send(
        reply,
        await encodeImages(request, responseFormat, generation, { context, publicUrl, inline }),
      );
    });
  };
  /** A function of its own, so that nothing holds the order, and with it the body, while the pictures are drawn. */
  const submit = async (
    request: FastifyRequest,
    readOrder: (body: unknown) => ImageOrder,
    options: SubmitOptions,
  ): Promise<{ readonly id: string; readonly responseFormat: ImageOrder['responseFormat'] }> => {
    const order = readOrder(request.body);
    const id = await submitGeneration(context, request.caller, order, options);
    return { id, responseFormat: order.responseFormat };
  };
  creating('/v1/images/generations', readImageOrder);
  creating('/v1/images/edits', readImageEditOrder);
}

/** The body of a reply with pictures. */
export async function encodeImages(
  request: FastifyRequest,
  responseFormat: ImageOrder['responseFormat'],
  generation: Generation,
  { context, publicUrl, inline }: { context: Context; publicUrl: PublicUrl; inline: InlineMedia },
): Promise<ImageResponse> {
  const where = async (asset: Asset): Promise<Pick<ImageData, 'url' | 'b64_json' | 'expires_at'>> => {
    if (responseFormat === 'b64_json') return { b64_json: await inline.put(asset) };
    const url = publicUrl(request, assetPath(context, asset));
    return { url, expires_at: Math.floor(asset.expiresAt.getTime() / 1000) };
  };
  const places = await Promise.all(generation.assets.map(async (asset) => [asset, await where(asset)] as const));
  return encodeImageReply(generation, new Map(places), (path) => publicUrl(request, path));
}
