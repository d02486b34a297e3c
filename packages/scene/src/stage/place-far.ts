import type { Vec3 } from '@openimagine/render';
import { arrangeInAir } from './arrange.ts';
import type { Placed, Troop } from './cast.ts';
import { clamp, composeMatrix, transformPoint } from './matrix.ts';
import { isAloft, type PlaceContext } from './place.ts';
import { project, unproject, type View } from './view.ts';

/** How much of the picture's height a thing in the sky fills at `size` 1. */
const SKY_HEIGHTS: Readonly<Record<string, number>> = {
  moon: 0.17,
  planet: 0.24,
  cloud: 0.16,
  fireworks: 0.8,
  bird: 0.07,
  airplane: 0.1,
  balloon: 0.26,
  dragon: 0.3,
};

/** Places what stands behind the subject so that all of it is in the picture and beside the subject. */
export function placeBackdrop(troops: readonly Troop[], view: View, nearest: number, context: PlaceContext): Placed[] {
  const members = troops.flatMap((troop) => troop.members.map((member) => ({ troop, member })));
  const slots = slotsFor(members.map(({ troop }) => troop.actor.place));
  return members.map(({ troop, member }, index) => {
    const { width, height, depth } = member.built.bounds;
    const { set } = context;
    const lift = isAloft(troop) ? height * 0.6 : 0;
    let distance = nearest + depth * 0.6 + 1 + (index % 3) * depth * 0.25;
    let foot: Vec3 = [0, 0, 0];
    for (let i = 0; i < 60; i++) {
      // The near face is larger in the picture than the middle: it is what must fit.
      const face = Math.max(0.5, distance - depth * 0.65);
      const room = Math.max(0, 0.95 * view.halfWidth * face - width * 0.58);
      const x = view.position[0] + clamp(slots[index]! * view.halfWidth * distance, -room, room);
      const along = unproject(view, 0, 0, distance);
      const held = set.focus.halfWidth < 4 ? clamp(x, -set.focus.halfWidth, set.focus.halfWidth) : x;
      foot = [held, set.groundAt(held, along[2]) + lift, along[2]];
      const top = project(view, [foot[0], foot[1] + height, foot[2] + depth * 0.5])[1];
      if (top > -1 && top < 0.9 && width * 0.58 < 0.8 * view.halfWidth * face) break;
      distance = distance * 1.12 + 0.5;
    }
    const turn = context.random.fork(`backdrop/${index}`).between(-0.35, 0.35);
    return { ...member, layer: 'backdrop' as const, position: foot, yaw: turn, scale: 1 };
  });
}

/** From the middle outwards, never behind the subject itself. */
function slotsFor(places: readonly Troop['actor']['place'][]): number[] {
  const count = places.length;
  let [left, right] = [0, 0];
  return places.map((place, index) => {
    const side = place === 'left' ? -1 : place === 'right' ? 1 : index % 2 === 0 ? 1 : -1;
    const order = side > 0 ? right++ : left++;
    if (count === 1 && place === 'center') return 0;
    const perSide = Math.max(1, Math.ceil(count / 2));
    return side * (count === 1 ? 0.48 : 0.36 + (0.5 * (order + 0.4)) / perSide);
  });
}

/** Places things in the upper part of the picture; heavenly bodies are enlarged to the angle they need. */
export function placeSky(troops: readonly Troop[], view: View, nearest: number, context: PlaceContext): Placed[] {
  const sides = [0.5, -0.52, 0.06, -0.2, 0.75];
  return troops.flatMap((troop, index) => {
    const { kind, size, place } = troop.actor;
    const heavenly = kind === 'moon' || kind === 'planet' || kind === 'cloud' || kind === 'fireworks';
    // The box of a firework is mostly air: bursts may reach into one another.
    const dense = kind === 'fireworks' ? 0.5 : 1;
    const cell = { width: troop.size.width * dense, height: troop.size.height * dense, depth: troop.size.depth };
    const arrangement = arrangeInAir(troop.members.length, cell, 1.6, context.random.fork(`sky/${index}`));
    const wanted =
      Math.min(dense < 1 ? 0.84 : 0.5, (SKY_HEIGHTS[kind] ?? 0.12) * clamp(size, 0.4, 2.2)) *
      (troop.members.length > 1 && dense === 1 ? 0.75 : 1);
    const groupHeight = Math.min(dense < 1 ? 0.84 : 0.62, (wanted * arrangement.height) / troop.size.height);
    const fill = Math.min(
      groupHeight / arrangement.height,
      ((dense < 1 ? 2.3 : 1.5) * view.halfWidth) / view.halfHeight / 2 / arrangement.width,
    );
    // fill = metres → share of the picture's height; at a depth, one metre is 1 / (2 · halfHeight · depth) of it.
    const natural = 1 / (2 * view.halfHeight * fill);
    const depth = heavenly ? Math.max(nearest * 2.5, 60) : clamp(natural, nearest * 1.15 + 2, 160);
    const scale = depth / natural;
    const halfX = (arrangement.width * scale) / 2 / (view.halfWidth * depth);
    const halfY = (arrangement.height * scale) / 2 / (view.halfHeight * depth);
    const side =
      place === 'left'
        ? -0.55
        : place === 'right'
          ? 0.55
          : place === 'center' || dense < 1
            ? 0
            : sides[index % sides.length]!;
    const room = Math.max(0, 0.92 - halfX);
    const x = clamp(side, -room, room);
    // Of the box of a firework only the upper half is filled, and its rim is air.
    const y = kind === 'fireworks' ? 0.32 : clamp(0.62, -0.9 + halfY, 0.93 - halfY);
    const middle = unproject(view, x, y, depth);
    const foot: Vec3 = [middle[0], middle[1] - (arrangement.height * scale) / 2, middle[2]];
    const upright = composeMatrix(foot, {}, scale);
    return troop.members.map(
      (member, i): Placed => ({
        ...member,
        layer: 'sky',
        // Far things keep to one depth, for which their place in the picture was reckoned.
        position: transformPoint(upright, flat(arrangement.spots[i]!)),
        yaw: x > 0 ? -0.4 : 0.4,
        scale,
      }),
    );
  });
}

const flat = ([x, y, z]: Vec3): Vec3 => [x, y, z * 0.2];
