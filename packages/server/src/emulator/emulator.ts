import { createHash } from 'node:crypto';
import {
  ApiError,
  type ImageOrder,
  type LatencyProfile,
  readFaults,
  readPromptTag,
  type Scenario,
  type VideoOrder,
} from '@openimagine/contract';
import type { Engine, EngineContext, EngineEvent, EngineRequest } from '@openimagine/engines';
import type { Caller } from '../accounts/keys.ts';
import { faultOf } from './fault-of.ts';
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

function fingerprint({ operation, model, prompt }: ImageOrder | VideoOrder): string {
  return createHash('sha256')
    .update(JSON.stringify([operation, model, prompt]))
    .digest('base64');
}
