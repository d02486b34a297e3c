import type { Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import type { ShapeBuilder } from '../stage/shape.ts';

/** A curtain as a sheet of soft folds, gathered at the top. */
export function addCurtain(shape: ShapeBuilder, x: number, z: number, width: number, top: number, color: number): void {
  const folds = 48;
  const wave = (share: number, low: boolean): Vec3 => {
    const fold = Math.sin(share * Math.PI * 11) * (low ? 0.075 : 0.045) + Math.sin(share * Math.PI * 4.3 + 1) * 0.03;
    return [x + (share - 0.5) * width * (low ? 1.06 : 0.94), low ? 0.04 : top, z + fold];
  };
  for (let i = 0; i < folds; i++) {
    const [a, b] = [i / folds, (i + 1) / folds];
    shape.quad(
      wave(a, true),
      wave(b, true),
      wave(b, false),
      wave(a, false),
      color,
      0.75 + 0.25 * Math.sin(a * Math.PI * 11) ** 2,
    );
  }
}

/** A round rug of rings. */
export function addRug(
  shape: ShapeBuilder,
  center: Vec3,
  radiusX: number,
  radiusZ: number,
  colors: readonly [number, number, number],
): void {
  const rings: readonly (readonly [number, number])[] = [
    [1, colors[0]],
    [0.93, colors[1]],
    [0.905, colors[0]],
    [0.74, colors[1]],
    [0.72, colors[2]],
    [0, colors[2]],
  ];
  const around = 56;
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    const [outer, color] = rings[ring]!;
    const inner = rings[ring + 1]![0];
    for (let i = 0; i < around; i++) {
      const at = (step: number, r: number): Vec3 => {
        const angle = (step / around) * Math.PI * 2;
        return [center[0] + Math.sin(angle) * radiusX * r, center[1], center[2] + Math.cos(angle) * radiusZ * r];
      };
      if (inner > 0) shape.quad(at(i, outer), at(i + 1, outer), at(i + 1, inner), at(i, inner), color);
      else shape.triangle(at(i, outer), at(i + 1, outer), [center[0], center[1], center[2]], color);
    }
  }
}

/** A framed landscape: sky, sun and two hills. */
export function addPicture(shape: ShapeBuilder, [x, y, z]: Vec3, w: number, h: number): void {
  shape.box([x, y, z], [w + 0.12, h + 0.12, 0.05], 0x9a6a3c);
  const flat = (cx: number, cy: number, fw: number, fh: number, color: number, out: number): void =>
    shape.quad(
      [cx - fw / 2, cy - fh / 2, z + out],
      [cx + fw / 2, cy - fh / 2, z + out],
      [cx + fw / 2, cy + fh / 2, z + out],
      [cx - fw / 2, cy + fh / 2, z + out],
      color,
    );
  flat(x, y, w, h, 0xefe7d8, 0.03);
  flat(x, y, w * 0.82, h * 0.8, 0xbfd8d6, 0.032);
  const disc = (cx: number, cy: number, r: number, color: number, out: number, from = 0, to = Math.PI * 2): void => {
    for (let i = 0; i < 18; i++) {
      const [a, b] = [from + ((to - from) * i) / 18, from + ((to - from) * (i + 1)) / 18];
      shape.triangle(
        [cx, cy, z + out],
        [cx + Math.cos(a) * r, cy + Math.sin(a) * r, z + out],
        [cx + Math.cos(b) * r, cy + Math.sin(b) * r, z + out],
        color,
      );
    }
  };
  disc(x + w * 0.16, y + h * 0.12, h * 0.1, 0xe8a03c, 0.034);
  disc(x - w * 0.16, y - h * 0.4, w * 0.25, 0x7fae6a, 0.036, 0, Math.PI);
  disc(x + w * 0.15, y - h * 0.4, w * 0.26, 0x5c9156, 0.038, 0, Math.PI);
}

/** A pot with broad, bent leaves. */
export function addPlant(shape: ShapeBuilder, [x, y, z]: Vec3, size: number): void {
  shape.lathe(
    [x, y, z],
    [
      [0, 0],
      [size * 0.24, 0],
      [size * 0.34, size * 0.42],
      [size * 0.38, size * 0.42],
      [size * 0.38, size * 0.52],
      [size * 0.32, size * 0.52],
      [size * 0.3, size * 0.46],
      [0, size * 0.46],
    ],
    0xb5623c,
    20,
  );
  for (let leaf = 0; leaf < 17; leaf++) {
    const angle = leaf * 2.4 + 0.4;
    const lift = 0.35 + 0.75 * hash(leaf, 4);
    const length = size * (0.75 + 0.45 * hash(leaf, 5));
    const color = [0x4f9a3c, 0x3f8836, 0x66ad48][leaf % 3]!;
    const spine = (share: number): Vec3 => [
      x + Math.sin(angle) * length * share * (1.1 - lift * 0.5),
      y + size * 0.48 + length * (share * lift * 1.3 - share * share * 0.55),
      z + Math.cos(angle) * length * share * (1.1 - lift * 0.5),
    ];
    const steps = 5;
    for (let i = 0; i < steps; i++) {
      const edge = (step: number, side: number): Vec3 => {
        const share = step / steps;
        const p = spine(share);
        const w = size * 0.13 * Math.sin(Math.PI * Math.min(1, share * 0.95 + 0.05)) * side;
        return [p[0] + Math.cos(angle) * w, p[1] + Math.abs(w) * 0.35, p[2] - Math.sin(angle) * w];
      };
      for (const side of [-1, 1]) {
        const [a, b, c, d] = [spine(i / steps), spine((i + 1) / steps), edge(i + 1, side), edge(i, side)];
        // Leaves are seen from both sides.
        shape.quad(a, b, c, d, color);
        shape.quad(d, c, b, a, color, 0.7);
      }
    }
  }
}

/** A small round table on three legs. @returns the height of its top. */
export function addSideTable(shape: ShapeBuilder, [x, y, z]: Vec3, color: number): number {
  const height = 0.56;
  shape.lathe(
    [x, y, z],
    [
      [0, height - 0.045],
      [0.37, height - 0.04],
      [0.38, height - 0.02],
      [0.37, height],
      [0, height],
    ],
    color,
    30,
  );
  for (let leg = 0; leg < 3; leg++) {
    const angle = leg * 2.094 + 0.5;
    shape.tube(
      [
        [x + Math.sin(angle) * 0.33, y, z + Math.cos(angle) * 0.33],
        [x + Math.sin(angle) * 0.2, y + height - 0.04, z + Math.cos(angle) * 0.2],
      ],
      0.022,
      color,
      8,
    );
  }
  return y + height;
}

/** A floor lamp: foot and pole into `solid`, the shade into `glow`. @returns the middle of its shade. */
export function addFloorLamp(solid: ShapeBuilder, glow: ShapeBuilder, [x, y, z]: Vec3): Vec3 {
  solid.lathe(
    [x, y, z],
    [
      [0, 0.03],
      [0.17, 0.03],
      [0.17, 0],
      [0, 0],
    ].reverse() as [number, number][],
    0xb08a3c,
    22,
  );
  solid.tube(
    [
      [x, y, z],
      [x, y + 1.55, z],
    ],
    0.014,
    0xb08a3c,
    8,
  );
  glow.lathe(
    [x, y, z],
    [
      [0.29, 1.32],
      [0.21, 1.72],
    ],
    0xffe9c0,
    26,
  );
  return [x, y + 1.5, z];
}
