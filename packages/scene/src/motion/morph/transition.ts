import type { Sight } from '../../vision/sight.ts';
import { CELL, type Field } from '../mover.ts';
import type { Frame } from '../planes.ts';
import type { TwoViews } from './two-views.ts';

/** How one view gives way to another that it has nothing in common with. */
export type TransitionKind = 'push' | 'match' | 'sweep';

export interface Transition {
  readonly kind: TransitionKind;
  /** What is seen after a share of the way from one frame to another. @param into The bytes of what it gives, which may be either's. */
  draw(first: Frame, second: Frame, share: number, into: Uint8Array): Frame;
}

/** A point and a size that two views are to have in common on their way. */
interface Mark {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** How much closer the first view comes while the second appears behind it. */
const PUSH_ZOOM = 0.55;
const ARRIVE_ZOOM = 0.22;
const MATCH_ZOOM_MAX = 1.9;

/** @param seed Decides where there is a choice. */
export function createTransition(
  views: TwoViews,
  first: Sight,
  second: Sight,
  { seed, kind }: { readonly seed: number; readonly kind?: TransitionKind | undefined },
): Transition {
  const marks = [markOf(first), markOf(second)] as const;
  const chosen = kind ?? choose(first, second, marks, seed);
  if (chosen === 'match' && marks[0] && marks[1]) return matched(views, marks[0], marks[1]);
  return chosen === 'sweep' ? swept(views, seed) : pushed(views, first);
}

function choose(
  first: Sight,
  second: Sight,
  marks: readonly [Mark | undefined, Mark | undefined],
  seed: number,
): TransitionKind {
  if (marks[0] && marks[1]) return 'match';
  if (first.isFlat || second.isFlat) return 'sweep';
  return first.regions.sky && seed % 4 === 3 ? 'sweep' : 'push';
}

/** What one looks at: a face, else a subject that is not all of the picture. */
function markOf({ faces, subjectBox, width, height }: Sight): Mark | undefined {
  const box = faces[0]?.box ?? subjectBox;
  if (!box) return undefined;
  const size = Math.sqrt(box.width * box.height);
  const all = Math.sqrt(width * height);
  if (size < all * 0.08 || size > all * 0.85) return undefined;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, size };
}

/** The camera flies into the first view and comes out in the second, which opens from where it flies to. */
function pushed(views: TwoViews, { horizonY }: Sight): Transition {
  const { width, height, fields, weights } = views;
  const focus = [width / 2, within(horizonY ?? height / 2, height * 0.35, height * 0.65)] as const;
  const far = Math.hypot(width, height) * 0.55;
  return {
    kind: 'push',
    draw(first, second, share, into) {
      views.load(0, first);
      views.load(1, second);
      zoomAt(fields[0], focus, 1 + PUSH_ZOOM * share * share, 0, 0);
      zoomAt(fields[1], focus, 1 + ARRIVE_ZOOM * (1 - share) ** 2, 0, 0);
      eachNode(fields[0], (at, x, y) => {
        const away = Math.hypot(x - focus[0], (y - focus[1]) * 1.2) / far;
        weights[at] = smooth((share * 1.7 - away * 0.7) / 0.9);
      });
      return views.mix(into);
    },
  };
}

/** Both views come to show what one looks at in one place and size while one becomes the other. */
function matched(views: TwoViews, a: Mark, b: Mark): Transition {
  const { width, height, fields, weights } = views;
  const size = Math.max(a.size, b.size) * 1.04;
  const zooms = [within(size / a.size, 1.04, MATCH_ZOOM_MAX), within(size / b.size, 1.04, MATCH_ZOOM_MAX)] as const;
  const meeting = [(a.x + b.x) / 2, (a.y + b.y) / 2] as const;
  const far = Math.hypot(width, height) * 0.5;
  const approach = (field: Field, mark: Mark, zoom: number, share: number) => {
    const now = 1 + (zoom - 1) * share;
    zoomAt(field, [mark.x, mark.y], now, (meeting[0] - mark.x) * share, (meeting[1] - mark.y) * share);
    keepInside(field, width, height);
  };
  return {
    kind: 'match',
    draw(first, second, share, into) {
      views.load(0, first);
      views.load(1, second);
      approach(fields[0], a, zooms[0], smooth(share * 1.25));
      approach(fields[1], b, zooms[1], smooth((1 - share) * 1.25));
      eachNode(fields[0], (at, x, y) => {
        const away = Math.hypot(x - meeting[0], y - meeting[1]) / far;
        weights[at] = smooth((share * 1.5 - 0.25 - (1 - Math.min(1, away)) * 0.25) / 0.75);
      });
      return views.mix(into);
    },
  };
}

/** A band of light goes over the view and leaves the other behind it. */
function swept(views: TwoViews, seed: number): Transition {
  const { width, height, fields, weights } = views;
  const sense = seed % 2 === 0 ? 1 : -1;
  const lean = 0.3;
  const band = 0.22;
  const glow = new Float32Array(weights.length);
  return {
    kind: 'sweep',
    draw(first, second, share, into) {
      views.load(0, first);
      views.load(1, second);
      const slide = width * 0.03;
      const middle = [width / 2, height / 2] as const;
      zoomAt(fields[0], middle, 1 + 0.07 * share, sense * slide * share, 0);
      zoomAt(fields[1], middle, 1 + 0.07 * (1 - share), -sense * slide * (1 - share), 0);
      const front = -lean - band + share * (1 + 2 * lean + 2 * band);
      eachNode(fields[0], (at, x, y) => {
        const across = sense > 0 ? x / width : 1 - x / width;
        const ahead = front - across - lean * (y / height - 0.5);
        weights[at] = smooth(ahead / band + 0.5);
        glow[at] = 46 * Math.exp(-((ahead / (band * 0.7)) ** 2)) * Math.sin(Math.PI * share);
      });
      const frame = views.mix(into);
      brighten(frame, glow, fields[0].columns);
      return frame;
    },
  };
}

/** Shows the surroundings of a point larger, and the point itself elsewhere. */
function zoomAt(field: Field, focus: readonly [number, number], zoom: number, moveX: number, moveY: number): void {
  eachNode(field, (at, x, y) => {
    field.dx[at] = focus[0] + (x - focus[0] - moveX) / zoom - x;
    field.dy[at] = focus[1] + (y - focus[1] - moveY) / zoom - y;
  });
}

/** Shifts all of a zoomed field so that it reads nothing beyond the picture's edges. */
function keepInside(field: Field, width: number, height: number): void {
  const { columns, rows, dx, dy } = field;
  const last = columns * rows - 1;
  const overLeft = Math.max(0, -dx[0]!);
  const overRight = Math.max(0, (columns - 1) * CELL + dx[last]! - width);
  const overTop = Math.max(0, -dy[0]!);
  const overBottom = Math.max(0, (rows - 1) * CELL + dy[last]! - height);
  const [shiftX, shiftY] = [overLeft - overRight, overTop - overBottom];
  if (shiftX === 0 && shiftY === 0) return;
  for (let at = 0; at <= last; at++) {
    dx[at] = dx[at]! + shiftX;
    dy[at] = dy[at]! + shiftY;
  }
}

function eachNode({ columns, rows }: Field, visit: (at: number, x: number, y: number) => void): void {
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) visit(at, column * CELL, row * CELL);
  }
}

/** Adds light to a frame's luma. @param glow At each node, in levels. */
function brighten({ width, height, data }: Frame, glow: Float32Array, columns: number): void {
  const rows = glow.length / columns;
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 1, Math.round(y / CELL)) * columns;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const column = row + ((x / CELL) | 0);
      const light = glow[column]! + ((glow[column + 1]! - glow[column]!) * (x % CELL)) / CELL;
      if (light < 0.5) continue;
      const value = data[at]! + light;
      data[at] = value > 235 ? 235 : value;
    }
  }
}

const within = (value: number, low: number, high: number) => (value < low ? low : value > high ? high : value);

function smooth(value: number): number {
  const t = value < 0 ? 0 : value > 1 ? 1 : value;
  return t * t * (3 - 2 * t);
}
