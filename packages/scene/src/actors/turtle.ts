import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import {
  compose,
  type Matrix,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  scaling,
  translation,
} from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addEyes, BUTTON_EYE } from './eyes.ts';
import {
  ball,
  blinkAt,
  collectParts,
  edgeFactor,
  finishActor,
  limb,
  type PartCollector,
  poseOf,
  rootOf,
  SHELL,
  SKIN,
  SMOOTH,
  seedOf,
  strideShare,
  sway,
} from './rig.ts';
import { mouthOf } from './speech.ts';

/** A sea turtle that glides on long flippers; on land it crawls on them. */
export const turtle: ActorModel = {
  gaits: { swim: 0.8, fly: 0.8, float: 0.3, walk: 0.12, run: 0.25 },
  build: buildTurtle,
};

interface Skin {
  readonly shell: Srgb;
  readonly seam: Srgb;
  readonly skin: Srgb;
  readonly patch: Srgb;
  readonly belly: Srgb;
}

function buildTurtle(context: ActorContext): Actor {
  const { actor, detail } = context;
  const shell = toSrgb(actor.color ?? '#8a6a34');
  const skin: Skin = {
    shell,
    seam: mixColors(shade(shell, 0.42), '#1f1a10', 0.3),
    skin: toSrgb('#cfd6a2'),
    patch: toSrgb('#5d6f3a'),
    belly: toSrgb('#efe3b4'),
  };
  const key = `turtle/${toHex(shell)}/${detail}`;
  const edge = edgeFactor(detail);
  const seed = seedOf(context);
  const mouth = mouthOf(context);
  const { kind } = actor.motion;
  const swims = kind === 'swim' || kind === 'fly' || kind === 'float' || actor.pose === 'flying';
  const poseAt: Actor['poseAt'] = (seconds, travel) => {
    const now = kind === 'still' ? 1 : seconds;
    const share = swims ? 1 : strideShare(travel.speed, 0.1);
    const turn = swims ? now * 1.7 + seed : (travel.distance / 0.3) * Math.PI * 2;
    const stroke = Math.sin(turn);
    const pose = collectParts(rootOf(actor.size, swims ? 0.16 + 0.03 * Math.sin(turn + 1.2) : 0));
    const body = compose({
      at: [0, 0.17, 0],
      rotate: swims ? [0.06 * Math.cos(turn) - 0.04, 0, 0.08 * sway(now, 0.5, seed)] : [0, 0, 0.03 * share * stroke],
    });
    pose.add(shellMesh(skin, key, edge), SHELL, body);
    pose.add(bellyMesh(skin, key, edge), SMOOTH, body);
    addFlippers(pose, body, skin, key, edge, { turn, share, swims });
    addHead(pose, body, skin, key, edge, { now, seed, mouth: mouth(seconds), detail });
    return poseOf(pose);
  };
  return finishActor(context, poseAt, {
    speed: swims ? 0.8 : 0,
    seats: [{ position: [0, 0.38 * actor.size, 0], width: 0.3 * actor.size }],
  });
}

function shellMesh(skin: Skin, key: string, edge: number): Mesh {
  return cachedMesh(`${key}/shell`, () => {
    const dome = smoothBlob(
      [
        ball([0, 0.02, 0], [0.31, 0.17, 0.4]),
        ball([0, 0.0, 0.0], [0.35, 0.06, 0.44], { blend: 0.05 }),
        { kind: 'block', at: [0, -0.53, 0], size: [2, 1, 2], round: 0.001, cut: true, blend: 0.02 },
      ],
      0.019 * edge,
    );
    return paint(dome, (x, y, z) => scuteColor(skin, x, y, z));
  });
}

/** Plates: a row along the back, a row on each side, and a rim of small ones. */
function scuteColor(skin: Skin, x: number, y: number, z: number): Srgb {
  const rim = Math.hypot(x / 0.35, z / 0.44);
  if (y < -0.02) return shade(skin.shell, 0.8);
  const side = Math.abs(x);
  const inRim = softStep(0.86, 0.89, rim);
  const angle = Math.atan2(x / 0.35, z / 0.44);
  const rimSeam = Math.abs(Math.sin(angle * 12)) < 0.16 ? 1 : 0;
  const ringSeam = softStep(0.022, 0.01, Math.abs(rim - 0.87));
  const isMiddle = side < 0.115 + 0.02 * Math.cos(z * 38);
  const along = isMiddle ? z / 0.165 : z / 0.19 + 0.5;
  const cell = along - Math.floor(along);
  const cross = softStep(0.09, 0.045, Math.min(cell, 1 - cell));
  const rowSeam = softStep(0.017, 0.008, Math.abs(side - (0.115 + 0.02 * Math.cos(z * 38))));
  const seam = inRim > 0.5 ? Math.max(rimSeam, ringSeam) : Math.max(cross, rowSeam, ringSeam);
  const glow = 0.82 + 0.34 * (1 - Math.abs(cell - 0.5) * 2) + 0.08 * Math.sin(x * 70) * Math.sin(z * 60);
  return mixColors(shade(skin.shell, inRim > 0.5 ? 0.9 : glow), skin.seam, seam);
}

function bellyMesh(skin: Skin, key: string, edge: number): Mesh {
  return cachedMesh(`${key}/belly`, () =>
    smoothBlob(
      [
        ball([0, -0.03, 0], [0.28, 0.08, 0.37]),
        limb([0, -0.01, 0.3], [0, 0.03, 0.5], [0.095, 0.075], { blend: 0.06 }),
        limb([0, -0.02, -0.34], [0, -0.04, -0.48], [0.04, 0.012], { blend: 0.04 }),
      ],
      0.03 * edge,
      { color: skin.belly },
    ),
  );
}

interface Stroke {
  readonly turn: number;
  readonly share: number;
  readonly swims: boolean;
}

/** Front flippers row like wings; the hind ones steer. */
function addFlippers(
  pose: PartCollector,
  body: Matrix,
  skin: Skin,
  key: string,
  edge: number,
  { turn, share, swims }: Stroke,
): void {
  const front = cachedMesh(`${key}/front`, () => {
    const parts = [
      ball([0.05, 0, 0], [0.09, 0.045, 0.085]),
      ball([0.2, 0, -0.025], [0.19, 0.026, 0.085], { turn: rotationY(0.25), blend: 0.05 }),
      limb([0.25, 0, -0.05], [0.45, 0, -0.18], [0.045, 0.014], { blend: 0.06 }),
    ];
    return paint(smoothBlob(parts, 0.0185 * Math.sqrt(edge)), (x, y, z, normal) => scales(skin, x, y, z, normal));
  });
  const hind = cachedMesh(`${key}/hind`, () =>
    paint(
      smoothBlob(
        [
          ball([0.06, 0, -0.05], [0.08, 0.028, 0.07]),
          ball([0.13, 0, -0.13], [0.065, 0.02, 0.1], { turn: rotationY(-0.5), blend: 0.04 }),
        ],
        0.0185 * Math.sqrt(edge),
      ),
      (x, y, z, normal) => scales(skin, x, y, z, normal),
    ),
  );
  for (const side of [1, -1]) {
    const mirror = scaling(side, 1, 1);
    const lag = swims ? 0 : side > 0 ? 0 : Math.PI;
    const up = swims ? 0.5 * Math.sin(turn) * share : -0.28 + 0.12 * share * Math.max(0, Math.sin(turn + lag));
    const sweep = swims ? 0.3 * Math.cos(turn) * share : 0.45 * share * Math.cos(turn + lag);
    const feather = swims ? 0.45 * Math.cos(turn) : 0;
    pose.add(
      front,
      SKIN,
      multiply(
        body,
        mirror,
        translation(0.24, -0.02, 0.25),
        rotationY(-sweep - 0.1),
        rotationZ(up),
        rotationX(feather),
      ),
    );
    const kick = swims ? 0.22 * Math.sin(turn * 0.5 + side) : 0.25 * share * Math.cos(turn + lag + Math.PI);
    pose.add(
      hind,
      SKIN,
      multiply(
        body,
        mirror,
        translation(0.2, -0.04, -0.3),
        rotationY(kick),
        rotationZ(swims ? 0.15 * Math.sin(turn + 2) : -0.2),
      ),
    );
  }
}

/** Dark patches with light seams, as on a flipper's back; plain below. */
function scales(skin: Skin, x: number, y: number, z: number, normal: Vec3): Srgb {
  const cells = Math.sin(x * 62 + Math.sin(z * 41)) * Math.sin(z * 66 + Math.sin(x * 37 + y * 30));
  return mixColors(skin.skin, skin.patch, softStep(0.05, 0.22, Math.abs(cells)) * softStep(-0.2, 0.3, normal[1]));
}

interface HeadMoment {
  readonly now: number;
  readonly seed: number;
  readonly mouth: number;
  readonly detail: ActorContext['detail'];
}

function addHead(
  pose: PartCollector,
  body: Matrix,
  skin: Skin,
  key: string,
  edge: number,
  { now, seed, mouth, detail }: HeadMoment,
): void {
  const head = multiply(
    body,
    compose({
      at: [0, 0.06, 0.55],
      rotate: [
        0.08 * sway(now, 0.6, seed) - mouth * 0.1,
        0.22 * sway(now, 0.45, seed + 1),
        0.05 * sway(now, 0.5, seed + 2),
      ],
    }),
  );
  const mesh = cachedMesh(`${key}/head`, () => {
    const parts = [
      ball([0, 0, 0], [0.098, 0.09, 0.11]),
      ball([0, -0.025, 0.075], [0.06, 0.052, 0.065], { blend: 0.04 }),
      limb([0, -0.04, -0.1], [0, -0.02, 0], [0.075, 0.07], { blend: 0.04 }),
    ];
    return paint(smoothBlob(parts, 0.0155 * edge), (x, y, z, normal) => {
      const lip = softStep(0.012, 0.005, Math.abs(y + 0.035 + z * 0.05)) * softStep(0.05, 0.08, z);
      return mixColors(scales(skin, x * 1.3, y, z * 1.3, [0, normal[1] + y * 4, 0]), '#3a3a20', lip * 0.8);
    });
  });
  pose.add(mesh, SKIN, head);
  addEyes(
    pose,
    head,
    { look: { ...BUTTON_EYE, iris: '#3a2a16' }, at: [0.068, 0.024, 0.058], radius: 0.027, outward: 0.75 },
    { closed: blinkAt(now, seed), detail },
  );
  const smile = cachedMesh(`${key}/smile`, () =>
    tube(
      [
        [-0.06, -0.03, 0.098],
        [-0.03, -0.048, 0.132],
        [0.03, -0.048, 0.132],
        [0.06, -0.03, 0.098],
      ],
      { radius: 0.0035, color: '#44452a', sides: 5, rings: 10 },
    ),
  );
  pose.add(smile, SMOOTH, head, { castsShadow: false });
}
