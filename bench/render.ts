/**
 * The renderer alone: milliseconds of each pass, median of N frames, one thread.
 * `node bench/render.ts [frames]` — a hilly field with a forest and lamps, 720p film at one sample and a 1k still at four.
 */
import { readFileSync } from 'node:fs';
import { compileKernel, createRenderer, type Instance, kernelUrl, type Mesh, type Moment } from '@openimagine/render';

const FRAMES = Number(process.argv[2] ?? 15);
const kernel = await compileKernel(new Uint8Array(readFileSync(kernelUrl)));

const BALL = ball(20, [230, 230, 230, 255]);
const CROWN = ball(18, [70, 130, 50, 255]);
const FIELD = surface(100, 100, [120, 130, 90, 255], (u, v) => {
  const [x, z] = [(u - 0.5) * 160, (v - 0.5) * 160];
  return [x, Math.sin(x * 0.2) * 0.3 + Math.cos(z * 0.17) * 0.3 - 0.3, z, 0, 1, 0];
});
const TREES = Array.from({ length: 26 }, (_, i) => {
  const distance = 8 + ((i * 37) % 50);
  const angle = ((i * 53) % 100) / 100 - 0.5;
  return [Math.sin(angle) * distance, -Math.cos(angle) * distance + 4, 0.8 + (i % 5) * 0.25] as const;
});

for (const [name, width, height, samples] of [
  ['720p film, 1 sample', 1280, 720, 1],
  ['1k still, 4 samples', 1360, 768, 4],
] as const) {
  const renderer = createRenderer({ kernel, width, height, samples });
  const wall: number[] = [];
  const passes = new Map<string, number[]>();
  for (let i = 0; i < FRAMES + 3; i++) {
    const moment = momentAt(i / 24);
    const started = performance.now();
    const frame = renderer.render(moment, i);
    if (samples === 1) frame.i420();
    if (i < 3) continue;
    wall.push(performance.now() - started);
    for (const [pass, ms] of Object.entries(renderer.timings)) passes.set(pass, [...(passes.get(pass) ?? []), ms]);
  }
  console.log(
    `${name}: ${median(wall).toFixed(1)} ms a frame, ${renderer.triangleCount} triangles, ${Math.round(renderer.memoryBytes / 1e6)} MB`,
  );
  console.log(`  ${[...passes].map(([pass, ms]) => `${pass} ${median(ms).toFixed(1)}`).join(' · ')}`);
  renderer.dispose();
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function momentAt(seconds: number): Moment {
  const turn = seconds * 0.2;
  return {
    camera: { position: [Math.sin(turn) * 4, 2.6, 11], target: [0, 1.4, -8], verticalFovDegrees: 48 },
    materials: [
      { pattern: 'grass', patternScale: 2 },
      { wrap: 0.3, pattern: 'foliage', patternScale: 4 },
      { specular: 0.4, gloss: 50 },
      { emissive: 4 },
    ],
    instances: instancesAt(seconds),
    sun: { direction: [1, 0.9, 0.5], color: [2, 1.7, 1.3] },
    ambient: { up: [0.25, 0.3, 0.45], down: [0.14, 0.12, 0.1] },
    lights: Array.from({ length: 12 }, (_, i) => ({
      position: [((i % 4) - 1.5) * 5, 1.6, -Math.floor(i / 4) * 6] as const,
      color: [3, 1.8, 0.8] as const,
      radius: 6,
    })),
    sky: {
      zenith: [0.1, 0.22, 0.55],
      horizon: [0.7, 0.74, 0.8],
      glow: [0.8, 0.5, 0.3],
      clouds: { cover: 0.4, lit: [1.1, 1, 0.9], shade: [0.5, 0.52, 0.6], offset: [seconds * 0.1, 0] },
    },
    fog: { color: [0.6, 0.66, 0.75], density: 0.008, heightFalloff: 0.08 },
    sprites: [],
    grade: { bloom: 0.15, vignette: 0.25, grain: 0.02, contrast: 1.05, saturation: 1.05 },
    style: 'natural',
    seconds,
  };
}

function instancesAt(seconds: number): Instance[] {
  const field: Instance = { mesh: FIELD, material: 0, matrix: placed(0, 0, 0, 1), isStatic: true };
  const trees = TREES.map(
    ([x, z, size]): Instance => ({ mesh: CROWN, material: 1, matrix: placed(x, size, z, size), isStatic: true }),
  );
  const movers = Array.from({ length: 24 }, (_, i): Instance => {
    const angle = i * 0.7 + seconds;
    return {
      mesh: BALL,
      material: i % 6 === 0 ? 3 : 2,
      matrix: placed(Math.cos(angle) * 5, 0.8, Math.sin(angle) * 5 - 3, 0.5),
      tint: [0.9, 0.4 + (i % 3) * 0.2, 0.3],
    };
  });
  return [field, ...trees, ...movers];
}

function placed(x: number, y: number, z: number, size: number): number[] {
  return [size, 0, 0, 0, 0, size, 0, 0, 0, 0, size, 0, x, y, z, 1];
}

function surface(
  columns: number,
  rows: number,
  color: readonly number[],
  at: (u: number, v: number) => readonly number[],
): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const [x, y, z, nx, ny, nz] = at(column / columns, row / rows) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      positions.push(x, y, z);
      normals.push(nx, ny, nz);
      if (row === rows || column === columns) continue;
      const a = row * (columns + 1) + column;
      const b = a + columns + 1;
      indices.push(a, b, a + 1, a + 1, b, b + 1);
    }
  }
  const colors = Uint8Array.from({ length: (positions.length / 3) * 4 }, (_, i) => color[i % 4]!);
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    colors,
    indices: Uint32Array.from(indices),
  };
}

function ball(segments: number, color: readonly number[]): Mesh {
  return surface(segments * 2, segments, color, (u, v) => {
    const [x, y, z] = [
      Math.sin(v * Math.PI) * Math.cos(u * 2 * Math.PI),
      Math.cos(v * Math.PI),
      -Math.sin(v * Math.PI) * Math.sin(u * 2 * Math.PI),
    ];
    return [x, y, z, x, y, z];
  });
}
