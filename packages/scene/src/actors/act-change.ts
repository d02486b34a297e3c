import { softStep } from '../model/color.ts';
import { actsOf, CHANGE_SECONDS } from '../stage/acts.ts';
import type { Actor, ActorContext, ActorModel, ActorPose, PartInstance } from './actor.ts';

/** A body that does one thing after the other: built once for each, its parts go over from one to the next. */
export function buildInActs(model: ActorModel, context: ActorContext): Actor {
  const acts = actsOf(context.actor, context.durationSeconds);
  const built = acts.map(({ actor }) => model.build({ ...context, actor }));
  const [first] = built as [Actor];
  return {
    ...first,
    poseAt(seconds, travel) {
      const index = Math.max(
        0,
        acts.findLastIndex(({ fromSeconds }) => fromSeconds <= seconds),
      );
      const pose = built[index]!.poseAt(seconds, travel);
      const share = index === 0 ? 1 : softStep(0, CHANGE_SECONDS, seconds - acts[index]!.fromSeconds);
      if (share >= 1) return pose;
      const before = built[index - 1]!.poseAt(seconds, travel);
      if (!haveSameParts(before, pose)) return share < 0.5 ? before : pose;
      return { ...pose, parts: before.parts.map((part, i) => between(part, pose.parts[i]!, share)) };
    },
  };
}

function haveSameParts(a: ActorPose, b: ActorPose): boolean {
  return (
    a.parts.length === b.parts.length &&
    a.parts.every(({ mesh }, i) => mesh.indices.length === b.parts[i]!.mesh.indices.length)
  );
}

function between(from: PartInstance, to: PartInstance, share: number): PartInstance {
  const matrix = new Float32Array(16);
  for (let i = 0; i < 16; i++) matrix[i] = from.matrix[i]! + (to.matrix[i]! - from.matrix[i]!) * share;
  return { ...to, matrix };
}
