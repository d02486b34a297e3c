import type { TaskHandler } from '@openimagine/media';
import { openDetectors } from '../detectors/detectors.ts';
import { lookAtPicture, type LookOrder as PictureLookOrder } from './animate-order.ts';
import type { LookOrder } from './editing-tasks.ts';
import { type LookAtEndOrder, lookAtEnd } from './extend-order.ts';
import { lookThrough } from './look-through.ts';
import { lookAtReference, type ReferenceLookOrder } from './reference-order.ts';
import { type SeeOrder, seeClip } from './see-clip.ts';

/**
 * Everything that the detectors are needed for. They and what they leave behind take 0.3 GB, which only the processes that
 * look have to have room for.
 */
export function lookingTasks(): Readonly<Record<string, TaskHandler>> {
  return {
    /** Ahead of need, while something else is done. */
    async 'open-detectors'() {
      await openDetectors();
    },
    'look-at-picture': (input) => lookAtPicture(input as PictureLookOrder),
    'look-at-reference': (input) => lookAtReference(input as ReferenceLookOrder),
    'look-at-end': (input) => lookAtEnd(input as LookAtEndOrder),
    'look-through'(input, { progress }) {
      const { order, range, needs } = input as LookOrder;
      return lookThrough(order, range, needs, () => progress(1));
    },
    'see-clip': (input) => seeClip(input as SeeOrder),
  };
}
