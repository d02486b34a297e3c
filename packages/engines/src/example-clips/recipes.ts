import { type Camera, chain } from './camera.ts';
import type { Mapping } from './sample-plate.ts';

export interface ClipRecipe {
  /** A file in examples/inputs. */
  readonly photo: string;
  /** @param seconds Since the start. @param part The same, from 0 to 1 over the length of the clip. */
  readonly camera: (seconds: number, part: number) => Camera;
  /** How what is in the photo moves: from where it is to where it was, in pixels of the photo. */
  readonly warp?: (seconds: number) => Mapping;
}

/** An ellipse around something that moves as one. */
interface Region {
  readonly x: number;
  readonly y: number;
  readonly acrossHalf: number;
  readonly downHalf: number;
}

const ASTRONAUT_HEAD: Region = { x: 228, y: 105, acrossHalf: 76, downHalf: 92 };
const ASTRONAUT_BODY: Region = { x: 205, y: 320, acrossHalf: 175, downHalf: 300 };
const ASTRONAUT_NECK = [218, 192] as const;
const ASTRONAUT_SHOULDER: Region = { x: 75, y: 310, acrossHalf: 60, downHalf: 60 };
const ADMIRAL_HEAD: Region = { x: 258, y: 175, acrossHalf: 92, downHalf: 140 };
const ADMIRAL_BODY: Region = { x: 258, y: 430, acrossHalf: 210, downHalf: 360 };
const ADMIRAL_NECK = [258, 318] as const;

export const CLIP_RECIPES = {
  /** A woman who sways, tilts her head and lifts a shoulder, held in the hand: five seconds of an ordinary video. */
  portrait: {
    photo: 'astronaut.jpg',
    camera: (seconds) => held({ x: 243, y: 144, across: 466 }, seconds, 2),
    warp: (seconds) => {
      const shoulder = turnAbout([150, 300], ASTRONAUT_SHOULDER, 4 * wave(seconds, 0.8), 1.9);
      const head = moveHead(ASTRONAUT_HEAD, ASTRONAUT_NECK, {
        degrees: 4.5 * wave(seconds, 0.4, 0.1),
        aside: 0.09 * wave(seconds, 0.3, 0.25),
        down: 0.03 * wave(seconds, 0.7),
      });
      return chain(shift(ASTRONAUT_BODY, 7 * wave(seconds, 0.3), 2 * wave(seconds, 0.6)), head, shoulder);
    },
  },
  /** Her head turns as far as a photo lets it and tilts by 10° to either side. */
  'portrait-turn': {
    photo: 'astronaut.jpg',
    camera: () => ({ x: 228, y: 141, across: 460 }),
    warp: (seconds) =>
      moveHead(ASTRONAUT_HEAD, ASTRONAUT_NECK, {
        degrees: 10 * wave(seconds, 0.25),
        aside: 0.17 * wave(seconds, 0.5),
        down: 0,
      }),
  },
  /** A second woman, with glasses and a hat, who nods; the camera comes closer. */
  admiral: {
    photo: 'admiral.jpg',
    camera: (seconds, part) => held({ x: 256, y: 166, across: 508 - 60 * part }, seconds, 1),
    warp: (seconds) =>
      chain(
        shift(ADMIRAL_BODY, 5 * wave(seconds, 0.3), 0),
        moveHead(ADMIRAL_HEAD, ADMIRAL_NECK, {
          degrees: 3 * wave(seconds, 0.35),
          aside: 0.07 * wave(seconds, 0.3, 0.25),
          down: 0.06 * wave(seconds, 0.8),
        }),
      ),
  },
  /** Roofs and a street at sunset; pans to the right. */
  street: {
    photo: 'street.jpg',
    camera: (seconds, part) => held({ x: 600 + 240 * part, y: 420, across: 1130 }, seconds, 2),
  },
  /** A temple in a park by day, from a hand that is not calm. */
  temple: {
    photo: 'temple.jpg',
    camera: (seconds, part) => held({ x: 300 + 20 * part, y: 195, across: 560 }, seconds, 5),
  },
  /** A drawn street by day with lamps, windows, cars and people; the camera goes in. */
  'drawn-street': {
    photo: 'drawn-street.jpg',
    camera: (_seconds, part) => ({ x: 640, y: 370 + 20 * part, across: 1260 - 320 * part }),
  },
  /** A lake under light clouds; pans slowly to the left. */
  lake: {
    photo: 'lake.jpg',
    camera: (_seconds, part) => ({ x: 800 - 160 * part, y: 430, across: 1250 }),
  },
  /** Beach and sea; the camera rises. */
  sea: {
    photo: 'sea.jpg',
    camera: (_seconds, part) => ({ x: 640, y: 405 - 90 * part, across: 1100 }),
  },
  /** A meadow, handheld and on the move. */
  meadow: {
    photo: 'meadow.jpg',
    camera: (seconds, part) => held({ x: 560 + 80 * part, y: 325, across: 1050 - 90 * part }, seconds, 7),
  },
  /** The face of a cat that turns its head a little. */
  cat: {
    photo: 'cat.jpg',
    camera: (seconds) => held({ x: 225, y: 145, across: 420 }, seconds, 2),
    warp: (seconds) =>
      moveHead({ x: 215, y: 120, acrossHalf: 150, downHalf: 140 }, [170, 300], {
        degrees: 2.5 * wave(seconds, 0.4),
        aside: 0.05 * wave(seconds, 0.3),
        down: 0.03 * wave(seconds, 0.5, 0.25),
      }),
  },
  /** A dog that shifts its weight and moves its head. */
  dog: {
    photo: 'dog.jpg',
    camera: (seconds) => held({ x: 480, y: 284, across: 930 }, seconds, 3),
    warp: (seconds) =>
      chain(
        shift({ x: 480, y: 420, acrossHalf: 330, downHalf: 240 }, 6 * wave(seconds, 0.4), 0),
        moveHead({ x: 800, y: 150, acrossHalf: 90, downHalf: 110 }, [740, 300], {
          degrees: 4 * wave(seconds, 0.5),
          aside: 0.06 * wave(seconds, 0.7),
          down: 0.05 * wave(seconds, 1.1),
        }),
      ),
  },
  /** A cup of coffee; the camera comes closer and turns. */
  product: {
    photo: 'coffee.jpg',
    camera: (_seconds, part) => ({ x: 320, y: 195, across: 520 - 110 * part, degrees: 7 - 14 * part }),
  },
} satisfies Record<string, ClipRecipe>;

function wave(seconds: number, hertz: number, turn = 0): number {
  return Math.sin(2 * Math.PI * (seconds * hertz + turn));
}

/** A camera held in the hand: slow drift, breath and a little tremor, never the same again within a clip. */
function held(camera: Camera, seconds: number, pixels: number): Camera {
  return {
    ...camera,
    x: camera.x + pixels * (wave(seconds, 0.47) + 0.4 * wave(seconds, 1.31, 0.2) + 0.12 * wave(seconds, 4.7, 0.6)),
    y: camera.y + pixels * (wave(seconds, 0.39, 0.4) + 0.4 * wave(seconds, 1.13, 0.7) + 0.12 * wave(seconds, 5.3, 0.1)),
    degrees: (camera.degrees ?? 0) + 0.1 * pixels * wave(seconds, 0.53, 0.3),
  };
}

/** 0 in the middle of a region, 1 at its edge, and on. */
function distanceIn({ x, y, acrossHalf, downHalf }: Region, atX: number, atY: number): number {
  return Math.hypot((atX - x) / acrossHalf, (atY - y) / downHalf);
}

/** 1 up to `from`, then smoothly down to 0 at `to`: what moves pulls its surroundings along, and nothing tears. */
function fade(distance: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (to - distance) / (to - from)));
  return t * t * (3 - 2 * t);
}

function shift(region: Region, right: number, down: number): Mapping {
  return (x, y) => {
    const weight = fade(distanceIn(region, x, y), 0.75, 1.7);
    return [x - right * weight, y - down * weight];
  };
}

function turnAbout(pivot: readonly [number, number], region: Region, degrees: number, reach: number): Mapping {
  return (x, y) => {
    const radians = (-degrees * Math.PI * fade(distanceIn(region, x, y), 0.9, reach)) / 180;
    const [right, down] = [x - pivot[0], y - pivot[1]];
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    return [pivot[0] + right * cos - down * sin, pivot[1] + right * sin + down * cos];
  };
}

/** Tilts a head about its neck, and turns and nods it as a ball would: the nose goes further than the ears. */
function moveHead(
  region: Region,
  neck: readonly [number, number],
  { degrees, aside, down }: { readonly degrees: number; readonly aside: number; readonly down: number },
): Mapping {
  const tilt = turnAbout(neck, region, degrees, 2.1);
  const turn: Mapping = (x, y) => {
    const depth = fade(distanceIn(region, x, y), 0, 1.25);
    return [x - aside * region.acrossHalf * depth, y - down * region.downHalf * depth];
  };
  return chain(tilt, turn);
}
