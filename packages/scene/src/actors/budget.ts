import type { Mesh } from '@openimagine/render';
import { coarsen } from '../model/coarsen.ts';
import { triangleCount } from '../model/mesh.ts';
import type { Actor, ActorContext, PartInstance } from './actor.ts';

/** Triangles that a copy may spend. */
export const TRIANGLE_BUDGETS: Readonly<Record<ActorContext['detail'], number>> = {
  hero: 20_000,
  normal: 6_000,
  far: 1_000,
};

/** Parts with a smaller share of the triangles than this are left alone: blades and beaks would break. */
const SPARED = 0.04;

/** Coarse copies by mesh and coarseness, shared by all copies of an actor. */
const coarse = new WeakMap<Mesh, Map<number, Mesh>>();

/**
 * Makes parts coarser, the same everywhere in metres, until a pose fits the budget; what fits is left alone.
 * @param height Of the actor, metres: details up to a tenth of it may go.
 */
export function fitBudget(poseAt: Actor['poseAt'], detail: ActorContext['detail'], height: number): Actor['poseAt'] {
  const sample = poseAt(0.3, { distance: 0, speed: 0 }).parts;
  const budget = TRIANGLE_BUDGETS[detail];
  if (spent(sample) <= budget) return poseAt;
  const few = Math.min(budget * SPARED, (budget / sample.length) * 0.6);
  for (let cell = height * 0.006; cell < height * 0.1; cell *= 1.3) {
    const fit = (parts: readonly PartInstance[]): readonly PartInstance[] =>
      parts.map((part) => ({ ...part, mesh: coarseCopy(part, cell, few) }));
    if (spent(fit(sample)) > budget && cell * 1.3 < height * 0.1) continue;
    return (seconds, travel) => {
      const pose = poseAt(seconds, travel);
      return { ...pose, parts: fit(pose.parts) };
    };
  }
  return poseAt;
}

function spent(parts: readonly PartInstance[]): number {
  return parts.reduce((sum, { mesh }) => sum + triangleCount(mesh), 0);
}

function coarseCopy({ mesh, matrix }: PartInstance, cell: number, few: number): Mesh {
  if (triangleCount(mesh) < few) return mesh;
  const scale = Math.max(
    Math.hypot(matrix[0]!, matrix[1]!, matrix[2]!),
    Math.hypot(matrix[4]!, matrix[5]!, matrix[6]!),
    Math.hypot(matrix[8]!, matrix[9]!, matrix[10]!),
  );
  // Parts that swell and shrink a little keep one copy: steps of a tenth.
  const step = Math.round(Math.log(cell / (scale || 1)) / Math.log(1.1));
  const copies = coarse.get(mesh) ?? new Map<number, Mesh>();
  coarse.set(mesh, copies);
  const known = copies.get(step);
  if (known) return known;
  const copy = coarsen(mesh, 1.1 ** step);
  copies.set(step, copy);
  return copy;
}
