import type { PointLight, Rgb, Sprites, Vec3 } from '@openimagine/render';
import { SPRITE_STRIDE } from '@openimagine/render';
import type { Actor, PartInstance } from '../actors/actor.ts';
import type { Placed } from './cast.ts';
import type { BodyChange } from './change/change-body.ts';
import {
  add,
  composeMatrix,
  type Matrix,
  multiplyMatrices,
  scale,
  transformDirection,
  transformPoint,
} from './matrix.ts';
import type { Path, Step } from './path.ts';

/** A placed member and its way. */
export interface Traveller {
  readonly placed: Placed;
  readonly path: Path;
  /** Instead of the placed one's own body, for one that takes up something else later. */
  readonly built?: Actor;
  readonly change?: BodyChange | undefined;
}

export interface Posed {
  readonly parts: readonly PartInstance[];
  readonly lights: readonly PointLight[];
  readonly sprites: readonly Sprites[];
}

/** Where a member is at an instant: its own step on top of that of whoever carries it. */
export function matrixAt(
  traveller: Traveller,
  seconds: number,
  all: readonly Traveller[],
): { matrix: Matrix; step: Step } {
  const { placed, path } = traveller;
  const step = path.at(seconds);
  const turn = { yaw: (step.yaw ?? placed.yaw) + step.spin, pitch: step.pitch, roll: step.roll };
  const size = placed.scale * step.scale;
  const carrier = placed.carrier && all.find((other) => other.placed === placed.carrier);
  if (!carrier) return { matrix: composeMatrix(add(placed.position, step.offset), turn, size), step };
  const host = matrixAt(carrier, seconds, all);
  const rest = composeMatrix(carrier.placed.position, { yaw: carrier.placed.yaw }, carrier.placed.scale);
  const shift = placed.isInHand ? carrier.placed.built.holdShift?.(seconds) : undefined;
  const inRest = toLocal(rest, placed.position, carrier.placed.scale);
  const local: Vec3 = shift ? add(inRest, [shift[0], shift[1], shift[2]]) : inRest;
  const own = composeMatrix(
    add(local, step.offset),
    { ...turn, yaw: turn.yaw - carrier.placed.yaw },
    size / carrier.placed.scale,
  );
  return {
    matrix: multiplyMatrices(host.matrix, own),
    // Who goes over a bridge goes by himself; a rider, as his horse does.
    step: step.speed > 0 ? step : { ...step, distance: host.step.distance, speed: host.step.speed },
  };
}

function toLocal(rest: Matrix, [x, y, z]: Vec3, size: number): Vec3 {
  const from: Vec3 = [x - rest[12]!, y - rest[13]!, z - rest[14]!];
  const along = (column: number): number =>
    (from[0] * rest[column * 4]! + from[1] * rest[column * 4 + 1]! + from[2] * rest[column * 4 + 2]!) / (size * size);
  return [along(0), along(1), along(2)];
}

/**
 * Poses every member and brings its parts, lights and sprites into the world.
 * @param glowAt How strongly a place glows by itself at a time: events switch lights on.
 */
export function poseMembers(
  travellers: readonly Traveller[],
  seconds: number,
  glowAt: (placed: Placed, seconds: number) => number,
): Posed {
  const parts: PartInstance[] = [];
  const lights: PointLight[] = [];
  const sprites: Sprites[] = [];
  for (const traveller of travellers) {
    const { placed } = traveller;
    const { matrix: placedAt, step } = matrixAt(traveller, seconds, travellers);
    const { change } = traveller;
    if (change) {
      const effects = change.effectsAt(seconds);
      parts.push(...effects.parts);
      sprites.push(...effects.sprites);
      lights.push(...effects.lights);
      if (!change.isThereAt(seconds)) continue;
    }
    const shape = change?.shapeAt(seconds);
    const matrix = shape ? multiplyMatrices(placedAt, shape) : placedAt;
    const tint = change?.tintAt(seconds);
    const size = placed.scale * step.scale;
    if (size < 0.002) continue;
    const pose = (traveller.built ?? placed.built).poseAt(seconds, { distance: step.distance, speed: step.speed });
    const glow = glowAt(placed, seconds) * (change?.glowAt(seconds) ?? 1);
    const burns = change?.glowAt(seconds) ?? 1;
    for (const part of pose.parts) {
      // A flame is a body of its own that is not there when it does not burn.
      if (burns < 0.25 && (part.material.emissive ?? 0) >= FLAME_EMISSION) continue;
      const emissive = (part.emissive ?? 1) * glow;
      parts.push({
        ...part,
        matrix: multiplyMatrices(matrix, part.matrix),
        ...(glow === 1 ? {} : { emissive }),
        ...(tint ? { tint: tinted(part.tint, tint) } : {}),
        isStatic: false,
      });
    }
    for (const light of pose.lights ?? []) {
      lights.push({
        position: transformPoint(matrix, light.position),
        color: scale(light.color, glow),
        radius: light.radius * size,
      });
    }
    for (const batch of pose.sprites ?? []) sprites.push(dimmed(moveSprites(batch, matrix, size), burns));
  }
  return { parts, lights, sprites };
}

/** From here on a material is a flame, and no lamp that is lit. */
const FLAME_EMISSION = 2.5;

function dimmed(batch: Sprites, share: number): Sprites {
  if (share !== 1) for (let i = 8; i < batch.data.length; i += SPRITE_STRIDE) batch.data[i]! *= share;
  return batch;
}

const tinted = (own: Rgb = [1, 1, 1], [r, g, b]: Rgb): Rgb => [own[0] * r, own[1] * g, own[2] * b];

function moveSprites(batch: Sprites, matrix: Matrix, size: number): Sprites {
  const data = new Float32Array(batch.data.subarray(0, batch.count * SPRITE_STRIDE));
  for (let i = 0; i < data.length; i += SPRITE_STRIDE) {
    const position = transformPoint(matrix, [data[i]!, data[i + 1]!, data[i + 2]!]);
    const stretch = transformDirection(matrix, [data[i + 9]!, data[i + 10]!, data[i + 11]!]);
    data.set(position, i);
    data[i + 3]! *= size;
    data.set(stretch, i + 9);
  }
  const moved = { ...batch, data };
  return batch.lightPosition ? { ...moved, lightPosition: transformPoint(matrix, batch.lightPosition) } : moved;
}
