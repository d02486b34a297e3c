import multipart from '@fastify/multipart';
import { ApiError, LIMITS, readFileListOrder, readPublishOrder, toFileId } from '@openimagine/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import type { StoredFile } from '../files/file.ts';
import { findFile, openFile } from '../files/find-file.ts';
import { findPublished } from '../files/public-path.ts';
import { createFile, discardReceived } from '../operations/create-file.ts';
import { deleteFile } from '../operations/delete-file.ts';
import { listFiles } from '../operations/list-files.ts';
import { publishFile, revokeFile } from '../operations/publish-file.ts';
import { encodeFile, unixSeconds } from './encode-file.ts';
import { withIdempotentReply } from './idempotent-reply.ts';
import { pathOf } from './reply-errors.ts';
import { sendObject } from './send-object.ts';
import { readUpload } from './upload-form.ts';

interface FileParams {
  Params: { file_id: string };
}

/** Of a form: a file and a few short fields. */
const FORM_LIMITS = { fieldSize: 4_096, fields: 20, files: 2, parts: 25, headerPairs: 50, fieldNameSize: 100 };
/** Around the file: boundaries and fields. */
const FORM_EXTRA_BYTES = 256 * 1024;

/** Files, behind a key. */
export async function fileRoutes(app: FastifyInstance, context: Context, publicUrl: PublicUrl): Promise<void> {
  await app.register(multipart, { limits: { ...FORM_LIMITS, fileSize: LIMITS.fileBytes + 1 } });
  app.post('/v1/files', { onRequest: refuseLongForm }, async (request, reply) => {
    const { received, file } = await readUpload(context, request);
    const asked = { ...file, sha256: received.object.sha256 };
    let isBegun = false;
    try {
      return await withIdempotentReply(
        context,
        request,
        reply,
        (keep) => {
          isBegun = true;
          return context.database.withTransaction(async (tx) => {
            const made = await createFile(context, tx, request.caller, { ...received, ...file });
            const body = encodeFile(request, publicUrl, made);
            await keep(tx, body);
            return body;
          });
        },
        { body: asked },
      );
    } finally {
      // A reply of an earlier call, or none at all.
      if (!isBegun) await discardReceived(context, received);
    }
  });
  app.get('/v1/files', async (request) => {
    const { files, next } = await listFiles(context, request.caller, readFileListOrder(request.query));
    return {
      object: 'list',
      data: files.map((file) => encodeFile(request, publicUrl, file)),
      pagination_token: next === undefined ? null : toFileId(next),
      has_more: next !== undefined,
    };
  });
  app.get<FileParams>('/v1/files/:file_id', async (request) =>
    encodeFile(request, publicUrl, await findFile(context, request.caller.teamId, request.params.file_id)),
  );
  app.get<FileParams>('/v1/files/:file_id/content', async (request, reply) => {
    const file = await findFile(context, request.caller.teamId, request.params.file_id);
    return sendFile(context, request, reply, { file, cache: 'private, no-cache' });
  });
  app.delete<FileParams>('/v1/files/:file_id', async (request) => {
    await deleteFile(context, request.caller, request.params.file_id);
    return { id: request.params.file_id, object: 'file', deleted: true };
  });
  app.post<FileParams>('/v1/files/:file_id/public-url', (request, reply) =>
    withIdempotentReply(context, request, reply, async () => {
      const seconds = readPublishOrder(request.body);
      const file = await publishFile(context, request.caller, request.params.file_id, seconds);
      const { public_url, public_url_expires_at: expires_at } = encodeFile(request, publicUrl, file);
      return { public_url, ...(expires_at === undefined ? {} : { expires_at }) };
    }),
  );
  app.post<FileParams>('/v1/files/:file_id/public-url/revoke', async (request) => ({
    id: request.params.file_id,
    revoked: await revokeFile(context, request.caller, request.params.file_id),
  }));
}

/** Before a byte of it is read. */
async function refuseLongForm({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (Number(headers['content-length'] ?? 0) <= 2 * LIMITS.fileBytes + FORM_EXTRA_BYTES) return;
  // Nobody reads what still comes on this connection.
  reply.header('connection', 'close');
  throw new ApiError(
    'payload-too-large',
    `The file is larger than ${LIMITS.fileBytes / 1e6} MB, the most that is kept. Send a smaller one.`,
  );
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'accept-ranges, content-length, content-range, etag, expires',
} as const;

/** Published files: no key, from any origin. */
export function publicFileRoutes(app: FastifyInstance, context: Context): void {
  // The name is for whoever reads the URL, and of any length.
  app.get('/public/:token/*', async (request, reply) => {
    reply.headers(CORS);
    const file = await findPublished(context, pathOf(request.url));
    if (file === undefined)
      throw new ApiError('not-found', 'There is no such file: its public URL was revoked, or never was.');
    if (file === 'expired') throw new ApiError('gone', 'The public URL of this file has expired.');
    return sendFile(context, request, reply, { file, cache: 'public, no-cache' });
  });
}

/** What a browser may show from this origin; anything else could be a page with scripts. */
const SHOWN_INLINE = /^(?:image\/(?:jpeg|png|webp|gif)|video\/mp4)$/;

function sendFile(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { file, cache }: { readonly file: StoredFile; readonly cache: string },
): Promise<FastifyReply> {
  const disposition = SHOWN_INLINE.test(file.mime) ? 'inline' : 'attachment';
  const name = encodeURIComponent(file.filename).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return sendObject(request, reply, {
    ...file,
    headers: {
      'cache-control': cache,
      'content-disposition': `${disposition}; filename*=UTF-8''${name}`,
      'last-modified': new Date(unixSeconds(file.createdAt) * 1000).toUTCString(),
      'content-security-policy': "default-src 'none'; sandbox",
    },
    open: (range) => openFile(context, file, range),
  });
}
