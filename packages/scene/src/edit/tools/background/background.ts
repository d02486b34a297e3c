import type { Picture } from '../../../vision/sight.ts';
import type { Background, Target } from '../../operation.ts';
import { EditError, type EditMoment, type ToolContext, type ToolMaker } from '../../tool.ts';
import { fillPlane } from '../matte/fill-plane.ts';
import { findTarget } from '../matte/find-target.ts';
import { innerColors } from '../matte/inner-colors.ts';
import { createMatte } from '../matte/matte.ts';
import { blurPlane, colorPlanes, createPlane, type Plane, samplePlane, smallSize } from '../matte/plane.ts';
import { coverSize } from '../matte/scale-picture.ts';

const SMALL = 320;
const BLUR_RADIUS = 9;
const PERSON: Target = { word: 'person', kind: 'person', label: 'person' };
const SUBJECT: Target = { word: 'subject', kind: 'subject' };

/** Puts something else behind what the picture is about. */
export const makeBackground: ToolMaker<'background'> = ({ background }, context) => {
  const { survey } = context;
  const { picture, sight } = survey.representative;
  const found = findForeground();
  const matte = createMatte(survey, found);
  const drawn = drawBackground(background, context);
  return {
    apply(frame, moment) {
      const alpha = matte.at(frame, moment);
      compose(frame, alpha, drawn ? behind(drawn, moment) : blurBehind(frame, alpha));
      return { x: 0, y: 0, width: frame.width, height: frame.height };
    },
  };

  function findForeground() {
    for (const target of [PERSON, SUBJECT]) {
      try {
        return findTarget(target, picture, sight, 'the picture');
      } catch (error) {
        if (!(error instanceof EditError)) throw error;
      }
    }
    throw new EditError(
      'Nothing stands out from the background: no person, animal or thing was found to keep. Use a picture with a clear subject.',
    );
  }

  /** It moves with the camera, as if it were far away. */
  function behind(still: Picture, { index }: EditMoment): Layer {
    const { tx, ty } = survey.frames[Math.min(index, survey.frames.length - 1)]!.camera;
    const limit = (value: number, size: number): number => Math.max(-0.04 * size, Math.min(0.04 * size, value * 0.4));
    return { picture: still, dx: limit(tx, still.width), dy: limit(ty, still.height) };
  }
};

interface Layer {
  readonly picture: Picture;
  readonly dx: number;
  readonly dy: number;
}

/** @returns Undefined: the picture's own background, out of focus. @throws {EditError} when it cannot be drawn. */
function drawBackground(background: Background, { survey, images, assets }: ToolContext): Picture | undefined {
  const { width, height } = survey;
  switch (background.kind) {
    case 'blur':
      return undefined;
    case 'color':
      return plain(background.color, width, height);
    case 'image': {
      const image = images[background.image];
      if (!image) throw new EditError(`There is no picture <IMAGE_${background.image}> to be the background.`);
      return coverSize(image, width, height);
    }
    case 'scene': {
      const scene = assets.paintScene(background.prompt, width, height);
      if (!scene) throw new EditError(`The background "${background.prompt}" could not be drawn.`);
      return coverSize(scene, width, height);
    }
  }
}

function plain(color: string, width: number, height: number): Picture {
  const value = Number.parseInt(color.slice(1), 16);
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < rgba.length; at += 4) rgba.set([value >> 16, (value >> 8) & 255, value & 255, 255], at);
  return { width, height, rgba };
}

/** Averages of what lies behind alone, so that the subject leaves no halo. */
function blurBehind(frame: Picture, alpha: Uint8Array): Layer {
  const { width, height } = smallSize(frame, SMALL);
  const [red, green, blue] = colorPlanes(frame, width, height);
  const weight = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at =
        Math.floor(((y + 0.5) * frame.height) / height) * frame.width + Math.floor(((x + 0.5) * frame.width) / width);
      weight.data[y * width + x] = (1 - alpha[at]! / 255) ** 2;
    }
  }
  const spread = blurTwice(weight);
  const planes = [red, green, blue].map((plane) => {
    const weighted = createPlane(width, height);
    for (let i = 0; i < weighted.data.length; i++) weighted.data[i] = plane.data[i]! * weight.data[i]!;
    const sum = blurTwice(weighted);
    const known = createPlane(width, height);
    for (let i = 0; i < sum.data.length; i++) {
      known.data[i] = Math.min(1, spread.data[i]! * 50);
      sum.data[i]! /= Math.max(1e-4, spread.data[i]!);
    }
    return fillPlane(sum, known);
  });
  return { picture: enlarge(planes, frame.width, frame.height), dx: 0, dy: 0 };
}

function blurTwice(plane: Plane): Plane {
  return blurPlane(blurPlane(plane, BLUR_RADIUS), BLUR_RADIUS >> 1);
}

function enlarge(planes: readonly Plane[], width: number, height: number): Picture {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      planes.forEach((plane, channel) => {
        const value = samplePlane(
          plane,
          ((x + 0.5) * plane.width) / width - 0.5,
          ((y + 0.5) * plane.height) / height - 0.5,
        );
        rgba[at + channel] = value * 255 + 0.5;
      });
    }
  }
  return { width, height, rgba };
}

/** Soft edges hold the old background's colour; there the subject's own, from farther in, takes its place. */
function compose(frame: Picture, alpha: Uint8Array, { picture, dx, dy }: Layer): void {
  const inner = innerColors(frame, alpha, SMALL);
  const { width, height, rgba } = frame;
  for (let y = 0; y < height; y++) {
    const row = Math.max(0, Math.min(picture.height - 1, Math.round(y - dy)));
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const share = alpha[at]! / 255;
      if (share >= 0.995) continue;
      const column = Math.max(0, Math.min(picture.width - 1, Math.round(x - dx)));
      const from = (row * picture.width + column) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const to = at * 4 + channel;
        const back = picture.rgba[from + channel]!;
        if (share <= 0.005) {
          rgba[to] = back;
          continue;
        }
        const plane = inner[channel]!;
        const own =
          samplePlane(plane, ((x + 0.5) * plane.width) / width - 0.5, ((y + 0.5) * plane.height) / height - 0.5) * 255;
        const clean = own + (rgba[to]! - own) * share;
        rgba[to] = clean * share + back * (1 - share) + 0.5;
      }
    }
  }
}
