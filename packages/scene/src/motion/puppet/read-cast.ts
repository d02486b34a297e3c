import type { Sight } from '../../vision/sight.ts';
import { type ActionKind, readAction, readHeading, readSpeed } from './action-words.ts';

/** What each picture of an order is for. */
export interface Cast {
  readonly actors: readonly CastActor[];
  /** Pictures that are places, in the order in which they are shown. */
  readonly places: readonly number[];
  /** Where it happens, in the prompt's words; empty when it does not say. For when no picture is a place. */
  readonly setting: string;
}

export interface CastActor {
  /** Which picture it is cut out of. */
  readonly image: number;
  /** What it is, in the prompt's or a detector's words. */
  readonly word: string;
  readonly action: ActionKind;
  /** Absent: where it looks. */
  readonly heading?: -1 | 1;
  readonly speed: number;
  /** What it is to be on, such as `sofa`. */
  readonly on?: string;
}

const TAG = /<\s*(?:image|img|picture|photo)_?\s*(\d{1,3})\s*>/giu;
const MARK = /@(\d+)@/gu;
const NOUN = String.raw`(?:(?:the|a|an|my|this|that|our|his|her)\s+)?((?:\p{L}[\p{L}'-]*\s+){0,2}\p{L}[\p{L}'-]*)`;
const OF = String.raw`(?:from|in|of|out of|on|at|shown in|seen in)\s+(?:the\s+)?(?:image\s+|picture\s+|photo\s+)?`;
const AT_PLACE =
  /\b(?:through|into|inside|across|over|onto|on|in|at|around|along|under|above|within|against|past|down|up|before|beneath|out of|between|among)\s+(?:the\s+|a\s+)?$/iu;
const BESIDE = /\b(?:next to|beside|near|by|behind|in front of|with|to|towards?|from|and|around)\s+(?:the\s+|a\s+)?$/iu;
const BACKDROP =
  /\b(?:background|backdrop|setting|scene|place|location|environment|landscape|scenery|room|street|beach|meadow|field|forest|garden|house|city|lake|sea|sky|mountains?|kitchen|stage|park|road|path|desert|office)\b/iu;
const PREPOSITION = /^(?:on|in|at|into|onto)$/iu;
const SEATS = /\b(?:sofa|couch|bench|chair|armchair|bed|table|stool|rock|step|stairs|wall|roof|boat|car)\b/iu;
const LIVING = new Set([
  'person',
  ...['bird', 'cat', 'dog', 'horse', 'sheep', 'cow', 'elephant', 'bear', 'zebra', 'giraffe'],
]);

/** @param sights Of the pictures, in the caller's order. */
export function readCast(prompt: string, sights: readonly Sight[]): Cast {
  const marked = markTags(prompt, sights.length);
  const roles = sights.map((sight, index) => roleOf(index, marked, sight));
  if (!/@\d+@/u.test(marked)) settleUntagged(roles, sights, marked);
  const places = roles.flatMap((role, image) => (role.kind === 'place' ? [image] : []));
  const actors = roles.flatMap((role, image): CastActor[] =>
    role.kind === 'place' ? [] : [actorOf(image, marked, sights[image]!, role.word, anchorOf(marked, roles))],
  );
  return { actors, places, setting: settingOf(marked) };
}

interface Role {
  kind: 'subject' | 'place';
  word?: string;
}

/** Tags count from 0, unless none is 0 and the highest is the number of pictures. */
function markTags(prompt: string, count: number): string {
  const numbers = [...prompt.matchAll(TAG)].map((match) => Number(match[1]));
  const offset = !numbers.includes(0) && Math.max(-1, ...numbers) === count ? 1 : 0;
  return prompt.replaceAll(TAG, (_, digits: string) => ` @${Number(digits) - offset}@ `).replaceAll(/\s+/gu, ' ');
}

/** By its words first, then by what is seen in it. */
function roleOf(image: number, text: string, sight: Sight): Role {
  const mark = `@${image}@`;
  const at = text.indexOf(mark);
  if (at < 0) return bySight(sight);
  const before = text.slice(0, at);
  const after = text.slice(at + mark.length);
  if (/^\s*(?:as|is|for|being)\s+(?:the\s+|a\s+|an\s+)?/iu.test(after) && BACKDROP.test(after.slice(0, 40)))
    return { kind: 'place' };
  const noun = new RegExp(`${NOUN}\\s+${OF}$`, 'iu').exec(before);
  if (noun) {
    const word = noun[1]!.trim();
    const lead = before.slice(0, noun.index);
    const spoken = word.split(/\s+/u);
    const verbAt = spoken.findIndex((part) => readAction(part) !== undefined || PREPOSITION.test(part));
    if (verbAt < 0) {
      if (AT_PLACE.test(`${lead} `) || AT_PLACE.test(lead) || BACKDROP.test(word)) return { kind: 'place', word };
      return { kind: 'subject', word };
    }
    if (verbAt < spoken.length - 1) {
      const rest = spoken
        .slice(verbAt + 1)
        .join(' ')
        .replace(/^(?:the|an?)\s+/iu, '');
      // Somebody chases a duck, but walks on a meadow.
      const isObject = !spoken.some((part) => PREPOSITION.test(part)) && !BACKDROP.test(rest);
      return { kind: isObject ? 'subject' : 'place', word: rest };
    }
  }
  if (/\b(?:background|backdrop|setting|scene)\s*(?:is|:|of|from|=)?\s*$/iu.test(before)) return { kind: 'place' };
  if (BESIDE.test(before) && !/\b(?:into|onto)\s+$/iu.test(before))
    return isSubject(sight) ? { kind: 'subject' } : { kind: 'place' };
  if (AT_PLACE.test(before)) return { kind: 'place' };
  const follows = readAction(after.split(/@\d+@|[.;!?]/u)[0] ?? '');
  if (follows && follows.at < 24) return { kind: 'subject' };
  return bySight(sight);
}

function bySight(sight: Sight): Role {
  return { kind: isSubject(sight) ? 'subject' : 'place' };
}

/** Whether a picture is of something rather than of somewhere. */
export function isSubject({ regions, subjectBox, subjectLabel, faces, width, height }: Sight): boolean {
  if (faces.some(({ box }) => box.height > height * 0.12)) return true;
  const region = regions.subject ?? regions.people;
  if (!region) return false;
  const share = areaOf(region);
  if (subjectLabel && LIVING.has(subjectLabel)) return share > 0.015;
  const around = Math.max(areaOf(regions.sky), areaOf(regions.water));
  const box = subjectBox ? (subjectBox.width * subjectBox.height) / (width * height) : share;
  return share > 0.05 && box < 0.9 && around < 0.45;
}

function areaOf(region: { readonly data: Uint8Array } | undefined): number {
  if (!region) return 0;
  let sum = 0;
  for (const value of region.data) sum += value;
  return sum / (255 * region.data.length);
}

const FURNITURE = new Set(['couch', 'chair', 'bed', 'bench', 'dining table']);

/** Without tags the words name the subject: at least one picture must be it, however it looks. */
function settleUntagged(roles: Role[], sights: readonly Sight[], text: string): void {
  const seat = /\bon(?:to)? (?:the|a|an) (\p{L}+)/iu.exec(text)?.[1]?.match(SEATS)?.[0];
  const furniture = sights.findIndex(({ subjectLabel }) => FURNITURE.has(subjectLabel ?? ''));
  const isSeatedOn = seat !== undefined && roles.some(({ kind }, index) => kind === 'subject' && index !== furniture);
  if (furniture >= 0 && isSeatedOn) roles[furniture] = { kind: 'place', word: seat };
  if (text.trim() === '' || roles.some(({ kind }) => kind === 'subject')) return;
  const best = sights.findIndex(({ regions }) => regions.subject !== undefined || regions.people !== undefined);
  if (best >= 0 && readAction(text)) roles[best]!.kind = 'subject';
}

function anchorOf(text: string, roles: readonly Role[]): string | undefined {
  const seat = roles.find(({ kind, word }) => kind === 'place' && word && SEATS.test(word))?.word;
  return (seat ?? /\bon (?:the|a|an) (\p{L}+)/iu.exec(text)?.[1])?.match(SEATS)?.[0]?.toLowerCase();
}

/** The verb after its tag; else the verb before the next full stop; else the first of all; else as its kind does. */
function actorOf(
  image: number,
  text: string,
  sight: Sight,
  named: string | undefined,
  on: string | undefined,
): CastActor {
  const mark = `@${image}@`;
  const at = text.indexOf(mark);
  const tail = at < 0 ? text : text.slice(at + mark.length);
  const sentence = tail.split(/[.;!?]/u)[0] ?? '';
  const own = sentence.split(/@\d+@\s+(?=\p{L}+s\b)/u)[0] ?? '';
  const found = readAction(withoutMarks(own)) ?? readAction(withoutMarks(sentence)) ?? readAction(withoutMarks(text));
  const word =
    named ??
    (at < 0 ? doerOf(text, found?.at) : undefined) ??
    labelOf(sight) ??
    (sight.faces.length > 0 ? 'person' : 'subject');
  const heading = readHeading(sentence) ?? readHeading(text);
  return {
    image,
    word,
    action: found?.action ?? habitOf(sight.subjectLabel, text),
    speed: readSpeed(text),
    ...(heading === undefined ? {} : { heading }),
    ...(on === undefined ? {} : { on }),
  };
}

/** Below this the detector takes dogs for horses: that it is an animal is all that can be said. */
const SURE = 0.55;

function labelOf({ subjectLabel, things }: Sight): string | undefined {
  if (subjectLabel === undefined || subjectLabel === 'person' || !LIVING.has(subjectLabel)) return subjectLabel;
  const scores = things.filter(({ label }) => label === subjectLabel).map(({ score }) => score);
  return scores.length === 0 || Math.max(...scores) >= SURE ? subjectLabel : 'animal';
}

/** The noun before a verb, in a prompt without tags. */
function doerOf(text: string, verbAt: number | undefined): string | undefined {
  if (verbAt === undefined || /@\d+@/u.test(text)) return undefined;
  const before = text.slice(0, verbAt).replace(/(?:\b(?:is|are|\p{L}+ly)\s+)+$/iu, '');
  return /\b(?:the|an?|my|our|his|her|this|that)\s+(?:\p{L}+\s+)?(\p{L}+)\s*$/iu.exec(before)?.[1];
}

const withoutMarks = (text: string) => text.replaceAll(MARK, ' ');

function habitOf(label: string | undefined, text: string): ActionKind {
  if (label === 'airplane' || label === 'kite') return 'fly';
  if (label === 'boat') return 'swim';
  if (label && ['car', 'bus', 'truck', 'train', 'motorcycle', 'bicycle'].includes(label)) return 'drive';
  if (label && LIVING.has(label) && label !== 'person') return 'walk';
  return text.trim() === '' && label === 'person' ? 'walk' : 'look';
}

/** What is said where a place would be, and is none. */
const NOWHERE =
  /^(?:(?:the|a|an|this|that|light|heavy|pouring|falling)\s+)*(?:(?:scene|place|picture|image|photo|frame|background|setting|shot)\W*$|(?:rain|snow|storm|fog|mist|wind|sun|sunshine|sunset|sunrise|night|dark|morning|evening|moonlight|spring|summer|autumn|winter|slow|style|camera|left|right|front|circles?|joy|love)\b)/iu;

/** From the first preposition of place on, without what names pictures. */
function settingOf(text: string): string {
  const plain = withoutMarks(text).replaceAll(/\s+/gu, ' ');
  const found =
    /\b(?:on|in|at|through|across|over|along|under|inside|by|near|around|into)\s+(?:(?:the|a|an)\s+)?\p{L}.*$/iu.exec(
      plain,
    );
  const place = (found?.[0] ?? '')
    .replace(/^\S+\s+/u, '')
    .replace(/\b(?:and|with)\s*$/iu, '')
    .trim();
  return NOWHERE.test(place) ? '' : place;
}
