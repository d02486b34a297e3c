import type { Material, Mesh } from '@openimagine/render';
import { createCache } from '../model/cache.ts';
import { mixColors, type Srgb, softStep, toSrgb } from '../model/color.ts';
import { translation } from '../model/matrix.ts';
import { faceNormal, fillColors, mergeMeshes, paint, warp } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, propActor } from './prop.ts';

/** A jagged mountain of ice that floats: white above, blue where it meets the water. It has no foot of its own. */
export const iceberg: ActorModel = { gaits: { float: 0.3, drive: 0.3 }, build };

const ICE: Material = { specular: 0.5, gloss: 45, wrap: 0.35, rim: 0.12 };
/** The top of the second block is level: somebody can stand there. */
const LEDGE = { x: 3.3, y: 1.15 } as const;
const meshes = createCache<Mesh>(12);

function build(context: ActorContext): Actor {
  const { actor, copy, detail } = context;
  const variant = (copy + Math.floor(context.random.fork('berg').next() * 3)) % 3;
  const tint = actor.color === undefined ? undefined : toSrgb(actor.color);
  const mesh = meshes(`${variant}/${detail}/${tint?.join() ?? ''}`, () =>
    bergMesh(variant, detail === 'hero' ? 34 : detail === 'far' ? 16 : 26, tint),
  );
  return propActor(context, [{ mesh, material: ICE }], {
    seats: [{ position: [LEDGE.x + 0.35 - variant * 0.5, LEDGE.y, 0.8], width: 1.6 }],
  });
}

/** Three blocks grown together, each cut by planes that lean in all ways, as ice breaks. */
function bergMesh(variant: number, segments: number, tint: Srgb | undefined): Mesh {
  const blocks = [
    { at: [0, 0, 0] as const, wide: 1, tall: 1, salt: 0 },
    { at: [LEDGE.x - variant * 0.5, 0, 0.5], wide: 0.72, tall: 0.56, salt: 7 },
    { at: [-2.3, 0, -0.3 + variant * 0.4], wide: 0.66, tall: 0.42 + variant * 0.12, salt: 13 },
  ] as const;
  const whole = mergeMeshes(
    blocks.map(({ at, wide, tall, salt }) => ({
      mesh: blockMesh(
        variant * 31 + salt,
        Math.round(segments * (salt ? 0.7 : 1)),
        wide,
        tall,
        salt === 7 ? LEDGE.y : 99,
      ),
      matrix: translation(at[0], at[1], at[2]),
    })),
  );
  return paint(faceted(whole), (x, y, z, [, ny]) => {
    const layer = 0.5 + 0.5 * Math.sin(y * 4 + x * 0.6 + z * 0.4);
    const blue = mixColors('#6fb6de', '#c4e2f3', softStep(0, 3.4, y));
    const face = mixColors(
      '#f4f9fd',
      blue,
      Math.min(1, softStep(0.62, 0.1, ny) * (0.5 + 0.3 * layer) + softStep(0.9, 0.1, y) * 0.7),
    );
    return tint ? mixColors(face, tint, 0.5) : face;
  });
}

function blockMesh(salt: number, segments: number, wide: number, tall: number, top: number): Mesh {
  const planes = Array.from({ length: 15 }, (_, i) => {
    const turn = i * 2.4 + chanceOf(i, salt) * 0.7;
    const lean = i < 9 ? 0.02 + chanceOf(i, salt + 1) * 0.34 : 0.45 + chanceOf(i, salt + 2) * 0.5;
    const n = [Math.cos(turn) * Math.cos(lean), Math.sin(lean), Math.sin(turn) * Math.cos(lean)] as const;
    return { n, far: i < 9 ? 1.9 + chanceOf(i, salt + 3) * 0.9 : 2.9 + chanceOf(i, salt + 4) * 1.5 };
  });
  return warp(sphere([1, 1, 1], '#ffffff', segments), (x, y, z) => {
    let reach = 6.4;
    for (const { n, far } of planes) {
      const facing = n[0] * x + n[1] * y + n[2] * z;
      if (facing > 0.02) reach = Math.min(reach, far / facing);
    }
    const rough = 1 + 0.05 * Math.sin(x * 17 + y * 11 + salt) * Math.sin(z * 13 + y * 7);
    return [
      x * reach * wide * rough,
      Math.min(top, Math.max(-0.02, y * reach * tall * rough)),
      z * reach * wide * rough,
    ];
  });
}

/** Every triangle with corners of its own, so that each face breaks the light. */
function faceted(mesh: Mesh): Mesh {
  const count = mesh.indices.length;
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  for (let i = 0; i < count; i++)
    positions.set(mesh.positions.subarray(mesh.indices[i]! * 3, mesh.indices[i]! * 3 + 3), i * 3);
  for (let i = 0; i < count; i += 3) {
    const n = faceNormal(positions, i, i + 1, i + 2);
    for (let k = 0; k < 3; k++) normals.set(n, (i + k) * 3);
  }
  return {
    positions,
    normals,
    colors: fillColors(count, '#ffffff'),
    indices: Uint32Array.from({ length: count }, (_, i) => i),
  };
}
