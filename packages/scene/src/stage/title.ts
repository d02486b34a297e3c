import type { Texture } from '@openimagine/render';
import type { Caption, Scene } from '../scene.ts';
import type { StageOptions } from './stage.ts';

/** How high a line is, over the height of the picture, and from where on it may begin. */
const TITLE_HEIGHT = 0.2;
const LINE_HEIGHT = 0.16;
const SMALL_HEIGHT = 0.075;
const EDGE = 0.04;
/** Two lines of one place stand so far apart. */
const GAP = 0.012;

interface Line extends Caption {
  /** Shares of the picture's height. */
  readonly top: number;
  readonly height: number;
}

/** The words that stand on the picture itself, as a layer over all of it; undefined without any. */
export function paintTitle(scene: Scene, { width, height, assets }: StageOptions): Texture | undefined {
  const lines = placeLines(scene);
  if (lines.length === 0) return undefined;
  const shrink = Math.min(1, 1280 / Math.max(width, height));
  const [fullWidth, fullHeight] = [Math.max(16, Math.round(width * shrink)), Math.max(16, Math.round(height * shrink))];
  const rgba = new Uint8Array(fullWidth * fullHeight * 4);
  for (const line of lines) {
    const box = { width: Math.round(fullWidth * 0.88), height: Math.max(8, Math.round(fullHeight * line.height)) };
    const color = line.color ?? '#ffffff';
    const words = assets.paintText(line.text, {
      ...box,
      color,
      glow: isDark(color) ? '#ffffff' : '#000000',
      font: 'display',
    });
    const [left, top] = [Math.round((fullWidth - words.width) / 2), Math.round(fullHeight * line.top)];
    for (let row = 0; row < words.height && top + row < fullHeight; row++) {
      const length = Math.min(words.width, fullWidth - Math.max(0, left));
      const from = row * words.width * 4;
      rgba.set(words.rgba.subarray(from, from + length * 4), ((top + row) * fullWidth + Math.max(0, left)) * 4);
    }
  }
  return { width: fullWidth, height: fullHeight, rgba };
}

/** Lines of one place stand below each other, in the order in which they were told. */
function placeLines({ title, captions = [] }: Scene): readonly Line[] {
  const lines: Line[] = title === undefined ? [] : [{ text: title, place: 'bottom', top: 0.78, height: LINE_HEIGHT }];
  const isTitled = title !== undefined;
  const heightOf = ({ isSmall = false }: Caption, at: number): number =>
    isSmall ? SMALL_HEIGHT : at === 0 && !isTitled ? TITLE_HEIGHT : LINE_HEIGHT;
  const heights = new Map(captions.map((caption, at) => [caption, heightOf(caption, at)]));
  for (const place of ['top', 'center', 'bottom'] as const) {
    const here = captions.filter((caption) => caption.place === place);
    const total = here.reduce((sum, caption) => sum + heights.get(caption)! + GAP, 0);
    const foot = isTitled ? 0.78 : 1 - EDGE;
    let top = place === 'top' ? EDGE : place === 'bottom' ? foot - total : 0.5 - total / 2;
    for (const caption of here) {
      const height = heights.get(caption)!;
      lines.push({ ...caption, top: Math.max(0, top), height });
      top += height + GAP;
    }
  }
  return lines;
}

function isDark(color: string): boolean {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
  return 0.3 * r + 0.59 * g + 0.11 * b < 90;
}
