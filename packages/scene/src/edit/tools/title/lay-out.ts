import type { Box } from '../../../vision/sight.ts';
import type { TitlePlace } from '../../operation.ts';

export interface TitleLine {
  readonly text: string;
  /** Of the box that the line is painted into, the words in its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Paint = (text: string, options: { width: number; height: number; color: string; font: 'sans' }) => Box | undefined;

/** Of the frame's height: a short title, and the smallest that a long one may become. */
const LARGE = 0.115;
const SMALL = 0.05;
const MARGIN = 0.055;
/** Of the frame's width. */
const WIDEST = 0.86;
/** A line's box is this much higher than its letters. */
const LEADING = 1.32;

/**
 * Breaks a title into lines and places them. Letters keep one size whatever the words: each line is painted into a box as
 * high as its type, wide enough for the painter not to make it smaller.
 */
export function layOutTitle(
  text: string,
  place: TitlePlace,
  width: number,
  height: number,
  paint: Paint,
): { readonly lines: readonly TitleLine[]; readonly box: Box } {
  const words = text.replace(/\s+/g, ' ').trim();
  const nowhere = { lines: [], box: { x: 0, y: 0, width: 0, height: 0 } };
  if (words === '') return nowhere;
  const side = Math.min(height, width * 0.9);
  for (let size = side * LARGE; ; size *= 0.88) {
    const isLast = size < side * SMALL;
    const lineHeight = Math.max(4, Math.round(size * LEADING));
    const measure = (line: string) =>
      paint(line, {
        width: Math.ceil(line.length * size * 1.3 + size),
        height: lineHeight,
        color: '#ffffff',
        font: 'sans',
      })?.width ?? 0;
    const lines = wrap(words, width * WIDEST, measure);
    const fits = lines.length <= 3 && lines.every((line) => measure(line) <= width * WIDEST);
    if (fits || isLast) return arrange(lines, place, width, height, lineHeight, measure);
  }
}

/** As few lines as hold it, about equally wide. */
function wrap(text: string, widest: number, measure: (line: string) => number): string[] {
  const total = measure(text);
  if (total <= widest) return [text];
  const hasSpaces = text.includes(' ');
  const pieces = hasSpaces ? text.split(' ') : [...text];
  const wanted = total / Math.ceil(total / widest) + total * 0.06;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line === '' ? piece : `${line}${hasSpaces ? ' ' : ''}${piece}`;
    if (line !== '' && measure(longer) > Math.min(widest, wanted)) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return [...lines, line];
}

function arrange(
  lines: readonly string[],
  place: TitlePlace,
  width: number,
  height: number,
  lineHeight: number,
  measure: (line: string) => number,
): { readonly lines: readonly TitleLine[]; readonly box: Box } {
  const margin = Math.round(Math.min(width, height) * MARGIN);
  const total = lines.length * lineHeight;
  const top = place.startsWith('top')
    ? margin
    : place.startsWith('bottom')
      ? height - margin - total
      : Math.round((height - total) / 2);
  const placed = lines.map((text, index): TitleLine => {
    const inked = measure(text);
    // Twice the margin of a letter on both sides, so that the painter fills the height and not the width.
    const wide = Math.min(4096, Math.ceil(inked + lineHeight));
    const x = place.endsWith('Left')
      ? margin - (wide - inked) / 2
      : place.endsWith('Right')
        ? width - margin - inked - (wide - inked) / 2
        : (width - wide) / 2;
    return { text, x: Math.round(x), y: top + index * lineHeight, width: wide, height: lineHeight };
  });
  const left = Math.min(...placed.map(({ x }) => x));
  const right = Math.max(...placed.map(({ x, width: wide }) => x + wide));
  return { lines: placed, box: { x: left, y: top, width: right - left, height: total } };
}
