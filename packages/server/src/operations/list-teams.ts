import type { ManagementPage } from '@openimagine/contract';
import { pageTeams, type Team } from '../accounts/teams.ts';
import type { Context } from '../context.ts';

/** All teams of the installation, oldest first. @returns `next` is set while there are more. */
export async function listTeams(
  context: Context,
  { size, after }: Pick<ManagementPage, 'size' | 'after'>,
): Promise<{ readonly teams: readonly Team[]; readonly next: string | undefined }> {
  const page = { limit: size + 1, ...(after === undefined ? {} : { after }) };
  const found = await pageTeams(context.database.query, page);
  const teams = found.slice(0, size);
  return { teams, next: found.length > size ? teams.at(-1)?.id : undefined };
}
