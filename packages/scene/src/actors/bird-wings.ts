import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { type Matrix, multiply, rotationX, rotationY, rotationZ, scaling, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import type { ActorContext } from './actor.ts';
import type { BirdForm } from './bird-kind.ts';
import { ball, edgeFactor, FUR, limb, type PartCollector } from './rig.ts';

/** The trunk of a bird, level, its breast to +z. */
export function trunkMesh(form: BirdForm, key: string, detail: ActorContext['detail']): Mesh {
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
  if (form.underCoat) {
    const isButton = Math.abs(x) < 0.11 && normal[1] < 0 && ((z + 2) % 0.36) / 0.36 < 0.36;
    return z < -0.72 ? form.underCoat : shade(form.back, z < -0.63 || isButton ? 0.6 : 1);
  }
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

/** Three feathers from the root back. */
export function tailMesh(form: BirdForm, key: string): Mesh {
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

/** Both wings, beating or folded. */
export function addWings(
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

const PLUME_LINKS = 5;

/** Trailing feathers in a fan, each a chain that waves, broad and bright at its end. */
export function addPlumes(
  pose: PartCollector,
  trunk: Matrix,
  form: BirdForm,
  { now, seed }: { readonly now: number; readonly seed: number },
): void {
  const [count, length, tip] = form.plumes!;
  const link = length / PLUME_LINKS;
  for (let i = 0; i < count; i++) {
    const side = count === 1 ? 0 : (i / (count - 1)) * 2 - 1;
    let frame = multiply(
      trunk,
      translation(form.body[0] * 0.4 * side, form.body[1] * 0.1, -form.body[2] * 0.9),
      rotationY(-0.62 * side),
      rotationX(-0.28 + 0.2 * Math.abs(side)),
    );
    for (let k = 0; k < PLUME_LINKS; k++) {
      const wave = 0.13 * Math.sin(now * 2.3 + seed + i * 1.3 - k * 0.8);
      frame = multiply(frame, rotationX(wave - 0.09), rotationY(0.11 * side));
      pose.add(plumeMesh(form, link, k, tip), FUR, frame);
      frame = multiply(frame, translation(0, 0, -link));
    }
  }
}

function plumeMesh(form: BirdForm, link: number, k: number, tip: string): Mesh {
  return cachedMesh(`bird/plume/${form.name}/${link}/${k}`, () => {
    const width = link * (k === PLUME_LINKS - 1 ? 0.3 : 0.13 + 0.02 * k);
    const thin = link * 0.06;
    const blade = smoothBlob([ball([0, 0, -link * 0.5], [width, thin, link * 0.66])], link * 0.1);
    return paint(blade, (x, _, z) => {
      const along = (k + -z / link) / PLUME_LINKS;
      const edge = softStep(0.4, 1, Math.abs(x) / width);
      return mixColors(
        mixColors(form.back, form.wingTip, softStep(0.1, 0.8, along)),
        tip,
        Math.max(softStep(0.78, 0.95, along), edge * 0.5),
      );
    });
  });
}
