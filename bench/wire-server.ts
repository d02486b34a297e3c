/** Servers for the wire's benchmarks, one a process: `node bench/wire-server.ts ours|cold|emulator|mock|bare`. Prints a line of JSON when ready. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import type { Engine, EngineRequest } from '@openimagine/engines';
import { newFolder } from '../e2e/server-process.ts';
import { ensureManagementKey } from '../packages/server/src/accounts/management-key.ts';
import { createContext } from '../packages/server/src/context.ts';
import { openHttpServer } from '../packages/server/src/http/http-server.ts';
import type { OutputFinisher } from '../packages/server/src/jobs/finish-output.ts';

const KEY = 'a-key-of-the-benchmarks';
const [kind = 'ours', dataDir = await newFolder()] = process.argv.slice(2);

/** Does no work, so that what is measured is the server. */
const zeroWork: Engine = {
  name: 'zero-work',
  health: async () => ({ ok: true }),
  capabilities: async () => ({
    models: [],
    cancel: 'none',
    progress: 'none',
    inputs: ['bytes'],
    concurrency: { images: 4, videos: 4 },
    survivesRestart: false,
  }),
  async *run(request: EngineRequest) {
    for (let index = 0; index < request.count; index++) {
      yield {
        type: 'output',
        index,
        output: {
          mime: request.operation === 'image.generate' ? 'image/jpeg' : 'video/mp4',
          revisedPrompt: 'Nothing.',
          open: async () => new Blob(['nothing']).stream(),
        },
      };
    }
    yield { type: 'done' };
  },
};

const believing: OutputFinisher = {
  finish: async (body, mime, { width, height, seconds }) => ({
    mime: mime === 'video/mp4' ? mime : 'image/jpeg',
    width,
    height,
    durationSeconds: seconds,
    body,
    dispose: async () => undefined,
  }),
  close: async () => undefined,
};

if (kind === 'bare') {
  const body = process.argv[4] ?? '{}';
  const server = createServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
      .end(body),
  );
  server.listen(0, '127.0.0.1', () =>
    console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })),
  );
} else if (kind === 'mock') {
  const mock = new LLMock({ host: '127.0.0.1', port: 0 });
  mock.onVideo(/./, { video: { id: 'v', status: 'completed', url: 'https://example.com/v.mp4', duration: 1 } });
  mock.onImage(/./, { image: { url: 'https://example.com/i.jpg' } });
  await mock.start();
  console.log(JSON.stringify({ url: mock.url, key: KEY }));
} else {
  const context = await createContext({
    dataDir,
    presetKey: KEY,
    engines: [zeroWork],
    // What the engine makes is no media, and nothing here looks at it.
    ...(kind === 'emulator' ? { emulate: { latency: 'instant' as const } } : { media: believing }),
    settings: { queuedPerKey: 1_000_000, queuedInTotal: 1_000_000 },
  });
  if (kind === 'cold') {
    const { find } = context.generations;
    // Drops the snapshot before every poll, as if another generation were asked for each time.
    Object.assign(context.generations, {
      find: (id: string) => {
        context.generations.changed(id);
        return find(id);
      },
    });
  }
  const http = await openHttpServer(context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey: await ensureManagementKey(dataDir),
  });
  console.log(JSON.stringify({ url: http.url, key: KEY }));
}
