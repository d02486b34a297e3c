import type { Sight } from '../../../vision/sight.ts';
import type { Target } from '../../operation.ts';
import type { Sticker } from './lift-out.ts';
import type { Place } from './places.ts';

interface Worn {
  readonly words: RegExp;
  /** Of the width of a face; and where its lower edge is, in heights of the face from its upper edge. */
  readonly width: number;
  readonly foot: number;
}

const WORN: readonly Worn[] = [
  { words: /glasses|shades|goggles|mask|spectacles|aviators/u, width: 1.05, foot: 0.55 },
  {
    words: /hat|cap|beanie|helmet|crown|tiara|fedora|beret|bonnet|turban|sombrero|wreath|headband/u,
    width: 1.75,
    foot: 0.2,
  },
  { words: /necklace|scarf|tie|pendant|collar|chain|medal|pearls/u, width: 1.15, foot: 1.75 },
];

/** On a face what is worn there; undefined for what is not worn, or without a face. */
export function placeOnPerson({ picture }: Sticker, target: Target | undefined, { faces }: Sight): Place | undefined {
  const face = faces[0]?.box;
  const worn = target && WORN.find(({ words }) => words.test(target.word));
  if (!face || !worn) return undefined;
  const height = (worn.width * face.width * picture.height) / picture.width;
  return {
    footX: face.x + face.width / 2,
    footY: face.y + worn.foot * face.height,
    height,
    isFloating: true,
  };
}
