import type { Vec3 } from '@openimagine/render';
import type { BuiltSet } from '../sets/set.ts';
import type { Placed, Troop } from './cast.ts';
import { hash } from './matrix.ts';
import { groupsOf, isShort, statureOf, type Together, type TogetherKind } from './together.ts';

/** How two stand: metres between them at a height of 1.65, how far one is before the other, and how far they open to the camera. */
interface Stand {
  readonly apart: number;
  readonly aside?: number;
  /** Radians that each turns from the other to the camera. */
  readonly open?: number;
  /** Radians that the line between them is turned, so that both faces are seen. */
  readonly turn?: number;
}

const STANDS: Readonly<Partial<Record<TogetherKind, Stand>>> = {
  hug: { apart: 0.27, aside: 0.11, turn: 0.5 },
  kiss: { apart: 0.36 },
  shakeHands: { apart: 0.57 },
  highFive: { apart: 0.74, open: 0.1 },
  danceClosely: { apart: 0.4, aside: 0.07, turn: 0.3 },
  dance: { apart: 1.15, open: 0.75 },
  talk: { apart: 0.95, open: 0.42 },
  argue: { apart: 0.85, open: 0.3 },
  fight: { apart: 1.1, open: 0.3 },
  propose: { apart: 0.72, open: 0.2 },
  faceOff: { apart: 1.15, open: 0.22 },
};

/** Whether all of them stand round something: their rows are looked at from where one stands. */
export function areRoundSomething(troop: Troop, troops: readonly Troop[]): boolean {
  return groupsOf(troops.map(({ actor }) => actor)).some(
    ({ how, members }) => /^(?:watch|circle)$/.test(how) && members[0]?.id === troop.actor.id,
  );
}

/** Moves those who do something together to where they reach each other, and turns them to what they are busy with. */
export function standTogether(placed: readonly Placed[], troops: readonly Troop[], set: BuiltSet): Placed[] {
  const moved = new Map<Placed, Placed>();
  const now = (one: Placed): Placed => moved.get(one) ?? one;
  const find = (id: string, copy: number): Placed | undefined =>
    placed.find((one) => one.actor.id === id && one.copy === copy);
  const groups = groupsOf(troops.map(({ actor }) => actor));
  for (const group of groups) {
    const members = group.members.flatMap(({ id, copy }) => find(id, copy) ?? []);
    if (members.length === 0) continue;
    const edge = outermost(group, members[0]!, placed);
    const target = group.target === undefined ? undefined : (edge?.copy ?? find(group.target, 0));
    if (group.target !== undefined && target === undefined) continue;
    if (group.how === 'watch' && target) {
      // What is looked at has the middle of the place, with whoever belongs to it.
      const own = groups.find((other) => other !== group && other.members.some(({ id }) => id === target.actor.id));
      const seen = own?.members.flatMap(({ id, copy }) => find(id, copy) ?? []) ?? [target];
      const [middle] = middleOf(seen.map(now));
      const shift = set.focus.position[0] - middle;
      for (const one of seen) {
        const { position, yaw } = now(one);
        moved.set(one, on(set, now(one), position[0] + shift, position[2], yaw));
      }
      const stood = roundStage(members.map(now), seen.map(now), set);
      for (const [i, one] of members.entries()) moved.set(one, stood[i]!);
      continue;
    }
    if (group.how === 'atPiano' && target) moved.set(target, { ...now(target), yaw: PIANO_YAW });
    const beside = (one: Placed): Placed => (edge ? on(set, one, edge.x, one.position[2], one.yaw) : one);
    const stood = arrange(group, members.map(now).map(beside), target && now(target), set);
    for (const [i, one] of members.entries()) moved.set(one, stood[i]!);
  }
  return placed.map(now);
}

/** Of a bed or a flock the copy at its edge, on the side of who is busy with it, and what is beyond: nobody stands within. */
function outermost(
  { how, target }: Together,
  one: Placed,
  placed: readonly Placed[],
): { readonly copy: Placed; readonly x: number } | undefined {
  const copies = placed.filter(({ actor }) => actor.id === target);
  if (how !== 'face' || copies.length < 3) return undefined;
  const [middle] = middleOf(copies);
  const side = one.position[0] > middle ? 1 : -1;
  const outward = ({ position }: Placed): number => side * position[0] + 0.3 * position[2];
  const copy = copies.reduce((best, other) => (outward(other) > outward(best) ? other : best));
  return { copy, x: copy.position[0] + side };
}

function arrange({ how }: Together, members: readonly Placed[], target: Placed | undefined, set: BuiltSet): Placed[] {
  const stand = STANDS[how];
  if (stand && members.length === 2) return faceToFace(members as [Placed, Placed], how, stand, set);
  switch (how) {
    case 'handInHand':
      return members.length === 2 ? sideBySide(members as [Placed, Placed], set) : [...members];
    case 'circle':
      return inCircle(members, set);
    case 'playAt':
      return target ? atEnds(members, target, set) : [...members];
    case 'sitAt':
    case 'standAt':
      return target ? atTable(members, target, how === 'sitAt', set) : [...members];
    case 'atPiano':
      return target ? [onBench(members[0]!, target, set), ...members.slice(1)] : [...members];
    case 'push':
      return target ? behindLoad(members, target, set) : [...members];
    case 'face':
      return target ? turnedTo(members, target, set) : [...members];
    default:
      return [...members];
  }
}

/** Height of a stool of an adult of size 1. */
const SEAT_METRES = 0.455;

const tallness = ({ built, scale }: Placed): number => Math.min(1.25, (built.bounds.height * scale) / 1.65);

function on(set: BuiltSet, one: Placed, x: number, z: number, yaw: number, lift = 0): Placed {
  return { ...one, position: [x, set.groundAt(x, z) + lift, z], yaw };
}

function middleOf(members: readonly Placed[]): readonly [x: number, z: number] {
  const mean = (axis: 0 | 2): number => members.reduce((sum, one) => sum + one.position[axis], 0) / members.length;
  return [mean(0), mean(2)];
}

function faceToFace(
  [left, right]: readonly [Placed, Placed],
  how: TogetherKind,
  { apart, aside = 0, open = 0, turn = 0 }: Stand,
  set: BuiltSet,
): Placed[] {
  const [x, z] = middleOf([left, right]);
  const size = (tallness(left) + tallness(right)) / 2;
  const half = (apart * size) / 2;
  // The smaller of the two is nearer to the camera.
  const nearer = tallness(left) <= tallness(right) * 1.02 ? 1 : -1;
  const shift = aside * size * nearer;
  const swing = turn * nearer;
  const [along, across] = [Math.cos(swing), Math.sin(swing)];
  // From the left one to the right one, and to the front of that line.
  const at = (side: number): readonly [number, number] => {
    const [u, v] = [-side * half, side * shift];
    return [x + u * along + v * across, z - u * across + v * along];
  };
  const center: Vec3 = [x, 0, z];
  const orbit = how === 'danceClosely' ? { orbit: { center, rate: 0.55 } } : {};
  const yaw = Math.PI / 2 - open;
  return [
    { ...on(set, left, ...at(1), yaw + swing), ...orbit },
    { ...on(set, right, ...at(-1), -yaw + swing), ...orbit },
  ];
}

/** Hand in hand, side by side across the way they go. */
function sideBySide([left, right]: readonly [Placed, Placed], set: BuiltSet): Placed[] {
  const [x, z] = middleOf([left, right]);
  const half = 0.29 * ((tallness(left) + tallness(right)) / 2);
  const { kind, direction } = left.actor.motion;
  const headings = { left: -Math.PI / 2 + 0.18, right: Math.PI / 2 - 0.18, toward: 0.12, away: Math.PI - 0.1 } as const;
  const isGoing = kind === 'walk' || kind === 'run';
  const yaw = !isGoing ? 0 : (headings[direction as keyof typeof headings] ?? 0.5);
  const [dx, dz] = [Math.cos(yaw) * half, -Math.sin(yaw) * half];
  return [on(set, left, x - dx, z - dz, yaw), on(set, right, x + dx, z + dz, yaw)];
}

/** A ring that is open to the camera. */
function inCircle(members: readonly Placed[], set: BuiltSet): Placed[] {
  const [x, z] = middleOf(members);
  const radius = 0.42 + 0.17 * members.length;
  return members.map((one, i) => {
    const angle = ((i + 0.5) / members.length) * 1.5 * Math.PI + 0.25 * Math.PI;
    const [dx, dz] = [-Math.sin(angle) * radius, Math.cos(angle) * radius];
    return on(set, one, x + dx, z + dz, Math.atan2(-dx, -dz) * 0.85);
  });
}

/** Behind a table and at its ends, turned to it and so to the camera. */
function atTable(members: readonly Placed[], table: Placed, sits: boolean, set: BuiltSet): Placed[] {
  const { width, depth } = table.built.bounds;
  const back = members.length > 2 ? members.length - 2 : members.length;
  const pitch = Math.min(0.85, (width * 0.9) / Math.max(1, back));
  return members.map((one, i) => {
    const scale = one.built.bounds.depth * one.scale;
    // Children sit high enough to see over the table.
    const lift = sits || isShort(one.actor) ? SEAT_METRES * Math.max(1, statureOf(one.actor)) : 0;
    if (i >= back) {
      const side = i === back ? -1 : 1;
      return on(
        set,
        one,
        table.position[0] + side * (width / 2 + 0.28),
        table.position[2],
        (-side * Math.PI) / 2.3,
        lift,
      );
    }
    const x = table.position[0] + (i - (back - 1) / 2) * pitch;
    return on(set, one, x, table.position[2] - depth / 2 - (sits || isShort(one.actor) ? 0.12 : scale * 0.5), 0, lift);
  });
}

/** Opposite each other over a narrow table. */
function atEnds(members: readonly Placed[], table: Placed, set: BuiltSet): Placed[] {
  const half = (table.built.bounds.width * table.scale) / 2 + 0.16;
  return members.map((one, i) => {
    const side = i === 0 ? -1 : 1;
    const lift = SEAT_METRES * Math.max(1, statureOf(one.actor));
    return on(set, one, table.position[0] + side * half, table.position[2], -side * 1.35, lift);
  });
}

/** A piano shows its side, and the player's face. */
const PIANO_YAW = -1.72;
const BENCH_METRES = 0.5;

function onBench(player: Placed, piano: Placed, set: BuiltSet): Placed {
  const { depth } = piano.built.bounds;
  const far = (depth * 0.48 - 0.2) * piano.scale;
  const [x, z] = [piano.position[0] + Math.sin(PIANO_YAW) * far, piano.position[2] + Math.cos(PIANO_YAW) * far];
  return on(set, player, x, z, PIANO_YAW + Math.PI, BENCH_METRES);
}

/** Onlookers in rows round the back of what they look at, so that neither hides the other. */
function roundStage(members: readonly Placed[], seen: readonly Placed[], set: BuiltSet): Placed[] {
  const pitch = 0.62;
  const [middle, deep] = middleOf(seen);
  const half = Math.max(
    ...seen.map(({ position, built }) => Math.abs(position[0] - middle) + built.bounds.width * 0.7),
  );
  const first = Math.max(1.5, half + 0.9);
  const spots: { x: number; z: number; yaw: number }[] = [];
  for (let row = 0; spots.length < members.length; row++) {
    const radius = first + row * 0.8;
    const count = Math.min(members.length - spots.length, Math.floor((radius * 2.9) / pitch));
    for (let i = 0; i < count; i++) {
      const angle = ((i + 0.5 + (row % 2) * 0.25) / count - 0.5) * 2.9 + (hash(i, row + 5) - 0.5) * 0.08;
      const far = radius + (hash(i, row + 9) - 0.5) * 0.25;
      const [dx, dz] = [Math.sin(angle) * far, -Math.cos(angle) * far];
      spots.push({ x: middle + dx, z: deep + dz, yaw: Math.atan2(-dx, -dz) });
    }
  }
  return members.map((one, i) => on(set, one, spots[i]!.x, spots[i]!.z, spots[i]!.yaw));
}

/** Behind what is pushed; both point one way. The load itself stays as it stands. */
function behindLoad(members: readonly Placed[], load: Placed, set: BuiltSet): Placed[] {
  const reach = Math.max(load.built.bounds.width, load.built.bounds.depth) * load.scale * 0.5 + 0.42;
  return members.map((one, i) => {
    const yaw = load.yaw;
    const across = (i - (members.length - 1) / 2) * 0.6;
    const [dx, dz] = [-Math.sin(yaw) * reach + Math.cos(yaw) * across, -Math.cos(yaw) * reach - Math.sin(yaw) * across];
    return on(set, one, load.position[0] + dx, load.position[2] + dz, yaw);
  });
}

/** What is done a few steps away. */
const FROM_AFAR =
  /^(?:photograph|film|watch|look at|stare at|gaze at|admire|paint|draw|sketch|guard|shoot|aim|point|teach|throw|show)$/;

/** One turns to it where it stands; several gather round the back of it. */
function turnedTo(members: readonly Placed[], target: Placed, set: BuiltSet): Placed[] {
  const [tx, , tz] = target.position;
  const half = (target.built.bounds.width * target.scale) / 2;
  const isNear = target.built.bounds.height < 2.4 && half < 1.6;
  if (members.length === 1 || !isNear) {
    return members.map((one) => {
      const side = one.position[0] >= tx ? 1 : -1;
      // At arm's length of what is small enough to be reached.
      const reach = FROM_AFAR.test(one.actor.does ?? '')
        ? 1.25
        : (target.built.bounds.height < 0.9 ? 0.5 : 0.34) * tallness(one);
      const x = isNear && members.length === 1 ? tx + side * (half + reach) : one.position[0];
      const toward = Math.atan2(tx - x, tz - one.position[2]);
      return on(set, one, x, isNear ? tz : one.position[2], Math.max(-1.25, Math.min(1.25, toward)));
    });
  }
  return members.map((one, i) => {
    const angle =
      (i / (members.length - 1) - 0.5) * 2 * (members.length === 2 ? 1.45 : 1.7) + (members.length % 2) * 0.3;
    const radius = half + 0.32 * tallness(one);
    const [dx, dz] = [Math.sin(angle) * radius, -Math.cos(angle) * radius];
    return on(set, one, tx + dx, tz + dz, Math.atan2(-dx, -dz) * 0.85);
  });
}
