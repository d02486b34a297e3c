import type { Vec3 } from '@openimagine/render';
import { familyOf } from '../actors/family.ts';
import type { Random } from '../random.ts';
import type { BuiltSet } from '../sets/set.ts';
import { type Arrangement, arrangeAround, arrangeBed, arrangeInAir, arrangeOnGround, LOOSENESS } from './arrange.ts';
import { arrangeAsTold } from './arrange-told.ts';
import { meetBeasts } from './beasts-together.ts';
import { carriersOf, placeCarried } from './carry.ts';
import { type Layer, layerOf, leadOf, type Placed, type Troop } from './cast.ts';
import { keepDry, sinkOf } from './keep-dry.ts';
import { scaleOver } from './over-small.ts';
import { relationTarget } from './relations.ts';
import { areRoundSomething, standTogether } from './stand-together.ts';

export interface PlaceContext {
  readonly set: BuiltSet;
  readonly aspect: number;
  readonly random: Random;
}

/** A troop on the floor plan: the middle of its foot and its extent. */
interface Block {
  readonly troop: Troop;
  readonly arrangement: Arrangement;
  x: number;
  z: number;
  y: number;
}

/**
 * Places everything near the subject; what belongs behind or above follows when the camera is known (`place-far.ts`).
 * Never overlaps two troops, whatever relations they name.
 */
export function placeMain(
  troops: readonly Troop[],
  layers: ReadonlyMap<Troop, Layer>,
  context: PlaceContext,
): { placed: Placed[]; rows: number } {
  const byId = new Map(troops.map((troop) => [troop.actor.id, troop]));
  const carriers = carriersOf(troops, byId);
  const near = troops.filter((troop) => layers.get(troop) === 'main');
  if (near.length === 0) return { placed: [], rows: 1 };
  const plan = new FloorPlan(context);
  const first = leadOf(troops);
  const lead = layers.get(first) === 'main' ? first : near[0]!;
  const standing = near.filter((troop) => !carriers.has(troop));
  const ordered = [lead, ...standing.filter((troop) => troop !== lead)].filter((troop) => !carriers.has(troop));
  const waiting = ordered.filter((troop) => relationTarget(troop, byId) !== undefined);
  const free = ordered.filter((troop) => !waiting.includes(troop));
  free.forEach((troop, index) => {
    plan.putFree(troop, index === 0);
  });
  // A relation to something that waits itself is served in a later round; a circle falls back to a free place.
  for (let round = 0; waiting.length > 0 && round < 24; round++) {
    const next = waiting.findIndex(
      (troop) =>
        plan.has(relationTarget(troop, byId)!) &&
        (troop.actor.relation?.and === undefined ||
          !byId.has(troop.actor.relation.and) ||
          plan.has(byId.get(troop.actor.relation.and)!)),
    );
    if (next >= 0) plan.putRelated(waiting[next]!, relationTarget(waiting[next]!, byId)!);
    else plan.putFree(waiting[Math.max(0, next)]!, false);
    waiting.splice(Math.max(0, next), 1);
  }
  plan.center();
  keepDry(plan.blocks, ROOTED_KINDS, context.set);
  const stood = plan.blocks.flatMap((block) => standBlock(block, lead, plan.blocks, context));
  const placed = meetBeasts(standTogether(stood, near, context.set), context.set);
  const rows = Math.max(
    1,
    ...plan.blocks.map(({ troop, arrangement }) =>
      areRoundSomething(troop, near) ? Math.min(2, arrangement.rows ?? 1) : (arrangement.rows ?? 1),
    ),
  );
  return { placed: [...placed, ...placeCarried(carriers, placed, context)], rows };
}

/** Related actors stand in the layer of what they relate to, so that a bird on a far tower is far too. */
export function nearLayer(
  troop: Troop,
  all: readonly Troop[],
  byId: ReadonlyMap<string, Troop>,
  hasSky: boolean,
): Layer {
  const seen = new Set<Troop>();
  let current = troop;
  while (!seen.has(current)) {
    seen.add(current);
    const target = relationTarget(current, byId);
    if (!target) return layerOf(current, all, hasSky);
    current = target;
  }
  return 'main';
}

class FloorPlan {
  readonly blocks: Block[] = [];
  readonly #context: PlaceContext;
  #side = 1;

  constructor(context: PlaceContext) {
    this.#context = context;
  }

  has(troop: Troop): boolean {
    return this.blocks.some((block) => block.troop === troop);
  }

  /** The first stands in the middle; the others take turns to its right and left. */
  putFree(troop: Troop, isFirst: boolean): void {
    const block = this.#blockOf(troop);
    const place = troop.actor.place;
    if (isFirst) {
      block.x =
        place === 'left' ? -block.arrangement.width * 0.4 : place === 'right' ? block.arrangement.width * 0.4 : 0;
    } else {
      const side = place === 'left' ? -1 : place === 'right' ? 1 : this.#nextSide();
      const first = this.blocks[0];
      if (place === 'foreground' && first)
        block.z = first.z + (first.arrangement.depth + block.arrangement.depth) / 2 + 0.3;
      block.x = side * 0.001;
      this.#slideFree(block, side);
    }
    this.blocks.push(block);
  }

  putRelated(troop: Troop, target: Troop): void {
    const block = this.#blockOf(troop);
    const base = this.blocks.find((candidate) => candidate.troop === target)!;
    const [a, b] = [base.arrangement, block.arrangement];
    const gap = 0.12 + 0.12 * Math.min(a.width, b.width);
    const beside = (side: number): void => {
      block.x = base.x + side * ((a.width + b.width) / 2 + gap);
      block.z = base.z;
      this.#slideFree(block, side);
    };
    switch (troop.actor.relation!.kind) {
      case 'leftOf':
        beside(-1);
        break;
      case 'rightOf':
        beside(1);
        break;
      case 'behind': {
        // Beside its shoulder, so that it is seen; a giant may stand straight behind.
        const side = b.height > a.height * 2 ? 0 : this.#nextSide();
        block.x = base.x + side * (a.width * 0.5 + b.width * 0.35);
        block.z = base.z - (a.depth + b.depth) / 2 - gap;
        break;
      }
      case 'inFrontOf': {
        const hides = b.height > a.height * 0.6;
        block.x = base.x + (hides ? this.#nextSide() * (a.width * 0.5 + b.width * 0.35) : 0);
        block.z = base.z + (a.depth + b.depth) / 2 + gap;
        break;
      }
      case 'under':
        // Below the cap of a toadstool, before its stem.
        if (target.actor.kind === 'mushroom' && a.height > b.height * 1.5) {
          block.x = base.x;
          block.z = base.z + a.height * 0.16 + b.depth * 0.42;
          break;
        }
        // What is nearly as tall would hide its tree: it stands before one half of it.
        block.x = base.x - (b.height * 2 > a.height ? b.width * 0.55 : a.width * 0.2);
        block.z = base.z + Math.min(a.depth * 0.22, 1.5) + b.depth * 0.4;
        // A lamp's post is thin: some way before it one is as well lit.
        if (target.actor.kind === 'streetLamp') block.z = base.z + b.height * 0.85;
        this.#slideFree(block, this.#nextSide(), base);
        break;
      case 'between': {
        const second = this.blocks.find((other) => other.troop.actor.id === troop.actor.relation?.and);
        this.#putBetween(block, base, second);
        break;
      }
      case 'around':
        block.x = base.x;
        block.z = base.z;
        break;
      default: {
        const isBed = a.width > b.width * 2.2 && a.height < b.height * 0.9;
        if (!isBed) {
          beside(this.#nextSide());
          break;
        }
        // Beside a broad, low group means among it: the subject before its one half, others behind it.
        const ahead = troop.actor.isSubject ? 1 : -1;
        block.x = base.x - ahead * a.width * 0.26;
        block.z = base.z + ahead * ((a.depth + b.depth) / 2 + gap);
      }
    }
    this.blocks.push(block);
  }

  /** Brings the whole group to the middle of the free ground, unless somebody was sent to a side. */
  center(): void {
    if (this.blocks.length === 0) return;
    if (this.blocks.some(({ troop }) => troop.actor.place === 'left' || troop.actor.place === 'right')) return;
    const left = Math.min(...this.blocks.map((block) => block.x - block.arrangement.width / 2));
    const right = Math.max(...this.blocks.map((block) => block.x + block.arrangement.width / 2));
    const shift = this.#context.set.focus.position[0] - (left + right) / 2;
    for (const block of this.blocks) block.x += shift;
  }

  /** Moves the two apart, or the copies of the one, until there is room in the middle. */
  #putBetween(block: Block, first: Block, second: Block | undefined): void {
    const gap = 0.12 + 0.12 * Math.min(first.arrangement.width, block.arrangement.width);
    if (second === undefined) {
      block.x = first.x;
      block.z = first.z;
      const half = block.arrangement.width / 2 + gap;
      const spots = first.arrangement.spots.map(([x, y, z]): Vec3 => [x + Math.sign(x || 1) * half, y, z]);
      Object.assign(first, { arrangement: { ...first.arrangement, spots, width: first.arrangement.width + half * 2 } });
      return;
    }
    const [left, right] = first.x <= second.x ? [first, second] : [second, first];
    block.x = left.x + (left.arrangement.width + block.arrangement.width) / 2 + gap;
    block.z = (left.z + right.z) / 2;
    right.x = Math.max(right.x, block.x + (block.arrangement.width + right.arrangement.width) / 2 + gap);
  }

  #nextSide(): number {
    const side = this.#side;
    this.#side = -side;
    return side;
  }

  #blockOf(troop: Troop): Block {
    const { set, aspect, random } = this.#context;
    const own = random.fork(`arrange/${troop.actor.id}`);
    const target = this.blocks.find((block) => block.troop.actor.id === troop.actor.relation?.to);
    const share = target ? moonScale(target.troop, troop) : 1;
    const footprint = footprintOf(troop);
    const size = { width: footprint.width * share, height: footprint.height * share, depth: footprint.depth * share };
    const arrangement =
      troop.actor.relation?.kind === 'around' && target
        ? arrangeAround(troop.members.length, size, target.arrangement.width / 2)
        : (arrangeAsTold(troop.actor, troop.members.length, size) ??
          (isAloft(troop, set.isDry?.(set.focus.position[0], set.focus.position[2])) &&
          !(
            familyOf(troop.actor.kind) === 'fish' && set.isDry?.(set.focus.position[0], set.focus.position[2]) === false
          )
            ? arrangeInAir(troop.members.length, size, aspect, own)
            : familyOf(troop.actor.kind) === 'flower' && troop.members.length > 4
              ? arrangeBed(troop.members.length, size, aspect, own)
              : arrangeOnGround(troop.members.length, size, aspect, own, LOOSENESS[familyOf(troop.actor.kind)])));
    const [x, , z] = set.focus.position;
    return { troop, arrangement, x, z, y: 0 };
  }

  /** Moves a block outward until it touches nobody. */
  #slideFree(block: Block, side: number, except?: Block): void {
    for (let i = 0; i < 40; i++) {
      const hit = this.blocks.find((other) => other !== except && overlaps(block, other));
      if (!hit) return;
      const gap =
        0.14 * Math.max(block.troop.size.width, Math.min(hit.troop.size.width, block.troop.size.width * 3)) + 0.05;
      block.x = hit.x + side * ((hit.arrangement.width + block.arrangement.width) / 2 + gap);
    }
  }
}

function overlaps(a: Block, b: Block): boolean {
  return (
    Math.abs(a.x - b.x) < (a.arrangement.width + b.arrangement.width) / 2 &&
    Math.abs(a.z - b.z) < (a.arrangement.depth + b.arrangement.depth) / 2
  );
}

const ALOFT_KINDS: ReadonlySet<string> = new Set([
  'airplane',
  'balloon',
  'fish',
  'turtle',
  'cloud',
  'planet',
  'moon',
  'fireworks',
]);

/** What never leaves the ground, whatever motion its words suggest. */
export const ROOTED_KINDS: ReadonlySet<string> = new Set([
  'bridge',
  'castle',
  'door',
  'house',
  'lighthouse',
  'mountain',
  'ruin',
  'sofa',
  'table',
  'torii',
  'tower',
  'tree',
  'waterfall',
  'window',
  'bookshelf',
  'streetLamp',
]);

/** Whether a troop hangs in air, water or space instead of standing. */
export function isAloft(troop: Troop, isLand = false): boolean {
  const { kind, pose, motion, attributes } = troop.actor;
  if (ROOTED_KINDS.has(kind)) return false;
  // A turtle is on its feet wherever it does not swim.
  if (kind === 'turtle' && /^(?:walk|run)$/.test(motion.kind)) return false;
  if (kind === 'turtle' && /^(?:idle|still)$/.test(motion.kind) && (isLand || !attributes.includes('sea')))
    return false;
  // A boat floats on the water, not above it.
  if (familyOf(kind) === 'boat' && motion.kind !== 'fly') return false;
  return (
    ALOFT_KINDS.has(familyOf(kind)) ||
    pose === 'flying' ||
    ['fly', 'float', 'swim', 'fall', 'rise'].includes(motion.kind)
  );
}

function standBlock(block: Block, lead: Troop, all: readonly Block[], { set, random }: PlaceContext): Placed[] {
  const { troop, arrangement } = block;
  const own = random.fork(`turn/${troop.actor.id}`);
  const isRing = troop.actor.relation?.kind === 'around';
  const center = isRing ? all.find((other) => other.troop.actor.id === troop.actor.relation?.to)?.troop : undefined;
  const scale = center ? moonScale(center, troop) : scaleOver(troop, all);
  const lift =
    center && isAloft(center) && isAloft(troop)
      ? liftOf(center, lead, set) + (center.size.height - troop.size.height * scale) / 2
      : liftOf(troop, lead, set);
  return troop.members.map((member, index) => {
    const spot = arrangement.spots[index]!;
    const [x, z] = [block.x + spot[0], block.z + spot[2]];
    const yaw = isRing ? Math.atan2(block.x - x, block.z - z) * 0.6 : faceCamera(troop, x, own);
    return {
      ...member,
      layer: 'main' as const,
      position: [x, set.groundAt(x, z) + spot[1] + lift, z] as Vec3,
      yaw,
      scale,
    };
  });
}

/** Moons are models of their own; beside their planet they are small and as high as its middle. */
const moonScale = (center: Troop, troop: Troop): number =>
  center.actor.kind === 'planet' && troop.actor.kind === 'moon' ? 0.3 : 1;

const MOVING: ReadonlySet<string> = new Set(['walk', 'run', 'drive', 'swim', 'fly']);

/** The room that a copy takes once it is turned as it will stand or go. */
function footprintOf({ actor, size }: Troop): Troop['size'] {
  const goesAcross =
    MOVING.has(actor.motion.kind) && actor.motion.direction !== 'toward' && actor.motion.direction !== 'away';
  const turn = goesAcross ? 1.05 : (TURNED[familyOf(actor.kind)] ?? 0);
  const [along, across] = [Math.cos(turn), Math.sin(turn)];
  return {
    width: size.width * along + size.depth * across,
    height: size.height,
    depth: size.depth * along + size.width * across,
  };
}

const TURNED: Readonly<Record<string, number>> = {
  car: 0.75,
  bus: 0.7,
  train: 0.6,
  horse: 0.85,
  boat: 0.8,
  bicycle: 0.95,
  airplane: 0.7,
  fish: 1.1,
  turtle: 0.6,
  dog: 0.5,
  fox: 0.6,
  dragon: 0.5,
  bird: 0.55,
  cat: 0.3,
  person: 0.18,
  robot: 0.25,
  shoe: 0.9,
  chair: 0.45,
};

/** How high the foot of a troop hangs: the lead high enough to have sky behind it. */
function liftOf(troop: Troop, lead: Troop, set: BuiltSet): number {
  const [x, , z] = set.focus.position;
  if (!isAloft(troop, set.isDry?.(x, z))) return sinkOf(troop, set);
  const { height } = troop.size;
  // Seen from above the water, what swims shows its back.
  if (/^(?:fish|turtle)$/.test(familyOf(troop.actor.kind)) && set.isDry?.(x, z) === false) return -0.42 * height;
  if (troop !== lead) return height * 1.2 + 0.2;
  // A butterfly is at home among the flowers, a dragon above the trees.
  return height * 0.7 + (familyOf(troop.actor.kind) === 'fish' ? 0.2 : Math.min(2.4, 0.25 + height * 2.5));
}

/** Partly towards the camera and towards the middle of the picture, as one would pose for it. */
function faceCamera(troop: Troop, x: number, random: Random): number {
  const turn = TURNED[familyOf(troop.actor.kind)] ?? 0;
  const side = x > 0.05 ? -1 : x < -0.05 ? 1 : random.next() < 0.5 ? -1 : 1;
  return side * turn * random.between(0.75, 1.1);
}
