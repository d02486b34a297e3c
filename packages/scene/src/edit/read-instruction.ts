import type { Lexicon } from '../lexicon/lexicon.ts';
import type { EditOperation, Instruction } from './operation.ts';
import { readAddClause, readBareAddition, readUnknownAddition } from './reading/add-clause.ts';
import { readBackgroundClause } from './reading/background-clause.ts';
import {
  readDescribedClause,
  readKeepClause,
  readLooksClause,
  readRemoveClause,
  readReplaceClause,
} from './reading/change-clauses.ts';
import type { ClauseReader, ReadContext } from './reading/clause-reader.ts';
import { cutClauses } from './reading/clauses.ts';
import { readClipClause, readFrameClause, readSquareClause } from './reading/clip-clauses.ts';
import { readColorClause } from './reading/color-clause.ts';
import { settleContradictions } from './reading/contradictions.ts';
import { describeOperations } from './reading/describe-operations.ts';
import { tagInputs } from './reading/input-tags.ts';
import { orderOperations } from './reading/order-operations.ts';
import { readPasteClause } from './reading/paste-clause.ts';
import { readAmountClause, readComplaintClause, readListClause } from './reading/short-clauses.ts';
import { mendSpelling } from './reading/spelling.ts';
import { readTitleClause } from './reading/title-clause.ts';
import { toEnglish } from './reading/to-english.ts';
import { readPartialLook, readUnableClause } from './reading/unable.ts';
import { readWholePictures } from './reading/whole-pictures.ts';
import { EditError } from './tool.ts';

export interface InstructionOptions {
  readonly lexicon: Lexicon;
  /** What the instruction is about: one clip, or so many pictures. */
  readonly inputs: { readonly kind: 'image' | 'video'; readonly count: number };
}

/** The first that knows a clause reads it. */
const READERS: readonly ClauseReader[] = [
  readKeepClause,
  readWholePictures,
  readPasteClause,
  readSquareClause,
  readUnableClause,
  readAmountClause,
  readComplaintClause,
  readListClause,
  readTitleClause,
  readClipClause,
  readFrameClause,
  readBackgroundClause,
  readColorClause,
  readPartialLook,
  readRemoveClause,
  readReplaceClause,
  readAddClause,
  readBareAddition,
  readDescribedClause,
  readLooksClause,
  readUnknownAddition,
];

/**
 * Reads an instruction in any of fifteen languages as operations, in the order in which they are best carried out.
 * @throws {EditError} when nothing in it can be done, or when it names an input that is not there.
 */
export function readInstruction(prompt: string, { lexicon, inputs }: InstructionOptions): Instruction {
  const { clauses, quotes } = cutClauses(tagInputs(prompt, inputs), (text) => inEnglish(text, lexicon));
  const operations: EditOperation[] = [];
  const ignored: string[] = [];
  const undone: Undone[] = [];
  const notes: string[] = [];
  const context: ReadContext = {
    lexicon,
    inputs,
    quotes,
    tellUndone: (clause, why) => undone.push({ clause: spell(clause, quotes), why }),
    tellNote: (sentence) => notes.push(sentence),
  };
  let topic: Topic | undefined;
  for (const clause of clauses) {
    const spoken = topic ? clause.replace(/\b(?:it|them|that)\b/iu, topic.noun) : clause;
    const read = readClause(spoken, context);
    if (read) {
      operations.push(...colorAdded(operations, read));
      // What was said of it was the reason.
      if (topic && spoken !== clause) ignored.splice(topic.index, 1);
    } else if (/\p{L}{2}/u.test(clause)) ignored.push(spell(clause, quotes));
    topic = read ? undefined : topicOf(clause, ignored.length - 1);
  }
  const settled = settleContradictions(operations, context);
  const ordered = orderOperations(settled);
  if (ordered.length === 0) throw new EditError(refusal(inputs.kind, undone, ignored, notes));
  const left = [...undone.map(({ clause, why }) => `Not done: “${clause}”. ${why}`), ...new Set(notes)];
  return {
    operations: ordered,
    description: describeOperations(ordered, inputs.kind, ignored, left),
    ignored,
    notes: left,
  };
}

/** "Add a hat and make it blue": what was added just now is meant. */
function colorAdded(before: EditOperation[], read: readonly EditOperation[]): readonly EditOperation[] {
  const [one] = read;
  const last = before.at(-1);
  if (read.length !== 1 || one?.kind !== 'recolor' || last?.kind !== 'add') return read;
  if (!/^(?:it|them|this|that)$/iu.test(one.target.word)) return read;
  before.pop();
  return [{ ...last, object: { ...last.object, color: one.color } }];
}

/** What a clause speaks of that asks for nothing: "the sign is ugly, remove it". */
interface Topic {
  readonly noun: string;
  /** Of the clause among those that were not understood. */
  readonly index: number;
}

function topicOf(clause: string, index: number): Topic | undefined {
  const noun =
    /^(?:there(?:'s| is| are)|i (?:hate|dislike|don'?t like|do not like|see))\s+(.+?)(?:\s+(?:in|on)\s.*)?$/iu.exec(
      clause,
    )?.[1] ??
    /^(?:the colou?rs? of )?((?:the|that|this|those|these|her|his|my)\s+[\p{L} -]{2,40}?)(?:$|\s+(?:is|are|looks?|seems?|bothers?)\b)/iu.exec(
      clause,
    )?.[1];
  return noun === undefined || index < 0 ? undefined : { noun: noun.replace(/^(?:an?|some)\s/iu, 'the '), index };
}

/** A clause that is understood and cannot be carried out. */
interface Undone {
  readonly clause: string;
  readonly why: string;
}

/** More of them say nothing new. */
const EMOJI_MAX = 40;
const EMOJI = /\p{Extended_Pictographic}\ufe0f?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*/gu;

function inEnglish(written: string, lexicon: Lexicon): string {
  let count = 0;
  const text = written.replaceAll(EMOJI, (emoji) => {
    if (++count > EMOJI_MAX) return ' ';
    const name = lexicon.nameEmoji(emoji) ?? lexicon.nameEmoji(emoji.replaceAll('\ufe0f', ''));
    return ` ${name?.replace(/ face$/u, '') ?? ''} `;
  });
  const english = toEnglish(text, lexicon);
  return english === text ? mendSpelling(text, lexicon) : english;
}

function readClause(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  for (const read of READERS) {
    const operations = read(clause, context);
    if (operations) return usesNamedInputs(clause, operations) ? operations : refuseInputs(clause, context);
  }
  return /@[1-9]\d*@/u.test(clause) ? refuseInputs(clause, context) : undefined;
}

/** Whether what was read takes something from the other inputs, when the clause names any: never something else instead. */
function usesNamedInputs(clause: string, operations: readonly EditOperation[]): boolean {
  if (operations.length === 0 || !/@[1-9]\d*@/u.test(clause)) return true;
  return operations.some(
    (operation) =>
      operation.kind === 'paste' ||
      operation.kind === 'collage' ||
      (operation.kind === 'background' && operation.background.kind === 'image'),
  );
}

function refuseInputs(clause: string, { tellUndone }: ReadContext): readonly EditOperation[] {
  tellUndone(
    clause,
    'Of several pictures one is edited. From the others a person, an animal or a thing is cut out and put into it ' +
      '("Put the dog from <IMAGE_1> on the sofa in <IMAGE_0>"), one is its background, or all are put side by side.',
  );
  return [];
}

/** A clause as it was written, quotes and tags put back. */
function spell(clause: string, quotes: readonly string[]): string {
  return clause
    .replaceAll(/«(\d+)»/gu, (_, index: string) => `"${quotes[Number(index)]}"`)
    .replaceAll(/@(\d+)@/gu, '<IMAGE_$1>')
    .slice(0, 160);
}

function refusal(
  kind: 'image' | 'video',
  undone: readonly Undone[],
  ignored: readonly string[],
  notes: readonly string[],
): string {
  const clipKinds = kind === 'video' ? ', play it faster, slower or backwards, change its sound' : '';
  const can =
    'The draft engine can restyle, grade (day to night, seasons, black and white), change the weather, recolour, add or ' +
    `remove something that it finds, replace or blur the background, write a title${clipKinds}, flip and crop; ` +
    'for example "Make it rain" or "Give the woman a silver necklace".';
  const reasons = [...new Set([...undone.map(({ why }) => why), ...notes])].slice(0, 3);
  if (reasons.length > 0) return `The instruction cannot be carried out. ${reasons.join(' ')} ${can}`;
  const quoted =
    ignored.length > 0
      ? `: ${ignored
          .slice(0, 3)
          .map((part) => `“${part}”`)
          .join(', ')}`
      : '';
  return `The instruction was not understood${quoted}. ${can}`;
}
