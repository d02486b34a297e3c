import { familyOf } from '../actors/family.ts';
import type { VerbChange, VerbMeaning } from '../lexicon/meaning.ts';
import type { Change, SceneActor } from '../scene.ts';
import { isAnimate, isMobile, type Mention } from './mention.ts';

type Kind = Change['kind'];

const CHANGES_MAX = 4;
const HINGED = /^(?:door|chest|window|box|book|castle|house|umbrella|flower)$/;
const FLAMES =
  /^(?:candle|lamp|streetLamp|lantern|fire|cake|house|lighthouse|sign|screen|device|tower|tree|pumpkin|window|skyscraper)$/;
const FLIERS = /^(?:rocket|airplane|copter|spaceship|airship|balloon|bird|dragon|satellite|butterfly|bee)$/;
const UPRIGHT =
  /^(?:tower|tree|house|castle|statue|landmark|ruin|snowman|lighthouse|torii|scarecrow|robot|box|book|vase|bottle|temple|pedestal)$/;
const GROWING = /^(?:flower|tree|foliage|cactus|mushroom|balloon|pumpkin|crystal|fire|fruit)$/;

/** Takes a change as one of those that become of a thing. @returns the step in which it happens; undefined where it cannot. */
export function addChange(mention: Mention, kind: VerbChange, step: number): number | undefined {
  // Fireworks burst all the while, but from their step on.
  if (mention.noun.kind === 'fireworks') return comesLater(mention, step);
  const fitted = fitChange(kind, mention);
  if (fitted === undefined) return undefined;
  mention.changes ??= [];
  const before = mention.changes.at(-1);
  if (before?.kind === fitted || mention.changes.length >= CHANGES_MAX) return step;
  // What falls and breaks breaks where it lands; else one comes after the other.
  const isAtOnce = before?.step === step && !(before.kind === 'drop' && fitted === 'break');
  const taken = isAtOnce ? step + 1 : step;
  mention.changes.push({ kind: fitted, step: taken });
  return taken;
}

function comesLater(mention: Mention, step: number): number | undefined {
  if (step === 0) return undefined;
  mention.changes ??= [{ kind: 'appear', step }];
  return step;
}

/** What a change means for this body; undefined where nothing changes: waves break, and people fall asleep. */
export function fitChange(kind: VerbChange, mention: Mention): Kind | undefined {
  const { noun, count, isPlural, relation } = mention;
  const family = familyOf(noun.kind);
  const isAlive = isAnimate(mention);
  const isOf = (kinds: RegExp): boolean => kinds.test(family) || kinds.test(noun.kind);
  switch (kind) {
    case 'open':
    case 'close':
      return isOf(HINGED) && !(family === 'house' || family === 'castle')
        ? family === 'flower'
          ? kind === 'open'
            ? 'bloom'
            : undefined
          : kind
        : undefined;
    case 'bloom':
      return isOf(/^(?:flower|cactus)$/) ? 'bloom' : undefined;
    case 'wither':
      return isOf(/^(?:flower|foliage|tree)$/) ? 'wither' : undefined;
    case 'grow':
      // Moss grows on rocks, and nobody sees it.
      return (isOf(GROWING) || /^(?:seed|seedling|sprout|bubble|plant|shadow)$/.test(mention.english)) &&
        count === 1 &&
        !isPlural
        ? 'grow'
        : undefined;
    case 'light':
    case 'goOut':
      return isOf(FLAMES) ? kind : undefined;
    case 'sink':
    case 'surface':
      return family === 'boat' || /^(?:submarine|whale|iceberg|bigShip|sailingShip)$/.test(noun.kind) || !isAlive
        ? kind
        : undefined;
    case 'land':
      return isOf(FLIERS) ? 'land' : undefined;
    case 'drop':
      if (isOf(/^(?:tree|tower|statue|lighthouse|pedestal|scarecrow|landmark)$/))
        return count === 1 ? 'collapse' : undefined;
      return isAlive || /^(?:waterfall|cloud|moon|tree|house|building)$/.test(family) || isPlural ? undefined : 'drop';
    case 'collapse':
      return isOf(UPRIGHT) && noun.kind !== 'robot' ? 'collapse' : undefined;
    case 'break':
    case 'pop':
    case 'explode':
      // China bursts into pieces, without fire.
      if (isOf(/^(?:vase|glass|cup|bottle|window|fruit|pumpkin|teapot|dish|jewelry|crystal|cake|hourglass)$/))
        return 'break';
      return isAlive && noun.kind !== 'snowman' ? undefined : kind;
    case 'melt':
      return isAlive && noun.kind !== 'snowman' ? undefined : kind;
    case 'appear':
      if (isAlive && noun.kind !== 'ghost') return 'arrive';
      return family === 'boat' || family === 'car' || family === 'train' ? 'arrive' : 'appear';
    case 'vanish':
    case 'become':
      return 'vanish';
    case 'arrive':
    case 'leave':
      return isMobile(mention) && relation?.kind !== 'riding' && relation?.kind !== 'heldBy' ? kind : undefined;
    case 'hit':
      return isOf(/^(?:ball|fruit|thing|bottle|cup|book|rock|box)$/) && count === 1 ? 'hit' : undefined;
    default:
      return isAlive ? undefined : kind;
  }
}

/** Whether somebody who was not told of before goes somewhere: then he comes into the picture. */
export function isNewcomer(mention: Mention, { motion, direction }: VerbMeaning): boolean {
  const isNew =
    mention.motion === undefined &&
    mention.does === undefined &&
    mention.pose === 'default' &&
    mention.changes === undefined &&
    mention.relation === undefined;
  return isNew && direction !== 'away' && /^(?:walk|run|drive|fly|swim|float)$/.test(motion ?? '');
}

/** Takes that of the doer back which was done to something else: who sinks a ship does not sink. */
export function takeBack(mention: Mention, kind: VerbChange): void {
  const kept = mention.changes?.filter((change) => change.kind !== kind);
  if (kept === undefined) return;
  if (kept.length === 0) delete mention.changes;
  else mention.changes = kept;
}

/** Over in a moment: the share of its step that it takes, and where in it that begins. */
const AT_ONCE: ReadonlySet<Kind> = new Set([
  'light',
  'goOut',
  'break',
  'explode',
  'pop',
  'drop',
  'hit',
  'appear',
  'vanish',
  'open',
  'close',
]);

/** Shares the film out among the steps that were told. */
export function timeChanges({ changes, does }: Mention, steps: number): Pick<SceneActor, 'changes'> {
  if (changes === undefined || changes.length === 0) return {};
  const timed: Change[] = [];
  const isSeed = does === 'grow into';
  for (const { kind, step } of changes) {
    if (kind === 'vanish' && isSeed) {
      timed.push({ kind, from: 0.08, to: 0.16 });
      continue;
    }
    const [start, length] = [step / steps, 1 / steps];
    const fall = timed.at(-1);
    if (kind === 'break' && fall?.kind === 'drop' && changes.some((one) => one.kind === 'drop' && one.step === step)) {
      timed.push({ kind, from: fall.to, to: round(Math.min(1, fall.to + 0.2)) });
      continue;
    }
    const [from, to] = AT_ONCE.has(kind)
      ? [start + length * (steps === 1 ? 0.38 : 0.2), start + length * (steps === 1 ? 0.54 : 0.5)]
      : [start + length * 0.06, start + length * (kind === 'arrive' ? 0.66 : kind === 'land' ? 0.78 : 0.9)];
    timed.push({ kind, from: round(from), to: round(to) });
  }
  return { changes: timed };
}

const round = (share: number): number => Number(share.toFixed(3));
