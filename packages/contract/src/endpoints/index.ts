import { accountEndpoints } from './account.ts';
import { batchEndpoints } from './batches.ts';
import { emulatorEndpoints } from './emulator.ts';
import type { Endpoint } from './endpoint.ts';
import { fileEndpoints } from './files.ts';
import { generationEndpoints } from './generations.ts';
import { imageEndpoints } from './images.ts';
import { keyEndpoints } from './keys.ts';
import { modelEndpoints } from './models.ts';
import { openAiVideoEndpoints } from './openai-videos.ts';
import { sceneEndpoints } from './scenes.ts';
import { systemEndpoints } from './system.ts';
import { videoEndpoints } from './videos.ts';
import { webhookEndpoints } from './webhooks.ts';

export type { Endpoint, EndpointTag } from './endpoint.ts';

/** Every endpoint, in the order of the documentation. The server registers exactly these, and a test holds the two together. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...imageEndpoints,
  ...sceneEndpoints,
  ...videoEndpoints,
  ...openAiVideoEndpoints,
  ...generationEndpoints,
  ...fileEndpoints,
  ...batchEndpoints,
  ...webhookEndpoints,
  ...modelEndpoints,
  ...accountEndpoints,
  ...keyEndpoints,
  ...emulatorEndpoints,
  ...systemEndpoints,
];
