import type { Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep } from '../model/color.ts';
import { compose, multiply, rotationX, rotationY, translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { tube } from '../model/tube.ts';
import { critterModel } from './critter.ts';
import { ANIMAL_EYE, addEyes } from './eyes.ts';
import { ball, edgeFactor, limb, SHELL, SMOOTH, sway } from './rig.ts';

const LINKS = 26;
const LINK = 0.062;
const R = 0.048;

/** Half the width of the body, thickest behind the neck. */
const radiusAt = (share: number): number =>
  0.02 + 0.02 * Math.sin(Math.PI * Math.min(1, share * 0.9 + 0.18)) - 0.016 * softStep(0.7, 1, share);

/** A snake: it raises its head, and its body follows the same winding way. */
export const snake = critterModel('snake', {
  gaits: { walk: 0.5, run: 1.2, swim: 0.6, jump: 0, dance: 0 },
  color: '#6a9a3a',
  light: '#e8e4b0',
  dark: '#2f4a1e',
  speed: 0.5,
  pose(to, { seconds, distance, seed }, { base, light, dark, key, detail }) {
    // The wave stands on the ground while the body goes along it.
    const way = (behind: number): Vec3 => {
      const along = distance - behind;
      const idle = 0.02 * Math.sin(seconds * 0.9 + behind * 2);
      return [(0.13 * Math.sin(along * 6.4 + seed) + idle) * softStep(0, 0.35, behind), 0, -behind];
    };
    const points: Vec3[] = [];
    for (let i = 0; i <= LINKS; i++) {
      const [x, , z] = way(0.12 + i * LINK * 0.82);
      points.push([x, radiusAt(i / LINKS), z]);
    }
    for (let i = 0; i < LINKS; i++) {
      const [from, next] = [points[i]!, points[i + 1]!];
      const link = cachedMesh(`${key}/link/${i}`, () => {
        const [r0, r1] = [radiusAt(i / LINKS), radiusAt((i + 1) / LINKS)];
        const shape = smoothBlob([limb([0, 0, 0], [0, 0, -LINK], [r0, r1])], r0 * 0.52 * edgeFactor(detail) ** 0.5);
        return paint(shape, (x, _, z, normal) => scaleColor(base, light, dark, x, (i * LINK - z) * 1.0, normal));
      });
      const turn = Math.atan2(from[0] - next[0], from[2] - next[2]);
      const rise = Math.atan2(next[1] - from[1], Math.hypot(from[0] - next[0], from[2] - next[2]));
      to.add(link, SHELL, multiply(translation(...from), rotationY(turn), rotationX(rise)));
    }
    // The neck stands up from the first link to the head.
    const bob = 0.012 * Math.sin(seconds * 1.3);
    const at: Vec3 = [0.03 * sway(seconds, 0.8, seed), 0.24 + bob, 0.02];
    const neck = cachedMesh(`${key}/neck`, () =>
      paint(
        tube(
          [
            [0, 0.03, -0.16],
            [0, 0.035, -0.04],
            [0, 0.12, 0.03],
            [0, 0.2, 0.0],
            [0, 0.235, 0.01],
          ],
          { radius: (t) => 0.03 - 0.006 * t, sides: 12, rings: 20 },
        ),
        (x, y, z, normal) =>
          scaleColor(base, light, dark, x, z * 0.6 - y, normal[2] > 0.3 ? [normal[0], -1, 0] : normal),
      ),
    );
    to.add(neck, SHELL, translation(points[0]![0], bob * 0.5, 0));
    const head = multiply(
      translation(at[0] * 0.4 + points[0]![0], at[1], at[2]),
      rotationY(0.4 * sway(seconds, 0.7, seed + 3)),
    );
    const skull = cachedMesh(`${key}/head`, () =>
      paint(
        smoothBlob(
          [
            ball([0, 0, 0], [R * 0.86, R * 0.62, R]),
            limb([0, -R * 0.05, R * 0.5], [0, -R * 0.12, R * 1.35], [R * 0.55, R * 0.36], { blend: R * 0.3 }),
          ],
          R * 0.16,
        ),
        (_, y) => mixColors(light, base, softStep(-R * 0.32, -R * 0.1, y)),
      ),
    );
    to.add(skull, SHELL, head);
    addEyes(
      to,
      head,
      {
        look: { ...ANIMAL_EYE, iris: '#e0b02a', pupilShare: 0.3 },
        at: [R * 0.56, R * 0.26, R * 0.62],
        radius: R * 0.21,
        outward: 0.8,
      },
      { closed: 0, detail },
    );
    const flick = Math.max(0, Math.sin(seconds * 2.3 + seed)) ** 6;
    const tongue = cachedMesh('snake/tongue', () =>
      mergeMeshes([
        {
          mesh: tube(
            [
              [0, 0, 0],
              [0, 0, 0.06],
            ],
            { radius: 0.004, color: '#d02a3a', sides: 5, rings: 3 },
          ),
        },
        ...[1, -1].map((side) => ({
          mesh: tube(
            [
              [0, 0, 0.06],
              [side * 0.012, 0, 0.085],
            ],
            { radius: 0.003, color: '#d02a3a', sides: 5, rings: 3 },
          ),
        })),
      ]),
    );
    to.add(tongue, SMOOTH, multiply(head, compose({ at: [0, -R * 0.2, R * (0.7 + 0.9 * flick)] })));
  },
});

/** Diamonds along the back, a light belly. */
function scaleColor(
  base: Srgb,
  light: Srgb,
  dark: Srgb,
  x: number,
  along: number,
  normal: readonly [number, number, number],
): Srgb {
  const diamond = Math.abs(((along * 9) % 1) - 0.5) * 2 + Math.abs(x) / 0.03;
  const net = 0.92 + 0.1 * Math.sin(x * 420) * Math.sin(along * 260);
  return mixColors(
    mixColors(shade(base, net), dark, softStep(1.05, 0.85, diamond) * softStep(-0.2, 0.3, normal[1])),
    light,
    softStep(-0.25, -0.6, normal[1]),
  );
}
