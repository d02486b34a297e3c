import type { ConnectRouter, HandlerContext } from '@connectrpc/connect';
import type { VideoOrder } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { emulatePoll } from '../http/emulator-routes.ts';
import { createVideo } from '../operations/create-video.ts';
import { getVideo } from '../operations/get-video.ts';
import { callOf } from './call.ts';
import { decodeVideoExtension, decodeVideoRequest } from './decode-video.ts';
import { videoStateMessage } from './encode-video.ts';
import { DeferredStatus } from './gen/xai/api/v1/deferred_pb.ts';
import { Video } from './gen/xai/api/v1/video_pb.ts';
import type { GrpcOptions } from './grpc-handler.ts';
import { readSubmitOptions } from './submit-options.ts';

/** Videos: accepted at once, made afterwards, polled for. */
export function videoService(router: ConnectRouter, context: Context, { publicUrl }: GrpcOptions): void {
  const start = async (order: VideoOrder, call: HandlerContext): Promise<{ requestId: string }> => {
    const options = readSubmitOptions(context, call);
    const { requestId } = await createVideo(context, callOf(call).caller, order, options);
    return { requestId };
  };
  router.service(Video, {
    generateVideo: (request, call) => start(decodeVideoRequest(request), call),
    extendVideo: (request, call) => start(decodeVideoExtension(request), call),
    async getDeferredVideo({ requestId }, call) {
      const { caller, asked } = callOf(call);
      const state = await getVideo(context, caller, requestId);
      if (await emulatePoll(context, requestId, state)) return { status: DeferredStatus.PENDING };
      return videoStateMessage(state, { context, publicUrl, asked });
    },
  });
}
