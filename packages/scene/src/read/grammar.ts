import { tintColor } from '../lexicon/colors.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Meaning, NounMeaning, VerbMeaning } from '../lexicon/meaning.ts';
import { singulars } from '../lexicon/plurals.ts';
import type { Relation } from '../scene.ts';
import type { Mention, Reading } from './mention.ts';
import { accompany, fitMotion, isAnimate, isMobile, relate } from './mention.ts';
import type { Term } from './terms.ts';
import { readCompound } from './terms.ts';

export interface GrammarOptions {
  readonly lexicon: Lexicon;
  readonly adjectivesFollow: boolean;
  readonly splitsNouns: boolean;
}

/** A noun phrase on its way to its head. */
interface Phrase {
  article: boolean;
  isDefinite: boolean;
  count?: number;
  color?: string;
  colorName?: string;
  tint?: string;
  size?: number;
  attributes: string[];
  head?: { readonly meaning: Meaning; readonly english: string; readonly word: string; readonly isPlural: boolean };
  /** What the thing does, said before it: a sleeping cat. */
  verb?: VerbMeaning;
}

const SPEEDS: Readonly<Record<string, number>> = {
  slowly: 0.5,
  gently: 0.5,
  softly: 0.5,
  leisurely: 0.5,
  lazily: 0.5,
  calmly: 0.5,
  peacefully: 0.5,
  slow: 0.5,
  quickly: 1.8,
  fast: 1.8,
  rapidly: 1.8,
  swiftly: 1.8,
  furiously: 2,
  speedily: 1.8,
};
const CLOTHES =
  /^(?:hat|fedora|cap|crown|coat|trench coat|jacket|dress|suit|shirt|t-shirt|scarf|cape|cloak|robe|kimono|uniform|armou?r|helmet|glasses|sunglasses|hoodie|skirt|jeans|gloves|costume|spacesuit|space suit|apron|mask|backpack|raincoat|sweater|tie|tuxedo|boots|necklace|top hat)$/;
/** Liquids and the like: what a cup holds is a look of the cup. */
const CONTENTS = new Set([
  'coffee',
  'tea',
  'water',
  'milk',
  'wine',
  'beer',
  'juice',
  'soup',
  'cocoa',
  'hot chocolate',
  'espresso',
  'latte',
]);
const PLURAL_COUNT: Readonly<Record<string, number>> = {
  person: 4,
  tree: 6,
  flower: 7,
  cloud: 5,
  rock: 5,
  ruin: 5,
  bird: 5,
  fish: 6,
  fireworks: 3,
  house: 5,
  tower: 6,
};
const ENTERED = new Set(['house', 'castle', 'tower']);

/** Reads the terms of a prompt into things, places and what ties them together. */
export function readGrammar(terms: readonly Term[], options: GrammarOptions): Reading {
  const reader = new GrammarReader(options);
  for (let at = 0; at < terms.length; ) at += reader.read(terms, at);
  return reader.finish();
}

/** Walks the terms once; its fields are what the grammar has in hand at that point. */
class GrammarReader {
  readonly #options: GrammarOptions;
  readonly #reading: Reading = { mentions: [], votes: [], details: new Set(), lightsUp: false };
  #at = 0;
  #phrase = newPhrase();
  #isNegated = false;
  #isJoined = false;
  #preposition: NonNullable<Meaning['preposition']> | undefined;
  /** What a verb does to the noun that follows. */
  #object: Relation | undefined;
  /** Whom prepositions and verbs are about, nearest first. */
  #nearest: Mention[] = [];
  #subjects: Mention[] = [];
  /** The noun phrases joined by "and" so far; a verb or preposition behind them is about them all. */
  #anchors: Mention[] = [];
  #waitingVerb: VerbMeaning | undefined;
  #waitingPlace: { readonly relation: Relation; readonly to: Mention } | undefined;
  #waitingSpeed = 1;
  #of: { readonly before: NonNullable<Meaning['before']>; readonly phrase: Phrase } | undefined;
  #expects: 'speech' | 'writing' | 'title' | undefined;
  #waitingText: string | undefined;
  /** The clause is about something without a body (`wind in the grass`): what follows is tied to nothing. */
  #isStray = false;
  /** A place came last: "with" adds to it, not to the things before. */
  #isAfterSetting = false;
  #wasAfterSetting = false;
  /** Nouns passed over, for prompts that hold nothing else. */
  /** Unknown words taken for things for want of better ones. */
  readonly #guesses = new Set<string>();
  /** The castle is surrounded by trees: they are around it. */
  #isReversed = false;
  #hasSpeech = false;
  /** "In the background" came before what stands there. */
  #waitingRegion: Mention['place'];
  readonly #lost: { readonly word: string; readonly text: string }[] = [];
  #isClauseStart = true;

  constructor(options: GrammarOptions) {
    this.#options = options;
  }

  /** Reads the term at a place. @returns how many terms it used. */
  read(terms: readonly Term[], at: number): number {
    this.#at = at;
    const term = terms[at]!;
    const next = terms[at + 1];
    if (term.kind === 'quote') this.#readQuote(term.text);
    else if (term.kind === 'mark') this.#readMark(term.word);
    else {
      const compound = readCompound(terms, at, this.#options.lexicon);
      if (compound !== undefined) {
        this.#readUnknown({ ...term, word: compound.word, text: compound.text }, undefined);
        return compound.length;
      }
      this.#readWord(term, next);
    }
    return 1;
  }

  finish(): Reading {
    this.#readMark('.');
    const { mentions } = this.#reading;
    if (this.#waitingText !== undefined) this.#reading.title ??= this.#waitingText;
    this.#applyLateWaiting(mentions);
    this.#dropGuesses();
    if (mentions.length === 0 && this.#reading.votes.length === 0) this.#findLost();
    for (const { relation, motion } of mentions) {
      if (relation?.kind === 'riding' && motion !== undefined)
        relation.to.motion ??= fitMotion(
          motion === 'drive' && relation.to.noun.kind === 'horse' ? 'walk' : motion,
          relation.to,
        );
    }
    return this.#reading;
  }

  #dropGuesses(): void {
    const { mentions } = this.#reading;
    if (mentions.every(({ word }) => this.#guesses.has(word))) return;
    for (let i = mentions.length - 1; i >= 0; i--) {
      const guess = mentions[i]!;
      if (!this.#guesses.has(guess.word)) continue;
      mentions.splice(i, 1);
      for (const other of mentions) if (other.relation?.to === guess) delete other.relation;
    }
  }

  #findLost(): void {
    for (const { word, text } of this.#lost) {
      const noun = this.#options.lexicon.findPicture(word);
      if (noun === undefined) continue;
      const phrase = { ...newPhrase(), head: { meaning: { noun }, english: word, word: text, isPlural: false } };
      this.#reading.mentions.push(this.#create(phrase, noun, phrase.head, false));
      return;
    }
  }

  #applyLateWaiting(mentions: readonly Mention[]): void {
    const [first] = mentions;
    if (first !== undefined && this.#waitingVerb !== undefined && this.#subjects.length === 0)
      this.#act([first], this.#waitingVerb);
  }

  #readMark(word: string): void {
    this.#flush();
    if (word === '|') {
      this.#isJoined = false;
      return;
    }
    if (this.#waitingRegion !== undefined) this.#settle(this.#waitingRegion);
    this.#waitingRegion = undefined;
    this.#preposition = undefined;
    this.#object = undefined;
    this.#of = undefined;
    this.#isJoined = false;
    this.#isNegated = false;
    this.#isStray = false;
    this.#isAfterSetting = false;
    this.#isClauseStart = true;
    if (this.#anchors.length > 0 || word === '.') this.#anchors = this.#subjects;
    if (word === '.') {
      this.#waitingVerb = undefined;
      this.#expects = undefined;
    }
  }

  #readWord(term: Term, next: Term | undefined): void {
    const { meaning, word } = term;
    if (this.#readLittle(term)) return;
    const isNounNext = next !== undefined && next.kind === 'word' && continuesPhrase(next.meaning, next.isUnknown);
    if (meaning.before !== undefined && next?.meaning.preposition === 'of' && this.#readBefore(term)) return;
    if (
      meaning.verb !== undefined &&
      this.#isPhraseOpen() &&
      this.#phrase.head === undefined &&
      isNounNext &&
      /(?:ing|ed|en)$/.test(word)
    ) {
      this.#phrase.verb = meaning.verb;
    } else if (meaning.verb !== undefined && !this.#isNounHere(term, next)) this.#readVerb(meaning.verb);
    else if (meaning.color !== undefined && (isNounNext || meaning.noun === undefined))
      this.#readColor(term, isNounNext);
    else if (meaning.count !== undefined && meaning.noun === undefined && meaning.before === undefined) {
      this.#closeHead();
      this.#phrase.count = meaning.count;
    } else if (meaning.size !== undefined && isNounNext) this.#phrase.size = meaning.size;
    else if (meaning.noun !== undefined || meaning.setting !== undefined) this.#readNoun(term);
    else if (meaning.size !== undefined) {
      if (
        !this.#modifiesLast((last) => {
          last.size = meaning.size ?? 1;
        })
      )
        this.#phrase.size = meaning.size;
    } else if (meaning.attribute !== undefined) this.#readAttribute(word, meaning.attribute);
    else if (CLOTHES.test(word)) this.#readClothes(word);
    else if (meaning.role === 'stop') this.#readStop(word);
    else this.#readUnknown(term, isNounNext ? next : undefined);
  }

  /** Articles, "and", "no", prepositions, places, writing. @returns whether the term was one. */
  #readLittle({ meaning, word }: Term): boolean {
    if (meaning.role === 'article') {
      this.#closeHead();
      this.#phrase.article = true;
      this.#phrase.isDefinite = word === 'the';
    } else if (meaning.role === 'and') {
      this.#flush();
      this.#isJoined = true;
    } else if (meaning.role === 'no') {
      this.#flush();
      this.#isNegated = true;
      this.#preposition = undefined;
    } else if (meaning.role === 'writing' || meaning.role === 'title') {
      this.#flush();
      this.#expects = meaning.role;
    } else if (meaning.place !== undefined) {
      this.#flush();
      this.#readPlace(meaning.place);
    } else if (meaning.preposition !== undefined) this.#readPreposition(meaning.preposition, word);
    else if (SPEEDS[word] !== undefined) this.#readSpeed(SPEEDS[word]);
    else return false;
    return true;
  }

  #readPlace(place: NonNullable<Mention['place']>): void {
    this.#preposition = undefined;
    if (this.#isStray || (this.#isAfterSetting && place === 'background')) return;
    if (this.#isClauseStart) {
      this.#waitingRegion = place;
      return;
    }
    this.#settle(place);
  }

  #settle(place: NonNullable<Mention['place']>): void {
    const meant = this.#anchors.length > 0 ? this.#anchors : this.#subjects;
    const open = meant.filter((one) => one.place === undefined);
    for (const anchor of open.length > 0 ? open : meant) {
      const subject = this.#carriedBy(anchor) ?? anchor;
      const isMoving = subject.motion !== undefined && subject.motion !== 'idle';
      if (isMoving && (place === 'left' || place === 'right')) subject.direction = place;
      else subject.place = place;
    }
  }

  /** What stands on or in a thing, or holds it: a place behind the thing is meant for that. */
  #carriedBy(thing: Mention): Mention | undefined {
    return this.#reading.mentions.find(
      ({ relation }) => relation?.to === thing && /^(?:on|inside|holding|riding)$/.test(relation.kind),
    );
  }

  #readPreposition(preposition: NonNullable<Meaning['preposition']>, word: string): void {
    if (preposition === 'of') {
      const head = this.#phrase.head;
      this.#flush();
      if (head !== undefined && this.#nearest[0] !== undefined) this.#preposition = 'of';
      return;
    }
    this.#flush();
    if (preposition !== 'with') this.#isNegated = false;
    this.#preposition = preposition;
    this.#isReversed = word === 'surrounded by';
    this.#isJoined = false;
    const direction = /^towards?$/.test(word) ? 'toward' : word === 'up' || word === 'down' ? word : undefined;
    if (direction !== undefined)
      for (const subject of this.#anchors) if (subject.motion !== undefined) subject.direction ??= direction;
  }

  #readSpeed(speed: number): void {
    const moving = this.#anchors.filter(({ motion }) => motion !== undefined);
    for (const subject of moving) subject.speed = speed;
    if (moving.length === 0) this.#waitingSpeed = speed;
  }

  /** "A flock of", "a vase of", "a slice of". @returns whether the word was swallowed. */
  #readBefore(term: Term): boolean {
    const { before } = term.meaning;
    if (before === 'container' && term.meaning.noun !== undefined) return false;
    if (before === undefined) return false;
    this.#closeHead();
    const count = before === 'group' ? Math.max(term.meaning.count ?? 1, 1) : undefined;
    this.#of = {
      before,
      phrase: { ...this.#phrase, ...(count === undefined ? {} : { count: count * (this.#phrase.count ?? 1) }) },
    };
    this.#phrase = newPhrase();
    return true;
  }

  #readColor({ meaning, word, text }: Term, isNounNext: boolean): void {
    const { color } = meaning;
    if (color === undefined) return;
    const hex = this.#phrase.tint === undefined ? color : tintColor(color, this.#phrase.tint);
    if (
      !isNounNext &&
      this.#modifiesLast((last) => {
        last.color = hex;
      })
    )
      return;
    if (!isNounNext && this.#phrase.article && this.#phrase.head === undefined && this.#phrase.color === undefined) {
      const kin = this.#options.lexicon.findKin(word);
      if (kin !== undefined && kin !== 'abstract' && kin.kind === 'thing') {
        this.#setHead({ noun: kin }, word, text, false);
        return;
      }
    }
    if (this.#phrase.head !== undefined) this.#flush();
    if (this.#phrase.color !== undefined) this.#phrase.attributes.push(word);
    else Object.assign(this.#phrase, { color: hex, colorName: word });
  }

  #readAttribute(word: string, attribute: string): void {
    if (this.#phrase.head !== undefined && !this.#options.adjectivesFollow) this.#flush();
    if (/^(?:light|pale|pastel|soft|dark|deep|dusty|muted|baby)$/.test(word)) this.#phrase.tint = word;
    if (attribute === '-') return;
    if (!this.#modifiesLast((last) => last.attributes.add(attribute))) this.#phrase.attributes.push(attribute);
  }

  /** Where adjectives follow: gives one to the noun before. */
  #modifiesLast(give: (last: Mention) => void): boolean {
    if (!this.#options.adjectivesFollow) return false;
    if (this.#phrase.head !== undefined) this.#flushPhrase();
    const isOpen =
      this.#phrase.article || this.#phrase.count !== undefined || this.#preposition !== undefined || this.#isJoined;
    if (isOpen || this.#nearest.length === 0) return false;
    for (const last of this.#nearest) give(last);
    return true;
  }

  #readClothes(word: string): void {
    const wearer = this.#anchors.find(isAnimate) ?? this.#subjects.find(isAnimate);
    if (!this.#isNegated && wearer !== undefined) {
      wearer.attributes.add(/^(?:fedora|cap|top hat)$/.test(word) ? 'hat' : word);
      if (/^(?:fedora|top hat)$/.test(word)) wearer.attributes.add(word);
      if (
        this.#phrase.color !== undefined &&
        /coat|dress|suit|shirt|jacket|cape|cloak|robe|kimono|uniform|armou?r|hoodie|costume|sweater/.test(word)
      ) {
        wearer.color = this.#phrase.color;
      }
    }
    this.#phrase = newPhrase();
    this.#object = undefined;
    this.#preposition = undefined;
  }

  #readStop(word: string): void {
    if (/^(?:background|backdrop|wall|walls|floor|surface)$/.test(word)) {
      const color = this.#phrase.color;
      if (color !== undefined) this.#reading.setColor ??= color;
      for (const attribute of this.#phrase.attributes) if (attribute !== 'dark') this.#reading.details.add(attribute);
    }
    if (this.#phrase.head !== undefined) this.#flush();
    this.#phrase = newPhrase();
    if (this.#isClauseStart && this.#preposition === undefined && this.#reading.mentions.length > 0)
      this.#isStray = true;
    // "on the side of the road", "with blue eyes": what was to come has come and has no body.
    if (this.#preposition !== undefined && this.#of === undefined) this.#preposition = undefined;
    this.#object = undefined;
  }

  /** Whether a word that is both noun and verb is a noun at this place. */
  #isNounHere({ meaning, word }: Term, next: Term | undefined): boolean {
    if (
      meaning.noun === undefined &&
      meaning.setting === undefined &&
      meaning.color === undefined &&
      meaning.attribute === undefined
    ) {
      return meaning.role === 'stop' && this.#isPhraseOpen() && !/(?:ing|ed|s)$/.test(word);
    }
    if (this.#isPhraseOpen() && this.#phrase.head === undefined) return true;
    if (this.#preposition !== undefined) return true;
    const hasSubject = this.#phrase.head !== undefined || this.#anchors.length > 0;
    return !hasSubject || (next?.meaning.noun !== undefined && !next.isUnknown && this.#phrase.head === undefined);
  }

  #isPhraseOpen(): boolean {
    const { article, count, color, size, attributes } = this.#phrase;
    return article || count !== undefined || color !== undefined || size !== undefined || attributes.length > 0;
  }

  #readVerb(verb: VerbMeaning): void {
    this.#flush();
    this.#isNegated = false;
    if (this.#isStray) return;
    if (verb.speaks) this.#expects = 'speech';
    if (verb.lightsUp) this.#reading.lightsUp = true;
    const actors = this.#verbSubjects();
    if (verb.speaks === true && this.#waitingText !== undefined) this.#hasSpeech = true;
    if (actors.length === 0) this.#waitingVerb = verb;
    else this.#act(actors, verb);
    if (actors.length > 0) this.#anchors = actors;
    this.#object = verb.object;
    this.#preposition = undefined;
    this.#isJoined = false;
  }

  /** The nearest things, unless they are lifeless objects and the clause has a subject that can act. */
  #verbSubjects(): Mention[] {
    const isLifelessObject =
      this.#anchors.length > 0 && this.#anchors.every((anchor) => anchor.isObject && !isMobile(anchor));
    const isRidden = this.#anchors.some((anchor) =>
      this.#subjects.some(({ relation }) => relation?.to === anchor && /riding|holding/.test(relation.kind)),
    );
    return (isLifelessObject || isRidden || this.#anchors.length === 0) && this.#subjects.length > 0
      ? this.#subjects
      : this.#anchors;
  }

  #act(actors: readonly Mention[], verb: VerbMeaning): void {
    for (const actor of actors) {
      if (verb.pose !== undefined && (actor.pose === 'default' || verb.pose === 'fighting')) actor.pose = verb.pose;
      if (verb.motion !== undefined) {
        const motion = fitMotion(verb.motion, actor);
        if (actor.motion === undefined || actor.motion === 'idle') actor.motion = motion;
        if (motion === 'fly' && isAnimate(actor)) actor.pose = 'flying';
      }
      if (verb.direction !== undefined) actor.direction ??= verb.direction;
      const speed = (verb.speed ?? 1) * this.#waitingSpeed;
      if (speed !== 1) actor.speed = speed;
      if (verb.attribute !== undefined) actor.attributes.add(verb.attribute);
      if (verb.lightsUp) actor.attributes.add('glowing');
    }
    this.#waitingSpeed = 1;
  }

  #readNoun(term: Term): void {
    if (/^(?:under|above|over|among|through|on|underwater|indoors|downtown)\b/.test(term.word)) {
      this.#flush();
      this.#reading.votes.push({ ...term.meaning.setting!, word: term.word, at: this.#at });
      return;
    }
    const { head } = this.#phrase;
    if (head !== undefined) {
      if (head.meaning.noun !== undefined && head.meaning.noun.kind === term.meaning.noun?.kind) {
        if (head.meaning.noun.color !== undefined) this.#phrase.color ??= head.meaning.noun.color;
      }
      if (this.#options.splitsNouns) this.#flush();
      else this.#pushModifier(head.meaning, head.english);
    }
    this.#setHead(term.meaning, term.word, term.text, term.isPlural);
  }

  /** A noun before a noun is a look of it (`bakery door`), and hints at the place. */
  #pushModifier(meaning: Meaning, word: string): void {
    this.#phrase.attributes.push(word);
    const { setting } = meaning;
    if (setting !== undefined && !this.#isNegated)
      this.#reading.votes.push({ ...setting, weight: setting.weight * 0.6, word, at: this.#at });
  }

  #setHead(meaning: Meaning, english: string, word: string, isPlural: boolean): void {
    this.#phrase.head = { meaning, english, word, isPlural };
  }

  #readUnknown(term: Term, next: Term | undefined): void {
    const { lexicon, splitsNouns } = this.#options;
    const { word, text } = term;
    if (next !== undefined && !splitsNouns) {
      this.#lost.push({ word, text });
      return;
    }
    if (this.#preposition === 'of' && CONTENTS.has(word)) {
      for (const holder of this.#nearest) holder.attributes.add(word);
      this.#readStop(word);
      return;
    }
    if (/ing$/.test(word) && this.#phrase.head !== undefined) {
      this.#flush();
      return;
    }
    const isVerb = /(?:ing|ed)$/.test(word) && !this.#isPhraseOpen();
    const english = isVerb || word.length < 2 ? 'abstract' : lexicon.findKin(word);
    const kin = english ?? this.#findForeign(term);
    if (kin === 'abstract') {
      this.#lost.push({ word, text });
      this.#readStop(word);
      return;
    }
    const isName = /^\p{Lu}/u.test(text) && !this.#phrase.article;
    const isPlace = this.#preposition !== undefined && isName;
    const isNounPlace = this.#isPhraseOpen() && !isName;
    if (isPlace || (kin === undefined && !isNounPlace && this.#reading.mentions.length > 0)) {
      this.#readStop(word);
      return;
    }
    if (kin === undefined && !splitsNouns && /(?:ing|ed|ous|ful|ish|ive|al|ic|able|less|ly)$/.test(word)) return;
    const noun: NounMeaning = kin ?? { kind: 'standIn', same: false };
    if (this.#phrase.head !== undefined) {
      if (splitsNouns) this.#flush();
      else this.#pushModifier(this.#phrase.head.meaning, this.#phrase.head.english);
    }
    const isPlural = singulars(word).some((form) => lexicon.findKin(form) !== undefined);
    this.#setHead({ noun }, english === undefined ? (noun.drawnAs ?? noun.kind) : word, text, isPlural);
    if (kin === undefined && !isNounPlace) this.#guesses.add(text);
  }

  /** Words of languages that have no table of ours may still be names of emoji. */
  #findForeign({ word, text }: Term): NounMeaning | undefined {
    const isName = /^[A-Z]/.test(text) && this.#reading.mentions.length > 0;
    return isName ? undefined : this.#options.lexicon.findForeign(word);
  }

  #readQuote(text: string): void {
    const expected = this.#expects;
    this.#flush();
    this.#expects = undefined;
    const near = [...this.#nearest, ...this.#anchors, ...this.#subjects];
    const speaker = near.find(isAnimate);
    const board = near.find(({ noun }) => noun.kind === 'sign') ?? near.find((mention) => !isAnimate(mention));
    if (expected === 'title' && board?.noun.kind !== 'sign') this.#reading.title ??= text.slice(0, 120);
    else if (expected === 'speech' && board?.noun.kind !== 'sign' && speaker !== undefined) speaker.says ??= text;
    else if (board !== undefined) board.text ??= text.slice(0, 200);
    else if (expected === undefined && speaker !== undefined && this.#nearest.includes(speaker)) speaker.says ??= text;
    else this.#waitingText ??= text.slice(0, 120);
  }

  /** Ends a phrase whose head has come, when a word begins another. */
  #closeHead(): void {
    if (this.#phrase.head !== undefined) this.#flush();
  }

  #flush(): void {
    if (this.#phrase.head !== undefined) this.#isClauseStart = false;
    this.#flushPhrase();
    this.#phrase = newPhrase();
  }

  #flushPhrase(): void {
    const phrase = this.#of === undefined ? this.#phrase : mergePhrases(this.#of.phrase, this.#phrase);
    const { head } = phrase;
    if (head === undefined) return;
    this.#of = undefined;
    this.#phrase = newPhrase();
    const { setting, noun } = head.meaning;
    const isInside =
      this.#preposition === 'inside' && noun !== undefined && (ENTERED.has(noun.kind) || setting !== undefined);
    const isRange = noun?.kind === 'mountain' && head.isPlural && this.#preposition !== undefined;
    const isEntered = isInside || isRange;
    if (setting !== undefined || isEntered) this.#vote(phrase, isEntered);
    this.#wasAfterSetting = this.#isAfterSetting;
    this.#isAfterSetting = noun === undefined || isEntered;
    if (this.#isNegated) {
      this.#deny(noun);
      return;
    }
    if (noun === undefined || isEntered) {
      this.#preposition = undefined;
      this.#object = undefined;
      this.#isJoined = false;
      return;
    }
    this.#place(phrase, noun, head);
  }

  #vote({ head, color, attributes }: Phrase, isEntered: boolean): void {
    const setting = head?.meaning.setting;
    if (this.#isNegated) return;
    const isWhere = this.#preposition !== undefined && this.#preposition !== 'of' && this.#preposition !== 'with';
    const bonus = isWhere ? 1 : 0;
    if (setting?.set === 'skyline' && this.#preposition === 'above') this.#reading.details.add('above');
    const word = head?.english ?? '';
    if (isEntered && ENTERED.has(head?.meaning.noun?.kind ?? '')) {
      this.#reading.votes.push({ set: 'room', details: setting?.details ?? [], weight: 5, word, at: this.#at });
    } else if (setting !== undefined) {
      const weight = head?.meaning.noun !== undefined && !isWhere ? setting.weight * 0.8 : setting.weight;
      this.#reading.votes.push({ ...setting, weight: weight + bonus, word, at: this.#at });
    }
    if (head?.meaning.noun !== undefined && !isEntered) return;
    if (color !== undefined && /^(?:room|studio)$/.test(setting?.set ?? '')) this.#reading.setColor ??= color;
    for (const attribute of attributes) {
      if (this.#options.lexicon.look(attribute)?.meaning.setting === undefined) this.#reading.details.add(attribute);
    }
  }

  #deny(noun: NounMeaning | undefined): void {
    const { mentions } = this.#reading;
    for (let i = mentions.length - 1; noun !== undefined && i >= 0; i--) {
      if (mentions[i]!.noun.kind === noun.kind && noun.kind !== 'thing' && mentions[i]!.relation === undefined && i > 0)
        mentions.splice(i, 1);
    }
  }

  /** Makes the thing and ties it to what stands before it. */
  #place(phrase: Phrase, noun: NounMeaning, head: NonNullable<Phrase['head']>): void {
    const preposition = this.#preposition;
    if (
      preposition === 'of' &&
      (CONTENTS.has(head.english) || this.#nearest.some((holder) => holder.noun.kind === 'bookshelf'))
    ) {
      for (const holder of this.#nearest) holder.attributes.add(head.english);
      this.#preposition = undefined;
      return;
    }
    const known = phrase.isDefinite ? this.#findKnown(noun, head, phrase) : undefined;
    const isObject =
      preposition !== undefined ||
      this.#object !== undefined ||
      (this.#isJoined && (this.#nearest[0]?.isObject ?? false));
    const mention = known ?? this.#create(phrase, noun, head, isObject);
    if (known === undefined) this.#reading.mentions.push(mention);
    if (this.#waitingRegion !== undefined) mention.place = this.#waitingRegion;
    this.#waitingRegion = undefined;
    if (phrase.verb !== undefined) this.#act([mention], phrase.verb);
    if (preposition === 'of' && this.#replaceBowl(mention)) return;
    this.#tie(mention, preposition);
    this.#preposition = undefined;
    this.#isJoined = false;
    if (this.#waitingText !== undefined && isObject) {
      mention.text ??= this.#waitingText;
      this.#waitingText = undefined;
    }
  }

  /** A bowl of ramen is the ramen: its picture brings the bowl. */
  #replaceBowl(mention: Mention): boolean {
    const bowl = this.#nearest[0];
    if (bowl === undefined || bowl.noun.kind !== 'cup' || mention.noun.kind !== 'thing') return false;
    const { mentions } = this.#reading;
    mentions.splice(mentions.indexOf(bowl), 1);
    if (bowl.relation !== undefined) mention.relation = bowl.relation;
    for (const other of mentions)
      if (other.relation?.to === bowl) other.relation = { kind: other.relation.kind, to: mention };
    mention.isObject = bowl.isObject;
    const swap = (list: readonly Mention[]): Mention[] => list.map((one) => (one === bowl ? mention : one));
    [this.#nearest, this.#anchors, this.#subjects] = [[mention], swap(this.#anchors), swap(this.#subjects)];
    this.#preposition = undefined;
    return true;
  }

  #findKnown(noun: NounMeaning, { english }: NonNullable<Phrase['head']>, phrase: Phrase): Mention | undefined {
    if (phrase.color !== undefined || phrase.count !== undefined) return undefined;
    return this.#reading.mentions.find((mention) => mention.english === english && mention.noun.kind === noun.kind);
  }

  #create(phrase: Phrase, noun: NounMeaning, head: NonNullable<Phrase['head']>, isObject: boolean): Mention {
    const isMass = /^(?:fish|sheep|deer|koi)$/.test(head.english) && !phrase.article;
    const plural = isMass
      ? 6
      : head.isPlural && !phrase.article
        ? (PLURAL_COUNT[noun.kind] ?? 3)
        : head.isPlural
          ? Math.min(PLURAL_COUNT[noun.kind] ?? 3, 4)
          : 1;
    const isGroupWord = /^(?:people|couple|audience|ruins)$/.test(head.english);
    const count =
      phrase.count ?? (head.english === 'couple' ? 2 : isGroupWord ? (PLURAL_COUNT[noun.kind] ?? 4) : plural);
    // A red fox is as red as foxes are.
    const isOwnRed = noun.kind === 'fox' && /red|orange/.test(phrase.colorName ?? '');
    const color = isOwnRed ? noun.color : (phrase.color ?? noun.color);
    return {
      noun,
      english: head.english,
      word: head.word.slice(0, 60),
      count: Math.min(60, Math.max(1, count)),
      isPlural: head.isPlural,
      ...(color === undefined ? {} : { color }),
      size: (phrase.size ?? 1) * (noun.size ?? 1),
      attributes: new Set([
        ...(noun.attributes ?? []),
        ...phrase.attributes,
        ...(/[^\x20-\x7e]/.test(head.word) || !isEnglishWord(head) ? [singulars(head.english)[0] ?? head.english] : []),
      ]),
      pose: 'default',
      speed: 1,
      isObject,
    };
  }

  #tie(mention: Mention, preposition: NonNullable<Meaning['preposition']> | undefined): void {
    if (this.#isJoined && preposition === undefined) {
      const first = this.#nearest[0];
      if (first !== undefined && mention.isObject && first.relation === undefined) {
        for (const anchor of this.#anchors) if (anchor.relation?.to === first) relate(mention, 'nextTo', first);
      } else if (first?.relation !== undefined && mention.isObject) mention.relation ??= first.relation;
      if (!mention.isObject) this.#subjects = [...this.#subjects, mention];
      this.#nearest = [...this.#nearest, mention];
      this.#anchors = mention.isObject ? this.#nearest : [...this.#anchors, mention];
      return;
    }
    const isLoose = this.#isStray || (preposition === 'with' && this.#wasAfterSetting);
    const anchors = isLoose ? [] : this.#anchors.filter((anchor) => anchor !== mention);
    if (isLoose && this.#anchors.length > 0) {
      this.#nearest = [mention];
      return;
    }
    if (preposition !== undefined && anchors.length > 0) this.#tieBy(preposition, anchors, mention);
    else if (this.#object !== undefined && anchors.length > 0) {
      for (const anchor of anchors) this.#tieObject(anchor, this.#object, mention);
    } else if (preposition !== undefined && anchors.length === 0) {
      const relation = relationOf(preposition);
      if (relation !== undefined) this.#waitingPlace = { relation, to: mention };
      this.#nearest = [mention];
      return;
    } else this.#startClause(mention);
    this.#object = undefined;
    this.#nearest = [mention];
    this.#anchors = [mention];
  }

  #tieBy(preposition: NonNullable<Meaning['preposition']>, anchors: readonly Mention[], mention: Mention): void {
    const relation = relationOf(preposition);
    for (const anchor of anchors.map((one) => this.#holderOf(one) ?? one)) {
      if (preposition === 'of')
        relate(mention, anchor.noun.kind === 'vase' || anchor.noun.kind === 'box' ? 'inside' : 'nextTo', anchor);
      else if (relation !== undefined && this.#isReversed) relate(mention, relation, anchor);
      else if (preposition === 'with') accompany(anchor, mention);
      else if (relation !== undefined) relate(anchor, relation, mention);
      else if (preposition === 'path' && mention.noun.kind === 'bridge') relate(anchor, 'on', mention);
    }
  }

  /** Who holds or rides a thing is meant by what follows it. */
  #holderOf(thing: Mention): Mention | undefined {
    return this.#reading.mentions.find(
      ({ relation }) => relation?.to === thing && /^(?:holding|riding)$/.test(relation.kind),
    );
  }

  #tieObject(anchor: Mention, object: Relation, mention: Mention): void {
    if (object === 'riding' && !/^(?:bicycle|horse|dragon|car|bus|boat|train|rocket)$/.test(mention.noun.kind)) return;
    const isHoldable = /^(?:flower|tree|person|car|house|boat)$/.test(mention.noun.kind) && mention.count > 1;
    relate(anchor, object === 'holding' && isHoldable ? 'nextTo' : object, mention);
    if (anchor.pose === 'fighting') mention.pose = 'fighting';
    if (object === 'riding' && anchor.motion === 'drive')
      mention.motion = fitMotion(mention.noun.kind === 'horse' ? 'run' : 'drive', mention);
  }

  #startClause(mention: Mention): void {
    this.#subjects = [mention];
    if (this.#hasSpeech && this.#waitingText !== undefined && isAnimate(mention)) {
      mention.says = this.#waitingText;
      this.#waitingText = undefined;
    }
    if (this.#waitingVerb !== undefined) {
      this.#act([mention], this.#waitingVerb);
      this.#waitingVerb = undefined;
    }
    if (this.#waitingPlace !== undefined) {
      relate(mention, this.#waitingPlace.relation, this.#waitingPlace.to);
      this.#waitingPlace = undefined;
    }
  }
}

/** Whether the prompt's word is the English one: models look for English words. */
function isEnglishWord({ english, word }: NonNullable<Phrase['head']>): boolean {
  return word.toLowerCase().replaceAll('-', ' ') === english.replaceAll('-', ' ');
}

function newPhrase(): Phrase {
  return { article: false, isDefinite: false, attributes: [] };
}

function mergePhrases(before: Phrase, phrase: Phrase): Phrase {
  return {
    ...before,
    ...phrase,
    count: phrase.count ?? before.count ?? 1,
    attributes: [...before.attributes, ...phrase.attributes],
    article: false,
    isDefinite: false,
  };
}

function relationOf(preposition: NonNullable<Meaning['preposition']>): Relation | undefined {
  return preposition === 'path' || preposition === 'with' || preposition === 'of' ? undefined : preposition;
}

/** Whether a word can go on with a noun phrase that has begun. */
function continuesPhrase(meaning: Meaning, isUnknown: boolean): boolean {
  if (meaning.preposition !== undefined || meaning.place !== undefined || meaning.count !== undefined) return false;
  const isNominal = meaning.noun !== undefined || meaning.setting !== undefined || meaning.color !== undefined;
  const isAdjective = meaning.attribute !== undefined || meaning.size !== undefined || meaning.role === 'stop';
  if (meaning.verb !== undefined && meaning.noun === undefined) return false;
  return isUnknown || isNominal || isAdjective;
}
