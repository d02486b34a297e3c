import type { Material } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toLinear, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
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
import type { Actor, ActorContext } from './actor.ts';
import { ANIMAL_EYE, addEyes } from './eyes.ts';
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
  SMOOTH,
  seedOf,
  sway,
} from './rig.ts';

const JELLY: Material = { specular: 0.6, gloss: 50, wrap: 0.6, rim: 0.4, emissive: 0.35 };

/** A bell that pulses, and trailing threads. */
export function buildJellyfish(context: ActorContext): Actor {
  const { actor } = context;
  const color = toSrgb(actor.color ?? context.random.fork('jelly').pick(['#c98ae0', '#7fb4f0', '#f09ac0']));
  const seed = seedOf(context);
  const key = `jellyfish/${toHex(color)}`;
  const poseAt: Actor['poseAt'] = (seconds, _travel) => {
    const beat = Math.sin(seconds * 2.1 + seed);
    const pulse = 0.08 * beat;
    const pose = collectParts(
      rootOf(actor.size, 0.62 + 0.05 * Math.sin(seconds * 2.1 + seed - 0.9), [
        0.08 * sway(seconds, 0.5, seed),
        0,
        0.08 * sway(seconds, 0.45, seed + 3),
      ]),
    );
    pose.add(
      cachedMesh(`${key}/bell`, () => bellMesh(color)),
      JELLY,
      scaling(1 + pulse, 1 - pulse * 0.8, 1 + pulse),
    );
    for (let i = 0; i < 8; i++) {
      const angle = (i / 8) * Math.PI * 2;
      const isArm = i % 2 === 0;
      const reach = (isArm ? 0.06 : 0.17) * (1 + pulse);
      addThread(pose, multiply(rotationY(angle), translation(0, -0.02, reach)), `${key}/${isArm}`, {
        color,
        isArm,
        seconds,
        seed: seed + i,
      });
    }
    const lights = context.isNight
      ? {
          lights: [
            { position: [0, 0.6 * actor.size, 0] as const, color: toLinear(color, 0.5), radius: 1.2 * actor.size },
          ],
        }
      : {};
    return { ...poseOf(pose), ...lights };
  };
  return finishActor(context, poseAt);
}

function bellMesh(color: Srgb): ReturnType<typeof lathe> {
  const shape = lathe(
    [
      [0, 0.02],
      [0.12, 0.03],
      [0.19, -0.02],
      [0.215, -0.03],
      [0.222, 0.0],
      [0.205, 0.09],
      [0.15, 0.165],
      [0.075, 0.2],
      [0, 0.21],
    ],
    color,
    36,
  );
  return paint(shape, (x, y, z) => {
    const rays = 0.5 + 0.5 * Math.cos(Math.atan2(x, z) * 8);
    const rim = softStep(0.04, -0.02, y);
    return mixColors(
      mixColors(mixColors(color, '#ffffff', 0.35), color, softStep(0.06, 0.2, Math.hypot(x, z)) * (0.4 + 0.6 * rays)),
      '#ffffff',
      rim * 0.5,
    );
  });
}

function addThread(
  pose: PartCollector,
  root: Matrix,
  key: string,
  {
    color,
    isArm,
    seconds,
    seed,
  }: { readonly color: Srgb; readonly isArm: boolean; readonly seconds: number; readonly seed: number },
): void {
  const links = 7;
  const length = isArm ? 0.062 : 0.08;
  let frame = root;
  for (let i = 0; i < links; i++) {
    const radius = (isArm ? 0.026 : 0.009) * (1 - (i / links) * 0.8);
    const link = cachedMesh(`${key}/${i}`, () =>
      smoothBlob([limb([0, 0, 0], [0, -length, 0], [radius, radius * 0.88])], Math.max(0.007, radius * 0.75), {
        color: mixColors(color, '#ffffff', isArm ? 0.4 : 0.15),
        occlusionReach: 0,
      }),
    );
    const bend = 0.17 * Math.sin(seconds * 1.7 - i * 0.7 + (seed % 9));
    frame = multiply(frame, rotationX(bend), rotationZ(bend * 0.6));
    pose.add(link, JELLY, frame, { castsShadow: false });
    frame = multiply(frame, translation(0, -length, 0));
  }
}

/** A round head with large eyes on eight curling arms. */
export function buildOctopus(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#d8573f');
  const seed = seedOf(context);
  const key = `octopus/${toHex(color)}/${detail}`;
  const edge = edgeFactor(detail);
  const swims = actor.motion.kind === 'swim' || actor.motion.kind === 'float' || actor.motion.kind === 'fly';
  const poseAt: Actor['poseAt'] = (seconds, _travel) => {
    const breath = 1 + 0.03 * Math.sin(seconds * 1.9 + seed);
    const pose = collectParts(rootOf(actor.size, swims ? 0.25 + 0.05 * Math.sin(seconds * 1.6) : 0));
    const body = compose({
      at: [0, 0.2, 0],
      rotate: [swims ? 0.25 : -0.06, 0.1 * sway(seconds, 0.7, seed), 0.06 * sway(seconds, 0.6, seed + 1)],
    });
    const head = cachedMesh(`${key}/head`, () =>
      paint(
        smoothBlob(
          [
            ball([0, 0.26, -0.05], [0.2, 0.22, 0.22]),
            ball([0, 0.06, 0], [0.15, 0.12, 0.14], { blend: 0.1 }),
            ball([0.1, 0.13, 0.1], [0.06, 0.06, 0.06], { mirror: true, blend: 0.05 }),
          ],
          0.027 * edge,
        ),
        (x, y, z) =>
          mixColors(
            color,
            shade(color, 0.72),
            softStep(0.4, 0.75, Math.sin(x * 33) * Math.sin(y * 31 + 1) * Math.sin(z * 35)) * softStep(0.15, 0.3, y),
          ),
      ),
    );
    pose.add(head, SMOOTH, multiply(body, scaling(1, breath, 1)));
    addEyes(
      pose,
      body,
      {
        look: { ...ANIMAL_EYE, iris: '#f0c84a', pupilShare: 0.5 },
        at: [0.105, 0.145, 0.125],
        radius: 0.048,
        outward: 0.35,
      },
      { closed: blinkAt(seconds, seed), detail },
    );
    for (let i = 0; i < 8; i++) addArm(pose, body, key, { color, index: i, seconds, seed, swims });
    return poseOf(pose);
  };
  return finishActor(context, poseAt);
}

function addArm(
  pose: PartCollector,
  body: Matrix,
  key: string,
  {
    color,
    index,
    seconds,
    seed,
    swims,
  }: {
    readonly color: Srgb;
    readonly index: number;
    readonly seconds: number;
    readonly seed: number;
    readonly swims: boolean;
  },
): void {
  const links = 8;
  const length = 0.085;
  const angle = ((index + 0.5) / 8) * Math.PI * 2;
  // An arm's links run along +z of their frame; it leaves the body downwards and bends up towards its tip.
  let frame = multiply(body, rotationY(angle), translation(0, 0, 0.08), rotationX(swims ? 0.9 : 0.72));
  for (let i = 0; i < links; i++) {
    const radius = 0.058 * (1 - (i / links) * 0.82);
    const next = 0.058 * (1 - ((i + 1) / links) * 0.82);
    const link = cachedMesh(`${key}/arm-${i}`, () =>
      paint(smoothBlob([limb([0, 0, 0], [0, 0, length], [radius, next])], Math.max(0.016, radius * 0.62)), (_, y) =>
        y < -radius * 0.35 ? mixColors(color, '#ffe0c8', 0.7) : color,
      ),
    );
    const curl =
      (swims ? 0.02 : i < 3 ? -0.27 : i < 5 ? 0 : -0.34) +
      0.13 * Math.sin(seconds * 1.4 - i * 0.6 + index * 1.9 + (seed % 7));
    frame = multiply(frame, rotationX(curl), rotationY(0.14 * Math.sin(seconds * 1.1 - i * 0.5 + index * 2.3)));
    pose.add(link, SMOOTH, frame);
    frame = multiply(frame, translation(0, 0, length));
  }
}
