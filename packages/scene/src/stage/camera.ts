import type { Camera, Vec3 } from '@openimagine/render';
import type { CameraPlan } from '../scene.ts';
import type { BuiltSet } from '../sets/set.ts';
import { askedMoves, moveBeyond } from './continue/camera-beyond.ts';
import type { StagedSequel } from './continue/sequel.ts';
import type { Follow } from './follow.ts';
import { add, clamp, lengthOf, mix, scale, smoothstep, subtract } from './matrix.ts';
import { createView, type Frame, fitView, type View } from './view.ts';

/**
 * How the subject shares the picture: `sky` leaves the upper part to what stands behind or above it; `tall` and
 * `filling` take it from edge to edge, for something tall beside the subject and for one that speaks or is a view of its
 * own; `aloft` looks up at what flies.
 */
export type Framing = 'ordinary' | 'sky' | 'tall' | 'filling' | 'aloft';

export interface CameraOptions {
  readonly plan: CameraPlan;
  readonly set: BuiltSet;
  readonly aspect: number;
  readonly durationSeconds: number;
  /** Points that must be in the picture; none: the set's own view. */
  readonly points: readonly Vec3[];
  readonly framing: Framing;
  /** Rows of copies one behind the other: the more, the steeper the view, so that none is hidden. */
  readonly rows: number;
}

/** The part of the picture for the subject: below the middle, with the place it stands in round it. */
const FRAMES: Readonly<Record<CameraPlan['shot'], Frame>> = {
  wide: { left: -0.72, right: 0.72, bottom: -0.74, top: 0.12 },
  medium: { left: -0.76, right: 0.76, bottom: -0.78, top: 0.56 },
  close: { left: -0.9, right: 0.9, bottom: -0.88, top: 0.84 },
  aerial: { left: -0.7, right: 0.7, bottom: -0.7, top: 0.4 },
  topDown: { left: -0.78, right: 0.78, bottom: -0.78, top: 0.78 },
  low: { left: -0.8, right: 0.8, bottom: -0.84, top: 0.7 },
};

/** Degrees that a shot looks down; undefined keeps the set's own. */
const PITCHES: Readonly<Partial<Record<CameraPlan['shot'], number>>> = { aerial: 34, topDown: 84, low: -9 };

/** The camera at the middle of the film: everything asked for is in it. */
export function createBaseView({ plan, set, aspect, points, framing, rows }: CameraOptions): View {
  const { position, target, verticalFovDegrees: fov } = set.camera;
  if (points.length === 0) return createView(...shotOfPlace(plan, position, target), fov, aspect);
  const frame = frameOf(plan.shot, framing);
  const own = pitchOf(position, target);
  let pitch = PITCHES[plan.shot] ?? (framing === 'aloft' ? -13 : own);
  if (rows > 1) pitch = Math.max(pitch, rows === 2 ? 13 : 24);
  const yaw = Math.atan2(target[0] - position[0], position[2] - target[2]);
  for (let i = 0; ; i++) {
    const forward = directionOf(yaw, pitch);
    const fitted = fitView(createView([0, 0, 0], forward, fov, aspect), points, frame);
    const eye = plan.shot === 'medium' || plan.shot === 'wide' ? standBack(fitted, forward, points, set, plan) : fitted;
    const floor =
      set.groundAt(eye[0], eye[2]) + (plan.shot === 'low' ? 0.12 : Math.min(0.3, 0.05 + tallOf(points) * 0.55));
    if (eye[1] >= floor || i >= 24) {
      const safe: Vec3 = [eye[0], Math.max(eye[1], floor), eye[2]];
      const depth = Math.max(0.5, meanDepth(safe, forward, points));
      return createView(safe, add(safe, scale(forward, depth)), fov, aspect);
    }
    pitch += 2.5;
  }
}

function frameOf(shot: CameraPlan['shot'], framing: Framing): Frame {
  const frame = FRAMES[shot];
  switch (framing) {
    case 'aloft':
      return { left: -0.84, right: 0.84, bottom: -0.5, top: 0.76 };
    case 'sky':
      return { ...frame, top: Math.min(frame.top, 0.22) };
    case 'tall':
      return { ...frame, top: Math.max(frame.top, 0.94), bottom: Math.min(frame.bottom, -0.9) };
    case 'filling':
      return { left: -0.9, right: 0.9, top: Math.max(frame.top, 0.78), bottom: Math.min(frame.bottom, -0.84) };
    case 'ordinary':
      return frame;
  }
}

/** A small subject in a large place still shows the place: never nearer than a fraction of the set's own distance. */
function standBack(eye: Vec3, forward: Vec3, points: readonly Vec3[], set: BuiltSet, plan: CameraPlan): Vec3 {
  const own = lengthOf(subtract(set.camera.target, set.camera.position));
  // But the subject keeps a good part of the picture's height, however small it is.
  const tall = tallOf(points);
  const halfHeight = Math.tan((set.camera.verticalFovDegrees * Math.PI) / 360);
  const share = plan.shot === 'wide' ? 0.28 : 0.4;
  const least = Math.min(own * (plan.shot === 'wide' ? 0.5 : 0.1), tall / (2 * halfHeight * share));
  const missing = least - meanDepth(eye, forward, points);
  return missing > 0 ? subtract(eye, scale(forward, missing)) : eye;
}

function tallOf(points: readonly Vec3[]): number {
  const ys = points.map((point) => point[1]);
  return Math.max(...ys) - Math.min(...ys);
}

function meanDepth(eye: Vec3, forward: Vec3, points: readonly Vec3[]): number {
  let sum = 0;
  for (const point of points) {
    const from = subtract(point, eye);
    sum += from[0] * forward[0] + from[1] * forward[1] + from[2] * forward[2];
  }
  return sum / points.length;
}

function shotOfPlace(plan: CameraPlan, position: Vec3, target: Vec3): [Vec3, Vec3] {
  const away = subtract(position, target);
  const distance = lengthOf(away);
  const pitch = PITCHES[plan.shot];
  // A place that was built to be seen from above has its own height.
  if (pitch === undefined || (plan.shot === 'aerial' && pitchOf(position, target) > 9)) {
    const factor = plan.shot === 'close' ? 0.55 : 1;
    return [add(target, scale(away, factor)), target];
  }
  if (plan.shot === 'low') return [[position[0], Math.max(0.35, position[1] * 0.3), position[2]], target];
  const yaw = Math.atan2(target[0] - position[0], position[2] - target[2]);
  const reach = plan.shot === 'aerial' ? Math.max(distance * 1.6, 30) : distance * 1.2;
  return [subtract(target, scale(directionOf(yaw, pitch), reach)), target];
}

const pitchOf = (position: Vec3, target: Vec3): number => {
  const flat = Math.hypot(target[0] - position[0], target[2] - position[2]);
  return (Math.atan2(position[1] - target[1], flat) * 180) / Math.PI;
};

/** @param pitchDegrees Downwards. */
function directionOf(yaw: number, pitchDegrees: number): Vec3 {
  const pitch = (pitchDegrees * Math.PI) / 180;
  return [Math.sin(yaw) * Math.cos(pitch), -Math.sin(pitch), -Math.cos(yaw) * Math.cos(pitch)];
}

/**
 * The camera as a function of time: at the middle of the film it is the base view, exactly, but for what it follows.
 * @param follow How far it is carried by what it follows.
 * @param sequels What comes after the film: it neither stops dead at its end nor is where it began.
 */
export function createCameraPath(
  base: View,
  options: CameraOptions,
  follow?: Follow,
  sequels: readonly StagedSequel[] = [],
): (seconds: number) => Camera {
  const { plan, set, durationSeconds } = options;
  const fov = set.camera.verticalFovDegrees;
  const distance = Math.max(0.5, lengthOf(subtract(base.target, base.position)));
  const headroom = Math.max(0.1, base.position[1] - set.groundAt(base.position[0], base.position[2]));
  // A near subject stands out from a soft background; a wide view is sharp throughout.
  const blur = plan.shot === 'close' ? 0.7 : options.points.length > 0 && distance < 7 ? 0.32 : 0;
  const beyond = moveBeyond(sequels, durationSeconds);
  const asked = askedMoves(sequels);
  return (seconds) => {
    const linear = clamp(seconds / durationSeconds, 0, 1) - 0.5;
    // Starts and ends softly, passes the middle steadily.
    const eased = mix(linear, smoothstep(0, 1, linear + 0.5) - 0.5, 0.6) + beyond(seconds);
    const progress = eased * Math.min(1.6, plan.speed);
    let moved = moveCamera(plan.move, base, distance, headroom, progress, seconds);
    for (const { move, progressAt } of asked) {
      const share = progressAt(seconds);
      if (share > 0) moved = addMove(moved, moveCamera(move, base, distance, headroom, share, seconds), base);
    }
    const carried = follow?.(seconds);
    const position = carried ? add(moved.position, carried.position) : moved.position;
    const target = carried ? add(moved.target, carried.target) : moved.target;
    const floor = set.groundAt(position[0], position[2]) + 0.1;
    return {
      position: [position[0], Math.max(position[1], floor), position[2]],
      target,
      roll: moved.roll,
      verticalFovDegrees: fov,
      near: clamp(distance * 0.02, 0.03, 0.5),
      ...(blur > 0 ? { focus: { distance: lengthOf(subtract(target, position)), blur } } : {}),
    };
  };
}

/** One move on top of another. */
function addMove(moved: Moved, more: Moved, base: View): Moved {
  return {
    position: add(moved.position, subtract(more.position, base.position)),
    target: add(moved.target, subtract(more.target, base.target)),
    roll: moved.roll + more.roll,
  };
}

interface Moved {
  readonly position: Vec3;
  readonly target: Vec3;
  readonly roll: number;
}

/**
 * @param headroom Metres between the camera at rest and the ground.
 * @param progress −0.5 … 0.5 over the film at ordinary speed.
 */
function moveCamera(
  move: CameraPlan['move'],
  base: View,
  distance: number,
  headroom: number,
  progress: number,
  seconds: number,
): Moved {
  const { position, target, right, up, forward } = base;
  const at = (side: number, rise: number, ahead: number): Vec3 =>
    add(
      add(position, scale(right, side * distance)),
      add(scale(up, rise * distance), scale(forward, ahead * distance)),
    );
  switch (move) {
    case 'still':
    case 'track':
      return { position, target, roll: 0 };
    case 'drift':
      return { position: at(progress * 0.09, progress * 0.012, progress * 0.07), target, roll: 0 };
    case 'panLeft':
    case 'panRight': {
      const shift = scale(right, (move === 'panLeft' ? -1 : 1) * progress * 0.3 * base.halfWidth * distance);
      return { position: add(position, scale(shift, 0.35)), target: add(target, shift), roll: 0 };
    }
    case 'dollyIn':
      return { position: at(0, 0, progress * 0.44), target, roll: 0 };
    case 'dollyOut':
      return { position: at(0, 0, -progress * 0.44), target, roll: 0 };
    case 'orbit':
      return { position: turnAbout(target, position, progress * 0.8), target, roll: 0 };
    case 'craneUp':
    case 'craneDown': {
      const rise = (move === 'craneUp' ? 1 : -1) * progress;
      // Downwards there is only so much room above the ground. The way bends evenly from the low end to the high one.
      const low = Math.min(0.21, (headroom / distance) * 0.6);
      const high = Math.min(0.21, low * 3);
      return {
        position: at(0, rise * (high + low) + rise * rise * 2 * (high - low), 0),
        target: add(target, scale([0, 1, 0], rise * 0.1 * distance)),
        roll: 0,
      };
    }
    case 'flyOver':
      return {
        position: at(progress * 0.06, -progress * 0.1, progress * 0.5),
        target: add(target, scale(forward, progress * 0.3 * distance)),
        roll: progress * 0.03,
      };
    case 'handheld': {
      const shake = (rate: number, phase: number): number =>
        Math.sin(seconds * rate + phase) * 0.6 + Math.sin(seconds * rate * 2.3 + phase * 1.7) * 0.4;
      return {
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
