import type { Body, Box, Thing } from '../../../vision/sight.ts';
import type { AddedObject, Anchor, FramePlace, Target } from '../../operation.ts';
import { EditError, type Survey, type ToolContext } from '../../tool.ts';
import type { Carrier } from './carriers.ts';
import { hairOf, usualHair } from './hair-size.ts';
import { poseOf, presenceOf, seenAt, sizeOf } from './head-pose.ts';
import { turnOfHead } from './neck.ts';
import { placeInside } from './place-inside.ts';

/** Where something stands in a frame: its foot, how large a centimetre is there, how it leans. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly pixelsPerCm: number;
  /** Radians, clockwise. */
  readonly turn: number;
  readonly presence: number;
}

/** A place that is followed through the clip. */
export interface SpotLine {
  readonly at: (index: number) => Spot | undefined;
  /** Whether it stands on something and darkens it. */
  readonly isStanding: boolean;
  /** Kept within the sky, behind what is before it. */
  readonly isSky: boolean;
  /** Whose light it shares. */
  readonly carrier?: Carrier;
}

/** A place on somebody, moving with head or body. */
export function spotOnCarrier(
  carrier: Carrier,
  anchor: Anchor,
  { survey }: ToolContext,
  copy: number,
  heightCm: number,
): SpotLine {
  const pose = poseOf(carrier.model);
  const size = sizeOf(carrier.model, pose);
  const { picture, index: looked } = survey.representative;
  const hair = carrier.frame === looked ? hairOf(picture, pose, size) : usualHair(size);
  const side = sideWithRoom(carrier, survey) * (copy % 2 === 0 ? 1 : -1);
  const bodyAt = (index: number): Body | undefined => {
    const frame = survey.frames[index];
    return carrier.body === undefined ? undefined : frame?.bodies[carrier.body];
  };
  const room = seenAt(pose, [0, hair.top, size.earZ]).y / pose.scale;
  // Where the frame ends just above somebody, what sits there sits further in front.
  const sunk = Math.min(SUNK_CM_MAX, Math.max(0, heightCm - room));
  const place = placeOn(anchor, side, size, hair.top - sunk, heightCm);
  // A hand that is seen in few of the frames is not followed at all: the object would jump to it and away again.
  const marked = survey.frames.filter((_, index) => markFor(anchor, side, bodyAt(index)) !== undefined).length;
  const isMarked = marked > survey.frames.filter(({ faces }) => faces[carrier.face]).length * 0.6;
  return {
    isStanding: false,
    isSky: false,
    carrier,
    at(index) {
      const face = survey.frames[index]?.faces[carrier.face];
      if (!face) return undefined;
      const head = poseOf(face);
      const onBody =
        anchor === 'beside' ||
        anchor === 'leftHand' ||
        anchor === 'rightHand' ||
        anchor === 'shoulders' ||
        anchor === 'chest';
      const presence = onBody ? Math.min(1, face.score * 2) : presenceOf(face, head);
      const turn = onBody ? 0 : turnOfHead(head);
      const mark = isMarked ? markFor(anchor, side, bodyAt(index)) : undefined;
      if (isMarked && !mark) return undefined;
      const seen = mark ?? seenAt(head, place);
      const out = anchor === 'shoulders' && mark ? side * heightCm * 0.22 * head.scale : 0;
      const spot =
        anchor === 'beside'
          ? { x: seen.x, y: footOf(bodyAt(index), survey, index) }
          : anchor === 'shoulders'
            ? beyondHead({ x: seen.x + out, y: seen.y }, head, size, side, heightCm)
            : seen;
      return { x: spot.x, y: spot.y, pixelsPerCm: head.scale, turn, presence };
    },
  };
}

const SUNK_CM_MAX = 8;

/** Shoulders are found too close to the head now and then: what sits there must not hide the face. */
function beyondHead(
  spot: { readonly x: number; readonly y: number },
  head: ReturnType<typeof poseOf>,
  size: ReturnType<typeof sizeOf>,
  side: number,
  heightCm: number,
): { readonly x: number; readonly y: number } {
  const chin = seenAt(head, [0, size.chinY - 11, -6]);
  const least = (size.earX + 3 + heightCm * 0.5) * head.scale;
  return {
    x: chin.x + side * Math.max(least, side * (spot.x - chin.x)),
    y: Math.max(spot.y, chin.y),
  };
}

/** Where somebody's feet are; below the frame's lower edge is out of sight, so then at that edge. */
function footOf(body: Body | undefined, survey: Survey, index: number): number {
  const ankle = Math.max(body?.points.leftAnkle?.y ?? 0, body?.points.rightAnkle?.y ?? 0);
  const { a, ty } = survey.frames[index]!.camera;
  return ankle > 0 ? ankle : survey.height * 0.985 * a + ty;
}

function markFor(anchor: Anchor, side: number, body: Body | undefined): { x: number; y: number } | undefined {
  if (!body) return undefined;
  const { leftWrist, rightWrist, leftElbow, rightElbow, leftShoulder, rightShoulder } = body.points;
  const reach = (elbow: typeof leftElbow, wrist: typeof leftWrist): { x: number; y: number } | undefined => {
    if (!wrist || wrist.score < 0.2) return undefined;
    // The palm lies beyond the wrist, a quarter of the forearm further.
    return elbow ? { x: wrist.x + (wrist.x - elbow.x) * 0.25, y: wrist.y + (wrist.y - elbow.y) * 0.25 } : wrist;
  };
  if (anchor === 'leftHand') return reach(leftElbow, leftWrist);
  if (anchor === 'rightHand') return reach(rightElbow, rightWrist);
  if (anchor === 'shoulders' && leftShoulder && rightShoulder) {
    const left = leftShoulder.x > rightShoulder.x === side > 0 ? leftShoulder : rightShoulder;
    const other = left === leftShoulder ? rightShoulder : leftShoulder;
    return { x: left.x * 0.93 + other.x * 0.07, y: left.y * 0.95 + other.y * 0.05 - Math.abs(left.x - other.x) * 0.05 };
  }
  return undefined;
}

/** Where an anchor is in a head's space when the body tells nothing better; the foot of what is put there. */
function placeOn(
  anchor: Anchor,
  side: number,
  size: ReturnType<typeof sizeOf>,
  hairTop: number,
  heightCm: number,
): readonly [number, number, number] {
  const middle = heightCm / 2;
  switch (anchor) {
    case 'eyes':
      return [0, size.eyeY - middle, 1];
    case 'mouth':
      return [0, size.mouthY - middle, size.mouthZ + 1];
    case 'ears':
      return [side * (size.earX + 0.5), size.noseY - heightCm, size.earZ];
    case 'neck':
      return [0, size.chinY - 4 - heightCm, -5];
    case 'chest':
      return [0, size.chinY - 13 - middle, -4];
    case 'shoulders':
      return [side * 15, size.chinY - 8, -8];
    case 'leftHand':
      return [20, size.chinY - 26, 0];
    case 'rightHand':
      return [-20, size.chinY - 26, 0];
    case 'beside':
      return [side * (24 + heightCm * 0.3), size.chinY - 14, -6];
    default:
      return [0, hairTop - 1.2, size.earZ];
  }
}

function sideWithRoom({ model: { box } }: Carrier, { width }: Survey): number {
  return box.x + box.width / 2 < width / 2 ? 1 : -1;
}

/**
 * A thing that was seen, by its label or else by what is there.
 * @throws {EditError} when nothing fits.
 */
export function findThing(survey: Survey, object: AddedObject, target: Target | undefined): number {
  const model = survey.frames[survey.representative.index]!;
  const fits = (thing: Thing | undefined): thing is Thing =>
    thing !== undefined &&
    (target?.label !== undefined
      ? thing.label === target.label || (isAnimal(thing.label) && target.kind === 'animal')
      : target === undefined || target.kind === 'animal' || target.kind === 'subject'
        ? thing.label !== 'person'
        : false);
  const found = model.things.map((thing, i) => ({ thing, i })).filter(({ thing }) => fits(thing));
  if (found.length === 0) {
    const seen = [...new Set(model.things.flatMap((thing) => (thing ? [thing.label] : [])))];
    throw new EditError(
      `"${target?.word ?? 'Something'}" was looked for, to put the ${object.word} there, and was not found. ` +
        (seen.length > 0 ? `What was seen: ${seen.join(', ')}. ` : '') +
        'Name something that is seen clearly, or say where in the frame the object should be, such as "bottom right".',
    );
  }
  const middle = (box: Box): number => box.x + box.width / 2;
  const sorted = found.toSorted((a, b) => {
    if (target?.side === 'left') return middle(a.thing!.box) - middle(b.thing!.box);
    if (target?.side === 'right') return middle(b.thing!.box) - middle(a.thing!.box);
    return b.thing!.score * b.thing!.box.width - a.thing!.score * a.thing!.box.width;
  });
  return sorted[0]!.i;
}

const ANIMALS: ReadonlySet<string> = new Set([
  'bird',
  'cat',
  'dog',
  'horse',
  'sheep',
  'cow',
  'elephant',
  'bear',
  'zebra',
  'giraffe',
]);

export function isAnimal(label: string): boolean {
  return ANIMALS.has(label);
}

/** A place on or beside a thing that was seen. */
export function spotAtThing(
  survey: Survey,
  thing: number,
  anchor: Anchor,
  copy: number,
  count: number,
  pixelsPerCm: number,
  widthCm: number,
): SpotLine {
  const reference = survey.frames[survey.representative.index]!.things[thing]!.box;
  const isLeft = reference.x + reference.width / 2 > survey.width / 2;
  const along = count > 1 ? (copy + 0.5) / count : 0.5;
  return {
    isStanding: true,
    isSky: false,
    at(index) {
      const one = survey.frames[index]?.things[thing];
      if (!one) return undefined;
      const { box } = one;
      const grown = box.width / reference.width;
      const cm = pixelsPerCm * grown;
      const away = (box.width / 2 + widthCm * cm * (0.55 + copy)) * (isLeft ? -1 : 1);
      const spot =
        anchor === 'beside'
          ? { x: box.x + box.width / 2 + away, y: box.y + box.height * 0.97 }
          : { x: box.x + box.width * (0.15 + 0.7 * along), y: box.y + Math.min(box.height * 0.16, box.width * 0.12) };
      return { ...spot, pixelsPerCm: cm, turn: 0, presence: Math.min(1, one.score * 3) };
    },
  };
}

/** A place of the frame that keeps still in the scene while the camera moves. */
export function spotInFrame(
  survey: Survey,
  place: FramePlace,
  copy: number,
  count: number,
  widthPixels: number,
  heightPixels: number,
  pixelsPerCm: number,
): SpotLine {
  const { width, height } = survey;
  const water = place === 'water' ? waterPlace(survey, copy, count) : undefined;
  const [u, v] = PLACES[place];
  const spread = count > 1 ? ((copy + 0.5) / count - 0.5) * Math.min(0.8, 0.3 * count) : 0;
  const margin = Math.min(width, height) * 0.04;
  const wish = water ? water.x : (u + spread) * width;
  const wave = count > 1 && place === 'sky' ? Math.sin(copy * 2.4) * 0.05 * height : 0;
  const foot = water
    ? water.y
    : place === 'ground' || place.startsWith('bottom')
      ? height * 0.94
      : v * height + heightPixels / 2 + wave;
  const y = Math.min(height - margin * 0.5, Math.max(margin + heightPixels, foot));
  const isFree = place === 'sky' || place === 'ground' || place === 'top' || place === 'bottom';
  const within = (at: number): number =>
    Math.min(width - margin - widthPixels / 2, Math.max(margin + widthPixels / 2, at));
  const x = within(isFree ? besideFaces(survey, wish, y, widthPixels, heightPixels) : wish);
  return {
    isStanding: place === 'ground' || place.startsWith('bottom'),
    isSky: place === 'sky',
    at(index) {
      const frame = survey.frames[index];
      if (!frame) return undefined;
      const { a, b, tx, ty } = frame.camera;
      return {
        x: a * x - b * y + tx,
        y: b * x + a * y + ty,
        pixelsPerCm: pixelsPerCm * Math.hypot(a, b),
        turn: Math.atan2(b, a),
        presence: 1,
      };
    },
  };
}

/**
 * A place in the water, a little nearer than its middle.
 * @throws {EditError} when no water is seen.
 */
function waterPlace({ representative: { sight } }: Survey, copy: number, count: number): { x: number; y: number } {
  const { water } = sight.regions;
  if (!water)
    throw new EditError(
      'No water was found in the picture. Say where in the frame the object should be, such as "bottom right".',
    );
  const { x, y, spread } = placeInside(water, (copy + 0.5) / count);
  return { x: x * sight.width, y: (y + 0.12 * spread) * sight.height };
}

/** The nearest place along the frame where something hides no face. */
function besideFaces(survey: Survey, wish: number, foot: number, wide: number, high: number): number {
  const faces = survey.frames[survey.representative.index]!.faces.filter((face) => face !== undefined);
  const hides = (x: number): boolean =>
    x < wide / 2 ||
    x > survey.width - wide / 2 ||
    faces.some(({ box }) => {
      const reach = box.width * 0.75 + wide / 2;
      return (
        Math.abs(box.x + box.width / 2 - x) < reach &&
        foot > box.y - box.height * 0.4 &&
        foot - high < box.y + box.height * 1.1
      );
    });
  for (let away = 0; away < survey.width; away += survey.width / 40)
    for (const x of [wish + away, wish - away]) if (!hides(x)) return x;
  return wish;
}

const PLACES: Readonly<Record<FramePlace, readonly [number, number]>> = {
  left: [0.17, 0.5],
  right: [0.83, 0.5],
  center: [0.5, 0.5],
  top: [0.5, 0.16],
  bottom: [0.5, 0.86],
  topLeft: [0.16, 0.18],
  topRight: [0.84, 0.18],
  bottomLeft: [0.17, 0.86],
  bottomRight: [0.83, 0.86],
  sky: [0.62, 0.2],
  ground: [0.68, 0.9],
  water: [0.5, 0.8],
};

export function isFramePlace(anchor: Anchor): anchor is FramePlace {
  return anchor in PLACES;
}
