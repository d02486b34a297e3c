import { BLOCKED_TOGETHER } from './blocked-words.ts';

export type Verdict =
  | { readonly ok: true }
  /** `category`: a word that programs can branch on. */
  | { readonly ok: false; readonly reason: string; readonly category?: string };

/**
 * A short and conservative list, not a classifier: it refuses what names a minor and explicit sexual content in one
 * prompt. Operators with more duties put a service of their own in its place.
 */
export function moderatePrompt(prompt: string): Verdict {
  const words = new Set(
    prompt
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [],
  );
  const has = (list: readonly string[]): boolean => list.some((word) => words.has(word));
  const ages = [...prompt.matchAll(/\b(\d{1,2})[\s-]*(?:years?|yrs?|yo|y\/o)\b/giu)].map((match) => Number(match[1]));
  const isMinor = has(BLOCKED_TOGETHER.minors) || ages.some((age) => age < 18);
  if (isMinor && has(BLOCKED_TOGETHER.explicit)) {
    return { ok: false, reason: 'sexual content involving minors', category: 'sexual/minors' };
  }
  return { ok: true };
}
