import type { Mesh } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import type { Matrix } from '../model/matrix.ts';
import { translation } from '../model/matrix.ts';
import { mergeMeshes } from '../model/mesh.ts';
import { cylinder } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { BODY } from './person-joints.ts';
import { type PartCollector, SHELL } from './rig.ts';

const R = BODY.headRadius;

/** A briar pipe in the corner of the mouth, its bowl before the chin. */
export function addPipe(pose: PartCollector, head: Matrix): void {
  pose.add(pipeMesh(), SHELL, head);
}

function pipeMesh(): Mesh {
  return cachedMesh('person/pipe', () => {
    const stem = tube(
      [
        [R * 0.2, -R * 0.54, R * 0.84],
        [R * 0.48, -R * 0.56, R * 1.02],
        [R * 0.84, -R * 0.7, R * 1.2],
        [R * 1.02, -R * 0.76, R * 1.3],
      ],
      { radius: (t) => R * (0.045 + 0.05 * t), color: '#2a1a12', sides: 10, rings: 14 },
    );
    const bowl = cylinder({ radius: R * 0.15, topRadius: R * 0.19, height: R * 0.46, color: '#7a4524', segments: 18 });
    const rim = cylinder({ radius: R * 0.2, topRadius: R * 0.2, height: R * 0.05, color: '#4a2814', segments: 18 });
    const tobacco = cylinder({
      radius: R * 0.14,
      topRadius: R * 0.14,
      height: R * 0.02,
      color: '#d8622a',
      segments: 14,
    });
    const at = [R * 1.08, -R * 0.84, R * 1.33] as const;
    return mergeMeshes([
      { mesh: stem },
      { mesh: bowl, matrix: translation(...at) },
      { mesh: rim, matrix: translation(at[0], at[1] + R * 0.42, at[2]) },
      { mesh: tobacco, matrix: translation(at[0], at[1] + R * 0.465, at[2]) },
    ]);
  });
}
