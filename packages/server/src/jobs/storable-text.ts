/** Enough for any sentence about a picture or a failure. */
const LETTERS_MAX = 2_000;

/** An engine's words as PostgreSQL can hold them: no zero bytes, no halves of characters, not without end. */
export function toStorableText(text: string): string {
  return text.replaceAll('\0', '').slice(0, LETTERS_MAX).toWellFormed();
}
