import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { connectivityState, credentials, status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileSchema, UploadFileChunkSchema } from '../packages/server/src/grpc/gen/xai/api/v1/files_pb.ts';
import {
  GenerateImageRequestSchema,
  ImageFormat,
  ImageResolution,
  ImageResponseSchema,
} from '../packages/server/src/grpc/gen/xai/api/v1/image_pb.ts';
import { ListImageGenerationModelsResponseSchema } from '../packages/server/src/grpc/gen/xai/api/v1/models_pb.ts';
import { makeCertificate, type TestCertificate } from '../packages/server/test/certificates.ts';
import { createGrpcClient, type GrpcClient } from './grpc-client.ts';
import { findProgram } from './requirements.ts';
import { REPOSITORY, runCommand, type ServerProcess, startServer } from './server-process.ts';

const MiB = 1024 * 1024;

const GENERATE = {
  path: '/xai_api.Image/GenerateImage',
  input: GenerateImageRequestSchema,
  output: ImageResponseSchema,
} as const;
const MODELS = {
  path: '/xai_api.Models/ListImageGenerationModels',
  input: EmptySchema,
  output: ListImageGenerationModelsResponseSchema,
} as const;

const ORDER = { prompt: 'a fox', model: 'grok-imagine-image', format: ImageFormat.IMG_FORMAT_URL } as const;
const PHOTO = readFileSync(join(REPOSITORY, 'examples/inputs/cat.jpg'));

describe('@grpc/grpc-js, unmodified', () => {
  let server: ServerProcess;
  let client: GrpcClient;
  beforeAll(async () => {
    server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
    client = createGrpcClient(server);
  });
  afterAll(async () => {
    client.close();
    await server[Symbol.asyncDispose]();
  });

  it('draws a picture whose URL is where the client came to', async () => {
    const { images, usage } = await client.call(GENERATE, ORDER);
    const { image } = images[0]!;
    if (image.case !== 'url') throw new Error(`expected a URL; got ${image.case}`);
    expect(image.value.startsWith(`${server.url}/assets/`)).toBe(true);
    expect((await fetch(image.value)).headers.get('content-type')).toBe('image/jpeg');
    expect(usage?.costInUsdTicks).toBe(200_000_000n);
  });

  it('is told what is wrong with a call', async () => {
    const nowhere = { ...MODELS, path: '/xai_api.Models/Invent' };
    await expect(client.call(nowhere, {})).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
    const nobody = client.metadata();
    nobody.remove('authorization');
    await expect(client.call(MODELS, {}, { metadata: nobody })).rejects.toMatchObject({
      code: status.UNAUTHENTICATED,
    });
    await expect(client.call(GENERATE, { ...ORDER, prompt: '' })).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
    });
  });

  it('may ping every two seconds, with calls and without', async () => {
    const pinging = createGrpcClient(server, {
      'grpc.keepalive_time_ms': 2_000,
      'grpc.keepalive_timeout_ms': 1_000,
      'grpc.keepalive_permit_without_calls': 1,
    });
    try {
      await pinging.call(MODELS, {});
      const channel = pinging.raw.getChannel();
      const changed = new Promise<boolean>((resolve) =>
        channel.watchConnectivityState(connectivityState.READY, Date.now() + 7_000, (error) =>
          resolve(error === undefined || error === null),
        ),
      );
      expect(await changed).toBe(false);
      const metadata = pinging.metadata({ 'x-openimagine-scenario': 'slow;seconds=5' });
      expect((await pinging.call(GENERATE, ORDER, { metadata })).images).toHaveLength(1);
      expect(channel.getConnectivityState(false)).toBe(connectivityState.READY);
    } finally {
      pinging.close();
    }
  });

  it('sends a message of almost 20 MiB, and no longer one', async () => {
    const picture = (bytes: number) => {
      // What follows the end of a JPEG belongs to nobody.
      const padded = Buffer.concat([PHOTO, Buffer.alloc(bytes - PHOTO.length)]);
      const value = `data:image/jpeg;base64,${padded.toString('base64')}`;
      return { ...ORDER, prompt: 'make it blue', image: { source: { case: 'imageUrl' as const, value } } };
    };
    const { images } = await client.call(GENERATE, picture(14.9 * MiB));
    expect(images).toHaveLength(1);
    const careless = createGrpcClient(server, { 'grpc.max_send_message_length': -1 });
    await expect(careless.call(GENERATE, picture(16 * MiB))).rejects.toMatchObject({
      code: status.RESOURCE_EXHAUSTED,
    });
    careless.close();
  });

  it('uploads a file in pieces', async () => {
    const content = Buffer.alloc(30 * MiB, 'a picture of a fox ');
    const uploaded = new Promise<ReturnType<typeof fileOf>>((resolve, reject) => {
      const call = client.raw.makeClientStreamRequest(
        '/xai_api.Files/UploadFile',
        (chunk: Parameters<typeof bytesOf>[0]) => bytesOf(chunk),
        fileOf,
        client.metadata(),
        (error, file) => (error === null ? resolve(file!) : reject(error)),
      );
      call.write(create(UploadFileChunkSchema, { chunk: { case: 'init', value: { name: 'fox.txt' } } }));
      for (let at = 0; at < content.length; at += 3 * MiB)
        call.write(
          create(UploadFileChunkSchema, { chunk: { case: 'data', value: content.subarray(at, at + 3 * MiB) } }),
        );
      call.end();
    });
    expect(await uploaded).toMatchObject({ filename: 'fox.txt', size: BigInt(content.length) });
  });

  it('hangs up during a call, by itself or at its deadline: what was accepted is finished', async () => {
    const metadata = client.metadata({ 'x-openimagine-scenario': 'slow;seconds=2' });
    const before = await imagesMade(server, 'done');
    const hangUp = new AbortController();
    const cancelled = client.call(GENERATE, ORDER, { metadata, signal: hangUp.signal });
    const late = client.call(GENERATE, ORDER, { metadata, deadline: Date.now() + 700 });
    setTimeout(() => hangUp.abort(), 700);
    expect(await Promise.allSettled([cancelled, late])).toMatchObject([
      { reason: { code: status.CANCELLED } },
      { reason: { code: status.DEADLINE_EXCEEDED } },
    ]);
    await expect.poll(() => imagesMade(server, 'done'), { timeout: 20_000 }).toBe(before + 2);
  });
});

describe('@grpc/grpc-js and what is drawn', () => {
  it('takes an answer of many megabytes', async () => {
    await using server = await startServer();
    const client = createGrpcClient(server);
    const order = {
      ...ORDER,
      n: 6,
      format: ImageFormat.IMG_FORMAT_BASE64,
      resolution: ImageResolution.IMG_RESOLUTION_2K,
    };
    const answer = await client.call(GENERATE, { ...order, prompt: 'a city of a thousand lit windows, film grain' });
    expect(answer.images).toHaveLength(6);
    const bytes = toBinary(ImageResponseSchema, answer).length;
    console.log(`an answer of ${(bytes / MiB).toFixed(1)} MiB`);
    // The longest that clients of gRPC take unless they are told to take more.
    expect(bytes).toBeGreaterThan(4 * MiB);
    client.close();
  });

  it('gets the answer of a call under way when the server stops; new calls are told to come back', async () => {
    await using server = await startServer();
    const client = createGrpcClient(server, { 'grpc.enable_retries': 0 });
    await client.call(MODELS, {});
    const drawing = client.call(GENERATE, ORDER);
    await expect.poll(() => imagesMade(server, 'running')).toBe(1);
    const stopped = server.stop();
    expect((await drawing).images).toHaveLength(1);
    expect(await stopped).toBe(0);
    await expect(client.call(MODELS, {})).rejects.toMatchObject({ code: status.UNAVAILABLE });
    client.close();
  });
});

describe.skipIf(findProgram('openssl') === undefined)('@grpc/grpc-js over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openimagine-grpc-tls-'));
  let server: ServerProcess;
  let files: TestCertificate;
  let ca: Buffer;
  beforeAll(async () => {
    files = makeCertificate(folder);
    ca = readFileSync(files.ca);
    server = await startServer({
      args: ['--tls-cert', files.cert, '--tls-key', files.key, '--emulate', '--latency', 'instant'],
    });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it('draws a picture whose URL is https', async () => {
    const client = createGrpcClient(server, { channel: credentials.createSsl(ca) });
    const { images } = await client.call(GENERATE, ORDER);
    expect(String(images[0]!.image.value)).toMatch(/^https:/);
    client.close();
  });

  it('is reached by the command, once Node knows the authority', async () => {
    const list = ['models', '--url', server.url, '--key', server.apiKey];
    expect(await runCommand(list, { NODE_EXTRA_CA_CERTS: files.ca })).toMatchObject({ code: 0 });
    expect((await runCommand(list)).code).not.toBe(0);
  });

  it('is refused by a client that does not know the authority, and refuses one without TLS', async () => {
    for (const channel of [credentials.createSsl(), credentials.createInsecure()]) {
      const client = createGrpcClient(server, { channel });
      await expect(client.call(MODELS, {})).rejects.toMatchObject({ code: status.UNAVAILABLE });
      client.close();
    }
  });
});

function bytesOf(chunk: ReturnType<typeof create<typeof UploadFileChunkSchema>>): Buffer {
  return Buffer.from(toBinary(UploadFileChunkSchema, chunk));
}

function fileOf(bytes: Buffer) {
  return fromBinary(FileSchema, bytes);
}

async function imagesMade({ url }: ServerProcess, state: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(
    new RegExp(`openimagine_generations\\{kind="image",state="${state}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0,
  );
}
