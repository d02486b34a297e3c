import {
  isOpenAiVideoId,
  type OpenAiVideoDeleted,
  type PriceQuote,
  readVideoEditOrder,
  readVideoExtensionOrder,
  readVideoOrder,
  readWaitSeconds,
  type VideoCancelled,
  type VideoCreated,
  type VideoOrder,
} from '@openimagine/contract';
import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import { awaitVideo } from '../operations/await-video.ts';
import { cancelVideo } from '../operations/cancel-generation.ts';
import { createVideo } from '../operations/create-video.ts';
import { getVideo } from '../operations/get-video.ts';
import { emulatePoll } from './emulator-routes.ts';
import { encodeVideo } from './encode-video.ts';
import { goneSignal } from './gone-signal.ts';
import { createInlineMedia } from './inline-media.ts';
import { answerOpenAiVideo, deleteOpenAiVideo } from './openai-video-routes.ts';
import { isDryRun, readSubmitOptions, replyQuote } from './submit-options.ts';

interface VideoParams {
  Params: { request_id: string };
}

export function videoRoutes(
  app: FastifyInstance,
  context: Context,
  { publicUrl, withMediaBody }: { readonly publicUrl: PublicUrl; readonly withMediaBody: RouteShorthandOptions },
): void {
  const creating = (path: string, readOrder: (body: unknown) => VideoOrder): void => {
    app.post(path, withMediaBody, async (request, reply): Promise<VideoCreated | PriceQuote> => {
      const order = readOrder(request.body);
      if (isDryRun(request)) return await replyQuote(context, request, reply, order);
      const options = readSubmitOptions(context, request, reply);
      const { requestId } = await createVideo(context, request.caller, order, options);
      return { request_id: requestId };
    });
  };
  creating('/v1/videos/generations', readVideoOrder);
  creating('/v1/videos/edits', readVideoEditOrder);
  creating('/v1/videos/extensions', readVideoExtensionOrder);
  app.get<VideoParams & { Querystring: { wait?: unknown } }>('/v1/videos/:request_id', async (request, reply) => {
    const waitMs = readWaitSeconds(request.query) * 1000;
    if (isOpenAiVideoId(request.params.request_id)) {
      const video = await answerOpenAiVideo(context, request);
      return video ?? reply.code(202).send();
    }
    const { request_id: requestId } = request.params;
    const state = await (waitMs === 0
      ? getVideo(context, request.caller, requestId)
      : awaitVideo(context, request.caller, requestId, { waitMs, signal: goneSignal(reply) }));
    if (await emulatePoll(context, requestId, state)) return reply.code(202).send();
    reply.code(state.status === 'pending' ? 202 : 200);
    const inline = createInlineMedia(context);
    return inline.send(reply, await encodeVideo(request, state, { context, publicUrl, inline }));
  });
  app.delete<VideoParams>('/v1/videos/:request_id', async (request): Promise<VideoCancelled | OpenAiVideoDeleted> => {
    if (isOpenAiVideoId(request.params.request_id)) return await deleteOpenAiVideo(context, request);
    const { request_id: requestId } = request.params;
    await cancelVideo(context, request.caller, requestId);
    return { request_id: requestId, status: 'cancelled' };
  });
}
