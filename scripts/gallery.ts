/**
 * Draws every prompt of examples/prompts.json and lays the results out on one page: gallery/index.html. What a prompt
 * starts from is shown before what became of it; films as five moments and a waveform beside the film itself.
 * `npm run gallery [-- --only tokyo,fox] [-- --prompts file.json] [-- --out folder]`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDraftEngine } from '@openimagine/engines';
import { drawOnce } from './gallery/draw.ts';
import { orderOf, type Prompt } from './gallery/order.ts';
import { showImage, showVideo } from './gallery/show.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    prompts: { type: 'string', default: join(import.meta.dirname, '../examples/prompts.json') },
    out: { type: 'string', default: 'gallery' },
  },
});
const all = JSON.parse(await readFile(values.prompts, 'utf8')) as Prompt[];
const only = values.only?.split(',') ?? all.map(({ id }) => id);
const neededBy = (prompt: Prompt): string[] =>
  (prompt.inputs ?? []).flatMap((input) => ('resultOf' in input ? [input.resultOf] : []));
const needed = new Set(all.filter(({ id }) => only.includes(id)).flatMap(neededBy));
const prompts = all.filter(({ id }) => only.includes(id) || needed.has(id));

await mkdir(values.out, { recursive: true });
const engine = createDraftEngine();
const results = new Map<string, Uint8Array>();
const figures: string[] = [];
for (const prompt of prompts) {
  const { request, inputs } = await orderOf(prompt, results);
  const before: string[] = [];
  for (const [index, { bytes, mime }] of inputs.entries())
    before.push(await show(`${prompt.id}-in${index}`, bytes, mime));
  try {
    const drawn = await drawOnce(engine, request);
    results.set(prompt.id, drawn.bytes);
    const after = await show(prompt.id, drawn.bytes, drawn.mime);
    figures.push(figure(prompt, drawn.revisedPrompt, drawn.seconds, before, after));
    console.log(`${prompt.id.padEnd(14)} ${drawn.seconds.toFixed(1).padStart(5)} s  ${drawn.revisedPrompt}`);
  } catch (error) {
    process.exitCode = 1;
    const message = error instanceof Error ? error.message : String(error);
    figures.push(figure(prompt, message, 0, before, '<p>failed</p>'));
    console.log(`${prompt.id.padEnd(14)} failed  ${message}`);
  }
  await writeFile(join(values.out, 'index.html'), page(figures));
}
await engine.close?.();
console.log(`\n${join(values.out, 'index.html')}`);

function show(name: string, bytes: Uint8Array, mime: string): Promise<string> {
  return mime.startsWith('video') ? showVideo(values.out, name, bytes) : showImage(values.out, name, bytes);
}

function figure(
  { id, prompt }: Prompt,
  revisedPrompt: string,
  seconds: number,
  before: readonly string[],
  after: string,
): string {
  const from = before.length === 0 ? '' : `<div class="before">${before.join('')}</div>`;
  return `<figure id="${id}">${from}${after}<figcaption><b>${escapeHtml(prompt)}</b><br>${escapeHtml(revisedPrompt)}<br><small>${id} · ${seconds.toFixed(1)} s</small></figcaption></figure>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function page(items: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><title>OpenImagine gallery</title><style>
body { font: 15px/1.5 system-ui, sans-serif; background: #16161c; color: #ddd; margin: 24px; display: grid; grid-template-columns: repeat(auto-fill, minmax(520px, 1fr)); gap: 24px }
figure { margin: 0; background: #1f1f28; border-radius: 10px; overflow: hidden } img, video, svg { width: 100%; display: block } svg { height: 80px } figcaption { padding: 12px 16px }
.frames { display: grid; grid-template-columns: repeat(5, 1fr) } .before { opacity: .75; border-bottom: 4px solid #8f7bff } small { opacity: .6 }</style>${items.join('\n')}`;
}
