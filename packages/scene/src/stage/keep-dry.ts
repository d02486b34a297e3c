import { familyOf } from '../actors/family.ts';
import type { BuiltSet } from '../sets/set.ts';
import type { Troop } from './cast.ts';

/** How far what is built may be moved, and how far from the edge of the water it then stands, metres. */
const FARTHEST = 16;
const MARGIN = 1;

/** Beasts on four legs wade, and none of them walks on the water. */
const WADERS: ReadonlySet<string> = new Set(['horse', 'dog', 'fox', 'cat']);
const DEEPEST_METRES = 0.5;

/** Ducks and swans swim with their legs below the water, beasts wade in it. @returns Metres, none on land. */
export function sinkOf({ actor, size }: Troop, { focus, isDry }: BuiltSet): number {
  if (actor.relation?.kind === 'on' || isDry?.(focus.position[0], focus.position[2]) !== false) return 0;
  if (actor.kind === 'duck' || actor.kind === 'swan') return -0.2 * size.height;
  if (!WADERS.has(familyOf(actor.kind)) || actor.pose === 'lying' || actor.pose === 'sitting') return 0;
  return -Math.min(DEEPEST_METRES, 0.22 * size.height);
}

/** What has roots or walls stands on the far bank of a pond that others swim in. */
export function keepDry(
  blocks: readonly { readonly troop: Troop; readonly x: number; z: number }[],
  rooted: ReadonlySet<string>,
  set: BuiltSet,
): void {
  for (const block of blocks) {
    const { kind } = block.troop.actor;
    if (!rooted.has(kind) || kind === 'bridge' || set.isDry?.(block.x, block.z) !== false) continue;
    let back = 0;
    while (back < FARTHEST && set.isDry(block.x, block.z - back) === false) back += 0.5;
    if (back < FARTHEST) block.z -= back + MARGIN;
  }
}
