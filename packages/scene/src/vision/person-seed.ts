import { overlapping } from './boxes.ts';
import { planeOfCoverage } from './planes.ts';
import type { Body, BodyPoint, Box, Coverage, Detections, Face, Picture } from './sight.ts';

const LONGEST = 256;
const LIMBS: readonly (readonly [BodyPoint, BodyPoint, thickness: number])[] = [
  ['leftShoulder', 'rightShoulder', 0.3],
  ['leftShoulder', 'leftHip', 0.35],
  ['rightShoulder', 'rightHip', 0.35],
  ['leftHip', 'rightHip', 0.3],
  ['leftShoulder', 'leftElbow', 0.14],
  ['rightShoulder', 'rightElbow', 0.14],
  ['leftElbow', 'leftWrist', 0.1],
  ['rightElbow', 'rightWrist', 0.1],
  ['leftHip', 'leftKnee', 0.17],
  ['rightHip', 'rightKnee', 0.17],
  ['leftKnee', 'leftAnkle', 0.12],
  ['rightKnee', 'rightAnkle', 0.12],
];
/** How sure a joint must be before what lies between it and the next is taken for the person. */
const SURE = 0.4;

/** Places that surely belong to the people of a box: the oval of a face, what covers its head, the neck, trunk and limbs. */
export function seedOfPerson(
  picture: Picture,
  box: Box,
  { faces, bodies }: Detections,
  crowns: readonly Coverage[] = [],
): Coverage | undefined {
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const seed = { width, height, data: new Uint8Array(width * height) };
  const mine = faces.filter((face) => overlapping(face.box, box) > 0.6);
  for (const face of mine) paintFace(seed, face, scale);
  for (const body of bodies) {
    if (overlapping(body.box, box) <= 0.6) continue;
    paintLimbs(seed, body, scale);
    for (const face of mine) paintChest(seed, face, body, scale);
  }
  for (const crown of crowns) {
    const own = planeOfCoverage(crown, width, height);
    for (let i = 0; i < own.length; i++) if (own[i]! > 0.9) seed.data[i] = 255;
  }
  return seed.data.some((value) => value > 0) ? seed : undefined;
}

function paintFace(seed: Coverage, { box, roll }: Face, scale: number): void {
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const [cos, sin] = [Math.cos(roll), Math.sin(roll)];
  const down = (share: number) => [cx - share * box.height * sin, cy + share * box.height * cos] as const;
  fillLine(seed, down(-0.25), down(0.2), 0.34 * box.width, scale);
  fillLine(seed, down(0.2), down(0.75), 0.2 * box.width, scale);
}

function paintLimbs(seed: Coverage, { points }: Body, scale: number): void {
  const { leftShoulder, rightShoulder } = points;
  if (!leftShoulder || !rightShoulder) return;
  const across = Math.hypot(leftShoulder.x - rightShoulder.x, leftShoulder.y - rightShoulder.y);
  for (const [from, to, thickness] of LIMBS) {
    const [p, q] = [points[from], points[to]];
    if (!p || !q || p.score < SURE || q.score < SURE) continue;
    fillLine(seed, [p.x, p.y], [q.x, q.y], 0.45 * thickness * across, scale);
  }
}

/** What lies between the chin and the line of the shoulders, whatever collar is there. */
function paintChest(seed: Coverage, { box }: Face, { points }: Body, scale: number): void {
  const { leftShoulder: left, rightShoulder: right } = points;
  if (!left || !right || Math.min(left.score, right.score) < SURE) return;
  const chin = [box.x + box.width / 2, box.y + box.height] as const;
  const isBelow = Math.min(left.y, right.y) > chin[1] && (left.x - chin[0]) * (right.x - chin[0]) < 0;
  if (!isBelow || Math.abs(left.x - right.x) > 4 * box.width) return;
  for (let share = 0.2; share < 0.81; share += 0.1) {
    const to = [right.x + share * (left.x - right.x), right.y + share * (left.y - right.y)] as const;
    fillLine(seed, chin, to, 0.06 * Math.abs(left.x - right.x), scale);
  }
}

type Point = readonly [x: number, y: number];

/** A line with round ends; measures in pixels of the picture. */
function fillLine({ width, height, data }: Coverage, from: Point, to: Point, thickness: number, scale: number): void {
  const [x0, y0, x1, y1] = [from[0] * scale, from[1] * scale, to[0] * scale, to[1] * scale];
  const radius = Math.max(0.6, thickness * scale);
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.max(1e-6, dx * dx + dy * dy);
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(y0, y1) - radius)),
    Math.min(height - 1, Math.ceil(Math.max(y0, y1) + radius)),
  ];
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(x0, x1) - radius)),
    Math.min(width - 1, Math.ceil(Math.max(x0, x1) + radius)),
  ];
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const along = Math.min(1, Math.max(0, ((x + 0.5 - x0) * dx + (y + 0.5 - y0) * dy) / length));
      if (Math.hypot(x + 0.5 - x0 - along * dx, y + 0.5 - y0 - along * dy) < radius) data[y * width + x] = 255;
    }
  }
}
