import { TEST_KERNEL } from '../../../motion/test-pictures.ts';
import { createRandom } from '../../../random.ts';
import type { Coverage, Face, Picture, Sight, Thing } from '../../../vision/sight.ts';
import type { EditAssets, ToolContext } from '../../tool.ts';

/** A small picture for tests: sky above, green ground below, a red thing and a bright lamp. */
export function paintTestPicture(width: number, height: number): Picture {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      const isSky = y < height * 0.45;
      const wave = 10 * Math.sin(x * 0.7) * Math.cos(y * 0.5);
      const isThing = Math.abs(x / width - 0.5) < 0.15 && Math.abs(y / height - 0.65) < 0.18;
      const isLamp = Math.abs(x / width - 0.85) < 0.04 && Math.abs(y / height - 0.6) < 0.05;
      const [r, g, b] = isLamp ? [255, 245, 210] : isThing ? [200, 40, 36] : isSky ? [120, 170, 230] : [70, 120, 50];
      rgba[i] = Math.min(255, r! + wave);
      rgba[i + 1] = Math.min(255, g! + wave);
      rgba[i + 2] = Math.min(255, b! + wave);
      rgba[i + 3] = 255;
    }
  }
  return { width, height, rgba };
}

function coverage(width: number, height: number, at: (x: number, y: number) => boolean): Coverage {
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    data[i] = at(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height) ? 255 : 0;
  }
  return { width, height, data };
}

export interface TestClip {
  readonly width: number;
  readonly height: number;
  readonly frames?: number;
  readonly things?: readonly Thing[];
  readonly faces?: readonly Face[];
  readonly seed?: number;
}

/** A tool's context for a clip whose frames are all that picture. */
export function testContext({ width, height, frames = 1, things = [], faces = [], seed = 1 }: TestClip): ToolContext {
  const picture = paintTestPicture(width, height);
  const sight: Sight = {
    width,
    height,
    faces,
    bodies: [],
    things,
    regions: {
      sky: coverage(32, 32, (_, y) => y < 0.45),
      ground: coverage(32, 32, (_, y) => y > 0.5),
    },
    depth: { width: 1, height: 2, data: Uint8Array.of(255, 40) },
    lights: [{ x: width * 0.85, y: height * 0.6, radius: height * 0.05, color: [255, 245, 210] }],
    isNight: false,
    stars: [],
    isFlat: false,
    palette: [],
    brightness: 0.5,
  };
  const surveyed = Array.from({ length: frames }, (_, index) => ({
    seconds: index / 24,
    faces,
    bodies: [],
    things,
    camera: { a: 1, b: 0, tx: 0, ty: 0 },
  }));
  return {
    kernel: TEST_KERNEL,
    survey: {
      width,
      height,
      framesPerSecond: 24,
      durationSeconds: frames / 24,
      frames: surveyed,
      representative: { index: 0, picture, sight },
    },
    images: [picture],
    assets: TEST_ASSETS,
    random: createRandom(seed),
  };
}

/** Letters are solid blocks, half as wide as the box is high. */
const TEST_ASSETS: EditAssets = {
  paintText(text, { width, height }) {
    const rgba = new Uint8Array(width * height * 4);
    const inked = Math.min(width, text.length * height * 0.4);
    for (let y = Math.floor(height * 0.2); y < height * 0.8; y++) {
      for (let x = Math.floor((width - inked) / 2); x < (width + inked) / 2; x++) {
        rgba.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4);
      }
    }
    return { width, height, rgba };
  },
  paintThing: () => undefined,
  paintScene: () => undefined,
};

export function copyOf(picture: Picture): Picture {
  return { ...picture, rgba: Uint8Array.from(picture.rgba) };
}

/** Mean absolute difference of the colours, 0 to 255. */
export function differenceOf(a: Picture, b: Picture): number {
  let sum = 0;
  for (let i = 0; i < a.rgba.length; i++) sum += Math.abs(a.rgba[i]! - b.rgba[i]!);
  return (sum / a.rgba.length) * (4 / 3);
}
