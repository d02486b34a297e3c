import { inputError } from '@openimagine/contract';
import type { ImageUrlContent, StorageOptions } from './gen/xai/api/v1/image_pb.ts';
import type { VideoUrlContent } from './gen/xai/api/v1/video_pb.ts';

/** A picture or video in the words of a REST body. An empty message is one that names nothing. */
export type MediaBody = { readonly url: string } | { readonly file_id: string };

export function imageBody(image: ImageUrlContent | undefined): MediaBody | undefined {
  return image && mediaBody(image.source);
}

export function videoBody(video: VideoUrlContent | undefined): MediaBody | undefined {
  return video && mediaBody(video.source);
}

function mediaBody(source: ImageUrlContent['source'] | VideoUrlContent['source']): MediaBody {
  return source.case === 'fileId' ? { file_id: source.value } : { url: source.value ?? '' };
}

export function storageBody(options: StorageOptions | undefined): object | undefined {
  if (options === undefined) return undefined;
  const { filename, expiresAfter, publicUrl } = options;
  return {
    filename,
    expires_after: seconds(expiresAfter),
    public_url: publicUrl && { expires_after: seconds(publicUrl.expiresAfter) },
  };
}

/** Of an int64: one that no number holds exactly is out of every range, too. */
export function seconds(value: bigint | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/**
 * The word of a REST body for a value of an enum. 0 is what was not said.
 * @throws {ApiError} `invalid-argument` for a value that the enum does not have.
 */
export function wordOf<T extends string>(
  words: Readonly<Record<number, T>>,
  value: number | undefined,
  field: string,
): T | undefined {
  if (value === undefined || value === 0) return undefined;
  const word = words[value];
  if (word !== undefined) return word;
  throw inputError(
    field,
    'wrong-value',
    `\`${field}\`: ${value} is offered by no model. Use one of: ${Object.values(words).join(', ')}.`,
  );
}

/** The query of a list that comes in pages: 0 and an empty token are what was not said. */
export function pageBody({
  limit,
  paginationToken,
}: {
  readonly limit: number;
  readonly paginationToken?: string | undefined;
}): { readonly limit: string | undefined; readonly pagination_token: string | undefined } {
  return { limit: limit === 0 ? undefined : String(limit), pagination_token: paginationToken || undefined };
}
