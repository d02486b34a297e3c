import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { EditOperation } from '../operation.ts';

export interface ReadContext {
  readonly lexicon: Lexicon;
  readonly inputs: { readonly kind: 'image' | 'video'; readonly count: number };
  readonly quotes: readonly string[];
  /** Tells that a clause is understood and cannot be done, and why: one sentence or two. */
  readonly tellUndone: (clause: string, why: string) => void;
  /** Tells what is done otherwise than asked, in a sentence. */
  readonly tellNote: (sentence: string) => void;
}

/**
 * Reads a clause of one kind.
 * @param clause With `«n»` for quotes and `@n@` for inputs.
 * @returns undefined when it is none of its kind; empty when there is nothing to do.
 */
export type ClauseReader = (clause: string, context: ReadContext) => readonly EditOperation[] | undefined;

/** Words for the input as a whole. */
export const WHOLE =
  '(?:it|this|that|all|everything|(?:the |this |my |our |that |entire |whole |original |input |attached |uploaded |of )*(?:video|clip|film|movie|footage|image|picture|photo(?:graph)?|pic|scene|shot|frame|thing|world|@0@)s?)';

/** The n-th group of a match, trimmed; empty when it took no part. */
export function group(match: RegExpExecArray, index: number): string {
  return (match[index] ?? '').trim();
}

/** "A hat and sunglasses, a scarf" in its parts. */
export function splitList(text: string): string[] {
  return text
    .replaceAll(/\b(between\s+(?:(?!\bbetween\b)[^,])+?)\s+and\s+/giu, '$1 \u2040 ')
    .split(/\s*(?:,\s*(?:and\s+)?|\s+(?:and|&|plus|as well as|along with)\s+)(?!white\b)/iu)
    .map((part) => part.replaceAll('\u2040', 'and').trim())
    .filter((part) => part !== '');
}
