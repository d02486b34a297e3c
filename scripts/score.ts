/**
 * Draws every prompt of examples/score.json, lays the results out on one page (score/index.html: pictures, five moments and
 * the spectrogram of each film, what the engine says it drew, times), and tells which of the things asked for the scene
 * contains that was read. Whether they can be seen and heard is for eyes and ears: docs/draft-engine.md.
 * `npm run score [-- --only tokyo,fox] [-- --scenes] [-- --out folder]`; with `--scenes` nothing is drawn.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDraftEngine } from '@openimagine/engines';
import { createLexicon, readPrompt, type Scene } from '@openimagine/scene';
import { loadLexiconSources } from '../packages/engines/src/draft/lexicon-files.ts';

import { drawOnce } from './gallery/draw.ts';
import { orderOf } from './gallery/order.ts';
import { figureHtml, pageHtml } from './gallery/page.ts';
import { showImage, showVideo } from './gallery/show.ts';
import { type Point, pointsHtml, type ScoredPrompt, scorePoints } from './score/points.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    prompts: { type: 'string', default: join(import.meta.dirname, '../examples/score.json') },
    out: { type: 'string', default: 'score' },
    scenes: { type: 'boolean', default: false },
  },
});
const all = JSON.parse(await readFile(values.prompts, 'utf8')) as ScoredPrompt[];
const only = values.only?.split(',');
const prompts = all.filter(({ id }) => only?.includes(id) ?? true);
const lexicon = createLexicon(await loadLexiconSources());
const engine = values.scenes ? undefined : createDraftEngine();
const figures: string[] = [];
const points: Point[] = [];

for (const prompt of prompts) {
  const scene: Scene = readPrompt(prompt.prompt, { lexicon, seed: 1 });
  const scored = scorePoints(prompt, scene);
  points.push(...scored);
  console.log(`${prompt.id.padEnd(16)} ${countOf(scored)}`);
  for (const { what, lacks } of scored) if (lacks.length > 0) console.log(`  lacks ${what}: ${lacks.join(', ')}`);
  if (engine === undefined) continue;
  const { request } = await orderOf(prompt, new Map());
  const drawn = await drawOnce(engine, request);
  await mkdir(values.out, { recursive: true });
  const after = await (drawn.mime.startsWith('video') ? showVideo : showImage)(values.out, prompt.id, drawn.bytes);
  figures.push(figureHtml({ ...prompt, ...drawn, after, more: pointsHtml(scored) }));
  const head = `<h1>${countOf(points)}</h1>`;
  await writeFile(join(values.out, 'index.html'), pageHtml('OpenImagine score', figures, head));
  console.log(`  ${drawn.seconds.toFixed(1)} s  ${drawn.revisedPrompt}`);
}
await engine?.close?.();
console.log(`\n${countOf(points)}${engine === undefined ? '' : `\n${join(values.out, 'index.html')}`}`);

function countOf(scored: readonly Point[]): string {
  const judged = scored.filter(({ isInScene }) => isInScene !== undefined);
  const found = judged.filter(({ isInScene }) => isInScene).length;
  return `${found} of ${judged.length} asked elements are in the scene, ${scored.length - judged.length} only for the eye`;
}
