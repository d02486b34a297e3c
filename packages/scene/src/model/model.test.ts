import type { Mesh } from '@openimagine/render';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { smoothBlob } from './blob.ts';
import { keyed, once } from './cache.ts';
import { fromHsl, jitterColor, toHex, toHsl, toLinear, toSrgb } from './color.ts';
import { curveAt } from './curve.ts';
import { extrude } from './extrude.ts';
import type { BlobPart } from './field.ts';
import { lathe } from './lathe.ts';
import { alongSegment, compose, multiply, rotationX, rotationY, transformPoint, translation } from './matrix.ts';
import { mergeMeshes, meshBounds, paint, transformMesh, triangleCount, weld } from './mesh.ts';
import { bakeOcclusion } from './occlusion.ts';
import { box, cone, cylinder, quad, ring, sphere } from './primitives.ts';
import { roundedBox } from './rounded-box.ts';
import { tube } from './tube.ts';

const BODY: readonly BlobPart[] = [
  { kind: 'ball', at: [0, 0.3, 0], radius: [0.2, 0.25, 0.2] },
  { kind: 'ball', at: [0, 0.6, 0], radius: 0.14, blend: 0.1 },
  { kind: 'limb', from: [0.1, 0.2, 0.1], to: [0.14, 0.02, 0.12], radius: [0.06, 0.04], mirror: true },
  { kind: 'ball', at: [0, 0.6, 0.14], radius: 0.05, cut: true },
];

describe('the modelling kit', () => {
  const closed: readonly (readonly [string, () => Mesh])[] = [
    ['box', () => box(1, 2, 3)],
    ['roundedBox', () => roundedBox([1, 0.5, 2], 0.1)],
    ['sphere', () => sphere([1, 2, 0.5])],
    ['cylinder', () => cylinder({ radius: 0.5, height: 1 })],
    ['cone', () => cone(0.5, 1)],
    ['ring', () => ring(1, 0.1)],
    [
      'lathe',
      () =>
        lathe([
          [0, 0],
          [0.4, 0],
          [0.5, 0.6],
          [0, 0.9],
        ]),
    ],
    [
      'tube',
      () =>
        tube(
          [
            [0, 0, 0],
            [0, 1, 0],
            [0.5, 1.5, 0.2],
          ],
          { radius: (share) => 0.1 * (1 - share * 0.8) },
        ),
    ],
    [
      'extrude',
      () =>
        extrude(
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
          { depth: 0.3, bevel: 0.02 },
        ),
    ],
    ['smoothBlob', () => smoothBlob(BODY, 0.03)],
    ['mirrored', () => transformMesh(smoothBlob(BODY, 0.05), compose({ scale: [-1, 1, 1] }))],
  ];

  it.each(closed)('%s is closed, faces outwards and has unit normals', (_, build) => {
    const mesh = build();
    expectSound(mesh);
    expect(openEdges(mesh)).toBe(0);
    expect(volume(mesh)).toBeGreaterThan(0);
    expect(normalsAgreeWithFaces(mesh)).toBeGreaterThan(0.97);
  });

  it('blobs are equal when built twice and stay within the budget their edge length promises', () => {
    const first = smoothBlob(BODY, 0.02);
    const second = smoothBlob(BODY, 0.02);
    expect(first.positions).toEqual(second.positions);
    expect(first.colors).toEqual(second.colors);
    expect(triangleCount(first)).toBeGreaterThan(2000);
    expect(triangleCount(first)).toBeLessThan(6000);
  });

  it('blobs reach as far as their parts', () => {
    const { min, max } = meshBounds(smoothBlob(BODY, 0.02));
    expect(min[1]).toBeCloseTo(-0.02, 1);
    expect(max[1]).toBeGreaterThan(0.72);
    expect(max[0]).toBeCloseTo(-min[0], 2);
  });

  it('creases of blobs are less open than their bulges', () => {
    const mesh = smoothBlob(BODY, 0.02);
    const open = Array.from(mesh.colors).filter((_, i) => i % 4 === 3);
    expect(Math.max(...open)).toBe(255);
    expect(Math.min(...open)).toBeLessThan(200);
  });

  it('merging keeps every triangle and paints whole parts', () => {
    const merged = mergeMeshes([
      { mesh: box(1, 1, 1), color: '#102030' },
      { mesh: quad(1, 1), matrix: translation(5, 0, 0) },
    ]);
    expect(triangleCount(merged)).toBe(14);
    expect(Array.from(merged.colors.subarray(0, 3))).toEqual([16, 32, 48]);
    expect(meshBounds(merged).max[0]).toBeCloseTo(5.5);
    expectSound(merged);
  });

  it('quads carry texture coordinates with v = 0 at the top', () => {
    const mesh = quad(2, 2);
    const top = Array.from({ length: 4 }, (_, i) => [mesh.positions[i * 3 + 1]!, mesh.uvs![i * 2 + 1]!]);
    for (const [y, v] of top) expect(v).toBe(y! > 0 ? 0 : 1);
  });

  it('paint and occlusion leave the given mesh alone', () => {
    const mesh = box(1, 1, 1, '#ffffff');
    const before = mesh.colors.slice();
    const painted = bakeOcclusion(paint(mesh, (_, y) => [y > 0 ? 200 : 100, 0, 0]));
    expect(mesh.colors).toEqual(before);
    expect(painted.colors[3]).toBeGreaterThan(0);
    expect(painted.colors).not.toEqual(before);
  });
});

describe('matrices', () => {
  it('the last factor is applied first', () => {
    const matrix = multiply(translation(1, 0, 0), rotationY(Math.PI / 2));
    expectNear(transformPoint(matrix, [0, 0, 1]), [2, 0, 0]);
  });

  it('a positive turn about x makes what faces +z look down', () => {
    expectNear(transformPoint(rotationX(Math.PI / 2), [0, 0, 1]), [0, -1, 0]);
  });

  it('alongSegment carries +y from one point to the other', () => {
    expectNear(transformPoint(alongSegment([1, 2, 3], [4, 2, 7], { stretch: true }), [0, 1, 0]), [4, 2, 7]);
    expectNear(transformPoint(alongSegment([0, 0, 0], [0, -3, 0]), [0, 1, 0]), [0, -1, 0]);
  });
});

describe('colours', () => {
  it('hex, sRGB, HSL and linear agree', () => {
    expect(toSrgb('#ff8000')).toEqual([255, 128, 0]);
    expect(toHex(fromHsl(...toHsl('#3366cc')))).toBe('#3366cc');
    expect(toLinear('#ffffff')).toEqual([1, 1, 1]);
    expect(toLinear('#808080')[0]).toBeCloseTo(0.2159, 3);
  });

  it('neighbours of a colour stay in range and follow the seed', () => {
    const color = jitterColor('#f0f000', createRandom(1), 0.3);
    expect(color).toEqual(jitterColor('#f0f000', createRandom(1), 0.3));
    for (const channel of color) expect(channel >= 0 && channel <= 255).toBe(true);
  });
});

describe('caches', () => {
  it('build once for a key and forget the one unused for longest', () => {
    let builds = 0;
    const source = keyed((key) => `${key}${++builds}`, 2);
    expect([source('a'), source('b'), source('a'), source('c'), source('a'), source('b')]).toEqual([
      'a1',
      'b2',
      'a1',
      'c3',
      'a1',
      'b4',
    ]);
    const mesh = once(() => box(1, 1, 1));
    expect(mesh()).toBe(mesh());
  });
});

function expectSound(mesh: Mesh): void {
  const count = mesh.positions.length / 3;
  expect(mesh.normals.length).toBe(count * 3);
  expect(mesh.colors.length).toBe(count * 4);
  expect(mesh.indices.every((index) => index < count)).toBe(true);
  expect(mesh.positions.every(Number.isFinite)).toBe(true);
  for (let i = 0; i < count; i++) {
    expect(Math.hypot(...mesh.normals.subarray(i * 3, i * 3 + 3))).toBeCloseTo(1, 3);
  }
}

function openEdges(mesh: Mesh): number {
  const owner = weld(mesh.positions);
  const balance = new Map<string, number>();
  for (let t = 0; t < mesh.indices.length; t += 3) {
    for (let k = 0; k < 3; k++) {
      const a = owner[mesh.indices[t + k]!]!;
      const b = owner[mesh.indices[t + ((k + 1) % 3)]!]!;
      const key = a < b ? `${a}-${b}` : `${b}-${a}`;
      balance.set(key, (balance.get(key) ?? 0) + (a < b ? 1 : -1));
    }
  }
  return [...balance.values()].filter((value) => value !== 0).length;
}

function volume(mesh: Mesh): number {
  let sum = 0;
  for (let t = 0; t < mesh.indices.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => mesh.positions.subarray(mesh.indices[t + k]! * 3)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    sum +=
      a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) +
      a[1]! * (b[2]! * c[0]! - b[0]! * c[2]!) +
      a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!);
  }
  return sum / 6;
}

/** Share of triangle corners whose normal is on the front side of the triangle. */
function normalsAgreeWithFaces(mesh: Mesh): number {
  let agree = 0;
  for (let t = 0; t < mesh.indices.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => mesh.positions.subarray(mesh.indices[t + k]! * 3)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const u = [0, 1, 2].map((i) => b[i]! - a[i]!);
    const v = [0, 1, 2].map((i) => c[i]! - a[i]!);
    const face = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!];
    for (let k = 0; k < 3; k++) {
      const n = mesh.normals.subarray(mesh.indices[t + k]! * 3);
      if (n[0]! * face[0]! + n[1]! * face[1]! + n[2]! * face[2]! >= -1e-9) agree++;
    }
  }
  return agree / mesh.indices.length;
}

function expectNear(actual: readonly number[], expected: readonly number[]): void {
  actual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 6);
  });
}

it('a curve goes through the values between which it lies, and is straight where they are', () => {
  expect(curveAt(5, 2, 7, 1, 0)).toBe(2);
  expect(curveAt(5, 2, 7, 1, 1)).toBe(7);
  expect(curveAt(1, 2, 3, 4, 0.25)).toBeCloseTo(2.25);
});
