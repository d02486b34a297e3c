import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeImage, encodeJpeg, encodePng, probeVideo } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputFinisher } from '../src/jobs/finish-output.ts';
import type { StoredRequest } from '../src/jobs/generation.ts';
import { openMediaFinisher } from '../src/jobs/media-finisher.ts';
import { makeFilm } from './make-film.ts';

const IMAGE: StoredRequest = {
  generationId: 'g',
  operation: 'image.generate',
  model: 'm',
  prompt: 'p',
  count: 1,
  aspectRatio: '1:1',
  resolution: '1k',
  width: 32,
  height: 16,
  seed: 1,
  audio: false,
};
const VIDEO: StoredRequest = { ...IMAGE, operation: 'video.generate', width: 64, height: 48, seconds: 1, audio: true };
const { signal } = new AbortController();

describe('finishing outputs', () => {
  let folder: string;
  let finisher: OutputFinisher;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openimagine-media-'));
    finisher = await openMediaFinisher(folder);
  });
  afterAll(async () => {
    await finisher.close();
    await rm(folder, { recursive: true, force: true });
  });
  const finish = async (bytes: Uint8Array, request: StoredRequest) => {
    const finished = await finisher.finish(new Blob([bytes.slice()]).stream(), 'as/told', request, signal);
    const body =
      finished.body instanceof Uint8Array ? finished.body : Buffer.concat(await Array.fromAsync(finished.body));
    await finished.dispose();
    return { ...finished, body: new Uint8Array(body) };
  };
  const picture = { width: 32, height: 16, rgba: new Uint8Array(32 * 16 * 4).fill(128) };

  it('a JPEG of the right size is stored as it came', async () => {
    const jpeg = await encodeJpeg(picture);
    expect(await finish(jpeg, IMAGE)).toMatchObject({
      mime: 'image/jpeg',
      width: 32,
      height: 16,
      body: new Uint8Array(jpeg),
    });
  });

  it('a PNG becomes a JPEG, whatever it was announced as', async () => {
    const { body, mime } = await finish(await encodePng(picture), IMAGE);
    expect(mime).toBe('image/jpeg');
    expect([...body.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  it('a film that is right is stored as it came', async () => {
    const film = await makeFilm({ width: 64, height: 48, seconds: 1, audio: true });
    expect(Buffer.compare((await finish(film, VIDEO)).body, film)).toBe(0);
  });

  it('sound that was not asked for goes, and silence comes where sound was', async () => {
    const withSound = await makeFilm({ width: 64, height: 48, seconds: 1, audio: true });
    const without = await makeFilm({ width: 64, height: 48, seconds: 1, audio: false });
    const muted = await probeVideo((await finish(withSound, { ...VIDEO, audio: false })).body);
    expect(muted).toMatchObject({ frameCount: 24, durationSeconds: 1 });
    expect(muted.audio).toBeUndefined();
    const sounding = await probeVideo((await finish(without, VIDEO)).body);
    expect(sounding.audio).toMatchObject({ codec: 'mp4a.40.2', sampleRate: 48_000, channels: 2, durationSeconds: 1 });
  });

  it.runIf(hasFfmpeg())('a film of another codec, rate and layout is written anew', async () => {
    const path = join(folder, 'other.mp4');
    const source = [
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=64x48:rate=30:duration=1',
      '-f',
      'lavfi',
      '-i',
      'sine=sample_rate=44100:duration=1',
    ];
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      ...source,
      '-c:v',
      'libx265',
      '-x265-params',
      'log-level=none',
      '-pix_fmt',
      'yuv420p',
      '-ac',
      '1',
      '-c:a',
      'aac',
      path,
    ]);
    const probe = await probeVideo((await finish(await readFile(path), VIDEO)).body);
    expect(probe).toMatchObject({ width: 64, height: 48, frameCount: 24, framesPerSecond: 24, isFastStart: true });
    expect(probe.videoCodec).toMatch(/^avc1/);
    expect(probe.audio).toMatchObject({ sampleRate: 48_000, channels: 2, durationSeconds: 1 });
  });

  it('a picture of another size, which was paid for, is scaled and cut to the promised one', async () => {
    const rgba = new Uint8Array(64 * 64 * 4).fill(255);
    // Black above and below: what must be cut off.
    for (let y = 0; y < 64; y++) if (y < 16 || y >= 48) rgba.fill(0, y * 256, (y + 1) * 256);
    const { body, width, height } = await finish(await encodeJpeg({ width: 64, height: 64, rgba }), IMAGE);
    expect([width, height]).toEqual([32, 16]);
    const decoded = await decodeImage(body);
    expect([decoded.width, decoded.height]).toEqual([32, 16]);
    expect(decoded.rgba[(8 * 32 + 16) * 4]).toBeGreaterThan(240);
    expect(decoded.rgba[(1 * 32 + 1) * 4]).toBeGreaterThan(200);
  });

  it('a film of another size, which was paid for, is scaled and cut to the promised one', async () => {
    const film = await makeFilm({ width: 96, height: 96, seconds: 1, audio: true });
    const finished = await finish(film, VIDEO);
    expect(finished).toMatchObject({ width: 64, height: 48 });
    expect(await probeVideo(finished.body)).toMatchObject({
      width: 64,
      height: 48,
      frameCount: 24,
      durationSeconds: 1,
    });
  });

  it('what is too short, cut off or no media at all is the engine’s fault', async () => {
    const film = await makeFilm({ width: 64, height: 48, seconds: 1, audio: true });
    const wrong: [string, Uint8Array, StoredRequest][] = [
      ['too short', film, { ...VIDEO, seconds: 3 }],
      ['cut off', film.subarray(0, Math.floor(film.length * 0.2)), VIDEO],
      ['text as a film', new TextEncoder().encode('#EXTM3U\nfile:///etc/passwd'), VIDEO],
      ['text as a picture', new TextEncoder().encode('<svg/>'), IMAGE],
      ['nothing', new Uint8Array(0), VIDEO],
    ];
    for (const [name, bytes, request] of wrong) {
      await expect(finish(bytes, request), name).rejects.toMatchObject({ name: 'EngineError', kind: 'bad_response' });
    }
  });

  it('an extension of which only the added part came, and an edit of which hardly anything is left, are the engine’s fault', async () => {
    const added = await makeFilm({ width: 64, height: 48, seconds: 2, audio: false });
    const extension: StoredRequest = { ...VIDEO, operation: 'video.extend', seconds: 2, totalSeconds: 5 };
    await expect(finish(added, extension)).rejects.toMatchObject({ kind: 'bad_response', retryable: true });
    const rest: StoredRequest = { ...VIDEO, operation: 'video.edit', seconds: 30 };
    await expect(finish(added, rest)).rejects.toMatchObject({ kind: 'bad_response' });
    // Played at twice its speed.
    expect((await finish(added, { ...rest, seconds: 4 })).durationSeconds).toBe(2);
    expect((await finish(added, { ...extension, totalSeconds: 2.4 })).durationSeconds).toBe(2);
  });

  it('an edit or extension of a silent film that must be written anew stays silent, and one with sound keeps it', async () => {
    const edited: StoredRequest = { ...VIDEO, operation: 'video.edit', seconds: 1 };
    for (const request of [edited, { ...edited, operation: 'video.extend', totalSeconds: 1 } as const]) {
      for (const audio of [false, true]) {
        const film = await makeFilm({ width: 96, height: 96, seconds: 1, audio });
        const probe = await probeVideo((await finish(film, request)).body);
        expect(probe).toMatchObject({ width: 64, height: 48 });
        expect(probe.audio !== undefined, `${request.operation} ${audio}`).toBe(audio);
      }
    }
  });

  it('a stream that breaks, and a caller that aborts, leave nothing behind', async () => {
    const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('reset')) });
    await expect(finisher.finish(broken, 'video/mp4', VIDEO, signal)).rejects.toMatchObject({
      kind: 'internal',
      retryable: true,
    });
    const film = await makeFilm({ width: 64, height: 48, seconds: 1, audio: true });
    await expect(
      finisher.finish(new Blob([film.slice()]).stream(), 'video/mp4', VIDEO, AbortSignal.abort()),
    ).rejects.toMatchObject({ kind: 'internal' });
    await rm(join(folder, 'other.mp4'), { force: true });
    expect(await readdir(folder)).toEqual([]);
  });
});

function hasFfmpeg(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI === 'true') throw new Error('ffmpeg is missing, and CI=true asks for everything. See .ci/run.');
    console.warn('skipped: ffmpeg is not installed');
    return false;
  }
}
