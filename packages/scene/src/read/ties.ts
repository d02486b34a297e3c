import { familyOf } from '../actors/family.ts';
import type { Meaning } from '../lexicon/meaning.ts';
import type { Relation } from '../scene.ts';
import { TOLD_TO } from './acts.ts';
import type { Mention } from './mention.ts';
import { accompany, canBeHeld, fitMotion, isAnimate, isArmful, isMobile, isMount, relate } from './mention.ts';

/** Who a clause is about, as far as ties ask. */
interface About {
  readonly subjects: readonly Mention[];
  /** Who holds or rides a thing. */
  holderOf(thing: Mention): Mention | undefined;
}

interface Joint {
  readonly preposition: NonNullable<Meaning['preposition']>;
  /** The castle is surrounded by trees: they are around it. */
  readonly isReversed: boolean;
}

/** Ties a thing behind a preposition to those before it. */
export function tieBy(
  { preposition, isReversed }: Joint,
  anchors: readonly Mention[],
  mention: Mention,
  about: About,
): void {
  const relation = relationOf(preposition);
  const isSeat = relation === 'on' && SEAT.test(`${mention.noun.kind} ${mention.english}`);
  const sitter = (one: Mention): Mention | undefined =>
    isSeat && one.isObject
      ? about.subjects.find((who) => who.relation?.to === one && familyOf(who.noun.kind) === 'person')
      : undefined;
  // Who holds two things is one.
  const tied = new Set<Mention>();
  // "A woman with an umbrella and a man with a suitcase": the suitcase is his.
  const last = anchors.at(-1)!;
  const isHis = preposition === 'with' && mention.count === 1 && isAnimate(last) && last.count === 1;
  for (const met of isHis ? [last] : anchors) {
    const who = sitter(met);
    if (who !== undefined) {
      // Who feeds pigeons on a bench sits there, and they are near.
      met.relation ??= { kind: 'nextTo', to: mention };
      who.relation = { kind: 'on', to: mention };
      if (who.pose === 'default') who.pose = 'sitting';
      continue;
    }
    const anchor = about.holderOf(met) ?? met;
    if (tied.has(anchor)) continue;
    tied.add(anchor);
    if (preposition === 'of')
      relate(mention, anchor.noun.kind === 'vase' || anchor.noun.kind === 'box' ? 'inside' : 'nextTo', anchor);
    else if (relation !== undefined && isReversed) relate(mention, relation, anchor);
    else if (preposition === 'with')
      accompany(
        isAnimate(mention) && !isAnimate(anchor) ? (about.subjects.find(isAnimate) ?? anchor) : anchor,
        mention,
      );
    else if (relation !== undefined) relate(anchor, relation, mention);
    else if (preposition === 'path' && isAnimate(mention) && TOLD_TO.test(anchor.does ?? ''))
      relate(anchor, 'nextTo', mention);
    else if (
      preposition === 'path' &&
      (/^(?:bridge|table|bed)$/.test(mention.noun.kind) || anchor.changes?.at(-1)?.kind === 'drop')
    )
      relate(anchor, 'on', mention);
  }
}

/** Ties a thing to whoever does something to it: holds it, rides it, chases it. */
export function tieObject(anchor: Mention, object: Relation, mention: Mention): void {
  if (object === 'insteadOf') {
    mention.relation ??= { kind: object, to: anchor };
    return;
  }
  if (object === 'riding' && !isMount(mention)) return;
  const isCrowd = /^(?:flower|tree|person|car|house|boat)$/.test(mention.noun.kind) && mention.count > 1;
  const isShared = mention.noun.kind === 'ball' && anchor.count > 1;
  const isBorne =
    familyOf(mention.noun.kind) === 'person' &&
    mention.count === 1 &&
    /^(?:carry|lift|cradle|rescue|pick up)$/.test(`${anchor.does}`);
  const isLifted =
    isBorne || (isArmful(mention) && /^(?:undefined|carry|cradle|cuddle|lift|hug|hold)$/.test(`${anchor.does}`));
  if (isLifted && familyOf(mention.noun.kind) === 'person' && mention.pose === 'default') mention.pose = 'lying';
  const isInHand =
    object === 'holding' &&
    !isCrowd &&
    !isShared &&
    (canBeHeld(mention) ||
      isLifted ||
      (anchor.does === undefined &&
        !isMobile(mention) &&
        !/^(?:house|tower|tree|mountain|castle|bridge)$/.test(mention.noun.kind)));
  // Games that are played are one game.
  if (isInHand && mention.isPlural && mention.noun.kind === 'thing') mention.count = 1;
  // Each of a crowd has one.
  if (isInHand && mention.isPlural && mention.count === 3 && anchor.count > 3)
    mention.count = Math.min(24, anchor.count);
  relate(anchor, object === 'holding' && !isInHand ? 'nextTo' : object, mention);
  if (anchor.does === 'chase' && isMobile(mention)) mention.motion ??= fitMotion('run', mention);
  if (anchor.pose === 'fighting') mention.pose = 'fighting';
  if (object === 'riding' && anchor.motion === 'drive')
    mention.motion = fitMotion(familyOf(mention.noun.kind) === 'horse' ? 'run' : 'drive', mention);
}

/** The relation that a preposition tells; undefined for one that tells a way or a company. */
export function relationOf(preposition: NonNullable<Meaning['preposition']>): Relation | undefined {
  return preposition === 'path' || preposition === 'with' || preposition === 'of' ? undefined : preposition;
}

const SEAT = /^(?:chair|sofa)\b|bench/;
