import { familyOf } from '../actors/family.ts';
import type { NounMeaning, SettingMeaning } from '../lexicon/meaning.ts';
import type { Act, Caption, Change, Motion, Relation, SceneActor } from '../scene.ts';

/** A thing as the prompt speaks of it, while the reading goes on. */
export interface Mention {
  noun: NounMeaning;
  /** English singular or plural as read. */
  english: string;
  /** In the prompt's own language. */
  word: string;
  count: number;
  isPlural: boolean;
  color?: string;
  size: number;
  readonly attributes: Set<string>;
  /** Colours of its parts by their names. */
  readonly parts: Map<string, string>;
  /** What it does besides moving, as the verb's plain form. */
  does?: string;
  pose: SceneActor['pose'];
  motion?: Motion['kind'];
  direction?: Motion['direction'];
  speed: number;
  place?: SceneActor['place'];
  /** What it does afterwards. */
  acts?: Act[];
  /** What becomes of it, and in which of the steps that the prompt tells one after the other. */
  changes?: { readonly kind: Change['kind']; readonly step: number }[];
  relation?: { readonly kind: Relation; readonly to: Mention; readonly and?: Mention };
  text?: string;
  says?: string;
  /** It stands behind a preposition or verb: not what its clause is about. */
  isObject: boolean;
}

/** A place that the prompt names. */
export interface SettingVote extends SettingMeaning {
  /** Where in the prompt, counted in terms. */
  readonly at: number;
  readonly word: string;
  /** Told as a tiny one, or as what a vessel contains. */
  readonly isMiniature?: boolean;
}

/** All that the grammar found. */
export interface Reading {
  readonly mentions: Mention[];
  readonly votes: SettingVote[];
  readonly details: Set<string>;
  /** What must not be seen, by the names of `Scene.without`. */
  readonly without: Set<string>;
  setColor?: string;
  title?: string;
  captions?: readonly Caption[];
  lightsUp: boolean;
  /** How many steps the prompt tells one after the other. */
  steps: number;
}

const ANIMATE = new Set([
  'person',
  'cat',
  'dog',
  'fox',
  'bird',
  'fish',
  'horse',
  'turtle',
  'dragon',
  'robot',
  'snowman',
]);
const MOBILE = new Set(['car', 'bus', 'bicycle', 'boat', 'rocket', 'airplane', 'balloon', 'train']);
const RIDDEN = new Set(['bicycle', 'horse', 'dragon']);
const HELD = new Set([
  'umbrella',
  'cup',
  'flower',
  'ball',
  'box',
  'candle',
  'lamp',
  'sign',
  'thing',
  'crystal',
  'vase',
  'balloon',
]);

/** Whether it is small enough for a hand. */
export const canBeHeld = ({ noun, size, attributes }: Mention): boolean =>
  (HELD.has(familyOf(noun.kind)) && size < 2 && noun.kind !== 'drums') || attributes.has('toy');
/** Beasts and children that are carried in one's arms. */
export const isArmful = ({ noun, count, english }: Mention): boolean =>
  count === 1 &&
  (/^(?:cat|rabbit|chicken|duck|hedgehog|squirrel|mouse|penguin|owl|parrot|bird|turtle)$/.test(noun.kind) ||
    /(?:^|newborn |sleeping |little )(?:puppy|kitten|chick|lamb|baby|infant|newborn|fish|corgi|pug|chihuahua|fox cub|lion cub|bear cub|cub)$/.test(
      english,
    ));

export const isAnimateKind = ({ kind, home }: NounMeaning): boolean =>
  ANIMATE.has(familyOf(kind)) || (kind === 'thing' && home === 'field');
export const isAnimate = ({ noun }: Mention): boolean => ANIMATE.has(familyOf(noun.kind)) || noun.home === 'field';
export const isMobile = (mention: Mention): boolean => isAnimate(mention) || MOBILE.has(familyOf(mention.noun.kind));

/** Whether one can ride it: wheels, boats and any beast. */
export const isMount = (mention: Mention): boolean =>
  /^(?:bicycle|horse|dragon|car|bus|boat|train|rocket)$/.test(familyOf(mention.noun.kind)) ||
  (isAnimate(mention) && familyOf(mention.noun.kind) !== 'person');

const SEATS = /^(?:chair|sofa|bed|lounger)$/;
const OPPOSITE: Partial<Record<Relation, Relation>> = {
  leftOf: 'rightOf',
  rightOf: 'leftOf',
  behind: 'inFrontOf',
  inFrontOf: 'behind',
  above: 'under',
  nextTo: 'nextTo',
  holding: 'heldBy',
};

const HANDS_ON = /^(?:write|draw|paint|type|work|play|read|code|program|scribble|watch|study|point|perform)$/;
const PLACED: ReadonlySet<Relation> = new Set<Relation>([
  'on',
  'inside',
  'under',
  'behind',
  'inFrontOf',
  'nextTo',
  'leftOf',
  'rightOf',
  'between',
  'around',
  'riding',
]);

/** Ties a thing to another; where it is tied already, the other is tied to it by the opposite, if there is one. */
export function relate(from: Mention, kind: Relation, to: Mention): void {
  if (from === to || leadsTo(to, from)) return;
  // Wolves howl at the moon, they do not stand beside it.
  if (/^(?:moon|cloud)$/.test(to.noun.kind) && /^(?:nextTo|on|inside|holding)$/.test(kind)) return;
  if (to.noun.kind === 'planet' && kind === 'nextTo' && isAnimate(from)) return;
  // The vase of flowers stands on the table, not the flowers; and what is next to a desk with something on it is on it.
  if (from.relation?.kind === 'inside' && kind === 'on') {
    relate(from.relation.to, kind, to);
    return;
  }
  // The fries beside the burger are on the table with it.
  if (from.relation?.kind === 'nextTo' && kind === 'on' && to.noun.kind === 'table' && !from.relation.to.relation) {
    // But the vase of "an armchair and a table with a vase" is alone on its table.
    if (!SEATS.test(from.relation.to.noun.kind)) from.relation.to.relation = { kind, to };
    from.relation = { kind, to };
    return;
  }
  // A ship far away is looked at, and not beside who looks.
  if (kind === 'nextTo' && to.attributes.has('distant')) return;
  const isSeat = SEATS.test(to.noun.kind);
  if (kind === 'nextTo' && from.noun.kind === 'table' && from.isObject && !isSeat && HELD.has(familyOf(to.noun.kind))) {
    relate(to, 'on', from);
    return;
  }
  // One writes on a board, and plays on a piano, standing before it.
  // Who leans on a fence stands by it.
  if (kind === 'on' && from.does === 'lean' && isAnimate(from)) {
    relate(from, 'nextTo', to);
    return;
  }
  if (
    kind === 'on' &&
    HANDS_ON.test(from.does ?? '') &&
    /^(?:sign|screen|piano|drums|book|guitar|device)$/.test(to.noun.kind)
  ) {
    relate(from, 'nextTo', to);
    return;
  }
  // In its mother's arms.
  if (kind === 'inside' && to.noun.kind === 'person' && isAnimate(from)) {
    relate(from, 'heldBy', to);
    return;
  }
  // Children play with a ball, not in it.
  if (kind === 'inside' && to.noun.kind === 'ball') {
    relate(from, 'nextTo', to);
    return;
  }
  // Who is in an armchair is on it.
  if (
    kind === 'inside' &&
    (/^(?:sofa|table|chair|bridge)$/.test(to.noun.kind) || /bench|branch|roof|horse/.test(to.english))
  ) {
    relate(from, 'on', to);
    return;
  }
  // Who reads a book in an armchair has a place besides what is in hand.
  if (
    from.relation?.kind === 'holding' &&
    PLACED.has(kind) &&
    from.relation.to.relation === undefined &&
    from.relation.to !== to
  ) {
    from.relation.to.relation = { kind: 'heldBy', to: from };
    delete from.relation;
  }
  if (kind === 'on' && isAnimate(from) && RIDDEN.has(familyOf(to.noun.kind))) relate(from, 'riding', to);
  else if (from.relation === undefined) from.relation = { kind, to };
  // "With a dog to the right of it" says where beside.
  else if (from.relation.to === to && from.relation.kind === 'nextTo') from.relation = { kind, to };
  else if (to.relation === undefined) to.relation = { kind: OPPOSITE[kind] ?? 'nextTo', to: from };
  if (kind === 'inFrontOf' && /^(?:mountain|castle|tower|house)$/.test(to.noun.kind)) to.place ??= 'background';
}

/** What "with" means between two things. */
export function accompany(from: Mention, to: Mention): void {
  if (isAnimate(from) && HELD.has(familyOf(to.noun.kind)) && to.count === 1) relate(from, 'holding', to);
  else if (/^(?:vase|box|cup)$/.test(familyOf(from.noun.kind)) && HELD.has(familyOf(to.noun.kind)))
    relate(to, 'inside', from);
  else if (from.noun.kind === 'table' && HELD.has(familyOf(to.noun.kind))) relate(to, 'on', from);
  else relate(to, from.noun.kind === 'planet' ? 'around' : 'nextTo', from);
}

function leadsTo(from: Mention, goal: Mention): boolean {
  const seen = new Set<Mention>();
  for (let at: Mention | undefined = from; at !== undefined && !seen.has(at); at = at.relation?.to) {
    if (at === goal) return true;
    seen.add(at);
  }
  return false;
}

/** What a verb of motion means for this body: cars do not walk and eagles do not swim. */
export function fitMotion(kind: Motion['kind'], { noun, attributes }: Mention): Motion['kind'] {
  const family = familyOf(noun.kind);
  // A rainbow that appears does not walk in.
  if (/^(?:walk|run)$/.test(kind) && noun.home !== 'field' && !ANIMATE.has(family) && !MOBILE.has(family))
    return 'idle';
  const isRoad = /^(?:car|bus|train|bicycle)$/.test(family);
  if (isRoad && /^(?:walk|run|swim|float)$/.test(kind)) return 'drive';
  if (family === 'boat' && /^(?:walk|run|fly|swim|drive|rise|fall|launch)$/.test(kind)) return 'float';
  if (/^(?:rocket|airplane)$/.test(family) && /^(?:walk|run|swim|drive|float)$/.test(kind)) return 'fly';
  if (family === 'balloon' && /^(?:walk|run|swim|drive|fly)$/.test(kind)) return 'float';
  if (kind === 'swim' && attributes.has('waterbird')) return 'float';
  if (/^(?:bird|dragon)$/.test(family) && noun.kind !== 'penguin' && kind === 'swim') return 'fly';
  if (/^(?:fish|turtle)$/.test(family) && /^(?:fly|float|walk|run)$/.test(kind))
    return noun.kind === 'turtle' && kind === 'walk' ? 'walk' : 'swim';
  // People and beasts on their feet do not rise into the air.
  if (kind === 'rise' && /^(?:person|cat|dog|fox|horse|robot)$/.test(family)) return 'idle';
  if (/^(?:cloud|moon)$/.test(family) && /^(?:walk|run|swim|fly|drive)$/.test(kind)) return 'float';
  return kind;
}

/** Takes a thing out of the picture, and what was told of where others are to it. */
export function drop(mentions: Mention[], gone: Mention): void {
  mentions.splice(mentions.indexOf(gone), 1);
  for (const other of mentions) if (other.relation?.to === gone) delete other.relation;
}
