import type { StyleKind } from '../scene.ts';
import type { Mention, Reading } from './mention.ts';
import type { Picture } from './picture.ts';

const OF_FACES: ReadonlySet<StyleKind> = new Set<StyleKind>(['sketch', 'charcoal', 'poster']);

/** A drawing or a poster of one person in no place, who does nothing, is of his face; so is any picture of who smokes a pipe. */
export function drawPortrait(picture: Picture, { mentions, votes }: Reading): Picture {
  const { facts } = picture;
  const [sitter] = mentions;
  const isAlone = mentions.length === 1 && votes.length === 0 && sitter?.noun.kind === 'person' && sitter.count === 1;
  if (facts.shot !== undefined || !isAlone || !isIdle(sitter)) return picture;
  const isDrawn = facts.style !== undefined && OF_FACES.has(facts.style);
  return isDrawn || sitter.attributes.has('pipe') ? { ...picture, facts: { ...facts, shot: 'portrait' } } : picture;
}

const isIdle = ({ motion, pose, does, size }: Mention): boolean =>
  (motion ?? 'idle') === 'idle' && pose === 'default' && does === undefined && size === 1;
