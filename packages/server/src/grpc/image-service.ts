import type { ConnectRouter, HandlerContext } from '@connectrpc/connect';
import type { ImageOrder } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { awaitImage } from '../operations/create-image.ts';
import { submitGeneration } from '../operations/submit-generation.ts';
import { callOf } from './call.ts';
import { decodeImageRequest } from './decode-image.ts';
import { imageMessage } from './encode-image.ts';
import { type GenerateImageRequest, Image } from './gen/xai/api/v1/image_pb.ts';
import type { GrpcOptions } from './grpc-handler.ts';
import { readSubmitOptions } from './submit-options.ts';

/** Pictures: made while the call waits. */
export function imageService(router: ConnectRouter, context: Context, { publicUrl }: GrpcOptions): void {
  router.service(Image, {
    async generateImage(request, call) {
      const { asked } = callOf(call);
      const { id, responseFormat } = await submit(context, request, call);
      const generation = await awaitImage(context, id, call.signal);
      return await imageMessage(generation, { context, publicUrl, asked, responseFormat });
    },
  });
}

/** A function of its own, so that nothing holds the order while the pictures are drawn. */
async function submit(
  context: Context,
  request: GenerateImageRequest,
  call: HandlerContext,
): Promise<{ readonly id: string; readonly responseFormat: ImageOrder['responseFormat'] }> {
  const order = decodeImageRequest(request);
  const options = readSubmitOptions(context, call);
  const id = await submitGeneration(context, callOf(call).caller, order, options);
  return { id, responseFormat: order.responseFormat };
}
