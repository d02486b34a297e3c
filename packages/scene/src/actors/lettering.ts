import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { compose } from '../model/matrix.ts';
import { transformMesh } from '../model/mesh.ts';
import { quad } from '../model/primitives.ts';
import type { TextOptions } from '../stage/stage.ts';
import type { ActorContext } from './actor.ts';
import type { PropPart } from './prop.ts';

export interface Lettering {
  /** In the model's own units, like `at`. */
  readonly width: number;
  readonly height: number;
  readonly at: Vec3;
  readonly rotate?: Vec3;
  /** Bends round the y axis through the model's origin at this radius, instead of lying flat. */
  readonly radius?: number;
  readonly text: Omit<TextOptions, 'width' | 'height'>;
  readonly material?: Omit<Material, 'texture'>;
  /** Pixels along the longer side. Default 384. */
  readonly pixels?: number;
}

/** Words on a thing, spelled as given and fitted to their place; without a background only the letters are there. */
export function lettering({ assets }: ActorContext, words: string, options: Lettering): PropPart {
  const { width, height, at, rotate = [0, 0, 0], radius, text, material = {}, pixels = 384 } = options;
  const scale = pixels / Math.max(width, height);
  const texture = assets.paintText(words, {
    width: Math.max(16, Math.round(width * scale)),
    height: Math.max(16, Math.round(height * scale)),
    ...text,
  });
  const sheet = radius === undefined ? quad(width, height) : bent(width, height, radius);
  return {
    mesh: transformMesh(sheet, compose({ at, rotate })),
    material: { specular: 0.2, gloss: 30, ...material, texture },
  };
}

/** A sheet round the y axis whose middle faces +z; its origin is on the axis. */
function bent(width: number, height: number, radius: number): Mesh {
  const steps = 14;
  const [positions, normals, uvs, indices]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let i = 0; i <= steps; i++) {
    const angle = (i / steps - 0.5) * (width / radius);
    for (const v of [0, 1]) {
      positions.push(Math.sin(angle) * radius, (0.5 - v) * height, Math.cos(angle) * radius);
      normals.push(Math.sin(angle), 0, Math.cos(angle));
      uvs.push(i / steps, v);
    }
    if (i < steps) indices.push(i * 2, i * 2 + 1, i * 2 + 3, i * 2, i * 2 + 3, i * 2 + 2);
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    colors: new Uint8Array((positions.length / 3) * 4).fill(255),
    uvs: Float32Array.from(uvs),
    indices: Uint32Array.from(indices),
  };
}
