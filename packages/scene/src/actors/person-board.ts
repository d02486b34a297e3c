import type { Mesh } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { compose } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, warp } from '../model/mesh.ts';
import { cylinder } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { ActorContext } from './actor.ts';
import { says } from './rig.ts';

export type Board = 'skateboard' | 'surfboard' | 'snowboard' | 'skis';

/** Height of the sole over the ground, metres of an adult of size 1. */
export const BOARD_HEIGHTS: Readonly<Record<Board, number>> = {
  skateboard: 0.115,
  surfboard: 0.07,
  snowboard: 0.035,
  skis: 0.03,
};

const BY_DOES: Readonly<Record<string, Board>> = {
  skateboard: 'skateboard',
  surf: 'surfboard',
  snowboard: 'snowboard',
  ski: 'skis',
};

/** What somebody glides on, by what he does or is called. */
export function boardOf(context: ActorContext): Board | undefined {
  const { actor } = context;
  if (actor.relation && /^(?:riding|on|holding)$/.test(actor.relation.kind)) return undefined;
  const done = BY_DOES[actor.does ?? ''];
  if (done) return done;
  const isStill =
    actor.pose === 'sitting' ||
    actor.pose === 'lying' ||
    (actor.does !== undefined && actor.motion.kind === 'idle') ||
    context.holdsId !== undefined;
  if (isStill) return undefined;
  if (says(context, 'skateboarder')) return 'skateboard';
  if (says(context, 'snowboarder')) return 'snowboard';
  return says(context, 'skier') ? 'skis' : undefined;
}

/** Its soles' side at the origin, nose to +z. */
export function boardMesh(board: Board): Mesh {
  return cachedMesh(`person/board/${board}`, () => {
    if (board === 'skis')
      return mergeMeshes(
        [-1, 1].map((side) => ({
          mesh: plank(0.09, 1.7, 0.022, '#d8322c', 0.16),
          matrix: compose({ at: [side * 0.12, -0.012, 0.12] }),
        })),
      );
    if (board === 'surfboard') return plank(0.5, 2.1, 0.06, '#f4f0e2', 0.14);
    if (board === 'snowboard') return plank(0.28, 1.5, 0.025, '#2f7fc8', 0.1);
    const wheels = [-1, 1].flatMap((x) =>
      [-1, 1].map(
        (z): MeshPart => ({
          mesh: cylinder({ radius: 0.035, height: 0.04, color: '#f2efe6', segments: 10 }),
          matrix: compose({ at: [x * 0.075 + 0.02, -0.078, z * 0.26], rotate: [0, 0, Math.PI / 2] }),
        }),
      ),
    );
    return mergeMeshes([{ mesh: plank(0.21, 0.82, 0.022, '#b5763a', 0.07) }, ...wheels]);
  });
}

/** A board that narrows and rises to both ends. */
function plank(width: number, length: number, thick: number, color: string, rise: number): Mesh {
  const strips = 9;
  const step = length / strips;
  const slab = roundedBox([width, thick, step * 1.02], Math.min(thick, step) * 0.3, color, 1);
  const whole = mergeMeshes(
    Array.from({ length: strips }, (_, i) => ({
      mesh: slab,
      matrix: compose({ at: [0, 0, (i - (strips - 1) / 2) * step] }),
    })),
  );
  return warp(whole, (x, y, z) => {
    const far = Math.abs(z) / (length / 2);
    return [x * Math.sqrt(Math.max(0.06, 1 - far ** 4)), y - thick / 2 + rise * Math.max(0, far - 0.7) ** 1.5 * 3, z];
  });
}
