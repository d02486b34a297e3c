import { setMaxListeners } from 'node:events';
import { type ChildPool, createChildPool, muxFilm } from '@openimagine/media';
import { bytesOutput } from '../bytes-output.ts';
import type { Engine, EngineContext, EngineEvent, EngineRequest } from '../engine.ts';
import { createEventQueue, type EventQueue } from '../event-queue.ts';
import { toEngineError } from './draft-errors.ts';
import { type DraftSegment, type DraftSound, FRAMES_PER_SECOND, segmentsOf } from './draft-film.ts';
import {
  checkRequest,
  DRAFT_MODELS,
  DRAFT_VERSION,
  type DraftOptions,
  STILL_FILM_SECONDS,
  withDefaults,
} from './draft-options.ts';
import type { DraftStill } from './draft-still.ts';
import type { DraftOrder } from './draft-studio.ts';
import type { SegmentTask } from './render-child.ts';

/**
 * Five levels below ordinary work are a third of its share: a picture, or the API itself, hardly feels a film. Ten were
 * a tenth, and on a machine that was busy with other things a film took minutes.
 */
const FILM_NICENESS = 5;
/** Four times the heap of the largest scene seen: whatever runs away ends its own process, not the machine. */
const CHILD_FLAGS = ['--max-old-space-size=1024'];
/** A child that modelled a few hundred scenes starts anew; loading takes half a second. */
const TASKS_PER_CHILD = 200;
/** Drawn once ahead of need: reading loads the lexicon and all code runs hot, which takes 0.5 s off the first picture. */
const REHEARSAL: DraftOrder = { prompt: 'a cat on a sofa', seed: 1, width: 64, height: 64, seconds: 8 };
/** Sound, as a share of a film's progress; the rest is frames. */
const SOUND_SHARE = 0.04;
const MUX_SHARE = 0.02;

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
  readonly #options: Required<DraftOptions>;
  readonly #images: ChildPool;
  readonly #videos: ChildPool;

  constructor(options: Required<DraftOptions>) {
    const { childEntry: entry, imageChildren, videoChildren } = options;
    const shared = { entry, tasksPerChild: TASKS_PER_CHILD, execArgv: CHILD_FLAGS };
    this.#options = options;
    this.#images = createChildPool({ ...shared, size: imageChildren });
    this.#videos = createChildPool({ ...shared, size: videoChildren, niceness: FILM_NICENESS });
  }

  async warm() {
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
        const error = toEngineError(reason);
        context.log.warn('a draft failed', { generationId: request.generationId, kind: error.kind, cause: reason });
        queue.end({ type: 'failed', error });
      },
    );
    return queue;
  }

  childPids(): readonly number[] {
    return [...this.#images.pids(), ...this.#videos.pids()];
  }

  load() {
    const [images, videos] = [this.#images.load(), this.#videos.load()];
    return { running: images.running + videos.running, waiting: images.waiting + videos.waiting };
  }

  async close(): Promise<void> {
    await Promise.all([this.#images.close(), this.#videos.close()]);
  }

  async #perform(request: EngineRequest, signal: AbortSignal, queue: EventQueue): Promise<Record<string, number>> {
    checkRequest(request);
    signal.throwIfAborted();
    queue.push({ type: 'accepted', ref: { engine: this.name, id: request.generationId } });
    queue.push({ type: 'running', progress: 0, stage: 'rendering' });
    const timingsMs: Record<string, number> = {};
    const addTimings = (more: Readonly<Record<string, number>>) => {
      for (const [part, ms] of Object.entries(more)) timingsMs[part] = (timingsMs[part] ?? 0) + ms;
    };
    const perform = request.operation === 'video.generate' ? this.#film : this.#stills;
    await perform.call(this, request, { signal, queue, addTimings });
    return timingsMs;
  }

  async #stills(request: EngineRequest, { signal, queue, addTimings }: Performance): Promise<void> {
    const deadlineMs = this.#options.stillDeadlineMs;
    let finished = 0;
    const draw = async (index: number) => {
      const order = orderOf(request, request.seed + index, STILL_FILM_SECONDS);
      const still = (await this.#images.run('still', order, { signal, deadlineMs })) as DraftStill;
      addTimings(still.timingsMs);
      queue.push({ type: 'output', index, output: bytesOutput(still.jpeg, 'image/jpeg', still.description) });
      queue.push({ type: 'running', progress: ++finished / request.count, stage: 'rendering' });
    };
    await Promise.all(Array.from({ length: request.count }, (_, index) => draw(index)));
  }

  async #film(request: EngineRequest, { signal, queue, addTimings }: Performance): Promise<void> {
    const seconds = request.seconds ?? STILL_FILM_SECONDS;
    const { width, height } = request;
    const order = orderOf(request, request.seed, seconds);
    const deadlineMs = this.#options.segmentDeadlineMs;
    const frameShare = (1 - MUX_SHARE - (request.audio ? SOUND_SHARE : 0)) / (seconds * FRAMES_PER_SECOND);
    let progress = 0;
    const advance = (share: number, stage: string) => {
      progress += share;
      queue.push({ type: 'running', progress, stage });
    };

    const segmentsDrawn = segmentsOf(seconds).map(async (range) => {
      const task: SegmentTask = { order, range };
      const onProgress = () => advance(frameShare, 'rendering');
      const drawn = (await this.#videos.run('segment', task, { signal, deadlineMs, onProgress })) as DraftSegment;
      addTimings(drawn.timingsMs);
      return drawn;
    });
    // Asked for last, because it is the shortest piece: the processor that is free first takes it.
    const soundPlayed = request.audio
      ? (this.#videos.run('sound', order, { signal, deadlineMs }) as Promise<DraftSound>).then((sound) => {
          addTimings(sound.timingsMs);
          advance(SOUND_SHARE, 'sound');
          return sound.audio;
        })
      : undefined;
    const [segments, audio] = await Promise.all([Promise.all(segmentsDrawn), soundPlayed]);

    const muxStart = performance.now();
    const film = await muxFilm({
      width,
      height,
      framesPerSecond: FRAMES_PER_SECOND,
      segments: segments.map(({ segment }) => segment),
      ...(audio ? { audio } : {}),
    });
    addTimings({ mux: performance.now() - muxStart });
    signal.throwIfAborted();
    queue.push({ type: 'output', index: 0, output: bytesOutput(film, 'video/mp4', segments[0]!.description) });
    queue.push({ type: 'running', progress: 1, stage: 'muxed' });
  }
}

interface Performance {
  readonly signal: AbortSignal;
  readonly queue: EventQueue;
  readonly addTimings: (more: Readonly<Record<string, number>>) => void;
}

function orderOf({ prompt, width, height }: EngineRequest, seed: number, seconds: number): DraftOrder {
  return { prompt, seed: seed >>> 0, width, height, seconds };
}
