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
  /** Keeps the last renderer, of stills or of films, and lets go of the one before. */
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
    if (this.#still?.stage === production.stage) return this.#still.renderer;
    this.#letGo();
    const { width, height } = production.order;
    const renderer = createRenderer({ kernel: this.kernel, width, height, samples: 4 });
    this.#still = { stage: production.stage, renderer };
    return renderer;
  }

  filmRendererFor({ order, stage }: Production): FilmRenderer {
    if (this.#film?.stage === stage) return this.#film.renderer;
    this.#letGo();
    const { width, height } = order;
    const { style } = stage.momentAt(0);
    const renderer = createFilmRenderer({ kernel: this.kernel, width, height, style });
    this.#film = { stage, renderer };
    return renderer;
  }

  /** A renderer keeps the meshes that it has seen; those of another production are of no use to this one. */
  #letGo(): void {
    this.#still?.renderer.dispose();
    this.#film?.renderer.dispose();
    this.#still = undefined;
    this.#film = undefined;
  }
}

interface Kept<R> {
  readonly stage: Stage;
  readonly renderer: R;
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
