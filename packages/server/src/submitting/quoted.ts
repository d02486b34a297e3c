import {
  type ImageOrder,
  type ImageQuote,
  type InputFacts,
  quoteImage,
  quoteVideo,
  type VideoOrder,
  type VideoQuote,
} from '@openimagine/contract';
import type { StoredRequest } from '../jobs/generation.ts';

/** An order whose inputs are measured: exact size, length and price. */
export type Quoted =
  | { readonly order: ImageOrder; readonly quote: ImageQuote }
  | { readonly order: VideoOrder; readonly quote: VideoQuote };

/** @throws {ApiError} `invalid-argument` for an input video that is too short or too long. */
export function quoteOf(order: ImageOrder | VideoOrder, facts: readonly InputFacts[]): Quoted {
  return order.kind === 'image'
    ? { order, quote: quoteImage(order, facts) }
    : { order, quote: quoteVideo(order, facts) };
}

/** What each attempt will ask its engine for. */
export function toRequest(
  { order, quote }: Quoted,
  given: { readonly id: string; readonly seed: number; readonly engineModel: string },
): StoredRequest {
  const { operation, prompt } = order;
  const { aspectRatio, width, height } = quote;
  const common = {
    operation,
    generationId: given.id,
    model: given.engineModel,
    prompt,
    aspectRatio,
    width,
    height,
    seed: given.seed,
  };
  if (order.kind === 'image') {
    const quality = order.quality === undefined ? {} : { quality: order.quality };
    return { ...common, resolution: order.resolution, count: order.count, audio: false, ...quality };
  }
  const { durationSeconds, totalSeconds, framesPerSecond, resolution } = quote as VideoQuote;
  return {
    ...common,
    resolution,
    count: 1,
    seconds: durationSeconds,
    ...(totalSeconds === durationSeconds ? {} : { totalSeconds }),
    ...(framesPerSecond === undefined ? {} : { framesPerSecond }),
    audio: order.audio,
    ...(order.remixedFrom === undefined ? {} : { remixedFrom: order.remixedFrom }),
    ...(order.voices === undefined ? {} : { voices: order.voices }),
  };
}
