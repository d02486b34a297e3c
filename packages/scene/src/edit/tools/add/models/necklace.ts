import type { Vec3 } from '@openimagine/render';
import { shade } from '../../../../model/color.ts';
import { compose, cross, type Matrix, unit } from '../../../../model/matrix.ts';
import { type MeshPart, mergeMeshes } from '../../../../model/mesh.ts';
import { ring, sphere } from '../../../../model/primitives.ts';
import type { AddedObject } from '../../../operation.ts';
import type { Part } from '../exhibit.ts';
import { shineOf } from '../object-colors.ts';

/** How a necklace hangs, centimetres in the neck's space. */
export interface NecklaceShape {
  /** Half the distance between the places where it goes behind the neck. */
  readonly halfWidth: number;
  /** How far below the chin it goes behind the neck, and how far its lowest place hangs. */
  readonly top: number;
  readonly drop: number;
  /** How far towards each end it is seen before it goes under something, 0 to 1: on the picture's left and right. */
  readonly ends: readonly [left: number, right: number];
  /** Pixels in a centimetre: what would be thinner than can be seen is made a little thicker. */
  readonly pixelsPerCm: number;
}

/** A chain with a pendant, or a string of pearls or beads. */
export function buildNecklace(object: AddedObject, shape: NecklaceShape): Part[] {
  const isPearls = object.material === 'pearl' || /pearl|perl/i.test(object.word);
  const isBeads = !isPearls && object.color !== undefined && object.material === undefined;
  return isPearls || isBeads ? beads(object, shape, isPearls) : chainWithPendant(object, shape);
}

function chainWithPendant(object: AddedObject, shape: NecklaceShape): Part[] {
  const metal = shineOf(object.material, object.color);
  const width = Math.min(0.85, Math.max(0.46, 4.4 / shape.pixelsPerCm));
  const links: MeshPart[] = [];
  const flat = ring(width * 0.34, width * 0.15, metal.color, Math.PI * 2, 10);
  placesAlong(shape, width * 1.12).forEach(({ at, along, out, t }, i) => {
    // Where it goes round the neck it is in the shade of jaw and hair.
    const dim = 1 - 0.55 * Math.max(0, (Math.abs(t) - 0.8) / 0.2);
    links.push({
      mesh: flat,
      color: shade(metal.color, dim),
      matrix: frameOf(at, along, out, i % 2 === 0 ? 0.3 : 1.45, [1.75, 1, 1]),
    });
  });
  const bottom = placeOn(shape, 0);
  const drop = Math.min(1.5, Math.max(0.95, 9 / shape.pixelsPerCm));
  const hang = (y: number): Vec3 => [bottom[0], bottom[1] - y, bottom[2] + 0.25];
  const setting: MeshPart[] = [
    { mesh: ring(width * 0.45, width * 0.14, metal.color), matrix: compose({ at: hang(width * 0.5) }) },
    {
      mesh: sphere([drop * 0.5, drop * 0.62, drop * 0.16], metal.color, 20),
      matrix: compose({ at: hang(width * 0.8 + drop * 0.62) }),
    },
  ];
  const stone = sphere([drop * 0.33, drop * 0.42, drop * 0.26], metal.stone, 20);
  return [
    { mesh: mergeMeshes([...links, ...setting]), material: { finish: 'metal' } },
    {
      mesh: mergeMeshes([{ mesh: stone, matrix: compose({ at: hang(width * 0.8 + drop * 0.62) }) }]),
      material: { finish: 'gem' },
    },
  ];
}

function beads(object: AddedObject, shape: NecklaceShape, isPearls: boolean): Part[] {
  const radius = Math.min(0.75, Math.max(0.42, 3 / shape.pixelsPerCm));
  const color = isPearls ? (object.color ?? '#f4eee6') : (object.color ?? '#b03040');
  const ball = sphere(radius, color, 14);
  const parts = placesAlong(shape, radius * 2.02).map(({ at, t }): MeshPart => {
    // Larger towards the middle, as pearls are graded.
    const size = 1.12 - 0.3 * Math.abs(t);
    return { mesh: ball, matrix: compose({ at, scale: size }) };
  });
  return [{ mesh: mergeMeshes(parts), material: { finish: isPearls ? 'pearl' : 'shiny' } }];
}

interface Place {
  readonly at: Vec3;
  readonly along: Vec3;
  /** Away from the body. */
  readonly out: Vec3;
  /** −1 to 1 from end to end. */
  readonly t: number;
}

/** Places at equal distances along the necklace, one of them the lowest. */
function placesAlong(shape: NecklaceShape, distance: number): Place[] {
  const places: Place[] = [];
  const step = 0.002;
  for (const side of [-1, 1]) {
    let since = 0;
    let last = placeOn(shape, 0);
    for (let t = step; t <= shape.ends[side < 0 ? 0 : 1]; t += step) {
      const at = placeOn(shape, t * side);
      since += Math.hypot(at[0] - last[0], at[1] - last[1], at[2] - last[2]);
      last = at;
      if (since < distance) continue;
      since -= distance;
      places.push(placeWith(shape, t * side, at));
    }
  }
  places.push(placeWith(shape, 0, placeOn(shape, 0)));
  return places.sort((one, other) => one.t - other.t);
}

function placeWith(shape: NecklaceShape, t: number, at: Vec3): Place {
  const before = placeOn(shape, t - 0.002);
  const after = placeOn(shape, t + 0.002);
  const along = unit([after[0] - before[0], after[1] - before[1], after[2] - before[2]]);
  return { at, along, out: unit([at[0] * 0.5, 0.6, Math.max(0.3, at[2])]), t };
}

/** The curve: a chain's, drawn down a little in the middle by what hangs there, and round the neck at its ends. */
export function placeOn({ halfWidth, top, drop }: Pick<NecklaceShape, 'halfWidth' | 'top' | 'drop'>, t: number): Vec3 {
  const angle = t * Math.PI * 0.512;
  const x = halfWidth * Math.sin(angle);
  const lift = 1 - Math.cos(angle);
  return [x, -drop + (drop - top) * lift ** 0.88, 5.2 * Math.cos(angle)];
}

/** Puts x along the chain and turns round it by `spin`. */
function frameOf(at: Vec3, along: Vec3, out: Vec3, spin: number, stretch: Vec3): Matrix {
  const side = unit(cross(out, along));
  const front = cross(along, side);
  const c = Math.cos(spin);
  const s = Math.sin(spin);
  const y: Vec3 = [side[0] * c + front[0] * s, side[1] * c + front[1] * s, side[2] * c + front[2] * s];
  const z = cross(along, y);
  const [sx, sy, sz] = stretch;
  return [
    along[0] * sx,
    along[1] * sx,
    along[2] * sx,
    0,
    y[0] * sy,
    y[1] * sy,
    y[2] * sy,
    0,
    z[0] * sz,
    z[1] * sz,
    z[2] * sz,
    0,
    at[0],
    at[1],
    at[2],
    1,
  ];
}
