import type { Actor, ActorPose, PartInstance } from '../../actors/actor.ts';
import type { Random } from '../../random.ts';
import type { Scene, SceneActor } from '../../scene.ts';
import type { Line } from '../../sound/speech/line.ts';
import { castActors, type Troop } from '../cast.ts';
import { mix, smoothstep } from '../matrix.ts';
import type { Traveller } from '../pose.ts';
import type { StageOptions } from '../stage.ts';
import { mouthLine } from './lines-beyond.ts';
import { turnsOf } from './path-beyond.ts';
import type { StagedSequel } from './sequel.ts';

/** Seconds from one way of moving to another. */
const CHANGE_SECONDS = 0.9;

/**
 * Gives actors the poses of what they take up later: the same body is built once more for it, and its limbs go over from
 * one to the other.
 */
export function continuePoses(
  travellers: readonly Traveller[],
  scene: Scene,
  options: StageOptions,
  sequels: readonly StagedSequel[],
  random: Random,
  talk: Talk,
): Traveller[] {
  const speaking = castSpeakers(scene, options, random, talk);
  return travellers.map((traveller) => {
    const { placed } = traveller;
    let built = bodyOf(speaking, placed) ?? placed.built;
    for (const { turn, fromSeconds } of turnsOf(placed.actor, sequels)) {
      const motion =
        turn.kind === 'become'
          ? turn.motion
          : turn.kind === 'leave' && turn.manner === 'go' && placed.actor.motion.kind !== 'drive'
            ? ({ kind: 'walk', speed: 1 } as const)
            : undefined;
      if (!motion) continue;
      const pose = turn.kind === 'become' ? turn.pose : 'default';
      const actor = { ...placed.actor, motion, pose };
      const [troop] = castActors({ ...scene, actors: [actor] }, [actor], options, random);
      const next = troop?.members.find(({ copy }) => copy === placed.copy)?.built;
      if (next) built = change(built, next, fromSeconds);
    }
    return built === placed.built ? traveller : { ...traveller, built };
  });
}

export interface Talk {
  /** All who are in the scene. */
  readonly cast: readonly SceneActor[];
  /** What is said in the scene and behind its end. */
  readonly lines: readonly Line[];
  /** Of those, what is said behind its end. */
  readonly later: readonly Line[];
}

/** The same bodies once more, with mouths for what is said later as well. */
function castSpeakers(scene: Scene, options: StageOptions, random: Random, { cast, lines, later }: Talk): Troop[] {
  const ids = new Set(later.map(({ actorId }) => actorId));
  if (!cast.some(({ id }) => ids.has(id))) return [];
  const mouths = cast.flatMap(({ id }) => mouthLine(lines, id) ?? []);
  return castActors(scene, cast, options, random, mouths).filter(({ actor }) => ids.has(actor.id));
}

function bodyOf(troops: readonly Troop[], { actor, copy }: Traveller['placed']): Actor | undefined {
  return troops.find((troop) => troop.actor.id === actor.id)?.members.find((member) => member.copy === copy)?.built;
}

function change(before: Actor, after: Actor, fromSeconds: number): Actor {
  return {
    ...before,
    poseAt(seconds, travel) {
      const own = before.poseAt(seconds, travel);
      const share = smoothstep(0, CHANGE_SECONDS, seconds - fromSeconds);
      if (share === 0) return own;
      const next = after.poseAt(seconds, travel);
      // A body that is made of other parts cannot go over into it.
      if (!haveSameParts(own, next)) return own;
      return share === 1 ? next : { ...next, parts: own.parts.map((part, i) => mixPart(part, next.parts[i]!, share)) };
    },
  };
}

function haveSameParts(a: ActorPose, b: ActorPose): boolean {
  return (
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => part.mesh.indices.length === b.parts[i]!.mesh.indices.length)
  );
}

function mixPart(from: PartInstance, to: PartInstance, share: number): PartInstance {
  const matrix = new Float32Array(16);
  for (let i = 0; i < 16; i++) matrix[i] = mix(from.matrix[i]!, to.matrix[i]!, share);
  return { ...to, matrix };
}
