import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { shade, toHex } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { cylinder, ring, sphere } from '../model/primitives.ts';
import { ball, edgeFactor, footAt, limbFrames, METAL, type PartCollector, SHELL, segmentsFor } from './rig.ts';
import type { RobotLook } from './robot-look.ts';

const THIGH = 0.21;
const SHIN = 0.2;
const ANKLE = 0.085;
/** One step of both legs, metres; `duty` is the share of it that a foot stands. */
export const STEP = { stride: 0.62, duty: 0.6, lift: 0.06 };

export interface LegMoment {
  /** Steps gone, in pairs: 1 is both legs once. */
  readonly phase: number;
  /** How far it walks: 0 stands … 1 full steps. */
  readonly share: number;
  /** In the air: the legs hang. */
  readonly dangles: boolean;
  /** How far the body is above where it stands, metres. */
  readonly lift: number;
}

/** Ringed rods for legs, with boots; a standing boot stays where it is. */
export function addLegs(
  pose: PartCollector,
  hips: Matrix,
  look: RobotLook,
  { phase, share, dangles, lift }: LegMoment,
): void {
  const [thigh, shin, foot] = [rodMesh(look, 'thigh', THIGH), rodMesh(look, 'shin', SHIN), footMesh(look)];
  for (const side of [1, -1]) {
    const step = footAt(phase + (side > 0 ? 0 : 0.5), STEP);
    const joint: Vec3 = [hips[12]! + 0.11 * side, hips[13]! + 0.02, hips[14]!];
    const end = dangles
      ? { y: -0.36, z: -0.06 - 0.03 * side }
      : { y: ANKLE + step.y * share + lift - joint[1], z: step.z * share + 0.005 * side };
    const frames = limbFrames(joint, end, [THIGH, SHIN], 1);
    pose.add(thigh, METAL, frames.upper);
    pose.add(shin, METAL, frames.lower);
    pose.add(foot, SHELL, multiply(frames.end, rotationX(dangles ? 0.5 : 0), translation(0, -ANKLE, 0)));
  }
}

function rodMesh(look: RobotLook, name: string, length: number): Mesh {
  return cachedMesh(`robot/${look.detail}/rod/${name}/${toHex(look.joint)}`, () =>
    mergeMeshes([
      {
        mesh: cylinder({ radius: 0.045, height: length, color: look.joint, segments: segmentsFor(look.detail, 16) }),
        matrix: translation(0, -length, 0),
      },
      ...(look.detail === 'far' ? [] : [0.25, 0.5, 0.75]).map((t) => ({
        mesh: ring(0.046, 0.011, shade(look.joint, 0.75), Math.PI * 2, segmentsFor(look.detail, 16)),
        matrix: compose({ at: [0, -length * t, 0], rotate: [Math.PI / 2, 0, 0] }),
      })),
      { mesh: sphere(0.056, look.joint, segmentsFor(look.detail, 12)), matrix: translation(0, -length, 0) },
    ]),
  );
}

function footMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/foot/${toHex(look.shell)}/${toHex(look.trim)}`, () => {
    const boot = smoothBlob(
      [
        ball([0, 0.045, 0.045], [0.1, 0.085, 0.15]),
        { kind: 'block', at: [0, -0.5, 0], size: [1, 1, 1], round: 0.001, cut: true, blend: 0.004 },
      ],
      0.027 * edgeFactor(look.detail),
    );
    return paint(boot, (_, y, z) => (y < 0.03 ? look.joint : z > 0.12 ? look.trim : look.shell));
  });
}
