import type { Material } from '@openimagine/render';
import { mixColors, toHex, toLinear, toSrgb } from '../model/color.ts';
import { cylinder, quad } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { BRICK, isCalled, PLANKS, PLASTER, propActor, propParts, STEEL, STONE, WOOD } from './prop.ts';

/** A board with words: carved wood on posts, or a neon sign that hums and flickers. */
export const sign: ActorModel = { gaits: { flicker: 0, sway: 0 }, build };

function build(context: ActorContext): Actor {
  const { actor, detail, assets, isNight } = context;
  const words =
    actor.text?.trim() ||
    (/[a-z]/i.test(actor.word) && !/^sign$/i.test(actor.word) ? actor.word.toUpperCase() : 'OPEN');
  const isNeon =
    isCalled(context, /neon|glow|led|electric/) ||
    (isNight && !isCalled(context, /wood|old|road|street|chalk|board|poster/));
  const isChalk = isCalled(context, /chalk|blackboard|menu board/);
  const tall = /[\u3040-\u30ff\u4e00-\u9fff]/u.test(words) && words.length > 2;
  const letters = [...words].length;
  const width = tall ? 0.7 : Math.min(3, Math.max(1.1, letters * 0.2));
  const height = tall ? Math.min(3, letters * 0.55) : isChalk ? 0.9 : 0.62;
  const wall = wallBehind(context);
  const foot = wall ? 1.35 : isChalk ? 0.45 : 1;
  const hue = toHex((isChalk ? undefined : actor.color) ?? (isNeon ? '#ff3f8e' : isChalk ? '#f4f3ea' : '#f7e6c0'));
  const pixels = 384;
  const texture = assets.paintText(words, {
    width: tall ? Math.round((pixels * width) / height) : pixels,
    height: tall ? pixels : Math.round((pixels * height) / width),
    color: isNeon ? toHex(mixColors(hue, '#ffffff', 0.5)) : hue,
    background: isNeon ? '#140b1c' : isChalk ? '#26302c' : '#5f3a20',
    ...(isNeon ? { glow: hue, frame: hue } : { frame: hue }),
    vertical: tall,
    font: isNeon ? 'display' : isChalk ? 'comic' : 'serif',
  });
  const face: Material = isNeon ? { texture, emissive: 0.95 } : { texture, specular: 0.1, emissive: 0.06 };
  const board = propParts(`sign/${isNeon}/${width}/${height}/${wall?.[1]}`, detail, (to) => {
    const frame = isNeon ? '#1d1822' : '#6d4526';
    const material = isNeon ? STEEL : WOOD;
    to.add(material, roundedBox([width + 0.12, height + 0.12, 0.1], 0.03, frame, to.isFar ? 1 : 3), {
      at: [0, foot + height / 2, 0],
    });
    if (wall) {
      const [surface, color] = wall;
      to.add(surface, quad(WALL_WIDTH, WALL_HEIGHT), { at: [0, WALL_HEIGHT / 2 - 0.02, -0.06] }, color);
      return;
    }
    for (const x of [-1, 1]) {
      to.add(
        material,
        cylinder({ radius: 0.045, height: foot + height * 0.9, segments: to.segments(14) }),
        { at: [x * width * 0.36, 0, -0.07] },
        isNeon ? '#3a3540' : '#5b381f',
      );
    }
  });
  const panel = [{ mesh: quad(width, height), material: face }];
  const flicker = (t: number): number => (isNeon && Math.sin(t * 2.3) > 0.93 && Math.sin(t * 41) > 0.2 ? 0.45 : 1);
  const built = propActor(context, board, {
    animate: (t, _travel, add) =>
      add(panel, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, foot + height / 2, 0.056, 1], {
        emissive: flicker(t),
        castsShadow: false,
      }),
    ...(isNeon
      ? {
          lights: (t: number) => [
            {
              position: [0, foot + height / 2, 0.7] as const,
              color: toLinear(toSrgb(hue), 1.6 * flicker(t)),
              radius: 4,
            },
          ],
        }
      : {}),
  }); // The wall is a backdrop: the picture is fitted to the board.
  return wall ? { ...built, bounds: { width: width * 1.5, height: foot + height * 1.6, depth: 0.3 } } : built;
}

const WALL_WIDTH = 14;
const WALL_HEIGHT = 7;

/** What a sign hangs on that is said to be on a wall: its surface and its colour. */
function wallBehind({ actor }: ActorContext): readonly [Material, string] | undefined {
  const told = actor.attributes.find((look) => /\bwall$/.test(look));
  if (told === undefined) return undefined;
  if (/brick/.test(told)) return [BRICK, '#a2523e'];
  if (/stone|rock|granite|slate/.test(told)) return [STONE, '#8d8a84'];
  if (/wood/.test(told)) return [PLANKS, '#8a5c38'];
  return [PLASTER, /concrete/.test(told) ? '#9a9a98' : '#c9bfae'];
}
