import { expect, test } from 'vitest';
import type { Box, Picture } from '../../../vision/sight.ts';
import type { AddedObject, Anchor, EditOperation } from '../../operation.ts';
import { EditError, type FrameTool } from '../../tool.ts';
import { chain, inverse, moveX, moveY, type Similarity, STILL } from '../track/similarity.ts';
import { addObject } from './add-object.ts';
import { depthIn, outlineOf } from './face-outline.ts';
import { poseOf, sizeOf } from './head-pose.ts';
import { estimateLight } from './light.ts';
import { contextOf, contextWith, faceAt, HEIGHT, NOSE, portrait, SCALE, WIDTH } from './test-clip.ts';

type Addition = Extract<EditOperation, { readonly kind: 'add' }>;

const NECKLACE: Addition = {
  kind: 'add',
  object: { word: 'silver necklace', model: 'necklace', material: 'silver' },
  anchor: 'neck',
  carrier: { word: 'woman', kind: 'person' },
  count: 1,
};

function adding(model: AddedObject['model'], anchor: Anchor, more: Partial<AddedObject> = {}): Addition {
  return { kind: 'add', object: { word: model, model, ...more }, anchor, count: 1 };
}

function edited(tool: FrameTool, frame: Picture, index = 0): { frame: Picture; box: Box | undefined } {
  const copy = { ...frame, rgba: frame.rgba.slice() };
  return { frame: copy, box: tool.apply(copy, { index, seconds: index / 24 }) };
}

test('a necklace hangs below the chin, and never over the face', () => {
  const context = contextOf([STILL]);
  const before = context.survey.representative.picture;
  const { frame, box } = edited(addObject(NECKLACE, context), before);
  const chinY = NOSE.y + 12.4 * SCALE;
  expect(box!.y + box!.height).toBeGreaterThan(chinY + 2 * SCALE);
  expect(box!.x).toBeLessThan(NOSE.x);
  expect(box!.x + box!.width).toBeGreaterThan(NOSE.x);
  const inFace = depthIn(outlineOf(faceAt()), -5);
  let painted = 0;
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    if (differsAt(before, frame, i)) {
      painted++;
      expect(inFace(i % WIDTH, Math.floor(i / WIDTH))).toBeLessThan(1);
    }
  }
  expect(painted).toBeGreaterThan(150);
});

test('silver is bright and nearly grey against the skin', () => {
  const context = contextOf([STILL]);
  const before = context.survey.representative.picture;
  const { frame } = edited(addObject(NECKLACE, context), before);
  let brightest = 0;
  let spread = 0;
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const [red, , blue] = [0, 1, 2].map((axis) => frame.rgba[i * 4 + axis]!) as [number, number, number];
    if (!differsAt(before, frame, i) || red + blue < brightest) continue;
    brightest = red + blue;
    spread = Math.abs(red - blue);
  }
  expect(brightest).toBeGreaterThan(400);
  expect(spread).toBeLessThan(40);
});

test('nothing outside of the box that is told is changed', () => {
  for (const operation of [
    NECKLACE,
    adding('hat', 'head'),
    adding('sunglasses', 'eyes'),
    adding('thing', 'beside', { thing: '1f534' }),
  ]) {
    const context = contextOf([STILL]);
    const before = context.survey.representative.picture;
    const { frame, box } = edited(addObject(operation, context), before);
    expect(box).toBeDefined();
    let strays = 0;
    for (let i = 0; i < WIDTH * HEIGHT; i++) {
      const x = i % WIDTH;
      const y = Math.floor(i / WIDTH);
      const isInside = x >= box!.x && y >= box!.y && x < box!.x + box!.width && y < box!.y + box!.height;
      if (!isInside && differsAt(before, frame, i)) strays++;
    }
    expect(strays).toBe(0);
  }
});

test('an object follows a moving face to within a pixel', () => {
  const moves = Array.from({ length: 12 }, (_, i): Similarity => {
    const angle = 0.1 * Math.sin(i * 0.6);
    const scale = 1 + 0.08 * Math.sin(i * 0.4);
    const about: Similarity = { a: 1, b: 0, tx: -NOSE.x, ty: -NOSE.y };
    const turned = {
      a: scale * Math.cos(angle),
      b: scale * Math.sin(angle),
      tx: 18 * Math.sin(i * 0.5),
      ty: 6 * Math.cos(i) - 6,
    };
    return chain(chain(about, turned), inverse(about));
  });
  const context = contextOf(moves);
  for (const operation of [adding('mask', 'mouth'), adding('sunglasses', 'eyes')]) {
    const tool = addObject(operation, context);
    const start = middleOf(portrait(moves[0]), edited(tool, portrait(moves[0]), 0).frame);
    const home = inverse(moves[0]!);
    let total = 0;
    for (let index = 0; index < moves.length; index++) {
      const before = portrait(moves[index]);
      const seen = middleOf(before, edited(tool, before, index).frame);
      const toHere = chain(home, moves[index]!);
      const miss = Math.hypot(seen.x - moveX(toHere, start.x, start.y), seen.y - moveY(toHere, start.x, start.y));
      expect(miss).toBeLessThan(2);
      total += miss;
    }
    expect(total / moves.length).toBeLessThan(1);
  }
});

test('the same frame is edited the same way, in any order and by another tool', () => {
  const context = contextOf([STILL, { ...STILL, tx: 4 }]);
  const frames = [portrait(), portrait({ ...STILL, tx: 4 })];
  const one = addObject(NECKLACE, context);
  const forwards = frames.map((frame, index) => edited(one, frame, index).frame.rgba);
  const other = addObject(NECKLACE, contextOf([STILL, { ...STILL, tx: 4 }]));
  const last = edited(other, frames[1]!, 1).frame.rgba;
  const first = edited(other, frames[0]!, 0).frame.rgba;
  expect(first).toEqual(forwards[0]);
  expect(last).toEqual(forwards[1]);
});

test('an object fades as the face turns away, and is gone when it is not there', () => {
  const yaws = [0, 0.9, 1.15, 1.5];
  const faces = [...yaws.map((yaw) => faceAt(STILL, yaw)), undefined];
  const context = contextOf(
    faces.map(() => STILL),
    faces,
  );
  const tool = addObject(adding('sunglasses', 'eyes', { color: '#101010' }), context);
  const before = portrait();
  const strengths = faces.map((_, index) => changeOf(before, edited(tool, before, index).frame));
  expect(strengths[1]).toBeGreaterThan(0);
  expect(strengths[2]!).toBeLessThan(strengths[1]! * 0.8);
  expect(strengths[3]).toBe(0);
  expect(strengths[4]).toBe(0);
});

test('something that passes before the neck hides the necklace there', () => {
  const context = contextOf([STILL, STILL]);
  const tool = addObject(NECKLACE, context);
  const open = portrait();
  const covered = portrait();
  const left = NOSE.x;
  for (let row = 150; row < 215; row++)
    for (let column = left; column < left + 60; column++)
      covered.rgba.set([30, 170, 60, 255], (row * WIDTH + column) * 4);
  const shown = edited(tool, open, 1).frame;
  const hidden = edited(tool, covered, 1).frame;
  const onRight = (i: number): boolean => i % WIDTH >= left + 2;
  expect(changeOf(open, shown, onRight)).toBeGreaterThan(2000);
  expect(changeOf(covered, hidden, onRight)).toBeLessThan(changeOf(open, shown, onRight) * 0.05);
  expect(changeOf(covered, hidden, (i) => i % WIDTH < left - 2)).toBeGreaterThan(1500);
});

test('without a face it says what was looked for, what is there and what to do', () => {
  const things = [{ label: 'cat', score: 0.8, box: { x: 20, y: 20, width: 100, height: 80 } }];
  const frame = { seconds: 0, faces: [], bodies: [], things, camera: STILL };
  const make = (): FrameTool => addObject(NECKLACE, contextWith(portrait(), [frame]));
  expect(make).toThrow(EditError);
  expect(make).toThrow(/face of "woman".*silver necklace.*neck.*What was seen: cat.*Use a picture/su);
});

test('a thing that is not there to put something on is named, with what is', () => {
  const things = [{ label: 'cup', score: 0.8, box: { x: 200, y: 120, width: 60, height: 60 } }];
  const context = contextWith(portrait(), [{ seconds: 0, faces: [], bodies: [], things, camera: STILL }]);
  const on = (label: string): Addition => ({
    ...adding('thing', 'on', { thing: '1f534' }),
    carrier: { word: label, kind: 'thing', label },
  });
  expect(() => addObject(on('sofa'), context)).toThrow(/"sofa" was looked for.*What was seen: cup/su);
  const { box } = edited(addObject(on('cup'), context), portrait());
  expect(box!.x).toBeGreaterThan(180);
  expect(box!.y).toBeLessThan(125);
});

test('what there is no picture of is refused', () => {
  expect(() => addObject(adding('thing', 'left', { thing: '0000' }), contextOf([STILL]))).toThrow(/no picture/u);
});

test('a thing in the frame keeps its place in the scene while the camera moves', () => {
  const camera = { a: 1, b: 0, tx: 25, ty: -10 };
  const still = { seconds: 0, faces: [], bodies: [], things: [], camera: STILL };
  const context = contextWith(portrait(), [still, { ...still, camera }]);
  const tool = addObject(adding('thing', 'left', { thing: '1f534' }), context);
  const before = portrait();
  const one = middleOf(before, edited(tool, before, 0).frame);
  const other = middleOf(before, edited(tool, before, 1).frame);
  expect(other.x - one.x).toBeCloseTo(25, 0);
  expect(other.y - one.y).toBeCloseTo(-10, 0);
});

test('what sits on a shoulder leaves the face free, and what sits on a head stays within the frame', () => {
  const onto = (anchor: Anchor) => {
    const tool = addObject(
      { ...adding('thing', anchor, { thing: '1f534' }), carrier: { word: 'woman', kind: 'person' } },
      contextOf([STILL]),
    );
    return edited(tool, portrait()).box!;
  };
  const { box } = faceAt();
  const shoulder = onto('shoulders');
  const isBeside = shoulder.x > box.x + box.width || shoulder.x + shoulder.width < box.x;
  expect(isBeside).toBe(true);
  const head = onto('head');
  expect(head.y).toBeGreaterThanOrEqual(0);
  expect(head.height).toBeGreaterThan(4 * SCALE);
});

test('an animal wears glasses over its eyes, and is refused when those are not seen', () => {
  const eyed = portrait();
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const x = i % WIDTH;
    const y = Math.floor(i / WIDTH);
    const away = Math.min(Math.hypot(x - 120, y - 95), Math.hypot(x - 180, y - 95));
    const value = away < 13 ? 30 : 170;
    eyed.rgba.set([value, value, value], i * 4);
  }
  const things = [{ label: 'cat', score: 0.8, box: { x: 60, y: 30, width: 180, height: 180 } }];
  const frame = { seconds: 0, faces: [], bodies: [], things, camera: STILL };
  const glasses: Addition = { ...adding('sunglasses', 'eyes'), carrier: { word: 'cat', kind: 'animal', label: 'cat' } };
  const after = edited(addObject(glasses, contextWith(eyed, [frame])), eyed).frame;
  const middle = middleOf(eyed, after);
  expect(middle.x).toBeCloseTo(150, -1);
  expect(Math.abs(middle.y - 97)).toBeLessThan(8);
  const blank = { ...eyed, rgba: eyed.rgba.map(() => 170) };
  expect(() => addObject(glasses, contextWith(blank, [frame]))).toThrow(/eyes of "cat"/u);
});

test('a hat on a head that the picture cuts off is refused', () => {
  const up = { ...STILL, ty: -125 };
  expect(() => addObject(adding('crown', 'head'), contextOf([up]))).toThrow(/no room/u);
});

test('of two people the one on the named side carries it', () => {
  const small = { a: 0.5, b: 0, tx: 150, ty: 20 };
  const faces = [faceAt(), faceAt(small)];
  const context = contextWith(portrait(), [{ seconds: 0, faces, bodies: [], things: [], camera: STILL }]);
  const at = (side?: 'left' | 'right', count = 1): Box[] => {
    const carrier = { word: 'person', kind: 'person', ...(side ? { side } : {}) } as const;
    const tool = addObject({ ...adding('sunglasses', 'eyes'), carrier, count }, context);
    return [edited(tool, portrait()).box!];
  };
  expect(at('right')[0]!.x).toBeGreaterThan(190);
  expect(at('left')[0]!.x).toBeLessThan(150);
  expect(at()[0]!.x).toBeLessThan(150);
  expect(at(undefined, 2)[0]!.width).toBeGreaterThan(120);
});

test('a face that comes later than the frame that was looked at gets its necklace too', () => {
  const faces = [undefined, faceAt(), faceAt()];
  const moves = [STILL, STILL, STILL];
  const context = contextOf(moves, faces);
  const before = portrait();
  const tool = addObject(NECKLACE, context);
  expect(changeOf(before, edited(tool, before, 0).frame)).toBe(0);
  expect(changeOf(before, edited(tool, before, 2).frame)).toBeGreaterThan(3000);
});

test('shoulders that come and go do not make the necklace jump', () => {
  const faces = [faceAt(), faceAt(), faceAt()];
  const body = {
    box: { x: 60, y: 60, width: 200, height: 180 },
    score: 1,
    points: { leftShoulder: { x: 220, y: 200, score: 1 }, rightShoulder: { x: 80, y: 185, score: 1 } },
  };
  const frames = faces.map((face, i) => ({
    seconds: i / 24,
    faces: [face],
    bodies: [i === 1 ? undefined : body],
    things: [],
    camera: STILL,
  }));
  const tool = addObject(NECKLACE, contextWith(portrait(), frames));
  const before = portrait();
  expect(edited(tool, before, 1).box).toEqual(edited(tool, before, 0).box);
});

test('every model draws something on a face, near it', () => {
  const places: readonly (readonly [AddedObject['model'], Anchor])[] = [
    ['glasses', 'eyes'],
    ['hat', 'head'],
    ['flowerCrown', 'head'],
    ['halo', 'head'],
    ['headphones', 'ears'],
    ['earrings', 'ears'],
    ['mask', 'mouth'],
    ['beard', 'mouth'],
    ['scarf', 'neck'],
    ['tie', 'neck'],
    ['balloon', 'leftHand'],
  ];
  for (const [model, anchor] of places) {
    const before = portrait();
    const { frame } = edited(addObject(adding(model, anchor), contextOf([STILL])), before);
    expect(changeOf(before, frame), model).toBeGreaterThan(800);
  }
});

test('the light of a face that is lit from the left comes from the left', () => {
  expect(estimateLight(portrait(), faceAt()).direction[0]).toBeLessThan(-0.15);
});

test('a pose gives back the size of the face that it was made from', () => {
  const face = faceAt({ a: 1.2, b: 0.3, tx: 10, ty: 4 }, 0.3);
  const pose = poseOf(face);
  expect(pose.scale).toBeCloseTo(SCALE * Math.hypot(1.2, 0.3), 0);
  const size = sizeOf(face, pose);
  expect(size.eyeX).toBeCloseTo(3.15, 0);
  expect(size.chinY).toBeCloseTo(-12.4, 0);
});

function differsAt(one: Picture, other: Picture, i: number): boolean {
  return [0, 1, 2].some((axis) => one.rgba[i * 4 + axis] !== other.rgba[i * 4 + axis]);
}

function changeOf(one: Picture, other: Picture, counts: (i: number) => boolean = () => true): number {
  let sum = 0;
  for (let i = 0; i < WIDTH * HEIGHT; i++)
    if (counts(i))
      for (let axis = 0; axis < 3; axis++) sum += Math.abs(one.rgba[i * 4 + axis]! - other.rgba[i * 4 + axis]!);
  return sum;
}

/** The middle of what was changed, weighted by how much. */
function middleOf(before: Picture, after: Picture): { x: number; y: number } {
  let total = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const change = Math.min(60, Math.abs(before.rgba[i * 4 + 1]! - after.rgba[i * 4 + 1]!));
    total += change;
    x += change * (i % WIDTH);
    y += change * Math.floor(i / WIDTH);
  }
  return { x: x / total, y: y / total };
}
