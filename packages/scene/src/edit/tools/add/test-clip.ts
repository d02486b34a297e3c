import { TEST_KERNEL } from '../../../motion/test-pictures.ts';
import { createRandom } from '../../../random.ts';
import type { Face, Picture } from '../../../vision/sight.ts';
import type { EditAssets, FrameSurvey, Survey, ToolContext } from '../../tool.ts';
import { chain, type Similarity, STILL } from '../track/similarity.ts';
import { modelFace } from './model-face.ts';

export const WIDTH = 320;
export const HEIGHT = 240;

/** Pixels in a centimetre of the face in the still picture, and where the bridge of its nose is. */
export const SCALE = 5;
export const NOSE = { x: 150, y: 90 };

/** A face moved by a similarity, and turned to the picture's right by some radians. */
export function faceAt(move: Similarity = STILL, yaw = 0): Face {
  return modelFace.at(chain({ a: SCALE, b: 0, tx: NOSE.x, ty: NOSE.y }, move), 1, yaw);
}

/** A lit ball of skin on a neck before a grey wall. */
export function portrait(move: Similarity = STILL): Picture {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  const size = move.a * move.a + move.b * move.b;
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < WIDTH; column++) {
      const dx = column - move.tx;
      const dy = row - move.ty;
      const x = ((move.a * dx + move.b * dy) / size - NOSE.x) / SCALE;
      const y = -((move.a * dy - move.b * dx) / size - NOSE.y) / SCALE;
      const at = (row * WIDTH + column) * 4;
      rgba.set([...colorAt(x, y), 255], at);
    }
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

function colorAt(x: number, y: number): readonly [number, number, number] {
  const face = Math.hypot(x / 7.4, (y + 3.7) / 8.6);
  // Lit from the picture's left.
  const lit = 0.8 - 0.03 * x;
  if (face < 1) return [215 * lit, 165 * lit, 140 * lit];
  if (Math.abs(x) < 5.4 && y < -3 && y > -21) return [200 * lit, 150 * lit, 126 * lit];
  if (y < -18) return [60, 84, 130];
  return [118, 120, 124];
}

/** A clip of one face, moved from frame to frame. */
export function contextOf(moves: readonly Similarity[], faces?: readonly (Face | undefined)[]): ToolContext {
  const picture = portrait(moves[0]);
  const frames = moves.map(
    (move, index): FrameSurvey => ({
      seconds: index / 24,
      faces: [faces ? faces[index] : faceAt(move)],
      bodies: [],
      things: [],
      camera: STILL,
    }),
  );
  return contextWith(picture, frames);
}

export function contextWith(picture: Picture, frames: readonly FrameSurvey[]): ToolContext {
  const first = frames[0]!;
  const survey: Survey = {
    width: WIDTH,
    height: HEIGHT,
    framesPerSecond: 24,
    durationSeconds: frames.length / 24,
    frames,
    representative: {
      index: 0,
      picture,
      sight: {
        width: WIDTH,
        height: HEIGHT,
        faces: first.faces.filter((face) => face !== undefined),
        bodies: [],
        things: first.things.filter((thing) => thing !== undefined),
        regions: {},
        depth: { width: 1, height: 1, data: new Uint8Array(1) },
        lights: [],
        isNight: false,
        stars: [],
        isFlat: false,
        palette: [],
        brightness: 0.5,
      },
    },
  };
  return { kernel: TEST_KERNEL, survey, images: [picture], assets: ASSETS, random: createRandom(1) };
}

/** A red disc is the only thing there is a picture of. */
const ASSETS: EditAssets = {
  paintText: () => ({ width: 1, height: 1, rgba: new Uint8Array(4) }),
  paintScene: () => undefined,
  paintThing(key) {
    if (key !== '1f534') return undefined;
    const rgba = new Uint8Array(64 * 64 * 4);
    for (let i = 0; i < 64 * 64; i++)
      if (Math.hypot((i % 64) - 31.5, Math.floor(i / 64) - 31.5) < 30) rgba.set([220, 40, 40, 255], i * 4);
    return { width: 64, height: 64, rgba };
  },
};
