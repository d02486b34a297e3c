import type { Material, Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { brightness, mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { extrude, type Outline } from '../model/extrude.ts';
import type { BlobPart } from '../model/field.ts';
import { rotationX } from '../model/matrix.ts';
import { paint, transformMesh, warp } from '../model/mesh.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, MATT, PAINT, propActor, propParts } from './prop.ts';

/** A sneaker seen from its side: the toe points to +x, so that the silhouette reads at once. */
export const shoe: ActorModel = { gaits: { float: 0.2, spin: 0, jump: 0 }, build };

const UPPER: Material = { specular: 0.1, gloss: 16, wrap: 0.35, rim: 0.05 };
const LINING: Material = { specular: 0.02, wrap: 0.3 };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#e8472f');
  const parts = propParts(`shoe/${toHex(color)}`, detail, (to) => addShoe(to, color));
  return propActor(context, parts, { root: (t) => (actor.motion.kind === 'spin' ? turn(t * 0.9) : turn(-0.1)) });
}

function turn(a: number): number[] {
  return [Math.cos(a), 0, -Math.sin(a), 0, 0, 1, 0, 0, Math.sin(a), 0, Math.cos(a), 0, 0, 0, 0, 1];
}

/** The ridge over the instep, from the toe to the collar: where the laces lie. */
const RIDGE = { from: [0.062, 0.07], to: [-0.032, 0.108], radius: [0.024, 0.03] } as const;

const BODY: readonly BlobPart[] = [
  { kind: 'ball', at: [0.094, 0.046, 0.002], radius: [0.062, 0.036, 0.046] },
  { kind: 'limb', from: [-0.092, 0.056, 0], to: [0.07, 0.052, 0.001], radius: [0.041, 0.045], blend: 0.03 },
  { kind: 'ball', at: [-0.096, 0.085, 0], radius: [0.046, 0.066, 0.037], blend: 0.03 },
  { kind: 'ball', at: [-0.06, 0.1, 0], radius: [0.05, 0.05, 0.036], blend: 0.02 },
  {
    kind: 'limb',
    from: [RIDGE.from[0], RIDGE.from[1], 0],
    to: [RIDGE.to[0], RIDGE.to[1], 0],
    radius: [RIDGE.radius[0], RIDGE.radius[1]],
    blend: 0.03,
  },
  { kind: 'ball', at: [-0.077, 0.158, 0], radius: [0.05, 0.075, 0.027], cut: true, blend: 0.008 },
  { kind: 'block', at: [0, -0.03, 0], size: [0.5, 0.1, 0.3], round: 0.005, cut: true, blend: 0.004 },
];

const TONGUE: readonly BlobPart[] = [-0.014, 0, 0.014].map((z) => ({
  kind: 'limb' as const,
  from: [0.03, 0.098, z] as const,
  to: [-0.04, 0.146 - Math.abs(z) * 0.25, z * 1.15] as const,
  radius: [0.01, 0.0085] as const,
  blend: 0.014,
}));

function addShoe(to: Assembly, color: Srgb): void {
  const edge = to.isHero ? 0.0042 : to.isFar ? 0.018 : 0.0095;
  const isPale = brightness(color) > 0.75;
  const accent = toSrgb(isPale ? '#e0604a' : '#f7f4ee');
  to.add(UPPER, dyeUpper(smoothBlob(BODY, edge, { color }), color, accent));
  to.add(LINING, smoothBlob(TONGUE, edge * 1.4, { color: shade(mixColors(color, '#f2efe8', 0.4), 0.94) }));
  const white = toSrgb('#f5f3ee');
  to.add(PAINT, soleMesh({ grow: 0, from: 0.006, to: 0.036, bevel: 0.007, color: white }));
  to.add(MATT, soleMesh({ grow: 0.002, from: 0, to: 0.009, bevel: 0.002, color: isPale ? accent : toSrgb('#b98a58') }));
  addLaces(to, isPale ? mixColors(white, accent, 0.12) : white);
}

/** Toe cap, eyelet rows, stripe and heel tab, each with a darker seam. */
function dyeUpper(mesh: Mesh, color: Srgb, accent: Srgb): Mesh {
  const seam = shade(color, 0.72);
  const panel = shade(mixColors(color, '#ece6dc', brightness(color) > 0.75 ? 0.25 : 0), 0.93);
  return paint(mesh, (x, y, z, normal) => {
    const side = Math.abs(z);
    const toe = x - 0.104 + side * side * 9;
    const heel = -0.112 - x;
    const stay = 0.021 - side + softStep(0.09, -0.03, x) * 0.006;
    const isTop = y > 0.075 && x > -0.04 && x < 0.085;
    const sweep = 0.05 + 0.35 * (0.06 - x) * softStep(0.07, -0.08, x);
    const stripe = x < 0.068 && x > -0.105 && side > 0.014 ? 0.0085 - Math.abs(y - sweep) - Math.max(0, x) * 0.06 : -1;
    const isInside =
      y > 0.085 && x < -0.03 && x > -0.122 && side < 0.03 && normal[1] > -0.2 && isFacingIn(x, z, normal);
    if (isInside) return shade(mixColors(color, '#8a8782', 0.5), 0.75);
    const panels = mixColors(
      color,
      panel,
      Math.max(softStep(-0.001, 0.001, toe), isTop ? softStep(-0.001, 0.001, stay) : 0),
    );
    const dyed = mixColors(panels, accent, Math.max(softStep(-0.001, 0.001, stripe), softStep(-0.001, 0.001, heel)));
    const line = Math.min(Math.abs(toe), Math.abs(heel), isTop ? Math.abs(stay) : 1);
    return mixColors(dyed, seam, softStep(0.0028, 0.0012, line) * 0.6);
  });
}

/** Whether a surface looks towards the axis of the collar. */
function isFacingIn(x: number, z: number, normal: readonly [number, number, number]): boolean {
  return (x + 0.077) * normal[0] + z * normal[2] < 0;
}

/** The outline of a foot from above: round heel, waist, ball, toe. */
function footOutline(grow: number): Outline {
  const right: [number, number][] = [];
  const half: readonly (readonly [x: number, width: number])[] = [
    [-0.146, 0.004],
    [-0.142, 0.02],
    [-0.128, 0.034],
    [-0.1, 0.043],
    [-0.05, 0.042],
    [0, 0.044],
    [0.05, 0.05],
    [0.095, 0.051],
    [0.128, 0.042],
    [0.15, 0.026],
    [0.16, 0.008],
  ];
  for (const [x, width] of half) right.push([x * (1 + grow * 6), -(width + grow)]);
  return [...right, ...right.map(([x, z]) => [x, -z] as [number, number]).reverse()];
}

/** A slab in the foot's outline that rises under the toe. */
function soleMesh(options: {
  readonly grow: number;
  readonly from: number;
  readonly to: number;
  readonly bevel: number;
  readonly color: Srgb;
}): Mesh {
  const { grow, from, to, bevel, color } = options;
  const flat = transformMesh(extrude(footOutline(grow), { depth: to - from, bevel, color }), rotationX(-Math.PI / 2));
  const middle = (from + to) / 2;
  return warp(flat, (x, y, z) => {
    const rise = 1.5 * Math.max(0, x - 0.07) ** 2 + 0.5 * Math.max(0, -0.1 - x) ** 2;
    const thick = 1 + 0.25 * softStep(0.02, -0.1, x);
    return [x, from + (y + middle - from) * thick + rise, z];
  });
}

function addLaces(to: Assembly, color: Srgb): void {
  const rows = to.isFar ? 3 : 6;
  for (let i = 0; i < rows; i++) {
    const t = (i + 0.3) / rows;
    const x = RIDGE.from[0] + (RIDGE.to[0] - RIDGE.from[0]) * t;
    const radius = RIDGE.radius[0] + (RIDGE.radius[1] - RIDGE.radius[0]) * t;
    const top = RIDGE.from[1] + (RIDGE.to[1] - RIDGE.from[1]) * t + radius;
    for (const side of [-1, 1])
      to.add(
        MATT,
        tube(
          [
            [x + 0.004, top - 0.006, side * 0.022],
            [x + 0.002, top + 0.003, side * 0.013],
            [x - 0.003, top + 0.008, 0],
            [x - 0.009, top + 0.009, -side * 0.01],
          ],
          { radius: 0.0036, color, sides: to.segments(8), rings: to.segments(10) },
        ),
      );
  }
}
