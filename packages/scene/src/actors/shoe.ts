import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { brightness, mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { extrude, type Outline } from '../model/extrude.ts';
import { rotationX } from '../model/matrix.ts';
import { smoothNormals, transformMesh, warp } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { along, type Curve } from './car-shapes.ts';
import { isCalled, MATT, PAINT, propActor } from './prop.ts';
import { craftParts, LEATHER, type Tools } from './prop-tools.ts';

/** A sneaker seen from its side, or a boot by word: the toe points to +x, so that the silhouette reads at once. */
export const shoe: ActorModel = { gaits: { float: 0.2, spin: 0, jump: 0 }, build };

const UPPER: Material = { specular: 0.14, gloss: 18, wrap: 0.3, rim: 0.06 };

interface Last {
  /** Half the width above the sole, from the heel (−x) to the toe. */
  readonly width: Curve;
  /** Height of the collar behind `throat`, of the ridge before it. */
  readonly top: Curve;
  /** Half the width of the opening. */
  readonly collar: Curve;
  readonly throat: number;
}
const SNEAKER: Last = {
  width: [
    -0.15, 0.012, -0.145, 0.024, -0.13, 0.033, -0.1, 0.038, -0.04, 0.037, 0.02, 0.042, 0.075, 0.047, 0.11, 0.042, 0.138,
    0.028, 0.152, 0.012,
  ],
  top: [
    -0.15, 0.09, -0.146, 0.118, -0.13, 0.124, -0.1, 0.1, -0.07, 0.095, -0.035, 0.112, -0.012, 0.122, 0, 0.117, 0.05,
    0.091, 0.09, 0.071, 0.125, 0.06, 0.146, 0.048, 0.152, 0.036,
  ],
  collar: [-0.15, 0.004, -0.145, 0.016, -0.125, 0.024, -0.09, 0.026, -0.04, 0.024, -0.01, 0.017, 0, 0.012],
  throat: -0.006,
};
const BOOT: Last = {
  width: [
    -0.14, 0.014, -0.134, 0.026, -0.12, 0.034, -0.09, 0.038, -0.03, 0.038, 0.03, 0.042, 0.075, 0.046, 0.11, 0.041,
    0.138, 0.027, 0.15, 0.012,
  ],
  top: [
    -0.14, 0.21, -0.135, 0.222, -0.1, 0.224, -0.05, 0.226, -0.022, 0.224, -0.016, 0.21, 0.004, 0.15, 0.03, 0.108, 0.07,
    0.084, 0.11, 0.07, 0.138, 0.054, 0.15, 0.036,
  ],
  collar: [-0.14, 0.006, -0.132, 0.024, -0.11, 0.036, -0.08, 0.039, -0.045, 0.034, -0.025, 0.018, -0.018, 0.01],
  throat: -0.02,
};
/** Where the upper leaves the sole. */
const FOOT = 0.03;
const SIDE = 15;
const INSIDE = 4;

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isBoot = isCalled(context, /boot/);
  const color = toSrgb(actor.color ?? (isBoot ? '#8a5a34' : '#d8402c'));
  const parts = craftParts(`shoe/${isBoot}/${toHex(color)}`, detail, (to) => addShoe(to, color, isBoot));
  return propActor(context, parts, { root: (t) => (actor.motion.kind === 'spin' ? turn(t * 0.9) : turn(-0.1)) });
}

function turn(a: number): number[] {
  return [Math.cos(a), 0, -Math.sin(a), 0, 0, 1, 0, 0, Math.sin(a), 0, Math.cos(a), 0, 0, 0, 0, 1];
}

function addShoe(to: Tools, color: Srgb, isBoot: boolean): void {
  const last = isBoot ? BOOT : SNEAKER;
  const isPale = brightness(color) > 0.75;
  const accent = toSrgb(isPale ? '#3d6fb0' : '#f7f4ee');
  const dye = isBoot ? bootDye(color) : sneakerDye(color);
  to.add(isBoot ? LEATHER : UPPER, upperMesh(last, to.isHero ? 84 : to.isFar ? 20 : 44, dye));
  const white = toSrgb(isBoot ? '#3a2a20' : '#f3f1ec');
  to.add(PAINT, soleMesh({ grow: 0, from: 0.008, to: isBoot ? 0.03 : 0.04, bevel: 0.006, color: white }));
  to.add(
    MATT,
    soleMesh({
      grow: 0.001,
      from: 0,
      to: 0.011,
      bevel: 0.002,
      color: toSrgb(isBoot ? '#221a16' : isPale ? '#3d6fb0' : '#2a2b2e'),
    }),
  );
  if (isBoot) to.block(MATT, [0.075, 0.03, 0.074], [-0.1, 0.014, 0], '#221a16', 0.006);
  else addStripe(to, last, accent);
  // The tongue stands up before the opening.
  const [x, y] = [last.throat, along(last.top, last.throat)];
  const tip = isBoot ? [-0.026, y + 0.022, 0] : [-0.034, y + 0.026, 0];
  for (const z of [-0.009, 0, 0.009])
    to.bar(
      UPPER,
      [
        x + 0.03,
        along(last.top, x + 0.03) - 0.002,
        z,
        x + 0.004,
        y + 0.004,
        z * 1.2,
        tip[0]!,
        tip[1]! - Math.abs(z) * 0.3,
        z * 1.5,
      ],
      0.0085,
      shade(mixColors(color, '#f2efe8', isBoot ? 0 : 0.25), 0.9),
    );
  addLaces(to, last, isBoot ? toSrgb('#2c221b') : isPale ? mixColors(white, accent, 0.1) : white, isBoot);
  if (!isBoot) to.bar(UPPER, [-0.146, 0.1, 0, -0.158, 0.122, 0, -0.15, 0.137, 0], 0.005, accent);
}

/** Two slanting bands on both sides. */
function addStripe(to: Tools, last: Last, color: Srgb): void {
  for (const side of [-1, 1])
    for (const from of [-0.078, -0.056]) {
      const path = Array.from({ length: 6 }, (_, i) => {
        const x = from + i * 0.0085;
        const y = 0.046 + i * 0.0082;
        const section = halfSection(last, x);
        const k = Math.max(
          1,
          section.findIndex(([, py]) => py > y),
        );
        const [low, high] = [section[k - 1]!, section[k]!];
        return [
          x,
          y,
          side * (low[2] + (high[2] - low[2]) * ((y - low[1]) / Math.max(1e-5, high[1] - low[1])) - 0.0025),
        ];
      }).flat();
      to.bar(UPPER, path, 0.0052, color);
    }
}

/** The upper as one skin: up the sides to the collar and down into the shoe, or over the instep. */
function upperMesh(last: Last, steps: number, dye: (x: number, y: number, z: number) => Srgb): Mesh {
  const [heel, toe] = [last.width[0]!, last.width.at(-2)!];
  const even = Array.from(
    { length: steps + 1 },
    (_, i) => heel + ((toe - heel) * (1 - Math.cos((i / steps) * Math.PI))) / 2,
  );
  const xs = [...even, last.throat - 0.0005, last.throat + 0.0005].sort((a, b) => a - b);
  const positions: number[] = [];
  const colors: number[] = [];
  const columns = 2 * (SIDE + INSIDE) + 1;
  for (const x of xs) {
    const half = halfSection(last, x);
    const row = [
      ...half,
      ...half
        .slice(0, -1)
        .map(([px, py, pz]): Vec3 => [px, py, -pz])
        .reverse(),
    ];
    row.forEach((point, j) => {
      positions.push(...point);
      const isInside = x < last.throat && Math.min(j, columns - 1 - j) > SIDE;
      colors.push(...(isInside ? shade(dye(0, 0.08, 0), 0.5) : dye(...point)), 255);
    });
  }
  const indices: number[] = [];
  for (let i = 0; i + 1 < xs.length; i++)
    for (let j = 0; j + 1 < columns; j++) {
      const a = i * columns + j;
      indices.push(a, a + columns, a + 1, a + 1, a + columns, a + columns + 1);
    }
  // The back of the heel: from the left side to the right one.
  for (let j = 0; j < SIDE; j++) {
    const b = columns - 1 - j;
    indices.push(j, j + 1, b - 1, j, b - 1, b);
  }
  const placed = Float32Array.from(positions);
  const triangles = Uint32Array.from(indices);
  return {
    positions: placed,
    normals: smoothNormals(placed, triangles),
    colors: Uint8Array.from(colors),
    indices: triangles,
  };
}

/** From the sole on the left (+z) to the middle. */
function halfSection(last: Last, x: number): Vec3[] {
  const [w, top] = [along(last.width, x), along(last.top, x)];
  const rise = top - FOOT;
  if (x > last.throat)
    return Array.from({ length: SIDE + INSIDE + 1 }, (_, j) => {
      const a = (j / (SIDE + INSIDE)) * (Math.PI / 2);
      return [x, FOOT - 0.008 + (rise + 0.008) * Math.sin(a) ** 0.9, w * Math.cos(a) ** 0.62];
    });
  const c = along(last.collar, x);
  const side = Array.from({ length: SIDE + 1 }, (_, j): Vec3 => {
    const s = j / SIDE;
    const bulge = 1 + 0.05 * Math.sin(s * Math.PI * 0.8);
    return [x, FOOT - 0.008 + (rise + 0.008) * s, (w + (c - w) * softStep(0.1, 1, s)) * bulge];
  });
  const into = [
    [0.86, 0.002],
    [0.68, -0.004],
    [0.6, -0.03],
    [0, -0.045],
  ] as const;
  return [...side, ...into.map(([share, down]): Vec3 => [x, Math.max(FOOT + 0.01, top + down), c * share])];
}

/** Toe guard, eyelet panel and heel counter. */
function sneakerDye(color: Srgb): (x: number, y: number, z: number) => Srgb {
  const panel = shade(color, brightness(color) > 0.75 ? 0.86 : 0.74);
  const crisp = (value: number): number => softStep(-0.0012, 0.0012, value);
  return (x, y, z) => {
    const side = Math.abs(z);
    const toe = x - 0.098 + Math.max(0, y - 0.03) * 0.5;
    const stay = x > -0.02 && x < 0.078 ? 0.02 - Math.abs(side - 0.021) * 1.6 - Math.max(0, 0.052 - y) : -1;
    const heel = -0.104 - x - (y - 0.06) * 0.45;
    const panels = mixColors(color, panel, Math.max(crisp(toe), crisp(heel), crisp(stay)));
    return panels;
  };
}

/** Darker towards the toe and the heel, as polished leather is. */
function bootDye(color: Srgb): (x: number, y: number, z: number) => Srgb {
  return (x, y) => {
    const worn = Math.max(softStep(0.06, 0.15, x), softStep(-0.09, -0.14, x) * 0.8) * softStep(0.14, 0.05, y);
    const seam = Math.min(Math.abs(x - 0.066 + (y - 0.03) * 0.4), Math.abs(x + 0.08 - (y - 0.1) * 0.25));
    return shade(color, (1 - 0.36 * worn) * (seam < 0.002 ? 0.62 : 1) * (y > 0.205 ? 0.8 : 1));
  };
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
  const curve = half.flat();
  const [heel, toe] = [curve[0]!, curve.at(-2)!];
  for (let i = 0; i <= 30; i++) {
    const x = heel + ((toe - heel) * (1 - Math.cos((i / 30) * Math.PI))) / 2;
    right.push([x * (1 + grow * 6), -(along(curve, x) + grow)]);
  }
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

/** Laces across the instep, each over its pair of eyelets, and a bow. */
function addLaces(to: Tools, last: Last, color: Srgb, isBoot: boolean): void {
  const rows = to.isFar ? 3 : isBoot ? 7 : 6;
  for (let i = 0; i < rows; i++) {
    const x = last.throat + 0.006 + (i / (rows - 1)) * (isBoot ? 0.05 : 0.07);
    const y = along(last.top, x);
    const half = 0.013 + i * 0.0012;
    const drop = isBoot ? 0.004 : 0.006;
    for (const s of [-1, 1]) {
      to.bar(
        MATT,
        [x, y - drop, s * half, x + 0.004, y + 0.004, 0, x + 0.01, along(last.top, x + 0.01) - drop, -s * half],
        0.0024,
        shade(color, s > 0 ? 1 : 0.92),
      );
      to.bead(PAINT, 0.0032, [x, y - drop, s * (half + 0.001)], shade(color, 0.5));
    }
  }
  const [x, y] = [last.throat + 0.004, along(last.top, last.throat + 0.004) + 0.006];
  for (const s of [-1, 1]) {
    to.bar(
      MATT,
      [
        x,
        y,
        0,
        x + 0.006,
        y + 0.008,
        s * 0.018,
        x + 0.014,
        y - 0.004,
        s * 0.034,
        x + 0.012,
        y - 0.01,
        s * 0.02,
        x,
        y - 0.001,
        0,
      ],
      0.0022,
      color,
    );
    to.bar(MATT, [x, y, 0, x + 0.016, y - 0.006, s * 0.022, x + 0.024, y - 0.028, s * 0.038], 0.0021, color);
  }
}
