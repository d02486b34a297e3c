import type { Vec3 } from '@openimagine/render';
import { familyOf } from '../../actors/family.ts';
import type { Placed } from '../cast.ts';
import { clamp, hash, smoothstep } from '../matrix.ts';
import type { Path, Step, TravelContext } from '../path.ts';
import { changesOf, type TimedChange } from './changing.ts';

const GRAVITY = 9.8;
/** Metres behind which a table hides nothing of what has fallen before it. */
const BEFORE_METRES = 0.12;
/** Kept in view of a way that leads out of the picture. */
const STAYS: readonly Vec3[] = [[0, 0, 0]];

/** A path on which something happens to its actor: it falls, sinks, lands, is kicked, comes or goes. */
export function changePath(path: Path, placed: Placed, context: TravelContext): Path {
  return changesOf(placed.actor, context.durationSeconds).reduce(
    (before, change) => apply(before, change, placed, context),
    path,
  );
}

function apply(path: Path, change: TimedChange, placed: Placed, context: TravelContext): Path {
  switch (change.kind) {
    case 'arrive':
    case 'leave':
      return coming(path, change, placed, context);
    case 'land':
      return landing(change, placed, context);
    case 'drop':
      return dropping(path, change, placed, context);
    case 'hit':
      return flying(path, change, placed, context);
    case 'sink':
    case 'surface':
      return sinking(path, change, placed);
    case 'collapse':
      return toppling(path, change, placed);
    default:
      return path;
  }
}

/** Adds to where a path leads; the offset is the world's, whoever carries it. */
function moved(path: Path, placed: Placed, more: (seconds: number) => Partial<Step> | undefined): Path {
  const { carrier } = placed;
  return {
    ...path,
    isFollowed: false,
    extent: STAYS,
    at(seconds) {
      const step = path.at(seconds);
      const added = more(seconds);
      if (added === undefined) return step;
      let [x, y, z] = added.offset ?? [0, 0, 0];
      if (carrier) {
        const [cos, sin] = [Math.cos(carrier.yaw) / carrier.scale, Math.sin(carrier.yaw) / carrier.scale];
        [x, y, z] = [x * cos - z * sin, y / carrier.scale, x * sin + z * cos];
      }
      return {
        ...step,
        ...(added.yaw === undefined ? {} : { yaw: added.yaw }),
        ...(added.distance === undefined ? {} : { distance: step.distance + added.distance }),
        ...(added.speed === undefined ? {} : { speed: added.speed }),
        offset: [step.offset[0] + x, step.offset[1] + y, step.offset[2] + z],
        pitch: step.pitch + (added.pitch ?? 0),
        roll: step.roll + (added.roll ?? 0),
      };
    },
  };
}

/** From outside the picture to its place, where it halts; or from there away. */
function coming(path: Path, change: TimedChange, placed: Placed, { reach, set }: TravelContext): Path {
  const { actor, built, position } = placed;
  const isComing = change.kind === 'arrive';
  const going = path.at((change.fromSeconds + change.toSeconds) / 2);
  const aimed = going.yaw ?? placed.yaw;
  const { direction } = actor.motion;
  const family = familyOf(actor.kind);
  const isOnRails = family === 'train' || actor.kind === 'tram';
  // Along its rails, or else across the picture: what drives straight at the camera would leave through it.
  const across = isOnRails ? aimed : direction === 'left' ? -1.35 : direction === 'right' ? 1.35 : undefined;
  const isAway = direction === 'away' || (!isComing && direction === undefined && family !== 'boat' && !isOnRails);
  const yaw = across ?? (isAway ? Math.PI - 0.35 : Math.sin(aimed) < 0 ? -1.2 : 1.2);
  const goes: Vec3 = [Math.sin(yaw), 0, Math.cos(yaw)];
  const far = isAway ? Math.max(30, reach * 4) : reach * 0.62 + Math.max(built.bounds.width, built.bounds.depth) * 0.7;
  const flies = actor.motion.kind === 'fly' || actor.motion.kind === 'launch';
  const isUpright = family === 'person' || family === 'robot';
  return {
    isFollowed: false,
    extent: STAYS,
    at(seconds) {
      const share = change.evenAt(seconds);
      // Brakes at its place, or gathers way from there.
      const gone = isComing ? 1 - (1 - share) ** 2 : share ** 2;
      const pace = (isComing ? 2 * (1 - share) : 2 * share) / (change.toSeconds - change.fromSeconds);
      const along = isComing ? (gone - 1) * far : gone * far;
      const [x, z] = [goes[0] * along, goes[2] * along];
      const level =
        flies || placed.carrier || placed.layer === 'sky'
          ? 0
          : set.groundAt(position[0] + x, position[2] + z) - set.groundAt(position[0], position[2]);
      const climb = flies ? (isComing ? 1 - gone : gone) * far * 0.25 : 0;
      const moves = isComing ? share < 1 : share > 0;
      const turned = isComing
        ? isUpright
          ? smoothstep(change.toSeconds - 0.1, change.toSeconds + 0.7, seconds)
          : 0
        : 1 - smoothstep(change.fromSeconds - 0.7, change.fromSeconds, seconds);
      const waits = isComing && seconds < change.fromSeconds;
      return {
        offset: [x, level + climb + (flies ? Math.sin(seconds * 1.7) * built.bounds.height * 0.08 : 0), z],
        yaw: yaw + nearest(placed.yaw - yaw) * (isOnRails || family === 'boat' || family === 'car' ? 0 : turned),
        spin: 0,
        pitch: 0,
        roll: family === 'boat' ? Math.sin(seconds * 0.9) * 0.03 : 0,
        scale: waits ? 0.0001 : !isComing && share >= 1 ? 0.0001 : 1,
        distance: gone * far,
        speed: moves && !waits ? far * pace : 0,
      };
    },
  };
}

const nearest = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));

/** Down out of the sky: fast at first, then braking until it stands. */
function landing(change: TimedChange, placed: Placed, { reach }: TravelContext): Path {
  const { height, depth } = placed.built.bounds;
  const isWinged = /^(?:airplane|bird|dragon)$/.test(familyOf(placed.actor.kind));
  const high = Math.max(height * 2.4, reach * 0.62);
  const side = isWinged ? -Math.max(reach * 0.7, depth * 1.5) : 0;
  const yaw = isWinged ? 1.25 : placed.yaw;
  const at = (seconds: number): Partial<Step> => {
    const left = 1 - change.evenAt(seconds);
    const above = left ** 1.8;
    const nod = isWinged ? 0.16 * Math.min(1, left * 3) : 0;
    const sway = Math.sin(seconds * 1.6) * 0.02 * Math.min(1, left * 4);
    return {
      offset: [side * left ** 1.3, high * above, 0],
      pitch: -nod,
      roll: sway,
      ...(isWinged ? { yaw, distance: -side * (1 - left), speed: left > 0 ? 6 : 0 } : {}),
    };
  };
  return moved(still(placed), placed, at);
}

const still = ({ yaw }: Placed): Path => ({
  isFollowed: false,
  at: () => ({ offset: [0, 0, 0], yaw, spin: 0, pitch: 0, roll: 0, scale: 1, distance: 0, speed: 0 }),
});

/** Off the edge of what bears it, or out of the air, to the ground, where it comes to rest. */
function dropping(path: Path, change: TimedChange, placed: Placed, { set, durationSeconds }: TravelContext): Path {
  const { carrier, position, built } = placed;
  const host = carrier?.built.bounds;
  const ahead = carrier && host ? carrier.position[2] + (host.depth * carrier.scale) / 2 - position[2] : 0;
  const way = carrier ? ahead + Math.max(BEFORE_METRES, built.bounds.depth) : 0;
  const ground = set.groundAt(position[0], position[2] + way);
  const above = carrier ? position[1] - ground : Math.max(1, built.bounds.height * 2.6);
  // Real gravity, but what is tiny falls in time to be seen, and what is huge within its step.
  const seconds = clamp(Math.sqrt((2 * above) / GRAVITY), 0.35, Math.min(1.2, durationSeconds * 0.3));
  const slip = carrier ? Math.min(0.9, change.toSeconds - change.fromSeconds) : 0;
  const lands = change.toSeconds;
  const leaves = lands - seconds;
  const lean = Math.min(built.bounds.height, built.bounds.width) * 0.46;
  const breaks = placed.actor.changes?.some(({ kind }) => kind === 'break' || kind === 'explode') === true;
  const at = (now: number): Partial<Step> => {
    const nudged = smoothstep(leaves - slip, leaves, now);
    const fall = clamp((now - leaves) / seconds, 0, 1);
    const since = now - lands;
    const bounce = since > 0 && since < 0.5 ? Math.abs(Math.sin((since / 0.25) * Math.PI)) * Math.exp(-since * 6) : 0;
    const tumbled = fall > 0 ? fall + (since > 0 ? 0.06 * Math.exp(-since * 4) * Math.sin(since * 14) : 0) : 0;
    const isRound = /^(?:ball|fruit)$/.test(familyOf(placed.actor.kind));
    const down = carrier ? -above * fall ** 2 : above * (1 - fall ** 2);
    const wobble = carrier && fall === 0 ? Math.sin(nudged * 9) * 0.12 * nudged : 0;
    return {
      offset: [
        0,
        down + bounce * Math.min(0.3, above * 0.12) + (isRound || breaks ? 0 : lean * smoothstep(0.6, 1, fall)),
        way * (0.7 * nudged + 0.3 * fall),
      ],
      roll: wobble + (carrier ? (isRound ? 3 : 1.45) * tumbled : 0),
      pitch: carrier ? 0.5 * Math.sin(tumbled * Math.PI) : 0,
    };
  };
  const path2 = moved(carrier ? path : still(placed), placed, at);
  return { ...path2, extent: [[0, 0, 0], at(durationSeconds).offset ?? [0, 0, 0], at(0).offset ?? [0, 0, 0]] };
}

/** Kicked or thrown: in an arc to one side and into the depth, and it rolls on. */
function flying(path: Path, change: TimedChange, placed: Placed, { reach, set, scene }: TravelContext): Path {
  const { position, built, actor } = placed;
  const goal = scene.actors.find(({ word }) => /\b(?:goal|net|hoop|basket)\b/i.test(word));
  const side = position[0] >= 0 || goal ? 1 : -1;
  const way: Vec3 = [side * reach * 0.34, 0, -reach * 0.35];
  const high = Math.max(0.7, reach * 0.16);
  const flight = Math.max(0.7, change.toSeconds - change.fromSeconds);
  const low = built.bounds.height / 2;
  const floor =
    set.groundAt(position[0] + way[0], position[2] + way[2]) -
    (placed.carrier ? position[1] : set.groundAt(position[0], position[2]));
  const at = (seconds: number): Partial<Step> => {
    const since = seconds - change.fromSeconds;
    if (since <= 0) return {};
    const share = Math.min(1, since / flight);
    const rolled = since > flight ? 0.12 * (1 - Math.exp(-(since - flight) * 1.5)) : 0;
    const after = Math.max(0, since - flight);
    const bounce = after > 0 ? Math.abs(Math.sin((after * Math.PI) / 0.55)) * Math.exp(-after * 2.4) * high * 0.35 : 0;
    const along = share + rolled;
    const started = placed.carrier || placed.isInHand ? low : 0;
    return {
      offset: [way[0] * along, 4 * high * share * (1 - share) + floor * share + bounce + started * 0, way[2] * along],
      pitch: -(along * reach * 0.5) / Math.max(0.05, low),
    };
  };
  const result = moved(path, placed, at);
  const end = at(change.toSeconds).offset ?? [0, 0, 0];
  return actor.isSubject ? { ...result, extent: [[0, 0, 0], end] } : { ...result, extent: [[0, 0, 0], end] };
}

/** The bow rises, and stern first it goes down; or up again. */
function sinking(path: Path, change: TimedChange, placed: Placed): Path {
  const { height, depth, width } = placed.built.bounds;
  const length = Math.max(depth, width);
  return moved(path, placed, (seconds) => {
    const share = change.kind === 'sink' ? change.evenAt(seconds) : 1 - change.evenAt(seconds);
    const deep = share ** 2.1;
    return {
      offset: [0, -deep * (height * 1.02 + length * 0.2), 0],
      pitch: -0.5 * smoothstep(0, 0.75, share),
      roll: 0.2 * smoothstep(0.05, 0.7, share),
    };
  });
}

/** Over to one side, slowly at first, and it shakes where it hits the ground. */
function toppling(path: Path, change: TimedChange, placed: Placed): Path {
  const side = hash(placed.copy, 5) < 0.5 || placed.position[0] > 0 ? 1 : -1;
  const isHeap = /^(?:house|castle|ruin|temple)$/.test(familyOf(placed.actor.kind));
  return moved(path, placed, (seconds) => {
    const even = change.evenAt(seconds);
    const since = seconds - change.toSeconds;
    const shaken = since > 0 && since < 0.6 ? Math.abs(Math.sin(since * 12)) * Math.exp(-since * 6) * 0.06 : 0;
    if (isHeap) {
      const tremble = even > 0 && even < 1 ? Math.sin(seconds * 41) * 0.006 : 0;
      return {
        offset: [tremble * 4, -placed.built.bounds.height * 0.9 * even ** 1.7, 0],
        roll: side * 0.16 * even + tremble,
      };
    }
    return { roll: -side * (even ** 2.4 * 1.5 - shaken) };
  });
}
