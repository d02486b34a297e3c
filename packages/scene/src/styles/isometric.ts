import { type Instance, type Moment, type Rgb, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import { createCutter, type Plate, plinthOf } from './diorama.ts';
import { moulded } from './dress.ts';
import { relight, sharp } from './relight.ts';
import type { StyleTreatment, StyleWorld } from './style.ts';

/** Seen from so high, and so narrow a lens from so far, that parallel lines stay parallel. */
const ELEVATION = (30 * Math.PI) / 180;
const TURN = Math.PI / 4;
const FOV_DEGREES = 7;
/** Metres that a target may drift before the plate goes with it. */
const DRIFT = 0.6;
const PAPER: Rgb = [0.62, 0.68, 0.76];

/** A diorama: a square piece of the place on a plinth, from above and without perspective. */
export const isometric: StyleTreatment = {
  says: 'An isometric',
  paint: 'natural',
  grade: { saturation: 1.14, contrast: 1, exposure: 1.06, grain: 0, vignette: 0, bloom: 0.6 },
  dress: moulded,
  createLight: (world) => {
    const cutter = createCutter();
    return (moment) => {
      const wanted = plateOf(moment, world);
      const plate = { ...wanted, half: Math.min(wanted.half, cutter.reachOf(moment.instances, wanted)) };
      const lit = sharp(relight(moment, { softness: 0.05, up: [1.15, 1.15, 1.2] }));
      const material = lit.materials.length;
      const kept = cutter.cut(lit.instances, plate);
      const { bottom, ...sides } = plinthOf(plate, world, moment.mirror?.height);
      const plinth: Instance = { ...sides, material };
      return {
        ...lit,
        materials: [...lit.materials, { specular: 0.1, wrap: 0.2 }],
        instances: [...kept.instances, plinth],
        camera: cameraOf(moment, plate, world, { top: kept.top, bottom }),
        sky: backdrop(moment),
        fog: { ...lit.fog, density: 0 },
        sprites: lit.sprites.map((batch) => spritesOn(batch, plate)),
        sun: { ...lit.sun, shadowRadius: plate.half * 1.7, shadowCenter: plate.centre },
      };
    };
  },
};

/** Rooms as large as people live in: halls have no corner that one could look into. Metres. */
const ROOM = { halfWidth: 6.5, half: 3.1, ceiling: 1.75 };

function plateOf(moment: Moment, world: StyleWorld): Plate {
  const { walls } = world;
  return walls !== undefined && walls.halfWidth <= ROOM.halfWidth ? cornerOf(world, walls) : pieceOf(moment, world);
}

/** The back corner of a room, with as much of its floor as makes a square, and whoever is looked at in it. */
function cornerOf({ view, groundAt }: StyleWorld, { halfWidth, back }: Walls): Plate {
  const half = Math.min(halfWidth, Math.max(ROOM.half, (view.target[2] + 0.9 - back) / 2));
  const corner = half - halfWidth;
  const x = view.target[0] - corner < half - 0.7 ? corner : view.target[0];
  // A little behind the wall, so that the cut does not take it.
  const centre: Vec3 = [x, groundAt(x, 0), back + half - 0.03];
  return { centre, half, front: [Math.SQRT1_2, Math.SQRT1_2], ceiling: ROOM.ceiling };
}

function pieceOf({ camera }: Moment, { view, groundAt }: StyleWorld): Plate {
  const distance = Math.hypot(...([0, 1, 2] as const).map((i) => view.target[i] - view.position[i]));
  const half = Math.min(60, Math.max(0.62 * distance + 1.1, Math.min(5.4, 1.6 * distance)));
  const [dx, dz] = [camera.target[0] - view.target[0], camera.target[2] - view.target[2]];
  const follows = Math.hypot(dx, dz) > DRIFT + half * 0.1;
  const x = view.target[0] + (follows ? dx : 0);
  const z = view.target[2] + (follows ? dz : 0);
  // Towards where it is seen from: what is tall there would hide the rest.
  const yaw = Math.atan2(view.position[0] - view.target[0], view.position[2] - view.target[2]) + TURN;
  return { centre: [x, groundAt(x, z), z], half, front: [Math.sin(yaw), Math.cos(yaw)] };
}

type Walls = NonNullable<StyleWorld['walls']>;

interface Heights {
  /** Of what rests on the plate, and of the plinth's foot. */
  readonly top: number;
  readonly bottom: number;
}

function cameraOf(
  { camera }: Moment,
  { centre, half }: Plate,
  { aspect }: StyleWorld,
  { top, bottom }: Heights,
): Moment['camera'] {
  const yaw = Math.atan2(camera.position[0] - camera.target[0], camera.position[2] - camera.target[2]) + TURN;
  const tall = Math.min(half * 1.9, Math.max(half * 0.3, top - centre[1]));
  const [sin, cos] = [Math.sin(ELEVATION), Math.cos(ELEVATION)];
  // Seen from the plate's middle: the far corner and what stands there, the near corner and the plinth under it.
  const above = half * Math.SQRT2 * sin * 0.86 + tall * cos;
  const below = half * Math.SQRT2 * sin + (centre[1] - bottom) * cos;
  const room = Math.max((half * Math.SQRT2) / aspect, (above + below) / 2) * 1.08;
  const distance = room / Math.tan((FOV_DEGREES * Math.PI) / 360);
  const target: Vec3 = [centre[0], centre[1] + (above - below) / 2 / cos, centre[2]];
  const flat = Math.cos(ELEVATION) * distance;
  return {
    position: [
      target[0] + Math.sin(yaw) * flat,
      target[1] + Math.sin(ELEVATION) * distance,
      target[2] + Math.cos(yaw) * flat,
    ],
    target,
    verticalFovDegrees: FOV_DEGREES,
    near: distance * 0.2,
  };
}

/** Light and dust of places that are not on the plate are not in the picture. */
function spritesOn(batch: Sprites, { centre, half }: Plate): Sprites {
  const at = (i: number, axis: number): number => batch.data[i * SPRITE_STRIDE + axis]!;
  const kept = Array.from({ length: batch.count }, (_, i) => i).filter(
    (i) => Math.max(Math.abs(at(i, 0) - centre[0]), Math.abs(at(i, 2) - centre[2])) < half,
  );
  if (kept.length === batch.count) return batch;
  const data = new Float32Array(kept.length * SPRITE_STRIDE);
  for (const [to, from] of kept.entries())
    data.set(batch.data.subarray(from * SPRITE_STRIDE, (from + 1) * SPRITE_STRIDE), to * SPRITE_STRIDE);
  return { ...batch, count: kept.length, data };
}

/** One quiet colour in the hour's tone. */
function backdrop({ sky }: Moment): Moment['sky'] {
  const [r, g, b] = sky.horizon;
  const light = Math.min(1, (r + g + b) / 1.6);
  const tone: Rgb = [
    r * 0.35 + PAPER[0] * light * 0.75,
    g * 0.35 + PAPER[1] * light * 0.75,
    b * 0.35 + PAPER[2] * light * 0.75,
  ];
  return { zenith: tone, horizon: tone, ground: tone };
}
