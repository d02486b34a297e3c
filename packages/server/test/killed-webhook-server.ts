import { EngineError } from '@openimagine/engines';
import { createContext } from '../src/context.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { getVideo } from '../src/operations/get-video.ts';
import { createTestEngine } from './test-engine.ts';
import { videoOrder } from './test-server.ts';

/** A server whose videos end, by failing, before it can tell of them; it says so to its parent, and waits to be killed. */
const [, , dataDir, webhookUrl] = process.argv;
const context = await createContext({
  dataDir: dataDir!,
  engines: [createTestEngine({ behaviours: [{ type: 'failing', error: new EngineError('invalid_request', 'No.') }] })],
  presetKey: 'a-key-of-the-tests',
  allowPrivateFetch: true,
});
const caller = await context.keys.authenticate('a-key-of-the-tests');
const ids: string[] = [];
for (let index = 0; index < 5; index++) {
  const { requestId } = await createVideo(context, caller, videoOrder({ seed: index, webhook_url: webhookUrl }), {});
  ids.push(requestId);
}
const isDone = async (id: string): Promise<boolean> => (await getVideo(context, caller, id)).status !== 'pending';
for (const id of ids) while (!(await isDone(id))) await new Promise((resolve) => setTimeout(resolve, 5));
process.send?.(ids);
