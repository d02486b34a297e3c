import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import type { Matrix } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import type { ActorContext } from './actor.ts';
import { HAIR, strand } from './person-hair.ts';
import { BODY } from './person-joints.ts';
import type { Beard, PersonLook } from './person-wear.ts';
import { ball, edgeFactor, limb, type PartCollector } from './rig.ts';

const R = BODY.headRadius;

/** A moustache, a goatee, a full beard or a long one, in the colour of the hair. */
export function addBeard(pose: PartCollector, head: Matrix, look: PersonLook, detail: ActorContext['detail']): void {
  pose.add(beardMesh(look, detail), HAIR, head);
}

function beardMesh({ beard, hairColor }: PersonLook, detail: ActorContext['detail']): Mesh {
  return cachedMesh(`person/beard/${beard}/${toHex(hairColor)}/${detail}`, () => {
    const shape = smoothBlob(beardParts(beard), (detail === 'hero' ? 0.0165 : 0.019) * edgeFactor(detail));
    return paint(shape, (x, y, z) => strand(hairColor, x, y, z));
  });
}

function beardParts(beard: Beard): readonly BlobPart[] {
  const moustache: readonly BlobPart[] = [
    limb([R * 0.04, -R * 0.415, R * 0.95], [R * 0.3, -R * 0.49, R * 0.82], [R * 0.08, R * 0.035], {
      mirror: true,
      blend: R * 0.05,
    }),
  ];
  if (beard === 'moustache')
    return [
      ...moustache,
      limb([R * 0.3, -R * 0.49, R * 0.82], [R * 0.42, -R * 0.43, R * 0.74], [R * 0.04, R * 0.02], {
        mirror: true,
        blend: R * 0.03,
      }),
    ];
  if (beard === 'goatee')
    return [
      ...moustache,
      limb([0, -R * 0.76, R * 0.72], [0, -R * 0.98, R * 0.66], [R * 0.17, R * 0.07], { blend: R * 0.1 }),
    ];
  const isLong = beard === 'long';
  return [
    // Along the jaw from ear to ear, under the lips.
    ball([0, -R * 0.68, R * 0.34], [R * 0.7, R * 0.46, R * 0.56]),
    limb([R * 0.78, -R * 0.1, R * 0.12], [R * 0.62, -R * 0.55, R * 0.3], [R * 0.12, R * 0.22], {
      mirror: true,
      blend: R * 0.15,
    }),
    ...(isLong
      ? [
          limb([0, -R * 0.9, R * 0.52], [0, -R * 1.75, R * 0.58], [R * 0.46, R * 0.12], { blend: R * 0.3 }),
          limb([R * 0.25, -R * 0.9, R * 0.45], [R * 0.16, -R * 1.55, R * 0.55], [R * 0.26, R * 0.1], {
            mirror: true,
            blend: R * 0.12,
          }),
        ]
      : []),
    // The mouth and the cheeks are free.
    ball([0, -R * 0.53, R * 0.98], [R * 0.29, R * 0.135, R * 0.3], { cut: true, blend: R * 0.06 }),
    ball([R * 0.36, -R * 0.12, R * 0.78], [R * 0.36, R * 0.34, R * 0.42], { mirror: true, cut: true, blend: R * 0.08 }),
    ...moustache,
  ];
}
