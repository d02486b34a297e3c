import { chanceAt } from '../restyle/texture.ts';
import { type Brush, blend } from './brush.ts';

/** When lightning strikes, in seconds: the first soon, so that a short clip has one; then every two to four. */
export function strikesWithin(durationSeconds: number, seed: number): number[] {
  const strikes: number[] = [];
  let at = 0.5 + chanceAt(1, 1, seed) * 0.6;
  while (at < durationSeconds - 0.2) {
    strikes.push(at);
    at += 2.1 + chanceAt(strikes.length, 2, seed) * 1.9;
  }
  return strikes;
}

/** Light of the strike that is `since` seconds old, 0 to 1: a flash, a second one, and an afterglow. */
export function flashAt(since: number): number {
  if (since < 0 || since > 0.7) return 0;
  const first = Math.exp(-since / 0.05);
  const second = since < 0.13 ? 0 : 0.75 * Math.exp(-(since - 0.13) / 0.11);
  return Math.min(1, first + second);
}

/** A bolt down the sky. It is seen where there is sky and nothing in front of it. */
export function drawBolt(brush: Brush, strike: number, light: number, seed: number): void {
  const { frame, around } = brush;
  const { sheet, sky } = around;
  const column = 0.16 + chanceAt(strike, 5, seed) * 0.68;
  const bottom = frame.height * 0.72;
  const points = boltPath(column * frame.width, bottom, frame, strike, seed);
  const unit = Math.max(1, frame.height / 720);
  const glow = 15 * unit;
  for (const { x, y, width } of points) {
    if (y < 0 || y >= frame.height) continue;
    const from = Math.max(0, Math.floor(x - glow));
    const to = Math.min(frame.width - 1, Math.ceil(x + glow));
    for (let px = from; px <= to; px++) {
      const seen = sky[Math.floor(y / sheet.factor) * sheet.width + Math.floor(px / sheet.factor)]!;
      if (seen < 0.02) continue;
      const d = Math.abs(px + 0.5 - x);
      const core = Math.min(1, Math.max(0, width * unit - d + 0.5));
      const halo = Math.max(0, 1 - d / glow) ** 3 * 0.5 * Math.min(1, width / 1.4);
      blend(frame, (y * frame.width + px) * 4, [226, 232, 255], Math.min(1, (core + halo) * light * seen));
    }
  }
}

interface BoltPoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** One place for each row that the bolt passes, and for each of its branches. */
function boltPath(
  x: number,
  bottom: number,
  { height }: { height: number },
  strike: number,
  seed: number,
): BoltPoint[] {
  const points: BoltPoint[] = [];
  const jag = (y: number, salt: number) => {
    let offset = 0;
    let step = 120;
    let reach = 46;
    for (let octave = 0; octave < 5; octave++) {
      const cell = Math.floor(y / step);
      const t = y / step - cell;
      const a = chanceAt(cell, octave + salt, seed + strike) - 0.5;
      const b = chanceAt(cell + 1, octave + salt, seed + strike) - 0.5;
      offset += (a + (b - a) * t) * reach;
      step /= 2.3;
      reach /= 1.9;
    }
    return offset * (height / 720);
  };
  const scale = 720 / height;
  for (let y = 0; y < bottom; y++) points.push({ x: x + jag(y * scale, 10), y, width: 1.5 - (y / bottom) * 0.8 });
  for (let branch = 0; branch < 3; branch++) {
    const from = Math.floor(bottom * (0.22 + branch * 0.2 + chanceAt(branch, 7, seed + strike) * 0.1));
    const length = bottom * (0.16 + chanceAt(branch, 8, seed + strike) * 0.18);
    const lean = (chanceAt(branch, 9, seed + strike) < 0.5 ? -1 : 1) * (0.5 + chanceAt(branch, 6, seed + strike) * 0.5);
    const root = x + jag(from * scale, 10);
    const own = jag(from * scale, 40 + branch * 7);
    for (let k = 0; k < length; k++) {
      const bend = jag((from + k) * scale, 40 + branch * 7) - own;
      points.push({ x: root + lean * k + bend * 0.6, y: from + k, width: 0.8 * (1 - k / length) });
    }
  }
  return points;
}
