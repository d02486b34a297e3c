import type { Picture, Rgb } from '../../../vision/sight.ts';
import type { AirAround } from './air.ts';

/** Lays single marks on a frame, with soft edges and between pixels. `behind` hides a mark where people stand. */
export interface Brush {
  readonly frame: Picture;
  readonly around: AirAround;
}

/** How much of a far mark is seen at a pixel: nothing in front of a person. */
function seenAt({ sheet, people }: AirAround, x: number, y: number): number {
  return 1 - people[Math.floor(y / sheet.factor) * sheet.width + Math.floor(x / sheet.factor)]!;
}

export function blend({ rgba }: Picture, at: number, [r, g, b]: Rgb, alpha: number): void {
  rgba[at] = rgba[at]! + (r - rgba[at]!) * alpha + 0.5;
  rgba[at + 1] = rgba[at + 1]! + (g - rgba[at + 1]!) * alpha + 0.5;
  rgba[at + 2] = rgba[at + 2]! + (b - rgba[at + 2]!) * alpha + 0.5;
}

export interface Streak {
  readonly x: number;
  readonly y: number;
  /** Of its blur, upwards from its head. */
  readonly length: number;
  /** Pixels to the side for each pixel down. */
  readonly slant: number;
  readonly width: number;
  readonly alpha: number;
  readonly color: Rgb;
  readonly behind: boolean;
}

/** A drop that fell while the shutter was open: thin ends, fuller in the middle. */
export function drawStreak({ frame, around }: Brush, streak: Streak): void {
  const { width, height } = frame;
  const top = Math.max(0, Math.ceil(streak.y - streak.length));
  const bottom = Math.min(height - 1, Math.floor(streak.y));
  const half = streak.width / 2;
  for (let y = top; y <= bottom; y++) {
    const along = (streak.y - y) / streak.length;
    const x = streak.x - streak.slant * (streak.y - y);
    const press = streak.alpha * 4 * along * (1 - along) * (0.55 + 0.45 * (1 - along));
    const left = Math.max(0, Math.floor(x - half));
    const right = Math.min(width - 1, Math.ceil(x + half));
    for (let px = left; px <= right; px++) {
      const cover = Math.min(1, Math.max(0, half + 0.5 - Math.abs(px + 0.5 - x)));
      if (cover === 0) continue;
      const seen = streak.behind ? seenAt(around, px, y) : 1;
      blend(frame, (y * width + px) * 4, streak.color, press * cover * seen);
    }
  }
}

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly alpha: number;
  readonly color: Rgb;
  /** 0 a soft puff, 1 a firm disc. */
  readonly firmness: number;
  readonly behind: boolean;
}

export function drawDisc({ frame, around }: Brush, disc: Disc): void {
  const { width, height } = frame;
  const reach = disc.radius + 0.5;
  const left = Math.max(0, Math.floor(disc.x - reach));
  const right = Math.min(width - 1, Math.ceil(disc.x + reach));
  const top = Math.max(0, Math.floor(disc.y - reach));
  const bottom = Math.min(height - 1, Math.ceil(disc.y + reach));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const d = Math.hypot(x + 0.5 - disc.x, y + 0.5 - disc.y) / reach;
      if (d >= 1) continue;
      const soft = (1 - d * d) ** 2;
      const firm = Math.min(1, (1 - d) * reach);
      const seen = disc.behind ? seenAt(around, x, y) : 1;
      blend(frame, (y * width + x) * 4, disc.color, disc.alpha * (soft + (firm - soft) * disc.firmness) * seen);
    }
  }
}

export interface Flake {
  readonly x: number;
  readonly y: number;
  /** Half of its length and half of its breadth, as it is turned now. */
  readonly long: number;
  readonly short: number;
  readonly angle: number;
  readonly alpha: number;
  readonly color: Rgb;
  /** 0 sharp, 1 far out of focus. */
  readonly blur: number;
}

/** A petal or a leaf: pointed at both ends, a lighter rib along it. */
export function drawFlake({ frame }: Brush, flake: Flake): void {
  const { width, height } = frame;
  const soft = 1.2 + flake.blur * flake.long * 0.6;
  const reach = flake.long + soft;
  const cos = Math.cos(flake.angle);
  const sin = Math.sin(flake.angle);
  const left = Math.max(0, Math.floor(flake.x - reach));
  const right = Math.min(width - 1, Math.ceil(flake.x + reach));
  const top = Math.max(0, Math.floor(flake.y - reach));
  const bottom = Math.min(height - 1, Math.ceil(flake.y + reach));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const dx = x + 0.5 - flake.x;
      const dy = y + 0.5 - flake.y;
      const along = (dx * cos + dy * sin) / flake.long;
      const across = dy * cos - dx * sin;
      if (Math.abs(along) > 1.25) continue;
      const room = flake.short * Math.max(0, 1 - along * along) ** 0.8;
      const cover =
        Math.min(1, Math.max(0, (room - Math.abs(across)) / soft + 0.5)) *
        Math.min(1, Math.max(0, (1.1 - Math.abs(along)) * 5));
      if (cover <= 0) continue;
      const rib = Math.abs(across) < 0.12 * flake.short ? 1.08 : 1 - along * 0.1;
      const [r, g, b] = flake.color;
      blend(
        frame,
        (y * width + x) * 4,
        [Math.min(255, r * rib), Math.min(255, g * rib), Math.min(255, b * rib)],
        cover * flake.alpha,
      );
    }
  }
}

/** Light added to what is there. */
export function drawGlow({ frame }: Brush, x: number, y: number, radius: number, color: Rgb, alpha: number): void {
  const { width, height, rgba } = frame;
  const left = Math.max(0, Math.floor(x - radius));
  const right = Math.min(width - 1, Math.ceil(x + radius));
  const top = Math.max(0, Math.floor(y - radius));
  const bottom = Math.min(height - 1, Math.ceil(y + radius));
  for (let py = top; py <= bottom; py++) {
    for (let px = left; px <= right; px++) {
      const d = Math.hypot(px + 0.5 - x, py + 0.5 - y) / radius;
      if (d >= 1) continue;
      const light = (1 - d) ** 2 * alpha;
      const at = (py * width + px) * 4;
      for (let k = 0; k < 3; k++) rgba[at + k] = Math.min(255, rgba[at + k]! + color[k]! * light);
    }
  }
}
