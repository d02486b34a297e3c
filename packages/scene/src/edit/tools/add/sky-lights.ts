import type { Box, Coverage, Picture, Sight } from '../../../vision/sight.ts';
import type { EditOperation } from '../../operation.ts';
import { EditError, type FrameTool, type ToolContext } from '../../tool.ts';
import { inverse, moveX, moveY } from '../track/similarity.ts';

type Addition = Extract<EditOperation, { readonly kind: 'add' }>;

/** Light that lies in the sky itself, behind all that stands before it. */
export type SkyLight = 'moon' | 'rainbow';

/** @returns Undefined for what is a thing, or hangs in a place that was named. */
export function skyLightOf({ object, anchor }: Addition): SkyLight | undefined {
  if (anchor !== 'sky' && !anchor.startsWith('top')) return undefined;
  if (/\brainbows?$/iu.test(object.word)) return 'rainbow';
  return /\bmoon$/iu.test(object.word) ? 'moon' : undefined;
}

/** Red, green, blue and how much of them covers the sky, 0 … 1, at a place of the representative frame. */
type Shine = (x: number, y: number) => readonly [red: number, green: number, blue: number, share: number] | undefined;

/** @throws {EditError} when no sky is seen. */
export function shineInSky(light: SkyLight, operation: Addition, { survey }: ToolContext): FrameTool {
  const { sight } = survey.representative;
  const { sky } = sight.regions;
  if (!sky)
    throw new EditError(
      `No sky was found in the picture, where a ${operation.object.word} could be. Use a picture in which the sky is seen.`,
    );
  const { shine, box } = light === 'moon' ? moonIn(sky, sight, operation) : rainbowIn(sky, sight);
  return {
    apply(frame, { index }) {
      const camera = survey.frames[index]?.camera ?? { a: 1, b: 0, tx: 0, ty: 0 };
      const back = inverse(camera);
      const at = boxIn(frame, box, camera);
      for (let y = at.y; y < at.y + at.height; y++) {
        for (let x = at.x; x < at.x + at.width; x++) {
          const [px, py] = [moveX(back, x, y), moveY(back, x, y)];
          const found = shine(px, py);
          if (!found || found[3] <= 0.003) continue;
          const share = found[3] * coverageAt(sky, px / sight.width, py / sight.height);
          if (share <= 0.003) continue;
          lay(frame, (y * frame.width + x) * 4, found, share);
        }
      }
      return at;
    },
  };
}

function lay(
  { rgba }: Picture,
  at: number,
  [red, green, blue]: readonly [number, number, number, number],
  share: number,
): void {
  rgba[at] = rgba[at]! + (red - rgba[at]!) * share + 0.5;
  rgba[at + 1] = rgba[at + 1]! + (green - rgba[at + 1]!) * share + 0.5;
  rgba[at + 2] = rgba[at + 2]! + (blue - rgba[at + 2]!) * share + 0.5;
}

function boxIn(
  frame: Picture,
  { x, y, width, height }: Box,
  { a, tx, ty }: { readonly a: number; readonly tx: number; readonly ty: number },
): Box {
  const left = Math.max(0, Math.floor(a * x + tx));
  const top = Math.max(0, Math.floor(a * y + ty));
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(frame.width, Math.ceil(a * (x + width) + tx)) - left),
    height: Math.max(0, Math.min(frame.height, Math.ceil(a * (y + height) + ty)) - top),
  };
}

/** Of the shorter side, across. */
const MOON_SIZE = 0.12;
/** Dark plains, in radii from the middle, with how far they reach. */
const PLAINS: readonly (readonly [x: number, y: number, reach: number])[] = [
  [-0.35, -0.32, 0.42],
  [0.22, -0.38, 0.3],
  [0.42, -0.02, 0.28],
  [-0.5, 0.12, 0.36],
  [0.05, 0.3, 0.22],
  [-0.2, 0.55, 0.2],
];
const PALE = [246, 242, 229] as const;

function moonIn(
  sky: Coverage,
  sight: Sight,
  { object, anchor }: Addition,
): { readonly shine: Shine; readonly box: Box } {
  const short = Math.min(sight.width, sight.height);
  const scale = /\b(?:big|huge|giant|large|enormous)\b/iu.test(object.word)
    ? 1.8
    : /\b(?:small|tiny|little)\b/iu.test(object.word)
      ? 0.6
      : 1;
  const radius = (MOON_SIZE * scale * short) / 2;
  const isCrescent = /\b(?:crescent|half|new|sickle)\b/iu.test(object.word);
  const wish = anchor === 'topLeft' ? 0.2 : anchor === 'top' ? 0.5 : 0.74;
  const { x: cx, y: cy } = freePlace(sky, sight, radius * 1.5, wish);
  // By day the sky's own light lies over the moon and takes its dark side away.
  const [strength, glow] = sight.isNight || sight.brightness < 0.3 ? [1, 0.34] : [0.82, 0.1];
  const reach = radius * 3.2;
  const shine: Shine = (x, y) => {
    const [u, v] = [(x - cx) / radius, (y - cy) / radius];
    const out = Math.hypot(u, v);
    if (out > 3.2) return undefined;
    const disc =
      clamp01((1 - out) * radius + 0.5) *
      (isCrescent ? clamp01((Math.hypot(u - 0.55, v + 0.12) - 0.92) * radius * 0.6 + 0.5) : 1);
    let dark = 0;
    for (const [px, py, size] of PLAINS) dark += 0.15 * Math.exp(-(((u - px) ** 2 + (v - py) ** 2) / size ** 2) * 2.2);
    const limb = 1 - 0.14 * Math.min(1, out) ** 3;
    const tone = limb * (1 - Math.min(0.3, dark));
    const halo = glow * Math.exp(-Math.max(0, out - 1) * 2) * (1 - clamp01((out - 2.4) / 0.8));
    const share = disc * strength + (1 - disc * strength) * halo;
    const mix = disc > 0 ? disc * tone + (1 - disc) : 1;
    return [PALE[0] * mix, PALE[1] * mix, PALE[2] * mix, share];
  };
  return { shine, box: { x: cx - reach, y: cy - reach, width: 2 * reach, height: 2 * reach } };
}

/** The place in the sky nearest to what is wished, with nothing before it; where all is narrow, the widest. */
function freePlace(sky: Coverage, { width, height }: Sight, radius: number, wish: number) {
  let best = { x: width * wish, y: height * 0.18, worth: -Infinity };
  const step = Math.max(4, Math.min(width, height) / 40);
  for (let y = radius; y < height - radius; y += step) {
    for (let x = radius; x < width - radius; x += step) {
      let free = 0;
      for (let k = 0; k < 17; k++) {
        const [angle, out] = [(k * Math.PI) / 4, k === 0 ? 0 : k < 9 ? 1 : 0.5];
        free += coverageAt(
          sky,
          (x + Math.cos(angle) * out * radius) / width,
          (y + Math.sin(angle) * out * radius) / height,
        );
      }
      const away = Math.hypot((x / width - wish) * 0.8, y / height - 0.2);
      const worth = Math.min(16.5, free) * 0.5 - away;
      if (worth > best.worth) best = { x, y, worth };
    }
  }
  return best;
}

const BAND = 0.13;
const RAINBOW_SHARE = 0.5;
/** From the outer edge to the inner one. */
const HUES: readonly (readonly [number, number, number])[] = [
  [232, 60, 60],
  [244, 150, 50],
  [250, 226, 90],
  [92, 200, 96],
  [64, 150, 232],
  [84, 84, 206],
  [146, 92, 196],
];

function rainbowIn(sky: Coverage, sight: Sight): { readonly shine: Shine; readonly box: Box } {
  const cx = (0.5 + 0.6 * (middleOf(sky) - 0.5)) * sight.width;
  // The whole arc is in the frame; its feet lie behind whatever stands before the sky.
  const rx = 0.46 * sight.width;
  const ry = Math.min(0.9 * rx, 0.72 * sight.height);
  const cy = 0.07 * sight.height + ry;
  const shine: Shine = (x, y) => {
    const [u, v] = [(x - cx) / rx, (y - cy) / ry];
    const out = Math.hypot(u, v);
    if (v > 0.02 || out > 1.02 || out < 1 - BAND - 0.03) return undefined;
    const across = clamp01((1 - out) / BAND);
    const edge = clamp01((1.012 - out) / 0.03) * clamp01((out - (1 - BAND - 0.012)) / 0.03);
    const at = across * (HUES.length - 1);
    const [one, other] = [HUES[Math.floor(at)]!, HUES[Math.min(HUES.length - 1, Math.floor(at) + 1)]!];
    const rest = at - Math.floor(at);
    const foot = 0.55 + 0.45 * clamp01(-v * 2.5);
    return [
      one[0] + (other[0] - one[0]) * rest,
      one[1] + (other[1] - one[1]) * rest,
      one[2] + (other[2] - one[2]) * rest,
      RAINBOW_SHARE * edge * foot,
    ];
  };
  return { shine, box: { x: cx - rx * 1.03, y: cy - ry * 1.03, width: rx * 2.06, height: ry * 1.06 } };
}

/** Where a sky has its middle, as a share of the picture's width. */
function middleOf({ width, data }: Coverage): number {
  let [sum, weighted] = [1e-6, 0];
  for (let i = 0; i < data.length; i++) {
    sum += data[i]!;
    weighted += data[i]! * (i % width);
  }
  return weighted / sum / width;
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function coverageAt({ width, height, data }: Coverage, u: number, v: number): number {
  const x = Math.min(width - 1, Math.max(0, Math.floor(u * width)));
  const y = Math.min(height - 1, Math.max(0, Math.floor(v * height)));
  return data[y * width + x]! / 255;
}
