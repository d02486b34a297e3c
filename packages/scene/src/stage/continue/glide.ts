import { scaleOf, turnOf } from '../../edit/tools/track/similarity.ts';
import type { Followed } from '../../edit/tools/track/track-items.ts';
import { trackCamera } from '../../edit/tools/track/track-patch.ts';
import { smoothstep } from '../matrix.ts';
import { coast } from './sequel.ts';

/** How the picture as a whole moves at the end of a clip: what is in it, a second, about its middle. */
export interface Glide {
  /** Pixels. */
  readonly right: number;
  readonly down: number;
  /** Natural logarithm of the growth. */
  readonly growth: number;
  /** Radians, clockwise. */
  readonly turn: number;
}

/** A planar picture of 4:2:0. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Frames at the end that tell how the camera moves: fewer tremble, more remember a turn that is over. */
const FRAMES_ASKED = 7;
/** A hand that moves a camera keeps its pace for a moment, and then loses it. */
const HOLD_SECONDS = 0.35;
const LOSS_SECONDS = { least: 0.3, most: 0.85 } as const;
/** Of the picture: so far a fast camera goes before it has to rest, or half of it would be made up. */
const WAY_SHARE = 0.045;
/** Less than so many pixels in all is not worth drawing every frame twice. */
const PIXELS_LEAST = 0.8;

/** @returns How the camera moves at the end of a run of frames; undefined when it hardly does. */
export function glideOf(tail: Followed): Glide | undefined {
  const { pyramids, framesPerSecond, width, height } = tail;
  const last = pyramids.length - 1;
  if (last < 2) return undefined;
  const moves = trackCamera(tail, last, []);
  const [x, y] = [width / 2, height / 2];
  let [weight, right, down, growth, turn] = [0, 0, 0, 0, 0];
  for (let back = 1; back <= Math.min(FRAMES_ASKED, last); back++) {
    // To an earlier frame from the last one, so everything is the other way round.
    const move = moves[last - back]!;
    const seconds = back / framesPerSecond;
    weight += seconds * seconds;
    right -= seconds * (move.a * x - move.b * y + move.tx - x);
    down -= seconds * (move.b * x + move.a * y + move.ty - y);
    growth -= seconds * Math.log(Math.max(0.2, scaleOf(move)));
    turn -= seconds * turnOf(move);
  }
  const limit = (value: number, most: number) => Math.min(most, Math.max(-most, value / weight));
  const glide: Glide = {
    right: limit(right, width * 0.25),
    down: limit(down, height * 0.25),
    growth: limit(growth, 0.25),
    turn: limit(turn, 0.2),
  };
  const spin = (Math.abs(glide.growth) + Math.abs(glide.turn)) * x;
  return (Math.hypot(glide.right, glide.down) + spin) * (HOLD_SECONDS + LOSS_SECONDS.most) < PIXELS_LEAST
    ? undefined
    : glide;
}

/**
 * Lets frames go on as the camera went, slower and slower. What comes in at the edge is not known: it is mirrored, and the
 * picture closes in a little until nothing of that is seen.
 * @returns Draws a frame at a time after the last one of the clip. What it gives is overwritten by its next call.
 */
export function createGlider(glide: Glide, width: number, height: number): (frame: Frame, seconds: number) => Frame {
  const data = new Uint8Array((width * height * 3) / 2);
  const drawn = new Uint8ClampedArray(data.buffer);
  const luma = createPlaneDrawer(width, height);
  const chroma = createPlaneDrawer(width / 2, height / 2);
  const pace = Math.max(Math.abs(glide.right) / width, Math.abs(glide.down) / height, 1e-6);
  const loss = Math.min(LOSS_SECONDS.most, Math.max(LOSS_SECONDS.least, WAY_SHARE / pace - HOLD_SECONDS));
  // As far as it goes in all, in seconds of its pace.
  const most = HOLD_SECONDS + loss;
  const shrink = Math.max(0, -glide.growth * most);
  const edge = pace * most;
  const closing = Math.min(0.3, 2 * edge + shrink + Math.abs(glide.turn) * most * (width / height));
  return (frame, seconds) => {
    const way = Math.min(seconds, HOLD_SECONDS) + coast(seconds - HOLD_SECONDS, loss);
    const zoom = Math.exp(glide.growth * way) * (1 + closing * smoothstep(0, 2.2, seconds));
    const [cos, sin] = [Math.cos(glide.turn * way) / zoom, Math.sin(glide.turn * way) / zoom];
    const at = (size: number): Placing => ({
      cos,
      sin,
      right: (glide.right * way) / size,
      down: (glide.down * way) / size,
      detail: Math.round(256 * (1 - smoothstep(0, DETAIL_SECONDS, seconds))),
    });
    const pixels = width * height;
    luma(frame.data, drawn, 0, at(1));
    chroma(frame.data, drawn, pixels, at(2));
    chroma(frame.data, drawn, pixels + pixels / 4, at(2));
    return { width, height, data };
  };
}

/** Detail goes in this time: at once it would be seen, and to keep it costs a fifth of all frames' time. */
const DETAIL_SECONDS = 1;

interface Placing {
  readonly cos: number;
  readonly sin: number;
  readonly right: number;
  readonly down: number;
  /** How much of the detail that is cut off is given back, of 256. */
  readonly detail: number;
}

const ONE = 1 << 16;

/**
 * Reads each pixel between four of the plane that it comes from, and gives back the detail that a straight line between two
 * of them cuts off, by what bends beside them: without it the picture lost half of its detail in the first frame. Nearly a
 * cubic, for a third of its reads. Whole numbers throughout: a quarter of the time.
 */
function createPlaneDrawer(width: number, height: number) {
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  return (
    from: Uint8Array,
    to: Uint8ClampedArray,
    offset: number,
    { cos, sin, right, down, detail }: Placing,
  ): void => {
    const [stepX, stepY] = [Math.round(cos * ONE), Math.round(-sin * ONE)];
    const [lastColumn, lastRow] = [width - 1, height - 1];
    for (let y = 0, out = offset; y < height; y++) {
      const [startX, startY] = [-middleX - right, y - middleY - down];
      let fromX = Math.round((middleX + startX * cos + startY * sin) * ONE);
      let fromY = Math.round((middleY + startY * cos - startX * sin) * ONE);
      for (let x = 0; x < width; x++, out++) {
        let column = fromX >> 16;
        let row = fromY >> 16;
        let beside = column + 1;
        let below = row + 1;
        if (column < 0 || row < 0 || column >= lastColumn || row >= lastRow) {
          column = mirrored(column, width);
          beside = mirrored(beside, width);
          row = mirrored(row, height);
          below = mirrored(below, height);
        }
        const shareX = (fromX >> 8) & 255;
        const shareY = (fromY >> 8) & 255;
        const top = offset + row * width;
        const bottom = offset + below * width;
        const upper = (from[top + column]! << 8) + (from[top + beside]! - from[top + column]!) * shareX;
        const lower = (from[bottom + column]! << 8) + (from[bottom + beside]! - from[bottom + column]!) * shareX;
        let value = (upper << 8) + (lower - upper) * shareY;
        if (detail > 0 && column > 0 && row > 0 && column < lastColumn - 1 && row < lastRow - 1) {
          const across = (shareY < 128 ? top : bottom) + column;
          const down = top + (shareX < 128 ? column : beside);
          const bendX = from[across - 1]! - from[across]! - from[across + 1]! + from[across + 2]!;
          const bendY = from[down - width]! - from[down]! - from[down + width]! + from[down + 2 * width]!;
          value -= (((bendX * shareX * (256 - shareX) + bendY * shareY * (256 - shareY)) >> 8) * detail) >> 2;
        }
        to[out] = (value + 32768) >> 16;
        fromX = (fromX + stepX) | 0;
        fromY = (fromY + stepY) | 0;
      }
    }
  };
}

/** The place in a row that is folded back at both ends. */
function mirrored(value: number, size: number): number {
  const span = 2 * (size - 1);
  if (span <= 0) return 0;
  const folded = ((value % span) + span) % span;
  return folded < size ? folded : span - folded;
}
