import { Child } from './child.ts';
import { MediaError } from './media-error.ts';
import { nextTurn } from './natives.ts';
import { residentBytes } from './watch-memory.ts';

export interface ChildPoolOptions {
  /** The module that a child runs; it calls `serveTasks`. */
  readonly entry: URL;
  /** How many children, and so how many tasks at once. */
  readonly size: number;
  /** Added to the children's scheduling priority, 0 … 19: 10 gives way to everything else. Default 0. */
  readonly niceness?: number;
  /** A child is replaced after so many tasks, so that a slow leak in native code never adds up. Default 200. */
  readonly tasksPerChild?: number;
  /** Flags of the child's own Node, such as a heap limit. */
  readonly execArgv?: readonly string[];
  /**
   * A child whose resident memory grows beyond this is killed and its task fails with `too_large`. Watched from outside ten
   * times a second, by way of `/proc`: on Linux only, elsewhere nothing is enforced.
   */
  readonly memoryBytesMax?: number;
  /**
   * Children may read only these folders (and the code that they run), write only those, and start no programs: for what
   * opens strangers' files. By Node's permission model, which native code can pass by; it is a second wall.
   */
  readonly confinedTo?: { readonly reads: readonly string[]; readonly writes?: readonly string[] };
  /** Children see nothing of the environment but what the system needs to start them. Default false. */
  readonly isBare?: boolean;
}

export interface TaskOptions {
  readonly signal?: AbortSignal;
  /** Counted from the start of the task, not while it waits. The child is killed after it. */
  readonly deadlineMs?: number;
  readonly onProgress?: (value: unknown) => void;
}

/**
 * Runs tasks in child processes that are started when first needed and stay warm. A native crash costs one task.
 * First come, first served.
 */
export interface ChildPool {
  /**
   * @param name Which of the child's handlers.
   * @param input Structured-cloneable.
   * @throws {MediaError} `task_failed` (with the child's error as `cause`), `child_crashed`, `deadline`, `aborted`,
   * `closed`, `too_large` (more memory than `memoryBytesMax`); or the task's own `MediaError`. An aborted task's child is killed, so nothing runs on.
   */
  run(name: string, input: unknown, options?: TaskOptions): Promise<unknown>;
  /** Starts all children ahead of need. */
  warm(): Promise<void>;
  /**
   * Ends idle children that have more resident than this, and starts others in their place. Nothing happens while tasks run
   * or wait: what a child keeps from one task of an order is of use to the next. Linux only.
   */
  renew(options: { readonly residentBytesMax: number }): Promise<void>;
  /** Of the children alive now. */
  pids(): readonly number[];
  /** How many tasks run and how many wait. */
  load(): { readonly running: number; readonly waiting: number };
  /** Kills the children; unfinished tasks reject with `closed`. */
  close(): Promise<void>;
}

interface Waiting {
  /** Called when the task leaves the queue. */
  readonly leave: () => void;
  readonly name: string;
  readonly input: unknown;
  readonly options: TaskOptions;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function createChildPool(options: ChildPoolOptions): ChildPool {
  const { size, tasksPerChild = 200 } = options;
  const slots: (Child | undefined)[] = Array.from({ length: size }, () => undefined);
  const busy = new Set<number>();
  const queue: Waiting[] = [];
  let closed = false;

  const childOf = (slot: number): Child => {
    let child = slots[slot];
    if (child?.isAlive && child.taskCount >= tasksPerChild) void child.kill();
    if (!child?.isAlive) {
      child = new Child(options);
      slots[slot] = child;
    }
    return child;
  };

  /** The free slot that is warm already, else any free one. */
  const freeSlot = (): number => {
    const free = slots.map((_, slot) => slot).filter((slot) => !busy.has(slot));
    return free.find((slot) => slots[slot]?.isAlive) ?? free[0] ?? -1;
  };

  const pump = (): void => {
    for (let slot = freeSlot(); slot >= 0 && queue.length > 0; slot = freeSlot()) {
      const task = queue.shift()!;
      task.leave();
      busy.add(slot);
      childOf(slot)
        .run(task.name, task.input, task.options)
        .then(task.resolve, task.reject)
        .finally(() => {
          busy.delete(slot);
          pump();
        });
    }
  };

  return {
    run(name, input, taskOptions = {}) {
      const { signal } = taskOptions;
      if (closed) return Promise.reject(new MediaError('closed', 'the pool is closed'));
      if (signal?.aborted) return Promise.reject(new MediaError('aborted', `${name} was aborted`));
      return new Promise((resolve, reject) => {
        const abort = () => {
          queue.splice(queue.indexOf(task), 1);
          reject(new MediaError('aborted', `${name} was aborted`));
        };
        // Once it runs, its child listens. A signal that outlives many tasks must not keep them all.
        const leave = () => signal?.removeEventListener('abort', abort);
        const task: Waiting = { leave, name, input, options: taskOptions, resolve, reject };
        signal?.addEventListener('abort', abort, { once: true });
        queue.push(task);
        pump();
      });
    },
    async warm() {
      if (closed) return;
      await Promise.all(slots.map((_, slot) => childOf(slot).ready));
    },
    async renew({ residentBytesMax }) {
      // Whose task has just ended counts as busy until the next turn.
      await nextTurn();
      const isIdle = () => !closed && busy.size === 0 && queue.length === 0;
      await Promise.all(
        slots.map(async (child, slot) => {
          if (!isIdle() || !child?.isAlive || child.pid === undefined) return;
          const bytes = await residentBytes(child.pid);
          // It may have been given a task meanwhile.
          if (bytes === undefined || bytes <= residentBytesMax || !isIdle() || slots[slot] !== child) return;
          void child.kill();
          await childOf(slot).ready.catch(() => {});
        }),
      );
    },
    pids: () => slots.flatMap((child) => (child?.isAlive && child.pid !== undefined ? [child.pid] : [])),
    load: () => ({ running: busy.size, waiting: queue.length }),
    async close() {
      closed = true;
      for (const task of queue.splice(0)) {
        task.leave();
        task.reject(new MediaError('closed', 'the pool was closed'));
      }
      await Promise.all(slots.map((child) => child?.kill('closed')));
    },
  };
}
