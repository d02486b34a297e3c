import type { Vec3 } from '@openimagine/render';
import type { SceneActor } from '../../scene.ts';
import type { BuiltSet } from '../../sets/set.ts';
import type { Placed } from '../cast.ts';
import { smoothstep } from '../matrix.ts';
import type { Path, Step } from '../path.ts';
import { type ActorTurn, coast, progressOf, type StagedSequel } from './sequel.ts';

const HALT_SECONDS = 0.8;
const TURN_SECONDS = 1.3;

interface Turning {
  readonly turn: ActorTurn;
  readonly staged: StagedSequel;
  readonly fromSeconds: number;
}

/** What one actor is told to do, sequel after sequel. */
export function turnsOf(actor: SceneActor, sequels: readonly StagedSequel[]): readonly Turning[] {
  return sequels.flatMap((staged) => {
    const turn = staged.sequel.turns[actor.id];
    return turn ? [{ turn, staged, fromSeconds: staged.fromSeconds }] : [];
  });
}

/** A path that obeys what sequels ask of its actor, from their beginning on. */
export function continuePath(path: Path, placed: Placed, set: BuiltSet, sequels: readonly StagedSequel[]): Path {
  const turnings = turnsOf(placed.actor, sequels);
  if (turnings.length === 0 || placed.actor.motion.kind === 'launch') return path;
  return turnings.reduce((before, turning) => obey(before, turning, placed, set), path);
}

function obey(path: Path, { turn, staged, fromSeconds }: Turning, placed: Placed, set: BuiltSet): Path {
  const after = (change: (step: Step, since: number, seconds: number) => Step): Path => ({
    ...path,
    at(seconds) {
      if (seconds <= fromSeconds) return path.at(seconds);
      return change(path.at(seconds), seconds - fromSeconds, seconds);
    },
  });
  switch (turn.kind) {
    case 'stop':
      return halted(path, fromSeconds);
    case 'face': {
      const rest = halted(path, fromSeconds);
      const goal = turn.to === 'camera' ? 0.15 : Math.PI;
      return {
        ...rest,
        at(seconds) {
          const step = rest.at(seconds);
          const share = smoothstep(0.1, 0.1 + TURN_SECONDS, seconds - fromSeconds);
          const yaw = step.yaw ?? placed.yaw;
          return share === 0 ? step : { ...step, yaw: yaw + nearest(goal - yaw) * share };
        },
      };
    }
    case 'become':
      return turn.motion.kind === 'walk' || turn.motion.kind === 'run'
        ? departing(path, placed, set, fromSeconds, turn.motion.direction, turn.motion.kind === 'run' ? 2.6 : 1.2)
        : turn.motion.kind === 'spin'
          ? after((step, since) => ({ ...step, spin: step.spin + 1.2 * (since - coast(since, 0.8)) }))
          : halted(path, fromSeconds);
    case 'leave': {
      if (turn.manner === 'fade') {
        return after((step, _, seconds) => ({
          ...step,
          scale: step.scale * (1 - 0.999 * progressOf(staged, seconds)),
        }));
      }
      if (turn.manner === 'go') return departing(path, placed, set, fromSeconds, turn.direction, 1.6);
      const { height } = placed.built.bounds;
      const length = staged.toSeconds - fromSeconds;
      const gone = after((step, since) => {
        const share = (since / length) ** 2.4;
        const [x, y, z] = step.offset;
        const side = turn.direction === 'left' ? -6 : turn.direction === 'right' ? 6 : 1.2;
        return { ...step, offset: [x + side * height * share, y + 14 * height * share, z - 26 * height * share] };
      });
      return { ...gone, ledAt: letGo(path, fromSeconds) };
    }
  }
}

function nearest(radians: number): number {
  return Math.atan2(Math.sin(radians), Math.cos(radians));
}

/** Comes to rest within a step or two. */
function halted(path: Path, fromSeconds: number): Path {
  return { ...path, at: haltedAt(path.at, fromSeconds, HALT_SECONDS) };
}

/** A camera that came along comes to rest in its own time. */
function letGo({ at, ledAt = at }: Path, fromSeconds: number): Path['at'] {
  return haltedAt(ledAt, fromSeconds, HALT_SECONDS * 1.2);
}

function haltedAt(at: Path['at'], fromSeconds: number, over: number): Path['at'] {
  return (seconds) => {
    if (seconds <= fromSeconds) return at(seconds);
    const since = seconds - fromSeconds;
    const moved = at(fromSeconds + coast(since, over));
    // What does not go anywhere, such as a boat that bobs, goes on with it.
    if (moved.speed === 0) return at(seconds);
    return { ...moved, speed: moved.speed * Math.exp(-since / over) };
  };
}

/** Turns to where it is going and goes there, on the ground. */
function departing(
  path: Path,
  placed: Placed,
  set: BuiltSet,
  fromSeconds: number,
  direction: 'left' | 'right' | 'toward' | 'away' | 'up' | 'down' | 'around' | undefined,
  metresPerSecond: number,
): Path {
  const rest = halted(path, fromSeconds);
  const end = path.at(fromSeconds);
  const isUnderWay = end.speed > 0.3;
  const own = end.yaw ?? placed.yaw;
  const heading =
    direction === 'left'
      ? -1.35
      : direction === 'right'
        ? 1.35
        : direction === 'toward'
          ? 0.1
          : isUnderWay && direction === undefined
            ? own + nearest((own >= 0 ? 2.75 : -2.75) - own) * 0.92
            : own >= 0
              ? 2.7
              : -2.7;
  const { height, depth } = placed.built.bounds;
  const pace = Math.max(metresPerSecond * Math.min(3, Math.max(height, depth) ** 0.6), end.speed * 1.1);
  const to: Vec3 = [Math.sin(heading), 0, Math.cos(heading)];
  return {
    ...path,
    ledAt: letGo(path, fromSeconds),
    at(seconds) {
      if (seconds <= fromSeconds) return path.at(seconds);
      const since = seconds - fromSeconds;
      const step = rest.at(seconds);
      const way = pace * (since - coast(since, 0.9));
      const [x, y, z] = step.offset;
      const offset: Vec3 = [x + to[0] * way, y, z + to[2] * way];
      const climb =
        set.groundAt(placed.position[0] + offset[0], placed.position[2] + offset[2]) -
        set.groundAt(placed.position[0] + x, placed.position[2] + z);
      const share = smoothstep(0, TURN_SECONDS, since);
      return {
        ...step,
        offset: [offset[0], y + climb, offset[2]],
        yaw: own + nearest(heading - own) * share,
        distance: step.distance + way,
        speed: step.speed + pace * (1 - Math.exp(-since / 0.9)),
      };
    },
  };
}
