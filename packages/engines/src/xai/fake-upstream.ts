import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  encodeAudio,
  encodeJpeg,
  muxFilm,
  openSegmentEncoder,
  probeVideo,
  toI420,
  type VideoSegment,
} from '@openimagine/media';

/**
 * A small upstream for the tests: it answers in the API's documented shapes, over a socket, with media that decode. The
 * prompt commands its moods: `!429`, `!garbage`, `!cut` and the like; see `MOODS`.
 */
export interface FakeUpstream {
  readonly baseUrl: string;
  /** Creating calls by their idempotency key, repetitions included. */
  readonly created: ReadonlyMap<string, number>;
  /** Bodies of creating calls, in order. */
  readonly bodies: readonly Record<string, unknown>[];
  /** Authorization headers that a download carried: there should be none. */
  readonly downloadsWithKey: number;
  /** Of every job. */
  readonly pollCount: number;
  /** HTTP exchanges that are open now. */
  readonly openCount: number;
  close(): Promise<void>;
}

interface Job {
  readonly body: Record<string, unknown>;
  polls: number;
}

export const UPSTREAM_KEY = 'xai-test-key';
const PIXELS: Readonly<Record<string, readonly [number, number]>> = { '480p': [256, 144] };

type Mood = (response: ServerResponse) => void;

const reply =
  (status: number, body: unknown, headers: Record<string, string> = {}): Mood =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const error = (status: number, code: string, message: string, headers?: Record<string, string>) =>
  reply(status, { code, error: message }, headers);

/** How a creating call can go wrong. */
const MOODS: Readonly<Record<string, Mood>> = {
  '!400': error(400, 'invalid-argument', 'duration must be 1 to 15'),
  '!401': error(401, 'unauthenticated', 'Incorrect API key provided'),
  '!402': error(402, 'insufficient-credits', 'no credits left'),
  '!403': reply(403, { code: 'insufficient-credits', error: 'spending limit reached' }),
  '!404': error(404, 'not-found', 'no such model'),
  '!422': reply(422, { error: 'Failed to deserialize the JSON body into the target type' }),
  '!429': error(429, 'resource-exhausted', 'slow down', { 'retry-after': '7' }),
  '!patience': error(429, 'resource-exhausted', 'slow down', { 'retry-after': '9999999999' }),
  '!500': error(500, 'internal-error', 'something broke'),
  '!503': reply(503, '<html>bad gateway</html>'),
  '!moderated': reply(400, {
    code: 'imagine:content-moderated',
    error: 'Generated image rejected by content moderation.',
    usage: { cost_in_usd_ticks: 200_000_000 },
  }),
  '!garbage': reply(200, 'this is not JSON'),
  '!empty': reply(200, { data: [] }),
  '!cut': (response) => response.destroy(),
  '!silent': () => {},
  '!huge': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = 'x'.repeat(1 << 16);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
};

/** How an accepted video can end; everything else is done after a few polls. */
const ENDINGS: Readonly<Record<string, Mood>> = {
  '?failed': reply(200, { status: 'failed', error: { code: 'internal_error', message: 'the GPU caught fire' } }),
  '?invalid': reply(200, { status: 'failed', error: { code: 'invalid_argument', message: 'unsupported duration' } }),
  '?blocked': reply(200, {
    status: 'done',
    video: { url: null, duration: 1, respect_moderation: false },
    usage: { cost_in_usd_ticks: 500_000_000 },
  }),
  '?moderated': reply(200, {
    status: 'failed',
    error: { code: 'invalid_argument', message: 'Generated video rejected by content moderation.' },
  }),
  '?expired': reply(200, { status: 'expired' }),
  '?nourl': reply(200, { status: 'done', video: { duration: 1, respect_moderation: true } }),
  '?forgotten': error(404, 'not-found', 'no such request'),
  '?never': reply(202, { status: 'pending', progress: 3 }),
  '?busy': error(429, 'resource-exhausted', 'slow down', { 'retry-after': '9999999999' }),
  '?strange': reply(200, { status: 'processing' }),
};

export async function startFakeUpstream(): Promise<FakeUpstream> {
  const jobs = new Map<string, Job>();
  const requestIds = new Map<string, string>();
  const created = new Map<string, number>();
  const bodies: Record<string, unknown>[] = [];
  const films = new Map<string, Promise<Uint8Array>>();
  let downloadsWithKey = 0;
  let pollCount = 0;
  let openCount = 0;

  const create = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const body: Record<string, unknown> = JSON.parse(await readBody(request));
    const key = String(request.headers['idempotency-key']);
    created.set(key, (created.get(key) ?? 0) + 1);
    bodies.push(body);
    const prompt = String(body.prompt);
    const mood = Object.keys(MOODS).find((word) => prompt.startsWith(word));
    if (mood) return MOODS[mood]!(response);
    if (path.startsWith('/v1/images')) return reply(200, await imagesReply(body))(response);
    const id = requestIds.get(key) ?? crypto.randomUUID();
    requestIds.set(key, id);
    if (!jobs.has(id)) jobs.set(id, { body, polls: 0 });
    return reply(200, { request_id: id })(response);
  };

  const poll = (response: ServerResponse, id: string) => {
    pollCount++;
    const job = jobs.get(id);
    if (!job) return error(404, 'not-found', 'no such request')(response);
    job.polls++;
    const prompt = String(job.body.prompt);
    if (prompt.startsWith('~flaky') && job.polls < 4) {
      return [MOODS['!500'], MOODS['!cut'], MOODS['!garbage']][job.polls - 1]!(response);
    }
    const ending = Object.keys(ENDINGS).find((word) => prompt.startsWith(word));
    if (ending && job.polls > 1) return ENDINGS[ending]!(response);
    if (job.polls < 3) return reply(202, { status: 'pending', progress: job.polls * 30 })(response);
    return reply(200, {
      status: 'done',
      progress: 100,
      model: job.body.model,
      video: {
        // `@` and a URL: the file is said to be there.
        url: /^@(\S+)/.exec(prompt)?.[1] ?? `/files/${id}.mp4?sig=1`,
        duration: job.body.duration,
        respect_moderation: true,
        revised_prompt: 'a ball',
      },
      usage: { cost_in_usd_ticks: 500_000_000 },
      an_unknown_field: { that: 'is ignored' },
    })(response);
  };

  const serveFile = async (request: IncomingMessage, response: ServerResponse, id: string) => {
    if (request.headers.authorization) downloadsWithKey++;
    const body = jobs.get(id)!.body;
    const seconds = Number(body.duration ?? 0) + (await secondsOf(body.video));
    const filmKey = `${seconds} ${body.generate_audio}`;
    if (!films.has(filmKey)) films.set(filmKey, makeFilm(seconds, body.generate_audio !== false));
    const film = await films.get(filmKey)!;
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': film.length });
    if (!String(body.prompt).startsWith('~half')) return void response.end(film);
    response.write(film.subarray(0, film.length >> 1), () => response.destroy());
  };

  const server = createServer((request, response) => {
    openCount++;
    response.on('close', () => openCount--);
    const { pathname } = new URL(request.url ?? '/', 'http://upstream');
    const [, kind, id = ''] = /^\/(v1\/videos|files)\/([^/]+?)(?:\.mp4)?$/.exec(pathname) ?? [];
    const answer = async () => {
      if (kind === 'files') return serveFile(request, response, id);
      if (pathname === '/redirect') {
        return reply(302, '', {
          location: new URL(request.url ?? '/', 'http://upstream').searchParams.get('to') ?? '',
        })(response);
      }
      if (request.headers.authorization !== `Bearer ${UPSTREAM_KEY}`) return MOODS['!401']!(response);
      if (request.method === 'POST') return create(request, response, pathname);
      if (kind === 'v1/videos') return poll(response, id);
      if (pathname === '/v1/models')
        return reply(200, { object: 'list', data: [{ id: 'grok-imagine-image' }] })(response);
      return error(404, 'not-found', 'no such path')(response);
    };
    answer().catch((reason) => reply(500, { error: String(reason) })(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    created,
    bodies,
    get downloadsWithKey() {
      return downloadsWithKey;
    },
    get pollCount() {
      return pollCount;
    },
    get openCount() {
      return openCount;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Of the video that an edit or an extension starts from: its result is as long, or longer by what was asked for. */
async function secondsOf(video: unknown): Promise<number> {
  const { url } = (video ?? {}) as { url?: string };
  if (url === undefined) return 0;
  return (await probeVideo(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))).durationSeconds;
}

/** The upstream chooses the size; the test's requests ask for what it would choose. */
async function imagesReply(body: Record<string, unknown>) {
  const count = Number(body.n);
  const [width, height] = body.aspect_ratio === '4:3' ? [320, 240] : [256, 256];
  const isPartly = String(body.prompt).startsWith('~partly');
  const data = await Promise.all(
    Array.from({ length: count }, async (_, k) => {
      const jpeg = await encodeJpeg({ width, height, rgba: gradient(width, height, Number(body.seed) + k) });
      const isBlocked = isPartly && k === 0;
      return {
        ...(isBlocked ? {} : { b64_json: Buffer.from(jpeg).toString('base64') }),
        mime_type: 'image/jpeg',
        revised_prompt: '',
        respect_moderation: !isBlocked,
      };
    }),
  );
  return { data, usage: { cost_in_usd_ticks: 200_000_000 * count } };
}

async function makeFilm(seconds: number, hasSound: boolean): Promise<Uint8Array> {
  const [width, height] = PIXELS['480p']!;
  const segments: VideoSegment[] = [];
  for (let first = 0; first < seconds * 24; first += 48) {
    using encoder = await openSegmentEncoder({ width, height, framesPerSecond: 24 });
    for (let frame = first; frame < Math.min(seconds * 24, first + 48); frame++) {
      await encoder.add(toI420(gradient(width, height, frame), width, height));
    }
    segments.push(await encoder.finish());
  }
  const audio = hasSound ? await encodeAudio(new Float32Array(seconds * 96_000)) : undefined;
  return muxFilm({ width, height, framesPerSecond: 24, segments, ...(audio ? { audio } : {}) });
}

function gradient(width: number, height: number, shift: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) rgba.set([(i + shift * 5) & 255, (i >> 8) & 255, shift & 255, 255], i * 4);
  return rgba;
}
