import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, toHex, toLinear, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, type Matrix, multiply, rotationX, rotationZ, scaling, translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { cylinder, ring, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { wateringCan } from './person-gear.ts';
import {
  ball,
  blinkAt,
  collectParts,
  edgeFactor,
  finishActor,
  footAt,
  limb,
  limbFrames,
  METAL,
  type PartCollector,
  poseOf,
  SHELL,
  SMOOTH,
  says,
  seedOf,
  segmentsFor,
  strideShare,
  sway,
} from './rig.ts';
import { mouthOf } from './speech.ts';

/** A friendly robot: round screen face with glowing eyes, a mouth of light that moves while it speaks, one antenna. */
export const robot: ActorModel = {
  gaits: { walk: 0.9, run: 2, wave: 0, dance: 0, jump: 0, fly: 4, float: 0.3 },
  build: buildRobot,
};

const HIP = 0.47;
const THIGH = 0.21;
const SHIN = 0.2;
const ANKLE = 0.085;
const NECK = 1.0;

interface RobotLook {
  readonly shell: Srgb;
  readonly trim: Srgb;
  readonly joint: Srgb;
  readonly glow: Srgb;
  readonly detail: ActorContext['detail'];
}

function buildRobot(context: ActorContext): Actor {
  const { actor } = context;
  const look = lookOf(context);
  const seed = seedOf(context);
  const mouth = mouthOf(context);
  const waters = says(context, 'watering', 'gardener', 'gardening', 'waters');
  const { kind } = actor.motion;
  const flies = kind === 'fly' || kind === 'float' || actor.pose === 'flying';
  const poseAt: Actor['poseAt'] = (seconds, travel) => {
    const now = kind === 'still' ? 1 : seconds;
    const share = flies ? 0 : strideShare(travel.speed, 0.9);
    const phase = travel.distance / STEP.stride;
    const open = mouth(seconds);
    const pose = collectParts(scaling(actor.size));
    const hop = kind === 'jump' ? 0.3 * Math.max(0, Math.sin(now * 4.5)) : 0;
    const dance = kind === 'dance' ? 1 : 0;
    const hover = flies ? 0.12 + 0.04 * Math.sin(now * 2) : 0;
    const hips = compose({
      at: [
        dance * 0.05 * Math.sin(now * 4),
        HIP + hop + hover + share * 0.012 * Math.cos(phase * 4 * Math.PI) - share * 0.02,
        0,
      ],
      rotate: [
        flies ? 0.35 * Math.min(1, travel.speed / 2) : 0.02 * sway(now, 0.8, seed),
        dance * 0.3 * Math.sin(now * 4),
        share * 0.05 * Math.sin(phase * 2 * Math.PI) + dance * 0.12 * Math.sin(now * 4),
      ],
    });
    pose.add(bodyMesh(look), SHELL, hips);
    pose.add(chestLight(look), LIT, hips, { emissive: 0.75 + 0.25 * Math.sin(now * 2.2) });
    addLegs(pose, hips, look, { phase, share, dangles: flies, lift: hop + hover });
    addArms(pose, hips, look, { seconds: now, phase, share, motion: kind, waters, talks: open });
    addHead(pose, hips, look, { seconds: now, seed, mouth: open, dance, talks: actor.says !== undefined });
    return {
      ...poseOf(pose),
      ...(context.isNight
        ? {
            lights: [
              {
                position: [0, 1.25 * actor.size, 0.5 * actor.size],
                color: toLinear(look.glow, 0.35 + 0.4 * open),
                radius: 1.6 * actor.size,
              },
            ],
          }
        : {}),
    };
  };
  return finishActor(context, poseAt, { speed: kind === 'walk' || kind === 'run' ? 0.9 : 0 });
}

const STEP = { stride: 0.62, duty: 0.6, lift: 0.06 };
const LIT: Material = { emissive: 1.5 };
const SCREEN: Material = { specular: 0.9, gloss: 90 };

function lookOf(context: ActorContext): RobotLook {
  const asked = context.actor.color;
  const isOld = says(context, 'old', 'rusty', 'ancient', 'vintage');
  const glow = says(context, 'evil', 'angry', 'hostile') ? '#ff4a3a' : says(context, 'glowing') ? '#7dffea' : '#58d8ff';
  const shell = asked
    ? toSrgb(asked)
    : isOld
      ? toSrgb('#a9774c')
      : toSrgb(context.random.fork('shell').pick(['#e9edf0', '#f2e9d8', '#dfeaf2']));
  const trim = asked
    ? mixColors(shell, '#ffffff', 0.55)
    : toSrgb(context.random.fork('trim').pick(['#f08a3c', '#3fa7c4', '#e5b53a']));
  return { shell, trim, joint: toSrgb('#474d57'), glow: toSrgb(glow), detail: context.detail };
}

/** Hips at the origin; the shoulders are at ±0.27, 0.4. */
function bodyMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/body/${toHex(look.shell)}/${toHex(look.trim)}`, () => {
    const trunk = paint(
      smoothBlob(
        [
          { kind: 'block', at: [0, 0.24, 0], size: [0.46, 0.44, 0.34], round: 0.13 },
          ball([0, 0.04, 0], [0.17, 0.1, 0.13], { blend: 0.06 }),
          { kind: 'block', at: [0, 0.27, 0.2], size: [0.26, 0.2, 0.1], round: 0.04, cut: true, blend: 0.012 },
        ],
        0.027 * edgeFactor(look.detail),
      ),
      (_, y, z) =>
        Math.abs(y - 0.1) < 0.018
          ? look.trim
          : y < 0.02
            ? look.joint
            : z > 0.13 && Math.abs(y - 0.27) < 0.09 && z < 0.158
              ? shade(look.joint, 0.6)
              : look.shell,
    );
    const neck = cylinder({ radius: 0.07, topRadius: 0.06, height: 0.13, color: look.joint, segments: 20 });
    const bolts = [1, -1].flatMap((side) => [
      { mesh: sphere(0.075, look.trim, segmentsFor(look.detail, 16)), matrix: translation(0.25 * side, 0.39, 0) },
      { mesh: sphere(0.014, look.joint, 8), matrix: translation(0.17 * side, 0.15, 0.158) },
    ]);
    const pack = {
      mesh: roundedBox([0.3, 0.3, 0.12], 0.05, shade(look.trim, 0.85)),
      matrix: translation(0, 0.26, -0.2),
    };
    return mergeMeshes([{ mesh: trunk }, { mesh: neck, matrix: translation(0, 0.44, 0) }, ...bolts, pack]);
  });
}

/** A heart of light and two small lamps on the chest. */
function chestLight(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/chest/${toHex(look.glow)}`, () =>
    mergeMeshes([
      {
        mesh: sphere([0.045, 0.045, 0.02], look.glow, segmentsFor(look.detail, 18)),
        matrix: translation(0, 0.28, 0.152),
      },
      { mesh: sphere([0.014, 0.014, 0.01], '#ffb84a', 8), matrix: translation(0.085, 0.31, 0.15) },
      { mesh: sphere([0.014, 0.014, 0.01], '#ff6a5a', 8), matrix: translation(0.085, 0.26, 0.15) },
    ]),
  );
}

function addLegs(
  pose: PartCollector,
  hips: Matrix,
  look: RobotLook,
  {
    phase,
    share,
    dangles,
    lift,
  }: { readonly phase: number; readonly share: number; readonly dangles: boolean; readonly lift: number },
): void {
  const rod = (name: string, length: number): Mesh =>
    cachedMesh(`robot/${look.detail}/rod/${name}/${toHex(look.joint)}`, () =>
      mergeMeshes([
        {
          mesh: cylinder({ radius: 0.045, height: length, color: look.joint, segments: segmentsFor(look.detail, 16) }),
          matrix: translation(0, -length, 0),
        },
        ...(look.detail === 'far' ? [] : [0.25, 0.5, 0.75]).map((t) => ({
          mesh: ring(0.046, 0.011, shade(look.joint, 0.75), Math.PI * 2, segmentsFor(look.detail, 16)),
          matrix: compose({ at: [0, -length * t, 0], rotate: [Math.PI / 2, 0, 0] }),
        })),
        { mesh: sphere(0.056, look.joint, segmentsFor(look.detail, 12)), matrix: translation(0, -length, 0) },
      ]),
    );
  const foot = cachedMesh(`robot/${look.detail}/foot/${toHex(look.shell)}/${toHex(look.trim)}`, () => {
    const boot = smoothBlob(
      [
        ball([0, 0.045, 0.045], [0.1, 0.085, 0.15]),
        { kind: 'block', at: [0, -0.5, 0], size: [1, 1, 1], round: 0.001, cut: true, blend: 0.004 },
      ],
      0.027 * edgeFactor(look.detail),
    );
    return paint(boot, (_, y, z) => (y < 0.03 ? look.joint : z > 0.12 ? look.trim : look.shell));
  });
  for (const side of [1, -1]) {
    const step = footAt(phase + (side > 0 ? 0 : 0.5), STEP);
    const joint: Vec3 = [hips[12]! + 0.11 * side, hips[13]! + 0.02, hips[14]!];
    const end = dangles
      ? { y: -0.36, z: -0.06 - 0.03 * side }
      : { y: ANKLE + step.y * share + lift - joint[1], z: step.z * share + 0.005 * side };
    const frames = limbFrames(joint, end, [THIGH, SHIN], 1);
    pose.add(rod('thigh', THIGH), METAL, frames.upper);
    pose.add(rod('shin', SHIN), METAL, frames.lower);
    pose.add(foot, SHELL, multiply(frames.end, rotationX(dangles ? 0.5 : 0), translation(0, -ANKLE, 0)));
  }
}

interface ArmMoment {
  readonly seconds: number;
  readonly phase: number;
  readonly share: number;
  readonly motion: string;
  readonly waters: boolean;
  readonly talks: number;
}

/** Forward swing, sideways lift and elbow of one arm. */
function armTurns(
  { seconds, phase, share, motion, waters, talks }: ArmMoment,
  side: 1 | -1,
): readonly [swing: number, out: number, bend: number] {
  const beat = Math.sin(seconds * 4);
  if (motion === 'wave' && side < 0)
    return [0.2, 2.3 + 0.12 * Math.sin(seconds * 7), 0.4 + 0.35 * Math.sin(seconds * 7)];
  if (motion === 'dance') return [0.5, 1.1 + 0.6 * beat * side, 1.1];
  if (waters && side < 0) return [0.75 + 0.04 * Math.sin(seconds * 1.3), 0.12, 0.72];
  const gesture = talks * 0.3;
  return [
    share * 0.5 * -side * Math.cos(phase * Math.PI * 2) + 0.06 + gesture * 0.6,
    0.2 + 0.02 * Math.sin(seconds * 1.5 + side),
    0.4 + gesture + 0.1 * share,
  ];
}

function addArms(pose: PartCollector, hips: Matrix, look: RobotLook, moment: ArmMoment): void {
  const upperLength = 0.19;
  const lowerLength = 0.17;
  const sleeve = cachedMesh(`robot/${look.detail}/sleeve/${toHex(look.joint)}`, () =>
    mergeMeshes([
      {
        mesh: cylinder({
          radius: 0.034,
          height: upperLength,
          color: look.joint,
          segments: segmentsFor(look.detail, 14),
        }),
        matrix: translation(0, -upperLength, 0),
      },
      { mesh: sphere(0.046, look.joint, segmentsFor(look.detail, 12)), matrix: translation(0, -upperLength, 0) },
    ]),
  );
  const cuff = cachedMesh(`robot/${look.detail}/cuff/${toHex(look.shell)}/${toHex(look.trim)}`, () => {
    const shape = lathe(
      [
        [0, -lowerLength - 0.01],
        [0.062, -lowerLength - 0.01],
        [0.072, -lowerLength + 0.01],
        [0.05, -0.02],
        [0.03, 0],
        [0, 0.01],
      ],
      look.shell,
      segmentsFor(look.detail, 22),
    );
    return paint(shape, (_, y) => (y < -lowerLength + 0.03 ? look.trim : look.shell));
  });
  for (const side of [1, -1] as const) {
    const [swing, out, bend] = armTurns(moment, side);
    const upper = multiply(hips, translation(0.27 * side, 0.39, 0), rotationX(-swing), rotationZ(out * side));
    const lower = multiply(upper, translation(0, -upperLength, 0), rotationX(-bend));
    const hand = multiply(lower, translation(0, -lowerLength, 0));
    pose.add(sleeve, METAL, upper);
    pose.add(cuff, SHELL, lower);
    pose.add(handMesh(look), METAL, multiply(hand, scaling(side, 1, 1)));
    if (moment.waters && side < 0) {
      const level = multiply(
        hand,
        translation(0, -0.1, 0),
        rotationX(swing + bend),
        rotationX(0.35),
        translation(0, -0.14, 0.04),
      );
      pose.add(wateringCan(), SHELL, level);
    }
  }
}

function handMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/hand/${toHex(look.joint)}`, () =>
    smoothBlob(
      [
        ball([0, -0.035, 0], 0.042),
        limb([0, -0.055, 0.025], [-0.01, -0.11, 0.035], [0.021, 0.018], { blend: 0.012 }),
        limb([0, -0.055, -0.025], [-0.01, -0.11, -0.03], [0.021, 0.018], { blend: 0.012 }),
        limb([-0.02, -0.03, 0.02], [-0.055, -0.075, 0.012], [0.019, 0.016], { blend: 0.012 }),
      ],
      Math.min(0.045, 0.0185 * edgeFactor(look.detail)),
      { color: look.joint },
    ),
  );
}

interface HeadMoment {
  readonly seconds: number;
  readonly seed: number;
  readonly mouth: number;
  readonly dance: number;
  readonly talks: boolean;
}

function addHead(
  pose: PartCollector,
  hips: Matrix,
  look: RobotLook,
  { seconds, seed, mouth, dance, talks }: HeadMoment,
): void {
  // Whoever speaks looks at the camera.
  const wander = talks ? 0.25 : 1;
  const head = multiply(
    hips,
    compose({
      at: [0, NECK - HIP + 0.2, 0.01],
      rotate: [
        0.04 * sway(seconds, 1.1, seed) - mouth * 0.05,
        wander * 0.3 * sway(seconds, 0.6, seed + 1),
        0.07 * sway(seconds, 0.8, seed + 2) + dance * 0.15 * Math.sin(seconds * 4),
      ],
    }),
  );
  pose.add(headMesh(look), SHELL, head);
  pose.add(screenMesh(look), SCREEN, head);
  const wobble = rotationZ(0.12 * Math.sin(seconds * 5) * (0.25 + mouth + dance));
  const mast = multiply(head, translation(0, 0.2, 0), wobble);
  pose.add(antennaMesh(look), SMOOTH, mast);
  pose.add(
    cachedMesh(`robot/${look.detail}/bulb/${toHex(look.glow)}`, () =>
      sphere(0.032, look.glow, segmentsFor(look.detail, 14)),
    ),
    LIT,
    multiply(mast, translation(0, 0.16, 0)),
    { emissive: 0.7 + 0.3 * Math.sin(seconds * 3) + mouth * 0.5 },
  );
  const open = Math.max(0.08, 1 - blinkAt(seconds, seed));
  const eye = cachedMesh(`robot/${look.detail}/eye/${toHex(look.glow)}`, () => eyeMesh(look));
  for (const side of [1, -1])
    pose.add(eye, LIT, multiply(head, translation(0.092 * side, 0.035, 0.19), scaling(1, open, 1)), {
      castsShadow: false,
    });
  addMouth(pose, head, look, mouth, seconds);
}

function headMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/head/${toHex(look.shell)}/${toHex(look.trim)}`, () => {
    const shell = smoothBlob(
      [
        { kind: 'block', at: [0, 0, 0], size: [0.5, 0.4, 0.38], round: 0.15 },
        { kind: 'block', at: [0, 0, 0.21], size: [0.4, 0.27, 0.14], round: 0.06, cut: true, blend: 0.02 },
      ],
      0.024 * edgeFactor(look.detail),
      { color: look.shell },
    );
    const ears = [1, -1].map((side) => ({
      mesh: lathe(
        [
          [0, -0.02],
          [0.075, -0.02],
          [0.08, 0],
          [0.07, 0.04],
          [0.03, 0.055],
          [0, 0.055],
        ],
        look.trim,
        segmentsFor(look.detail, 24),
      ),
      matrix: multiply(translation(0.235 * side, 0, 0), rotationZ((-Math.PI / 2) * side)),
    }));
    return mergeMeshes([{ mesh: shell }, ...ears]);
  });
}

function screenMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/screen`, () =>
    smoothBlob([{ kind: 'block', at: [0, 0, 0.135], size: [0.41, 0.28, 0.1], round: 0.048 }], 0.022, {
      color: '#12161f',
      occlusionReach: 0,
    }),
  );
}

function antennaMesh(look: RobotLook): Mesh {
  return cachedMesh(`robot/${look.detail}/antenna/${toHex(look.joint)}`, () =>
    mergeMeshes([
      { mesh: cylinder({ radius: 0.009, height: 0.15, color: look.joint, segments: 8 }) },
      {
        mesh: cylinder({
          radius: 0.04,
          topRadius: 0.02,
          height: 0.03,
          color: look.trim,
          segments: segmentsFor(look.detail, 16),
        }),
        matrix: translation(0, -0.012, 0),
      },
    ]),
  );
}

/** A disc of light, brightest inside, with a darker pupil's ring. */
function eyeMesh(look: RobotLook): Mesh {
  const { glow } = look;
  return paint(sphere([0.052, 0.062, 0.012], glow, segmentsFor(look.detail, 22)), (x, y) => {
    const r = Math.hypot(x / 0.052, y / 0.062);
    return mixColors('#ffffff', glow, Math.min(1, r * 1.6));
  });
}

/** Seven bars of light: a smile at rest, a level meter while it speaks. */
function addMouth(pose: PartCollector, head: Matrix, look: RobotLook, mouth: number, seconds: number): void {
  if (mouth < 0.03) {
    const smile = cachedMesh(`robot/${look.detail}/smile/${toHex(look.glow)}`, () =>
      tube(
        [
          [-0.06, -0.055, 0.19],
          [-0.03, -0.078, 0.192],
          [0.03, -0.078, 0.192],
          [0.06, -0.055, 0.19],
        ],
        { radius: 0.0075, color: look.glow, sides: segmentsFor(look.detail, 8), rings: segmentsFor(look.detail, 14) },
      ),
    );
    pose.add(smile, LIT, head, { castsShadow: false });
    return;
  }
  const bar = cachedMesh(`robot/${look.detail}/bar/${toHex(look.glow)}`, () =>
    roundedBox([0.014, 1, 0.01], 0.005, look.glow, 1),
  );
  for (let i = -3; i <= 3; i++) {
    const level = 0.014 + 0.075 * mouth * (1 - Math.abs(i) * 0.2) * (0.6 + 0.4 * Math.sin(seconds * 31 + i * 2.1));
    pose.add(bar, LIT, multiply(head, translation(i * 0.022, -0.068, 0.188), scaling(1, level, 1)), {
      castsShadow: false,
      emissive: 0.9 + mouth * 0.5,
    });
  }
}
