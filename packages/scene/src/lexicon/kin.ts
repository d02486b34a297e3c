import type { ActorKind, SetKind } from '../scene.ts';
import type { EmojiIndex } from './emoji.ts';
import type { NounMeaning } from './meaning.ts';
import type { WordNet } from './wordnet.ts';

/** Synsets that a model of ours resembles, as `lemma#sense`. Whatever WordNet files below one is drawn with that model. */
const ANCHORS: readonly (readonly [string, ActorKind])[] = [
  ['dog#1', 'dog'],
  ['canine#2', 'dog'],
  ['cat#1', 'cat'],
  ['feline#1', 'cat'],
  ['fox#1', 'fox'],
  ['bird#1', 'bird'],
  ['fish#1', 'fish'],
  ['cetacean#1', 'fish'],
  ['equine#1', 'horse'],
  ['turtle#2', 'turtle'],
  ['dinosaur#1', 'dragon'],
  ['person#1', 'person'],
  ['robot#1', 'robot'],
  ['primate#2', 'person'],
  ['motor vehicle#1', 'car'],
  ['bus#1', 'bus'],
  ['truck#1', 'bus'],
  ['bicycle#1', 'bicycle'],
  ['motorcycle#1', 'bicycle'],
  ['vessel#2', 'boat'],
  ['rocket#1', 'rocket'],
  ['spacecraft#1', 'rocket'],
  ['aircraft#1', 'airplane'],
  ['balloon#1', 'balloon'],
  ['train#1', 'train'],
  ['tree#1', 'tree'],
  ['shrub#1', 'tree'],
  ['flower#1', 'flower'],
  ['herb#1', 'flower'],
  ['rock#1', 'rock'],
  ['crystal#1', 'crystal'],
  ['jewel#1', 'crystal'],
  ['mountain#1', 'mountain'],
  ['planet#1', 'planet'],
  ['building#1', 'house'],
  ['facility#1', 'house'],
  ['tower#1', 'tower'],
  ['fortification#1', 'castle'],
  ['bridge#1', 'bridge'],
  ['door#1', 'door'],
  ['sofa#1', 'sofa'],
  ['bed#1', 'bed'],
  ['table#2', 'table'],
  ['seat#3', 'chair'],
  ['lamp#1', 'lamp'],
  ['candle#1', 'candle'],
  ['cup#1', 'cup'],
  ['vase#1', 'vase'],
  ['bottle#1', 'vase'],
  ['pot#1', 'vase'],
  ['sign#2', 'sign'],
  ['footwear#1', 'shoe'],
  ['footwear#2', 'shoe'],
  ['ball#1', 'ball'],
  ['umbrella#1', 'umbrella'],
  ['box#1', 'box'],
  ['chest#2', 'box'],
  ['waterfall#1', 'waterfall'],
];

/** What is a part of the place and stands nowhere in it: slopes, straits, surfaces, lanes. A model of its own may still show one. */
const GROUNDS = [
  ...(['geological formation#1', 'body of water#1', 'location#1', 'surface#1', 'way#6', 'area#5'] as const),
  // Parts of buildings: beams, rafters, slats, tiles.
  ...(['structural member#1', 'building material#1', 'tile#1', 'shutter#2', 'awning#1', 'paneling#1'] as const),
] as const;
/** Of what is built and resembles no model no picture tells: railings, gables, porches. The emoji named construction is a barrier with lamps. */
const BUILT = 'structure#1';

/** Lexicographer's areas of things with a body: animal, artifact, food, object, person, plant. */
const BODY_AREAS = new Set([5, 6, 13, 17, 18, 20]);
const PERSON_AREA = 18;
const ARTIFACT_AREA = 6;
/** Farther kin than this says little: a skateboard is a vehicle only in law. */
const NEAR_STEPS = 3;
const FAR_STEPS = 7;

/** By emoji group: where animals and food are at home. */
const HOMES: Readonly<Record<number, SetKind>> = { 3: 'field', 4: 'room' };

export interface Kinship {
  /** Whether the word is an English noun at all. */
  isKnown(noun: string): boolean;
  /** An emoji by name or keyword alone, whatever else the word means. */
  findPicture(noun: string): NounMeaning | undefined;
  /** What stands for an English noun in the singular; `abstract` for one without a body; undefined for an unknown one. */
  find(noun: string): NounMeaning | 'abstract' | undefined;
  /** What an English noun in the singular is a kind of, nearest first, by its first sense with a body; empty when unknown. */
  lineage(noun: string): readonly string[];
}

/** Searches kin by WordNet and emoji: a near model, an emoji of that very name, a far model, an emoji of an ancestor, an emoji's keyword. */
export function createKinship(wordNet: WordNet | undefined, emoji: EmojiIndex): Kinship {
  const anchors = new Map<string, ActorKind>();
  for (const [name, kind] of ANCHORS) {
    const offset = offsetOf(wordNet, name);
    if (offset !== undefined && !anchors.has(offset)) anchors.set(offset, kind);
  }
  const grounds = new Set(GROUNDS.map((name) => offsetOf(wordNet, name)));
  const built = offsetOf(wordNet, BUILT);
  const thing = (key: string | undefined, isSame: boolean): NounMeaning | undefined => {
    if (key === undefined) return undefined;
    const home = HOMES[emoji.groupOf(key) ?? 7];
    return { kind: 'thing', same: isSame, thing: key, drawnAs: emoji.labelOf(key) ?? 'thing', ...(home && { home }) };
  };
  const ofSense = (offset: string, noun: string): NounMeaning | 'abstract' | undefined => {
    const line = wordNet === undefined ? [] : ancestry(wordNet, offset);
    const near = line.find(({ offset: at, steps }) => steps <= NEAR_STEPS && anchors.has(at));
    const far = line.find(({ offset: at, steps }) => steps <= FAR_STEPS && anchors.has(at));
    const model = (found: typeof near): NounMeaning | undefined => {
      const kind = found && anchors.get(found.offset);
      return kind && { kind, same: kind === 'person', attributes: [noun] };
    };
    const named = line
      .slice(1)
      .find(
        ({ offset: at, lemmas, steps }) =>
          at !== built && steps <= NEAR_STEPS && lemmas.some((lemma) => emoji.byLabel(lemma)),
      );
    return (
      model(near) ??
      thing(line[0]?.lemmas.map((lemma) => emoji.byLabel(lemma)).find(Boolean), true) ??
      (line.some(({ offset: at }) => grounds.has(at)) ? 'abstract' : undefined) ??
      model(far) ??
      thing(named?.lemmas.map((lemma) => emoji.byLabel(lemma)).find(Boolean), false) ??
      (line.some(({ offset: at }) => at === built) ? 'abstract' : undefined)
    );
  };
  return {
    isKnown: (noun) => (wordNet?.senses(noun).length ?? 0) > 0,
    lineage(noun) {
      const senses = wordNet?.senses(noun).slice(0, 3) ?? [];
      const offset = senses.find((sense) => BODY_AREAS.has(wordNet?.synset(sense)?.area ?? -1));
      return wordNet && offset ? ancestry(wordNet, offset).flatMap(({ lemmas }) => lemmas) : [];
    },
    findPicture: (noun) => thing(emoji.byLabel(noun), true) ?? thing(emoji.byTag(noun), false),
    find(noun) {
      const senses = wordNet?.senses(noun) ?? [];
      const first = senses[0] === undefined ? undefined : wordNet?.synset(senses[0]);
      const label = emoji.byLabel(noun);
      if (first !== undefined && !BODY_AREAS.has(first.area)) {
        // A book is a text first, and a thing of paper second.
        const second = senses[1] === undefined ? undefined : wordNet?.synset(senses[1]);
        const isThing = second?.area === ARTIFACT_AREA;
        return thing(label, true) ?? (isThing ? thing(emoji.byTag(noun), true) : undefined) ?? 'abstract';
      }
      if (first === undefined) return thing(label ?? emoji.byTag(noun), label !== undefined);
      for (const offset of senses.slice(0, 3)) {
        const synset = wordNet?.synset(offset);
        if (synset === undefined || !BODY_AREAS.has(synset.area)) continue;
        const found = ofSense(offset, noun);
        if (found !== undefined) return found;
        // A word without a picture of its own is nearer to a keyword than to another sense: an orange is no tree.
        const keyword = synset.area === PERSON_AREA ? undefined : emoji.byTag(noun);
        if (keyword !== undefined) return thing(keyword, false);
        if (synset.area === PERSON_AREA) return { kind: 'person', same: true, attributes: [noun] };
        if (label !== undefined) break;
      }
      return thing(label, true) ?? thing(emoji.byTag(noun), false);
    },
  };
}

/** Where a `lemma#sense` lies in WordNet. */
function offsetOf(wordNet: WordNet | undefined, name: string): string | undefined {
  const [lemma = '', sense = '1'] = name.split('#');
  return wordNet?.senses(lemma)[Number(sense) - 1];
}

interface Ancestor {
  readonly offset: string;
  readonly lemmas: readonly string[];
  readonly steps: number;
}

/** A synset and all above it, nearest first. */
function ancestry(wordNet: WordNet, offset: string): Ancestor[] {
  const found: Ancestor[] = [];
  const seen = new Set<string>();
  let level = [offset];
  for (let steps = 0; steps <= FAR_STEPS && level.length > 0; steps++) {
    const next: string[] = [];
    for (const at of level) {
      const synset = seen.has(at) ? undefined : wordNet.synset(at);
      seen.add(at);
      if (synset === undefined) continue;
      found.push({ offset: at, lemmas: synset.lemmas, steps });
      next.push(...synset.parents);
    }
    level = next;
  }
  return found;
}
