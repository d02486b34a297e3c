import { clipBox, overlapping, unionOf } from './boxes.ts';
import { colorOdds } from './color-odds.ts';
import { labelParts } from './parts.ts';
import { blurPlane, ease, type Grid } from './planes.ts';
import type { Body, Box, Detections, Face, Picture } from './sight.ts';

/** What a picture is about, before it is cut out. */
export interface FoundSubject {
  readonly box: Box;
  readonly label?: string;
}

/** A subject fills at least this share of the picture; smaller things are details of a scene. */
const AREA_MIN = 0.02;
/** Things that a picture is seldom about when it shows something else as well. */
const FURNISHING = new Set(['dining table', 'chair', 'potted plant', 'tie', 'clock', 'bench', 'book']);

/** The largest and most central of what detectors named, else what stands out by its colour. */
export function findSubject(
  picture: Picture,
  grid: Grid,
  found: Detections,
  taken: Float32Array,
): FoundSubject | undefined {
  const area = picture.width * picture.height;
  const persons = findPersons(picture, found).map((box) => ({ box, label: 'person', score: 0.8 }));
  const things = found.things.filter((thing) => thing.label !== 'person');
  const candidates = [...persons, ...things]
    .map(({ box, label, score }) => {
      const size = (box.width * box.height) / area;
      const off =
        Math.abs((box.x + box.width / 2) / picture.width - 0.5) +
        Math.abs((box.y + box.height / 2) / picture.height - 0.5);
      const worth = score * Math.sqrt(size) * (1 - 0.6 * off) * (FURNISHING.has(label) ? 0.4 : 1);
      return { box, label, size, worth };
    })
    .filter(({ size, worth }) => size > AREA_MIN && worth > 0.07)
    .sort((a, b) => b.worth - a.worth);
  const [best] = candidates;
  if (best) return { box: best.box, label: best.label };
  const box = findSalient(grid, taken);
  if (!box) return undefined;
  const scale = picture.width / grid.width;
  return { box: { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale } };
}

/** One box a person, from persons named, faces and bodies that belong together. */
export function findPersons(picture: Picture, { faces, bodies, things }: Detections): Box[] {
  const boxes = things.filter(({ label, score }) => label === 'person' && score > 0.3).map(({ box }) => box);
  const more = [...faces.map((face) => boxBelowFace(face, picture)), ...bodies.map((body) => boxOfBody(body))];
  const result: Box[] = [...boxes];
  for (const box of more) {
    const same = result.findIndex((other) => Math.max(overlapping(box, other), overlapping(other, box)) > 0.45);
    if (same < 0) result.push(box);
    else result[same] = unionOf(result[same]!, box);
  }
  return result.map((box) => clipBox(box, picture)).sort((a, b) => b.width * b.height - a.width * a.height);
}

/** Head and shoulders, and as much below as a body has. */
function boxBelowFace({ box }: Face, picture: Picture): Box {
  const { x, y, width, height } = box;
  const bottom = Math.min(picture.height, y + 4.6 * height);
  return { x: x - 0.9 * width, y: y - 0.55 * height, width: 2.8 * width, height: bottom - (y - 0.55 * height) };
}

function boxOfBody({ box, points }: Body): Box {
  // Joints lie inside of a body; its outline is about a tenth further out, the crown higher above the eyes.
  const head = points.nose ? 0.13 * box.height : 0.03 * box.height;
  return { x: box.x - 0.1 * box.width, y: box.y - head, width: 1.2 * box.width, height: 1.06 * box.height + head };
}

/** A compact place whose colours the picture's borders do not have. */
function findSalient(grid: Grid, taken: Float32Array): Box | undefined {
  const { width, height } = grid;
  const inside = Float32Array.from(taken, (_, i) => {
    const [u, v] = [((i % width) + 0.5) / width - 0.5, (Math.floor(i / width) + 0.5) / height - 0.52];
    return ease(0.5, 0.15, Math.hypot(u, v));
  });
  const odds = colorOdds(grid, inside);
  const strange = odds.map((value, i) => ease(0.5, 0.8, value) * (0.35 + 0.65 * inside[i]!) * (1 - taken[i]!));
  const smooth = blurPlane(strange, width, height, Math.max(2, Math.round(width / 64)));
  const { labels, count } = labelParts(smooth, width, height, (value) => value > 0.34);
  const parts = Array.from({ length: count }, () => ({
    sum: 0,
    area: 0,
    left: width,
    right: 0,
    top: height,
    bottom: 0,
  }));
  for (let i = 0; i < smooth.length; i++) {
    const part = parts[labels[i]!];
    if (!part) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    part.sum += smooth[i]!;
    part.area++;
    part.left = Math.min(part.left, x);
    part.right = Math.max(part.right, x);
    part.top = Math.min(part.top, y);
    part.bottom = Math.max(part.bottom, y);
  }
  const [best, second] = parts.sort((p, q) => q.sum - p.sum);
  if (!best) return undefined;
  const box = { x: best.left, y: best.top, width: best.right - best.left + 1, height: best.bottom - best.top + 1 };
  const share = best.area / smooth.length;
  const isCompact = best.area > 0.4 * box.width * box.height;
  const isAlone = !second || second.sum < 0.5 * best.sum;
  // What touches both sides is a scene, not a thing in it.
  const isWithin = box.x > 1 || box.x + box.width < width - 1;
  // Beneath a sky most of what stands out is part of the land; only what stands upright is a thing.
  const sceneShare = taken.reduce((sum, value) => sum + value, 0) / taken.length;
  if (sceneShare > 0.12 && box.height < 1.1 * box.width) return undefined;
  return share > 0.035 && share < 0.5 && isCompact && isAlone && isWithin ? box : undefined;
}
