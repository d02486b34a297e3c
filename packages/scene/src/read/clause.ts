import { familyOf } from '../actors/family.ts';
import type { Meaning, NounMeaning, VerbChange, VerbMeaning } from '../lexicon/meaning.ts';
import type { Relation } from '../scene.ts';
import { addAct, TOGETHER } from './acts.ts';
import { addChange, fitChange, isNewcomer, takeBack } from './changes.ts';
import { CUTS, dress } from './dressing.ts';
import type { Mention } from './mention.ts';
import { canBeHeld, fitMotion, isAnimate, isMobile, relate } from './mention.ts';
import type { Head, Phrase } from './phrase.ts';
import { relationOf, tieBy, tieObject } from './ties.ts';
import { findKnown, lastOf, referentsOf, shareThings } from './who.ts';

/** What stands between a thing and those before it. */
export interface Link {
  readonly preposition: NonNullable<Meaning['preposition']> | undefined;
  /** The castle is surrounded by trees: they are around it. */
  readonly isReversed: boolean;
  /** What a verb before the thing does to it. */
  readonly object: Relation | undefined;
  /** "And" stands before it. */
  readonly isJoined: boolean;
  /** It belongs to a place or to something without a body. */
  readonly isLoose: boolean;
}

/** What changes so does not fall or fade besides. */
const DONE_BY_CHANGE = /^(?:vanish|become)$/;

/** Who a clause is about, and what is said before it is known of whom. */
export class Clause {
  readonly mentions: Mention[];
  /** The thing that came last, and those joined with it. */
  nearest: Mention[] = [];
  subjects: Mention[] = [];
  /** The things that a verb or preposition that comes next is about. */
  anchors: Mention[] = [];
  waitingVerb: VerbMeaning | undefined;
  waitingPlace: { readonly relation: Relation; readonly to: Mention } | undefined;
  waitingSpeed = 1;
  waitingText: string | undefined;
  /** The last words in quotes, and what they were given to. */
  quoted: { readonly text: string; readonly mention: Mention | undefined } | undefined;
  hasSpeech = false;
  /** Of what is told one after the other, the one that is told now. */
  step = 0;
  /** A sentence ended in which something changed: the next change comes after it. */
  #isNextSentence = false;
  /** The others, once one of several was told apart. */
  rest: Mention | undefined;
  /** "A battle between" two is fought by both. */
  #sharedVerb: VerbMeaning | undefined;

  constructor(mentions: Mention[]) {
    this.mentions = mentions;
  }

  /** The nearest things, unless they are lifeless objects and the clause has a subject that can act. */
  verbSubjects(verb?: VerbMeaning, isJoined = false): Mention[] {
    const changing = verb?.change === undefined ? undefined : this.#changing(verb.change, isJoined);
    if (changing !== undefined) return changing;
    const isLifelessObject =
      this.anchors.length > 0 && this.anchors.every((anchor) => anchor.isObject && !isMobile(anchor));
    const isRidden = this.anchors.some((anchor) =>
      this.subjects.some(({ relation }) => relation?.to === anchor && /riding|holding/.test(relation.kind)),
    );
    // Umbrellas do not walk, nor do sofas sit: where nothing else tells, it is who came before.
    const isThing = this.anchors.length > 0 && this.anchors.every((anchor) => !isMobile(anchor));
    const isGoing =
      /^(?:walk|run|dance|jump|wave|swim)$/.test(verb?.motion ?? '') ||
      /^(?:sitting|standing|lying)$/.test(verb?.pose ?? '');
    const alive =
      isThing && isGoing && (verb?.pose !== 'standing' || verb.does !== undefined)
        ? this.mentions.findLast(isAnimate)
        : undefined;
    if (alive !== undefined && verb?.pose !== 'lying') return [alive];
    // "A man with a dog sitting": both do.
    const led = this.anchors.find(
      ({ isObject, relation }) => isObject && relation?.kind === 'nextTo' && this.subjects.includes(relation.to),
    );
    if (
      led !== undefined &&
      isAnimate(led) &&
      familyOf(led.noun.kind) !== 'person' &&
      /^(?:sitting|lying)$/.test(verb?.pose ?? '')
    )
      return [...this.subjects.filter(isAnimate), led];
    // "Runs for the bus holding a newspaper": buses hold nothing.
    const holder = verb?.object === 'holding' && !this.anchors.some(isAnimate) ? this.subjects.filter(isAnimate) : [];
    if (holder.length > 0 && this.anchors.some((anchor) => anchor.isObject)) return holder;
    // A sign and a bear, reading: the bear reads.
    const living = this.anchors.filter(isAnimate);
    if (living.length > 0 && living.length < this.anchors.length && (isGoing || verb?.object === 'holding'))
      return living;
    return (isLifelessObject || isRidden || this.anchors.length === 0) && this.subjects.length > 0
      ? this.subjects
      : this.anchors;
  }

  /** A cup falls off a table and breaks: the cup does; a tower of blocks falls over: the tower does. */
  #changing(kind: VerbChange, isJoined: boolean): Mention[] | undefined {
    const before = this.subjects.filter(({ changes }) => changes !== undefined);
    if (isJoined && before.length > 0) return before;
    const canChange = (one: Mention): boolean => fitChange(kind, one) !== undefined;
    if (this.anchors.length === 0 || this.anchors.some(canChange)) return undefined;
    const others = this.subjects.filter(canChange);
    const last = this.mentions.findLast((one) => one.changes !== undefined && canChange(one));
    return others.length > 0 ? others : last && [last];
  }

  /** Lets things do what a verb says. */
  act(actors: readonly Mention[], verb: VerbMeaning, isNext = false): void {
    for (const actor of actors) {
      if (this.step > 0 && isNewcomer(actor, verb)) this.change(actor, 'arrive');
      const changed = verb.change !== undefined && this.change(actor, verb.change);
      if (changed && DONE_BY_CHANGE.test(verb.change)) {
        if (verb.does !== undefined) actor.does ??= verb.does;
        continue;
      }
      if (isNext && addAct(actor, verb, this.waitingSpeed)) continue;
      // Chopsticks that rest on a bowl do not sit.
      const isPosed =
        isAnimate(actor) || actor.noun.kind === 'thing' || !/^(?:sitting|fighting)$/.test(verb.pose ?? '');
      if (verb.pose !== undefined && isPosed && (actor.pose === 'default' || verb.pose === 'fighting'))
        actor.pose = verb.pose;
      if (verb.motion !== undefined) {
        // Who descends a staircase walks.
        const steps = verb.does === 'descend' && isAnimate(actor) && actor.pose !== 'flying';
        const motion = fitMotion(steps ? 'walk' : verb.motion, actor);
        if (actor.motion === undefined || actor.motion === 'idle') actor.motion = motion;
        if (motion === 'fly' && isAnimate(actor)) actor.pose = 'flying';
      }
      if (verb.direction !== undefined) actor.direction ??= verb.direction;
      const speed = (verb.speed ?? 1) * this.waitingSpeed;
      if (speed !== 1) actor.speed = speed;
      if (verb.attribute !== undefined) actor.attributes.add(verb.attribute);
      if (verb.does !== undefined) actor.does = TOGETHER.test(verb.does) ? verb.does : (actor.does ?? verb.does);
      if (verb.lightsUp) actor.attributes.add('glowing');
    }
    this.waitingSpeed = 1;
  }

  /** Something becomes of a thing, after all that became of it before. @returns whether it can. */
  change(mention: Mention, kind: VerbChange): boolean {
    const isTold = (one: Mention): boolean => one.changes?.some(({ step }) => step === this.step) === true;
    const next = this.#isNextSentence && this.mentions.some(isTold) ? this.step + 1 : this.step;
    const taken = addChange(mention, kind, next);
    if (taken === undefined) return false;
    this.#isNextSentence = false;
    this.step = taken;
    return true;
  }

  /** Somebody who is told of already does it to something. */
  changeObject(mention: Mention, kind: VerbChange): void {
    for (const one of this.anchors) if (one !== mention) takeBack(one, kind);
    this.change(mention, kind);
  }

  /** "Then" came. */
  proceed(): void {
    this.step += 1;
    this.#isNextSentence = false;
  }

  endSentence(): void {
    this.#isNextSentence = true;
  }

  /** "Chased by a dog": the dog does it to those that the clause is about. */
  undergo(verb: VerbMeaning, agent: Mention): void {
    this.act([agent], verb);
    for (const one of this.anchors) if (one !== agent) tieObject(agent, verb.object ?? 'nextTo', one);
    this.nearest = [agent];
  }

  /** "Slowly", behind the verb or before it. */
  setSpeed(speed: number): void {
    const moving = this.anchors.filter(({ motion }) => motion !== undefined);
    for (const subject of moving) subject.speed = speed;
    if (moving.length === 0) this.waitingSpeed = speed;
  }

  /** Puts what the clause is about into a region of the picture, or sends it there. */
  settle(place: NonNullable<Mention['place']>): void {
    const meant = this.anchors.length > 0 ? this.anchors : this.subjects;
    const open = meant.filter((one) => one.place === undefined);
    for (const anchor of open.length > 0 ? open : meant) {
      const subject = this.#carriedBy(anchor) ?? anchor;
      const isMoving = subject.motion !== undefined && subject.motion !== 'idle';
      if (isMoving && (place === 'left' || place === 'right')) subject.direction = place;
      else subject.place = place;
    }
  }

  /** Whether somebody is there to wear a thing that may also stand on a table. */
  get hasWearer(): boolean {
    return [...this.anchors, ...this.subjects].some(({ noun }) => familyOf(noun.kind) === 'person');
  }

  /** Dresses whoever the clause is about, or gives them hair. @returns whether there is somebody. */
  wear(clothes: string, color: string | undefined, { size = 1, attributes = [] }: Partial<Phrase> = {}): boolean {
    const wearer = (lastOf(this.anchors.filter(isAnimate)) ?? lastOf(this.subjects.filter(isAnimate)))?.[0];
    if (wearer === undefined) return false;
    dress(wearer, clothes, color);
    const length = size > 1.2 ? 'long' : size < 0.8 ? 'short' : undefined;
    if (length !== undefined && /^(?:hair|beard)$/.test(clothes)) wearer.attributes.add(`${length} ${clothes}`);
    for (const look of attributes) if (CUTS.test(look)) wearer.attributes.add(`${look} ${clothes}`);
    return true;
  }

  /** Who has a body among those that the clause is about, else the last one that was named. */
  bearer(): Mention | undefined {
    return (
      this.anchors.find(isAnimate) ??
      this.nearest.find(isAnimate) ??
      this.subjects.find(isAnimate) ??
      this.mentions.findLast(isAnimate)
    );
  }

  /** Those whom a pronoun means; empty when nobody fits. */
  referents(pronoun: string): Mention[] {
    return referentsOf(pronoun, this.mentions, this.subjects);
  }

  /** What follows is about these. */
  turnTo(mentions: readonly Mention[]): void {
    this.subjects = [...mentions];
    this.anchors = [...mentions];
    this.nearest = [...mentions];
  }

  /**
   * "One of them": a single one of those that came last in number, told apart from the rest.
   * @param isDoing Whether what it does is told as well: then it does not do what the others do.
   */
  splitOne(isDoing: boolean, of?: Mention): Mention | undefined {
    const many = of ?? this.mentions.findLast((one) => one.count > 1 && isAnimate(one));
    if (many === undefined) return undefined;
    const { does, text, says, ...rest } = many;
    const one: Mention = {
      ...rest,
      ...(isDoing || does === undefined ? {} : { does }),
      count: 1,
      isPlural: false,
      attributes: new Set(many.attributes),
      parts: new Map(many.parts),
    };
    const all = many.count;
    many.count -= 1;
    many.isPlural = many.count > 1;
    this.mentions.splice(this.mentions.indexOf(many) + 1, 0, one);
    shareThings(this.mentions, many, one, all);
    this.rest = many;
    return one;
  }

  /** The thing that "the castle" means, if one was read. */
  findKnown(noun: NounMeaning, head: Head, phrase: Phrase): Mention | undefined {
    return findKnown(this.mentions, noun, head, phrase);
  }

  /** A bowl of ramen is the ramen: its picture brings the bowl. */
  replaceBowl(contents: Mention): boolean {
    let mention = contents;
    const bowl = this.nearest.at(-1);
    const isBowl = bowl?.noun.kind === 'cup' || /^(?:bowl|basket|plate|tray)$/.test(bowl?.english ?? '');
    if (
      bowl === undefined ||
      !isBowl ||
      (familyOf(mention.noun.kind) === mention.noun.kind && mention.noun.kind !== 'thing')
    )
      return false;
    const { mentions } = this;
    mentions.splice(mentions.indexOf(bowl), 1);
    if (mention.noun.kind === 'fruit') {
      const kind = mention.english.replace(/(?:ie)?s$/, (end) => (end === 'ies' ? 'y' : ''));
      const filled: Mention = {
        ...bowl,
        noun: { kind: 'teapot', same: true, home: 'room' },
        word: `${bowl.word} of ${mention.word}`,
        english: 'fruit bowl',
        attributes: new Set([...bowl.attributes, 'fruit', kind]),
      };
      mentions.splice(mentions.indexOf(mention), 1, filled);
      mention = filled;
    }
    if (bowl.relation !== undefined) mention.relation = bowl.relation;
    for (const other of mentions)
      if (other.relation?.to === bowl) other.relation = { kind: other.relation.kind, to: mention };
    mention.isObject = bowl.isObject;
    const swap = (list: readonly Mention[]): Mention[] => list.map((one) => (one === bowl ? mention : one));
    [this.nearest, this.anchors, this.subjects] = [[mention], swap(this.anchors), swap(this.subjects)];
    return true;
  }

  /** Ties a thing to those before it. */
  tie(mention: Mention, link: Link): void {
    const { preposition, object, isLoose } = link;
    if (link.isJoined && preposition === undefined) {
      const first = this.nearest[0];
      if (first !== undefined && this.#closeBetween(first, mention)) return;
      if (first !== undefined && mention.isObject && first.relation === undefined) {
        // A sword and a shield, one in each hand.
        const holder = canBeHeld(mention) && first.english !== mention.english ? this.holderOf(first) : undefined;
        if (holder !== undefined && familyOf(holder.noun.kind) === 'person') relate(mention, 'heldBy', holder);
        else for (const anchor of this.anchors) if (anchor.relation?.to === first) relate(mention, 'nextTo', first);
      } else if (first?.relation !== undefined && mention.isObject) {
        // "A vase of flowers and an apple": the apple is where the vase is.
        const isCut = first.relation.to.noun.kind === 'vase' && mention.noun.kind !== 'flower';
        const shared = isCut ? first.relation.to.relation : first.relation;
        if (shared !== undefined) mention.relation ??= shared;
      }
      if (this.#sharedVerb !== undefined) this.act([mention], this.#sharedVerb);
      this.#sharedVerb = undefined;
      if (!mention.isObject) this.subjects = [...this.subjects, mention];
      this.nearest = [...this.nearest, mention];
      const others = first?.isObject === true ? this.subjects.filter((one) => one !== mention) : this.anchors;
      this.anchors = mention.isObject ? this.nearest : [...others, mention];
      return;
    }
    const anchors = isLoose ? [] : this.anchors.filter((anchor) => anchor !== mention);
    if (isLoose && this.anchors.length > 0) {
      this.nearest = [mention];
      return;
    }
    if (preposition !== undefined && anchors.length > 0)
      tieBy({ preposition, isReversed: link.isReversed }, anchors, mention, this);
    else if (object !== undefined && anchors.length > 0) {
      for (const anchor of anchors) tieObject(anchor, object, mention);
    } else if (preposition !== undefined && anchors.length === 0 && !this.#isFirstSubject(preposition, mention)) {
      const relation = preposition === 'with' ? 'holding' : relationOf(preposition);
      if (relation !== undefined) this.waitingPlace = { relation, to: mention };
      this.nearest = [mention];
      return;
    } else this.#startClause(mention);
    this.nearest = [mention];
    // A way leads past things; what follows is still about who goes it.
    if (preposition !== 'path' || anchors.length === 0 || isAnimate(mention)) this.anchors = [mention];
  }

  /** "A scene with a diver": the diver is what it is about; "with a sword, a knight" comes before its holder. */
  #isFirstSubject(preposition: NonNullable<Meaning['preposition']>, mention: Mention): boolean {
    if (preposition === 'between') return this.waitingVerb?.pose === 'fighting';
    return preposition === 'with' && this.subjects.length === 0 && !canBeHeld(mention);
  }

  /** "Between a tree and a house": the house is the second of the two. */
  #closeBetween(first: Mention, second: Mention): boolean {
    const held = this.mentions.find(
      ({ relation }) => relation?.kind === 'between' && relation.to === first && relation.and === undefined,
    );
    if (held === undefined || held === second || first.count > 1) return false;
    held.relation = { kind: 'between', to: first, and: second };
    this.nearest = [second];
    this.anchors = [held];
    return true;
  }

  #startClause(mention: Mention): void {
    this.subjects = [mention];
    if (this.hasSpeech && this.waitingText !== undefined && isAnimate(mention)) {
      mention.says = this.waitingText;
      this.waitingText = undefined;
    }
    if (this.waitingVerb !== undefined) {
      this.act([mention], this.waitingVerb);
      if (this.waitingVerb.pose === 'fighting') this.#sharedVerb = this.waitingVerb;
      this.waitingVerb = undefined;
    }
    const isNobody = this.waitingPlace?.relation === 'holding' && !isAnimate(mention);
    if (this.waitingPlace !== undefined && !isNobody) {
      relate(mention, this.waitingPlace.relation, this.waitingPlace.to);
      this.waitingPlace = undefined;
    }
  }

  /** What stands on or in a thing, or holds it: a place behind the thing is meant for that. */
  #carriedBy(thing: Mention): Mention | undefined {
    return this.mentions.find(
      ({ relation }) => relation?.to === thing && /^(?:on|inside|holding|riding)$/.test(relation.kind),
    );
  }

  /** Who holds or rides a thing is meant by what follows it. */
  holderOf(thing: Mention): Mention | undefined {
    if (thing.relation?.kind === 'heldBy') return thing.relation.to;
    return this.mentions.find(({ relation }) => relation?.to === thing && /^(?:holding|riding)$/.test(relation.kind));
  }
}
