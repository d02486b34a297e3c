import type { JobErrorCode, Scenario } from '@openimagine/contract';
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineEvent,
  type EngineRequest,
} from '@openimagine/engines';
import { faultOf } from './fault-of.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A failure that a scenario asks for by the code that its owner is to see. */
export class ScriptedFailure extends EngineError {
  readonly code: JobErrorCode;

  constructor(code: JobErrorCode) {
    super('internal', `The scenario asks for ${code}.`, { retryable: false });
    this.name = 'ScriptedFailure';
    this.code = code;
  }
}

interface Play {
  readonly engine: Engine;
  readonly scenario: Scenario;
  readonly clock: VirtualClock;
  readonly request: EngineRequest;
  readonly context: EngineContext;
  readonly createdAt: Date;
}

/** What people report of a clip, from submit to done. Pictures come in a few seconds. */
const GROK_SECONDS = { video: { min: 17, max: 30 }, image: { min: 3, max: 6 } } as const;
const STEP_MS = 1_000;
/** Of the progress, while the engine draws; the rest passes while the result is held back. */
const DRAWN_PART = 0.5;

/** Runs an engine, and has go wrong what the scenario asks for. */
export async function* playScenario(play: Play): AsyncIterable<EngineEvent> {
  const { engine, scenario, request, context } = play;
  const failed = faultOf(scenario, 'failed');
  if (failed !== undefined) return yield { type: 'failed', error: new ScriptedFailure(failed.code) };
  const moderated = faultOf(scenario, 'moderated-output');
  if (moderated !== undefined && (moderated.index === undefined || request.count === 1))
    return yield { type: 'moderated', stage: 'output', reason: 'the scenario asks for it' };
  const isHeld = scenario.latency === 'grok';
  for await (const event of engine.run(request, context)) {
    if (event.type === 'output' && event.index === moderated?.index) {
      await (await event.output.open()).cancel();
      yield { type: 'output-moderated', index: event.index, reason: 'the scenario asks for it' };
    } else if (event.type === 'running' && isHeld) yield { ...event, progress: event.progress * DRAWN_PART };
    else if (event.type === 'done' && isHeld) {
      yield* holdBack(play);
      yield event;
    } else yield event;
  }
}

/** Until as long has passed as it would have taken there. */
async function* holdBack({ clock, request, context, createdAt }: Play): AsyncIterable<EngineEvent> {
  const { min, max } = GROK_SECONDS[request.operation.startsWith('image') ? 'image' : 'video'];
  const totalMs = (min + ((max - min) * (request.seed % 1_000)) / 1_000) * 1_000;
  const leftMs = (): number => createdAt.getTime() + totalMs - clock.now().getTime();
  const heldMs = Math.max(1, leftMs());
  while (leftMs() > 0) {
    yield { type: 'running', progress: DRAWN_PART + (1 - DRAWN_PART) * (1 - leftMs() / heldMs) };
    try {
      await clock.sleep(Math.min(STEP_MS, leftMs()), context.signal);
    } catch {
      return yield { type: 'cancelled' };
    }
  }
}
