import type { Layer } from '../layer.ts';
import { CELL, type Mover } from '../mover.ts';
import type { MotionStage } from '../stage.ts';
import { rise, travelled } from '../time.ts';

export interface CloudsOptions {
  /** 1: a hundredth of the frame's width a second, high up. */
  readonly speed: number;
  readonly direction: 'left' | 'right';
}

/** As far as the sky ever moves: beyond it the mirror image would take over. */
const TRAVEL_MAX = 0.55;

/**
 * The sky passes over, behind everything: a plane of clouds in perspective, slow above the horizon and fast overhead. It
 * is one shear, so that nothing is ever stretched or faded; clouds also swell a little, or they look painted.
 */
export function driftClouds(stage: MotionStage, { speed, direction }: CloudsOptions): Mover | undefined {
  const { width, height, seconds, noise } = stage;
  const matte = stage.matte('sky');
  if (!matte) return undefined;
  const bottom = lowestRow(matte, width, height);
  const horizon = Math.min(bottom, stage.sight.horizonY ?? bottom);
  const fastest = Math.min((TRAVEL_MAX * width) / Math.max(1, seconds), width * 0.0105 * speed);
  const sense = direction === 'right' ? -1 : 1;
  const swell = Math.min(9, 3.2 * speed) * stage.unit;
  const rim = Math.ceil((fastest * seconds) / 2) * 2 + 32;
  const layer: Layer = {
    matte,
    plate: stage.plate('sky', rim),
    edge: stage.edge,
    place({ first }, field, at) {
      const way = travelled(at, 1.2) * fastest * sense;
      const ease = rise(at, 2.5) * swell;
      const scale = 1 / (70 * stage.unit);
      for (let row = 0, node = 0; row < field.rows; row++) {
        for (let column = 0; column < field.columns; column++, node++) {
          const x = column * CELL + field.dx[node]!;
          const y = row * CELL + field.dy[node]!;
          const high = Math.min(1.25, Math.max(0, (horizon - y) / Math.max(1, horizon)));
          const shift = way * (0.22 + 0.78 * high);
          // The swelling goes with the clouds.
          const [u, v] = [(x + shift) * scale, y * scale];
          const grown = ease * (0.3 + high);
          first.dx[node] = field.dx[node]! + shift + grown * (noise.at3(u, v, at * 0.3) - noise.at3(u, v, 0));
          first.dy[node] =
            field.dy[node]! + grown * 0.7 * (noise.at3(u + 31, v + 17, at * 0.3) - noise.at3(u + 31, v + 17, 0));
        }
      }
    },
  };
  return { layer, says: speed > 1.5 ? 'the clouds race across the sky' : 'the clouds drift across the sky' };
}

function lowestRow(matte: Uint8Array, width: number, height: number): number {
  for (let row = height - 1; row > 0; row--) {
    let covered = 0;
    for (let x = 0; x < width; x += 4) if (matte[row * width + x]! > 128) covered += 4;
    if (covered > width * 0.03) return row;
  }
  return height;
}
