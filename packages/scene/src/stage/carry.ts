import type { Vec3 } from '@openimagine/render';
import { familyOf } from '../actors/family.ts';
import type { Random } from '../random.ts';
import { arrangeInAir } from './arrange.ts';
import { arrangeAsTold } from './arrange-told.ts';
import type { Member, Placed, Troop } from './cast.ts';
import { clamp, composeMatrix, transformPoint } from './matrix.ts';
import type { PlaceContext } from './place.ts';
import { relationTarget } from './relations.ts';
import { statureOf } from './together.ts';

export type Seat = 'on' | 'above' | 'held' | 'inside';

export interface Carrying {
  readonly by: Troop;
  readonly seat: Seat;
}

const SEATS: Readonly<Record<string, Seat>> = {
  holding: 'held',
  heldBy: 'held',
  on: 'on',
  riding: 'on',
  above: 'above',
  inside: 'inside',
};
const BESIDE: ReadonlySet<string> = new Set(['leftOf', 'rightOf', 'nextTo', 'inFrontOf', 'behind']);

/** Who is carried by whom; what is held, by its holder; and who is beside somebody carried, by the same carrier. */
export function carriersOf(troops: readonly Troop[], byId: ReadonlyMap<string, Troop>): Map<Troop, Carrying> {
  const carried = new Map<Troop, Carrying>();
  const reaches = (from: Troop, to: Troop): boolean => {
    for (let at: Troop | undefined = from, i = 0; at && i < 30; at = carried.get(at)?.by, i++)
      if (at === to) return true;
    return false;
  };
  const put = (item: Troop, by: Troop, seat: Seat): void => {
    if (!carried.has(item) && !reaches(by, item)) carried.set(item, { by, seat });
  };
  for (const troop of troops) {
    const target = relationTarget(troop, byId);
    if (target?.actor.kind === 'umbrella' && troop.actor.relation!.kind === 'under') put(target, troop, 'held');
    // People with umbrellas hold them.
    if (target?.actor.kind === 'person' && troop.actor.kind === 'umbrella' && troop.actor.relation!.kind === 'nextTo')
      put(troop, target, 'held');
    const seat = target && seatOf(troop, target);
    if (!target || !seat) continue;
    if (seat === 'held' && troop.actor.relation!.kind === 'holding') put(target, troop, seat);
    else put(troop, target, seat);
  }
  // Beside what is beside what stands on a table is on the table too.
  for (let size = -1; size !== carried.size; ) {
    size = carried.size;
    for (const troop of troops) {
      const target = relationTarget(troop, byId);
      const host = target && carried.get(target);
      // Who is beside a rider stands on the ground.
      const isApart =
        familyOf(troop.actor.kind) === 'person' && !/^(?:sofa|bed|bridge|streetThing)$/.test(host?.by.actor.kind ?? '');
      if (host?.seat === 'on' && !isApart && BESIDE.has(troop.actor.relation!.kind)) put(troop, host.by, 'on');
    }
  }
  return carried;
}

/** Who walks over a bridge is on it, not in the air above. */
function seatOf({ actor }: Troop, target: Troop): Seat | undefined {
  const isCrossing = target.actor.kind === 'bridge' && /^(?:walk|run|drive|idle|still)$/.test(actor.motion.kind);
  const seat = SEATS[actor.relation!.kind];
  return seat === 'above' && isCrossing ? 'on' : seat;
}

/** Places everything that is carried, carriers before what stands on them. */
export function placeCarried(
  carriers: ReadonlyMap<Troop, Carrying>,
  placed: readonly Placed[],
  context: PlaceContext,
): Placed[] {
  const done: Placed[] = [];
  const groups: { by: Troop; seat: Seat; troops: Troop[] }[] = [];
  for (const [troop, { by, seat }] of carriers) {
    const group = groups.find((other) => other.by === by && other.seat === seat);
    if (group) group.troops.push(troop);
    else groups.push({ by, seat, troops: [troop] });
  }
  for (let round = 0; groups.length > 0 && round < 26; round++) {
    const index = groups.findIndex(({ by }) => [...placed, ...done].some((other) => other.actor === by.actor));
    if (index < 0) break;
    const [group] = groups.splice(index, 1) as [(typeof groups)[number]];
    const hosts = [...placed, ...done].filter((other) => other.actor === group.by.actor);
    done.push(...carry(group.troops, hosts, group.seat, context));
  }
  return done;
}

/** Shares the copies out among the hosts, then among the seats of each. */
export function carry(
  troops: readonly Troop[],
  hosts: readonly Placed[],
  seat: Seat,
  { random, aspect }: PlaceContext,
): Placed[] {
  const first = troops[0];
  if (!first) return [];
  const own = random.fork(`carry/${first.actor.id}`);
  const members = inOrder(troops);
  return hosts.flatMap((host, hostIndex) => {
    const guests = members.filter((_, index) => index % hosts.length === hostIndex);
    const grow = seat === 'on' ? petScale(host, guests) : 1;
    const spots =
      seat === 'on'
        ? (perchSpots(host, guests) ?? toldSpots(host, troops, guests) ?? seatSpots(host, guests, grow))
        : otherSpots(host, guests, seat, aspect, own);
    const matrix = composeMatrix(host.position, { yaw: host.yaw }, host.scale);
    return guests.map(
      (member, index): Placed => ({
        ...member,
        layer: host.layer,
        position: transformPoint(matrix, spots[index]!),
        yaw:
          host.yaw +
          (seat === 'held'
            ? member.actor.pose === 'lying' || isInMouth(host, member)
              ? Math.PI / 2
              : 0
            : turnOnPerch(host, member) + own.between(-0.16, 0.16)),
        scale: host.scale * grow * (seat === 'held' ? heldScale(host, member) : goodsScale(host, member)),
        carrier: host,
        ...(seat === 'held' ? { isInHand: true } : {}),
      }),
    );
  });
}

/** What sits on a leaf or a branch shows its side, whence it is known. */
function turnOnPerch(host: Placed, { actor, copy }: Member): number {
  const isPerch = host.actor.kind === 'foliage' || host.actor.kind === 'flower' || host.actor.kind === 'mushroom';
  return isPerch && /^(?:bird|fox|fish)$/.test(familyOf(actor.kind)) ? (copy % 2 === 0 ? 0.62 : -0.62) : 0;
}

/** From left to right: troops in the order they were named, but for those that name a side. Equal copies mix. */
function inOrder(troops: readonly Troop[]): Member[] {
  const order: Troop[] = [];
  for (const troop of troops) {
    const { relation } = troop.actor;
    const at = order.findIndex((other) => other.actor.id === relation?.to);
    if (at >= 0 && relation?.kind === 'leftOf') order.splice(at, 0, troop);
    else if (at >= 0) order.splice(at + 1, 0, troop);
    else order.push(troop);
  }
  // Who was sent to a side is on that side.
  const SIDES = { left: -1, right: 1 } as const;
  const sideOf = ({ actor }: Troop): number =>
    actor.place === 'left' || actor.place === 'right' ? SIDES[actor.place] : 0;
  if (order.some((troop) => sideOf(troop) !== 0))
    return order.sort((a, b) => sideOf(a) - sideOf(b)).flatMap((troop) => troop.members);
  const [largest] = [...order].sort((a, b) => b.members.length - a.members.length);
  const others = order.filter((troop) => troop !== largest).flatMap((troop) => troop.members);
  if (!largest || largest.members.length < 2 || others.length === 0) return order.flatMap((troop) => troop.members);
  // Two black cats and an orange one look best with the odd one in the middle.
  const half = Math.ceil(largest.members.length / 2);
  return [...largest.members.slice(0, half), ...others, ...largest.members.slice(half)];
}

const PETS: ReadonlySet<string> = new Set(['cat', 'dog', 'fox', 'bird']);

/** A cat on a wide sofa is a dot; as a subject it may be half as large again, as in a picture book. */
function petScale(host: Placed, guests: readonly Member[]): number {
  if (host.actor.kind !== 'sofa' && host.actor.kind !== 'chair') return 1;
  if (guests.length === 0 || guests.length > 4 || !guests.every((guest) => PETS.has(guest.actor.kind))) return 1;
  const tallest = Math.max(...guests.map((guest) => guest.built.bounds.height));
  return clamp((host.built.bounds.height * 0.82) / tallest, 1, 1.65);
}

/** A thing has one size whatever it is; what lies on a table is small enough to be eaten or held. */
function goodsScale(host: Placed, { actor, built }: Member): number {
  // A lamp on a desk is a desk lamp.
  if (host.actor.kind === 'table' && /^(?:lamp|plant)$/.test(actor.kind))
    return Math.min(1, 0.55 / built.bounds.height);
  // Flames in a pan are no larger than the pan.
  if (actor.kind === 'fire' && /^(?:thing|utensil|dish|cup|teapot|box)$/.test(host.actor.kind))
    return Math.min(1, (host.built.bounds.width * 0.7) / built.bounds.width);
  if ((actor.kind !== 'thing' && actor.kind !== 'standIn') || host.actor.kind !== 'table') return 1;
  return Math.min(1, (0.26 * actor.size) / Math.max(built.bounds.width, built.bounds.height, built.bounds.depth));
}

/** Nobody holds what is larger than half of him; a mouse has a book of its own size. */
function heldScale(host: Placed, { actor, built }: Member): number {
  if (actor.kind === 'umbrella') return 1;
  const { width, height, depth } = host.built.bounds;
  // A body that sits is no smaller.
  const tall = host.actor.kind === 'person' ? 1.65 * statureOf(host.actor) : Math.max(height, width, depth);
  // A cub hangs from its mother's mouth.
  const share =
    actor.kind === 'balloon'
      ? 1
      : actor.kind === 'ball'
        ? 0.17
        : actor.kind === 'guitar' || actor.kind === 'sword'
          ? 0.62
          : isAnimate(host.actor.kind) && isAnimate(actor.kind)
            ? 0.36
            : 0.5;
  const reach = tall * share;
  return Math.min(1, reach / Math.max(built.bounds.width, built.bounds.height, built.bounds.depth));
}

const isAnimate = (kind: Placed['actor']['kind']): boolean => /^(?:cat|dog|fox|horse|bird|fish)$/.test(familyOf(kind));

const isInMouth = (host: Placed, { actor }: Member): boolean => isAnimate(host.actor.kind) && isAnimate(actor.kind);

function otherSpots(host: Placed, guests: readonly Member[], seat: Seat, aspect: number, random: Random): Vec3[] {
  const { bounds, seats = [] } = host.built;
  const size = {
    width: Math.max(0.02, ...guests.map((guest) => guest.built.bounds.width)),
    height: Math.max(0.02, ...guests.map((guest) => guest.built.bounds.height)),
    depth: Math.max(0.02, ...guests.map((guest) => guest.built.bounds.depth)),
  };
  if (seat === 'held') {
    const hand = host.built.holds;
    const isInHands = hand !== undefined && guests.length <= (host.actor.kind === 'person' ? 2 : 1);
    return guests.map((guest, i): Vec3 => {
      const { actor, built } = guest;
      if (isInHands && actor.kind !== 'umbrella') {
        const share = heldScale(host, guest);
        const [x, y, z] = built.grip ?? [0, built.bounds.height * (isInMouth(host, guest) ? 0.7 : 0.45), 0];
        // The second is in the other hand.
        return [hand[0] * (i === 0 ? 1 : -1) - x * share, hand[1] - y * share, hand[2] - z * share];
      }
      return [
        bounds.width * (i % 2 === 0 ? 0.42 : -0.42),
        bounds.height * 0.52 - (actor.kind === 'umbrella' ? 0 : size.height * 0.3),
        bounds.depth * 0.4,
      ];
    });
  }
  if (seat === 'above') {
    const { spots } = arrangeInAir(guests.length, size, aspect, random);
    return spots.map(([x, y, z]): Vec3 => [x, bounds.height + Math.min(0.25 * size.height, 0.4) + 0.04 + y, z]);
  }
  // Who is in a cup looks out of it.
  if (host.actor.kind === 'cup') return guests.map((): Vec3 => [0, bounds.height * 0.42, 0]);
  if (floatsIn(host.built, guests)) return floatSpots(host.built.filled!, guests, size);
  if (seats.length > 0) return seatSpots(host, guests, 1);
  const pitch = Math.min(size.width * 1.2, (bounds.width * 0.9) / Math.max(1, guests.length));
  return guests.map((_, i): Vec3 => [(i - (guests.length - 1) / 2) * pitch, 0, bounds.depth * 0.1]);
}

/** Whether all of them are so small that they float in a vessel instead of sitting in it. */
export const floatsIn = (
  { filled, bounds }: Placed['built'],
  guests: readonly Pick<Member, 'actor' | 'built'>[],
): boolean =>
  filled !== undefined &&
  guests.every(({ actor, built }) => actor.relation?.kind === 'inside' && built.bounds.height < 0.6 * bounds.height);

/** On the water of a tub: in one row while there is room, else in two, those behind between those before. */
function floatSpots(
  { y, halfWidth, halfDepth }: NonNullable<Placed['built']['filled']>,
  guests: readonly Member[],
  { width, height }: { readonly width: number; readonly height: number },
): Vec3[] {
  const isOneRow = guests.length * width * 1.15 < halfWidth * 2;
  const pitch = Math.min(width * (isOneRow ? 1.3 : 0.8), (halfWidth * 2) / guests.length);
  return guests.map((_, i): Vec3 => {
    const z = isOneRow ? (i % 2 === 0 ? 0.25 : -0.15) : i % 2 === 0 ? 0.5 : -0.7;
    return [(i - (guests.length - 1) / 2) * pitch, y - height * 0.08, z * halfDepth];
  });
}

/** On the lap of who sits, on the shoulder of who stands, or where the prompt says. */
function perchSpots(host: Placed, guests: readonly Member[]): Vec3[] | undefined {
  const { perches } = host.built;
  if (!perches) return undefined;
  const isSeated = host.actor.pose === 'sitting' || host.actor.pose === 'lying';
  return guests.map(({ actor }, i): Vec3 => {
    const told = (['lap', 'shoulder', 'head'] as const).find((spot) => actor.attributes.includes(`on ${spot}`));
    const isPet = /^(?:bird|cat|dog|fox)$/.test(familyOf(actor.kind));
    // Who rides on somebody's shoulders sits behind his head.
    if (actor.kind === 'person' && told !== 'lap') return [0, perches.shoulder[1] - 0.02, perches.shoulder[2] - 0.1];
    const [x, y, z] = perches[told ?? (isSeated ? 'lap' : isPet ? 'shoulder' : 'head')];
    return [i % 2 === 0 ? x : -x, y, z];
  });
}

/** In a ring, a row or a stack, where that was told of the only ones there. */
function toldSpots(host: Placed, troops: readonly Troop[], guests: readonly Member[]): Vec3[] | undefined {
  const [troop, other] = troops;
  const [guest] = guests;
  if (!troop || !guest || other) return undefined;
  const share = goodsScale(host, guest);
  const { width, height, depth } = guest.built.bounds;
  const size = { width: width * share, height: height * share, depth: depth * share };
  const told = arrangeAsTold(troop.actor, guests.length, size);
  if (!told) return undefined;
  const seats = host.built.seats?.length ? host.built.seats : [{ position: [0, host.built.bounds.height, 0] as const }];
  const [x, y, z] = seats[Math.floor(seats.length / 2)]!.position;
  return told.spots.map(([right, up, near]): Vec3 => [x + right, y + up, z + near]);
}

/** One to a seat while there are enough; else side by side over all the seats, by their widths. */
function seatSpots(host: Placed, guests: readonly Member[], grow: number): Vec3[] {
  const { bounds } = host.built;
  const seats = host.built.seats?.length
    ? host.built.seats
    : [{ position: [0, bounds.height, 0] as const, width: bounds.width * 0.9 }];
  const count = guests.length;
  const middleFirst = [...seats].sort((a, b) => Math.abs(a.position[0]) - Math.abs(b.position[0]));
  if (count <= seats.length) {
    const chosen = count % 2 === 1 || seats.length === count ? middleFirst.slice(0, count) : middleFirst.slice(-count);
    return chosen.sort((a, b) => a.position[0] - b.position[0]).map((seat) => [...seat.position] as Vec3);
  }
  const left = Math.min(...seats.map((seat) => seat.position[0] - seat.width / 2));
  const right = Math.max(...seats.map((seat) => seat.position[0] + seat.width / 2));
  const [, y, z] = middleFirst[0]!.position;
  const widths = guests.map((guest) => guest.built.bounds.width * grow * goodsScale(host, guest) * 1.22);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const squeeze = Math.min(1, (right - left) / total);
  let at = (left + right) / 2 - (total * squeeze) / 2;
  return guests.map((guest, i): Vec3 => {
    const x = at + (widths[i]! * squeeze) / 2;
    at += widths[i]! * squeeze;
    return [x, y, z + (squeeze < 0.7 ? (i % 2 === 0 ? 0.12 : -0.12) * guest.built.bounds.depth : 0)];
  });
}
