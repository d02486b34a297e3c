import { ApiError } from './errors.ts';
import { cleanText, shortJson } from './request.ts';

/** What a file can be filtered by, and of what type that is. */
export const FILE_FILTER_FIELDS = {
  file_id: 'text',
  filename: 'text',
  size_bytes: 'number',
  content_type: 'text',
  purpose: 'text',
  created_at: 'time',
  expires_at: 'time',
  public_url_expires_at: 'time',
  public_url: 'presence',
} as const;

export type FileFilterField = keyof typeof FILE_FILTER_FIELDS;
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** `size_bytes > 1000 AND NOT name = "a.png"`, read. */
export type FileFilter =
  | { readonly type: 'and' | 'or'; readonly parts: readonly FileFilter[] }
  | { readonly type: 'not'; readonly part: FileFilter }
  | {
      readonly type: 'compare';
      readonly field: FileFilterField;
      readonly comparison: Comparison;
      /** Of a time: a `Date`. */
      readonly value: string | number | Date | null;
    };

const SYNONYMS: ReadonlyMap<string, FileFilterField> = new Map([
  ['name', 'filename'],
  ['file_name', 'filename'],
  ['id', 'file_id'],
]);
const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(!=|<=|>=|=|<|>|\(|\))|([^\s"!<>=()]+))/y;
const CHARACTERS_MAX = 1_000;
const DEPTH_MAX = 20;

/**
 * Reads the filter of `GET /v1/files`: comparisons of fields with text in double quotes, numbers, times (RFC 3339 or unix
 * seconds) or `null`, joined by AND, OR and NOT, and parentheses.
 * @throws {ApiError} `invalid-argument`, saying where it cannot be read.
 */
export function readFileFilter(text: string): FileFilter {
  if (text.length > CHARACTERS_MAX) throw wrong(`has ${text.length} characters; at most ${CHARACTERS_MAX} are read`);
  const reader = new TokenReader(cleanText(text));
  const filter = readOr(reader, 0);
  if (reader.next !== undefined) throw wrong(`goes on with ${shortJson(reader.next)} where it should end`);
  return filter;
}

class TokenReader {
  readonly #tokens: string[] = [];
  #at = 0;

  constructor(text: string) {
    TOKEN.lastIndex = 0;
    for (let from = 0; text.slice(from).trim() !== ''; from = TOKEN.lastIndex) {
      TOKEN.lastIndex = from;
      const match = TOKEN.exec(text);
      if (match === null) throw wrong(`cannot be read from ${shortJson(text.slice(from, from + 20))} on`);
      this.#tokens.push((match[1] ?? match[2] ?? match[3])!);
    }
  }

  get next(): string | undefined {
    return this.#tokens[this.#at];
  }

  take(expected: string): string {
    const token = this.next;
    if (token === undefined) throw wrong(`ends where ${expected} was expected`);
    this.#at++;
    return token;
  }

  /** Takes a word when it is the next. */
  skip(word: string): boolean {
    if (this.next?.toUpperCase() !== word) return false;
    this.#at++;
    return true;
  }
}

function readOr(reader: TokenReader, depth: number): FileFilter {
  const parts = [readAnd(reader, depth)];
  while (reader.skip('OR')) parts.push(readAnd(reader, depth));
  return parts.length === 1 ? parts[0]! : { type: 'or', parts };
}

function readAnd(reader: TokenReader, depth: number): FileFilter {
  const parts = [readNot(reader, depth)];
  while (reader.skip('AND')) parts.push(readNot(reader, depth));
  return parts.length === 1 ? parts[0]! : { type: 'and', parts };
}

function readNot(reader: TokenReader, depth: number): FileFilter {
  if (depth > DEPTH_MAX) throw wrong(`is nested more than ${DEPTH_MAX} deep`);
  if (reader.skip('NOT')) return { type: 'not', part: readNot(reader, depth + 1) };
  if (!reader.skip('(')) return readComparison(reader);
  const inner = readOr(reader, depth + 1);
  if (!reader.skip(')')) throw wrong('lacks a closing parenthesis');
  return inner;
}

function readComparison(reader: TokenReader): FileFilter {
  const name = reader.take('a field');
  const field = Object.hasOwn(FILE_FILTER_FIELDS, name) ? (name as FileFilterField) : SYNONYMS.get(name);
  if (field === undefined)
    throw wrong(`names ${shortJson(name)}; the fields are ${Object.keys(FILE_FILTER_FIELDS).join(', ')}`);
  const comparison = reader.take('a comparison');
  if (!isComparison(comparison)) throw wrong(`compares by ${shortJson(comparison)}; use =, !=, <, <=, > or >=`);
  const value = readValue(field, reader.take('a value'));
  if ((value === null || FILE_FILTER_FIELDS[field] === 'presence') && comparison !== '=' && comparison !== '!=')
    throw wrong(`compares \`${field}\` by ${comparison}; null can be compared by = and != only`);
  return { type: 'compare', field, comparison, value };
}

function isComparison(text: string): text is Comparison {
  return ['=', '!=', '<', '<=', '>', '>='].includes(text);
}

function readValue(field: FileFilterField, token: string): string | number | Date | null {
  if (token.toLowerCase() === 'null') return null;
  const text = token.startsWith('"') ? token.slice(1, -1).replaceAll(/\\(.)/g, '$1') : token;
  switch (FILE_FILTER_FIELDS[field]) {
    case 'text':
      return text;
    case 'number':
      if (/^\d{1,15}$/.test(text)) return Number(text);
      throw wrong(`compares \`${field}\` with ${shortJson(text)}; a whole number was expected`);
    case 'time': {
      const time = new Date(/^\d{1,11}$/.test(text) ? Number(text) * 1_000 : text);
      const year = time.getUTCFullYear();
      // Databases count from the year 1, and know no year 0. What is no time has no year.
      if (year >= 1 && year < 10_000) return time;
      throw wrong(`compares \`${field}\` with ${shortJson(text)}; a time such as 2026-11-22T10:00:00Z was expected`);
    }
    case 'presence':
      throw wrong(`compares \`${field}\` with ${shortJson(text)}; only null can be asked for`);
  }
}

function wrong(what: string): ApiError {
  return new ApiError('invalid-argument', `\`filter\` ${what}. Example: name = "a.png" AND size_bytes > 1000.`);
}
