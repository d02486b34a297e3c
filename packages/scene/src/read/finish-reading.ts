import { familyOf } from '../actors/family.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { finishChanges } from './after-changes.ts';
import { leaveMiniatures, settleBenches } from './benches.ts';
import type { Clause } from './clause.ts';
import { measure, metresOf } from './comparison.ts';
import { finishLivingThings } from './living-things.ts';
import type { Mention, Reading } from './mention.ts';
import { canBeHeld, fitMotion, isAnimate } from './mention.ts';
import { settleGoods } from './parts-of-goods.ts';
import { settlePeopleAtWork } from './people-at-work.ts';
import { finishPeople } from './people-things.ts';
import { createMention, newPhrase } from './phrase.ts';
import { smokePipes } from './smoking.ts';
import { settleThings } from './things-together.ts';

/** A noun that was passed over as having no body. */
export interface LostNoun {
  readonly word: string;
  readonly text: string;
}

export interface Leftovers {
  /** Unknown words that were taken for things, as the prompt has them. */
  readonly guesses: ReadonlySet<string>;
  readonly lost: readonly LostNoun[];
  readonly lexicon: Lexicon;
}

/** Settles what could only be decided at the end of the prompt. */
export function finishReading(reading: Reading, clause: Clause, { guesses, lost, lexicon }: Leftovers): void {
  const { mentions, votes } = reading;
  const [first] = mentions;
  if (clause.waitingText !== undefined) reading.title ??= clause.waitingText;
  if (first !== undefined && clause.waitingVerb !== undefined && clause.subjects.length === 0) {
    clause.act([first], clause.waitingVerb);
  }
  dropGuesses(mentions, guesses);
  if (mentions.length === 0 && votes.length === 0) mentions.push(...findLost(lost, lexicon));
  finishChanges(reading);
  takeArms(mentions);
  standOnRocks(reading);
  finishPeople(mentions, lexicon);
  settlePeopleAtWork(mentions, votes, lexicon);
  shareTable(mentions);
  mentions.forEach(outgrow);
  mentions.forEach(moveMount);
  mentions.forEach(shrinkInside);
  mentions.forEach(takeSeat);
  leaveRings(mentions);
  smokePipes(mentions);
  freeHands(mentions);
  flyKites(reading);
  settleBenches(mentions, votes, lexicon);
  leaveMiniatures(mentions, votes);
  for (const mention of mentions) layOnTable(mention);
  dropLeaves(mentions);
  settleGoods(mentions);
  settleThings(mentions);
  finishLivingThings(mentions, votes);
}

/** Words that nobody knows count only where there is nothing better. */
function dropGuesses(mentions: Mention[], guesses: ReadonlySet<string>): void {
  if (mentions.every(({ word }) => guesses.has(word))) return;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const guess = mentions[i]!;
    if (!guesses.has(guess.word)) continue;
    mentions.splice(i, 1);
    for (const other of mentions) if (other.relation?.to === guess) delete other.relation;
  }
}

/** A prompt about chess has a chessman to show, though chess has no body. */
function findLost(lost: readonly LostNoun[], lexicon: Lexicon): Mention[] {
  for (const { word, text } of lost) {
    const noun = lexicon.findPicture(word);
    if (noun === undefined) continue;
    return [createMention(newPhrase(), noun, { meaning: { noun }, english: word, word: text, isPlural: false }, false)];
  }
  return [];
}

/** Who is on a chair sits, unless the prompt says otherwise. */
function takeSeat(mention: Mention): void {
  const { relation } = mention;
  const isSeat =
    relation !== undefined &&
    /^(?:on|inside)$/.test(relation.kind) &&
    (/^(?:chair|sofa|bed)$/.test(relation.to.noun.kind) || /\bbench$/.test(relation.to.english));
  if (!isSeat || familyOf(mention.noun.kind) !== 'person') return;
  mention.relation = { kind: 'on', to: relation.to };
  if (mention.pose === 'default' && (mention.motion ?? 'idle') === 'idle')
    mention.pose = relation.to.noun.kind === 'bed' ? 'lying' : 'sitting';
}

/** The swords of knights are in their hands: their figures have them. */
function takeArms(mentions: Mention[]): void {
  const drop = (thing: Mention): void => {
    mentions.splice(mentions.indexOf(thing), 1);
    for (const other of mentions) if (other.relation?.to === thing) delete other.relation;
  };
  const people = mentions.filter(({ noun }) => noun.kind === 'person');
  const isTied = (thing: Mention): boolean =>
    thing.relation !== undefined || mentions.some(({ relation }) => relation?.to === thing);
  for (const thing of mentions.filter(({ noun, count }) => noun.kind === 'sword' && count === 1)) {
    // "Samurai, katana, full moon".
    const [owner] = people;
    if (people.length === 1 && owner !== undefined && owner.relation?.kind !== 'holding' && !isTied(thing)) {
      if (owner.relation === undefined) owner.relation = { kind: 'holding', to: thing };
      else thing.relation = { kind: 'nextTo', to: owner };
    }
  }
  for (const thing of mentions.filter(({ noun, count }) => noun.kind === 'sword' && count > 1)) {
    const arm = thing.attributes.has('katana') ? 'katana' : (thing.noun.attributes?.[0] ?? 'sword');
    const owner =
      mentions.find(({ noun, relation }) => noun.kind === 'person' && relation?.to === thing) ??
      (thing.relation?.to.noun.kind === 'person' ? thing.relation.to : undefined);
    const armed = owner === undefined && !isTied(thing) ? people : [owner].filter((one) => one !== undefined);
    if (armed.length === 0) continue;
    for (const one of armed) one.attributes.add(arm === 'katana' ? 'sword' : arm);
    drop(thing);
  }
}

/** Drops hang from a leaf of their own only where they are the picture: beside a thing it would be a plant. */
function dropLeaves(mentions: Mention[]): void {
  for (const drops of mentions.filter(({ noun, attributes }) => noun.kind === 'foliage' && isDew(attributes, noun))) {
    const thing = mentions.find(
      ({ noun }) => noun.kind !== 'foliage' && noun.kind !== 'flower' && noun.kind !== 'rock',
    );
    if (thing === undefined || isAnimate(thing)) continue;
    mentions.splice(mentions.indexOf(drops), 1);
    for (const other of mentions) if (other.relation?.to === drops) delete other.relation;
  }
}

const isDew = (attributes: ReadonlySet<string>, { attributes: own = [] }: Mention['noun']): boolean =>
  attributes.has('dew') || own.includes('dew');

/** Rocks below a lighthouse are the cliff that it stands on. */
function standOnRocks({ mentions, details }: Reading): void {
  for (const rocks of mentions.filter(({ noun }) => noun.kind === 'rock')) {
    const above = rocks.relation?.kind === 'under' ? rocks.relation.to : undefined;
    if (above === undefined || !/^(?:lighthouse|castle)$/.test(above.noun.kind)) continue;
    mentions.splice(mentions.indexOf(rocks), 1);
    for (const other of mentions) if (other.relation?.to === rocks) delete other.relation;
    details.add('cliff');
  }
}

/** A ship in a bottle is a small one, and a surfer without a vehicle drives none. */
function shrinkInside(mention: Mention): void {
  const { relation, noun } = mention;
  if (relation?.kind === 'inside' && /^(?:bottle|glass)$/.test(relation.to.noun.kind))
    mention.size = Math.min(mention.size, 0.1);
  if (noun.kind === 'person' && mention.motion === 'drive' && relation?.kind !== 'riding') {
    if (!mention.attributes.has('surfer') && mention.english !== 'surfer') return;
    mention.motion = 'idle';
    mention.does = 'surf';
  }
}

/** Where candles stand on a table, the vase that was named before them stands there too. */
function shareTable(mentions: readonly Mention[]): void {
  const laid = mentions.filter(({ relation }) => relation?.kind === 'on' && isTop(relation.to));
  const table = laid[0]?.relation?.to ?? bareTable(mentions);
  if (table === undefined || laid.some((one) => isAnimate(one))) return;
  for (const thing of mentions) {
    const isSideways = laid.length > 0 && /^(?:left|right|center)$/.test(thing.place ?? '');
    const isPlaced = thing.place !== undefined && !isSideways;
    if (thing === table || thing.relation !== undefined || isPlaced || thing.text !== undefined) continue;
    const isSmall = laid.length > 0 ? isLaidOut(thing) : ON_TABLES.test(thing.noun.kind);
    if (isSmall && thing.size < 2) thing.relation = { kind: 'on', to: table };
  }
}

/** What goods stand on together. */
const isTop = ({ noun, attributes }: Mention): boolean =>
  /^(?:table|bookshelf|pedestal|window)$/.test(noun.kind) || (noun.kind === 'furnishing' && attributes.has('blanket'));

/** "A bowl of ramen, dark wood table": a table that nobody is at is what the food stands on. */
function bareTable(mentions: readonly Mention[]): Mention | undefined {
  const table = mentions.find(({ noun, relation }) => noun.kind === 'table' && relation === undefined);
  const isTied = mentions.some(
    (one) => one.relation?.to === table || isAnimate(one) || /^(?:sofa|bed|chair)$/.test(one.noun.kind),
  );
  return table?.count === 1 && !isTied ? table : undefined;
}

const ON_TABLES =
  /^(?:dish|vase|cup|candle|bottle|glass|fruit|bread|cake|donut|teapot|utensil|book|pizza|burger|sushi)$/;

/** Where something lies on a table, the small things told before it do as well. */
function isLaidOut({ noun, english, attributes }: Mention): boolean {
  if (ON_TABLES.test(noun.kind)) return true;
  if (noun.kind === 'guitar') return attributes.has('violin');
  return (
    LAID_OUT.test(noun.kind) &&
    noun.home !== 'field' &&
    !/fridge|freezer|oven|stove|machine|washer|grandfather|cabinet/.test(english)
  );
}

const LAID_OUT =
  /^(?:hourglass|ware|headphones|watch|camera|screen|device|jewelry|perfume|game|pumpkin|clock|lantern|chest|thing|box|shoe|mushroom|crystal)$/;

/** A snail that a knight rides has room for him, and mushrooms that tower over a cottage are higher than that. */
function outgrow(mention: Mention): void {
  const { relation, noun, does } = mention;
  if (relation === undefined) return;
  const { to } = relation;
  const isRidden = relation.kind === 'riding' && familyOf(noun.kind) === 'person' && isAnimate(to);
  if (isRidden && mention.size >= 0.6 && metresOf(to) < MOUNT_METRES) measure(to, MOUNT_METRES);
  if (does === 'tower over' && metresOf(mention) < 1.5 * metresOf(to)) measure(mention, 1.5 * metresOf(to));
}

const MOUNT_METRES = 0.9;

/** What is ridden moves as its rider does. */
function moveMount({ relation, motion, acts }: Mention): void {
  if (relation?.kind !== 'riding' || motion === undefined) return;
  const mount = relation.to;
  // A rider who stops stops his horse.
  const rider = acts?.filter(({ does, motion: next }) => does === 'stop' || next !== undefined);
  if (rider && rider.length > 0)
    mount.acts = rider.map(({ motion: next }) => ({
      motion: next ? { ...next, kind: fitMotion(next.kind, mount) } : { kind: 'idle', speed: 1 },
    }));
  mount.motion ??= fitMotion(motion === 'drive' && familyOf(mount.noun.kind) === 'horse' ? 'walk' : motion, mount);
}

/** What somebody at a table eats, drinks or reads is on the table, unless it is in a hand. */
function layOnTable(mention: Mention): void {
  const person = mention.relation?.to;
  if (mention.relation?.kind !== 'nextTo' || !canBeHeld(mention) || person?.noun.kind !== 'person') return;
  const table = person.relation?.to;
  if (table?.noun.kind !== 'table' || !/^(?:nextTo|behind|inFrontOf)$/.test(person.relation!.kind)) return;
  mention.relation = { kind: 'on', to: table };
}

/** What both hands are needed for. */
const TWO_HANDED = /^(?:play|push|pull|dig|sweep|paint|write|type|carry|cradle|hug|photograph|read|climb)$/;
/** Whether somebody has a beast, a child or an instrument in his arms. */
const isBulky = (holder: Mention, mentions: readonly Mention[]): boolean =>
  mentions.some((one) => {
    const isHeld =
      (holder.relation?.kind === 'holding' && holder.relation.to === one) ||
      (one.relation?.kind === 'heldBy' && one.relation.to === holder);
    return isHeld && (isAnimate(one) || /^(?:guitar|trumpet|drums|piano|box|bag)$/.test(one.noun.kind));
  });

/** Two hands hold two things at most: a third is beside. Who sits in somebody's arms is held, and a beast on a lap sits. */
function freeHands(mentions: readonly Mention[]): void {
  const full = new Set(mentions.flatMap(({ relation }) => (relation?.kind === 'holding' ? [relation.to] : [])));
  const busy = new Set(mentions.filter(({ relation }) => relation?.kind === 'holding'));
  const twice = new Set<Mention>();
  for (const thing of mentions) {
    // A kite flies over whoever holds its string.
    const flier = /^kites?$/.test(thing.english) ? mentions.find((one) => one.relation?.to === thing) : undefined;
    if (flier?.relation?.kind === 'holding') {
      delete flier.relation;
      thing.relation = { kind: 'above', to: flier };
    }
    const { relation } = thing;
    // A set of drums is one.
    if (thing.noun.kind === 'drums' && thing.english === 'drums' && thing.count === 3) thing.count = 1;
    if (relation?.kind === 'heldBy' && !full.has(thing)) {
      // One in each hand; what needs both arms leaves none.
      const holder = relation.to;
      const isSecond = busy.has(holder);
      const isFull =
        twice.has(holder) ||
        holder.count > 1 ||
        !canBeHeld(thing) ||
        TWO_HANDED.test(holder.does ?? '') ||
        isBulky(holder, mentions);
      if (isSecond && isFull) thing.relation = { kind: 'nextTo', to: holder };
      else if (isSecond) twice.add(holder);
      else busy.add(holder);
    }
    // An umbrella that was opened is over somebody's head.
    if (thing.noun.kind === 'umbrella' && relation === undefined && thing.count === 1) {
      const owner = mentions.find((one) => one.noun.kind === 'person' && one.count === 1 && !busy.has(one));
      const isTied = mentions.some((one) => one.relation?.to === thing);
      if (owner !== undefined && !isTied) thing.relation = { kind: 'heldBy', to: owner };
    }
    const isOnBody = relation?.kind === 'on' && relation.to.noun.kind === 'person';
    if (isOnBody && thing.noun.kind === 'person') thing.pose = 'sitting';
    if (thing.attributes.has('on lap') && thing.pose === 'default' && familyOf(thing.noun.kind) !== 'person')
      thing.pose = 'lying';
  }
}

/** A kite that nobody holds and that lies nowhere is up in the wind. */
function flyKites({ mentions, votes }: Reading): void {
  if (votes.some(({ word }) => /^(?:ground|sand|grass|floor|lawn|wall|shop|store)$/.test(word))) return;
  for (const kite of mentions) {
    const isLoose = kite.relation === undefined && !mentions.some(({ relation }) => relation?.to === kite);
    if (!/(?:^|\W)kites?$/.test(kite.english) || kite.noun.kind !== 'utensil' || !isLoose) continue;
    if (kite.pose !== 'default' || !/^(?:idle|fly|float)$/.test(kite.motion ?? 'idle')) continue;
    kite.pose = 'flying';
    if (kite.motion !== 'fly') kite.motion = 'float';
  }
}

/** Boxers in a ring are on a stage of their own, not inside jewellery. */
function leaveRings(mentions: Mention[]): void {
  for (const ring of mentions.filter(({ english }) => /^(?:(?:boxing|wrestling) )?ring$/.test(english))) {
    const fighters = mentions.filter(({ relation, noun }) => relation?.to === ring && familyOf(noun.kind) === 'person');
    if (!fighters.some(({ pose, english }) => pose === 'fighting' || /boxer|wrestler/.test(english))) continue;
    mentions.splice(mentions.indexOf(ring), 1);
    for (const fighter of fighters) delete fighter.relation;
  }
}
