import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { buildBird } from './bird-body.ts';
import type { BirdForm, BirdKind } from './bird-kind.ts';

/** One kind of bird: it perches, hops, and flies with beating wings. */
export function birdModel(kind: BirdKind): ActorModel {
  return { gaits: BIRD_GAITS, build: (context) => buildBird(colorBird(kind, context), context) };
}

export const BIRD_GAITS: ActorModel['gaits'] = {
  walk: 0.35,
  run: 0.9,
  fly: 5,
  float: 1.5,
  jump: 0,
  dance: 0,
  swim: 0.5,
};

/** A bird in the colour that was asked for, or in its own. */
export function colorBird(kind: BirdKind, context: ActorContext): BirdForm {
  const [back, belly, head, tip, beak, leg] = kind.colors;
  const asked = context.actor.color;
  const isWhite = asked ? toHex(asked) === '#ffffff' : false;
  return {
    ...kind,
    name: kind.name,
    back: toSrgb(asked ?? back),
    belly:
      kind.marking === 'penguin' || kind.marking === 'face'
        ? toSrgb(belly)
        : asked
          ? mixColors(asked, '#fff6e6', isWhite ? 0.2 : 0.45)
          : toSrgb(belly),
    headColor: asked && kind.name !== 'eagle' ? toSrgb(asked) : toSrgb(head),
    wingTip: asked ? shade(asked, 0.66) : toSrgb(tip),
    beakColor: toSrgb(beak),
    legColor: toSrgb(leg),
  };
}
