import type { Mesh, Sprites, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { brightness, mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import {
  compose,
  type Matrix,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  scaling,
  transformPoint,
  translation,
} from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { cone } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { fireBreath } from './dragon-fire.ts';
import { ANIMAL_EYE } from './eyes.ts';
import { partColor } from './part-color.ts';
import { buildQuadruped } from './quadruped.ts';
import type { CoatPoint, QuadrupedForm, Region } from './quadruped-shape.ts';
import { ball, limb, type PartCollector, SHELL, SMOOTH, says } from './rig.ts';

/** A winged dragon with horns and spines; it breathes fire when it fights or is said to. */
export const dragon: ActorModel = {
  gaits: { walk: 1.4, run: 4, fly: 7, float: 1.5, jump: 0, dance: 0 },
  build: (context) => buildQuadruped(dragonForm(context), context),
};

const R = 0.34;
const SHOULDER = 1.02;
const NECK: Vec3 = [0, 1.12, 0.72];

const HEAD: readonly BlobPart[] = [
  ball([0, R * 0.1, 0], [R * 0.9, R * 0.82, R * 0.95]),
  limb([0, -R * 0.05, R * 0.6], [0, -R * 0.18, R * 1.75], [R * 0.58, R * 0.42], { blend: R * 0.35 }),
  ball([R * 0.2, R * 0.1, R * 1.95], [R * 0.22, R * 0.2, R * 0.24], { mirror: true, blend: R * 0.15 }),
  limb([0, -R * 0.5, R * 0.3], [0, -R * 0.58, R * 1.55], [R * 0.38, R * 0.26], { blend: R * 0.12 }),
  ball([R * 0.5, R * 0.5, R * 0.4], [R * 0.32, R * 0.16, R * 0.4], { mirror: true, blend: R * 0.2 }),
];

const EAR: readonly BlobPart[] = [
  ball([R * 0.1, R * 0.4, 0], [R * 0.2, R * 0.5, R * 0.06]),
  ball([R * 0.1, R * 0.42, R * 0.1], [R * 0.12, R * 0.38, R * 0.08], { cut: true, blend: R * 0.04 }),
];

interface Hide {
  readonly base: Srgb;
  readonly dark: Srgb;
  readonly belly: Srgb;
  readonly membrane: Srgb;
  /** Of the wings' fingers. */
  readonly bone: Srgb;
}

function dragonForm(context: ActorContext): QuadrupedForm {
  const { actor } = context;
  const base = toSrgb(actor.color ?? '#3f9a4e');
  const isDark = brightness(base) < 0.2;
  const ownWings = partColor(actor, 'wings', 'wing');
  const hide: Hide = {
    base: isDark ? mixColors(base, '#2a2830', 0.7) : base,
    dark: shade(base, 0.55),
    belly: mixColors(base, '#f4dc94', isDark ? 0.45 : 0.72),
    membrane: ownWings === undefined ? mixColors(shade(base, 0.8), '#d8643a', 0.45) : toSrgb(ownWings),
    bone: ownWings === undefined ? base : shade(toSrgb(ownWings), 0.75),
  };
  const flies = actor.motion.kind === 'fly' || actor.motion.kind === 'float' || actor.pose === 'flying';
  const burns =
    actor.pose === 'fighting' ||
    says(context, 'fire', 'fiery', 'burning', 'breathing', 'fire-breathing', 'angry', 'fighting');
  return {
    shapeKey: 'dragon',
    coatKey: `${toHex(base)}/${ownWings}`,
    edge: 0.092,
    shoulder: SHOULDER,
    length: 1.15,
    chest: [0.4, 0.46, 0.48],
    belly: [0.4, 0.42, 0.6],
    hips: [0.36, 0.4, 0.44],
    spread: 0.32,
    leg: [0.2, 0.135, 0.105],
    paw: [0.14, 0.1, 0.18],
    neck: NECK,
    neckRadius: [0.33, 0.2],
    head: HEAD,
    headEdge: 0.052,
    eyes: {
      look: {
        ...ANIMAL_EYE,
        iris: says(context, 'friendly', 'cute', 'baby') ? '#6fc0e8' : '#f4c22c',
        pupilShare: 0.42,
      },
      at: [R * 0.56, R * 0.36, R * 0.56],
      radius: R * 0.25,
      outward: 0.5,
      tall: 0.95,
    },
    ear: { parts: EAR, at: [R * 0.8, R * 0.2, -R * 0.3], rotate: [0.3, 0.5, -1.2] },
    tail: {
      count: 10,
      link: 0.25,
      radius: (along) => 0.235 * (1 - along) ** 0.85 + 0.03,
      rise: -0.5,
      curl: 0.95,
      sway: 0.8,
    },
    material: { ...SMOOTH, specular: 0.25, gloss: 26 },
    coat: (region, point) => hideColor(hide, region, point),
    onHead: (pose, head, { mouth }) => addHorns(pose, head, hide, mouth),
    onBody: (pose, body, moment) => {
      addSpines(pose, body, hide);
      addWings(pose, body, hide, { ...moment, flies });
    },
    flies,
    ...(burns ? { effects: (head: Matrix, seconds: number) => breathe(head, seconds) } : {}),
    walk: { stride: 1.7, duty: 0.62, lift: 0.18 },
    run: { stride: 3.4, duty: 0.36, lift: 0.35 },
    walkSpeed: 1.4,
    seats: [{ position: [0, SHOULDER + 0.46, 0.1], width: 0.5 }],
  };
}

function breathe(
  head: Matrix,
  seconds: number,
): { readonly sprites: readonly Sprites[]; readonly lights: ReturnType<typeof fireBreath>['lights'] } {
  const scale = Math.hypot(head[0]!, head[1]!, head[2]!);
  const mouth = transformPoint(head, [0, -R * 0.42, R * 2.1]);
  const ahead = transformPoint(head, [0, -R * 0.9, R * 4]);
  return fireBreath(mouth, [ahead[0] - mouth[0], ahead[1] - mouth[1], ahead[2] - mouth[2]], scale, seconds);
}

function hideColor(hide: Hide, region: Region, { x, y, z, normal, along, under }: CoatPoint): Srgb {
  const scales = 0.9 + 0.14 * Math.sin(x * 38 + Math.sin(z * 31) * 0.8) * Math.sin(y * 40) * Math.sin(z * 36 + 0.7);
  const base = shade(hide.base, scales);
  if (region === 'paw') return z > 0.17 ? [236, 222, 190] : mixColors(base, hide.dark, 0.35);
  if (region === 'leg') return mixColors(base, hide.dark, softStep(0.6, 1, along) * 0.4);
  if (region === 'tail') {
    const ridges = 0.92 + 0.08 * Math.sin(along * 130);
    return normal[1] < -0.45 ? shade(hide.belly, ridges) : mixColors(base, hide.dark, softStep(0.8, 1, along) * 0.7);
  }
  if (region === 'ear') return mixColors(base, hide.membrane, softStep(0.2, 0.6, normal[2]));
  if (region === 'head') {
    const jaw = softStep(-R * 0.3, -R * 0.5, y);
    return mixColors(mixColors(base, hide.dark, softStep(R * 0.5, R * 0.75, y) * 0.4), hide.belly, jaw);
  }
  const ridges = 0.9 + 0.1 * Math.sin((along * 1.15 + (along > 1 ? y : 0)) * 44);
  const front =
    softStep(0.35, 0.6, under) * softStep(0.42, 0.28, Math.abs(x)) +
    softStep(0.3, 0.6, normal[2]) * softStep(1, 1.2, along) * softStep(0.22, 0.12, Math.abs(x));
  return mixColors(
    mixColors(base, hide.dark, softStep(-0.5, -0.95, under) * 0.5),
    shade(hide.belly, ridges),
    Math.min(1, front),
  );
}

function addHorns(pose: PartCollector, head: Matrix, hide: Hide, mouth: number): void {
  const bone: Srgb = [238, 224, 192];
  const mesh = cachedMesh(`dragon/horns/${toHex(hide.base)}`, () => {
    const horns = [1, -1].flatMap((side): MeshPart[] => [
      {
        mesh: tube(
          [
            [side * R * 0.42, R * 0.7, -R * 0.2],
            [side * R * 0.62, R * 1.3, -R * 0.7],
            [side * R * 0.66, R * 1.62, -R * 1.5],
          ],
          { radius: (t) => R * 0.18 * (1 - t * 0.88), color: bone, sides: 10, rings: 12 },
        ),
      },
      {
        mesh: cone(R * 0.07, R * 0.24, bone, 8),
        matrix: compose({ at: [side * R * 0.26, -R * 0.38, R * 1.75], rotate: [Math.PI - 0.1, 0, 0] }),
      },
      {
        mesh: cone(R * 0.05, R * 0.17, bone, 8),
        matrix: compose({ at: [side * R * 0.36, -R * 0.36, R * 1.4], rotate: [Math.PI - 0.1, 0, 0] }),
      },
      {
        mesh: tube(
          [
            [side * R * 0.18, R * 0.2, R * 2.12],
            [side * R * 0.26, R * 0.24, R * 2.1],
          ],
          { radius: R * 0.05, color: '#1d1616', sides: 8, rings: 2 },
        ),
      },
    ]);
    const crest = [0, 1, 2].map(
      (i): MeshPart => ({
        mesh: cone(R * 0.14, R * (0.42 - i * 0.06), hide.membrane, 8),
        matrix: compose({ at: [0, R * (0.82 - i * 0.03), -R * (0.05 + i * 0.36)], rotate: [-0.5 - i * 0.25, 0, 0] }),
      }),
    );
    return mergeMeshes([...horns, ...crest]);
  });
  pose.add(mesh, SHELL, mouth > 0.1 ? multiply(head, rotationX(-0.04 * mouth)) : head);
}

function addSpines(pose: PartCollector, body: Matrix, hide: Hide): void {
  const mesh = cachedMesh(`dragon/spines/${toHex(hide.membrane)}`, () => {
    const spines: MeshPart[] = [];
    for (let i = 0; i < 6; i++) {
      const share = i / 5;
      spines.push({
        mesh: cone(0.085, 0.26, hide.membrane, 8),
        matrix: compose({
          at: [0, SHOULDER + 0.36 + 0.06 * Math.sin(share * Math.PI), -0.75 + share * 1.1],
          rotate: [-0.5, 0, 0],
          scale: [0.5, 1, 1],
        }),
      });
    }
    const crest = Math.atan2(NECK[1], NECK[2]) + Math.PI / 2;
    for (let i = 1; i < 6; i++) {
      const share = i / 6;
      const out = 0.31 - 0.11 * share;
      spines.push({
        mesh: cone(0.08, 0.24, hide.membrane, 8),
        matrix: compose({
          at: [
            0,
            SHOULDER + 0.05 + NECK[1] * share + Math.sin(crest) * out,
            0.575 + NECK[2] * share + Math.cos(crest) * out,
          ],
          rotate: [-1.15, 0, 0],
          scale: [0.5, 1, 1],
        }),
      });
    }
    return mergeMeshes(spines);
  });
  pose.add(mesh, SMOOTH, body);
}

function addWings(
  pose: PartCollector,
  body: Matrix,
  hide: Hide,
  { seconds, seed, flies }: { readonly seconds: number; readonly seed: number; readonly flies: boolean },
): void {
  const beat = flies ? Math.sin(seconds * 4.6) : 0.16 * Math.sin(seconds * 1.3 + seed);
  const inner = cachedMesh(`dragon/wing-inner/${toHex(hide.membrane)}/${toHex(hide.bone)}`, () =>
    wingMesh(hide, false),
  );
  const outer = cachedMesh(`dragon/wing-outer/${toHex(hide.membrane)}/${toHex(hide.bone)}`, () => wingMesh(hide, true));
  for (const side of [1, -1]) {
    const root = multiply(
      body,
      scaling(side, 1, 1),
      translation(0.24, SHOULDER + 0.34, 0.32),
      rotationY(flies ? 0.05 : 0.3),
      rotationZ(flies ? 0.25 + beat * 0.62 : 1.0 + beat),
    );
    pose.add(inner, SMOOTH, root);
    pose.add(
      outer,
      SMOOTH,
      multiply(
        root,
        translation(1.05, 0.12, 0.02),
        rotationZ(flies ? beat * 0.5 - 0.2 : -0.62 + beat * 0.5),
        rotationY(flies ? 0.1 : 0.25),
      ),
    );
  }
}

/** Skin between fingers, in a plane along +x and −z; seen from both sides. */
function wingMesh(hide: Hide, isOuter: boolean): Mesh {
  const fingers: readonly Vec3[] = isOuter
    ? [
        [1.35, -0.1, -0.12],
        [1.12, -0.14, -0.72],
        [0.72, -0.14, -1.05],
        [0.0, -0.12, -1.12],
      ]
    : [
        [1.05, 0.12, 0.02],
        [1.05, 0, -1.1],
        [0.5, -0.04, -0.98],
        [0.0, -0.05, -0.72],
      ];
  const skin: BlobPart[] = [];
  for (let i = 0; i + 1 < fingers.length; i++) {
    const [a, b] = [fingers[i]!, fingers[i + 1]!];
    for (const t of [0.35, 0.7]) {
      const p: Vec3 = [a[0] * t, a[1] * t, a[2] * t];
      const q: Vec3 = [b[0] * t, b[1] * t, b[2] * t];
      const middle: Vec3 = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2 - 0.02, (p[2] + q[2]) / 2];
      const reach = Math.hypot(p[0] - q[0], p[2] - q[2]) / 2;
      skin.push(
        ball(middle, [reach * 0.85 + 0.16, 0.022, reach * 0.75 + 0.17], {
          turn: rotationY(Math.atan2(-(q[2] - p[2]), q[0] - p[0])),
          blend: 0.03,
        }),
      );
    }
  }
  const membrane = paint(smoothBlob(skin, 0.075, { occlusionReach: 0 }), (x, _, z) =>
    shade(hide.membrane, 0.86 + 0.16 * Math.sin(Math.atan2(z, x) * 24)),
  );
  const bones = fingers.map(
    (end, i): MeshPart => ({
      mesh: tube([[0, 0, 0], [end[0] * 0.5, end[1] * 0.5 + 0.03, end[2] * 0.5], end], {
        radius: (t) => (i === 0 ? 0.075 : 0.045) * (1 - t * 0.6),
        color: hide.bone,
        sides: 8,
        rings: 8,
      }),
    }),
  );
  const claw: MeshPart[] = isOuter
    ? [{ mesh: cone(0.05, 0.2, [236, 222, 190], 8), matrix: multiply(translation(0, 0.04, 0.02), rotationX(0.5)) }]
    : [];
  return mergeMeshes([{ mesh: membrane }, ...bones, ...claw]);
}
