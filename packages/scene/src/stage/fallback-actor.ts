import type { Actor, ActorContext, ActorModel } from '../actors/actor.ts';
import { IDENTITY } from './matrix.ts';
import { createShape } from './shape.ts';

/** A plain rounded block for a kind that has no model: it stands where it should, as high as it should. */
export const fallbackActor: ActorModel = {
  gaits: { walk: 1.2, run: 4, fly: 5, float: 0.4, drive: 8, swim: 1, launch: 12 },
  build: buildBlock,
};

/** Height, width, depth in metres. */
const SIZES: Readonly<Record<string, readonly [number, number, number]>> = {
  person: [1.7, 0.55, 0.4],
  cat: [0.4, 0.25, 0.5],
  dog: [0.55, 0.3, 0.7],
  fox: [0.5, 0.3, 0.8],
  horse: [1.9, 0.6, 2],
  robot: [1.8, 0.7, 0.5],
  car: [1.45, 1.8, 4.2],
  bus: [3, 2.5, 9],
  rocket: [14, 4, 4],
  tree: [6, 3.4, 3.4],
  house: [6, 7, 6],
  tower: [30, 6, 6],
  castle: [24, 26, 18],
  lighthouse: [18, 5, 5],
  mountain: [120, 240, 120],
  sofa: [0.9, 2.2, 0.95],
  table: [0.75, 1.4, 0.8],
  umbrella: [0.5, 1.1, 1.1],
  boat: [3, 2, 6],
};

function buildBlock({ actor }: ActorContext): Actor {
  const [height, width, depth] = (SIZES[actor.kind] ?? [0.6, 0.6, 0.6]).map((metres) => metres * actor.size) as [
    number,
    number,
    number,
  ];
  const color = actor.color ? Number.parseInt(actor.color.slice(1), 16) : 0xb8a898;
  const shape = createShape();
  const bevel = Math.min(width, depth, height) * 0.15;
  shape.box([0, height / 2, 0], [width, height - bevel * 2, depth], color, { foot: 0.6 });
  shape.box([0, height / 2, 0], [width - bevel * 2, height, depth - bevel * 2], color, { foot: 0.6 });
  const part = { mesh: shape.build(), material: { wrap: 0.3, specular: 0.1 }, matrix: IDENTITY };
  return {
    bounds: { width, height, depth },
    seats: [{ position: [0, actor.kind === 'sofa' ? height * 0.5 : height, 0], width }],
    poseAt: () => ({ parts: [part] }),
  };
}
