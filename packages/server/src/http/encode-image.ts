import type { ImageResponse } from '@openimagine/contract';
import type { Asset, Generation } from '../jobs/generation.ts';
import { encodeDelivered, type Link } from './encode-file.ts';

type ImageData = ImageResponse['data'][number];

/** @param places Where each picture is, or what it is. */
export function encodeImageReply(
  generation: Generation,
  places: ReadonlyMap<Asset, Pick<ImageData, 'url' | 'b64_json' | 'expires_at'>>,
  link: Link,
): ImageResponse {
  return {
    created: Math.floor(generation.createdAt.getTime() / 1000),
    model: generation.model,
    data: outputsOf(generation).map(({ index, asset }) => ({
      ...(asset === undefined ? {} : places.get(asset)),
      mime_type: 'image/jpeg' as const,
      revised_prompt: asset?.revisedPrompt ?? '',
      respect_moderation: asset !== undefined,
      seed: generation.seed + index,
      ...encodeDelivered(
        link,
        generation.delivered.find((output) => output.index === index),
      ),
    })),
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
