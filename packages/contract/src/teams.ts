import { z } from 'zod';
import { ApiError } from './errors.ts';
import { checkName } from './keys.ts';
import { LIMITS } from './limits.ts';
import { parseBody, shortJson } from './request.ts';

/** The body of `POST /auth/teams`. */
export const CreateTeamBody = z.object({
  name: z.string('expected text').describe('Whose it is, 1 to 100 characters. Two teams may have one name.'),
});

export const Team = z.object({
  teamId: z.string(),
  name: z.string(),
  createTime: z.string().describe('RFC 3339.'),
});
export const TeamList = z.object({ teams: z.array(Team), paginationToken: z.string().nullable() });

export type Team = z.infer<typeof Team>;
export type TeamList = z.infer<typeof TeamList>;

/** @throws {ApiError} `unprocessable`, `invalid-argument`. */
export function readTeamOrder(body: unknown): { readonly name: string } {
  return { name: checkName(parseBody(CreateTeamBody, body).name) };
}

/** What may stand in the query of the management lists. */
export const ManagementPageQuery = z.object({
  pageSize: z.string().optional().describe(`1 to ${LIMITS.pageItems.max}. Default ${LIMITS.pageItems.default}.`),
  paginationToken: z.string().optional().describe('Of the page before.'),
});
export const KeyPageQuery = ManagementPageQuery.extend({
  activeOnly: z.string().optional().describe('`true`: without the disabled and the expired.'),
});

export interface ManagementPage {
  readonly size: number;
  /** The id of the last one of the page before. */
  readonly after?: string;
  readonly activeOnly: boolean;
}

/** Also reads the snake case that the rest of the API speaks. @throws {ApiError} `invalid-argument`. */
export function readManagementPage(query: unknown): ManagementPage {
  const fields = query as Readonly<Record<string, unknown>>;
  const after = textOf(fields.paginationToken ?? fields.pagination_token);
  if (after !== undefined && !UUID.test(after)) throw wrong('paginationToken', 'as the page before gave it', after);
  return {
    size: sizeOf(textOf(fields.pageSize ?? fields.page_size)),
    ...(after === undefined ? {} : { after }),
    activeOnly: flagOf(textOf(fields.activeOnly ?? fields.active_only)),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function sizeOf(text: string | undefined): number {
  const { max, default: size } = LIMITS.pageItems;
  if (text === undefined) return size;
  if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= max) return Number(text);
  throw wrong('pageSize', `a whole number from 1 to ${max}`, text);
}

function flagOf(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw wrong('activeOnly', 'true or false', text);
}

function textOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value.at(-1) : value;
  return typeof one === 'string' && one !== '' ? one : undefined;
}

function wrong(name: string, expected: string, came: string): ApiError {
  return new ApiError('invalid-argument', `\`${name}\` must be ${expected}; got ${shortJson(came)}.`);
}
