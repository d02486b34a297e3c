import { Worker } from 'node:worker_threads';
import { type ChildMessage, flattenError, type TaskMessage } from './child-messages.ts';

export interface TaskContext {
  /** Tells the caller how far the task is. Any plain value. */
  progress(value: unknown): void;
}

export type TaskHandler = (input: unknown, context: TaskContext) => Promise<unknown>;

/**
 * Makes this process a child of a pool: tells that it is ready, then answers one task after the other until the parent
 * ends it. The process ends by itself when the parent has gone, however it went.
 */
export function serveTasks(handlers: Readonly<Record<string, TaskHandler>>): void {
  if (!process.send) throw new Error('serveTasks expects a process that was forked by createChildPool');
  const send = (message: ChildMessage) => {
    // A parent that has gone is noticed by the listeners below; its closed channel is no error of the task's.
    process.send?.(message, () => {});
  };
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C reaches the whole process group; the parent decides when its children end.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  watchParent();

  process.on('message', async (message: TaskMessage) => {
    const { id, name, input } = message;
    try {
      const handler = handlers[name];
      if (!handler) throw new Error(`no task is called ${name}`);
      const value = await handler(input, { progress: (step) => send({ type: 'progress', id, value: step }) });
      send({ type: 'result', id, value });
    } catch (error) {
      send({ type: 'failure', id, failure: flattenError(error) });
    }
  });
  send({ type: 'ready' });
}

// `disconnect` needs a turn of the event loop, which a hung task never gives back. A thread of its own sees that the
// process was handed to another parent, and kills it whatever the main thread does.
const PARENT_WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;

function watchParent(): void {
  const watcher = new Worker(PARENT_WATCH, {
    eval: true,
    // Read here and not there: by the time that the thread runs, the parent may have gone already.
    workerData: process.ppid,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  });
  watcher.unref();
}
