/** A piece of a prompt: a word, a mark, or words in quotes. */
export interface Token {
  readonly kind: 'word' | 'mark' | 'quote';
  /** As the prompt has it; the contents for a quote, without the marks. */
  readonly text: string;
  /** Lower case, English after translation. */
  readonly word: string;
}

/** Opening marks and what closes them. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‹': '›',
  '‘': '’',
  "'": "'",
  '＂': '＂',
  '`': '`',
};
/** No word of any language is longer; scripts without spaces come in runs of words. */
const MAX_WORD_CHARACTERS = 400;
const MAX_QUOTE_CHARACTERS = 300;
/** A prompt is read no further than this: the API's own limit. */
const MAX_CHARACTERS = 8000;

/** Cuts a prompt into tokens. Any string is allowed: lone surrogates and control characters are dropped. */
export function tokenize(prompt: string): Token[] {
  const text = clean(prompt);
  const tokens: Token[] = [];
  const word =
    /#[0-9a-fA-F]{6}\b|[\p{L}\p{M}\p{N}<>_]+(?:[-'’‐‑:.][\p{L}\p{M}\p{N}_]+)*|[,.;:!?()[\]/|–—、。，；：！？（）،؛؟۔।॥\n&+]/uy;
  let at = 0;
  while (at < text.length) {
    const quote = readQuote(text, at);
    if (quote !== undefined) {
      tokens.push({ kind: 'quote', text: quote.text, word: '' });
      at = quote.end;
      continue;
    }
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found === undefined) at += 1;
    else {
      tokens.push(...toTokens(found));
      at += found.length;
    }
  }
  return tokens;
}

/** NFKC, no control characters, no lone surrogates, at most 8,000 characters. */
export function clean(prompt: string): string {
  return prompt
    .slice(0, MAX_CHARACTERS)
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll('\ufffd', ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? '\n' : ' '));
}

function toTokens(found: string): Token[] {
  if (found.startsWith('#')) return [{ kind: 'word', text: found, word: found.toLowerCase() }];
  if (/^[^\p{L}\p{N}<]/u.test(found)) return [{ kind: 'mark', text: found, word: toMark(found) }];
  if (/^<?(?:image|video|audio)_\d+>?$/i.test(found)) return [{ kind: 'mark', text: found, word: ',' }];
  const text = found.slice(0, MAX_WORD_CHARACTERS).replaceAll(/[<>_]/g, ' ').trim();
  if (text === '') return [];
  // "Hello.World" and "a:b" are two words, "3:30" and "U.S" are one.
  const parts = /^\d/.test(text) ? [text] : text.split(/[.:](?=\p{L}{2})/u);
  return parts.map((part) => ({
    kind: 'word',
    text: part,
    word: part.toLowerCase().replaceAll(/[’‐‑]/g, (c) => (c === '’' ? "'" : '-')),
  }));
}

function toMark(mark: string): string {
  if ('.。!！?？;；۔।॥؟؛\n'.includes(mark)) return '.';
  return mark === '&' || mark === '+' ? 'and' : ',';
}

function readQuote(text: string, at: number): { text: string; end: number } | undefined {
  const open = text[at] ?? '';
  const close = Object.hasOwn(QUOTES, open) ? QUOTES[open] : undefined;
  if (close === undefined) return undefined;
  // An apostrophe opens a quote only after a space, and closes one only before a gap.
  const isApostrophe = open === "'" || open === '‘';
  if (isApostrophe && at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return undefined;
  for (let end = nextOf(close, text, at + 1); end >= 0; end = nextOf(close, text, end + 1)) {
    if (end >= at + MAX_QUOTE_CHARACTERS) return undefined;
    if (isApostrophe && /[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) continue;
    const inner = text
      .slice(at + 1, end)
      .replaceAll(/\s+/g, ' ')
      .trim();
    return inner === '' ? undefined : { text: inner, end: end + 1 };
  }
  return undefined;
}

/** The first place from `from` on that holds one of the marks; -1 when there is none. */
function nextOf(marks: string, text: string, from: number): number {
  const places = [...marks].map((mark) => text.indexOf(mark, from)).filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
