import { checkName } from '@openimagine/contract';
import { insertTeam, type Team } from '../accounts/teams.ts';
import type { Context } from '../context.ts';

/** Makes a team, which has no keys yet. @throws {ApiError} `invalid-argument` for an empty or long name. */
export async function createTeam(context: Context, input: { readonly name: string }): Promise<Team> {
  const team = { id: context.randomUUID(), name: checkName(input.name), createdAt: context.now() };
  await insertTeam(context.database.query, team);
  return team;
}
