import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { toHex } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { type Matrix, multiply, rotationX, rotationZ, scaling, translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import type { Motion } from '../scene.ts';
import { wateringCan } from './person-gear.ts';
import { ball, edgeFactor, limb, METAL, type PartCollector, SHELL, segmentsFor } from './rig.ts';
import type { RobotLook } from './robot-look.ts';

const UPPER = 0.19;
const LOWER = 0.17;

export interface ArmMoment {
  readonly seconds: number;
  /** Steps gone, in pairs: 1 is both legs once. */
  readonly phase: number;
  /** How far it walks: 0 stands … 1 full steps. */
  readonly share: number;
  readonly motion: Motion['kind'];
  /** Holds a watering can in its right hand. */
  readonly waters: boolean;
  /** How far the mouth is open, 0 … 1: who speaks gestures. */
  readonly talks: number;
}

/** Arms that swing, wave, dance and gesture, with hands of three fingers. */
export function addArms(pose: PartCollector, hips: Matrix, look: RobotLook, moment: ArmMoment): void {
  const [sleeve, cuff, palm] = [sleeveMesh(look), cuffMesh(look), handMesh(look)];
  for (const side of [1, -1] as const) {
    const [swing, out, bend] = armTurns(moment, side);
    const upper = multiply(hips, translation(0.27 * side, 0.39, 0), rotationX(-swing), rotationZ(out * side));
    const lower = multiply(upper, translation(0, -UPPER, 0), rotationX(-bend));
    const hand = multiply(lower, translation(0, -LOWER, 0));
    pose.add(sleeve, METAL, upper);
    pose.add(cuff, SHELL, lower);
    pose.add(palm, METAL, multiply(hand, scaling(side, 1, 1)));
    if (moment.waters && side < 0) {
      const level = multiply(
        hand,
        translation(0, -0.1, 0),
        rotationX(swing + bend),
        rotationX(0.35),
        translation(0, -0.14, 0.04),
      );
      pose.add(wateringCan(), SHELL, level);
    }
  }
}

/** Forward swing, sideways lift and elbow of one arm, radians. */
function armTurns(
  { seconds, phase, share, motion, waters, talks }: ArmMoment,
  side: 1 | -1,
): readonly [swing: number, out: number, bend: number] {
  const beat = Math.sin(seconds * 4);
  if (motion === 'wave' && side < 0)
    return [0.2, 2.3 + 0.12 * Math.sin(seconds * 7), 0.4 + 0.35 * Math.sin(seconds * 7)];
  if (motion === 'dance') return [0.5, 1.1 + 0.6 * beat * side, 1.1];
  if (waters && side < 0) return [0.75 + 0.04 * Math.sin(seconds * 1.3), 0.12, 0.72];
  const gesture = talks * 0.3;
  return [
    share * 0.5 * -side * Math.cos(phase * Math.PI * 2) + 0.06 + gesture * 0.6,
    0.2 + 0.02 * Math.sin(seconds * 1.5 + side),
    0.4 + gesture + 0.1 * share,
  ];
}

function sleeveMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/sleeve/${toHex(look.joint)}`, () =>
    mergeMeshes([
      {
        mesh: cylinder({ radius: 0.034, height: UPPER, color: look.joint, segments: segmentsFor(look.detail, 14) }),
        matrix: translation(0, -UPPER, 0),
      },
      { mesh: sphere(0.046, look.joint, segmentsFor(look.detail, 12)), matrix: translation(0, -UPPER, 0) },
    ]),
  );
}

function cuffMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/cuff/${toHex(look.shell)}/${toHex(look.trim)}`, () => {
    const shape = lathe(
      [
        [0, -LOWER - 0.01],
        [0.062, -LOWER - 0.01],
        [0.072, -LOWER + 0.01],
        [0.05, -0.02],
        [0.03, 0],
        [0, 0.01],
      ],
      look.shell,
      segmentsFor(look.detail, 22),
    );
    return paint(shape, (_, y) => (y < -LOWER + 0.03 ? look.trim : look.shell));
  });
}

function handMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/hand/${toHex(look.joint)}`, () =>
    smoothBlob(
      [
        ball([0, -0.035, 0], 0.042),
        limb([0, -0.055, 0.025], [-0.01, -0.11, 0.035], [0.021, 0.018], { blend: 0.012 }),
        limb([0, -0.055, -0.025], [-0.01, -0.11, -0.03], [0.021, 0.018], { blend: 0.012 }),
        limb([-0.02, -0.03, 0.02], [-0.055, -0.075, 0.012], [0.019, 0.016], { blend: 0.012 }),
      ],
      Math.min(0.045, 0.0185 * edgeFactor(look.detail)),
      { color: look.joint },
    ),
  );
}
