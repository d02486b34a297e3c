import type { TaskOptions } from '@openimagine/media';
import type { EngineRequest, MediaInput } from '../../engine.ts';

/** An input of the order, saved where the render children can read it. */
export interface LocalInput {
  readonly role: MediaInput['role'];
  readonly atSeconds?: number;
  readonly mime: string;
  readonly meta?: MediaInput['meta'];
  readonly path: string;
}

/** One order of the engine, at work. Whatever a work throws ends the order. */
export interface Job {
  readonly request: EngineRequest;
  /** In the order of `request.inputs`. */
  readonly inputs: readonly LocalInput[];
  /** A folder of this order's own, deleted when it ends, for what its tasks leave for each other. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Runs a task of the render children in one of the processes for pictures. */
  drawStill(name: string, input: unknown): Promise<unknown>;
  /** Runs a task in one of the processes for films. Tasks of one order run at once, as many as there are processes. */
  drawFilm(name: string, input: unknown, options?: Pick<TaskOptions, 'onProgress'>): Promise<unknown>;
  /** Runs a task in one of the processes that hold the detectors. */
  look(name: string, input: unknown, options?: Pick<TaskOptions, 'onProgress'>): Promise<unknown>;
  /** Of the whole order, 0 … 1. What falls back is ignored. */
  progress(value: number, stage: string): void;
  output(index: number, bytes: Uint8Array, mime: string, description: string): void;
  addTimings(timingsMs: Readonly<Record<string, number>>): void;
}

/** What carries out one operation, in the server's process: it hands tasks to the children and joins what they make. */
export type Work = (job: Job) => Promise<void>;
