import type { Face } from '../../../vision/sight.ts';
import { moveX, moveY, type Similarity, scaleOf, turnOf } from '../track/similarity.ts';

type Point = readonly [x: number, y: number, z: number];

/**
 * The marks that poses and sizes are read from, centimetres from the bridge of the nose, y up, z forward; all others lie
 * on an ellipsoid.
 */
const MARKS: Readonly<Record<number, Point>> = {
  168: [0, 0, 0],
  1: [0, -4.2, 2.3],
  2: [0, -5.2, 1.2],
  4: [0, -3.6, 2.4],
  10: [0, 5, -0.8],
  152: [0, -12.4, -1],
  33: [-4.45, -0.6, -2],
  263: [4.45, -0.6, -2],
  133: [-1.86, -0.7, -1.4],
  362: [1.86, -0.7, -1.4],
  234: [-7.6, -2.6, -7.6],
  454: [7.6, -2.6, -7.6],
  172: [-6, -8, -6],
  397: [6, -8, -6],
  61: [-2.5, -7.6, -0.9],
  291: [2.5, -7.6, -0.9],
  0: [0, -6.6, 0.6],
  17: [0, -9, 0],
  70: [-5, 1.5, -1.8],
  300: [5, 1.5, -1.8],
  105: [-3.5, 2, -0.8],
  334: [3.5, 2, -0.8],
  50: [-4.5, -4, -1],
  280: [4.5, -4, -1],
};

const COUNT = 468;

/** A face of ordinary proportions that nobody has. */
export const modelFace = {
  /** Where its eyes are, centimetres, y down. */
  pupilX: 3.15,
  pupilY: 0.65,
  /**
   * The face in a picture.
   * @param place From centimetres about the bridge of the nose, y down, to pixels.
   * @param yaw Radians that it is turned to the picture's right by.
   */
  at(place: Similarity, score: number, yaw = 0): Face {
    const mesh = new Float32Array(COUNT * 3);
    for (let i = 0; i < COUNT; i++) {
      const [x, y, z] = MARKS[i] ?? onEllipsoid(i);
      // Turned about the head's middle.
      const deep = z + 7;
      const across = x * Math.cos(yaw) + deep * Math.sin(yaw);
      const near = deep * Math.cos(yaw) - x * Math.sin(yaw) - 7;
      mesh[i * 3] = moveX(place, across, -y);
      mesh[i * 3 + 1] = moveY(place, across, -y);
      mesh[i * 3 + 2] = -near * scaleOf(place);
    }
    const half = 7.6 * scaleOf(place);
    const box = { x: place.tx - half, y: place.ty - half * 0.7, width: half * 2, height: half * 2.4 };
    return { box, score, mesh, yaw, pitch: 0, roll: turnOf(place) };
  },
} as const;

/** Evenly strewn over the front of an egg. */
function onEllipsoid(i: number): Point {
  const angle = i * 2.399963;
  const radius = Math.sqrt((i + 0.5) / COUNT) * 0.97;
  const x = radius * Math.cos(angle);
  const y = radius * Math.sin(angle);
  return [x * 7.4, -3.7 + y * 8.6, -7.6 + 7.6 * Math.sqrt(Math.max(0, 1 - x * x - y * y))];
}
