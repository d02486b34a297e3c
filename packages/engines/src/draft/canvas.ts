import { loadCanvas } from '@openimagine/media';

/** Skia, for what asks for it synchronously. Only files that run in a render child import this one. */
export const { createCanvas, GlobalFonts, Image } = await loadCanvas();

export type CanvasContext = ReturnType<ReturnType<typeof createCanvas>['getContext']> & object;
