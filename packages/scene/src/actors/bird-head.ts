import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, type Matrix, multiply, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext } from './actor.ts';
import { addWorn, type wornBy } from './animal-wear.ts';
import type { BirdForm } from './bird-kind.ts';
import { addEyes, BUTTON_EYE } from './eyes.ts';
import { ball, blinkAt, edgeFactor, FUR, limb, type PartCollector, SMOOTH, sway } from './rig.ts';

export interface HeadMoment {
  readonly body: Matrix;
  readonly pitch: number;
  readonly now: number;
  readonly seed: number;
  readonly flies: boolean;
  readonly share: number;
  readonly detail: ActorContext['detail'];
  readonly worn: ReturnType<typeof wornBy>;
}

/** Neck, head, beak, eyes, and what is worn on them. */
export function addHead(
  pose: PartCollector,
  form: BirdForm,
  key: string,
  { body, pitch, now, seed, flies, detail, worn }: HeadMoment,
): void {
  const [, h, l] = form.body;
  const R = form.head;
  const root: Vec3 = [0, l * 0.62 * Math.sin(pitch) + h * 0.3, l * 0.62 * Math.cos(pitch)];
  const isLong = form.neck > 0.3;
  const stretch: Vec3 = flies
    ? [0, form.neck * 0.35, form.neck * 0.8]
    : [0, form.neck, isLong ? form.neck * 0.28 : form.neck * 0.35];
  const at: Vec3 = [0, root[1] + stretch[1], root[2] + stretch[2]];
  pose.add(neckMesh(form, `${key}/${flies}`, root, at, isLong && !flies), FUR, body);
  // Birds hold their heads still and turn them suddenly.
  const glance = Math.round(1.6 * sway(now, 0.8, seed)) * 0.32 + 0.06 * sway(now, 1.3, seed);
  const head = multiply(
    body,
    compose({
      at,
      rotate: [
        flies ? 0 : 0.06 * sway(now, 1.1, seed + 1),
        flies ? 0 : glance,
        flies ? 0 : 0.1 * sway(now, 0.7, seed + 2),
      ],
    }),
  );
  pose.add(headMesh(form, key, detail), FUR, head);
  pose.add(beakMesh(form, key), SMOOTH, head);
  addWorn(pose, worn, {
    head,
    radius: R,
    neck: multiply(body, translation(at[0], at[1] - R * 0.92, at[2] - R * 0.12)),
    neckRadius: R * (isLong ? 0.62 : 0.98),
  });
  const { radius, iris, ahead } = form.eye;
  addEyes(
    pose,
    head,
    {
      look: { ...BUTTON_EYE, iris, irisShare: 0.94, pupilShare: ahead ? 0.55 : 0.62, white: '#120c0a' },
      at: ahead ? [R * 0.42, R * 0.12, R * 0.78] : [R * 0.7, R * 0.22, R * 0.5],
      radius,
      outward: ahead ? 0.22 : 0.85,
    },
    { closed: blinkAt(now, seed), detail },
  );
}

function neckMesh(form: BirdForm, key: string, root: Vec3, at: Vec3, curved: boolean): Mesh {
  return cachedMesh(`${key}/neck`, () => {
    const thick = form.neck > 0.3 ? form.head * 0.55 : form.head * 0.85;
    const middle: Vec3 = [0, (root[1] + at[1]) / 2, (root[2] + at[2]) / 2 + (curved ? form.neck * 0.22 : 0)];
    const low: Vec3 = [0, root[1] - form.body[1] * 0.35, root[2] - form.body[2] * 0.25];
    return tube([low, root, middle, at], {
      radius: (t) => form.body[1] * 0.62 * (1 - t) ** 1.6 + thick * (1 - (1 - t) ** 1.6),
      color: form.marking === 'penguin' ? form.back : mixColors(form.back, form.headColor, 0.6),
      sides: 14,
      rings: 14,
    });
  });
}

function headMesh(form: BirdForm, key: string, detail: ActorContext['detail']): Mesh {
  return cachedMesh(`${key}/head`, () => {
    const R = form.head;
    const parts: BlobPart[] = [ball([0, 0, 0], [R, R * 0.95, R * 0.98])];
    if (form.crest === 'tufts')
      parts.push(
        limb([R * 0.55, R * 0.6, R * 0.1], [R * 0.92, R * 1.3, -R * 0.05], [R * 0.3, R * 0.05], {
          mirror: true,
          blend: R * 0.2,
        }),
      );
    if (form.crest === 'crest')
      parts.push(limb([0, R * 0.7, R * 0.1], [0, R * 1.35, -R * 0.75], [R * 0.38, R * 0.06], { blend: R * 0.3 }));
    if (form.marking === 'face')
      parts.push(ball([R * 0.42, R * 0.08, R * 0.5], [R * 0.52, R * 0.56, R * 0.4], { mirror: true, blend: R * 0.15 }));
    return paint(
      smoothBlob(parts, R * 0.16 * Math.sqrt(edgeFactor(detail)) * (detail === 'far' ? 1.5 : 1)),
      (x, y, z) => headColor(form, x / R, y / R, z / R),
    );
  });
}

function headColor(form: BirdForm, x: number, y: number, z: number): Srgb {
  if (form.marking === 'face') {
    const disc = Math.hypot(Math.abs(x) - 0.42, y - 0.1);
    const isFace = softStep(0.6, 0.5, disc) * softStep(0.3, 0.5, z);
    return mixColors(
      mixColors(form.headColor, form.belly, isFace),
      shade(form.headColor, 0.6),
      softStep(0.5, 0.56, disc) * softStep(0.68, 0.6, disc) * softStep(0.3, 0.5, z),
    );
  }
  if (form.marking === 'penguin') {
    const cheek = softStep(0.55, 0.35, Math.hypot(Math.abs(x) - 0.55, y + 0.05)) * softStep(0.1, 0.4, z);
    return mixColors(
      mixColors(form.headColor, form.belly, cheek),
      [244, 190, 80],
      softStep(-0.45, -0.7, y) * softStep(0, 0.4, z) * 0.7,
    );
  }
  return form.name === 'robin' || form.name === 'bluebird'
    ? mixColors(form.headColor, form.belly, softStep(-0.05, -0.35, y - z * 0.1))
    : form.headColor;
}

function beakMesh(form: BirdForm, key: string): Mesh {
  return cachedMesh(`${key}/beak`, () => {
    const R = form.head;
    const [length, width, hook] = form.beak;
    const path: readonly Vec3[] = [
      [0, -R * 0.08, R * 0.8],
      [0, -R * 0.05, R * 0.95 + length * 0.5],
      [0, -R * 0.1 - length * 0.55 * hook, R * 0.95 + length * (1 - 0.22 * hook)],
    ];
    const upper: MeshPart = {
      mesh: tube(path, {
        radius: (t) => width * Math.max(0.12, 1 - t * (form.name === 'duck' ? 0.35 : 0.9)),
        color: form.beakColor,
        sides: 10,
        rings: 10,
      }),
      ...(form.name === 'duck' ? { matrix: compose({ at: [0, -R * 0.06, 0], scale: [1, 0.5, 1] }) } : {}),
    };
    const comb: MeshPart[] =
      form.crest === 'comb'
        ? [0, 1, 2].map((i) => ({
            mesh: sphere([R * 0.1, R * 0.26, R * 0.2], '#d8322e', 10),
            matrix: translation(0, R * (0.98 - i * 0.06), R * (0.35 - i * 0.34)),
          }))
        : [];
    const wattle: MeshPart[] =
      form.crest === 'comb'
        ? [{ mesh: sphere([R * 0.12, R * 0.24, R * 0.1], '#d8322e', 10), matrix: translation(0, -R * 0.5, R * 0.88) }]
        : [];
    return mergeMeshes([upper, ...comb, ...wattle]);
  });
}
