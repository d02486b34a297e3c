import type { Vec3 } from '@openimagine/render';
import { familyOf } from '../actors/family.ts';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import type { BuiltSet } from '../sets/set.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { type CameraOptions, createBaseView } from './camera.ts';
import { carry, floatsIn } from './carry.ts';
import { isFlank, leadOf, type Placed, type Troop } from './cast.ts';
import { isExtra } from './extras.ts';
import { leanOf } from './lean.ts';
import { lookAway } from './look-away.ts';
import { add, clamp, dot, hash, lengthOf, subtract } from './matrix.ts';
import { overShoulder } from './over-shoulder.ts';
import { isAloft, nearLayer, type PlaceContext, placeMain } from './place.ts';
import { placeBackdrop, placeSky } from './place-far.ts';
import { placeFlanks } from './place-flanks.ts';
import { onRails, placeOnRails } from './rails.ts';
import { relateToScenery } from './relations.ts';
import { createPath } from './travel.ts';
import { boxCorners, type View } from './view.ts';

export interface PlaceAllContext {
  readonly scene: Scene;
  readonly set: BuiltSet;
  readonly aspect: number;
  readonly random: Random;
  readonly durationSeconds: number;
}

export interface PlacedFrame {
  readonly placed: readonly Placed[];
  readonly view: View;
  readonly cameraOptions: CameraOptions;
  /** Metres across the picture at the subject. */
  readonly reach: number;
}

/** Places the subject and its company, finds the camera for them, then fills what lies behind and above. */
export function placeAll(all: readonly Troop[], context: PlaceAllContext): PlacedFrame {
  const { hasSky } = traitsOf(context.scene.set);
  const later = all.filter(({ actor }) => actor.relation?.kind === 'insteadOf');
  const told = all.filter((troop) => !isExtra(troop.actor) && !later.includes(troop));
  const railed = onRails(told, context.set);
  const footed = told.filter((troop) => !railed.includes(troop));
  const troops = relateToScenery(footed, hasSky);
  const extras = all.filter((troop) => isExtra(troop.actor));
  const { scene, set, aspect, random, durationSeconds } = context;
  const placing = { set, aspect, random };
  const byId = new Map(troops.map((troop) => [troop.actor.id, troop]));
  const layers = new Map(troops.map((troop) => [troop, nearLayer(troop, troops, byId, hasSky)]));
  const { placed: stood, rows } = placeMain(troops, layers, placing);
  const near = lookAway([...stood, ...placeInstead(later, stood)], scene);
  const { main, framed } = overShoulder(near, scene.camera.shot);
  const far = troops.filter(
    (troop) => layers.get(troop) !== 'main' && !main.some((placed) => placed.actor === troop.actor),
  );
  const first = troops.length > 0 ? leadOf(troops) : undefined;
  const options = {
    plan: scene.camera,
    set,
    aspect,
    durationSeconds,
    // What falls off a table is seen on it and on the floor: from above its edge. So is what floats in a tub.
    rows: main.some(
      (one) =>
        one.carrier && (one.actor.changes?.some(({ kind }) => kind === 'drop') || floatsIn(one.carrier.built, [one])),
    )
      ? 3
      : rows,
    framing: framingOf(scene, first, main, far),
    lean: leanOf(main, scene, aspect),
  };
  const still = framePoints(framed, scene.camera.shot, () => [[0, 0, 0]]);
  const guess = createBaseView({ ...options, points: still });
  const reach = reachOf(guess);
  const moving = framePoints(framed, scene.camera.shot, (placed) =>
    placed.actor.count < CROWD ? extentOf(placed, context, reach) : [[0, 0, 0]],
  );
  const cameraOptions = { ...options, points: moving };
  const view = createBaseView(cameraOptions);
  const nearest = lengthOf(subtract(view.target, view.position));
  const depth = first ? first.size.depth : 0;
  const free = far.filter((troop) => !troop.actor.relation || !byId.has(troop.actor.relation.to));
  const backdrop = free.filter((troop) => layers.get(troop) === 'backdrop');
  const flanks = backdrop.filter((troop) => first !== undefined && isFlank(troop, first));
  const everywhere = [
    ...main,
    ...placeOnRails(railed, set),
    ...placeBackdrop(
      backdrop.filter((troop) => !flanks.includes(troop)),
      view,
      nearest + depth,
      placing,
    ),
    ...placeFlanks(flanks, view, nearest, placing),
    ...placeSky(
      free.filter((troop) => layers.get(troop) === 'sky'),
      view,
      nearest,
      placing,
    ),
  ];
  const company = [...companions(far, free, everywhere, placing), ...placeExtras(extras, view, nearest, placing)];
  return { placed: [...everywhere, ...company], view, cameraOptions, reach: reachOf(view) };
}

/** What another turns into comes where that was. */
function placeInstead(later: readonly Troop[], placed: readonly Placed[]): Placed[] {
  return later.flatMap(({ actor, members }) => {
    const before = placed.filter((one) => one.actor.id === actor.relation?.to);
    return members.flatMap((member, i): Placed[] => {
      const host = before[i % Math.max(1, before.length)];
      if (!host) return [];
      const { position, yaw, layer, carrier } = host;
      const aloft = actor.pose === 'flying' ? host.built.bounds.height * 0.7 + member.built.bounds.height : 0;
      return [
        {
          ...member,
          position: [position[0], position[1] + aloft, position[2]],
          yaw,
          layer,
          scale: 1,
          ...(carrier ? { carrier } : {}),
        },
      ];
    });
  });
}

/** Passers-by on both sides of the way, from beside the subject into the depth, with what they carry. */
function placeExtras(extras: readonly Troop[], view: View, nearest: number, placing: PlaceContext): Placed[] {
  const walkers = extras.filter((troop) => !troop.actor.relation);
  const near = clamp(nearest, 5, 9);
  const placed = walkers.flatMap((troop, index) =>
    troop.members.map((member): Placed => {
      const side = index % 2 === 0 ? 1 : -1;
      const z = view.position[2] - near - 2 - index * 3.6;
      const x = side * placing.set.focus.halfWidth * (0.42 + 0.3 * hash(index, 17));
      return { ...member, layer: 'backdrop', position: [x, placing.set.groundAt(x, z), z], yaw: 0, scale: 1 };
    }),
  );
  const held = extras.filter((troop) => troop.actor.relation);
  return [
    ...placed,
    ...held.flatMap((troop) =>
      carry(
        [troop],
        placed.filter((other) => other.actor.id === troop.actor.relation?.to),
        'held',
        placing,
      ),
    ),
  ];
}

/** Far actors that relate to other far actors stand on, or close to, those. */
function companions(
  far: readonly Troop[],
  free: readonly Troop[],
  placed: readonly Placed[],
  placing: { set: BuiltSet; aspect: number; random: Random },
): Placed[] {
  const done: Placed[] = [];
  const waiting = far.filter((troop) => !free.includes(troop));
  for (let round = 0; waiting.length > 0 && round < 24; round++) {
    const index = Math.max(
      0,
      waiting.findIndex((troop) => [...placed, ...done].some((other) => other.actor.id === troop.actor.relation?.to)),
    );
    const [troop] = waiting.splice(index, 1) as [Troop];
    const hosts = [...placed, ...done].filter((other) => other.actor.id === troop.actor.relation?.to);
    if (hosts.length === 0) continue;
    const kind = troop.actor.relation!.kind;
    if (['on', 'riding', 'above', 'inside', 'holding'].includes(kind)) {
      done.push(...carry([troop], hosts, kind === 'above' ? 'above' : kind === 'inside' ? 'inside' : 'on', placing));
      continue;
    }
    const side = kind === 'leftOf' ? -1 : 1;
    const host = hosts[0]!;
    for (const member of troop.members) {
      const step =
        ((host.built.bounds.width * host.scale + troop.size.width) / 2) * 1.15 + member.copy * troop.size.width * 1.2;
      const ahead = kind === 'inFrontOf' ? (host.built.bounds.depth + troop.size.depth) / 2 : 0;
      const [x, z] = [host.position[0] + side * step * (ahead > 0 ? 0.4 : 1), host.position[2] + ahead];
      const y = host.layer === 'sky' ? host.position[1] : placing.set.groundAt(x, z);
      done.push({ ...member, layer: host.layer, position: [x, y, z], yaw: host.yaw, scale: 1 });
    }
  }
  return done;
}

function framingOf(
  scene: Scene,
  lead: Troop | undefined,
  main: readonly Placed[],
  far: readonly Troop[],
): CameraOptions['framing'] {
  const { isOpen } = traitsOf(scene.set);
  const isAlone = main.every((placed) => placed.actor === lead?.actor || placed.carrier);
  if (lead && isOpen && isAloft(lead) && isAlone) return 'aloft';
  const isWide = scene.camera.shot === 'wide' || scene.camera.shot === 'extremeWide';
  const isBefore = main.some(
    ({ actor, carrier }) => actor.place === 'foreground' && (carrier?.actor ?? actor) === lead?.actor,
  );
  if (isBefore && isWide) return 'foreground';
  if (isOpen && scene.camera.shot === 'medium' && scene.setDetails.some((detail) => SKY_SIGHTS.test(detail)))
    return 'heavens';
  if (far.length > 0 && isOpen) return 'sky';
  const subjects = main.filter((placed) => placed.actor.isSubject);
  const tallest = (list: readonly Placed[]): number =>
    Math.max(0, ...list.map((placed) => placed.built.bounds.height * placed.scale));
  if (subjects.length > 0 && tallest(main) > tallest(subjects) * 1.8) return 'tall';
  const speaksAlone = main.length === 1 && lead?.actor.says !== undefined;
  const isHeavenly = scene.set === 'space' && lead?.actor.kind === 'planet';
  return isHeavenly || (isAlone && (lead?.actor.kind === 'waterfall' || speaksAlone)) ? 'filling' : 'ordinary';
}

/** What the upper part of the picture is kept for. */
const SKY_SIGHTS = /^(?:stars|milky way|aurora|rainbow|eclipse|meteor shower|shooting star|constellations?)$/;

const reachOf = (view: View): number =>
  2 * view.halfWidth * Math.max(0.5, dot(subtract(view.target, view.position), view.forward));

/** Where a member goes during the film, as offsets; one that the camera follows counts as still. */
function extentOf(placed: Placed, { scene, set, durationSeconds }: PlaceAllContext, reach: number): Vec3[] {
  const path = createPath(placed, { scene, set, durationSeconds, reach });
  if (path.isFollowed) return [[0, 0, 0]];
  if (path.extent) return [...path.extent];
  return [0, 0.25, 0.5, 0.75, 1].map((share) => path.at(share * durationSeconds).offset);
}

/** The corners of all boxes at all their places: what the camera must see. */
export function framePoints(
  members: readonly Placed[],
  shot: Scene['camera']['shot'],
  offsetsOf: (placed: Placed) => readonly Vec3[],
): Vec3[] {
  return members
    .filter((placed) => !isAtEdge(placed, members) && !isFarDressing(placed, members))
    .flatMap((placed) => {
      const { foot, width, height, depth } = shownBox(placed, members, shot);
      const [along, across] = [Math.abs(Math.cos(placed.yaw)), Math.abs(Math.sin(placed.yaw))];
      const [w, d] = [width * along + depth * across, depth * along + width * across];
      return offsetsOf(placed).flatMap((offset) => boxCorners(add(foot, offset), w, height, d));
    });
}

const CROWD = 13;

/** A crowd goes on beyond the picture: those at its sides and far behind need not be seen. */
function isAtEdge(placed: Placed, members: readonly Placed[]): boolean {
  if (placed.actor.count < CROWD || placed.carrier || familyOf(placed.actor.kind) !== 'person') return false;
  const all = members.filter((other) => other.actor === placed.actor);
  const xs = all.map(({ position }) => position[0]);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  // Behind somebody else a part of it will do.
  const isAlone = members.every(({ actor, carrier }) => actor === placed.actor || carrier);
  return Math.abs(placed.position[0] - (left + right) / 2) > (right - left) * (isAlone ? 0.36 : 0.2);
}

/** Copies from which on a plural is a place full of them, and not a number to be counted. */
const PLENTY = 7;

/** Many flowers or cabbages round a beast are where it is: those far from it may leave the picture, so that it is seen. */
function isFarDressing(placed: Placed, members: readonly Placed[]): boolean {
  const { actor, carrier, position } = placed;
  if (actor.count < PLENTY || actor.isSubject || carrier || isAlive(placed)) return false;
  const subjects = members.filter((one) => one.actor.isSubject && !one.carrier && isAlive(one));
  if (subjects.length === 0 || members.some((one) => one.carrier?.actor === actor)) return false;
  return subjects.every((one) => {
    const { width, height, depth } = one.built.bounds;
    const away = Math.hypot(position[0] - one.position[0], position[2] - one.position[2]);
    return away > 1.8 * one.scale * Math.max(width, height, depth);
  });
}

const isAlive = ({ actor }: Placed): boolean =>
  /^(?:person|cat|dog|fox|bird|fish|horse|turtle|dragon|robot)$/.test(familyOf(actor.kind));

/** What only carries a small subject need not be seen whole: of a table with a candle, the top round the candle. */
const STANDS: ReadonlySet<string> = new Set([
  'table',
  'bookshelf',
  'rock',
  'box',
  'mountain',
  'house',
  'bridge',
  'tree',
  'foliage',
  'flower',
  'furnishing',
  'mushroom',
]);

const ALIVE: ReadonlySet<string> = new Set([
  'person',
  'robot',
  'cat',
  'dog',
  'fox',
  'bird',
  'horse',
  'dragon',
  'turtle',
]);

const UPRIGHT: ReadonlySet<string> = new Set([
  'tree',
  'streetLamp',
  'house',
  'tower',
  'lighthouse',
  'statue',
  'fountain',
]);

const NEAR: ReadonlySet<Scene['camera']['shot']> = new Set(['close', 'macro', 'portrait', 'overShoulder']);
const FACES: ReadonlySet<string> = new Set(['person', 'robot']);

function shownBox(
  placed: Placed,
  members: readonly Placed[],
  shot: Scene['camera']['shot'],
): { foot: Vec3; width: number; height: number; depth: number } {
  const { width, height, depth } = placed.built.bounds;
  const whole = {
    foot: placed.position,
    width: width * placed.scale,
    height: height * placed.scale,
    depth: depth * placed.scale,
  };
  // Nobody is shown from head to foot in a close-up: it is a face above its shoulders.
  if (NEAR.has(shot) && FACES.has(familyOf(placed.actor.kind)) && placed.actor.pose !== 'lying') {
    const [x, y, z] = placed.position;
    return { ...whole, foot: [x, y + whole.height * 0.62, z], height: whole.height * 0.38, width: whole.width * 0.8 };
  }
  // A beast's portrait is its head with the neck and shoulders below.
  const { face } = placed.built;
  if (NEAR.has(shot) && face !== undefined && members.every((other) => other.carrier !== placed)) {
    const [along, across] = [Math.cos(placed.yaw), Math.sin(placed.yaw)];
    const [x, y, z] = face.at.map((value) => value * placed.scale) as unknown as Vec3;
    const half = face.radius * placed.scale;
    const middle: Vec3 = [
      placed.position[0] + x * along + z * across,
      placed.position[1] + y - half * 1.75,
      placed.position[2] + z * along - x * across,
    ];
    return { foot: middle, width: half * 2.6, height: half * 2.9, depth: half * 1.6 };
  }
  // Of a flower seen from near the bloom is the subject, not its stem.
  if (NEAR.has(shot) && placed.actor.kind === 'flower' && !members.some((other) => other.carrier === placed)) {
    const [x, y, z] = placed.position;
    return { ...whole, foot: [x, y + whole.height * 0.62, z], height: whole.height * 0.38 };
  }
  // Somebody under a tree is the subject: of the tree the trunk and some of the crown will do.
  const lead = members.find(({ actor }) => actor.isSubject && ALIVE.has(familyOf(actor.kind)));
  if (lead && lead !== placed && !placed.actor.isSubject && UPRIGHT.has(placed.actor.kind)) {
    const tall = lead.built.bounds.height * lead.scale;
    const share = FACES.has(familyOf(lead.actor.kind)) ? 2.3 : 4;
    return {
      ...whole,
      height: Math.min(whole.height, tall * share),
      width: Math.min(whole.width, tall * (share - 0.3)),
    };
  }
  // A waterfall is its veil: the rocks beside it may leave the picture, or a tall picture would show it small.
  if (placed.actor.kind === 'waterfall') return { ...whole, width: whole.width * 0.42, height: whole.height * 0.97 };
  const guests = members.filter((other) => other.carrier === placed);
  if (guests.length === 0 || !STANDS.has(placed.actor.kind) || placed.actor.isSubject) return whole;
  const tall = Math.max(...guests.map((guest) => (guest.built.bounds.height * guest.scale) / placed.scale));
  const isStillLife = guests.every(({ actor }) => !ALIVE.has(familyOf(actor.kind)));
  const isFlat = placed.actor.kind === 'furnishing' && height < 0.12;
  if (tall > height * (isStillLife ? 1.1 : 0.6) && !isFlat) return whole;
  const xs = guests.map((guest) => guest.position[0]);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const reach = Math.max(...xs) - middle + tall * 0.9;
  if (isFlat) return { ...whole, width: Math.min(whole.width, reach * 3.2), depth: Math.min(whole.depth, tall * 2.4) };
  const [first] = guests as [Placed];
  // Of a tub the rim all round what floats in it.
  if (floatsIn(placed.built, guests))
    return {
      foot: [placed.position[0], placed.position[1] + whole.height * 0.4, placed.position[2]],
      width: whole.width * 0.85,
      height: whole.height * 0.4,
      depth: whole.depth,
    };
  return {
    foot: [middle, first.position[1] - tall * 0.35, first.position[2]],
    width: Math.min(whole.width, reach * 2),
    height: tall * 0.35,
    depth: Math.min(whole.depth, tall),
  };
}
