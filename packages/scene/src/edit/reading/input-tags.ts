import { EditError } from '../tool.ts';

const TAG = /<\s*(?:image|img|picture|photo|video)_?\s*(\d{1,3})\s*>/giu;
const NUMBERED =
  /\b(?:image|picture|photo|input|figure|bild|foto|imagen|immagine|imagem)(?:\s+(?:number|no\.?|#)\s*|[ _#-]+)(\d{1,2})\b/giu;
const ORDINAL =
  /\bthe\s+(first|second|third|fourth|fifth|last|other)\s+(?:input |reference |source )?(?:image|picture|photo|one)\b/giu;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/**
 * Writes tags of inputs as `@n@`, counted from 0. In the prompt they count from 0 too, unless no 0 occurs and the
 * highest is the number of inputs.
 * @throws {EditError} for a tag without an input.
 */
export function tagInputs(
  prompt: string,
  { kind, count }: { readonly kind: 'image' | 'video'; readonly count: number },
): string {
  // What is typed like a tag of ours is none.
  const byTag = renumber(prompt.replaceAll(/@(?=\d+@)/gu, ' '), TAG, count);
  const highest = Math.max(-1, ...[...byTag.matchAll(/@(\d+)@/gu)].map((match) => Number(match[1])));
  if (highest >= count) {
    const inputs = count === 1 ? `is one ${kind}` : `are ${count} ${kind}s`;
    throw new EditError(`The instruction names <IMAGE_${highest}>, but there ${inputs}. <IMAGE_0> is the first one.`);
  }
  if (kind === 'video' || count === 1) return byTag.replaceAll(/@0@/gu, kind === 'video' ? ' the video ' : '@0@');
  return renumber(byTag, NUMBERED, count).replaceAll(ORDINAL, (found, word: string) => {
    const index = /last|other/iu.test(word) ? count - 1 : ORDINALS.indexOf(word.toLowerCase());
    return index < count ? ` @${index}@ ` : found;
  });
}

function renumber(text: string, pattern: RegExp, count: number): string {
  const numbers = [...text.matchAll(pattern)].map((match) => Number(match[1]));
  const isFromOne = pattern === NUMBERED || Math.max(-1, ...numbers) === count;
  const offset = !numbers.includes(0) && isFromOne ? 1 : 0;
  return text.replaceAll(pattern, (_, digits: string) => ` @${Number(digits) - offset}@ `);
}
