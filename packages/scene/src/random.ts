/** A source of chance that gives the same numbers for the same seed on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** In [min, max). */
  between(min: number, max: number): number;
  /** One of the items. @throws {RangeError} when the list is empty. */
  pick<T>(items: readonly T[]): T;
  /** An independent stream: the same name gives the same stream, whatever was drawn from the parent before. */
  fork(name: string): Random;
}

/** @param seed Any integer; only its low 32 bits count. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    // mulberry32: 32 bits of state, passes gjrand, and one multiplication cheaper than xoshiro.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (min, max) => min + (max - min) * next(),
    pick(items) {
      if (items.length === 0) throw new RangeError('pick expects at least one item');
      return items[Math.floor(next() * items.length)]!;
    },
    fork: (name) => createRandom(hashString(name) ^ Math.imul(seed >>> 0, 0x9e3779b1)),
  };
}

/** FNV-1a over UTF-16 code units: 32 bits, unsigned. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
