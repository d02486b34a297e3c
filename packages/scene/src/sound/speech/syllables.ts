/** The rhythm of words that are hummed: a syllable takes this long, longer with its letters, and then there is a short gap. */
const LEAD_SECONDS = 0.05;
const SYLLABLE_SECONDS = 0.13;
const LETTER_SECONDS = 0.03;
const GAP_SECONDS = 0.02;

export interface Syllable {
  readonly letters: string;
  /** From the start of the line. */
  readonly start: number;
  readonly seconds: number;
}

/** Syllables of Latin script, roughly one a vowel group; other scripts count a syllable a character. */
export function syllablesOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[^aeiouy\s\p{P}]*[aeiouy]+(?:[^aeiouy\s\p{P}]+(?=[\s\p{P}]|$))?|[^\p{Script=Latin}\p{P}\s]/gu) ?? []
  );
}

/** When each syllable is hummed. @param pace 2 in half the time. */
export function humOf(text: string, pace = 1): Syllable[] {
  let at = LEAD_SECONDS;
  return syllablesOf(text).map((letters) => {
    const seconds = (SYLLABLE_SECONDS + LETTER_SECONDS * Math.min(3, letters.length)) / pace;
    const syllable = { letters, start: at, seconds };
    at += seconds + GAP_SECONDS / pace;
    return syllable;
  });
}

export function humSeconds(text: string): number {
  const last = humOf(text).at(-1);
  return last ? last.start + last.seconds + GAP_SECONDS : 0.1;
}

/** One swell for each syllable that is heard, open vowels wider than closed ones. */
export function humMouth(text: string, startSeconds: number): (seconds: number) => number {
  const swells = humOf(text).map(({ letters, start, seconds }) => ({
    start: startSeconds + start,
    seconds,
    open: /a/.test(letters) ? 1 : /[eo]/.test(letters) ? 0.8 : /[iuy]/.test(letters) ? 0.55 : 0.8,
  }));
  return (seconds) => {
    const now = swells.find(({ start, seconds: length }) => seconds >= start && seconds < start + length);
    return now ? now.open * Math.sin((Math.PI * (seconds - now.start)) / now.seconds) ** 0.7 : 0;
  };
}
