import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Context } from '../context.ts';
import type { Asked, PublicUrl } from '../delivery/public-url.ts';
import { encodeDoneVideo } from '../http/encode-video.ts';
import type { VideoState } from '../operations/get-video.ts';
import { assetPath } from '../operations/read-asset.ts';
import { deliveredMessage, usageMessage } from './encode-media.ts';
import { DeferredStatus } from './gen/xai/api/v1/deferred_pb.ts';
import type { GetDeferredVideoResponseSchema, VideoResponseSchema } from './gen/xai/api/v1/video_pb.ts';

export interface VideoEncoding {
  readonly context: Context;
  readonly publicUrl: PublicUrl;
  readonly asked: Asked;
}

/** The reply of a poll. */
export function videoStateMessage(
  state: VideoState,
  encoding: VideoEncoding,
): MessageInitShape<typeof GetDeferredVideoResponseSchema> {
  switch (state.status) {
    case 'pending':
      return { status: DeferredStatus.PENDING, response: { progress: state.progress } };
    case 'expired':
      return { status: DeferredStatus.EXPIRED };
    case 'failed':
      return { status: DeferredStatus.FAILED, response: videoMessage(state, encoding) };
    case 'done':
      return { status: DeferredStatus.DONE, response: videoMessage(state, encoding) };
  }
}

/** A video that has ended, with its file or with why it has none. */
export function videoMessage(
  state: Extract<VideoState, { status: 'done' | 'failed' }>,
  { context, publicUrl, asked }: VideoEncoding,
): MessageInitShape<typeof VideoResponseSchema> {
  if (state.status === 'failed') {
    const { code, message } = state.error;
    return { error: { code, message } };
  }
  // Who had it put elsewhere wanted no copy of it handed out.
  const isUploaded = state.generation.delivered[0]?.isUploaded === true;
  const { model, video, usage, progress } = encodeDoneVideo(
    state,
    isUploaded ? null : publicUrl(asked, assetPath(context, state.asset)),
    (path) => publicUrl(asked, path),
  );
  const { url, duration, respect_moderation: respectModeration, ...delivered } = video;
  return {
    model,
    progress,
    usage: usageMessage(usage.cost_in_usd_ticks),
    video: { url: url ?? '', duration, respectModeration, ...deliveredMessage(delivered) },
  };
}
