import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep } from '../model/color.ts';
import { compose, multiply, rotationX, rotationY, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { cone } from '../model/primitives.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, nostrils } from './beast.ts';
import { type CritterLook, critterModel } from './critter.ts';
import { ANKYLOSAURUS, STEGOSAURUS, TRICERATOPS } from './dinosaur-four.ts';
import { ANIMAL_EYE, addEyes } from './eyes.ts';
import { ball, edgeFactor, footAt, limb, limbFrames, SHELL, says, strideShare, sway } from './rig.ts';

const STEP = { stride: 2.6, duty: 0.6, lift: 0.35 };
const BONES = [0.72, 0.78] as const;
const HIP = 1.62;
const R = 0.44;

const rex = critterModel('dinosaur', {
  gaits: { walk: 1.6, run: 5, jump: 0, dance: 0 },
  color: '#6a8a44',
  light: '#e2d8a4',
  speed: 1.6,
  pose(to, { seconds, distance, speed, seed, closed }, look) {
    const { key, detail, base } = look;
    const share = strideShare(speed, 1.6);
    const phase = distance / STEP.stride;
    const bob = 0.05 * share * Math.sin(phase * Math.PI * 4) - 0.04 * share;
    const body = multiply(
      translation(0, HIP + bob, 0),
      rotationX(0.03 * Math.sin(seconds * 1.4 + seed)),
      rotationY(0.05 * share * Math.sin(phase * Math.PI * 2)),
    );
    to.add(trunkMesh(look), SHELL, body);
    let tail = multiply(body, translation(0, 0.02, -0.62));
    for (let i = 0; i < 6; i++) {
      const [r0, r1] = [0.36 * (1 - i / 6) ** 0.9 + 0.03, 0.36 * (1 - (i + 1) / 6) ** 0.9 + 0.03];
      tail = multiply(
        tail,
        rotationY(0.09 * Math.sin(seconds * 1.5 - i * 0.6 + phase * 6)),
        rotationX(i === 0 ? -0.1 : 0.06),
      );
      to.add(
        cachedMesh(`${key}/tail/${i}`, () =>
          paint(
            smoothBlob([limb([0, 0, 0], [0, 0, -0.42], [r0, r1])], 0.07 * edgeFactor(detail) ** 0.6),
            (x, y, z, n) => hide(look, x, y, z - i * 0.42, n),
          ),
        ),
        SHELL,
        tail,
      );
      tail = multiply(tail, translation(0, 0, -0.42));
    }
    for (const side of [1, -1]) {
      const foot = footAt(phase + (side > 0 ? 0 : 0.5), STEP);
      const end = { y: 0.14 + foot.y * share - HIP - bob, z: foot.z * share + 0.12 };
      const frames = limbFrames([0.3 * side, HIP + bob, 0], end, [BONES[0], BONES[1]], 1);
      to.add(
        cachedMesh(`${key}/thigh`, () =>
          smoothBlob(
            [ball([0, -0.1, 0], [0.24, 0.36, 0.34]), limb([0, 0, 0], [0, -BONES[0], 0], [0.28, 0.13], { blend: 0.2 })],
            0.07 * edgeFactor(detail) ** 0.6,
            { color: base },
          ),
        ),
        SHELL,
        frames.upper,
      );
      to.add(
        cachedMesh(`${key}/shin`, () =>
          smoothBlob([limb([0, 0, 0], [0, -BONES[1], 0], [0.14, 0.085])], 0.045 * edgeFactor(detail) ** 0.6, {
            color: shade(base, 0.92),
          }),
        ),
        SHELL,
        frames.lower,
      );
      to.add(
        cachedMesh(`${key}/foot`, () => footMesh(base)),
        SHELL,
        multiply(frames.end, translation(0, -0.14, 0)),
      );
      const arm = multiply(
        body,
        translation(0.25 * side, -0.02, 0.72),
        rotationX(-0.5 + 0.15 * Math.sin(seconds * 2.1 + side)),
      );
      to.add(
        cachedMesh(`${key}/arm`, () =>
          smoothBlob(
            [
              limb([0, 0, 0], [0, -0.2, 0.02], [0.08, 0.05]),
              limb([0, -0.2, 0.02], [0, -0.27, 0.17], [0.05, 0.03], { blend: 0.03 }),
            ],
            0.026,
            { color: shade(base, 0.95) },
          ),
        ),
        SHELL,
        arm,
      );
    }
    const roar = Math.max(0, Math.sin(seconds * 0.9 + seed)) ** 3;
    const head = multiply(
      body,
      translation(0, 0.86, 1.12),
      rotationX(-0.12 * roar + 0.05 * sway(seconds, 0.8, seed)),
      rotationY(0.18 * sway(seconds, 0.5, seed + 2)),
    );
    to.add(
      cachedMesh(`${key}/head`, () => headMesh(look)),
      SHELL,
      head,
    );
    to.add(
      cachedMesh(`${key}/jaw`, () => jawMesh(look)),
      SHELL,
      multiply(head, translation(0, -R * 0.3, R * 0.1), rotationX(0.1 + 0.42 * roar)),
    );
    addEyes(
      to,
      head,
      {
        look: { ...ANIMAL_EYE, iris: '#e6b422', pupilShare: 0.3 },
        at: [R * 0.52, R * 0.4, R * 0.5],
        radius: R * 0.14,
        outward: 0.8,
      },
      { closed, detail },
    );
  },
});

function hide(
  { base, light, dark }: CritterLook,
  x: number,
  y: number,
  z: number,
  normal: readonly [number, number, number],
): Srgb {
  const scales = 0.92 + 0.1 * Math.sin(x * 31 + y * 13) * Math.sin(z * 27);
  const bands = softStep(0.4, 0.8, Math.sin(z * 6.5 + Math.sin(y * 5) * 0.6)) * softStep(0.0, 0.6, normal[1]);
  return mixColors(mixColors(shade(base, scales), dark, bands * 0.5), light, softStep(-0.2, -0.65, normal[1]));
}

function trunkMesh(look: CritterLook): Mesh {
  return cachedMesh(`${look.key}/trunk`, () =>
    paint(
      smoothBlob(
        [
          ball([0, 0, -0.1], [0.4, 0.46, 0.62]),
          ball([0, 0.05, 0.45], [0.36, 0.42, 0.46], { blend: 0.3 }),
          limb([0, 0.2, 0.65], [0, 0.8, 1.05], [0.32, 0.24], { blend: 0.25 }),
        ],
        0.07 * edgeOf(look),
      ),
      (x, y, z, n) => hide(look, x, y, z, n),
    ),
  );
}

const edgeOf = ({ detail }: CritterLook): number => edgeFactor(detail) ** 0.6;

function headMesh(look: CritterLook): Mesh {
  const skull = paint(
    smoothBlob(
      [
        ball([0, 0, 0], [R * 0.72, R * 0.66, R * 0.85]),
        limb([0, R * 0.05, R * 0.4], [0, -R * 0.05, R * 1.7], [R * 0.56, R * 0.4], { blend: R * 0.3 }),
        ball([R * 0.4, R * 0.52, R * 0.36], [R * 0.2, R * 0.18, R * 0.34], { mirror: true, blend: R * 0.15 }),
        {
          kind: 'block',
          at: [0, -R * 0.85, R * 1.1],
          size: [R * 3, R, R * 3],
          round: R * 0.05,
          cut: true,
          blend: R * 0.06,
        },
      ],
      R * 0.13,
    ),
    (x, y, z, n) => hide(look, x, y, z, [n[0], Math.max(n[1], -0.1), n[2]]),
  );
  return mergeMeshes([{ mesh: skull }, ...teeth(-1, -R * 0.33), ...nostrils(R, [0.16, 0.2, 2.0], 0.07, '#26301c')]);
}

function jawMesh(look: CritterLook): Mesh {
  const jaw = smoothBlob(
    [
      limb([0, -R * 0.06, 0], [0, -R * 0.1, R * 1.5], [R * 0.5, R * 0.3]),
      { kind: 'block', at: [0, R * 0.5, R], size: [R * 3, R, R * 4], round: R * 0.05, cut: true, blend: R * 0.05 },
    ],
    R * 0.13,
  );
  return mergeMeshes([
    {
      mesh: paint(jaw, (_, __, ___, n) =>
        n[1] > 0.5 ? [176, 74, 78] : mixColors(look.base, look.light, softStep(0, -0.6, n[1])),
      ),
    },
    ...teeth(1, R * 0.0),
  ]);
}

function teeth(up: 1 | -1, y: number): readonly MeshPart[] {
  const parts: MeshPart[] = [];
  for (let i = 0; i < 7; i++)
    for (const side of [1, -1]) {
      const along = i / 6;
      parts.push({
        mesh: cone(R * 0.055, R * 0.2, '#f8f4e4', 6),
        matrix: compose({
          at: [side * R * (0.44 - 0.17 * along), y, R * (0.55 + along * 1.15)],
          rotate: [up < 0 ? Math.PI : 0, 0, 0],
        }),
      });
    }
  return parts;
}

function footMesh(base: Srgb): Mesh {
  const toes = smoothBlob(
    [
      ball([0, 0.1, 0], [0.11, 0.09, 0.12]),
      limb([0.03, 0.07, 0.05], [0.13, 0.04, 0.28], [0.07, 0.045], { mirror: true, blend: 0.04 }),
      limb([0, 0.07, 0.05], [0, 0.04, 0.34], [0.07, 0.045], { blend: 0.04 }),
      { kind: 'block', at: [0, -0.1, 0], size: [2, 0.2, 2], round: 0.001, cut: true, blend: 0.01 },
    ],
    0.038,
    { color: shade(base, 0.82) },
  );
  const claws = [-0.14, 0, 0.14].map(
    (x): MeshPart => ({
      mesh: cone(0.034, 0.11, '#3a332a', 7),
      matrix: compose({ at: [x * 1.02, 0.035, x === 0 ? 0.36 : 0.3], rotate: [1.6, x * 1.6, 0] }),
    }),
  );
  return mergeMeshes([{ mesh: toes }, ...claws]);
}

const LONG_NECK: Beast = {
  name: 'long-neck',
  color: '#7a94a0',
  light: '#d8dcc8',
  shoulder: 1.7,
  length: 1.7,
  chest: [0.62, 0.72, 0.7],
  hips: [0.62, 0.7, 0.7],
  belly: [0.72, 0.75, 1.0],
  spread: 0.4,
  leg: [0.34, 0.26, 0.23],
  paw: [0.26, 0.235, 0.28],
  neck: [0, 2.7, 1.5],
  neckRadius: [0.52, 0.22],
  R: 0.3,
  head: (r) => [
    ball([0, 0, 0], [r * 0.8, r * 0.78, r * 0.9]),
    limb([0, -r * 0.15, r * 0.5], [0, -r * 0.3, r * 1.4], [r * 0.55, r * 0.42], { blend: r * 0.3 }),
  ],
  eye: { at: [0.6, 0.3, 0.4], radius: 0.17, iris: '#4a3a1a', outward: 0.8 },
  ear: (r) => ({ parts: [ball([0, 0, 0], r * 0.05)], at: [r * 0.5, r * 0.2, -r * 0.3], rotate: [0, 0, 0] }),
  tail: { count: 10, link: 0.34, radius: (a) => 0.42 * (1 - a) ** 0.9 + 0.03, rise: -0.32, curl: 0.35, sway: 0.5 },
  coat(region, { x, y, z, normal, under }, { base, light }) {
    const scales = 0.93 + 0.08 * Math.sin(x * 17 + y * 7) * Math.sin(z * 13 + y * 9);
    const below =
      region === 'body'
        ? softStep(0.35, 0.9, under)
        : region === 'head'
          ? softStep(-0.1, -0.5, normal[1])
          : region === 'tail'
            ? softStep(-0.3, -0.7, normal[1])
            : 0;
    return mixColors(shade(base, scales), light, below * 0.8);
  },
  face: (r) => nostrils(r, [0.16, 0.0, 1.74], 0.07, '#2c3438'),
  walkSpeed: 1.4,
  runSpeed: 3,
  edge: 0.14,
};
const longNeck = beastModel(LONG_NECK);

const FOUR_LEGGED: readonly (readonly [words: readonly string[], model: ActorModel])[] = [
  [['triceratops', 'styracosaurus', '三角龙', 'トリケラトプス'], beastModel(TRICERATOPS)],
  [['stegosaurus', 'stegosaur', '剑龙'], beastModel(STEGOSAURUS)],
  [['ankylosaurus', 'ankylosaur'], beastModel(ANKYLOSAURUS)],
];

/** A tyrannosaur on two legs that opens its jaws; a long-necked one on four by its word. */
export const dinosaur: ActorModel = {
  gaits: rex.gaits,
  build: (context) =>
    (says(context, 'brachiosaurus', 'brontosaurus', 'diplodocus', 'apatosaurus', 'sauropod', 'long-necked')
      ? longNeck
      : (FOUR_LEGGED.find(([word]) => says(context, ...word))?.[1] ?? rex)
    ).build(context),
};
