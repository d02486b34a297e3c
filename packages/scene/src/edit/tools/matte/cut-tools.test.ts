import { describe, expect, it } from 'vitest';
import { TEST_KERNEL } from '../../../motion/test-pictures.ts';
import { createRandom } from '../../../random.ts';
import { seePicture } from '../../../vision/see-picture.ts';
import type { Box, Detections, Picture } from '../../../vision/sight.ts';
import { type EditAssets, EditError, type Survey, type ToolContext } from '../../tool.ts';
import { makeBackground } from '../background/background.ts';
import { makePaste } from '../paste/paste.ts';
import { makeRemove } from '../remove/remove.ts';

const [WIDTH, HEIGHT] = [240, 160];
const BALL: Box = { x: 90, y: 60, width: 40, height: 40 };

/** Grass, and on it a red ball. */
function lawn(ball: Box | undefined): Picture {
  const random = createRandom(5);
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 4) {
      const shade = 90 + 50 * random.next() + y / 4;
      const isBall = ball && Math.hypot(x - ball.x - ball.width / 2, y - ball.y - ball.height / 2) < ball.width / 2;
      rgba.set(isBall ? [210, 30, 30, 255] : [shade * 0.4, shade, shade * 0.3, 255], at);
    }
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

const seen = (box: Box | undefined, label = 'sports ball'): Detections => ({
  faces: [],
  bodies: [],
  things: box ? [{ label, score: 0.9, box }] : [],
});

const NO_ASSETS: EditAssets = {
  paintText: () => lawn(undefined),
  paintThing: () => undefined,
  paintScene: (_prompt, width, height) => ({ width, height, rgba: new Uint8Array(width * height * 4).fill(255) }),
};

/** A clip in which the ball rolls to the right, ten pixels a frame. */
function contextOf(frames = 1, others: readonly Picture[] = [], label?: string): ToolContext {
  const picture = lawn(BALL);
  const detections = seen(BALL, label);
  const survey: Survey = {
    width: WIDTH,
    height: HEIGHT,
    framesPerSecond: 24,
    durationSeconds: frames / 24,
    frames: Array.from({ length: frames }, (_, index) => ({
      seconds: index / 24,
      ...seen({ ...BALL, x: BALL.x + 10 * index }, label),
      camera: { a: 1, b: 0, tx: 0, ty: 0 },
    })),
    representative: { index: 0, picture, sight: seePicture(picture, detections) },
  };
  const images = [picture, ...others];
  return {
    kernel: TEST_KERNEL,
    survey,
    images,
    looks: images.map((image) => seePicture(image, detections)),
    assets: NO_ASSETS,
    random: createRandom(1),
  };
}

const redOf = ({ rgba }: Picture): number => {
  let count = 0;
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at]! > 150 && rgba[at + 1]! < 90) count++;
  return count;
};
const outside = (frame: Picture, before: Picture, box: Box): number => {
  let changed = 0;
  for (let y = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++) {
      const isIn = x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
      const at = (y * frame.width + x) * 4;
      if (!isIn && [0, 1, 2].some((channel) => frame.rgba[at + channel] !== before.rgba[at + channel])) changed++;
    }
  }
  return changed;
};
const BALL_TARGET = { word: 'ball', kind: 'thing', label: 'sports ball' } as const;
const moment = (index: number) => ({ index, seconds: index / 24 });

describe('removing', () => {
  it('takes a thing out wherever it has gone, and touches nothing else', () => {
    const tool = makeRemove({ kind: 'remove', target: BALL_TARGET }, contextOf(4));
    for (const index of [0, 3]) {
      const frame = lawn({ ...BALL, x: BALL.x + 10 * index });
      const before = lawn({ ...BALL, x: BALL.x + 10 * index });
      expect(redOf(frame)).toBeGreaterThan(1_000);
      const box = tool.apply(frame, moment(index))!;
      expect(redOf(frame)).toBeLessThan(12);
      expect(outside(frame, before, box)).toBe(0);
    }
  });

  it('fills in the same wherever the thing has gone, so that nothing flickers', () => {
    const tool = makeRemove({ kind: 'remove', target: BALL_TARGET }, contextOf(4));
    const filled = [1, 2].map((index) => {
      const frame = lawn({ ...BALL, x: BALL.x + 10 * index });
      tool.apply(frame, moment(index));
      return frame;
    });
    const middle = (80 * WIDTH + 120) * 4;
    for (let at = middle; at < middle + 24; at++)
      expect(Math.abs(filled[0]!.rgba[at]! - filled[1]!.rgba[at]!)).toBeLessThan(8);
  });

  it('says what it looked for, and what is there', () => {
    const target = { word: 'cat', kind: 'animal', label: 'cat' } as const;
    expect(() => makeRemove({ kind: 'remove', target }, contextOf())).toThrow(EditError);
    expect(() => makeRemove({ kind: 'remove', target }, contextOf())).toThrow(/No cat was found.*sports ball/);
    const sky = { word: 'sky', kind: 'sky' } as const;
    expect(() => makeRemove({ kind: 'remove', target: sky }, contextOf())).toThrow(/cannot be taken out/);
  });
});

describe('another background', () => {
  it('takes the place of all but the subject', () => {
    const tool = makeBackground({ kind: 'background', background: { kind: 'color', color: '#0000ff' } }, contextOf());
    const frame = lawn(BALL);
    tool.apply(frame, moment(0));
    expect([...frame.rgba.subarray(0, 3)]).toEqual([0, 0, 255]);
    const middle = (80 * WIDTH + 110) * 4;
    expect(frame.rgba[middle]).toBeGreaterThan(180);
    expect(redOf(frame)).toBeGreaterThan(900);
  });

  it('is refused where nothing stands out, or where there is no such picture', () => {
    const background = { kind: 'image', image: 3 } as const;
    expect(() => makeBackground({ kind: 'background', background }, contextOf())).toThrow(/<IMAGE_3>/);
  });
});

describe('pasting', () => {
  const onto = { image: 0, relation: 'on' } as const;

  it('puts what it cuts out where it was asked, and nowhere else', () => {
    const context = contextOf(1, [lawn(BALL)], 'couch');
    const anchor = { word: 'sofa', kind: 'thing', label: 'couch' } as const;
    const tool = makePaste(
      { kind: 'paste', image: 1, target: { word: 'couch', kind: 'thing', label: 'couch' }, onto, anchor },
      context,
    );
    const frame = lawn(undefined);
    const box = tool.apply(frame, moment(0))!;
    expect(redOf(frame)).toBeGreaterThan(60);
    expect(outside(frame, lawn(undefined), box)).toBe(0);
    expect(Math.abs(box.x + box.width / 2 - 110)).toBeLessThan(12);
  });

  it('says which picture lacks it', () => {
    const context = contextOf(1, [lawn(BALL)]);
    const target = { word: 'dog', kind: 'animal', label: 'dog' } as const;
    expect(() => makePaste({ kind: 'paste', image: 1, target, onto }, context)).toThrow(
      /No dog was found in <IMAGE_1>/,
    );
    expect(() => makePaste({ kind: 'paste', image: 2, onto }, context)).toThrow(/<IMAGE_2>/);
  });
});
