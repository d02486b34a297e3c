import type { Picture } from '../../../vision/sight.ts';
import type { AddedObject } from '../../operation.ts';
import type { EditAssets } from '../../tool.ts';
import { HOT_AIR_BALLOON, paintHotAirBalloon } from './hot-air-balloon.ts';

const PLACARD = '1faa7';
const BIRD = '1f426';
const EAGLE = '1f985';
/** Drawn with waves of their own, which a real water does not need. */
const ON_WAVES: ReadonlySet<string> = new Set(['26f5', '1f6a3', '1f6a2', '1f6a4']);

/** How things fly, in widths of the frame a second to the right and down, as their pictures point. */
const FLIGHTS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  [EAGLE]: [-0.07, -0.006],
  [HOT_AIR_BALLOON]: [0.008, -0.004],
  '1f54a': [-0.05, -0.008],
  '1f6f8': [0.06, 0],
  '1f680': [0.05, -0.05],
  '2708': [0.05, -0.04],
  '1f681': [-0.04, 0],
  '1f409': [-0.05, -0.004],
  '1f987': [0.05, -0.01],
};

/** @param isInAir Whether it is in the sky by itself: a bird that sits there would not stay. */
export function thingKey({ thing }: AddedObject, isInAir: boolean): string | undefined {
  return isInAir && thing === BIRD ? EAGLE : thing;
}

/** How something flies, in widths of the frame a second; nothing, when it does not. */
export function flightOf(key: string | undefined): readonly [right: number, down: number] {
  return FLIGHTS[(key ?? '').replaceAll('-fe0f', '')] ?? [0, 0];
}

/** The picture of a thing: on a sign what it is to say, a boat without its own water. */
export function paintThing(object: AddedObject, key: string, assets: EditAssets): Picture | undefined {
  if (key === HOT_AIR_BALLOON) return paintHotAirBalloon(object.color);
  const words = key === PLACARD ? wordsOn(object) : undefined;
  if (words !== undefined) return paintSign(words, isNeonSign(object), assets);
  const picture = assets.paintThing(key);
  return picture && ON_WAVES.has(key) ? withoutWaves(picture) : picture;
}

export function isNeonSign({ thing, word }: AddedObject): boolean {
  return thing === PLACARD && /\bneon\b/iu.test(word);
}

function wordsOn({ word, text }: AddedObject): string | undefined {
  if (text !== undefined) return text;
  const said = /\b(?:says?|saying|that reads?|reading|with the (?:words?|text))\s+["“”'‘’«»]*(.+?)["“”'‘’«»]*$/iu.exec(
    word,
  );
  return said?.[1];
}

/** Waves are blue and low; the boats on them are not. */
function withoutWaves({ width, height, rgba }: Picture): Picture {
  const dry = Uint8Array.from(rgba);
  for (let at = Math.floor(height * 0.6) * width * 4; at < dry.length; at += 4) {
    if (dry[at + 2]! > dry[at]! + 50 && dry[at + 2]! > 140) dry[at + 3] = 0;
  }
  return { width, height, rgba: dry };
}

const SIGN_HEIGHT = 120;
const NEON = '#ff4fa0';

/** A board with words; those of a neon sign shine on it. */
function paintSign(words: string, isNeon: boolean, assets: EditAssets): Picture {
  const height = SIGN_HEIGHT;
  const width = Math.min(640, Math.max(160, Math.round(SIGN_HEIGHT * (0.5 * words.length + 0.9))));
  const text = assets.paintText(words, {
    width: width - 32,
    height: height - 32,
    color: isNeon ? NEON : '#2a2622',
    font: 'sign',
  });
  const rgba = new Uint8Array(width * height * 4);
  const [red, green, blue] = isNeon ? [24, 18, 30] : [236, 226, 204];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
      const rim = edge < 5 ? (isNeon ? 1.7 : 0.62) : 1;
      rgba.set([red! * rim, green! * rim, blue! * rim, 255], at);
      const glow = isNeon ? glowAt(text, x - 16, y - 16) : 0;
      const from = x >= 16 && y >= 16 && x < width - 16 && y < height - 16 ? ((y - 16) * text.width + x - 16) * 4 : -1;
      const cover = from < 0 ? 0 : text.rgba[from + 3]! / 255;
      for (let channel = 0; channel < 3; channel++) {
        const shine = rgba[at + channel]! + glow * NEON_LIGHT[channel]!;
        // The middle of a tube is nearly white.
        const ink =
          from < 0 ? 0 : text.rgba[from + channel]! + (isNeon ? (255 - text.rgba[from + channel]!) * 0.45 : 0);
        rgba[at + channel] = Math.min(255, shine + (ink - shine) * cover);
      }
    }
  }
  return { width, height, rgba };
}

const NEON_LIGHT = [150, 40, 92] as const;
const GLOW_REACH = 12;

/** How much of the words is near, 0 to 1. */
function glowAt({ width, height, rgba }: Picture, x: number, y: number): number {
  let sum = 0;
  let count = 0;
  for (let dy = -GLOW_REACH; dy <= GLOW_REACH; dy += 4) {
    for (let dx = -GLOW_REACH; dx <= GLOW_REACH; dx += 4) {
      count++;
      const [column, row] = [x + dx, y + dy];
      if (column >= 0 && row >= 0 && column < width && row < height) sum += rgba[(row * width + column) * 4 + 3]! / 255;
    }
  }
  return sum / count;
}
