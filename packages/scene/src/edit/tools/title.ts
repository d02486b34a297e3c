import type { Box, Picture } from '../../vision/sight.ts';
import type { EditAssets, ToolMaker } from '../tool.ts';
import { scalePart } from './matte/scale-picture.ts';
import { smoothstep } from './restyle/planes.ts';
import { cutPieces } from './title/cut-pieces.ts';
import { layOutTitle } from './title/lay-out.ts';
import { shadowOf } from './title/shadow.ts';

/** A title is wholly there after this long. */
const FADE_SECONDS = 0.4;
/** Words are measured at this size, in pixels of a line's height. */
const MEASURED = 66;
/** Letters fill this share of a line's height: what the painter makes of a box of that height. */
const EM_SHARE = 0.746;

/**
 * Writes the very words at their place: large enough to read, light with a soft dark shadow on any ground; emoji among them
 * as pictures. On a clip they fade in; on a still they are there.
 * @throws {EditError} when it is too long, or when there is no font for it.
 */
export const makeTitle: ToolMaker<'title'> = ({ text, place, color }, { survey, assets }) => {
  const { width, height } = survey;
  const ink = color ?? '#ffffff';
  const paragraphs = cutPieces(text, assets);
  if (paragraphs.length === 0) return { apply: () => undefined };
  const { runs, box, lineHeight } = layOutTitle(paragraphs, place, survey, measureWith(assets));
  const sheet = new Uint8Array(width * height * 4);
  for (const run of runs) {
    const painted = run.picture
      ? scalePart(
          run.picture,
          { x: 0, y: 0, width: run.picture.width, height: run.picture.height },
          run.width,
          run.height,
        )
      : assets.paintText(run.text, { width: run.width, height: run.height, color: ink, font: 'sans' });
    stamp(painted, sheet, width, height, run.x, run.y);
  }
  const words: Picture = { width, height, rgba: sheet };
  const reach = Math.max(2, Math.round(lineHeight * 0.16));
  const shadow = shadowOf(words, reach);
  const touched = grow(box, reach * 3, width, height);
  const shade = isDark(ink) ? 255 : 0;
  const isStill = survey.frames.length <= 1;
  return {
    apply(frame, { seconds }) {
      const share = isStill ? 1 : smoothstep(0, FADE_SECONDS, seconds);
      if (share <= 0) return undefined;
      lay(frame, words, shadow, touched, share, shade);
      return touched;
    },
  };
};

function measureWith(assets: EditAssets): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const width = Math.min(4096, Math.ceil(MEASURED * (text.length + 1)));
    const inked = inkOf(assets.paintText(text, { width, height: MEASURED, color: '#ffffff', font: 'sans' }));
    const ems = (inked?.width ?? 0) / (MEASURED * EM_SHARE);
    known.set(text, ems);
    return ems;
  };
}

/** Columns and rows that words really cover within what was painted; undefined when nothing was. */
function inkOf(picture: Picture): Box | undefined {
  let left = picture.width;
  let right = -1;
  let top = picture.height;
  let bottom = -1;
  for (let y = 0, i = 3; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++, i += 4) {
      if (picture.rgba[i]! < 40) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function stamp(from: Picture, into: Uint8Array, width: number, height: number, left: number, top: number): void {
  for (let y = 0; y < from.height; y++) {
    const ty = top + y;
    if (ty < 0 || ty >= height) continue;
    for (let x = 0; x < from.width; x++) {
      const tx = left + x;
      const at = (y * from.width + x) * 4;
      if (tx < 0 || tx >= width || from.rgba[at + 3] === 0) continue;
      into.set(from.rgba.subarray(at, at + 4), (ty * width + tx) * 4);
    }
  }
}

function lay(frame: Picture, words: Picture, shadow: Uint8Array, box: Box, share: number, shade: number): void {
  const { rgba, width } = frame;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x, n = y * width + box.x; x < box.x + box.width; x++, n++) {
      const dark = shadow[n]! * share * (1 / 255);
      const alpha = words.rgba[n * 4 + 3]! * share * (1 / 255);
      if (dark === 0 && alpha === 0) continue;
      for (let k = 0, i = n * 4; k < 3; k++, i++) {
        const under = rgba[i]! + (shade - rgba[i]!) * dark;
        rgba[i] = under + (words.rgba[i]! - under) * alpha + 0.5;
      }
    }
  }
}

function grow(box: Box, by: number, width: number, height: number): Box {
  const x = Math.max(0, Math.floor(box.x - by));
  const y = Math.max(0, Math.floor(box.y - by));
  return {
    x,
    y,
    width: Math.min(width, Math.ceil(box.x + box.width + by)) - x,
    height: Math.min(height, Math.ceil(box.y + box.height + by)) - y,
  };
}

function isDark(color: string): boolean {
  const value = /^#[0-9a-f]{6}$/i.test(color) ? Number.parseInt(color.slice(1), 16) : 0xffffff;
  return (value >> 16) * 0.3 + ((value >> 8) & 255) * 0.59 + (value & 255) * 0.11 < 90;
}
