import {
  BODY_POINTS,
  type Body,
  type BodyMark,
  type BodyPoint,
  type Box,
  type Face,
  type Thing,
} from '@openimagine/scene';
import type { Crop } from './crop-picture.ts';
import type { HumanResult } from './human-library.ts';

/** Faces of a crop, in pixels of the whole picture. A face without its surface is not counted. */
export function readFaces(result: HumanResult, crop: Crop): Face[] {
  return result.face
    .filter((face) => face.mesh.length >= 468)
    .map((face) => {
      const mesh = new Float32Array(face.mesh.length * 3);
      for (const [i, [x, y, z]] of face.mesh.entries()) {
        mesh[3 * i] = crop.x + x * crop.scale;
        mesh[3 * i + 1] = crop.y + y * crop.scale;
        mesh[3 * i + 2] = (z ?? 0) * crop.scale;
      }
      return { box: boundsOfMesh(mesh), score: face.score, mesh, ...readTurn(mesh) };
    });
}

/** The body that a crop shows, without points that were not seen. */
export function readBodies(result: HumanResult, crop: Crop): Body[] {
  return result.body.map((body) => {
    const points: Partial<Record<BodyPoint, BodyMark>> = {};
    for (const { part, position, score } of body.keypoints) {
      const name = BODY_POINTS.find((point) => point === part);
      if (!name || score < MARK_SCORE_MIN) continue;
      points[name] = { x: crop.x + position[0] * crop.scale, y: crop.y + position[1] * crop.scale, score };
    }
    return { box: boundsOfMarks(Object.values(points)), score: body.score, points };
  });
}

/** Things of a crop, the best first. */
export function readThings(result: HumanResult, crop: Crop): Thing[] {
  return result.object.map(({ label, score, box: [x, y, width, height] }) => ({
    label,
    score,
    box: {
      x: crop.x + x * crop.scale,
      y: crop.y + y * crop.scale,
      width: width * crop.scale,
      height: height * crop.scale,
    },
  }));
}

const MARK_SCORE_MIN = 0.25;

// Points of MediaPipe's mesh, by where they lie in the picture when the face looks at us.
const LEFT_CHEEK = 234;
const RIGHT_CHEEK = 454;
const FOREHEAD = 10;
const CHIN = 152;
const LEFT_EYE_CORNER = 33;
const RIGHT_EYE_CORNER = 263;

function readTurn(mesh: Float32Array): { yaw: number; pitch: number; roll: number } {
  const across = between(mesh, LEFT_CHEEK, RIGHT_CHEEK);
  const upwards = between(mesh, CHIN, FOREHEAD);
  const eyes = between(mesh, LEFT_EYE_CORNER, RIGHT_EYE_CORNER);
  return {
    yaw: Math.atan2(across.z, Math.hypot(across.x, across.y)),
    pitch: Math.atan2(upwards.z, Math.hypot(upwards.x, upwards.y)),
    roll: Math.atan2(eyes.y, eyes.x),
  };
}

function between(mesh: Float32Array, from: number, to: number): { x: number; y: number; z: number } {
  const along = (axis: number) => mesh[3 * to + axis]! - mesh[3 * from + axis]!;
  return { x: along(0), y: along(1), z: along(2) };
}

function boundsOfMesh(mesh: Float32Array): Box {
  // Irises lie within the first 468 points' outline.
  return boundsOfMarks(Array.from({ length: 468 }, (_, i) => ({ x: mesh[3 * i]!, y: mesh[3 * i + 1]! })));
}

function boundsOfMarks(marks: readonly { readonly x: number; readonly y: number }[]): Box {
  if (marks.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const xs = marks.map((mark) => mark.x);
  const ys = marks.map((mark) => mark.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
