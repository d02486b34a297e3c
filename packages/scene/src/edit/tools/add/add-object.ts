import type { Box } from '../../../vision/sight.ts';
import type { EditOperation } from '../../operation.ts';
import type { ToolContext, ToolMaker } from '../../tool.ts';
import { findCarriers } from './carriers.ts';
import { type Exhibit, showExhibit } from './exhibit.ts';
import { putOnHead } from './head-object.ts';
import { headModelOf, neckModelOf } from './models/models.ts';
import { hangOnNeck } from './neck-object.ts';
import { placeThing } from './place-thing.ts';

/** Puts an object on somebody, on something or into the frame, and keeps it there through the clip. */
export const addObject: ToolMaker<'add'> = (operation, context) => {
  const exhibits = exhibitsOf(operation, context);
  return {
    apply(frame, moment) {
      let touched: Box | undefined;
      for (const exhibit of exhibits) touched = union(touched, showExhibit(exhibit, frame, moment));
      return touched;
    },
  };
};

function exhibitsOf(
  operation: Extract<EditOperation, { readonly kind: 'add' }>,
  context: ToolContext,
): readonly Exhibit[] {
  const { object, anchor, carrier, count } = operation;
  const onHead = headModelOf(object, anchor);
  const onNeck = neckModelOf(object);
  if (!onHead && !onNeck) return placeThing(operation, context);
  const carriers = findCarriers(context.survey, object, anchor, carrier, count);
  if (onHead) return carriers.map((one) => putOnHead(one, context, onHead));
  return carriers.map((one) => hangOnNeck(one, context, onNeck!));
}

function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
