import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { brightness, mixColors, type Srgb, shade, softStep, toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, type Matrix, multiply, rotationX, translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext } from './actor.ts';
import { addEyes, HUMAN_EYE } from './eyes.ts';
import type { PersonLook } from './person-costumes.ts';
import { hatMesh } from './person-hats.ts';
import { BODY } from './person-posture.ts';
import { ball, CLOTH, edgeFactor, limb, METAL, type PartCollector, SHELL, SKIN, SMOOTH } from './rig.ts';

const R = BODY.headRadius;

export interface HeadMoment {
  readonly closed: number;
  readonly mouth: number;
  readonly gaze: readonly [number, number];
  /** How much hair streams behind, 0 … 1, and the time that moves it. */
  readonly stream: number;
  readonly seconds: number;
  readonly detail: ActorContext['detail'];
}

/** Face, hair and hat, in the head's space: the middle of the skull at the origin. */
export function addPersonHead(pose: PartCollector, head: Matrix, look: PersonLook, moment: HeadMoment): void {
  const { detail } = moment;
  const isHelmet = look.hat === 'visor' || look.hat === 'helmet';
  pose.add(skull(look, detail), SKIN, head);
  if (look.hat !== 'visor') addFace(pose, head, look, moment);
  if (look.hair !== 'bald' && !isHelmet && look.hat !== 'hood') addHair(pose, head, look, moment);
  if (look.beard) pose.add(beard(look.hairColor, detail), CLOTH, head);
  if (look.hat === 'none') return;
  const hat = hatMesh(look.hat, look.hatColor, look.accent);
  pose.add(hat, isHelmet && look.hat === 'helmet' ? METAL : look.hat === 'crown' ? SHELL : CLOTH, head);
  if (look.hat === 'visor') pose.add(visorGlass(), { ...SHELL, specular: 1, gloss: 120 }, head);
}

function skull(look: PersonLook, detail: ActorContext['detail']): Mesh {
  const isChild = look.build === 'child';
  const key = `person/head/${isChild}/${detail}`;
  return cachedMesh(`${key}/${toHex(look.skin)}/${look.hat === 'hood'}`, () => {
    const shape = cachedMesh(key, () => smoothBlob(skullParts(isChild), 0.0185 * edgeFactor(detail)));
    const blush = mixColors(look.skin, '#e0605a', 0.42);
    return paint(shape, (x, y, z) => {
      if (look.hat === 'hood' && (y > R * 0.32 || y < -R * 0.12 || z < R * 0.2)) return look.hatColor;
      const cheek =
        softStep(R * 0.36, R * 0.1, Math.hypot(Math.abs(x) - R * 0.5, y + R * 0.3)) * softStep(R * 0.3, R * 0.6, z);
      return mixColors(look.skin, blush, cheek * 0.6);
    });
  });
}

function skullParts(isChild: boolean): readonly BlobPart[] {
  return [
    ball([0, R * 0.1, -R * 0.04], [R * 0.9, R * 0.95, R * 0.94]),
    ball([0, -R * 0.42, R * 0.14], [R * (isChild ? 0.74 : 0.68), R * 0.56, R * 0.7], { blend: R * 0.45 }),
    ball([0, -R * 0.22, R * 0.9], [R * 0.12, R * 0.13, R * 0.14], { blend: R * 0.1 }),
    ball([R * 0.9, -R * 0.08, -R * 0.02], [R * 0.1, R * 0.22, R * 0.17], { mirror: true, blend: R * 0.06 }),
  ];
}

function addFace(pose: PartCollector, head: Matrix, look: PersonLook, moment: HeadMoment): void {
  const isChild = look.build === 'child';
  addEyes(
    pose,
    head,
    {
      look: { ...HUMAN_EYE, iris: look.iris, irisShare: isChild ? 0.78 : 0.72, pupilShare: isChild ? 0.42 : 0.38 },
      at: [R * 0.34, R * 0.02, R * 0.73],
      radius: R * (isChild ? 0.2 : 0.175),
      outward: 0.2,
      tall: 1.2,
    },
    { closed: moment.closed, gaze: moment.gaze, detail: moment.detail },
  );
  if (moment.detail === 'far') return;
  const face = cachedMesh(`person/face/${toHex(look.hairColor)}/${look.build}/${toHex(look.skin)}`, () =>
    faceLines(look),
  );
  pose.add(face, SMOOTH, head, { castsShadow: false });
  const lips = cachedMesh('person/mouth', () => sphere([R * 0.17, R * 0.12, R * 0.05], '#6e1f24', 14));
  if (moment.mouth > 0.04) {
    const open = compose({
      at: [0, -R * 0.55, R * 0.87],
      rotate: [0.2, 0, 0],
      scale: [1 - moment.mouth * 0.2, 0.25 + moment.mouth * 0.9, 1],
    });
    pose.add(lips, SMOOTH, multiply(head, open), { castsShadow: false });
  }
}

function faceLines(look: PersonLook): Mesh {
  const brow = brightness(look.hairColor) > 0.6 ? shade(look.hairColor, 0.72) : shade(look.hairColor, 0.8);
  const lip = look.build === 'man' ? shade(look.skin, 0.55) : mixColors(look.skin, '#a8242e', 0.7);
  const brows = [1, -1].map((side) => ({
    mesh: tube(
      [
        [side * R * 0.18, R * 0.38, R * 0.85],
        [side * R * 0.36, R * 0.435, R * 0.81],
        [side * R * 0.54, R * 0.34, R * 0.69],
      ],
      { radius: (t) => R * (0.05 - 0.022 * t), color: brow, sides: 6, rings: 8 },
    ),
  }));
  const smile = tube(
    [
      [-R * 0.26, -R * 0.47, R * 0.835],
      [-R * 0.1, -R * 0.555, R * 0.905],
      [R * 0.1, -R * 0.555, R * 0.905],
      [R * 0.26, -R * 0.47, R * 0.835],
    ],
    { radius: R * 0.032, color: lip, sides: 6, rings: 12 },
  );
  const lashes =
    look.build === 'man'
      ? []
      : [1, -1].map((side) => ({
          mesh: tube(
            [
              [side * R * 0.17, R * 0.16, R * 0.885],
              [side * R * 0.36, R * 0.235, R * 0.87],
              [side * R * 0.56, R * 0.12, R * 0.74],
            ],
            { radius: R * 0.024, color: '#241818', sides: 5, rings: 8 },
          ),
        }));
  return mergeMeshes([...brows, { mesh: smile }, ...lashes]);
}

function addHair(pose: PartCollector, head: Matrix, look: PersonLook, { detail, stream, seconds }: HeadMoment): void {
  const material = { ...CLOTH, pattern: 'fur', patternScale: 24, specular: 0.22, gloss: 26 } as const;
  const key = `person/hair/${look.hair}/${look.build}/${detail}/${toHex(look.hairColor)}`;
  const strands = (mesh: Mesh): Mesh => paint(mesh, (x, y, z) => strand(look.hairColor, x, y, z));
  const edge = 0.021 * edgeFactor(detail);
  pose.add(
    cachedMesh(`${key}/cap`, () => strands(smoothBlob(capParts(look), edge, { blend: R * 0.08 }))),
    material,
    head,
  );
  const tail = tailParts(look);
  if (tail.length === 0) return;
  const back = cachedMesh(`${key}/back`, () => strands(smoothBlob(tail, edge * 1.1)));
  const lift = stream * (0.75 + 0.12 * Math.sin(seconds * 6)) + 0.025 * Math.sin(seconds * 1.7);
  const root = multiply(translation(0, R * 0.3, -R * 0.55), rotationX(lift), translation(0, -R * 0.3, R * 0.55));
  pose.add(back, material, multiply(head, root));
}

/** The cap of hair on the skull, without the face. */
function capParts({ hair, build }: PersonLook): readonly BlobPart[] {
  const isLong = hair === 'long';
  const parts: BlobPart[] = [
    ball([0, R * 0.2, -R * 0.12], [R * 1.03, R * 0.98, R * 1.02]),
    ball([0, -R * 0.2, -R * 0.42], [R * 0.86, R * 0.7, R * 0.66], { blend: R * 0.3 }),
    ball([0, -R * 0.32, R * 0.92], [R * 0.8, R * 0.78, R * 0.72], { cut: true, blend: R * 0.06 }),
    ball([R * 0.98, -R * 0.22, R * 0.3], [R * 0.3, R * 0.42, R * 0.42], { cut: true, mirror: true, blend: R * 0.05 }),
  ];
  if (build === 'man' || hair === 'short') {
    parts.push(
      limb([-R * 0.4, R * 0.78, R * 0.62], [R * 0.5, R * 0.92, R * 0.42], [R * 0.2, R * 0.26], { blend: R * 0.2 }),
    );
    return parts;
  }
  parts.push(
    limb([-R * 0.08, R * 0.92, R * 0.55], [R * 0.68, R * 0.42, R * 0.52], [R * 0.18, R * 0.15], { blend: R * 0.14 }),
  );
  parts.push(
    limb([-R * 0.08, R * 0.92, R * 0.55], [-R * 0.7, R * 0.4, R * 0.5], [R * 0.18, R * 0.15], { blend: R * 0.14 }),
  );
  if (isLong)
    parts.push(
      limb([R * 0.88, R * 0.2, R * 0.08], [R * 0.86, -R * 1.0, R * 0.1], [R * 0.22, R * 0.15], {
        mirror: true,
        blend: R * 0.15,
      }),
    );
  if (hair === 'pigtails')
    parts.push(ball([R * 0.95, R * 0.12, -R * 0.35], R * 0.16, { mirror: true, blend: R * 0.1 }));
  if (hair === 'bun') parts.push(ball([0, R * 1.0, -R * 0.55], [R * 0.46, R * 0.42, R * 0.44], { blend: R * 0.08 }));
  return parts;
}

/** What hangs behind and can stream in the wind. */
function tailParts({ hair }: PersonLook): readonly BlobPart[] {
  if (hair === 'long') {
    return [
      limb([0, R * 0.3, -R * 0.6], [0, -R * 1.5, -R * 0.72], [R * 0.6, R * 0.42]),
      limb([R * 0.42, R * 0.1, -R * 0.5], [R * 0.5, -R * 1.55, -R * 0.5], [R * 0.45, R * 0.2], {
        mirror: true,
        blend: R * 0.25,
      }),
    ];
  }
  if (hair === 'pigtails') {
    return [
      limb([R * 1.02, R * 0.12, -R * 0.38], [R * 1.32, -R * 0.55, -R * 0.3], [R * 0.16, R * 0.3], { mirror: true }),
      limb([R * 1.32, -R * 0.55, -R * 0.3], [R * 1.25, -R * 1.15, -R * 0.25], [R * 0.3, R * 0.06], {
        mirror: true,
        blend: R * 0.12,
      }),
    ];
  }
  if (hair === 'ponytail') {
    return [
      ball([0, R * 0.5, -R * 1.05], R * 0.2),
      limb([0, R * 0.5, -R * 1.15], [0, -R * 0.4, -R * 1.5], [R * 0.2, R * 0.32], { blend: R * 0.1 }),
      limb([0, -R * 0.4, -R * 1.5], [0, -R * 1.2, -R * 1.38], [R * 0.32, R * 0.08], { blend: R * 0.15 }),
    ];
  }
  return [];
}

function beard(color: Srgb, detail: ActorContext['detail']): Mesh {
  return cachedMesh(`person/beard/${toHex(color)}/${detail}`, () => {
    const parts = [
      ball([0, -R * 0.72, R * 0.36], [R * 0.66, R * 0.5, R * 0.52]),
      limb([0, -R * 0.9, R * 0.5], [0, -R * 1.7, R * 0.55], [R * 0.46, R * 0.14], { blend: R * 0.3 }),
      limb([R * 0.1, -R * 0.4, R * 0.88], [R * 0.42, -R * 0.52, R * 0.74], [R * 0.1, R * 0.06], {
        mirror: true,
        blend: R * 0.06,
      }),
      ball([0, -R * 0.2, R * 0.78], [R * 0.5, R * 0.4, R * 0.5], { cut: true, blend: R * 0.06 }),
    ];
    return paint(smoothBlob(parts, 0.018 * edgeFactor(detail)), (x, y, z) => strand(color, x, y, z));
  });
}

function strand(color: Srgb, x: number, y: number, z: number): Srgb {
  return shade(
    color,
    0.92 + 0.16 * Math.sin(x * 150 + Math.sin(y * 20 + z * 30) * 1.5) * softStep(-R * 2, R, y) + 0.06,
  );
}

/** A dark, gilded pane that mirrors the sky. */
function visorGlass(): Mesh {
  return cachedMesh('person/visor-glass', () =>
    paint(smoothBlob([ball([0, R * 0.02, R * 0.36], [R * 1.08, R * 0.86, R * 1.08])], R * 0.16), (_, y) =>
      mixColors('#2a1c10', '#e0a23c', softStep(-R * 0.5, R * 0.75, y)),
    ),
  );
}
