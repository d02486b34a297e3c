import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ImageOrder, ImageResponse } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { Asked, PublicUrl } from '../delivery/public-url.ts';
import { encodeImageReply } from '../http/encode-image.ts';
import type { Asset, Generation } from '../jobs/generation.ts';
import { assetPath, readable } from '../operations/read-asset.ts';
import { deliveredMessage, usageMessage } from './encode-media.ts';
import type { ImageResponseSchema } from './gen/xai/api/v1/image_pb.ts';

export interface ImageEncoding {
  readonly context: Context;
  readonly publicUrl: PublicUrl;
  readonly asked: Asked;
  readonly responseFormat: ImageOrder['responseFormat'];
}

/** Pictures in base64 that one message holds, with room for the rest of it; those beyond come as URLs. */
const BASE64_BYTES_MAX = 19 * 1024 * 1024;

type Place = Pick<ImageResponse['data'][number], 'url' | 'b64_json'>;

/** @throws {ApiError} `gone` when a file is not there. */
export async function imageMessage(
  generation: Generation,
  { context, publicUrl, asked, responseFormat }: ImageEncoding,
): Promise<MessageInitShape<typeof ImageResponseSchema>> {
  const places = new Map<Asset, Place>();
  let base64Bytes = 0;
  for (const asset of generation.assets) {
    const bytes = (asset.sizeBytes * 4) / 3;
    const isInline = responseFormat === 'b64_json' && base64Bytes + bytes <= BASE64_BYTES_MAX;
    if (isInline) base64Bytes += bytes;
    places.set(
      asset,
      isInline ? { b64_json: await dataUrl(context, asset) } : { url: publicUrl(asked, assetPath(context, asset)) },
    );
  }
  const reply = encodeImageReply(generation, places, (path) => publicUrl(asked, path));
  return {
    model: reply.model,
    usage: usageMessage(reply.usage.cost_in_usd_ticks),
    images: reply.data.map(({ url, b64_json, respect_moderation: respectModeration, ...delivered }) => ({
      respectModeration,
      ...(b64_json == null ? {} : { image: { case: 'base64' as const, value: b64_json } }),
      ...(url == null ? {} : { image: { case: 'url' as const, value: url } }),
      ...deliveredMessage(delivered),
    })),
  };
}

/** Unlike over REST, the client wants the type before it. */
async function dataUrl(context: Context, asset: Asset): Promise<string> {
  const bytes = await new Response(await readable(context, asset).open()).bytes();
  return `data:${asset.mime};base64,${Buffer.from(bytes).toString('base64')}`;
}
