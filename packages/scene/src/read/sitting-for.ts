import type { StyleKind } from '../scene.ts';
import type { Mention, Reading } from './mention.ts';
import type { Picture } from './picture.ts';

const BY_HAND: ReadonlySet<StyleKind> = new Set<StyleKind>(['sketch', 'charcoal']);

/** A drawing of one person in no place, who does nothing, is of his face; so is any picture of who smokes a pipe. */
export function drawPortrait(picture: Picture, { mentions, votes }: Reading): Picture {
  const { facts } = picture;
  const [sitter] = mentions;
  const isAlone = mentions.length === 1 && votes.length === 0 && sitter?.noun.kind === 'person' && sitter.count === 1;
  if (facts.shot !== undefined || !isAlone || !isIdle(sitter)) return picture;
  const isDrawn = facts.style !== undefined && BY_HAND.has(facts.style);
  return isDrawn || sitter.attributes.has('pipe') ? { ...picture, facts: { ...facts, shot: 'portrait' } } : picture;
}

const isIdle = ({ motion, pose, does, size }: Mention): boolean =>
  (motion ?? 'idle') === 'idle' && pose === 'default' && does === undefined && size === 1;
