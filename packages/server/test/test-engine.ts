import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineEvent,
  type EngineOutput,
  type EngineRef,
  type EngineRequest,
} from '@openimagine/engines';

/** How a test engine behaves, in the order of its runs; the last behaviour repeats. */
export type Behaviour =
  /** Ends at once with outputs. */
  | { readonly type: 'instant' }
  /** Reports progress and waits until `finish` is called. */
  | { readonly type: 'waiting'; readonly progress?: number }
  /** Never ends, whatever it is told. */
  | { readonly type: 'hanging' }
  /** Throws out of its iterator, as a crashed child would make it. */
  | { readonly type: 'crashing' }
  | { readonly type: 'failing'; readonly error: EngineError }
  | { readonly type: 'moderated'; readonly stage: 'input' | 'output' }
  /** Gives an output whose bytes never end coming. */
  | { readonly type: 'endless'; readonly onOpen?: () => void; readonly onCancel?: () => void }
  /** Makes all, of which moderation refuses these. */
  | { readonly type: 'partly-moderated'; readonly indexes: readonly number[] }
  /** Says this of each output. */
  | { readonly type: 'saying'; readonly revisedPrompt: string }
  /** Ends without an output. */
  | { readonly type: 'empty' };

export interface TestEngine extends Engine {
  /** Each run's request, oldest first. */
  readonly runs: readonly EngineRequest[];
  readonly resumed: readonly EngineRef[];
  /** Lets the waiting runs end. */
  finish(): void;
  /** From here on: forgets its runs, and behaves so. */
  behave(...behaviours: readonly Behaviour[]): void;
}

export interface TestEngineOptions {
  readonly name?: string;
  readonly behaviours?: readonly Behaviour[];
  /** Present: the engine gives a ref first, and can be asked again with it. */
  readonly onResume?: Behaviour;
  readonly concurrency?: { readonly images: number; readonly videos: number };
}

/** A real engine in a few lines: its media are the request as text, which is all that these tests look at. */
export function createTestEngine(options: TestEngineOptions = {}): TestEngine {
  const { name = 'test', onResume, concurrency = { images: 2, videos: 1 } } = options;
  let behaviours = options.behaviours ?? [{ type: 'instant' }];
  const runs: EngineRequest[] = [];
  const resumed: EngineRef[] = [];
  const finishing = new EventTarget();

  async function* run(request: EngineRequest, { signal }: EngineContext): AsyncIterable<EngineEvent> {
    runs.push(request);
    if (onResume !== undefined) yield { type: 'accepted', ref: { engine: name, id: `job-${runs.length}` } };
    yield* runAs(behaviours[Math.min(runs.length, behaviours.length) - 1]!, request, { signal, finishing });
  }

  async function* resume(
    ref: EngineRef,
    request: EngineRequest,
    { signal }: EngineContext,
  ): AsyncIterable<EngineEvent> {
    resumed.push(ref);
    if (onResume !== undefined) yield* runAs(onResume, request, { signal, finishing });
  }

  return {
    name,
    runs,
    resumed,
    finish: () => void finishing.dispatchEvent(new Event('finish')),
    behave: (...next) => {
      runs.length = 0;
      behaviours = next;
    },
    health: async () => ({ ok: true }),
    capabilities: async () => ({
      models: [],
      cancel: 'running',
      progress: 'percent',
      inputs: ['bytes'],
      concurrency,
      survivesRestart: onResume !== undefined,
    }),
    run,
    ...(onResume === undefined ? {} : { resume }),
  };
}

async function* runAs(
  behaviour: Behaviour,
  request: EngineRequest,
  { signal, finishing }: { readonly signal: AbortSignal; readonly finishing: EventTarget },
): AsyncIterable<EngineEvent> {
  switch (behaviour.type) {
    case 'instant':
      yield* outputs(request);
      return;
    case 'waiting':
      yield { type: 'running', progress: behaviour.progress ?? 0.1 };
      await heard(finishing, signal);
      if (signal.aborted) yield { type: 'cancelled' };
      else yield* outputs(request);
      return;
    case 'hanging':
      await new Promise(() => undefined);
      return;
    case 'crashing':
      throw new Error('the child crashed');
    case 'failing':
      yield { type: 'failed', error: behaviour.error };
      return;
    case 'moderated':
      yield { type: 'moderated', stage: behaviour.stage, reason: 'as the test wants it' };
      return;
    case 'endless': {
      const { onOpen = () => undefined, onCancel = () => undefined } = behaviour;
      const open = async () => new ReadableStream<Uint8Array>({ start: onOpen, cancel: onCancel });
      yield { type: 'output', index: 0, output: { ...outputOf(request, 0), open } };
      yield { type: 'done' };
      return;
    }
    case 'partly-moderated':
      for (let index = 0; index < request.count; index++) {
        if (behaviour.indexes.includes(index))
          yield { type: 'output-moderated', index, reason: 'as the test wants it' };
        else yield { type: 'output', index, output: outputOf(request, index) };
      }
      yield { type: 'done' };
      return;
    case 'saying':
      yield { type: 'output', index: 0, output: { ...outputOf(request, 0), revisedPrompt: behaviour.revisedPrompt } };
      yield { type: 'done' };
      return;
    case 'empty':
      yield { type: 'done' };
  }
}

async function* outputs(request: EngineRequest): AsyncIterable<EngineEvent> {
  yield { type: 'running', progress: 0.9 };
  for (let index = 0; index < request.count; index++) yield { type: 'output', index, output: outputOf(request, index) };
  yield { type: 'done' };
}

function outputOf(request: EngineRequest, index: number): EngineOutput {
  const text = `${request.operation} ${request.prompt} ${request.seed + index}`;
  return {
    mime: request.operation.startsWith('video') ? 'video/mp4' : 'image/jpeg',
    revisedPrompt: `Drawn: ${request.prompt}`,
    open: async () => new Blob([text]).stream(),
  };
}

function heard(finishing: EventTarget, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    finishing.addEventListener('finish', () => resolve(), { once: true });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

export { EngineError };
