import type { Endpoint } from '@openimagine/contract';
import { encodeJpeg } from '@openimagine/media';
import { makeFilm } from './make-film.ts';
import type { TestDoor } from './test-door.ts';
import type { TestEngine } from './test-engine.ts';
import { until } from './test-server.ts';

/** Makes real things of one team, by its key. */
export interface ThingMaker {
  /** Of any parameter of a path. @throws {Error} for one that nothing makes. */
  make(parameter: string): Promise<string>;
  image(): Promise<string>;
  film(): Promise<string>;
  text(content: string): Promise<string>;
  /** Takes whatever it is told. */
  readonly hookUrl: string;
  /** A video that does not end. */
  pendingVideo(): Promise<string>;
}

/** What the matrix has to know of an endpoint besides its row in the contract. */
export interface RouteRow {
  /** A body that works, and names things of the team wherever it can. */
  readonly body?: (things: ThingMaker) => Promise<object>;
  /** Of the call by whom it is for. Default 200. */
  readonly ownStatus?: number;
  /** Where that call needs another thing than the rest of the row, the values of its path. */
  readonly ownValues?: (things: ThingMaker) => Promise<Readonly<Record<string, string>>>;
}

const none: RouteRow = {};

/** By `operationId`. */
export const ROUTE_ROWS: Readonly<Record<string, RouteRow>> = {
  createImage: { body: async ({ image }) => ({ prompt: 'a fox', image: { file_id: await image() } }) },
  editImage: { body: async ({ image }) => ({ prompt: 'a fox', images: [{ file_id: await image() }] }) },
  // The engine of these tests shows no scenes.
  readScene: { body: async () => ({ prompt: 'a fox' }), ownStatus: 400 },
  createVideo: { body: async ({ image }) => ({ prompt: 'a fox', duration: 1, image: { file_id: await image() } }) },
  editVideo: { body: async ({ film }) => ({ prompt: 'in the rain', video: { file_id: await film() } }) },
  extendVideo: { body: async ({ film }) => ({ prompt: 'it ends', duration: 1, video: { file_id: await film() } }) },
  getVideo: none,
  cancelVideo: { ownValues: async ({ pendingVideo }) => ({ request_id: await pendingVideo() }) },
  watchVideo: none,
  createOpenAiVideo: {
    body: async ({ image }) => ({ prompt: 'a fox', seconds: '4', input_reference: { file_id: await image() } }),
  },
  listOpenAiVideos: none,
  readVideo: none,
  // The films of the engine of these tests are text, which cannot be edited.
  remixVideo: { body: async () => ({ prompt: 'in the rain' }), ownStatus: 400 },
  listGenerations: none,
  getGeneration: none,
  uploadFile: { body: async () => form('a file', 'a.txt', 'text/plain') },
  listFiles: none,
  getFile: none,
  readFile: none,
  deleteFile: none,
  publishFile: { body: async () => ({}) },
  revokeFile: none,
  createBatch: {
    body: async ({ text }) => ({ name: 'of a file', input_file_id: await text(BATCH_LINE) }),
  },
  listBatches: none,
  getBatch: none,
  cancelBatch: none,
  addBatchRequests: {
    body: async ({ image }) => ({
      batch_requests: [{ batch_request: { image_edit: { prompt: 'a fox', image: { file_id: await image() } } } }],
    }),
  },
  listBatchRequests: none,
  listBatchResults: none,
  createWebhookEndpoint: { body: async ({ hookUrl }) => ({ url: hookUrl }) },
  listWebhookEndpoints: none,
  getWebhookEndpoint: none,
  deleteWebhookEndpoint: none,
  rotateWebhookEndpointSecret: none,
  disableWebhookEndpoint: none,
  enableWebhookEndpoint: none,
  getWebhookSecret: none,
  rotateWebhookSecret: none,
  listWebhookMessages: none,
  getWebhookMessage: none,
  replayWebhookMessage: none,
  listModels: none,
  getModel: none,
  listImageModels: none,
  getImageModel: none,
  listVideoModels: none,
  getVideoModel: none,
  listLanguageModels: none,
  listEmbeddingModels: none,
  getApiKey: none,
  listTeams: none,
  createTeam: { body: async () => ({ name: 'new' }) },
  validateManagementKey: none,
  listKeys: none,
  createKey: { body: async () => ({ name: 'new' }) },
  getKey: none,
  changeKey: { body: async () => ({ name: 'renamed' }) },
  rotateKey: none,
  revokeKey: none,
  getClock: none,
  advanceClock: { body: async () => ({ advance_seconds: 0.001 }) },
  getHealth: none,
  getReadiness: none,
  getMetrics: none,
};

const BATCH_LINE = JSON.stringify({
  custom_id: 'one',
  method: 'POST',
  url: '/v1/images/generations',
  body: { prompt: 'a fox' },
});

/** Whose value is nobody's own. */
export const SHARED_PARAMETERS: readonly string[] = ['model_id'];

/** The names of the parameters of a path. */
export function parametersOf({ path }: Endpoint): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}

/** @param team Whose things they are, how to make a key of it, and who hears of them. */
export async function createThingMaker(
  { send, post }: Pick<TestDoor, 'send' | 'post'>,
  engine: TestEngine,
  team: { readonly id: string; readonly hookUrl: string; newKeyId(): Promise<string> },
): Promise<ThingMaker> {
  const jpeg = await encodeJpeg({ width: 30, height: 20, rgba: new Uint8Array(2400).fill(200) });
  const mp4 = await makeFilm({ width: 64, height: 36, seconds: 2, audio: false });

  const upload = async (content: Uint8Array | string, name: string, mime: string): Promise<string> =>
    idOf(await send('/v1/files', { method: 'POST', body: form(content, name, mime) }), 'id');
  const video = async (): Promise<string> =>
    idOf(await post('/v1/videos/generations', { prompt: 'a fox', duration: 1 }), 'request_id');
  const doneVideo = async (): Promise<string> => {
    const id = await video();
    await until(async () => ((await (await send(`/v1/videos/${id}`)).json()) as { status: string }).status === 'done');
    return id;
  };
  const endpoint = async (): Promise<string> => idOf(await post('/v1/webhook-endpoints', { url: team.hookUrl }), 'id');
  const batch = async (): Promise<string> => idOf(await post('/v1/batches', { name: 'a batch' }), 'batch_id', 'id');

  const MAKERS: Readonly<Record<string, () => Promise<string>>> = {
    request_id: doneVideo,
    generation_id: doneVideo,
    file_id: () => upload(jpeg, 'a.jpg', 'image/jpeg'),
    batch_id: batch,
    endpoint_id: endpoint,
    message_id: async () => {
      const endpointId = await endpoint();
      await doneVideo();
      for (;;) {
        const list = await send(`/v1/webhook-messages?endpoint_id=${endpointId}&status=delivered`);
        const { data } = (await list.json()) as { data: { id: string }[] };
        if (data[0] !== undefined) return data[0].id;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    model_id: async () => 'grok-imagine-image',
    team_id: async () => team.id,
    api_key_id: () => team.newKeyId(),
  };
  return {
    make: (parameter) => {
      const maker = MAKERS[parameter];
      if (maker === undefined)
        throw new Error(`Nothing makes a {${parameter}}: add it to MAKERS in packages/server/test/route-rows.ts.`);
      return maker();
    },
    hookUrl: team.hookUrl,
    image: () => upload(jpeg, 'a.jpg', 'image/jpeg'),
    film: () => upload(mp4, 'a.mp4', 'video/mp4'),
    text: (content) => upload(content, 'a.jsonl', 'application/jsonl'),
    async pendingVideo() {
      engine.behave({ type: 'waiting' });
      return await video();
    },
  };
}

function form(content: Uint8Array | string, name: string, mime: string): FormData {
  const data = new FormData();
  data.append('file', new Blob([typeof content === 'string' ? content : Buffer.from(content)], { type: mime }), name);
  return data;
}

async function idOf(response: Response, ...names: readonly string[]): Promise<string> {
  const body = (await response.json()) as Record<string, unknown>;
  const id = names.map((name) => body[name]).find((value) => typeof value === 'string');
  if (typeof id === 'string') return id;
  throw new Error(`${response.url} answered ${response.status} without ${names.join(' or ')}: ${JSON.stringify(body)}`);
}
