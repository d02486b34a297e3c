import type { Mention } from './mention.ts';
import { isAnimate, relate } from './mention.ts';
import { givePart, hasFace, hasPart, isBuilt, isFare, isPiece, type PartKind, partKind, SPOTS } from './parts.ts';
import { newPhrase } from './phrase.ts';
import { PhraseReader } from './phrase-reader.ts';
import type { Term } from './terms.ts';

/** Reads what belongs to a thing that was named: its hair, its roof, its lap, its screen. */
export abstract class PartReader extends PhraseReader {
  protected terms: readonly Term[] = [];
  /** What the next verb tells is done by something without a body. */
  protected skipsVerb = false;
  /** Whose parts the last words told: "white walls and a red roof". */
  protected partOwner: Mention | undefined;

  /** Hair, roofs, shoulders: looks of their owner, or where something sits on it. @returns whether the word was one. */
  protected readPart(word: string, next: Term | undefined): boolean {
    if (this.#readPiece(word)) return true;
    const kind = partKind(word);
    if (kind === undefined || this.object === 'wearing') return false;
    // A wall clock is a clock, and an eye doctor a doctor.
    if (next?.kind === 'word' && next.meaning.noun !== undefined && next.meaning.verb === undefined) return false;
    if (kind === 'face') return this.readFace(word);
    if (kind === 'topping' && this.preposition !== 'with' && !this.isJoined) return false;
    if (kind === 'fixture' && this.#readSpot(word)) return true;
    const owner = this.ownerOf(kind);
    if (owner === undefined) return false;
    const { head, color, attributes, sizeWord } = this.phrase;
    const { preposition } = this;
    if (kind === 'fixture') {
      const isOfOwner = this.phrase.isDefinite && preposition === 'path' && head === undefined && isBuilt(owner);
      if (isOfOwner) {
        this.phrase = newPhrase();
        this.preposition = undefined;
        return true;
      }
      const isTold = color !== undefined || attributes.length > 0 || sizeWord !== undefined;
      if (!isTold || head !== undefined || (this.preposition !== 'with' && this.partOwner === undefined)) return false;
    }
    // Cat ears are no cat.
    if (head !== undefined) owner.attributes.add(`${head.english} ${word}`);
    else if (kind === 'topping') owner.attributes.add(word);
    else if (color !== undefined || attributes.length > 0 || sizeWord !== undefined || kind === 'body')
      givePart(owner, word, this.phrase);
    this.phrase = newPhrase();
    this.preposition = undefined;
    this.object = undefined;
    this.partOwner = owner;
    if (preposition !== undefined) {
      this.seatOn(owner, kind, word);
      // What follows is about who has the shoulder, not about what sits there.
      if (kind === 'seat' || kind === 'hand') this.clause.anchors = [owner];
    }
    // "Hair blowing in the wind": the hair blows, not the girl.
    else if (this.isClauseStart) this.isStray = true;
    // "With steam rising": the steam rises, not the cup.
    if (kind === 'topping' && /ing$/.test(next?.word ?? '')) this.skipsVerb = true;
    return true;
  }

  /** "Smoke rising from its locomotive": a piece of the train that was named. @returns whether the word was one. */
  #readPiece(word: string): boolean {
    let before = this.at - 1;
    while (before > this.at - 4 && this.terms[before]?.meaning.attribute !== undefined) before -= 1;
    if (!/^(?:its|their)$/.test(this.terms[before]?.word ?? '') || this.phrase.head !== undefined) return false;
    const owner = this.clause.mentions.findLast((one) => isPiece(word, one));
    if (owner === undefined || this.object === 'holding') return false;
    if (this.phrase.color !== undefined) owner.parts.set(word, this.phrase.color);
    this.phrase = newPhrase();
    this.preposition = undefined;
    this.object = undefined;
    return true;
  }

  /** "A cat on the roof" of the cottage that was named. @returns whether the word was such a spot. */
  #readSpot(word: string): boolean {
    const { preposition, phrase } = this;
    const isPlain = phrase.color === undefined && phrase.attributes.length === 0 && phrase.head === undefined;
    if (!SPOTS.test(word) || !phrase.isDefinite || !isPlain) return false;
    if (preposition === undefined || preposition === 'with' || preposition === 'of' || preposition === 'path')
      return false;
    const last = this.clause.nearest.at(-1);
    const named = this.clause.nearest;
    const house = this.clause.mentions.findLast((one) => isBuilt(one) && !named.includes(one));
    // Roses round the door and a cat on the roof: each has its own spot.
    const there = named.filter((one) => one === last || one.relation?.to !== house);
    if (house === undefined || there.length === 0) return false;
    const isTop = preposition === 'on' && /^(?:roof|chimney|hood|balcony)$/.test(word);
    for (const thing of there) {
      if (thing.relation?.to === house || (isTop && thing.relation?.kind === 'nextTo')) delete thing.relation;
      const isBefore = /^(?:porch|veranda|doorstep)$/.test(word);
      relate(thing, isTop ? 'on' : isBefore ? 'inFrontOf' : preposition === 'inside' ? 'nextTo' : preposition, house);
    }
    this.phrase = newPhrase();
    this.preposition = undefined;
    this.object = undefined;
    return true;
  }

  /** "With a label that reads", "on the screen": words that stand there are the thing's. @returns whether it has such a part. */
  protected readFace(word: string): boolean {
    if (this.preposition !== 'with' && this.preposition !== 'on' && !this.isJoined) return false;
    const owner = this.clause.mentions.findLast((one) => hasFace(word, one));
    if (owner === undefined) return false;
    const { quoted } = this.clause;
    if (quoted !== undefined && quoted.mention !== owner) {
      if (quoted.mention?.text === quoted.text) delete quoted.mention.text;
      if (this.clause.waitingText === quoted.text) this.clause.waitingText = undefined;
      owner.text ??= quoted.text;
    }
    this.phrase = newPhrase();
    this.preposition = undefined;
    this.object = undefined;
    this.clause.nearest = [owner];
    this.clause.anchors = [owner];
    return true;
  }

  protected ownerOf(kind: PartKind): Mention | undefined {
    if (this.partOwner !== undefined) return this.partOwner;
    if (kind === 'topping') return this.clause.nearest.find(isFare);
    if (kind !== 'fixture') return this.possessor() ?? this.clause.bearer();
    return this.clause.nearest.find((one) => hasPart(one, kind));
  }

  /** "On his shoulder", said of what is not him: he came before. */
  protected possessor(): Mention | undefined {
    if (this.preposition === undefined || this.preposition === 'with' || this.preposition === 'of') return undefined;
    const nearest = this.clause.nearest[0];
    return this.clause.mentions.findLast((one) => one !== nearest && isAnimate(one));
  }

  protected seatOn(owner: Mention, kind: PartKind, word: string): void {
    const thing = this.clause.nearest.findLast((one) => one !== owner);
    if (thing === undefined) return;
    if (word === 'lap') {
      // What sits on a lap is in its owner's arms.
      if (owner.pose === 'default') owner.pose = 'sitting';
      delete thing.relation;
      thing.relation = { kind: 'on', to: owner };
      thing.attributes.add('on lap');
      return;
    }
    if (/^(?:arms?|chest|hips?)$/.test(word) && thing.relation?.kind !== 'holding') {
      delete thing.relation;
      relate(thing, 'heldBy', owner);
      return;
    }
    if (
      kind === 'seat' &&
      (thing.relation === undefined || thing.relation.kind === 'nextTo' || thing.relation.to === owner)
    ) {
      thing.relation = { kind: 'on', to: owner };
      if (owner.relation?.to === thing) delete owner.relation;
      this.clause.subjects = this.clause.subjects.filter((one) => one !== thing);
      const spot = /^(?:shoulder|head|lap)/.exec(word)?.[0];
      if (spot !== undefined) thing.attributes.add(`on ${spot}`);
    }
    if (kind === 'hand') relate(owner, 'holding', thing);
  }
}
