import type { Face } from '../../vision/sight.ts';
import { forEachNode, type Mover } from '../mover.ts';
import { rise } from '../time.ts';
import { type Head, MESH, type Point, pointOf } from './face-geometry.ts';

interface Pull {
  readonly at: Point;
  readonly radius: number;
  /** Where it goes, in widths of the face. */
  readonly dx: number;
  readonly dy: number;
}

/** Pulls the corners of the mouth out and up, and the cheeks a little with them. */
export function smile(face: Face, head: Head): Mover {
  const [left, right] = [pointOf(face, MESH.mouthLeft), pointOf(face, MESH.mouthRight)];
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const reach = 0.17 * head.faceWidth;
  const cheek = (corner: Point): Point => ({
    x: corner.x + (corner.x - middle.x) * 0.55,
    y: corner.y - 0.17 * head.faceHeight,
  });
  return pulling(
    [
      { at: left, radius: reach, dx: -0.03, dy: -0.04 },
      { at: right, radius: reach, dx: 0.03, dy: -0.04 },
      { at: cheek(left), radius: 1.2 * reach, dx: 0, dy: -0.014 },
      { at: cheek(right), radius: 1.2 * reach, dx: 0, dy: -0.014 },
      { at: pointOf(face, MESH.lowerLip), radius: reach, dx: 0, dy: 0.008 },
    ],
    head,
    (seconds) => rise(seconds - 0.3, 1.4),
  );
}

/** Moves the lower lip and the chin as somebody does who speaks, without opening what was never seen. */
export function speak(face: Face, head: Head): Mover {
  const lip = pointOf(face, MESH.lowerLip);
  const chin = pointOf(face, MESH.chin);
  const jaw = { x: (lip.x + chin.x) / 2, y: (lip.y + chin.y) / 2 };
  return pulling(
    [{ at: jaw, radius: 0.3 * head.faceWidth, dx: 0, dy: 0.035 }],
    head,
    (seconds) =>
      rise(seconds, 0.5) * (0.5 + 0.5 * Math.sin(seconds * 11)) * (0.55 + 0.45 * Math.sin(seconds * 3.7 + 1)),
  );
}

function pulling(pulls: readonly Pull[], head: Head, strengthAt: (seconds: number) => number): Mover {
  const region = {
    x: Math.min(...pulls.map(({ at, radius }) => at.x - 2 * radius)),
    y: Math.min(...pulls.map(({ at, radius }) => at.y - 2 * radius)),
    width: 0,
    height: 0,
  };
  const right = Math.max(...pulls.map(({ at, radius }) => at.x + 2 * radius));
  const bottom = Math.max(...pulls.map(({ at, radius }) => at.y + 2 * radius));
  const box = { ...region, width: right - region.x, height: bottom - region.y };
  return {
    region: box,
    displace(field, seconds) {
      const strength = strengthAt(seconds) * head.faceWidth;
      if (strength === 0) return;
      forEachNode(field, box, (node, x, y) => {
        for (const { at, radius, dx, dy } of pulls) {
          const share = Math.exp(-((x - at.x) ** 2 + (y - at.y) ** 2) / (radius * radius)) * strength;
          field.dx[node]! -= dx * share;
          field.dy[node]! -= dy * share;
        }
      });
    },
  };
}
