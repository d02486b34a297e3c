import type { ConnectRouter, HandlerContext } from '@connectrpc/connect';
import { type FileBody, readPublishOrder, toFileId } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { findFile, openFile } from '../files/find-file.ts';
import { encodeFile } from '../http/encode-file.ts';
import { createFile, discardReceived, receiveFile } from '../operations/create-file.ts';
import { deleteFile } from '../operations/delete-file.ts';
import { listFiles } from '../operations/list-files.ts';
import { publishFile, revokeFile } from '../operations/publish-file.ts';
import { callOf } from './call.ts';
import { decodeFileList, readUpload } from './decode-file.ts';
import { seconds } from './decode-media.ts';
import { fileMessage, publicUrlMessage } from './encode-file.ts';
import { Files, type UploadFileChunk } from './gen/xai/api/v1/files_pb.ts';
import type { GrpcOptions } from './grpc-handler.ts';
import { withIdempotentReply } from './idempotent-reply.ts';

/** Files of the caller's team. */
export function fileService(router: ConnectRouter, context: Context, { publicUrl }: GrpcOptions): void {
  router.service(Files, {
    uploadFile: async (chunks, call) => fileMessage(await upload(context, chunks, call, publicUrl)),
    async listFiles(request, call) {
      const { caller, asked } = callOf(call);
      const { files, next } = await listFiles(context, caller, decodeFileList(request));
      return {
        data: files.map((file) => fileMessage(encodeFile(asked, publicUrl, file))),
        ...(next === undefined ? {} : { paginationToken: toFileId(next) }),
      };
    },
    async retrieveFile({ fileId }, call) {
      const { caller, asked } = callOf(call);
      return fileMessage(encodeFile(asked, publicUrl, await findFile(context, caller.teamId, fileId)));
    },
    async deleteFile({ fileId }, call) {
      await deleteFile(context, callOf(call).caller, fileId);
      return { id: fileId, deleted: true };
    },
    async *retrieveFileContent({ fileId }, call) {
      const file = await findFile(context, callOf(call).caller.teamId, fileId);
      for await (const data of inPieces(await openFile(context, file))) yield { data };
    },
    async createPublicUrl({ fileId, expiresAfter }, call) {
      const { caller, asked } = callOf(call);
      const order = { expires_after: seconds(expiresAfter) };
      const published = await withIdempotentReply(
        context,
        call,
        () => [fileId, order],
        async () => encodeFile(asked, publicUrl, await publishFile(context, caller, fileId, readPublishOrder(order))),
      );
      return publicUrlMessage(published);
    },
    async revokePublicUrl({ fileId }, call) {
      return { fileId, revoked: await revokeFile(context, callOf(call).caller, fileId) };
    },
  });
}

async function upload(
  context: Context,
  chunks: AsyncIterable<UploadFileChunk>,
  call: HandlerContext,
  publicUrl: GrpcOptions['publicUrl'],
): Promise<FileBody> {
  const { caller, asked } = callOf(call);
  const { file, content } = await readUpload(chunks);
  const received = await receiveFile(context, content, undefined);
  let isBegun = false;
  try {
    // Who has gone or waits no longer will not use it.
    call.signal.throwIfAborted();
    return await withIdempotentReply<FileBody>(
      context,
      call,
      () => ({ ...file, sha256: received.object.sha256 }),
      (keep) => {
        isBegun = true;
        return context.database.withTransaction(async (tx) => {
          const body = encodeFile(asked, publicUrl, await createFile(context, tx, caller, { ...received, ...file }));
          await keep(tx, body);
          return body;
        });
      },
    );
  } finally {
    // A reply of an earlier call, or none at all.
    if (!isBegun) await discardReceived(context, received);
  }
}

/** A client that reads slowly holds one of them. */
const PIECE_BYTES_MAX = 1024 * 1024;

async function* inPieces(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of body) {
    for (let at = 0; at < chunk.byteLength; at += PIECE_BYTES_MAX)
      yield chunk.subarray(at, at + PIECE_BYTES_MAX) as Uint8Array<ArrayBuffer>;
  }
}
