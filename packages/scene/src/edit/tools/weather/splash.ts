import type { Coverage } from '../../../vision/sight.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import { chanceAt } from '../restyle/texture.ts';
import { type Brush, blend } from './brush.ts';

const SECONDS = 0.26;
const SPLASHES = 260;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where drops can be seen to land: on the ground and on water, more of them farther down, where the ground is nearer. */
export function landingSpots(regions: readonly (Coverage | undefined)[], survey: Survey, seed: number): Spot[] {
  const spots: Spot[] = [];
  for (let i = 0; i < 6000 && spots.length < 900; i++) {
    const u = chanceAt(i, 1, seed);
    const v = chanceAt(i, 2, seed);
    const lies = regions.some((region) => {
      if (!region) return false;
      const at = Math.floor(v * region.height) * region.width + Math.floor(u * region.width);
      return region.data[at]! > 150;
    });
    if (lies) spots.push({ x: u * survey.width, y: v * survey.height });
  }
  return spots;
}

/** Rings that spread and fade, each a quarter of a second, with a drop thrown up in the middle. */
export function drawSplashes(
  brush: Brush,
  spots: readonly Spot[],
  survey: Survey,
  moment: EditMoment,
  amount: number,
  seed: number,
): void {
  if (spots.length === 0) return;
  const { width, height } = brush.frame;
  const { a, b, tx, ty } = survey.frames[moment.index]?.camera ?? { a: 1, b: 0, tx: 0, ty: 0 };
  const count = Math.round(Math.min(SPLASHES, spots.length) * amount);
  for (let i = 0; i < count; i++) {
    const phase = moment.seconds / SECONDS + chanceAt(i, 7, seed);
    const turn = Math.floor(phase);
    const age = phase - turn;
    const spot = spots[Math.floor(chanceAt(i, turn, seed + 8) * spots.length)]!;
    const x = a * spot.x - b * spot.y + tx;
    const y = b * spot.x + a * spot.y + ty;
    const near = 0.35 + (y / height) * 0.9;
    const radius = (1.5 + age * 9) * near * (height / 720);
    ring(brush, x, y, radius, (1 - age) * 0.26);
    const rise = Math.sin(age * Math.PI) * 7 * near * (height / 720);
    const px = Math.floor(x);
    const py = Math.floor(y - rise);
    if (age < 0.8 && px >= 0 && px < width && py >= 0 && py < height) {
      blend(brush.frame, (py * width + px) * 4, [228, 234, 240], 0.5 * (1 - age));
    }
  }
}

function ring({ frame }: Brush, x: number, y: number, radius: number, alpha: number): void {
  const { width, height } = frame;
  const squash = 0.36;
  const left = Math.max(0, Math.floor(x - radius - 1));
  const right = Math.min(width - 1, Math.ceil(x + radius + 1));
  const top = Math.max(0, Math.floor(y - radius * squash - 1));
  const bottom = Math.min(height - 1, Math.ceil(y + radius * squash + 1));
  for (let py = top; py <= bottom; py++) {
    for (let px = left; px <= right; px++) {
      const d = Math.hypot(px + 0.5 - x, (py + 0.5 - y) / squash);
      const cover = 1 - Math.min(1, Math.abs(d - radius) / 1.3);
      if (cover > 0) blend(frame, (py * width + px) * 4, [222, 230, 238], cover * alpha);
    }
  }
}
