import type { TaskHandler } from '@openimagine/media';
import type { ShownFrame, SurveyNeeds } from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import type { FrameRange } from '../works/film.ts';
import { createEditorKeeper, type EditOrder } from './edit-order.ts';
import { editSegment } from './edit-segment.ts';
import { editSound, type SoundOrder } from './edit-sound.ts';
import { editStill, type StillOrder } from './edit-still.ts';
import { lookThrough } from './look-through.ts';
import type { BestFrame } from './see-clip.ts';
import { glanceAt, orRefuse, type ReadOrder, readOrder, surveyClip } from './survey-clip.ts';
import { type TrackOrder, trackClip } from './track-clip.ts';

export interface LookOrder {
  readonly order: EditOrder;
  readonly range: FrameRange;
  readonly needs: SurveyNeeds;
}

export interface GlanceOrder {
  readonly order: EditOrder;
  readonly frameCount: number;
}

export interface SurveyOrder {
  readonly order: EditOrder;
  readonly read: ReadOrder;
  readonly best: BestFrame;
  readonly isFollowed: boolean;
}

export interface SegmentOrder {
  readonly order: EditOrder;
  readonly shown: readonly ShownFrame[];
}

/** Clips and pictures that are edited. */
export function editingTasks(studio: Studio): Readonly<Record<string, TaskHandler>> {
  const editorOf = createEditorKeeper(studio);
  return {
    'read-edit': (input) => orRefuse(() => readOrder(studio, input as EditOrder)),
    /** Without detectors: where only the camera is to be followed. */
    'look-through'(input, { progress }) {
      const { order, range, needs } = input as LookOrder;
      return lookThrough(order, range, needs, () => progress(1));
    },
    glance(input) {
      const { order, frameCount } = input as GlanceOrder;
      return orRefuse(() => glanceAt(order, frameCount));
    },
    'track-clip': (input) => trackClip(input as TrackOrder),
    'survey-clip'(input) {
      const { order, read, ...found } = input as SurveyOrder;
      return orRefuse(() => surveyClip(order, read, found, editorOf));
    },
    async 'edit-segment'(input, { progress }) {
      const { order, shown } = input as SegmentOrder;
      return editSegment(order, await editorOf(order), shown, () => progress(1));
    },
    'edit-sound': (input) => editSound(input as SoundOrder),
    'edit-still': (input) => orRefuse(() => editStill(studio, input as StillOrder)),
  };
}
