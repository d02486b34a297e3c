import { familyOf } from '../actors/family.ts';
import type { BuiltSet } from '../sets/set.ts';
import type { Placed } from './cast.ts';

const BEASTS: ReadonlySet<string> = new Set(['cat', 'dog', 'fox', 'horse', 'bird', 'dragon', 'turtle']);
const FACE_TO_FACE = /^(?:kiss|nuzzle|fight|face|face each other|touch|cuddle|play|greet|argue|talk|dance|groom|spar)$/;
const TURNS_TO =
  /^(?:drink|sip|sniff|smell|eat|peck|nibble|munch|lick|catch|hunt|stalk|feed|watch|look at|stare at|examine|inspect|paw|touch|kiss|nuzzle|play with|guard|build|pollinate|bat|visit|bark)$/;
const CLOSE = /^(?:nextTo|inFrontOf|leftOf|rightOf|holding)$/;
/** Radians that two who face each other open to the camera. */
const OPEN = 0.12;

const isBeast = ({ actor }: Placed): boolean => BEASTS.has(familyOf(actor.kind));
const isAtRest = ({ actor }: Placed): boolean => /^(?:idle|still|sway|dance)$/.test(actor.motion.kind);

/** Two beasts that are busy with each other face each other; one that sniffs or drinks is turned to it and reaches it. */
export function meetBeasts(placed: readonly Placed[], set: BuiltSet): Placed[] {
  const moved = new Map<Placed, Placed>();
  for (const one of placed) {
    if (moved.has(one) || one.carrier || !isBeast(one)) continue;
    const twin = placed.find((other) => other.actor === one.actor && other !== one);
    if (one.actor.count === 2 && twin && isAtRest(one) && FACE_TO_FACE.test(one.actor.does ?? '')) {
      for (const [from, to] of faceToFace(one, twin, set)) moved.set(from, to);
      continue;
    }
    const turned = turnToWhatItDoes(one, placed, set);
    if (turned) moved.set(one, turned);
  }
  return placed.map((one) => moved.get(one) ?? one);
}

function faceToFace(one: Placed, twin: Placed, set: BuiltSet): [Placed, Placed][] {
  const [left, right] = one.position[0] <= twin.position[0] ? [one, twin] : [twin, one];
  const x = (left.position[0] + right.position[0]) / 2;
  const z = (left.position[2] + right.position[2]) / 2;
  const half = (left.built.bounds.depth * left.scale) / 2;
  return [
    [left, standAt(left, x - half, z, Math.PI / 2 - OPEN, set)],
    [right, standAt(right, x + half, z, OPEN - Math.PI / 2, set)],
  ];
}

function turnToWhatItDoes(one: Placed, placed: readonly Placed[], set: BuiltSet): Placed | undefined {
  const { relation, does = '', count } = one.actor;
  const hovers = does === 'hover';
  if (count > 1 || relation === undefined || !CLOSE.test(relation.kind)) return undefined;
  if (!(hovers || (TURNS_TO.test(does) && isAtRest(one)))) return undefined;
  const targets = placed.filter((other) => other.actor.id === relation.to && !other.carrier);
  if (targets.length === 0) return undefined;
  const away = (other: Placed): number => Math.abs(other.position[0] - one.position[0]);
  const target = targets.reduce((best, other) => (away(other) < away(best) ? other : best));
  const side = relation.kind === 'leftOf' || one.position[0] < target.position[0] ? -1 : 1;
  const own = (one.built.bounds.depth * one.scale) / 2;
  const isFlower = familyOf(target.actor.kind) === 'flower';
  const room = isFlower ? 0.06 : (target.built.bounds.width * target.scale) / 2;
  const x = target.position[0] + side * (own + room);
  const turned = standAt(one, x, target.position[2] + (hovers ? 0.02 : 0), -side * (Math.PI / 2 - 0.2), set);
  if (!hovers) return turned;
  const bloom = target.position[1] + target.built.bounds.height * target.scale * (isFlower ? 0.86 : 0.7);
  return { ...turned, position: [x, bloom - one.built.bounds.height * one.scale * 0.5, turned.position[2]] };
}

function standAt(one: Placed, x: number, z: number, yaw: number, set: BuiltSet): Placed {
  const lift = one.position[1] - set.groundAt(one.position[0], one.position[2]);
  return { ...one, position: [x, set.groundAt(x, z) + lift, z], yaw };
}
