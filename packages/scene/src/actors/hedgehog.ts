import type { Mesh } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, softStep, toHex } from '../model/color.ts';
import { alongSegment } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { cone } from '../model/primitives.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { type Beast, beastModel, formOf, snoutFace } from './beast.ts';
import { buildQuadruped } from './quadruped.ts';
import { ball, limb, SMOOTH } from './rig.ts';

const HEDGEHOG: Beast = {
  name: 'hedgehog',
  color: '#8a6a4c',
  light: '#e6d2b4',
  shoulder: 0.082,
  length: 0.1,
  chest: [0.068, 0.065, 0.065],
  hips: [0.08, 0.075, 0.075],
  belly: [0.085, 0.078, 0.09],
  spread: 0.042,
  leg: [0.018, 0.014, 0.011],
  paw: [0.015, 0.011, 0.023],
  neck: [0, 0.004, 0.062],
  neckRadius: [0.05, 0.038],
  R: 0.045,
  head: (R) => [
    ball([0, 0, 0], [R * 0.9, R * 0.86, R * 0.9]),
    limb([0, -R * 0.1, R * 0.5], [0, -R * 0.18, R * 1.5], [R * 0.5, R * 0.16], { blend: R * 0.3 }),
  ],
  eye: { at: [0.46, 0.2, 0.7], radius: 0.17, outward: 0.5, iris: '#120d0a' },
  ear: (R) => ({
    parts: [ball([0, R * 0.15, 0], [R * 0.26, R * 0.26, R * 0.12])],
    at: [R * 0.66, R * 0.5, -R * 0.1],
    rotate: [0, 0.4, -0.4],
  }),
  tail: { count: 2, link: 0.012, radius: () => 0.012, rise: 0, curl: 0, sway: 0.4 },
  coat: (region, { z, along }, { base, light }, R) =>
    region === 'head'
      ? mixColors(base, light, softStep(-R * 0.1, R * 0.5, z))
      : region === 'body'
        ? mixColors(base, light, softStep(0.85, 1.2, along))
        : mixColors(base, light, 0.3),
  face: (R) => snoutFace(R, { at: [0, -0.14, 1.66], size: [0.15, 0.13, 0.13] }, { y: -0.36, z: 1.1, width: 0.2 }),
  walkSpeed: 0.3,
  runSpeed: 0.8,
};

/** A hedgehog: a dome of spines, a pointed face below it. */
export const hedgehog: ActorModel = {
  ...beastModel(HEDGEHOG),
  build: (context) => {
    const spines = spinesMesh(context);
    return buildQuadruped(
      { ...formOf(HEDGEHOG, context), onBody: (pose, body) => pose.add(spines, SMOOTH, body) },
      context,
    );
  },
};

function spinesMesh({ detail, actor }: ActorContext): Mesh {
  const tip = actor.color ? mixColors(actor.color, '#fff4e0', 0.6) : mixColors('#e6d2b4', '#ffffff', 0.2);
  return cachedMesh(`hedgehog/spines/${detail}/${toHex(tip)}`, () => {
    const count = detail === 'far' ? 60 : detail === 'normal' ? 190 : 420;
    const spine = paint(cone(0.0048, 0.036, '#ffffff', 4), (_, y) =>
      y > 0.024 ? tip : y > 0.012 ? [58, 42, 32] : [96, 74, 54],
    );
    const center = HEDGEHOG.shoulder + 0.012;
    const parts: MeshPart[] = [];
    for (let i = 0; i < count; i++) {
      const up = 0.98 - ((i + 0.5) / count) * 0.98;
      const around = i * 2.39996;
      const flat = Math.sqrt(1 - up * up);
      const [x, z] = [Math.sin(around) * flat, Math.cos(around) * flat];
      // Not on the face.
      if (z > 0.72 && up < 0.55) continue;
      const at = [x * 0.078, center + up * 0.068, z * 0.108 - 0.004] as const;
      parts.push({
        mesh: spine,
        matrix: alongSegment(at, [at[0] + x * 0.9, at[1] + up * 1.0 + 0.12, at[2] + z * 0.8 - 0.5]),
      });
    }
    return mergeMeshes(parts);
  });
}
