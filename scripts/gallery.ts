/**
 * Draws every prompt of examples/prompts.json and lays the results out on one page: gallery/index.html.
 * `npm run gallery [-- --only tokyo,fox] [-- --out folder]`. Films are shown as six frames and a waveform beside the film itself.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { imageSize, type VideoAspectRatio, videoSize } from '@openimagine/contract';
import { createDraftEngine, DRAFT_IMAGE_MODEL, DRAFT_VIDEO_MODEL, type EngineRequest } from '@openimagine/engines';
import { decodeAudio, decodeFrames, encodeJpeg, probeVideo, toRgba } from '@openimagine/media';

interface Prompt {
  readonly id: string;
  readonly op: 'image' | 'video' | 'from-image' | 'edit-image' | 'edit-video' | 'extend';
  readonly prompt: string;
  /** Of examples/inputs, of `makeExampleClip`, or what another prompt gave. */
  readonly inputs?: readonly ({ readonly photo: string } | { readonly clip: string } | { readonly resultOf: string })[];
  readonly duration?: number;
  readonly aspect_ratio?: VideoAspectRatio;
  readonly generate_audio?: boolean;
}

interface Drawn {
  readonly bytes: Uint8Array;
  readonly revisedPrompt: string;
  readonly seconds: number;
}

const SEED = 1;
const FRAMES_SHOWN = 6;
const { values } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string', default: 'gallery' } } });
const only = values.only?.split(',');
const prompts = (
  JSON.parse(await readFile(new URL('../examples/prompts.json', import.meta.url), 'utf8')) as Prompt[]
).filter(({ id }) => only?.includes(id) ?? true);

await mkdir(values.out, { recursive: true });
const engine = createDraftEngine();
const figures: string[] = [];
for (const prompt of prompts) {
  if (prompt.inputs) {
    console.log(`${prompt.id.padEnd(14)} skipped: it starts from a picture or a film`);
    continue;
  }
  const drawn = await draw(requestFor(prompt));
  figures.push(prompt.op === 'image' ? await showImage(prompt, drawn) : await showVideo(prompt, drawn));
  console.log(`${prompt.id.padEnd(14)} ${drawn.seconds.toFixed(1).padStart(5)} s  ${drawn.revisedPrompt}`);
  await writeFile(join(values.out, 'index.html'), page(figures));
}
await engine.close?.();
console.log(`\n${join(values.out, 'index.html')}`);

function requestFor(prompt: Prompt): EngineRequest {
  const isImage = prompt.op === 'image';
  const aspectRatio = prompt.aspect_ratio ?? '16:9';
  const size = isImage ? imageSize(aspectRatio, '1k') : videoSize(aspectRatio, '720p');
  return {
    generationId: prompt.id,
    operation: isImage ? 'image.generate' : 'video.generate',
    model: isImage ? DRAFT_IMAGE_MODEL : DRAFT_VIDEO_MODEL,
    prompt: prompt.prompt,
    count: 1,
    inputs: [],
    ...(isImage ? {} : { seconds: prompt.duration ?? 8 }),
    aspectRatio,
    resolution: isImage ? '1k' : '720p',
    ...size,
    seed: SEED,
    audio: prompt.generate_audio ?? true,
  };
}

async function draw(request: EngineRequest): Promise<Drawn> {
  const started = performance.now();
  const log = { debug: () => {}, info: () => {}, warn: console.warn, error: console.error };
  let result: Drawn | undefined;
  for await (const event of engine.run(request, {
    signal: new AbortController().signal,
    log,
    download: refuseDownload,
  })) {
    if (event.type === 'failed') throw event.error;
    if (event.type !== 'output') continue;
    const chunks = await Array.fromAsync(await event.output.open());
    result = {
      bytes: Buffer.concat(chunks),
      revisedPrompt: event.output.revisedPrompt ?? '',
      seconds: (performance.now() - started) / 1000,
    };
  }
  if (result === undefined) throw new Error(`${request.generationId} gave no output`);
  return result;
}

async function showImage({ id, prompt }: Prompt, drawn: Drawn): Promise<string> {
  await writeFile(join(values.out, `${id}.jpg`), drawn.bytes);
  return figure(id, prompt, drawn, `<img src="${id}.jpg" alt="">`);
}

async function showVideo({ id, prompt }: Prompt, drawn: Drawn): Promise<string> {
  await writeFile(join(values.out, `${id}.mp4`), drawn.bytes);
  const probe = await probeVideo(drawn.bytes);
  const wanted = new Set(
    Array.from({ length: FRAMES_SHOWN }, (_, i) => Math.round(((probe.frameCount - 1) * i) / (FRAMES_SHOWN - 1))),
  );
  const pictures: string[] = [];
  let index = 0;
  for await (const frame of decodeFrames(drawn.bytes)) {
    if (wanted.has(index++)) {
      const name = `${id}-${pictures.length}.jpg`;
      await writeFile(
        join(values.out, name),
        await encodeJpeg({ width: frame.width, height: frame.height, rgba: new Uint8Array(toRgba(frame).buffer) }, 80),
      );
      pictures.push(`<img src="${name}" alt="">`);
    }
  }
  const sound = probe.audio === undefined ? '<p>no sound</p>' : waveform((await decodeAudio(drawn.bytes))!.samples);
  return figure(
    id,
    prompt,
    drawn,
    `<div class="frames">${pictures.join('')}</div>${sound}<video controls preload="none" src="${id}.mp4"></video>`,
  );
}

function waveform(interleaved: Float32Array): string {
  const columns = 600;
  const perColumn = Math.floor(interleaved.length / columns);
  const peaks = Array.from({ length: columns }, (_, x) =>
    interleaved
      .subarray(x * perColumn, (x + 1) * perColumn)
      .reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0),
  );
  const bars = peaks.map((peak, x) => `M${x} ${(40 - 40 * peak).toFixed(1)}V${(40 + 40 * peak).toFixed(1)}`);
  return `<svg viewBox="0 0 ${columns} 80" preserveAspectRatio="none"><path d="${bars.join('')}" stroke="#8f7bff"/></svg>`;
}

function figure(id: string, prompt: string, { revisedPrompt, seconds }: Drawn, content: string): string {
  return `<figure id="${id}">${content}<figcaption><b>${escapeHtml(prompt)}</b><br>${escapeHtml(revisedPrompt)}<br><small>${id} · ${seconds.toFixed(1)} s</small></figcaption></figure>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function page(items: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><title>OpenImagine gallery</title><style>
body { font: 15px/1.5 system-ui, sans-serif; background: #16161c; color: #ddd; margin: 24px; display: grid; grid-template-columns: repeat(auto-fill, minmax(520px, 1fr)); gap: 24px }
figure { margin: 0; background: #1f1f28; border-radius: 10px; overflow: hidden } img, video, svg { width: 100%; display: block } svg { height: 80px } figcaption { padding: 12px 16px }
.frames { display: grid; grid-template-columns: repeat(3, 1fr) } small { opacity: .6 }</style>${items.join('\n')}`;
}

/** Nothing that is made here comes from elsewhere. */
function refuseDownload(url: string): Promise<never> {
  return Promise.reject(new Error(`unexpected download of ${url.slice(0, 80)}`));
}
