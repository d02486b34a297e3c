import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, shade, softStep } from '../model/color.ts';
import { alongSegment, compose } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { critterModel } from './critter.ts';
import { ball, edgeFactor, FUR, footAt, SHELL, strideShare } from './rig.ts';

const STEP = { stride: 0.11, duty: 0.6, lift: 0.03 };

/** A spider: eight bent legs that step in two sets of four, a round abdomen, many eyes. */
export const spider = critterModel('spider', {
  gaits: { walk: 0.2, run: 0.6, jump: 0, dance: 0 },
  color: '#3a2c26',
  light: '#8a6a50',
  speed: 0.2,
  pose(to, { seconds, distance, speed, seed }, { base, light, key, detail }) {
    const share = strideShare(speed, 0.2);
    const bob = 0.003 * Math.sin(seconds * 2 + seed);
    const edge = 0.0075 * edgeFactor(detail) ** 0.6;
    const trunk = cachedMesh(`${key}/trunk`, () =>
      paint(
        smoothBlob(
          [
            ball([0, 0.075, -0.068], [0.052, 0.046, 0.062]),
            ball([0, 0.062, 0.018], [0.034, 0.026, 0.036], { blend: 0.008 }),
          ],
          edge,
        ),
        (x, y, z) => {
          const mark =
            softStep(0.016, 0.01, Math.abs(x) + 0.012 * Math.abs(Math.sin(z * 110))) *
            softStep(-0.02, -0.05, z) *
            softStep(0.08, 0.1, y);
          return mixColors(shade(base, 0.95 + 0.1 * Math.sin(x * 160 + z * 120)), light, mark * 0.8);
        },
      ),
    );
    to.add(trunk, FUR, compose({ at: [0, bob, 0] }));
    const eyes = cachedMesh(`${key}/eyes`, () =>
      mergeMeshes([
        ...[1, -1].flatMap((side) => [
          { mesh: sphere(0.0085, '#0d0b0c', 10), matrix: compose({ at: [side * 0.009, 0.072, 0.049] }) },
          { mesh: sphere(0.0052, '#0d0b0c', 8), matrix: compose({ at: [side * 0.021, 0.074, 0.042] }) },
          { mesh: sphere(0.0024, '#ffffff', 6), matrix: compose({ at: [side * 0.009 - 0.003, 0.076, 0.0562] }) },
          {
            mesh: tube(
              [
                [side * 0.01, 0.055, 0.05],
                [side * 0.012, 0.04, 0.062],
                [side * 0.006, 0.03, 0.06],
              ],
              { radius: (t) => 0.006 - 0.004 * t, color: shade(base, 0.7), sides: 6, rings: 8 },
            ),
          },
        ]),
      ]),
    );
    to.add(eyes, { specular: 0.8, gloss: 90 }, compose({ at: [0, bob, 0] }));
    const upper = cachedMesh(`${key}/upper`, () =>
      tube(
        [
          [0, 0, 0],
          [0, 0.5, 0],
          [0, 1, 0],
        ],
        { radius: (t) => 0.0085 - 0.002 * t, color: base, sides: 7, rings: 5 },
      ),
    );
    const lower = cachedMesh(`${key}/lower`, () =>
      paint(
        tube(
          [
            [0, 0, 0],
            [0, 0.5, 0],
            [0, 1, 0],
          ],
          { radius: (t) => 0.0068 - 0.0045 * t, sides: 7, rings: 7 },
        ),
        (_, y) => (Math.sin(y * 17) > 0.3 ? light : base),
      ),
    );
    for (let i = 0; i < 8; i++) {
      const side = i < 4 ? 1 : -1;
      const rank = i % 4;
      const angle = [0.75, 0.25, -0.3, -0.85][rank]!;
      const foot = footAt(distance / STEP.stride + ((rank + (side > 0 ? 0 : 1)) % 2) * 0.5, STEP);
      const root = [side * 0.026, 0.062 + bob, 0.03 - rank * 0.012] as const;
      const reach = 0.155 + (rank === 0 || rank === 3 ? 0.02 : 0);
      const end = [
        side * reach * Math.cos(angle),
        0.003 + foot.y * share,
        0.02 + reach * Math.sin(angle) + foot.z * share,
      ] as const;
      const knee = [(root[0] + end[0]) * 0.52, 0.135 + foot.y * share * 0.6, (root[2] + end[2]) * 0.52] as const;
      to.add(upper, SHELL, alongSegment(root, knee, { stretch: true }));
      to.add(lower, SHELL, alongSegment(knee, end, { stretch: true }));
    }
  },
});
