import type { EditOperation, Target } from '../operation.ts';
import { looksOf } from './add-clause.ts';
import { type ClauseReader, group, type ReadContext, splitList } from './clause-reader.ts';
import { readLooks } from './looks.ts';
import { readNounPhrase } from './noun-phrase.ts';
import { readObject } from './objects.ts';
import { readTarget } from './targets.ts';

const REMOVE =
  /^(?:remove|removing|delete|erase|get rid of|take (?:out|away|off)|eliminate|hide|lose|wipe(?: out| away)?|strip|clear(?: out)?|drop|photoshop out|edit out|make|no|without|crop out)\s+(.+?)(?:\s+(?:disappear|vanish|invisible|go away|gone))?$/iu;

const TAKE_AWAY = /^take\s+(?!off\b|out\b|away\b)(.+?)\s+(?:off|out|away)\b.*$/iu;

/** "The logo removed", "that sign needs to go". */
const TO_BE_REMOVED =
  /^((?:the|that|this|those|these|all|her|his|their|my|any)\s+.+?)\s+(?:(?:(?:should|must|needs? to|has to|have to|ought to|to|could|can|would) (?:be )?)?(?:removed|gone|deleted|erased)|(?:should|must|needs? to|has to|have to) (?:go(?: away)?|disappear|vanish))$/iu;

export const readRemoveClause: ClauseReader = (clause, context) => {
  const match = REMOVE.exec(clause.replace(TAKE_AWAY, 'remove $1').replace(TO_BE_REMOVED, 'remove $1'));
  if (!match || /«/u.test(clause)) return undefined;
  if (/^make\b/iu.test(clause) && !/\b(?:disappear|vanish|invisible|go away)$/iu.test(clause)) return undefined;
  const text = group(match, 1)
    .replace(
      /\s+(?:from|in|out of|off|of|to|at)\s+(?:the |this |my )*(?:@\d@|video|clip|image|picture|photo|scene|shot|frame|footage|background|foreground|street|view)(?:\s.*)?$/iu,
      '',
    )
    .replace(/\s+(?:from|off)\s+(?:her|his|their|the)\s+.+$/iu, '');
  if (/^(?:whatever|what|anything|everything|all (?:the )?(?:things|stuff|objects))\b/iu.test(text)) return undefined;
  if (/^(?:all |more |any |the )*(?:grey |gray |dark )?clouds$/iu.test(text))
    return [{ kind: 'weather', weather: 'sun', strength: 0.7 }];
  const targets = splitList(text).flatMap((part) => {
    // "The man behind her" is the man.
    const target =
      readTarget(part, context.lexicon) ??
      readTarget(
        part.replace(/\s+(?:behind|next to|beside|near|in front of|under|above|around|with)\s+.+$/iu, ''),
        context.lexicon,
      );
    return target ? [target] : [];
  });
  return targets.length > 0 ? targets.map((target) => removal(target)) : undefined;
};

function removal(target: Target): EditOperation {
  return target.kind === 'background'
    ? { kind: 'background', background: { kind: 'color', color: '#ffffff' } }
    : { kind: 'remove', target };
}

const REPLACE =
  /^(?:replace|swap|substitute|exchange|switch|change)\s+(?:out )?(.+?)\s+(?:with|by|for|to|into)\s+(.+)$/iu;
const TURN = /^(?:turn|transform|convert|change|make|morph)\s+(.+?)\s+(?:in)?to\s+(.+)$/iu;

/** "Replace the dog with a cat": one goes, the other comes where it was. */
export const readReplaceClause: ClauseReader = (clause, context) => {
  if (/@|«/u.test(clause)) return undefined;
  const instead = /^(?:add|put|place|use|show|insert)\s+(.+?)\s+(?:instead of|in place of|rather than)\s+(.+)$/iu.exec(
    clause,
  );
  if (instead) return readReplaceClause(`replace ${group(instead, 2)} with ${group(instead, 1)}`, context);
  const match = REPLACE.exec(clause) ?? TURN.exec(clause);
  if (!match) return undefined;
  const looks = looksOf(group(match, 2));
  const target = readTarget(group(match, 1), context.lexicon);
  if (target?.kind === 'sky') return looks ?? skyOf(group(match, 2));
  const same = readNounPhrase(group(match, 2));
  if (target && same.color && (/^(?:ones?)?$/u.test(same.noun) || same.noun === readNounPhrase(group(match, 1)).noun)) {
    return [{ kind: 'recolor', target, color: same.color }];
  }
  if (looks || !target || (target.kind !== 'thing' && target.kind !== 'animal')) return looks;
  const read = readObject(group(match, 2), context.lexicon);
  if (!read) return undefined;
  return [
    { kind: 'remove', target },
    { kind: 'add', object: read.object, anchor: 'on', carrier: target, count: 1 },
  ];
};

function skyOf(text: string): readonly EditOperation[] | undefined {
  if (/\b(?:stars|galaxy|milky way|aurora|northern lights|nebula)\b/iu.test(text))
    return [{ kind: 'grade', grade: 'night', strength: 1 }];
  const { operations } = readLooks(text);
  return operations.length > 0 ? operations : undefined;
}

const FROM_TO =
  /^(?:turn|change|convert|transform|make|shift|switch|swap|replace|move|go|transition|take|set|bring)\s+(?:.*?)\s*\b(?:in)?to\b\s+(.+)$/iu;
const INSTEAD = /^(?:swap|replace|exchange|substitute|switch)\s+.*?\b(?:with|by|for)\s+(.+)$/iu;

/** Looks of the picture as a whole, in whatever sentence they stand. */
export const readLooksClause: ClauseReader = (clause) => {
  const text = clause.replaceAll(/«\d+»|@\d+@/gu, ' ');
  // What it is turned from is not wanted.
  const fromTo = FROM_TO.exec(text) ?? INSTEAD.exec(text);
  if (fromTo) {
    const { operations } = readLooks(group(fromTo, 1));
    if (operations.length > 0) return operations;
  }
  const { operations } = readLooks(
    text
      .replace(
        /\b(?:instead of|rather than|not in|no longer|and not)\s+(?:an? |the |in )?(?:black and white|[\p{L}-]+)/giu,
        ' ',
      )
      .replace(/\bno(?:t|n)?[- ](?:black and white|rain|snow|longer \p{L}+)\b/giu, ' '),
  );
  return operations.length > 0 ? operations : undefined;
};

const COURTESY =
  /^(?:(?:many )?thanks?(?: (?:you|so much|a lot|in advance|very much).*)?|thank you.*|thx|cheers|please|ok(?:ay)?|hello|hi|hey|good (?:morning|day|evening)|sorry|great|nice|cool|yes|that'?s (?:all|it))$/iu;
const KEEP =
  /^(?:don'?t|do not|never|keep(?:ing)?|leav(?:e|ing)|preserv(?:e|ing)|maintain(?:ing)?|retain(?:ing)?|without (?:changing|touching|altering|affecting|modifying|moving|removing)|not (?:chang|touch|alter|modif)\w+|make sure|ensure|everything else|the rest|all else|same|ensuring|be careful|nothing else|no other changes?|avoid|respect|(?:no|without)(?: more| any)* (?:rain|snow|fog|mist|wind|storm|lightning|night|sepia|effects?|filters?|changes?)\b|match(?:ing)? the (?:light|original))/iu;

/** What is to stay is no operation. */
export const readKeepClause: ClauseReader = (clause) =>
  COURTESY.test(clause) ||
  (KEEP.test(clause) &&
    !/^(?:(?:keep|leave) (?:only|just|nothing but)|make sure (?:that )?(?:it|she|he|they)\b)/iu.test(clause))
    ? []
    : undefined;

/** "The woman with a silver necklace", "a cat wearing a hat": a picture described that is not yet so. */
export const readDescribedClause: ClauseReader = (clause, context: ReadContext) => {
  const match = /^(.+?)\s+(?:with|in)\s+((?:an?|some|two|three)\s+.+)$/iu.exec(clause);
  if (!match) return undefined;
  const carrier = readTarget(group(match, 1), context.lexicon);
  const read = readObject(
    group(match, 2).replace(/\s+(?:on|around|over)\s+(?:her|his|their|its|the)\s+\p{L}+$/iu, ''),
    context.lexicon,
  );
  if (!carrier || !read?.isWorn) return undefined;
  return [
    {
      kind: 'add',
      object: read.object,
      anchor: read.wornAt,
      ...(carrier.kind === 'subject' ? {} : { carrier }),
      count: read.count,
    },
  ];
};
