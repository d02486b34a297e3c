import { toFrame } from '../camera.ts';
import { readMap } from '../mattes.ts';
import { CELL, forEachNode, type Mover, type Veil } from '../mover.ts';
import { hash, type Noise } from '../noise.ts';
import { toYuv } from '../planes.ts';
import type { MotionStage } from '../stage.ts';
import { rise, travelled } from '../time.ts';
import { addCover } from './particles.ts';

/** Fog drifts in, thick far away and low down. */
export function rollFog(stage: MotionStage, speed: number): Mover {
  const { noise, height, sight, nearness, unit } = stage;
  const light = 60 + 165 * Math.min(1, sight.brightness * 1.25);
  const color = toYuv(light * 0.97, light, light * 1.02);
  const thickness = sight.isNight ? 0.7 : 1;
  const scale = 1 / (260 * unit);
  return {
    shade(veil, field, seconds) {
      const ease = rise(seconds, 3.5);
      const way = travelled(seconds, 1) * speed * 0.16;
      forEachNode(field, undefined, (node, x, y) => {
        const far = nearness ? 1 - readMap(nearness, x, y) : 0.6;
        const [u, v] = [x * scale, y * scale * 2.2];
        const bank = noise.at3(u - way, v, way * 0.7) * 0.6 + noise.at3(u * 2.3 - way * 1.7, v * 2.3, way) * 0.4;
        const low = Math.min(1, Math.max(0, (y / height) * 1.5));
        const share = thickness * ease * Math.max(0, 0.18 + 0.5 * far + 0.22 * bank) * (0.35 + 0.65 * low);
        if (share > 0.002) addCover(veil, node, Math.min(0.85, share), color);
      });
    },
    says: 'fog drifts through',
  };
}

/** A plume rises from a place, widening and turning. Places and lengths are pixels of the picture. */
export function risePlume(
  stage: MotionStage,
  from: { readonly x: number; readonly y: number; readonly width: number },
  kind: 'steam' | 'smoke',
): Mover {
  const { noise, sight } = stage;
  const count = kind === 'steam' ? 26 : 44;
  const light = kind === 'steam' ? 190 + 60 * sight.brightness : 90 + 90 * sight.brightness;
  const color = toYuv(light, light, light * 1.01);
  const salt = Math.floor(stage.random.fork(kind).next() * 1e6);
  const high = from.width * (kind === 'steam' ? 2 : 4.5);
  const lasts = kind === 'steam' ? 3.2 : 5;
  return {
    shade(veil, _field, seconds) {
      const pose = stage.camera.poseAt(seconds);
      for (let index = 0; index < count; index++) {
        // The first of each comes in its turn, so that there is nothing at the start.
        const since = seconds - (lasts * index) / count;
        if (since <= 0) continue;
        const turn = Math.floor(since / lasts);
        const age = since / lasts - turn;
        const id = index + turn * 977;
        const bend = noise.at(age * 1.6 + seconds * 0.25, hash(id, salt) * 9);
        const px = from.x + (hash(id, salt + 1) - 0.5) * from.width * 0.5 + bend * from.width * 0.5 * age;
        const py = from.y - high * age ** 0.85;
        const radius = from.width * (0.16 + 0.42 * age);
        const alpha = (kind === 'steam' ? 0.34 : 0.36) * Math.min(1, age * 5) * (1 - age) ** 1.4;
        const [x, y] = toFrame(px, py, pose, stage.camera.focus);
        addPuff(veil, noise, x, y, radius * pose.zoom, alpha, color, id);
      }
    },
    says: kind === 'steam' ? 'steam rises' : 'smoke rises',
  };
}

/** One ragged ball of smoke, in pixels of the frame. @param id Makes it different from others. */
export function addPuff(
  veil: Veil,
  noise: Noise,
  x: number,
  y: number,
  radius: number,
  alpha: number,
  tone: readonly [number, number, number],
  id: number,
): void {
  const { columns, rows } = veil;
  const left = Math.max(0, Math.floor((x - radius) / CELL));
  const right = Math.min(columns - 1, Math.ceil((x + radius) / CELL));
  const top = Math.max(0, Math.floor((y - radius) / CELL));
  const bottom = Math.min(rows - 1, Math.ceil((y + radius) / CELL));
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [u, v] = [(column * CELL - x) / radius, (row * CELL - y) / radius];
      const away = 1 - u * u - v * v;
      if (away <= 0) continue;
      const ragged = 0.75 + 0.5 * noise.at(u * 1.9 + id * 3.1, v * 1.9 + id);
      addCover(veil, row * columns + column, Math.min(0.6, alpha * away * Math.max(0, ragged)), tone);
    }
  }
}

/** Curtains of northern light hang in the sky and wander. */
export function hangAurora(stage: MotionStage, speed: number): Mover | undefined {
  const sky = stage.map('sky');
  if (!sky) return undefined;
  const { noise, width, height } = stage;
  const curtains = [
    { foot: 0.5, reach: 0.34, share: 1, salt: 0 },
    { foot: 0.36, reach: 0.28, share: 0.6, salt: 40 },
  ];
  const low = toYuv(70, 235, 140);
  const high = toYuv(150, 80, 220);
  return {
    shade(veil, field, seconds) {
      const ease = rise(seconds, 3);
      const clock = seconds * speed * 0.22;
      forEachNode(field, undefined, (node, x, y) => {
        const inSky = readMap(sky, x, y);
        if (inSky < 0.01) return;
        const u = x / width;
        for (const { foot, reach, share, salt } of curtains) {
          const base =
            height *
            (foot + 0.13 * noise.at(u * 2.2 + clock * 0.6, salt + 0.5) + 0.04 * noise.at(u * 6 - clock, salt + 5.5));
          const above = (base - y) / (height * reach);
          if (above <= -0.06 || above >= 1.2) continue;
          const body = above < 0 ? 1 + above / 0.06 : Math.exp(-2.6 * above) * (1 - above / 1.2);
          const rays = 0.55 + 0.45 * noise.at(u * 26 + clock * 1.4 + 2 * noise.at(u * 5, clock), salt + 9.5);
          const band = Math.max(0, 0.6 + 0.6 * noise.at(u * 1.5 - clock * 0.4, salt + 12.5));
          const light = ease * inSky * share * body * rays * band * 0.62;
          const t = Math.min(1, Math.max(0, above * 1.4 - 0.2));
          veil.y[node]! += light * (low[0] + (high[0] - low[0]) * t);
          veil.u[node]! += light * (low[1] + (high[1] - low[1]) * t);
          veil.v[node]! += light * (low[2] + (high[2] - low[2]) * t);
        }
      });
    },
    says: 'northern lights wander over the sky',
  };
}

/** When lightning strikes, in seconds; each has its own place. */
export function strikesOf(
  stage: MotionStage,
): readonly { readonly at: number; readonly x: number; readonly seed: number }[] {
  const random = stage.random.fork('lightning');
  const count = Math.max(1, Math.round(stage.seconds / 3.2));
  const slot = (stage.seconds - 0.8) / count;
  return Array.from({ length: count }, (_, index) => ({
    at: 0.7 + slot * (index + random.between(0.15, 0.7)),
    x: stage.width * random.between(0.15, 0.85),
    seed: Math.floor(random.next() * 1e6),
  }));
}

/** The sky flashes, twice in a moment, and a bolt is seen where there is sky. */
export function strikeLightning(stage: MotionStage): Mover {
  const strikes = strikesOf(stage);
  const { width, height, unit } = stage;
  const sky = stage.map('sky');
  const matte = stage.matte('sky');
  const horizon = Math.min(stage.sight.horizonY ?? height * 0.6, height * 0.75);
  const color = toYuv(225, 228, 255);
  const lightOf = (since: number) =>
    since < 0 || since > 0.7 ? 0 : Math.exp(-since * 9) + 0.7 * Math.exp(-Math.abs(since - 0.17) * 22);
  const stencil = matte && ((x: number, y: number) => matte[Math.min(height - 1, y) * width + Math.min(width - 1, x)]!);
  return {
    shade(veil, field, seconds) {
      for (const { at, x: center } of strikes) {
        const light = lightOf(seconds - at);
        if (light < 0.01) continue;
        forEachNode(field, undefined, (node, x, y) => {
          const near = Math.exp(-(((x - center) / (width * 0.45)) ** 2));
          const share = (sky ? 0.25 + 0.75 * readMap(sky, x, y) : 0.6) * (0.4 + 0.6 * near);
          veil.gain[node]! *= 1 + 0.7 * light * share;
          veil.y[node]! += 26 * light * share;
          veil.u[node]! += 3 * light * share;
        });
      }
    },
    draw(canvas, seconds) {
      for (const { at, x, seed } of strikes) {
        const light = lightOf(seconds - at);
        if (light < 0.08) continue;
        drawBolt(x, 0, horizon, seed, Math.min(1, light), 1.3 * unit);
      }
      function drawBolt(x0: number, y0: number, to: number, seed: number, alpha: number, half: number) {
        let [x, y] = [x0, y0];
        const steps = 14;
        const options = { add: true, taper: 0, ...(stencil ? { stencil } : {}) };
        for (let step = 0; step < steps && y < to; step++) {
          const nx = x + (hash(step, seed) - 0.5) * height * 0.09;
          const ny = y + ((to - y0) / steps) * (0.7 + 0.6 * hash(step, seed + 1));
          canvas.streak([x, y], [nx, ny], half * 3.5, color, alpha * 0.16, options);
          canvas.streak([x, y], [nx, ny], half, color, alpha, options);
          if (half > 0.7 * unit && hash(step, seed + 2) > 0.72) {
            drawBolt(nx, ny, Math.min(to, ny + height * 0.16), seed + step + 7, alpha * 0.5, half * 0.5);
          }
          [x, y] = [nx, ny];
        }
      }
    },
    says: 'lightning flashes',
  };
}
