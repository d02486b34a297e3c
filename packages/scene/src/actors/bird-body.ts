import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import {
  compose,
  type Matrix,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  scaling,
  translation,
} from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext } from './actor.ts';
import { addWorn, wornBy } from './animal-wear.ts';
import { fanMesh } from './bird-fan.ts';
import type { BirdForm } from './bird-kind.ts';
import { addEyes, BUTTON_EYE } from './eyes.ts';
import {
  ball,
  blinkAt,
  collectParts,
  edgeFactor,
  FUR,
  finishActor,
  limb,
  type PartCollector,
  poseOf,
  rootOf,
  SMOOTH,
  seedOf,
  strideShare,
  sway,
  twitchAt,
} from './rig.ts';

export function buildBird(form: BirdForm, context: ActorContext): Actor {
  const { actor, detail } = context;
  const seed = seedOf(context);
  const { kind } = actor.motion;
  const canFly = form.marking !== 'penguin';
  const flies = canFly && (kind === 'fly' || kind === 'float' || kind === 'launch' || actor.pose === 'flying');
  const swims = kind === 'swim' || (actor.pose === 'flying' && !canFly);
  const key = `bird/${form.name}/${toHex(form.back)}/${detail}`;
  const isLong = form.neck > 0.3;
  const worn = wornBy(context);
  const poseAt: Actor['poseAt'] = (seconds, travel) => {
    const now = kind === 'still' ? 1 : seconds;
    const share = flies ? 0 : strideShare(travel.speed, 0.35);
    const step = travel.distance / Math.max(0.06, form.leg * 1.4 + 0.05);
    const beat = wingBeat(form, now, seed);
    const hop = form.leg < 0.1 && !isLong ? share * 0.35 * form.leg * Math.abs(Math.sin(step * Math.PI)) : 0;
    const jump = kind === 'jump' || kind === 'dance' ? 0.6 * form.body[1] * Math.abs(Math.sin(now * 5)) : 0;
    const lift = flies ? 0.02 - 0.25 * form.body[1] * beat : hop + jump;
    const waddle = form.marking === 'penguin' || form.name === 'duck' ? share * 0.13 * Math.sin(step * Math.PI) : 0;
    const pitch = flies || swims ? 0.08 : form.carriage;
    const pose = collectParts(rootOf(actor.size, lift));
    const bodyY = flies ? form.body[1] + 0.05 : form.leg + bodyDrop(form, pitch);
    const body = compose({
      at: [0, bodyY, 0],
      rotate: [0.03 * sway(now, 1, seed), kind === 'dance' ? 0.4 * Math.sin(now * 5) : 0, waddle],
    });
    const trunk = multiply(body, rotationX(-pitch));
    pose.add(trunkMesh(form, key, detail), FUR, trunk);
    pose.add(
      tailMesh(form, key),
      FUR,
      multiply(
        trunk,
        translation(0, form.body[1] * 0.15, -form.body[2] * 0.82),
        rotationX((flies ? -0.05 : form.carriage > 1 ? 0.85 : 0.15) + 0.08 * twitchAt(now, seed)),
      ),
    );
    if (form.fan && !flies)
      pose.add(
        fanMesh(detail),
        SMOOTH,
        multiply(
          body,
          translation(0, form.body[1] * 0.1, -form.body[2] * 0.75),
          rotationX(-0.32 + 0.04 * sway(now, 0.8, seed)),
        ),
      );
    addWings(pose, trunk, form, key, {
      flies: flies || swims,
      beat,
      folded: kind === 'dance' ? 0.5 + 0.4 * Math.sin(now * 8) : 0,
    });
    addHead(pose, form, key, { body, pitch, now, seed, flies, share, detail, worn });
    addLegs(pose, body, form, { bodyY, flies: flies || swims, share, step, lift });
    return poseOf(pose);
  };
  return finishActor(context, poseAt, { speed: kind === 'walk' ? 0.35 : 0 });
}

/** Up and down in [−1, 1]; large birds glide between beats. */
function wingBeat(form: BirdForm, seconds: number, seed: number): number {
  const [reach, , beats] = form.wing;
  const wave = Math.sin(seconds * beats * Math.PI * 2 + (seed % 10));
  if (reach < 0.35) return wave;
  const glide = 0.5 + 0.5 * Math.sin(seconds * 0.9 + (seed % 5));
  return wave * (1 - glide * 0.75) + 0.28 * glide;
}

/** From the body's middle down to where the legs begin, for a body pitched up by an angle. */
function bodyDrop({ body: [, height, length] }: BirdForm, pitch: number): number {
  return Math.hypot(height * Math.cos(pitch), length * Math.sin(pitch)) * 0.94;
}

function trunkMesh(form: BirdForm, key: string, detail: ActorContext['detail']): Mesh {
  return cachedMesh(`${key}/trunk`, () => {
    const [w, h, l] = form.body;
    const parts: BlobPart[] = [
      ball([0, 0, 0], [w, h, l]),
      ball([0, -h * 0.16, l * 0.3], [w * 0.94, h * 0.9, l * 0.62], { blend: h * 0.4 }),
      limb([0, h * 0.1, -l * 0.6], [0, h * 0.2, -l * 1.05], [h * 0.55, h * 0.22], { blend: h * 0.5 }),
    ];
    const shape = smoothBlob(parts, h * 0.17 * Math.sqrt(edgeFactor(detail)) * (detail === 'far' ? 1.4 : 1));
    return paint(shape, (x, y, z, normal) => trunkColor(form, x / w, y / h, z / l, normal));
  });
}

function trunkColor(form: BirdForm, x: number, y: number, z: number, normal: Vec3): Srgb {
  if (form.marking === 'penguin')
    return mixColors(
      form.back,
      form.belly,
      softStep(0.1, -0.15, normal[1] + Math.abs(x) * 0.35) * softStep(1.2, 0.9, z),
    );
  const under = softStep(0.25, -0.25, normal[1] + 0.15 * z);
  const speckle = form.marking === 'face' ? 0.35 * softStep(0.35, 0.7, Math.sin(x * 9) * Math.sin(z * 13 + y * 6)) : 0;
  return mixColors(mixColors(form.back, form.belly, under), form.back, speckle * under);
}

function tailMesh(form: BirdForm, key: string): Mesh {
  return cachedMesh(`${key}/tail`, () => {
    const [length, spread] = form.tail;
    const thin = Math.max(0.006, form.body[1] * 0.09);
    const feathers = [-1, 0, 1].map((i) =>
      ball([i * spread * 0.6, 0, -length * 0.5], [spread * 0.62, thin, length * 0.62], {
        turn: rotationY(-i * 0.24),
        blend: thin,
      }),
    );
    return paint(smoothBlob(feathers, Math.max(thin * 1.1, length * 0.07)), (_, __, z) =>
      mixColors(form.back, form.wingTip, softStep(-length * 0.2, -length * 0.9, z)),
    );
  });
}

/** A left wing that reaches along +x from its shoulder, its leading edge to +z: inner or outer half. */
function wingMesh(form: BirdForm, key: string, part: 'inner' | 'outer'): Mesh {
  return cachedMesh(`${key}/wing-${part}`, () => {
    const [reach, depth] = form.wing;
    const half = reach / 2;
    const thick = Math.max(0.008, depth * 0.07);
    const parts: BlobPart[] =
      part === 'inner'
        ? [
            ball([half * 0.5, 0, -depth * 0.12], [half * 0.68, thick, depth * 0.52]),
            limb([0, 0, depth * 0.2], [half, 0, depth * 0.22], [thick * 1.5, thick * 1.1], { blend: thick }),
          ]
        : [0, 1, 2, 3].map((i) =>
            ball(
              [half * (0.55 - i * 0.12), 0, depth * (0.1 - i * 0.2)],
              [half * (0.66 - i * 0.1), thick * 0.9, depth * 0.19],
              { turn: rotationY(0.12 + i * 0.24), blend: thick },
            ),
          );
    return paint(smoothBlob(parts, Math.max(thick * 0.95, reach * 0.035)), (x, y, z) => {
      const tip = part === 'outer' ? softStep(half * 0.25, half * 0.8, x) : softStep(0, -depth * 0.5, z) * 0.6;
      return mixColors(y < -thick * 0.3 ? mixColors(form.back, form.belly, 0.5) : form.back, form.wingTip, tip);
    });
  });
}

function addWings(
  pose: PartCollector,
  trunk: Matrix,
  form: BirdForm,
  key: string,
  { flies, beat, folded }: { readonly flies: boolean; readonly beat: number; readonly folded: number },
): void {
  const [w, h, l] = form.body;
  const half = form.wing[0] / 2;
  for (const side of [1, -1]) {
    const mirror = scaling(side, 1, 1);
    if (flies) {
      const inner = multiply(trunk, mirror, translation(w * 0.6, h * 0.45, l * 0.25), rotationZ(0.12 + beat * 0.62));
      const outer = multiply(inner, translation(half * 0.92, 0, 0), rotationZ(beat * 0.5 - 0.18), rotationY(0.15));
      pose.add(wingMesh(form, key, 'inner'), FUR, inner);
      pose.add(wingMesh(form, key, 'outer'), FUR, outer);
      continue;
    }
    pose.add(
      foldedWing(form, key),
      FUR,
      multiply(trunk, mirror, translation(w * 0.86, h * 0.3, l * 0.3), rotationZ(folded), rotationY(0.1)),
    );
  }
}

/** A wing laid along the body, pointing back. */
function foldedWing(form: BirdForm, key: string): Mesh {
  return cachedMesh(`${key}/wing-folded`, () => {
    const [w, h, l] = form.body;
    const isFlipper = form.marking === 'penguin';
    const length = isFlipper ? l * 0.72 : l * 0.8;
    const parts = [
      ball([w * 0.08, -h * 0.12, -length * 0.55], [w * 0.2, h * (isFlipper ? 0.3 : 0.56), length * 0.8], {
        turn: rotationX(-0.12),
      }),
      limb([w * 0.02, -h * 0.05, -length * 0.9], [-w * 0.1, h * 0.02, -length * 1.5], [h * 0.26, h * 0.08], {
        blend: h * 0.3,
      }),
    ];
    const shape = smoothBlob(isFlipper ? parts.slice(0, 1) : parts, h * 0.15);
    return paint(shape, (_, y, z) => {
      const rows = 0.5 + 0.5 * Math.sin((z / length) * 16 + (y / h) * 4);
      return mixColors(
        mixColors(form.back, form.wingTip, isFlipper ? 0 : softStep(-length * 0.6, -length * 1.2, z)),
        shade(form.back, 0.8),
        isFlipper ? 0 : rows * 0.25,
      );
    });
  });
}

interface HeadMoment {
  readonly body: Matrix;
  readonly pitch: number;
  readonly now: number;
  readonly seed: number;
  readonly flies: boolean;
  readonly share: number;
  readonly detail: ActorContext['detail'];
  readonly worn: ReturnType<typeof wornBy>;
}

function addHead(
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

interface LegMoment {
  readonly bodyY: number;
  readonly flies: boolean;
  readonly share: number;
  readonly step: number;
  readonly lift: number;
}

function addLegs(pose: PartCollector, body: Matrix, form: BirdForm, { bodyY, flies, share, step }: LegMoment): void {
  const length = form.leg + form.body[1] * 0.5;
  const thin = Math.max(0.006, form.body[0] * 0.085);
  const leg = cachedMesh(`bird/leg/${form.name}/${toHex(form.legColor)}`, () => {
    const toes = [-0.5, 0, 0.5].map(
      (angle): MeshPart => ({
        mesh: tube(
          [
            [0, thin * 0.9, 0],
            [Math.sin(angle) * form.body[0] * 0.55, thin * 0.8, Math.cos(angle) * form.body[0] * 0.55],
          ],
          { radius: (t) => thin * (1.15 - t * 0.5), color: form.legColor, sides: 6, rings: 3 },
        ),
      }),
    );
    return mergeMeshes([
      {
        mesh: cylinder({ radius: thin, height: length, color: form.legColor, segments: 8 }),
        matrix: translation(0, thin * 0.5, 0),
      },
      ...toes,
    ]);
  });
  for (const side of [1, -1]) {
    if (flies) {
      const tucked = multiply(
        body,
        translation(form.body[0] * 0.4 * side, -form.body[1] * 0.6, -form.body[2] * 0.3),
        rotationX(1.45),
        translation(0, -length * 0.9, 0),
      );
      pose.add(leg, SMOOTH, tucked);
      continue;
    }
    const swing = share * 0.5 * Math.sin(step * Math.PI + (side > 0 ? 0 : Math.PI));
    const raised = share * Math.max(0, Math.cos(step * Math.PI + (side > 0 ? 0 : Math.PI))) * form.leg * 0.3;
    const top = bodyY - form.body[1] * 0.4;
    pose.add(
      leg,
      SMOOTH,
      multiply(translation(form.body[0] * 0.42 * side, top + raised, 0), rotationX(swing), translation(0, -top, 0)),
    );
  }
}
