import { encodeJpeg } from '@openimagine/media';
import type { DraftOrder, Studio } from '../draft-studio.ts';

/** Hard to tell from lossless at 1:1, and about 250 kB for a megapixel. */
const JPEG_QUALITY = 90;

export interface DraftStill {
  readonly jpeg: Uint8Array;
  readonly description: string;
  readonly timingsMs: Readonly<Record<'read' | 'model' | 'render' | 'encode', number>>;
}

/** Draws the moment that shows a scene best, with four samples a pixel. */
export async function drawStill(studio: Studio, order: DraftOrder): Promise<DraftStill> {
  const production = studio.produce(order);
  const { stage, description } = production;
  const start = performance.now();
  const renderer = studio.rendererFor(production);
  const { rgba, width, height } = renderer.render(stage.momentAt(stage.stillSeconds), order.seed);
  const renderedAt = performance.now();
  const jpeg = await encodeJpeg({ rgba, width, height }, JPEG_QUALITY);
  const encode = performance.now() - renderedAt;
  return { jpeg, description, timingsMs: { ...production.timingsMs, render: renderedAt - start, encode } };
}
