import type { Meaning } from '../lexicon/meaning.ts';
import { plural } from '../lexicon/plurals.ts';
import { measure, readMeasure } from './comparison.ts';
import type { Mention } from './mention.ts';
import { isAnimate, relate } from './mention.ts';
import { PartReader } from './part-reader.ts';
import { partKind } from './parts.ts';
import { isLidded } from './parts-of-goods.ts';
import { continuesPhrase, newPhrase } from './phrase.ts';
import type { Term } from './terms.ts';
import { isWorn, wornName } from './words-of-manner.ts';

export const PRONOUNS = /^(?:he|she|it|they|him|hers|them)$/;
/** Lists that are denied are no longer. */
const LIST_TERMS = 14;

/** Reads what points back to things that were named: pronouns, their parts, one of them, what a list goes on to deny. */
export abstract class ReferenceReader extends PartReader {
  /** Takes a noun as the head of the phrase at hand. */
  protected abstract readNoun(term: Term): void;

  /** Whether "and" stands between two colours of one thing. */
  protected joinsColors(next: Term | undefined): boolean {
    if (next?.meaning.color === undefined || this.phrase.color === undefined) return false;
    // "Un phare blanc et rouge" comes as "a white lighthouse and red".
    const after = this.terms[this.at + 2];
    const isBehind = this.options.adjectivesFollow && after?.meaning.noun === undefined && after?.kind !== 'quote';
    return isBehind || this.phrase.head === undefined;
  }

  /** "No people, cars or animals": a list that was denied at its beginning ends in "or". */
  protected isListEnding(): boolean {
    for (const { kind, word, meaning } of this.terms.slice(this.at + 1, this.at + LIST_TERMS)) {
      if (kind === 'quote' || word === '.' || (meaning.verb !== undefined && meaning.noun === undefined)) return false;
      if (word === 'or' || word === 'nor') return true;
      if (meaning.preposition !== undefined || meaning.role === 'no') return false;
    }
    return false;
  }

  /** "Smoke", "work", "fish" by itself behind a comma is a noun in a list, not a verb. */
  protected isListed({ meaning }: Term): boolean {
    return this.isClauseStart && meaning.noun === undefined && this.clause.mentions.length > 0 && !this.isPhraseOpen();
  }

  /** "From flower to flower": among many of them. @returns how many terms that took. */
  protected readEach(terms: readonly Term[], at: number): number {
    const [from, one, to, other] = terms.slice(at, at + 4);
    const noun = one?.meaning.noun;
    if (from?.word !== 'from' || to?.word !== 'to' || noun === undefined || one?.word !== other?.word) return 0;
    this.flush();
    this.preposition = 'nextTo';
    this.setHead({ noun }, plural(one!.word), one!.text, true);
    return 4;
  }

  /** "Bigger than a house": its own size. @returns how many terms that took. */
  protected readComparison(terms: readonly Term[], at: number): number {
    const found = readMeasure(terms, at);
    if (found === undefined) return 0;
    this.flush();
    const [thing] = this.clause.anchors.length > 0 ? this.clause.nearest : this.clause.mentions.slice(-1);
    if (thing === undefined) return 0;
    measure(thing, found.metres);
    this.phrase = newPhrase();
    if (found.isSeen) this.preposition = 'nextTo';
    return found.length;
  }

  /** "A family of four": people. @returns how many terms that took. */
  protected readGroupOf(terms: readonly Term[], at: number): number {
    const [group, of, number, after] = terms.slice(at, at + 4);
    const count = number?.meaning.count;
    if (group?.meaning.before !== 'group' || of?.word !== 'of' || count === undefined) return 0;
    if (after?.kind === 'word' && continuesPhrase(after.meaning, after.isUnknown)) return 0;
    const person = this.options.lexicon.look('person')?.meaning;
    if (person === undefined) return 0;
    this.closeHead();
    this.phrase.count = count;
    this.setHead(person, 'people', group.text, true);
    return 3;
  }

  /** "A pirate's shoulder": the pirate is there, and the shoulder is his. @returns how many terms that took. */
  protected readOwner(terms: readonly Term[], at: number): number {
    const [owner, ...after] = terms.slice(at, at + 4);
    // "An old woman's wrinkled face": looks may stand between.
    const part = after.find(({ word, kind }) => kind === 'word' && partKind(word) !== undefined);
    if (owner === undefined || part === undefined || !/['’]s?$/.test(owner.text)) return 0;
    const between = after.slice(0, after.indexOf(part));
    if (
      between.some(
        ({ kind, meaning }) => kind !== 'word' || meaning.noun !== undefined || meaning.preposition !== undefined,
      )
    )
      return 0;
    const noun = this.options.lexicon.look(owner.word);
    if (noun?.meaning.noun === undefined || partKind(part.word) === undefined) return 0;
    // A calf's mother is an elephant that was named.
    const isKin = /^(?:mother|father|mom|mum|parent|sibling|brother|sister|owner|master|rider)$/.test(owner.word);
    if (isKin && this.phrase.article && this.clause.mentions.length > 0) {
      this.phrase = newPhrase();
      this.preposition = undefined;
      this.object = undefined;
      return after.indexOf(part) + 2;
    }
    this.readNoun({ ...owner, text: owner.text.replace(/['’]s?$/, ''), meaning: noun.meaning });
    this.flush();
    return 1;
  }

  /** "She", "it", "they": the clause is about those. @returns false when nobody is meant. */
  protected readPronoun(word: string): boolean {
    const isObject = this.preposition !== undefined || this.object !== undefined;
    if (/^(?:him|hers|them)$/.test(word) !== isObject && word !== 'it') return false;
    const meant = this.clause.referents(word);
    const isSelf = isObject && meant.some((one) => this.clause.anchors.includes(one));
    const others = this.clause.mentions.filter((one) => !this.clause.anchors.includes(one));
    // What a clause was about is meant sooner than what only stood there.
    const other = others.findLast(({ isObject: isAside }) => !isAside) ?? others.at(-1);
    const [told] = isSelf && word === 'it' && other !== undefined ? [other] : meant;
    const first = isObject && told !== undefined ? (this.clause.holderOf(told) ?? told) : told;
    if (first === undefined || this.isNegated) return false;
    this.flush();
    if (isObject) {
      const relation =
        this.preposition === 'path' || this.preposition === 'of' ? undefined : (this.preposition ?? this.object);
      if (this.#isInverted() && relation !== undefined && relation !== 'with' && relation !== 'holding') {
        this.clause.waitingPlace = { relation, to: first };
        this.clause.anchors = [];
        this.preposition = undefined;
        this.object = undefined;
        return true;
      }
      // "Gives him a present": he is given it, and not held.
      for (const anchor of this.clause.anchors)
        if (relation !== undefined && relation !== 'with' && anchor !== first && !this.isStray)
          relate(anchor, relation === 'holding' && first.noun.kind === 'person' ? 'nextTo' : relation, first);
      this.preposition = undefined;
      this.object = undefined;
      return true;
    }
    this.clause.turnTo(meant);
    this.isStray = false;
    this.isClauseStart = false;
    return true;
  }

  /** "Behind it a house", "on top of them, a cat": who is there comes after where. */
  #isInverted(): boolean {
    const [before, , , next, after] = this.terms.slice(Math.max(0, this.at - 2), this.at + 3);
    if (this.at < 2 || this.preposition === undefined) return false;
    const opens = before?.kind === 'mark' || /^(?:and|while|with)$/.test(before?.word ?? '');
    const first = next?.kind === 'mark' ? after : next;
    const { role, count, noun } = first?.meaning ?? {};
    return opens && first?.kind === 'word' && (role === 'article' || count !== undefined || noun !== undefined);
  }

  /** "One plays the guitar": one of those who came before. */
  protected readOneOf(next: Term | undefined): void {
    if (next?.kind !== 'word' || next.meaning.noun !== undefined) return;
    const tells = next.meaning.verb !== undefined || /^(?:is|has|of|in|with|wearing)$/.test(next.word);
    if (!tells) return;
    const one = this.clause.splitOne(next.meaning.verb !== undefined && next.word !== 'wearing');
    if (one === undefined) return;
    this.#tellOf(one);
  }

  /** "The other in a blue coat": whoever is left of those that one was told apart from. @returns whether it was so. */
  protected readOther(word: string, next: Term | undefined): boolean {
    const { rest } = this.clause;
    if (rest === undefined || !/^(?:others?|another|second)$/.test(word) || next?.kind !== 'word') return false;
    if (next.meaning.verb === undefined && !/^(?:one|is|has|are|in|with|wearing)$/.test(next.word)) return false;
    this.flush();
    this.#tellOf(rest);
    return true;
  }

  #tellOf(one: Mention): void {
    this.phrase = newPhrase();
    this.preposition = undefined;
    this.object = undefined;
    this.isJoined = false;
    this.clause.turnTo([one]);
    this.isStray = false;
    this.isClauseStart = false;
  }

  /** "A flock of", "a vase of", "a slice of". @returns whether the word was swallowed. */
  protected readBefore(term: Term): boolean {
    const { before } = term.meaning;
    if (before === 'container' && term.meaning.noun !== undefined) return false;
    if (before === undefined) return false;
    this.closeHead();
    const count = before === 'group' ? Math.max(term.meaning.count ?? 1, 1) : undefined;
    const how = before === 'group' ? ARRANGED[term.word] : undefined;
    this.of = {
      before,
      phrase: {
        ...this.phrase,
        ...(count === undefined ? {} : { count: count * (this.phrase.count ?? 1) }),
        ...(how === undefined ? {} : { attributes: [...this.phrase.attributes, how] }),
      },
    };
    this.phrase = newPhrase();
    return true;
  }

  /** "With a red jacket", "in a coat": a garment that lies nowhere is on whoever is there. */
  protected isPutOn(word: string): boolean {
    if (!isWorn(word) || !this.clause.hasWearer || this.object === 'holding') return false;
    return this.preposition === 'with' || this.preposition === 'inside' || this.object === 'wearing' || this.isJoined;
  }

  /** What somebody has on; a crown on a cushion is a thing like others. */
  protected readClothes(word: string): void {
    const hasBody = this.clause.mentions.some(isAnimate);
    const isGoods = !hasBody && !this.isNegated;
    const last = word.split(' ').at(-1) ?? word;
    const known = isGoods && this.preposition !== 'inside' ? this.options.lexicon.look(last) : undefined;
    const picture = isGoods ? (this.options.lexicon.findPicture(word) ?? known?.meaning.noun) : undefined;
    const lidded = hasBody || word !== 'cap' ? undefined : this.clause.mentions.findLast(isLidded);
    if (lidded !== undefined) {
      if (this.phrase.color !== undefined) lidded.parts.set('cap', this.phrase.color);
      this.phrase = newPhrase();
      this.preposition = undefined;
      return;
    }
    // A crown on a cushion is a thing like others.
    if (picture !== undefined) {
      this.setHead({ noun: picture }, word, word, known?.isPlural === true);
      return;
    }
    if (!this.isNegated) this.clause.wear(wornName(word) ?? word, this.phrase.color, this.phrase);
    this.phrase = newPhrase();
    this.object = undefined;
    this.preposition = undefined;
  }

  /** "In the background": where what the clause is about is seen. */
  protected readPlace(place: NonNullable<Mention['place']>): void {
    this.preposition = undefined;
    // "The ocean on the left" sends nobody there.
    if (this.isStray || (this.isAfterSetting && place !== 'center') || this.#isPlaceOfTitle()) return;
    if (this.isClauseStart) {
      this.waitingRegion = place;
      return;
    }
    this.clause.settle(place);
  }

  /** "The title "Voyage" at the bottom". */
  #isPlaceOfTitle(): boolean {
    const isWritten = this.reading.title !== undefined || this.clause.waitingText !== undefined;
    return isWritten && this.clause.quoted?.mention === undefined && this.terms[this.at - 1]?.kind === 'quote';
  }

  protected readPreposition(preposition: NonNullable<Meaning['preposition']>, word: string): void {
    if (preposition === 'of' && !MADE_OF.test(word)) {
      const head = this.phrase.head;
      this.flush();
      if (head !== undefined && this.clause.nearest[0] !== undefined) this.preposition = 'of';
      return;
    }
    this.flush();
    if (preposition !== 'with') this.isNegated = false;
    this.preposition = preposition;
    this.isReversed = word === 'surrounded by';
    this.isMaterial = MADE_OF.test(word);
    this.isToward = /^towards?$/.test(word);
    this.isJoined = false;
    const direction = /^towards?$/.test(word) ? 'toward' : word === 'up' || word === 'down' ? word : undefined;
    // Who walks down a street goes along it.
    const isSteep = direction === 'up' || direction === 'down';
    if (direction !== undefined)
      for (const subject of this.clause.anchors)
        if (subject.motion !== undefined && !(isSteep && /^(?:walk|run|drive|swim)$/.test(subject.motion)))
          subject.direction ??= direction;
  }
}

/** How a group stands that has such a name. */
const ARRANGED: Readonly<Record<string, string>> = {
  stack: 'stacked',
  pile: 'stacked',
  heap: 'stacked',
  tower: 'stacked',
  pyramid: 'pyramid',
  row: 'in a row',
  line: 'in a row',
  circle: 'in a circle',
  ring: 'in a circle',
};

const MADE_OF = /^(?:made|carved|built|crafted|constructed|sculpted|woven) /;
