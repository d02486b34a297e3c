import type { Vec3 } from '@openimagine/render';
import { actsOf, CHANGE_SECONDS, isTurn, type TimedAct } from './acts.ts';
import type { Placed } from './cast.ts';
import { clamp, mix, smoothstep } from './matrix.ts';
import type { Path, Step, TravelContext } from './path.ts';

/** Seconds of a turn on the spot. */
const TURN_SECONDS = 1.1;
const WAY_METRES = { along: 6, indoors: 1.7 } as const;

/** One act on the floor plan. */
interface Leg {
  readonly act: TimedAct;
  readonly yaw: number;
  /** Metres covered and the way there, as an offset. */
  readonly length: number;
  readonly from: Vec3;
  /** Added while it is not on its seat: down to the ground before it. */
  readonly step: Vec3;
}

export interface ActsContext extends TravelContext {
  headingOf(actor: Placed['actor']): number;
  readonly isIndoors: boolean;
}

/** The way of somebody who does one thing after the other: sits, stands up, turns, walks away. */
export function actsPath(placed: Placed, context: ActsContext): Path {
  const { durationSeconds } = context;
  const acts = actsOf(placed.actor, durationSeconds);
  const startYaw = isTurn(acts[0]!.actor) ? placed.yaw + Math.PI : placed.yaw;
  const legs = legsOf(placed, acts, context);
  const home = legs[homeOf(placed, legs)]!;
  const along = legs.map(({ length }, i) => ({
    length,
    before: legs.slice(0, i).reduce((sum, leg) => sum + leg.length, 0),
  }));
  return {
    isFollowed: false,
    at(seconds): Step {
      const index = Math.max(
        0,
        legs.findIndex(({ act }) => seconds < act.toSeconds),
      );
      const i = seconds >= acts.at(-1)!.toSeconds ? legs.length - 1 : index;
      const leg = legs[i]!;
      const before = legs[i - 1];
      const span = leg.act.toSeconds - leg.act.fromSeconds;
      const share = clamp((seconds - leg.act.fromSeconds) / span, 0, 1);
      const gone = leg.length * mix(share, smoothstep(0, 1, share), 0.6);
      const pace = (leg.length / span) * (0.4 + 3.6 * share * (1 - share));
      const over = smoothstep(0, CHANGE_SECONDS, seconds - leg.act.fromSeconds);
      const offset = [0, 1, 2].map((axis) => {
        const walked =
          leg.from[axis]! -
          home.from[axis]! +
          (axis === 0 ? Math.sin(leg.yaw) : axis === 2 ? Math.cos(leg.yaw) : 0) * gone;
        return walked + (before ? mix(before.step[axis]!, leg.step[axis]!, over) : leg.step[axis]!);
      }) as [number, number, number];
      const [x, z] = [placed.position[0] + offset[0], placed.position[2] + offset[2]];
      if (!placed.carrier)
        offset[1] += context.set.groundAt(x, z) - context.set.groundAt(placed.position[0], placed.position[2]);
      const from = before?.yaw ?? startYaw;
      const turned = isTurn(leg.act.actor)
        ? smoothstep(0, 1, (seconds - leg.act.fromSeconds - span * 0.25) / TURN_SECONDS)
        : smoothstep(0, 1, (seconds - leg.act.fromSeconds) / (CHANGE_SECONDS * 1.1));
      return {
        offset: fromHost(placed, offset),
        yaw: from + nearest(leg.yaw - from) * turned,
        spin: 0,
        pitch: 0,
        roll: 0,
        scale: fadeAt(legs, seconds),
        distance: along[i]!.before + gone,
        speed: leg.length > 0 ? pace : 0,
      };
    },
  };
}

/** Whoever vanishes is gone from then on. */
function fadeAt(legs: readonly Leg[], seconds: number): number {
  const fading = legs.find(({ act }) => act.actor.motion.kind === 'fade')?.act;
  if (!fading) return 1;
  const share = (seconds - fading.fromSeconds) / (fading.toSeconds - fading.fromSeconds);
  return 1 - 0.999 * smoothstep(0.15, 0.6, share);
}

const isGoing = ({ motion }: Placed['actor']): boolean => /^(?:walk|run)$/.test(motion.kind);
const isSeated = ({ pose }: Placed['actor']): boolean => pose === 'sitting' || pose === 'lying';

function legsOf(placed: Placed, acts: readonly TimedAct[], context: ActsContext): Leg[] {
  const { carrier, position } = placed;
  const legs: Leg[] = [];
  let yaw = placed.yaw;
  let at: Vec3 = [0, 0, 0];
  const ahead = carrier ? 0.12 + carrier.built.bounds.depth * carrier.scale * 0.5 : 0;
  acts.forEach((act, i) => {
    const { actor, fromSeconds, toSeconds } = act;
    const goes = isGoing(actor);
    const next = acts[i + 1]?.actor;
    // Who leaves a seat goes past its end.
    const leaves = carrier !== undefined && (actor.motion.direction ?? 'away') === 'away';
    const heading = (one: Placed['actor']): number =>
      leaves ? (position[0] >= 0 ? 1.72 : -1.72) : context.headingOf(one);
    if (goes) yaw = heading(actor);
    else if (isTurn(actor)) yaw = next && isGoing(next) ? heading(next) : i === 0 ? placed.yaw : yaw + Math.PI;
    else if (i > 0 && isGoing(acts[i - 1]!.actor) && actor.motion.direction !== 'away') yaw = placed.yaw;
    const isDeep = /^(?:away|toward)$/.test(actor.motion.direction ?? '');
    const room = context.isIndoors
      ? WAY_METRES.indoors
      : isDeep
        ? WAY_METRES.along
        : Math.max(actor.motion.kind === 'run' ? 3 : 2, context.reach * (actor.motion.kind === 'run' ? 0.6 : 0.42));
    const wanted = (placed.model.gaits[actor.motion.kind] ?? 1.2) * actor.motion.speed * (toSeconds - fromSeconds);
    const length = goes ? Math.min(wanted, room) : 0;
    const isDown = carrier !== undefined && !isSeated(actor);
    const ground = context.set.groundAt(position[0], position[2] + ahead) - position[1];
    const step: Vec3 =
      isDown && carrier ? [Math.sin(carrier.yaw) * ahead, ground, Math.cos(carrier.yaw) * ahead] : [0, 0, 0];
    legs.push({ act, yaw, length, from: at, step });
    at = [at[0] + Math.sin(yaw) * length, 0, at[2] + Math.cos(yaw) * length];
  });
  return legs;
}

/** The act that happens at the placed position: on the seat, or else the first that stays where it is. */
function homeOf({ carrier }: Placed, legs: readonly Leg[]): number {
  const seated = carrier ? legs.findIndex(({ act }) => isSeated(act.actor)) : -1;
  const resting = legs.findIndex(({ length }) => length === 0);
  return Math.max(0, seated >= 0 ? seated : resting);
}

/** An offset of the world in the space of the carrier, whose own turn and size are put on top of it. */
function fromHost({ carrier }: Placed, [x, y, z]: readonly [number, number, number]): Vec3 {
  if (!carrier) return [x, y, z];
  const [cos, sin] = [Math.cos(carrier.yaw) / carrier.scale, Math.sin(carrier.yaw) / carrier.scale];
  return [x * cos - z * sin, y / carrier.scale, x * sin + z * cos];
}

function nearest(angle: number): number {
  const turn = angle % (Math.PI * 2);
  return turn > Math.PI ? turn - Math.PI * 2 : turn < -Math.PI ? turn + Math.PI * 2 : turn;
}
