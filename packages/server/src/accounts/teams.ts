import type { Selectable } from 'kysely';
import type { Queryable, TeamsTable } from '../db/tables.ts';

/** Owns keys, generations, files and money. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

export async function insertTeam(db: Queryable, team: Team): Promise<void> {
  await db.insertInto('teams').values({ id: team.id, name: team.name, created_at: team.createdAt }).execute();
}

/** @param id A UUID. */
export async function findTeam(db: Queryable, id: string): Promise<Team | undefined> {
  const rows = await db.selectFrom('teams').where('id', '=', id).selectAll().execute();
  return rows[0] && toTeam(rows[0]);
}

/** Oldest first. @param page.after The id of the last one that is known already. */
export async function pageTeams(
  db: Queryable,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<Team[]> {
  const rows = await db
    .selectFrom('teams')
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('created_at', 'id'),
          '>',
          selectFrom('teams').where('id', '=', after!).select(['created_at', 'id']).$asTuple('created_at', 'id'),
        ),
      ),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map(toTeam);
}

function toTeam({ id, name, created_at }: Selectable<TeamsTable>): Team {
  return { id, name, createdAt: created_at };
}
