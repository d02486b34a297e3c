import { changesBy } from '../lexicon/change-verbs.ts';
import type { VerbMeaning } from '../lexicon/meaning.ts';
import { lemmaOf } from '../lexicon/verbs.ts';
import { absenceOf } from './absence.ts';
import { comesIn, doesNext, isByMagic } from './enters.ts';
import { finishReading, type LostNoun } from './finish-reading.ts';
import { LookReader } from './look-reader.ts';
import type { Reading } from './mention.ts';
import { partKind } from './parts.ts';
import { continuesPhrase, newPhrase } from './phrase.ts';
import type { GrammarOptions } from './phrase-reader.ts';
import { type ExpectedQuote, placeQuote } from './quotes.ts';
import { PRONOUNS } from './reference-reader.ts';
import { readCompound, type Term } from './terms.ts';
import {
  isBodiless,
  isNounHere,
  isUndergone,
  judgeUnknown,
  opensClause,
  tellsWhatFollows,
  withoutChange,
} from './word-class.ts';
import { CONTENTS, isWorn, SPEEDS } from './words-of-manner.ts';

const EATS = /^(?:eat|munch|chew|nibble|gnaw|browse|gather|collect|rake)$/;
/** "The door is opened": somebody does it. */
const BY_OTHERS = /^(?:is|are|gets|get|being|was|were)$/;
const STUFF = /^(?:stone|rock|brick|wood|marble|concrete|slate|granite|tile|sand)s?$/;
/** What follows comes after what was told. */
const THEN = /^(?:then|afterwards?|finally|eventually|suddenly)$/;

/** Reads the terms of a prompt into things, places and what ties them together. */
export function readGrammar(terms: readonly Term[], options: GrammarOptions): Reading {
  const reader = new GrammarReader(options);
  for (let at = 0; at < terms.length; ) at += reader.read(terms, at);
  return reader.finish();
}

/** Walks the terms once; its fields are what the grammar has in hand at that point. */
class GrammarReader extends LookReader {
  #expects: ExpectedQuote;
  /** "Then" came: the next verb tells what follows. */
  #isThen = false;
  /** Unknown words taken for things for want of better ones. */
  readonly #guesses = new Set<string>();
  /** Nouns passed over, for prompts that hold nothing else. */
  readonly #lost: LostNoun[] = [];

  /** Reads the term at a place. @returns how many terms it used. */
  read(terms: readonly Term[], at: number): number {
    this.at = at;
    this.terms = terms;
    const term = terms[at]!;
    const next = terms[at + 1];
    if (term.kind === 'quote') this.#readQuote(term.text);
    else if (term.kind === 'mark') {
      this.#readMark(term.word);
      this.closeShares(next);
    } else {
      const used =
        this.readComparison(terms, at) ||
        this.readShare(terms, at) ||
        this.readGlow(terms, at) ||
        this.readEach(terms, at) ||
        this.readGroupOf(terms, at) ||
        this.readOwner(terms, at);
      if (used > 0) return used;
      const compound = readCompound(terms, at, this.options.lexicon);
      if (
        compound !== undefined &&
        !this.isUnknownVerb(terms[at]!, next) &&
        !(next && !this.options.splitsNouns && doesNext(terms[at]!, next, terms[at + 2], this.options.lexicon)) &&
        !this.isUnknownVerb(next!, terms[at + 2])
      ) {
        this.#readUnknown({ ...term, word: compound.word, text: compound.text }, undefined);
        return compound.length;
      }
      this.#readWord(term, next);
    }
    return 1;
  }

  finish(): Reading {
    this.#readMark('.');
    this.reading.steps = this.clause.step + 1;
    finishReading(this.reading, this.clause, {
      guesses: this.#guesses,
      lost: this.#lost,
      lexicon: this.options.lexicon,
    });
    return this.reading;
  }

  #readMark(word: string): void {
    this.flush();
    this.lastVerb = undefined;
    this.skipsVerb = false;
    if (word === '|') {
      this.isJoined = false;
      return;
    }
    if (this.waitingRegion !== undefined) this.clause.settle(this.waitingRegion);
    this.waitingRegion = undefined;
    this.preposition = undefined;
    this.object = undefined;
    this.of = undefined;
    this.isJoined = false;
    this.isNegated = this.isNegated && word === ',' && this.isListEnding();
    this.partOwner = undefined;
    this.isStray = false;
    this.isAfterSetting = false;
    this.isClauseStart = true;
    if (this.clause.anchors.length > 0 || word === '.') this.clause.anchors = this.clause.subjects;
    if (word === '.') {
      this.clause.endSentence();
      this.clause.waitingVerb = undefined;
      this.#expects = undefined;
    }
  }

  #readWord(term: Term, next: Term | undefined): void {
    const { meaning, word } = term;
    if (this.readOther(word, next) || this.#readLittle(term, next)) return;
    if (term.isPlural && this.isUnknownVerb(term, next)) {
      const does = lemmaOf(word);
      this.#readVerb({ motion: 'idle', object: 'nextTo', does, ...changesBy(does) }, word);
      return;
    }
    if (this.readPart(word, next)) return;
    const isNounNext = next !== undefined && next.kind === 'word' && continuesPhrase(next.meaning, next.isUnknown);
    if (meaning.before !== undefined && next?.meaning.preposition === 'of' && this.readBefore(term)) return;
    if (
      meaning.verb !== undefined &&
      meaning.verb.isBare !== true &&
      (this.isPhraseOpen() || this.isListedDoing(term, next) || (this.isJoined && this.lastVerb === undefined)) &&
      this.phrase.head === undefined &&
      isNounNext &&
      /(?:ing|ed|en)$/.test(word)
    ) {
      this.phrase.verb = word.endsWith('ing') ? meaning.verb : withoutChange(meaning.verb);
    } else if (meaning.verb?.isBare === true && (this.isListed(term) || (isBodiless(word) && next?.meaning.verb)))
      this.#readStop(word);
    // Waves that crash, or are in the distance, are the sea's.
    else if (
      word === 'waves' &&
      this.isClauseStart &&
      (next?.meaning.verb !== undefined || next?.meaning.place !== undefined) &&
      this.reading.mentions.length > 0
    )
      this.#readStop(word);
    else if (
      meaning.verb !== undefined &&
      this.preposition === 'of' &&
      this.phrase.head === undefined &&
      /s$/.test(word)
    )
      this.#readStop(word);
    else if (meaning.verb !== undefined && !isNounHere(term, next, this.situation()))
      this.#readVerb(meaning.verb, word);
    else if (meaning.color !== undefined && (isNounNext || meaning.noun === undefined))
      this.readColor(term, isNounNext);
    else if (meaning.count !== undefined && meaning.noun === undefined && meaning.before === undefined) {
      this.closeHead();
      this.phrase.count = meaning.count;
      if (meaning.count === 1 && word === 'one') this.readOneOf(next);
    } else if (meaning.size !== undefined && isNounNext) {
      this.phrase.size = meaning.size;
      this.phrase.sizeWord = word;
    } else if (
      (meaning.noun !== undefined && this.isPutOn(word)) ||
      (/^(?:glasses|earrings|necklace|goggles|safety goggles|bracelet|tiara)$/.test(word) &&
        this.clause.hasWearer &&
        this.object !== 'holding')
    )
      this.readClothes(word);
    else if (meaning.noun !== undefined || meaning.setting !== undefined) this.readNoun(term);
    else if (meaning.size !== undefined) {
      if (
        !this.modifiesLast((last) => {
          last.size = meaning.size ?? 1;
        })
      )
        this.phrase.size = meaning.size;
    } else if (word === 'light' && (next?.meaning.preposition ?? next?.meaning.verb) !== undefined)
      this.#readStop(word);
    else if (meaning.attribute !== undefined) this.readAttribute(word, meaning.attribute, isNounNext);
    else if (isWorn(word)) this.readClothes(word);
    else if (meaning.role === 'stop') this.#readStop(word);
    else this.#readUnknown(term, isNounNext && !this.isDoneNext(next) ? next : undefined);
  }

  /** Articles, "and", "no", prepositions, places, writing. @returns whether the term was one. */
  #readLittle({ meaning, word }: Term, next: Term | undefined): boolean {
    if (/^(?:nobody|no one|noone|uninhabited|unpopulated)$/.test(word)) this.reading.without.add('people');
    if (this.isNegated && meaning.role === 'writing') this.reading.without.add('text');
    if (meaning.role === 'article') {
      this.closeHead();
      this.phrase.article = true;
      this.phrase.isDefinite = word === 'the';
      this.phrase.opener = word;
    } else if (meaning.role === 'and' && this.joinsColors(next)) {
      this.phrase.isTwoTone = true;
    } else if (meaning.role === 'and') {
      this.flush();
      // "Without flowers and a cow": the cow is there.
      if (this.isNegated && /^an?$/.test(next?.word ?? '')) this.isNegated = false;
      // "The man waves and the woman laughs": she does not wave.
      const isNewSubject = this.lastVerb !== undefined && next?.meaning.role === 'article';
      if (isNewSubject) {
        this.lastVerb = undefined;
        this.object = undefined;
        this.isJoined = false;
        this.clause.anchors = [];
        return true;
      }
      // "…, and a boat" behind an object begins anew.
      this.isJoined = !(this.isClauseStart && this.clause.nearest[0]?.isObject === true);
    } else if (meaning.role === 'no') {
      this.flush();
      this.isNegated = true;
      this.preposition = undefined;
    } else if (meaning.role === 'writing' || meaning.role === 'title') {
      this.flush();
      this.#expects = meaning.role;
    } else if (meaning.place !== undefined) {
      this.flush();
      this.readPlace(meaning.place);
    } else if (word === 'circling' && next?.kind !== 'word') {
      const verb = this.options.lexicon.look('circles')?.meaning.verb;
      if (verb !== undefined) this.#readVerb(verb, word);
    } else if (word === 'round' && this.phrase.article && this.phrase.head === undefined)
      this.phrase.attributes.push(word);
    else if (word === 'in' && comesIn(this.lastVerb, next)) {
      this.flush();
      for (const one of this.clause.anchors) this.clause.change(one, 'arrive');
    } else if (meaning.preposition !== undefined) this.readPreposition(meaning.preposition, word);
    else if (SPEEDS[word] !== undefined) this.clause.setSpeed(SPEEDS[word]);
    else return false;
    return true;
  }

  #readStop(word: string): void {
    if (word === 'but' && this.isNegated) {
      this.flush();
      this.isNegated = false;
      return;
    }
    if (word === 'until') this.clause.proceed();
    if (opensClause(word, this.terms[this.at - 1]?.word)) {
      this.#readMark(',');
      return;
    }
    if (this.isNegated) this.reading.without.add(absenceOf(undefined, word));
    if (this.phrase.article && this.phrase.head === undefined) this.#lost.push({ word, text: word });
    if (THEN.test(word)) {
      this.flush();
      this.#isThen = true;
      if (this.reading.mentions.length > 0 || this.reading.votes.length > 0) this.clause.proceed();
      return;
    }
    // "A scarf that runs down the stairs": it does not run.
    const before = this.terms[this.at - 1];
    if (/^(?:that|which)$/.test(word) && before !== undefined && isWorn(before.word)) this.skipsVerb = true;
    if (PRONOUNS.test(word) && this.readPronoun(word)) return;
    if (/^(?:background|backdrop|wall|walls|floor|surface)$/.test(word)) {
      const color = this.phrase.color;
      if (color !== undefined) this.reading.setColor ??= color;
      for (const attribute of this.phrase.attributes) if (attribute !== 'dark') this.reading.details.add(attribute);
    }
    const stuff = this.phrase.head?.english ?? '';
    if (/^walls?$/.test(word) && (this.preposition === 'on' || this.preposition === 'inFrontOf'))
      for (const sign of this.clause.anchors)
        if (sign.noun.kind === 'sign')
          sign.attributes.add(
            [...this.phrase.attributes.filter((look) => STUFF.test(look)), stuff, 'wall'].filter(Boolean).join(' '),
          );
    if (/^(?:floor|wall|walls|surface|backdrop|background)$/.test(word) && STUFF.test(stuff)) {
      // A stone floor is a floor, and no stone.
      this.reading.details.add(stuff === 'wood' ? 'wooden' : stuff);
      this.phrase = newPhrase();
    }
    if (this.phrase.head !== undefined) this.flush();
    this.phrase = newPhrase();
    const next = this.terms[this.at + 1]?.meaning;
    // "Steam rises": nobody else does, neither those before nor those who come.
    const rises = isBodiless(word) && next?.verb !== undefined && next.noun === undefined;
    const opens = this.isClauseStart || (rises && this.terms[this.at - 1]?.word === 'and');
    if (opens && this.preposition === undefined && (this.reading.mentions.length > 0 || rises)) this.isStray = true;
    // "With steam rising": the steam rises, not the cup.
    const after = this.terms[this.at + 1];
    if (this.preposition === 'with' && /ing$/.test(after?.word ?? '') && after?.meaning.verb !== undefined)
      this.skipsVerb = true;
    // "on the side of the road", "with blue eyes": what was to come has come and has no body.
    if (this.preposition !== undefined && this.of === undefined) this.preposition = undefined;
    this.object = undefined;
  }

  #readVerb(told: VerbMeaning, word: string): void {
    const isThing = word === 'leaves' && !/^(?:the|a|an|his|her|their)$/.test(this.terms[this.at + 1]?.word ?? '');
    const leaf = isThing && EATS.test(this.lastVerb?.does ?? '') ? this.options.lexicon.look('leaf') : undefined;
    if (leaf?.meaning.noun !== undefined) {
      // A giraffe that eats leaves does not go away.
      this.readNoun({ ...this.terms[this.at]!, word: 'leaf', meaning: leaf.meaning });
      return;
    }
    const verb: VerbMeaning = this.fliesKite(told) ? { motion: 'idle', object: 'holding' } : told;
    this.flush();
    if (this.skipsVerb) {
      this.skipsVerb = false;
      return;
    }
    this.isNegated = false;
    if (this.isStray) return;
    if (this.terms[this.at + 1]?.word === 'by' && isUndergone(verb, word)) {
      this.undergone = verb;
      const whom = this.clause.verbSubjects();
      if (verb.changes !== undefined) for (const one of whom) this.clause.change(one, verb.changes);
      return;
    }
    if (verb.change === 'appear' && isByMagic(this.terms.slice(this.at + 1))) {
      for (const actor of this.clause.verbSubjects(verb)) actor.changes = [{ kind: 'appear', step: this.clause.step }];
      this.lastVerb = verb;
      return;
    }
    if (verb.speaks) this.#expects = 'speech';
    if (verb.lightsUp) this.reading.lightsUp = true;
    const actors = this.clause.verbSubjects(verb, this.isJoined);
    const before = this.terms[this.at - 1]?.word ?? '';
    if (verb.changes !== undefined && BY_OTHERS.test(before) && /(?:ed|en|n|out|off|on|over|down)$/.test(word)) {
      for (const actor of actors) this.clause.change(actor, verb.changes);
      return;
    }
    // "The door is open" as long as the film runs; doors open in it.
    if (word === 'open' && actors.length > 0 && actors.every(({ isPlural }) => !isPlural)) {
      for (const actor of actors) actor.attributes.add('open');
      return;
    }
    if (verb.speaks === true && this.clause.waitingText !== undefined) this.clause.hasSpeech = true;
    // Waves crash and leaves fall: what they do is nobody else's.
    const follows = this.terms[this.at + 1]?.meaning;
    const isInverted = !word.endsWith('ing') && (follows?.role === 'article' || follows?.count !== undefined);
    if (actors.length === 0 && this.isAfterSetting && this.preposition === undefined && !isInverted) {
      this.isStray = true;
      return;
    }
    if (actors.length === 0) this.clause.waitingVerb = verb;
    else this.clause.act(actors, verb, this.#isThen || tellsWhatFollows(word));
    this.#isThen = false;
    if (actors.length > 0) this.clause.anchors = actors;
    this.object = verb.object ?? (verb.changes === undefined ? undefined : 'nextTo');
    this.lastVerb = verb;
    this.preposition = undefined;
    this.isJoined = false;
  }

  #readUnknown(term: Term, next: Term | undefined): void {
    const { lexicon, splitsNouns } = this.options;
    const { word, text } = term;
    if (this.isUnknownVerb(term, this.terms[this.at + 1])) {
      this.#readVerb({ motion: 'idle', object: 'nextTo', does: lemmaOf(word) }, word);
      return;
    }
    if (next !== undefined && !splitsNouns) this.#lost.push({ word, text });
    else if (this.preposition === 'of' && CONTENTS.has(word)) {
      for (const holder of this.clause.nearest) holder.attributes.add(word);
      this.#readStop(word);
    } else if (/(?:ing|ed)$/.test(word) && this.phrase.head !== undefined) this.flush();
    else if (partKind(word) !== undefined && (this.phrase.isDefinite || !this.isPhraseOpen())) this.#readStop(word);
    else {
      const judged = judgeUnknown(term, {
        lexicon,
        splitsNouns,
        isPhraseOpen: this.isPhraseOpen(),
        hasArticle: this.phrase.article,
        hasPreposition: this.preposition !== undefined,
        hasMentions: this.reading.mentions.length > 0,
      });
      if (judged === 'abstract') this.#lost.push({ word, text });
      if (judged === 'abstract' && word.endsWith('ed') && this.terms[this.at + 1]?.meaning.preposition !== undefined)
        this.flush();
      else if (judged === 'abstract' || judged === 'name') this.#readStop(word);
      else if (judged !== 'adjective') {
        this.readNoun({ ...term, word: judged.english, meaning: { noun: judged.noun }, isPlural: judged.isPlural });
        if (judged.isGuess) this.#guesses.add(text);
      }
    }
  }

  #readQuote(text: string): void {
    const expected = this.#expects;
    this.flush();
    this.#expects = undefined;
    placeQuote(text, expected, this.clause, this.reading);
  }
}
