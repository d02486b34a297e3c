import { cutOut } from '../../../vision/cut-out.ts';
import type { Box, Picture, Sight } from '../../../vision/sight.ts';
import type { PasteOperation, Target } from '../../operation.ts';
import { EditError, type ToolContext, type ToolMaker } from '../../tool.ts';
import { type FoundTarget, findTarget } from '../matte/find-target.ts';
import { moveOf } from '../matte/follow.ts';
import { harmonize } from './harmonize.ts';
import { makeInset } from './inset.ts';
import { layDown } from './lay-down.ts';
import { liftOut, type Sticker } from './lift-out.ts';
import { type Place, placeByFrame, placeInRegion, placeInScene, regionOf } from './places.ts';
import { heightOf, supportOf } from './sizes.ts';
import { placeOnPerson } from './worn.ts';

/** Cuts something out of another input and puts it into the picture, at a size and a place that make sense there. */
export const makePaste: ToolMaker<'paste'> = (operation, context) => {
  if (operation.isWhole) return makeInset(operation, context);
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
        hasShadow: place.isFloating !== true,
        ...(place.sunk === undefined ? {} : { sunk: place.sunk }),
      });
    },
  };
};

function findAnchor({ anchor, onto }: PasteOperation, { survey }: ToolContext): FoundTarget | undefined {
  if (anchor === undefined || regionOf(anchor)) return undefined;
  const { picture, sight } = survey.representative;
  try {
    return findTarget(anchor, picture, sight, `<IMAGE_${onto.image ?? 0}>`);
  } catch (error) {
    // What a room is about is what is meant, also when no detector has a name for it.
    const { subject } = sight.regions;
    if (error instanceof EditError && subject && sight.subjectBox) return { coverage: subject, box: sight.subjectBox };
    throw error;
  }
}

function liftSticker({ image = 1, target }: PasteOperation, { images, looks }: ToolContext): Sticker {
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
  if (!sight.isFlat)
    throw new EditError(
      `Nothing stands out in ${where} that could be cut out of it: no person, animal or thing. ` +
        'Name what is to be taken, use it as the background, or ask for the pictures side by side.',
    );
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

function placeOf(
  { onto, anchor, place, target, slot }: PasteOperation,
  sticker: Sticker,
  found: FoundTarget | undefined,
  sight: Sight,
): Place {
  if (place !== undefined) return placeByFrame(sticker, sight, place);
  const region = regionOf(anchor);
  if (region) return placeInRegion(sticker, sight, region, slot);
  if (found === undefined) {
    return onto.relation === 'nextTo' && sight.subjectBox
      ? beside(sticker, sight.subjectBox, sight, slot)
      : placeInScene(sticker, sight, slot);
  }
  const worn =
    anchor?.kind === 'person' || anchor?.kind === 'animal' ? placeOnPerson(sticker, target, sight) : undefined;
  if (worn) return worn;
  const real = heightOf(sticker.label);
  const { box } = found;
  const support = supportOf(anchor?.label);
  // Metres by what the anchor usually measures; a sofa that the frame cuts off is wider than what is seen of it.
  const byHeight = support?.isUpright ? box.height / heightOf(anchor?.label) : 0;
  const perMetre = support
    ? Math.max(box.width / support.width, box.height / support.width, byHeight)
    : box.height / heightOf(anchor?.label);
  const height = Math.min(0.9 * sight.height, Math.max(0.06 * sight.height, real * perMetre));
  const along = slot && slot.count > 1 ? 0.15 + (0.7 * (slot.index + 0.5)) / slot.count : 0.5;
  const middle = Math.min(sight.width, box.x + box.width) * along + Math.max(0, box.x) * (1 - along);
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

/** Next to what the picture is about, as high as it is if nothing tells their true sizes. */
function beside(sticker: Sticker, box: Box, sight: Sight, slot: PasteOperation['slot']): Place {
  const ratio = (heightOf(sticker.label) / heightOf(sight.subjectLabel)) ** 0.5;
  const aspect = sticker.picture.width / sticker.picture.height;
  const isRoomRight = sight.width - (box.x + box.width) >= box.x;
  const room = Math.max(0.3 * sight.width, isRoomRight ? sight.width - (box.x + box.width) : box.x);
  const count = slot?.count ?? 1;
  const height = Math.min(
    0.85 * sight.height,
    box.height * Math.min(1.2, Math.max(0.35, ratio)),
    (1.1 * room) / aspect / count,
  );
  const half = (height * aspect) / 2;
  const step = (2 * half + 0.01 * sight.width) * (slot?.index ?? 0);
  const wish = isRoomRight ? box.x + box.width + 0.92 * half + step : box.x - 0.92 * half - step;
  const footX = Math.min(sight.width - half, Math.max(half, wish));
  return { footX, footY: Math.min(sight.height * 0.99, box.y + box.height), height };
}

function boxOf({ footX, footY, height }: Place, { picture }: Sticker): Box {
  const width = (height * picture.width) / picture.height;
  return { x: footX - width / 2, y: footY - height, width, height };
}
