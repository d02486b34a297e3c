/**
 * What is where in a picture: the vocabulary of the folder. All of it is plain data that survives structured cloning,
 * so that it can be found in one process and used in another.
 */

/** A picture, 8-bit sRGB with straight alpha, rows from the top, `4 × width × height` bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A rectangle in pixels of the picture; fractions are allowed, and it may reach over the picture's edge. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How far each place belongs to something: 0 not at all, 255 wholly. It spans the whole picture, though it may have
 * fewer pixels than it; `sampleCoverage` reads it by the picture's own pixels.
 */
export interface Coverage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A face and its surface. */
export interface Face {
  readonly box: Box;
  /** 0 to 1. */
  readonly score: number;
  /**
   * 468 points, or 478 with both irises, in MediaPipe's order, each x, y, z: x and y in pixels of the picture, z in the
   * same unit, relative to the head's middle, negative towards the viewer.
   */
  readonly mesh: Float32Array;
  /** Radians; positive: the face looks to the picture's right. */
  readonly yaw: number;
  /** Radians; positive: the face looks up. */
  readonly pitch: number;
  /** Radians; positive: the head leans clockwise as the picture is seen. */
  readonly roll: number;
}

/** Joints and marks of a body; left is the person's own left. */
export const BODY_POINTS = [
  'nose',
  'leftEye',
  'rightEye',
  'leftEar',
  'rightEar',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
] as const;

export type BodyPoint = (typeof BODY_POINTS)[number];

/** Where a joint lies, in pixels of the picture, and how sure that is, 0 to 1. */
export interface BodyMark {
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

/** A person's posture; points that were not seen are absent. */
export interface Body {
  readonly box: Box;
  readonly score: number;
  readonly points: Partial<Record<BodyPoint, BodyMark>>;
}

/** Labels of things that are animals. */
export const ANIMAL_LABELS: ReadonlySet<string> = new Set([
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

/** Something with a name among COCO's 80, such as `person`, `cat` or `cup`. */
export interface Thing {
  readonly label: string;
  readonly score: number;
  readonly box: Box;
}

/** What detectors found. Each list has the best first. */
export interface Detections {
  readonly faces: readonly Face[];
  readonly bodies: readonly Body[];
  readonly things: readonly Thing[];
}

/** Detections of a picture that nobody looked at. */
export const NOTHING_DETECTED: Detections = { faces: [], bodies: [], things: [] };

/** sRGB, 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Something that shines: a lamp, a lit window, the moon, the sun, a screen. */
export interface Light {
  readonly x: number;
  readonly y: number;
  /** Of the bright part, in pixels of the picture. */
  readonly radius: number;
  readonly color: Rgb;
}

/** A point of light in a night sky, in pixels of the picture, fractions included. */
export interface Star {
  readonly x: number;
  readonly y: number;
  /** How far it stands out from the sky behind it, 0 to 1. */
  readonly brightness: number;
}

/** Regions of a picture; a region that is not there is absent, so none is ever empty. They may overlap. */
export interface Regions {
  readonly sky?: Coverage;
  readonly water?: Coverage;
  readonly ground?: Coverage;
  readonly people?: Coverage;
  /** What the picture is about: a person, an animal, a thing, cut out with soft edges. */
  readonly subject?: Coverage;
}

/** What was seen in one picture. */
export interface Sight extends Detections {
  /** Of the picture. */
  readonly width: number;
  readonly height: number;
  readonly regions: Regions;
  /** The box that the subject's cut-out fills. */
  readonly subjectBox?: Box;
  /** What the subject is, when a detector named it. */
  readonly subjectLabel?: string;
  /** 0 nearest to 255 farthest: a guess, smooth within things and with steps at the subject's edges. */
  readonly depth: Coverage;
  /** Where the ground or the water ends at the far side, in pixels of the picture. */
  readonly horizonY?: number;
  readonly lights: readonly Light[];
  readonly isNight: boolean;
  /** Of a night sky; empty by day. The brightest first. */
  readonly stars: readonly Star[];
  /** A drawing, a chart, a screenshot or a plain area rather than a photo. */
  readonly isFlat: boolean;
  /** Up to six colours, the commonest first. */
  readonly palette: readonly Rgb[];
  /** Mean luma, 0 to 1. */
  readonly brightness: number;
}
