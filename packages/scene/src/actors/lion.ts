import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { paint } from '../model/mesh.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { type Beast, beastModel, formOf } from './beast.ts';
import { BIG_CAT, bigCatCoat } from './big-cat.ts';
import { buildQuadruped } from './quadruped.ts';
import { ball, edgeFactor, FUR, says } from './rig.ts';

const LION: Beast = {
  ...BIG_CAT,
  name: 'lion',
  color: '#cf9a4c',
  light: '#f4e2bd',
  dark: '#5a3416',
  // The tuft at the end of its tail.
  tail: { ...BIG_CAT.tail, radius: (a) => (a > 0.82 ? 0.06 : 0.032 - 0.01 * a) },
  coat: bigCatCoat((region, { along }) => (region === 'tail' ? softStep(0.8, 0.86, along) : 0)),
};

/** A lion with a mane; a lioness or a cub without. */
export const lion: ActorModel = {
  ...beastModel(LION),
  build(context) {
    const form = formOf(LION, context);
    if (says(context, 'lioness', 'cub', 'lion cub', 'puma', 'cougar')) return buildQuadruped(form, context);
    const mane = maneMesh(context);
    const { onHead } = form;
    return buildQuadruped(
      {
        ...form,
        onHead(pose, head, moment) {
          onHead?.(pose, head, moment);
          pose.add(mane, FUR, head);
        },
      },
      context,
    );
  },
};

/** Locks in two rings round the face, and a bib below. */
function maneMesh({ actor, detail }: ActorContext): ReturnType<typeof smoothBlob> {
  const R = BIG_CAT.R;
  const color: Srgb = actor.color ? shade(actor.color, 0.55) : [122, 66, 28];
  return cachedMesh(`lion/mane/${toHex(color)}/${detail}`, () => {
    const parts: BlobPart[] = [ball([0, -R * 0.1, -R * 0.5], [R * 1.32, R * 1.4, R * 0.8])];
    for (let i = 0; i < 16; i++) {
      const angle = (i / 16) * Math.PI * 2;
      const low = Math.cos(angle) < -0.3 ? 1.2 : 1;
      const [x, y] = [Math.sin(angle), Math.cos(angle)];
      parts.push(
        ball([x * R * 1.05, y * R * 1.05 * low - R * 0.08, R * 0.02], [R * 0.36, R * 0.36, R * 0.4], {
          blend: R * 0.1,
        }),
        ball([x * R * 1.34, y * R * 1.36 * low - R * 0.12, -R * 0.45], [R * 0.42, R * 0.42, R * 0.5], {
          blend: R * 0.1,
        }),
      );
    }
    parts.push(
      ball([0, -R * 1.75, -R * 0.2], [R * 0.8, R * 0.75, R * 0.6], { blend: R * 0.2 }),
      // The face looks out of it.
      ball([0, -R * 0.08, R * 0.85], [R * 0.86, R * 0.84, R * 0.95], { cut: true, blend: R * 0.1 }),
    );
    const shape = smoothBlob(parts, R * 0.17 * edgeFactor(detail) ** 0.7);
    return paint(shape, (x, y, z) => {
      const strands = 0.92 + 0.12 * Math.sin(Math.atan2(x, y) * 46);
      return shade(
        mixColors(shade(color, 1.35), shade(color, 0.7), softStep(R * 0.9, R * 1.8, Math.hypot(x, y) - z * 0.4)),
        strands,
      );
    });
  });
}
