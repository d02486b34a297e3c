import type { Light } from '../../vision/sight.ts';
import { forEachNode, type Mover } from '../mover.ts';
import { toYuv } from '../planes.ts';
import type { MotionStage } from '../stage.ts';
import { rise } from '../time.ts';

const LIGHTS_MAX = 40;

/** Lamps, windows and flames flicker and throw their light about them. @param kind How nervously. */
export function flickerLights(stage: MotionStage, kind: 'lamp' | 'flame', strength: number): Mover | undefined {
  const lights = stage.sight.lights.slice(0, LIGHTS_MAX);
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
