import type { z } from 'zod';
import { ApiError, type ErrorDetail, inputError } from './errors.ts';
import { LIMITS } from './limits.ts';

/** For the documentation: what is out of range is legal JSON of the right type, and so is refused by the reading functions. */
export const PROMPT_LENGTH = { minLength: 1, maxLength: LIMITS.promptCharacters };
export const SEED_RANGE = { minimum: LIMITS.seed.min, maximum: LIMITS.seed.max, multipleOf: 1 };

/** `null` is how many clients say "absent". */
export function optional<T extends z.ZodType>(schema: T): z.ZodOptional<z.ZodNullable<T>> {
  return schema.nullable().optional();
}

/**
 * Checks types and closed lists. What is legal JSON of the right shape but not allowed is for the caller to refuse.
 * @throws {ApiError} `unprocessable`, naming the field, what was expected and what came; `invalid-argument` for a list of
 * absurd length.
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  refuseLongLists(body);
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new ApiError('unprocessable', `Failed to read the JSON body: ${describeIssue(issue, body)}`, {
    details: detailsOf(issue, body),
  });
}

/** The schema would look at each element before it counts them: a million wrong ones took 16 s and a gigabyte. */
function refuseLongLists(body: unknown): void {
  if (!isRecord(body)) return;
  for (const [field, value] of Object.entries(body)) {
    if (!Array.isArray(value) || value.length <= LIMITS.listItems) continue;
    const name = shortJson(field).slice(1, -1);
    throw inputError(name, 'too-long', `\`${name}\` may hold at most ${LIMITS.listItems} items; got ${value.length}.`);
  }
}

function describeIssue(issue: z.core.$ZodIssue, body: unknown): string {
  if (issue.path.length === 0) return `expected an object (got ${shortJson(body)}).`;
  const field = `\`${nameOf(issue)}\``;
  const value = valueAt(issue, body);
  const came = value === undefined ? 'it is missing' : `got ${shortJson(value)}`;
  return `${field}: ${issue.message} (${came}).`;
}

function detailsOf(issue: z.core.$ZodIssue, body: unknown): ErrorDetail[] {
  if (issue.path.length === 0) return [];
  const isMissing = valueAt(issue, body) === undefined;
  const reason = isMissing ? 'missing' : issue.code === 'invalid_value' ? 'wrong-value' : 'wrong-kind';
  return [{ input: nameOf(issue), reason }];
}

/** `keyframes[0].image`. */
function nameOf({ path }: z.core.$ZodIssue): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt({ path }: z.core.$ZodIssue, body: unknown): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), body);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A value as short JSON for an error message: at most 60 characters. */
export function shortJson(value: unknown): string {
  const text = describeValue(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function describeValue(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch {
    // Nested deeper than the stack is high.
    return Array.isArray(value) ? 'a deeply nested list' : 'a deeply nested object';
  }
}

/**
 * @returns The prompt without what no database or reader can hold: zero characters, halves of characters.
 * @throws {ApiError} `invalid-argument` when the prompt is empty or too long.
 */
export function checkPrompt(text: string, charactersMax: number): string {
  // Counting the characters of many megabytes would take seconds; none has more than two units.
  if (text.length > 2 * charactersMax) throw promptTooLong(text.length, charactersMax);
  const prompt = cleanText(text);
  if (prompt.trim() === '') {
    throw inputError('prompt', 'missing', 'The prompt is empty. Describe in a few words what should be seen.');
  }
  const characters = [...prompt].length;
  if (characters > charactersMax) throw promptTooLong(characters, charactersMax);
  return prompt;
}

function promptTooLong(characters: number, charactersMax: number): ApiError {
  return inputError(
    'prompt',
    'too-long',
    `The prompt has ${characters} characters; at most ${charactersMax} are allowed. Shorten it.`,
  );
}

/** Text without zero characters; halves of surrogate pairs, which clients make by cutting, become U+FFFD. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** @throws {ApiError} `invalid-argument` when the seed is outside its range. */
export function checkSeed(
  seed: number | null | undefined,
  range: { min: number; max: number },
  count = 1,
): number | undefined {
  if (seed === null || seed === undefined) return undefined;
  if (!Number.isInteger(seed) || seed < range.min || seed > range.max) {
    throw inputError(
      'seed',
      'wrong-value',
      `\`seed\` must be a whole number from ${range.min} to ${range.max}; got ${seed}.`,
    );
  }
  if (seed + count - 1 > range.max) {
    throw inputError(
      'seed',
      'wrong-value',
      `\`seed\` must be at most ${range.max - count + 1} for ${count} pictures, since picture k uses seed + k; got ${seed}.`,
    );
  }
  return seed;
}

/**
 * Refuses fields whose feature this version does not have: dropping them silently would bill for something else.
 * @throws {ApiError} `invalid-argument` when one of them is present, not null and not an empty list.
 */
export function refuseFields(body: object, fields: Readonly<Record<string, string>>): void {
  for (const [field, sentence] of Object.entries(fields)) {
    const value = (body as Record<string, unknown>)[field];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    throw inputError(field, 'wrong-value', `\`${field}\` cannot be used here: ${sentence}`);
  }
}
