import type { Mention } from './mention.ts';
import { ReferenceReader } from './reference-reader.ts';
import type { Term } from './terms.ts';

/** What opens the share of one of several. */
const FIRST = /^(?:one|first)$/;
const NEXT = /^(?:other|another|second|third|fourth|last|rest|others|remaining)$/;
const LOOKS_MAX = 4;
const GLOWS = /^(?:glow(?:s|ing)|shining|gleaming|shimmering)$/;

interface Share {
  /** The last of them, or all that are left. */
  readonly isRest: boolean;
  /** How many have those looks. */
  readonly count: number;
  readonly looks: readonly Term[];
  /** "The biggest one": how it compares with the rest. */
  readonly size: number;
  /** It does something of its own. */
  readonly isDoing: boolean;
  readonly length: number;
}

/** Reads what is said of several one by one: "two cats, one black and the other white". */
export abstract class ShareReader extends ReferenceReader {
  /** Those who were told apart, the one that stands for the rest first. */
  #shared: Mention[] = [];
  #isRestTold = false;

  /** "One in a red coat", "the other holding a lamp". @returns how many terms that took. */
  protected readShare(terms: readonly Term[], at: number): number {
    const share = shareAt(terms, at);
    if (share === undefined) return 0;
    const member = this.#takeShare(share);
    if (member === undefined) return 0;
    this.flush();
    if (share.size !== 1) member.size *= share.size;
    for (const { meaning } of share.looks) {
      if (meaning.color !== undefined) member.color = meaning.color;
      else if (meaning.size !== undefined) member.size *= meaning.size;
      else if (meaning.attribute !== undefined && meaning.attribute !== '-') member.attributes.add(meaning.attribute);
    }
    this.clause.turnTo([member]);
    this.isJoined = false;
    this.isStray = false;
    this.isNegated = false;
    this.isClauseStart = false;
    this.preposition = undefined;
    this.object = undefined;
    this.lastVerb = undefined;
    return share.length;
  }

  /** "A jellyfish glowing blue", "…, glowing softly": light that comes behind what gives it. @returns how many terms that took. */
  protected readGlow(terms: readonly Term[], at: number): number {
    if (!GLOWS.test(terms[at]?.word ?? '') || (this.isPhraseOpen() && this.phrase.head === undefined)) return 0;
    const isManner = /ly$/.test(terms[at + 1]?.word ?? '');
    const color = terms[at + (isManner ? 2 : 1)]?.meaning.color;
    const length = 1 + (isManner ? 1 : 0) + (color === undefined ? 0 : 1);
    const after = terms[at + length];
    const isBefore =
      after?.kind === 'word' &&
      after.meaning.preposition === undefined &&
      after.meaning.role !== 'and' &&
      !after.meaning.place;
    if (isBefore || this.isNegated) return 0;
    this.flush();
    const last = this.clause.nearest.at(-1) ?? this.clause.mentions.at(-1);
    if (last === undefined) return 0;
    last.attributes.add('glowing');
    if (color !== undefined) last.color = color;
    return length;
  }

  /** Behind the list of them all, the clause is about all again. */
  protected closeShares(next: Term | undefined): void {
    if (this.#shared.length === 0 || next?.kind !== 'word' || next.meaning.verb === undefined) return;
    if (next.meaning.noun === undefined) this.clause.turnTo(this.#shared);
  }

  #takeShare(share: Share): Mention | undefined {
    const { isRest } = share;
    const { mentions } = this.clause;
    const rest = this.#shared[0];
    const isOpen = rest !== undefined && mentions.includes(rest) && !this.#isRestTold;
    if (isRest && !isOpen) return undefined;
    if (isOpen && (isRest || rest.count === share.count)) {
      this.#isRestTold = true;
      return rest;
    }
    const isSeveral = (one: Mention): boolean => one.count > 1 && one.count <= SEVERAL && one.isPlural;
    const last = mentions.findLast(isSeveral);
    // "Girls with umbrellas, one in a coat": who has the umbrellas.
    const owner = share.looks.length === 0 && last?.isObject === true ? last.relation?.to : undefined;
    const many = isOpen ? rest : owner !== undefined && isSeveral(owner) ? owner : last;
    if (many === undefined || many.count <= share.count) return undefined;
    const one = this.clause.splitOne(share.isDoing, many);
    if (one === undefined) return undefined;
    many.count -= share.count - 1;
    one.count = share.count;
    one.isPlural = share.count > 1;
    this.#isRestTold = false;
    this.#shared = isOpen ? [...this.#shared, one] : [many, one];
    return one;
  }
}

/** Of more than these nobody tells one by one. */
const SEVERAL = 12;

function shareAt(terms: readonly Term[], at: number): Share | undefined {
  let end = at;
  if (terms[end]?.meaning.role === 'article') end += 1;
  const hasArticle = end > at;
  const opener = terms[end];
  if (opener?.kind !== 'word') return undefined;
  const isComparative = hasArticle && terms[end + 1]?.word === 'one' && /er$|est$|^(?:left|right)$/.test(opener.word);
  const count = hasArticle ? 1 : (opener.meaning.count ?? 1);
  if (!FIRST.test(opener.word) && !NEXT.test(opener.word) && !isComparative && count === 1) return undefined;
  if (opener.word === 'first' && !hasArticle) return undefined;
  end += 1;
  if (terms[end]?.word === 'one' && opener.word !== 'one') end += 1;
  if (terms[end]?.meaning.preposition === 'of') {
    if (!/^(?:them|which|whom|these)$/.test(terms[end + 1]?.word ?? '')) return undefined;
    end += 2;
  }
  if (/^(?:is|are)$/.test(terms[end]?.word ?? '')) end += 1;
  const from = end;
  while (end < from + LOOKS_MAX && (isLook(terms[end]) || isBetween(terms, end, from))) end += 1;
  if (!endsShare(terms[end], terms[end + 1]) || (end === from && (count > 1 || !opensDeed(terms[end]))))
    return undefined;
  return {
    count,
    size: /^(?:big|larg|tall|fat)/.test(opener.word) ? 1.4 : /^(?:small|tini|short|young)/.test(opener.word) ? 0.7 : 1,
    isRest: /^(?:other|rest|others|remaining)$/.test(opener.word),
    isDoing: terms[end]?.meaning.verb !== undefined && terms[end]?.word !== 'wearing',
    looks: terms.slice(from, end),
    length: end - at,
  };
}

/** "Large and rusty": both are looks of the one. */
const isBetween = (terms: readonly Term[], at: number, from: number): boolean =>
  at > from && terms[at]?.meaning.role === 'and' && isLook(terms[at + 1]);

function isLook(term: Term | undefined): boolean {
  if (term?.kind !== 'word' || term.meaning.preposition !== undefined || term.meaning.verb !== undefined) return false;
  const { color, size, attribute, noun } = term.meaning;
  return color !== undefined || ((size !== undefined || attribute !== undefined) && noun === undefined);
}

/** Where the looks end without a noun of their own. */
function endsShare(term: Term | undefined, next: Term | undefined): boolean {
  if (term === undefined || term.kind !== 'word' || opensDeed(term)) return true;
  return term.meaning.role === 'and' && (next === undefined || next.meaning.noun === undefined || next.kind !== 'word');
}

function opensDeed(term: Term | undefined): boolean {
  if (term?.kind !== 'word') return false;
  const { verb, noun, preposition } = term.meaning;
  if (term.isUnknown && /(?:ed|ing)$/.test(term.word)) return true;
  return (
    (verb !== undefined && (noun === undefined || term.word.endsWith('ing'))) ||
    (preposition !== undefined && preposition !== 'of')
  );
}
