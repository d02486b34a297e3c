import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { ActorContext } from './actor.ts';
import type { BirdForm } from './bird-kind.ts';
import type { QuadrupedForm } from './quadruped-shape.ts';
import { says } from './rig.ts';

/** Garments that cover a body, and their colour where the prompt says none. A plain "coat" is an animal's fur. */
const COATS: readonly (readonly [words: readonly string[], color: string])[] = [
  [['raincoat', 'rain coat', 'rain jacket'], '#f4c21e'],
  [['sweater', 'jumper', 'pullover', 'cardigan', 'hoodie'], '#b8323a'],
  [['jacket', 'blazer', 'parka', 'anorak'], '#35567e'],
  [['suit', 'tuxedo'], '#23262e'],
  [['waistcoat', 'vest', 'life jacket', 'shirt', 't-shirt', 'jersey', 'uniform'], '#3f6a8a'],
];

function coatOf(context: ActorContext): Srgb | undefined {
  for (const [words, color] of COATS) {
    if (!says(context, ...words)) continue;
    return toSrgb(context.actor.parts?.find(({ name }) => words.includes(name))?.color ?? color);
  }
  return undefined;
}

/** A bird in what it wears: over its body and its wings, not on its head. */
export function coatBird(form: BirdForm, context: ActorContext): BirdForm {
  const color = coatOf(context);
  if (color === undefined) return form;
  return { ...form, back: color, belly: shade(color, 0.94), wingTip: shade(color, 0.86), underCoat: form.belly };
}

/** A beast in what it wears: from its hips to its throat, and down to the elbows and knees. */
export function coatBeast(form: QuadrupedForm, context: ActorContext): QuadrupedForm {
  const color = coatOf(context);
  if (color === undefined) return form;
  const hem = shade(color, 0.72);
  return {
    ...form,
    coatKey: `${form.coatKey}/wears/${toHex(color)}`,
    coat: (region, point) => {
      const { along } = point;
      if (region === 'leg' && along < 0.42) return along > 0.34 ? hem : color;
      if (region !== 'body' || along < 0.02 || along > 1.4) return form.coat(region, point);
      return along < 0.07 || along > 1.32 ? hem : color;
    },
  };
}
