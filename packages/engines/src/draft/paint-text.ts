import type { Texture } from '@openimagine/render';
import type { TextOptions } from '@openimagine/scene';
import { type CanvasContext, createCanvas } from './canvas.ts';
import { type FontStack, type FontStyle, fontStack, needsChinese } from './fonts.ts';

/** Longer words are shortened: nobody could read them on a sign. */
const LETTERS_MAX = 200;
const LINES_MAX = 6;
const LINE_HEIGHT = 1.18;
const SIDE_PIXELS_MAX = 4096;
/** Width of an outline over the letters' size; half of it lies outside of them. */
const OUTLINE_SHARE = 0.09;
const IDEOGRAPHIC = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** What no Japanese line begins with: small kana, the long vowel, closing marks. */
const NEVER_FIRST = /^[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー、。，．！？」』）]$/;

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface Layout {
  readonly size: number;
  readonly lines: readonly Line[];
}

/** Paints words as large as the box lets them be, over as many lines (or columns) as read best. Pure. */
export function paintText(text: string, options: TextOptions): Texture {
  const width = clampSide(options.width);
  const height = clampSide(options.height);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  // The default follows the machine's language, and with it the shapes of Chinese characters.
  context.lang = languageOf(text, options.font ?? 'sans');
  if (options.background) {
    context.fillStyle = options.background;
    context.fillRect(0, 0, width, height);
  }
  const edge = Math.min(width, height);
  if (options.frame) paintFrame(context, width, height, options.frame);
  const stack = fontStack(options.font ?? 'sans', text);
  const words = stack.readable(text.replace(/\s+/g, ' ').trim().slice(0, LETTERS_MAX));
  if (words !== '') {
    const inset = edge * (options.frame ? 0.14 : options.glow ? 0.1 : 0.06);
    const box = { width: width - 2 * inset, height: height - 2 * inset };
    const layout = options.vertical ? layOutColumns(words, box) : layOutLines(context, stack, words, box);
    context.translate(width / 2, height / 2);
    paintLines(context, stack, layout, options);
  }
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}

function languageOf(text: string, font: FontStyle): string {
  if (needsChinese(font, text)) return 'zh-Hans';
  return IDEOGRAPHIC.test(text) ? 'ja' : 'en';
}

function clampSide(pixels: number): number {
  return Math.max(1, Math.min(SIDE_PIXELS_MAX, Math.round(pixels)));
}

function paintFrame(context: CanvasContext, width: number, height: number, color: string): void {
  const line = Math.max(2, Math.min(width, height) * 0.035);
  const gap = line * 1.6;
  context.save();
  context.strokeStyle = color;
  context.lineWidth = line;
  context.shadowColor = color;
  context.beginPath();
  context.roundRect(gap, gap, width - 2 * gap, height - 2 * gap, line * 2.5);
  for (const blur of [line * 1.4, line * 0.5]) {
    context.shadowBlur = blur;
    context.stroke();
  }
  context.restore();
}

/** Positions are relative to the middle of the box, text is centred on them. */
function layOutLines(
  context: CanvasContext,
  stack: FontStack,
  text: string,
  box: { width: number; height: number },
): Layout {
  const reference = 100;
  context.font = stack.css(reference);
  const widthOf = (line: string) => context.measureText(line).width / reference;
  let best: Layout = { size: 0, lines: [] };
  for (let count = 1; count <= LINES_MAX; count++) {
    const lines = breakLines(text, count, widthOf);
    const widest = Math.max(...lines.map(widthOf), 0.01);
    const size = Math.min(box.width / widest, box.height / (lines.length * LINE_HEIGHT));
    // A second line must earn its place: two lines of nearly the same size read worse than one.
    if (size <= best.size * 1.15) continue;
    const top = (-(lines.length - 1) / 2) * size * LINE_HEIGHT;
    best = { size, lines: lines.map((line, i) => ({ text: line, x: 0, y: top + i * size * LINE_HEIGHT })) };
  }
  return best;
}

/** Breaks at spaces, and between any two letters where a script has none; lines come out about equally wide. */
function breakLines(text: string, count: number, widthOf: (line: string) => number): string[] {
  const pieces = text.includes(' ') || !IDEOGRAPHIC.test(text) ? text.split(/(?<= )/) : splitLetters(text);
  const wanted = widthOf(text) / count;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const isFull = line !== '' && lines.length < count - 1 && widthOf((line + piece).trim()) > wanted * 1.15;
    if (isFull) {
      lines.push(line.trim());
      line = piece;
    } else line += piece;
  }
  return [...lines, line.trim()].filter((part) => part !== '');
}

function splitLetters(text: string): string[] {
  const pieces: string[] = [];
  for (const letter of text) {
    if (NEVER_FIRST.test(letter) && pieces.length > 0) pieces[pieces.length - 1] += letter;
    else pieces.push(letter);
  }
  return pieces;
}

/** One letter under the other, columns from right to left. */
function layOutColumns(text: string, box: { width: number; height: number }): Layout {
  const letters = [...text.replaceAll(' ', '')];
  let best: Layout = { size: 0, lines: [] };
  for (let columns = 1; columns <= LINES_MAX; columns++) {
    const rows = Math.ceil(letters.length / columns);
    const size = Math.min(box.height / (rows * 1.06), box.width / (columns * 1.2));
    if (size <= best.size * 1.15) continue;
    const lines = letters.map((text, i) => ({
      text: text === 'ー' ? '︱' : text,
      x: ((columns - 1) / 2 - Math.floor(i / rows)) * size * 1.2,
      y: ((i % rows) - (rows - 1) / 2) * size * 1.06,
    }));
    best = { size, lines };
  }
  return best;
}

function paintLines(context: CanvasContext, stack: FontStack, { size, lines }: Layout, options: TextOptions): void {
  context.font = stack.css(size);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const paint = () => {
    for (const { text, x, y } of lines) context.fillText(text, x, y + size * 0.04);
  };
  if (options.glow) {
    context.shadowColor = options.glow;
    context.fillStyle = options.glow;
    for (const blur of [0.35, 0.15]) {
      context.shadowBlur = size * blur;
      paint();
    }
    context.shadowBlur = size * 0.06;
  }
  if (options.outline) {
    context.strokeStyle = options.outline;
    context.lineWidth = size * OUTLINE_SHARE;
    context.lineJoin = 'round';
    for (const { text, x, y } of lines) context.strokeText(text, x, y + size * 0.04);
  }
  context.fillStyle = options.color;
  paint();
}
