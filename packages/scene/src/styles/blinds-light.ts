import type { Instance, Mesh, Moment, Vec3 } from '@openimagine/render';
import { add, IDENTITY, normalize, scale } from '../stage/matrix.ts';
import { createShape } from '../stage/shape.ts';
import { relight } from './relight.ts';
import type { StyleWorld } from './style.ts';

/** Metres from what is looked at to the slats: far outside the walls, where no camera is. */
const FAR = 18;
/** Of the window whose light falls in, as shares of the way from the camera to what it looks at. */
const HALF_WIDTH = 0.34;
const HALF_HEIGHT = 0.25;
const SLATS = 11;
/** The share of a slat's room that is shade. */
const SHADE = 0.5;

/**
 * A dark room, and one hard light that falls through blinds on who is looked at and on the wall behind. The slats stand
 * outside and are seen by nobody: their backs are turned to the camera.
 */
export function createBlindsLight({ view }: StyleWorld): (moment: Moment) => Moment {
  const { position, target } = view;
  const back: Vec3 = [position[0] - target[0], 0, position[2] - target[2]];
  const distance = Math.max(0.6, Math.hypot(...back));
  const [bx, , bz] = normalize(back);
  const direction = normalize([0.62 * bx - 0.7 * bz, 0.34, 0.62 * bz + 0.7 * bx]);
  const mesh = slatsMesh(target, direction, distance);
  return (moment) => {
    const slats: Instance = { mesh, material: moment.materials.length, matrix: IDENTITY, isStatic: true };
    const dark = relight(moment, { lamps: 0.13, fog: 0.5 });
    return {
      ...dark,
      materials: [...moment.materials, {}],
      instances: [...moment.instances, slats],
      sun: {
        direction,
        color: [2.1, 2.1, 2.1],
        softness: 0.015,
        shadowRadius: Math.max(5, distance * 1.8),
        shadowCenter: target,
      },
      ambient: { up: [0.06, 0.06, 0.06], down: [0.05, 0.05, 0.05] },
    };
  };
}

/** A wall with a window in it that blinds hang before, upright towards the light. */
function slatsMesh(target: Vec3, towards: Vec3, distance: number): Mesh {
  const across = normalize([towards[2], 0, -towards[0]]);
  const up: Vec3 = [
    towards[1] * across[2] - towards[2] * across[1],
    towards[2] * across[0] - towards[0] * across[2],
    towards[0] * across[1] - towards[1] * across[0],
  ];
  const middle = add(target, scale(towards, FAR));
  const at = (x: number, y: number): Vec3 => add(middle, add(scale(across, x), scale(up, y)));
  const shape = createShape();
  const board = (left: number, low: number, right: number, high: number): void =>
    shape.quad(at(left, low), at(right, low), at(right, high), at(left, high), 0x101010);
  const [w, h, all] = [distance * HALF_WIDTH, distance * HALF_HEIGHT, Math.max(14, distance * 4)];
  board(-all, -all, -w, all);
  board(w, -all, all, all);
  board(-w, -all, w, -h);
  board(-w, h, w, all);
  const step = (h * 2) / SLATS;
  for (let row = 0; row < SLATS; row++) board(-w, -h + row * step, w, -h + (row + SHADE) * step);
  return shape.build();
}
