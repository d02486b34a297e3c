import { thingMetres } from '../../../actors/thing-sizes.ts';
import type { Matrix } from '../../../model/matrix.ts';
import type { Coverage } from '../../../vision/sight.ts';
import type { AddedObject, Anchor, EditOperation } from '../../operation.ts';
import { EditError, type Survey, type ToolContext } from '../../tool.ts';
import { inverse, moveX, moveY } from '../track/similarity.ts';
import { type Carrier, findCarriers } from './carriers.ts';
import { lookOf } from './clip-look.ts';
import type { Exhibit, Part } from './exhibit.ts';
import { poseOf } from './head-pose.ts';
import { estimateLight } from './light.ts';
import { BALLOON_SIZE, balloonParts } from './models/balloon.ts';
import { findThing, isFramePlace, type SpotLine, spotAtThing, spotInFrame, spotOnCarrier } from './spots.ts';
import { contactShadow, type StandingPicture, standUp } from './thing-mesh.ts';
import { flightOf, isNeonSign, paintThing, thingKey } from './thing-pictures.ts';

type Addition = Extract<EditOperation, { readonly kind: 'add' }>;

/**
 * Puts a thing into a hand, on or beside somebody or something, or at a place of the frame.
 * @throws {EditError} when there is no picture of it, or nothing to put it on.
 */
export function placeThing(operation: Addition, context: ToolContext): Exhibit[] {
  const { object, count } = operation;
  // A neon sign hangs; the ground is where things go that were given no place.
  const anchor = operation.anchor === 'ground' && isNeonSign(object) ? 'topRight' : operation.anchor;
  const shape = shapeOf(object, anchor === 'sky', context);
  const { survey } = context;
  const isOnFace =
    operation.carrier === undefined || operation.carrier.kind === 'person' || operation.carrier.kind === 'face';
  if (isFramePlace(anchor))
    return range(count).map((copy) =>
      exhibitOf(shape, inFrame(survey, anchor, shape, copy, count), copy, context, false),
    );
  const hasFace = survey.frames.some(({ faces }) => faces.some((face) => face));
  if (isOnFace && (anchor !== 'on' || hasFace)) {
    const place = anchor === 'on' ? 'head' : anchor;
    const carriers = findCarriers(survey, object, place, operation.carrier, 1);
    return range(count).map((copy) => {
      const carrier = carriers[copy % carriers.length]!;
      const cm = sizeOn(carrier, place, shape, survey);
      const spot = spotOnCarrier(carrier, place, context, copy, cm * shape.height);
      return exhibitOf(shape, spot, copy, context, true, cm);
    });
  }
  const thing = findThing(survey, object, operation.carrier);
  const { box } = survey.frames[survey.representative.index]!.things[thing]!;
  const place = anchor === 'beside' ? 'beside' : 'on';
  const size = clamp(
    box.height * (place === 'beside' ? 0.6 : 0.45) * (shape.metres / 0.3) ** 0.4,
    28,
    longestIn(survey),
  );
  return range(count).map((copy) =>
    exhibitOf(
      shape,
      spotAtThing(survey, thing, place, copy, count, size / (shape.metres * 100), shape.metres * 100 * shape.width),
      copy,
      context,
      false,
    ),
  );
}

interface ThingShape {
  /** Shares of the longer side. */
  readonly width: number;
  readonly height: number;
  /** Of the longer side, in the world. */
  readonly metres: number;
  readonly isBalloon: boolean;
  /** In widths of the frame a second, to the right and down: it flies on from where it is put. */
  readonly flight: readonly [right: number, down: number];
  /** In units of the longer side, standing on the origin. */
  readonly parts: (copy: number) => readonly Part[];
  /** How long a unit of the parts is, in longer sides. */
  readonly unit: number;
}

function shapeOf(object: AddedObject, isInAir: boolean, { assets }: ToolContext): ThingShape {
  if (object.model === 'balloon') {
    const { width, height } = BALLOON_SIZE;
    return {
      width: width / height,
      height: 1,
      metres: height / 100,
      isBalloon: true,
      flight: [0, 0],
      parts: (copy) => balloonParts(object, copy),
      unit: 1 / height,
    };
  }
  const key = thingKey(object, isInAir);
  const picture = key === undefined ? undefined : paintThing(object, key, assets);
  if (!picture || key === undefined)
    throw new EditError(
      `There is no picture of "${object.word}" to add. Name something simpler, such as a hat, a balloon, a dog or a car.`,
    );
  const standing: StandingPicture = standUp(picture);
  return {
    width: standing.width,
    height: standing.height,
    metres: thingMetres(key),
    isBalloon: false,
    flight: flightOf(isInAir ? key : undefined),
    parts: () => [standing.part],
    unit: 1,
  };
}

const CARRIED_CM_MAX = 34;
const SHOULDER_CM_MAX = 13;
/** What there is hardly room for above a head is still so large. */
const HEAD_CM_MIN = 8;

/** Centimetres that the longer side has on somebody: its true size, within what can be carried and drawn. */
function sizeOn(carrier: Carrier, anchor: Anchor, { metres, isBalloon }: ThingShape, survey: Survey): number {
  const scale = poseOf(carrier.model).scale;
  const room = carrier.model.box.y - 0.35 * carrier.model.box.height;
  const most =
    anchor === 'beside'
      ? 70
      : anchor === 'shoulders'
        ? SHOULDER_CM_MAX
        : anchor === 'head'
          ? Math.max(HEAD_CM_MIN, Math.min(CARRIED_CM_MAX, room / scale))
          : anchor === 'chest' || anchor === 'ears' || anchor === 'mouth' || anchor === 'eyes'
            ? 14
            : CARRIED_CM_MAX;
  return isBalloon
    ? clamp((survey.height * 0.95) / scale, 40, BALLOON_SIZE.height)
    : Math.min(clamp(metres * 100, Math.min(7, most), most), longestIn(survey) / scale);
}

function inFrame(
  survey: Survey,
  place: Parameters<typeof spotInFrame>[1],
  shape: ThingShape,
  copy: number,
  count: number,
): SpotLine {
  const { width, height, representative } = survey;
  const face = survey.frames[representative.index]?.faces[0];
  const { horizonY } = representative.sight;
  const short = Math.min(width, height);
  const byFace = face ? poseOf(face).scale * 100 : undefined;
  // Somebody's eyes are a metre and a half above the ground, and so is the horizon.
  const byHorizon = place === 'ground' && horizonY !== undefined ? (height * 0.94 - horizonY) / 1.5 : undefined;
  // What flies is farther away than what stands.
  const isFlying = shape.flight[0] !== 0;
  const usual = short * (isFlying ? 0.2 : place === 'water' ? 0.17 : 0.3) * (shape.metres / 0.4) ** 0.28;
  const wanted = byHorizon ?? (byFace && place !== 'sky' ? byFace : undefined);
  const size = clamp(
    wanted === undefined ? usual : wanted * shape.metres,
    short * (place === 'sky' ? 0.12 : 0.14),
    Math.min(longestIn(survey), short * 0.5),
  );
  const far = count > 1 ? 0.8 + 0.2 * Math.cos(copy * 2.1) : 1;
  return spotInFrame(
    survey,
    place,
    copy,
    count,
    size * far * shape.width,
    size * far * shape.height,
    (size * far) / (shape.metres * 100),
  );
}

/** Pictures of things have 256 pixels: larger than half as much again they look blurred. */
function longestIn({ width, height }: Survey): number {
  return Math.min(380, Math.min(width, height) * 0.62);
}

function exhibitOf(
  shape: ThingShape,
  line: SpotLine,
  copy: number,
  { survey }: ToolContext,
  isCarried: boolean,
  longCm = shape.metres * 100,
): Exhibit {
  const { picture, index, sight } = survey.representative;
  const face =
    (line.carrier?.frame === index ? line.carrier.model : undefined) ?? survey.frames[index]?.faces.find((one) => one);
  const light = estimateLight(picture, face);
  const start = line.at(index);
  const box = start
    ? { x: start.x - 150, y: start.y - 200, width: 300, height: 260 }
    : { x: 0, y: 0, width: survey.width, height: survey.height };
  const { sky } = sight.regions;
  const parts = [
    ...(line.isStanding && !shape.isBalloon ? [contactShadow(shape.width, 0.55)] : []),
    ...shape.parts(copy),
  ];
  return {
    parts,
    light,
    look: lookOf(picture, box),
    standIn(_frame, moment) {
      const spot = line.at(moment.index);
      if (!spot) return undefined;
      const long = longCm * spot.pixelsPerCm;
      // What hangs in the air is never quite still.
      const sway = shape.isBalloon ? 0.06 * Math.sin(moment.seconds * 1.7 + copy * 1.9) : 0;
      const { camera } = survey.frames[moment.index]!;
      const back = inverse(camera);
      const away = (moment.seconds - survey.frames[index]!.seconds) * survey.width;
      const x = spot.x + shape.flight[0] * away;
      const y = spot.y + shape.flight[1] * away;
      return {
        matrix: placeMatrix(x, y, long * shape.unit, spot.turn + sway),
        presence: spot.presence,
        gain: 1,
        shadows:
          isCarried && !shape.isBalloon
            ? [{ x: long * 0.02, y: long * 0.035, blur: Math.max(1, long * 0.03), strength: 0.3 }]
            : [],
        ...(line.isSky && sky
          ? {
              hiddenAt: (atX: number, atY: number) =>
                1 - coverageAt(sky, moveX(back, atX, atY) / survey.width, moveY(back, atX, atY) / survey.height),
            }
          : {}),
      };
    },
  };
}

/** @param turn Radians, clockwise. */
function placeMatrix(x: number, y: number, scale: number, turn: number): Matrix {
  const c = Math.cos(turn) * scale;
  const s = Math.sin(turn) * scale;
  return [c, -s, 0, 0, s, c, 0, 0, 0, 0, scale, 0, x, -y, 0, 1];
}

/** @param u, v In shares of the picture's sides. */
function coverageAt({ width, height, data }: Coverage, u: number, v: number): number {
  const x = Math.min(width - 1, Math.max(0, Math.round(u * width - 0.5)));
  const y = Math.min(height - 1, Math.max(0, Math.round(v * height - 0.5)));
  return data[y * width + x]! / 255;
}

function range(count: number): number[] {
  return Array.from({ length: clamp(count, 1, 12) }, (_, i) => i);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
