import { familyOf } from '../actors/family.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Meaning, NounMeaning, VerbMeaning } from '../lexicon/meaning.ts';
import { singulars } from '../lexicon/plurals.ts';
import type { Relation } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { Clause } from './clause.ts';
import { relativeOf } from './families.ts';
import { hybridOf } from './hybrids.ts';
import { parentOf } from './living-things.ts';
import { canBeHeld, isAnimate, isMobile, isMount, type Mention, type Reading, relate } from './mention.ts';
import type { Head, Phrase } from './phrase.ts';
import { createMention, mergePhrases, newPhrase } from './phrase.ts';
import { deny, isEnterable, voteFor } from './votes.ts';
import { splitNamed } from './who.ts';
import { CONTENTS, isWorn } from './words-of-manner.ts';

/** Stuff as models know it. */
const MATERIALS: Readonly<Record<string, string>> = {
  wood: 'wooden',
  gold: 'metal',
  silver: 'metal',
  steel: 'metal',
  iron: 'metal',
  rock: 'stone',
  ice: 'icy',
};
const STUFF_COLORS: Readonly<Record<string, string>> = {
  gold: '#e0ac2b',
  silver: '#c3c8ce',
  ice: '#cfe9f5',
  chocolate: '#54301c',
  candy: '#f285ad',
  cloud: '#f5f7fa',
  glass: '#bfe3ea',
  wood: '#9a6a3c',
  stone: '#8d8a84',
  paper: '#f4f0e6',
  cheese: '#f2c94c',
  flower: '#f285ad',
  leaf: '#4f9a45',
  snow: '#f6fafc',
  sand: '#d9c294',
};

/** Colours that are also what one stands in. */
const STUFFS =
  /^(?:sand|snow|ash|smoke|cream|chocolate|wine|forest|sky|stone|clay|mint|lavender|rose|water|blood|bronze|amber)$/;

export interface GrammarOptions {
  readonly lexicon: Lexicon;
  readonly adjectivesFollow: boolean;
  readonly splitsNouns: boolean;
}

/** One sits on these, in whatever language it is in them. */
const isSeat = ({ kind }: NounMeaning): boolean => /^(?:chair|sofa|bed|table|streetThing)$/.test(kind);

/** Builds noun phrases, and turns each finished one into a thing or a place. */
export abstract class PhraseReader {
  protected readonly options: GrammarOptions;
  protected readonly reading: Reading = {
    mentions: [],
    votes: [],
    details: new Set(),
    without: new Set(),
    lightsUp: false,
    steps: 1,
  };
  protected readonly clause = new Clause(this.reading.mentions);
  protected at = 0;
  protected phrase = newPhrase();
  protected isNegated = false;
  protected isJoined = false;
  protected preposition: NonNullable<Meaning['preposition']> | undefined;
  /** What a verb does to the noun that follows. */
  protected object: Relation | undefined;
  protected of: { readonly before: NonNullable<Meaning['before']>; readonly phrase: Phrase } | undefined;
  /** The clause is about something without a body (`wind in the grass`): what follows is tied to nothing. */
  protected isStray = false;
  /** A place came last: "with" adds to it, not to the things before. */
  protected isAfterSetting = false;
  protected wasAfterSetting = false;
  /** The castle is surrounded by trees: they are around it. */
  protected isReversed = false;
  /** "In the background" came before what stands there. */
  protected waitingRegion: Mention['place'];
  protected isClauseStart = true;
  /** The verb that came last, with nothing between. */
  protected lastVerb: VerbMeaning | undefined;
  /** "Chased by" came: who is named next does it to those before. */
  protected undergone: VerbMeaning | undefined;
  /** What follows is what the thing is made of. */
  protected isMaterial = false;
  /** Behind "towards". */
  protected isToward = false;

  constructor(options: GrammarOptions) {
    this.options = options;
  }

  /** Where adjectives follow: gives one to the noun before. */
  protected modifiesLast(give: (last: Mention) => void): boolean {
    if (!this.options.adjectivesFollow) return false;
    if (this.phrase.head !== undefined) this.flushPhrase();
    const isOpen =
      this.phrase.article || this.phrase.count !== undefined || this.preposition !== undefined || this.isJoined;
    if (isOpen || this.clause.nearest.length === 0) return false;
    const last = this.clause.nearest.at(-1);
    if (last !== undefined) give(last);
    return true;
  }

  protected isPhraseOpen(): boolean {
    const { article, count, color, size, attributes } = this.phrase;
    return article || count !== undefined || color !== undefined || size !== undefined || attributes.length > 0;
  }

  /** A noun before a noun is a look of it (`bakery door`), and hints at the place. */
  protected pushModifier(meaning: Meaning, word: string): void {
    this.phrase.attributes.push(word);
    const { setting } = meaning;
    if (setting !== undefined && !this.isNegated)
      this.reading.votes.push({ ...setting, weight: setting.weight * 0.6, word, at: this.at });
  }

  protected setHead(meaning: Meaning, english: string, word: string, isPlural: boolean): void {
    this.phrase.head = { meaning, english, word, isPlural };
  }

  /** Ends a phrase whose head has come, when a word begins another. */
  protected closeHead(): void {
    if (this.phrase.head !== undefined) this.flush();
  }

  protected flush(): void {
    if (this.phrase.head !== undefined) this.isClauseStart = false;
    this.flushPhrase();
    this.phrase = newPhrase();
  }

  protected flushPhrase(): void {
    const phrase = this.of === undefined ? this.phrase : mergePhrases(this.of.phrase, this.phrase);
    const { head } = phrase;
    if (this.isMaterial && (head !== undefined || phrase.color !== undefined)) {
      this.#giveMaterial(phrase);
      return;
    }
    if (head === undefined) {
      this.#wearColor(phrase);
      return;
    }
    this.of = undefined;
    this.phrase = newPhrase();
    const { setting, noun } = head.meaning;
    const isInside =
      noun !== undefined &&
      ((this.preposition === 'inside' && !isSeat(noun) && (isEnterable(noun, head.english) || setting !== undefined)) ||
        (this.preposition === 'path' &&
          setting !== undefined &&
          (setting.details.includes('shops') || traitsOf(setting.set).isIndoors)));
    const isRange = noun?.kind === 'mountain' && head.isPlural && this.preposition !== undefined;
    // Nobody stands on the roof of a farm.
    const isGround =
      (this.preposition === 'on' && (noun?.kind === 'planet' || (noun?.kind === 'house' && setting !== undefined))) ||
      (this.preposition === 'path' && noun?.kind === 'planet' && this.lastVerb?.motion !== 'fly');
    const isEntered = isInside || isRange || isGround;
    if ((setting !== undefined || isEntered) && !this.isNegated) {
      const context = { preposition: this.preposition, at: this.at, lexicon: this.options.lexicon };
      voteFor(this.reading, phrase, isEntered, context);
      // Towards the sea is away from who looks at it.
      if (this.isToward) for (const who of this.clause.anchors) if (who.direction === 'toward') who.direction = 'away';
      this.isToward = false;
    }
    this.wasAfterSetting = this.isAfterSetting;
    this.isAfterSetting = noun === undefined || isEntered;
    if (this.isNegated) {
      deny(this.reading, noun, head.english);
      return;
    }
    if (noun === undefined || isEntered) {
      this.preposition = undefined;
      this.object = undefined;
      this.isJoined = false;
      return;
    }
    const parent = parentOf(phrase, head, this.options.lexicon) ?? hybridOf(phrase, head, this.options.lexicon);
    if (parent) this.place(phrase, ...parent);
    const relative = parent ? undefined : relativeOf(head.english, phrase.opener, this.reading.mentions);
    // It is called what its kin is called: a triceratops has a small triceratops.
    if (relative)
      this.place(phrase, relative.noun, { ...head, english: relative.kin.english, word: relative.kin.word });
    else if (!parent) this.place(phrase, noun, head);
  }

  /** "A woman in red", "dressed in purple velvet": all that she has on. */
  #wearColor({ color, colorName = '', article, count }: Phrase): void {
    if (color === undefined || article || count !== undefined || this.isNegated || STUFFS.test(colorName)) return;
    if (this.preposition !== 'inside' && this.object !== 'wearing') return;
    if (this.clause.hasWearer && this.clause.wear('clothes', color)) this.preposition = undefined;
  }

  /** A castle made of glass is no castle and a glass. */
  #giveMaterial({ head, color, colorName, attributes }: Phrase): void {
    const owner = this.clause.nearest[0];
    const stuff = head === undefined ? colorName : (singulars(head.english)[0] ?? head.english);
    this.phrase = newPhrase();
    this.isMaterial = false;
    this.preposition = undefined;
    if (owner === undefined) return;
    for (const look of [...attributes, ...(stuff === undefined ? [] : [MATERIALS[stuff] ?? stuff])])
      owner.attributes.add(look);
    const own = color ?? (stuff === undefined ? undefined : STUFF_COLORS[stuff]);
    if (own !== undefined) owner.color ??= own;
  }

  /** "A woman with an umbrella and a man": he is nothing that she has. */
  #isNextPerson({ kind }: NounMeaning, { article }: Phrase): boolean {
    const [first] = this.clause.nearest;
    const [subject] = this.clause.subjects;
    if (first === undefined || subject === undefined || !article || familyOf(kind) !== 'person') return false;
    const isHers = first.relation?.kind === 'heldBy' || subject.relation?.to === first;
    return canBeHeld(first) && isHers && familyOf(subject.noun.kind) === 'person';
  }

  /** Makes the thing and ties it to what stands before it. */
  protected place(phrase: Phrase, noun: NounMeaning, head: Head): void {
    let { preposition } = this;
    const isGarment = noun.kind === 'standIn' || (noun.kind === 'thing' && isWorn(head.english));
    const isUnknownGarment = preposition === 'inside' && isGarment && this.clause.anchors.some(isAnimate);
    if (isUnknownGarment && this.clause.wear(head.english, phrase.color, phrase)) {
      this.preposition = undefined;
      return;
    }
    // A witch with a cat does not wear it.
    if (this.object === 'wearing' && preposition === 'with' && !isWorn(head.english)) this.object = undefined;
    if (this.object === 'wearing' && this.clause.wear(head.english, phrase.color)) {
      if (!this.isJoined) this.preposition = undefined;
      return;
    }
    if (
      preposition === 'of' &&
      (CONTENTS.has(head.english) || this.clause.nearest.some((holder) => holder.noun.kind === 'bookshelf'))
    ) {
      for (const holder of this.clause.nearest) holder.attributes.add(head.english);
      this.preposition = undefined;
      return;
    }
    // The door of a bakery stands in a street, and the bakery is not beside it.
    const isOfHouse =
      preposition === 'of' &&
      head.meaning.setting !== undefined &&
      /^(?:door|window|sign|table)$/.test(this.clause.nearest[0]?.noun.kind ?? '');
    if (isOfHouse) {
      this.clause.nearest[0]!.attributes.add(head.english);
      this.preposition = undefined;
      return;
    }
    // "Walking her corgi": both walk.
    const isLed =
      this.lastVerb?.motion === 'walk' &&
      preposition === undefined &&
      phrase.article &&
      /^(?:dog|fox|horse|cat)$/.test(familyOf(noun.kind));
    const isWalked = isLed && this.object === undefined && !this.isJoined && this.clause.anchors.some(isAnimate);
    if (isWalked) this.object = 'nextTo';
    const becomes = this.object === 'insteadOf';
    const grows = becomes && this.lastVerb?.does === 'grow into';
    const done = this.object === undefined || preposition !== undefined ? undefined : this.lastVerb?.changes;
    this.lastVerb = undefined;
    const named = phrase.isDefinite ? this.clause.findKnown(noun, head, phrase) : undefined;
    const known = named && !head.isPlural ? splitNamed(this.reading.mentions, named, noun) : named;
    const isFirst = preposition === 'with' && this.clause.subjects.length === 0 && this.clause.anchors.length === 0;
    const isObject =
      (preposition !== undefined && !isFirst) ||
      this.object !== undefined ||
      (this.isJoined && this.clause.nearest[0]?.isObject === true && !this.#isNextPerson(noun, phrase));
    const mention = known ?? createMention(phrase, noun, head, isObject);
    if (known === undefined) this.reading.mentions.push(mention);
    // "Riding on the back of a hedgehog": it rides it.
    if (preposition === 'on' && this.object === 'riding' && isMount(mention)) preposition = undefined;
    if (isWalked) mention.motion ??= 'walk';
    if (noun.kind === 'fireworks') this.clause.change(mention, 'appear');
    if (done !== undefined) this.clause.changeObject(mention, done);
    if (this.waitingRegion !== undefined) mention.place = this.waitingRegion;
    this.waitingRegion = undefined;
    if (phrase.verb !== undefined) this.clause.act([mention], phrase.verb);
    if (preposition === 'of' && this.clause.replaceBowl(mention)) {
      this.preposition = undefined;
      return;
    }
    const { undergone } = this;
    this.undergone = undefined;
    if (undergone !== undefined && preposition === 'nextTo' && isMobile(mention) && !this.isStray) {
      this.clause.undergo(undergone, mention);
      this.preposition = undefined;
      return;
    }
    if (this.isStray && preposition !== undefined && this.clause.anchors.length === 0) {
      const [before] = this.clause.nearest;
      if (before !== undefined && preposition !== 'path' && preposition !== 'with' && preposition !== 'of')
        relate(before, preposition, mention);
      this.clause.nearest = [mention];
      this.preposition = undefined;
      return;
    }
    this.clause.tie(mention, {
      preposition,
      isReversed: this.isReversed,
      object: this.object,
      isJoined: this.isJoined,
      isLoose: this.isStray || (preposition === 'with' && this.wasAfterSetting),
    });
    if (becomes && mention.relation?.kind === 'insteadOf')
      mention.changes = [{ kind: grows ? 'grow' : 'appear', step: this.clause.step }];
    if (!this.isJoined) this.object = undefined;
    this.preposition = undefined;
    this.isJoined = false;
    if (this.clause.waitingText !== undefined && (isObject || noun.kind === 'sign')) {
      mention.text ??= this.clause.waitingText;
      this.clause.waitingText = undefined;
    }
  }
}
