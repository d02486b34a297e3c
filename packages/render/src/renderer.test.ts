import { describe, expect, it } from 'vitest';
import { createRenderer } from './renderer.ts';
import { IDENTITY, kernel, pixelAt, quad, translated, unlit } from './test-scene.ts';

const RED = quad(200, 40, 40);

function isNear(color: number[], wanted: number[], tolerance: number): boolean {
  return color.every((channel, i) => Math.abs(channel - wanted[i]!) <= tolerance);
}

describe('geometry', () => {
  it('a quad fills its pixels and nothing outside, in its own colour', () => {
    const renderer = createRenderer({ kernel, width: 64, height: 64, samples: 1 });
    const frame = renderer.render(unlit([{ mesh: RED, material: 0, matrix: IDENTITY }]), 1);
    for (let y = 0; y < 64; y++) {
      for (let x = 0; x < 64; x++) {
        // Smoothing may touch the outermost pixels on both sides of the edge.
        const inside = Math.min(x - 16, 47 - x, y - 16, 47 - y);
        if (inside >= 1) expect(isNear(pixelAt(frame, x, y), [200, 40, 40], 2), `${x},${y}`).toBe(true);
        if (inside < -1) expect(pixelAt(frame, x, y), `${x},${y}`).toEqual([0, 0, 0]);
      }
    }
  });

  it('the nearer surface hides the farther, whatever their order', () => {
    const renderer = createRenderer({ kernel, width: 64, height: 64, samples: 1 });
    const near = { mesh: quad(40, 200, 40), material: 0, matrix: translated(0, 0, 0.5, 0.5) };
    const far = { mesh: RED, material: 0, matrix: IDENTITY };
    for (const instances of [
      [near, far],
      [far, near],
    ]) {
      const frame = renderer.render(unlit(instances), 1);
      expect(isNear(pixelAt(frame, 32, 32), [40, 200, 40], 2)).toBe(true);
      expect(isNear(pixelAt(frame, 20, 20), [200, 40, 40], 2)).toBe(true);
    }
  });

  it('back faces are not drawn, and a mirroring matrix does not turn fronts into backs', () => {
    const renderer = createRenderer({ kernel, width: 32, height: 32, samples: 1 });
    const turned = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1];
    const mirrored = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    expect(pixelAt(renderer.render(unlit([{ mesh: RED, material: 0, matrix: turned }]), 1), 16, 16)).toEqual([0, 0, 0]);
    const seen = pixelAt(renderer.render(unlit([{ mesh: RED, material: 0, matrix: mirrored }]), 1), 16, 16);
    expect(isNear(seen, [200, 40, 40], 2)).toBe(true);
  });

  it('four samples smooth an edge', () => {
    const renderer = createRenderer({ kernel, width: 64, height: 64, samples: 4 });
    // The quad's right edge runs through the middle of a column of pixels.
    const frame = renderer.render(
      unlit([{ mesh: quad(255, 255, 255), material: 0, matrix: translated(1 / 32, 0, 0) }]),
      1,
    );
    expect(pixelAt(frame, 40, 32)[0]).toBeGreaterThan(200);
    const edge = pixelAt(frame, 48, 32)[0]!;
    expect(edge).toBeGreaterThan(40);
    expect(edge).toBeLessThan(200);
    expect(pixelAt(frame, 50, 32)[0]).toBe(0);
  });

  it('degenerate, huge and hidden triangles leave a whole picture', () => {
    for (const samples of [1, 4] as const) {
      const renderer = createRenderer({ kernel, width: 48, height: 48, samples });
      const flat = { ...RED, positions: Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0) };
      const instances = [
        { mesh: flat, material: 0, matrix: IDENTITY },
        { mesh: RED, material: 0, matrix: translated(0, 0, 0, 1e6) },
        { mesh: RED, material: 0, matrix: translated(0, 0, 40) },
        { mesh: RED, material: 0, matrix: [1, 0, 0, 0, 0, 0.001, -1e5, 0, 0, 1e5, 0, 0, 0, -1, 0, 1] },
        { mesh: RED, material: 0, matrix: new Float32Array(16) },
        { mesh: RED, material: 0, matrix: new Float32Array(16).fill(Number.NaN) },
      ];
      const frame = renderer.render(unlit(instances), 1);
      expect(isNear(pixelAt(frame, 24, 4), [200, 40, 40], 2)).toBe(true);
    }
  });
});

describe('sizes', () => {
  it.each([
    [16, 16],
    [17, 31],
    [333, 77],
    [50, 129],
  ])('%i × %i has rows without padding', (width, height) => {
    const renderer = createRenderer({ kernel, width, height, samples: 1 });
    const frame = renderer.render(unlit([{ mesh: RED, material: 0, matrix: translated(0, 0, 0, 9) }]), 1);
    expect(frame.rgba).toHaveLength(width * height * 4);
    for (let i = 0; i < width * height; i++) expect(Math.abs(frame.rgba[i * 4]! - 200)).toBeLessThanOrEqual(2);
  });

  it('refuses sides outside its range', () => {
    expect(() => createRenderer({ kernel, width: 15, height: 64, samples: 1 })).toThrow(RangeError);
    expect(() => createRenderer({ kernel, width: 64, height: 3233, samples: 1 })).toThrow(RangeError);
  });

  it('an empty world is the sky', () => {
    const renderer = createRenderer({ kernel, width: 64, height: 64, samples: 4 });
    const frame = renderer.render(
      unlit([], 2, { sky: { zenith: [0, 0, 0.5], horizon: [0, 0, 0.5], ground: [0.5, 0, 0] } }),
      1,
    );
    expect(isNear(pixelAt(frame, 32, 2), [0, 0, 188], 3)).toBe(true);
    expect(isNear(pixelAt(frame, 32, 61), [188, 0, 0], 3)).toBe(true);
  });
});

describe('I420', () => {
  it.each([
    [
      [255, 255, 255],
      [235, 128, 128],
    ],
    [
      [0, 0, 0],
      [16, 128, 128],
    ],
    [
      [200, 40, 40],
      [80, 112, 198],
    ],
  ])('%j is %j in BT.709 limited range', (color, [y, u, v]) => {
    const renderer = createRenderer({ kernel, width: 38, height: 22, samples: 1 });
    const mesh = quad(color[0]!, color[1]!, color[2]!);
    // Full white needs a light above the shoulder.
    const emissive = color.includes(255) ? 60 : 1;
    const frame = renderer.render(unlit([{ mesh, material: 0, matrix: translated(0, 0, 0, 9), emissive }]), 1);
    const planes = frame.i420();
    expect(planes).toHaveLength(38 * 22 * 1.5);
    expect(Math.abs(planes[0]! - y!)).toBeLessThanOrEqual(2);
    expect(Math.abs(planes[38 * 22 - 1]! - y!)).toBeLessThanOrEqual(2);
    expect(Math.abs(planes[38 * 22]! - u!)).toBeLessThanOrEqual(2);
    expect(Math.abs(planes[38 * 22 * 1.25]! - v!)).toBeLessThanOrEqual(2);
    expect(Math.abs(planes[38 * 22 * 1.5 - 1]! - v!)).toBeLessThanOrEqual(2);
  });

  it('refuses odd sides', () => {
    const frame = createRenderer({ kernel, width: 33, height: 32, samples: 1 }).render(unlit([]), 1);
    expect(() => frame.i420()).toThrow(RangeError);
  });
});

describe('repetition', () => {
  it('the same moment and seed give the same bytes, also in a fresh renderer', () => {
    const moment = unlit([{ mesh: RED, material: 0, matrix: IDENTITY }], 2, { grade: { grain: 0.1, vignette: 0.3 } });
    const first = createRenderer({ kernel, width: 70, height: 50, samples: 4 });
    const a = first.render(moment, 7).rgba.slice();
    const other = first.render(moment, 8).rgba.slice();
    const b = first.render(moment, 7).rgba.slice();
    const c = createRenderer({ kernel, width: 70, height: 50, samples: 4 }).render(moment, 7).rgba;
    expect(b).toEqual(a);
    expect(c).toEqual(a);
    expect(other).not.toEqual(a);
  });

  it('memory stays flat over 200 frames of moving and renewed meshes', () => {
    const renderer = createRenderer({ kernel, width: 64, height: 64, samples: 1 });
    let settled = 0;
    for (let i = 0; i < 200; i++) {
      const instances = Array.from({ length: 1 + (i % 20) }, (_, k) => ({
        mesh: k === 0 ? quad(i, 0, 0) : RED,
        material: 0,
        matrix: translated(Math.sin(i + k), Math.cos(i * k), 0, 0.3),
      }));
      renderer.render(unlit(instances), i);
      if (i === 60) settled = renderer.memoryBytes;
    }
    expect(renderer.memoryBytes).toBe(settled);
  });
});
