import { familyOf } from '../actors/family.ts';
import type { VerbMeaning } from '../lexicon/meaning.ts';
import type { Act } from '../scene.ts';
import { fitMotion, isAnimate, type Mention } from './mention.ts';

/** What is over when it is done; whatever is told behind it comes after it. */
const CHANGE = /^(?:stand up|get up|sit down|lie down|kneel down|turn (?:round|around|back)|look (?:up|down)|pick up)$/;
const ACTS_MAX = 3;
const CARRYING = /^(?:carry|bring|push|pull|drag|lead|cradle|balance|sing|play|talk|chat|talk on the phone)$/;

/**
 * Takes a verb as what somebody does next, where something is told of him already that he cannot do at the same time.
 * @returns whether it was taken so.
 */
export function addAct(actor: Mention, verb: VerbMeaning, speed: number): boolean {
  if (!isAnimate(actor) || verb.speaks || verb.lightsUp || verb.object === 'wearing' || verb.object === 'riding')
    return false;
  const isPerson = familyOf(actor.noun.kind) === 'person';
  const last = actor.acts?.at(-1);
  const motion = verb.motion === undefined ? undefined : fitMotion(verb.motion, actor);
  const moves = motion !== undefined && motion !== 'idle' && motion !== 'still';
  const now = {
    pose: last?.pose ?? actor.pose,
    motion: last ? (last.motion?.kind ?? 'idle') : (actor.motion ?? 'idle'),
    does: last ? last.does : actor.does,
  };
  const isBusy = now.pose !== 'default' || now.motion !== 'idle' || now.does !== undefined;
  if (!isBusy) return false;
  // A smile goes with whatever is done meanwhile, and hands with a walk.
  if (verb.does === 'hand in hand' || verb.does === 'hold hands') return false;
  if (/^(?:happy|sad|angry)$/.test(verb.attribute ?? '') && now.does !== undefined) {
    actor.attributes.add(verb.attribute!);
    return true;
  }
  // Who dances a tango dances.
  if (moves && motion === now.motion && verb.pose === undefined && verb.direction === undefined) return false;
  // Hands carry while feet walk.
  if (moves && now.motion === 'idle' && CARRYING.test(now.does ?? '') && now.pose === 'default') return false;
  const changesPose = verb.pose !== undefined && verb.pose !== now.pose;
  const changesMotion = moves && motion !== now.motion;
  const isDeed = isPerson && verb.does !== undefined && verb.does !== now.does;
  const isAfter = CHANGE.test(now.does ?? '');
  // Who sits may read, who walks may talk: only a second deed has to wait.
  const waits =
    changesPose ||
    changesMotion ||
    (isDeed && (now.does !== undefined || CHANGE.test(verb.does!) || now.motion !== 'idle'));
  if (!waits && !(isAfter && (isDeed || moves))) return false;
  if ((actor.acts?.length ?? 0) >= ACTS_MAX) return true;
  const act: Act = {
    ...(verb.pose === undefined ? {} : { pose: verb.pose }),
    ...(moves
      ? {
          motion: {
            kind: motion,
            ...(verb.direction === undefined ? {} : { direction: verb.direction }),
            speed: (verb.speed ?? 1) * speed,
          },
        }
      : {}),
    ...(verb.does === undefined ? {} : { does: verb.does }),
    ...(verb.attribute === undefined ? {} : { attributes: [verb.attribute] }),
  };
  actor.acts = [...(actor.acts ?? []), act];
  return true;
}

/** What is done to somebody who is named behind "to". */
export const TOLD_TO =
  /^(?:talk|chat|speak|whisper|wave|bow|propose|point|argue|listen|read|sing|explain|kneel|offer|give|hand over|serve|show|throw)$/;
/** What two do with each other says more than how one of them stands. */
export const TOGETHER =
  /^(?:hug|embrace|kiss|propose|shake hands|high five|hold hands|hand in hand|tango|waltz|salsa)$/;
