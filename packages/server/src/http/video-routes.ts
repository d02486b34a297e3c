import {
  LIMITS,
  readVideoEditOrder,
  readVideoExtensionOrder,
  readVideoOrder,
  type VideoCreated,
  type VideoOrder,
  type VideoStatus,
} from '@openimagine/contract';
import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Context } from '../context.ts';
import { isPrivateHost } from '../delivery/private-host.ts';
import type { Asset } from '../jobs/generation.ts';
import { createVideo } from '../operations/create-video.ts';
import { getVideo, type VideoState } from '../operations/get-video.ts';
import { assetPath } from '../operations/read-asset.ts';
import { emulatePoll, readScenario } from './emulator-routes.ts';
import { goneSignal } from './gone-signal.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { createInlineMedia, type InlineMedia } from './inline-media.ts';
import type { PublicUrl } from './public-url.ts';

export function videoRoutes(
  app: FastifyInstance,
  context: Context,
  { publicUrl, withMediaBody }: { readonly publicUrl: PublicUrl; readonly withMediaBody: RouteShorthandOptions },
): void {
  const creating = (path: string, readOrder: (body: unknown) => VideoOrder): void => {
    app.post(path, withMediaBody, async (request, reply): Promise<VideoCreated> => {
      const { requestId } = await createVideo(context, request.caller, readOrder(request.body), {
        idempotencyKey: readIdempotencyKey(request),
        signal: goneSignal(reply),
        scenario: readScenario(context, request),
      });
      return { request_id: requestId };
    });
  };
  creating('/v1/videos/generations', readVideoOrder);
  creating('/v1/videos/edits', readVideoEditOrder);
  creating('/v1/videos/extensions', readVideoExtensionOrder);
  app.get<{ Params: { request_id: string } }>('/v1/videos/:request_id', async (request, reply) => {
    const state = await getVideo(context, request.caller, request.params.request_id);
    if (await emulatePoll(context, request.params.request_id, state)) return reply.code(202).send();
    reply.code(state.status === 'pending' ? 202 : 200);
    const inline = createInlineMedia(context);
    return inline.send(reply, await encodeState(request, state, { context, publicUrl, inline }));
  });
}

interface Encoding {
  readonly context: Context;
  readonly publicUrl: PublicUrl;
  readonly inline: InlineMedia;
}

async function encodeState(request: FastifyRequest, state: VideoState, encoding: Encoding): Promise<VideoStatus> {
  if (state.status !== 'done') return state;
  const { generation, asset } = state;
  return {
    status: 'done',
    progress: 100,
    model: generation.model,
    video: {
      url: await urlFor(request, asset, encoding),
      // Whole seconds, as documented; a video of less than half a one has some length, too.
      duration: Math.max(1, Math.round(asset.durationSeconds ?? generation.request.seconds ?? 0)),
      respect_moderation: true,
      seed: generation.seed,
      expires_at: Math.floor(asset.expiresAt.getTime() / 1000),
      revised_prompt: asset.revisedPrompt ?? '',
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
  { context, publicUrl, inline }: Encoding,
): Promise<string> {
  const url = publicUrl(request, assetPath(context, asset));
  const isRefused = AI_SDK.test(request.headers['user-agent'] ?? '') && isPrivateHost(new URL(url).host);
  if (!isRefused || asset.sizeBytes > LIMITS.dataUrlBytes) return url;
  return await inline.put(asset, `data:${asset.mime};base64,`);
}
