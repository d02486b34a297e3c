import type { EditOperation } from '../operation.ts';

/**
 * What is found in the picture is dealt with before the picture as a whole changes; what lies before the lens comes
 * after it: a title keeps its colour in a black-and-white film, rain is not painted in oil.
 */
const ORDER: Readonly<Record<EditOperation['kind'], number>> = {
  remove: 0,
  background: 1,
  collage: 1,
  paste: 2,
  recolor: 3,
  add: 4,
  grade: 5,
  restyle: 6,
  crop: 7,
  flip: 8,
  weather: 9,
  title: 11,
  speed: 12,
  reverse: 12,
  mute: 12,
  sound: 12,
};
/** Of film and its development: they take in the weather as well. */
const LOOKS: ReadonlySet<string> = new Set(['blackAndWhite', 'sepia', 'vintage', 'faded', 'cinematic']);
const LOOK_ORDER = 10;

/** Sorts operations, and drops those that say the same again. */
export function orderOperations(operations: readonly EditOperation[]): readonly EditOperation[] {
  const seen = new Set<string>();
  const isNight = operations.some((operation) => operation.kind === 'grade' && operation.grade === 'night');
  const background = operations.findLast(({ kind }) => kind === 'background');
  return operations
    .filter((operation) => {
      // Of several backgrounds the last is meant: "cut it out and put it on a beach".
      if (operation.kind === 'background' && operation !== background) return false;
      if (operation.kind === 'grade' && operation.grade === 'dark' && isNight) return false;
      const key = JSON.stringify(operation);
      return !seen.has(key) && seen.add(key) && true;
    })
    .map((operation, index) => ({ operation, index }))
    .sort((a, b) => orderOf(a.operation) - orderOf(b.operation) || a.index - b.index)
    .map(({ operation }) => operation);
}

function orderOf(operation: EditOperation): number {
  return operation.kind === 'grade' && LOOKS.has(operation.grade) ? LOOK_ORDER : ORDER[operation.kind];
}
