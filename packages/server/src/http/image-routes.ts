import { type ImageOrder, type ImageResponse, readImageEditOrder, readImageOrder } from '@openimagine/contract';
import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Context } from '../context.ts';
import type { Asset, Generation } from '../jobs/generation.ts';
import { awaitImage } from '../operations/create-image.ts';
import { assetPath } from '../operations/read-asset.ts';
import { type SubmitOptions, submitGeneration } from '../operations/submit-generation.ts';
import { encodeDelivered } from './encode-file.ts';
import { createInlineMedia, type InlineMedia } from './inline-media.ts';
import { forgetBody } from './media-bodies.ts';
import type { PublicUrl } from './public-url.ts';
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

async function encodeImages(
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
  return {
    created: Math.floor(generation.createdAt.getTime() / 1000),
    model: generation.model,
    data: await Promise.all(
      outputsOf(generation).map(async ({ index, asset }) => ({
        ...(asset === undefined ? {} : await where(asset)),
        mime_type: 'image/jpeg' as const,
        revised_prompt: asset?.revisedPrompt ?? '',
        respect_moderation: asset !== undefined,
        seed: generation.seed + index,
        ...encodeDelivered(
          request,
          publicUrl,
          generation.delivered.find((output) => output.index === index),
        ),
      })),
    ),
    usage: { cost_in_usd_ticks: generation.billedTicks },
  };
}

/** Every picture that was asked for, in order; one that moderation refused has no asset. */
function outputsOf({ assets, moderatedIndexes }: Generation): { index: number; asset?: Asset }[] {
  const outputs = [
    ...assets.map((asset) => ({ index: asset.index, asset })),
    ...moderatedIndexes.map((index) => ({ index })),
  ];
  return outputs.sort((a, b) => a.index - b.index);
}
