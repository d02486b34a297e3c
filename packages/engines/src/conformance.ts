import {
  decodeImage,
  encodeAudio,
  encodeJpeg,
  muxFilm,
  openSegmentEncoder,
  probeVideo,
  toI420,
} from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOutput } from './bytes-output.ts';
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineEvent,
  type EngineOutput,
  type EngineRef,
  type EngineRequest,
  type MediaInput,
} from './engine.ts';

export interface EngineUnderTest {
  readonly engine: Engine;
  /** The engine's own names of the models to try. */
  readonly imageModel: string;
  readonly videoModel: string;
  /** Resolves once nothing of any run is being worked on; the suite waits for it after every cancellation. */
  untilIdle(): Promise<void>;
  close(): Promise<void>;
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const TERMINAL = new Set(['done', 'moderated', 'failed', 'cancelled']);

/** What every engine promises, whatever it is made of. Run it in the engine's own test file. */
export function describeEngine(name: string, make: () => Promise<EngineUnderTest>): void {
  describe(`${name} keeps the engine contract`, () => {
    let subject: EngineUnderTest;
    beforeAll(async () => {
      subject = await make();
    });
    afterAll(() => subject?.close());

    const imageRequest = (changes: Partial<EngineRequest> = {}): EngineRequest => ({
      generationId: crypto.randomUUID(),
      operation: 'image.generate',
      model: subject.imageModel,
      prompt: 'a red ball on a green meadow',
      count: 1,
      inputs: [],
      aspectRatio: '1:1',
      resolution: '1k',
      width: 256,
      height: 256,
      seed: 7,
      audio: false,
      ...changes,
    });
    const videoRequest = (changes: Partial<EngineRequest> = {}): EngineRequest => ({
      ...imageRequest(),
      operation: 'video.generate',
      model: subject.videoModel,
      seconds: 1,
      aspectRatio: '16:9',
      resolution: '480p',
      width: 256,
      height: 144,
      audio: true,
      ...changes,
    });
    const run = (request: EngineRequest, signal?: AbortSignal) =>
      collect(subject.engine.run(request, contextOf(signal)));

    it('is healthy and says its version', async () => {
      expect(await subject.engine.health()).toMatchObject({ ok: true, version: expect.any(String) });
    });

    it('says what it can do, and has the methods for it', async () => {
      const { models, concurrency, survivesRestart } = await subject.engine.capabilities();
      expect(survivesRestart).toBe(subject.engine.resume !== undefined);
      expect(concurrency.images).toBeGreaterThanOrEqual(1);
      expect(concurrency.videos).toBeGreaterThanOrEqual(1);
      const operationsOf = (model: string) => Object.keys(models.find((row) => row.model === model)?.operations ?? {});
      expect(operationsOf(subject.imageModel)).toContain('image.generate');
      expect(operationsOf(subject.videoModel)).toContain('video.generate');
    });

    it('makes as many pictures as asked for, each of the exact size', async () => {
      const { events, outputs } = await run(imageRequest({ count: 3, aspectRatio: '4:3', width: 320, height: 240 }));
      expectOrder(events);
      expect(events.at(-1)).toMatchObject({ type: 'done' });
      expect([...outputs.keys()].sort()).toEqual([0, 1, 2]);
      for (const { mime, bytes } of outputs.values()) {
        expect(mime).toBe('image/jpeg');
        expect(await decodeImage(bytes)).toMatchObject({ width: 320, height: 240 });
      }
    });

    it('picture k of a seed is the first picture of seed + k', async () => {
      const { models } = await subject.engine.capabilities();
      if (!models.find(({ model }) => model === subject.imageModel)?.seed) return;
      const two = await run(imageRequest({ count: 2 }));
      const one = await run(imageRequest({ seed: 8 }));
      expect(Buffer.from(one.outputs.get(0)!.bytes).equals(two.outputs.get(1)!.bytes)).toBe(true);
    });

    it('makes a film of the exact size and length, with sound of the same length', async () => {
      const { events, outputs } = await run(videoRequest({ seconds: 3 }));
      expectOrder(events);
      expect(events.at(-1)).toMatchObject({ type: 'done' });
      expect([...outputs.keys()]).toEqual([0]);
      const { mime, bytes } = outputs.get(0)!;
      expect(mime).toBe('video/mp4');
      expect(await probeVideo(bytes)).toMatchObject({
        width: 256,
        height: 144,
        frameCount: 72,
        framesPerSecond: 24,
        durationSeconds: 3,
        audio: { sampleRate: 48_000, channels: 2, durationSeconds: 3 },
        isFastStart: true,
      });
    });

    it('makes a silent film without an audio track', async () => {
      const { outputs } = await run(videoRequest({ audio: false }));
      expect((await probeVideo(outputs.get(0)!.bytes)).audio).toBeUndefined();
    });

    describe('with pictures and videos as input', () => {
      let photo: MediaInput;
      let clip: MediaInput;
      beforeAll(async () => {
        photo = inputOf(
          'source',
          'image/jpeg',
          await encodeJpeg({ width: 128, height: 96, rgba: gradient(128, 96, 0) }),
          {
            width: 128,
            height: 96,
          },
        );
        clip = inputOf('video', 'video/mp4', await makeClip(), {
          width: 256,
          height: 144,
          seconds: CLIP_SECONDS,
          framesPerSecond: 24,
          hasAudio: true,
        });
      });
      const as = (role: MediaInput['role'], atSeconds?: number): MediaInput => ({
        ...photo,
        role,
        ...(atSeconds === undefined ? {} : { atSeconds }),
      });
      /** @returns Undefined when the engine says that it cannot do this at all. */
      const runIfAble = async (request: EngineRequest) => {
        const { models } = await subject.engine.capabilities();
        if (!models.find(({ model }) => model === request.model)?.operations[request.operation]) return undefined;
        const result = await run(request);
        expectOrder(result.events);
        expect(result.events.at(-1)).toMatchObject({ type: 'done' });
        return result.outputs.get(0)!;
      };

      it('edits one picture, or makes one of several', async () => {
        for (const inputs of [[photo], [photo, as('reference')]]) {
          const request = imageRequest({ operation: 'image.edit', prompt: 'make it black and white', inputs });
          const output = await runIfAble(request);
          if (output) expect(await decodeImage(output.bytes)).toMatchObject({ width: 256, height: 256 });
        }
      });

      it.each<[string, Partial<EngineRequest>, () => MediaInput[]]>([
        ['a first frame', { operation: 'video.fromImage' }, () => [as('firstFrame')]],
        ['a first frame and no words', { operation: 'video.fromImage', prompt: '' }, () => [as('firstFrame')]],
        [
          'a first and a last frame, and one between',
          { operation: 'video.fromImage' },
          () => [as('firstFrame'), as('keyframe', 1 / 3), as('lastFrame')],
        ],
        [
          'references',
          { operation: 'video.fromReferences', prompt: '<IMAGE_0> walks through <IMAGE_1>' },
          () => [as('reference'), as('reference')],
        ],
      ])('makes a film from %s', async (_what, changes, inputs) => {
        const output = await runIfAble(videoRequest({ ...changes, inputs: inputs() }));
        if (!output) return;
        expect(await probeVideo(output.bytes)).toMatchObject({
          width: 256,
          height: 144,
          durationSeconds: 1,
          audio: {},
        });
      });

      it('edits a film without changing its length', async () => {
        const output = await runIfAble(
          videoRequest({
            operation: 'video.edit',
            prompt: 'make it black and white',
            inputs: [clip],
            seconds: CLIP_SECONDS,
            framesPerSecond: 24,
          }),
        );
        if (!output) return;
        const probe = await probeVideo(output.bytes);
        expect(probe).toMatchObject({ width: 256, height: 144, audio: {} });
        expect(Math.abs(probe.durationSeconds - CLIP_SECONDS)).toBeLessThan(0.1);
      });

      it('makes a film longer', async () => {
        const output = await runIfAble(
          videoRequest({
            operation: 'video.extend',
            prompt: 'it goes on',
            inputs: [clip],
            seconds: 2,
            framesPerSecond: 24,
          }),
        );
        if (!output) return;
        const { durationSeconds } = await probeVideo(output.bytes);
        expect(Math.abs(durationSeconds - CLIP_SECONDS - 2)).toBeLessThan(0.1);
      });
    });

    it('an abort ends the run with cancelled, and nothing works on', async () => {
      const abort = new AbortController();
      const events: EngineEvent[] = [];
      for await (const event of subject.engine.run(videoRequest({ seconds: 8 }), contextOf(abort.signal))) {
        events.push(event);
        if (event.type === 'accepted') abort.abort();
      }
      expectOrder(events);
      expect(events.at(-1)?.type).toBe('cancelled');
      await subject.untilIdle();
    });

    it('a run that is aborted before it begins is cancelled', async () => {
      const { events } = await run(imageRequest(), AbortSignal.abort());
      expect(events.map(({ type }) => type)).toEqual(['cancelled']);
    });

    it('a consumer that leaves early stops the work', async () => {
      for await (const event of subject.engine.run(videoRequest({ seconds: 8 }), contextOf())) {
        if (event.type === 'accepted') break;
      }
      await subject.untilIdle();
      expect((await run(imageRequest())).events.at(-1)?.type).toBe('done');
    });

    it.each<[string, Partial<EngineRequest>]>([
      ['an unknown model', { model: 'no-such-model' }],
      ['an operation that the model does not have', { operation: 'video.extend' }],
      ['no outputs', { count: 0 }],
      ['an empty prompt', { prompt: ' ' }],
    ])('refuses %s with a failed event, and does not throw', async (_what, changes) => {
      const { events } = await run(imageRequest(changes));
      const last = events.at(-1);
      expect(last?.type).toBe('failed');
      if (last?.type !== 'failed') return;
      expect(last.error).toBeInstanceOf(EngineError);
      expect(['invalid_request', 'unsupported']).toContain(last.error.kind);
      expect(last.error.retryable).toBe(false);
    });

    it('an accepted job is found again by its ref after it was left', async () => {
      if (!subject.engine.resume) return;
      const request = videoRequest();
      let ref: EngineRef | undefined;
      for await (const event of subject.engine.run(request, contextOf())) {
        if (event.type !== 'accepted') continue;
        ref = JSON.parse(JSON.stringify(event.ref));
        break;
      }
      const { events, outputs } = await collect(subject.engine.resume(ref!, request, contextOf()));
      expect(events.at(-1)).toMatchObject({ type: 'done' });
      expect((await probeVideo(outputs.get(0)!.bytes)).frameCount).toBe(24);
    });
  });
}

const CLIP_SECONDS = 3;

function inputOf(role: MediaInput['role'], mime: string, bytes: Uint8Array, meta: MediaInput['meta']): MediaInput {
  const { open } = bytesOutput(bytes, mime);
  return { role, mime, sizeBytes: bytes.length, open, ...(meta ? { meta } : {}) };
}

async function makeClip(): Promise<Uint8Array> {
  const [width, height] = [256, 144];
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond: 24 });
  for (let frame = 0; frame < CLIP_SECONDS * 24; frame++) {
    await encoder.add(toI420(gradient(width, height, frame), width, height));
  }
  const audio = await encodeAudio(new Float32Array(CLIP_SECONDS * 96_000));
  return muxFilm({ width, height, framesPerSecond: 24, segments: [await encoder.finish()], audio });
}

function gradient(width: number, height: number, shift: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    rgba.set([(i % width) + shift, Math.floor(i / width) + shift, 128, 255], i * 4);
  }
  return rgba;
}

/** Fails when events came in an order that the contract does not allow. */
export function expectOrder(events: readonly EngineEvent[]): void {
  const types = events.map(({ type }) => type);
  expect(types.filter((type) => TERMINAL.has(type))).toHaveLength(1);
  expect(TERMINAL.has(types.at(-1)!)).toBe(true);
  expect(types.lastIndexOf('accepted')).toBeLessThanOrEqual(0);
  const progress = events.flatMap((event) => (event.type === 'running' ? [event.progress] : []));
  expect(progress.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  const indices = events.flatMap((event) =>
    event.type === 'output' || event.type === 'output-moderated' ? [event.index] : [],
  );
  expect(new Set(indices).size).toBe(indices.length);
}

export function contextOf(signal: AbortSignal = new AbortController().signal): EngineContext {
  return { signal, log: SILENT, download: downloadPlainly };
}

/** As the server's guarded client does it, but without a guard: the tests' upstreams are on this machine. */
async function downloadPlainly(
  url: string,
  { bytesMax, signal }: { readonly bytesMax: number; readonly signal: AbortSignal },
): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    throw new EngineError('unavailable', 'the download was cut', { cause });
  });
  if (!response.ok || !response.body) throw new EngineError('bad_response', `the download answered ${response.status}`);
  let received = 0;
  const cap = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.length;
      if (received <= bytesMax) controller.enqueue(chunk);
      else controller.error(new EngineError('bad_response', `the result is larger than ${bytesMax} bytes`));
    },
  });
  return response.body.pipeThrough(cap);
}

export interface Collected {
  readonly events: readonly EngineEvent[];
  readonly outputs: ReadonlyMap<number, { readonly mime: string; readonly bytes: Uint8Array }>;
}

/** Runs to the end; outputs are read as they come, as the server does. */
export async function collect(run: AsyncIterable<EngineEvent>): Promise<Collected> {
  const events: EngineEvent[] = [];
  const outputs = new Map<number, { mime: string; bytes: Uint8Array }>();
  for await (const event of run) {
    events.push(event);
    if (event.type === 'output') outputs.set(event.index, await readOutput(event.output));
  }
  return { events, outputs };
}

async function readOutput(output: EngineOutput): Promise<{ mime: string; bytes: Uint8Array }> {
  const bytes = new Uint8Array(await new Response(await output.open()).arrayBuffer());
  if (output.sizeBytes !== undefined) expect(bytes.length).toBe(output.sizeBytes);
  return { mime: output.mime, bytes };
}
