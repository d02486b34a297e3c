import { forEachNode, type Mover } from '../mover.ts';
import type { Noise } from '../noise.ts';
import { rise } from '../time.ts';
import { boxAround, type Head, within } from './face-geometry.ts';
import type { PersonWishes } from './read-person-wishes.ts';

/** Radians. Beyond this the far cheek would have to be made up. */
const TURN_MAX = 0.24;
const LIFT_MAX = 0.15;
const TILT_MAX = 0.09;
/** Nobody holds quite still. */
const IDLE_TURN = 0.035;
const IDLE_LIFT = 0.02;
const OUTER = 1.55;
const LONG = 2.4;

interface Pose {
  readonly turn: number;
  readonly lift: number;
  readonly tilt: number;
}

/**
 * Turns a head as if it were an ellipsoid with the face painted on it: the middle moves most, the outline hardly, so that
 * nothing tears from what is behind.
 */
export function turnHead(head: Head, wishes: PersonWishes, noise: Noise, salt: number): Mover {
  const region = boxAround(head, OUTER);
  const depth = head.radiusX;
  return {
    region,
    displace(field, seconds) {
      const pose = poseAt(wishes, noise, salt, seconds);
      const [sinTurn, sinLift] = [Math.sin(pose.turn), Math.sin(pose.lift)];
      forEachNode(field, region, (node, x, y) => {
        const share = within(head, x, y, OUTER) * aboveShoulders(head, y);
        if (share === 0) return;
        const nx = (x - head.x) / head.radiusX;
        const ny = (y - head.y) / head.radiusY;
        // How far the surface stands out towards the viewer.
        const bulge = Math.sqrt(Math.max(0, 1 - 0.55 * (nx * nx + ny * ny)));
        const forward = depth * bulge * share;
        const squeeze = 0.35 * (1 - Math.cos(pose.turn)) * (x - head.x) * share;
        field.dx[node]! -= sinTurn * forward - squeeze - pose.tilt * (y - head.neck.y) * share;
        field.dy[node]! += sinLift * forward - pose.tilt * (x - head.neck.x) * share;
      });
    },
  };
}

/** What lies below the neck stays: collars and shoulders are no part of a head. */
function aboveShoulders({ neck, faceHeight }: Head, y: number): number {
  return 1 - rise(y - neck.y + 0.2 * faceHeight, 0.35 * faceHeight);
}

function poseAt(wishes: PersonWishes, noise: Noise, salt: number, seconds: number): Pose {
  const ease = rise(seconds, LONG);
  const idle = rise(seconds, 1.5);
  const nod = wishes.nods ? Math.sin(seconds * 5.2) * 0.1 * rise(seconds, 0.5) * fade(seconds) : 0;
  const shake = wishes.shakesHead ? Math.sin(seconds * 6) * 0.16 * rise(seconds, 0.5) * fade(seconds) : 0;
  const calm = 1 - 0.6 * Math.max(Math.abs(wishes.turn), Math.abs(wishes.lift));
  return {
    turn: wishes.turn * TURN_MAX * ease + shake + IDLE_TURN * calm * idle * noise.at(seconds * 0.35, salt + 0.5),
    lift: wishes.lift * LIFT_MAX * ease + nod + IDLE_LIFT * calm * idle * noise.at(seconds * 0.3, salt + 9.5),
    tilt: (wishes.tilts ? TILT_MAX : 0) * ease + 0.25 * IDLE_TURN * idle * noise.at(seconds * 0.28, salt + 21.5),
  };
}

/** A nod comes, and comes again after a while. */
function fade(seconds: number): number {
  const phase = seconds % 4;
  return phase < 2 ? 1 : Math.max(0, 1 - (phase - 2));
}
