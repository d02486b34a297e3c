import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { type Matrix, multiply, rotationX, rotationY, rotationZ, scaling, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { halfPerson } from './half-person.ts';
import { ball, collectParts, edgeFactor, finishActor, limb, poseOf, rootOf, says, seedOf } from './rig.ts';

const SCALES = { specular: 0.75, gloss: 46, wrap: 0.2, rim: 0.25 } as const;
const LINKS = 7;
const LINK = 0.155;
const HIP = 0.152;
/** The tail is thicker than the thighs that a person sits on. */
const LIFT = 0.0916;
/** On a rock's round top it lies lower than its seat, or the tail beside it would hang in the air. */
const SUNK = 0.17;

/** A mermaid or a merman: a person to the waist, then a fish's tail; sits with it laid aside, or swims with it. */
export const mermaid: ActorModel = {
  gaits: { swim: 1.1, float: 0.25, walk: 0.4, run: 0.8, wave: 0, dance: 0, jump: 0 },
  build(context) {
    const { actor, detail } = context;
    const { kind } = actor.motion;
    const swims = kind === 'swim' || kind === 'fly' || kind === 'run' || kind === 'walk' || actor.pose === 'flying';
    const hangs =
      !swims && (kind === 'float' || kind === 'rise' || kind === 'fall' || kind === 'jump' || kind === 'dance');
    const isMan = says(context, 'merman');
    const color = toSrgb(tailColor(context));
    const half = halfPerson(
      context,
      swims
        ? { pose: 'default', motion: { ...actor.motion, kind: 'swim' } }
        : hangs
          ? { pose: 'default', motion: { ...actor.motion, kind: 'float' } }
          : { pose: 'sitting', motion: { ...actor.motion, kind: kind === 'still' ? 'still' : 'idle' } },
      isMan ? undefined : toHex(mixColors(color, '#8a5ac8', 0.65)),
    );
    const seed = seedOf(context) % 997;
    const side = seed % 2 === 0 ? 1 : -1;
    return finishActor(
      context,
      (seconds, travel) => {
        const now = kind === 'still' ? 1 : seconds;
        const to = collectParts(
          rootOf(actor.size, swims || hangs ? 0 : LIFT - (actor.relation?.kind === 'on' ? SUNK : 0)),
        );
        const { torso, parts } = half(now, travel);
        for (const { mesh, material, matrix, ...extra } of parts) to.add(mesh, material, matrix as Matrix, extra);
        let frame = swims || hangs ? multiply(torso, rotationX(Math.PI / 2)) : laidAside(torso, side);
        for (let i = 0; i < LINKS; i++) {
          to.add(linkMesh(i, color, detail), SCALES, frame);
          frame = multiply(frame, translation(0, 0, LINK), bendOf(i, { now, swims, hangs, side, seed }));
        }
        const beat = (swims ? 0.5 : 0.22) * Math.sin(now * (swims ? 5.2 : 1.6) + seed - 2.6);
        for (const mirror of [1, -1])
          to.add(
            flukeMesh(color, detail),
            SCALES,
            multiply(frame, rotationX(beat), scaling(mirror, 1, 1), rotationY(0.42), rotationZ(0.1)),
          );
        return poseOf(to);
      },
      { keepsOrigin: !swims && !hangs },
    );
  },
};

/** Green as the sea, or as it was asked. */
function tailColor({ actor }: ActorContext): string {
  return actor.parts?.find(({ name }) => /tail|scale|fin/.test(name))?.color ?? actor.color ?? '#1fa58c';
}

/** From below the belt, level, to one side and a little forward. */
function laidAside(torso: Matrix, side: number): Matrix {
  return multiply(
    translation(torso[12]!, torso[13]! + 0.03, torso[14]! + 0.02),
    rotationY(0.75 * side),
    rotationX(0.08),
  );
}

interface TailMoment {
  readonly now: number;
  readonly swims: boolean;
  readonly hangs: boolean;
  readonly side: number;
  readonly seed: number;
}

function bendOf(i: number, { now, swims, hangs, side, seed }: TailMoment): Matrix {
  if (swims || hangs) {
    const share = (i + 1) / LINKS;
    const wave = (swims ? 0.3 : 0.12) * share * Math.sin(now * (swims ? 5.2 : 1.6) + seed - i * 0.42);
    return rotationX(wave + (hangs ? 0.1 * (i > 2 ? -1.4 : 1) : 0));
  }
  // Over the knees' place it rises a little, lies down, and lifts its fluke.
  const rise = [-0.2, 0.24, 0.3, 0.02, -0.34, -0.42, -0.4][i]!;
  const lift = i > 3 ? 0.05 * Math.sin(now * 1.3 + seed) : 0;
  return multiply(rotationY([0.1, 0.12, 0.1, 0.06, 0, 0, 0][i]! * side), rotationX(rise + lift));
}

/** Half a tail's thickness along its way: it begins as wide as the hips. */
const radiusAt = (along: number): number => HIP * (1 - along) ** 0.72 * (1 + 0.28 * along * (1 - along)) + 0.034;

function linkMesh(i: number, color: Srgb, detail: ActorContext['detail']): Mesh {
  return cachedMesh(`mermaid/tail/${i}/${toHex(color)}/${detail}`, () => {
    const [r0, r1] = [radiusAt(i / LINKS), radiusAt((i + 1) / LINKS)];
    const blob = smoothBlob(
      [limb([0, 0, -0.01], [0, 0, LINK], [r0, r1])],
      Math.min(0.03, r1 * 0.42) * edgeFactor(detail) ** 0.6,
    );
    return paint(blob, (x, y, z, normal) => scaleColor(color, Math.atan2(x, y) * 2.8, (i * LINK + z) * 34, normal[1]));
  });
}

/** Rows of scales, each half a scale aside from the last, that shimmer from one hue to the next. */
function scaleColor(color: Srgb, round: number, along: number, up: number): Srgb {
  const row = Math.floor(along);
  const across = round + (row % 2) * 0.5;
  const [u, v] = [across - Math.floor(across) - 0.5, along - row];
  const rim = softStep(0.62, 0.9, Math.hypot(u * 1.3, v));
  const sheen = mixColors(color, '#7fe8ff', 0.28 + 0.24 * Math.sin(along * 0.6 + round));
  return mixColors(shade(sheen, 0.78 + 0.22 * up), shade(color, 0.5), rim * 0.7);
}

/** One half of the fluke, reaching out along +z and +x, thin and notched. */
function flukeMesh(color: Srgb, detail: ActorContext['detail']): Mesh {
  return cachedMesh(`mermaid/fluke/${toHex(color)}/${detail}`, () => {
    const shape = smoothBlob(
      [
        ball([0.07, 0, 0.15], [0.075, 0.014, 0.2], { turn: rotationY(0.4) }),
        ball([0.16, 0, 0.24], [0.05, 0.011, 0.15], { turn: rotationY(0.8), blend: 0.03 }),
        limb([0, 0, -0.02], [0.03, 0, 0.1], [0.042, 0.03], { blend: 0.03 }),
      ],
      0.017 * edgeFactor(detail) ** 0.6,
    );
    return paint(shape, (x, _, z) => {
      const ray = 0.5 + 0.5 * Math.sin(Math.atan2(x + 0.02, z + 0.1) * 60);
      const tip = softStep(0.1, 0.4, Math.hypot(x, z));
      return mixColors(mixColors(color, '#9ff0ff', 0.3 * tip), shade(color, 0.55), ray * 0.55);
    });
  });
}
