import type { Mesh, Vec3 } from '@openimagine/render';
import { mixColors, shade, toHex } from '../../../../model/color.ts';
import { extrude } from '../../../../model/extrude.ts';
import { compose } from '../../../../model/matrix.ts';
import { mergeMeshes, paint, transformMesh } from '../../../../model/mesh.ts';
import { sphere } from '../../../../model/primitives.ts';
import { tube } from '../../../../model/tube.ts';
import type { AddedObject } from '../../../operation.ts';
import type { Neck, NeckModel } from '../neck-object.ts';
import { colorOf, finishOf } from '../object-colors.ts';
import { buildNecklace, placeOn } from './necklace.ts';
import { sheet } from './shapes.ts';

/** A necklace that lies on the skin or the cloth below the chin: as low as that reaches, if it reaches low enough. */
export function necklaceModel(object: AddedObject, { surface, pixelsPerCm }: Neck): NeckModel {
  const lies = surface.reach >= 3.4;
  const drop = lies ? Math.min(8.2, Math.max(3, surface.reach - 1.9)) : 6.8;
  const top = Math.min(1.6, drop * 0.4);
  const halfWidth = surface.halfWidth + 0.15 + Math.max(0, drop - 4) * 0.06;
  const curve = { halfWidth, top, drop };
  const needs = (y: number): number => (lies ? 1 : ramp(y, -top - 1.4, -top - 0.6));
  const ends = [endOf(curve, -1, needs, surface), endOf(curve, 1, needs, surface)] as const;
  return {
    parts: buildNecklace(object, { ...curve, ends, pixelsPerCm }),
    // What hangs on the chain covers whatever is below it.
    needsSurface: (x, y) => (Math.abs(x) < 1.2 && y < -drop + 0.8 ? 0 : needs(y)),
    shadow: { reach: 0.24, blur: 0.16, strength: 0.5 },
  };
}

/** Centimetres of something else that a chain may cross before it counts as going under it. */
const CROSSED_CM = 0.5;

/** How far up on one side a chain goes before collar, hair or the neck's own edge covers it for good. */
function endOf(
  curve: Parameters<typeof placeOn>[0],
  side: number,
  needs: (y: number) => number,
  surface: Neck['surface'],
): number {
  let last = placeOn(curve, 0);
  let covered = 0;
  for (let t = 0.02; t <= 1; t += 0.01) {
    const at = placeOn(curve, t * side);
    const isBare = surface.belongsIn(at[0], at[1]) > 0.4 || needs(at[1]) < 0.5;
    covered = isBare ? 0 : covered + Math.hypot(at[0] - last[0], at[1] - last[1]);
    last = at;
    // What is under the edge by then is hidden pixel by pixel.
    if (covered > CROSSED_CM && t > 0.15) return t;
  }
  return 1;
}

/** A knitted scarf: wound round the neck, one end hanging. */
export function scarfModel(object: AddedObject, { surface }: Neck): NeckModel {
  const color = colorOf(object, '#a8323c');
  const around = (radius: number, y: number, tilt: number, reach: number): Mesh =>
    tube(
      Array.from({ length: 13 }, (_, i): Vec3 => {
        const angle = (i / 12 - 0.5) * Math.PI * 1.5;
        return [
          Math.sin(angle) * reach,
          y + Math.sin(angle) * tilt - Math.cos(angle) * 1.5,
          Math.cos(angle) * reach * 0.75,
        ];
      }),
      { radius: (share) => radius * (0.85 + 0.15 * Math.sin(share * Math.PI)), color, rings: 72, sides: 18 },
    );
  const reach = surface.halfWidth + 1.2;
  const knit = (mesh: Mesh): Mesh =>
    paint(mesh, (x, y) => {
      const stitch = 0.9 + 0.1 * Math.sin(x * 9) * Math.sin(y * 9 + x * 2);
      return shade(color, stitch);
    });
  const tail = sheet(
    10,
    40,
    (u, v) => {
      const wide = 2.3 + 0.5 * v;
      return [
        2.6 + (u - 0.5) * wide * 2 * 0.8 + v * 0.9,
        -4.2 - v * 13,
        5.4 + Math.cos((u - 0.5) * 3) * 0.8 + 0.25 * Math.sin(v * 9 + u * 5),
      ];
    },
    color,
  );
  const striped = paint(tail, (x, y) => {
    const base = y < -14.2 && Math.abs((y + 14.2) % 1.2) < 0.6 ? toHex(mixColors(color, '#ffffff', 0.55)) : color;
    return shade(base, 0.9 + 0.1 * Math.sin(x * 9) * Math.sin(y * 9));
  });
  return {
    parts: [
      {
        mesh: mergeMeshes([
          { mesh: knit(around(1.75, -1.4, 0.3, reach)) },
          { mesh: knit(around(1.9, -3.6, -0.5, reach + 0.7)) },
          { mesh: striped },
          { mesh: knit(sphere([2.2, 1.9, 1.6], color, 20)), matrix: compose({ at: [2.3, -4.6, 5.3] }) },
        ]),
        material: { finish: 'cloth' },
      },
    ],
    needsSurface: () => 0,
    shadow: { reach: 0.7, blur: 0.6, strength: 0.45 },
  };
}

/** A necktie or, by its word, a bow tie. */
export function tieModel(object: AddedObject, { surface }: Neck): NeckModel {
  const isBow = /bow/iu.test(object.word);
  const color = colorOf(object, isBow ? '#8f1d2c' : '#233a6b');
  const y = -Math.min(5.6, Math.max(3.6, surface.reach * 0.75));
  const shiny = (mesh: Mesh): Mesh =>
    paint(mesh, (px, py) => shade(color, !isBow && Math.sin((px + py) * 2.6) > 0.72 ? 1.7 : 1));
  const mesh = isBow ? bowTie(color, y) : neckTie(color, y);
  return {
    parts: [{ mesh: shiny(mesh), material: { finish: finishOf(object.material, 'cloth') } }],
    needsSurface: () => 0,
    shadow: { reach: 0.4, blur: 0.3, strength: 0.42 },
  };
}

function bowTie(color: string, y: number): Mesh {
  const wing = (side: number): Mesh =>
    sheet(
      18,
      12,
      (u, v) => {
        const high = 0.55 + 1.35 * Math.min(1, u * 1.25) ** 0.8 - 0.25 * Math.max(0, u - 0.8) * 5;
        return [
          side * (0.5 + u * 4.2),
          y + (0.5 - v) * 2 * high,
          5.6 + 0.5 * Math.sin(u * Math.PI) + 0.28 * Math.cos(v * Math.PI * 4) * u,
        ];
      },
      color,
    );
  return mergeMeshes([
    { mesh: wing(-1) },
    { mesh: wing(1) },
    { mesh: sphere([0.78, 0.95, 0.7], toHex(shade(color, 0.85)), 16), matrix: compose({ at: [0, y, 5.9] }) },
  ]);
}

function neckTie(color: string, y: number): Mesh {
  const knot = extrude(
    [
      [-2, 1.1],
      [-1.15, -1.9],
      [1.15, -1.9],
      [2, 1.1],
    ],
    { depth: 1.2, bevel: 0.3, color },
  );
  const blade = sheet(
    10,
    40,
    (u, v) => {
      const wide = 2.2 + 5.2 * v;
      const point = v > 0.93 ? 1 - (v - 0.93) / 0.07 : 1;
      return [(u - 0.5) * wide * point, y - 1.5 - v * 30, 5.5 + 0.5 * Math.cos((u - 0.5) * 2.6) + v * 1.2];
    },
    color,
  );
  return mergeMeshes([{ mesh: transformMesh(knot, compose({ at: [0, y, 5.7] })) }, { mesh: blade }]);
}

function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
