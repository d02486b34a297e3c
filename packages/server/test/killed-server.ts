import { createContext } from '../src/context.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { createTestEngine } from './test-engine.ts';
import { videoOrder } from './test-server.ts';

/** A server that accepts three videos, begins the first, tells its parent, and waits to be killed. */
const [, , dataDir] = process.argv;
const engine = createTestEngine({ behaviours: [{ type: 'waiting', progress: 0.5 }] });
const context = await createContext({ dataDir: dataDir!, engines: [engine], presetKey: 'a-key-of-the-tests' });
const caller = await context.keys.authenticate('a-key-of-the-tests');
const ids: string[] = [];
for (let index = 0; index < 3; index++) {
  const { requestId } = await createVideo(context, caller, videoOrder({ seed: index }), {
    idempotencyKey: `video-${index}`,
  });
  ids.push(requestId);
}
while (engine.runs.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
process.send?.(ids);
