import type { EngineEvent } from './engine.ts';

/** Turns events that are pushed by callbacks into the iteration that `run` promises. */
export interface EventQueue extends AsyncIterable<EngineEvent> {
  /** Progress that would fall back is raised to what was told before. Ignored after `end`. */
  push(event: EngineEvent): void;
  /** The terminal event: nothing follows it. Later calls are ignored. */
  end(event: EngineEvent): void;
}

/** @param onAbandoned Called when the consumer leaves before the end; whatever still works should stop. */
export function createEventQueue(onAbandoned: () => void): EventQueue {
  const waiting: EngineEvent[] = [];
  let wake = Promise.withResolvers<void>();
  let ended = false;
  let progress = 0;

  const push = (event: EngineEvent) => {
    if (ended) return;
    if (event.type !== 'running') waiting.push(event);
    else {
      progress = Math.min(1, Math.max(progress, event.progress));
      waiting.push({ ...event, progress });
    }
    wake.resolve();
  };

  async function* iterate(): AsyncGenerator<EngineEvent, void, void> {
    let isComplete = false;
    try {
      for (;;) {
        for (let event = waiting.shift(); event; event = waiting.shift()) yield event;
        if (ended) {
          isComplete = true;
          return;
        }
        await wake.promise;
        wake = Promise.withResolvers<void>();
      }
    } finally {
      if (!isComplete && !ended) onAbandoned();
    }
  }

  return {
    push,
    end(event) {
      push(event);
      ended = true;
    },
    [Symbol.asyncIterator]: iterate,
  };
}
