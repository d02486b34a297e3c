import { createRenderer, Enlarger, isPainted, type Moment, type Renderer } from '@openimagine/render';

/** What a film's frames are drawn by: one sample a pixel, its edges smoothed afterwards. */
export interface FilmRenderer {
  /** The frame in the size of the film; a view, valid until the next. Same moment and seed, same bytes. */
  i420(moment: Moment, frameSeed: number): Uint8Array;
  /** Gets ready for another world. */
  forget(): void;
  dispose(): void;
}

export interface FilmRendererOptions {
  readonly kernel: WebAssembly.Module;
  /** Pixels, even. */
  readonly width: number;
  readonly height: number;
}

/**
 * From 720p on, frames are drawn at this share of their sides and enlarged: a quarter less time for a difference that
 * was not told apart at 1:1 (docs/decisions/0013). Painted styles are drawn in full: their dots and lines have sizes of
 * their own, and each of their frames is shown twice.
 */
const DRAWN_SHARE = 0.85;
const DRAWN_SMALLER_FROM = 700_000;

export function createFilmRenderer({ kernel, width, height }: FilmRendererOptions): FilmRenderer {
  let current: { readonly isSmaller: boolean; readonly renderer: Renderer; readonly enlarger?: Enlarger } | undefined;
  const open = (isSmaller: boolean) => {
    current?.renderer.dispose();
    const drawn = isSmaller ? { width: shrunk(width), height: shrunk(height) } : { width, height };
    const renderer = createRenderer({ kernel, ...drawn, samples: 1 });
    const enlarger = isSmaller ? { enlarger: new Enlarger(kernel, drawn, { width, height }) } : {};
    return { isSmaller, renderer, ...enlarger };
  };
  return {
    i420(moment, frameSeed) {
      const isSmaller = width * height >= DRAWN_SMALLER_FROM && !isPainted(moment.style);
      if (current?.isSmaller !== isSmaller) current = open(isSmaller);
      const frame = current.renderer.render(moment, frameSeed).i420();
      return current.enlarger?.enlarge(frame) ?? frame;
    },
    forget: () => current?.renderer.forget(),
    dispose() {
      current?.renderer.dispose();
      current = undefined;
    },
  };
}

const shrunk = (side: number): number => 2 * Math.round((side * DRAWN_SHARE) / 2);
