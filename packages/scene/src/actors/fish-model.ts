import { mixColors, shade, toHex } from '../model/color.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { buildFish } from './fish-body.ts';
import type { FishForm } from './fish-form.ts';

export const FISH_GAITS: ActorModel['gaits'] = { swim: 0.9, float: 0.3, fly: 1.2, jump: 0, run: 2.2 };

/** One kind of swimmer with fins. */
export function fishModel(formOf: (context: ActorContext) => FishForm): ActorModel {
  return { gaits: FISH_GAITS, build: (context) => buildFish(colorFish(formOf(context), context), context) };
}

/** A swimmer in the colour that was asked for, or in its own. */
export function colorFish(form: FishForm, { actor: { color } }: ActorContext): FishForm {
  return color
    ? { ...form, back: color, belly: toHex(mixColors(color, '#fff6e0', 0.55)), fin: toHex(shade(color, 0.82)) }
    : form;
}
