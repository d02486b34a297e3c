import type { Lexicon } from '../../lexicon/lexicon.ts';

/** An instruction of another language in English words that the readers know; English stays as it is. */
export function toEnglish(prompt: string, _lexicon: Lexicon): string {
  return prompt;
}
