import type { Box } from '../../../vision/sight.ts';
import { union } from '../../boxes.ts';
import type { EditOperation } from '../../operation.ts';
import { EditError, type ToolContext, type ToolMaker } from '../../tool.ts';
import { withAnimalFace } from './animal-face.ts';
import { findCarriers } from './carriers.ts';
import { type Exhibit, showExhibit } from './exhibit.ts';
import { putOnHead } from './head-object.ts';
import { headModelOf, neckModelOf } from './models/models.ts';
import { hangOnNeck } from './neck-object.ts';
import { placeThing } from './place-thing.ts';
import { shineInSky, skyLightOf } from './sky-lights.ts';

/** Puts an object on somebody, on something or into the frame, and keeps it there through the clip. */
export const addObject: ToolMaker<'add'> = (operation, context) => {
  const skyLight = skyLightOf(operation);
  if (skyLight) return shineInSky(skyLight, operation, context);
  const exhibits = exhibitsOf(operation, context);
  assertSeen(exhibits, operation, context);
  return {
    apply(frame, moment) {
      let touched: Box | undefined;
      for (const exhibit of exhibits) touched = union(touched, showExhibit(exhibit, frame, moment));
      return touched;
    },
  };
};

/** @throws {EditError} when all of it would lie outside of the frame that shows best what is there. */
function assertSeen(exhibits: readonly Exhibit[], { object }: Addition, { survey }: ToolContext): void {
  const { index, picture } = survey.representative;
  const moment = { index, seconds: survey.frames[index]!.seconds };
  const trial = { ...picture, rgba: picture.rgba.slice() };
  const shown = exhibits.filter((exhibit) => exhibit.standIn(trial, moment));
  if (shown.length === 0 || shown.some((exhibit) => showExhibit(exhibit, trial, moment))) return;
  throw new EditError(
    `There is no room in the picture for the ${object.word}: where it would be lies outside of the frame. ` +
      'Use a picture or clip that shows more, or ask for something else.',
  );
}

type Addition = Extract<EditOperation, { readonly kind: 'add' }>;

function exhibitsOf(operation: Addition, context: ToolContext): readonly Exhibit[] {
  const { object, anchor, carrier } = operation;
  const onHead = headModelOf(object, anchor);
  const onNeck = neckModelOf(object);
  if (!onHead && !onNeck) return placeThing(operation, context);
  if (carrier?.kind === 'animal') {
    const survey = withAnimalFace(context.survey, object, carrier);
    return wornBy(operation, { ...context, survey });
  }
  return wornBy(operation, context);
}

/** What the carriers wear. */
function wornBy({ object, anchor, carrier, count }: Addition, context: ToolContext): readonly Exhibit[] {
  const onHead = headModelOf(object, anchor);
  const onNeck = neckModelOf(object);
  const carriers = findCarriers(context.survey, object, anchor, carrier, count);
  if (onHead) return carriers.map((one) => putOnHead(one, context, onHead, object.word));
  return carriers.map((one) => hangOnNeck(one, context, onNeck!));
}
