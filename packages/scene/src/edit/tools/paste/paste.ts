import { cutOut } from '../../../vision/cut-out.ts';
import type { Box, Picture, Sight } from '../../../vision/sight.ts';
import type { EditOperation, Target } from '../../operation.ts';
import { EditError, type ToolContext, type ToolMaker } from '../../tool.ts';
import { type FoundTarget, findTarget } from '../matte/find-target.ts';
import { moveOf } from '../matte/follow.ts';
import { harmonize } from './harmonize.ts';
import { layDown } from './lay-down.ts';
import { liftOut, type Sticker } from './lift-out.ts';
import { heightOf, supportOf } from './sizes.ts';

type Paste = Extract<EditOperation, { readonly kind: 'paste' }>;

/** Where a sticker's foot stands, and how high it is, in pixels of the representative frame. */
interface Place {
  readonly footX: number;
  readonly footY: number;
  readonly height: number;
}

/** Cuts something out of another input and puts it into the picture, at a size and a place that make sense there. */
export const makePaste: ToolMaker<'paste'> = (operation, context) => {
  const { survey } = context;
  const { representative } = survey;
  const anchor = findAnchor(operation, context);
  const sticker = liftSticker(operation, context);
  const place = placeOf(operation, sticker, anchor, representative.sight);
  const fitted = harmonize(sticker, representative.picture, boxOf(place, sticker));
  return {
    apply(frame, moment) {
      const { a, tx, ty } = moveOf(survey, anchor?.follows, moment);
      return layDown(frame, fitted, {
        footX: a * place.footX + tx,
        footY: a * place.footY + ty,
        height: a * place.height,
      });
    },
  };
};

function findAnchor({ anchor, onto }: Paste, { survey }: ToolContext): FoundTarget | undefined {
  if (anchor === undefined) return undefined;
  const { picture, sight } = survey.representative;
  try {
    return findTarget(anchor, picture, sight, `<IMAGE_${onto.image}>`);
  } catch (error) {
    // What a room is about is what is meant, also when no detector has a name for it.
    const { subject } = sight.regions;
    if (error instanceof EditError && subject && sight.subjectBox) return { coverage: subject, box: sight.subjectBox };
    throw error;
  }
}

function liftSticker({ image, target }: Paste, { images, looks }: ToolContext): Sticker {
  const picture = images[image];
  const sight = looks?.[image];
  if (!picture || !sight) throw new EditError(`There is no picture <IMAGE_${image}> to take something from.`);
  const found = findWanted(target, picture, sight, `<IMAGE_${image}>`);
  return liftOut(picture, found, labelOf(target, sight));
}

function findWanted(target: Target | undefined, picture: Picture, sight: Sight, where: string): FoundTarget {
  if (target !== undefined) return findTarget(target, picture, sight, where);
  const { subject } = sight.regions;
  if (subject && sight.subjectBox) return { coverage: subject, box: sight.subjectBox };
  const box = {
    x: 0.1 * picture.width,
    y: 0.1 * picture.height,
    width: 0.8 * picture.width,
    height: 0.8 * picture.height,
  };
  return { coverage: cutOut(picture, { box }), box };
}

function labelOf(target: Target | undefined, sight: Sight): string | undefined {
  return target?.label ?? (target?.kind === 'person' ? 'person' : sight.subjectLabel);
}

function placeOf({ onto, anchor }: Paste, sticker: Sticker, found: FoundTarget | undefined, sight: Sight): Place {
  const real = heightOf(sticker.label);
  if (found === undefined) return placeInScene(sticker, sight);
  const { box } = found;
  const support = supportOf(anchor?.label);
  // Metres by what the anchor usually measures.
  const perMetre = support ? Math.max(box.width, box.height) / support.width : box.height / heightOf(anchor?.label);
  const height = Math.min(0.9 * sight.height, Math.max(0.06 * sight.height, real * perMetre));
  const middle = box.x + box.width / 2;
  const foot = box.y + box.height;
  switch (onto.relation) {
    case 'on':
      return { footX: middle, footY: foot - box.height * (support?.surface ?? 1), height };
    case 'in':
      return { footX: middle, footY: foot - box.height * 0.3, height: Math.min(height, 0.8 * box.height) };
    case 'nextTo': {
      const half = (height * sticker.picture.width) / sticker.picture.height / 2;
      const isRoomRight = box.x + box.width + 2 * half < sight.width || box.x < sight.width - (box.x + box.width);
      return { footX: isRoomRight ? box.x + box.width + half * 0.9 : box.x - half * 0.9, footY: foot, height };
    }
    case 'inFrontOf':
      return { footX: middle, footY: Math.min(sight.height * 0.98, foot + 0.12 * box.height), height: height * 1.15 };
    case 'behind':
      return { footX: middle + box.width * 0.2, footY: foot - 0.25 * box.height, height: height * 0.85 };
  }
}

/** Nowhere in particular: on the ground, a little below the middle, as high as people like to see a subject. */
function placeInScene(sticker: Sticker, sight: Sight): Place {
  const horizon = sight.horizonY ?? sight.height * 0.5;
  const footY = Math.min(sight.height * 0.94, horizon + (sight.height - horizon) * 0.7);
  const aspect = sticker.picture.width / sticker.picture.height;
  return { footX: sight.width / 2, footY, height: Math.min(0.5 * sight.height, (0.7 * sight.width) / aspect) };
}

function boxOf({ footX, footY, height }: Place, { picture }: Sticker): Box {
  const width = (height * picture.width) / picture.height;
  return { x: footX - width / 2, y: footY - height, width, height };
}
