import { readFile } from 'node:fs/promises';
import { compileKernel, createRenderer, kernelUrl, type Renderer } from '@openimagine/render';
import {
  createLexicon,
  describeScene,
  type Lexicon,
  readPrompt,
  type Scene,
  type Stage,
  type StageAssets,
  stageScene,
} from '@openimagine/scene';
import { createAssets } from './assets.ts';
import { sceneInPrompt } from './draft-scenes.ts';
import { createFilmRenderer, type FilmRenderer } from './film-renderer.ts';
import { loadLexiconSources } from './lexicon-files.ts';
import { openSpeech } from './speech/open-speech.ts';

/** Everything that decides what a picture or a film looks like. Plain data: it travels to the render children. */
export interface DraftOrder {
  /** Words, or a scene as `checkScene` puts it. */
  readonly prompt: string;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  /** Length of the film; a still shows a moment of a film of this length. */
  readonly seconds: number;
}

/** A prompt, understood and built. */
export interface Production {
  readonly order: DraftOrder;
  readonly scene: Scene;
  readonly stage: Stage;
  /** One sentence that says what is shown. */
  readonly description: string;
  /** How long reading and modelling took; zero when it was built before. */
  readonly timingsMs: { readonly read: number; readonly model: number };
}

/** A place where orders become pixels: kernel, lexicon, fonts and modelling tools, loaded once a process. */
export interface Studio {
  readonly kernel: WebAssembly.Module;
  readonly lexicon: Lexicon;
  readonly assets: StageAssets;
  /** Keeps the last production: the segments of one film are built once. */
  produce(order: DraftOrder): Production;
  /** Keeps the last renderer, of stills or of films. */
  rendererFor(production: Production): Renderer;
  filmRendererFor(production: Production): FilmRenderer;
}

/** Loads what rendering needs: about 0.5 s. */
export async function openStudio(): Promise<Studio> {
  const [kernel, sources, say] = await Promise.all([loadKernel(), loadLexiconSources(), openSpeech()]);
  return new LocalStudio(kernel, createLexicon(sources), createAssets(say));
}

class LocalStudio implements Studio {
  readonly lexicon: Lexicon;
  readonly assets: StageAssets;
  readonly kernel: WebAssembly.Module;
  #last: Production | undefined;
  #still: Kept<Renderer> | undefined;
  #film: Kept<FilmRenderer> | undefined;

  constructor(kernel: WebAssembly.Module, lexicon: Lexicon, assets: StageAssets) {
    this.kernel = kernel;
    this.lexicon = lexicon;
    this.assets = assets;
  }

  produce(order: DraftOrder): Production {
    if (this.#last && isSameOrder(this.#last.order, order)) {
      return { ...this.#last, timingsMs: { read: 0, model: 0 } };
    }
    const start = performance.now();
    const scene = sceneInPrompt(order.prompt) ?? readPrompt(order.prompt, { lexicon: this.lexicon, seed: order.seed });
    const readAt = performance.now();
    const { width, height, seconds, seed } = order;
    const stage = stageScene(scene, { width, height, durationSeconds: seconds, seed, assets: this.assets });
    const timingsMs = { read: readAt - start, model: performance.now() - readAt };
    this.#last = { order, scene, stage, description: describeScene(scene), timingsMs };
    return this.#last;
  }

  rendererFor(production: Production): Renderer {
    this.#film?.renderer.dispose();
    this.#film = undefined;
    this.#still = keep(this.#still, production, (size) => createRenderer({ kernel: this.kernel, ...size, samples: 4 }));
    return this.#still.renderer;
  }

  filmRendererFor(production: Production): FilmRenderer {
    this.#still?.renderer.dispose();
    this.#still = undefined;
    this.#film = keep(this.#film, production, (size) => createFilmRenderer({ kernel: this.kernel, ...size }));
    return this.#film.renderer;
  }
}

interface Kept<R> {
  readonly width: number;
  readonly height: number;
  readonly stage: Stage;
  readonly renderer: R;
}

/**
 * A renderer draws one world after the other, as long as their size is the same: its memory is a third of a gigabyte that
 * the system would have to clear anew, and the garbage that it left throws out what V8 has compiled.
 */
function keep<R extends { forget(): void; dispose(): void }>(
  kept: Kept<R> | undefined,
  { order: { width, height }, stage }: Production,
  create: (size: { width: number; height: number }) => R,
): Kept<R> {
  if (kept?.width !== width || kept.height !== height) {
    kept?.renderer.dispose();
    return { width, height, stage, renderer: create({ width, height }) };
  }
  if (kept.stage === stage) return kept;
  kept.renderer.forget();
  return { ...kept, stage };
}

async function loadKernel(): Promise<WebAssembly.Module> {
  return compileKernel(Uint8Array.from(await readFile(kernelUrl)));
}

function isSameOrder(a: DraftOrder, b: DraftOrder): boolean {
  return (
    a.prompt === b.prompt &&
    a.seed === b.seed &&
    a.width === b.width &&
    a.height === b.height &&
    a.seconds === b.seconds
  );
}
