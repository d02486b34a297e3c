import { familyOf } from '../actors/family.ts';
import type { Troop } from './cast.ts';

/** How large a tree is over a cat: as small as in a picture book, or its crown would be far above the picture. */
export function scaleOver(troop: Troop, others: readonly { readonly troop: Troop }[]): number {
  if (troop.actor.kind !== 'tree') return 1;
  const isOverSmall = others.some(
    ({ troop: { actor, size } }) =>
      actor.isSubject &&
      actor.relation?.kind === 'under' &&
      actor.relation.to === troop.actor.id &&
      /^(?:cat|dog|fox|bird)$/.test(familyOf(actor.kind)) &&
      size.height < troop.size.height * 0.2,
  );
  return isOverSmall ? 0.5 : 1;
}
