import type { TaskHandler } from '@openimagine/media';
import type { ShownFrame } from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import { createEditorKeeper, type EditOrder } from './edit-order.ts';
import { editSegment } from './edit-segment.ts';
import { editSound, type SoundOrder } from './edit-sound.ts';
import { editStill, type StillOrder } from './edit-still.ts';
import { surveyClip } from './survey-clip.ts';

export interface SegmentOrder {
  readonly order: EditOrder;
  readonly shown: readonly ShownFrame[];
}

/** Clips and pictures that are edited. */
export function editingTasks(studio: Studio): Readonly<Record<string, TaskHandler>> {
  const editorOf = createEditorKeeper(studio);
  return {
    'survey-clip': (input) => surveyClip(studio, input as EditOrder, editorOf),
    async 'edit-segment'(input, { progress }) {
      const { order, shown } = input as SegmentOrder;
      return editSegment(order, await editorOf(order), shown, () => progress(1));
    },
    'edit-sound': (input) => editSound(input as SoundOrder),
    'edit-still': (input) => editStill(studio, input as StillOrder),
  };
}
