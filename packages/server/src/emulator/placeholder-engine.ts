import { createHash } from 'node:crypto';
import { type Engine, type EngineCapabilities, EngineError, type EngineRequest } from '@openimagine/engines';
import { createChildPool } from '@openimagine/media';
import type { Placeholder } from './placeholder-media.ts';

/** Answers at once: a test card of the right size, length, rate and tracks, made once for each shape. */
export interface PlaceholderEngine extends Engine {
  close(): Promise<void>;
}

/** Test cards that are kept: of the longest and largest some MB together. */
const KEPT_MAX = 32;
const MAKE_MS_MAX = 60_000;
const FRAMES_PER_SECOND = 24;
const CAPABILITIES: EngineCapabilities = {
  models: [],
  cancel: 'running',
  progress: 'none',
  inputs: ['bytes'],
  concurrency: { images: 8, videos: 8 },
  survivesRestart: false,
};

export function createPlaceholderEngine(): PlaceholderEngine {
  const pool = createChildPool({ entry: new URL('./placeholder-child.ts', import.meta.url), size: 1 });
  const kept = new Map<string, Promise<Uint8Array>>();
  const make = (card: Placeholder): Promise<Uint8Array> => {
    const name = JSON.stringify(card);
    const known = kept.get(name);
    if (known !== undefined) return known;
    // Not ended with the request that asked first: others may wait for the same card.
    const making = pool.run('make', card, { deadlineMs: MAKE_MS_MAX }) as Promise<Uint8Array>;
    kept.set(name, making);
    making.catch(() => kept.delete(name));
    if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value!);
    return making;
  };
  return {
    name: 'placeholder',
    health: async () => ({ ok: true }),
    capabilities: async () => CAPABILITIES,
    async *run(request, { signal }) {
      try {
        const bytes = await make(cardOf(request));
        if (signal.aborted) return yield { type: 'cancelled' };
        const mime = request.operation.startsWith('image') ? 'image/jpeg' : 'video/mp4';
        for (let index = 0; index < request.count; index++) {
          const output = { mime, revisedPrompt: revisedPrompt(request), isOwn: true };
          yield {
            type: 'output',
            index,
            output: { ...output, open: async () => new Blob([Buffer.from(bytes)]).stream() },
          };
        }
        yield { type: 'done' };
      } catch (cause) {
        yield { type: 'failed', error: new EngineError('internal', 'The test card could not be made', { cause }) };
      }
    },
    close: () => pool.close(),
  };
}

function cardOf(request: EngineRequest): Placeholder {
  const { operation, width, height, audio, inputs } = request;
  if (operation.startsWith('image')) return { kind: 'image', width, height };
  const before = operation === 'video.extend' ? (inputs[0]?.meta?.seconds ?? 0) : 0;
  const framesPerSecond = request.framesPerSecond ?? FRAMES_PER_SECOND;
  return { kind: 'video', width, height, seconds: before + (request.seconds ?? 1), framesPerSecond, audio };
}

/** Names the prompt by its hash: the card shows nothing of it. */
function revisedPrompt({ prompt }: EngineRequest): string {
  const hash = createHash('sha256').update(prompt).digest('hex').slice(0, 12);
  return `A test card, at once, in place of the prompt ${hash}.`;
}
