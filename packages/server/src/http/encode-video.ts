import { LIMITS, type VideoStatus } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { isPrivateHost } from '../delivery/private-host.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import type { Asset, Generation } from '../jobs/generation.ts';
import type { VideoState } from '../operations/get-video.ts';
import { assetPath } from '../operations/read-asset.ts';
import { encodeDelivered, type Link } from './encode-file.ts';
import { withFailureWord } from './failure-word.ts';
import type { InlineMedia } from './inline-media.ts';

export interface VideoEncoding {
  readonly context: Context;
  readonly publicUrl: PublicUrl;
  /** Absent: the URL never holds the bytes themselves. */
  readonly inline?: InlineMedia;
}

/** The body of a poll. */
export async function encodeVideo(
  request: FastifyRequest,
  state: VideoState,
  encoding: VideoEncoding,
): Promise<VideoStatus> {
  if (state.status !== 'done') return withFailureWord(request, state);
  const { generation, asset } = state;
  // Who had it put elsewhere wanted no copy of it handed out.
  const url = generation.delivered[0]?.isUploaded === true ? null : await urlFor(request, asset, encoding);
  return encodeDoneVideo(state, url, (path) => encoding.publicUrl(request, path));
}

/** @param url Null where the result was put elsewhere. */
export function encodeDoneVideo(
  { generation, asset }: { readonly generation: Generation; readonly asset: Asset },
  url: string | null,
  link: Link,
): Extract<VideoStatus, { status: 'done' }> {
  return {
    status: 'done',
    progress: 100,
    model: generation.model,
    video: {
      url,
      // Whole seconds, as documented; a video of less than half a one has some length, too.
      duration: Math.max(1, Math.round(asset.durationSeconds ?? generation.request.seconds ?? 0)),
      respect_moderation: true,
      seed: generation.seed,
      expires_at: Math.floor(asset.expiresAt.getTime() / 1000),
      revised_prompt: asset.revisedPrompt ?? '',
      ...encodeDelivered(link, generation.delivered[0]),
    },
    usage: { cost_in_usd_ticks: generation.billedTicks },
  };
}

/** The names that the Vercel AI SDK has given itself over its versions. */
const AI_SDK = /(?:^|\s)(?:ai-sdk[/-]|ai\/)/;

/**
 * The AI SDK refuses to download from private hosts, whatever its user wants, but takes the bytes themselves: on such a
 * host, and only for it, the URL holds them.
 */
async function urlFor(
  request: FastifyRequest,
  asset: Asset,
  { context, publicUrl, inline }: VideoEncoding,
): Promise<string> {
  const url = publicUrl(request, assetPath(context, asset));
  const isRefused = AI_SDK.test(request.headers['user-agent'] ?? '') && isPrivateHost(new URL(url).host);
  if (inline === undefined || !isRefused || asset.sizeBytes > LIMITS.dataUrlBytes) return url;
  return await inline.put(asset, `data:${asset.mime};base64,`);
}
