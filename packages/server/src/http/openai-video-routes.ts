import multipart from '@fastify/multipart';
import {
  ApiError,
  checkVideoVariant,
  fromOpenAiVideoId,
  type OpenAiVideo,
  type OpenAiVideoDeleted,
  type OpenAiVideoList,
  type PriceQuote,
  readOpenAiVideoOrder,
  readOpenAiVideoPage,
  readRemixOrder,
  toOpenAiVideoId,
  type VideoOrder,
} from '@openimagine/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import { createVideo } from '../operations/create-video.ts';
import { deleteVideo } from '../operations/delete-video.ts';
import { getVideo } from '../operations/get-video.ts';
import { listVideos } from '../operations/list-videos.ts';
import { assetPath } from '../operations/read-asset.ts';
import { finishedVideo, readVideo } from '../operations/read-video.ts';
import { emulatePoll } from './emulator-routes.ts';
import { encodeOpenAiVideo } from './encode-openai-video.ts';
import { sendObject } from './send-object.ts';
import { isDryRun, readSubmitOptions, replyQuote } from './submit-options.ts';
import { readBodyOrForm, VIDEO_FORM_LIMITS } from './video-form.ts';

interface VideoParams {
  Params: { request_id: string };
}

/** The videos as OpenAI's API had them, over the same generations. */
export async function openAiVideoRoutes(
  app: FastifyInstance,
  context: Context,
  { publicUrl, withMediaBody }: { readonly publicUrl: PublicUrl; readonly withMediaBody: RouteShorthandOptions },
): Promise<void> {
  await app.register(multipart, { limits: VIDEO_FORM_LIMITS });
  const create = async (
    request: FastifyRequest,
    reply: FastifyReply,
    order: VideoOrder,
  ): Promise<OpenAiVideo | PriceQuote> => {
    if (isDryRun(request)) return await replyQuote(context, request, reply, order);
    const { requestId } = await createVideo(context, request.caller, order, readSubmitOptions(context, request, reply));
    return await encodeFound(context, requestId);
  };
  app.post('/v1/videos', withMediaBody, async (request, reply) =>
    create(request, reply, readOpenAiVideoOrder(await readBodyOrForm(request))),
  );
  app.post<VideoParams>('/v1/videos/:request_id/remix', async (request, reply) => {
    const generationId = fromOpenAiVideoId(request.params.request_id);
    const asset = await finishedVideo(context, request.caller, generationId);
    const url = publicUrl(request, assetPath(context, asset));
    return create(request, reply, readRemixOrder(request.body, { generationId: asset.generationId, url }));
  });
  app.get<{ Querystring: Record<string, unknown> }>('/v1/videos', async (request): Promise<OpenAiVideoList> => {
    const { videos, hasMore } = await listVideos(context, request.caller, readOpenAiVideoPage(request.query));
    const data = videos.map((video) => encodeOpenAiVideo(context, video));
    return {
      object: 'list',
      data,
      first_id: data[0]?.id ?? null,
      last_id: data.at(-1)?.id ?? null,
      has_more: hasMore,
    };
  });
  app.get<VideoParams & { Querystring: { variant?: unknown } }>(
    '/v1/videos/:request_id/content',
    async (request, reply) => {
      checkVideoVariant(request.query);
      const id = fromOpenAiVideoId(request.params.request_id);
      const { asset, open } = await readVideo(context, request.caller, id);
      const headers = {
        'cache-control': 'private, no-cache',
        expires: asset.expiresAt.toUTCString(),
        'content-disposition': `attachment; filename="${toOpenAiVideoId(asset.generationId)}.mp4"`,
      };
      return sendObject(request, reply, { ...asset, headers, open });
    },
  );
}

/**
 * The answer to `GET /v1/videos/{video_…}`.
 * @returns Undefined when the answer is to be 202 without a body.
 * @throws {ApiError} As `getVideo`.
 */
export async function answerOpenAiVideo(
  context: Context,
  request: FastifyRequest<VideoParams>,
): Promise<OpenAiVideo | undefined> {
  const id = fromOpenAiVideoId(request.params.request_id);
  const state = await getVideo(context, request.caller, id);
  return (await emulatePoll(context, id, state)) ? undefined : await encodeFound(context, id);
}

/** The answer to `DELETE /v1/videos/{video_…}`. @throws {ApiError} As `getVideo`. */
export async function deleteOpenAiVideo(
  context: Context,
  request: FastifyRequest<VideoParams>,
): Promise<OpenAiVideoDeleted> {
  const { request_id: id } = request.params;
  await deleteVideo(context, request.caller, fromOpenAiVideoId(id));
  return { id, object: 'video.deleted', deleted: true };
}

async function encodeFound(context: Context, id: string): Promise<OpenAiVideo> {
  const generation = await context.generations.find(id);
  if (generation === undefined) throw new ApiError('not-found', 'There is no video with this id.');
  return encodeOpenAiVideo(context, generation);
}
