import type { Material, Vec3 } from '@openimagine/render';
import { type SetInstance, standing } from './scatter.ts';
import { addTube, type Color, createMeshBuilder, type MeshBuilder, shade } from './shape.ts';

const WOOD: Material = { pattern: 'wood', patternScale: 1.5, specular: 0.2, gloss: 30 };
const IRON: Material = { specular: 0.5, gloss: 40 };

/** A spiral staircase of wedge-shaped steps round a post at (0, z), with a railing, up two storeys. */
export function spiralStair(z: number, storey: number): SetInstance[] {
  const wood = createMeshBuilder();
  const iron = createMeshBuilder();
  const height = storey * 2;
  const steps = 34;
  const radius = 1.65;
  const turns = 1.75;
  const angleAt = (i: number): number => 0.6 + (i / steps) * turns * Math.PI * 2;
  const at = (angle: number, r: number, y: number): Vec3 => [Math.cos(angle) * r, y, z + Math.sin(angle) * r];
  addTube(wood, {
    from: [0, 0, z],
    to: [0, height + 1.2, z],
    fromRadius: 0.16,
    toRadius: 0.14,
    sides: 14,
    color: [104, 66, 40],
    toColor: [120, 78, 48],
  });
  const brass: Color = [188, 148, 82];
  for (let i = 0; i < steps; i++) {
    const y = ((i + 1) / steps) * height;
    addStep(wood, [angleAt(i) - 0.01, angleAt(i + 1.25)], radius, y, z);
    const post = at(angleAt(i + 0.6), radius - 0.06, y);
    addTube(iron, {
      from: post,
      to: [post[0], y + 0.95, post[2]],
      fromRadius: 0.018,
      toRadius: 0.018,
      sides: 5,
      color: brass,
    });
    const next = at(angleAt(i + 1.6), radius - 0.06, y + height / steps + 0.95);
    if (i + 1 < steps)
      addTube(iron, {
        from: [post[0], y + 0.95, post[2]],
        to: next,
        fromRadius: 0.035,
        toRadius: 0.035,
        sides: 6,
        color: shade(brass, 0.9),
      });
    const low = at(angleAt(i), radius, y - 0.16);
    const lowNext = at(angleAt(i + 1), radius, y - 0.16 + height / steps);
    addTube(wood, { from: low, to: lowNext, fromRadius: 0.07, toRadius: 0.07, sides: 5, color: [92, 56, 34] });
  }
  return [standing(wood.build(), WOOD), standing(iron.build(), IRON)];
}

/** One wedge: top, bottom and front. */
function addStep(
  builder: MeshBuilder,
  [from, to]: readonly [number, number],
  radius: number,
  y: number,
  z: number,
): void {
  const color: Color = [132, 86, 54];
  const thick = 0.07;
  const at = (angle: number, r: number, height: number): Vec3 => [Math.cos(angle) * r, height, z + Math.sin(angle) * r];
  const face = (points: readonly Vec3[], normal: Vec3, tone: Color, open: number): void => {
    const first = points.map((p) => builder.vertex(p, normal, tone, open))[0]!;
    for (let i = 1; i + 1 < points.length; i++) builder.triangle(first, first + i, first + i + 1);
  };
  const [a, b, c, d] = [at(from, 0.1, y), at(from, radius, y), at(to, radius, y), at(to, 0.1, y)];
  const down = (p: Vec3): Vec3 => [p[0], p[1] - thick, p[2]];
  face([a, d, c, b], [0, 1, 0], color, 0.95);
  face([down(a), down(b), down(c), down(d)], [0, -1, 0], shade(color, 0.6), 0.6);
  const front: Vec3 = [Math.sin(from), 0, -Math.cos(from)];
  face([down(a), a, b, down(b)], front, shade(color, 0.85), 0.8);
  face([down(b), b, c, down(c)], [Math.cos((from + to) / 2), 0, Math.sin((from + to) / 2)], shade(color, 0.9), 0.85);
  const back: Vec3 = [-Math.sin(to), 0, Math.cos(to)];
  face([down(c), c, d, down(d)], back, shade(color, 0.7), 0.7);
}
