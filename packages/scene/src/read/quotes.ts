import type { Clause } from './clause.ts';
import type { Mention, Reading } from './mention.ts';
import { isAnimate } from './mention.ts';

/** What the words before a quote make of it. */
export type ExpectedQuote = 'speech' | 'writing' | 'title' | undefined;

/** Small lights, plants and stones have no room for words. */
const BARE =
  /^(?:candle|fire|flower|tree|mushroom|fruit|rock|cloud|star|moon|planet|crystal|lamp|sword|cactus|foliage|pumpkin)$/;
const canBear = (one: Mention): boolean => !isAnimate(one) && !BARE.test(one.noun.kind);

/** Gives words in quotes to who says them, to what they are written on, or to the picture as its title. */
export function placeQuote(text: string, expected: ExpectedQuote, clause: Clause, reading: Reading): void {
  clause.quoted = undefined;
  const near = [...clause.nearest, ...clause.anchors, ...clause.subjects];
  const silent = near.filter((one) => isAnimate(one) && one.says === undefined);
  const speaker = silent.findLast((one) => clause.nearest.includes(one)) ?? silent[0] ?? near.find(isAnimate);
  const sign = near.find(({ noun }) => noun.kind === 'sign');
  const bearer = expected === 'writing' ? near.find((one) => canBear(one) && !one.isObject) : undefined;
  const other = clause.mentions.findLast(({ noun, text: own }) => noun.kind === 'sign' && own === undefined);
  const board = sign ?? bearer ?? near.find(canBear) ?? (speaker === undefined ? other : undefined);
  if (expected === 'title' && sign === undefined && near.every(({ noun }) => noun.kind !== 'book'))
    reading.title ??= text.slice(0, 120);
  else if (expected === 'speech' && sign === undefined && speaker !== undefined) speaker.says ??= text;
  else if (board !== undefined) {
    clause.quoted = { text: text.slice(0, 200), mention: board };
    board.text ??= text.slice(0, 200);
  } else if (expected === undefined && speaker !== undefined && clause.nearest.includes(speaker)) speaker.says ??= text;
  else {
    clause.quoted = { text: text.slice(0, 120), mention: undefined };
    clause.waitingText ??= text.slice(0, 120);
  }
}
