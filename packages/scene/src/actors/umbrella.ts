import type { Mesh, Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationY, translation } from '../model/matrix.ts';
import { mergeMeshes, smoothNormals } from '../model/mesh.ts';
import { cone, cylinder } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { partColor } from './part-color.ts';
import { CLOTH, collectParts, finishActor, poseOf, rootOf, SMOOTH, sway } from './rig.ts';

/** An open umbrella on its stick, standing on the tip of its handle. */
export const umbrella: ActorModel = {
  gaits: { spin: 0, float: 0.3, fly: 1 },
  build: buildUmbrella,
};

const RIBS = 8;
const REACH = 0.52;
const TOP = 0.86;

function buildUmbrella(context: ActorContext): Actor {
  const { actor } = context;
  const color = toSrgb(actor.color ?? context.random.fork('color').pick(['#d8343c', '#2f6fc0', '#f0b93a', '#3f9a6a']));
  const other = partColor(actor, 'second');
  const second = other === undefined ? shade(color, 0.88) : toSrgb(other);
  const poseAt: Actor['poseAt'] = (seconds, _travel) => {
    const pose = collectParts(rootOf(actor.size, 0, [0.03 * sway(seconds, 1.1), 0, 0.04 * sway(seconds, 0.9, 4)]));
    const turn = rotationY(actor.motion.kind === 'spin' ? seconds * 2 : 0.4);
    pose.add(
      cachedMesh(`umbrella/${toHex(color)}/${toHex(second)}`, () => canopy(color, second)),
      CLOTH,
      turn,
    );
    pose.add(cachedMesh('umbrella/stick', stick), SMOOTH, turn);
    return poseOf(pose);
  };
  return finishActor(context, poseAt);
}

/** Eight gores that sag between their ribs, seen from above and from below. */
function canopy(color: Srgb, second: Srgb): Mesh {
  const rings = 7;
  const around = RIBS * 4;
  const positions: number[] = [];
  const colors: number[] = [];
  const indices: number[] = [];
  for (const side of [1, -1]) {
    const first = positions.length / 3;
    for (let ring = 0; ring <= rings; ring++) {
      const share = ring / rings;
      for (let i = 0; i < around; i++) {
        const angle = (i / around) * Math.PI * 2;
        const sag = (0.5 - 0.5 * Math.cos((i % 4) * (Math.PI / 2))) * share;
        const radius = REACH * Math.sin(share * 1.35) * (1 - 0.07 * sag * share);
        positions.push(
          Math.sin(angle) * radius,
          TOP - 0.3 * (1 - Math.cos(share * 1.35)) - 0.012 * sag - (side < 0 ? 0.006 : 0),
          Math.cos(angle) * radius,
        );
        const gore = Math.floor(i / 4) % 2 === 0 ? color : second;
        colors.push(...shade(gore, side < 0 ? 0.6 : 1).map(Math.round), Math.round(255 * (side < 0 ? 0.7 : 1)));
      }
    }
    for (let ring = 0; ring < rings; ring++) {
      for (let i = 0; i < around; i++) {
        const a = first + ring * around + i;
        const b = first + ring * around + ((i + 1) % around);
        const corners = [a, a + around, b + around, a, b + around, b];
        indices.push(...(side > 0 ? corners : corners.reverse()));
      }
    }
  }
  const mesh = { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
  return { ...mesh, normals: smoothNormals(mesh.positions, mesh.indices), colors: Uint8Array.from(colors) };
}

function stick(): Mesh {
  const hook: readonly Vec3[] = [
    [0, 0.12, 0],
    [0, 0.05, 0],
    [0, 0.022, 0.035],
    [0, 0.028, 0.075],
    [0, 0.06, 0.085],
  ];
  const ribs = Array.from({ length: RIBS }, (_, i) => ({
    mesh: tube(
      [
        [0, TOP - 0.3, 0],
        [0, TOP - 0.12, REACH * 0.6],
      ],
      { radius: 0.005, color: '#8a9098', sides: 5, rings: 2 },
    ),
    matrix: rotationY((i / RIBS) * Math.PI * 2),
  }));
  return mergeMeshes([
    {
      mesh: cylinder({ radius: 0.011, height: TOP - 0.1, color: '#7c828b', segments: 10 }),
      matrix: translation(0, 0.1, 0),
    },
    { mesh: tube(hook, { radius: 0.018, color: '#5a3620', sides: 10, rings: 20 }) },
    { mesh: cone(0.014, 0.09, '#5a5f68', 10), matrix: multiply(compose({ at: [0, TOP - 0.01, 0] })) },
    ...ribs,
  ]);
}
