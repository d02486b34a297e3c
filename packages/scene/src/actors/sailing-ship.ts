import type { Mesh } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationX, rotationZ } from '../model/matrix.ts';
import { fillColors, paint, smoothNormals } from '../model/mesh.ts';
import { box } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { FABRIC, isCalled, LIT, PLANKS, propActor, WOOD } from './prop.ts';
import { craftParts, DULL_METAL, type Tools } from './prop-tools.ts';

/** A three-masted ship under sail; black sails and a skull by word. It faces +z and rocks on the water. */
export const sailingShip: ActorModel = { gaits: { float: 0.3, drive: 3, swim: 2.5, run: 5, fly: 4, walk: 1.5 }, build };

const LENGTH = 20;
const HALF = 2.7;

function build(context: ActorContext): Actor {
  const { actor, detail, isNight, copy } = context;
  const isPirate = isCalled(context, /pirate|ghost|corsair|buccaneer/);
  const color = toSrgb(actor.color ?? (isPirate ? '#4a2e1c' : '#6d4326'));
  const sails = isPirate ? '#33302f' : isCalled(context, /viking/) ? '#c8342c' : '#f3ead6';
  const parts = craftParts(`sailingShip/${isPirate}/${sails}/${toHex(color)}/${isNight}`, detail, (to) => {
    addHull(to, color, isNight);
    for (const [z, tall] of [
      [5, 13],
      [-0.6, 15.5],
      [-6.2, 11.5],
    ] as const)
      addMast(to, z, tall, sails, isPirate && z < 0 && z > -3);
    to.rod(WOOD, [0, 3.6, 9], [0, 6, 14], [0.2, 0.1], '#5d3a20');
    to.add(
      FABRIC,
      billow(
        [
          [0, 5.9, 13.8],
          [0, 4.2, 8.2],
          [0, 12.5, 5.4],
        ],
        0.9,
        sails,
        to.isFar ? 4 : 10,
      ),
    );
    to.add(
      FABRIC,
      billow(
        [
          [0, 4.9, 11.6],
          [0, 4, 7],
          [0, 10, 5.5],
        ],
        0.7,
        toHex(shade(sails, 0.95)),
        to.isFar ? 4 : 10,
      ),
    );
    for (const [z, tall] of [
      [5, 13],
      [-0.6, 15.5],
      [-6.2, 11.5],
    ] as const)
      for (const s of [-1, 1])
        for (const dz of [-1, 0, 1])
          to.rod(WOOD, [s * HALF * 0.9, 3, z + dz * 0.9], [0, 3 + tall * 0.62, z], 0.025, '#2a1f18');
    to.rod(WOOD, [0, 6, 13.8], [0, 15.6, 5], 0.025, '#2a1f18');
    to.rod(WOOD, [0, 15, 5], [0, 17.6, -0.6], 0.025, '#2a1f18');
  });
  const flag = craftParts(`sailingShip/flag/${isPirate}`, detail, (to) =>
    to.add(FABRIC, box(0.03, 0.9, 1.5, isPirate ? '#16161a' : '#c8342c'), { at: [0, 0, -0.75] }),
  );
  return propActor(context, parts, {
    seats: [{ position: [0, 2.9, 1.5], width: 1.6 }],
    animate: (t, _travel, add) =>
      add(
        flag,
        multiply(
          [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 18.4, -0.6, 1],
          [
            Math.cos(0.3 * Math.sin(t * 3)),
            0,
            -Math.sin(0.3 * Math.sin(t * 3)),
            0,
            0,
            1,
            0,
            0,
            Math.sin(0.3 * Math.sin(t * 3)),
            0,
            Math.cos(0.3 * Math.sin(t * 3)),
            0,
            0,
            0,
            0,
            1,
          ],
        ),
      ),
    root: (t) => {
      const turned = [
        ...multiply(rotationZ(0.03 * Math.sin(t * 0.9 + copy)), rotationX(0.018 * Math.sin(t * 0.7 + copy * 2))),
      ];
      turned[13] = 0.22;
      return turned;
    },
    ...(isNight
      ? { lights: () => [{ position: [0, 6, -9.5] as const, color: [1.8, 1.2, 0.5] as const, radius: 9 }] }
      : {}),
  });
}

/** How wide and how high the side of the ship is at a share of its length from the stern. */
function widthAt(s: number): number {
  return HALF * Math.min(1, 0.72 + 1.4 * s) * Math.sqrt(Math.max(0, 1 - softStep(0.55, 1.02, s) ** 1.4));
}
function railAt(s: number): number {
  return 2.9 + 1.9 * softStep(0.34, 0, s) + 1.2 * softStep(0.74, 1, s);
}

function addHull(to: Tools, color: Srgb, isNight: boolean): void {
  const steps = to.isHero ? 40 : 20;
  const rows = 8;
  const [positions, indices]: [number[], number[]] = [[], []];
  for (const inside of [0, 1]) {
    const first = positions.length / 3;
    for (let i = 0; i <= steps; i++) {
      const s = i / steps;
      const [half, top] = [widthAt(s) - inside * 0.14, railAt(s)];
      const keel = 1.6 * softStep(0.85, 1, s) + 0.5 * softStep(0.12, 0, s);
      for (let j = 0; j <= rows * 2; j++) {
        const v = j / rows - 1;
        const side = Math.sign(v) * Math.min(1, Math.abs(v) ** 0.42 * 1.02) * (1 - 0.1 * Math.abs(v) ** 6);
        positions.push(
          side * half,
          keel + (top - keel) * Math.abs(v) ** 1.7 + inside * 0.1 * (1 - Math.abs(v)),
          (s - 0.5) * LENGTH,
        );
      }
    }
    const n = rows * 2 + 1;
    for (let i = 0; i < steps; i++)
      for (let j = 0; j < rows * 2; j++) {
        const a = first + i * n + j;
        const quad = [a, a + 1, a + n + 1, a, a + n + 1, a + n];
        indices.push(...(inside ? quad.reverse() : quad));
      }
    for (let j = 1; j < rows * 2; j++)
      indices.push(...(inside ? [first, first + j + 1, first + j].reverse() : [first, first + j + 1, first + j]));
  }
  const places = Float32Array.from(positions);
  const triangles = Uint32Array.from(indices);
  const mesh: Mesh = {
    positions: places,
    indices: triangles,
    normals: smoothNormals(places, triangles),
    colors: fillColors(places.length / 3, color),
  };
  to.add(
    PLANKS,
    paint(mesh, (_x, y, z) => {
      const rail = railAt(z / LENGTH + 0.5);
      return y > rail - 0.35
        ? mixColors(color, '#d9b25c', 0.7)
        : y < 0.9
          ? shade(color, 0.55)
          : y > rail - 1.2 && y < rail - 0.9
            ? mixColors(color, '#e9d7a6', 0.55)
            : color;
    }),
  );
  const deck = (from: number, until: number, y: number): void => {
    const right = Array.from({ length: 9 }, (_, i) => {
      const share = until + ((from - until) * i) / 8;
      return [widthAt(share) - 0.08, (0.5 - share) * LENGTH] as const;
    });
    const left = right.map(([x, y]) => [-x, y] as const).reverse();
    to.plate(PLANKS, [...left, ...right].reverse().flat(), 0.12, '#a9794a', {
      at: [0, y, 0],
      rotate: [-Math.PI / 2, 0, 0],
    });
  };
  deck(0.02, 0.98, 2.2);
  deck(0.01, 0.27, 3.7);
  deck(0.8, 0.97, 3.2);
  to.block(WOOD, [4.6, 1.5, 0.14], [0, 2.95, -4.6], shade(color, 0.9), 0.03);
  to.block(WOOD, [2.8, 1, 0.14], [0, 2.7, 6], shade(color, 0.9), 0.03);
  for (const s of [-1, 1]) {
    for (let i = 0; i < 6; i++) {
      const z = 4.5 - i * 1.7;
      const x = s * (widthAt(z / LENGTH + 0.5) - 0.02);
      to.block(WOOD, [0.16, 0.5, 0.56], [x, 1.85, z], '#2a1c12', 0.04);
      to.rod(DULL_METAL, [x - s * 0.1, 1.85, z], [x + s * 0.42, 1.85, z], 0.12, '#26282b');
    }
    for (let i = 0; i < 3; i++)
      to.block(LIT, [0.7, 0.5, 0.1], [(i - 1) * 1.1, 3.4, -10.03], isNight ? '#ffcf7a' : '#c9a86a', 0.03);
    to.block(WOOD, [0.14, 0.34, 0.3], [s * 1.6, 5.1, -9.9], '#d9b25c', 0.05);
  }
  to.block(WOOD, [4, 0.16, 0.16], [0, 2.9, -10.05], '#d9b25c', 0.05);
  to.block(WOOD, [4.2, 0.16, 0.16], [0, 4.1, -10.03], '#d9b25c', 0.05);
  to.ball({ ...LIT, emissive: isNight ? 1.6 : 0.4 }, [0.24, 0.34, 0.24], [0, 5.4, -10], '#ffd98a');
  to.hoop(WOOD, 0.5, 0.06, [0, 4.6, -7], '#7a5230', [0, 0, 0]);
}

function addMast(to: Tools, z: number, tall: number, sails: string, hasSkull: boolean): void {
  to.rod(WOOD, [0, 2, z], [0, 3 + tall, z], [0.26, 0.1], '#5d3a20');
  const rows = [
    [0.1, 0.42, 3.9],
    [0.46, 0.72, 3.2],
    [0.75, 0.94, 2.3],
  ] as const;
  for (const [low, high, half] of rows) {
    const [y0, y1] = [3 + tall * low, 3 + tall * high];
    to.rod(WOOD, [-half * 1.05, y1, z + 0.2], [half * 1.05, y1, z + 0.2], 0.09, '#5d3a20');
    to.add(FABRIC, squareSail(half * 0.98, half * 0.9, y0, y1, z + 0.25, sails, to.isFar ? 4 : 9));
    if (hasSkull && low > 0.4 && high < 0.8) addSkull(to, (y0 + y1) / 2, z + 1.32);
  }
  to.turned(WOOD, [0, 0, 0.5, 0, 0.62, 0.55, 0.56, 0.55, 0, 0.2], '#5d3a20', { at: [0, 3 + tall * 0.72, z] }, 18);
}

/** A sail that bellies forward; seen from both sides. */
function squareSail(top: number, foot: number, y0: number, y1: number, z: number, color: string, n: number): Mesh {
  const points = (u: number, v: number): readonly [number, number, number] => {
    const half = foot + (top - foot) * v;
    const belly = Math.sin(Math.PI * u) ** 0.8 * Math.sin(Math.PI * Math.min(1, 0.16 + v * 0.84));
    return [(u * 2 - 1) * half, y0 + (y1 - y0) * v + (1 - v) * 0.35 * Math.sin(Math.PI * u), z + belly * 1.05];
  };
  return cloth(points, color, n);
}

function billow(
  corners: readonly (readonly [number, number, number])[],
  belly: number,
  color: string,
  n: number,
): Mesh {
  const [a, b, c] = corners as [
    readonly [number, number, number],
    readonly [number, number, number],
    readonly [number, number, number],
  ];
  return cloth(
    (u, v) => {
      const at = (k: 0 | 1 | 2): number => (a[k] * (1 - u) + b[k] * u) * (1 - v) + c[k] * v;
      return [at(0) + belly * Math.sin(Math.PI * u) * Math.sin(Math.PI * Math.min(1, v + 0.2)), at(1), at(2)];
    },
    color,
    n,
  );
}

function cloth(at: (u: number, v: number) => readonly [number, number, number], color: string, n: number): Mesh {
  const [positions, indices]: [number[], number[]] = [[], []];
  for (const side of [0, 1]) {
    const first = positions.length / 3;
    for (let j = 0; j <= n; j++)
      for (let i = 0; i <= n; i++) {
        const [x, y, z] = at(i / n, j / n);
        positions.push(x + side * 0.004, y, z - side * 0.02);
      }
    for (let j = 0; j < n; j++)
      for (let i = 0; i < n; i++) {
        const a = first + j * (n + 1) + i;
        const quad = [a, a + 1, a + n + 2, a, a + n + 2, a + n + 1];
        indices.push(...(side ? quad.reverse() : quad));
      }
  }
  const places = Float32Array.from(positions);
  const triangles = Uint32Array.from(indices);
  const mesh: Mesh = {
    positions: places,
    indices: triangles,
    normals: smoothNormals(places, triangles),
    colors: fillColors(places.length / 3, color),
  };
  return paint(mesh, (_x, y) => shade(color, 0.95 + 0.05 * Math.sin(y * 5)));
}

function addSkull(to: Tools, y: number, z: number): void {
  to.ball(FABRIC, [0.72, 0.62, 0.14], [0, y + 0.1, z], '#efe9da');
  to.ball(FABRIC, [0.4, 0.34, 0.12], [0, y - 0.48, z + 0.02], '#efe9da');
  for (const s of [-1, 1]) {
    to.ball(FABRIC, [0.19, 0.2, 0.1], [s * 0.28, y + 0.05, z + 0.1], '#16161a');
    to.rod(FABRIC, [-s * 0.9, y - 1.05, z + 0.05], [s * 0.9, y - 0.55, z + 0.05], 0.09, '#efe9da');
  }
  to.bead(FABRIC, [0.08, 0.12, 0.08], [0, y - 0.2, z + 0.12], '#16161a');
}
