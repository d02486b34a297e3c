import { AT_REST, type Camera, type Pose, tremble } from './camera.ts';
import type { CameraMove } from './read/wish-words.ts';
import type { MotionStage } from './stage.ts';
import { journey, rise } from './time.ts';

export interface CameraChoice {
  readonly camera: Camera;
  readonly says?: string;
}

const SAYS: Readonly<Record<CameraMove, string>> = {
  still: 'the camera stays still',
  pushIn: 'the camera pushes in',
  pullOut: 'the camera pulls out',
  panLeft: 'the camera pans left',
  panRight: 'the camera pans right',
  tiltUp: 'the camera tilts up',
  tiltDown: 'the camera tilts down',
  orbitLeft: 'the camera arcs to the left',
  orbitRight: 'the camera arcs to the right',
  craneUp: 'the camera rises',
  craneDown: 'the camera sinks',
  rollLeft: 'the camera rolls to the left',
  rollRight: 'the camera rolls to the right',
  handheld: 'the camera is held by hand',
  drift: 'the camera drifts closer',
};

/** How far one more of a speed takes the camera: twice as fast is not twice as far, or the picture would run out. */
const strengthOf = (speed: number) => Math.min(1.6, Math.max(0.5, speed ** 0.8));

/**
 * A camera's way over the film. It looks at no more than the picture: a pan therefore closes in while it turns, so far
 * that its edge never shows; pulling out shrinks the middle and leaves the edges where they are.
 */
export function chooseCamera(stage: MotionStage, move: CameraMove, speed: number): CameraChoice {
  const { width, height, seconds, sight, noise, unit } = stage;
  const focus = focusOf(stage);
  const strength = strengthOf(speed) * (sight.isFlat ? 0.6 : 1);
  const depth = sight.isFlat ? 0 : 1;
  const share = (at: number) => journey(at, seconds, 0.3);
  const pose = (change: Partial<Pose>): Pose => ({ ...AT_REST, ...change });
  const turn = (at: number, across: number, down: number, near: number): Pose => {
    const part = share(at) * strength;
    const zoom = 1 + 0.17 * part;
    const room = (1 - 1 / zoom) * 0.45;
    return pose({
      zoom,
      x: across * room * width,
      y: down * room * height,
      nearX: -across * near * width * part * depth,
      nearY: -down * near * height * part * depth,
    });
  };
  const arc = (at: number, sense: number): Pose => {
    const part = share(at) * strength;
    return pose({
      zoom: 1 + 0.075 * part,
      nearX: -sense * 0.042 * width * part * depth,
      x: sense * 0.012 * width * part,
    });
  };
  const close = (at: number, by: number, side: number): Pose => {
    const zoom = 1 + by * strength * share(at);
    return pose({ zoom, nearZoom: (zoom - 1) * 0.9 * depth, nearX: side * width * share(at) * depth });
  };
  const ways: Readonly<Record<CameraMove, (at: number) => Pose>> = {
    still: () => AT_REST,
    pushIn: (at) => close(at, 0.19, 0),
    drift: (at) => close(at, 0.065, 0.007),
    pullOut: (at) => pose({ shrink: 0.13 * strength * share(at) }),
    panLeft: (at) => turn(at, -1, 0, 0.01),
    panRight: (at) => turn(at, 1, 0, 0.01),
    tiltUp: (at) => turn(at, 0, -1, 0),
    tiltDown: (at) => turn(at, 0, 1, 0),
    craneUp: (at) => turn(at, 0, -0.9, 0.035),
    craneDown: (at) => turn(at, 0, 0.9, 0.035),
    orbitLeft: (at) => arc(at, -1),
    orbitRight: (at) => arc(at, 1),
    rollLeft: (at) => pose({ zoom: 1 + 0.16 * share(at), roll: -0.07 * share(at) * strength }),
    rollRight: (at) => pose({ zoom: 1 + 0.16 * share(at), roll: 0.07 * share(at) * strength }),
    handheld(at) {
      const [x, y, roll] = tremble(noise, at * strength);
      const ease = rise(at, 1.6);
      return pose({ zoom: 1 + 0.04 * ease, x: x * 8 * unit * ease, y: y * 6 * unit * ease, roll: roll * 0.004 * ease });
    },
  };
  const isCentred = move === 'pushIn' || move === 'drift';
  return {
    camera: { focus: isCentred ? focus : [width / 2, height / 2], poseAt: ways[move] },
    ...(move === 'still' ? {} : { says: SAYS[move] }),
  };
}

/** Where one would look: at a face, else at the subject; never far from the middle. */
function focusOf({ sight, width, height }: MotionStage): readonly [number, number] {
  const box = sight.faces[0]?.box ?? sight.subjectBox;
  const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [width / 2, sight.horizonY ?? height / 2];
  const within = (value: number, size: number) => Math.min(size * 0.66, Math.max(size * 0.34, value));
  return [within(x, width), within(y, height)];
}
