import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { brightness, mixColors, type Srgb, shade, toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, type Matrix, multiply, rotationX, rotationY, scaling, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes } from '../model/mesh.ts';
import { cone, ring, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { createRandom } from '../random.ts';
import { addEyes, HUMAN_EYE } from './eyes.ts';
import { BODY } from './person-joints.ts';
import { type HeadMoment, skinOf } from './person-skull.ts';
import type { Mood, PersonLook } from './person-wear.ts';
import { ball, limb, type PartCollector, SHELL, SKIN, SMOOTH } from './rig.ts';

const R = BODY.headRadius;
const EYE_AT: Vec3 = [R * 0.335, R * 0.04, R * 0.745];
const OUTWARD = 0.17;

/** Eyes with lids and lashes, brows, lips that speak, and what ages and adorns a face. */
export function addFace(pose: PartCollector, head: Matrix, look: PersonLook, moment: HeadMoment): void {
  if (look.face === 'skull') addEmbers(pose, head);
  else if (look.face === 'alien') addAlienEyes(pose, head, moment);
  else addHumanFace(pose, head, look, moment);
}

/** How far lids hang, and how far a mouth stands open. */
const LIDS: Readonly<Record<Mood, number>> = {
  plain: 0,
  happy: 0.24,
  glad: 0.1,
  sad: 0.26,
  crying: 0.42,
  angry: 0.2,
  surprised: 0,
};
const GAPES: Readonly<Record<Mood, number>> = {
  plain: 0,
  happy: 0.5,
  glad: 0,
  sad: 0,
  crying: 0.32,
  angry: 0,
  surprised: 0.75,
};
/** Of the corners of the mouth: up, and out as a share; of the brows: their inner and outer ends up. */
const SHAPES: Readonly<
  Record<Mood, { readonly up: number; readonly wide: number; readonly brow: readonly [number, number] }>
> = {
  plain: { up: 0.012, wide: 1, brow: [0, 0] },
  happy: { up: 0.1, wide: 1.3, brow: [0.05, 0.04] },
  glad: { up: 0.095, wide: 1.26, brow: [0.03, 0.03] },
  sad: { up: -0.11, wide: 1, brow: [0.11, -0.07] },
  crying: { up: -0.13, wide: 1.1, brow: [0.14, -0.08] },
  angry: { up: -0.075, wide: 0.95, brow: [-0.13, 0.09] },
  surprised: { up: -0.01, wide: 0.78, brow: [0.14, 0.12] },
};

/** Drops that run down both cheeks, one after the other. */
function addTears(pose: PartCollector, head: Matrix, look: PersonLook, seconds: number): void {
  const drop = cachedMesh('person/tear', () => sphere([R * 0.045, R * 0.075, R * 0.035], '#cfeaff', 8));
  const skin = skinOf(look);
  for (const side of [1, -1]) {
    for (const phase of [0, 0.5]) {
      const run = (seconds * 0.45 + phase + (side === 1 ? 0 : 0.23)) % 1;
      const [x, y] = [side * R * (0.38 + 0.05 * run), -R * (0.16 + 0.5 * run)];
      const at = compose({ at: [x, y, skin(x, y) + R * 0.01] });
      pose.add(drop, { specular: 0.9, gloss: 90, emissive: 0.25 }, multiply(head, at), { castsShadow: false });
    }
  }
}

function addHumanFace(pose: PartCollector, head: Matrix, look: PersonLook, moment: HeadMoment): void {
  const { detail, closed, gaze } = moment;
  const isChild = look.build === 'child';
  const radius = R * (isChild ? 0.215 : look.build === 'woman' ? 0.19 : 0.175);
  const iris = { ...HUMAN_EYE, iris: look.iris, irisShare: isChild ? 0.74 : 0.68, pupilShare: isChild ? 0.4 : 0.34 };
  const tall = (isChild ? 1.12 : 0.98) * (look.mood === 'surprised' ? 1.14 : 1);
  addEyes(
    pose,
    head,
    { look: iris, at: EYE_AT, radius, outward: OUTWARD, tall },
    {
      closed: closed * 0.2,
      gaze: look.mood === 'sad' || look.mood === 'crying' ? [gaze[0], gaze[1] - 0.2] : gaze,
      detail,
    },
  );
  if (detail === 'far') return;
  addLids(pose, head, look, { radius, closed: Math.max(closed, LIDS[look.mood]), tall });
  const face = cachedMesh(
    `person/face/${look.mood}/${toHex(look.hairColor)}/${toHex(look.skin)}/${look.build}/${look.face}/${look.freckles}/${look.isOld}`,
    () =>
      mergeMeshes([...brows(look), ...(look.freckles ? freckles(look) : []), ...(look.isOld ? wrinkles(look) : [])]),
  );
  pose.add(face, SKIN, head, { castsShadow: false });
  addMouth(pose, head, look, Math.max(moment.mouth, GAPES[look.mood]));
  if (look.mood === 'crying') addTears(pose, head, look, moment.seconds);
  if (look.glasses !== 'none') addGlasses(pose, head, look.glasses);
}

/** Upper lids that come down when the eye shuts, with a dark edge. */
function addLids(
  pose: PartCollector,
  head: Matrix,
  look: PersonLook,
  { radius, closed, tall }: { readonly radius: number; readonly closed: number; readonly tall: number },
): void {
  const isWoman = look.build !== 'man';
  const lid = cachedMesh(`person/lid/${toHex(look.skin)}/${toHex(look.lips)}/${look.isPainted}/${isWoman}`, () =>
    lidMesh(look, isWoman),
  );
  for (const side of [1, -1]) {
    const socket = compose({
      at: [EYE_AT[0] * side, EYE_AT[1], EYE_AT[2]],
      rotate: [0, OUTWARD * side, -0.06 * side],
      scale: [radius, radius * tall, radius],
    });
    pose.add(lid, SKIN, multiply(head, socket, rotationX(-0.3 + closed * 1.02)), { castsShadow: false });
  }
}

/** A cap over the upper half of an eye of radius 1. */
function lidMesh(look: PersonLook, isWoman: boolean): Mesh {
  const skin = look.isPainted ? mixColors(look.skin, look.lips, 0.3) : mixColors(look.skin, '#7a3a34', 0.13);
  const cap = smoothBlob(
    [
      ball([0, 0, 0], 1.1),
      { kind: 'block', at: [0, -0.86, 0], size: [4, 2.4, 4], round: 0.02, cut: true, blend: 0.05 },
      { kind: 'block', at: [0, 0, -1.3], size: [4, 4, 2], round: 0.02, cut: true, blend: 0.05 },
    ],
    0.36,
    { color: skin, occlusionReach: 0 },
  );
  const edge: Vec3[] = [];
  for (let i = 0; i <= 8; i++) {
    const angle = -1.2 + (i / 8) * 2.4;
    edge.push([Math.sin(angle) * 1.05, 0.34, Math.cos(angle) * 1.05]);
  }
  const lash = tube(edge, { radius: isWoman ? 0.085 : 0.05, color: '#201614', sides: 4, rings: 8 });
  return mergeMeshes([{ mesh: cap }, { mesh: lash }]);
}

function brows(look: PersonLook): readonly MeshPart[] {
  const color = brightness(look.hairColor) > 0.6 ? shade(look.hairColor, 0.68) : shade(look.hairColor, 0.78);
  const thick = look.build === 'man' ? 0.062 : 0.046;
  const skin = skinOf(look);
  const [inner, outer] = SHAPES[look.mood].brow;
  const on = (x: number, y: number): Vec3 => {
    const share = (Math.abs(x) - 0.16) / 0.44;
    const raised = y + inner * (1 - share) + outer * share;
    return [x * R, raised * R, skin(x * R, raised * R) + R * 0.012];
  };
  return [1, -1].map((side) => ({
    mesh: tube([on(side * 0.16, 0.345), on(side * 0.3, 0.39), on(side * 0.44, 0.385), on(side * 0.6, 0.29)], {
      radius: (t) => R * thick * (1 - 0.66 * t ** 1.4),
      color,
      sides: 5,
      rings: 7,
    }),
  }));
}

/** Small brown dots on nose and cheeks, each on the skin. */
function freckles(look: PersonLook): readonly MeshPart[] {
  const skin = skinOf(look);
  const random = createRandom(11);
  const color = mixColors(look.skin, '#8a4424', 0.5);
  const dot = cone(1, 0.3, color, 6);
  return Array.from({ length: 46 }, (_, i): MeshPart => {
    const side = i % 2 === 0 ? 1 : -1;
    const x = side * R * (0.05 + 0.6 * random.next());
    const y = -R * (0.1 + 0.26 * random.next());
    const z = skin(x, y);
    const slope = skin(x + side * R * 0.02, y) - z;
    const fall = skin(x, y - R * 0.02) - z;
    const turn = multiply(
      rotationY(Math.atan2(-slope, R * 0.02) * side),
      rotationX(Math.PI / 2 - Math.atan2(fall, R * 0.02)),
    );
    return {
      mesh: dot,
      matrix: multiply(translation(x, y, z), turn, scaling(R * (0.013 + 0.014 * random.next()))),
    };
  });
}

/** Lines beside the mouth, under the eyes and at their corners. */
function wrinkles(look: PersonLook): readonly MeshPart[] {
  const color = mixColors(look.skin, '#5a2a20', 0.22);
  const skin = skinOf(look);
  const line = (path: readonly (readonly [number, number])[]): MeshPart => ({
    mesh: tube(
      path.map(([x, y]): Vec3 => [x * R, y * R, skin(x * R, y * R) - R * 0.002]),
      { radius: (t) => R * 0.014 * Math.sin(Math.PI * (0.12 + t * 0.76)), color, sides: 4, rings: 4 },
    ),
  });
  return [1, -1].flatMap((s) => [
    line([
      [s * 0.18, -0.3],
      [s * 0.27, -0.42],
      [s * 0.32, -0.56],
    ]),
    line([
      [s * 0.2, -0.17],
      [s * 0.35, -0.21],
      [s * 0.5, -0.16],
    ]),
    line([
      [s * 0.58, 0.06],
      [s * 0.66, 0.09],
      [s * 0.73, 0.14],
    ]),
    line([
      [s * 0.58, 0.02],
      [s * 0.66, -0.01],
      [s * 0.73, -0.06],
    ]),
  ]);
}

/** Two lips that part round a dark mouth with a row of teeth. */
function addMouth(pose: PartCollector, head: Matrix, look: PersonLook, open: number): void {
  const key = `person/lips/${toHex(look.lips)}/${look.build}/${look.face}/${look.mood}`;
  const { up, wide } = SHAPES[look.mood];
  // Corners go up and out, the middle a little the other way.
  const bent = (x: number, y: number): readonly [number, number] => [
    x * wide,
    y + up * (Math.min(1, Math.abs(x) / 0.28) ** 1.6 - 0.3),
  ];
  const full = look.build === 'man' ? 0.72 : look.build === 'child' ? 0.8 : 1;
  const skin = skinOf(look);
  const lips = (name: string, parts: (on: (x: number, y: number) => Vec3) => readonly BlobPart[], color: Srgb): Mesh =>
    cachedMesh(`${key}/${name}`, () => {
      const middle = skin(0, -R * 0.55);
      const on = (px: number, py: number): Vec3 => {
        const [x, y] = bent(px, py);
        return [x * R, y * R, skin(x * R, (y - 0.55) * R) - middle];
      };
      return smoothBlob(parts(on), R * 0.042, { color, occlusionReach: 0 });
    });
  const upper = lips(
    'upper',
    (on) => [
      limb(on(0.045, 0.03), on(0.16, 0.03), [R * 0.046 * full, R * 0.038 * full], { mirror: true, blend: R * 0.02 }),
      limb(on(0.16, 0.03), on(0.285, 0.055), [R * 0.038 * full, R * 0.014], { mirror: true, blend: R * 0.02 }),
    ],
    shade(look.lips, 0.9),
  );
  const lower = lips(
    'lower',
    (on) => [
      limb(on(0, -0.035), on(0.14, -0.022), [R * 0.058 * full, R * 0.046 * full], { mirror: true, blend: R * 0.03 }),
      limb(on(0.14, -0.022), on(0.27, 0.05), [R * 0.046 * full, R * 0.014], { mirror: true, blend: R * 0.02 }),
    ],
    look.lips,
  );
  const depth = lipDepth(look, skin);
  const at = (drop: number): Matrix => multiply(head, translation(0, -R * (0.55 + drop), depth - R * drop * 0.15));
  pose.add(upper, SHELL, at(-0.03 * open), { castsShadow: false });
  pose.add(lower, SHELL, at(0.13 * open), { castsShadow: false });
  if (open < 0.04) return;
  const dark = cachedMesh('person/mouth', () =>
    mergeMeshes([
      { mesh: sphere([R * 0.19, R * 0.09, R * 0.05], '#4a1216', 14), matrix: compose({ at: [0, -R * 0.03, 0] }) },
      {
        mesh: sphere([R * 0.14, R * 0.028, R * 0.03], '#f6f2ea', 10),
        matrix: compose({ at: [0, R * 0.028, R * 0.035] }),
      },
    ]),
  );
  const gape = compose({
    at: [0, -R * (0.55 + 0.05 * open), depth - R * 0.03],
    scale: [1 - open * 0.15, 0.3 + open * 0.9, 1],
  });
  pose.add(dark, SMOOTH, multiply(head, gape), { castsShadow: false });
}

const lipDepths = new Map<string, number>();

function lipDepth({ build, face }: PersonLook, skin: (x: number, y: number) => number): number {
  const key = `${build}/${face}`;
  const known = lipDepths.get(key) ?? skin(0, -R * 0.55) - R * 0.008;
  lipDepths.set(key, known);
  return known;
}

function addGlasses(pose: PartCollector, head: Matrix, kind: 'clear' | 'dark'): void {
  const mesh = cachedMesh(`person/glasses/${kind}`, () => {
    const frame = kind === 'dark' ? '#17161a' : '#2a2320';
    const parts: MeshPart[] = [];
    for (const side of [1, -1]) {
      const place = compose({ at: [side * R * 0.35, R * 0.03, R * 0.99], rotate: [-0.06, side * 0.2, 0] });
      parts.push({ mesh: ring(R * 0.25, R * 0.028, frame, Math.PI * 2, 26), matrix: place });
      if (kind === 'dark') parts.push({ mesh: sphere([R * 0.245, R * 0.235, R * 0.03], '#0e0f14', 18), matrix: place });
      parts.push({
        mesh: tube(
          [
            [side * R * 0.6, R * 0.06, R * 0.94],
            [side * R * 0.86, R * 0.06, R * 0.5],
            [side * R * 0.98, R * 0.04, -R * 0.02],
          ],
          { radius: R * 0.024, color: frame, sides: 6, rings: 10 },
        ),
      });
    }
    parts.push({
      mesh: tube(
        [
          [-R * 0.12, R * 0.06, R * 1.02],
          [0, R * 0.1, R * 1.04],
          [R * 0.12, R * 0.06, R * 1.02],
        ],
        { radius: R * 0.024, color: frame, sides: 6, rings: 6 },
      ),
    });
    return mergeMeshes(parts);
  });
  pose.add(mesh, SHELL, head, { castsShadow: false });
}

/** Two points of light in empty sockets. */
function addEmbers(pose: PartCollector, head: Matrix): void {
  const mesh = cachedMesh('person/embers', () =>
    mergeMeshes(
      [1, -1].map((side) => ({
        mesh: sphere(R * 0.06, '#ffb060', 10),
        matrix: compose({ at: [side * R * 0.35, R * 0.05, R * 0.66] }),
      })),
    ),
  );
  pose.add(mesh, { emissive: 1 }, head, { castsShadow: false });
}

function addAlienEyes(pose: PartCollector, head: Matrix, { closed, mouth }: HeadMoment): void {
  const mesh = cachedMesh('person/alien-eyes', () =>
    mergeMeshes([
      ...[1, -1].flatMap((side): MeshPart[] => [
        {
          mesh: sphere([R * 0.36, R * 0.25, R * 0.14], '#0b0d12', 22),
          matrix: compose({ at: [side * R * 0.43, R * 0.02, R * 0.78], rotate: [-0.05, side * 0.45, side * 0.5] }),
        },
        {
          mesh: sphere(R * 0.045, '#ffffff', 8),
          matrix: compose({ at: [side * R * 0.43 - R * 0.1, R * 0.14, R * 0.92] }),
        },
      ]),
    ]),
  );
  pose.add(mesh, { specular: 0.9, gloss: 90 }, multiply(head, compose({ scale: [1, 1 - closed * 0.6, 1] })));
  const lips = cachedMesh('person/alien-mouth', () => sphere([R * 0.13, R * 0.03, R * 0.04], '#2a4a34', 12));
  const open = compose({ at: [0, -R * 0.62, R * 0.62], scale: [1, 1 + mouth * 2.5, 1] });
  pose.add(lips, SMOOTH, multiply(head, open), { castsShadow: false });
}
