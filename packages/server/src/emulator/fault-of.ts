import type { Fault, FaultName, Scenario } from '@openimagine/contract';

/** Longer than anything is kept: only giving up ends it. */
const STUCK_MS = 365 * 86_400_000;

/** @returns What a scenario says of one fault; undefined when it does not name it. */
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
