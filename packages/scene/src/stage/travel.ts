import type { Vec3 } from '@openimagine/render';
import { actorModels } from '../actors/all-actors.ts';
import { familyOf } from '../actors/family.ts';
import type { Motion, Scene, SceneActor } from '../scene.ts';
import type { BuiltSet } from '../sets/set.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { hasActs } from './acts.ts';
import { actsPath } from './acts-path.ts';
import type { Placed } from './cast.ts';
import { changePath } from './change/change-path.ts';
import { coast } from './continue/sequel.ts';
import { type LaunchPlan, planLaunch } from './launch-plan.ts';
import { clamp, hash, smoothstep } from './matrix.ts';
import { type Path, REST, type Step, type TravelContext } from './path.ts';
import { ROOTED_KINDS } from './place.ts';
import { railPath } from './rails.ts';

/** Metres a second where a model names none. */
const ORDINARY: Readonly<Partial<Record<Motion['kind'], number>>> = {
  walk: 1.2,
  run: 3.6,
  drive: 7,
  swim: 0.8,
  fly: 4,
  launch: 10,
};
const OVER_GROUND: ReadonlySet<Motion['kind']> = new Set(['walk', 'run', 'drive', 'swim', 'fly']);

/** The way of a member through the film: closed form, so that any instant can be asked for alone. */
export function createPath(placed: Placed, context: TravelContext): Path {
  if (placed.isOnRails) return railPath(placed, context.durationSeconds);
  const path = ownPath(
    isMovedByChange(placed) ? { ...placed, actor: { ...placed.actor, motion: RESTING } } : placed,
    context,
  );
  return placed.actor.changes === undefined ? path : changePath(path, placed, context);
}

const RESTING: Motion = { kind: 'idle', speed: 1 };

/** What falls off a table does not hang in the air as what only falls does. */
const isMovedByChange = ({ actor }: Placed): boolean =>
  /^(?:rise|fall|launch)$/.test(actor.motion.kind) &&
  actor.changes?.some(({ kind }) => /^(?:drop|land|sink|surface|collapse)$/.test(kind)) === true;

function ownPath(placed: Placed, context: TravelContext): Path {
  const { actor, copy } = placed;
  const { motion } = actor;
  const phase = hash(copy, actor.id.length * 31 + actor.kind.length) * Math.PI * 2;
  if (ROOTED_KINDS.has(actor.kind)) return { isFollowed: false, at: () => REST };
  if (hasActs(actor) && actor.relation?.kind !== 'riding')
    return actsPath(placed, {
      ...context,
      headingOf: (one) => headingOf(one.motion, placed, context),
      isIndoors: traitsOf(context.scene.set).isIndoors === true,
    });
  if (placed.orbit) return orbitPath(placed.position, placed.orbit);
  if (motion.kind === 'launch')
    return launchPath(planLaunch(context.durationSeconds, placed.built.bounds.height, motion.speed, context.sequels));
  if (OVER_GROUND.has(motion.kind) && placed.carrier?.actor.kind === 'bridge') return deckPath(placed.carrier, context);
  if (motion.kind === 'fly' && actor.does === 'hover' && actor.relation) return hoverPath(placed, phase);
  if (OVER_GROUND.has(motion.kind) && placed.carrier === undefined) {
    return motion.direction === 'around' ? ringPath(placed, context, phase) : crossPath(placed, context, phase);
  }
  const rate = Math.min(2.5, motion.speed);
  const { height } = placed.built.bounds;
  const own = Object.hasOwn(placed.model.gaits, motion.kind);
  const still = (at: (t: number) => Partial<Step>): Path => ({ isFollowed: false, at: (t) => ({ ...REST, ...at(t) }) });
  switch (motion.kind) {
    case 'float': {
      // A balloon sways in the air; a boat hardly leaves the water.
      const rise = height * (familyOf(actor.kind) === 'boat' ? 0.012 : 0.07);
      // What the wind carries goes on, all copies one way.
      const drift = actor.kind === 'balloon' ? -height * 0.045 * rate : 0;
      return still((t) => ({
        offset: [
          Math.sin(t * 0.5 * rate + phase) * height * 0.05 + (t - context.durationSeconds / 2) * drift,
          Math.sin(t * 0.9 * rate + phase) * rise,
          0,
        ],
        roll: Math.sin(t * 0.7 * rate + phase) * 0.04,
      }));
    }
    case 'rise':
    case 'fall': {
      const sign = motion.kind === 'rise' ? 1 : -1;
      const length = Math.min(context.reach * 0.45, height * 2 + 1);
      return still((t) => {
        const progress = smoothstep(-0.1, 1.1, t / context.durationSeconds) - 0.5;
        const sway = Math.sin(t * 1.4 + phase) * 0.06 * height;
        return {
          offset: [sway, sign * progress * length, 0],
          distance: (progress + 0.5) * length,
          speed: length / context.durationSeconds,
        };
      });
    }
    case 'spin':
      return own ? still(() => ({})) : still((t) => ({ spin: t * 0.9 * rate }));
    case 'sway':
      return own ? still(() => ({})) : still((t) => ({ roll: Math.sin(t * 1.3 * rate + phase) * 0.06 }));
    case 'dance':
      return own
        ? still(() => ({}))
        : still((t) => ({
            offset: [0, Math.abs(Math.sin(t * 4 * rate + phase)) * height * 0.05, 0],
            spin: Math.sin(t * 2 * rate + phase) * 0.35,
            roll: Math.sin(t * 4 * rate + phase) * 0.07,
          }));
    case 'jump':
      return own
        ? still(() => ({}))
        : still((t) => {
            const beat = (t * 0.9 * rate + phase / 6.3) % 1;
            return { offset: [0, Math.max(0, 4 * beat * (0.6 - beat)) * height * 0.5, 0] };
          });
    case 'fade':
      return still((t) => ({ scale: 1 - 0.999 * smoothstep(0.35, 0.95, t / context.durationSeconds) }));
    default:
      return still(() => ({}));
  }
}

/** Whether it is the subject, or what the subject rides. */
function bearsSubject({ actor }: Placed, scene: Scene): boolean {
  return (
    actor.isSubject ||
    scene.actors.some((other) => other.isSubject && other.relation?.kind === 'riding' && other.relation.to === actor.id)
  );
}

/** All who go over the ground with a beast, of their own will and no way told: they go one way at one pace. */
function companyOf({ id, motion }: SceneActor, { actors }: Scene): readonly SceneActor[] {
  if (!/^(?:walk|run)$/.test(motion.kind)) return [];
  const going = actors.filter(
    (one) =>
      one.motion.kind === motion.kind &&
      one.motion.direction === undefined &&
      one.relation?.kind !== 'riding' &&
      one.place !== 'background' &&
      /^(?:person|cat|dog|fox|horse|bird)$/.test(familyOf(one.kind)),
  );
  const hasBeast = going.some(({ kind }) => familyOf(kind) !== 'person');
  return going.length > 1 && hasBeast && going.some((one) => one.id === id) ? going : [];
}

/** @returns Metres a second of the subject among them. */
function paceOfLead({ actor }: Placed, scene: Scene): number | undefined {
  const company = companyOf(actor, scene);
  const lead = company.find(({ isSubject }) => isSubject);
  if (lead === undefined) return undefined;
  const { kind, speed } = lead.motion;
  return (actorModels[lead.kind]?.gaits[kind] ?? ORDINARY[kind] ?? 1) * speed;
}

/** Straight over the ground at an even pace; the placed position is its middle. */
function crossPath(placed: Placed, context: TravelContext, phase: number): Path {
  const { motion, kind } = placed.actor;
  const { durationSeconds, set } = context;
  // Where others come later, the camera waits for them.
  const isAwaited = context.scene.actors.some(({ changes }) => changes?.some(({ kind }) => kind === 'arrive'));
  const pace = paceOfLead(placed, context.scene);
  const isSubject = (bearsSubject(placed, context.scene) || pace !== undefined) && !isAwaited;
  const heading = headingOf(motion, placed, context);
  const flies = motion.kind === 'fly' || motion.kind === 'swim';
  const wanted = pace ?? (placed.model.gaits[motion.kind] ?? ORDINARY[motion.kind] ?? 1) * motion.speed;
  const room = roomAlong(heading, set, context);
  const canFollow = !flies || (motion.kind === 'fly' && traitsOf(context.scene.set).hasFreeAir);
  const isFollowed = isSubject && canFollow && placed.layer === 'main' && wanted * durationSeconds > room.still;
  const stays = isAwaited && bearsSubject(placed, context.scene) ? context.reach * 0.62 : room.still;
  const length = Math.min(wanted * durationSeconds, isFollowed ? room.followed : stays);
  const speed = length / durationSeconds;
  const direction: Vec3 = [Math.sin(heading), 0, Math.cos(heading)];
  const { height } = placed.built.bounds;
  const bob = flies ? height * (motion.kind === 'fly' ? 0.16 : 0.08) : 0;
  const bank = kind === 'airplane' ? 0.06 : 0;
  // Behind the end of the film a camera that comes along through a wood has only so much way before it.
  const isHemmed = isFollowed && traitsOf(context.scene.set).openWay === undefined;
  const goesOn = (since: number): number => (isHemmed ? coast(since, durationSeconds) : Math.max(0, since));
  return {
    isFollowed,
    at(seconds) {
      const going = clamp(seconds, 0, durationSeconds) + goesOn(seconds - durationSeconds);
      const along = (going - durationSeconds / 2) * speed;
      const [x, z] = [placed.position[0] + direction[0] * along, placed.position[2] + direction[2] * along];
      const climb = flies ? 0 : set.groundAt(x, z) - set.groundAt(placed.position[0], placed.position[2]);
      return {
        ...REST,
        offset: [direction[0] * along, climb + Math.sin(seconds * 1.7 + phase) * bob, direction[2] * along],
        yaw: heading,
        roll: bank * Math.sin(seconds * 0.6),
        distance: speed * going,
        speed:
          seconds > durationSeconds && isHemmed
            ? speed * Math.exp((durationSeconds - seconds) / durationSeconds)
            : speed,
      };
    },
  };
}

/** Over a bridge from end to end, in the bridge's own space: it spans along x, flat or in an arch. */
function deckPath(bridge: Placed, { durationSeconds }: TravelContext): Path {
  const { width } = bridge.built.bounds;
  const seat = bridge.built.seats?.[0];
  const top = seat?.position[1] ?? bridge.built.bounds.height;
  const isFlat = (seat?.width ?? 0) > width * 0.32;
  const length = width * (isFlat ? 0.55 : 0.7);
  const speed = length / durationSeconds;
  return {
    isFollowed: false,
    at(seconds) {
      const x = (seconds / durationSeconds - 0.5) * length;
      const fall = isFlat ? 0 : top * 0.78 * (Math.cos((x / width) * Math.PI) - 1);
      return {
        ...REST,
        offset: [x, fall, 0],
        yaw: bridge.yaw + Math.PI / 2,
        distance: speed * seconds,
        speed,
      };
    },
  };
}

/** On one spot in the air, a little to and fro. */
function hoverPath({ built }: Placed, phase: number): Path {
  const { height } = built.bounds;
  return {
    isFollowed: false,
    at: (t) => ({
      ...REST,
      offset: [
        Math.sin(t * 1.1 + phase) * height * 0.05,
        Math.sin(t * 2.3 + phase) * height * 0.08,
        Math.sin(t * 0.7) * height * 0.04,
      ],
      roll: Math.sin(t * 0.9 + phase) * 0.04,
      speed: 0.01,
    }),
  };
}

/** Round in a flat circle, leaning inward. */
function ringPath(placed: Placed, { durationSeconds, reach }: TravelContext, phase: number): Path {
  const { motion } = placed.actor;
  const { width, height } = placed.built.bounds;
  const radius = clamp(reach * 0.2, width * 0.8, 12);
  const wanted = (placed.model.gaits[motion.kind] ?? ORDINARY[motion.kind] ?? 1) * motion.speed;
  const turns = clamp((wanted * durationSeconds) / (Math.PI * 2 * radius), 0.3, durationSeconds / 5);
  const rate = (turns * Math.PI * 2) / durationSeconds;
  const flies = motion.kind === 'fly';
  return {
    isFollowed: false,
    at(seconds) {
      const angle = phase + rate * seconds;
      return {
        ...REST,
        offset: [
          Math.sin(angle) * radius,
          flies ? Math.sin(angle * 1.5) * height * 0.3 : 0,
          Math.cos(angle) * radius * 0.6,
        ],
        yaw: angle + Math.PI / 2,
        roll: flies ? 0.25 : 0.05,
        distance: rate * radius * seconds,
        speed: rate * radius,
      };
    },
  };
}

/** Round a place that two have between them, each turned to it all the while. */
function orbitPath([x, , z]: Vec3, { center, rate }: NonNullable<Placed['orbit']>): Path {
  const [dx, dz] = [x - center[0], z - center[2]];
  return {
    isFollowed: false,
    at(seconds) {
      const angle = seconds * rate;
      const [along, across] = [Math.cos(angle), Math.sin(angle)];
      const [nx, nz] = [center[0] + dx * along + dz * across, center[2] - dx * across + dz * along];
      return { ...REST, offset: [nx - x, 0, nz - z], spin: angle };
    },
  };
}

function launchPath(plan: LaunchPlan): Path {
  return {
    isFollowed: true,
    at(seconds) {
      const height = plan.heightAt(seconds);
      const shake = seconds > plan.ignitionSeconds ? Math.min(1, (seconds - plan.ignitionSeconds) * 1.5) : 0;
      const tremble = (shake * 0.025) / (1 + height * 0.1);
      return {
        ...REST,
        offset: [
          Math.sin(seconds * 61) * tremble,
          height,
          Math.cos(seconds * 53) * tremble - (plan.beyond?.awayAt(seconds) ?? 0),
        ],
        scale: plan.beyond?.fadeAt(seconds) ?? 1,
        distance: height,
        speed: plan.speedAt(seconds),
      };
    },
  };
}

/** 0 faces the camera, π/2 goes right. */
function headingOf(motion: Motion, placed: Placed, { scene }: TravelContext): number {
  switch (motion.direction) {
    case 'left':
      return -Math.PI / 2 + 0.18;
    case 'right':
      return Math.PI / 2 - 0.18;
    case 'toward':
      return 0.12;
    case 'away':
      return Math.PI - 0.1;
    default: {
      if (placed.layer === 'sky') return placed.position[0] > 0 ? -1.25 : 1.25;
      // A lane runs from the camera into the depth, and so does who keeps to it.
      if ((scene.set === 'street' || scene.set === 'road') && motion.kind === 'drive') return 0;
      const company = companyOf(placed.actor, scene);
      if (motion.kind === 'walk' && company.some(({ kind }) => kind === 'person')) return 0.5;
      // Those who go together go one way: copies must not cross, nor a herd fall apart.
      if (motion.kind === 'walk' && familyOf(placed.actor.kind) === 'person')
        return placed.actor.count === 1 && placed.position[0] > 0.5 ? -0.5 : 0.5;
      // Along a shore, or the way would end in the sea.
      const slant = scene.set === 'shore' ? 1.42 : 1.05;
      return placed.actor.count === 1 && placed.yaw < 0 && company.length === 0 ? -slant : slant;
    }
  }
}

/** Metres of free way in the picture, and when the camera follows. */
function roomAlong(
  heading: number,
  set: BuiltSet,
  { reach, scene }: TravelContext,
): { still: number; followed: number } {
  const across = Math.abs(Math.sin(heading));
  const { isIndoors, openWay } = traitsOf(scene.set);
  const still = reach * (0.22 + 0.14 * (1 - across));
  if (isIndoors) return { still: Math.min(still, 1.6), followed: Math.min(still, 1.6) };
  const free = across > 0.6 ? (openWay ?? set.focus.halfWidth * 1.5) : Math.max(24, set.focus.halfDepth * 2);
  return { still: Math.min(still, Math.max(1, free)), followed: Math.max(still, free) };
}
