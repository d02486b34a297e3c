import { readMap } from '../mattes.ts';
import { forEachNode, type Mover } from '../mover.ts';
import { toYuv } from '../planes.ts';
import type { MotionStage } from '../stage.ts';
import { journey } from '../time.ts';
import { mixTone, NEUTRAL, type Tone } from '../tone.ts';

export type Daylight = 'sunrise' | 'sunset' | 'nightfall' | 'daybreak';

const TONES: Readonly<Record<Daylight, Tone>> = {
  sunrise: { gain: 1.16, saturation: 1.12, cb: -9, cr: 7, gamma: 0.92 },
  sunset: { gain: 0.74, saturation: 1.12, cb: -20, cr: 17, gamma: 1.12 },
  nightfall: { gain: 0.42, saturation: 0.5, cb: 12, cr: -5, gamma: 1.22 },
  daybreak: { gain: 1.6, saturation: 1.1, cb: -3, cr: 2, gamma: 0.78 },
};
const SAYS: Readonly<Record<Daylight, string>> = {
  sunrise: 'the sun rises and warms the light',
  sunset: 'the sun goes down and the light turns golden',
  nightfall: 'night falls',
  daybreak: 'day breaks',
};
const GLOWS: Readonly<Partial<Record<Daylight, readonly [number, number, number]>>> = {
  sunrise: [255, 196, 120],
  sunset: [255, 128, 60],
};

/** The light of the whole picture changes in the course of the film; the sky glows round the sun, lamps stay bright. */
export function changeDaylight(stage: MotionStage, kind: Daylight): Mover {
  const { width, height, seconds, sight, luma } = stage;
  const sky = stage.map('sky');
  const glow = GLOWS[kind];
  const color = glow && toYuv(...glow);
  const horizon = sight.horizonY ?? height * 0.6;
  const center = brightest();
  const shareAt = (at: number) => journey(at, Math.max(seconds, 1) * 1.02, 0.3);
  return {
    tone: (at) => mixTone(NEUTRAL, TONES[kind], shareAt(at)),
    shade(veil, field, at) {
      const share = shareAt(at);
      if (share === 0) return;
      if (kind === 'nightfall') keepLamps(veil.gain, field, share);
      if (!color || !sky) return;
      const rises = kind === 'sunrise' ? 1 - share : share;
      const y0 = horizon - height * (0.16 - 0.14 * rises);
      forEachNode(field, undefined, (node, x, y) => {
        const inSky = readMap(sky, x, y);
        if (inSky < 0.02) return;
        const away = ((x - center) / (width * 0.42)) ** 2 + ((y - y0) / (height * 0.3)) ** 2;
        const light = inSky * share * 0.36 * Math.exp(-away);
        veil.y[node]! += color[0] * light;
        veil.u[node]! += color[1] * light;
        veil.v[node]! += color[2] * light;
      });
    },
    says: SAYS[kind],
  };

  function brightest(): number {
    let [best, most] = [width * 0.6, -1];
    for (let column = 2; column < luma.columns - 2; column += 2) {
      const light = readMap(luma, column * 4, Math.max(0, horizon - height * 0.05));
      if (light > most) [most, best] = [light, column * 4];
    }
    return best;
  }

  function keepLamps(gain: Float32Array, field: Parameters<typeof forEachNode>[0], share: number): void {
    for (const { x: lx, y: ly, radius } of sight.lights.slice(0, 30)) {
      const reach = Math.max(radius * 3, 20 * stage.unit);
      forEachNode(field, { x: lx - reach, y: ly - reach, width: 2 * reach, height: 2 * reach }, (node, x, y) => {
        const away = 1 - Math.hypot(x - lx, y - ly) / reach;
        if (away > 0) gain[node]! *= 1 + 1.4 * share * away * away;
      });
    }
  }
}
