import type { Box } from '../../vision/sight.ts';
import { toFrame } from '../camera.ts';
import { fillUnknown } from '../fill.ts';
import { readMap } from '../mattes.ts';
import { forEachNode, type Mover, type Patch } from '../mover.ts';
import { hash } from '../noise.ts';
import { type Planes, toYuv } from '../planes.ts';
import type { Figure } from '../skyline.ts';
import type { MotionStage } from '../stage.ts';
import { rise, travelled } from '../time.ts';
import { addPuff } from './air.ts';

/** A living thing breathes, or a floating one bobs: its outline swells by a pixel or two. */
export function breathe(stage: MotionStage, bob: boolean, name: string): Mover | undefined {
  const map = stage.map('subject');
  const box = stage.sight.subjectBox;
  if (!map || !box) return undefined;
  const size = Math.min(6, box.height * (bob ? 0.016 : 0.007));
  const [cx, bottom] = [box.x + box.width / 2, box.y + box.height];
  const region = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
  return {
    region,
    displace(field, seconds) {
      const beat = bob ? Math.sin(seconds * 1.9) : 0.5 - 0.5 * Math.cos(seconds * 1.75);
      const ease = rise(seconds, 1.2) * beat * size;
      forEachNode(field, region, (node, x, y) => {
        const share = readMap(map, x, y);
        if (share <= 0) return;
        const up = bob ? 1 : Math.min(1, Math.max(0, (bottom - y) / box.height));
        field.dy[node]! += share * ease * up;
        if (!bob) field.dx[node]! -= (share * ease * up * (x - cx)) / box.width;
      });
    },
    says: `the ${name} ${bob ? 'bobs' : 'breathes'}`,
  };
}

export interface DepartureOptions {
  readonly direction: 'left' | 'right' | 'up' | 'down';
  readonly speed: number;
  /** It is driven by a flame that it leaves behind, as a rocket is. */
  readonly hasFlame: boolean;
  /** What leaves. */
  readonly figure: Figure;
  readonly says: string;
}

/** The subject leaves its place and what was behind it is made up. Undefined: it fills the picture, or hardly a pixel. */
export function depart(stage: MotionStage, options: DepartureOptions): Mover | undefined {
  const { direction, speed, hasFlame, says } = options;
  const { matte, box } = options.figure;
  const { width, height, picture } = stage;
  const margin = 6 + Math.round(width / 100);
  const whole: Box = {
    x: Math.max(0, Math.floor(box.x) - margin),
    y: Math.max(0, Math.floor(box.y) - margin),
    width: 0,
    height: 0,
  };
  const right = Math.min(width, Math.ceil(box.x + box.width) + margin);
  const bottom = Math.min(height, Math.ceil(box.y + box.height) + margin);
  const area = { x: whole.x, y: whole.y, width: right - whole.x, height: bottom - whole.y };
  if (area.width < 4 || area.height < 4 || area.width * area.height > width * height * 0.8) return undefined;
  const hole = holeOf(stage, matte, area);
  const cutOut = cutOf(picture.rgba, matte, width, area);
  const reach = direction === 'left' || direction === 'right' ? width : height;
  const pace = (reach / 5) * speed;
  const sense = direction === 'left' || direction === 'up' ? -1 : 1;
  const wayAt = (seconds: number): readonly [number, number] => {
    const starts = Math.max(0, seconds - (hasFlame ? IGNITION_SECONDS : 0));
    const way = sense * pace * (direction === 'up' ? 0.16 * starts ** 2.2 : travelled(starts, 2.4) * 0.8);
    return direction === 'left' || direction === 'right' ? [way, 0] : [0, way];
  };
  return {
    ...(hasFlame ? exhaust(stage, area, wayAt) : {}),
    patches(seconds) {
      const [dx, dy] = wayAt(seconds);
      return [fade(hole, rise(seconds, 0.5)), shifted(cutOut, dx, dy)];
    },
    says,
  };
}

/** So long a rocket burns before it moves. */
const IGNITION_SECONDS = 0.9;
const PUFFS = 70;

/** Fire below a rocket and the smoke that it throws up from where it stood. */
function exhaust(
  stage: MotionStage,
  area: Box,
  wayAt: (seconds: number) => readonly [number, number],
): Pick<Mover, 'shade' | 'draw'> {
  const { noise, sight } = stage;
  const width = Math.max(10, Math.min(area.width, area.height * 0.22));
  const [x, foot] = [area.x + area.width / 2, area.y + area.height * 0.97];
  const [core, fire] = [toYuv(255, 246, 214), toYuv(255, 150, 50)];
  const light = 120 + 110 * sight.brightness;
  const smoke = toYuv(light, light * 0.95, light * 0.9);
  const place = (px: number, py: number, seconds: number) => {
    const pose = stage.camera.poseAt(seconds);
    return toFrame(px, py, pose, stage.camera.focus);
  };
  return {
    shade(veil, field, seconds) {
      const burn = rise(seconds - 0.2, 0.5);
      const [, gone] = wayAt(seconds);
      const nozzle = foot + gone;
      const reach = area.height * 0.9;
      const glow = burn * (0.9 + 0.1 * noise.at(seconds * 9, 3.5));
      forEachNode(field, { x: x - reach, y: nozzle - reach, width: 2 * reach, height: 2 * reach }, (node, px, py) => {
        const away = 1 - Math.hypot(px - x, py - nozzle) / reach;
        if (away <= 0) return;
        veil.gain[node]! *= 1 + 0.35 * glow * away;
        veil.y[node]! += fire[0] * 0.34 * glow * away ** 3;
        veil.u[node]! += fire[1] * 0.34 * glow * away ** 3;
        veil.v[node]! += fire[2] * 0.34 * glow * away ** 3;
      });
      for (let index = 0; index < PUFFS; index++) {
        const age = seconds - 0.3 - (index / PUFFS) * 3.2;
        if (age <= 0) continue;
        const side = hash(index, 31) * 2 - 1;
        const far = 1 - Math.exp(-age * 0.9);
        const radius = width * (0.35 + 1.5 * far) * (0.6 + 0.6 * hash(index, 32));
        const px = x + side * width * 5.2 * far * (0.3 + 0.7 * hash(index, 33));
        const py = foot - width * (0.1 + 1.1 * far * hash(index, 34)) - 6 * age;
        const [fx, fy] = place(px, py, seconds);
        addPuff(veil, noise, fx, fy, radius, 0.3 * Math.min(1, age * 3) * Math.exp(-age * 0.2), smoke, index);
      }
    },
    draw(canvas, seconds) {
      const burn = rise(seconds - 0.2, 0.5);
      if (burn === 0) return;
      const [, gone] = wayAt(seconds);
      const long = width * (1.4 + Math.min(3.2, -gone / width) * 0.9);
      const pieces = Math.min(40, Math.ceil((long / width) * 9));
      for (let piece = 0; piece <= pieces; piece++) {
        const share = piece / pieces;
        const shake = noise.at(seconds * 14 + piece, 7.5) * width * 0.06;
        const [px, py] = place(x + shake * share, foot + gone + long * share, seconds);
        const radius = width * (0.34 - 0.16 * share) * (1 + 0.12 * noise.at(seconds * 17, piece + 0.5));
        canvas.dot(px, py, radius * 2, fire, burn * 0.22 * (1 - share * 0.75), true);
        canvas.dot(px, py, radius, core, burn * (1 - share) ** 1.3 * 0.5, true);
      }
    },
  };
}

function holeOf(stage: MotionStage, matte: Uint8Array, area: Box): Patch {
  const { planes, width, height } = stage;
  const isKnown = new Uint8Array(width * height).fill(1);
  // A cut-out is a little too narrow here and there; a rim that is left behind is worse than a hole that is too wide.
  const reach = Math.max(3, Math.round(width / 110));
  const step = Math.max(1, Math.floor(reach / 3));
  for (let y = Math.max(0, area.y - reach); y < Math.min(height, area.y + area.height + reach); y++) {
    for (let x = Math.max(0, area.x - reach); x < Math.min(width, area.x + area.width + reach); x++) {
      if (matte[y * width + x]! < 12) continue;
      for (let j = -reach; j <= reach; j += step) {
        for (let i = -reach; i <= reach; i += step) {
          const [px, py] = [x + i, y + j];
          if (px >= 0 && py >= 0 && px < width && py < height) isKnown[py * width + px] = 0;
        }
      }
      isKnown[y * width + x] = 0;
    }
  }
  const filled = fillUnknown(planes, isKnown, { rim: 16, salt: 5 });
  const rgba = toRgba(filled, area);
  for (let y = 0, p = 3; y < area.height; y++) {
    for (let x = 0; x < area.width; x++, p += 4) {
      rgba[p] = isKnown[(area.y + y) * width + area.x + x]! ? 0 : 255;
    }
  }
  return { ...area, rgba };
}

function toRgba({ y, u, v }: Planes, area: Box): Uint8Array {
  const rgba = new Uint8Array(area.width * area.height * 4);
  for (let row = 0, p = 0; row < area.height; row++) {
    for (let column = 0; column < area.width; column++, p += 4) {
      const [px, py] = [area.x + column, area.y + row];
      const luma = ((y.data[y.origin + py * y.stride + px]! - 16) * 255) / 219;
      const at = u.origin + (py >> 1) * u.stride + (px >> 1);
      const cb = ((u.data[at]! - 128) * 255) / 224;
      const cr = ((v.data[at]! - 128) * 255) / 224;
      rgba[p] = clamp(luma + 1.5748 * cr);
      rgba[p + 1] = clamp(luma - 0.1873 * cb - 0.4681 * cr);
      rgba[p + 2] = clamp(luma + 1.8556 * cb);
    }
  }
  return rgba;
}

const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value);

function cutOf(rgba: Uint8Array, matte: Uint8Array, width: number, area: Box): Patch {
  const out = new Uint8Array(area.width * area.height * 4);
  for (let row = 0; row < area.height; row++) {
    const from = ((area.y + row) * width + area.x) * 4;
    out.set(rgba.subarray(from, from + area.width * 4), row * area.width * 4);
    for (let column = 0; column < area.width; column++) {
      out[(row * area.width + column) * 4 + 3] = matte[(area.y + row) * width + area.x + column]!;
    }
  }
  return { ...area, rgba: out };
}

function fade(patch: Patch, share: number): Patch {
  if (share >= 1) return patch;
  const rgba = patch.rgba.slice();
  for (let p = 3; p < rgba.length; p += 4) rgba[p] = rgba[p]! * share;
  return { ...patch, rgba };
}

/** The patch moved by any distance; fractions of a pixel are interpolated. */
function shifted(patch: Patch, dx: number, dy: number): Patch {
  const [wholeX, wholeY] = [Math.floor(dx), Math.floor(dy)];
  const [fx, fy] = [dx - wholeX, dy - wholeY];
  const moved = { ...patch, x: patch.x + wholeX, y: patch.y + wholeY };
  if (fx === 0 && fy === 0) return moved;
  const [width, height] = [patch.width + 1, patch.height + 1];
  const rgba = new Uint8Array(width * height * 4);
  const { rgba: source } = patch;
  const weights = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 4) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let tap = 0; tap < 4; tap++) {
        const [sx, sy] = [x - (tap & 1), y - (tap >> 1)];
        if (sx < 0 || sy < 0 || sx >= patch.width || sy >= patch.height) continue;
        const at = (sy * patch.width + sx) * 4;
        const share = weights[tap]! * source[at + 3]!;
        red += source[at]! * share;
        green += source[at + 1]! * share;
        blue += source[at + 2]! * share;
        alpha += share;
      }
      if (alpha < 0.5) continue;
      rgba[p] = red / alpha + 0.5;
      rgba[p + 1] = green / alpha + 0.5;
      rgba[p + 2] = blue / alpha + 0.5;
      rgba[p + 3] = alpha + 0.5;
    }
  }
  return { ...moved, width, height, rgba };
}
