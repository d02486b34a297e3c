import type { Material, Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, toHex } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, type Matrix, multiply, rotationZ, scaling, translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import { blinkAt, edgeFactor, type PartCollector, SHELL, SMOOTH, segmentsFor, sway } from './rig.ts';
import { LIT, type RobotLook } from './robot-look.ts';

const SCREEN: Material = { specular: 0.9, gloss: 90 };
/** From the hips to the middle of the head, metres. */
const HEAD_UP = 0.73;

export interface HeadMoment {
  readonly seconds: number;
  /** Of this copy: no two blink together. */
  readonly seed: number;
  /** How far it is open, 0 … 1. */
  readonly mouth: number;
  /** 1 while it dances, else 0. */
  readonly dance: number;
  /** Whether it has something to say in this film. */
  readonly talks: boolean;
}

/** Head, screen, antenna, eyes and mouth. */
export function addHead(
  pose: PartCollector,
  hips: Matrix,
  look: RobotLook,
  { seconds, seed, mouth, dance, talks }: HeadMoment,
): void {
  // Whoever speaks looks at the camera.
  const wander = talks ? 0.25 : 1;
  const head = multiply(
    hips,
    compose({
      at: [0, HEAD_UP, 0.01],
      rotate: [
        0.04 * sway(seconds, 1.1, seed) - mouth * 0.05,
        wander * 0.3 * sway(seconds, 0.6, seed + 1),
        0.07 * sway(seconds, 0.8, seed + 2) + dance * 0.15 * Math.sin(seconds * 4),
      ],
    }),
  );
  pose.add(headMesh(look), SHELL, head);
  pose.add(screenMesh(look), SCREEN, head);
  const wobble = rotationZ(0.12 * Math.sin(seconds * 5) * (0.25 + mouth + dance));
  const mast = multiply(head, translation(0, 0.2, 0), wobble);
  pose.add(antennaMesh(look), SMOOTH, mast);
  pose.add(bulbMesh(look), LIT, multiply(mast, translation(0, 0.16, 0)), {
    emissive: 0.7 + 0.3 * Math.sin(seconds * 3) + mouth * 0.5,
  });
  const open = Math.max(0.08, 1 - blinkAt(seconds, seed));
  const eye = eyeMesh(look);
  for (const side of [1, -1])
    pose.add(eye, LIT, multiply(head, translation(0.092 * side, 0.035, 0.19), scaling(1, open, 1)), {
      castsShadow: false,
    });
  addMouth(pose, head, look, mouth, seconds);
}

function headMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/head/${toHex(look.shell)}/${toHex(look.trim)}`, () => {
    const shell = smoothBlob(
      [
        { kind: 'block', at: [0, 0, 0], size: [0.5, 0.4, 0.38], round: 0.15 },
        { kind: 'block', at: [0, 0, 0.21], size: [0.4, 0.27, 0.14], round: 0.06, cut: true, blend: 0.02 },
      ],
      0.024 * edgeFactor(look.detail),
      { color: look.shell },
    );
    const ears = [1, -1].map((side) => ({
      mesh: lathe(
        [
          [0, -0.02],
          [0.075, -0.02],
          [0.08, 0],
          [0.07, 0.04],
          [0.03, 0.055],
          [0, 0.055],
        ],
        look.trim,
        segmentsFor(look.detail, 24),
      ),
      matrix: multiply(translation(0.235 * side, 0, 0), rotationZ((-Math.PI / 2) * side)),
    }));
    return mergeMeshes([{ mesh: shell }, ...ears]);
  });
}

function screenMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/screen`, () =>
    smoothBlob([{ kind: 'block', at: [0, 0, 0.135], size: [0.41, 0.28, 0.1], round: 0.048 }], 0.022, {
      color: '#12161f',
      occlusionReach: 0,
    }),
  );
}

function antennaMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/antenna/${toHex(look.joint)}/${toHex(look.trim)}`, () =>
    mergeMeshes([
      { mesh: cylinder({ radius: 0.009, height: 0.15, color: look.joint, segments: 8 }) },
      {
        mesh: cylinder({
          radius: 0.04,
          topRadius: 0.02,
          height: 0.03,
          color: look.trim,
          segments: segmentsFor(look.detail, 16),
        }),
        matrix: translation(0, -0.012, 0),
      },
    ]),
  );
}

function bulbMesh({ glow, detail }: RobotLook): Mesh {
  return cachedMesh(`robot/${detail}/bulb/${toHex(glow)}`, () => sphere(0.032, glow, segmentsFor(detail, 14)));
}

/** A disc of light, white in the middle. */
function eyeMesh({ glow, detail }: RobotLook): Mesh {
  return cachedMesh(`robot/${detail}/eye/${toHex(glow)}`, () =>
    paint(sphere([0.052, 0.062, 0.012], glow, segmentsFor(detail, 22)), (x, y) => {
      const r = Math.hypot(x / 0.052, y / 0.062);
      return mixColors('#ffffff', glow, Math.min(1, r * 1.6));
    }),
  );
}

/** Seven bars of light: a smile at rest, a level meter while it speaks. */
function addMouth(pose: PartCollector, head: Matrix, look: RobotLook, mouth: number, seconds: number): void {
  if (mouth < 0.03) {
    const smile = cachedMesh(`robot/${look.detail}/smile/${toHex(look.glow)}`, () =>
      tube(
        [
          [-0.06, -0.055, 0.19],
          [-0.03, -0.078, 0.192],
          [0.03, -0.078, 0.192],
          [0.06, -0.055, 0.19],
        ],
        { radius: 0.0075, color: look.glow, sides: segmentsFor(look.detail, 8), rings: segmentsFor(look.detail, 14) },
      ),
    );
    pose.add(smile, LIT, head, { castsShadow: false });
    return;
  }
  const bar = cachedMesh(`robot/${look.detail}/bar/${toHex(look.glow)}`, () =>
    roundedBox([0.014, 1, 0.01], 0.005, look.glow, 1),
  );
  for (let i = -3; i <= 3; i++) {
    const level = 0.014 + 0.075 * mouth * (1 - Math.abs(i) * 0.2) * (0.6 + 0.4 * Math.sin(seconds * 31 + i * 2.1));
    pose.add(bar, LIT, multiply(head, translation(i * 0.022, -0.068, 0.188), scaling(1, level, 1)), {
      castsShadow: false,
      emissive: 0.9 + mouth * 0.5,
    });
  }
}
