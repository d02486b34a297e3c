import type { Vec3 } from '@openimagine/render';
import { buildInActs } from '../actors/act-change.ts';
import type { Actor, ActorContext, ActorModel } from '../actors/actor.ts';
import { actorModels } from '../actors/all-actors.ts';
import { familyOf } from '../actors/family.ts';
import type { Random } from '../random.ts';
import type { ActorKind, Scene, SceneActor } from '../scene.ts';
import type { Line } from '../sound/speech/line.ts';
import { hasActs } from './acts.ts';
import { isExtra } from './extras.ts';
import { fallbackActor } from './fallback-actor.ts';
import { isNight } from './light.ts';
import { inManyColors } from './many-colors.ts';
import type { StageOptions } from './stage.ts';
import { partsOf } from './together.ts';

/** One copy of one actor, built but not yet placed. */
export interface Member {
  readonly actor: SceneActor;
  readonly copy: number;
  readonly model: ActorModel;
  readonly built: Actor;
}

/** Where a member belongs in the depth of the picture. */
export type Layer = 'main' | 'backdrop' | 'sky';

/** A member with its place in the world at the middle of its path. */
export interface Placed extends Member {
  readonly layer: Layer;
  readonly position: Vec3;
  /** Radians about +y; 0 faces the camera. */
  readonly yaw: number;
  /** Evenly enlarged, for things in the sky whose size is an angle. */
  readonly scale: number;
  /** What carries it: it moves along. */
  readonly carrier?: Placed;
  /** In the carrier's hands. */
  readonly isInHand?: boolean;
  /** A train on the rails of the place. */
  readonly isOnRails?: boolean;
  /** Goes round a place of the world, radians a second: couples that dance. */
  readonly orbit?: { readonly center: Vec3; readonly rate: number };
}

/** All copies of one actor, which are placed together. */
export interface Troop {
  readonly actor: SceneActor;
  readonly members: readonly Member[];
  /** The largest copy. */
  readonly size: { readonly width: number; readonly height: number; readonly depth: number };
}

/** Triangles for a whole frame are about 120,000; this many copies still share heroes' detail. */
/** What is lit from within by day, too, when the prompt says so. */
const HAS_WINDOWS: ReadonlySet<ActorKind> = new Set(['house', 'castle', 'tower', 'lighthouse', 'train', 'temple']);
const HEROES_MAX = 3;
const NORMAL_MAX = 12;

/** Snow lies on roofs where it falls. */
function snowedOn(actor: SceneActor, { weather, season }: Scene): SceneActor {
  const isSnowy = weather === 'snow' && season !== 'summer';
  return isSnowy && actor.kind === 'house' ? { ...actor, attributes: [...actor.attributes, 'snowy'] } : actor;
}

/** Builds every copy of every actor. */
export function castActors(
  scene: Scene,
  actors: readonly SceneActor[],
  options: StageOptions,
  random: Random,
  lines: readonly Line[] = [],
): Troop[] {
  const total = actors.reduce((sum, actor) => sum + actor.count, 0);
  const hasSubject = actors.some((actor) => actor.isSubject);
  const held = new Set(actors.flatMap(({ relation }) => (relation?.kind === 'holding' ? [relation.to] : [])));
  for (const { id, relation } of actors) if (relation?.kind === 'heldBy') held.add(id);
  // A train would be longer than an arch: what it crosses is a long, flat bridge.
  const bridges = new Set(actors.flatMap(({ kind, relation }) => (relation && LONG.has(kind) ? [relation.to] : [])));
  const parts = partsOf(actors);
  return actors.map((actor) => {
    const isHero = (actor.isSubject || !hasSubject) && actor.count <= HEROES_MAX;
    const isFar = actor.place === 'background' || actor.count > NORMAL_MAX || total > 30;
    const model = modelOf(actor.kind);
    const line = lines.find(({ actorId }) => actorId === actor.id);
    const members = Array.from({ length: actor.count }, (_, copy): Member => {
      const build =
        hasActs(actor) && actor.kind !== 'person'
          ? (context: ActorContext) => buildInActs(model, context)
          : model.build;
      const built = build({
        actor: bridges.has(actor.id)
          ? { ...actor, attributes: [...actor.attributes, 'viaduct'] }
          : inManyColors(snowedOn(actor, scene), copy, scene),
        copy,
        random: random.fork(`${actor.id}/${copy}`),
        assets: options.assets,
        isNight: isNight(scene) || (scene.setDetails.includes('lit windows') && HAS_WINDOWS.has(actor.kind)),
        detail: isExtra(actor) ? (actors.length > 6 ? 'far' : 'normal') : isHero ? 'hero' : isFar ? 'far' : 'normal',
        durationSeconds: options.durationSeconds,
        isHeld: held.has(actor.id),
        ...holdsOf(actor, actors),
        ...(parts.has(`${actor.id}/${copy}`) ? { part: parts.get(`${actor.id}/${copy}`)! } : {}),
        ...(line ? { line } : {}),
      });
      return { actor, copy, model, built };
    });
    const largest = (side: 'width' | 'height' | 'depth'): number =>
      Math.max(0.02, ...members.map((member) => member.built.bounds[side]));
    return { actor, members, size: { width: largest('width'), height: largest('height'), depth: largest('depth') } };
  });
}

const LONG: ReadonlySet<ActorKind> = new Set(['train', 'bus', 'truck']);

/** What somebody has in hand, whoever of the two was told of the other. */
function holdsOf(
  { id, relation }: SceneActor,
  actors: readonly SceneActor[],
): Pick<ActorContext, 'holdsId' | 'holdsTwo'> {
  const things = actors.filter((other) => other.relation?.kind === 'heldBy' && other.relation.to === id);
  const [holdsId, second] = [
    ...(relation?.kind === 'holding' ? [relation.to] : []),
    ...things.map((thing) => thing.id),
  ];
  return holdsId === undefined ? {} : { holdsId, ...(second === undefined ? {} : { holdsTwo: true }) };
}

function modelOf(kind: ActorKind): ActorModel {
  return actorModels[kind] ?? actorModels.standIn ?? fallbackActor;
}

/** What belongs to the sky wherever there is one. */
export const SKY_KINDS: ReadonlySet<ActorKind> = new Set(['cloud', 'fireworks', 'moon', 'planet']);
const FLYER_KINDS: ReadonlySet<ActorKind> = new Set(['airplane', 'balloon', 'bird', 'dragon', 'utensil']);
const LARGE_KINDS: ReadonlySet<ActorKind> = new Set([
  'bridge',
  'castle',
  'house',
  'lighthouse',
  'mountain',
  'ruin',
  'tower',
  'train',
  'waterfall',
]);

/** The layer of a troop among the others: what is subject or near it, behind it, or above it. */
export function layerOf(troop: Troop, all: readonly Troop[], hasSky: boolean): Layer {
  const { actor, size } = troop;
  const lead = leadOf(all);
  if (hasSky && SKY_KINDS.has(actor.kind)) return 'sky';
  if (troop === lead) return 'main';
  if (SKY_KINDS.has(actor.kind) || actor.place === 'top') return 'sky';
  const flies = actor.pose === 'flying' || actor.motion.kind === 'fly' || ['airplane', 'balloon'].includes(actor.kind);
  if (FLYER_KINDS.has(familyOf(actor.kind)) && flies && !actor.isSubject) return 'sky';
  if (actor.place === 'background' || actor.kind === 'mountain') return 'backdrop';
  if (size.height > Math.max(3, lead.size.height * 4) && !actor.isSubject) return 'backdrop';
  if (isFlank(troop, lead)) return 'backdrop';
  if (actor.place === 'foreground' || actor.isSubject) return 'main';
  const ratio = size.height / lead.size.height;
  if (LARGE_KINDS.has(actor.kind) && ratio > 1.6) return 'backdrop';
  return 'main';
}

/** Growth and stones: several of them are where something else is, unless nothing else is there. */
const GROWTH: ReadonlySet<ActorKind> = new Set(['tree', 'rock', 'flower', 'cloud']);

const isScenery = ({ actor }: Troop): boolean =>
  actor.kind === 'mountain' || SKY_KINDS.has(actor.kind) || (actor.count > 2 && GROWTH.has(familyOf(actor.kind)));

/** Palms on a beach stand to the left and right of who is there, not in a row beside them. */
export function isFlank(troop: Troop, lead: Troop): boolean {
  const { actor, size } = troop;
  const isTall = size.height > Math.max(1.5, lead.size.height * 0.4);
  return (
    troop !== lead && isScenery(troop) && GROWTH.has(familyOf(actor.kind)) && isTall && !actor.place && !actor.relation
  );
}

/** Neither far away nor up in the sky. */
const isNear = ({ actor }: Troop): boolean => actor.place !== 'background' && actor.place !== 'top';

/** The troop that frames the picture: the subject, or else the first that is not mere sky or scenery. */
export function leadOf(all: readonly Troop[]): Troop {
  const free = all.filter((troop) => !troop.actor.relation);
  const candidates = free.length > 0 ? free : all;
  return (
    candidates.find((troop) => troop.actor.isSubject && isNear(troop) && !isScenery(troop)) ??
    candidates.find((troop) => isNear(troop) && !isScenery(troop)) ??
    candidates.find(
      ({ actor }) =>
        actor.isSubject && actor.place !== 'background' && actor.kind !== 'fireworks' && actor.kind !== 'cloud',
    ) ??
    candidates.find(
      ({ actor }) => actor.place !== 'background' && !SKY_KINDS.has(actor.kind) && actor.kind !== 'mountain',
    ) ??
    candidates[0]!
  );
}
