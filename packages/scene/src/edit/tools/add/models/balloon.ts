import type { Vec3 } from '@openimagine/render';
import { lathe } from '../../../../model/lathe.ts';
import { compose } from '../../../../model/matrix.ts';
import { mergeMeshes } from '../../../../model/mesh.ts';
import { cone } from '../../../../model/primitives.ts';
import { tube } from '../../../../model/tube.ts';
import type { AddedObject } from '../../../operation.ts';
import type { Part } from '../exhibit.ts';

/** Centimetres from the hand to a balloon's top, and across it. */
export const BALLOON_SIZE = { height: 66, width: 25 } as const;

const COLORS = ['#d8263a', '#2f7bd1', '#f2b632', '#3fa35b', '#c94f9b'];

/** A balloon on a string, centimetres from where the string is held. */
export function balloonParts(object: AddedObject, copy: number): Part[] {
  const color = object.color ?? COLORS[copy % COLORS.length]!;
  const lean = copy % 2 === 0 ? 1 : -1;
  const low = 34;
  const body = lathe(
    Array.from({ length: 19 }, (_, i) => {
      const angle = (i / 18) * Math.PI;
      const narrow = angle < Math.PI / 2 ? 0.86 + 0.14 * (angle / (Math.PI / 2)) : 1;
      return [
        12.2 * Math.sin(angle) * narrow,
        low + 16 - 16 * Math.cos(angle) * (angle < Math.PI / 2 ? 1 : 0.86),
      ] as const;
    }),
    color,
    40,
  );
  const string: Vec3[] = [
    [0, 0, 0],
    [1.2 * lean, 11, 0],
    [-0.9 * lean, 22, 0],
    [0, low, 0],
  ];
  return [
    {
      mesh: mergeMeshes([
        { mesh: body },
        { mesh: cone(1.1, 1.6, color, 12), matrix: compose({ at: [0, low - 1.3, 0] }) },
      ]),
      material: { finish: 'shiny' },
    },
    { mesh: tube(string, { radius: 0.22, color: '#f0ece4', rings: 40, sides: 5 }), material: { finish: 'cloth' } },
  ];
}
