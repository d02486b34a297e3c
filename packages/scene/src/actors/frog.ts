import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, shade, softStep } from '../model/color.ts';
import { multiply, rotationX, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { tube } from '../model/tube.ts';
import { critterModel } from './critter.ts';
import { ANIMAL_EYE, addEyes } from './eyes.ts';
import { ball, edgeFactor, limb, SHELL, SMOOTH } from './rig.ts';

/** A frog: wide mouth, eyes on top, folded legs; it goes in leaps. */
export const frog = critterModel('frog', {
  gaits: { walk: 0.5, run: 1, jump: 0, swim: 0.5, dance: 0 },
  color: '#58a83a',
  light: '#e6ecb4',
  speed: 0.5,
  pose(to, { seconds, distance, speed, jumps, closed }, { base, light, key, detail }) {
    const hop = 0.34;
    const turn = jumps ? seconds * 1.3 : distance / hop;
    const phase = turn - Math.floor(turn);
    // It gathers itself, is in the air for half of each leap, and lands.
    const air =
      speed > 0.03 || jumps
        ? Math.max(0, Math.sin((phase - 0.3) * Math.PI * 1.6)) * (phase > 0.3 && phase < 0.93 ? 1 : 0)
        : 0;
    const breath = 1 + 0.02 * Math.sin(seconds * 5);
    const body = multiply(translation(0, air * 0.12, 0), rotationX(-0.35 * air * Math.cos(phase * 5)));
    const edge = 0.0085 * edgeFactor(detail) ** 0.7;
    const trunk = cachedMesh(`${key}/trunk`, () =>
      paint(
        smoothBlob(
          [
            ball([0, 0.052, -0.015], [0.062, 0.042, 0.075]),
            ball([0, 0.07, 0.055], [0.056, 0.04, 0.05], { blend: 0.04 }),
            ball([0.032, 0.105, 0.055], 0.021, { mirror: true, blend: 0.012 }),
            // Forelegs that it sits on.
            limb([0.048, 0.06, 0.05], [0.066, 0.022, 0.056], [0.016, 0.012], { mirror: true, blend: 0.012 }),
            limb([0.066, 0.022, 0.056], [0.06, 0.006, 0.082], [0.011, 0.008], { mirror: true, blend: 0.008 }),
            ball([0.062, 0.006, 0.09], [0.02, 0.006, 0.014], { mirror: true, blend: 0.006 }),
          ],
          edge,
        ),
        (x, y, z, normal) => {
          const spot = softStep(0.35, 0.6, Math.sin(x * 110 + 1) * Math.sin(z * 95)) * softStep(0.2, 0.6, normal[1]);
          return mixColors(
            mixColors(base, shade(base, 0.62), spot),
            light,
            softStep(-0.1, -0.5, normal[1] + (z > 0.07 && y < 0.07 ? -0.5 : 0)),
          );
        },
      ),
    );
    to.add(trunk, SHELL, body);
    const stretch = air * 1.7;
    for (const side of [1, -1]) {
      const hip = multiply(body, translation(0.05 * side, 0.05, -0.055), rotationX(stretch * 0.55));
      const thigh = cachedMesh(`${key}/thigh/${side}`, () =>
        smoothBlob([limb([0, 0, 0], [0.03 * side, -0.012, 0.075], [0.03, 0.018])], edge, { color: base }),
      );
      to.add(thigh, SHELL, hip);
      const knee = multiply(hip, translation(0.03 * side, -0.012, 0.075), rotationX(stretch));
      const shin = cachedMesh(`${key}/shin/${side}`, () =>
        smoothBlob(
          [
            limb([0, 0, 0], [0.008 * side, -0.024, -0.085], [0.016, 0.01]),
            limb([0.008 * side, -0.024, -0.085], [0.016 * side, -0.031, 0.0], [0.009, 0.006], { blend: 0.006 }),
            ball([0.018 * side, -0.032, 0.012], [0.022, 0.006, 0.022], { blend: 0.006 }),
          ],
          edge * 0.85,
          { color: shade(base, 0.9) },
        ),
      );
      to.add(shin, SHELL, knee);
    }
    addEyes(
      to,
      body,
      {
        look: { ...ANIMAL_EYE, iris: '#e8b62a', pupilShare: 0.5 },
        at: [0.041, 0.11, 0.062],
        radius: 0.0165 * breath,
        outward: 0.65,
        upward: 0.12,
      },
      { closed, detail },
    );
    const mouth = cachedMesh('frog/mouth', () =>
      tube(
        [
          [-0.05, 0.07, 0.078],
          [-0.028, 0.061, 0.101],
          [0, 0.058, 0.107],
          [0.028, 0.061, 0.101],
          [0.05, 0.07, 0.078],
        ],
        { radius: 0.0026, color: '#2f4a20', sides: 5, rings: 18 },
      ),
    );
    to.add(mouth, SMOOTH, body, { castsShadow: false });
  },
});
