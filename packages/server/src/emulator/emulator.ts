import { createHash } from 'node:crypto';
import {
  ApiError,
  type Fault,
  type FaultName,
  type ImageOrder,
  type LatencyProfile,
  readFaults,
  readPromptTag,
  type Scenario,
  type VideoOrder,
} from '@openimagine/contract';
import type { Engine, EngineContext, EngineEvent, EngineRequest } from '@openimagine/engines';
import type { Caller } from '../accounts/keys.ts';
import { createPlaceholderEngine } from './placeholder-engine.ts';
import { playScenario } from './play-scenario.ts';
import { createRefusals, refusalOf } from './refusals.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Any bad day on demand: what goes wrong is asked for by a header, the key's settings, or a tag in the prompt. */
export interface Emulator {
  readonly clock: VirtualClock;
  /**
   * Reads what a request asks for, and refuses it when that is what it asks for.
   * @param asked From the request's headers; it wins over a tag in the prompt, which wins over the key's settings.
   * @returns The order without its tag, and what is to happen to it later.
   * @throws {ApiError} What the scenario answers; `invalid-argument` for one that cannot be read.
   */
  direct<Order extends ImageOrder | VideoOrder>(
    caller: Caller,
    order: Order,
    asked: Partial<Scenario> | undefined,
  ): { readonly order: Order; readonly scenario: Scenario };
  /** In place of the engine's own `run`. */
  run(
    engine: Engine,
    scenario: Scenario,
    work: { readonly request: EngineRequest; readonly context: EngineContext; readonly createdAt: Date },
  ): AsyncIterable<EngineEvent>;
  /** @throws {ApiError} when this poll is one that is to fail. */
  poll(generationId: string, scenario: Scenario | undefined): void;
  close(): Promise<void>;
}

/** Longer than anything is kept: only giving up ends it. */
const STUCK_MS = 365 * 86_400_000;

export function createEmulator(clock: VirtualClock, defaultLatency: LatencyProfile): Emulator {
  const refusals = createRefusals();
  const placeholder = createPlaceholderEngine();
  return {
    clock,
    direct(caller, order, asked) {
      const tagged = readPromptTag(order.prompt);
      const faults = [
        asked?.faults,
        tagged.faults.length > 0 ? tagged.faults : undefined,
        caller.settings.scenario === undefined ? undefined : readFaults(caller.settings.scenario),
      ].find((each) => each !== undefined);
      const scenario = {
        faults: faults ?? [],
        latency: asked?.latency ?? caller.settings.latency ?? defaultLatency,
      };
      const about = `${caller.keyId} ${fingerprint(order)}`;
      for (const fault of scenario.faults) {
        const refusal = refusalOf(fault);
        if (refusal !== undefined && refusals.isDue(fault, about)) throw refusal;
      }
      return { order: tagged.prompt === order.prompt ? order : { ...order, prompt: tagged.prompt }, scenario };
    },
    run: (engine, scenario, { request, context, createdAt }) =>
      playScenario({
        engine: scenario.latency === 'instant' ? placeholder : engine,
        scenario,
        clock,
        request,
        context,
        createdAt,
      }),
    poll(generationId, scenario) {
      const fault = faultOf(scenario, 'http-503');
      if (fault?.on !== 'poll' || !refusals.isDue(fault, generationId)) return;
      throw new ApiError('unavailable', 'The server is overloaded: the scenario says so. Ask again.');
    },
    close: () => placeholder.close(),
  };
}

export function faultOf<Name extends FaultName>(
  scenario: Scenario | undefined,
  name: Name,
): Extract<Fault, { name: Name }> | undefined {
  return scenario?.faults.find((fault): fault is Extract<Fault, { name: Name }> => fault.name === name);
}

/** @returns How long the generation is to wait in the queue, in milliseconds; 0 for one that does not. */
export function waitMsOf(scenario: Scenario | undefined): number {
  if (faultOf(scenario, 'stuck') !== undefined) return STUCK_MS;
  return (faultOf(scenario, 'slow')?.seconds ?? 0) * 1_000;
}

function fingerprint({ operation, model, prompt }: ImageOrder | VideoOrder): string {
  return createHash('sha256')
    .update(JSON.stringify([operation, model, prompt]))
    .digest('base64');
}
