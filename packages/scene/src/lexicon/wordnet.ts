/** The noun part of WordNet, searched in place: no index is built, so the first question costs nothing but the reading of its files. */
export interface WordNet {
  /** Byte offsets of the synsets of a lemma (spaces as underscores), most frequent sense first; empty when unknown. */
  senses(lemma: string): readonly string[];
  synset(offset: string): Synset | undefined;
}

export interface Synset {
  readonly offset: string;
  /** The lexicographer's file: 5 animal, 6 artifact, 13 food, 17 object, 18 person, 20 plant … */
  readonly area: number;
  readonly lemmas: readonly string[];
  readonly parents: readonly string[];
}

export interface WordNetFiles {
  /** `index.noun`, read as latin1, so that characters are bytes. */
  readonly index: string;
  /** `data.noun`, read as latin1. */
  readonly data: string;
}

export function createWordNet({ index, data }: WordNetFiles): WordNet {
  return {
    senses(lemma) {
      const line = findLine(index, `${lemma.toLowerCase().replaceAll(' ', '_')} `);
      if (line === undefined) return [];
      const fields = line.trim().split(' ');
      const pointerCount = Number(fields[3]);
      return fields.slice(6 + pointerCount);
    },
    synset: (offset) => readSynset(data, offset),
  };
}

/** Binary search for the line that begins with a key in a text whose lines are sorted by bytes. */
function findLine(text: string, key: string): string | undefined {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = text.lastIndexOf('\n', middle - 1) + 1;
    const line = text.slice(start, start + key.length);
    if (line === key) return text.slice(start, endOfLine(text, start));
    // The licence at the head of the file is indented, and a space sorts before every lemma.
    if (line < key) low = endOfLine(text, middle) + 1;
    else high = start;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function readSynset(data: string, offset: string): Synset | undefined {
  const start = Number(offset);
  const line = data.slice(start, endOfLine(data, start)).split(' | ', 1)[0] ?? '';
  const fields = line.split(' ');
  if (fields[0] !== offset) return undefined;
  const lemmaCount = Number.parseInt(fields[3] ?? '0', 16);
  const lemmas = Array.from({ length: lemmaCount }, (_, i) =>
    (fields[4 + 2 * i] ?? '').replaceAll('_', ' ').toLowerCase(),
  );
  const parents: string[] = [];
  const pointersAt = 4 + 2 * lemmaCount;
  for (let i = 0; i < Number(fields[pointersAt]); i++) {
    const symbol = fields[pointersAt + 1 + 4 * i];
    if (symbol === '@' || symbol === '@i') parents.push(fields[pointersAt + 2 + 4 * i] ?? '');
  }
  return { offset, area: Number(fields[1]), lemmas, parents };
}
