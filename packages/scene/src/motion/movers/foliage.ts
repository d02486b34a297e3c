import { readMap } from '../mattes.ts';
import { forEachNode, type Mover } from '../mover.ts';
import type { MotionStage } from '../stage.ts';
import { travelled } from '../time.ts';
import { extentOf } from './water.ts';

/** Leaves, grass and flowers sway: gusts travel over them, and each spot trembles by itself. Undefined: nothing is green. */
export function swayFoliage(stage: MotionStage, strength: number, speed: number): Mover | undefined {
  const { greenery, noise, unit } = stage;
  const { box } = extentOf(greenery.data, greenery.columns, greenery.rows);
  let covered = 0;
  for (const share of greenery.data) covered += share;
  if (covered < greenery.data.length * 0.02) return undefined;
  const scale = 1 / (110 * unit);
  return {
    region: box,
    displace(field, seconds) {
      const clock = travelled(seconds, 1) * speed;
      const size = strength * unit * Math.min(1, seconds * seconds);
      forEachNode(field, box, (node, x, y) => {
        const share = readMap(greenery, x, y);
        if (share < 0.02) return;
        const [u, v] = [x * scale, y * scale];
        const gust = 0.75 + noise.at(u * 0.5 - clock * 0.55, v * 0.3);
        const swing =
          noise.at3(u - clock * 0.25, v, clock * 0.9) * 4.4 + noise.at3(u * 3.1, v * 3.1, clock * 2.1 + 9) * 1.5;
        field.dx[node]! += share * size * gust * swing;
        field.dy[node]! += share * size * gust * 0.4 * noise.at3(u * 2 + 40, v * 2, clock * 1.3);
      });
    },
    says: 'leaves and grass sway',
  };
}
