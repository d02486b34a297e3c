import type { Token } from './tokens.ts';

const BRINGS =
  /^(?:says?|saying|reads?|reading|titled?|entitled|words?|text|letters|spelling|spells|lettering|slogan|caption)$/;
const SHOUT = /^(?=.*\p{Lu})[\p{Lu}\p{N}.'’!-]{2,}$/u;
const PART = /^[\p{Lu}\p{N}.'’!&-]+$/u;

/** "A sign saying OPEN NOW": capitals behind such a word are what is written, as if they stood in quotes. */
export function quoteCapitals(tokens: readonly Token[]): readonly Token[] {
  const words = tokens.filter(({ kind }) => kind === 'word');
  // Who shouts all of it means nothing by it.
  if (words.filter(({ text }) => SHOUT.test(text)).length * 2 > words.length) return tokens;
  const quoted: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const before = tokens[at - 1]?.text === ':' ? tokens[at - 2] : tokens[at - 1];
    if (token.kind !== 'word' || !SHOUT.test(token.text) || !BRINGS.test(before?.word ?? '')) {
      quoted.push(token);
      continue;
    }
    let end = at;
    while (isPart(tokens[end])) end += 1;
    quoted.push({
      kind: 'quote',
      text: tokens
        .slice(at, end)
        .map(({ text }) => text)
        .join(' '),
      word: '',
    });
    at = end - 1;
  }
  return quoted;
}

const isPart = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'word' || token.text === '&') && PART.test(token.text);
