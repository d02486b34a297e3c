import type { Mesh } from '@openimagine/render';
import { mixColors, shade, toHex } from '../../../../model/color.ts';
import { paint, warp } from '../../../../model/mesh.ts';

/** Radius and height of each ring of a hat, in head radii. */
export type Profile = readonly (readonly [number, number])[];

/** From the head's line up to the top, round. */
export function domeProfile(radius: number, height: number): Profile {
  return Array.from({ length: 11 }, (_, i) => {
    const angle = (i / 10) * (Math.PI / 2);
    return [i === 10 ? 0 : radius * Math.cos(angle) ** 0.8, height * Math.sin(angle)] as const;
  });
}

/** The underside of a brim from the head outwards, its edge, and its upper side back to the head. */
export function brimProfile(reach: number, thickness: number): Profile {
  return [
    [0.9, 0],
    [reach, 0],
    [reach + 0.02, thickness / 2],
    [reach, thickness],
    [1.04, thickness],
  ];
}

/** Turns a brim up at the sides and a little down in front and behind. */
export function curl(hat: Mesh, amount: number): Mesh {
  return warp(hat, (x, y, z) => {
    const brim = Math.max(0, Math.hypot(x, z) - 1.05);
    const side = Math.hypot(x, z) > 0 ? (x / Math.hypot(x, z)) ** 2 : 0;
    return [x * (1 - brim * amount * 0.3), y + brim * amount * (1.35 * side - 0.3), z];
  });
}

export function banded(hat: Mesh, color: string, band?: string): Mesh {
  const tape = band ?? toHex(shade(color, 0.35));
  return paint(hat, (x, y, z) =>
    y > 0.07 && y < 0.34 && Math.hypot(x, z) < 1.08 ? mixColors(tape, tape, 0) : shade(color, 1),
  );
}
