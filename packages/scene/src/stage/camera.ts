import type { Camera, Vec3 } from '@openimagine/render';
import type { CameraPlan } from '../scene.ts';
import type { BuiltSet } from '../sets/set.ts';
import { addMove, type Moved, moveCamera } from './camera-moves.ts';
import { askedMoves, moveBeyond } from './continue/camera-beyond.ts';
import type { StagedSequel } from './continue/sequel.ts';
import type { Follow } from './follow.ts';
import { add, clamp, lengthOf, mix, scale, smoothstep, subtract } from './matrix.ts';
import { createView, type Frame, fitView, type View } from './view.ts';

/**
 * How the subject shares the picture: `sky` leaves the upper part to what stands behind or above it, `heavens` more of
 * it, to stars and the like; `tall` and
 * `filling` take it from edge to edge, for something tall beside the subject and for one that speaks or is a view of its
 * own; `aloft` looks up at what flies; `foreground` has it large in a lower corner, before a place that is seen as well.
 */
export type Framing = 'ordinary' | 'sky' | 'heavens' | 'tall' | 'filling' | 'aloft' | 'foreground';

export interface CameraOptions {
  readonly plan: CameraPlan;
  readonly set: BuiltSet;
  readonly aspect: number;
  readonly durationSeconds: number;
  /** Points that must be in the picture; none: the set's own view. */
  readonly points: readonly Vec3[];
  readonly framing: Framing;
  /** Rows of copies one behind the other: the more, the steeper the view, so that none is hidden; 1.5 for a crowd, which may be. */
  readonly rows: number;
  /** How far beside the middle of the picture the subject stands, −1 … 1. Default 0. */
  readonly lean?: number;
}

/** The part of the picture for the subject: below the middle, with the place it stands in round it. */
const FRAMES: Readonly<Record<CameraPlan['shot'], Frame>> = {
  extremeWide: { left: -0.5, right: 0.5, bottom: -0.72, top: -0.1 },
  wide: { left: -0.72, right: 0.72, bottom: -0.74, top: 0.12 },
  medium: { left: -0.76, right: 0.76, bottom: -0.78, top: 0.56 },
  close: { left: -0.9, right: 0.9, bottom: -0.88, top: 0.84 },
  macro: { left: -0.84, right: 0.84, bottom: -0.74, top: 0.8 },
  portrait: { left: -0.86, right: 0.86, bottom: -1, top: 0.72 },
  aerial: { left: -0.7, right: 0.7, bottom: -0.7, top: 0.4 },
  topDown: { left: -0.78, right: 0.78, bottom: -0.78, top: 0.78 },
  low: { left: -0.8, right: 0.8, bottom: -0.84, top: 0.7 },
  high: { left: -0.76, right: 0.76, bottom: -0.78, top: 0.5 },
  overShoulder: { left: -0.94, right: -0.1, bottom: -1.5, top: 0.62 },
  pov: { left: -0.76, right: 0.76, bottom: -0.7, top: 0.5 },
};

/** Degrees that a shot looks down; undefined keeps the set's own. */
const PITCHES: Readonly<Partial<Record<CameraPlan['shot'], number>>> = { aerial: 34, topDown: 84, low: -9, high: 24 };
/** A crowd is seen over the heads of its first row, not from the roofs. */
const CROWD_PITCH = 8;
/** Shots that show how much place there is round the subject. */
const ROOMY: ReadonlySet<CameraPlan['shot']> = new Set([
  'extremeWide',
  'wide',
  'medium',
  'high',
  'pov',
  'overShoulder',
]);

/** The camera at the middle of the film: everything asked for is in it. */
export function createBaseView({ plan, set, aspect, points, framing, rows, lean = 0 }: CameraOptions): View {
  const { position, target } = set.camera;
  const fov = fovOf(plan, set);
  if (points.length === 0) return createView(...shotOfPlace(plan, position, target), fov, aspect);
  const frame = leaning(frameOf(plan.shot, framing), lean);
  const own = pitchOf(position, target);
  let pitch = PITCHES[plan.shot] ?? (framing === 'aloft' ? -5 : framing === 'heavens' ? Math.min(own, -7) : own);
  // What is tall is looked up at from its foot.
  if (plan.shot === 'low' && tallOf(points) > 3) pitch = -24;
  if (rows > 1) pitch = Math.max(pitch, rows < 2 ? CROWD_PITCH : rows === 2 ? 13 : 24);
  const yaw = Math.atan2(target[0] - position[0], position[2] - target[2]);
  for (let i = 0; ; i++) {
    const forward = directionOf(yaw, pitch);
    const fitted = fitView(createView([0, 0, 0], forward, fov, aspect), points, frame);
    const eye =
      ROOMY.has(plan.shot) && framing !== 'foreground' ? standBack(fitted, forward, points, set, plan) : fitted;
    const floor =
      set.groundAt(eye[0], eye[2]) + (plan.shot === 'low' ? 0.12 : Math.min(0.3, 0.05 + tallOf(points) * 0.55));
    if (eye[1] >= floor || i >= 24) {
      const safe: Vec3 = [eye[0], Math.max(eye[1], floor), eye[2]];
      const depth = Math.max(plan.shot === 'macro' ? 0.06 : 0.5, meanDepth(safe, forward, points));
      return createView(safe, add(safe, scale(forward, depth)), fov, aspect);
    }
    pitch += 2.5;
  }
}

function frameOf(shot: CameraPlan['shot'], framing: Framing): Frame {
  const frame = FRAMES[shot];
  switch (framing) {
    case 'aloft':
      return { left: -0.8, right: 0.8, bottom: -0.28, top: 0.84 };
    case 'foreground':
      return { left: -0.86, right: -0.02, bottom: -0.94, top: 0.1 };
    case 'heavens':
      return { ...frame, bottom: -0.9, top: Math.min(frame.top, -0.1) };
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

/** The same frame about another middle; what is too wide for it is shown as wide as before. */
function leaning(frame: Frame, lean: number): Frame {
  if (lean > 0) return { ...frame, left: Math.min(frame.right - 0.4, frame.left + 2 * lean) };
  return { ...frame, right: Math.max(frame.left + 0.4, frame.right + 2 * lean) };
}

/** A small subject in a large place still shows the place: never nearer than a fraction of the set's own distance. */
function standBack(eye: Vec3, forward: Vec3, points: readonly Vec3[], set: BuiltSet, plan: CameraPlan): Vec3 {
  const own = lengthOf(subtract(set.camera.target, set.camera.position));
  // But the subject keeps a good part of the picture's height, however small it is.
  const tall = tallOf(points);
  const halfHeight = Math.tan((fovOf(plan, set) * Math.PI) / 360);
  const share = plan.shot === 'extremeWide' ? 0.1 : plan.shot === 'wide' ? 0.28 : 0.4;
  const part = plan.shot === 'extremeWide' ? 1 : plan.shot === 'wide' ? 0.5 : 0.1;
  const least = Math.min(own * part, tall / (2 * halfHeight * share));
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
  whole: View,
  options: CameraOptions,
  follow?: Follow,
  sequels: readonly StagedSequel[] = [],
): (seconds: number) => Camera {
  const { plan, set, durationSeconds } = options;
  const base = plan.sweeps ? nearer(whole) : whole;
  const fov = fovOf(plan, set);
  const distance = Math.max(plan.shot === 'macro' ? 0.06 : 0.5, lengthOf(subtract(base.target, base.position)));
  const headroom = Math.max(0.1, base.position[1] - set.groundAt(base.position[0], base.position[2]));
  const blur = blurOf(plan, options.points.length > 0, distance);
  const beyond = moveBeyond(sequels, durationSeconds);
  const asked = askedMoves(sequels);
  return (seconds) => {
    const linear = clamp(seconds / durationSeconds, 0, 1) - 0.5;
    // Starts and ends softly, passes the middle steadily.
    const eased = mix(linear, smoothstep(0, 1, linear + 0.5) - 0.5, 0.6) + beyond(seconds);
    const progress = eased * Math.min(1.6, plan.speed);
    let moved = plan.moves
      ? movesAt(plan, base, distance, headroom, seconds, durationSeconds)
      : moveCamera(plan.move, base, distance, headroom, progress, seconds, plan.sweeps ? 2 : undefined);
    for (const { move, progressAt } of asked) {
      const share = progressAt(seconds);
      if (share > 0) moved = addMove(moved, moveCamera(move, base, distance, headroom, share, seconds), base);
    }
    const carried = follow?.(seconds);
    const position = carried ? add(moved.position, carried.position) : moved.position;
    const target = carried ? add(moved.target, carried.target) : moved.target;
    const floor = set.groundAt(position[0], position[2]) + Math.min(0.1, distance * 0.3);
    return {
      position: [position[0], Math.max(position[1], floor), position[2]],
      target,
      roll: moved.roll,
      verticalFovDegrees: zoomed(fov, moved.zoom),
      near: clamp(distance * 0.02, Math.min(0.03, distance * 0.15), 0.5),
      ...(blur > 0 ? { focus: { distance: lengthOf(subtract(target, position)), blur } } : {}),
    };
  };
}

/** So near that a tilt of the camera passes over the subject from one end to the other. */
function nearer(view: View): View {
  const shift = scale(subtract(view.target, view.position), 0.55);
  return { ...view, position: add(view.position, shift) };
}

/** Several moves at once or one after the other: each has its middle in the middle of its own time. */
function movesAt(
  { moves = [], speed }: CameraPlan,
  base: View,
  distance: number,
  headroom: number,
  seconds: number,
  durationSeconds: number,
): Moved {
  const each = moves.map(({ move, from, to }) => {
    const share = clamp((seconds / durationSeconds - from) / Math.max(0.05, to - from), 0, 1);
    const progress = (mix(share, smoothstep(0, 1, share), 0.6) - 0.5) * Math.min(1.6, speed);
    return moveCamera(move, base, distance, headroom, progress, seconds);
  });
  return each.slice(1).reduce((sum, more) => addMove(sum, more, base), each[0]!);
}

/** A lens changes how much is seen at once; the camera then stands where the subject fills its part of the picture again. */
function fovOf({ lens, shot }: CameraPlan, set: BuiltSet): number {
  const own = set.camera.verticalFovDegrees;
  switch (lens) {
    case 'fisheye':
      return 96;
    case 'wide':
      return clamp(own * 1.55, 58, 78);
    case 'telephoto':
      return clamp(own * 0.42, 12, 22);
    default:
      return shot === 'portrait' ? Math.min(own, 30) : own;
  }
}

/** A near subject stands out from a soft background; a wide view is sharp throughout. */
function blurOf({ shot, focus, lens }: CameraPlan, hasSubject: boolean, distance: number): number {
  if (focus === 'deep') return 0;
  const isNear = shot === 'close' || shot === 'macro' || shot === 'portrait';
  if (focus === 'shallow') return hasSubject ? 1 : 0.5;
  if (isNear) return shot === 'macro' ? 0.9 : 0.7;
  if (lens === 'fisheye' || shot === 'extremeWide') return 0;
  return hasSubject && distance < 7 ? 0.32 : 0;
}

/** @param zoom How many times nearer things look. */
function zoomed(fovDegrees: number, zoom: number): number {
  return (Math.atan(Math.tan((fovDegrees * Math.PI) / 360) / zoom) * 360) / Math.PI;
}
