import type { Instance, Material, Mesh, Moment } from '@openimagine/render';
import { changeGrade, type StyleTreatment, type StyleWorld } from './style.ts';

/** Frames a second of every film. */
const FILM_RATE = 24;

/** A world in a style: which instant a film shows at a time, and what the style makes of its moment. */
export interface StyledWorld {
  /** The time whose picture is shown at a time: earlier where pictures are held. */
  heldAt(seconds: number): number;
  /** The time of a still that shows nothing from before `seconds`. */
  stillAt(seconds: number): number;
  /** Moments at one held time are one and the same object, so that a renderer need not draw it twice. */
  momentAt(seconds: number): Moment;
}

/** @param momentAt The world before any style. */
export function applyStyle(
  treatment: StyleTreatment,
  world: StyleWorld,
  momentAt: (seconds: number) => Moment,
): StyledWorld {
  const { framesPerSecond = FILM_RATE, dress, shape, grade, paint } = treatment;
  const light = treatment.createLight?.(world) ?? treatment.light;
  const isHeld = framesPerSecond < FILM_RATE;
  // Times come as frame / 24: what floating point takes from them must not hold a picture too long.
  const heldAt = (seconds: number) =>
    isHeld ? Math.floor(seconds * framesPerSecond + 1e-4) / framesPerSecond : seconds;
  const stillAt = (seconds: number) =>
    isHeld ? Math.ceil(seconds * framesPerSecond - 1e-4) / framesPerSecond : seconds;
  const dressed = dress ? remembered<Material>(dress) : undefined;
  const shaped = shape ? remembered<Mesh>(shape) : undefined;
  const styled = (seconds: number): Moment => {
    const plain = momentAt(seconds);
    const reshape = (instance: Instance): Instance =>
      shaped ? { ...instance, mesh: shaped(instance.mesh) } : instance;
    const made: Moment = {
      ...plain,
      materials: dressed ? plain.materials.map(dressed) : plain.materials,
      instances: shaped ? plain.instances.map(reshape) : plain.instances,
      grade: grade ? changeGrade(plain.grade, grade) : plain.grade,
      style: paint,
    };
    return light ? light(made) : made;
  };
  let last: { readonly seconds: number; readonly moment: Moment } | undefined;
  return {
    heldAt,
    stillAt,
    momentAt(seconds) {
      const held = heldAt(seconds);
      if (!isHeld) return styled(held);
      if (last?.seconds !== held) last = { seconds: held, moment: styled(held) };
      return last.moment;
    },
  };
}

/** A pure function of objects that is asked once for each. */
function remembered<T extends object>(change: (value: T) => T): (value: T) => T {
  const known = new WeakMap<T, T>();
  return (value) => {
    const changed = known.get(value) ?? change(value);
    known.set(value, changed);
    return changed;
  };
}
