import type { Light } from '../../vision/sight.ts';
import { blur } from '../mattes.ts';
import { CELL, forEachNode, type Mover } from '../mover.ts';
import { type Planes, toYuv } from '../planes.ts';
import type { MotionStage } from '../stage.ts';
import { rise } from '../time.ts';

const LIGHTS_MAX = 40;

/** Lamps, windows and flames flicker and throw their light about them. @param kind How nervously. */
export function flickerLights(stage: MotionStage, kind: 'lamp' | 'flame', strength: number): Mover | undefined {
  const seen = stage.sight.lights.slice(0, LIGHTS_MAX);
  const lights = seen.length > 0 ? seen : brightSpots(stage);
  if (lights.length === 0) return undefined;
  const { noise, width } = stage;
  const rate = kind === 'flame' ? 5.5 : 1.7;
  const beatOf = (index: number, seconds: number) => {
    const row = index * 3.7 + 0.5;
    const slow = noise.at(seconds * rate, row) - noise.at(0, row);
    const quick = noise.at(seconds * rate * 3.1, row + 90) - noise.at(0, row + 90);
    return (0.65 * slow + 0.35 * quick) * rise(seconds, 0.7) * strength;
  };
  const reachOf = ({ radius }: Light) => Math.min(width * 0.3, Math.max(radius * 5, 24 * stage.unit));
  return {
    shade(veil, field, seconds) {
      for (const [index, light] of lights.entries()) {
        const beat = beatOf(index, seconds);
        if (beat === 0) continue;
        const reach = reachOf(light);
        const [luma, cb, cr] = toYuv(...light.color);
        const box = { x: light.x - reach, y: light.y - reach, width: 2 * reach, height: 2 * reach };
        forEachNode(field, box, (node, x, y) => {
          const away = Math.hypot(x - light.x, y - light.y) / reach;
          if (away >= 1) return;
          const fall = (1 - away) ** 2;
          veil.gain[node]! *= 1 + 0.5 * beat * fall;
          const glow = beat * fall * fall * 0.2;
          veil.y[node]! += luma * glow;
          veil.u[node]! += cb * glow;
          veil.v[node]! += cr * glow;
        });
      }
    },
    says: kind === 'flame' ? 'the flames flicker' : 'the lights flicker',
  };
}

/** What may shine where no lights were found: spots much brighter than their surroundings. */
function brightSpots({ luma, planes }: MotionStage): readonly Light[] {
  const around = luma.data.slice();
  blur(around, luma.columns, luma.rows, Math.max(3, Math.round(luma.columns / 40)));
  const spots: (Light & { readonly excess: number })[] = [];
  for (let row = 2; row < luma.rows - 2; row++) {
    for (let column = 2; column < luma.columns - 2; column++) {
      const at = row * luma.columns + column;
      const excess = luma.data[at]! - around[at]!;
      if (luma.data[at]! < 0.5 || excess < 0.22) continue;
      const isPeak = [-1, 1, -luma.columns, luma.columns].every((step) => luma.data[at + step]! <= luma.data[at]!);
      if (isPeak)
        spots.push({
          x: column * CELL,
          y: row * CELL,
          radius: 2 * CELL,
          color: colorAt(planes, column * CELL, row * CELL),
          excess,
        });
    }
  }
  return spots.sort((a, b) => b.excess - a.excess).slice(0, LIGHTS_MAX);
}

function colorAt({ y, u, v, width, height }: Planes, px: number, py: number): Light['color'] {
  const [x, row] = [Math.min(width - 1, px), Math.min(height - 1, py)];
  const luma = ((y.data[y.origin + row * y.stride + x]! - 16) * 255) / 219;
  const at = u.origin + (row >> 1) * u.stride + (x >> 1);
  const [cb, cr] = [u.data[at]! - 128, v.data[at]! - 128];
  const clamp = (value: number) => Math.min(255, Math.max(0, value));
  return [clamp(luma + 1.8 * cr), clamp(luma - 0.21 * cb - 0.53 * cr), clamp(luma + 2.1 * cb)];
}
