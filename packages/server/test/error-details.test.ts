import { encodeJpeg } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVideo } from '../src/operations/create-video.ts';
import { makeFilm } from './make-film.ts';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine, EngineError, type TestEngine } from './test-engine.ts';
import { pollVideo, startTestServer, type TestServer, videoOrder } from './test-server.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('error.details', () => {
  let server: TestServer;
  let engine: TestEngine;
  let door: TestDoor;
  let jpeg: string;
  let film: string;
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine);
    door = await openTestDoor(server);
    jpeg = `data:image/jpeg;base64,${base64(await encodeJpeg({ width: 30, height: 20, rgba: new Uint8Array(2400) }))}`;
    film = `data:video/mp4;base64,${base64(await makeFilm({ width: 64, height: 36, seconds: 1, audio: false }))}`;
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
  });

  const IMAGES = '/v1/images/edits';
  const EXTENSIONS = '/v1/videos/extensions';
  const PRIVATE = 'http://127.0.0.1:1/a.jpg';
  const TEXT = `data:image/png;base64,${base64(Buffer.from('no picture at all, only text'))}`;
  const NO_BASE64 = 'data:image/png;base64,***';

  it.each([
    ['a picture that cannot be fetched', IMAGES, () => ({ images: [jpeg, PRIVATE] }), 'images[1]', 'not-fetched'],
    ['a picture that is none', IMAGES, () => ({ image: TEXT }), 'image', 'wrong-kind'],
    ['a picture cut off', IMAGES, () => ({ image: jpeg.slice(0, 400) }), 'image', 'not-readable'],
    ['a video for a picture', IMAGES, () => ({ image: film }), 'image', 'wrong-kind'],
    ['bytes that are no base64', IMAGES, () => ({ images: [NO_BASE64, jpeg] }), 'images[0]', 'not-readable'],
    ['a picture for a video', EXTENSIONS, () => ({ video: jpeg }), 'video', 'wrong-kind'],
    ['a video that is too short', EXTENSIONS, () => ({ video: film }), 'video', 'wrong-value'],
    ['a value out of range', EXTENSIONS, () => ({ video: film, duration: 99 }), 'duration', 'wrong-value'],
  ])('%s', async (_, path, body, input, reason) => {
    const refused = await door.expectError(await door.post(path, { prompt: 'a fox', ...body() }), 'invalid-argument');
    expect(refused.details).toEqual([{ input, reason }]);
  });

  it('a file that is not there', async () => {
    const image = { file_id: 'file_11111111-1111-4111-8111-111111111111' };
    const refused = await door.expectError(await door.post(IMAGES, { prompt: 'a fox', image }), 'not-found');
    expect(refused.details).toEqual([{ input: 'image', reason: 'not-found' }]);
  });

  it('a prompt that moderation refuses, with what for', async () => {
    const body = { prompt: 'a naked child, explicit sex' };
    const refused = await door.expectError(
      await door.post('/v1/videos/generations', body),
      'imagine:content-moderated',
    );
    expect(refused.details).toEqual([{ input: 'prompt', reason: 'moderated', category: 'sexual/minors' }]);
  });

  it('a result that moderation refuses: of a picture at once, of a video in the poll', async () => {
    engine.behave({ type: 'moderated', stage: 'output' });
    const refused = await door.expectError(
      await door.post('/v1/images/generations', { prompt: 'a fox', n: 2 }),
      'imagine:content-moderated',
    );
    expect(refused.details).toEqual([
      { input: 'output[0]', reason: 'moderated' },
      { input: 'output[1]', reason: 'moderated' },
    ]);
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    await pollVideo(server, requestId);
    const poll = await (await door.send(`/v1/videos/${requestId}`)).json();
    expect(poll).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_argument', details: [{ input: 'output[0]', reason: 'moderated' }] },
    });
  });

  it('what an engine finds fault with', async () => {
    const edit = async (error: EngineError): Promise<unknown> => {
      engine.behave({ type: 'failing', error });
      const reply = await door.post('/v1/videos/edits', { prompt: 'make it rain', video: film });
      const { request_id } = (await reply.json()) as { request_id: string };
      await pollVideo(server, request_id);
      return (await door.send(`/v1/videos/${request_id}`)).json();
    };
    expect(await edit(new EngineError('invalid_request', 'it cannot be read', { fault: 'inputs' }))).toMatchObject({
      error: { details: [{ input: 'video', reason: 'not-readable' }] },
    });
    expect(await edit(new EngineError('invalid_request', 'no such edit', { fault: 'prompt' }))).toMatchObject({
      error: { details: [{ input: 'prompt', reason: 'wrong-value' }] },
    });
    const unknown = (await edit(new EngineError('internal', 'it broke', { retryable: false }))) as { error: object };
    expect(unknown.error).not.toHaveProperty('details');
  });
});
