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
import { figureHtml, pageHtml } from './gallery/page.ts';
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
    figures.push(figureHtml({ ...prompt, revisedPrompt: drawn.revisedPrompt, seconds: drawn.seconds, before, after }));
    console.log(`${prompt.id.padEnd(14)} ${drawn.seconds.toFixed(1).padStart(5)} s  ${drawn.revisedPrompt}`);
  } catch (error) {
    process.exitCode = 1;
    const message = error instanceof Error ? error.message : String(error);
    figures.push(figureHtml({ ...prompt, revisedPrompt: message, seconds: 0, before, after: '<p>failed</p>' }));
    console.log(`${prompt.id.padEnd(14)} failed  ${message}`);
  }
  await writeFile(join(values.out, 'index.html'), pageHtml('OpenImagine gallery', figures));
}
await engine.close?.();
console.log(`\n${join(values.out, 'index.html')}`);

function show(name: string, bytes: Uint8Array, mime: string): Promise<string> {
  return mime.startsWith('video') ? showVideo(values.out, name, bytes) : showImage(values.out, name, bytes);
}
