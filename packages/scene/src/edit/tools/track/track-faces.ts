import type { Face } from '../../../vision/sight.ts';
import { type Detected, type Followed, trackItems } from './track-items.ts';
import type { Flat, ItemKind } from './tracked-item.ts';

/**
 * Places of the mesh that move with the skull and have something to hold on to: corners of the eyes, brows, the nose
 * and its wings, the upper lip. Jaw, lower lip and lids move by themselves.
 */
const HOLDS = [
  33, 133, 362, 263, 46, 52, 55, 107, 70, 63, 105, 66, 276, 282, 285, 336, 300, 293, 334, 296, 168, 6, 197, 195, 5, 4,
  1, 98, 327, 64, 294, 48, 278, 240, 460, 61, 291, 40, 270, 0, 37, 267, 50, 280, 101, 330, 117, 346, 9, 151, 108, 337,
  10, 67, 297, 234, 454,
];

const FACE: ItemKind<Face> = {
  boxOf: ({ box }) => box,
  calmSeconds: 0.6,
  holdsOf: ({ mesh }) => {
    const holds = new Float64Array(HOLDS.length * 2);
    for (let i = 0; i < HOLDS.length; i++) {
      holds[i * 2] = mesh[HOLDS[i]! * 3]!;
      holds[i * 2 + 1] = mesh[HOLDS[i]! * 3 + 1]!;
    }
    return holds;
  },
  flatten: flattenFace,
  rebuild: ({ points, lengths, turns, others }, like, presence) => {
    // Meshes with and without irises may come from the same detector: the shorter one decides.
    const count = Math.min(lengths.length, like.mesh.length / 3);
    const mesh = new Float32Array(count * 3);
    for (let i = 0; i < count; i++) {
      mesh[i * 3] = points[4 + i * 2]!;
      mesh[i * 3 + 1] = points[5 + i * 2]!;
      mesh[i * 3 + 2] = lengths[i]!;
    }
    const box = { x: points[0]!, y: points[1]!, width: points[2]! - points[0]!, height: points[3]! - points[1]! };
    const [yaw, pitch, score] = others as [number, number, number];
    return { box, score: Math.min(1, Math.max(0, score)) * presence, mesh, yaw, pitch, roll: turns[0]! };
  },
};

/**
 * Faces in every frame out of detections in some. A face's score is how surely it is there: it falls to nothing where
 * the face turns away or leaves.
 */
export function trackFaces(followed: Followed, detections: readonly Detected<Face>[]): (Face | undefined)[][] {
  return trackItems(followed, detections, FACE);
}

function flattenFace({ box, mesh, yaw, pitch, roll, score }: Face): Flat {
  const count = Math.floor(mesh.length / 3);
  const points = new Float64Array(4 + count * 2);
  points.set([box.x, box.y, box.x + box.width, box.y + box.height]);
  const lengths = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    points[4 + i * 2] = mesh[i * 3]!;
    points[5 + i * 2] = mesh[i * 3 + 1]!;
    lengths[i] = mesh[i * 3 + 2]!;
  }
  return { points, lengths, turns: [roll], others: [yaw, pitch, score] };
}
