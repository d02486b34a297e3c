import type { Mesh } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { compose } from '../model/matrix.ts';
import { mergeMeshes } from '../model/mesh.ts';
import { cylinder } from '../model/primitives.ts';

const HEIGHT = 0.45;

/** A wooden stool whose top is at the origin. @param tall Of its legs, to those of an adult's. */
export function stoolMesh(tall: number): Mesh {
  const steps = Math.round(tall * 20) / 20;
  return cachedMesh(`person/stool/${steps}`, () => {
    const leg = cylinder({ radius: 0.016, topRadius: 0.02, height: HEIGHT * steps, color: '#6b4526', segments: 6 });
    const seat = cylinder({ radius: 0.19, height: 0.035, color: '#8a5a32', segments: 18 });
    const legs = [0, 1, 2, 3].map((i) => {
      const angle = Math.PI / 4 + (i * Math.PI) / 2;
      return { mesh: leg, matrix: compose({ at: [Math.sin(angle) * 0.13, -HEIGHT * steps, Math.cos(angle) * 0.13] }) };
    });
    return mergeMeshes([{ mesh: seat, matrix: compose({ at: [0, -0.035, 0] }) }, ...legs]);
  });
}
