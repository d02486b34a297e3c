import type { Body, Detections, Face, Picture, Thing } from '@openimagine/scene';
import { containsBox, growBox, overlapOfBoxes } from './boxes.ts';
import { type Crop, cropPicture } from './crop-picture.ts';
import { type HumanLibrary, openHumanLibrary } from './human-library.ts';
import { isClearFace, isOfAnimal, isPlausibleBody, isPlausibleFace, keepBest } from './plausible.ts';
import { readBodies, readFaces, readThings } from './read-findings.ts';

/** What to look for; what is not named is not looked for. */
export interface DetectionWish {
  readonly faces?: boolean;
  readonly bodies?: boolean;
  readonly things?: boolean;
  /** 8 by default. */
  readonly facesMax?: number;
}

/** Finds people, animals and things by small neural models that come with packages. The same picture gives the same. */
export interface Detectors {
  /**
   * Looks at a whole picture, each on its own: nothing is remembered from the one before.
   * @param wish Everything by default.
   */
  detect(picture: Picture, wish?: DetectionWish): Promise<Detections>;
  /** Looks for a face near where it was in the frame before; cheaper than looking everywhere. */
  followFace(picture: Picture, last: Face): Promise<Face | undefined>;
  /** Looks for a body near where it was in the frame before: a fifth of the time of looking everywhere. */
  followBody(picture: Picture, last: Body): Promise<Body | undefined>;
}

/** Faces lose little at this size, and the models shrink the picture further anyway. */
const LOOK_LONGEST = 960;
/** Bodies of further persons are looked for in their own boxes, which costs as much for each. */
const PERSONS_MAX = 4;
const FOLLOW_LONGEST = 256;
/** Nothing can be found in fewer pixels a side, and the models cannot take them. */
const SIDE_MIN = 16;
const EVERYTHING: DetectionWish = { faces: true, bodies: true, things: true };

let shared: Promise<Detectors> | undefined;

/**
 * Loads the models, once a process. Belongs into a process that may die: they are strangers' code.
 * Calls are answered one after the other.
 */
export function openDetectors(): Promise<Detectors> {
  shared ??= openHumanLibrary().then((library) => new HumanDetectors(library));
  return shared;
}

class HumanDetectors implements Detectors {
  readonly #library: HumanLibrary;
  #last: Promise<unknown> = Promise.resolve();

  constructor(library: HumanLibrary) {
    this.#library = library;
  }

  detect(picture: Picture, wish: DetectionWish = EVERYTHING): Promise<Detections> {
    return this.#inTurn(() => this.#detect(picture, wish));
  }

  followFace(picture: Picture, last: Face): Promise<Face | undefined> {
    return this.#inTurn(() => this.#lookAgain(picture, last));
  }

  followBody(picture: Picture, last: Body): Promise<Body | undefined> {
    return this.#inTurn(async () => {
      const crop = cropPicture(picture, growBox(last.box, 0.25), FOLLOW_LONGEST, FOLLOW_LONGEST);
      if (Math.min(crop.width, crop.height) < SIDE_MIN) return undefined;
      const wish = { faces: false, bodies: true, things: false, facesMax: 1 };
      const bodies = readBodies(await this.#library.look(crop.rgb, crop, wish), crop);
      return bodies.find((body) => overlapOfBoxes(body.box, last.box) > 0.3);
    });
  }

  async #detect(picture: Picture, wish: DetectionWish): Promise<Detections> {
    const { faces = false, bodies = false, things = false, facesMax = 8 } = wish;
    if (Math.min(picture.width, picture.height) < SIDE_MIN) return { faces: [], bodies: [], things: [] };
    const crop = cropPicture(picture, { x: 0, y: 0, width: picture.width, height: picture.height }, LOOK_LONGEST);
    if (Math.min(crop.width, crop.height) < SIDE_MIN) return { faces: [], bodies: [], things: [] };
    // Persons and animals among the things tell which faces and bodies to believe, and where to look closer.
    const seen = await this.#library.look(crop.rgb, crop, { faces, bodies, things: true, facesMax });
    const named = keepBest(readThings(seen, crop), 0.6);
    const persons = named.filter((thing) => thing.label === 'person').slice(0, PERSONS_MAX);
    const foundFaces = faces ? readFaces(seen, crop).filter(isPlausibleFace) : [];
    const foundBodies = bodies ? readBodies(seen, crop) : [];
    for (const person of persons) {
      if (faces) foundFaces.push(...(await this.#faceOf(picture, person, foundFaces)));
      if (bodies && persons.length > 1) foundBodies.push(...(await this.#bodyOf(picture, person)));
    }
    const humanFaces = keepBest(foundFaces, 0.3).filter((face) => !isOfAnimal(face, named) && isClearFace(face, named));
    const closeFaces: Face[] = [];
    // From the whole of a wide picture a large face comes out too large; from its own surroundings it fits.
    for (const face of humanFaces.slice(0, facesMax)) closeFaces.push((await this.#lookAgain(picture, face)) ?? face);
    return {
      faces: closeFaces,
      bodies: keepBest(
        foundBodies.filter((body) => isPlausibleBody(body, named, humanFaces)),
        0.4,
      ),
      things: things ? named : [],
    };
  }

  async #lookAgain(picture: Picture, last: Face): Promise<Face | undefined> {
    const crop = cropPicture(picture, growBox(last.box, 0.6), FOLLOW_LONGEST, FOLLOW_LONGEST);
    if (Math.min(crop.width, crop.height) < SIDE_MIN) return undefined;
    const faces = await this.#facesIn(crop, 2);
    return faces.find((face) => overlapOfBoxes(face.box, last.box) > 0.2);
  }

  /** A face that is small in the picture is large in the upper part of its person's box. */
  async #faceOf(picture: Picture, person: Thing, known: readonly Face[]): Promise<Face[]> {
    if (known.some((face) => containsBox(person.box, face.box))) return [];
    const { x, y, width, height } = person.box;
    const side = Math.max(width, Math.min(height, width * 1.2));
    const head = { x: x + width / 2 - side / 2, y: y - side * 0.15, width: side, height: side };
    const crop = cropPicture(picture, head, 512, 256);
    return Math.min(crop.width, crop.height) < SIDE_MIN ? [] : this.#facesIn(crop, 1);
  }

  async #bodyOf(picture: Picture, person: Thing): Promise<Body[]> {
    const crop = cropPicture(picture, growBox(person.box, 0.1), 384, 192);
    if (Math.min(crop.width, crop.height) < SIDE_MIN) return [];
    const wish = { faces: false, bodies: true, things: false, facesMax: 1 };
    return readBodies(await this.#library.look(crop.rgb, crop, wish), crop);
  }

  async #facesIn(crop: Crop, facesMax: number): Promise<Face[]> {
    const wish = { faces: true, bodies: false, things: false, facesMax };
    return readFaces(await this.#library.look(crop.rgb, crop, wish), crop).filter(isPlausibleFace);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
