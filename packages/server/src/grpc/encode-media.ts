import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { FileOutput } from '@openimagine/contract';
import type { FileOutputSchema } from './gen/xai/api/v1/image_pb.ts';
import type { SamplingUsageSchema } from './gen/xai/api/v1/usage_pb.ts';

export function usageMessage(ticks: number): MessageInitShape<typeof SamplingUsageSchema> {
  return { costInUsdTicks: BigInt(ticks) };
}

/** @param seconds Unix. */
export function timestamp(seconds: number): ReturnType<typeof timestampFromMs> {
  return timestampFromMs(seconds * 1000);
}

/** What became of a result besides, from the words of a REST reply. */
export function deliveredMessage(delivered: {
  readonly file_output?: FileOutput | undefined;
  readonly storage_error?: string | undefined;
}): { fileOutput?: MessageInitShape<typeof FileOutputSchema>; storageError?: string } {
  const { file_output: file, storage_error: storageError } = delivered;
  return {
    ...(file === undefined ? {} : { fileOutput: fileOutputMessage(file) }),
    ...(storageError === undefined ? {} : { storageError }),
  };
}

function fileOutputMessage(file: FileOutput): MessageInitShape<typeof FileOutputSchema> {
  return {
    fileId: file.file_id,
    filename: file.filename,
    ...(file.public_url === undefined ? {} : { publicUrl: file.public_url }),
    ...(file.public_url_expires_at === undefined ? {} : { publicUrlExpiresAt: timestamp(file.public_url_expires_at) }),
    ...(file.expires_at === undefined ? {} : { expiresAt: timestamp(file.expires_at) }),
  };
}
