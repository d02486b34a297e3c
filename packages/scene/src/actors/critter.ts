import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import type { CoatColors } from './beast.ts';
import { blinkAt, collectParts, finishActor, type PartCollector, poseOf, rootOf, seedOf } from './rig.ts';

/** An instant of a small creature. */
export interface CritterMoment {
  readonly seconds: number;
  readonly distance: number;
  readonly speed: number;
  readonly seed: number;
  readonly closed: number;
  /** In the air by its own doing. */
  readonly flies: boolean;
  readonly jumps: boolean;
}

export interface Critter {
  readonly gaits: ActorModel['gaits'];
  readonly color: string;
  readonly light: string;
  readonly dark?: string;
  /** Metres a second at which it is measured. */
  readonly speed?: number;
  /** Adds the parts of an instant; keys of caches should begin with the key given, which tells detail and colours. */
  pose(to: PartCollector, moment: CritterMoment, look: CritterLook): void;
}

export interface CritterLook extends CoatColors {
  readonly key: string;
  readonly context: ActorContext;
  readonly detail: ActorContext['detail'];
}

/** A model of a creature with a body plan of its own. */
export function critterModel(name: string, critter: Critter): ActorModel {
  return {
    gaits: critter.gaits,
    build(context) {
      const { actor, detail } = context;
      const base = toSrgb(actor.color ?? critter.color);
      const look: CritterLook = {
        base,
        light: actor.color ? mixColors(base, '#fff6ea', 0.6) : toSrgb(critter.light),
        dark: critter.dark && !actor.color ? toSrgb(critter.dark) : shade(base, 0.4),
        key: `${name}/${detail}/${toHex(base)}`,
        context,
        detail,
      };
      const seed = seedOf(context) % 997;
      const kind = actor.motion.kind;
      const flies = kind === 'fly' || kind === 'float' || actor.pose === 'flying';
      return finishActor(
        context,
        (seconds, { distance, speed }) => {
          const now = kind === 'still' ? 0.4 : seconds;
          const to = collectParts(rootOf(actor.size));
          const jumps = kind === 'jump' || kind === 'dance';
          critter.pose(to, { seconds: now, distance, speed, seed, closed: blinkAt(now, seed), flies, jumps }, look);
          return poseOf(to);
        },
        { speed: kind === 'walk' || kind === 'run' ? (critter.speed ?? 0.3) : 0 },
      );
    },
  };
}
