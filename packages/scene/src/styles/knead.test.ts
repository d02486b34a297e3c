import type { Mesh } from '@openimagine/render';
import { describe, expect, test } from 'vitest';
import { addBox, createMeshBuilder } from '../sets/shape.ts';
import { knead } from './knead.ts';

function box(size: number): Mesh {
  const builder = createMeshBuilder();
  addBox(builder, { center: [0, size / 2, 0], size: [size, size, size], color: [200, 80, 60] });
  return builder.build();
}

describe('knead', () => {
  test('corners that share a place stay together, and all normals stay unit', () => {
    const mesh = box(2);
    const kneaded = knead(mesh);
    const places = new Map<string, string>();
    for (let i = 0; i < mesh.positions.length; i += 3) {
      const from = mesh.positions.slice(i, i + 3).join();
      const to = kneaded.positions.slice(i, i + 3).join();
      expect(places.get(from) ?? to).toBe(to);
      places.set(from, to);
      expect(Math.hypot(...kneaded.normals.slice(i, i + 3))).toBeCloseTo(1, 4);
    }
    expect(kneaded.positions).not.toEqual(mesh.positions);
  });

  test('dents are a share of the lump, whatever its size', () => {
    const moved = (size: number): number => {
      const mesh = box(size);
      const kneaded = knead(mesh);
      return Math.max(...mesh.positions.map((value, i) => Math.abs(value - kneaded.positions[i]!))) / size;
    };
    expect(moved(0.1)).toBeLessThan(0.012);
    expect(moved(4)).toBeLessThan(0.012);
  });

  test('the ground and what carries a texture keep their shape', () => {
    const ground = box(120);
    expect(knead(ground)).toBe(ground);
    const written = { ...box(1), uvs: new Float32Array(48) };
    expect(knead(written)).toBe(written);
  });
});
