import { inputError } from './errors.ts';

const TAG = /<IMAGE_(-?\d{1,15})>/gi;

/**
 * What is added to the number of a tag to get the index of its input. `<IMAGE_0>` is the first; but some count from 1:
 * where no `<IMAGE_0>` occurs and the highest tag is the number of inputs, so do we.
 * @param count How many pictures there are.
 * @returns 0 or −1.
 */
export function imageTagOffset(prompt: string, count: number): 0 | -1 {
  const numbers = tagNumbers(prompt);
  return !numbers.includes(0) && Math.max(-1, ...numbers) === count ? -1 : 0;
}

/** @throws {ApiError} `invalid-argument` for a tag without an input. */
export function checkImageTags(prompt: string, count: number): void {
  const offset = imageTagOffset(prompt, count);
  const missing = tagNumbers(prompt).find((number) => number < 0 || number + offset >= count);
  if (missing === undefined) return;
  const came = count === 0 ? 'no pictures' : count === 1 ? 'one picture' : `${count} pictures`;
  throw inputError(
    'prompt',
    'wrong-value',
    `The prompt names <IMAGE_${missing}>, but the request has ${came}. <IMAGE_0> is the first one.`,
  );
}

function tagNumbers(prompt: string): number[] {
  return [...prompt.matchAll(TAG)].map((match) => Number(match[1]));
}
