import { toFrame } from '../camera.ts';
import { innerMap, readMap } from '../mattes.ts';
import { forEachNode, type Mover } from '../mover.ts';
import { hash } from '../noise.ts';
import { toYuv } from '../planes.ts';
import type { MotionStage } from '../stage.ts';
import { rise, travelled } from '../time.ts';

export interface WaterOptions {
  readonly speed: number;
  /** 1 a lake in a breeze, 2.5 a sea. */
  readonly strength: number;
}

/** Directions and lengths of the waves, in units of the water's depth of view. */
const WAVES = [
  { along: 0.35, across: 1, length: 1, share: 0.42 },
  { along: -0.6, across: 0.9, length: 0.61, share: 0.27 },
  { along: 1, across: 0.5, length: 0.43, share: 0.18 },
  { along: -0.2, across: 1.4, length: 0.29, share: 0.13 },
];
const GLINTS = 150;

/** Water ripples: long and strong near the camera, short and faint towards the horizon; what is bright in it glints. */
export function rippleWater(stage: MotionStage, { speed, strength }: WaterOptions): Mover | undefined {
  const region = stage.map('water');
  if (!region) return undefined;
  const { width, height, noise, unit, luma } = stage;
  const inside = innerMap(region, 2);
  const { top, box } = extentOf(inside.data, inside.columns, inside.rows);
  const horizon = Math.min(stage.sight.horizonY ?? top, top) - height * 0.02;
  const depth = height - horizon;
  const glints = chooseGlints();
  /** What `displace` found for each node; `shade` follows it within the same frame. */
  const slopes = new Float32Array(stage.grid.dx.length);
  const wave = (x: number, y: number, at: number): readonly [number, number] => {
    // Seen flat: distance grows as the inverse of the way below the horizon.
    const near = Math.max(0.04, (y - horizon) / depth);
    const far = 1 / near;
    const [u, v] = [((x - width / 2) / depth) * far, far];
    const clock = travelled(at, 0.8) * speed;
    let slope = 0;
    let side = 0;
    for (const [index, { along, across, length, share }] of WAVES.entries()) {
      // A wave shorter than a few nodes is none: it would only tremble.
      const seen = Math.min(1, (near * near * 3.2 * length * 34) / 9 + near * 1.2);
      const phase = ((u * along + v * across * 0.8) * 9.5) / length + 1.7 * noise.at(u * 3 + index * 7, v * 2);
      const rate = 2.1 / Math.sqrt(length);
      const moved = Math.sin(phase - clock * rate) - Math.sin(phase);
      slope += share * seen * moved;
      side += share * seen * moved * along;
    }
    return [side, slope];
  };
  return {
    region: box,
    displace(field, at) {
      const ease = rise(at, 0.8) * 0.5 + 0.5;
      slopes.fill(0);
      forEachNode(field, box, (node, x, y) => {
        const inWater = readMap(inside, x, y);
        if (inWater <= 0.004) return;
        const near = Math.max(0.04, (y - horizon) / depth);
        const size = inWater * strength * ease * unit * (0.9 + 5 * near);
        const [across, down] = wave(x, y, at);
        field.dx[node]! += size * across * 0.8;
        field.dy[node]! += size * down;
        slopes[node] = inWater * down;
      });
    },
    shade(veil) {
      const depthOfShade = 0.055 * Math.min(1.6, strength);
      for (let node = 0; node < slopes.length; node++) veil.gain[node]! *= 1 + depthOfShade * slopes[node]!;
    },
    draw(canvas, at) {
      const ease = rise(at, 1.5);
      const pose = stage.camera.poseAt(at);
      for (const { x, y, phase, rate, light } of glints) {
        const beat = Math.sin(at * rate * speed + phase);
        if (beat < 0.55) continue;
        const near = Math.max(0.1, (y - horizon) / depth);
        const half = (1.2 + 3.5 * near) * unit;
        const [px, py] = toFrame(x + Math.sin(at * 0.8 + phase) * 2, y, pose, stage.camera.focus);
        const alpha = ease * light * ((beat - 0.55) / 0.45) * 0.5;
        canvas.streak([px - half, py], [px + half, py], 0.3 * unit, toYuv(255, 250, 240), alpha, {
          add: true,
          taper: 0,
        });
      }
    },
    says: strength > 1.7 ? 'the waves roll' : 'the water ripples',
  };

  /** Where the water is brighter than most of it already. */
  function chooseGlints() {
    const found: { x: number; y: number; phase: number; rate: number; light: number }[] = [];
    const lights: number[] = [];
    for (let at = 0; at < inside.data.length; at += 7) if (inside.data[at]! > 0.8) lights.push(luma.data[at]!);
    lights.sort((a, b) => a - b);
    const bright = lights[Math.floor(lights.length * 0.72)] ?? 1;
    for (let index = 0; index < GLINTS * 8 && found.length < GLINTS; index++) {
      const x = box.x + hash(index, 21) * box.width;
      const y = box.y + hash(index, 22) * box.height;
      const light = readMap(luma, x, y);
      if (readMap(inside, x, y) < 0.7 || light < Math.max(0.16, bright)) continue;
      found.push({ x, y, phase: 6.28 * hash(index, 23), rate: 2 + 2.5 * hash(index, 24), light: Math.min(0.9, light) });
    }
    return found;
  }
}

/** The box of what is not zero in a map, in pixels of the picture. */
export function extentOf(data: Float32Array, columns: number, rows: number) {
  let [left, right, top, bottom] = [columns, 0, rows, 0];
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      if (data[at]! <= 0.004) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  const box =
    right < left
      ? { x: 0, y: 0, width: 0, height: 0 }
      : { x: left * 4, y: top * 4, width: (right - left) * 4, height: (bottom - top) * 4 };
  return { top: box.y, box };
}
