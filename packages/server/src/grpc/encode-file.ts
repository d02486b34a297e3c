import type { MessageInitShape } from '@bufbuild/protobuf';
import type { FileBody } from '@openimagine/contract';
import { timestamp } from './encode-media.ts';
import type { CreatePublicUrlResponseSchema, FileSchema } from './gen/xai/api/v1/files_pb.ts';

/** A file, from the words of a REST reply. */
export function fileMessage(file: FileBody): MessageInitShape<typeof FileSchema> {
  return {
    id: file.id,
    filename: file.filename,
    size: BigInt(file.bytes),
    createdAt: timestamp(file.created_at),
    ...(file.expires_at === null ? {} : { expiresAt: timestamp(file.expires_at) }),
    ...(file.public_url === undefined ? {} : { publicUrl: file.public_url }),
    ...(file.public_url_expires_at === undefined ? {} : { publicUrlExpiresAt: timestamp(file.public_url_expires_at) }),
  };
}

/** Where anybody can fetch a file that has just been published. */
export function publicUrlMessage({
  public_url: publicUrl = '',
  public_url_expires_at: expiresAt,
}: FileBody): MessageInitShape<typeof CreatePublicUrlResponseSchema> {
  return { publicUrl, ...(expiresAt === undefined ? {} : { expiresAt: timestamp(expiresAt) }) };
}
