import type { EditOperation, EditWeather, Grade } from '../operation.ts';
import type { ReadContext } from './clause-reader.ts';

/** Of each group a picture can have one; of several that are asked for, the last is meant. */
const GRADES: readonly (readonly Grade[])[] = [
  ['night', 'day'],
  ['winter', 'spring', 'summer', 'autumn'],
  ['bright', 'dark'],
  ['warm', 'cool'],
  ['blackAndWhite', 'vivid'],
  ['blackAndWhite', 'sepia'],
];
const WEATHERS: readonly (readonly EditWeather[])[] = [
  ['sun', 'rain'],
  ['sun', 'storm'],
  ['sun', 'fog'],
  ['sun', 'clouds'],
];
/** Faster by this share of what it was slowed down is no change that anybody sees. */
const NO_CHANGE = 0.05;

/**
 * Of what contradicts each other the last is kept, and the reader of the result is told so; a clip that is to be slower
 * and faster by as much stays as it is.
 */
export function settleContradictions(
  operations: readonly EditOperation[],
  { tellNote }: ReadContext,
): readonly EditOperation[] {
  const dropped = new Set<EditOperation>();
  const keepLast = (found: readonly EditOperation[]) => {
    const last = found.at(-1);
    for (const other of found) if (nameOf(other) !== nameOf(last!)) dropped.add(other);
  };
  for (const group of GRADES)
    keepLast(operations.filter((one) => one.kind === 'grade' && group.includes(one.grade) && !dropped.has(one)));
  for (const group of WEATHERS)
    keepLast(operations.filter((one) => one.kind === 'weather' && group.includes(one.weather) && !dropped.has(one)));
  keepLast(operations.filter(({ kind }) => kind === 'restyle'));
  for (const one of dropped) {
    tellNote(`“${wordsOf(one)}” was left out: it contradicts what was asked later.`);
  }
  const speeds = operations.filter((one) => one.kind === 'speed');
  const factor = speeds.reduce((product, one) => product * one.factor, 1);
  if (speeds.length > 1 && Math.abs(factor - 1) < NO_CHANGE) {
    for (const one of speeds) dropped.add(one);
    tellNote('Slower and faster undo each other: the speed stays as it is. Ask for one of them.');
  }
  const reverses = operations.filter(({ kind }) => kind === 'reverse');
  if (reverses.length === 2) {
    for (const one of reverses) dropped.add(one);
    tellNote('Backwards twice is forwards: it is played as it was.');
  }
  return operations.filter((one) => !dropped.has(one));
}

function nameOf(operation: EditOperation): string {
  if (operation.kind === 'grade') return operation.grade;
  if (operation.kind === 'weather') return operation.weather;
  return operation.kind === 'restyle' ? operation.style : operation.kind;
}

function wordsOf(operation: EditOperation): string {
  return nameOf(operation).replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}
