/** A text with its quotes taken out. */
export interface Quoted {
  /** With ` «n» ` in place of the n-th quote. */
  readonly text: string;
  /** What stands in quotes, spelled as written. */
  readonly quotes: readonly string[];
}

/** Opening marks and what closes them: other hands and languages close the same mark otherwise. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”"“',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '《': '》',
  '‹': '›',
  '‘': '’',
  "'": "'’",
  '’': '’',
  '＂': '＂',
  '`': "`'´",
};
const APOSTROPHES = "'‘’`";
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Takes what stands in quotes out of an instruction, letter by letter as it was written: a title is put up in these very
 * words. `\"` is a mark within a quote, or a quote mark where no other is there.
 * @param text Well-formed; nothing in it is changed but its quotes.
 */
export function takeQuotes(text: string): Quoted {
  const plain = unescapeMarks(text.replaceAll(INNER, ' '));
  const quotes: string[] = [];
  // What found no closing mark once finds none later; looking again would take the square of the length.
  const unclosed = new Set<string>();
  let result = '';
  for (let at = 0; at < plain.length; ) {
    const end = unclosed.has(plain[at]!) ? undefined : closingMark(plain, at, unclosed);
    if (end === undefined) {
      // A mark of ours that was typed is no mark of ours.
      result += plain[at] === '«' || plain[at] === '»' ? ' ' : plain[at];
      at++;
      continue;
    }
    const inner = tidy(plain.slice(at + 1, end));
    if (inner !== '') {
      result += ` «${quotes.length}» `;
      quotes.push(inner);
    } else result += ' ';
    at = end + 1;
  }
  return { text: result.replaceAll(INNER, ' '), quotes };
}

/** In a prompt that came through JSON or a shell once too often every mark is escaped. */
function unescapeMarks(text: string): string {
  const doubled = text.replaceAll("''", '"');
  const isOver = !/(?<!\\)"/u.test(doubled);
  return doubled.replaceAll(/\\(["'])/gu, (_, mark: string) => {
    if (isOver || mark === "'") return mark;
    return INNER;
  });
}

/** Stands for an escaped mark within a quote. */
const INNER = '\u{e000}';

/** Where the quote that opens here closes; undefined when none opens here. @param unclosed Gets marks that nothing closes. */
function closingMark(text: string, at: number, unclosed: Set<string>): number | undefined {
  const open = text[at]!;
  const closers = Object.hasOwn(CLOSERS, open) ? CLOSERS[open]! : undefined;
  if (closers === undefined) return undefined;
  const isApostrophe = APOSTROPHES.includes(open);
  // An apostrophe opens a quote only where a word may begin, and closes one only where a word may end.
  if (isApostrophe && at > 0 && LETTER.test(text[at - 1]!)) return undefined;
  for (let end = at + 1; end < text.length; end++) {
    if (!closers.includes(text[end]!)) continue;
    if (isApostrophe && LETTER.test(text[end + 1] ?? '')) continue;
    return end;
  }
  unclosed.add(open);
  return undefined;
}

function tidy(text: string): string {
  return (
    text
      .replaceAll(INNER, '"')
      .replaceAll(/\\n|\r\n?/gu, '\n')
      .replaceAll(/[\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}\u{fffd}]|(?!\n)\p{Cc}/gu, ' ')
      // Spaces of any width are one space; a new line stays one.
      .replaceAll(/[^\S\n]+/gu, ' ')
      .replaceAll(/ ?\n[ \n]*/gu, '\n')
      .normalize('NFC')
      .trim()
  );
}
