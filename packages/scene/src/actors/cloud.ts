import type { Material } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { mixColors, softStep, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { paint } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, propActor, propParts } from './prop.ts';

/** A plump cumulus with a flat base, four metres wide, that breathes as it drifts. */
export const cloud: ActorModel = { gaits: { float: 0.4, fly: 1, drive: 1 }, build };

const MIST: Material = { wrap: 0.9, emissive: 0.22, rim: 0.2, specular: 0 };

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const color = toSrgb(actor.color ?? (isCalled(context, /storm|dark|rain|thunder/) ? '#7c8494' : '#ffffff'));
  const parts = propParts(`cloud/${toHex(color)}/${copy % 4}`, detail, (to) => {
    const lumps: BlobPart[] = [];
    for (let i = 0; i < 12; i++) {
      const x = (i / 11 - 0.5) * 3.4;
      const radius = 0.38 + 0.55 * (1 - (x / 1.9) ** 2) * (0.55 + 0.6 * chanceOf(i, copy % 4));
      lumps.push({ kind: 'ball', at: [x, 0.25 + radius * 0.75, (chanceOf(i, 9) - 0.5) * 0.9], radius, blend: 0.14 });
    }
    lumps.push({ kind: 'block', at: [0, -0.48, 0], size: [8, 1.2, 5], round: 0.1, cut: true, blend: 0.25 });
    const puffy = smoothBlob(lumps, to.isHero ? 0.1 : to.isFar ? 0.36 : 0.18, { color, occlusionReach: 0.5 });
    to.add(
      MIST,
      paint(puffy, (_x, y) => mixColors(mixColors(color, '#8fa0bc', 0.4), color, softStep(0.1, 0.9, y))),
    );
  });
  return propActor(context, parts, {
    root: (t) => [
      1 + 0.012 * Math.sin(t * 0.7 + copy),
      0,
      0,
      0,
      0,
      1 + 0.02 * Math.sin(t * 0.5 + copy),
      0,
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      0,
      1,
    ],
  });
}
