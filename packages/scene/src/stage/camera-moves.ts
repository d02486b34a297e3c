import type { Vec3 } from '@openimagine/render';
import type { CameraPlan } from '../scene.ts';
import { add, scale, subtract } from './matrix.ts';
import type { View } from './view.ts';

/** One move on top of another. */
export function addMove(moved: Moved, more: Moved, base: View): Moved {
  return {
    position: add(moved.position, subtract(more.position, base.position)),
    target: add(moved.target, subtract(more.target, base.target)),
    roll: moved.roll + more.roll,
    zoom: moved.zoom * more.zoom,
  };
}

export interface Moved {
  readonly position: Vec3;
  readonly target: Vec3;
  readonly roll: number;
  /** How many times nearer things look than at rest. */
  readonly zoom: number;
}

/**
 * @param headroom Metres between the camera at rest and the ground.
 * @param progress −0.5 … 0.5 over the film at ordinary speed.
 */
export function moveCamera(
  move: CameraPlan['move'],
  base: View,
  distance: number,
  headroom: number,
  progress: number,
  seconds: number,
  sweep = 0.6,
): Moved {
  const { position, target, right, up, forward } = base;
  const at = (side: number, rise: number, ahead: number): Vec3 =>
    add(
      add(position, scale(right, side * distance)),
      add(scale(up, rise * distance), scale(forward, ahead * distance)),
    );
  const rest = { position, target, roll: 0, zoom: 1 };
  switch (move) {
    case 'still':
    case 'track':
      return rest;
    case 'drift':
      return { ...rest, position: at(progress * 0.09, progress * 0.012, progress * 0.07) };
    case 'panLeft':
    case 'panRight': {
      const shift = scale(right, (move === 'panLeft' ? -1 : 1) * progress * 0.5 * base.halfWidth * distance);
      return { ...rest, position: add(position, scale(shift, 0.35)), target: add(target, shift) };
    }
    case 'tiltUp':
    case 'tiltDown': {
      // Through the subject: a tilt up begins below it, a tilt down above.
      const shift = (move === 'tiltUp' ? 1 : -1) * progress * sweep * base.halfHeight * distance;
      return { ...rest, target: add(target, [0, shift, 0]) };
    }
    case 'truckLeft':
    case 'truckRight': {
      // Sideways without turning: what is near passes what is far.
      const shift = scale(right, (move === 'truckLeft' ? -1 : 1) * progress * 0.62 * base.halfWidth * distance);
      return { ...rest, position: add(position, shift), target: add(target, shift) };
    }
    case 'zoomIn':
    case 'zoomOut':
      return { ...rest, zoom: Math.exp((move === 'zoomIn' ? 1 : -1) * progress * 0.62) };
    case 'dollyIn':
      return { ...rest, position: at(0, 0, progress * 0.52) };
    case 'dollyOut':
      return { ...rest, position: at(0, 0, -progress * 0.52) };
    case 'orbit':
      return { ...rest, position: turnAbout(target, position, progress * 1.05) };
    case 'craneUp':
    case 'craneDown': {
      const rise = (move === 'craneUp' ? 1 : -1) * progress;
      // Downwards there is only so much room above the ground. The way bends evenly from the low end to the high one.
      const low = Math.min(0.21, (headroom / distance) * 0.6);
      const high = Math.min(0.21, low * 3);
      return {
        ...rest,
        position: at(0, rise * (high + low) + rise * rise * 2 * (high - low), 0),
        target: add(target, scale([0, 1, 0], rise * 0.1 * distance)),
      };
    }
    case 'flyOver':
      return {
        ...rest,
        position: at(progress * 0.06, -progress * 0.1, progress * 0.5),
        target: add(target, scale(forward, progress * 0.3 * distance)),
        roll: progress * 0.03,
      };
    case 'handheld': {
      const shake = (rate: number, phase: number): number =>
        Math.sin(seconds * rate + phase) * 0.6 + Math.sin(seconds * rate * 2.3 + phase * 1.7) * 0.4;
      return {
        ...rest,
        position: at(shake(0.9, 0) * 0.008, shake(1.3, 2) * 0.007, progress * 0.05),
        target: add(
          target,
          add(scale(right, shake(1.1, 4) * 0.009 * distance), scale(up, shake(1.5, 1) * 0.008 * distance)),
        ),
        roll: shake(0.7, 3) * 0.005,
      };
    }
  }
}

function turnAbout(center: Vec3, point: Vec3, angle: number): Vec3 {
  const [x, y, z] = subtract(point, center);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [center[0] + x * cos + z * sin, center[1] + y, center[2] - x * sin + z * cos];
}
