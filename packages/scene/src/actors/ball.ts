import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX, rotationZ, scaling } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { partColor } from './part-color.ts';
import { CLOTH, collectParts, finishActor, poseOf, SHELL, says, segmentsFor } from './rig.ts';

/** A ball that rolls, bounces and spins: beach ball, one of a single colour, football, basketball, tennis ball, or yarn. */
export const ball: ActorModel = {
  gaits: { walk: 1, run: 3, jump: 0, spin: 0, drive: 2 },
  build: buildBall,
};

interface Skin {
  readonly name: string;
  readonly words: readonly string[];
  readonly radius: number;
  readonly color: string;
  readonly paint: (base: Srgb, x: number, y: number, z: number) => Srgb;
}

const SKINS: readonly Skin[] = [
  {
    name: 'football',
    words: ['football', 'soccer', 'fußball', 'サッカーボール', '足球'],
    radius: 0.11,
    color: '#f4f4f2',
    paint: (base, x, y, z) => mixColors(base, '#1c1c20', softStep(0.905, 0.925, nearestVertex(x, y, z))),
  },
  {
    name: 'basketball',
    words: ['basketball', 'バスケットボール', '篮球'],
    radius: 0.12,
    color: '#d9702c',
    paint: (base, x, y, z) =>
      mixColors(
        base,
        '#221611',
        softStep(0.05, 0.025, Math.min(Math.abs(x), Math.abs(y), Math.abs(Math.abs(z) - 0.62 - x * x * 0.2))),
      ),
  },
  {
    name: 'tennis',
    words: ['tennis', 'テニスボール', '网球'],
    radius: 0.06,
    color: '#cfe23a',
    paint: (base, x, y, z) => mixColors(base, '#ffffff', softStep(0.09, 0.05, Math.abs(x * y * 1.7 - z * 0.6))),
  },
  {
    name: 'yarn',
    words: ['yarn', 'wool', 'wolle', 'laine', '毛糸'],
    radius: 0.13,
    color: '#3a6fb0',
    paint: (base, x, y, z) =>
      shade(base, 0.86 + 0.2 * Math.sin((x + y > 0.1 ? x * 0.5 + y + z * 0.4 : z - y * 0.4) * 62)),
  },
];

const BEACH: Skin = {
  name: 'beach',
  words: [],
  radius: 0.22,
  color: '#e8443a',
  paint: (base, x, y, z) => {
    if (Math.abs(y) > 0.965) return [250, 250, 248];
    const wedge = Math.floor(((Math.atan2(z, x) + Math.PI) / (Math.PI * 2)) * 6) % 6;
    return wedge % 2 === 0 ? [250, 248, 242] : wedge === 1 ? base : wedge === 3 ? [246, 196, 60] : [70, 140, 214];
  },
};

/** A ball of one colour with a fine seam. */
const PLAIN: Skin = {
  name: 'plain',
  words: [],
  radius: 0.2,
  color: '#d8d4cc',
  paint: (base, _x, y) => shade(base, 0.86 + 0.14 * softStep(0.012, 0.022, Math.abs(y))),
};

/** Every other of six gores. */
const isOddWedge = (x: number, z: number): boolean =>
  Math.floor(((Math.atan2(z, x) + Math.PI) / (Math.PI * 2)) * 6) % 2 === 1;

function buildBall(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isPlain =
    says(context, 'sphere', 'orb', 'crystal', 'glass', 'glowing') ||
    (actor.color !== undefined && !says(context, 'beach', 'striped', 'colorful'));
  const skin = SKINS.find(({ words }) => says(context, ...words)) ?? (isPlain ? PLAIN : BEACH);
  const color = toSrgb(actor.color ?? (says(context, 'crystal', 'glass') ? '#b9dbe8' : skin.color));
  const second = partColor(actor, 'second');
  const mesh = cachedMesh(`ball/${skin.name}/${toHex(color)}/${second}/${detail}`, () =>
    paint(sphere(1, color, segmentsFor(detail, 88)), (x, y, z) =>
      second !== undefined && (skin === PLAIN || skin === BEACH) && isOddWedge(x, z)
        ? toSrgb(second)
        : skin.paint(color, x, y, z),
    ),
  );
  const radius = skin.radius * actor.size;
  const { kind } = actor.motion;
  const poseAt: Actor['poseAt'] = (seconds, travel) => {
    const pose = collectParts(scaling(1));
    const bounce = kind === 'jump' || kind === 'dance' ? Math.abs(Math.sin(seconds * 3.4)) : 1;
    const isBouncing = kind === 'jump' || kind === 'dance';
    const height = isBouncing ? bounce * radius * 4 : 0;
    // It flattens for a moment where it lands.
    const squash = isBouncing ? 1 - 0.22 * Math.max(0, 1 - bounce * 5) : 1;
    const roll = travel.distance / radius + (kind === 'spin' ? seconds * 3 : 0);
    pose.add(
      mesh,
      skin.name === 'yarn' ? CLOTH : SHELL,
      multiply(
        compose({
          at: [0, height + radius * squash, 0],
          scale: [radius / Math.sqrt(squash), radius * squash, radius / Math.sqrt(squash)],
        }),
        rotationX(roll),
        rotationZ(0.5),
        rotationX(0.4),
      ),
    );
    return poseOf(pose);
  };
  return finishActor(context, poseAt);
}

/** How near, as a cosine, the closest of an icosahedron's twelve corners is: where a football is black. */
function nearestVertex(x: number, y: number, z: number): number {
  const long = 0.85065;
  const short = 0.52573;
  const a = Math.abs(x);
  const b = Math.abs(y);
  const c = Math.abs(z);
  return Math.max(a * short + b * long, b * short + c * long, c * short + a * long);
}
