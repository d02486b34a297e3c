import { OpenImagineError, readSafely } from './errors.ts';
import { dateOf } from './files.ts';
import { type Media, mediaAt, mediaOfBase64, mediaWithout } from './media.ts';
import type { Transport } from './transport.ts';
import type { FileOutput, FinishedVideo, ImageData, ImageReply, PriceReply } from './wire.ts';

/** What a picture and a video have in common. What another server of this API does not tell is undefined. */
interface Result extends Media {
  /** One sentence that says what was drawn. */
  readonly revisedPrompt: string | undefined;
  /** Give it again to get the same. */
  readonly seed: number | undefined;
  /** Until when `url` lives: save what you want to keep. */
  readonly expiresAt: Date | undefined;
  /** False: moderation refused it, and there is nothing to read. */
  readonly respectModeration: boolean;
  /** With `storage`: what it was kept as. */
  readonly file: StoredFile | undefined;
  /** Why it could not be kept; the result is there all the same. */
  readonly storageError: string | undefined;
}

export interface StoredFile {
  readonly fileId: string;
  readonly filename: string;
  readonly expiresAt: Date | undefined;
  readonly publicUrl: string | undefined;
  readonly publicUrlExpiresAt: Date | undefined;
}

export interface GeneratedImage extends Result {
  readonly mimeType: string;
}

export interface GeneratedImages {
  /** The first of them. */
  readonly image: GeneratedImage;
  readonly images: readonly GeneratedImage[];
  readonly model: string;
  /** What was billed; 10,000,000,000 ticks are one US dollar. */
  readonly costInUsdTicks: number | undefined;
}

export interface GeneratedVideo extends Result {
  /** Its `request_id`. */
  readonly id: string;
  /** Seconds. */
  readonly duration: number;
  readonly model: string;
  /** What was billed; 10,000,000,000 ticks are one US dollar. */
  readonly costInUsdTicks: number | undefined;
}

/** The price of a request. Nothing was made. */
export interface Quote {
  readonly model: string;
  readonly operation: string;
  readonly lines: readonly {
    readonly item: string;
    readonly quantity: number;
    readonly unitCostInUsdTicks: number;
    readonly costInUsdTicks: number;
  }[];
  readonly costInUsdTicks: number;
  /** In dollars, such as `0.42`. */
  readonly costInUsd: string;
}

/** @throws {OpenImagineError} `no-result` for a reply without any picture. */
export function readImages(transport: Transport, reply: ImageReply): GeneratedImages {
  const images = readSafely(() => reply.data.map((data) => readImage(transport, data)));
  const [image] = images;
  if (image === undefined) throw noResult('no-result', 'The server answered without any picture.');
  return { image, images, model: reply.model, costInUsdTicks: reply.usage?.cost_in_usd_ticks };
}

function readImage(transport: Transport, data: ImageData): GeneratedImage {
  const respectModeration = data.respect_moderation ?? true;
  const mimeType = data.mime_type ?? 'image/jpeg';
  const media = data.b64_json
    ? mediaOfBase64(transport, data.b64_json, mimeType, data.url || undefined)
    : data.url
      ? mediaAt(transport, data.url)
      : mediaWithout(transport, withoutMedia(respectModeration));
  return { ...media, mimeType, respectModeration, ...common(data) };
}

export function readVideo(transport: Transport, id: string, reply: FinishedVideo): GeneratedVideo {
  const { video, model, usage } = reply;
  const respectModeration = video.respect_moderation ?? true;
  const media = video.url
    ? mediaAt(transport, video.url)
    : mediaWithout(transport, withoutMedia(respectModeration, id));
  return {
    ...media,
    id,
    duration: video.duration,
    model,
    respectModeration,
    costInUsdTicks: usage?.cost_in_usd_ticks,
    ...common(video),
  };
}

export function readQuote(reply: PriceReply): Quote {
  return readSafely(() => ({
    model: reply.model,
    operation: reply.operation,
    lines: reply.lines.map((line) => ({
      item: line.item,
      quantity: line.quantity,
      unitCostInUsdTicks: line.unit_cost_in_usd_ticks,
      costInUsdTicks: line.cost_in_usd_ticks,
    })),
    costInUsdTicks: reply.cost_in_usd_ticks,
    costInUsd: reply.cost_in_usd,
  }));
}

function common(
  data: ImageData | FinishedVideo['video'],
): Pick<Result, 'revisedPrompt' | 'seed' | 'expiresAt' | 'file' | 'storageError'> {
  return {
    revisedPrompt: data.revised_prompt,
    seed: data.seed,
    expiresAt: dateOf(data.expires_at),
    file: data.file_output === undefined ? undefined : storedFile(data.file_output),
    storageError: data.storage_error,
  };
}

function storedFile(file: FileOutput): StoredFile {
  return {
    fileId: file.file_id,
    filename: file.filename,
    expiresAt: dateOf(file.expires_at),
    publicUrl: file.public_url,
    publicUrlExpiresAt: dateOf(file.public_url_expires_at),
  };
}

function withoutMedia(respectModeration: boolean, videoRequestId?: string): OpenImagineError {
  return respectModeration
    ? noResult('no-result', 'The reply names no URL: the result was put elsewhere.', videoRequestId)
    : noResult('imagine:content-moderated', 'The result was refused by moderation. Change the prompt.', videoRequestId);
}

function noResult(code: string, message: string, videoRequestId?: string): OpenImagineError {
  return new OpenImagineError(message, { status: 200, code, videoRequestId });
}
