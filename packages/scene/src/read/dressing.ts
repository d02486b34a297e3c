import { familyOf } from '../actors/family.ts';
import type { Mention } from './mention.ts';

/** How hair and cloth are cut. */
export const CUTS = /^(?:curly|wavy|straight|braided|spiky|messy|striped)$/;
const HATS =
  /^(?:fedora|cap|top hat|beret|beanie|cowboy hat|straw hat|sun hat|hard hat|baseball cap|bonnet|witch hat)$/;
/** What gives its wearer the colour that is seen first. */
const LARGE =
  /coat|dress|suit|shirt|jacket|cape|cloak|robe|kimono|uniform|armou?r|hoodie|costume|sweater|jumper|cardigan|blouse|vest|gown|sari|tunic|overalls|poncho|parka|pajamas|toga|tuxedo|outfit|clothes|clothing|apron/;

/** Gives somebody what he wears, with its colour. */
export function dress(wearer: Mention, clothes: string, color: string | undefined): void {
  wearer.attributes.add(HATS.test(clothes) ? 'hat' : clothes);
  if (HATS.test(clothes)) wearer.attributes.add(clothes);
  if (color === undefined) return;
  wearer.parts.set(HATS.test(clothes) ? 'hat' : clothes, color);
  if (LARGE.test(clothes) && familyOf(wearer.noun.kind) === 'person') wearer.color = color;
}
