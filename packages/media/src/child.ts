import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ChildMessage, Failure, TaskMessage } from './child-messages.ts';
import type { ChildPoolOptions, TaskOptions } from './child-pool.ts';
import { MEDIA_ERROR_KINDS, MediaError, type MediaErrorKind } from './media-error.ts';
import { watchMemory } from './watch-memory.ts';

// Loading codecs, canvas and the lexicon takes 0.3 s quiet, and was seen to take 3 s on a machine under full load.
const START_DEADLINE_MS = 60_000;

interface Running {
  readonly id: number;
  readonly name: string;
  readonly onProgress: ((value: unknown) => void) | undefined;
  readonly settle: (outcome: { value: unknown } | { error: unknown }) => void;
}

/** One child process and the one task that it runs. Once dead it stays dead; the pool makes another. */
export class Child {
  readonly ready: Promise<void>;
  taskCount = 0;
  #alive = true;
  #running: Running | undefined;
  #deathKind: MediaErrorKind = 'child_crashed';
  #deathReason: string | undefined;
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;

  constructor(options: ChildPoolOptions) {
    this.#process = fork(fileURLToPath(options.entry), [], {
      serialization: 'advanced',
      execArgv: [...confinement(options), ...(options.execArgv ?? [])],
      env: childEnvironment(options.isBare ? ENVIRONMENT_NEEDED : ENVIRONMENT_KEPT),
      // What a library prints must not end up in the output of a command.
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    const ready = Promise.withResolvers<void>();
    const exited = Promise.withResolvers<void>();
    this.ready = ready.promise;
    this.#exited = exited.promise;
    // Who warms a pool hears of a failed start; who does not hears of it from the task.
    this.ready.catch(() => {});
    const startTimer = setTimeout(() => this.kill('deadline'), START_DEADLINE_MS).unref();
    this.#process.on('message', (message: ChildMessage) => {
      if (message.type === 'ready') {
        clearTimeout(startTimer);
        ready.resolve();
      } else this.#receive(message);
    });
    const stopWatching = this.#limitMemory(options.memoryBytesMax);
    const end = (why: string) => {
      clearTimeout(startTimer);
      stopWatching();
      this.#alive = false;
      const error = new MediaError(this.#deathKind, this.#deathReason ?? why);
      ready.reject(error);
      this.#running?.settle({ error });
      exited.resolve();
    };
    this.#process.once('error', (cause) => end(`the child process could not be started: ${cause.message}`));
    this.#process.once('exit', (code, signal) => end(`the child process ended with ${signal ?? `code ${code}`}`));
    this.#lowerPriority(options.niceness ?? 0);
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  async run(name: string, input: unknown, options: TaskOptions): Promise<unknown> {
    const { signal, deadlineMs, onProgress } = options;
    const id = ++this.taskCount;
    const outcome = Promise.withResolvers<unknown>();
    this.#running = {
      id,
      name,
      onProgress,
      settle: (end) => ('error' in end ? outcome.reject(end.error) : outcome.resolve(end.value)),
    };
    const abort = () => this.kill('aborted');
    signal?.addEventListener('abort', abort, { once: true });
    let timer: NodeJS.Timeout | undefined;
    try {
      outcome.promise.catch(() => {});
      if (signal?.aborted) abort();
      await this.ready;
      if (deadlineMs !== undefined) timer = setTimeout(() => this.kill('deadline'), deadlineMs).unref();
      const message: TaskMessage = { type: 'task', id, name, input };
      // A failed send means a dead child, which `exit` reports.
      this.#process.send(message, () => {});
      return await outcome.promise;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      this.#running = undefined;
    }
  }

  /** Ends the process at once. @param kind What the running task, if any, is told. */
  async kill(kind: MediaErrorKind = 'closed'): Promise<void> {
    if (this.#alive) {
      this.#deathKind = kind;
      this.#alive = false;
      this.#process.kill('SIGKILL');
    }
    await this.#exited;
  }

  #receive(message: Exclude<ChildMessage, { type: 'ready' }>): void {
    const running = this.#running;
    if (running?.id !== message.id) return;
    if (message.type === 'progress') running.onProgress?.(message.value);
    else if (message.type === 'result') running.settle({ value: message.value });
    else running.settle({ error: reviveError(running.name, message.failure) });
  }

  #limitMemory(bytesMax: number | undefined): () => void {
    if (bytesMax === undefined || this.#process.pid === undefined) return () => {};
    return watchMemory(this.#process.pid, (bytes) => {
      if (bytes <= bytesMax || !this.#alive) return;
      const megabytes = (size: number) => Math.round(size / 1e6);
      this.#deathReason = `expected a file that opens within ${megabytes(bytesMax)} MB of memory, this one took ${megabytes(bytes)} MB and more; send a smaller one`;
      void this.kill('too_large');
    });
  }

  #lowerPriority(niceness: number): void {
    if (niceness === 0 || this.#process.pid === undefined) return;
    try {
      setPriority(this.#process.pid, niceness);
    } catch {
      // Not allowed here, or the child is gone already: priority is a courtesy, the work goes on.
    }
  }
}

/** The workspace, or the `node_modules` that this package is installed in: the code of children and all they load. */
const CODE_FOLDER = fileURLToPath(new URL('../../../', import.meta.url));

function confinement({ confinedTo, entry }: ChildPoolOptions): string[] {
  if (!confinedTo) return [];
  const reads = [CODE_FOLDER, fileURLToPath(new URL('./', entry)), ...confinedTo.reads];
  return [
    '--permission',
    '--disable-warning=SecurityWarning',
    // Codecs and the watch over the parent.
    '--allow-addons',
    '--allow-worker',
    ...reads.map((folder) => `--allow-fs-read=${folder}`),
    ...(confinedTo.writes ?? []).map((folder) => `--allow-fs-write=${folder}`),
  ];
}

const ENVIRONMENT_NEEDED = ['SystemRoot', 'LD_LIBRARY_PATH'];
const ENVIRONMENT_KEPT = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', ...ENVIRONMENT_NEEDED];

/**
 * Codecs start threads for every clip, and glibc gives each an arena of its own, whose freed pieces nobody else gets: two do
 * for all, and large pieces go back to the system at once. Elsewhere it means nothing.
 */
const ALLOCATOR = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' };

/** No keys for a process that opens strangers' files, and nothing that would make fonts or codecs behave otherwise. */
function childEnvironment(names: readonly string[]): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    ...ALLOCATOR,
  };
}

function reviveError(task: string, failure: Failure): MediaError {
  const cause = Object.assign(new Error(failure.message), {
    name: failure.name,
    ...(failure.stack === undefined ? {} : { stack: failure.stack }),
    ...(failure.kind === undefined ? {} : { kind: failure.kind }),
  });
  if (failure.name === 'MediaError' && failure.kind && MEDIA_ERROR_KINDS.has(failure.kind)) {
    return new MediaError(failure.kind as MediaErrorKind, failure.message, { cause });
  }
  return new MediaError('task_failed', `${task} failed: ${failure.message}`, { cause });
}
