import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { shade, toHex } from '../model/color.ts';
import { translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { ball, edgeFactor, segmentsFor } from './rig.ts';
import type { RobotLook } from './robot-look.ts';

/** Trunk, neck and pack: the hips at the origin, the shoulders at x ±0.27, y 0.4. */
export function bodyMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/body/${toHex(look.shell)}/${toHex(look.trim)}`, () => {
    const trunk = paint(
      smoothBlob(
        [
          { kind: 'block', at: [0, 0.24, 0], size: [0.46, 0.44, 0.34], round: 0.13 },
          ball([0, 0.04, 0], [0.17, 0.1, 0.13], { blend: 0.06 }),
          { kind: 'block', at: [0, 0.27, 0.2], size: [0.26, 0.2, 0.1], round: 0.04, cut: true, blend: 0.012 },
        ],
        0.027 * edgeFactor(look.detail),
      ),
      (_, y, z) =>
        Math.abs(y - 0.1) < 0.018
          ? look.trim
          : y < 0.02
            ? look.joint
            : z > 0.13 && Math.abs(y - 0.27) < 0.09 && z < 0.158
              ? shade(look.joint, 0.6)
              : look.shell,
    );
    const neck = cylinder({ radius: 0.07, topRadius: 0.06, height: 0.13, color: look.joint, segments: 20 });
    const bolts = [1, -1].flatMap((side) => [
      { mesh: sphere(0.075, look.trim, segmentsFor(look.detail, 16)), matrix: translation(0.25 * side, 0.39, 0) },
      { mesh: sphere(0.014, look.joint, 8), matrix: translation(0.17 * side, 0.15, 0.158) },
    ]);
    const pack = {
      mesh: roundedBox([0.3, 0.3, 0.12], 0.05, shade(look.trim, 0.85)),
      matrix: translation(0, 0.26, -0.2),
    };
    return mergeMeshes([{ mesh: trunk }, { mesh: neck, matrix: translation(0, 0.44, 0) }, ...bolts, pack]);
  });
}

/** A heart of light and two small lamps on the chest. */
export function chestLight(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/chest/${toHex(look.glow)}`, () =>
    mergeMeshes([
      {
        mesh: sphere([0.045, 0.045, 0.02], look.glow, segmentsFor(look.detail, 18)),
        matrix: translation(0, 0.28, 0.152),
      },
      { mesh: sphere([0.014, 0.014, 0.01], '#ffb84a', 8), matrix: translation(0.085, 0.31, 0.15) },
      { mesh: sphere([0.014, 0.014, 0.01], '#ff6a5a', 8), matrix: translation(0.085, 0.26, 0.15) },
    ]),
  );
}
