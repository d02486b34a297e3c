import type { Box, Picture } from '../../../vision/sight.ts';
import type { TitlePlace } from '../../operation.ts';
import { EditError } from '../../tool.ts';
import type { TitlePiece } from './cut-pieces.ts';

/** Words of a line that are painted at once, or one emoji; the box that they fill, in whole pixels. */
export interface TitleRun {
  readonly text: string;
  readonly picture?: Picture;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TitleLayout {
  readonly runs: readonly TitleRun[];
  readonly box: Box;
  /** Of a line, in pixels. */
  readonly lineHeight: number;
}

/** How wide words are when they are painted so large, in ems. */
export type MeasureEms = (text: string) => number;

/** Of the frame's shorter side: a short title; one that goes over four lines and more; the smallest that is still read. */
const LARGE = 0.115;
const SMALL = 0.05;
const TINY = 0.026;
const MARGIN = 0.055;
/** Of the frame's width, and of its height: a large title, a small one. */
const WIDEST = 0.86;
const HIGHEST = 0.5;
const HIGHEST_SMALL = 0.8;
const LARGE_LINES = 3;
/** A line's box is this much higher than its letters. */
const LEADING = 1.32;
const SPACE_EMS = 0.27;
const EMOJI_EMS = 1.12;
const EMOJI_GAP_EMS = 0.08;

/**
 * Breaks a title into lines and places them: as large as reads well, smaller the longer it is.
 * @param paragraphs Lines as they were written; each may become several.
 * @throws {EditError} when even the smallest letters are too large.
 */
export function layOutTitle(
  paragraphs: readonly (readonly TitlePiece[])[],
  place: TitlePlace,
  { width, height }: { readonly width: number; readonly height: number },
  measure: MeasureEms,
): TitleLayout {
  const side = Math.min(height, width * 0.9);
  for (let size = side * LARGE; size >= side * TINY; size *= 0.9) {
    const widest = (width * WIDEST) / size;
    const lines = paragraphs.flatMap((pieces) => wrap(splitLong(pieces, widest, measure), widest, measure));
    const isSmall = size < side * SMALL;
    const share = (lines.length * size * LEADING) / height;
    if (share > (isSmall ? HIGHEST_SMALL : HIGHEST)) continue;
    if (!isSmall && lines.length > Math.max(LARGE_LINES, paragraphs.length)) continue;
    if (!isSmall && lines.some((line) => widthOf(line, measure) > widest)) continue;
    return arrange(lines, place, { width, height }, size, measure);
  }
  throw new EditError('The title is too long to be read on a picture of this size: shorten it.');
}

function pieceWidth({ text, picture }: TitlePiece, measure: MeasureEms): number {
  return picture ? EMOJI_EMS : measure(text);
}

function widthOf(line: readonly TitlePiece[], measure: MeasureEms): number {
  return line.reduce((sum, piece, index) => sum + gapBefore(line, index) + pieceWidth(piece, measure), 0);
}

function gapBefore(line: readonly TitlePiece[], index: number): number {
  if (index === 0) return 0;
  if (line[index]!.isSpaced) return SPACE_EMS;
  return line[index]!.picture || line[index - 1]!.picture ? EMOJI_GAP_EMS : 0;
}

/** A word that no line could hold is cut between letters. */
function splitLong(pieces: readonly TitlePiece[], widest: number, measure: MeasureEms): readonly TitlePiece[] {
  return pieces.flatMap((piece) => {
    const wide = pieceWidth(piece, measure);
    if (piece.picture || wide <= widest) return [piece];
    const letters = [...new Intl.Segmenter('en').segment(piece.text)].map(({ segment }) => segment);
    const each = Math.max(1, Math.floor(letters.length / Math.ceil(wide / widest + 0.2)));
    const parts: TitlePiece[] = [];
    for (let at = 0; at < letters.length; at += each) {
      parts.push({ text: letters.slice(at, at + each).join(''), isSpaced: at === 0 && piece.isSpaced });
    }
    return parts;
  });
}

/** As few lines as hold it, about equally wide. */
function wrap(pieces: readonly TitlePiece[], widest: number, measure: MeasureEms): readonly TitlePiece[][] {
  const total = widthOf(pieces, measure);
  if (total <= widest) return [[...pieces]];
  const wanted = total / Math.ceil(total / widest) + total * 0.06;
  const lines: TitlePiece[][] = [];
  let line: TitlePiece[] = [];
  for (const piece of pieces) {
    if (line.length > 0 && widthOf([...line, piece], measure) > Math.min(widest, wanted)) {
      lines.push(line);
      line = [piece];
    } else line.push(piece);
  }
  return [...lines, line];
}

function arrange(
  lines: readonly (readonly TitlePiece[])[],
  place: TitlePlace,
  { width, height }: { readonly width: number; readonly height: number },
  size: number,
  measure: MeasureEms,
): TitleLayout {
  const margin = Math.round(Math.min(width, height) * MARGIN);
  const lineHeight = Math.max(4, Math.round(size * LEADING));
  const total = lines.length * lineHeight;
  const top = place.startsWith('top')
    ? margin
    : place.startsWith('bottom')
      ? height - margin - total
      : Math.round((height - total) / 2);
  const runs = lines.flatMap((line, index) => {
    const wide = widthOf(line, measure) * size;
    const left = place.endsWith('Left') ? margin : place.endsWith('Right') ? width - margin - wide : (width - wide) / 2;
    return runsOf(line, left, Math.round(top + index * lineHeight), lineHeight, size, measure);
  });
  const left = Math.min(...runs.map(({ x }) => x));
  const right = Math.max(...runs.map(({ x, width: wide }) => x + wide));
  return { runs, box: { x: left, y: top, width: right - left, height: total }, lineHeight };
}

/** Words that follow each other are painted together, so that the font sets them as one. */
function runsOf(
  line: readonly TitlePiece[],
  left: number,
  top: number,
  lineHeight: number,
  size: number,
  measure: MeasureEms,
): readonly TitleRun[] {
  const runs: TitleRun[] = [];
  let words = '';
  let start = left;
  let at = left;
  const flush = () => {
    if (words === '') return;
    // Room on both sides, so that the painter fills the height and not the width.
    const room = lineHeight / 2;
    const width = Math.ceil(at - start + 2 * room);
    runs.push({ text: words, x: Math.round(start - room), y: top, width, height: lineHeight });
    words = '';
  };
  line.forEach((piece, index) => {
    const gap = gapBefore(line, index) * size;
    if (piece.picture) {
      flush();
      at += gap;
      const side = Math.round(size * EMOJI_EMS);
      const y = top + Math.round((lineHeight - side) / 2);
      runs.push({ text: piece.text, picture: piece.picture, x: Math.round(at), y, width: side, height: side });
      at += size * EMOJI_EMS;
      return;
    }
    if (words === '') start = at + gap;
    at += gap + measure(piece.text) * size;
    words += words !== '' && piece.isSpaced ? ` ${piece.text}` : piece.text;
  });
  flush();
  return runs;
}
