import type { Material } from '@openimagine/render';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX, rotationZ, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, LIT, propActor } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, type Tools } from './prop-tools.ts';

/** A cargo ship stacked with containers; a cruise ship of many decks by word. It faces +z and lies in the water to its mark; 44 m long. */
export const bigShip: ActorModel = { gaits: { drive: 4, float: 0.3, swim: 4, fly: 4 }, build };

const STEEL: Material = { specular: 0.35, gloss: 34, wrap: 0.15 };
const BOX: Material = { pattern: 'planks', patternScale: 2.2, specular: 0.1, wrap: 0.1 };
const TONES = ['#b8402f', '#2f6ea8', '#3f8a5a', '#d89a2c', '#8a8f96', '#6a3f7a', '#c9c4b8'];

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const isCruise = isCalled(context, /cruise|liner|ferry|passenger/);
  const color = toSrgb(actor.color ?? (isCruise ? '#f4f5f7' : '#26405c'));
  const parts = craftParts(
    `bigShip/${isCruise}/${toHex(color)}/${isNight}`,
    detail,
    (to) => {
      addHull(to, color, isCruise);
      if (isCruise) addDecks(to, isNight);
      else addCargo(to, isNight);
    },
    1.2,
  );
  return propActor(context, parts, {
    seats: [{ position: [0, isCruise ? 12 : 5, 0], width: 4 }],
    root: (t) =>
      multiply(
        translation(0, 0.04 * Math.sin(t * 0.7) + 0.04, 0),
        rotationX(0.004 * Math.sin(t * 0.6)),
        rotationZ(0.006 * Math.sin(t * 0.5)),
      ),
    ...(isNight
      ? { lights: () => [{ position: [0, 8, 14] as const, color: [1.5, 1.2, 0.8] as const, radius: 14 }] }
      : {}),
  });
}

/** Half the beam at a place along the hull, of its greatest. */
const beamAt = (z: number): number =>
  Math.min(1, Math.max(0.02, 1.05 - Math.max(0, (z - 8) / 14) ** 2)) * (z < -19 ? 0.9 : 1);

function addHull(to: Tools, color: Srgb, isCruise: boolean): void {
  const half = 3.4;
  const outline = (shrink: number, ahead: number): number[] => {
    const zs = [-21, -20, -14, -4, 6, 10, 13, 16, 18.5, 20.5, 21.6 + ahead];
    const right = zs.map((z) => [half * beamAt(Math.min(z, 21.9)) * shrink, -z]);
    const left = [...right].reverse().map(([x, z]) => [-x!, z!]);
    return [...left, ...right].flat();
  };
  const up = (y: number) => compose({ at: [0, y, 0], rotate: [-Math.PI / 2, 0, 0] });
  // Slices, each a little wider than the one below: the bow rakes forward.
  const mark = toSrgb('#a5332a');
  for (const [y, tall, shrink, ahead, tone] of [
    [0.3, 0.6, 0.9, -0.4, mark],
    [1.1, 1, 0.95, 0, color],
    [2.1, 1.02, 0.985, 0.3, color],
    [3.1, 1.02, 1, 0.6, color],
  ] as const)
    to.plate(STEEL, outline(shrink, ahead), tall, tone, up(y));
  to.plate(STEEL, outline(0.99, 0.5), 0.1, isCruise ? '#c9a878' : '#7d4a3a', up(3.66));
  to.block(STEEL, [4.6, 1.4, 4.4], [0, 4.1, 17], color, 0.3);
  for (const s of [-1, 1]) {
    to.rod(DULL_METAL, [s * 2, 2.9, 18.6], [s * 1.7, 1.8, 19], 0.16, '#1c1e21');
    if (isCruise) to.block(STEEL, [0.06, 0.3, 34], [s * 3.38, 2.6, -3], '#2a62a8', 0.02);
  }
}

function addCargo(to: Tools, isNight: boolean): void {
  for (let bay = 0; bay < 7; bay++) {
    const rows = 2 + Math.floor(chanceOf(bay, 5) * 2.4);
    for (let row = 0; row < rows; row++)
      for (let lane = 0; lane < 4; lane++) {
        if (row === rows - 1 && chanceOf(bay * 4 + lane, 8) < 0.3) continue;
        to.add(
          BOX,
          to.rounded(
            [1.44, 1.46, 3.5],
            0.03,
            shade(TONES[Math.floor(chanceOf(bay * 37 + row * 11 + lane, 2) * 7)]!, 0.92 + 0.14 * chanceOf(lane, bay)),
            1,
          ),
          translation((lane - 1.5) * 1.5, 4.45 + row * 1.5, -9.4 + bay * 3.66),
        );
      }
  }
  // The bridge aft.
  to.block(STEEL, [6, 6.4, 3.2], [0, 6.9, -14.6], '#f1f2f4', 0.1);
  to.block(STEEL, [7.2, 1.3, 2.8], [0, 10.6, -14.4], '#f1f2f4', 0.12);
  to.block(isNight ? LIT : CLEAR, [6.8, 0.6, 0.1], [0, 10.75, -12.98], isNight ? '#ffdc9a' : '#20303e', 0.03);
  for (let deck = 0; deck < 4; deck++)
    for (let i = 0; i < 5; i++)
      to.block(
        isNight ? LIT : CLEAR,
        [0.5, 0.45, 0.08],
        [-2.2 + i * 1.1, 4.7 + deck * 1.5, -12.98],
        isNight ? '#ffdc9a' : '#20303e',
        0.02,
      );
  to.turned(STEEL, [1, 10, 0.9, 12.6, 0, 12.6], '#c0463c', { at: [0, 0, -17.4] }, 16);
  to.block(STEEL, [3, 5, 2.6], [0, 6.2, -17.6], '#e6e8eb', 0.1);
  to.rod(DULL_METAL, [0, 11.2, -14.4], [0, 14, -14.4], 0.1, '#d5d8dd');
  to.rod(DULL_METAL, [-1, 13, -14.4], [1, 13, -14.4], 0.06, '#d5d8dd');
  to.rod(DULL_METAL, [0, 4.8, 18.4], [0, 8.4, 18.4], 0.1, '#d5d8dd');
}

function addDecks(to: Tools, isNight: boolean): void {
  const pane = isNight ? LIT : CLEAR;
  const tone = isNight ? '#ffdc9a' : '#2b4256';
  for (let deck = 0; deck < 6; deck++) {
    const [from, end] = [-18.5 + deck * 0.7, 14 - deck * 1.5];
    const [long, middle] = [end - from, (end + from) / 2];
    const y = 4.3 + deck * 1.32;
    const wide = 6.2 - deck * 0.22;
    to.block(STEEL, [wide, 1.1, long], [0, y, middle], '#f7f8fa', 0.3);
    to.block(STEEL, [wide + 0.5, 0.14, long + 0.5], [0, y + 0.62, middle], '#ffffff', 0.05);
    const windows = Math.round(long / (to.isFar ? 3 : 1.25));
    for (const s of [-1, 1])
      for (let i = 0; i < windows; i++)
        to.add(
          pane,
          to.rounded([0.1, 0.5, (long / windows) * 0.62], 0.02, tone, 1),
          translation((s * wide) / 2, y + 0.02, from + ((i + 0.5) * long) / windows),
        );
    to.block(pane, [wide * 0.8, 0.5, 0.1], [0, y + 0.02, end], tone, 0.03);
  }
  to.block(STEEL, [6.8, 0.9, 1.8], [0, 12.1, 5.6], '#f7f8fa', 0.2);
  to.block(pane, [6.4, 0.5, 0.1], [0, 12.2, 6.5], tone, 0.03);
  to.turned(STEEL, [1.5, 11.8, 1.25, 14.4, 1.35, 14.5, 0, 14.5], '#2a62a8', { at: [0, 0, -9] }, 20);
  to.turned(STEEL, [1.36, 13.4, 1.3, 14, 1.3, 14], '#f7f8fa', { at: [0, 0, -9] }, 20);
  to.block(CLEAR, [3.4, 0.1, 5], [0, 12.2, -2.6], '#5fc4e0', 0.02);
  for (const s of [-1, 1])
    for (let i = 0; i < 6; i++) to.ball(STEEL, [0.5, 0.42, 1.1], [s * 3.5, 5.1, -13 + i * 3.6], '#e8862a');
  to.rod(DULL_METAL, [0, 12.4, 4.4], [0, 15.4, 4.4], 0.1, '#e5e8ec');
}
