import type { DescMethod, DescService, MessageInitShape } from '@bufbuild/protobuf';
import { accessNeeded, type ErrorCode } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpointOfMethod } from '../src/grpc/endpoint-of-method.ts';
import { Health } from '../src/grpc/gen/grpc/health/v1/health_pb.ts';
import { ServerReflection } from '../src/grpc/gen/grpc/reflection/v1/reflection_pb.ts';
import { ServerReflection as ServerReflectionAlpha } from '../src/grpc/gen/grpc/reflection/v1alpha/reflection_pb.ts';
import { Auth } from '../src/grpc/gen/xai/api/v1/auth_pb.ts';
import { BatchMgmt } from '../src/grpc/gen/xai/api/v1/batch_pb.ts';
import { Files } from '../src/grpc/gen/xai/api/v1/files_pb.ts';
import { Image, type ImageUrlContentSchema } from '../src/grpc/gen/xai/api/v1/image_pb.ts';
import { Models } from '../src/grpc/gen/xai/api/v1/models_pb.ts';
import { Video } from '../src/grpc/gen/xai/api/v1/video_pb.ts';
import { everything, makeRefusedKeys, type RefusedKeys, someOfEach } from './refused-keys.ts';
import { createThingMaker, type ThingMaker } from './route-rows.ts';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { failureOf, type GrpcFailure, openTestGrpcDoor, type TestGrpcDoor } from './test-grpc.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** The services of the door; that there are no others is what the first test asks the door itself. */
const SERVICES: readonly DescService[] = [
  Image,
  Video,
  Files,
  BatchMgmt,
  Models,
  Auth,
  Health,
  ServerReflection,
  ServerReflectionAlpha,
];

interface Making {
  readonly things: ThingMaker;
  /** Of a batch and of a request in it. */
  readonly batchWithRequest: () => Promise<{ batchId: string; batchRequestId: string }>;
}

interface Row {
  /** A message that works, or those of a stream; names things of the team wherever it can. */
  readonly request?: (making: Making) => Promise<object | readonly object[]>;
  /** Of the call by whom it is for, where it is an error. */
  readonly own?: ErrorCode;
}

const fileId = (value: string): MessageInitShape<typeof ImageUrlContentSchema> => ({
  source: { case: 'fileId', value },
});
const file: Row = { request: async ({ things }) => ({ fileId: await things.make('file_id') }) };
const batch: Row = { request: async ({ things }) => ({ batchId: await things.make('batch_id') }) };
const none: Row = {};

/** By `Service/Method`. */
const ROWS: Readonly<Record<string, Row>> = {
  'xai_api.Image/GenerateImage': {
    request: async ({ things }) => ({ prompt: 'a fox', image: fileId(await things.image()) }),
  },
  'xai_api.Video/GenerateVideo': {
    request: async ({ things }) => ({ prompt: 'a fox', duration: 1, image: fileId(await things.image()) }),
  },
  'xai_api.Video/ExtendVideo': {
    request: async ({ things }) => ({ prompt: 'it ends', duration: 1, video: fileId(await things.film()) }),
  },
  'xai_api.Video/GetDeferredVideo': {
    request: async ({ things }) => ({ requestId: await things.make('request_id') }),
  },
  'xai_api.Files/UploadFile': {
    request: async () => [
      { chunk: { case: 'init', value: { name: 'a.txt' } } },
      { chunk: { case: 'data', value: new TextEncoder().encode('a file') } },
    ],
  },
  'xai_api.Files/ListFiles': none,
  'xai_api.Files/RetrieveFile': file,
  'xai_api.Files/DeleteFile': file,
  'xai_api.Files/RetrieveFileContent': file,
  'xai_api.Files/CreatePublicUrl': file,
  'xai_api.Files/RevokePublicUrl': file,
  'xai_api.BatchMgmt/CreateBatch': {
    request: async ({ things }) => ({ name: 'of a file', inputFileId: await things.text(BATCH_LINE) }),
  },
  'xai_api.BatchMgmt/GetBatch': batch,
  'xai_api.BatchMgmt/ListBatches': none,
  'xai_api.BatchMgmt/CancelBatch': batch,
  'xai_api.BatchMgmt/AddBatchRequests': {
    request: async ({ things }) => ({
      batchId: await things.make('batch_id'),
      batchRequests: [{ request: { case: 'imageRequest', value: { prompt: 'a fox' } } }],
    }),
  },
  'xai_api.BatchMgmt/ListBatchRequestMetadata': batch,
  'xai_api.BatchMgmt/ListBatchResults': batch,
  'xai_api.BatchMgmt/GetBatchRequestResult': { request: ({ batchWithRequest }) => batchWithRequest() },
  'xai_api.Models/ListLanguageModels': none,
  'xai_api.Models/ListEmbeddingModels': none,
  'xai_api.Models/ListImageGenerationModels': none,
  'xai_api.Models/GetLanguageModel': { own: 'not-found' },
  'xai_api.Models/GetEmbeddingModel': { own: 'not-found' },
  'xai_api.Models/GetImageGenerationModel': { request: async () => ({ name: 'grok-imagine-image' }) },
  'xai_api.Auth/get_api_key_info': none,
  'grpc.health.v1.Health/Check': none,
  // The first that it tells is enough.
  'grpc.health.v1.Health/Watch': none,
  'grpc.reflection.v1.ServerReflection/ServerReflectionInfo': {
    request: async () => [{ messageRequest: { case: 'listServices', value: '' } }],
  },
  'grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo': {
    request: async () => [{ messageRequest: { case: 'listServices', value: '' } }],
  },
};

const BATCH_LINE = JSON.stringify({
  custom_id: 'one',
  method: 'POST',
  url: '/v1/images/generations',
  body: { prompt: 'a fox' },
});
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Each method of each service, asked by everybody who may not. A method that is added gets its tests here by itself. */
describe('every method of gRPC', () => {
  let engine: TestEngine;
  let server: TestServer;
  let rest: TestDoor;
  let door: TestGrpcDoor;
  let making: Making;
  let keys: RefusedKeys;
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine, { emulate: { latency: 'draft' } });
    rest = await openTestDoor(server);
    door = await openTestGrpcDoor(server);
    keys = await makeRefusedKeys(server);
    const { caller } = server;
    const things = await createThingMaker(rest, engine, {
      id: caller.teamId,
      hookUrl: 'http://127.0.0.1:9/none',
      newKeyId: async () => caller.keyId,
    });
    making = { things, batchWithRequest };
  });
  afterAll(async () => {
    engine.finish();
    await door.close();
    await rest.http.close();
    await server.close();
  });

  async function batchWithRequest(): Promise<{ batchId: string; batchRequestId: string }> {
    const batchId = await making.things.make('batch_id');
    const added = { batch_request_id: 'one', batch_request: { image_generation: { prompt: 'a fox' } } };
    const response = await rest.post(`/v1/batches/${batchId}/requests`, { batch_requests: [added] });
    expect(response.status).toBe(200);
    return { batchId, batchRequestId: 'one' };
  }

  it('has a row here, and no row is without its method', async () => {
    const [answer] = await call(door, ServerReflection.method.serverReflectionInfo, undefined, [
      { messageRequest: { case: 'listServices', value: '' } },
    ]);
    const { service } = (answer as { messageResponse: { value: { service: { name: string }[] } } }).messageResponse
      .value;
    expect(service.map(({ name }) => name)).toEqual(SERVICES.map(({ typeName }) => typeName).sort());
    const named = SERVICES.flatMap(({ methods }) => methods.map(nameOf));
    expect(
      named.filter((name) => ROWS[name] === undefined),
      'New methods. Add to ROWS in packages/server/test/grpc-matrix.test.ts a message that works, if they take one',
    ).toEqual([]);
    expect(Object.keys(ROWS).filter((name) => !named.includes(name))).toEqual([]);
  });

  for (const method of SERVICES.flatMap(({ methods }) => methods)) {
    const name = nameOf(method);
    const { request = async () => ({}), own } = ROWS[name] ?? none;
    const endpoint = endpointOfMethod(`/${name}`);
    const made = async (): Promise<object | readonly object[]> => {
      // A team may begin one batch in a second.
      expect((await rest.post('/x/clock', { advance_seconds: 1.1 })).status).toBe(200);
      return await request(making);
    };

    if (endpoint === undefined) {
      it(`${name} is open to all`, async () => {
        expect((await call(door, method, undefined, await made())).length).toBeGreaterThan(0);
      });
      continue;
    }

    it(`${name} is refused to whom it is not for, and changes nothing then`, async () => {
      const message = await made();
      const before = await everything(server);
      const refused = async (code: ErrorCode, who: string, key: string | undefined): Promise<void> => {
        const failure = await failureOf(call(door, method, key, message));
        expect([who, failure.code, failure.status]).toEqual([who, code, STATUS[code]]);
      };
      await refused('unauthenticated', 'no key', undefined);
      await refused('unauthenticated', 'a wrong key', 'xai-wrong');
      await refused('unauthenticated', 'a revoked key', keys.revoked);
      await refused('unauthenticated', 'an expired key', keys.expired);
      await refused('permission-denied', 'a disabled key', keys.disabled);
      if (accessNeeded(endpoint) !== undefined)
        await refused('permission-denied', 'a key without the access', keys.powerless);
      if (ID.test(JSON.stringify(message))) await refused('not-found', 'another team', keys.other);
      const after = await everything(server);
      expect({
        gone: before.filter((line) => !after.includes(line)),
        made: after.filter((line) => !before.includes(line)),
      }).toEqual({ gone: [], made: [] });
    });

    it(`${name} works for whom it is, and shows nobody else what is theirs`, async () => {
      const message = await made();
      const ids = [server.caller.teamId, ...(await someOfEach(server))];
      if (!ID.test(JSON.stringify(message))) {
        for (const key of [keys.other, keys.powerless]) {
          const answers = await call(door, method, key, message).catch(() => []);
          const text = JSON.stringify(answers, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
          const shown = ids.filter((id) => text.includes(id));
          expect(shown).toEqual(
            name.endsWith('get_api_key_info') && key === keys.powerless ? [server.caller.teamId] : [],
          );
        }
      }
      if (own !== undefined) {
        expect((await failureOf(call(door, method, 'a-key-of-the-tests', message))).code).toBe(own);
        return;
      }
      const answers = await call(door, method, 'a-key-of-the-tests', message);
      expect(answers.length).toBeGreaterThan(0);
    });
  }
});

const STATUS: Partial<Record<ErrorCode, GrpcFailure['status']>> = {
  unauthenticated: 'Unauthenticated',
  'permission-denied': 'PermissionDenied',
  'not-found': 'NotFound',
};

function nameOf({ parent, name }: DescMethod): string {
  return `${parent.typeName}/${name}`;
}

/** Calls a method of any kind. @returns What it answers; of one that does not end, its first message. */
async function call(
  door: TestGrpcDoor,
  method: DescMethod,
  key: string | undefined,
  message: object | readonly object[],
): Promise<unknown[]> {
  const client = door.client(method.parent, key) as unknown as Record<
    string,
    (message: unknown, options?: { signal: AbortSignal }) => Promise<unknown> | AsyncIterable<unknown>
  >;
  const messages = async function* () {
    yield* [message].flat();
  };
  const isStreamed = method.methodKind === 'client_streaming' || method.methodKind === 'bidi_streaming';
  const enough = new AbortController();
  const reply = client[method.localName]!(isStreamed ? messages() : message, { signal: enough.signal });
  if (!(Symbol.asyncIterator in reply)) return [await reply];
  const answers: unknown[] = [];
  for await (const answer of reply) {
    answers.push(answer);
    if (method.name === 'Watch') break;
  }
  enough.abort();
  return answers;
}
