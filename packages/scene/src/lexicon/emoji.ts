/** One emoji of a language, as emojibase lists it. */
export interface EmojiEntry {
  /** `1F415`, with `-FE0F` where Unicode has it. */
  readonly hexcode: string;
  readonly label: string;
  readonly tags?: readonly string[] | undefined;
  /** 3 animals and nature, 4 food, 5 travel, 6 activities, 7 objects; 0 and 1 faces and people; others signs. */
  readonly group?: number | undefined;
}

/** What a word means among the emoji of one language. */
export interface EmojiIndex {
  /** The key of the rendered emoji whose name is this word. */
  byLabel(word: string): string | undefined;
  /** The key of the first rendered emoji that has this word among its keywords. */
  byTag(word: string): string | undefined;
  /** 3 animals and nature, 4 food, 5 travel, 6 activities, 7 objects. */
  groupOf(key: string): number | undefined;
  /** The lower-cased name of a rendered emoji. */
  labelOf(key: string): string | undefined;
  /** The lower-cased name of any emoji as it is written in a text. */
  nameOf(written: string): string | undefined;
}

/** Animals and nature, food, travel, activities, objects: what has a body. Faces, people, symbols and flags are none. */
const BODIES = new Set([3, 4, 5, 6, 7]);

/** @param keys The names of the pictures at hand: a word counts only where there is a picture. */
export function createEmojiIndex(entries: readonly EmojiEntry[], keys: ReadonlySet<string>): EmojiIndex {
  const labels = new Map<string, string>();
  const tags = new Map<string, string>();
  const names = new Map<string, string>();
  const groups = new Map<string, number>();
  const written = new Map<string, string>();
  for (const entry of entries) {
    written.set(plainCode(entry.hexcode), entry.label.toLowerCase());
    const key = pictureKey(entry.hexcode, keys);
    if (key === undefined || !BODIES.has(entry.group ?? -1)) continue;
    const label = entry.label.toLowerCase();
    names.set(key, label);
    groups.set(key, entry.group ?? 7);
    if (!labels.has(label)) labels.set(label, key);
    for (const tag of entry.tags ?? []) {
      const word = tag.toLowerCase();
      if (isTelling(word) && !tags.has(word)) tags.set(word, key);
    }
  }
  return {
    byLabel: (word) => labels.get(word),
    byTag: (word) => tags.get(word),
    groupOf: (key) => groups.get(key),
    labelOf: (key) => names.get(key),
    nameOf: (text) => written.get(plainCode([...text].map((c) => c.codePointAt(0)!.toString(16)).join('-'))),
  };
}

/** Without skin tones and the mark that asks for colour. */
function plainCode(hexcode: string): string {
  return hexcode.toLowerCase().replaceAll(/-(?:fe0f|1f3f[b-f])/g, '');
}

function pictureKey(hexcode: string, keys: ReadonlySet<string>): string | undefined {
  const key = hexcode.toLowerCase();
  return [key, `${key}-fe0f`, key.replaceAll('-fe0f', '')].find((name) => keys.has(name));
}

/** Two Latin letters are noise (`on`, `tv`); one Han character is a word. */
function isTelling(word: string): boolean {
  return word.length >= 3 || !/^[\p{Script=Latin}\p{Script=Cyrillic}\d]+$/u.test(word);
}
