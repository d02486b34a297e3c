import type { Face, Picture } from '../../vision/sight.ts';
import { blur, createNodeMap, readMap } from '../mattes.ts';
import { CELL, forEachNode, type Mover } from '../mover.ts';
import type { MotionStage } from '../stage.ts';
import { rise } from '../time.ts';
import { boxAround, type Head, MESH, pointOf } from './face-geometry.ts';

const OUTER = 1.75;
/** How far a colour may be from the hair's own, 0 … 255 in each channel, and still be hair. */
const TOLERANCE = 46;

/** Waves through the hair, the more the farther from the face. Undefined: none was found. */
export function blowHair(stage: MotionStage, face: Face, head: Head): Mover | undefined {
  const map = hairMap(stage, face, head);
  if (!map) return undefined;
  const region = boxAround(head, OUTER);
  const reach = 0.045 * head.faceWidth;
  const length = 0.55 * head.faceWidth;
  return {
    region,
    displace(field, seconds) {
      const ease = rise(seconds, 1.2);
      forEachNode(field, region, (node, x, y) => {
        const share = readMap(map, x, y);
        if (share <= 0) return;
        const along = (x - head.x) / length + (y - head.y) / length;
        const gust = 0.6 + 0.4 * stage.noise.at(seconds * 0.8, 4.5);
        const wave =
          Math.sin(along * 4 - seconds * 4.2) + 0.5 * Math.sin(along * 9 - seconds * 6.7 + 1) - startOf(along);
        field.dx[node]! += share * ease * gust * reach * wave;
        field.dy[node]! += share * ease * gust * reach * 0.35 * Math.sin(along * 5 - seconds * 3.6);
      });
    },
    says: 'the hair moves in the wind',
  };
}

/** What the wave is at the start, so that hair does not lean to one side at once. */
function startOf(along: number): number {
  return 0.3 * Math.sin(along * 4);
}

/** Around the face, of the colour that is found above the forehead. */
function hairMap(stage: MotionStage, face: Face, head: Head) {
  const color = meanAbove(stage.picture, face, head);
  if (!color) return undefined;
  const map = createNodeMap(stage.grid);
  const region = boxAround(head, OUTER);
  let sum = 0;
  for (
    let row = Math.max(0, Math.floor(region.y / CELL));
    row < map.rows && row * CELL < region.y + region.height;
    row++
  ) {
    for (
      let column = Math.max(0, Math.floor(region.x / CELL));
      column < map.columns && column * CELL < region.x + region.width;
      column++
    ) {
      const x = Math.min(stage.width - 1, column * CELL);
      const y = Math.min(stage.height - 1, row * CELL);
      const outside = awayFromFace(head, x, y);
      if (outside <= 0) continue;
      const at = (y * stage.width + x) * 4;
      const distance = Math.max(...color.map((value, channel) => Math.abs(stage.picture.rgba[at + channel]! - value)));
      const share = outside * Math.min(1, Math.max(0, 1.6 - distance / TOLERANCE));
      map.data[row * map.columns + column] = share;
      sum += share;
    }
  }
  if (sum * CELL * CELL < 0.05 * head.faceWidth * head.faceHeight) return undefined;
  for (let round = 0; round < 2; round++) blur(map.data, map.columns, map.rows, 1);
  return map;
}

/** 0 on the face … 1 well outside of it … 0 again where no hair reaches. */
function awayFromFace(head: Head, x: number, y: number): number {
  const faceY = head.y + 0.12 * head.faceHeight;
  const face = Math.hypot((x - head.x) / (0.5 * head.faceWidth), (y - faceY) / (0.56 * head.faceHeight));
  const whole = Math.hypot((x - head.x) / head.radiusX, (y - head.y) / head.radiusY);
  const inner = Math.min(1, Math.max(0, (face - 0.92) / 0.4));
  const outer = Math.min(1, Math.max(0, (OUTER - whole) / 0.5));
  return inner * outer;
}

function meanAbove(picture: Picture, face: Face, head: Head): readonly number[] | undefined {
  const forehead = pointOf(face, MESH.forehead);
  const radius = Math.max(2, Math.round(0.06 * head.faceWidth));
  const centre = { x: Math.round(forehead.x), y: Math.round(forehead.y - 0.1 * head.faceHeight) };
  const sums = [0, 0, 0];
  let count = 0;
  for (let y = centre.y - radius; y <= centre.y + radius; y++) {
    for (let x = centre.x - 2 * radius; x <= centre.x + 2 * radius; x++) {
      if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) continue;
      for (let channel = 0; channel < 3; channel++)
        sums[channel]! += picture.rgba[(y * picture.width + x) * 4 + channel]!;
      count++;
    }
  }
  return count === 0 ? undefined : sums.map((sum) => sum / count);
}
