import { setMaxListeners } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { type ChildPool, createChildPool } from '@openimagine/media';
import { bytesOutput } from '../bytes-output.ts';
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineEvent,
  type EngineRequest,
  type MediaInput,
  type SceneReader,
} from '../engine.ts';
import { createEventQueue, type EventQueue } from '../event-queue.ts';
import { checkRequest } from './check-request.ts';
import { toEngineError } from './draft-errors.ts';
import { DRAFT_MODELS, DRAFT_VERSION, type DraftOptions, withDefaults } from './draft-options.ts';
import { checkScene, type SceneAnswer, type SceneQuestion } from './draft-scenes.ts';
import type { DraftOrder } from './draft-studio.ts';
import { clearScratch, makeScratch } from './scratch.ts';
import type { LocalInput } from './works/job.ts';

/**
 * Five levels below ordinary work are a third of its share: a picture, or the API itself, hardly feels a film. Ten were
 * a tenth, and on a machine that was busy with other things a film took minutes.
 */
const FILM_NICENESS = 5;
/**
 * Four times the heap of the largest scene seen: whatever runs away ends its own process, not the machine. And patterns
 * are compiled at once instead of twice: V8 throws those of the reader out while a film is drawn, and the next prompt
 * was read in 40 ms then instead of 140.
 */
const CHILD_FLAGS = ['--max-old-space-size=1024', '--no-regexp-tier-up'];
/** A child that modelled a few hundred scenes starts anew; loading takes half a second. */
const TASKS_PER_CHILD = 200;
/**
 * What allocators never give back adds up, by 40 to 80 MB an order. From here an order of 720p still stays below 700 MB;
 * one that is larger pays half a second for it that nobody waits for.
 */
const REST_BYTES_MAX = 480e6;
/** Detecting what is followed takes as long as editing does; each process takes 0.4 GB for it. */
const LOOKERS_MAX = 2;
/** A prompt is read within milliseconds; whoever asks behind so many is told to come again. */
const READINGS_WAITING_MAX = 200;
/** Drawn once ahead of need: reading loads the lexicon and all code runs hot, which takes 0.5 s off the first picture. */
const REHEARSAL: DraftOrder = { prompt: 'a cat on a sofa', seed: 1, width: 64, height: 64, seconds: 8 };

export interface DraftEngine extends Engine {
  /** Process ids of the render children, for measuring them. */
  childPids(): readonly number[];
  /** Render tasks that run and that wait, pictures and films together. */
  load(): { readonly running: number; readonly waiting: number };
  /**
   * Starts the children ahead of the first order; those for pictures first, which are waited for.
   * @throws what keeps a child from starting; whoever orders from it is told as well.
   */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The embedded engine: a small film studio on the processor, in child processes of its own. Nothing of it survives a
 * restart, and nothing needs to: the same order gives the same picture.
 */
export function createDraftEngine(options: DraftOptions = {}): DraftEngine {
  return new PooledDraftEngine(withDefaults(options));
}

class PooledDraftEngine implements DraftEngine {
  readonly name = 'draft';
  readonly scenes: SceneReader = {
    read: (prompt, seed, signal) => this.#readScene({ prompt, seed: seed >>> 0 }, signal),
    check: checkScene,
  };
  readonly #options: Required<DraftOptions>;
  readonly #images: ChildPool;
  readonly #videos: ChildPool;
  /** The only ones that hold the detectors. Started when first needed. */
  readonly #looks: ChildPool;

  constructor(options: Required<DraftOptions>) {
    const { childEntry: entry, lookEntry, imageChildren, videoChildren } = options;
    const shared = { entry, tasksPerChild: TASKS_PER_CHILD, execArgv: CHILD_FLAGS };
    this.#options = options;
    this.#images = createChildPool({ ...shared, size: imageChildren });
    this.#videos = createChildPool({ ...shared, size: videoChildren, niceness: FILM_NICENESS });
    const lookers = Math.min(LOOKERS_MAX, videoChildren);
    this.#looks = createChildPool({ ...shared, entry: lookEntry, size: lookers, niceness: FILM_NICENESS });
  }

  async warm() {
    await clearScratch();
    await this.#images.run('still', REHEARSAL, {});
    await this.#videos.warm();
  }

  async health() {
    try {
      await this.#images.warm();
      return { ok: true, version: DRAFT_VERSION };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, version: DRAFT_VERSION, detail };
    }
  }

  async capabilities() {
    return {
      models: DRAFT_MODELS,
      cancel: 'running',
      progress: 'steps',
      inputs: ['bytes'],
      // One film already keeps every processor busy; a second one beside it would only make both later.
      concurrency: { images: this.#options.imageChildren, videos: 1 },
      survivesRestart: false,
    } as const;
  }

  run(request: EngineRequest, context: EngineContext): AsyncIterable<EngineEvent> {
    const work = new AbortController();
    const signal = AbortSignal.any([work.signal, context.signal]);
    // One listener for each piece of an order, of which there may be more than the ten that Node finds suspicious.
    setMaxListeners(0, signal);
    const queue = createEventQueue(() => work.abort());
    void this.#perform(request, signal, queue).then(
      (timingsMs) => queue.end({ type: 'done', timingsMs }),
      (reason) => {
        // Whatever else of the same order is still being drawn is of no use to anybody.
        work.abort();
        if (context.signal.aborted) return queue.end({ type: 'cancelled' });
        const error = toEngineError(reason, request.inputs);
        context.log.warn('a draft failed', { generationId: request.generationId, kind: error.kind, cause: reason });
        queue.end({ type: 'failed', error });
      },
    );
    return queue;
  }

  childPids(): readonly number[] {
    return [this.#images, this.#videos, this.#looks].flatMap((pool) => pool.pids());
  }

  load() {
    const loads = [this.#images, this.#videos, this.#looks].map((pool) => pool.load());
    return {
      running: loads.reduce((sum, { running }) => sum + running, 0),
      waiting: loads.reduce((sum, { waiting }) => sum + waiting, 0),
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#images.close(), this.#videos.close(), this.#looks.close()]);
  }

  async #perform(request: EngineRequest, signal: AbortSignal, queue: EventQueue): Promise<Record<string, number>> {
    const work = checkRequest(request);
    signal.throwIfAborted();
    queue.push({ type: 'accepted', ref: { engine: this.name, id: request.generationId } });
    queue.push({ type: 'running', progress: 0, stage: 'rendering' });
    const timingsMs: Record<string, number> = {};
    const folder = request.inputs.length > 0 ? await makeScratch() : '';
    try {
      const inputs = await Promise.all(request.inputs.map((input, index) => saveInput(input, folder, index, signal)));
      await work({
        request,
        inputs,
        folder,
        signal,
        drawStill: (name, input) =>
          this.#images.run(name, input, { signal, deadlineMs: this.#options.stillDeadlineMs }),
        drawFilm: (name, input, options) =>
          this.#videos.run(name, input, { ...options, signal, deadlineMs: this.#options.segmentDeadlineMs }),
        look: (name, input, options) =>
          this.#looks.run(name, input, { ...options, signal, deadlineMs: this.#options.segmentDeadlineMs }),
        progress: (progress, stage) => queue.push({ type: 'running', progress, stage }),
        output: (index, bytes, mime, description) =>
          queue.push({ type: 'output', index, output: { ...bytesOutput(bytes, mime, description), isOwn: true } }),
        addTimings(more) {
          for (const [part, ms] of Object.entries(more)) timingsMs[part] = (timingsMs[part] ?? 0) + ms;
        },
      });
    } finally {
      if (folder) await rm(folder, { recursive: true, force: true });
      void this.#renewChildren();
    }
    return timingsMs;
  }

  async #readScene(question: SceneQuestion, signal: AbortSignal | undefined): Promise<SceneAnswer> {
    if (this.#images.load().waiting >= READINGS_WAITING_MAX)
      throw new EngineError('overloaded', 'too many pictures and prompts are waiting');
    try {
      const options = { deadlineMs: this.#options.stillDeadlineMs, ...(signal ? { signal } : {}) };
      return (await this.#images.run('scene', question, options)) as SceneAnswer;
    } catch (error) {
      throw toEngineError(error, []);
    }
  }

  /** Between orders, what has grown large starts anew; in the midst of one it would lose what it has prepared. */
  async #renewChildren(): Promise<void> {
    await Promise.all([
      this.#looks.renew({ residentBytesMax: REST_BYTES_MAX }),
      this.#videos.renew({ residentBytesMax: REST_BYTES_MAX }),
    ]);
  }
}

async function saveInput(input: MediaInput, folder: string, index: number, signal: AbortSignal): Promise<LocalInput> {
  const { role, mime, atSeconds, meta } = input;
  const path = join(folder, `input-${index}`);
  await pipeline(Readable.fromWeb((await input.open()) as NodeReadableStream), createWriteStream(path), { signal });
  return { role, mime, path, ...(atSeconds === undefined ? {} : { atSeconds }), ...(meta ? { meta } : {}) };
}
