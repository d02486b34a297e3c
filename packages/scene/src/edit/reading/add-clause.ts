import type { Anchor, EditOperation, Target } from '../operation.ts';
import { type ClauseReader, group, type ReadContext, splitList, WHOLE } from './clause-reader.ts';
import { readLooks } from './looks.ts';
import { colorOf, readNounPhrase } from './noun-phrase.ts';
import { type ReadObject, readObject } from './objects.ts';
import { readBodyPlace, readFramePlace } from './places.ts';
import { readTarget } from './targets.ts';

const ADD =
  /^(?:add(?:ing)?|put(?:ting)?|place|placing|insert|include|including|attach|stick|draw|overlay|show|superimpose|bring|create|hang|see(?= (?:an?|some|two|three) )|set|fit|slip|pop|throw|decorate|equip|introduce|paint|want|need|there should be|there is|there are|let there be|with|have|use|get|drop|sprinkle|scatter)(?:\s+(?:in|on|up|me|him with|her with))?\s+(.+)$/iu;
const WEAR =
  /^(?:(?:let|make|have|get|dress|show|with|see|put|imagine)\s+)?(.+?)\s+(?:(?:should|must|shall|needs? to|is|are|now|to|will|has to|who is|also)\s+)*(?:be\s+)?(wear(?:s|ing)?|hold(?:s|ing)?|carr(?:y|ies|ying)|have|has|having|sport(?:s|ing)?|dressed in|put(?:s|ting)? on)\s+(.+)$/iu;
const GIVE = /^(?:give|gift|hand|equip|fit|dress|lend|buy|provide|adorn|decorate)\s+(.+)$/iu;
const PREPOSITION =
  /^(.+?)\s+(?:(?:flying|floating|sitting|standing|lying|laying|swimming|walking|hanging|resting|perched|hovering|drifting|growing|running|leaning|riding|jumping|climbing|crawling|playing|peeking|peeping|looking|looking out|dancing|grazing|rolling|sailing|driving|parked|sleeping|landing|going|coming|falling|rising|shining|burning|glowing|waiting|crossing|jumping|kneeling|facing|placed|that (?:is|are)|which (?:is|are)|worn)\s+)*(on top of|onto|on|upon|to|in front of|in|into|inside|over|above|around|round|at|next to|beside|besides|alongside|near|by|close to|behind|under|below|for|between|across|along|against)\s+(.+)$/iu;
const PARTICIPLE =
  /\s+(?:flying|floating|sitting|standing|lying|laying|swimming|walking|hanging|resting|perched|hovering|drifting|growing|running|leaning|riding|jumping|climbing|crawling|playing|peeking|peeping|looking|looking out|dancing|grazing|rolling|sailing|driving|parked|sleeping|landing|going|coming|falling|rising|shining|burning|glowing|waiting|crossing|jumping|kneeling|facing)(?: (?:by|past|around|overhead|nearby|there|across))?$/iu;
/** "Have a butterfly land on her shoulder": it is to be there. */
const COMES =
  /^(?:have|let|make|get)\s+((?:an?|some|two|three)\s+.+?)\s+(?:land|sit|stand|fly|float|appear|rest|perch|lie|hover|swim|walk|run|drift|hang|grow)s?\s+(.+)$/iu;
/** What a filter is called beside what it does. */
const FILLER =
  /\b(?:an?|the|some|more|of|effects?|filters?|looks?|styles?|feels?|vibes?|moods?|atmospheres?|overlays?|lots?|bit|little|lot|outside|everywhere|around|in|to|on|over|into|scene|video|image|picture|photo|clip|background|foreground|falling|slight(?:ly)?|subtle|heavy|light|soft|very|nice|beautiful|dramatic|whole|it|colou?rs?|tones?|treatment|finish|aesthetic|theme|please|like|is|with|and|sky|from|down|throughout|window|ground|air|softly|gently|lighting|day|weather|as|if|were|was)\b/giu;

export const readAddClause: ClauseReader = (clause, context) =>
  readWear(clause, context) ?? readGive(clause, context) ?? readAdd(clause, context);

function readWear(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const match = WEAR.exec(
    clause.replace(
      /\b(?:to )?look(?:s|ing)? (?:like|as if|as though) (?:he|she|it|they)(?:'s|'re| is| are| was| were| wears?)\s+(?=wearing|holding|carrying)/iu,
      '',
    ),
  );
  if (!match || /^(?:add|put|place|insert|give)\b/iu.test(clause)) return undefined;
  const carrier = readTarget(group(match, 1), context.lexicon);
  if (!carrier || carrier.kind === 'background') return undefined;
  const isHeld = /^(?:hold|carr)/iu.test(group(match, 2));
  return addAll(splitList(group(match, 3)), context, carrier, isHeld ? 'rightHand' : undefined);
}

function readGive(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const match = GIVE.exec(clause);
  if (!match) return undefined;
  const rest = group(match, 1)
    .replace(/^up\s+/iu, '')
    .replace(/^(?:each|every)\s+(?:person|one|man and woman|individual)\b/iu, 'everyone')
    .replace(/^(?:both|all|each|every one) of (?:them|us|the \p{L}+)\s/iu, 'everyone ');
  const whole = new RegExp(`^${WHOLE}\\s+(.+)$`, 'iu').exec(rest);
  const looks = whole && looksOf(group(whole, 1));
  if (looks) return looks;
  const several = readGifts(rest, context);
  if (several) return several;
  for (const [whom, what] of splitsOf(rest)) {
    const carrier = readTarget(whom, context.lexicon);
    if (!carrier || carrier.kind === 'background') continue;
    const operations = addAll(splitList(what), context, carrier);
    if (operations) return operations;
  }
  return readAdd(`add ${rest}`, context);
}

/** "The man a beard, the woman a hat and the dog sunglasses": to each their own. */
function readGifts(text: string, context: ReadContext): readonly EditOperation[] | undefined {
  const gifts: { readonly carrier: Target; readonly parts: string[] }[] = [];
  for (const part of splitList(text)) {
    const gift = /^(?:an?|some|two|three)\b/iu.test(part)
      ? undefined
      : splitsOf(part)
          .map(([whom, what]) => ({ carrier: readTarget(whom, context.lexicon), parts: [what] }))
          .find(({ carrier, parts }) => carrier && isBearer(carrier) && readItem(parts[0]!, context));
    if (gift?.carrier) gifts.push({ carrier: gift.carrier, parts: gift.parts });
    else if (gifts.length > 0) gifts.at(-1)!.parts.push(part);
    else return undefined;
  }
  return gifts.length < 2 ? undefined : gifts.flatMap(({ carrier, parts }) => addAll(parts, context, carrier) ?? []);
}

function isBearer({ kind }: Target): boolean {
  return kind === 'person' || kind === 'animal';
}

const PRONOUN = /^(?:her|him|them|it|me|us|everyone|everybody|both|each)$/iu;
const UNFINISHED = /\b(?:and|with|in|on|of|the|or|an?|two|some)$/iu;

/** Where "whom" may end and "what" begin: behind a pronoun, else before an article, else before any word. */
function splitsOf(text: string): readonly (readonly [string, string])[] {
  const words = text.split(/\s+/);
  const ends = PRONOUN.test(words[0]!) ? [1] : words.map((_, index) => index).slice(1);
  const isArticle = (index: number) =>
    /^(?:an?|some|two|three|with|\d+|her|his|matching|different)$/iu.test(words[index] ?? '');
  return [...ends.filter(isArticle), ...ends.filter((index) => !isArticle(index))]
    .map((end): readonly [string, string] => [
      words.slice(0, end).join(' '),
      words
        .slice(end)
        .join(' ')
        .replace(/^with\s+/iu, ''),
    ])
    .filter(([whom]) => !UNFINISHED.test(whom));
}

/** "A golden crown on the king", "sunglasses for the cat": no word says that it is to be added. */
export const readBareAddition: ClauseReader = (clause, context) => {
  if (/[«@]/u.test(clause)) return undefined;
  const match = PREPOSITION.exec(clause);
  const read = match && readObject(group(match, 1), context.lexicon);
  const isAsked =
    read?.isWorn || (read && /^(?:an?|two|three|some)\s/iu.test(clause) && readLooks(clause).operations.length === 0);
  return isAsked ? addAll(splitList(clause), context) : undefined;
};

/** What nobody has a picture of. */
export const readUnknownAddition: ClauseReader = (clause, { tellUndone }) => {
  if (!/^(?:add|put|place|insert|draw)\s+(?!.*\b(?:effects?|filters?|looks?|styles?)\b).+$/iu.test(clause))
    return undefined;
  tellUndone(
    clause,
    'There is no picture of that to add: name something simpler, such as a hat, a dog, a tree or a car.',
  );
  return [];
};

function readAdd(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const match = ADD.exec(clause.replace(COMES, 'add $1 $2'));
  if (!match) return undefined;
  const rest = group(match, 1);
  const looks = looksOf(rest) ?? readMakeup(rest);
  return looks ?? addAll(splitList(rest), context);
}

/** Lipstick is no thing of its own: lips change their colour. */
function readMakeup(text: string): readonly EditOperation[] | undefined {
  const match = /^(?:some |an? )?(?:(\p{L}+) )?lipstick\b/iu.exec(text);
  if (!match) return undefined;
  return [{ kind: 'recolor', target: { word: 'lips', kind: 'face' }, color: colorOf(group(match, 1)) ?? '#b3202f' }];
}

/** Looks, when words say nothing else; undefined otherwise. */
export function looksOf(text: string): readonly EditOperation[] | undefined {
  const { operations, rest } = readLooks(
    text.replace(/\s+(?:around|over|on|behind|above) (?:her|him|them|it|me|us|every\p{L}+)$/iu, ''),
    text,
  );
  return operations.length > 0 && rest.replaceAll(FILLER, '').replaceAll(/[^\p{L}]/gu, '') === ''
    ? operations
    : undefined;
}

interface Item {
  readonly read: ReadObject;
  readonly anchor?: Anchor;
  readonly carrier?: Target;
}

/** @param given Who carries all of them, when that is known. */
function addAll(
  parts: readonly string[],
  context: ReadContext,
  given?: Target,
  anchor?: Anchor,
): readonly EditOperation[] | undefined {
  const items: Item[] = [];
  const looks: EditOperation[] = [];
  for (const part of parts) {
    // "A dog, not a cat".
    if (/^(?:not|no|without|never)\b/iu.test(part)) continue;
    const edge = ONLY_PLACE.test(part) ? readFramePlace(part) : undefined;
    if (edge && items.length > 0) {
      items.push({ ...items.pop()!, anchor: edge });
      continue;
    }
    const look = looksOf(part);
    if (look) {
      looks.push(...look);
      continue;
    }
    const item = readItem(part, context);
    const previous = items.at(-1);
    // "Hats on the man and the woman": the second names no thing but another carrier.
    const other =
      previous?.carrier && /^(?:the|her|him|them)\b/iu.test(part) ? readTarget(part, context.lexicon) : undefined;
    if (previous && other && (other.kind === 'person' || other.kind === 'animal'))
      items.push({ ...previous, carrier: other });
    else if (item && !item.carrier && item.anchor && previous?.carrier && /\b(?:its|their)\b/iu.test(part))
      items.push({ ...item, carrier: previous.carrier });
    else if (item) items.push(item);
    else if (previous) {
      context.tellUndone(part, 'There is no picture of it to add.');
      // Where it was to be is where what stands before it is to be.
      const where = PREPOSITION.exec(part);
      if (where && !previous.anchor && !previous.carrier) {
        const place = readWhere(group(where, 2).toLowerCase(), group(where, 3), previous.read, context);
        items[items.length - 1] = { ...previous, ...place };
      }
    }
  }
  if (items.length === 0) return looks.length > 0 ? looks : undefined;
  return [...items.map((item, index) => operationOf(item, index, items, given, anchor)), ...looks];
}

function operationOf(
  item: Item,
  index: number,
  items: readonly Item[],
  given?: Target,
  anchor?: Anchor,
): EditOperation {
  // "A hat and sunglasses on the man": the first is his as well.
  const later = items.slice(index + 1).find(({ carrier }) => carrier !== undefined);
  const before = items.slice(0, index).findLast(({ carrier }) => carrier !== undefined);
  const lender = (item.carrier ?? given ?? item.anchor) ? undefined : (later ?? before);
  const carrier = item.carrier ?? given ?? lender?.carrier;
  const { read } = item;
  const place =
    item.anchor ??
    anchor ??
    (read.isWorn ? undefined : lender?.anchor) ??
    (carrier === undefined ? read.aloneAt : read.wornAt);
  return {
    kind: 'add',
    object: read.object,
    anchor: read.isWorn && isLoose(place, read) ? read.wornAt : place,
    ...(carrier === undefined || carrier.kind === 'subject' ? {} : { carrier }),
    count: read.isWorn && carrier && isMany(carrier) ? Math.max(read.count, EVERYBODY) : read.count,
  };
}

/** "On her face", "next to her mouth": where it is worn is known better. */
function isLoose(place: Anchor, { wornAt, object }: ReadObject): boolean {
  return place === 'on' || place === 'beside' || (place === 'mouth' && wornAt !== 'mouth' && object.model !== 'thing');
}

/** As many as are likely to be found. */
const EVERYBODY = 8;

/** "Everyone", "the men", "the cats": each of them wears one. */
function isMany({ word }: Target): boolean {
  return /^(?:people|everyone|everybody|all|both|two|the two|them)\b/iu.test(word) || readNounPhrase(word).isPlural;
}

/** "…, in the upper right corner": of what was named before. */
const ONLY_PLACE =
  /^(?:(?:in|at|on|to|near|towards?) )?(?:the |very )*(?:(?:top|upper|bottom|lower|far|left|right)[- ]*)*(?:hand )?(?:left|right|top|bottom|corner|side|cent(?:er|re)|middle|edge)(?: of (?:the )?(?:picture|image|frame|screen|video|photo))?$/iu;
/** "A balloon top left", "a moon, upper right corner": a place of the frame that no preposition tells. */
const BARE_PLACE =
  /^(.+?)[\s,]+((?:the )?(?:(?:top|upper|bottom|lower|far|middle|cent(?:er|re))[- ]+(?:left|right|cent(?:er|re)|middle)(?:[- ]hand)?|(?:left|right)(?:[- ]hand)?)(?:[- ]+(?:side|corner|edge))?|overhead|(?:top|bottom) of (?:the )?(?:frame|picture|image|screen|video|photo))$/iu;

function readItem(written: string, context: ReadContext): Item | undefined {
  const part = written
    .replace(/\s+(?:there|here|too|as well|instead|somewhere|anywhere)$/iu, '')
    .replace(/\s+in an? (?:row|line|circle|pile|heap|group|bunch|stack)\b/iu, '');
  const { lexicon } = context;
  const bare = BARE_PLACE.exec(part);
  if (bare && !/\b(?:on|in|at|to|of|the|her|his|their|from|upper|lower|top|bottom)$/iu.test(group(bare, 1))) {
    const item = readItem(group(bare, 1), context);
    if (item) return item.anchor ? item : { ...item, anchor: readFramePlace(group(bare, 2)) ?? item.read.aloneAt };
  }
  const match = PREPOSITION.exec(part);
  if (match) {
    const read = readObject(group(match, 1).replace(PARTICIPLE, ''), lexicon);
    return read && { read, ...readWhere(group(match, 2).toLowerCase(), group(match, 3), read, context) };
  }
  const read = readObject(part.replace(PARTICIPLE, ''), lexicon);
  return read && { read };
}

const IN_FRAME = /^(?:sky|water|ground|background)$/u;
const SCENERY =
  /(?:^|\s)(?:mountains?|hills?|house|buildings?|city|town|village|skyline|forest|woods|trees?|bush(?:es)?|hedge|wall|window|door|bridge|castle|tower|temple|church|island|valley|cliffs?|rocks?|roofs?|fence|gate|garden|park|room|kitchen|stairs|station|statue|monument)(?:\s+at\s.*)?$/iu;
/** Parts of the frame, not things in it. */
const EDGE =
  /^(?:the |an? )*(?:(?:top|bottom|upper|lower|left|right|far|very|hand)[- ]*)*(?:top|bottom|left|right|corner|side|edge|middle|cent(?:er|re)|foreground|background|distance|air)(?: of .+)?$/iu;

/** What the words behind the preposition say of the place. */
function readWhere(preposition: string, text: string, read: ReadObject, context: ReadContext): Omit<Item, 'read'> {
  const { lexicon } = context;
  if (new RegExp(`^${WHOLE}$`, 'iu').test(text)) return {};
  const owned = /^(.+?)(?:'s|s')\s+(.+)$/u.exec(text) ?? /^(her|his|their|its|my|your)\s+(.+)$/iu.exec(text);
  const ofWhom = /^(?:the |a |each )?(.+?)\s+of\s+(.+)$/iu.exec(text);
  for (const [part, whom] of [
    [owned?.[2], owned?.[1]],
    [ofWhom?.[1], ofWhom?.[2]],
    [text, undefined],
  ] as const) {
    if (part === undefined) continue;
    const anchor = readBodyPlace(part);
    const carrier = whom === undefined ? undefined : readTarget(whom, lexicon);
    const isFrame = whom !== undefined && new RegExp(`^${WHOLE}$`, 'iu').test(whom);
    if (anchor && !isFrame && (whom === undefined || carrier)) return { anchor, ...(carrier ? { carrier } : {}) };
  }
  // The middle of the lake is a place in the lake, not of the frame.
  if (preposition === 'between' && / and /iu.test(text))
    return readWhere(preposition, text.slice(0, text.search(/ and /iu)), read, context);
  if (read.aloneAt === 'sky' && /\b(?:distance|background|horizon)$/iu.test(text)) return { anchor: 'sky' };
  const part =
    /^(?:the |a )*(?:(?:very |dead )?(?:middle|cent(?:er|re)|edge|corner|top|surface|end|side|back|front)) of (.+)$/iu.exec(
      text,
    );
  if (part && !new RegExp(`^${WHOLE}$`, 'iu').test(group(part, 1))) {
    const inside = readWhere(preposition, group(part, 1), read, context);
    if (inside.anchor !== undefined || inside.carrier) return inside;
  }
  const side = /^(?:the )?(?:left|right)(?:[- ]hand)?(?: side)? of (.+)$/iu.exec(text);
  const neighbour =
    side && !new RegExp(`^${WHOLE}$`, 'iu').test(group(side, 1)) ? readTarget(group(side, 1), lexicon) : undefined;
  if (neighbour && neighbour.kind !== 'subject' && !IN_FRAME.test(neighbour.kind))
    return { anchor: 'beside', carrier: neighbour };
  const place = readFramePlace(text);
  const target = EDGE.test(text) ? undefined : readTarget(text, lexicon);
  if (
    place !== undefined &&
    place !== 'water' &&
    (!target || ['sky', 'ground', 'water', 'background', 'subject'].includes(target.kind))
  ) {
    return { anchor: /^(?:over|above|across)$/.test(preposition) && place === 'ground' ? 'sky' : place };
  }
  if (!target) return place ? { anchor: place } : {};
  // What no detector knows by its name is no place to be found: above it is the sky, before it the ground.
  if (target.kind === 'thing' && target.label === undefined && SCENERY.test(target.word)) {
    if (/^(?:over|above|across)$/.test(preposition)) return { anchor: 'sky' };
    if (!/^(?:on|onto|upon|on top of|to)$/.test(preposition)) return { anchor: 'ground' };
  }
  if (target.kind === 'sky') return { anchor: 'sky' };
  if (target.kind === 'water' || target.kind === 'ground') {
    if (/^(?:over|above|across)$/.test(preposition)) return { anchor: 'sky' };
    // What is beside the water is not in it.
    return { anchor: target.kind === 'water' && /^(?:in|into|on|onto|inside)$/.test(preposition) ? 'water' : 'ground' };
  }
  if (target.kind === 'background' || target.kind === 'subject') return {};
  const isBeside = /next to|beside|alongside|near|by|close|behind|in front|under|below|between|against|along/.test(
    preposition,
  );
  if (isBeside) return { anchor: 'beside', carrier: target };
  if (target.kind === 'person' || target.kind === 'face' || target.kind === 'hair' || target.kind === 'clothing') {
    return { carrier: target };
  }
  if (target.kind === 'animal')
    return read.isWorn || preposition === 'to' || preposition === 'for'
      ? { carrier: target }
      : { anchor: 'on', carrier: target };
  return { anchor: 'on', carrier: target };
}
