import type { Vec3 } from '@openimagine/render';
import { familyOf } from '../../actors/family.ts';
import type { Random } from '../../random.ts';
import type { Scene, SceneActor } from '../../scene.ts';
import type { BuiltSet } from '../../sets/set.ts';
import { traitsOf } from '../../sets/set-traits.ts';
import type { Line } from '../../sound/speech/line.ts';
import { castActors, type Member, type Placed } from '../cast.ts';
import { smoothstep } from '../matrix.ts';
import { type Path, REST, type Step } from '../path.ts';
import type { Traveller } from '../pose.ts';
import type { StageOptions } from '../stage.ts';
import { unproject, type View } from '../view.ts';
import { continuePath } from './path-beyond.ts';
import type { StagedSequel } from './sequel.ts';

interface NewcomerContext {
  readonly scene: Scene;
  readonly set: BuiltSet;
  /** The view when a sequel begins: what the camera followed may have led it far away. */
  viewAt(seconds: number): View;
  readonly options: StageOptions;
  readonly random: Random;
  /** What they and others say. */
  readonly lines: readonly Line[];
}

const WALKERS: ReadonlySet<SceneActor['kind']> = new Set([
  'person',
  'cat',
  'dog',
  'fox',
  'horse',
  'turtle',
  'robot',
  'car',
  'bus',
  'bicycle',
]);
const FLYERS: ReadonlySet<SceneActor['kind']> = new Set(['bird', 'airplane', 'dragon', 'balloon']);

/** Those who come into a film that goes on, each from outside the picture or out of nothing. */
export function castNewcomers(sequels: readonly StagedSequel[], context: NewcomerContext): Traveller[] {
  const { scene, options, random, lines } = context;
  return sequels.flatMap((staged, round) => {
    const actors = staged.sequel.newcomers.map((actor) => {
      const moves = WALKERS.has(familyOf(actor.kind)) && !/^(?:walk|run|drive|jump)$/.test(actor.motion.kind);
      return moves ? { ...actor, motion: { ...actor.motion, kind: 'walk' as const } } : actor;
    });
    const troops = castActors(scene, actors, options, random.fork(`newcomers ${round}`), lines);
    const members = troops.flatMap((troop) => troop.members);
    const after = sequels.slice(round + 1);
    return members.map((member, index) => {
      const { placed, path } = enter(member, index, members.length, staged, context);
      return { placed, path: continuePath(path, placed, context.set, after) };
    });
  });
}

function enter(
  member: Member,
  index: number,
  count: number,
  staged: StagedSequel,
  { scene, set, viewAt }: NewcomerContext,
): Traveller {
  const { actor } = member;
  const view = viewAt(staged.fromSeconds);
  const near = Math.hypot(...[0, 1, 2].map((i) => view.target[i]! - view.position[i]!));
  const { width, height, depth } = member.built.bounds;
  const size = Math.max(width, height, depth);
  const side = sideOf(actor, index);
  const spread = count > 1 ? (index / (count - 1) - 0.5) * 0.5 : 0;
  if (FLYERS.has(actor.kind) || actor.motion.kind === 'fly') {
    const away = Math.max(near * 1.3, size * 4.5);
    const [from, to] = [-1, 1].map((end) => unproject(view, end * side * -1.5, 0.45 + spread * 0.4, away));
    return travel(member, 'sky', from!, crossing(from!, to!, staged, index * 0.25, height * 0.12));
  }
  const away = Math.max(near * 0.82, size * 2.2);
  const spot = unproject(view, side * (0.5 + spread * 0.5), 0, away);
  const ground = (x: number, z: number): number => set.groundAt(x, z);
  const place: Vec3 = [spot[0], ground(spot[0], spot[2]), spot[2]];
  if (!WALKERS.has(actor.kind)) return travel(member, 'main', place, growing(staged, index * 0.2));
  // Between walls and trees one comes in beside the camera, elsewhere from the side.
  const entry = away * (traitsOf(scene.set).isNarrow ? 0.62 : 1);
  const outside = unproject(view, side * (1.2 + size / (view.halfWidth * entry)), 0, entry);
  const start: Vec3 = [outside[0], ground(outside[0], outside[2]), outside[2]];
  return travel(member, 'main', place, arriving(start, place, staged, ground, index * 0.3));
}

const sideOf = (actor: SceneActor, index: number): 1 | -1 => {
  if (actor.place === 'left') return -1;
  if (actor.place === 'right' || actor.motion.direction === 'left') return 1;
  if (actor.motion.direction === 'right') return -1;
  return index % 2 === 0 ? 1 : -1;
};

function travel(member: Member, layer: Placed['layer'], position: Vec3, at: Path['at']): Traveller {
  return { placed: { ...member, layer, position, yaw: 0, scale: 1 }, path: { isFollowed: false, at } };
}

const UNSEEN: Step = { ...REST, scale: 0 };

/** Out of nothing, with a little too much of it at first. */
function growing({ fromSeconds, toSeconds }: StagedSequel, delay: number): Path['at'] {
  const over = Math.min(1.6, (toSeconds - fromSeconds) * 0.4);
  return (seconds) => {
    const share = smoothstep(0.3 + delay, 0.3 + delay + over, seconds - fromSeconds);
    if (share === 0) return UNSEEN;
    return { ...REST, scale: share * (1 + 0.35 * Math.sin(Math.PI * share) * (1 - share)) };
  };
}

/** Walks in, slows down, and stands half turned to the camera. */
function arriving(
  from: Vec3,
  place: Vec3,
  { fromSeconds, toSeconds }: StagedSequel,
  groundAt: (x: number, z: number) => number,
  delay: number,
): Path['at'] {
  const length = Math.hypot(place[0] - from[0], place[2] - from[2]);
  const heading = Math.atan2(place[0] - from[0], place[2] - from[2]);
  const over = Math.max(1, (toSeconds - fromSeconds) * 0.7 - delay);
  return (seconds) => {
    const since = seconds - fromSeconds - delay;
    if (since <= 0) return UNSEEN;
    // At once at full pace, for it comes from outside; then slower and slower.
    const t = Math.min(1, since / over);
    const share = t * (2 - t);
    const [x, z] = [(from[0] - place[0]) * (1 - share), (from[2] - place[2]) * (1 - share)];
    const facing = smoothstep(0.75, 1.1, since / over);
    return {
      ...REST,
      offset: [x, groundAt(place[0] + x, place[2] + z) - place[1], z],
      yaw: heading + (Math.sign(heading) * 0.35 - heading) * facing,
      distance: length * share,
      speed: ((2 * length) / over) * (1 - t),
    };
  };
}

/** From one side to the other, through the upper part of the picture. */
function crossing(from: Vec3, to: Vec3, { fromSeconds, toSeconds }: StagedSequel, delay: number, bob: number) {
  const over = (toSeconds - fromSeconds) * 0.95;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  const yaw = Math.atan2(to[0] - from[0], to[2] - from[2]);
  return (seconds: number): Step => {
    const since = seconds - fromSeconds - delay;
    if (since <= 0) return UNSEEN;
    const share = since / over;
    return {
      ...REST,
      offset: [
        (to[0] - from[0]) * share,
        (to[1] - from[1]) * share + Math.sin(since * 1.7) * bob,
        (to[2] - from[2]) * share,
      ],
      yaw,
      distance: length * share,
      speed: length / over,
    };
  };
}
