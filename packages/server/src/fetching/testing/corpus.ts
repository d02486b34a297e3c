import { readFileSync } from 'node:fs';

export interface CorpusEntry {
  readonly class: string;
  readonly url: string;
}

/** The hostile URLs of `fixtures/urls.txt`, each with its class. */
export function readCorpus(): readonly CorpusEntry[] {
  const entries: CorpusEntry[] = [];
  let name = '';
  for (const line of readFileSync(new URL('../fixtures/urls.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[([a-z0-9-]+)\]$/.exec(line);
    if (heading === null) entries.push({ class: name, url: readEscapes(line) });
    else name = heading[1] ?? '';
  }
  return entries;
}

function readEscapes(line: string): string {
  const named: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };
  return line.replace(/\\(?:([tnr])(?![a-z])|u([0-9a-f]{4}))/g, (_all, letter: string | undefined, code: string) =>
    letter === undefined ? String.fromCharCode(Number.parseInt(code, 16)) : (named[letter] ?? ''),
  );
}
