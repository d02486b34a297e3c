import { describe, expect, it } from 'vitest';
import type { EngineEvent } from './engine.ts';
import { createEventQueue } from './event-queue.ts';

const running = (progress: number): EngineEvent => ({ type: 'running', progress });
const CANCELLED: EngineEvent = { type: 'cancelled' };

describe('event queue', () => {
  it('hands events over in order, those before and those during the iteration', async () => {
    const queue = createEventQueue(() => {});
    queue.push(running(0.1));
    setImmediate(() => {
      queue.push(running(0.5));
      setImmediate(() => queue.end(CANCELLED));
    });
    expect(await Array.fromAsync(queue)).toEqual([running(0.1), running(0.5), CANCELLED]);
  });

  it('progress never falls and never exceeds one', async () => {
    const queue = createEventQueue(() => {});
    for (const progress of [0.4, 0.2, 1.7]) queue.push(running(progress));
    queue.end(CANCELLED);
    expect((await Array.fromAsync(queue)).slice(0, 3)).toEqual([running(0.4), running(0.4), running(1)]);
  });

  it('nothing follows the end', async () => {
    const queue = createEventQueue(() => {});
    queue.end(CANCELLED);
    queue.push(running(1));
    queue.end({ type: 'done' });
    expect(await Array.fromAsync(queue)).toEqual([CANCELLED]);
  });

  it('tells when the consumer leaves before the end, and only then', async () => {
    let abandoned = 0;
    const left = createEventQueue(() => abandoned++);
    left.push(running(0));
    for await (const _event of left) break;
    expect(abandoned).toBe(1);
    const finished = createEventQueue(() => abandoned++);
    finished.end(CANCELLED);
    await Array.fromAsync(finished);
    expect(abandoned).toBe(1);
  });
});
