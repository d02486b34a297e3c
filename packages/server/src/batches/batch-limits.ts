import { LIMITS } from '@openimagine/contract';
import { createTeamLimit } from '../accounts/team-limits.ts';

/** How often a team may begin batches and add to them, through whichever door. Both throw `resource-exhausted`. */
export interface BatchLimits {
  takeCreation(teamId: string): void;
  takeAddition(teamId: string): void;
}

export function createBatchLimits(now: () => Date): BatchLimits {
  return {
    takeCreation: createTeamLimit(now, { name: 'begin a batch', ...LIMITS.batchCreations }),
    takeAddition: createTeamLimit(now, { name: 'add to batches', ...LIMITS.batchAdditions }),
  };
}
