import { tintColor } from '../lexicon/colors.ts';
import type { VerbMeaning } from '../lexicon/meaning.ts';
import { isAnimate, isAnimateKind } from './mention.ts';
import { ShareReader } from './share-reader.ts';
import type { Term } from './terms.ts';
import { looksLikeVerb, type Situation } from './word-class.ts';

/** Reads the looks of things, and what verbs mean beside them. */
export abstract class LookReader extends ShareReader {
  protected readColor({ meaning, word, text }: Term, isNounNext: boolean): void {
    const { color } = meaning;
    if (color === undefined) return;
    const hex = this.phrase.tint === undefined ? color : tintColor(color, this.phrase.tint);
    const isSecond = this.phrase.isTwoTone === true;
    if (
      !isNounNext &&
      this.modifiesLast((last) => {
        if (isSecond) last.parts.set('second', hex);
        else last.color = hex;
      })
    )
      return;
    const isOfTwo =
      this.terms[this.at + 1]?.meaning.role === 'and' && this.terms[this.at + 2]?.meaning.color !== undefined;
    if (
      !isNounNext &&
      !isOfTwo &&
      this.phrase.article &&
      this.phrase.head === undefined &&
      this.phrase.color === undefined
    ) {
      const kin = this.options.lexicon.look(`${word} fruit`)?.meaning.noun ?? this.options.lexicon.findKin(word);
      if (kin !== undefined && kin !== 'abstract' && /^(?:thing|fruit)$/.test(kin.kind)) {
        this.setHead({ noun: kin }, word, text, false);
        return;
      }
    }
    if (this.phrase.head !== undefined) this.flush();
    if (this.phrase.isTwoTone === true && this.phrase.color !== undefined) this.phrase.secondColor = hex;
    else if (this.phrase.color !== undefined) this.phrase.attributes.push(word);
    else Object.assign(this.phrase, { color: hex, colorName: word });
  }

  protected readAttribute(word: string, attribute: string, isNounNext: boolean): void {
    if (this.phrase.head !== undefined && !this.options.adjectivesFollow) this.flush();
    if (/^(?:light|pale|pastel|soft|dark|deep|dusty|muted|baby)$/.test(word)) this.phrase.tint = word;
    if (attribute === '-') return;
    const isBehind = !isNounNext && this.modifiesLast((last) => last.attributes.add(attribute));
    if (!isBehind) this.phrase.attributes.push(attribute);
  }

  /** "Cat, library, floating candles": the candles float. */
  protected isListedDoing({ meaning, word }: Term, next: Term | undefined): boolean {
    return this.isClauseStart && word.endsWith('ing') && meaning.verb?.object === undefined && next?.isPlural === true;
  }

  /** "Flying kites": the kites fly, and who flies them stands. */
  protected fliesKite(verb: VerbMeaning): boolean {
    const goal = this.terms.slice(this.at + 1, this.at + 5);
    const end = goal.findIndex(({ kind, meaning }) => kind !== 'word' || meaning.preposition !== undefined);
    return (
      verb.motion === 'fly' && goal.slice(0, end < 0 ? 5 : end).some(({ word }) => /^(?:kites?|drones?)$/.test(word))
    );
  }

  protected situation(): Situation {
    return {
      isPhraseOpen: this.isPhraseOpen(),
      hasHead: this.phrase.head !== undefined,
      hasPreposition: this.preposition !== undefined || this.terms[this.at - 1]?.word === 'of',
      isJoined: this.isJoined,
      hasAnchors: this.clause.anchors.length > 0,
    };
  }

  /** A sculptor chiseling a horse: neither word is in a table, and the second is what the first does. */
  protected isDoneNext(next: Term): boolean {
    return next.word.endsWith('ing') && looksLikeVerb(next, this.terms[this.at + 2], this.options.lexicon);
  }

  /** Behind its subject and before an article, a word in -s or -ing is what is done. */
  protected isUnknownVerb(term: Term, next: Term | undefined): boolean {
    if (this.options.splitsNouns || this.preposition !== undefined || this.isNegated) return false;
    if (!looksLikeVerb(term, next, this.options.lexicon)) return false;
    const { head } = this.phrase;
    if (head !== undefined)
      return (
        (!head.isPlural || term.word.endsWith('ing')) &&
        head.meaning.noun !== undefined &&
        isAnimateKind(head.meaning.noun)
      );
    return (
      !this.isPhraseOpen() &&
      (!this.isClauseStart || next?.meaning.role === 'article') &&
      this.clause.anchors.some(isAnimate) &&
      term.word.endsWith('ing')
    );
  }

  protected readNoun(term: Term): void {
    const { setting } = term.meaning;
    if (
      setting !== undefined &&
      /^(?:under|above|over|among|amid|between|through|on|in|at|inside|from|underwater|indoors|downtown)\b/.test(
        term.word,
      )
    ) {
      this.flush();
      this.reading.votes.push({ ...setting, word: term.word, at: this.at });
      return;
    }
    const { head } = this.phrase;
    if (head !== undefined) {
      if (head.meaning.noun !== undefined && head.meaning.noun.kind === term.meaning.noun?.kind) {
        if (head.meaning.noun.color !== undefined) this.phrase.color ??= head.meaning.noun.color;
      }
      if (this.options.splitsNouns) this.flush();
      else this.pushModifier(head.meaning, head.english);
    }
    this.setHead(term.meaning, term.word, term.text, term.isPlural);
  }
}
