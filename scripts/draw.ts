/**
 * Draws a prompt without a server, and says how long each part took:
 * node scripts/draw.ts "a red fox in the snow" -o fox.jpg [--seconds 8] [--size 1280x720] [--seed 1] [--at 2.5] [--scene]
 *
 * The name's ending decides: .jpg a still, .mp4 a film, .png one frame of the film at --at seconds (default: the still's).
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { encodePng, muxFilm } from '@openimagine/media';
import { type DraftOrder, openStudio, type Studio } from '../packages/engines/src/draft/draft-studio.ts';
import { drawSegment, FRAMES_PER_SECOND, playSound } from '../packages/engines/src/draft/tasks/draw-film.ts';
import { drawStill } from '../packages/engines/src/draft/tasks/draw-still.ts';
import { segmentsOf } from '../packages/engines/src/draft/works/film.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', short: 'o', default: 'out.jpg' },
    seconds: { type: 'string', default: '8' },
    size: { type: 'string', default: '1280x720' },
    seed: { type: 'string', default: '1' },
    at: { type: 'string' },
    scene: { type: 'boolean', default: false },
  },
});
const [prompt] = positionals;
const [width = 0, height = 0] = values.size.split('x').map(Number);
if (!prompt || !(width > 0 && height > 0)) {
  console.error('usage: node scripts/draw.ts "prompt" -o out.jpg|out.png|out.mp4 [--seconds 8] [--size 1280x720]');
  process.exit(2);
}
const order: DraftOrder = { prompt, seed: Number(values.seed), width, height, seconds: Number(values.seconds) };

const timings = new Map<string, number>();
const addTimings = (more: Readonly<Record<string, number>>) => {
  for (const [part, ms] of Object.entries(more)) timings.set(part, (timings.get(part) ?? 0) + ms);
};

const start = performance.now();
const studio = await openStudio();
addTimings({ load: performance.now() - start });
const { scene, description, timingsMs } = studio.produce(order);
addTimings(timingsMs);
if (values.scene) console.log(JSON.stringify(scene, null, 2));
const bytes = values.out.endsWith('.mp4') ? await film(studio) : await picture(studio);
await writeFile(values.out, bytes);

console.log(description);
console.log([...timings].map(([part, ms]) => `${part} ${ms.toFixed(0)}`).join(' · '), 'ms');
const peakMb = (process.resourceUsage().maxRSS / 1024).toFixed(0);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
// On a busy machine the processor's own seconds say more than the clock's.
const { user, system } = process.cpuUsage();
const processorSeconds = ((user + system) / 1e6).toFixed(1);
console.log(`${values.out}: ${bytes.length} bytes, ${seconds} s (processor ${processorSeconds} s), peak ${peakMb} MB`);

async function picture(studio: Studio): Promise<Uint8Array> {
  if (values.out.endsWith('.jpg')) {
    const { jpeg, timingsMs } = await drawStill(studio, order);
    addTimings(timingsMs);
    return jpeg;
  }
  const production = studio.produce(order);
  const at = values.at === undefined ? production.stage.stillSeconds : Number(values.at);
  const renderStart = performance.now();
  const frame = studio.rendererFor(production).render(production.stage.momentAt(at), order.seed);
  addTimings({ render: performance.now() - renderStart });
  return encodePng(frame);
}

async function film(studio: Studio): Promise<Uint8Array> {
  const segments = [];
  for (const range of segmentsOf(order.seconds * FRAMES_PER_SECOND, FRAMES_PER_SECOND)) {
    const { segment, timingsMs } = await drawSegment(studio, order, range);
    addTimings(timingsMs);
    segments.push(segment);
  }
  const { audio, timingsMs } = await playSound(studio, order);
  addTimings(timingsMs);
  const muxStart = performance.now();
  const mp4 = await muxFilm({ width, height, framesPerSecond: FRAMES_PER_SECOND, segments, audio });
  addTimings({ mux: performance.now() - muxStart });
  return mp4;
}
