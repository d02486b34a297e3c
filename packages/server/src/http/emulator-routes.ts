import { type ClockState, readClockAdvance, readFaults, readLatency, type Scenario } from '@openimagine/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { faultOf } from '../emulator/fault-of.ts';
import type { VirtualClock } from '../emulator/virtual-clock.ts';
import type { VideoState } from '../operations/get-video.ts';

/** The emulator's clock; on a server that does not emulate there is none, and no route. */
export function emulatorRoutes(app: FastifyInstance, context: Context, { clock }: Emulator): void {
  app.get('/x/clock', () => encodeClock(clock));
  app.post('/x/clock', async (request) => {
    clock.advance(readClockAdvance(request.body));
    // What one look finds may make something else due.
    await context.sweep();
    await context.sweep();
    return encodeClock(clock);
  });
}

/**
 * What a request's headers ask of the emulator: `X-OpenImagine-Scenario` and `X-OpenImagine-Latency`. Ignored, as any
 * unknown header, by a server that does not emulate.
 * @throws {ApiError} `invalid-argument` for one that cannot be read.
 */
export function readScenario(
  { emulator }: Context,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Partial<Scenario> | undefined {
  if (emulator === undefined) return undefined;
  const faults = textOf(headers['x-openimagine-scenario']);
  const latency = textOf(headers['x-openimagine-latency']);
  if (faults === undefined && latency === undefined) return undefined;
  return {
    ...(faults === undefined ? {} : { faults: readFaults(faults) }),
    ...(latency === undefined ? {} : { latency: readLatency(latency) }),
  };
}

/**
 * What a scenario does to a poll.
 * @returns True when the answer is to be 202 without a body.
 * @throws {ApiError} `unavailable` when this one is to fail.
 */
export async function emulatePoll(context: Context, requestId: string, state: VideoState): Promise<boolean> {
  if (context.emulator === undefined) return false;
  const scenario = (await context.generations.find(requestId))?.scenario;
  context.emulator.poll(requestId, scenario);
  return state.status === 'pending' && faultOf(scenario, 'empty-202') !== undefined;
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}

function encodeClock(clock: VirtualClock): ClockState {
  return { now: clock.now().toISOString(), ahead_seconds: clock.aheadMs() / 1_000 };
}
