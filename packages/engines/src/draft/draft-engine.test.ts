import { setTimeout as sleep } from 'node:timers/promises';

import { describeEngine } from '../conformance.ts';
import { createDraftEngine } from './draft-engine.ts';
import { DRAFT_IMAGE_MODEL, DRAFT_VIDEO_MODEL } from './draft-options.ts';

describeEngine('draft', async () => {
  const engine = createDraftEngine({ videoChildren: 2 });
  return {
    engine,
    imageModel: DRAFT_IMAGE_MODEL,
    videoModel: DRAFT_VIDEO_MODEL,
    async untilIdle() {
      while (engine.load().running + engine.load().waiting > 0) await sleep(5);
    },
    close: () => engine.close(),
  };
});
