import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toSrgb } from '../model/color.ts';
import { type BlobPart, fieldOf } from '../model/field.ts';
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
import { mergeMeshes, paint } from '../model/mesh.ts';
import { cone } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext } from './actor.ts';
import { addEyes, BUTTON_EYE } from './eyes.ts';
import type { FishForm } from './fish-form.ts';
import {
  ball,
  collectParts,
  edgeFactor,
  finishActor,
  limb,
  type PartCollector,
  poseOf,
  rootOf,
  SHELL,
  SMOOTH,
  seedOf,
  sway,
} from './rig.ts';

export function buildFish(form: FishForm, context: ActorContext): Actor {
  const { actor, detail } = context;
  const [, h, l] = form.body;
  const seed = seedOf(context);
  const key = `fish/${form.name}/${form.back}/${detail}`;
  const isMammal = form.tail === 'fluke';
  const edge = h * 0.13 * edgeFactor(detail) ** 0.8;
  const poseAt: Actor['poseAt'] = (seconds, travel) => {
    const now = actor.motion.kind === 'still' ? 0.4 : seconds;
    // Small ones beat fast; a faster swimmer beats faster, by way and not by rate, so that speed may change.
    const turn = (now * 1.1) / Math.sqrt(l) + travel.distance / (l * 1.6) + (seed % 10);
    const wave = (lag: number, reach: number): Matrix =>
      isMammal ? rotationX(reach * Math.sin(turn * 2 - lag)) : rotationY(reach * Math.sin(turn * 2 - lag));
    const arc = leapAt(now, l, context);
    const leaps = actor.motion.kind === 'jump';
    // A whale never leaves the water whole: it rises out of it with its head up and falls back.
    const isHeavy = isMammal && l > HEAVY_METRES;
    const leap = !leaps ? 0 : isHeavy ? 0.55 + 0.45 * Math.sin(arc) : Math.max(0, Math.sin(arc));
    const up = isHeavy ? -0.15 - 0.65 * Math.max(0, Math.sin(arc + 0.4)) : -0.9 * Math.cos(arc);
    const pose = collectParts(
      rootOf(
        actor.size / (form.grown ?? 1),
        h * 1.25 + leap * l * (isHeavy ? 1.15 : 1.6) + 0.12 * h * sway(now, 0.9, seed),
      ),
    );
    const body = multiply(
      rotationX(leap > 0 ? up : 0.04 * sway(now, 0.7, seed)),
      rotationZ(0.05 * sway(now, 0.6, seed + 2)),
      wave(-0.9, 0.07),
    );
    pose.add(trunkMesh(form, key, edge), SHELL, body);
    const rear = multiply(body, translation(0, 0, -l * 0.42), wave(0, 0.2));
    pose.add(rearMesh(form, key, edge), SHELL, rear);
    const fin = multiply(rear, translation(0, 0, -l * 0.62), wave(0.8, 0.42));
    pose.add(tailMesh(form, key), SMOOTH, fin);
    addFins(pose, body, form, key, now, seed);
    addFace(pose, body, form, detail);
    return poseOf(pose);
  };
  return finishActor(context, poseAt, { speed: 0.9 });
}

/** Half the length from which a body does not leap into the air. */
const HEAVY_METRES = 0.9;

/** Where it is in its leap, π/2 at the top: the first of several is there in the middle of the film, the others before and after. */
function leapAt(seconds: number, length: number, { copy, durationSeconds }: ActorContext): number {
  const rate = 2.2 / Math.min(2.2, Math.max(1, Math.sqrt(length)));
  return Math.PI / 2 + (seconds - durationSeconds / 2) * rate - copy * 2.3;
}

function trunkParts({ body: [w, h, l], snout }: FishForm): readonly BlobPart[] {
  return [
    ball([0, 0, l * 0.12], [w, h, l * 0.72]),
    limb(
      [0, -h * 0.05, l * 0.4],
      [0, -h * 0.12, l * (0.62 + snout * 0.38)],
      [h * 0.55, h * (snout > 1 ? 0.16 : snout > 0.6 ? 0.26 : 0.34)],
      { blend: h * 0.5 },
    ),
    limb([0, 0, -l * 0.1], [0, h * 0.04, -l * 0.5], [Math.min(w, h) * 0.8, Math.min(w, h) * 0.52], {
      blend: h * 0.4,
    }),
  ];
}

/** Along the skin from one corner of the mouth round the snout to the other. */
function mouthLine(form: FishForm): readonly Vec3[] {
  const [w, h, l] = form.body;
  const skin = fieldOf(trunkParts(form), h * 0.3);
  const outwards = (inside: (reach: number) => Vec3, limit: number): Vec3 => {
    let low = 0;
    let high = limit;
    for (let i = 0; i < 18; i++) {
      const middle = (low + high) / 2;
      if (skin(...inside(middle)) < 0) low = middle;
      else high = middle;
    }
    return inside(low);
  };
  const y = -h * (form.mouth === 'grin' ? 0.3 : 0.24);
  const side = [0.52, 0.66, 0.78].map((z) => outwards((x) => [x, y + h * 0.25 * (0.78 - z), l * z], w * 1.3));
  const front = outwards((z) => [0, y, z], l * 2);
  return [...side, front, ...side.reverse().map(([x, up, z]): Vec3 => [-x, up, z])];
}

function trunkMesh(form: FishForm, key: string, edge: number): Mesh {
  const [w, h, l] = form.body;
  return cachedMesh(`${key}/trunk`, () => {
    return paint(smoothBlob(trunkParts(form), edge), (x, y, z, normal) => skinColor(form, x / w, y / h, z / l, normal));
  });
}

function rearMesh(form: FishForm, key: string, edge: number): Mesh {
  const [w, h, l] = form.body;
  return cachedMesh(`${key}/rear`, () => {
    const thick = Math.min(w, h);
    return paint(
      smoothBlob(
        [limb([0, h * 0.04, l * 0.04], [0, h * 0.06, -l * 0.62], [thick * 0.56, thick * 0.2])],
        Math.min(edge, thick * 0.16),
      ),
      (x, y, z, normal) => skinColor(form, x / w, y / h, z / l - 0.42, normal),
    );
  });
}

/** Places in units of the half axes; z from 1 at the snout to −1 at the tail. */
function skinColor(form: FishForm, x: number, y: number, z: number, normal: Vec3): Srgb {
  const back = toSrgb(form.back);
  const belly = toSrgb(form.belly);
  const side = mixColors(back, belly, softStep(0.15, -0.35, y * 0.5 + normal[1] * 0.5));
  if (form.pattern === 'clown') {
    const white = Math.max(band(z, 0.52, 0.09), band(z, 0.0, 0.1), band(z, -0.62, 0.06));
    const black = Math.max(band(z, 0.52, 0.135), band(z, 0.0, 0.145), band(z, -0.62, 0.1));
    return mixColors(mixColors(side, '#1c1614', black), '#fbfaf6', white);
  }
  if (form.pattern === 'orca') {
    const patch = softStep(0.2, 0.13, Math.hypot((z - 0.5) * 0.7, y - 0.22)) * softStep(0.2, 0.5, Math.abs(x));
    return mixColors(mixColors(back, belly, softStep(-0.25, -0.4, y + normal[1] * 0.2)), belly, patch);
  }
  if (form.name === 'whale') {
    const grooves = 0.5 + 0.5 * Math.sin(Math.atan2(x, -y) * 26);
    const under = softStep(0.02, -0.25, y) * softStep(-0.35, 0.05, z);
    return mixColors(mixColors(back, belly, softStep(-0.05, -0.35, y)), shade(belly, 0.72), grooves * under * 0.8);
  }
  if (form.pattern === 'gills') {
    const slits = Math.max(...[0.16, 0.27, 0.38].map((at) => softStep(0.036, 0.016, Math.abs(z - at))));
    return mixColors(side, '#2c343c', slits * softStep(0.5, 0.3, Math.abs(y + 0.05)) * softStep(0.3, 0.5, Math.abs(x)));
  }
  if (form.pattern === 'bands')
    return mixColors(side, shade(back, 0.55), Math.max(band(z, 0.36, 0.06), band(z, -0.12, 0.07)) * 0.85);
  return mixColors(side, shade(back, 0.85), softStep(0.55, 0.9, y));
}

function band(z: number, at: number, half: number): number {
  return softStep(half * 1.2, half * 0.85, Math.abs(z - at));
}

function finMesh(form: FishForm, key: string, name: string, parts: readonly BlobPart[], size: number): Mesh {
  return cachedMesh(`${key}/${name}`, () =>
    paint(smoothBlob(parts, size), (_, y, z) => shade(form.fin, 0.9 + 0.1 * Math.sin((y * 1.7 - z) * (3.2 / size)))),
  );
}

function tailMesh(form: FishForm, key: string): Mesh {
  const [, h, l] = form.body;
  const thin = h * 0.07;
  const lobe = (rise: number, reach: number, width: number): BlobPart =>
    limb([0, 0, 0], [0, h * rise, -l * reach], [h * 0.13, width * h]);
  const flat = (parts: readonly BlobPart[], turned: boolean): Mesh => {
    const shape = smoothBlob(parts, h * 0.09);
    const thinned = {
      ...shape,
      positions: shape.positions.map((value, i) => (i % 3 === 0 ? value * (thin / (h * 0.14)) : value)),
    };
    const painted = paint(thinned, (_, y, z) => shade(form.fin, 0.88 + 0.12 * Math.sin(Math.atan2(y, -z) * 22)));
    return turned ? mergeMeshes([{ mesh: painted, matrix: rotationZ(Math.PI / 2) }]) : painted;
  };
  return cachedMesh(`${key}/tail`, () => {
    if (form.tail === 'fluke')
      return flat(
        [
          lobe(1.0, 0.34, 0.06),
          lobe(-1.0, 0.34, 0.06),
          lobe(0, 0.2, 0.12),
          ball([0, h * 0.5, -l * 0.14], [h * 0.12, h * 0.4, l * 0.1], { blend: h * 0.2 }),
          ball([0, -h * 0.5, -l * 0.14], [h * 0.12, h * 0.4, l * 0.1], { blend: h * 0.2 }),
        ],
        true,
      );
    if (form.tail === 'shark')
      return flat([lobe(1.75, 0.4, 0.13), lobe(-1.05, 0.26, 0.13), lobe(0.6, 0.2, 0.24), lobe(-0.4, 0.14, 0.2)], false);
    if (form.tail === 'fan')
      return flat(
        [lobe(0.85, 0.72, 0.26), lobe(-0.75, 0.72, 0.26), lobe(0.3, 0.7, 0.26), lobe(-0.25, 0.7, 0.26)],
        false,
      );
    return flat([lobe(0.95, 0.56, 0.12), lobe(-0.95, 0.56, 0.12), lobe(0.35, 0.3, 0.2), lobe(-0.35, 0.3, 0.2)], false);
  });
}

function addFins(pose: PartCollector, body: Matrix, form: FishForm, key: string, now: number, seed: number): void {
  const [w, h, l] = form.body;
  const thin = w * 0.09 + 0.002;
  const size = h * 0.11;
  if (form.dorsal > 0.3) {
    const isSail = form.tail === 'fan' || form.tail === 'fork';
    const parts = isSail
      ? [
          limb([0, h * 0.75, l * 0.3], [0, h * (1 + 0.3 * form.dorsal), -l * 0.05], [thin, thin * 1.4]),
          ball([0, h * 0.95, -l * 0.08], [thin, h * 0.42 * form.dorsal, l * 0.4], { blend: thin * 2 }),
        ]
      : [
          limb([0, h * 0.6, l * 0.18], [0, h * (0.95 + 0.62 * form.dorsal), -l * 0.16], [h * 0.26, thin]),
          ball([0, h * 0.95, -l * 0.02], [thin * 1.2, h * 0.5 * form.dorsal, l * 0.14], { blend: h * 0.1 }),
        ];
    const flatten = scaling(isSail ? 1 : 0.45, 1, 1);
    pose.add(finMesh(form, key, 'dorsal', parts, size), SMOOTH, multiply(body, flatten));
  }
  const side = finMesh(
    form,
    key,
    'side',
    [ball([l * 0.17, 0, -l * 0.07], [l * 0.2, thin * 0.8, l * 0.1], { turn: rotationY(0.5) })],
    Math.max(thin * 0.9, l * 0.03),
  );
  for (const hand of [1, -1]) {
    const flap = 0.35 * Math.sin(now * 3 + seed + hand * 0.4);
    pose.add(
      side,
      SMOOTH,
      multiply(
        body,
        scaling(hand, 1, 1),
        compose({ at: [w * 0.78, -h * 0.32, l * 0.26], rotate: [0, 0.25, -0.5 + flap] }),
      ),
    );
  }
}

function addFace(pose: PartCollector, body: Matrix, form: FishForm, detail: ActorContext['detail']): void {
  const [w, h, l] = form.body;
  const z = l * 0.56;
  const isBig = form.tail === 'shark' || form.tail === 'fluke';
  addEyes(
    pose,
    body,
    {
      look: {
        ...BUTTON_EYE,
        iris: isBig ? '#20242c' : '#f2e6c4',
        irisShare: isBig ? 0.95 : 0.92,
        pupilShare: 0.6,
        white: isBig ? '#0c0c10' : '#f6f2e6',
      },
      at: [w * (isBig ? 0.74 : 0.66), h * (isBig ? -0.02 : 0.22), z],
      radius: form.eye,
      outward: 1.05,
    },
    { closed: 0, detail },
  );
  if (detail === 'far') return;
  const mouth = cachedMesh(`fish/mouth/${form.name}`, () => {
    const front = l * (0.62 + form.snout * 0.38);
    if (form.mouth === 'pout')
      return tube(
        [
          [-w * 0.2, -h * 0.16, front + h * 0.26],
          [0, -h * 0.12, front + h * 0.34],
          [w * 0.2, -h * 0.16, front + h * 0.26],
        ],
        { radius: h * 0.055, color: shade(form.back, 0.6), sides: 8, rings: 8 },
      );
    const gape = mouthLine(form);
    const line = tube(gape, { radius: h * 0.035, color: '#33272b', sides: 6, rings: 18 });
    if (form.mouth === 'smile') return line;
    const teeth = gape.map(([x, y, along]) => ({
      mesh: cone(h * 0.05, h * 0.13, '#ffffff', 6),
      matrix: compose({ at: [x, y + h * 0.02, along], rotate: [Math.PI, 0, 0] }),
    }));
    return mergeMeshes([{ mesh: line }, ...teeth]);
  });
  pose.add(mouth, SMOOTH, body, { castsShadow: false });
}
